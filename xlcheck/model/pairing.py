"""Which articles and which sentences belong together."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from xlcheck.model.article import Article
from xlcheck.model.facts import ArticleFacts
from xlcheck.model.segment import Segment, Translation


class PairMode(StrEnum):
    """How two articles relate."""

    PARALLEL = "parallel"
    COMPARABLE = "comparable"
    UNRELATED = "unrelated"


class PairOrigin(StrEnum):
    """What says that two articles belong together; a manifest overrules file names, file names overrule content."""

    MANIFEST = "manifest"
    NAMING = "naming"
    CONTENT = "content"


class PairKind(StrEnum):
    """What two articles that belong together are to each other, as far as their sentences show."""

    SAME_EVENT = "same-event"
    TRANSLATION = "translation"
    """One renders the other, or both render a third, sentence by sentence, in another language."""
    NEAR_DUPLICATE = "near-duplicate"
    """Almost the same text in the same language."""


class LinkKind(StrEnum):
    """What made a link."""

    PARALLEL = "parallel"
    COMPARABLE = "comparable"
    QUOTE = "quote"


class LinkClass(StrEnum):
    """How far a link can be trusted: only sure and likely links may carry a finding."""

    SURE = "sure"
    LIKELY = "likely"
    POSSIBLE = "possible"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A group of segments said to correspond.

    Attributes:
        source: indexes of the first side's segments; empty for a null bead.
        english: indexes of the English side's segments; empty for a null bead.
        score: cosine of the two groups' vectors, -1…1.
        margin: score minus the mean score of each side's nearest alternatives (local CSLS).
        length_ratio: shorter over longer, 0…1, after the expected ratio of the two languages.
        probability: calibrated chance that the link is right.
    """

    source: tuple[int, ...]
    english: tuple[int, ...]
    kind: LinkKind
    link_class: LinkClass
    score: float
    margin: float
    length_ratio: float
    probability: float


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteLink:
    """Two quotations said to render the same words.

    Attributes:
        source: index among the first side's quotes; `english` likewise on the other.
        score: cosine of the two contents.
        probability: calibrated chance that both render one utterance.
    """

    source: int
    english: int
    score: float
    probability: float


@dataclass(frozen=True, slots=True, kw_only=True)
class GarbleScore:
    """How likely a text is broken machine translation, and what says so.

    Attributes:
        value: 0…1.
        signals: (name, weight in the decision, span or None) strongest first; names are kebab-case.
    """

    value: float
    signals: tuple[GarbleSignal, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GarbleSignal:
    """One visible sign of garbling.

    Attributes:
        name: kebab-case ("ends-at-initial").
        weight: its share in the score, in log-odds.
        start: where it stands, in code points of the text that was judged; `end` is one past it.
        note: a short sentence for a reader.
    """

    name: str
    weight: float
    start: int
    end: int
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One article of a pair with everything that was read from it.

    Attributes:
        garble: one score per segment, same order; `document_garble` judges the article as a whole.
        translations: at most one per segment, sorted by segment; empty where nothing translated it.
    """

    article: Article
    segments: tuple[Segment, ...]
    facts: ArticleFacts
    garble: tuple[GarbleScore, ...] = ()
    document_garble: GarbleScore = GarbleScore(value=0.0)
    translations: tuple[Translation, ...] = ()

    def translation(self, segment: int) -> Translation | None:
        """Return the translation of a segment, or None where there is none."""
        return next((item for item in self.translations if item.segment == segment), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePair:
    """Two articles about the same event, aligned.

    `source` is the non-English article, or the first of two English ones; `english` is its counterpart.
    """

    source: Side
    english: Side
    mode: PairMode
    links: tuple[Link, ...] = ()
    quote_links: tuple[QuoteLink, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """The articles about one event with every pair of them that was compared.

    Attributes:
        sides: in order of article id.
    """

    sides: tuple[Side, ...]
    pairs: tuple[ArticlePair, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PairReason:
    """Why two articles are compared.

    Attributes:
        lead_cosine: cosine of the two openings less what all prose has in common; None where an article has no vectors.
        best_match: mean cosine of each sentence's best match, both ways; None likewise.
        sure: sentences that surely have their counterpart; `likely` likewise.
        days: days between the two dates, None where one is not known.
    """

    origin: PairOrigin
    kind: PairKind = PairKind.SAME_EVENT
    lead_cosine: float | None = None
    best_match: float | None = None
    sure: int = 0
    likely: int = 0
    days: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """Articles about one event.

    Attributes:
        articles: article ids, sorted.
        pairs: (first id, second id, score 0…1) that are compared, sorted.
        date: earliest known date among them.
        reasons: one per pair, same order; empty where nobody had to look for them.
    """

    articles: tuple[str, ...]
    pairs: tuple[tuple[str, str, float], ...]
    date: dt.date | None = None
    reasons: tuple[PairReason, ...] = ()
