"""Contraries of single words, and what a sentence would say with one of them: `contraries/<code>.toml`.

`claims` knows which concepts exclude each other, in every language, and judges alone; these lists are far longer, exist
for the language that is rewritten (English), and only propose: whether the sentence or its rewrite is nearer to the
other language is for vectors to say (`embed.contrast`).
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from xlcheck.errors import ConfigError
from xlcheck.lang.whole_phrase import WholePhrase, whole_phrase, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

BEFORE, AFTER = 24, 12
"""Letters between a negator and the word that it negates, and between a word and a negator behind it."""
STEM = 4
"""Letters that two words of one family share at least."""
MOST_POLAR = 5
"""Phrases of one sentence that are denied in turn."""
MOST = 24
"""Rewrites of one sentence; long sentences offer more and say too much for one word to matter."""
_REMEMBERED = 1 << 10
"""Texts whose rewrites are remembered: several checks, and the score, ask for those of one sentence."""
_WORDS = ("adjectives", "adverbs", "verbs", "nouns")
_WORD = re.compile(r"[^\W\d_]+")
_JOINED = frozenset("-'\N{RIGHT SINGLE QUOTATION MARK}\N{NON-BREAKING HYPHEN}.@/&")


@dataclass(frozen=True, slots=True, kw_only=True)
class Contrary:
    """A word that excludes another.

    Attributes:
        word: in the form that fits the same place.
        forms: all its forms; where a sentence has one of them, it speaks of both.
    """

    word: str
    forms: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewrite:
    """A sentence with one word exchanged: `text[start:end]`, which is `old`, by `new`.

    Attributes:
        polar: whether a phrase is denied or no longer denied, not one word exchanged for another.
    """

    start: int
    end: int
    old: str
    new: str
    polar: bool = False


@cache
def contraries_of(language: str) -> dict[str, tuple[Contrary, ...]]:
    """Return the contraries of each listed word of a language, by the word in lower case; none for unlisted languages.

    Raises:
        ConfigError: the two sides of a line have different numbers of forms.
    """
    found: dict[str, list[Contrary]] = {}
    for line in (line for name in _WORDS for line in _table(language).get(name, ())):
        left, _, right = (side.split() for side in line.partition("/"))
        if len(left) != len(right) or not left:
            raise ConfigError(f"contraries of {language}: {line!r} does not pair its forms")
        for words, others in ((left, right), (right, left)):
            forms = frozenset(others)
            for word, other in zip(words, others, strict=True):
                known = found.setdefault(word, [])
                if all(item.word != other for item in known):
                    known.append(Contrary(word=other, forms=forms))
    return {word: tuple(items) for word, items in found.items()}


@cache
def _table(language: str) -> dict[str, Any]:
    source = files("xlcheck.lang") / "contraries" / f"{language.partition('-')[0]}.toml"
    return tomllib.loads(source.read_text(encoding="utf-8")) if source.is_file() else {}


@lru_cache(maxsize=_REMEMBERED)
def polar_rewrites(text: str, language: str, *, deny: bool) -> tuple[Rewrite, ...]:
    """Return the sentences that a sentence would be with one phrase denied, or no longer denied, at most `MOST_POLAR`.

    Args:
        deny: True puts a negation in, False takes one away.
    """
    found: list[Rewrite] = []
    taken = bytearray(len(text))
    words = words_of(text)
    for phrase, replacement in _phrases(language, deny):
        for match in phrase.find(text, words):
            start, end = match.span()
            if any(taken[start:end]):
                continue
            taken[start:end] = b"\x01" * (end - start)
            old = match.group()
            # What follows the bare negator takes its place: "not yet", "yet".
            new = match.group(1) if match.re.groups else replacement
            new = new.capitalize() if old[0].isupper() else new
            found.append(Rewrite(start=start, end=end, old=old, new=new, polar=True))
    return tuple(sorted(found, key=lambda item: item.start)[:MOST_POLAR])


@lru_cache(maxsize=_REMEMBERED)
def phrase_rewrites(text: str, language: str, table: str, *, both_ways: bool) -> tuple[Rewrite, ...]:
    """Return the sentences that a sentence would be with one phrase of a table exchanged for its partner.

    Phrases whose partner the sentence has as well are left alone. At most `MOST`.

    Args:
        table: "amounts" or "certainties".
        both_ways: whether the second phrase of a line may be exchanged for the first as well.
    """
    found = []
    words = words_of(text)
    for phrase, partner, new in _pairs(language, table, both_ways):
        for match in phrase.find(text, words):
            if any(partner.find(text, words)):
                break
            old = match.group()
            word = new.capitalize() if old[0].isupper() else new
            found.append(Rewrite(start=match.start(), end=match.end(), old=old, new=word))
    return tuple(sorted(found, key=lambda item: item.start)[:MOST])


@cache
def _pairs(language: str, table: str, both_ways: bool) -> tuple[tuple[WholePhrase, WholePhrase, str], ...]:
    """Return each phrase of a table with its partner, also in letters."""
    pairs = [tuple(side.strip() for side in line.split("/")) for line in _table(language).get(table, ())]
    pairs += [(new, old) for old, new in pairs] if both_ways else []
    patterns = {phrase: whole_phrase(phrase) for pair in pairs for phrase in pair}
    return tuple((patterns[old], patterns[new], new) for old, new in pairs)


@cache
def _phrases(language: str, deny: bool) -> tuple[tuple[WholePhrase, str], ...]:
    """Return phrases with what to put in their place, longer ones first."""
    table = _table(language)
    lines = [*table.get("negations", ()), *(() if deny else table.get("denials", ()))]
    pairs = [tuple(side.strip() for side in line.split("/")) for line in lines]
    turned = dict.fromkeys(pairs if deny else ((denied, plain) for plain, denied in pairs))
    ordered = sorted(turned, key=lambda pair: -len(pair[0]))
    found = [(whole_phrase(old), new) for old, new in ordered]
    if not deny and (negator := table.get("negator")):
        found.append((whole_phrase(negator, r"\s+([^\W\d_]+)"), ""))
    return tuple(found)


@lru_cache(maxsize=_REMEMBERED)
def rewrites(text: str, language: str, *, negators: tuple[tuple[int, int], ...] = ()) -> tuple[Rewrite, ...]:
    """Return the sentences that a sentence would be with one word turned into its contrary, in order, at most `MOST`.

    Names (capitals within the sentence), parts of joined words and words whose contrary the sentence has as well, or a
    word of its family, are left alone; so are words near a negator: "not important" may translate "trivial".

    Args:
        text: a sentence or two.
        language: of the text; without a list nothing is rewritten.
        negators: where its negators begin and end.
    """
    table = contraries_of(language)
    words = list(_WORD.finditer(text)) if table else []
    said = frozenset(match.group().lower() for match in words)
    opening = next((place for place, char in enumerate(text) if char.isalnum()), 0)
    found = []
    for match in words:
        word, lowered = match.group(), match.group().lower()
        if lowered not in table or _is_name(match, opening) or _is_joined(text, match) or _is_negated(match, negators):
            continue
        for contrary in table[lowered]:
            if not _is_said(contrary, said):
                new = contrary.word.capitalize() if word[0].isupper() else contrary.word
                found.append(Rewrite(start=match.start(), end=match.end(), old=word, new=new))
    return tuple(found[:MOST])


def _is_said(contrary: Contrary, said: frozenset[str]) -> bool:
    """Tell whether a text has a form of a contrary, or a word of its family: slow, slowly; rainy, rain."""
    if not said.isdisjoint(contrary.forms):
        return True
    word = contrary.word
    return any(
        min(len(word), len(other)) >= STEM and (other.startswith(word) or word.startswith(other)) for other in said
    )


def _is_name(match: re.Match[str], opening: int) -> bool:
    """Tell whether a word has capitals that are not those of the first word of a text."""
    word = match.group()
    return word != word.lower() and (word != word.capitalize() or match.start() > opening)


def _is_joined(text: str, match: re.Match[str]) -> bool:
    before, after = text[max(0, match.start() - 1) : match.start()], text[match.end() : match.end() + 2]
    return before in _JOINED or (after[:1] in _JOINED and after[1:].isalnum())


def _is_negated(match: re.Match[str], negators: Iterable[tuple[int, int]]) -> bool:
    return any(0 <= match.start() - end <= BEFORE or 0 <= start - match.end() <= AFTER for start, end in negators)
