"""The network that `xlcheck.embed.network` computes, for learning (development dependency: torch).

Each word looks at the words of the other sentence (a decomposable comparison of two texts: Parikh et al. 2016, "A
Decomposable Attention Model for Natural Language Inference") and then at its own, with multi-head attention (Vaswani et
al. 2017, "Attention Is All You Need"). Names of parameters are those of the stored weights, hence short.

Shapes: B pairs, n foreign words, m English words, d width, h heads.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn
from torch.nn import functional

from xlcheck.embed.network import FAR, SCALE

WIDTH, HEADS, BLOCKS, HIDDEN = 128, 4, 2, 64
VECTOR, TRAITS = 512, 8
"""Numbers of a word: its vector, and what else is told of it."""
DROPOUT = 0.15
ENTRY = 22.6
"""By what unit vectors are multiplied, about the root of 512: each of their numbers then is of the size of one."""
TRUST, DISTANCE = (2.0, 4.0, 8.0, 16.0), (1.0, 2.0, 4.0, 0.0)
"""How much each head, at first, makes of the cosine of two words and of the distance of their places."""
_NOWHERE, _NO_WORD = -1e4, -30.0


class Attention(nn.Module):
    """Multi-head attention of the words of one sentence to those of another, or of the same."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.q, self.k = nn.Linear(width, width), nn.Linear(width, width, bias=False)
        self.v, self.o = nn.Linear(width, width), nn.Linear(width, width)

    def forward(self, state: Tensor, other: Tensor, there: Tensor, bias: Tensor) -> Tensor:
        """Return what each word sees, shape (B, n, d).

        Args:
            state: shape (B, n, d).
            other: what is looked at, shape (B, m, d).
            there: where `other` has a word, shape (B, m).
            bias: added to the scores, shape (B or 1, h, n, m).
        """
        asked, keys, values = (
            layer(rows).unflatten(-1, (self.heads, -1)).transpose(1, 2)
            for layer, rows in ((self.q, state), (self.k, other), (self.v, other))
        )
        scores = asked @ keys.transpose(2, 3) / math.sqrt(keys.shape[-1]) + bias
        weights = scores.masked_fill(~there[:, None, None, :], _NOWHERE).softmax(-1)
        out: Tensor = self.o((weights @ values).transpose(1, 2).flatten(2))
        return out


class Block(nn.Module):
    """Both sentences look at each other, then each at itself; normed before each step, added after it."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.c, self.a = Attention(width, heads), Attention(width, heads)
        self.f1, self.f2 = nn.Linear(width, 2 * width), nn.Linear(2 * width, width)
        self.n = nn.ModuleList(nn.LayerNorm(width) for _ in range(3))
        self.w = nn.Parameter(torch.tensor([TRUST[:heads], DISTANCE[:heads]]))
        self.rel = nn.Parameter(torch.zeros(heads, 2 * FAR + 1))
        self.drop = nn.Dropout(DROPOUT)

    def forward(
        self, states: tuple[Tensor, Tensor], there: tuple[Tensor, Tensor], cosines: Tensor, shifts: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Return the states of both sentences, shapes (B, n, d) and (B, m, d).

        Args:
            states: of both sentences, shapes as returned.
            there: where each has words, shapes (B, n) and (B, m).
            cosines: of their words, shape (B, n, m); `shifts`, how far apart their places are, likewise.
        """
        left, right = states
        seen = (
            self._across(left, right, there[1], cosines, shifts),
            self._across(right, left, there[0], cosines.transpose(1, 2), shifts.transpose(1, 2)),
        )
        return self._around(seen[0], there[0]), self._around(seen[1], there[1])

    def _across(self, state: Tensor, other: Tensor, there: Tensor, cosines: Tensor, shifts: Tensor) -> Tensor:
        trust, distance = self.w[0].view(1, -1, 1, 1), self.w[1].view(1, -1, 1, 1)
        bias = cosines[:, None] * trust - shifts[:, None] * distance
        seen: Tensor = self.drop(self.c(self.n[0](state), self.n[0](other), there, bias))
        return state + seen

    def _around(self, state: Tensor, there: Tensor) -> Tensor:
        places = torch.arange(state.shape[1])
        apart = (places[None] - places[:, None]).clamp(-FAR, FAR) + FAR
        normed = self.n[1](state)
        state = state + self.drop(self.a(normed, normed, there, self.rel[:, apart][None]))
        inner = functional.gelu(self.f1(self.n[2](state)), approximate="tanh")
        out: Tensor = state + self.drop(self.f2(inner))
        return out


class Network(nn.Module):
    """The whole network: words in, log-odds of words and of the pair out."""

    def __init__(self, width: int = WIDTH, heads: int = HEADS, blocks: int = BLOCKS) -> None:
        super().__init__()
        self.inp, self.ext = nn.Linear(VECTOR, width), nn.Linear(TRAITS, width)
        self.side = nn.Parameter(torch.zeros(2, width))
        self.blocks = nn.ModuleList(Block(width, heads) for _ in range(blocks))
        self.out, self.tok = nn.LayerNorm(width), nn.Linear(width, 1)
        self.h1, self.h2 = nn.Linear(4 * width + 2, HIDDEN), nn.Linear(HIDDEN, 1)
        self.indrop = nn.Dropout(DROPOUT)

    def forward(
        self, vectors: tuple[Tensor, Tensor], traits: tuple[Tensor, Tensor], there: tuple[Tensor, Tensor]
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Return the log-odds of foreign words (B, n), of English words (B, m), and of the pairs (B,).

        Args:
            vectors: unit vectors of the words, shapes (B, n, 512) and (B, m, 512), zeros where there is no word.
            traits: as in `xlcheck.embed.network.Words`, shapes (B, n, 2) and (B, m, 2).
            there: where there is a word, shapes (B, n) and (B, m).
        """
        cosines = vectors[0] @ vectors[1].transpose(1, 2)
        places = _places(there[0]), _places(there[1])
        shifts = (places[0][:, :, None] - places[1][:, None, :]).abs().clamp(max=1)
        known = cosines.masked_fill(~(there[0][:, :, None] & there[1][:, None, :]), -1)
        matching = (
            _matching(known, places[0], places[1], there[0]),
            _matching(known.transpose(1, 2), places[1], places[0], there[1]),
        )
        left, right = (
            self.inp(self.indrop(vectors[side] * ENTRY))
            + self.ext(torch.cat([traits[side], places[side][:, :, None], matching[side]], -1))
            + self.side[side]
            for side in (0, 1)
        )
        for block in self.blocks:
            left, right = block((left, right), there, cosines, shifts)
        left, right = self.out(left), self.out(right)
        words = self.tok(left)[:, :, 0], self.tok(right)[:, :, 0]
        largest = [
            own.masked_fill(~here, _NO_WORD).max(1).values[:, None] / SCALE
            for own, here in zip(words, there, strict=True)
        ]
        pooled = torch.cat([*_pooled(left, there[0]), *_pooled(right, there[1]), *largest], -1)
        odds = self.h2(functional.gelu(self.h1(pooled), approximate="tanh"))[:, 0]
        return words[0], words[1], odds


def _places(there: Tensor) -> Tensor:
    """Return the places of the words in their text, 0…1, shape (B, n)."""
    return torch.arange(there.shape[1])[None] / there.sum(1, keepdim=True).clamp(min=1)


def _matching(cosines: Tensor, places: Tensor, others: Tensor, there: Tensor) -> Tensor:
    """Return for each word: its best match, by how much the second is worse, how far away the best is, and the best
    matches of both neighbours; shape (B, n, 5)."""
    best, at = functional.pad(cosines, (0, 1), value=-1.0).topk(2, -1)
    first, second = best.unbind(-1)
    away = others.gather(1, at[:, :, 0].clamp(max=others.shape[1] - 1)) - places
    known = functional.pad(first * there, (1, 1))
    return SCALE * torch.stack([first, first - second, away, known[:, :-2], known[:, 2:]], -1)


def _pooled(state: Tensor, there: Tensor) -> tuple[Tensor, Tensor]:
    """Return mean and maximum over the words, each of shape (B, d)."""
    kept = there[:, :, None]
    mean = (state * kept).sum(1) / there.sum(1, keepdim=True).clamp(min=1)
    return mean, state.masked_fill(~kept, _NOWHERE).max(1).values
