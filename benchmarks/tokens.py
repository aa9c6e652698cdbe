"""How well the doubt about single words tells the words that differ from those that do not.

    python benchmarks/tokens.py DOCUMENTS.jsonl.gz [--limit N]

The input has JSON objects with `source_tokens` and `english_tokens`, lists of [word, share of annotators who marked it;
-1 for none]. Each sentence is read (`embed.comparer`) together with the sentence of the other document that is most
like it, then with that one and its neighbours. Prints the area under the curve over all words of both sides for five
suspicions: 1 less the best cosine of the word's sentence, 1 less the coverage of the word and its neighbours by aligned
words, the doubt of the first reading, the lesser doubt of both readings, and the mean of the ranks of the first three;
for words that anybody marked and for words that all marked, with an interval from 200 resamplings of whole documents.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from common import read_set

from xlcheck.align.tokens import token_strengths
from xlcheck.embed import Comparer, Encoder

LONGEST = 60
"""Tokens after which a sentence ends at the latest."""
SMOOTHED_OVER = 7
"""Words over which coverage is averaged: a single word without a counterpart means little."""
SUSPICIONS = ("sentence", "coverage", "doubt", "lesser doubt", "all three")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("documents", type=Path)
    options.add_argument("--limit", type=int)
    arguments = options.parse_args()
    encoder = Encoder()
    documents = [_document(item, encoder) for item in read_set(arguments.documents, limit=arguments.limit)]
    _add_mean_rank(documents)
    print(f"{len(documents)} documents, {sum(len(labels) for labels, _ in documents)} words")
    for name, least in (("marked by anybody", 0.01), ("marked by all", 0.99)):
        for column, suspicion in enumerate(SUSPICIONS):
            print(f"{name:<18} {suspicion:<13} {_interval(documents, column, least)}")


def _add_mean_rank(documents: list[tuple[np.ndarray, np.ndarray]]) -> None:
    """Add a row to the scores of each document: the mean rank of its words, over all documents, by the first three."""
    together = np.concatenate([scores[:3] for _, scores in documents], axis=1)
    ranks = together.argsort(axis=1).argsort(axis=1).mean(axis=0)
    ends = np.cumsum([scores.shape[1] for _, scores in documents])
    for place, (own, (labels, scores)) in enumerate(zip(np.split(ranks, ends[:-1]), documents, strict=True)):
        documents[place] = labels, np.concatenate([scores, own[None]])


def _document(item: dict, encoder: Encoder) -> tuple[np.ndarray, np.ndarray]:
    sides = [item["source_tokens"], item["english_tokens"]]
    sentences = [_sentences([word for word, _ in side]) for side in sides]
    vectors = [encoder.encode([" ".join(words) for words in side]) for side in sentences]
    cosines = vectors[0] @ vectors[1].T
    numbers = [np.repeat(np.arange(len(side)), [len(words) for words in side]) for side in sentences]
    strengths = token_strengths(*([word for word, _ in side] for side in sides), item["lang"])
    strengths = strengths * np.clip(cosines, 0, 1)[numbers[0]][:, numbers[1]]
    by_sentence = np.concatenate([cosines.max(axis=1)[numbers[0]], cosines.max(axis=0)[numbers[1]]])
    covered = np.concatenate([_smoothed(strengths.max(axis=1)), _smoothed(strengths.max(axis=0))])
    doubts = np.array(
        [
            *_doubts(sentences[0], sentences[1], cosines, encoder, source=True),
            *_doubts(sentences[1], sentences[0], cosines.T, encoder, source=False),
        ]
    )
    labels = np.array([label for side in sides for _, label in side])
    scores = np.stack([1 - by_sentence, 1 - covered, doubts[:, 0], doubts.min(axis=1)])
    return labels[labels >= 0], scores[:, labels >= 0]


def _doubts(
    own: list[list[str]], others: list[list[str]], cosines: np.ndarray, encoder: Encoder, *, source: bool
) -> Iterator[list[float]]:
    """Yield for each word its doubt beside the nearest sentence, and beside that one with its neighbours."""
    asked = []
    for words, row in zip(own, cosines, strict=True):
        best = int(row.argmax())
        for first, last in ((best, best + 1), (max(0, best - 1), best + 2)):
            texts = " ".join(words), " ".join(" ".join(other) for other in others[first:last])
            asked.append(texts if source else texts[::-1])
    read = [found.source if source else found.english for found in Comparer(encoder).compare(asked)]
    for words, alone, together in zip(own, read[::2], read[1::2], strict=True):
        pieces = encoder.word_ranges(" ".join(words))
        end = -1
        for word in words:
            start, end = end + 1, end + 1 + len(word)
            # A long word is read in several pieces.
            parts = [place for place, (first, last) in enumerate(pieces) if first < end and start < last]
            yield [max((found[part] for part in parts if part < len(found)), default=0) for found in (alone, together)]


def _smoothed(values: np.ndarray) -> np.ndarray:
    """Return each value averaged with its neighbours, fewer at the ends."""
    window = np.ones(SMOOTHED_OVER)
    sums, counts = np.convolve(values, window, "same"), np.convolve(np.ones(len(values)), window, "same")
    return (sums / counts)[: len(values)]


def _sentences(words: list[str]) -> list[list[str]]:
    found: list[list[str]] = [[]]
    for word in words:
        found[-1].append(word)
        if word in ".!?" or len(found[-1]) >= LONGEST:
            found.append([])
    return [sentence for sentence in found if sentence]


def _interval(documents: list, column: int, least: float) -> str:
    draw = np.random.default_rng(7)
    picks = [np.arange(len(documents)), *(draw.integers(0, len(documents), len(documents)) for _ in range(200))]
    areas = [
        _area(
            np.concatenate([documents[pick][0] >= least for pick in chosen]),
            np.concatenate([documents[pick][1][column] for pick in chosen]),
        )
        for chosen in picks
    ]
    low, high = np.quantile(areas[1:], [0.025, 0.975])
    return f"AUC {areas[0]:.3f} [{low:.3f}, {high:.3f}]"


def _area(positive: np.ndarray, scores: np.ndarray) -> float:
    _, place, counts = np.unique(scores, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(counts) - (counts - 1) / 2)[place]
    hits = positive.sum()
    return float((ranks[positive].sum() - hits * (hits + 1) / 2) / (hits * (len(scores) - hits)))


if __name__ == "__main__":
    main()
