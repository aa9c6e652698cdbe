"""The shape of a check, and the one place where a finding's confidence, verdict and fingerprint are made.

A check is one module with

* a docstring under fixed headings (What it does · Why it matters · Example · When it stays silent · Known limits),
  whose first line is the one-line description shown in tables,
* `INFO`, its metadata,
* `EXAMPLES`, texts that must fire and texts that must stay silent (the tests run them all),
* `check(subject, context)`, a pure generator of findings; the subject is a `Side` for scope "article" and an
  `ArticlePair` for scope "pair" and a `Story` for scope "story".
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, Protocol, TypeVar, cast

from xlcheck.model import (
    ArticlePair,
    Confidence,
    Finding,
    Link,
    LinkClass,
    PairMode,
    Segment,
    Severity,
    Side,
    Span,
    Story,
    Verdict,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from xlcheck.embed import Contrast, Doubts
    from xlcheck.lang.contraries import Rewrite

Result = TypeVar("Result")

GARBLED_SENTENCE = 0.5
"""From this garble score on, a fact read from a sentence accuses nobody (DESIGN: the text itself is broken)."""
GARBLED_DOCUMENT = 0.5
"""The same for an article as a whole."""
_NEAR, _WHOLE_ARTICLE = 1, 10**9


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckInfo:
    """Metadata of a check.

    Attributes:
        id: such as "XN101"; never changes its meaning.
        name: kebab-case, reads well after "allow".
        severity: default severity.
        scope: what `check` looks at.
        languages: ISO 639 codes that the check can read, or ("any",).
        its: W3C ITS 2.0 localisation quality issue type.
        preview: runs only with `--preview`.
    """

    id: str
    name: str
    severity: Severity
    scope: Literal["article", "pair", "story"]
    its: str
    languages: tuple[str, ...] = ("any",)
    preview: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """Texts that a check is tried on.

    Attributes:
        english: the English text; for scope "article" the text itself, whatever its language.
        source: the other side's text, "" for scope "article".
        language: language of `source`; for scope "article" of the text itself.
        cause: the cause that must be named; "" where the check knows only one, and for silent examples.
        linked: whether the two texts count as surely linked; False leaves them without any link.
        note: what the example shows.
        translation: our English for the text that is not English, a line a sentence; "" where nothing translated it.
        others: further versions for scope "story", as (language, text).
        days: ISO dates of two articles of two newsrooms; without them the texts are a translation of each other.
    """

    english: str
    source: str = ""
    language: str = "en"
    cause: str = ""
    linked: bool = True
    note: str = ""
    translation: str = ""
    days: tuple[str, str] | None = None
    others: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Examples:
    """Pairs that must fire and pairs that must stay silent."""

    fires: tuple[Example, ...]
    silent: tuple[Example, ...]


class Cosine(Protocol):
    """Similarity of two short texts in any covered languages."""

    def __call__(self, left: str, right: str, /) -> float | None:
        """Return the cosine of the two texts' vectors, or None where no vectors are to be had."""


class Contrasting(Protocol):
    """What speaks for rewrites of an English text, seen from its source."""

    def __call__(self, source: str, english: str, rewrites: Sequence[Rewrite], /) -> Sequence[Contrast]:
        """Return how rewrites compare with what is written; fewer than given, or none where there are no vectors."""


class Doubting(Protocol):
    """Which words of a text and its translation the other does not bear out."""

    def __call__(self, source: str, english: str, /) -> Doubts | None:
        """Return the words of both texts with their log-odds of doubt, or None where no vectors are to be had."""


def _no_vectors(_left: str, _right: str, /) -> float | None:
    return None


def _no_contrasts(_source: str, _english: str, _rewrites: Sequence[Rewrite], /) -> Sequence[Contrast]:
    return ()


def _no_doubts(_source: str, _english: str, /) -> Doubts | None:
    return None


class Memo:
    """What several checks work out about one and the same pair, such as its differing numbers: worked out once."""

    __slots__ = ("_results", "_subject")

    def __init__(self) -> None:
        self._subject: object = None
        self._results: dict[object, object] = {}

    def once(self, work: Callable[[ArticlePair], Result], pair: ArticlePair) -> Result:
        """Return `work(pair)`; only the latest pair is remembered."""
        if self._subject is not pair:
            self._subject, self._results = pair, {}
        if work not in self._results:
            self._results[work] = work(pair)
        return cast("Result", self._results[work])


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckContext:
    """What a check may ask besides its subject; read-only.

    Attributes:
        cosine: similarity of two short texts by their sentence vectors.
        contrast: whether a rewrite is nearer to the source than what is written, likewise.
        doubt: which words of a text and its translation into English the other does not bear out, likewise.
        memo: what the checks of one pair work out in common.
    """

    cosine: Cosine = field(default=_no_vectors)
    contrast: Contrasting = field(default=_no_contrasts)
    doubt: Doubting = field(default=_no_doubts)
    memo: Memo = field(default_factory=Memo)


class ArticleCheck(Protocol):
    """A check of one article by itself."""

    INFO: CheckInfo
    EXAMPLES: Examples
    __doc__: str | None

    def check(self, side: Side, context: CheckContext, /) -> Iterator[Finding]:
        """Yield findings about one article."""


class PairCheck(Protocol):
    """A check of two linked articles."""

    INFO: CheckInfo
    EXAMPLES: Examples
    __doc__: str | None

    def check(self, pair: ArticlePair, context: CheckContext, /) -> Iterator[Finding]:
        """Yield findings about a pair."""


class StoryCheck(Protocol):
    """A check of all articles about one event."""

    INFO: CheckInfo
    EXAMPLES: Examples
    __doc__: str | None

    def check(self, story: Story, context: CheckContext, /) -> Iterator[Finding]:
        """Yield findings about a story."""


def trusted_links(pair: ArticlePair) -> Iterator[Link]:
    """Yield the links that may carry a finding: sure and likely, with segments on both sides."""
    for link in pair.links:
        if link.link_class is not LinkClass.POSSIBLE and link.source and link.english:
            yield link


def reach_of(pair: ArticlePair) -> int:
    """Return how many sentences around a linked one a fact may stand in instead, before it is called wrong.

    One in parallel texts, which only move words across a sentence border; the whole article in others.
    """
    return _NEAR if pair.mode is PairMode.PARALLEL else _WHOLE_ARTICLE


def language_at(side: Side, span: Span) -> str:
    """Return the language of the sentence that a span lies in."""
    return next(segment.language for segment in side.segments if segment.span.contains(span))


def segments_of(side: Side, indexes: Iterable[int]) -> tuple[Segment, ...]:
    """Return the segments with the given indexes."""
    return tuple(side.segments[index] for index in indexes)


def is_garbled(side: Side, segments: Iterable[int]) -> bool:
    """Tell whether the article, or any of these sentences of it, is itself broken text."""
    if side.document_garble.value >= GARBLED_DOCUMENT:
        return True
    return any(side.garble[index].value >= GARBLED_SENTENCE for index in segments if index < len(side.garble))


def pair_verdict(pair: ArticlePair, *, source: Iterable[int], english: Iterable[int]) -> Verdict:
    """Return the verdict for a difference between these segments: broken text accuses nobody."""
    if is_garbled(pair.source, source) or is_garbled(pair.english, english):
        return Verdict.TEXT_GARBLED
    return Verdict.ARTICLES_DISAGREE


def make_finding(
    info: CheckInfo,
    *,
    confidence: Sequence[tuple[str, float]],
    verdict: Verdict,
    message: str,
    where: Sequence[Span],
    related: Sequence[Span] = (),
    cause: str = "",
    evidence: Sequence[tuple[str, str]] = (),
    severity: Severity | None = None,
) -> Finding:
    """Build a finding; `confidence` lists its independent components, such as ("link", 0.95), ("comparison", 0.9)."""
    return Finding(
        check=info.id,
        name=info.name,
        severity=severity or info.severity,
        confidence=Confidence(components=tuple(confidence)),
        verdict=verdict,
        message=message,
        where=tuple(where),
        related=tuple(related),
        cause=cause,
        evidence=tuple(evidence),
        fingerprint=fingerprint(info.id, where, related),
    )


def fingerprint(check: str, where: Sequence[Span], related: Sequence[Span]) -> str:
    """Hash what a finding is about: the check and the words it quotes, whatever their place, spacing and case.

    Twenty hex digits of SHA-256, so that a baseline survives re-wrapping, boilerplate and edits elsewhere.
    """
    words = [check]
    for group in (where, related):
        words.append("\N{SYMBOL FOR GROUP SEPARATOR}")
        words.extend(re.sub(r"\s+", " ", unicodedata.normalize("NFKC", span.text)).strip().casefold() for span in group)
    return hashlib.sha256("\n".join(words).encode("utf-8", "surrogatepass")).hexdigest()[:20]
