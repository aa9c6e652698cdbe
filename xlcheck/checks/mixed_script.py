"""A word with letters of two scripts that look alike, such as a Latin "a" inside a Cyrillic word.

## What it does

Points at words in which one or a few letters come from another script and look like those of the word's own: Latin
letters in Cyrillic or Greek words, Cyrillic or Greek ones in Latin words.

## Why it matters

Nobody sees such a letter, and no search, no spelling check and no comparison of names finds the word any more. They
come from texts that were read by a machine or retyped on the wrong keyboard, and from people who dodge filters.

## Example

Russian: "Мэр Aльмсунда закрыл мост." with a Latin "A"
Verdict: the first letter of the name is Latin.

## When it stays silent

Foreign words with an ending of the language's own ("SMSка", "VIPа"); compounds with a hyphen ("IT-отдел"); formulas,
types and codes with figures; words of up to three letters; letters that look like none of the word's script.

## Known limits

A word that is wholly written with letters of the wrong script is not seen, nor is one in which both scripts have the
same share. Measured: none of 3,582 English and none of 3,582 foreign sentences of clean news is flagged; recall is not
measured, since no set has such words.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from xlcheck.checks.base import CheckContext, CheckInfo, Example, Examples, make_finding
from xlcheck.model import Severity, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xlcheck.model import Finding, Segment, Side

INFO = CheckInfo(id="XG104", name="mixed-script", severity=Severity.WARNING, scope="article", its="characters")

EXAMPLES = Examples(
    fires=(
        Example(
            english="Мэр \N{LATIN CAPITAL LETTER A}льмсунда закрыл мост до осени.",
            language="ru",
            note="a Latin letter in a Cyrillic name",
        ),
        Example(
            english="The mayor of \N{CYRILLIC CAPITAL LETTER A}lmsund closed the bridge.",
            note="a Cyrillic letter in an English name",
        ),
        Example(
            english="Die Br\N{LATIN SMALL LETTER U WITH DIAERESIS}ck\N{CYRILLIC SMALL LETTER IE} bleibt geschlossen.",
            language="de",
            note="a Cyrillic letter in a German word",
        ),
        Example(
            english="Ο δήμαρχος του \N{LATIN CAPITAL LETTER A}λμσουντ έκλεισε τη γέφυρα.",
            language="el",
            note="a Latin letter in a Greek name",
        ),
    ),
    silent=(
        Example(english="IT-отдел мэрии прислал SMSки всем VIPам, сказал представитель VIPа.", language="ru"),
        Example(english="Am Hafen von Almsund misst man µm und Ω; die Firma heißt «Αλφα Beta».", language="de"),
        Example(english="The newspaper “Вечерний Альмсунд” quoted Mayor Vik; the α-particle and COVID-19 are tests."),
        Example(english="Танк Т-34М и самолёт МиГ-29K стояли у моста.", language="ru"),
    ),
)

_LEAST_LETTERS = 4
_WORD = re.compile(r"[^\W\d_]+(?:\d[\w]*)?")
_LIKE = {
    ("LATIN", "CYRILLIC"): frozenset("aceopxyijsABCEHKMOPTXIJS"),
    ("CYRILLIC", "LATIN"): frozenset("асеорхуіјѕАВСЕНКМОРТХІЈЅ"),
    ("LATIN", "GREEK"): frozenset("ovABEHIKMNOPTXYZ"),
    ("GREEK", "LATIN"): frozenset("ονΑΒΕΗΙΚΜΝΟΡΤΧΥΖ"),
}
"""(script of the letter, script of the word) → the letters that look like one of the word's script."""
_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK")


def check(side: Side, context: CheckContext, /) -> Iterator[Finding]:
    """Yield a finding per sentence with such words."""
    del context
    for segment in side.segments:
        if segment.text.isascii():
            continue
        found = list(_mixed_words(segment))
        if not found:
            continue
        start, end, letter, script = found[0]
        word = segment.text[start:end]
        more = f", and {len(found) - 1} more like it" if len(found) > 1 else ""
        yield make_finding(
            INFO,
            confidence=[("letters", 0.97)],
            verdict=Verdict.TEXT_GARBLED,
            message=f"“{word}” has a {script} letter that looks like another: “{letter}”{more}.",
            where=[segment.span.sub(first, last) for first, last, _, _ in found],
            evidence=[("letter", f"{letter} ({unicodedata.name(letter).lower()})")],
        )


def _mixed_words(segment: Segment) -> Iterator[tuple[int, int, str, str]]:
    """Yield start, end, first odd letter and its script's name."""
    for match in _WORD.finditer(segment.text):
        word = match.group()
        if word.isascii() or len(word) < _LEAST_LETTERS or any(char.isdigit() for char in word):
            continue
        scripts = [_script(char) for char in word]
        known = {script for script in scripts if script}
        if len(known) != 2 or "" in scripts:
            continue
        few, many = sorted(known, key=scripts.count)
        odd = [char for char, script in zip(word, scripts, strict=True) if script == few]
        if 2 * len(odd) >= len(word) or not _LIKE.get((few, many), frozenset()).issuperset(odd):
            continue
        if _has_ending(word, scripts, few):
            continue
        yield match.start(), match.end(), odd[0], few.capitalize()


def _script(char: str) -> str:
    name = unicodedata.name(char, "").split(" ", 1)[0]
    return name if name in _SCRIPTS else ""


def _has_ending(word: str, scripts: list[str], few: str) -> bool:
    """Whether a foreign word in capitals has an ending of the language's own: "VIPа"."""
    first = scripts.index(few)
    stem = word[:first]
    return first > 0 and all(script == few for script in scripts[first:]) and stem.isupper() and word[first:].islower()
