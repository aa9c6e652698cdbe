"""Names: which replaced, removed and misspelt names are found, and how often is a correct pair flagged for a name?

    python benchmarks/names.py PLANTED.jsonl.gz [--clean CLEAN.jsonl.gz ...] [--languages de fr] [--show]
    python benchmarks/names.py --speed ARTICLES.jsonl.gz

`PLANTED` has JSON objects with `lang`, `source`, `good`, `bad` and `category`, of which those that begin with "ne_" or
are called "named_entity" are taken; `CLEAN` has `lang`, `source`, `english`, `label`. Each pair is one sure, parallel
link. A planted error counts as found when a name check says something about the bad version that it does not say about
the good one. Two figures: what a user sees (confidence 0.5 and more), and what is found at the threshold at which 5 %
of all good versions and clean pairs are flagged. `--show` prints every flagged correct pair, to be read.
"""

from __future__ import annotations

import argparse
import time
from collections import defaultdict
from pathlib import Path

from common import read_set, share

from xlcheck.checks import name_changed, name_missing, name_misspelt
from xlcheck.checks.base import CheckContext
from xlcheck.extract.names import extract_article_names
from xlcheck.model import ArticleFacts, ArticlePair, Finding, Link, LinkClass, LinkKind, PairMode, Side
from xlcheck.reading import plain_article
from xlcheck.segment import segment_article

CHECKS = (name_changed, name_missing, name_misspelt)
SEEN = 0.5
FALSE_ALARMS = 0.05


def side(text: str, name: str, language: str) -> Side:
    article = plain_article(text, name=name, language=language)
    segments = segment_article(article)
    return Side(
        article=article,
        segments=segments,
        facts=ArticleFacts(mentions=extract_article_names(segments, language)),
        garble=(),
    )


def findings(source: str, english: str, language: str) -> list[Finding]:
    left, right = side(source, "source", language), side(english, "english", "en")
    link = Link(
        source=tuple(range(len(left.segments))),
        english=tuple(range(len(right.segments))),
        kind=LinkKind.PARALLEL,
        link_class=LinkClass.SURE,
        score=1.0,
        margin=1.0,
        length_ratio=1.0,
        probability=0.97,
    )
    pair = ArticlePair(source=left, english=right, mode=PairMode.PARALLEL, links=(link,))
    return [found for check in CHECKS for found in check.check(pair, CheckContext())]


def strength(found: list[Finding], known: set[str] = frozenset()) -> float:  # type: ignore[assignment]
    """Return the confidence of the surest finding that is not known from the good version."""
    return max((item.confidence.value for item in found if item.fingerprint not in known), default=0.0)


def describe(found: list[Finding]) -> str:
    parts = []
    for item in found:
        words = " | ".join(span.text for span in (*item.where, *item.related))
        parts.append(f"{item.check} {item.cause} {item.confidence.value:.2f} [{words}]")
    return "; ".join(parts)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("planted", type=Path, nargs="?")
    options.add_argument("--clean", type=Path, nargs="*", default=[])
    options.add_argument("--languages", nargs="*", default=[])
    options.add_argument("--limit", type=int)
    options.add_argument("--show", action="store_true", help="print every flagged correct pair")
    options.add_argument("--missed", action="store_true", help="print how the errors that are not found look")
    options.add_argument("--speed", type=Path)
    arguments = options.parse_args()
    if arguments.speed:
        speed(arguments.speed)
        return

    clean: dict[str, list[float]] = defaultdict(list)
    planted: dict[tuple[str, str], list[float]] = defaultdict(list)
    wanted = set(arguments.languages)
    for path in arguments.clean:
        for item in read_set(path, label="consistent", limit=arguments.limit):
            if wanted and item["lang"] not in wanted:
                continue
            found = findings(item["source"], item["english"], item["lang"])
            clean[f"{path.name.split('.')[0]} {item['lang']}"].append(strength(found))
            if arguments.show and found:
                print(f"\n{item['lang']}: {item['source']}\nen: {item['english']}\n  {describe(found)}")
    good: dict[tuple[str, str], list[Finding]] = {}
    for item in read_set(arguments.planted) if arguments.planted else ():
        if (wanted and item["lang"] not in wanted) or not item["category"].startswith(("ne_", "named_entity")):
            continue
        key = (item["source"], item["good"])
        if key not in good:
            good[key] = findings(*key, item["lang"])
            clean[f"{arguments.planted.name.split('.')[0]} good {item['lang']}"].append(strength(good[key]))
            if arguments.show and good[key]:
                print(f"\n{item['lang']}: {item['source']}\nen: {item['good']}\n  {describe(good[key])}")
        bad = findings(item["source"], item["bad"], item["lang"])
        value = strength(bad, {one.fingerprint for one in good[key]})
        planted[item["category"], item["lang"]].append(value)
        if arguments.missed and value < SEEN:
            print(f"\nmissed {item['category']} {value:.2f} {item['lang']}: {item['source']}\n  {item['bad']}")
            print(f"  good: {item['good']}\n  {describe(bad)}")

    scores = sorted((value for values in clean.values() for value in values), reverse=True)
    allowed = int(FALSE_ALARMS * len(scores))
    threshold = scores[allowed] if scores else 0.0
    print(f"{'correct pairs flagged':<32} {'at 0.5':<40} above {threshold:.3f}")
    for name, values in sorted(clean.items()):
        print(f"{name:<32} {count(values, SEEN):<40} {count(values, threshold, above=True)}")
    everything = [value for values in clean.values() for value in values]
    print(f"{'all':<32} {count(everything, SEEN):<40} {count(everything, threshold, above=True)}")
    print(f"{'planted errors found':<32}")
    for category in sorted({category for category, _ in planted}):
        together = []
        for (other, language), values in sorted(planted.items()):
            if other == category:
                together += values
                print(
                    f"{category + ' ' + language:<32} {count(values, SEEN):<40} {count(values, threshold, above=True)}"
                )
        print(f"{category + ' all':<32} {count(together, SEEN):<40} {count(together, threshold, above=True)}")


def count(values: list[float], threshold: float, *, above: bool = False) -> str:
    hits = sum(value > threshold if above else value >= threshold for value in values)
    return share(hits, len(values))


def speed(path: Path) -> None:
    texts = [item["source"] for item in read_set(path, language="de", limit=1000)]
    sides = [segment_article(plain_article(text, name="a", language="de")) for text in texts]
    sentences = sum(map(len, sides))
    extract_article_names(sides[0], "de")
    started = time.perf_counter()
    for segments in sides:
        extract_article_names(segments, "de")
    seconds = time.perf_counter() - started
    print(f"names in {sentences} German sentences: {sentences / seconds:.0f} sentences/s")


if __name__ == "__main__":
    main()
