"""The shipped lexicon: how fast it loads, what it costs in memory, what share of running text it knows, how it aligns.

    python benchmarks/lexicon.py [TEXT.tsv] [--language de]

`TEXT` has lines of foreign text, a tab, and English; it must not have been trained on. Loading is measured in a fresh
process; memory is what its resident size grows by. Alignment error is that of `tests/eval/lexicon_alignment.toml`.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "support"))

from token_gold import gold_pairs, scores

from xlcheck.lang.gloss import gloss
from xlcheck.lang.lexicon import lexicon_for
from xlcheck.lang.lexicon_words import tokens

LOADING = """
import sys, time
import numpy
from xlcheck.lang.profile import load_profile
load_profile(sys.argv[1])
resident = lambda: int(open("/proc/self/statm").read().split()[1]) * 4096 / 1e6
before, begun = resident(), time.perf_counter()
from xlcheck.lang.lexicon import lexicon_for
lexicon = lexicon_for(sys.argv[1])
lexicon.senses("Haus")
print(f"loaded in {time.perf_counter() - begun:.3f} s, {resident() - before:.1f} MB more, {resident():.0f} MB in all")
"""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("text", type=Path, nargs="?")
    parser.add_argument("--language", default="de")
    options = parser.parse_args()

    for _ in range(3):
        subprocess.run([sys.executable, "-c", LOADING, options.language], check=True)
    print(f"alignment of {len(gold_pairs())} pairs:")
    for name, language in (("with the lexicon", "de"), ("without", "und")):
        found = scores(language)
        print(f"  {name}: precision {found.precision:.3f}, recall {found.recall:.3f}, AER {found.error_rate:.3f}")
    if options.text:
        coverage(options.text, options.language)


def coverage(path: Path, language: str) -> None:
    """Print what share of the words of a text is known, and how fast sentences are glossed."""
    lexicon = lexicon_for(language)
    assert lexicon is not None
    rows = [line.split("\t")[:2] for line in path.read_text(encoding="utf-8").splitlines() if "\t" in line]
    words = Counter(match.group() for row in rows for match in tokens(row[0]) if match.group()[0].isalpha())
    total = sum(words.values())
    known = sum(count for word, count in words.items() if word in lexicon)
    inflected = sum(count for word, count in words.items() if word not in lexicon and len(lexicon.parts(word)) == 1)
    split = sum(count for word, count in words.items() if len(lexicon.parts(word)) > 1)
    print(f"{path.name}: {len(rows)} sentences, {total} words, {len(words)} different ones")
    for name, count in (("forms", known), ("with another ending", inflected), ("compounds", split)):
        print(f"  {name}: {count / total:.1%}")
    print(f"  together: {(known + inflected + split) / total:.1%}")
    begun = time.perf_counter()
    hits = content = 0
    for foreign, english in rows:
        glossed = {match.group().lower() for match in tokens(gloss(foreign, lexicon)) if len(match.group()) > 3}
        said = {match.group().lower() for match in tokens(english) if len(match.group()) > 3}
        hits += len(glossed & said)
        content += len(said)
    print(f"  gloss without context: {(time.perf_counter() - begun) / len(rows) * 1000:.1f} ms a sentence")
    print(f"  {hits / content:.1%} of the words (over three letters) of the human translation stand in it")


if __name__ == "__main__":
    main()
