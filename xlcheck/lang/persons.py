"""Heads of state and government under the names that languages in other scripts have for them: `persons.toml`."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from xlcheck.lang.territories import fold_name

_SHORTEST = 3
"""Letters of a word by which somebody is known."""


@cache
def person_names(language: str) -> dict[str, str]:
    """Return the names, folded, that a language has for known persons, with their English names."""
    parent = language.partition("-")[0]
    return {name: english for code, name, english in _entries() if code in {language, parent}}


@cache
def english_name(name: str) -> str:
    """Return the English name of a known person by the name in another script, "" for everybody else."""
    return _english().get(fold_name(name), "")


@cache
def names_in(name: str, language: str) -> tuple[str, ...]:
    """Return the names, folded, that a language has for everybody whom an English name, or a part of it, may mean."""
    words = {word for word in re.findall(r"\w+", fold_name(name)) if len(word) >= _SHORTEST}
    return tuple(
        own for own, english in person_names(language).items() if words & set(re.findall(r"\w+", fold_name(english)))
    )


@cache
def _english() -> dict[str, str]:
    return {name: english for _, name, english in _entries()}


@cache
def _entries() -> tuple[tuple[str, str, str], ...]:
    table = tomllib.loads((files("xlcheck.lang") / "persons.toml").read_text(encoding="utf-8"))
    entries = ((*entry.partition(" ")[::2], english) for english, listed in table.items() for entry in listed)
    return tuple((code, fold_name(name), english) for code, name, english in entries)
