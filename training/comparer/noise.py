"""Step 2b: changes that do no harm. Translations differ in little words, order, endings and spelling and say the same.

A sentence with such noise is labelled as agreeing, and a spoilt sentence gets noise too, so that noise tells nothing.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from draft import Draft

Noise = Callable[[Draft, random.Random], None]
AMOUNTS = 1, 1, 2, 2, 3
"""Changes of a noisy sentence, one of these numbers."""
_LIGHT_WORDS = (
    "the a an of to that in on at for by with from this these those its their his her our which who is are was were be "
    "been has have it as and also very"
)
_LIGHT = frozenset(_LIGHT_WORDS.split())
_PREPOSITIONS = ["of", "to", "in", "on", "at", "for", "by", "with", "from", "into", "over", "about"]
_DETERMINERS = frozenset(["the", "a", "an", "this", "these", "those"])
_WORDY = 5
"""Letters of a word that may be misspelt."""
_SPLIT_OFF = re.compile(r'([.,;:!?()"])')
_NOT = re.compile(r"\b(do|does|did|is|are|was|were|has|have|had|would|could|should) not\b")


def dropped(draft: Draft, chance: random.Random) -> None:
    """Leave out a little word."""
    if (places := _light(draft)) and len(draft.words) > 5:
        draft.drop(chance.choice(places))


def other_light(draft: Draft, chance: random.Random) -> None:
    """Put another preposition or article into the place of one."""
    if places := _light(draft):
        place = chance.choice(places)
        word = draft.words[place].lower()
        if word in _PREPOSITIONS:
            draft.words[place] = chance.choice(_PREPOSITIONS)
        elif word in _DETERMINERS:
            draft.words[place] = chance.choice(("the", "a", "this"))


def moved(draft: Draft, chance: random.Random) -> None:
    """Let a little word and its neighbour change places."""
    if (places := _light(draft)) and len(draft.words) > 4:
        place = chance.choice(places)
        left, right = sorted((place, place + 1 if place + 1 < len(draft.words) else place - 1))
        draft.reorder(left, [right, left])


def doubled(draft: Draft, chance: random.Random) -> None:
    """Say a little word twice."""
    if places := _light(draft):
        place = chance.choice(places)
        draft.insert(place, draft.words[place])


def misspelt(draft: Draft, chance: random.Random) -> None:
    """Leave out a letter, or let two letters change places."""
    if places := _long(draft):
        place = chance.choice(places)
        word = draft.words[place]
        at = chance.randrange(1, len(word) - 1)
        if chance.random() < 0.5:
            draft.words[place] = word[:at] + word[at + 1 :]
        else:
            draft.words[place] = word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :]


def other_ending(draft: Draft, chance: random.Random) -> None:
    """Put a word into another form, regular or not."""
    if places := _long(draft):
        place = chance.choice(places)
        word = draft.words[place]
        if word.endswith("s") and not word.endswith("ss"):
            draft.words[place] = word[:-1]
        elif word.endswith(("ed", "ing")):
            draft.words[place] = word[:-2] if word.endswith("ed") else word[:-3]
        else:
            draft.words[place] = word + chance.choice(("s", "ed", "ing"))


def no_end(draft: Draft, chance: random.Random) -> None:
    """Leave out the mark at the end."""
    draft.words[-1] = draft.words[-1].rstrip(".!?") or draft.words[-1]


def small_letters(draft: Draft, chance: random.Random) -> None:
    """Write all in lower case."""
    draft.words = [word.lower() for word in draft.words]


def no_commas(draft: Draft, chance: random.Random) -> None:
    """Leave out the commas."""
    draft.words = [word.rstrip(",") or word for word in draft.words]


def other_beginning(draft: Draft, chance: random.Random) -> None:
    """Turn the case of the first letter."""
    draft.words[0] = draft.words[0][:1].swapcase() + draft.words[0][1:]


NOISES: tuple[tuple[Noise, float], ...] = (
    (dropped, 0.20),
    (other_ending, 0.18),
    (moved, 0.13),
    (other_light, 0.12),
    (misspelt, 0.12),
    (doubled, 0.07),
    (no_end, 0.06),
    (small_letters, 0.04),
    (no_commas, 0.04),
    (other_beginning, 0.04),
)
"""All kinds of noise with how often each is drawn; what finds nothing to change changes nothing."""


def add_noise(draft: Draft, chance: random.Random) -> None:
    """Change a few things that do not matter; words that are wrong are left alone."""
    functions, weights = zip(*NOISES, strict=True)
    for _ in range(chance.choice(AMOUNTS)):
        chance.choices(functions, weights)[0](draft, chance)


def respelt(text: str, chance: random.Random) -> str:
    """Return a sentence in another spelling: marks, case, contractions."""
    words, drawn = text.split(), chance.random()
    if drawn < 0.2:
        words[-1] = words[-1].rstrip(".!?") or words[-1]
    elif drawn < 0.35:
        words = text.lower().split()
    elif drawn < 0.5:
        words[0] = words[0][:1].lower() + words[0][1:]
    elif drawn < 0.7:
        words = _SPLIT_OFF.sub(r" \1 ", text).split()
    elif drawn < 0.85:
        words = _NOT.sub(r"\1n't", text).replace("It is ", "It's ").split()
    else:
        words = [word.rstrip(",") or word for word in words]
    return " ".join(words)


def _light(draft: Draft) -> list[int]:
    return [at for at, word in enumerate(draft.words) if word.lower() in _LIGHT and not draft.tags[at]]


def _long(draft: Draft) -> list[int]:
    return [at for at, word in enumerate(draft.words) if len(word) >= _WORDY and word.isalpha() and not draft.tags[at]]
