"""Pairing: how good on news, how fast and how large on synthetic archives.

    python benchmarks/pair.py quality FOLDER [--show]   sets of aligned news: FOLDER/<set>/<document>.<language>
    python benchmarks/pair.py speed [--sizes 1000,10000,50000]

Quality: two reports of one event are imitated by every other sentence of an article and the others of its translation,
so that no sentence of one has its counterpart in the other; and whole articles stand beside their translations. Pairs
of other articles count as wrong, although some of them really report the same event: the highest are named, to be
read with --show.

Speed: documents are unit vectors around the centres of events (three reports an event), events lie around topics (forty
a topic, so that shortlists hold what must be looked at closely); encoding is left out.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np

from xlcheck.embed import Encoder
from xlcheck.model import PairKind
from xlcheck.pair import PairingArticle, pair_articles
from xlcheck.pair.content import compare_by_content
from xlcheck.pair.event import SAME_EVENT, SURELY_UNRELATED_FROM, surely_unrelated

MIN_WORDS = 8
MIN_SENTENCES = 4
SHOWN = 12


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parts = options.add_subparsers(dest="part", required=True)
    quality = parts.add_parser("quality")
    quality.add_argument("folder", type=Path)
    quality.add_argument("--show", action="store_true", help="print the openings of the pairs to be read")
    speed = parts.add_parser("speed")
    speed.add_argument("--sizes", default="1000,10000,50000")
    one = parts.add_parser("one")
    one.add_argument("size", type=int)
    one.add_argument("how", choices=["dated", "exact", "index"])
    arguments = options.parse_args()
    if arguments.part == "quality":
        measure_quality(arguments.folder, show=arguments.show)
    elif arguments.part == "speed":
        measure_speed([int(size) for size in arguments.sizes.split(",")])
    else:
        measure_one(arguments.size, arguments.how)


def measure_quality(folder: Path, *, show: bool) -> None:
    sets = sorted(path for path in folder.glob("wmt-*") if path.is_dir())
    if not sets:
        print(f"skipped: there is no set of aligned news below {folder}")
        return
    encoder = Encoder()
    for path in sets:
        documents = dict(read_documents(path))
        print(f"\n{path.name}: {len(documents)} documents with {MIN_SENTENCES} or more sentences on both sides")
        measure_halves(documents, encoder, show=show)
        measure_translations(documents, encoder)
        measure_refusals(documents, encoder)


def read_documents(folder: Path) -> Iterator[tuple[str, dict[str, list[str]]]]:
    found: dict[str, dict[str, list[str]]] = {}
    for file in sorted(folder.iterdir()):
        name, _, language = file.name.rpartition(".")
        lines = file.read_text(encoding="utf-8").split("\n")
        found.setdefault(name, {})[language] = [line for line in lines if len(line.split()) >= MIN_WORDS]
    for name, sides in found.items():
        if len(sides) == 2 and min(map(len, sides.values())) >= MIN_SENTENCES:
            yield name, sides


def article(name: str, language: str, sentences: list[str], encoder: Encoder) -> PairingArticle:
    lead = encoder.encode(sentences[:6]).mean(axis=0).astype(np.float16)
    return PairingArticle(id=name, path=name, language=language, lead=lead)


def measure_halves(documents: dict[str, dict[str, list[str]]], encoder: Encoder, *, show: bool) -> None:
    """Even sentences of one side, odd ones of the other: precision, recall, ranking."""
    texts: dict[str, list[str]] = {}
    articles = []
    for name, sides in documents.items():
        for language, sentences in sides.items():
            key = f"{name} {language}"
            texts[key] = sentences[0 if language != "en" else 1 :: 2]
            articles.append(article(key, language, texts[key], encoder))
    articles.sort(key=lambda item: item.id)
    lookup: Callable[[str], np.ndarray] = lambda key: encoder.encode(texts[key])  # noqa: E731
    result = compare_by_content(articles, lookup, bound=0.0)
    foreign = [item.id for item in articles if item.language != "en"]
    english = [item.id for item in articles if item.language == "en"]
    ranked = sorted(
        ((result.scores.get((min(a, b), max(a, b)), 0.0), stem(a) == stem(b), a, b) for a in foreign for b in english),
        key=lambda row: (-row[0], row[2:]),
    )
    hits, precisions = 0, []
    for place, row in enumerate(ranked, start=1):
        if row[1] and row[0] > 0:
            hits += 1
            precisions.append(hits / place)
    best: dict[str, bool] = {}
    for score, right, a, _ in ranked:
        best.setdefault(a, right and score > 0)
    accepted = [row for row in ranked if row[0] >= SAME_EVENT]
    right = sum(row[1] for row in accepted)
    total = len(documents)
    print(f"  halves: P@1 {sum(best.values()) / total:.3f}   AP {sum(precisions) / total:.3f}")
    print(
        f"  at the bound {SAME_EVENT}: precision {right}/{len(accepted)} = {right / max(1, len(accepted)):.3f}   "
        f"recall {right}/{total} = {right / total:.3f}   other pairs {len(accepted) - right} of {total * (total - 1)}"
    )
    print("  highest pairs of other articles (to be read: many report one event):")
    for score, _, a, b in [row for row in accepted if not row[1]][:SHOWN]:
        print(f"    {score:.2f} {stem(a)} | {stem(b)}")
        if show:
            print(f"         {documents[stem(a)]['en'][0][:100]} | {documents[stem(b)]['en'][0][:100]}")


def measure_translations(documents: dict[str, dict[str, list[str]]], encoder: Encoder) -> None:
    """Whole articles beside their own translations."""
    texts = {f"{name} {language}": text for name, sides in documents.items() for language, text in sides.items()}
    articles = [article(key, key.split()[-1], text, encoder) for key, text in texts.items()]
    pairing = pair_articles(articles, lambda key: encoder.encode(texts[key]))
    found = {
        (left, right): reason.kind
        for cluster in pairing.clusters
        for (left, right, _), reason in zip(cluster.pairs, cluster.reasons, strict=True)
    }
    own = [kind for (left, right), kind in found.items() if stem(left) == stem(right)]
    wrong = [pair for pair, kind in found.items() if kind is PairKind.TRANSLATION and stem(pair[0]) != stem(pair[1])]
    total = len(documents)
    print(
        f"  own translations: paired {len(own)}/{total} = {len(own) / total:.3f}, recognised as translations "
        f"{own.count(PairKind.TRANSLATION)}/{total}; others taken for translations: {len(wrong)}"
    )
    for pair in wrong:
        print(f"    {pair}")


def measure_refusals(documents: dict[str, dict[str, list[str]]], encoder: Encoder) -> None:
    """How often a pair made by file names would be refused: rightly for other articles, wrongly for the rest."""
    vectors = []
    for sides in documents.values():
        (foreign,) = (text for language, text in sides.items() if language != "en")
        vectors.append((encoder.encode(foreign), encoder.encode(sides["en"])))
    halves = [(left[0::2], right[1::2]) for left, right in vectors]
    halves = [pair for pair in halves if min(map(len, pair)) >= SURELY_UNRELATED_FROM]
    others = [(a, b) for i, (a, _) in enumerate(vectors) for j, (_, b) in enumerate(vectors) if i != j]
    counts = [f"{sum(surely_unrelated(*pair) for pair in pairs)}/{len(pairs)}" for pairs in (vectors, halves, others)]
    print(f"  named as versions, but refused: translations {counts[0]}, halves {counts[1]}, other articles {counts[2]}")


def stem(key: str) -> str:
    return key.rsplit(" ", 1)[0]


def measure_speed(sizes: list[int]) -> None:
    """Run each size in a process of its own, so that its memory is its own."""
    heading = (
        "documents how      seconds processor us/document  peak MB  clusters   pairs found of those that there are"
    )
    print(heading, flush=True)
    for size in sizes:
        for how in ("dated", "exact", "index"):
            if (how == "index" and size < 10_000) or (how == "exact" and size > 50_000):
                continue
            done = subprocess.run([sys.executable, __file__, "one", str(size), how], capture_output=True, text=True)
            failed = f"{size:>9} {how:<7} failed: {done.stderr[-300:]}"
            print(failed if done.returncode else done.stdout.rstrip(), flush=True)


def measure_one(size: int, how: str) -> None:
    from xlcheck.pair import nearest as module

    articles, vectors = synthetic(size, dated=how == "dated")
    if how == "index":
        try:
            import usearch  # noqa: F401
        except ImportError:
            print(f"{size:>9} {how:<7} skipped: usearch is not installed")
            return
        compare_by_content.__globals__["nearest"] = lambda *a, **k: module.nearest(*a, **k, exact_up_to=1000)
    elif how == "exact":
        compare_by_content.__globals__["nearest"] = lambda *a, **k: module.nearest(*a, **k, exact_up_to=10**9)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    started, used = time.perf_counter(), time.process_time()
    pairing = pair_articles(articles, vectors)
    seconds, used = time.perf_counter() - started, time.process_time() - used
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    pairs = sum(len(cluster.pairs) for cluster in pairing.clusters)
    print(
        f"{size:>9} {how:<7} {seconds:>8.1f} {used:>9.1f} {used / size * 1e6:>12.0f} {peak:>8.0f} "
        f"{len(pairing.clusters):>9}   {pairs}/{size // 3 * 3} (before pairing {before:.0f} MB)"
    )


def synthetic(size: int, *, dated: bool) -> tuple[list[PairingArticle], Callable[[str], np.ndarray]]:
    """Return documents of ten sentences around events, three a document's event, and a way to make their vectors.

    Sentence vectors are made anew whenever they are asked for, as if they came from a store.
    """
    generator = np.random.default_rng(1)
    shuffled = random.Random(1)
    articles = []
    topics = generator.standard_normal((size // 120 + 1, 512), dtype=np.float32)
    events = generator.standard_normal((size // 3 + 1, 512), dtype=np.float32)
    events += 1.2 * topics[generator.integers(0, len(topics), len(events))]
    first = dt.date(2024, 1, 1).toordinal()
    days = generator.integers(0, 365, len(events))

    def sentences(name: str) -> np.ndarray:
        number = int(name)
        own = np.random.default_rng(number)
        rows = events[number // 3] + 0.9 * own.standard_normal((10, 512), dtype=np.float32)
        return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)

    for number in range(size):
        name = f"{number:07d}"
        day = dt.date.fromordinal(first + int(days[number // 3]))
        articles.append(
            PairingArticle(
                id=name,
                path=name,
                language="en",
                date=day if dated else None,
                lead=sentences(name)[:6].mean(axis=0).astype(np.float16),
            )
        )
    shuffled.shuffle(articles)
    return articles, sentences


if __name__ == "__main__":
    main()
