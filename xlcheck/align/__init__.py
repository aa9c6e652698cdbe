"""Which sentences of two articles correspond, and how sure that is."""

from xlcheck.align.articles import align_articles

__all__ = ["align_articles"]
