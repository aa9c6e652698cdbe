"""A whole run over a corpus: how long and how much memory `check` takes as the corpus grows.

    python benchmarks/corpus.py [--sizes 1000,10000] [--on-disk]

Writes invented articles (three reports of each event, twelve sentences each, German and English) to a folder, checks
them in a process of its own without a cache and a translation engine, and writes the JSON report to nowhere. Encoding
is left out: a sentence's vector is made from the number of its event and of its content that it carries, so that the
figures are those of everything else. What an encoder needs besides is constant, 300 MB and its time a sentence. With
`--on-disk` nothing stays in memory that can be put on a shelf, so that what grows with the corpus shows in small ones.
"""

from __future__ import annotations

import argparse
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np

REPORTS = 3
GERMAN = (
    "In {place} hat der Stadtrat am Montag über das Vorhaben {mark} beraten.",
    "Nach Angaben der Behörden beteiligten sich {a} Menschen an der Abstimmung {mark}.",
    "„Wir werden diese Frage nicht noch einmal vertagen“, sagte {name} zum Antrag {mark}.",
    "Die Kosten sollen {b} Millionen Euro betragen, heißt es im Bericht {mark}.",
    "Im vergangenen Jahr waren es noch {c} Prozent gewesen, wie die Akte {mark} zeigt.",
    "{name} wollte sich zu den Einzelheiten des Plans {mark} zunächst nicht äußern.",
    "Die Bauarbeiten an der Brücke {mark} beginnen frühestens im Jahr 20{d}.",
    "Anwohner hatten gegen das Projekt {mark} rund {a} Unterschriften gesammelt.",
    "Ein Sprecher der Polizei bestätigte, dass {c} Personen zum Fall {mark} befragt wurden.",
    "Der Verband aus {place} nannte die Entscheidung {mark} einen schweren Fehler.",
    "Bis zum Ende des Monats muss die Verwaltung eine Antwort auf {mark} geben.",
    "Unabhängige Fachleute halten die Berechnungen zu {mark} für zu vorsichtig.",
)
ENGLISH = (
    "The city council of {place} discussed the project {mark} on Monday.",
    "According to the authorities, {a} people took part in the vote {mark}.",
    '"We will not postpone this question once again," {name} said about motion {mark}.',
    "The cost is put at {b} million euros in the report {mark}.",
    "Last year it had been only {c} percent, as the file {mark} shows.",
    "{name} did not want to comment on the details of plan {mark} at first.",
    "Construction work on the bridge {mark} will begin in 20{d} at the earliest.",
    "Residents had collected about {a} signatures against the project {mark}.",
    "A police spokesman confirmed that {c} people had been questioned about case {mark}.",
    "The association from {place} called the decision {mark} a grave mistake.",
    "The administration must answer {mark} by the end of the month.",
    "Independent experts consider the calculations for {mark} too cautious.",
)
_MARK = re.compile(r"K(\d+)x(\d+)")
_SYLLABLES = ("bar", "den", "lo", "mar", "ste", "wik", "hal", "ro", "sen", "tal", "grun", "fel")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--sizes", default="1000,10000")
    options.add_argument("--on-disk", action="store_true", help="keep as little in memory as the largest corpus does")
    options.add_argument("--one", help=argparse.SUPPRESS)
    arguments = options.parse_args()
    if arguments.one:
        measure(arguments.one, on_disk=arguments.on_disk)
        return
    print(" articles  seconds processor ms/article  peak MB MB at start")
    for size in map(int, arguments.sizes.split(",")):
        with tempfile.TemporaryDirectory() as folder:
            write_corpus(Path(folder), size)
            command = [sys.executable, __file__, "--one", folder, *(["--on-disk"] if arguments.on_disk else [])]
            done = subprocess.run(command, capture_output=True, text=True)
            print(f"{size:>9} " + (done.stdout.rstrip() if done.returncode == 0 else done.stderr[-2000:]), flush=True)


def write_corpus(folder: Path, size: int) -> None:
    for number in range(size):
        event, version = divmod(number, REPORTS)
        facts = random.Random(event)
        values = {key: facts.randint(2, 98) for key in "abcd"}
        values["d"] = facts.randint(27, 39)
        place, name = (_word(facts) for _ in range(2))
        order = list(range(len(GERMAN)))
        if version == REPORTS - 1:  # the third report tells two thirds of it, in its own order
            random.Random(number).shuffle(order)
            order = order[: 2 * len(order) // 3]
        templates = GERMAN if version == 0 else ENGLISH
        lines = [
            templates[place_].format(place=place, name=f"Anna {name}", mark=f"K{event}x{place_}", **values)
            for place_ in order
        ]
        target = folder / f"{event % 100:02d}"
        target.mkdir(exist_ok=True)
        text = f"{lines[0]}\n\n" + "\n\n".join(" ".join(lines[i : i + 3]) for i in range(1, len(lines), 3))
        (target / f"{number:07d}.txt").write_text(text + "\n", encoding="utf-8")


def _word(facts: random.Random) -> str:
    return "".join(facts.choice(_SYLLABLES) for _ in range(3)).capitalize()


def measure(folder: str, *, on_disk: bool) -> None:
    from xlcheck import shelf
    from xlcheck.config import Config
    from xlcheck.embed import Encoder, encoder
    from xlcheck.ingest import corpus
    from xlcheck.pipeline import check_paths
    from xlcheck.render.base import RenderOptions
    from xlcheck.render.registry import renderer
    from xlcheck.stages import archive, comparing, vectors

    if on_disk:
        shelf.SPOOL = 1
        encoder.KEPT = 1_000
        corpus._KEPT = archive.KEPT = vectors.KEPT = comparing.KEPT = 0
    Encoder._run = made_vectors  # type: ignore[method-assign]
    start = peak()
    started, used = time.perf_counter(), time.process_time()
    report = check_paths([folder], Config(cache=False, engine="none"))
    written = sum(map(len, renderer("json").render(report, RenderOptions())))
    seconds, used = time.perf_counter() - started, time.process_time() - used
    print(
        f"{seconds:>8.1f} {used:>9.1f} {used / len(report.documents) * 1e3:>10.1f} {peak():>8.0f} {start:>11.0f}   "
        f"{len(report.clusters)} clusters, {len(report.pairs)} pairs, {len(report.findings)} findings, "
        f"{written / 1e6:.0f} MB of JSON"
    )


def peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def made_vectors(_: Any, batch: list[str]) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    """Return unit vectors that are near for the same content and related for the same event."""
    rows = []
    for text in batch:
        mark = _MARK.search(text)
        event, content = (int(mark[1]), int(mark[2])) if mark else (10**6, len(text) % 100)
        parts = [(3, event), (7, event * 100 + content), (11, sum(map(ord, text)))]
        vectors = [np.random.default_rng(part).standard_normal(512, dtype=np.float32) for part in parts]
        rows.append(1.0 * vectors[0] + 0.9 * vectors[1] + 0.4 * vectors[2])
    matrix = np.stack(rows)
    unit: np.ndarray[tuple[int, int], np.dtype[np.float32]] = matrix / np.linalg.norm(matrix, axis=1, keepdims=True)
    return unit


if __name__ == "__main__":
    main()
