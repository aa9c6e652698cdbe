"""Alignment of articles that report one event each in its own way: few links, none of them forced.

A link is a mutual best match whose cosine stands out from the alternatives on both sides. Most sentences of such
articles have no counterpart, and their order says nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from xlcheck.align.similarity_matrix import local_margin, mutual_best
from xlcheck.align.trust import POSSIBLE_COSINE, comparable_trust
from xlcheck.model import LinkClass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlcheck.align.similarity_matrix import Matrix

GROWTH_GAIN = 0.02
"""A linked sentence takes in a neighbour of its partner if that raises the cosine by this much."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A link in terms of rows and columns, before it is written down."""

    rows: tuple[int, ...]
    columns: tuple[int, ...]
    cosine: float
    margin: float
    link_class: LinkClass
    probability: float


def link_comparable(
    source: Matrix, english: Matrix, source_chars: Sequence[int], english_chars: Sequence[int]
) -> list[Candidate]:
    """Return the links between two comparable articles, in order of rows; each row and column occurs at most once.

    Args:
        source: unit vectors, shape (n, d); `english`: shape (m, d).
        source_chars: sentence lengths in code points; `english_chars` likewise.
    """
    if not len(source) or not len(english):
        return []
    cosines = source @ english.T
    margins = local_margin(cosines)
    mutual = set(mutual_best(cosines))
    links = [link for row, column in sorted(mutual) if (link := _candidate(cosines, margins, row, column, mutual=True))]
    taken_rows = {row for link in links for row in link.rows}
    taken_columns = {column for link in links for column in link.columns}
    links += _one_sided(cosines, margins, taken_rows, taken_columns)
    sides = (
        source * np.sqrt(np.maximum(source_chars, 1))[:, None],
        english * np.sqrt(np.maximum(english_chars, 1))[:, None],
    )
    return sorted(
        (_grow(link, sides, taken_rows, taken_columns) for link in links), key=lambda link: (link.rows, link.columns)
    )


def _candidate(cosines: Matrix, margins: Matrix, row: int, column: int, *, mutual: bool) -> Candidate | None:
    cosine, margin = float(cosines[row, column]), float(margins[row, column])
    trust = comparable_trust(cosine, margin, mutual=mutual)
    if trust is None:
        return None
    return Candidate(
        rows=(row,), columns=(column,), cosine=cosine, margin=margin, link_class=trust[0], probability=trust[1]
    )


def _one_sided(cosines: Matrix, margins: Matrix, rows: set[int], columns: set[int]) -> list[Candidate]:
    """Add possible links: a sentence's best match that prefers another, while nothing better claims either of them."""
    links = []
    order = sorted(range(cosines.shape[0]), key=lambda row: -float(cosines[row].max()))
    for row in order:
        column = int(cosines[row].argmax())
        if row in rows or column in columns or cosines[row, column] < POSSIBLE_COSINE:
            continue
        if link := _candidate(cosines, margins, row, column, mutual=False):
            links.append(link)
            rows.add(row)
            columns.add(column)
    return links


def _grow(link: Candidate, sides: tuple[Matrix, Matrix], rows: set[int], columns: set[int]) -> Candidate:
    """Let a trusted link take in one free neighbour on either side where that makes the two sides more alike."""
    if link.link_class is LinkClass.POSSIBLE:
        return link
    best = (link.cosine + GROWTH_GAIN, link.rows, link.columns)
    for near in (link.rows[0] - 1, link.rows[-1] + 1):
        if 0 <= near < len(sides[0]) and near not in rows:
            grown = tuple(sorted((*link.rows, near)))
            best = max(best, (_cosine(sides, grown, link.columns), grown, link.columns))
    for near in (link.columns[0] - 1, link.columns[-1] + 1):
        if 0 <= near < len(sides[1]) and near not in columns:
            grown = tuple(sorted((*link.columns, near)))
            best = max(best, (_cosine(sides, link.rows, grown), link.rows, grown))
    cosine, new_rows, new_columns = best
    if (new_rows, new_columns) == (link.rows, link.columns):
        return link
    rows.update(new_rows)
    columns.update(new_columns)
    return Candidate(
        rows=new_rows,
        columns=new_columns,
        cosine=cosine,
        margin=link.margin + cosine - link.cosine,
        link_class=link.link_class,
        probability=link.probability,
    )


def _cosine(sides: tuple[Matrix, Matrix], rows: tuple[int, ...], columns: tuple[int, ...]) -> float:
    left, right = sides[0][list(rows)].sum(axis=0), sides[1][list(columns)].sum(axis=0)
    return float(left @ right / max(float(np.linalg.norm(left) * np.linalg.norm(right)), 1e-9))
