"""Sentences and their translations."""

from __future__ import annotations

from dataclasses import dataclass

from xlcheck.model.text import Span

INCOMPLETE = ("words unknown", "words without their form")
"""How the reasons end for which a translation is suspect only because some of its words were left as they were."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """One sentence of an article.

    Attributes:
        index: 0-based position among the article's segments.
        paragraph: 0-based number of the paragraph it belongs to; the title is a paragraph of its own.
        language: ISO 639 code: the article's, or the line's own where the line is long and surely another.
        is_title: whether it belongs to the headline.
    """

    index: int
    span: Span
    language: str
    paragraph: int
    is_title: bool = False

    @property
    def text(self) -> str:
        """The surface exactly as it stands in the article."""
        return self.span.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """English for one segment, made on this machine.

    Attributes:
        segment: index of the segment.
        text: the English.
        engine: "argos", or "given" where the caller supplied it.
        pack: the language pack's name and version.
        score: log-probability per target token (natural logarithm, ≤ 0), None where the engine gives none.
        suspect: reasons for which this translation cannot be trusted; empty when none was seen.
    """

    segment: int
    text: str
    engine: str
    pack: str
    score: float | None = None
    suspect: tuple[str, ...] = ()

    @property
    def tells_the_gist(self) -> bool:
        """Whether it shows what the sentence is about, so that whole sentences can be compared by it.

        A few words left in the source language do not hide that, though no fact may be read from such a translation.
        """
        return all(reason.endswith(INCOMPLETE) for reason in self.suspect)
