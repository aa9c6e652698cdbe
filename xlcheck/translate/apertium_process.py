"""One long-lived line of Apertium programs, fed with texts that each end in a NUL.

Each text carries its number, and an answer counts only if it comes back with it: when a program in the middle of the
line dies, those behind it go on answering, with nothing.
"""

from __future__ import annotations

import os
import selectors
import subprocess
import tempfile
import weakref
from typing import IO, TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

TIMEOUT = 30.0
"""Seconds without a byte in or out after which the programs are taken for stuck; a sentence takes milliseconds."""
_GOODBYE = 2.0
"""Seconds the programs get to end by themselves."""
_CHUNK = 65_536


class ProcessStoppedError(Exception):
    """The programs ended, got stuck or answered out of turn; the process must be closed."""


class ApertiumProcess:
    """A running line of programs.

    Raises:
        ProcessStoppedError: one of them cannot be started.
    """

    def __init__(self, commands: Sequence[Sequence[str]]) -> None:
        self._count = 0
        self._messages: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115
        self._programs: list[subprocess.Popen[bytes]] = []
        self._end = weakref.finalize(self, _stop, self._programs, self._messages)
        # The programs read and write UTF-8 whatever the user's locale.
        environment = {**os.environ, "LC_ALL": "C.UTF-8"}
        source: int | IO[bytes] = subprocess.PIPE
        for command in commands:
            try:
                program = subprocess.Popen(  # noqa: S603
                    command, stdin=source, stdout=subprocess.PIPE, stderr=self._messages, env=environment, bufsize=0
                )
            except OSError as error:
                self.close()
                raise ProcessStoppedError(f"{command[0]}: {error.strerror}") from error
            if not isinstance(source, int):
                source.close()  # the next program holds it now; ours would hide that it is gone
            self._programs.append(program)
            source = cast("IO[bytes]", program.stdout)
        self._into = cast("IO[bytes]", self._programs[0].stdin)
        self._out_of = cast("IO[bytes]", self._programs[-1].stdout)
        os.set_blocking(self._into.fileno(), False)

    def close(self) -> None:
        """End the programs."""
        self._end()

    def answers(self, texts: Sequence[str]) -> Iterator[str]:
        """Yield the answer to each text, in order, as it comes.

        Args:
            texts: in Apertium's stream format, without NUL.

        Raises:
            ProcessStoppedError: no further answer will come.
        """
        first = self._count
        self._count += len(texts)
        requests = b"".join(f"{text}{_seal(first + place)}\0".encode() for place, text in enumerate(texts))
        number = first
        rest = bytearray()
        for block in self._exchange(memoryview(requests)):
            rest += block
            *answers, rest = rest.split(b"\0")
            for answer in answers:
                text, seal, behind = answer.decode("utf-8", "replace").rpartition(_seal(number))
                if not seal or behind.strip():
                    raise ProcessStoppedError(self._last_words() or "it answered out of turn")
                yield text
                number += 1
            if number == first + len(texts):
                return

    def _exchange(self, data: memoryview) -> Iterator[bytes]:
        """Write all the data and yield what comes back meanwhile and after, until the caller has enough."""
        with selectors.DefaultSelector() as selector:
            selector.register(self._out_of, selectors.EVENT_READ)
            selector.register(self._into, selectors.EVENT_WRITE)
            while True:
                ready = selector.select(TIMEOUT)
                if not ready:
                    raise ProcessStoppedError(f"no answer in {TIMEOUT:g} seconds")
                for key, _ in ready:
                    if key.fileobj is self._out_of:
                        block = os.read(self._out_of.fileno(), _CHUNK)
                        if not block:
                            raise ProcessStoppedError(self._last_words() or "it ended")
                        yield block
                        continue
                    try:
                        data = data[os.write(self._into.fileno(), data[:_CHUNK]) :]
                    except BrokenPipeError as error:
                        raise ProcessStoppedError(self._last_words() or "it ended") from error
                    if not data:
                        selector.unregister(self._into)

    def _last_words(self) -> str:
        """Return the end of what the programs complained about."""
        if self._messages.closed:
            return ""
        self._messages.seek(0)
        lines = self._messages.read().decode("utf-8", "replace").split("\n")
        return next((line.strip() for line in reversed(lines) if line.strip()), "")[:300]


def _seal(number: int) -> str:
    """Return what ends a request: blanks, which Apertium hands through. The empty one keeps it apart from the text."""
    return f"[][{number}]"


def _stop(programs: list[subprocess.Popen[bytes]], messages: IO[bytes]) -> None:
    for program in programs[:1]:
        if program.stdin is not None:
            program.stdin.close()
    for program in programs[-1:]:
        if program.stdout is not None:
            program.stdout.close()
    for program in reversed(programs):
        try:
            program.wait(_GOODBYE if program is programs[-1] else 0.1)
        except subprocess.TimeoutExpired:
            program.kill()
            program.wait()
    messages.close()
