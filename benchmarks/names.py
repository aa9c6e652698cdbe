"""Names: which replaced, removed and misspelt names are found, and how often is a correct pair flagged for a name?

    python benchmarks/names.py PLANTED.jsonl.gz [--clean CLEAN.jsonl.gz ...] [--languages de fr] [--show]
    python benchmarks/names.py --speed ARTICLES.jsonl.gz
    python benchmarks/names.py --sounds

`PLANTED` has JSON objects with `lang`, `source`, `good`, `bad` and `category`, of which those that begin with "ne_" or
are called "named_entity" are taken; `CLEAN` has `lang`, `source`, `english`, `label`. Each pair is one sure, parallel
link. A planted error counts as found when a name check says something about the bad version that it does not say about
the good one. Two figures: what a user sees (confidence 0.5 and more), and what is found at the threshold at which 5 %
of all good versions and clean pairs are flagged. `--show` prints every flagged correct pair, to be read.

`--sounds` measures how well names are heard in other scripts, on the names that CLDR and the package have for cities:
each English name against the same city's name and against ten others'.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import defaultdict
from pathlib import Path

from common import read_set, share

from xlcheck.checks import name_changed, name_missing, name_misspelt
from xlcheck.checks.base import CheckContext
from xlcheck.compare.romanise import Script, script_of
from xlcheck.compare.sounds import heard
from xlcheck.extract.names.in_article import extract_article_names
from xlcheck.lang.territories import cities, listed_names, own_names_of
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
    options.add_argument("--sounds", action="store_true", help="measure how well names are heard in other scripts")
    arguments = options.parse_args()
    if arguments.speed:
        speed(arguments.speed)
        return
    if arguments.sounds:
        sounds()
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


def sounds() -> None:
    print(f"{'language':<10} names  area under the curve; of others, heard where 95 / 90 / 85 % of own names are")
    for language in ("ru", "uk", "hi", "ja", "ko", "th", "ar", "zh"):
        names = city_names(language)
        chance = random.Random(0)
        own = sorted(heard(english, name) for english, name in names)
        others = [heard(english, chance.choice(names)[1]) for english, _ in names for _ in range(10)]
        area = sum((a > b) + (a == b) / 2 for a in own for b in others) / (len(own) * len(others))
        marks = (own[int(part * len(own))] for part in (0.05, 0.1, 0.15))
        shares = " / ".join(f"{sum(value >= mark for value in others) / len(others):.1%}" for mark in marks)
        print(f"{language:<10} {len(names):<6} {area:.3f}; {shares}")


def city_names(language: str) -> list[tuple[str, str]]:
    """Return the English and the local names of cities, where the local one is in another script than Latin."""
    found = {
        (english, name.title())
        for name, key in listed_names(language).items()
        if key in cities() and script_of(name) is not Script.LATIN
        for english in own_names_of(key, "en")
        if english.isascii() and english.isalpha() and len(english) > 3
    }
    return sorted(found)


def speed(path: Path) -> None:
    texts = [item["source"] for item in read_set(path, language="de", limit=1000)]
    sides = [segment_article(plain_article(text, name="a", language="de")) for text in texts]
    sentences = sum(map(len, sides))
    extract_article_names(sides[0], "de")
    started = time.process_time()
    for segments in sides:
        extract_article_names(segments, "de")
    seconds = time.process_time() - started
    print(f"names in {sentences} German sentences: {sentences / seconds:.0f} sentences per CPU second")
    pairs = [(item["source"], item["english"], item["lang"]) for item in read_set(path, label="consistent")]
    started = time.process_time()
    for pair in pairs:
        findings(*pair)
    seconds = time.process_time() - started
    print(f"names found and compared in {len(pairs)} sentence pairs: {len(pairs) / seconds:.0f} pairs per CPU second")


if __name__ == "__main__":
    main()
