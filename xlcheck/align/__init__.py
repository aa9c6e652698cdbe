"""Which sentences of two articles correspond, and how sure that is."""

from xlcheck.align.articles import align_articles, align_whole
from xlcheck.align.parallel import cover_all

__all__ = ["align_articles", "align_whole", "cover_all"]
