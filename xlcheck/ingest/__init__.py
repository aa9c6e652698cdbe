"""Bytes to articles: one reader per format, decoding, evidence of broken characters, boilerplate marking.

`read_corpus` is the only door. In order: `walk` finds the files, `decode` makes text of bytes, a module of `readers`
makes drafts of the text, `marking` gives every line its role by the rules of `boilerplate.toml`, `repeats` compares the
files with one another, and `building` adds language, date and evidence.
"""

from xlcheck.ingest.corpus import Corpus, read_corpus
from xlcheck.ingest.limits import Limits

__all__ = ["Corpus", "Limits", "read_corpus"]
