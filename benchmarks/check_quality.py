"""False alarms and detection of every check, by language: the figures on the pages of the checks.

    python benchmarks/check_quality.py BENCH [--write] [--show] [--only KIND]

BENCH is the folder of the development sets. Every pair is treated as one sure link, at default settings (confidence
0.5); preview checks are run too, and counted for themselves. Flags on clean pairs are looked up in `clean_flags.toml`,
where a maintainer wrote down which of them are right, because the translator slipped; one that is not there counts as
wrong. `--show` prints the flags that nobody has read yet. `--write` renews `xlcheck/checks/measured.json`; then run

    python tools/docs.py

Takes four to six minutes on one quiet core.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
import time
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from common import read_set, share
from error_kinds import NOT_MEASURED, RESPONSIBLE, Planted, planted_by_others, planted_by_us

from xlcheck import __version__
from xlcheck.checks.base import CheckContext
from xlcheck.checks.measured import FILE, LEVELS, parse_measurements
from xlcheck.checks.registry import CHECKS, select_checks
from xlcheck.config import Config
from xlcheck.embed import Encoder
from xlcheck.ingest import read_corpus
from xlcheck.model import Finding
from xlcheck.pipeline import check_articles, check_texts
from xlcheck.reading import plain_article, read_article
from xlcheck.stages.checking import check_side

PRIOR = 0.02
"""Share of pairs with an error of the kind in question: what `score` is calibrated with."""
LEAST = 0.5
CLEAN = (
    ("clean_news", {}),
    ("demetr_clean", {}),
    ("negation_mt_clean", {}),
    ("wmt22_ced", {"label": "consistent"}),
    ("refresd", {"label": "consistent"}),
    ("mslc", {"label": "consistent"}),
)
PLANT_IN = (("clean_news", 120), ("demetr_clean", 1000), ("negation_mt_clean", 60), ("wmt22_ced", 120))
"""Sets in which errors are planted, with the most pairs of each language."""
ARTICLES = (("align/wmt-generaltest2022.de-en-A-perturbed", "de"), ("align/wmt-newstest2021.ru-en-A-perturbed", "ru"))
SCOPES = {check.INFO.id: check.INFO.scope for check in CHECKS}
STABLE = frozenset(check.INFO.id for check in CHECKS if not check.INFO.preview)
FLAGS = Path(__file__).with_name("clean_flags.toml")


class Run:
    """The checks on one pair after another, with what was counted."""

    def __init__(self, *, show: bool) -> None:
        self.encoder = Encoder()
        self.show = show
        self.verdicts = {
            (name, check, item): verdict
            for name, verdicts in tomllib.loads(FLAGS.read_text(encoding="utf-8")).items()
            for verdict, checks in verdicts.items()
            for check, items in checks.items()
            for item in items
        }
        self.pairs: Counter[str] = Counter()
        self.texts: Counter[str] = Counter()
        self.seen: set[tuple[str, str]] = set()
        self.flagged: dict[str, Counter[str]] = defaultdict(Counter)
        self.right: dict[str, Counter[str]] = defaultdict(Counter)
        self.good: dict[tuple[str, str], set[str]] = {}
        self.found: dict[str, dict[str, dict[str, list[int]]]] = defaultdict(lambda: defaultdict(dict))
        self.articles: dict[str, dict[str, list[int]]] = defaultdict(dict)

    def findings(self, source: str, english: str, language: str) -> list[Finding]:
        found = check_texts(source, english, source_language=language, encoder=self.encoder)
        return [finding for finding in found if finding.confidence.value >= LEAST]

    def clean(self, name: str, item: dict[str, Any]) -> None:
        language = item["lang"]
        fresh = {
            doc: (code, text) not in self.seen
            for doc, code, text in (("source", language, item["source"]), ("english", "en", item["english"]))
        }
        self.seen |= {(language, item["source"]), ("en", item["english"])}
        self.pairs[language] += 1
        self.texts[language] += fresh["source"]
        self.texts["en"] += fresh["english"]
        findings = self.findings(item["source"], item["english"], language)
        self.good[item["source"], item["english"]] = {finding.check for finding in findings}
        counted: set[tuple[str, str]] = set()
        for finding in findings:
            doc = finding.where[0].doc
            code = language
            if SCOPES[finding.check] == "article":
                code = language if doc == "source" else "en"
                if not fresh[doc]:
                    continue
            if (finding.check, code) in counted:
                continue
            counted.add((finding.check, code))
            key = (name, finding.check, item["id"])
            self.flagged[finding.check][code] += 1
            self.right[finding.check][code] += self.verdicts.get(key) == "right"
            if self.show and finding.check in STABLE and key not in self.verdicts:
                spans = " | ".join(span.text for span in (*finding.where, *finding.related))
                print(f"\n{name} {item['id']}\n{language}: {item['source']}\nen: {item['english']}")
                print(f"  {finding.check} {finding.cause} {finding.confidence.value}: {finding.message} [{spans}]")

    def plant(self, error: Planted) -> None:
        check = RESPONSIBLE[error.kind]
        before: set[str] = set()
        if error.good is not None:
            key = (error.source, error.good)
            if key not in self.good:
                self.good[key] = {finding.check for finding in self.findings(*key, error.language)}
            before = self.good[key]
        found = self.findings(error.spoilt_source or error.source, error.bad, error.language)
        after = {finding.check for finding in found} - before
        language = "en" if SCOPES[check] == "article" and not error.spoilt_source else error.language
        row = self.found[check][f"{error.kind} ({error.origin})"].setdefault(language, [0, 0, 0])
        row[0] += check in after
        row[1] += bool(after & STABLE)
        row[2] += 1

    def whole(self, name: str, findings: Sequence[Finding]) -> None:
        for check in SCOPES:
            self.articles[check].setdefault(name, [0, 0])[1] += 1
        for finding in findings:
            if finding.confidence.value >= LEAST:
                self.articles[finding.check][name][0] += 1

    def record(self) -> dict[str, Any]:
        checks = {}
        for check, scope in sorted(SCOPES.items()):
            entry: dict[str, Any] = {}
            totals = {"pair": self.pairs, "article": self.texts, "story": Counter[str]()}[scope]
            if totals:
                entry["clean"] = {
                    code: [self.flagged[check][code], total, self.right[check][code]]
                    for code, total in sorted(totals.items())
                }
            if check in self.found:
                entry["found"] = {kind: dict(sorted(rows.items())) for kind, rows in sorted(self.found[check].items())}
            else:
                entry["why"] = NOT_MEASURED.get(check, "no development set has errors of its kind")
            if scope != "story":
                entry["articles"] = {
                    name: row for name, row in self.articles[check].items() if scope == "article" or "pairs" in name
                }
            checks[check] = entry
        return {
            "date": dt.date.today().isoformat(),
            "version": __version__,
            "prior": PRIOR,
            "sets": {
                "clean": [name for name, _ in CLEAN],
                "planted": sorted({kind.partition("(")[2][:-1] for rows in self.found.values() for kind in rows}),
            },
            "checks": checks,
        }


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("bench", type=Path)
    options.add_argument("--write", action="store_true")
    options.add_argument("--show", action="store_true")
    options.add_argument("--limit", type=int, help="of every set, to try it out")
    arguments = options.parse_args()

    started = time.perf_counter()
    run = Run(show=arguments.show)
    clean_pairs(run, arguments.bench, arguments.limit, started)
    errors = [
        *limited(planted_by_others(arguments.bench), arguments.limit),
        *limited(planted_by_us(host_pairs(arguments.bench), every_pair(arguments.bench)), arguments.limit),
    ]
    for number, error in enumerate(errors):
        run.plant(error)
        progress("planted errors", number + 1, len(errors), started)
    whole_articles(run, arguments.bench, arguments.limit, started)
    record = run.record()
    text = dumped(record)
    report(text)
    if arguments.write:
        FILE.write_text(text, encoding="utf-8")


def clean_pairs(run: Run, bench: Path, limit: int | None, started: float) -> None:
    for name, choice in CLEAN:
        items = list(read_set(bench / f"{name}.jsonl.gz", limit=limit, **choice))
        for number, item in enumerate(items):
            run.clean(name, item)
            progress(name, number + 1, len(items), started)


def host_pairs(bench: Path) -> list[dict[str, Any]]:
    """Return clean pairs to plant errors in: no more than so many of each language and set, spread over the set."""
    chosen = []
    for name, most in PLANT_IN:
        by_language: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for item in read_set(bench / f"{name}.jsonl.gz", label="consistent"):
            by_language[item["lang"]].append(item)
        for items in by_language.values():
            step = max(1.0, len(items) / most)
            chosen += [items[int(place * step)] for place in range(min(most, len(items)))]
    return chosen


def every_pair(bench: Path) -> list[dict[str, Any]]:
    return [item for name, _ in PLANT_IN for item in read_set(bench / f"{name}.jsonl.gz", label="consistent")]


def whole_articles(run: Run, bench: Path, limit: int | None, started: float) -> None:
    """Run whole articles: pairs of translations, and German news by themselves."""
    config = Config(engine="none", preview=True, cache=False)
    for folder, code in ARTICLES:
        for source in limited(iter(sorted((bench / folder).glob(f"*.{code}"))), limit):
            corpus = read_corpus([str(source), str(source.with_suffix(".en"))])
            report = check_articles(corpus.articles, config, together=True, encoder=run.encoder)
            run.whole(f"{code}-en article pairs", report.findings)
        progress(folder, 1, 1, started)
    active = select_checks(select=(), ignore=(), preview=True)
    for item in read_set(bench / "quotes_de.jsonl.gz", limit=limit):
        side = read_article(plain_article(item["text"], name=item["id"], language="de"))
        findings, _ = check_side(side, active, CheckContext())
        run.whole("German news articles", findings)
    progress("quotes_de", 1, 1, started)


def limited(items: Iterator[Any], limit: int | None) -> list[Any]:
    return list(items)[:limit]


def progress(what: str, done: int, total: int, started: float) -> None:
    if done == total or done % 500 == 0:
        print(f"{what}: {done} of {total}, {time.perf_counter() - started:.0f} s", file=sys.stderr, flush=True)


def dumped(record: dict[str, Any]) -> str:
    """Return JSON with one line for each kind of count, so that differences can be read."""
    head = {key: value for key, value in record.items() if key != "checks"}
    lines = [f"  {json.dumps(key)}: {json.dumps(value)}," for key, value in head.items()]
    blocks = []
    for check, entry in record["checks"].items():
        parts = []
        for key, value in entry.items():
            if key == "found":
                kinds = ",\n".join(f"        {json.dumps(kind)}: {json.dumps(rows)}" for kind, rows in value.items())
                parts.append(f'      "found": {{\n{kinds}\n      }}')
            else:
                parts.append(f"      {json.dumps(key)}: {json.dumps(value)}")
        blocks.append(f"    {json.dumps(check)}: {{\n" + ",\n".join(parts) + "\n    }")
    return "{\n" + "\n".join(lines) + '\n  "checks": {\n' + ",\n".join(blocks) + "\n  }\n}\n"


def report(text: str) -> None:
    """Print the figures over all languages."""
    data = parse_measurements(text)
    print(f"date {data.date}, xlcheck {data.version}; one pair in {1 / data.prior:.0f} has an error of the kind")
    print(f"levels: {', '.join(f'{name} from {bound:.0%}' for bound, name in LEVELS)}, of the cautious precision")
    for check, item in data.checks.items():
        flagged, wrong, recall = item.flagged(), item.false_alarms(), item.recall()
        print(f"\n{check}  flagged {share(flagged.hits, flagged.total)}  wrong as read {wrong.hits}")
        if recall.total:
            strict, read = data.precision(check), data.precision(check, read=True)
            print(f"       found   {share(recall.hits, recall.total)}")
            for name, precision in (("every flag wrong", strict), ("as read", read)):
                if precision:
                    shown = f"{precision.value:.0%}, at least {precision.least:.0%} {precision.level}"
                    print(f"       precision, {name}: {shown}")
            for kind, rows in item.found.items():
                planted = sum(row.planted for row in rows.values())
                print(
                    f"         {kind:<44} {share(sum(row.itself for row in rows.values()), planted)}"
                    f"  any check {sum(row.any for row in rows.values())}"
                )
        else:
            print(f"       not measured: {item.why}")
        for name, row in item.articles.items():
            if row.findings:
                print(f"       {name}: {row.findings} findings in {row.total}")


if __name__ == "__main__":
    main()
