"""Features of sentence pairs, kept between runs: who scores a corpus again waits for its new pairs only.

Kept are pairs about which no check says anything, nearly all of a clean corpus: numbers under a hash, so that the file
holds no text. The hash is of everything that the numbers come from: the two texts and the translation, the checks that
ran, and the program itself.
"""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING

from xlcheck.embed import RowFile
from xlcheck.stages.program_digest import program_digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from xlcheck.stages.pair_features import Features

FILE_NAME = "scores.sqlite"


def pair_key(source: str, english: str, language: str, translation: str, improbable: float | None) -> str:
    """Return what the features of a pair depend on, besides the program and the checks."""
    return json.dumps([language, source, english, translation, improbable])


class KeptFeatures:
    """Features by `pair_key`.

    Args:
        folder: where caches live, None to keep nothing.
        active: ids of the checks that run.
    """

    def __init__(self, folder: Path | None, active: Iterable[str]) -> None:
        self._active = " ".join(sorted(active))
        self._file = RowFile(folder / FILE_NAME, kind=program_digest()) if folder else None

    def get(self, keys: Sequence[str]) -> dict[str, Features]:
        """Return the features of those of the pairs that are kept."""
        rows = self._file.get([self._active + key for key in keys]) if self._file else {}
        return {key: json.loads(zlib.decompress(rows[own])) for key in keys if (own := self._active + key) in rows}

    def put(self, features: Mapping[str, Features]) -> None:
        """Keep the features of pairs without findings."""
        if self._file and features:
            rows = {key: json.dumps(item, separators=(",", ":")) for key, item in features.items()}
            self._file.put({self._active + key: zlib.compress(row.encode()) for key, row in rows.items()})
