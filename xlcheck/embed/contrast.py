"""Whether a sentence or a rewrite of it is nearer to its counterpart in another language.

A vector cannot tell whether one English sentence says what a source says, but it ranks two well. So the second is made
by exchanging a word (`lang.contraries`), and the two are compared with the source, as wholes and by the exchanged word
in its context. What a token gives depends on four neighbours to each side, so only that stretch is encoded anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from xlcheck.embed.pieces import read_pieces, sum_vectors, unit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from xlcheck.embed.encoder import Encoder
    from xlcheck.embed.pieces import Matrix, Pieces
    from xlcheck.lang.contraries import Rewrite

WHOLE, WORD, PLACE = 50.0, 5.0, 2.5
"""Weights of the three differences: log-odds by logistic regression on planted contraries against clean pairs."""
MOST_WHOLE, MOST_WORD = 0.04, 0.4
"""Where a difference stops to count more: no single one, however large, shows a contrary."""
MATCHED = 0.65
"""A written word that matches a word of the source so well is right: 6 % of wrong ones do, 35 % of the others."""
ANSWERS = 4
"""Answers that are remembered."""
REACH = 4
"""Tokens to each side that what a token gives depends on: two layers that look two tokens far."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contrast:
    """How much nearer to the source a rewrite is than what is written: differences of cosines, above 0 for nearer.

    Attributes:
        whole: of the sentences.
        word: best match of the new word among the source's words, less that of the word that is written.
        place: match of the new word with the source's word that the written one matches best, less that match.
    """

    rewrite: Rewrite
    whole: float
    word: float
    place: float

    @property
    def margin(self) -> float:
        """How much speaks for the rewrite, as log-odds on a scale of its own: 0 is even, 3 is strong."""
        return (
            WHOLE * min(self.whole, MOST_WHOLE) + WORD * min(self.word, MOST_WORD) + PLACE * min(self.place, MOST_WORD)
        )


class Contrasts:
    """Compare rewrites with what is written; what was asked last is remembered, for a second asker."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._answers: dict[object, tuple[Contrast, ...]] = {}
        self._texts: tuple[str, str] = ("", "")
        self._pieces: tuple[Pieces, ...] = ()

    def compare(self, source: str, english: str, rewrites: Sequence[Rewrite]) -> tuple[Contrast, ...]:
        """Return how rewrites of an English sentence compare with it, in order, without words that surely fit."""
        if not rewrites or not source.strip():
            return ()
        asked = (source, english, tuple(rewrites))
        if asked not in self._answers:
            while len(self._answers) >= ANSWERS:
                del self._answers[next(iter(self._answers))]
            self._answers[asked] = self._compare(source, english, rewrites)
        return self._answers[asked]

    def _compare(self, source: str, english: str, rewrites: Sequence[Rewrite]) -> tuple[Contrast, ...]:
        with self._encoder.single_thread() as model:
            if self._texts != (source, english):
                self._pieces = tuple(read_pieces(model, [" ".join(source.split()), " ".join(english.split())]))
                self._texts = (source, english)
            left, right = self._pieces
            theirs = unit(np.stack([left.given[list(word)].sum(axis=0) for word in left.words]))
            cuts = [_Cut(model, english, rewrite) for rewrite in rewrites]
            cuts = [cut for cut in cuts if cut.rewrite.polar or (theirs @ _word(right, cut.old)).max() <= MATCHED]
            if not cuts:
                return ()
            stretches = list(read_pieces(model, [cut.text for cut in cuts]))
            return tuple(_contrasts(model, left, right, theirs, cuts, stretches))


class _Cut:
    """The stretch of a sentence around an exchanged word, and where its tokens lie there and in the sentence.

    Attributes:
        text: the stretch with the new word.
        old: first token of the run of letters with the written word, in the sentence, and one past its last.
        new: the same of the new word in the stretch.
    """

    __slots__ = ("new", "old", "rewrite", "text")

    def __init__(self, model: Any, english: str, rewrite: Rewrite) -> None:
        self.rewrite = rewrite
        before, after = english[: rewrite.start], english[rewrite.end :]
        head, tail = _last_run(before), _first_run(after)
        left, right = before[: len(before) - len(head)].split(), after[len(tail) :].split()
        near = left[-2 * REACH :]
        run = head + rewrite.new + tail
        self.text = " ".join([*near, run, *right[: 2 * REACH]])
        written = " ".join(english[rewrite.start : rewrite.end].split())
        self.old = _bounds(model, left, head + written + tail)
        self.new = _bounds(model, near, run)


def _contrasts(
    model: Any, source: Pieces, english: Pieces, theirs: Matrix, cuts: Sequence[_Cut], stretches: Sequence[Pieces]
) -> Iterator[Contrast]:
    total = english.given.sum(axis=0)
    sums = [source.given.sum(axis=0), total]
    counts = [len(source.given), len(english.given)]
    for cut, pieces in zip(cuts, stretches, strict=True):
        gone, come = _affected(cut.old, len(english.given)), _affected(cut.new, len(pieces.given))
        sums.append(total - english.given[gone].sum(axis=0) + pieces.given[come].sum(axis=0))
        counts.append(len(english.given) - (gone.stop - gone.start) + (come.stop - come.start))
    vectors = sum_vectors(model, np.stack(sums), np.array(counts, dtype=np.float32))
    wholes = vectors[1:] @ vectors[0]
    for cut, pieces, whole in zip(cuts, stretches, wholes[1:], strict=True):
        written, other = theirs @ _word(english, cut.old), theirs @ _word(pieces, cut.new)
        best = int(written.argmax())
        yield Contrast(
            rewrite=cut.rewrite,
            whole=float(whole - wholes[0]),
            word=float(other.max() - written[best]),
            place=float(other[best] - written[best]),
        )


def _affected(bounds: tuple[int, int], size: int) -> slice:
    return slice(max(0, bounds[0] - REACH), min(size, bounds[1] + REACH))


def _word(pieces: Pieces, bounds: tuple[int, int]) -> Matrix:
    vector: Matrix = unit(pieces.given[bounds[0] : bounds[1]].sum(axis=0, keepdims=True))[0]
    return vector


def _bounds(model: Any, before: Sequence[str], run: str) -> tuple[int, int]:
    """Return the first token of a run that follows others, and one past its last; tokens never cross a space."""
    first = len(model.sp.encode(" ".join(before), add_eos=False)) if before else 1
    return first, len(model.sp.encode(" ".join([*before, run]), add_eos=False))


def _last_run(text: str) -> str:
    return "" if not text or text[-1].isspace() else text.split()[-1]


def _first_run(text: str) -> str:
    return "" if not text or text[0].isspace() else text.split()[0]
