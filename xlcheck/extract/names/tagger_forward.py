"""What a lone word may be, as HanTa's `analyze_forward` reckons it, in less time.

The original asks for every piece of a word and every class of morphemes whether the piece may be one. Most classes are
closed: they hold a few pieces each. Here a piece is looked up once among all classes, and only the open ones (names,
nouns, verbs …) are asked to guess, once for all pieces of a length with the same last letters. Sums are added up in the
same order, so that results are equal to the last bit; a test compares the two.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from HanTa.HanoverTagger import HanoverTagger

_State = tuple[int, int]
_Follower = tuple[int, int, float]
"""Place among the followers of a state, class of morphemes, logarithmic probability of the step."""
_LEAST = -1e6
_TOP = 3
"""States that are followed beyond the best ones only if they come within a factor e of the next."""
_LONGEST_SUFFIX = 4
_LONGEST_COUNTED = 24
_WHOLE = 4.6
"""What HanTa takes off where a word as a whole would be one unknown morpheme."""
_SHORT_WORD, _SHORT_PIECE = 4, 2
_REMEMBERED = 1 << 14


class Forward:
    """Call it with a word in small letters: (class, logarithmic probability) of all readings, the likeliest first."""

    def __init__(self, tagger: HanoverTagger) -> None:
        from HanTa import HanoverTagger as hanta  # noqa: N813

        tables: Any = tagger
        self._start: _State = (hanta.EMPTY, hanta.START)
        self._none = [(hanta.UNKNOWN, 0)]
        self._join = hanta.logaddexp
        self._last = tables.LP_trans_final
        self._pieces: Mapping[int, Mapping[str, float]] = tables.LP_m_t
        self._kinds = _classes_of_pieces(self._pieces)
        self._guessable = {
            kind: (tables.Int_t + tables.LP_hapax_t[kind], tables.LP_len_t[kind], tables.LP_s_t[kind])
            for kind in tables.LP_hapax_t
            if kind in tables.LP_s_t and not tables.strict
        }
        self._next: dict[_State, tuple[list[_Follower], dict[int, _Follower]]] = {}
        for state, followers in tables.LP_trans_nonfinal.items():
            ranked = [(place, kind, step) for place, (kind, step) in enumerate(followers)]
            if ranked:
                open_ones = [item for item in ranked if item[1] in self._guessable]
                self._next[state] = open_ones, {item[1]: item for item in ranked}
        self._guesses = lru_cache(maxsize=_REMEMBERED)(self._guess)

    def __call__(self, word: str) -> list[tuple[int, float]]:
        """Return the readings of a word."""
        table: list[dict[_State, float]] = [{self._start: 0.0}, *({} for _ in word)]
        for start, row in enumerate(table):
            bound = sorted(row.values(), reverse=True)[_TOP] - 1 if len(row) > _TOP else _LEAST
            followed = [(state, before) for state, before in row.items() if before >= bound and state in self._next]
            if not followed:
                continue
            ends = range(start + 1, len(word) + 1)
            known = [(end, found) for end in ends if (found := self._listed(word[start:end]))]
            for state, before in followed:
                if self._next[state][0]:
                    self._follow(word, start, state, before, dict(known), table)
                else:
                    self._look_up(known, state, before, table)
        return self._readings(table[-1])

    def _listed(self, piece: str) -> dict[int, float]:
        """Return how probable a piece is in each class that has it listed."""
        return {kind: self._pieces[kind][piece] for kind in self._kinds.get(piece, ())}

    def _look_up(
        self,
        known: Iterable[tuple[int, dict[int, float]]],
        state: _State,
        before: float,
        table: list[dict[_State, float]],
    ) -> None:
        """Add to the table where known pieces lead from a state that no unknown one may follow."""
        by_kind = self._next[state][1]
        for end, found in known:
            chosen = [by_kind[kind] for kind in found if kind in by_kind]
            if chosen:
                _reach(table[end], state[1], before, sorted(chosen), found)

    def _follow(
        self,
        word: str,
        start: int,
        state: _State,
        before: float,
        known: Mapping[int, dict[int, float]],
        table: list[dict[_State, float]],
    ) -> None:
        """Add to the table where all pieces from `start` on lead from a state."""
        guessed, by_kind = self._next[state]
        length = len(word)
        for end in range(start + 1, length + 1):
            size, found = end - start, known.get(end)
            values: Mapping[int, float] = {}
            if length < _SHORT_WORD or size > _SHORT_PIECE:
                values = self._guesses(word[max(start + 1, end - _LONGEST_SUFFIX) : end], size, size == length)
            chosen = guessed if values else []
            if found:
                values = {**values, **found}
                chosen = [by_kind[kind] for kind in found if kind in by_kind] + [i for i in chosen if i[1] not in found]
                chosen.sort()
            _reach(table[end], state[1], before, chosen, values)

    def _guess(self, suffix: str, size: int, whole: bool) -> dict[int, float]:
        """Return how probable an unknown piece of so many letters is in each open class, by its last letters."""
        endings = [suffix[at:] for at in range(len(suffix) + 1)]
        found = {}
        for kind, (base, lengths, suffixes) in self._guessable.items():
            longest = next(suffixes[ending] for ending in endings if ending in suffixes)
            value = base + lengths[min(size, _LONGEST_COUNTED)] + longest
            found[kind] = value - _WHOLE if whole else value
        return found

    def _readings(self, states: Mapping[_State, float]) -> list[tuple[int, float]]:
        """Return what the word may be as a whole, given the states that its last piece leads to."""
        last: dict[_State, float] = {}
        for state, before in states.items():
            for kind, step in self._last.get(state, ()):
                total, after = before + step, (state[1], kind)
                if total > _LEAST and (after not in last or total > last[after]):
                    last[after] = total
        results: dict[int, float] = {}
        for (_, kind), value in last.items():
            if value != -math.inf:
                results[-kind] = self._join(results[-kind], value) if -kind in results else value
        return sorted(results.items(), key=lambda item: item[1], reverse=True) or list(self._none)


def _classes_of_pieces(pieces: Mapping[int, Mapping[str, float]]) -> dict[str, tuple[int, ...]]:
    """Return the classes of each piece; a hundred thousand pieces share a few hundred tuples, which saves 20 MB."""
    found: dict[str, tuple[int, ...]] = {}
    shared: dict[tuple[int, ...], tuple[int, ...]] = {}
    for kind, listed in pieces.items():
        for piece in listed:
            kinds = (*found.get(piece, ()), kind)
            found[piece] = shared.setdefault(kinds, kinds)
    return found


def _reach(
    row: dict[_State, float], last: int, before: float, followers: Iterable[_Follower], values: Mapping[int, float]
) -> None:
    """Keep the likeliest way to each state that a piece leads to."""
    for _, kind, step in followers:
        total, after = before + step + values[kind], (last, kind)
        if total > _LEAST and (after not in row or total > row[after]):
            row[after] = total
