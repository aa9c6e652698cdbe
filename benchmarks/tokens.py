"""How well suspicion of single words tells the words that differ from those that do not.

    python benchmarks/tokens.py DOCUMENTS.jsonl.gz [--limit N]

The input has JSON objects with `source_tokens` and `english_tokens`, lists of [word, share of annotators who marked it;
-1 for none]. Prints the area under the curve over all words of both sides for three suspicions: 1 less the best cosine
of the word's sentence with a sentence of the other document, 1 less the coverage of the word and its neighbours, and
the mean of the two; for words that anybody marked and for words that all marked, with an interval from 200 resamplings
of whole documents.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
from common import read_set

from xlcheck.align.tokens import smooth, token_strengths
from xlcheck.embed import Encoder

LONGEST = 60
"""Tokens after which a sentence ends at the latest."""


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("documents", type=Path)
    options.add_argument("--limit", type=int)
    arguments = options.parse_args()
    encoder = Encoder()
    documents = [_document(item, encoder) for item in read_set(arguments.documents, limit=arguments.limit)]
    print(f"{len(documents)} documents, {sum(len(labels) for labels, _ in documents)} words")
    for name, least in (("marked by anybody", 0.01), ("marked by all", 0.99)):
        for column, suspicion in enumerate(("sentence", "coverage", "both")):
            print(f"{name:<18} {suspicion:<9} {_interval(documents, column, least)}")


def _document(item: dict, encoder: Encoder) -> tuple[np.ndarray, np.ndarray]:
    sides = [item["source_tokens"], item["english_tokens"]]
    sentences = [_sentences([word for word, _ in side]) for side in sides]
    vectors = [encoder.encode([" ".join(words) for words in side]) for side in sentences]
    cosines = vectors[0] @ vectors[1].T
    numbers = [np.repeat(np.arange(len(side)), [len(words) for words in side]) for side in sentences]
    strengths = token_strengths(*([word for word, _ in side] for side in sides), item["lang"])
    strengths = strengths * np.clip(cosines, 0, 1)[numbers[0]][:, numbers[1]]
    by_sentence = np.concatenate([cosines.max(axis=1)[numbers[0]], cosines.max(axis=0)[numbers[1]]])
    covered = np.concatenate([smooth(strengths.max(axis=1)), smooth(strengths.max(axis=0))])
    labels = np.array([label for side in sides for _, label in side])
    scores = np.stack([1 - by_sentence, 1 - covered, 1 - (by_sentence + covered) / 2])
    return labels[labels >= 0], scores[:, labels >= 0]


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
