"""Templates, styles and script of the page, and the one door through which values get into it.

The only importer of jinja2.
"""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from xlcheck.safe_text import for_ci_log

if TYPE_CHECKING:
    from jinja2 import Template

STYLES = ("report.css",)
SCRIPTS = ("page.js", "filters.js", "decisions.js", "keyboard.js")
"""In this order one script: each adds what it can do to the names of those before it."""
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,4}")


@cache
def page_template() -> Template:
    """Return the page's template with its styles and script at hand."""
    environment = Environment(
        loader=PackageLoader("xlcheck.render.html", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_harmless,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    style = _joined(STYLES)
    script = '"use strict";\n(() => {\n' + _joined(SCRIPTS) + "})();\n"
    environment.globals.update(
        style=Markup(style),  # noqa: S704 - our own files, nothing from outside
        script=Markup(script),  # noqa: S704
        policy=policy(style, script),
        lang=_lang,
    )
    return environment.get_template("page.html")


def policy(style: str, script: str) -> str:
    """Return the page's Content-Security-Policy: these styles and this script by their hashes, and nothing else."""
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src '{_hash(style)}'",
            f"script-src '{_hash(script)}'",
            "img-src data:",  # an empty icon, so that no browser asks a server for one
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
        )
    )


def _harmless(value: object) -> object:
    """Return what a template may print: text from anywhere with nothing acting or invisible in it."""
    return for_ci_log(value) if type(value) is str else value


@lru_cache(maxsize=256)
def _lang(code: str) -> Markup:
    """Return the `lang` attribute for a text, or nothing where its language is not known."""
    known = code != "und" and _LANGUAGE.fullmatch(code)
    return Markup(' lang="{}"').format(code) if known else Markup("")


def _joined(names: tuple[str, ...]) -> str:
    folder = files("xlcheck.render.html") / "static"
    return "".join((folder / name).read_text(encoding="utf-8") for name in names)


def _hash(text: str) -> str:
    return "sha256-" + b64encode(hashlib.sha256(text.encode()).digest()).decode()
