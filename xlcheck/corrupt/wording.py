"""Rules that leave out, add, mix up or keep what should have been translated."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from xlcheck.corrupt.edit import WORD, Edit, cut
from xlcheck.lang.profile import load_profile

if TYPE_CHECKING:
    from xlcheck.corrupt.edit import Material

_CLAUSE = re.compile(r", [^,;:.!?\"\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}]+(?=[,.;](?:\s|$))")
_QUOTED = re.compile(
    "|".join(
        (
            '\N{LEFT DOUBLE QUOTATION MARK}([^“”„"]{12,400})\N{RIGHT DOUBLE QUOTATION MARK}',
            '\N{DOUBLE LOW-9 QUOTATION MARK}([^“”„"]{12,400})[“”]',
            "«([^«»]{12,400})»",
            r'(?:(?<=[\s(])|\A)"(?=[^\s"])([^"“”„]{12,400})"(?!\w)',
        )
    )
)
"""Words between two marks that belong together: a straight one opens behind a space and before none."""
_MARKS = '"\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}\N{DOUBLE LOW-9 QUOTATION MARK}«»'
_LEAST_WORDS = 8
_LONG = 5
_QUOTED_WORDS = 6


def omitted_word(material: Material) -> Edit | None:
    """Leave out one long word that is no name."""
    words = [match for match in WORD.finditer(material.text) if len(match.group()) >= _LONG and match.group().islower()]
    if not words or len(WORD.findall(material.text)) < _LEAST_WORDS:
        return None
    match = material.chance.choice(words)
    return cut(material.text, match.start(), match.end())


def omitted_clause(material: Material) -> Edit | None:
    """Leave out what stands between two commas, or the last third of a long sentence."""
    clauses = [match for match in _CLAUSE.finditer(material.text) if len(WORD.findall(match.group())) >= 3]
    if clauses:
        match = material.chance.choice(clauses)
        # An insertion goes with both its commas where the sentence goes on, with the first one where it ends.
        goes_on = material.text[match.end()] == "," and match.start() < len(material.text) // 2
        return Edit(match.start(), match.end() + goes_on, "")
    words = list(WORD.finditer(material.text))
    if len(words) < 2 * _LEAST_WORDS:
        return None
    first = words[len(words) * 2 // 3]
    tail = material.text[first.start() : words[-1].end()]
    return None if any(mark in tail for mark in _MARKS) else Edit(first.start() - 1, words[-1].end(), "")


def added_clause(material: Material) -> Edit | None:
    """Put a phrase at the end that nobody said."""
    asides = load_profile(material.language).corrupt.asides
    words = list(WORD.finditer(material.text))
    if not asides or len(words) < _LEAST_WORDS // 2:
        return None
    end = words[-1].end()
    if any(char.isalnum() or char in _MARKS for char in material.text[end:]):
        return None  # the sentence ends in a figure or inside a quotation
    return Edit(end, end, ", " + material.chance.choice(asides))


def untranslated_word(material: Material) -> Edit | None:
    """Put a word of the other language where about the same word stood."""
    theirs = [word for word in WORD.finditer(material.other) if len(word.group()) >= _LONG]
    ours = [word for word in WORD.finditer(material.text) if len(word.group()) >= _LONG and word.group().islower()]
    present = material.text.lower()
    theirs = [word for word in theirs if word.group().lower() not in present]
    if not theirs or not ours:
        return None
    chosen = material.chance.choice(theirs)
    place = chosen.start() / max(len(material.other), 1)
    nearest = min(ours, key=lambda word: (abs(word.start() / max(len(material.text), 1) - place), word.start()))
    return Edit(nearest.start(), nearest.end(), chosen.group())


def shuffled_words(material: Material) -> Edit | None:
    """Mix up a run of six to ten words."""
    words = list(WORD.finditer(material.text))
    if len(words) < _LEAST_WORDS:
        return None
    size = min(len(words), material.chance.randint(6, 10))
    first = material.chance.randrange(len(words) - size + 1)
    run = words[first : first + size]
    order = [word.group() for word in run]
    mixed = order[:]
    for _ in range(5):
        material.chance.shuffle(mixed)
        if sum(a != b for a, b in zip(order, mixed, strict=True)) >= size // 2:
            break
    pieces: list[str] = []
    for place, (word, new) in enumerate(zip(run, mixed, strict=True)):
        after = run[place + 1].start() if place + 1 < size else word.end()
        pieces += [new, material.text[word.end() : after]]
    return Edit(run[0].start(), run[-1].end(), "".join(pieces))


def repeated_phrase(material: Material) -> Edit | None:
    """Say a run of one to five words two to five times, as a translation does that has lost the thread."""
    words = list(WORD.finditer(material.text))
    if len(words) < _LEAST_WORDS:
        return None
    size = material.chance.randint(1, 5)
    first = material.chance.randrange(1, len(words) - size + 1)
    start, end = words[first].start(), words[first + size - 1].end()
    phrase = material.text[start:end]
    glue = material.chance.choice((" ", " ", ", "))
    return Edit(end, end, (glue + phrase) * material.chance.randint(1, 4))


def trimmed_quote(material: Material) -> Edit | None:
    """Cut the second half out of a quotation."""
    quotes = [match for match in _QUOTED.finditer(material.text) if len(WORD.findall(match.group())) >= _QUOTED_WORDS]
    if not quotes:
        return None
    match = material.chance.choice(quotes)
    words = [word for word in WORD.finditer(material.text) if match.start() <= word.start() < match.end()]
    return Edit(words[len(words) // 2].start() - 1, words[-1].end(), "")


def other_sentence(material: Material) -> Edit | None:
    """Put another sentence in its place."""
    strangers = [text for text in material.strangers if text != material.text]
    if not strangers:
        return None
    return Edit(0, len(material.text), material.chance.choice(strangers))
