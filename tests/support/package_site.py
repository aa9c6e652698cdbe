"""A web server on this machine that hands out packages."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Site:
    """A web server on this machine: `pages` maps a path to (status, body, announced length)."""

    def __init__(self) -> None:
        self.pages: dict[str, tuple[int, bytes, int | None]] = {}
        self.asked: list[str] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append(self.path)
                status, body, length = site.pages.get(self.path, (404, b"", 0))
                self.send_response(status)
                if length is not None:
                    self.send_header("Content-Length", str(length))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01})
        self._thread.start()

    def put(self, path: str, body: bytes, *, status: int = 200, length: int | None = -1) -> str:
        """Publish a page and return its address; a length of -1 is the right one, None announces none."""
        self.pages[path] = (status, body, len(body) if length == -1 else length)
        return self.address(path)

    def address(self, path: str) -> str:
        return f"http://127.0.0.1:{self._server.server_port}{path}"

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
