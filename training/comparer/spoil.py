"""Step 2a: spoil a clean pair: one function for each kind of error, which tells the words that it touched.

Divergence without labels, after Briakou and Carpuat (2020), "Detecting Fine-Grained Cross-Lingual Semantic Divergences
without Supervision by Learning to Rank": words left out, phrases exchanged, words for more general or other ones. Here
the kinds are those that matter in news: another name, figure, negation, contrary, a word that is near, words that
nobody said, words left out, left in the other language, moved, or said again.
"""

from __future__ import annotations

import random
from collections.abc import Callable

from choose import Pair
from draft import Draft, core, like_case
from stock import Stock

from xlcheck.lang.contraries import phrase_rewrites, polar_rewrites, rewrites

Error = Callable[[Draft, Pair, Stock, random.Random], bool]
"""Changes the English of a pair in a draft; returns False where there is nothing that it could change."""

TWICE = 0.2
"""Share of spoilt sentences with a second error."""
CONTRACTED = 0.3
"""Share of added negations that are contracted."""
COMMONEST = 8_000
"""Words of the vocabulary that strangers are drawn from."""
SWAPS = {
    "may": ("will", "must"),
    "will": ("may", "might"),
    "might": ("will",),
    "could": ("will", "must"),
    "must": ("may",),
    "should": ("will",),
    "all": ("some", "few"),
    "some": ("all",),
    "many": ("few",),
    "several": ("two",),
    "every": ("no",),
    "no": ("every",),
    "always": ("never", "sometimes"),
    "never": ("always",),
    "before": ("after",),
    "after": ("before",),
    "above": ("below",),
    "below": ("above",),
    "because": ("although",),
    "only": ("also",),
    "with": ("without",),
    "without": ("with",),
    "he": ("she",),
    "she": ("he",),
    "his": ("her",),
    "they": ("we",),
    "we": ("they",),
    "today": ("yesterday",),
    "yesterday": ("tomorrow",),
}
"""Little words that say another thing, beside the contraries that `xlcheck.lang` lists."""
_AUXILIARIES = frozenset(
    ["is", "are", "was", "were", "has", "have", "do", "does", "did", "would", "should", "could", "had"]
)


def near_word(draft: Draft, pair: Pair, stock: Stock, chance: random.Random) -> bool:
    """Put a word that is near into the place of one."""
    places = [place for place in draft.content() if stock.near.get(core(draft.words[place])[1].lower())]
    if not places:
        return False
    place = chance.choice(places)
    draft.exchange(place, chance.choice(stock.near[core(draft.words[place])[1].lower()]))
    return True


def strange_word(draft: Draft, pair: Pair, stock: Stock, chance: random.Random) -> bool:
    """Put any common word into the place of one."""
    places = draft.content()
    if not places or not stock.vocabulary:
        return False
    draft.exchange(chance.choice(places), chance.choice(stock.vocabulary[:COMMONEST]))
    return True


def contrary(draft: Draft, pair: Pair, stock: Stock, chance: random.Random) -> bool:
    """Put its contrary into the place of a word, another amount, or another degree of certainty."""
    text = draft.text
    found = [*rewrites(text, "en"), *phrase_rewrites(text, "en", "amounts", both_ways=True)]
    found += phrase_rewrites(text, "en", "certainties", both_ways=True)
    edits = [(item.start, item.end, item.new) for item in found]
    start = 0
    for word in draft.words:
        before, inner, _ = core(word)
        first = start + len(before)
        edits += [(first, first + len(inner), like_case(new, inner)) for new in SWAPS.get(inner.lower(), ())]
        start += len(word) + 1
    if not edits:
        return False
    chosen = chance.choice(sorted({edit[0] for edit in edits}))
    draft.rewrite(*chance.choice([edit for edit in edits if edit[0] == chosen]))
    return True


def negation(draft: Draft, pair: Pair, stock: Stock, chance: random.Random) -> bool:
    """Take a negation away where there is one, else negate."""
    found = polar_rewrites(draft.text, "en", deny=False)
    if not found:
        places = [at for at, word in enumerate(draft.words) if at and word.lower() in _AUXILIARIES]
        if places and chance.random() < CONTRACTED:
            place = chance.choice(places)
            draft.replace(place, place + 1, [draft.words[place] + "n't"])
            return True
        found = polar_rewrites(draft.text, "en", deny=True)
    if not found:
        return False
    item = chance.choice(found)
    draft.rewrite(item.start, item.end, item.new)
    return True


def name(draft: Draft, pair: Pair, stock: Stock, chance: random.Random) -> bool:
    """Put another name into the place of a word with a capital."""
    places = _capitals(draft, range(len(draft.words)))
    if not places or not stock.names:
        return False
    place = chance.choice(places)
    before, _, after = core(draft.words[place])
    draft.replace(place, place + 1, [before + chance.choice(stock.names) + after])
    return True


def figure(draft: Draft, pair: Pair, stock: Stock, chance: random.Random) -> bool:
    """Put another digit into a figure."""
    places = [place for place, word in enumerate(draft.words) if any(map(_is_digit, word))]
    if not places:
        return False
    place = chance.choice(places)
    word = draft.words[place]
    at = chance.choice([at for at, char in enumerate(word) if _is_digit(char)])
    other = chance.choice([digit for digit in "123456789" if digit != word[at]])
    draft.replace(place, place + 1, [word[:at] + other + word[at + 1 :]])
    return True


def left_out_word(draft: Draft, pair: Pair, stock: Stock, chance: random.Random) -> bool:
    """Leave out a content word."""
    places = draft.content()
    if len(places) < 3:
        return False
    place = chance.choice(places)
    draft.replace(place, place + 1, [])
    return True


def left_out_phrase(draft: Draft, pair: Pair, stock: Stock, chance: random.Random) -> bool:
    """Leave out two to eight words, at most half; the full stop stays."""
    count = len(draft.words)
    if count < 8:
        return False
    start, end = _run(count, 2, min(8, count // 2), chance)
    mark = "." if "." in core(draft.words[end - 1])[2] else ""
    draft.replace(start, end, [])
    if start == len(draft.words):
        draft.words[-1] = (draft.words[-1].rstrip(",;") or draft.words[-1]) + mark
    return True


def added_word(draft: Draft, pair: Pair, stock: Stock, chance: random.Random) -> bool:
    """Put a common word before a content word."""
    places = draft.content()
    if not places or not stock.vocabulary:
        return False
    place = chance.choice(places)
    draft.replace(place, place, [chance.choice(stock.vocabulary[:COMMONEST])])
    return True


def added_phrase(draft: Draft, pair: Pair, stock: Stock, chance: random.Random) -> bool:
    """Put in two to seven words of another sentence."""
    other = _other(stock, chance)
    start, end = _run(len(other), 2, min(7, len(other)), chance)
    place = chance.randrange(len(draft.words))
    draft.replace(place, place, [word.rstrip(".") or word for word in other[start:end]])
    return True


def other_phrase(draft: Draft, pair: Pair, stock: Stock, chance: random.Random) -> bool:
    """Put a phrase of another sentence, of about the same length, into the place of one."""
    count = len(draft.words)
    if count < 7:
        return False
    start, end = _run(count, 2, min(7, count // 2), chance)
    other = _other(stock, chance)
    size = min(len(other), max(1, end - start + chance.randint(-1, 2)))
    first = chance.randrange(len(other) - size + 1)
    draft.replace(start, end, other[first : first + size])
    return True


def untranslated_word(draft: Draft, pair: Pair, stock: Stock, chance: random.Random) -> bool:
    """Put a word of the foreign sentence into the place of any content word."""
    places = draft.content()
    words = [word for word in pair.foreign.split() if word.isalpha() and word.lower() not in stock.english]
    if not places or not words or not pair.spaced:
        return False
    place = chance.choice(places)
    before, _, after = core(draft.words[place])
    draft.replace(place, place + 1, [before + chance.choice(words) + after])
    return True


def shuffled_words(draft: Draft, pair: Pair, stock: Stock, chance: random.Random) -> bool:
    """Mix up three to nine words; wrong are those that moved."""
    if len(draft.words) < 6:
        return False
    start, end = _run(len(draft.words), 3, 9, chance)
    order = list(range(start, end))
    chance.shuffle(order)
    draft.reorder(start, order)
    moved = [place for place, old in enumerate(order, start) if old != place]
    for place in moved:
        draft.tags[place] = 1
    return bool(moved)


def swapped_words(draft: Draft, pair: Pair, stock: Stock, chance: random.Random) -> bool:
    """Let two content words change places, names before others: who did it to whom."""
    places = draft.content()
    names = _capitals(draft, places)
    if len(names) > 1 and chance.random() < 0.6:
        places = names
    if len(places) < 2:
        return False
    left, right = sorted(chance.sample(places, 2))
    one, two = core(draft.words[left]), core(draft.words[right])
    if one[1].lower() == two[1].lower():
        return False
    draft.words[left] = one[0] + (two[1] if left else like_case(two[1], one[1])) + one[2]
    draft.words[right] = two[0] + (one[1] if left else one[1].lower()) + two[2]
    draft.origins[left], draft.origins[right] = draft.origins[right], draft.origins[left]
    draft.tags[left] = draft.tags[right] = 1
    return True


def repeated_words(draft: Draft, pair: Pair, stock: Stock, chance: random.Random) -> bool:
    """Say one to five words again, up to three times."""
    start, end = _run(len(draft.words), 1, 5, chance)
    draft.replace(end, end, draft.words[start:end] * chance.randint(1, 3))
    return True


def other_half(draft: Draft, pair: Pair, stock: Stock, chance: random.Random) -> bool:
    """Put half of another sentence into the place of a half."""
    half, other = len(draft.words) // 2, _other(stock, chance)
    if chance.random() < 0.5:
        draft.replace(half, len(draft.words), other[len(other) // 2 :])
    else:
        draft.replace(0, half, other[: len(other) // 2])
    return True


def other_sentence(draft: Draft, pair: Pair, stock: Stock, chance: random.Random) -> bool:
    """Put another sentence into its place."""
    draft.replace(0, len(draft.words), _other(stock, chance))
    return True


ERRORS: tuple[tuple[Error, float], ...] = (
    (near_word, 0.20),
    (name, 0.11),
    (negation, 0.10),
    (contrary, 0.09),
    (left_out_phrase, 0.08),
    (left_out_word, 0.07),
    (strange_word, 0.07),
    (figure, 0.06),
    (untranslated_word, 0.06),
    (added_phrase, 0.05),
    (added_word, 0.05),
    (other_phrase, 0.05),
    (swapped_words, 0.05),
    (shuffled_words, 0.03),
    (repeated_words, 0.015),
    (other_half, 0.015),
    (other_sentence, 0.01),
)
"""All kinds of error, with how often each is tried among the others; many sentences have no figure and no name."""


def spoil(pair: Pair, stock: Stock, chance: random.Random, second: float = TWICE) -> tuple[Draft, str] | None:
    """Return the English of a pair with an error or two, and their kinds; None where what was tried changed nothing.

    Args:
        second: the chance of a second error.
    """
    draft, kinds = Draft.of(pair.english), []
    functions, weights = zip(*ERRORS, strict=True)
    for _ in range(1 + (chance.random() < second)):
        error = chance.choices(functions, weights)[0]
        if draft.words and error(draft, pair, stock, chance):
            kinds.append(error.__name__)
    if not kinds or not draft.words or draft.text == pair.english:
        return None
    return draft, "+".join(kinds)


def spoil_foreign(pair: Pair, stock: Stock, chance: random.Random) -> Draft | None:
    """Return the foreign sentence without up to six words, at most a third, or with a stranger in the place of one."""
    draft = Draft.of(pair.foreign)
    if chance.random() < 0.6:
        draft.replace(*_run(len(draft.words), 1, max(1, min(6, len(draft.words) // 3)), chance), [])
    elif stock.foreign.get(pair.language):
        place = chance.randrange(len(draft.words))
        draft.replace(place, place + 1, [chance.choice(stock.foreign[pair.language])])
    return draft if draft.words and draft.text != pair.foreign else None


def _run(count: int, least: int, most: int, chance: random.Random) -> tuple[int, int]:
    """Return where a run of some of `count` words begins and ends."""
    size = chance.randint(min(least, count), min(most, count)) if most >= least else min(least, count)
    start = chance.randrange(count - size + 1)
    return start, start + size


def _other(stock: Stock, chance: random.Random) -> list[str]:
    return list(chance.choice(stock.sentences))


def _is_digit(char: str) -> bool:
    return char in "0123456789"


def _capitals(draft: Draft, places: range | list[int]) -> list[int]:
    """Return which of the places, the first aside, have a word of three letters with a capital."""
    inner = {place: core(draft.words[place])[1] for place in places if place}
    return [place for place, word in inner.items() if word.isalpha() and word[0].isupper() and len(word) > 2]
