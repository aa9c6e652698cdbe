"""The checks of claims on a sentence and its English, linked surely and as a whole, without vectors."""

from __future__ import annotations

from xlcheck.checks.base import CheckContext
from xlcheck.checks.registry import PAIR_CHECKS
from xlcheck.model import ArticlePair, Finding, Link, LinkClass, LinkKind, PairMode
from xlcheck.reading import plain_article, read_article

CLAIM_CHECKS = [check for check in PAIR_CHECKS if check.INFO.id.startswith("XC")]


def claim_findings(language: str, source: str, english: str) -> list[Finding]:
    """Return what the checks of claims find; nothing where a text has no sentence."""
    left = read_article(plain_article(source, name="source", language=language))
    right = read_article(plain_article(english, name="english", language="en"))
    if not left.segments or not right.segments:
        return []
    link = Link(
        source=tuple(range(len(left.segments))),
        english=tuple(range(len(right.segments))),
        kind=LinkKind.PARALLEL,
        link_class=LinkClass.SURE,
        score=0.8,
        margin=0.3,
        length_ratio=1.0,
        probability=1.0,
    )
    pair = ArticlePair(source=left, english=right, mode=PairMode.PARALLEL, links=(link,))
    return [finding for check in CLAIM_CHECKS for finding in check.check(pair, CheckContext())]
