"""What is known about a language: one TOML file per language, read into one typed, frozen profile.

Adding a language is adding `xlcheck/lang/data/<code>.toml`. Every table is optional, and so is every key: a check that
lacks what it needs stays silent. A variant (zh-TW) has a file that inherits from its language's and holds what
differs. Each table has its dataclass in the module of the same name; a key that the dataclass does not know is an
error, so that a typo in a data file cannot go unnoticed.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from typing import Any, Generic, TypeVar, cast

from xlcheck.errors import ConfigError
from xlcheck.lang.claims import ClaimsProfile
from xlcheck.lang.compounds import CompoundProfile
from xlcheck.lang.corrupt import CorruptProfile
from xlcheck.lang.dates import DateProfile
from xlcheck.lang.garble import GarbleProfile
from xlcheck.lang.glosses import GlossProfile
from xlcheck.lang.names import NameProfile
from xlcheck.lang.numbers import NumberProfile
from xlcheck.lang.polarity import PolarityProfile
from xlcheck.lang.quotes import QuoteProfile
from xlcheck.lang.sentences import SentenceProfile
from xlcheck.lang.tables import HEAD, read_table, table_names

Section = TypeVar("Section")
UNKNOWN = "und"


class _Table(Generic[Section]):
    """A table of a language's file as an attribute of its profile: read when it is first asked for, then kept there."""

    def __init__(self, cls: type[Section]) -> None:
        self._cls = cls

    def __set_name__(self, owner: type[LanguageProfile], name: str) -> None:
        self._name = name

    def __get__(self, profile: LanguageProfile, owner: type[LanguageProfile]) -> Section:
        """Read the table into its dataclass.

        Raises:
            ConfigError: it has a key that the dataclass does not know.
        """
        table = read_table(profile.code, self._name)
        known = {item.name for item in fields(cast(Any, self._cls))}
        if unknown := sorted(set(table) - known):
            raise ConfigError(f"{profile.code}.toml [{self._name}]: unknown key {unknown[0]!r}")
        section = self._cls(**{key: _freeze(value) for key, value in table.items()})
        vars(profile)[self._name] = section  # found first from now on, since this class has no __set__
        return section


@dataclass(frozen=True, kw_only=True)
class LanguageProfile:
    """Everything the program knows about one language.

    Attributes:
        code: ISO 639 code ("de"), "und" for a language without a file.
        name: English name ("German").
        known: whether there is a data file for it.
        length_ratio: how many characters it takes to say what takes one character in English.
        letters: common letters by which a variant is told from others of its language; only where it has variants.
    """

    code: str
    name: str
    known: bool
    length_ratio: float = 1.0
    letters: str = ""

    numbers = _Table(NumberProfile)
    dates = _Table(DateProfile)
    quotes = _Table(QuoteProfile)
    names = _Table(NameProfile)
    sentences = _Table(SentenceProfile)
    polarity = _Table(PolarityProfile)
    claims = _Table(ClaimsProfile)
    garble = _Table(GarbleProfile)
    corrupt = _Table(CorruptProfile)
    compounds = _Table(CompoundProfile)
    gloss = _Table(GlossProfile)


TABLES = frozenset(name for name, value in vars(LanguageProfile).items() if isinstance(value, _Table))
"""The tables that a language's file may have beside its head."""


@cache
def load_profile(code: str) -> LanguageProfile:
    """Return the profile of a language; a language without a file gets one in which nothing is known.

    Raises:
        ConfigError: the data file has a table that is unknown.
    """
    names = table_names(code)
    if not names:
        return LanguageProfile(code=code, name=code, known=False)
    if unknown := sorted(names - TABLES - {HEAD}):
        raise ConfigError(f"{code}.toml: unknown table [{unknown[0]}]")
    head = read_table(code, HEAD)
    return LanguageProfile(
        code=code,
        name=cast(str, head["name"]),
        known=True,
        length_ratio=float(head.get("length_ratio", 1.0)),
        letters=str(head.get("letters", "")),
    )


@cache
def known_languages() -> tuple[str, ...]:
    """Return the codes of all languages that have a data file, sorted."""
    folder = files("xlcheck.lang") / "data"
    return tuple(sorted(entry.name.removesuffix(".toml") for entry in folder.iterdir() if entry.name.endswith(".toml")))


@cache
def variants(code: str) -> tuple[str, ...]:
    """Return the codes of a language's variants, such as zh-TW for zh, sorted."""
    return tuple(name for name in known_languages() if name.startswith(f"{code}-"))


def _freeze(value: Any) -> Any:
    """Turn lists into tuples, all the way down, so that a profile can be shared without fear."""
    if isinstance(value, list):
        return tuple(_freeze(item) for item in value)
    if isinstance(value, dict):
        return {key: _freeze(item) for key, item in value.items()}
    return value
