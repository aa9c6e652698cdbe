"""The one list of output formats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlcheck.errors import UsageError
from xlcheck.render.concise import ConciseRenderer
from xlcheck.render.csv_report import CsvRenderer, DecisionsRenderer
from xlcheck.render.github import GithubRenderer
from xlcheck.render.gitlab import GitlabRenderer
from xlcheck.render.html import HtmlRenderer
from xlcheck.render.json_report import JsonRenderer
from xlcheck.render.jsonl import JsonLinesRenderer
from xlcheck.render.junit import JunitRenderer
from xlcheck.render.markdown import MarkdownRenderer
from xlcheck.render.sarif import SarifRenderer
from xlcheck.render.terminal import TerminalRenderer
from xlcheck.render.tmx import TmxRenderer

if TYPE_CHECKING:
    from xlcheck.render.base import Renderer

RENDERERS: tuple[Renderer, ...] = (
    TerminalRenderer(),
    ConciseRenderer(),
    JsonRenderer(),
    JsonLinesRenderer(),
    SarifRenderer(),
    GithubRenderer(),
    GitlabRenderer(),
    JunitRenderer(),
    HtmlRenderer(),
    MarkdownRenderer(),
    CsvRenderer(),
    DecisionsRenderer(),
    TmxRenderer(),
)


def renderer(name: str) -> Renderer:
    """Return the renderer with this name.

    Raises:
        UsageError: there is none.
    """
    for known in RENDERERS:
        if known.name == name:
            return known
    raise UsageError(f"unknown format {name!r}", hint="known formats: " + ", ".join(each.name for each in RENDERERS))
