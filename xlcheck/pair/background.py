"""What all prose has in common: the mean sentence vector of a language, taken off before articles are compared.

Without that every two articles look alike (cosine .7-.85), and the language an article is in weighs as much as its
subject. `training/background` has the recipe for the languages that come with a mean. For others the articles at hand
give their own, once there are enough of them about different things; till then the mean of the known languages stands
in.

What the batch as a whole is about must stay in the vectors, or the bounds of `event` no longer fit: it is told from
articles in languages with a shipped mean, and put back. Measured on halves of 88 Russian and English articles, at the
bound: 51 of them found with this, 50 with the mean of the known languages, both beside 12 other pairs (11 of them about
one event on reading); 32 and no other without putting it back; 46 and 3 with half of the way, for want of better
knowledge (all with uncorrected margins and their bound, see `event.SAME_EVENT`).
"""

from __future__ import annotations

from functools import cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xlcheck.align.similarity_matrix import Matrix, Row

MIN_ARTICLES = 30
MIN_EVENTS = 10
"""Fewer articles, or articles about fewer things, have their subject in common besides their language."""
SAMPLE = 1000
"""More articles do not make a mean better."""
ONE_EVENT = 0.6
"""Cosine (less the mean of the known languages) from which two openings count as about the same thing here."""


def background(language: str) -> Row:
    """Return the mean sentence vector of a language, shape (512,); of all known ones for a language without its own."""
    means = _load()
    return means[language] if language in means else np.mean(list(means.values()), axis=0, dtype=np.float32)


def batch_backgrounds(leads: Mapping[str, Matrix]) -> dict[str, Row]:
    """Return the mean to take off for each language of a batch.

    Args:
        leads: mean vectors of article openings by language, shape (n, 512), in an order that depends on the articles
            only.
    """
    shipped = {language: background(language) for language in leads}
    if leads.keys() <= _load().keys():
        return shipped
    own = {
        language: mean
        for language, rows in sorted(leads.items())
        if (mean := _event_mean(rows, shipped[language])) is not None
    }
    subjects = [mean - shipped[language] for language, mean in own.items() if language in _load()]
    found = dict(shipped)
    for language in own.keys() - _load().keys():
        batch = own[language]
        whole = batch - np.mean(subjects, axis=0) if subjects else (batch + shipped[language]) / 2
        found[language] = whole.astype(np.float32)
    return found


def _event_mean(rows: Matrix, shipped: Row) -> Row | None:
    """Return the mean of the means of the events, so that a story that everybody reports counts once.

    None where there are too few articles or events.
    """
    if len(rows) < MIN_ARTICLES:
        return None
    sample = rows[np.linspace(0, len(rows) - 1, min(SAMPLE, len(rows))).astype(int)]
    events = _events(unit_rows(sample - shipped))
    count = int(events.max()) + 1
    if count < MIN_EVENTS:
        return None
    totals = np.zeros((count, sample.shape[1]), dtype=np.float64)
    np.add.at(totals, events, sample.astype(np.float64))
    mean: Row = (totals / np.bincount(events)[:, None]).mean(axis=0).astype(np.float32)
    return mean


def _events(leads: Matrix) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Return a group number for each row: rows that a chain of near neighbours connects share one."""
    near = leads @ leads.T >= ONE_EVENT
    groups = np.full(len(leads), -1, dtype=np.int64)
    number = 0
    for start in range(len(leads)):
        if groups[start] >= 0:
            continue
        frontier = np.zeros(len(leads), dtype=bool)
        frontier[start] = True
        while frontier.any():
            groups[frontier] = number
            frontier = near[frontier].any(axis=0) & (groups < 0)
        number += 1
    return groups


def unit_rows(rows: Matrix) -> Matrix:
    """Return rows of length 1; a zero row stays zero."""
    norms = np.linalg.norm(rows, axis=1, keepdims=True)
    unit: Matrix = (rows / np.maximum(norms, 1e-9)).astype(np.float32)
    return unit


@cache
def _load() -> dict[str, Row]:
    with as_file(files("xlcheck.pair") / "background.npz") as path, np.load(path) as archive:
        return {code: archive[code].astype(np.float32) for code in sorted(archive.files)}
