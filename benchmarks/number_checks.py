"""Numbers and dates: which planted errors are found, which correct pairs are flagged, and what is lost where.

    python benchmarks/number_checks.py planted demetr.jsonl.gz --category numbers_replaced [--lost]
    python benchmarks/number_checks.py ranked hwtsc.jsonl.gz --category number --category date --category unit [--lost]
    python benchmarks/number_checks.py clean clean_news.jsonl.gz [--show]
    python benchmarks/number_checks.py labelled wmt22_ced.jsonl.gz [--category NUM] [--show]
    python benchmarks/number_checks.py speed SENTENCES.jsonl.gz --language de
    python benchmarks/number_checks.py hostile

Only the families XN (numbers) and XD (dates) count, at the confidence that a run shows by default; each pair is one
sure link. `planted` counts an error as found when a check speaks on the bad version of a sentence that does not say the
same on the good one; `ranked` calls a pair ranked right when the bad version weighs more (the sum of its confidences),
and counts a tie as wrong. `--lost` prints what was missed and the stage that lost it.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from common import read_set, share

from xlcheck.embed import Encoder
from xlcheck.extract.quantities.in_sentence import extract_numbers_and_dates
from xlcheck.model import Finding, Span, Status
from xlcheck.pipeline import check_texts

FAMILIES = ("XN", "XD")
SHOWN = 0.5
"""The default of `--min-confidence`."""


def main() -> None:
    """Run one measurement and print its table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("planted", "ranked", "clean", "labelled", "speed", "hostile"))
    parser.add_argument("pairs", type=Path, nargs="?")
    parser.add_argument("--category", action="append", default=[])
    parser.add_argument("--language")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--lost", action="store_true", help="print every error that was missed")
    parser.add_argument("--preview", action="store_true", help="with the checks that are in preview")
    parser.add_argument("--show", action="store_true", help="print every flag on a correct pair")
    options = parser.parse_args()
    {"planted": planted, "ranked": ranked, "clean": clean, "labelled": labelled, "speed": speed, "hostile": hostile}[
        options.what
    ](options)


class Flags:
    """The number and date findings of sentence pairs, each pair checked once."""

    def __init__(self, *, preview: bool) -> None:
        self._preview = preview
        self._encoder = Encoder()
        self._known: dict[tuple[str, str], list[Finding]] = {}

    def all(self, source: str, english: str, language: str) -> list[Finding]:
        """Return the findings of both families, whatever their confidence."""
        if (source, english) not in self._known:
            found = check_texts(source, english, source_language=language, encoder=self._encoder, preview=self._preview)
            self._known[source, english] = [item for item in found if item.check.startswith(FAMILIES)]
        return self._known[source, english]

    def shown(self, source: str, english: str, language: str) -> list[Finding]:
        """Return those that a run shows by default."""
        return [item for item in self.all(source, english, language) if item.confidence.value >= SHOWN]


def planted(options: argparse.Namespace) -> None:
    """Print the share of planted errors found, by language, and the good versions flagged."""
    flags = Flags(preview=options.preview)
    found: Counter[str] = Counter()
    total: Counter[str] = Counter()
    checks: Counter[str] = Counter()
    lost: Counter[str] = Counter()
    good: dict[tuple[str, str], bool] = {}
    for item in _items(options):
        source, language = item["source"], item["lang"]
        before = {(one.check, one.cause) for one in flags.shown(source, item["good"], language)}
        good[source, item["good"]] = bool(before)
        new = {(one.check, one.cause) for one in flags.shown(source, item["bad"], language)} - before
        total[language] += 1
        found[language] += bool(new)
        checks.update({check for check, _ in new})
        if not new:
            stage = _lost_where(flags, source, item["good"], item["bad"], language)
            lost[stage] += 1
            if options.lost:
                print(f"\n{stage}\n{language}: {source}\ngood: {item['good']}\nbad:  {item['bad']}")
    _table(found, total)
    print(f"{'good versions flagged':<24} {share(sum(good.values()), len(good))}")
    print("found by", ", ".join(f"{check} {count}" for check, count in checks.most_common()))
    print("lost in", ", ".join(f"{stage} {count}" for stage, count in lost.most_common()) or "nothing")


def ranked(options: argparse.Namespace) -> None:
    """Print the share of pairs whose bad version weighs more than the good one, by category."""
    flags = Flags(preview=options.preview)
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for item in _items(options):
        source, language = item["source"], item["lang"]
        weights = [
            sum(one.confidence.value for one in flags.all(source, item[version], language))
            for version in ("good", "bad")
        ]
        total[item["category"]] += 1
        right[item["category"]] += weights[1] > weights[0]
        if weights[1] <= weights[0]:
            stage = _lost_where(flags, source, item["good"], item["bad"], language)
            wrong[stage] += 1
            if options.lost:
                print(f"\n{stage} {item['category']} {weights}")
                print(f"{language}: {source}\ngood: {item['good']}\nbad:  {item['bad']}")
    _table(right, total)
    print("lost in", ", ".join(f"{stage} {count}" for stage, count in wrong.most_common()) or "nothing")


def clean(options: argparse.Namespace) -> None:
    """Print the share of correct pairs that are flagged, by language."""
    flags = Flags(preview=options.preview)
    flagged: Counter[str] = Counter()
    total: Counter[str] = Counter()
    checks: Counter[str] = Counter()
    for item in read_set(options.pairs, language=options.language, limit=options.limit):
        found = flags.shown(item["source"], item["english"], item["lang"])
        total[item["lang"]] += 1
        flagged[item["lang"]] += bool(found)
        checks.update({f"{one.check} {one.severity.value}" for one in found})
        if options.show and found:
            _show(item, found)
    _table(flagged, total)
    print("by", ", ".join(f"{check} {count}" for check, count in checks.most_common()) or "none")


def labelled(options: argparse.Namespace) -> None:
    """Print flags on divergent and on consistent pairs, by language and category."""
    flags = Flags(preview=options.preview)
    flagged: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for item in read_set(options.pairs, language=options.language, limit=options.limit):
        if options.category and item["label"] == "divergent" and item.get("category") not in options.category:
            continue
        key = f"{item['lang']} {item['label']} {item.get('category') or ''}"
        found = flags.shown(item["source"], item["english"], item["lang"])
        total[key] += 1
        flagged[key] += bool(found)
        if options.show and found and item["label"] == "consistent":
            _show(item, found)
        if options.lost and not found and item["label"] == "divergent":
            print(f"\nlost {key}\n{item['lang']}: {item['source']}\nen: {item['english']}")
    _table(flagged, total)


def speed(options: argparse.Namespace) -> None:
    """Print how many sentences are read per second of processor time (one core), numbers, dates and quotations."""
    from xlcheck.extract.quotations.in_article import extract_quotes
    from xlcheck.reading import plain_article
    from xlcheck.segment import segment_article

    texts = [item["source"] for item in read_set(options.pairs, language=options.language, limit=options.limit)]
    for text in texts[:50]:
        extract_numbers_and_dates(_span(text), options.language)
    articles = [
        plain_article("\n\n".join(texts[start : start + 30]), name=str(start), language=options.language)
        for start in range(0, len(texts), 30)
    ]
    sides = [(article, segment_article(article)) for article in articles]
    sentences = sum(len(segments) for _, segments in sides)
    best = {"numbers and dates": float("inf"), "quotations": float("inf")}
    for _ in range(3):
        started = time.process_time()
        for _, segments in sides:
            for segment in segments:
                extract_numbers_and_dates(segment.span, segment.language)
        middle = time.process_time()
        for article, segments in sides:
            extract_quotes(article, segments)
        ended = time.process_time()
        best["numbers and dates"] = min(best["numbers and dates"], middle - started)
        best["quotations"] = min(best["quotations"], ended - middle)
    best["together"] = sum(best.values())
    for name, seconds in best.items():
        print(f"{name:<20} {sentences / seconds:>8.0f} sentences/s  ({sentences} sentences)")


def hostile(_: argparse.Namespace) -> None:
    """Print the time that hostile lines take at three sizes: twice the text may take little more than twice as long."""
    from xlcheck.extract.quotations.in_article import extract_quotes
    from xlcheck.reading import plain_article
    from xlcheck.segment import segment_article

    lines = {
        "digits": lambda size: "7" * size,
        "digits and commas": lambda size: "1," * (size // 2),
        "digits and blanks": lambda size: "12 " * (size // 3),
        "dates": lambda size: "1.2.2020 " * (size // 9),
        "number words": lambda size: "zwanzig" * (size // 7),
        "hyphens": lambda size: "1-" * (size // 2),
        "words of numbers": lambda size: "zwei " * (size // 5),
    }
    for name, build in lines.items():
        times = []
        for size in (250_000, 500_000, 1_000_000):
            started = time.process_time()
            extract_numbers_and_dates(_span(build(size)), "de")
            times.append(time.process_time() - started)
        _growth(f"1 MB of {name}", times)
    for mark in ('"', "„", "“„", "'"):
        times = []
        for count in (25_000, 50_000, 100_000):
            article = plain_article((mark * count)[:count], name="marks", language="de")
            segments = segment_article(article)
            started = time.process_time()
            extract_quotes(article, segments)
            times.append(time.process_time() - started)
        _growth(f"100k of {mark}", times)


def _span(text: str) -> Span:
    return Span(doc="text", start=0, end=len(text), text=text)


def _growth(name: str, times: list[float]) -> None:
    growth = times[2] / max(times[0], 1e-9)
    print(f"{name:<28} {times[0]:7.2f} s {times[1]:7.2f} s {times[2]:7.2f} s   four times the text: × {growth:.1f}")


def _items(options: argparse.Namespace) -> list[dict[str, Any]]:
    items = read_set(options.pairs, language=options.language, limit=options.limit)
    return [item for item in items if not options.category or item["category"] in options.category]


def _lost_where(flags: Flags, source: str, good: str, bad: str, language: str) -> str:
    """Name the stage that lost a difference: reading, comparison, or what the check asks beyond it."""
    if any(one.confidence.value < SHOWN for one in flags.all(source, bad, language)):
        return "confidence"
    read = [_facts(text, code) for text, code in ((source, language), (good, "en"), (bad, "en"))]
    if read[1] == read[2]:
        return "reading of the English"
    from xlcheck.compare.quantities import match_quantities

    source_numbers = extract_numbers_and_dates(_span(source), language)[0]
    good_numbers = extract_numbers_and_dates(_span(good), "en")[0]
    bad_numbers = extract_numbers_and_dates(_span(bad), "en")[0]
    matches = [match_quantities(source_numbers, numbers) for numbers in (good_numbers, bad_numbers)]
    same = [sum(one.agreement.status is Status.SAME for one in match) for match in matches]
    if same[0] <= same[1]:
        return "reading of the source"
    if not any(one.agreement.status is Status.DIFFERS for one in matches[1]):
        return "comparison"
    return "check"


def _facts(text: str, language: str) -> tuple[object, ...]:
    numbers, dates = extract_numbers_and_dates(_span(text), language)
    return (
        *((item.readings, item.unit) for item in numbers),
        *((item.year, item.month, item.day, item.weekday, item.hour, item.minute) for item in dates),
    )


def _show(item: dict[str, Any], found: list[Finding]) -> None:
    print(f"\n{item['lang']}: {item['source']}\nen: {item['english']}")
    for one in found:
        spans = " | ".join(span.text for span in (*one.where, *one.related))
        print(f"  {one.check} {one.severity.value} {one.cause} {one.confidence.value}: {one.message} [{spans}]")


def _table(hits: Counter[str], total: Counter[str]) -> None:
    groups: dict[str, str] = defaultdict(str)
    for key in sorted(total):
        groups[key] = share(hits[key], total[key])
    for key, line in groups.items():
        print(f"{key:<24} {line}")
    print(f"{'all':<24} {share(sum(hits.values()), sum(total.values()))}")


if __name__ == "__main__":
    main()
