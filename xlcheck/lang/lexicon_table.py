"""What a word of another language probably means in English, and how a compound is put together.

A lexicon is learned from translated text (`training/lexicon/`); the file `lexicon.<code>-en.npz` holds, for every
foreign form, its likely English words with p(English | foreign) and p(foreign | English). It is a witness for aligning
words and for a gloss, never evidence by itself: it knows no context.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from xlcheck.lang.profile import load_profile
from xlcheck.lang.word_list import packed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from xlcheck.lang.word_list import WordList

STEP = 40.0
"""A stored byte q stands for the probability exp(-q / STEP): steps of 2.5 %, down to 0.0017."""
SHORTEST_PART = 3
"""Letters of a part of a compound; shorter ones ("in", "an") would split everything."""
SHORTEST_STEM = 4
"""Letters of what a word keeps when its ending is exchanged."""
REMEMBERED = 8192
"""Look-ups that are remembered; a text repeats its words."""
LONGEST_WORD = 60
"""Letters beyond which nothing is looked for inside a word."""


_Split = tuple[int, int, int, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Sense:
    """One English word for a foreign form.

    Attributes:
        probability: p(English | foreign).
        backward: p(foreign | English).
    """

    english: str
    probability: float
    backward: float


class Lexicon:
    """Look-up in one language's lexicon; see `lexicon.lexicon_for`."""

    def __init__(
        self,
        *,
        language: str,
        foreign: WordList,
        english: WordList,
        starts: NDArray[np.uint32],
        columns: NDArray[np.uint32],
        forward: NDArray[np.uint8],
        backward: NDArray[np.uint8],
        counts: NDArray[np.uint8],
    ) -> None:
        """Take the parts of a lexicon.

        Args:
            language: code of the language; its file knows how compounds are linked and words inflected.
            foreign: n forms.
            english: m words, or short phrases.
            starts: n + 1 places in the three arrays of entries, where each form's entries begin and the last end.
            columns: the English word of each entry, a place in `english`, most likely first.
            forward: p(English | foreign) of each entry in STEPs.
            backward: p(foreign | English) of each entry in STEPs.
            counts: how often each form was seen, in doublings.
        """
        self.language = language
        self._foreign, self._english = foreign, english
        self._starts, self._columns = starts, columns
        self._forward, self._backward, self._counts = forward, backward, counts
        profile = load_profile(language).compounds
        self._links, self._endings = ("", *profile.links), profile.endings
        self._row = lru_cache(maxsize=REMEMBERED)(self._look_up)
        self.parts = lru_cache(maxsize=REMEMBERED)(self._parts)
        self.senses = lru_cache(maxsize=REMEMBERED)(self._senses)
        self.speaks = lru_cache(maxsize=REMEMBERED)(self._speaks)

    def __len__(self) -> int:
        """Return the number of foreign forms."""
        return len(self._foreign)

    def __contains__(self, word: str) -> bool:
        """Say whether the form itself is known, in any case."""
        return self._row(word) is not None

    def _speaks(self, english: str) -> bool:
        """Say whether an English word is a sense of any form."""
        return self._english.find(english) is not None

    def _senses(self, word: str) -> tuple[Sense, ...]:
        """Return what a form may mean, most likely first; nothing for an unknown one (see `parts`)."""
        row = self._row(word)
        if row is None:
            return ()
        entries = slice(int(self._starts[row]), int(self._starts[row + 1]))
        return tuple(
            Sense(self._english[column], _probability(ahead), _probability(back))
            for column, ahead, back in zip(
                self._columns[entries].tolist(),
                self._forward[entries].tolist(),
                self._backward[entries].tolist(),
                strict=True,
            )
        )

    def frequency(self, word: str) -> int:
        """Return how often a form was seen, in doublings (4: about 16 times); 0 for an unknown one."""
        row = self._row(word)
        return 0 if row is None else int(self._counts[row])

    def usual(self, word: str) -> str:
        """Return a word that begins a sentence as it is written inside one: in the case that is more frequent."""
        lower = word.lower()
        rows = {form: row for form in (word, lower) if (row := self._foreign.find(form)) is not None}
        return max(rows, key=lambda form: int(self._counts[rows[form]])) if rows else word

    def _parts(self, word: str) -> tuple[str, ...]:
        """Return the known forms that a compound is made of, the word itself where it is known, else nothing.

        A word that is known only with another regular ending stands as that form. The split is the one with the fewest
        parts whose rarest part is most frequent (after Koehn and Knight 2003, "Empirical methods for compound
        splitting"). Works in any language whose file names the linking letters and endings.
        """
        if word in self:
            return (word,)
        if len(word) > LONGEST_WORD:
            return ()
        if other := self._inflected(word):
            return (other,)
        if len(word) < 2 * SHORTEST_PART or len(self._links) == 1:
            return ()
        return self._split(word)

    def _inflected(self, word: str) -> str:
        """Return the most frequent known form that differs from a word only in its ending, "" for none."""
        found = {
            stem + other
            for ending in ("", *self._endings)
            if word.endswith(ending) and len(stem := word.removesuffix(ending)) >= SHORTEST_STEM
            for other in ("", *self._endings)
            if stem + other in self
        }
        # The longest is nearest: "Wagens" is rather "Wagen" than "Wage".
        return max(found, key=lambda form: (len(form), self.frequency(form), form), default="")

    def _split(self, word: str) -> tuple[str, ...]:
        # best[i]: (number of parts, rarity of the rarest and of all, the parts) of the best split of word[i:], if any.
        best: list[_Split | None] = [None] * (len(word) + 1)
        for start in range(len(word) - SHORTEST_PART, -1, -1):
            options: list[_Split] = []
            for end in range(start + SHORTEST_PART, len(word) + 1):
                rarity = self._rarity(word[start:end])
                if rarity is None:
                    continue
                if end == len(word):
                    options.append((1, rarity, rarity, (word[start:],)))
                for link in self._links:
                    rest = best[end + len(link)] if word.startswith(link, end) and end + len(link) < len(word) else None
                    if rest:
                        words = (word[start:end], *rest[3])
                        options.append((rest[0] + 1, max(rarity, rest[1]), rarity + rest[2], words))
            best[start] = min(options, default=None)
        return best[0][3] if best[0] else ()

    def _rarity(self, part: str) -> int | None:
        row = self._row(part)
        return None if row is None else -int(self._counts[row])

    def _look_up(self, word: str) -> int | None:
        for form in dict.fromkeys((word, word.lower(), word.capitalize())):
            row = self._foreign.find(form)
            if row is not None:
                return row
        return None


def _probability(steps: int) -> float:
    from math import exp

    return exp(-steps / STEP)


def save(path: Path, rows: Sequence[tuple[str, float, Sequence[tuple[str, float, float]]]]) -> None:
    """Write a lexicon.

    Args:
        path: where to.
        rows: (form, count, (English word, p(English | form), p(form | English))…), most likely first.
    """
    from math import log2

    import numpy as np

    english = sorted({word for _, _, entries in rows for word, _, _ in entries})
    column = {word: index for index, word in enumerate(english)}
    rows = sorted(rows, key=lambda row: row[0])
    entries = [entry for _, _, found in rows for entry in found]
    np.savez_compressed(
        path,
        foreign=packed([form for form, _, _ in rows]),
        english=packed(english),
        starts=np.cumsum([0, *(len(found) for _, _, found in rows)], dtype=np.uint32),
        columns=np.array([column[word] for word, _, _ in entries], dtype=np.uint32),
        forward=np.array([_steps(probability) for _, probability, _ in entries], dtype=np.uint8),
        backward=np.array([_steps(probability) for _, _, probability in entries], dtype=np.uint8),
        counts=np.array([min(255, round(log2(1 + count))) for _, count, _ in rows], dtype=np.uint8),
    )


def _steps(probability: float) -> int:
    from math import log

    return min(255, round(-STEP * log(max(probability, 1e-9))))
