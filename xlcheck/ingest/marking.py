"""Giving every line of a text its role: title, body, or skipped with a rule and a reason.

A real sentence wrongly skipped is worse than a line of boilerplate kept, so whatever reads as running text stays unless
a rule knows it. The rules are tried in this order: what the format itself says, `boilerplate.toml`, then what the line
looks like and where it stands.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from xlcheck.ingest.date_lines import leading_date
from xlcheck.ingest.rules import RuleSet, boilerplate_rules
from xlcheck.ingest.sections import apply_rules
from xlcheck.ingest.shape import LONG_WORDS, ends_with_stop, is_all_capitals, is_running_text, word_count
from xlcheck.ingest.titles import choose_title, headline_end
from xlcheck.ingest.units import Unit, build_units, text_lines
from xlcheck.model import LineRole

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from xlcheck.ingest.draft import Draft

_HEAD_LINES = 3
"""A date and a headline share a line only at the very top."""
_HEAD_CHARS = 2_000
_TRAILING_OFF = ("\N{HORIZONTAL ELLIPSIS}", "...")


@dataclass(slots=True)
class MarkedLine:
    """A line with its role; see `xlcheck.model.Line`."""

    start: int
    end: int
    text: str
    role: LineRole = LineRole.BODY
    rule: str = ""
    reason: str = ""

    def skip(self, rule: str, reason: str) -> None:
        """Mark the line as no part of the article."""
        self.role, self.rule, self.reason = LineRole.SKIPPED, rule, reason


@dataclass(slots=True)
class Marked:
    """A draft with its lines marked; `title` is `(start, end)` in the draft's text."""

    draft: Draft
    lines: list[MarkedLine]
    title: tuple[int, int] | None

    @property
    def body(self) -> list[MarkedLine]:
        """The lines that are body."""
        return [line for line in self.lines if line.role is LineRole.BODY]


def mark(draft: Draft, languages: Sequence[str] = ()) -> Marked:
    """Give every line of a draft that is not blank its role; month names are looked up in `languages`."""
    rules = boilerplate_rules()
    lines = text_lines(draft.text, draft.not_text, _cuts(draft, rules))
    units = build_units(lines, rules, languages)
    apply_rules(units)
    title = _mark_title(units, draft)
    at_head = True
    for unit in units:
        if unit.role is LineRole.BODY:
            _judge_shape(unit, at_head=at_head)
            at_head = at_head and not _is_sentence(unit)
    _skip_repeated_title(units, draft.text, title)
    _keep_something(units)
    return Marked(draft=draft, lines=list(_marked_lines(units, draft.text, title)), title=title)


def _cuts(draft: Draft, rules: RuleSet) -> list[int]:
    """Return where lines at the top divide into a date and a headline."""
    if draft.title is not None:
        return []
    cuts: list[int] = []
    for line in text_lines(draft.text[:_HEAD_CHARS], draft.not_text)[:_HEAD_LINES]:
        if line.fixed is None and (offset := leading_date(line.text, rules.date_labels)):
            cuts.append(line.start + offset)
    return cuts


def _mark_title(units: Sequence[Unit], draft: Draft) -> tuple[int, int] | None:
    """Mark the title's lines, and return where its words stand."""
    if draft.title is not None:
        start, end = draft.title
        for unit in units:
            if unit.start < end and start < unit.end:
                unit.role, unit.rule, unit.reason = LineRole.TITLE, "", ""
        return draft.title
    chosen = choose_title(units)
    if chosen is None:
        return None
    chosen.role = LineRole.TITLE
    start = chosen.start + len(chosen.lines[0].text) - len(chosen.lines[0].text.lstrip())
    last = chosen.lines[-1]
    return (start, last.start + headline_end(last.text))


def _judge_shape(unit: Unit, *, at_head: bool) -> None:
    """Skip a unit that does not read as a sentence of the article."""
    text = unit.text
    if is_all_capitals(text) and word_count(text) < LONG_WORDS:
        if not ends_with_stop(text) or text.rstrip().endswith(_TRAILING_OFF):
            unit.skip("capitals", "heading or teaser in capitals")
    elif not is_running_text(text):
        if at_head and unit.is_bullet:
            unit.skip("head-bullet", "list above the article")
        else:
            unit.skip("no-sentence", "no sentence: it has no end punctuation")


def _is_sentence(unit: Unit) -> bool:
    return unit.role is LineRole.BODY and ends_with_stop(unit.text)


def _skip_repeated_title(units: Sequence[Unit], text: str, title: tuple[int, int] | None) -> None:
    if title is None:
        return
    wanted = _folded(text[slice(*title)])
    for unit in units:
        if unit.role is not LineRole.TITLE and wanted in (
            _folded(unit.text),
            _folded(unit.text[: headline_end(unit.text)]),
        ):
            unit.skip("duplicate-title", "the title once more")


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _keep_something(units: Sequence[Unit]) -> None:
    """Where no line at all reads as a sentence, the text does without punctuation: then that is no reason to skip."""
    if any(unit.role is LineRole.BODY for unit in units):
        return
    for unit in units:
        if unit.rule in ("no-sentence", "capitals"):
            unit.role, unit.rule, unit.reason = LineRole.BODY, "", ""


def _marked_lines(units: Sequence[Unit], text: str, title: tuple[int, int] | None) -> Iterator[MarkedLine]:
    """Yield the lines; a title's line is cut down to the title, and what stands behind it becomes a line of its own."""
    for unit in units:
        for line in unit.lines:
            start, end = line.start, line.end
            if title is not None and unit.role is LineRole.TITLE:
                start, end = max(start, title[0]), min(end, title[1])
            yield MarkedLine(
                start=start, end=end, text=text[start:end], role=unit.role, rule=unit.rule, reason=unit.reason
            )
            if any(char.isalnum() for char in text[end : line.end]):
                site = MarkedLine(start=end, end=line.end, text=text[end : line.end])
                site.skip("site-name", "name of the site or section behind the title")
                yield site
