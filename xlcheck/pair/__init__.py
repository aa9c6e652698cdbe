"""Which articles tell the same story: by a manifest, by file name, by content (in this order of precedence)."""

from xlcheck.pair.article import LEAD_SENTENCES, HalfMatrix, PairingArticle, pairing_article
from xlcheck.pair.event import SAME_EVENT, score_of_grade
from xlcheck.pair.manifest import Manifest, NamedPairs, read_manifest, resolve
from xlcheck.pair.pairing import Pairing, Unpaired, pair_articles

__all__ = [
    "LEAD_SENTENCES",
    "SAME_EVENT",
    "HalfMatrix",
    "Manifest",
    "NamedPairs",
    "Pairing",
    "PairingArticle",
    "Unpaired",
    "pair_articles",
    "pairing_article",
    "read_manifest",
    "resolve",
    "score_of_grade",
]
