"""A word-for-word gloss of a sentence that nothing translated: for reading, never for checks.

Each word is given the English word that the lexicon thinks most likely, one that stands in the linked English sentence
before others. Function words, articles after nouns and separated verbs are read by the `[gloss]` table of the language;
figures, signs and names stay as they are, and so does the word order. It is always shown as a gloss.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from xlcheck.lang.lexicon_words import tokens
from xlcheck.lang.profile import load_profile
from xlcheck.lang.separable import joined, separated

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from xlcheck.lang.glosses import GlossProfile
    from xlcheck.lang.lexicon import Lexicon, Sense

LABEL = "word gloss, not a translation"
IN_CONTEXT = 8.0
"""How many times likelier a sense counts when its word stands in the linked English sentence."""
RECIPROCAL = 0.5
"""Weight of p(foreign | English): it keeps frequent English words from standing for everything."""
LEAST = 0.05
"""Below this p(English | foreign) a sense needs the linked English sentence to be shown."""
SMALL_LETTERS = 0.2
"""Share of a sense that is written without a capital, from which it is shown so: headings capitalise everything."""
SHORTEST_STEM = 3
"""Letters of an English word that are left when its ending is taken off."""
_VOWELS = frozenset("aeiou")


def gloss(text: str, lexicon: Lexicon, *, english: str = "", names: Collection[str] = ()) -> str:
    """Return a gloss of a sentence.

    Args:
        text: the sentence.
        lexicon: of the sentence's language.
        english: the English sentence that it is linked with, "" for none; it decides between senses.
        names: words that are names and stay as they are.
    """
    found = list(tokens(text))
    words = [match.group() for match in found]
    opening = next((place for place, word in enumerate(words) if word[0].isalpha()), None)
    if opening is not None and words[opening] not in names:
        words[opening] = lexicon.usual(words[opening])
    shown = _Glosser(lexicon, english, names).glosses(words)
    shown = [_article(word, next(filter(None, shown[at + 1 :]), "")) for at, word in enumerate(shown)]
    pieces: list[str] = []
    end, first = 0, True
    for match, word in zip(found, shown, strict=True):
        if word:
            if first and word[0].isalpha():
                word, first = word[0].upper() + word[1:], False
            if pieces and (match.start() > end or (word[0].isalpha() and pieces[-1][-1:].isalnum())):
                pieces.append(" ")
            pieces.append(word)
        end = match.end()
    return "".join(pieces)


def _article(word: str, following: str) -> str:
    return "an" if word == "a" and following[:1].lower() in _VOWELS else word


class _Glosser:
    """Glosses the words of one sentence."""

    def __init__(self, lexicon: Lexicon, english: str, names: Collection[str]) -> None:
        self._lexicon, self._names = lexicon, names
        self._profile: GlossProfile = load_profile(lexicon.language).gloss
        self._words_there = frozenset(match.group().lower() for match in tokens(english))
        self._stems_there = frozenset(map(_stem, self._words_there))

    def glosses(self, words: Sequence[str]) -> list[str]:
        """Return the English of each word, "" for one that another one stands for."""
        verbs = {
            place: split
            for place, split in separated(words, self._lexicon, self._profile).items()
            if words[place] not in self._names
        }
        particles = {last for last, _ in verbs.values()}
        shown: list[str] = []
        while len(shown) < len(words):
            place = len(shown)
            word = words[place]
            if place in particles:
                shown.append("")
            elif place in verbs:
                shown.append(self._of_parts((verbs[place][1],)) or word)
            elif phrase := self._phrase(words, place):
                shown += [phrase[1], *[""] * (phrase[0] - 1)]
            elif not word[0].isalpha() or word in self._names:
                shown.append(word)
            else:
                shown.append(self._function_word(words, place) or self._content_word(word))
        return shown

    def _phrase(self, words: Sequence[str], place: int) -> tuple[int, str] | None:
        longest = _longest_phrase(self._lexicon.language)
        for length in range(min(longest, len(words) - place), 1, -1):
            english = self._profile.phrases.get(" ".join(words[place : place + length]).lower())
            if english is not None:
                return length, english
        return None

    def _function_word(self, words: Sequence[str], place: int) -> str:
        word = words[place].lower()
        before = words[place - 1] if place else ""
        if word in self._profile.after_noun and before[:1].isupper():
            return self._profile.after_noun[word]
        if word in self._profile.relatives and before == "," and _opens_clause(words, place):
            return self._profile.relatives[word]
        if word in self._profile.beside:
            english, *others = self._profile.beside[word]
            if not set(others).isdisjoint(words[:place]):
                return english
        return self._listed(word)

    def _listed(self, word: str) -> str:
        choices = self._profile.words.get(word.lower(), ())
        there = (choice for choice in choices if self._words_there.issuperset(choice.lower().split()))
        return next(there, choices[0] if choices else "")

    def _content_word(self, word: str) -> str:
        if word not in self._lexicon and (verb := joined(word, self._lexicon, self._profile)):
            return self._of_parts((verb,))
        return self._of_parts(self._lexicon.parts(word)) or word

    def _of_parts(self, parts: Sequence[str]) -> str:
        if not parts:
            return ""
        glossed = [self._listed(part) or self._best(part) or part for part in parts]
        modifiers = [self._singular(part, english) for part, english in zip(parts[:-1], glossed[:-1], strict=True)]
        return " ".join((*modifiers, glossed[-1]))

    def _best(self, form: str) -> str:
        spellings: dict[str, dict[str, float]] = {}
        weights: dict[str, float] = {}
        for sense in self._lexicon.senses(form):
            lower = sense.english.lower()
            weights[lower] = weights.get(lower, 0.0) + self._weight(sense)
            spellings.setdefault(lower, {})[sense.english] = sense.probability
        if not weights:
            return ""
        best = max(weights, key=lambda word: (weights[word], word))
        phrases = [word for word in weights if " " in word and best in word.split()]
        # A phrase says more than one word of it.
        best = max(phrases, key=lambda word: (weights[word], word), default=best)
        written = spellings[best]
        if written.get(best, 0.0) >= SMALL_LETTERS * sum(written.values()):
            return best
        return max(written, key=lambda word: (written[word], word))

    def _weight(self, sense: Sense) -> float:
        weight: float = sense.probability * sense.backward**RECIPROCAL
        words = sense.english.lower().split()
        if all(word in self._words_there or _stem(word) in self._stems_there for word in words):
            return weight * IN_CONTEXT
        return weight if sense.probability >= LEAST else weight * LEAST

    def _singular(self, form: str, english: str) -> str:
        """Return the English of the first part of a compound without a plural ending, as English has it there."""
        others = {sense.english for sense in self._lexicon.senses(form)}
        return next((word for word in (english.removesuffix("s"),) if word in others), english)


def _opens_clause(words: Sequence[str], place: int) -> bool:
    """Say whether a clause begins here: no noun follows at once, and its last word is none."""
    end = next((at for at in range(place + 1, len(words)) if not words[at][0].isalnum()), len(words))
    return end > place + 2 and words[place + 1][0].islower() and words[end - 1][0].islower()


def _stem(word: str) -> str:
    endings = load_profile("en").compounds.endings
    ending = max((e for e in endings if word.endswith(e) and len(word) - len(e) >= SHORTEST_STEM), key=len, default="")
    return word.removesuffix(ending) if ending else word


@cache
def _longest_phrase(language: str) -> int:
    return max((phrase.count(" ") + 1 for phrase in load_profile(language).gloss.phrases), default=1)
