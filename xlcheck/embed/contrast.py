"""Whether a sentence or a rewrite of it is nearer to its counterpart in another language.

A vector cannot tell whether one English sentence says what a source says, but it ranks two well. So the second is made
by exchanging a word (`lang.contraries`), and the two are compared with the source, as wholes and by the exchanged word
in its context. What a token gives depends on four neighbours to each side, so only that stretch is encoded anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from xlcheck.embed.pieces import sum_vectors, unit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from xlcheck.embed.cache import VectorCache
    from xlcheck.embed.encoder import Encoder
    from xlcheck.embed.forward import Backend
    from xlcheck.embed.pieces import HalfRows, Matrix, Pieces
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


Asked = tuple[str, str, tuple["Rewrite", ...]]
"""Source, English, and rewrites of the English."""


class Contrasts:
    """Compare rewrites with what is written, one sentence or, much faster, many together.

    Rounded to half precision, so that a cache changes nothing. What was learnt last and what was asked last is
    remembered, for a second asker.
    """

    def __init__(self, encoder: Encoder, cache: VectorCache | None = None) -> None:
        self._encoder = encoder
        self._cache = cache
        self._learnt: dict[Asked, tuple[Contrast, ...]] = {}
        self._known: dict[Asked, tuple[Contrast, ...]] = {}

    def compare(self, source: str, english: str, rewrites: Sequence[Rewrite]) -> tuple[Contrast, ...]:
        """Return how rewrites of an English sentence compare with it, in order, without words that surely fit."""
        if not rewrites:
            return ()
        asked = (source, english, tuple(rewrites))
        found = self._learnt.get(asked, self._known.get(asked))
        if found is None:
            if len(self._known) >= ANSWERS:
                self._known = {}
            found = self._known[asked] = self._work_out([asked])[asked]
        return found

    def learn(self, asked: Sequence[Asked]) -> None:
        """Work out what will be asked; what was learnt before is forgotten."""
        self._learnt = self._work_out(asked)

    def _work_out(self, asked: Sequence[Asked]) -> dict[Asked, tuple[Contrast, ...]]:
        answers: dict[Asked, tuple[Contrast, ...]] = dict.fromkeys(asked, ())
        keys = {_key(item): item for item in asked if item[2] and item[0].strip()}
        rows = self._cache.get(list(keys)) if self._cache and keys else {}
        missing = [key for key in keys if key not in rows]
        fresh: dict[str, HalfRows] = {}
        for key, found in zip(missing, self._compute([keys[key] for key in missing]), strict=True):
            fresh[key] = found.astype(np.float16).ravel()
            rows[key] = fresh[key].astype(np.float32)
        if self._cache and fresh:
            self._cache.put(fresh)
        for key, item in keys.items():
            answers[item] = tuple(
                Contrast(rewrite=rewrite, whole=float(whole), word=float(word), place=float(place))
                for rewrite, (whole, word, place) in zip(item[2], rows[key].reshape(-1, 3), strict=True)
                if not np.isnan(whole)
            )
        return answers

    def _compute(self, asked: Sequence[Asked]) -> list[Matrix]:
        """Return one row a rewrite: differences of the whole, the word, the place; NaN for words that surely fit."""
        if not asked:
            return []
        texts = [(" ".join(source.split()), " ".join(english.split())) for source, english, _ in asked]
        pieces = self._encoder.pieces([text for pair in texts for text in pair])
        found = [np.full((len(rewrites), 3), np.nan, dtype=np.float32) for _, _, rewrites in asked]
        with self._encoder.single_thread() as model:
            todo: list[_Todo] = []
            for (left, right), (_, english, rewrites), rows in zip(texts, asked, found, strict=True):
                source = pieces[left]
                theirs = unit(np.stack([source.given[list(word)].sum(axis=0) for word in source.words]))
                cuts = [(place, _Cut(model, english, rewrite)) for place, rewrite in enumerate(rewrites)]
                cuts = [item for item in cuts if not _surely_fits(item[1], theirs, pieces[right])]
                if cuts:
                    places, chosen = zip(*cuts, strict=True)
                    todo.append(_Todo(source, pieces[right], theirs, chosen, rows, places))
            _fill(model, todo)
        return found


def _surely_fits(cut: _Cut, theirs: Matrix, english: Pieces) -> bool:
    return not cut.rewrite.polar and float((theirs @ _word(english.given, cut.old)).max()) > MATCHED


def _key(asked: Asked) -> str:
    source, english, rewrites = asked
    return "\N{UNIT SEPARATOR}".join(
        [source, english, *(f"{item.start} {item.end} {item.new} {item.polar}" for item in rewrites)]
    )


@dataclass(frozen=True, slots=True)
class _Todo:
    """A pair of sentences, the vectors of the source's words, and which rows its rewrites are to fill."""

    source: Pieces
    english: Pieces
    theirs: Matrix
    cuts: Sequence[_Cut]
    rows: Matrix
    places: Sequence[int]


class _Cut:
    """The stretch of a sentence around an exchanged word, and where its tokens lie there and in the sentence.

    Attributes:
        text: the stretch with the new word.
        old: first token of the run of letters with the written word, in the sentence, and one past its last.
        new: the same of the new word in the stretch.
    """

    __slots__ = ("new", "old", "rewrite", "text")

    def __init__(self, model: Backend, english: str, rewrite: Rewrite) -> None:
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


@dataclass(frozen=True, slots=True)
class _Stretch:
    """What the tokens around an exchanged word give with the new word, and where among them that stands."""

    given: Matrix
    new: tuple[int, int]


def _fill(model: Backend, todo: Sequence[_Todo]) -> None:
    """Fill in the rows of all rewrites: one pass for the stretches of all, one for the sums of all."""
    if not todo:
        return
    stretches = _read_stretches(model, [cut for item in todo for cut in item.cuts])
    pieces = [[next(stretches) for _ in item.cuts] for item in todo]
    sums, counts = [], []
    for item, own in zip(todo, pieces, strict=True):
        given, total = item.english.given, item.english.given.sum(axis=0)
        sums += [item.source.given.sum(axis=0), total]
        counts += [len(item.source.given), len(given)]
        for cut, stretch in zip(item.cuts, own, strict=True):
            first, last = _affected(cut.old, len(given))
            sums.append(total - given[first:last].sum(axis=0) + stretch.given.sum(axis=0))
            counts.append(len(given) - (last - first) + len(stretch.given))
    vectors = sum_vectors(model, np.stack(sums), np.array(counts, dtype=np.float32))
    start = 0
    for item, own in zip(todo, pieces, strict=True):
        source, *wholes = vectors[start : start + 2 + len(own)]
        start += 2 + len(own)
        for place, cut, stretch, whole in zip(item.places, item.cuts, own, wholes[1:], strict=True):
            written = item.theirs @ _word(item.english.given, cut.old)
            other = item.theirs @ _word(stretch.given, stretch.new)
            best = int(written.argmax())
            item.rows[place] = (whole - wholes[0]) @ source, other.max() - written[best], other[best] - written[best]


def _read_stretches(model: Backend, cuts: Sequence[_Cut]) -> Iterator[_Stretch]:
    """Yield the stretch of each cut; what stands further off than the new word reaches is only there to be seen."""
    ids = [model.sp.encode(cut.text) for cut in cuts]
    affected = [_affected(cut.new, len(own)) for cut, own in zip(cuts, ids, strict=True)]
    for cut, (first, _), given in zip(cuts, affected, model.token_sums(ids, affected), strict=True):
        yield _Stretch(given, (cut.new[0] - first, cut.new[1] - first))


def _affected(bounds: tuple[int, int], size: int) -> tuple[int, int]:
    """Return the first token that gives something else for a word there, and one past the last."""
    return max(0, bounds[0] - REACH), min(size, bounds[1] + REACH)


def _word(given: Matrix, bounds: tuple[int, int]) -> Matrix:
    vector: Matrix = unit(given[bounds[0] : bounds[1]].sum(axis=0, keepdims=True))[0]
    return vector


def _bounds(model: Backend, before: Sequence[str], run: str) -> tuple[int, int]:
    """Return the first token of a run that follows others, and one past its last; tokens never cross a space."""
    first = len(model.sp.encode(" ".join(before), add_eos=False)) if before else 1
    return first, len(model.sp.encode(" ".join([*before, run]), add_eos=False))


def _last_run(text: str) -> str:
    return "" if not text or text[-1].isspace() else text.split()[-1]


def _first_run(text: str) -> str:
    return "" if not text or text[0].isspace() else text.split()[0]
