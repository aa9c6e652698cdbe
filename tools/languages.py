"""The page of languages: what is read in which, taken from the language files themselves; `docs.py` writes it."""

from __future__ import annotations

import tomllib
from pathlib import Path

from xlcheck.embed import COVERED
from xlcheck.lang.garble import GarbleProfile
from xlcheck.lang.names import NameProfile
from xlcheck.lang.profile import LanguageProfile, known_languages, load_profile

ROOT = Path(__file__).resolve().parent.parent
TABLES = ROOT / "tests" / "eval" / "facts"

HEAD = """# Languages

What is read in which language. Each has a file in `xlcheck/lang/data/`; adding a language is adding such a file.

* **Numbers**: *words* where number words may accuse by themselves, *figures* where only figures do.
* **Quotations**: *speakers* where also the speaker is found.
* **Names**, **negation**, **broken text**: whether there are word lists for them. Broken text is found in every
  language by what needs no words (mojibake, repetition, text in another language).
* **Vectors**: whether the sentence encoder was trained on the language. Without it sentences are linked through a
  translation, if there is an engine, else by length, numbers and names.
* **Tested phrases**: phrases in `tests/eval/facts/` that state numbers or dates, and others that only look so. A test
  fails where fewer than 98 of 100 are read exactly as they should be.

Every other language is read as far as figures, CLDR's names of months and days, and quotation marks go. A variant such
as `zh-TW` is read where an article names it as its language; it is never guessed from the text, since Hong Kong writes
the same characters and means other dollars.

"""
COLUMNS = (
    "Language", "Code", "Numbers", "Dates", "Quotations", "Names", "Negation", "Broken text", "Vectors",
    "Tested phrases",
)  # fmt: skip


def language_table() -> str:
    """Return the whole page."""
    rows = [COLUMNS, tuple("---" for _ in COLUMNS), *(_row(code) for code in known_languages())]
    return HEAD + "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _row(code: str) -> tuple[str, ...]:
    profile = load_profile(code)
    return (
        profile.name,
        f"`{code}`",
        "words" if profile.numbers.trust_words else "figures",
        "yes",
        _quotations(profile),
        _mark(profile.names != NameProfile()),
        _mark(bool(profile.polarity.negators)),
        _mark(profile.garble != GarbleProfile()),
        _mark(code in COVERED),
        _phrases(code),
    )


def _quotations(profile: LanguageProfile) -> str:
    return "speakers" if profile.quotes.verbs else "marks"


def _phrases(code: str) -> str:
    path = TABLES / f"{code}.toml"
    if not path.is_file():
        return "–"
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return f"{len(table['phrases'])} + {len(table['negatives'])}"


def _mark(known: bool) -> str:
    return "yes" if known else "–"
