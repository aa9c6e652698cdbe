"""Which check has to find which kind of planted error, and where errors of each kind come from.

Each planted error counts for one kind, decided from what was changed and never from what was found.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from common import read_set

from xlcheck.corrupt import corrupt_text
from xlcheck.extract.dates import find_dates
from xlcheck.extract.names import extract_names
from xlcheck.lang.profile import load_profile
from xlcheck.model import Segment, Span

RESPONSIBLE = {
    "number": "XN101",
    "scale": "XN105",
    "unit": "XN106",
    "currency": "XN107",
    "percent and points": "XN108",
    "date": "XD101",
    "weekday": "XD102",
    "name replaced": "XE101",
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
    "XC104": "no development set has lost attributions",
    "XD103": "no development set has two reports of one running story",
    "XG103": "no development set has broken encodings",
    "XG104": "no development set mixes scripts",
    "XG106": "no development set has leaked formatting",
    "XG107": "no development set has text in another language than it says",
    "XN108": "no development set exchanges percent and percentage points",
    "XN102": "a number that is left out is planted in no development set",
    "XN103": "a number that is added is planted in no development set",
    "XN104": "no development set has planted slips in the style of figures",
    "XQ101": "no development set has quotations that were altered",
    "XQ102": "no development set has quotations that were dropped",
    "XQ104": "no development set has quotations in the wrong mouth",
    "XQ105": "no development set has planted slips in quotation marks",
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
_EVERY = {"untranslated-word": 3, "shuffled-words": 3, "repeated-phrase": 3, "other-sentence": 3, "negation-added": 2}
"""Kinds that fit nearly every sentence are planted in every so-manieth, to save time."""
_TOKEN = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Planted:
    """A pair with one error in its English.

    Attributes:
        kind: a key of `RESPONSIBLE`.
        origin: name of the set that it comes from.
        good: the English without the error, None where there is none.
    """

    kind: str
    origin: str
    language: str
    source: str
    bad: str
    good: str | None


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
    """Yield the errors of `xlcheck bench --corrupt`, and misspelt names; errors that fit few sentences in all pairs."""
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
    for pair in pairs:
        bad = misspelt(pair["english"])
        if bad:
            yield _planted(pair, "name misspelt", "letters of a name exchanged", bad=bad, good=pair["english"])


def misspelt(text: str) -> str:
    """Return the text with two letters of its first long name exchanged, behind the first two; "" if it has none."""
    for start, end in _names(text):
        for word in re.finditer(r"[A-Z][a-z]{5,}", text[start:end]):
            for place in range(start + word.start() + 2, start + word.end() - 1):
                if text[place] != text[place + 1]:
                    return text[:place] + text[place + 1] + text[place] + text[place + 2 :]
    return ""


def exact_kind(kind: str, good: str, bad: str) -> str | None:
    """Return the kind of an error from what was changed, None for a kind that no check looks for."""
    if kind not in ("number", "date", "unit", "name misspelt"):
        return kind
    start, end, words = _change(good, bad)
    if kind == "name misspelt":
        return kind if any(first < end and start < last for first, last in _names(good)) else None
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


@cache
def _names(text: str) -> tuple[tuple[int, int], ...]:
    span = Span(doc="", start=0, end=len(text), text=text)
    found = extract_names(Segment(index=0, span=span, language="en", paragraph=0), "en")
    return tuple((item.span.start, item.span.end) for item in found)
