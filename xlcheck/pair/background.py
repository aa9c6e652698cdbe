"""What all prose has in common: the mean sentence vector of a language, taken off before articles are compared.

Without that every two articles look alike (cosine .7-.85), and the language an article is in weighs as much as its
subject. `training/background` has the recipe.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from xlcheck.align.similarity_matrix import Row


@cache
def background(language: str) -> Row:
    """Return the mean sentence vector of a language, shape (512,); of all known ones for a language without its own."""
    means = _load()
    return means[language] if language in means else np.mean(list(means.values()), axis=0, dtype=np.float32)


@cache
def _load() -> dict[str, Row]:
    with as_file(files("xlcheck.pair") / "background.npz") as path, np.load(path) as archive:
        return {code: archive[code].astype(np.float32) for code in sorted(archive.files)}
