"""Bytes to articles: one reader per format, decoding, evidence of broken characters, boilerplate marking.

`read_corpus` is the only door to articles; `find_inputs` tells which files it would read. In order: `walk` finds the
files, `decode` makes text of bytes, a module of `readers` makes drafts of the text, `marking` gives every line its role
by the rules of `boilerplate.toml`, `repeats` compares the files with one another, and `building` adds language, date
and evidence.
"""

from xlcheck.ingest.corpus import Corpus, read_corpus
from xlcheck.ingest.limits import Limits
from xlcheck.ingest.walk import find_inputs

__all__ = ["Corpus", "Limits", "find_inputs", "read_corpus"]
