"""Fit `xlcheck/score/garble/weights.json`: what the numbers of a sentence's flow are worth.

    python training/garble/fit.py de-en.tsv.xz en held_en.npz weights.json
    python training/garble/fit.py de-en.tsv.xz de held_de.npz weights.json

`held_*.npz` comes from `training/score/make_fluency.py de-en.tsv.xz held_en.npz en 4`, which leaves out every fourth
line; these are the clean sentences here, and the other lines are what the walks go through. Weights are those of a
logistic regression on pieces (hats) of each number, drawn towards none and towards their neighbours. No sentence of any
benchmark is read. Printed: what is found in sentences that were neither counted nor fitted on.
"""

from __future__ import annotations

import json
import lzma
import random
import sys
from collections import defaultdict
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spoil import Walker, unfamiliar, ways

from xlcheck.score import fluency
from xlcheck.score.fluency import tokens_of
from xlcheck.score.garble.flow import flow_numbers

SOURCES = {"europarl": 2500, "tatoeba": 300, "bible": 200, "ms_docs_ht": 600, "mozilla_www": 400, "php_manual": 200}
"""Clean sentences of each source."""
WALKED = {"europarl": 19_000, "tatoeba": 6_000, "ms_docs_ht": 12_000, "bible": 3_000}
FAMILIAR = 600
"""So many of the commonest words stay as they are."""
KNOTS = 6
RIDGE, SMOOTH = 0.02, 0.4
PRIOR = 0.02
SEED = 5
Matrix = NDArray[np.float64]


def main(corpus: str, language: str, held: str, target: str) -> None:
    """Spoil, fit, print, save."""
    fluency.MODELS = {**fluency.MODELS, language: str(Path(held).resolve())}
    chance = random.Random(SEED)
    clean, walker = read(corpus, language, chance)
    rows, labels, names, groups = [], [], [], []
    every = list(ways(walker).items())
    model = fluency.load_model(language)
    common = frozenset(list(model.classes)[model.first_word : model.first_word + FAMILIAR])
    stock = [words for _, texts in clean for words in texts]
    for source, texts in clean:
        for number, words in enumerate(texts):
            two = chance.sample(every, 3)
            made = [(source, 0, words), *((name, 1, way(chance, words, chance.choice(stock))) for name, way in two)]
            for name, label, spoilt in made:
                if label and spoilt == words:
                    continue
                numbers = flow_numbers(joined(unfamiliar(chance, spoilt, common)), language)
                if numbers:
                    rows.append(numbers)
                    labels.append(label)
                    names.append(name)
                    groups.append(number % 4 == 0)
    features = sorted(rows[0])
    table = np.array([[row[feature] for feature in features] for row in rows])
    y, test = np.array(labels, dtype=np.float64), np.array(groups)
    bounds = [knots(table[~test, at]) for at in range(len(features))]
    hats = np.hstack([hat(table[:, at], bound) for at, bound in enumerate(bounds)])
    base, weights = regress(hats[~test], y[~test], [len(bound) for bound in bounds])
    log_odds = base + hats @ weights
    report(log_odds[test], y[test], [name for name, kept in zip(names, test, strict=True) if kept])
    shift = float(np.log(PRIOR / (1 - PRIOR)) - np.log(y[~test].mean() / (1 - y[~test].mean())))
    saved = json.loads(Path(target).read_text(encoding="utf-8")) if Path(target).exists() else {}
    curves, at = {}, 0
    for feature, bound in zip(features, bounds, strict=True):
        worths = weights[at : at + len(bound)]
        at += len(bound)
        curves[feature] = {"bounds": [round(x, 4) for x in bound], "worths": [round(float(x), 3) for x in worths]}
    saved[language] = {**saved.get(language, {}), "base": round(base + shift, 3), "curves": curves}
    Path(target).write_text(json.dumps(saved, indent=1) + "\n", encoding="utf-8")


def read(corpus: str, language: str, chance: random.Random) -> tuple[list[tuple[str, list[list[str]]]], Walker]:
    """Return the clean sentences of each source, and a walker through the others."""
    column = {"de": 1, "en": 2}[language]
    clean: dict[str, list[list[str]]] = defaultdict(list)
    others: dict[str, list[list[str]]] = defaultdict(list)
    with lzma.open(corpus, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            fields = line.rstrip("\n").split("\t")
            source, text = fields[0], fields[column]
            is_held = number % 4 == 0
            if source not in SOURCES or not 25 <= len(text) <= 400:
                continue
            if is_held and text[-1] in ".!?" and text[0].isupper():
                clean[source].append(words_of(text))
            elif not is_held and len(others[source]) < 3 * WALKED.get(source, 0):
                others[source].append(words_of(text))
    chosen = [(source, chance.sample(texts, min(len(texts), SOURCES[source]))) for source, texts in clean.items()]
    walked = [
        words
        for source, texts in others.items()
        for words in chance.sample(texts, min(len(texts), WALKED.get(source, 0)))
    ]
    return chosen, Walker(walked)


def words_of(text: str) -> list[str]:
    """Split into words and marks; the first word keeps its case."""
    return tokens_of(text)


def joined(words: list[str]) -> str:
    """Write words and marks as a sentence."""
    text = " ".join(words)
    for mark in ".,;:!?)":
        text = text.replace(f" {mark}", mark)
    return text[:1].upper() + text[1:]


def knots(numbers: Matrix) -> list[float]:
    """Return bounds between which a number is roughly as often."""
    bounds = np.unique(np.round(np.quantile(numbers, np.linspace(0.02, 0.98, KNOTS)), 4))
    return [float(bound) for bound in bounds] if len(bounds) > 1 else [float(bounds[0]), float(bounds[0]) + 1]


def hat(numbers: Matrix, bounds: list[float]) -> Matrix:
    """Return how near each number is to each bound, 1 at the bound and 0 at the next."""
    return np.array([np.interp(numbers, bounds, np.eye(len(bounds))[at]) for at in range(len(bounds))]).T


def regress(hats: Matrix, y: Matrix, sizes: list[int]) -> tuple[float, Matrix]:
    """Return intercept and weights of a logistic regression (Newton's method)."""
    x = np.hstack([np.ones((len(hats), 1)), hats])
    penalty = np.eye(x.shape[1]) * RIDGE * len(y) / 1000
    at = 1
    for size in sizes:
        for place in range(at, at + size - 1):
            step = np.zeros(x.shape[1])
            step[place], step[place + 1] = 1, -1
            penalty += SMOOTH * len(y) / 1000 * np.outer(step, step)
        at += size
    penalty[0, 0] = 0
    weights = np.zeros(x.shape[1])
    for _ in range(12):
        p = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (y - p) - penalty @ weights
        weights += np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + penalty, slope)
    return float(weights[0]), weights[1:]


def report(log_odds: Matrix, y: Matrix, names: list[str]) -> None:
    """Print what is found at one false alarm in a hundred clean sentences, by the way they were spoilt."""
    clean = np.sort(log_odds[y == 0])
    bound = clean[int(0.99 * len(clean))]
    for name in sorted(set(names)):
        own = log_odds[[each == name for each in names]]
        print(f"{name:14} n={len(own):5}  above the bound {100 * (own > bound).mean():5.1f} %  mean {own.mean():+.2f}")
    ranks = np.argsort(np.argsort(log_odds))
    spoilt, whole = (y == 1).sum(), (y == 0).sum()
    print(f"AUC {(ranks[y == 1].sum() - spoilt * (spoilt - 1) / 2) / (spoilt * whole):.4f}  {len(y)} sentences")


if __name__ == "__main__":
    main(*sys.argv[1:])
