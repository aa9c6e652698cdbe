"""What is known about a language: one TOML file per language, read into one typed, frozen profile.

Adding a language is adding `xlcheck/lang/data/<code>.toml`. Every table is optional, and so is every key: a check that
lacks what it needs stays silent. A variant (zh-TW) has a file that inherits from its language's and holds what
differs. Each table has its dataclass in the module of the same name; a key that the dataclass does not know is an
error, so that a typo in a data file cannot go unnoticed.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field, fields
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar, cast

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

Section = TypeVar("Section")
UNKNOWN = "und"


@dataclass(frozen=True, slots=True, kw_only=True)
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
    numbers: NumberProfile = field(default_factory=NumberProfile)
    dates: DateProfile = field(default_factory=DateProfile)
    quotes: QuoteProfile = field(default_factory=QuoteProfile)
    names: NameProfile = field(default_factory=NameProfile)
    sentences: SentenceProfile = field(default_factory=SentenceProfile)
    polarity: PolarityProfile = field(default_factory=PolarityProfile)
    claims: ClaimsProfile = field(default_factory=ClaimsProfile)
    garble: GarbleProfile = field(default_factory=GarbleProfile)
    corrupt: CorruptProfile = field(default_factory=CorruptProfile)
    compounds: CompoundProfile = field(default_factory=CompoundProfile)
    gloss: GlossProfile = field(default_factory=GlossProfile)


_SECTIONS: dict[str, type[Any]] = {
    "numbers": NumberProfile,
    "dates": DateProfile,
    "quotes": QuoteProfile,
    "names": NameProfile,
    "sentences": SentenceProfile,
    "polarity": PolarityProfile,
    "claims": ClaimsProfile,
    "garble": GarbleProfile,
    "corrupt": CorruptProfile,
    "compounds": CompoundProfile,
    "gloss": GlossProfile,
}


@cache
def load_profile(code: str) -> LanguageProfile:
    """Return the profile of a language; a language without a file gets one in which nothing is known.

    Raises:
        ConfigError: the data file has a table or key that no dataclass knows.
    """
    table = _table(code)
    if table is None:
        return LanguageProfile(code=code, name=code, known=False)
    head = table.pop("language")
    if unknown := sorted(set(table) - set(_SECTIONS)):
        raise ConfigError(f"{code}.toml: unknown table [{unknown[0]}]")
    sections = {name: _read(f"{code}.toml [{name}]", cls, table.get(name, {})) for name, cls in _SECTIONS.items()}
    return LanguageProfile(
        code=code,
        name=cast(str, head["name"]),
        known=True,
        length_ratio=float(head.get("length_ratio", 1.0)),
        letters=str(head.get("letters", "")),
        **sections,
    )


def _table(code: str) -> dict[str, Any] | None:
    """Return a language's file as it stands; that of a variant, such as zh-TW, on top of the language it inherits from.

    A key of the variant takes the place of the parent's; of a key that is a table, only the entries that it names.
    """
    resource = files("xlcheck.lang") / "data" / f"{code}.toml"
    if not code.replace("-", "").isalnum() or not resource.is_file():
        return None
    own = tomllib.loads(resource.read_text(encoding="utf-8"))
    parent = own["language"].pop("inherits", None)
    if parent is None:
        return own
    table = _table(parent)
    if table is None:
        raise ConfigError(f"{code}.toml: inherits from {parent!r}, which has no file")
    return _merged(table, own)


def _merged(parent: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    merged = dict(parent)
    for key, value in own.items():
        before = parent.get(key)
        merged[key] = _merged(before, value) if isinstance(before, dict) and isinstance(value, dict) else value
    return merged


@cache
def known_languages() -> tuple[str, ...]:
    """Return the codes of all languages that have a data file, sorted."""
    folder = files("xlcheck.lang") / "data"
    return tuple(sorted(entry.name.removesuffix(".toml") for entry in folder.iterdir() if entry.name.endswith(".toml")))


@cache
def variants(code: str) -> tuple[str, ...]:
    """Return the codes of a language's variants, such as zh-TW for zh, sorted."""
    return tuple(name for name in known_languages() if name.startswith(f"{code}-"))


def _read(where: str, cls: type[Section], table: dict[str, Any]) -> Section:
    names = {item.name for item in fields(cast(Any, cls))}
    if unknown := sorted(set(table) - names):
        raise ConfigError(f"{where}: unknown key {unknown[0]!r}")
    return cls(**{key: _freeze(value) for key, value in table.items()})


def _freeze(value: Any) -> Any:
    """Turn lists into tuples, all the way down, so that a profile can be shared without fear."""
    if isinstance(value, list):
        return tuple(_freeze(item) for item in value)
    if isinstance(value, dict):
        return {key: _freeze(item) for key, item in value.items()}
    return value
