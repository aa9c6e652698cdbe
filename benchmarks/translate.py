"""Speed and memory of translation with a model of the Argos architecture (see `model.py`), against two others.

    python benchmarks/translate.py [--sentences 2000] [--argos 100] [--folder FOLDER]

* `argos`: Argos Translate's own translation object, a sentence a call, its sentence splitter replaced by an identity so
  that nothing is downloaded; on a sample.
* `bare`: `ctranslate2.Translator.translate_batch` over sentences that are already cut into pieces and sorted, with the
  same workers and batches; `bare-default`: the same with CTranslate2's own workers and 32 sentences a batch, on a
  sample.

Each runs in a process of its own, and they take turns on two halves of the sentences, since other work on the machine
disturbs all of them; the ratio of computing time (user and system, all threads) is disturbed least. Models are loaded
and warm before the clock starts. The output of each sentence is bounded by 32 tokens for all of them: random weights do
not end a sentence.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import model

BOUND = 32
"""Output tokens a sentence."""


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--sentences", type=int, default=2_000)
    options.add_argument("--argos", type=int, default=100, help="sentences of the sample")
    options.add_argument("--folder", type=Path, help="where the model is kept; by default it is made anew")
    options.add_argument("--contender", help=argparse.SUPPRESS)
    options.add_argument("--range", type=int, nargs=2, help=argparse.SUPPRESS)
    arguments = options.parse_args()
    if arguments.contender:
        texts = model.sentences(arguments.sentences)[slice(*arguments.range)]
        print(json.dumps(CONTENDERS[arguments.contender](arguments.folder, texts)))
        return
    with tempfile.TemporaryDirectory() as temporary:
        _compare(model.build(arguments.folder or Path(temporary) / "pack"), arguments.sentences, arguments.argos)


def _compare(folder: Path, count: int, sample: int) -> None:
    texts = model.sentences(count)
    half = count // 2
    print(f"{count} sentences, {len(set(texts))} different; {len(os.sched_getaffinity(0))} processors")
    for name in ("MALLOC_MMAP_MAX_", "MALLOC_TRIM_THRESHOLD_", "OMP_WAIT_POLICY", "GOMP_SPINCOUNT"):
        print(f"  {name}={os.environ.get(name, '(not set)')}")
    runs: dict[str, list[dict[str, float]]] = {}
    for name, start, end in (
        ("ours", 0, half),
        ("bare", 0, half),
        ("argos", 0, sample // 2),
        ("bare-default", 0, sample),
        ("argos", half, half + sample // 2),
        ("bare", half, count),
        ("ours", half, count),
    ):
        command = [sys.executable, __file__, "--contender", name, "--range", str(start), str(end)]
        command += ["--sentences", str(count), "--folder", str(folder)]
        # Argos makes folders when it is imported; not in the user's home.
        elsewhere = {f"XDG_{kind}_HOME": str(folder / "home") for kind in ("DATA", "CONFIG", "CACHE")}
        done = subprocess.run(command, env=os.environ | elsewhere, stdout=subprocess.PIPE, text=True, check=True)
        runs.setdefault(name, []).append(json.loads(done.stdout.splitlines()[-1]))
    print(f"\n{'':<14} sentences  seconds  sentences/s  CPU ms a sentence  peak MB")
    speed: dict[str, float] = {}
    cost: dict[str, float] = {}
    for name, parts in runs.items():
        sentences, seconds = (sum(part[key] for part in parts) for key in ("sentences", "seconds"))
        speed[name] = sentences / seconds
        cost[name] = sum(part["cpu"] for part in parts) / sentences
        peak = max(part["peak"] for part in parts)
        print(
            f"{name:<14} {sentences:>9.0f} {seconds:>8.1f} {speed[name]:>12.1f} {1e3 * cost[name]:>18.0f} {peak:>8.0f}"
        )
    ours = runs["ours"]
    size = sum(file.stat().st_size for file in (folder / "model").iterdir()) / 1e6
    again = sum(part["seconds"] for part in ours) / sum(part["again"] for part in ours)
    forced = sum(part["pairs"] for part in ours) / sum(part["forced"] for part in ours)
    rows = (
        ("ours / argos", speed["ours"] / speed["argos"], 5.0, "≥"),
        ("ours / argos, by computing time", cost["argos"] / cost["ours"], 5.0, "≥"),
        ("ours / bare", speed["ours"] / speed["bare"], 0.9, "≥"),
        ("ours / bare, by computing time", cost["bare"] / cost["ours"], 0.9, "≥"),
        ("ours / bare-default", speed["ours"] / speed["bare-default"], 0.9, "≥"),
        ("ours / bare-default, by computing time", cost["bare-default"] / cost["ours"], 0.9, "≥"),
        ("second run from the memory / first", again, 200.0, "≥"),
        ("peak MB less the model's size", max(part["peak"] for part in ours) - size, 300.0, "<"),
    )
    print(f"\n{'ratio':<40} measured   target")
    for what, value, target, sign in rows:
        print(f"{what:<40} {value:>8.2f}   {sign} {target:g}")
    print(f"\nmodel: {size:.0f} MB; forced scores: {forced:.0f} pairs/s")


def _ours(folder: Path, texts: list[str]) -> dict[str, float]:
    from xlcheck.translate.argos import ArgosTranslator
    from xlcheck.translate.decoding import Decoding
    from xlcheck.translate.memory import FILE_NAME, TranslationMemory
    from xlcheck.translate.packs import read_pack
    from xlcheck.translate.remembering import RememberingTranslator

    pack = read_pack(folder)
    assert pack is not None
    translator = ArgosTranslator([pack], decoding=Decoding(max_output=BOUND))
    translator.translate(["warm"], language="de")
    found: list[Any] = []
    seconds, cpu = _timed(lambda: found.extend(translator.translate(texts, language="de")))
    peak = _peak()
    pairs = [(text, item.text) for text, item in zip(texts, found, strict=True)][:100]
    forced, _ = _timed(lambda: translator.score_pairs(pairs, language="de"))
    with tempfile.TemporaryDirectory() as temporary:
        memory = TranslationMemory(Path(temporary) / FILE_NAME)
        done = dict(zip(texts, found, strict=True))
        memory.put(done, language="de", engine=translator.engine, maker=translator.describe("de"))
        remembering = RememberingTranslator(translator, memory)
        again, _ = _timed(lambda: remembering.translate(texts, language="de"))
        assert remembering.translate(texts, language="de") == found
    return {
        "sentences": len(texts),
        "seconds": seconds,
        "cpu": cpu,
        "again": again,
        "forced": forced,
        "pairs": len(pairs),
        "peak": peak,
    }


def _bare(folder: Path, texts: list[str]) -> dict[str, float]:
    from xlcheck.translate.decoding import SENTENCES, divide_threads

    workers, threads = divide_threads(None)
    return _translate_batch(folder, texts, SENTENCES // workers, inter_threads=workers, intra_threads=threads)


def _bare_default(folder: Path, texts: list[str]) -> dict[str, float]:
    return _translate_batch(folder, texts, 32)


def _translate_batch(folder: Path, texts: list[str], size: int, **threads: int) -> dict[str, float]:
    import ctranslate2
    import sentencepiece

    pieces = sentencepiece.SentencePieceProcessor(model_file=str(folder / "sentencepiece.model"))
    sources = sorted(pieces.encode(texts, out_type=str), key=len)
    translator = ctranslate2.Translator(str(folder / "model"), compute_type="int8_float32", **threads)
    options: dict[str, Any] = {"beam_size": 4, "length_penalty": 0.2, "max_decoding_length": BOUND}
    translator.translate_batch(sources[:1], **options)
    seconds, cpu = _timed(lambda: translator.translate_batch(sources, max_batch_size=size, **options))
    return {"sentences": len(texts), "seconds": seconds, "cpu": cpu, "peak": _peak()}


def _argos(folder: Path, texts: list[str]) -> dict[str, float]:
    import ctranslate2
    from argostranslate import package, settings, translate

    class Identity:
        def __init__(self, _: object) -> None:
            pass

        def split_sentences(self, text: str) -> list[str]:
            return [text]

    class Bounded:
        def __init__(self) -> None:
            self._model = ctranslate2.Translator(
                str(folder / "model"), inter_threads=settings.inter_threads, intra_threads=settings.intra_threads
            )

        def translate_batch(self, *arguments: Any, **options: Any) -> Any:
            return self._model.translate_batch(*arguments, max_decoding_length=BOUND, **options)

    translate.MiniSBDSentencizer = Identity
    german, english = translate.Language("de", "German"), translate.Language("en", "English")
    translation = translate.PackageTranslation(german, english, package.Package(folder))
    translation.translator = Bounded()
    translation.translate("warm")
    seconds, cpu = _timed(lambda: [translation.translate(text) for text in texts])
    return {"sentences": len(texts), "seconds": seconds, "cpu": cpu, "peak": _peak()}


def _timed(work: Callable[[], object]) -> tuple[float, float]:
    """Do some work and return the seconds and the seconds of computing that it took."""
    start, computing = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - start, time.process_time() - computing


def _peak() -> float:
    """Return the most memory that this process has had, in MB."""
    # Not getrusage: its figure outlives exec, so a child would inherit the peak of the process that built the model.
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(next(line for line in status.splitlines() if line.startswith("VmHWM:")).split()[1]) * 1024 / 1e6


CONTENDERS: dict[str, Callable[[Path, list[str]], dict[str, float]]] = {
    "ours": _ours,
    "bare": _bare,
    "bare-default": _bare_default,
    "argos": _argos,
}

if __name__ == "__main__":
    main()
