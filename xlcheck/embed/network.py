"""A small network that reads two sentences word by word: the arithmetic, in numpy.

Two layers of attention across the sentences and within each (Vaswani et al. 2017), for a few pairs at a time, padded to
the longest. What goes in and comes out is told in `comparer`; `training/comparer` has the same network for learning.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    Floats = np.ndarray[tuple[int, ...], np.dtype[np.float32]]
    Flags = np.ndarray[tuple[int, ...], np.dtype[np.bool_]]

FAR = 8
"""Words from which on it makes no difference how far apart two words of a sentence are."""
SCALE = 4
"""By what cosines and shares are multiplied, to be of the size of the other numbers."""
_NOWHERE, _NO_WORD = -1e4, -30
"""Instead of what is not there, where a maximum is taken."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text.

    Attributes:
        vectors: one a word, at length one, shape (words, 512).
        traits: logarithm of the length that the vector had, and a third of its tokens, shape (words, 2).
    """

    vectors: Floats
    traits: Floats


@dataclass(frozen=True, slots=True)
class _Side:
    """The same side of several pairs, padded to the longest.

    Attributes:
        state: shape (pairs, words, width).
        there: where there is a word, shape (pairs, words).
        places: of the words in their text, 0…1, shape (pairs, words).
    """

    state: Floats
    there: Flags
    places: Floats


class Network:
    """The network.

    Args:
        weights: by the names that they have in `training/comparer`.
    """

    def __init__(self, weights: Mapping[str, Floats]) -> None:
        self._weights = weights
        self._blocks = max(int(name.split(".")[1]) for name in weights if name.startswith("blocks.")) + 1
        self._heads = weights["blocks.0.rel"].shape[0]

    def read(self, pairs: Sequence[tuple[Words, Words]]) -> Iterator[Floats]:
        """Yield for each pair its log-odds, the numbers of words, then the log-odds of the words of both texts."""
        sides = [_side([pair[side].vectors for pair in pairs]) for side in (0, 1)]
        traits = [_padded([pair[side].traits for pair in pairs]) for side in (0, 1)]
        source, english = sides
        cosines = source.state @ english.state.transpose(0, 2, 1)
        shifts = np.minimum(np.abs(source.places[:, :, None] - english.places[:, None, :]), 1)
        source = self._enter(0, source, english, traits[0], cosines)
        english = self._enter(1, sides[1], sides[0], traits[1], cosines.transpose(0, 2, 1))
        for block in range(self._blocks):
            name = f"blocks.{block}"
            source, english = (
                self._look_across(name, source, english, cosines, shifts),
                self._look_across(name, english, source, cosines.transpose(0, 2, 1), shifts.transpose(0, 2, 1)),
            )
            source, english = self._look_around(name, source), self._look_around(name, english)
        sides = [replace(side, state=self._normed("out", side.state)) for side in (source, english)]
        words = [self._linear("tok", side.state)[:, :, 0] for side in sides]
        for row, odds in enumerate(self._judge(sides, words)):
            own = [values[row, side.there[row]] for values, side in zip(words, sides, strict=True)]
            yield np.concatenate([np.array([odds, *map(len, own)], dtype=np.float32), *own])

    def _enter(self, number: int, side: _Side, other: _Side, traits: Floats, cosines: Floats) -> _Side:
        extra = np.concatenate([traits, side.places[:, :, None], _matching(side, other, cosines)], axis=2)
        state = self._linear("inp", side.state) + self._linear("ext", extra) + self._weights["side"][number]
        return replace(side, state=state)

    def _look_across(self, name: str, side: _Side, other: _Side, cosines: Floats, shifts: Floats) -> _Side:
        trust, distance = self._weights[f"{name}.w"]
        bias = cosines[:, None] * trust[:, None, None] - shifts[:, None] * distance[:, None, None]
        keys = self._normed(f"{name}.n.0", other.state)
        seen = self._attend(f"{name}.c", self._normed(f"{name}.n.0", side.state), keys, other.there, bias)
        return replace(side, state=side.state + seen)

    def _look_around(self, name: str, side: _Side) -> _Side:
        state = self._normed(f"{name}.n.1", side.state)
        count = np.arange(state.shape[1])
        apart = np.clip(count[None] - count[:, None], -FAR, FAR) + FAR
        bias = self._weights[f"{name}.rel"][:, apart][None]
        state = side.state + self._attend(f"{name}.a", state, state, side.there, bias)
        inner = _gelu(self._linear(f"{name}.f1", self._normed(f"{name}.n.2", state)))
        return replace(side, state=state + self._linear(f"{name}.f2", inner))

    def _attend(self, name: str, state: Floats, other: Floats, there: Flags, bias: Floats) -> Floats:
        asked, keys, values = (
            self._linear(f"{name}.{part}", rows).reshape(*rows.shape[:2], self._heads, -1).transpose(0, 2, 1, 3)
            for part, rows in (("q", state), ("k", other), ("v", other))
        )
        weight = asked @ keys.transpose(0, 1, 3, 2) / np.sqrt(np.float32(keys.shape[-1])) + bias
        weight = np.where(there[:, None, None, :], weight, np.float32(_NOWHERE))
        weight -= weight.max(axis=-1, keepdims=True)
        np.exp(weight, out=weight)
        weight /= weight.sum(axis=-1, keepdims=True)
        return self._linear(f"{name}.o", (weight @ values).transpose(0, 2, 1, 3).reshape(state.shape))

    def _judge(self, sides: Sequence[_Side], words: Sequence[Floats]) -> Floats:
        """Return the log-odds of each pair, from means and maxima over its words."""
        parts: list[Floats] = []
        for side in sides:
            kept = side.there[:, :, None]
            parts.append((side.state * kept).sum(axis=1) / side.there.sum(axis=1, keepdims=True))
            parts.append(np.where(kept, side.state, np.float32(_NOWHERE)).max(axis=1))
        for values, side in zip(words, sides, strict=True):
            parts.append(np.where(side.there, values, np.float32(_NO_WORD)).max(axis=1, keepdims=True) / SCALE)
        pooled = np.concatenate(parts, axis=1).astype(np.float32)
        return self._linear("h2", _gelu(self._linear("h1", pooled)))[:, 0]

    def _linear(self, name: str, rows: Floats) -> Floats:
        product = rows.reshape(-1, rows.shape[-1]) @ self._weights[f"{name}.weight"].T
        bias = self._weights.get(f"{name}.bias")
        if bias is not None:
            product += bias
        return product.reshape(*rows.shape[:-1], -1)

    def _normed(self, name: str, rows: Floats) -> Floats:
        rows = rows - rows.mean(axis=-1, keepdims=True)
        rows /= np.sqrt(np.einsum("ijk,ijk->ij", rows, rows) / rows.shape[-1] + 1e-5)[:, :, None]
        return rows * self._weights[f"{name}.weight"] + self._weights[f"{name}.bias"]


def _side(vectors: Sequence[Floats]) -> _Side:
    lengths = np.array([len(own) for own in vectors])[:, None]
    count = np.arange(lengths.max())[None]
    return _Side(_padded(vectors), count < lengths, (count / lengths).astype(np.float32))


def _padded(rows: Sequence[Floats]) -> Floats:
    out = np.zeros((len(rows), max(map(len, rows)), rows[0].shape[1]), dtype=np.float32)
    for place, own in enumerate(rows):
        out[place, : len(own)] = own
    return out


def _matching(side: _Side, other: _Side, cosines: Floats) -> Floats:
    """Return for each word: its best match, by how much the second is worse, how far away the best is, and the best
    matches of both neighbours; shape (pairs, words, 5)."""
    cosines = np.where(side.there[:, :, None] & other.there[:, None, :], cosines, -1)
    best = cosines.argmax(axis=2)
    first = np.take_along_axis(cosines, best[:, :, None], axis=2)[:, :, 0]
    second = np.partition(cosines, -2, axis=2)[:, :, -2] if cosines.shape[2] > 1 else np.full_like(first, -1)
    away = np.take_along_axis(other.places, best, axis=1) - side.places
    known = np.where(side.there, first, 0)
    nothing = np.zeros((len(known), 1), dtype=np.float32)
    before, after = np.concatenate([nothing, known[:, :-1]], axis=1), np.concatenate([known[:, 1:], nothing], axis=1)
    return np.asarray(SCALE * np.stack([first, first - second, away, before, after], axis=2), dtype=np.float32)


def _gelu(rows: Floats) -> Floats:
    """Return the rows through the usual approximation of GELU (Hendrycks and Gimpel 2016)."""
    inner = np.tanh(np.float32(0.7978845608) * (rows + np.float32(0.044715) * rows * rows * rows))
    return np.asarray(0.5 * rows * (1 + inner), dtype=np.float32)
