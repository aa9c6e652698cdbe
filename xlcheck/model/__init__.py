"""The nouns of xlcheck: frozen values, standard library only, no input or output.

Read in this order: `text` (Span), `article`, `segment`, `facts`, `pairing`, `agreement`, `finding`, `report`.
Everything here is immutable, so a value can be cached, compared and passed between processes freely.
"""

from xlcheck.model.agreement import Agreement, Status
from xlcheck.model.article import Article, Line, LineRole, TextEvidence
from xlcheck.model.facts import (
    Approximation,
    ArticleFacts,
    DateFact,
    Mention,
    MentionKind,
    PolarityCue,
    Quantity,
    QuantityKind,
    Quote,
    QuoteKind,
    Reading,
    Speaker,
)
from xlcheck.model.finding import Confidence, Finding, Severity, Verdict
from xlcheck.model.pairing import (
    ArticlePair,
    Cluster,
    GarbleScore,
    Link,
    LinkClass,
    LinkKind,
    PairKind,
    PairMode,
    PairOrigin,
    PairReason,
    QuoteLink,
    Side,
)
from xlcheck.model.report import (
    Coverage,
    Decision,
    DecisionKind,
    DocumentResult,
    Failure,
    MissingPack,
    PairResult,
    Report,
    Skipped,
)
from xlcheck.model.segment import Segment, Translation
from xlcheck.model.text import OffsetMap, Piece, Span

__all__ = [
    "Agreement",
    "Approximation",
    "Article",
    "ArticleFacts",
    "ArticlePair",
    "Cluster",
    "Confidence",
    "Coverage",
    "DateFact",
    "Decision",
    "DecisionKind",
    "DocumentResult",
    "Failure",
    "Finding",
    "GarbleScore",
    "Line",
    "LineRole",
    "Link",
    "LinkClass",
    "LinkKind",
    "Mention",
    "MentionKind",
    "MissingPack",
    "OffsetMap",
    "PairKind",
    "PairMode",
    "PairOrigin",
    "PairReason",
    "PairResult",
    "Piece",
    "PolarityCue",
    "Quantity",
    "QuantityKind",
    "Quote",
    "QuoteKind",
    "QuoteLink",
    "Reading",
    "Report",
    "Segment",
    "Severity",
    "Side",
    "Skipped",
    "Span",
    "Speaker",
    "Status",
    "TextEvidence",
    "Translation",
    "Verdict",
]
