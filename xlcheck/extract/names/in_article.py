"""Names of persons, places and bodies, found without any download.

A name is a run of capitalised words. Where every noun has a capital (German) a part-of-speech tagger tells proper nouns
from the rest; elsewhere the first word of a sentence counts only if something confirms it. Titles (Herr, President) end
a name and show that a person follows; countries, cities and large organisations get the key under which other
languages know them. Adjectives of countries (Russian) are no names.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from xlcheck.extract.names.caseless_names import find_caseless_names
from xlcheck.extract.names.copied_words import calendar_words, is_acronym, is_known_name
from xlcheck.extract.names.taggers import is_ordinary, is_unknown, lemma_of, tag_words
from xlcheck.extract.names.words import Word, read_words
from xlcheck.lang.profile import load_profile
from xlcheck.lang.territories import fold_name, inflected_key, is_demonym, stems_of, territory_key, territory_keys
from xlcheck.model import Mention, MentionKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from xlcheck.lang.names import NameProfile
    from xlcheck.model import Segment

TITLE_CASE = 0.6
"""From this share of capitalised long words on, a line without a full stop is a headline: its capitals say nothing."""
LONGEST_NAME = 6
"""Words; a longer run of capitals is a headline or a list."""
_LONGEST_KEY = 4
_LONGEST_ACRONYM = 5
"""Letters; a longer word in capitals at the beginning of a sentence is as often an ordinary one that is stressed."""
_WORLD = "001"
_FULL_STOPS = frozenset(".!?\N{HORIZONTAL ELLIPSIS}")
_QUOTES = "\"' \N{RIGHT DOUBLE QUOTATION MARK}\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    mention: Mention
    sure: bool
    """False for a lone word at the beginning of a sentence or in a headline, which only the article can confirm."""


def extract_names(segment: Segment, language: str) -> tuple[Mention, ...]:
    """Return the names in a sentence that stand for themselves, in order of position."""
    return tuple(found.mention for found in _find(segment, language) if found.sure)


def extract_article_names(segments: Sequence[Segment], language: str) -> tuple[Mention, ...]:
    """Return the names of an article in order of position.

    A sentence is read in its own language, `language` where it has none. What the article says elsewhere confirms lone
    words at the beginning of sentences and shows which names are persons: those that stand somewhere with a title, and
    those of several words whose last word also stands alone.
    """
    found = [item for segment in segments for item in _find(segment, segment.language or language)]
    known = {word for item in found if item.sure for word in fold_name(item.mention.name).split()}
    kept = [item.mention for item in found if item.sure or fold_name(item.mention.name) in known]
    return tuple(_name_persons(kept))


def _name_persons(mentions: Sequence[Mention]) -> list[Mention]:
    """Carry "person" from one mention of a name to the others."""
    last = {fold_name(item.name).split()[-1]: item for item in mentions if item.kind is MentionKind.PERSON}
    alone = Counter(fold_name(item.name) for item in mentions if " " not in item.name and not item.key)
    full = {fold_name(item.name).split()[-1] for item in mentions if " " in item.name and not item.key}
    persons = set(last) | (full & set(alone))
    return [
        replace(item, kind=MentionKind.PERSON)
        if item.kind is MentionKind.OTHER and not item.key and fold_name(item.name).split()[-1] in persons
        else item
        for item in mentions
    ]


def _find(segment: Segment, language: str) -> list[_Found]:
    profile = load_profile(language)
    if profile.names.caseless:
        return [_Found(mention=mention, sure=True) for mention in find_caseless_names(segment, language)]
    words = read_words(segment.text, profile.names.elisions, profile.names.possessives)
    if not any(word.capital for word in words):
        return []
    headline = not profile.names.tagger and _is_headline(segment.text, words)
    names = _tagged(words, profile.names) if profile.names.tagger else _capitals(words, profile.names, language)
    keys = _keys(words, names, language)
    if not profile.names.tagger and not headline:
        keys = {span: key for span, key in keys.items() if not _is_part(words, names, span, language)}
    found: list[_Found] = []
    for start, end in _runs(words, names, keys, language):
        if found_one := _mention(segment, words[start:end], keys.get((start, end), ""), language):
            before = _title_before(words, start, language)
            is_person = before and not found_one.key and not _is_office(words, start, end, language)
            kind = MentionKind.PERSON if is_person else found_one.kind
            lone = end - start == 1 and not found_one.key and not before and not profile.names.tagger
            doubtful = lone and words[start].opens and not _is_surely_name(words, start, language)
            sure = not doubtful and (not headline or bool(found_one.key))
            found.append(_Found(mention=replace(found_one, kind=kind), sure=sure))
    return found


def _is_surely_name(words: Sequence[Word], start: int, language: str) -> bool:
    """Tell whether a lone word at the beginning of a sentence is a name: known as one, or an acronym before others."""
    word = words[start].text
    if len(word) <= _LONGEST_ACRONYM and is_acronym(word):
        return start + 1 < len(words) and not words[start + 1].text.isupper()
    return is_known_name(word, language)


def _is_office(words: Sequence[Word], start: int, end: int, language: str) -> bool:
    """Tell whether a lone word behind a title rather belongs to it: Deputy Leader, but Mr Green."""
    profile = load_profile(language).names
    if end - start > 1 or not profile.courtesy or not profile.lexicon or start == 0:
        return False
    courtesy = {title.rstrip(".") for title in _folded(profile.courtesy)}
    return fold_name(words[start - 1].text) not in courtesy and is_ordinary(words[start].text, profile.lexicon)


def _tagged(words: Sequence[Word], profile: NameProfile) -> list[bool]:
    """Tell which words are proper nouns by the tagger, or capitalised after a title."""
    tags = tag_words(tuple(word.text for word in words), profile.tagger)
    skipped = _folded(profile.not_names)
    courtesy = frozenset(fold_name(title).rstrip(".") for title in profile.courtesy)
    titled = [False, *(word.key in courtesy for word in words)]
    names = [
        word.capital
        and fold_name(word.text) not in skipped
        and (tag.proper or word.initial or (titled[index] and not word.breaks and fold_name(word.text) not in courtesy))
        for index, (word, tag) in enumerate(zip(words, tags, strict=True))
    ]
    for index, word in enumerate(words[1:], start=1):
        # A word that the tagger has never seen, right behind a given name, is a surname that it took for a noun.
        if names[index - 1] and not names[index] and word.capital and not word.breaks:
            before = words[index - 1].text
            is_plain = (
                lemma_of(before, tags[index - 1], profile.tagger) == before
            )  # no genitive: "Merkels Sondergesandter"
            if is_plain and fold_name(word.text) not in skipped and is_unknown(word.text, profile.tagger):
                names[index] = True
    return names


def _capitals(words: Sequence[Word], profile: NameProfile, language: str) -> list[bool]:
    """Tell which words have a capital of their own: not as openers, adjectives of countries, days or months."""
    skipped = _skipped(language)
    openers = _folded(profile.openers)
    return [
        word.capital
        and (len(word.text) > 1 or word.initial)
        and not _is_adjective(word.text, language)
        and not (stems_of(fold_name(word.text), language) & skipped)
        and fold_name(word.text) not in openers
        and (not word.opens or bool(openers))  # without a list of openers the first word may be anything
        for word in words
    ]


@cache
def _skipped(language: str) -> frozenset[str]:
    """Return the words that name nobody, folded, as they stand and without their case endings."""
    words = _folded(load_profile(language).names.not_names)
    return frozenset(stem for word in words for stem in stems_of(word, language)) | calendar_words(language)


def _is_adjective(word: str, language: str) -> bool:
    """Tell whether a word is the adjective of a country, alone or in front (Russian-Japanese, Turkish-made)."""
    parts = word.split("-")
    return is_demonym(parts[0], language) or (len(parts) > 1 and parts[-1].islower())


def _keys(words: Sequence[Word], names: Sequence[bool], language: str) -> dict[tuple[int, int], str]:
    """Find known places and bodies, longest first, never overlapping; they count even where the tagger missed them."""
    found: dict[tuple[int, int], str] = {}
    start = 0
    while start < len(words):
        for end in range(min(start + _LONGEST_KEY, len(words)), start, -1):
            if not (words[start].capital and words[end - 1].capital):
                continue
            if words[start].opens and end - start == 1 and not names[start]:
                continue  # a lone opener: Nice to meet you
            if any(word.breaks for word in words[start + 1 : end]):
                continue
            if key := _key(words[start:end], language):
                found[start, end] = key
                start = end - 1
                break
        start += 1
    return found


def _is_part(words: Sequence[Word], names: Sequence[bool], span: tuple[int, int], language: str) -> bool:
    """Tell whether a known place is only a part of a longer name (Upper Austria, Washington Post)."""
    start, end = span
    titles = _titles(language)
    before = start > 0 and names[start - 1] and not words[start].breaks and not words[start - 1].possessive
    after = end < len(words) and names[end] and not words[end].breaks and not words[end - 1].possessive
    if after and not before and not territory_keys(" ".join(word.text for word in words[start:end]), language):
        return False  # in a case of its own: the minister of Norway, Lindqvist
    return (before and not words[start - 1].opens and not _title_length(words, start - 1, titles)) or (
        after and not _title_length(words, end, titles)
    )


def _key(words: Sequence[Word], language: str) -> str:
    text = " ".join(word.text for word in words)
    profile = load_profile(language).names
    if len(words) == 1 and fold_name(text) in _folded(profile.not_names):
        return ""
    if key := territory_key(text, language):
        return key
    # English marks a genitive with an apostrophe, which is no part of the word any more.
    inflects = profile.nouns_capitalised or not profile.possessives
    return inflected_key(text, language) if inflects and not (len(words) == 1 and words[0].opens) else ""


def _runs(
    words: Sequence[Word], names: Sequence[bool], keys: dict[tuple[int, int], str], language: str
) -> list[tuple[int, int]]:
    """Return the runs of words that make one name each, known places apart."""
    profile = load_profile(language).names
    titles = _titles(language)
    inside = {index: span for span in keys for index in range(*span)}
    runs: list[tuple[int, int]] = []
    index = 0
    while index < len(words):
        if index in inside:
            start, end = inside[index]
            runs.append((start, end))
            index = end
            continue
        if not names[index] or _title_length(words, index, titles):
            index += max(_title_length(words, index, titles), 1)
            continue
        end = index + 1
        while end < len(words) and end not in inside and not words[end].breaks and not words[end - 1].possessive:
            if names[end] and not _title_length(words, end, titles):
                end += 1
            elif (after := _after_particles(words, end, profile)) > end and after < len(words) and names[after]:
                end = after + 1
            else:
                break
        if end - index <= LONGEST_NAME:
            runs.append((index, end))
        index = end
    return sorted(runs)


def _mention(segment: Segment, words: Sequence[Word], key: str, language: str) -> Mention | None:
    """Build a mention from a run of words; None for initials alone."""
    profile = load_profile(language).names
    while words and words[-1].initial:  # Vladimir V.
        words = words[:-1]
    if not words or (len(words) == 1 and not key and fold_name(words[0].text) in _folded(profile.organisation_words)):
        return None
    span = segment.span.sub(words[0].start, words[-1].end)
    name = span.text if key else _plain(words, profile)
    if not key and name != span.text:
        key = territory_key(name, language)
    if key:
        kind = MentionKind.OTHER if key.startswith("org:") or key in {"EU", "UN"} else MentionKind.PLACE
    else:
        kind = MentionKind.OTHER
        if len(words) > 1 and any(word.initial for word in words):
            kind = MentionKind.PERSON
    return Mention(span=span, name=name, kind=kind, key=key)


def _plain(words: Sequence[Word], profile: NameProfile) -> str:
    """Return the words of a name, the last in its plain form (Putins → Putin where the tagger says so)."""
    parts = [word.text + "." * word.initial for word in words]
    if profile.tagger:
        last = words[-1].text
        lemma = lemma_of(last, tag_words((last,), profile.tagger)[0], profile.tagger)
        if parts[-1].removeprefix(lemma) in profile.case_endings:
            parts[-1] = lemma
    return " ".join(parts)


def _is_headline(text: str, words: Sequence[Word]) -> bool:
    long = [word for word in words if len(word.text) > 3]
    closed = text.rstrip(_QUOTES)[-1:] in _FULL_STOPS
    return not closed and len(long) >= 4 and sum(word.capital for word in long) >= TITLE_CASE * len(long)


def _after_particles(words: Sequence[Word], index: int, profile: NameProfile) -> int:
    """Return the index of the first word from `index` on that is no particle (von der)."""
    while index < len(words) and words[index].text in profile.particles and not words[index].breaks:
        index += 1
    return index


def _title_before(words: Sequence[Word], start: int, language: str) -> bool:
    titles = _titles(language)
    return (
        any(start - length >= 0 and _title_length(words, start - length, titles) == length for length in range(1, 4))
        and not words[start].breaks
    )


def _title_length(words: Sequence[Word], start: int, titles: frozenset[tuple[str, ...]]) -> int:
    """Return how many words from `start` on are a title, 0 if none."""
    ahead = tuple(word.key for word in words[start : start + 3])
    return next((length for length in (3, 2, 1) if ahead[:length] in titles), 0)


@cache
def _titles(language: str) -> frozenset[tuple[str, ...]]:
    titles = load_profile(language).names.titles
    return frozenset(tuple(part.rstrip(".") for part in fold_name(title).split()) for title in titles)


@cache
def _folded(items: Iterable[str]) -> frozenset[str]:
    return frozenset(fold_name(item) for item in items)
