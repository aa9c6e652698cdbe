"""Which check has to find which kind of planted error, and where errors of each kind come from.

Each planted error counts for one kind, decided from what was changed and never from what was found.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import spoil as spoil_text
from common import read_set

from xlcheck.corrupt import corrupt_text
from xlcheck.extract.dates.in_sentence import find_dates
from xlcheck.lang.profile import load_profile

RESPONSIBLE = {
    "number": "XN101",
    "scale": "XN105",
    "unit": "XN106",
    "currency": "XN107",
    "percent and points": "XN108",
    "date": "XD101",
    "weekday": "XD102",
    "name replaced": "XE101",
    "separators of another language": "XN104",
    "attribution left out": "XC104",
    "figure left out": "XN102",
    "country exchanged": "XC105",
    "quotation mark lost": "XQ105",
    "broken encoding": "XG103",
    "another script": "XG104",
    "name removed": "XE102",
    "name misspelt": "XE103",
    "negation": "XC101",
    "hedge": "XC102",
    "contrary": "XC103",
    "quantifier": "XC106",
    "trimmed quotation": "XQ103",
    "repeated words": "XG101",
    "untranslated word": "XG102",
    "shuffled words": "XG105",
    "worst of six systems": "XG105",
    "another sentence": "XG108",
}
"""The check that looks for each kind of error."""

NOT_MEASURED = {
    "XA103": "it reports links that are too uncertain, no error of a text",
    "XD103": "no development set has two reports of one running story",
    "XG106": "no development set has leaked formatting",
    "XG107": "no development set has text in another language than it says",
    "XN108": "no development set exchanges percent and percentage points",
    "XN103": "a number that is added is planted in no development set",
    "XQ101": "no development set has quotations that were altered",
    "XQ102": "no development set has quotations that were dropped",
    "XQ104": "no development set has quotations in the wrong mouth",
    "XQ106": "no development set has three versions of one story",
    "XT101": "it judges our own translations; benchmarks/results/translation_health.txt has what was measured of it",
}
"""Why other checks have no recall."""

_CURRENCIES = frozenset(
    {"dollars", "dollar", "euros", "euro", "pounds", "yuan", "yen", "rmb", "$", "€", "£", "¥", "us$", "eur", "usd"}
)
_SCALES = frozenset({"hundred", "thousand", "million", "billion", "trillion"})
_SHARES = frozenset({"%", "percent", "percentage", "points", "point"})
_DEMETR = {
    "numbers_replaced": "number",
    "negation": "negation",
    "ne_replaced": "name replaced",
    "ne_removed": "name removed",
    "misspelled": "name misspelt",
    "antonym": "contrary",
    "repeat4": "repeated words",
    "codemix": "untranslated word",
    "shuffled": "shuffled words",
    "shuffle_trans": "another sentence",
}
_HWTSC = {
    "number": "number",
    "date_time": "date",
    "unit": "unit",
    "named_entity": "name replaced",
    "negation": "negation",
}
_HALLUCINATIONS = {
    "repetitions": "repeated words",
    "full-unsupport": "another sentence",
    "named-entities": "name replaced",
}
_OURS = {
    "number": "number",
    "date": "date",
    "unit": "unit",
    "name": "name replaced",
    "negation-added": "negation",
    "negation-removed": "negation",
    "antonym": "contrary",
    "hedge": "hedge",
    "quantifier": "quantifier",
    "untranslated-word": "untranslated word",
    "shuffled-words": "shuffled words",
    "repeated-phrase": "repeated words",
    "trimmed-quote": "trimmed quotation",
    "other-sentence": "another sentence",
}
_RARE = ("unit", "trimmed-quote")
"""Kinds that fit few sentences are planted wherever they do."""
_EVERY = {
    "name": 3,
    "antonym": 3,
    "negation-added": 3,
    "untranslated-word": 4,
    "shuffled-words": 4,
    "repeated-phrase": 4,
    "other-sentence": 4,
}
"""Kinds that fit nearly every sentence are planted in only one in so many of them, to save time."""
_SPOILT = {
    "name misspelt": (spoil_text.misspelt_name, 2),
    "another script": (spoil_text.mixed_script, 4),
    "separators of another language": (spoil_text.foreign_separators, 0),
    "quotation mark lost": (spoil_text.lost_mark, 0),
    "attribution left out": (spoil_text.lost_attribution, 0),
    "figure left out": (spoil_text.lost_count, 0),
    "country exchanged": (spoil_text.other_country, 2),
}
"""Errors planted by `spoil.py`, in one in so many of the chosen pairs; 0: they fit few, and all pairs are used."""
_ENCODINGS = 4
_TOKEN = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Planted:
    """A pair with one error in its English.

    Attributes:
        kind: a key of `RESPONSIBLE`.
        origin: name of the set that it comes from.
        good: the English without the error, None where there is none.
        spoilt_source: the source with the error, where that is the side that has it.
    """

    kind: str
    origin: str
    language: str
    source: str
    bad: str
    good: str | None
    spoilt_source: str = ""


def planted_by_others(bench: Path) -> Iterator[Planted]:
    """Yield the errors that other people planted, or found and labelled."""
    for name, origin, kinds in (
        ("demetr", "DEMETR", _DEMETR),
        ("hwtsc", "HW-TSC", _HWTSC),
        ("wmt22_ced_pairs", "WMT22 CED", _HWTSC),
    ):
        for item in read_set(bench / f"{name}.jsonl.gz"):
            kind = kinds.get(item["category"])
            kind = kind and exact_kind(kind, item["good"], item["bad"])
            if kind:
                yield _planted(item, kind, origin, bad=item["bad"], good=item["good"])
    for item in read_set(bench / "negation_mt.jsonl.gz", label="divergent"):
        yield _planted(item, "negation", "negation errors of WMT systems", good=item["reference"])
    for item in read_set(bench / "halluc_deen.jsonl.gz"):
        if item["category"] in _HALLUCINATIONS:
            yield _planted(item, _HALLUCINATIONS[item["category"]], "hallucinations de-en")
    for item in read_set(bench / "refresd.jsonl.gz", label="divergent"):
        if item["category"] == "unrelated":
            yield _planted(item, "another sentence", "REFreSD")
    for item in read_set(bench / "mslc.jsonl.gz"):
        if item["category"] == "mslc-A":
            yield _planted(item, "worst of six systems", "MSLC23")


def planted_by_us(pairs: list[dict[str, Any]], all_pairs: list[dict[str, Any]]) -> Iterator[Planted]:
    """Yield the errors of `xlcheck bench --corrupt` and of `spoil.py`; those that fit few sentences in all pairs."""
    strangers = sorted({pair["english"] for pair in pairs})
    jobs = [
        *((pair, _RARE) for pair in all_pairs),
        *(
            (pair, tuple(name for name in _OURS if name not in _RARE and number % _EVERY.get(name, 1) == 0))
            for number, pair in enumerate(pairs)
        ),
    ]
    for pair, wanted in jobs:
        for spoilt in corrupt_text(
            pair["english"], language="en", other=pair["source"], strangers=strangers, seed=0, categories=wanted
        ):
            kind = exact_kind(_OURS[spoilt.category], pair["english"], spoilt.text)
            if kind:
                yield _planted(pair, kind, "bench --corrupt", bad=spoilt.text, good=pair["english"])
    for kind, (spoil, every) in _SPOILT.items():
        for pair in pairs[::every] if every else all_pairs:
            if bad := spoil(pair["english"]):
                yield _planted(pair, kind, "by rule", bad=bad, good=pair["english"])
    for pair in pairs[::_ENCODINGS]:
        if spoilt_source := spoil_text.mojibake(pair["source"]):
            planted = _planted(pair, "broken encoding", "by rule", bad=pair["english"], good=pair["english"])
            yield replace(planted, spoilt_source=spoilt_source)


def exact_kind(kind: str, good: str, bad: str) -> str | None:
    """Return the kind of an error from what was changed, None for a kind that no check looks for."""
    if kind not in ("number", "date", "unit", "name misspelt"):
        return kind
    start, end, words = _change(good, bad)
    if kind == "name misspelt":
        return kind if any(first < end and start < last for first, last in spoil_text.english_names(good)) else None
    weekdays = {day.lower() for day in load_profile("en").corrupt.weekdays}
    if words & weekdays:
        return "weekday"
    if kind == "date":
        return kind
    if any(item.start < end and start < item.end for item in find_dates(good, "en")):
        return "date"
    if any(char.isdigit() for word in words for char in word):
        return "number"
    if words & {"points", "point", "percentage"} and words <= _SHARES:
        return "percent and points"
    if words & _SCALES:
        return "scale"
    if words & _CURRENCIES:
        return "currency"
    return kind


def _planted(item: dict[str, Any], kind: str, origin: str, *, bad: str = "", good: str | None = None) -> Planted:
    return Planted(
        kind=kind,
        origin=origin,
        language=item["lang"],
        source=item["source"],
        bad=bad or item["english"],
        good=good,
    )


def _change(good: str, bad: str) -> tuple[int, int, set[str]]:
    """Return where the good text is changed, and the lower-case words that go or come."""
    old, new = list(_TOKEN.finditer(good)), list(_TOKEN.finditer(bad))
    before, after = [match.group() for match in old], [match.group() for match in new]
    places: list[int] = []
    words: set[str] = set()
    matcher = difflib.SequenceMatcher(a=before, b=after, autojunk=False)
    for tag, first, last, new_first, new_last in matcher.get_opcodes():
        if tag != "equal":
            places += [match.start() for match in old[first:last]] + [match.end() for match in old[first:last]]
            words |= {word.lower() for word in (*before[first:last], *after[new_first:new_last])}
    return (min(places), max(places), words) if places else (0, 0, words)
