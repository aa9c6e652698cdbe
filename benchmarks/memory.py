"""The translation memory: how much faster a second run is, and what four processes cost that write at once.

    python benchmarks/memory.py [--sentences 2000] [--sample 100] [--model FOLDER]

A pack with the architecture of the Argos packs and random weights (`model.py`) translates a sample; then the memory
answers for all sentences. Both rates are of the same machine and run, through the same translator. The output of a
model with random weights never ends by itself, so it is bounded by 32 tokens a sentence: a real model writes about as
many.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from model import build, sentences

from xlcheck.translate.argos import ArgosTranslator
from xlcheck.translate.base import RawTranslation
from xlcheck.translate.decoding import Decoding
from xlcheck.translate.memory import TranslationMemory
from xlcheck.translate.packs import read_pack
from xlcheck.translate.remembering import RememberingTranslator

WRITER = """
import sys
from pathlib import Path
from xlcheck.translate.base import RawTranslation
from xlcheck.translate.memory import TranslationMemory
memory = TranslationMemory(Path(sys.argv[1]))
for batch in range(50):
    rows = {f"{sys.argv[2]} {batch} {row}": RawTranslation(text="x" * 120, pack="p") for row in range(150)}
    memory.put(rows, language="de", engine="e", maker="m")
    assert not memory.problem
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sentences", type=int, default=2_000)
    parser.add_argument("--sample", type=int, default=100)
    parser.add_argument("--model", type=Path, default=Path(tempfile.gettempdir()) / "xlcheck-benchmark-model")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        _second_run(Path(name), options)
        _writers(Path(name))


def _second_run(folder: Path, options: argparse.Namespace) -> None:
    pack = read_pack(build(options.model))
    assert pack is not None
    texts = sentences(options.sentences)
    memory = TranslationMemory(folder / "cache" / "translations.sqlite")
    translator = RememberingTranslator(ArgosTranslator([pack], decoding=Decoding(max_output=32)), memory)
    translator.translate(["Der Rat stimmte zu."], language="de")  # loads the model
    start = time.perf_counter()
    translator.translate(texts[: options.sample], language="de")
    first = options.sample / (time.perf_counter() - start)
    # The rest is put in without the model: only the time to find it again is measured.
    rest = {" ".join(text.split()): RawTranslation(text=text, pack=pack.identity, score=-1.0) for text in texts}
    memory.put(rest, language="de", engine="argos", maker=translator.describe("de"))
    second = max(_rate(translator, texts) for _ in range(5))
    print(f"engine, {options.sample} sentences: {first:,.1f} sentences/s")
    print(f"memory, {len(texts):,} sentences: {second:,.0f} sentences/s, {second / first:,.0f} times as fast")
    print(f"file: {memory.path.stat().st_size / len(set(texts)):,.0f} bytes a sentence")


def _rate(translator: RememberingTranslator, texts: list[str]) -> float:
    start = time.perf_counter()
    translator.translate(texts, language="de")
    return len(texts) / (time.perf_counter() - start)


def _writers(folder: Path) -> None:
    times = []
    for count in (1, 4):
        path = folder / f"{count}.sqlite"
        start = time.perf_counter()
        running = [subprocess.Popen([sys.executable, "-c", WRITER, str(path), str(name)]) for name in range(count)]
        assert all(process.wait() == 0 for process in running)
        times.append(time.perf_counter() - start)
        found = sum(1 for _ in TranslationMemory(path).rows())
        rate = found / times[-1]
        print(f"{count} at once, each 50 transactions of 150 rows: {found:,} rows kept, {rate:,.0f} rows/s")


if __name__ == "__main__":
    main()
