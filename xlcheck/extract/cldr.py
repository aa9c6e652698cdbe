"""What CLDR knows about a language, read through babel (the only module here that imports it).

babel resolves CLDR's aliases lazily *into the table they live in*, and languages share the root table; the first
language asked would leave its month names to all others. The sections used here are therefore copied before reading.
"""

from __future__ import annotations

import copy
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from xlcheck.lang.currencies import CODES
from xlcheck.lang.units import UNITS

if TYPE_CHECKING:
    from collections.abc import Mapping

_SECTIONS = (
    "months",
    "days",
    "date_formats",
    "number_symbols",
    "compact_decimal_formats",
    "unit_patterns",
    "currency_names",
    "currency_names_plural",
    "currency_symbols",
    "day_periods",
)
_STYLES = ("wide", "abbreviated")
_FULL_TRANSLATION = 50
"""Currency names of its own from which on a locale counts as translated and not as a stub that shows its parent."""
_MARKS = "\N{RIGHT-TO-LEFT MARK}\N{LEFT-TO-RIGHT MARK}\N{NO-BREAK SPACE}\N{ARABIC LETTER MARK} "
_CONTEXTS = ("format", "stand-alone")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cldr:
    """The part of CLDR that reading numbers and dates needs; all names as CLDR spells them.

    Attributes:
        decimal: decimal separator; `group` separates thousands (a space of any kind is " ").
        scales: scale words with their values ("Mio." = 1000000).
        months: wide names; `short_months` abbreviations; likewise weekdays.
        units: names with canonical units; `currencies` names with ISO codes.
        symbols: the language's own currency symbols with ISO codes ("CN¥"); plain codes and words are left out.
        percent: words for percent.
        am: marks of the morning; `pm` of the afternoon; Latin letters alone ("AM") are left out.
        long_date: CLDR's pattern of a long date; `short_date` of an all-figure one,
            `full_date` of one with its weekday.
    """

    decimal: str = "."
    group: str = ","
    scales: Mapping[str, int]
    months: Mapping[str, int]
    short_months: Mapping[str, int]
    weekdays: Mapping[str, int]
    short_weekdays: Mapping[str, int]
    units: Mapping[str, str]
    currencies: Mapping[str, str]
    symbols: Mapping[str, str]
    percent: tuple[str, ...]
    am: tuple[str, ...] = ()
    pm: tuple[str, ...] = ()
    long_date: str = ""
    short_date: str = ""
    full_date: str = ""


_NOTHING = Cldr(
    scales={},
    months={},
    short_months={},
    weekdays={},
    short_weekdays={},
    units={},
    currencies={},
    symbols={},
    percent=(),
)


@cache
def cldr(language: str) -> Cldr:
    """Return CLDR's data for a language; empty tables for a language that CLDR lacks."""
    from babel import localedata

    language = language.partition("-")[0]  # a variant (zh-TW): the tables hold all scripts of a language
    if not language.isascii() or not language.isalnum() or not localedata.exists(language):
        return _NOTHING
    tables = [_load(name) for name in (language, *_other_scripts(language))]
    main = tables[0]
    decimal, group = _separators(main)
    return Cldr(
        decimal=decimal,
        group=group,
        scales=_union(_scales(table) for table in tables),
        months=_union(_names(table, "months", "wide") for table in tables),
        short_months=_union(_names(table, "months", "abbreviated") for table in tables),
        weekdays=_union(_names(table, "days", "wide") for table in tables),
        short_weekdays=_union(_names(table, "days", "abbreviated") for table in tables),
        units=_union(_units(table) for table in tables),
        currencies=_union(_currencies(table) for table in tables),
        symbols=_union(_symbols(table) for table in tables),
        percent=tuple(dict.fromkeys(word for table in tables for word in _unit_words(table, "concentr-percent"))),
        am=tuple(dict.fromkeys(mark for table in tables for mark in _day_period(table, "am"))),
        pm=tuple(dict.fromkeys(mark for table in tables for mark in _day_period(table, "pm"))),
        long_date=_date_pattern(main, "long"),
        full_date=_date_pattern(main, "full"),
        short_date=_date_pattern(main, "short"),
    )


def _other_scripts(language: str) -> tuple[str, ...]:
    """Name the language's locales in further scripts (zh_Hant), if CLDR describes them in earnest."""
    from babel import localedata

    names = (name for name in localedata.locale_identifiers() if name.startswith(f"{language}_"))
    scripts = sorted(name for name in names if name.count("_") == 1 and len(name) == len(language) + 5)
    own = ((name, localedata.load(name, merge_inherited=False)) for name in scripts)
    return tuple(name for name, data in own if len(data.get("currency_names", ())) >= _FULL_TRANSLATION)


def _load(locale: str) -> Any:
    from babel import localedata

    raw = localedata.load(locale)
    return localedata.LocaleDataDict(copy.deepcopy({key: raw[key] for key in _SECTIONS if key in raw}))


def _union(tables: Any) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for table in tables:
        for key, value in table.items():
            result.setdefault(key, value)
    return result


def _separators(data: Any) -> tuple[str, str]:
    symbols = data["number_symbols"].get("latn", {})
    decimal, group = symbols.get("decimal", "."), symbols.get("group", ",")
    return str(decimal), " " if str(group).isspace() else str(group)


def _scales(data: Any) -> dict[str, int]:
    """Read scale words off the compact formats: "00 Millionen" stands for ten million, so a Million is 10^6."""
    result: dict[str, int] = {}
    for style in data["compact_decimal_formats"]:
        for formats in data["compact_decimal_formats"][style].values():
            for magnitude, pattern in formats.items():
                text = str(getattr(pattern, "pattern", pattern)).split(";")[0].replace("'", "")
                zeros = text.count("0")
                word = text.replace("0", "").strip()
                if zeros and word and "{" not in word:
                    result.setdefault(word, int(magnitude) // 10 ** (zeros - 1))
    return result


def _names(data: Any, section: str, style: str) -> dict[str, int]:
    result: dict[str, int] = {}
    for context in _CONTEXTS:
        table = data[section].get(context, {})
        if style in table:
            for number, name in table[style].items():
                result.setdefault(str(name), int(number))
    return result


def _unit_words(data: Any, cldr_name: str) -> list[str]:
    patterns = data["unit_patterns"]
    if cldr_name not in patterns:
        return []
    words = []
    for style in ("long", "short"):
        for plural, pattern in patterns[cldr_name].get(style, {}).items():
            word = str(pattern).replace("{0}", "").strip()
            if plural != "per" and "{" not in word and re.search(r"[^\W\d_]", word) and not re.search(r"\d", word):
                words.append(word)
    return words


def _units(data: Any) -> dict[str, str]:
    result: dict[str, str] = {}
    for unit in UNITS.values():
        for word in _unit_words(data, unit.cldr):
            # One-letter spellings (m, h, t) are left to the symbol table, which knows what they clash with.
            if len(word) > 1 or not word.isascii():
                result.setdefault(word, unit.name)
    return result


def _currencies(data: Any) -> dict[str, str]:
    result: dict[str, str] = {}
    for code in CODES:
        names = [data["currency_names"].get(code)]
        plural = data["currency_names_plural"].get(code) if "currency_names_plural" in data else None
        names.extend(plural.values() if plural else ())
        for name in names:
            if name:
                result.setdefault(str(name), code)
    return result


def _day_period(data: Any, name: str) -> list[str]:
    """Return the marks of a half of the day, without those that may be everyday words (am Morgen)."""
    tables = data["day_periods"].get("format", {}) if "day_periods" in data else {}
    marks = [str(tables[style][name]) for style in _STYLES if name in tables.get(style, {})]
    return [mark for mark in marks if not (mark.isascii() and mark.isalpha())]


def _symbols(data: Any) -> dict[str, str]:
    symbols = {str(data["currency_symbols"].get(code, code)).strip(_MARKS): code for code in CODES}
    return {symbol: code for symbol, code in symbols.items() if symbol and not symbol.isalpha()}


def _date_pattern(data: Any, style: str) -> str:
    pattern = data["date_formats"].get(style, "")
    return str(getattr(pattern, "pattern", pattern)).replace("\N{RIGHT-TO-LEFT MARK}", "")
