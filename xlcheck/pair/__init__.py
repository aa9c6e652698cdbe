"""Which articles tell the same story."""

from xlcheck.pair.content import ArticleVectors, pair_by_content

__all__ = ["ArticleVectors", "pair_by_content"]
