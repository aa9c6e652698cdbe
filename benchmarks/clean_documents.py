"""False alarms per clean article: whole articles with their translations, through the whole pipeline.

    python benchmarks/clean_documents.py FOLDER SOURCE_SUFFIX [--show]

The folder holds pairs `NAME.de` and `NAME.en`, one sentence a line. Each pair is aligned and checked as
`xlcheck compare` does; prints findings per article pair by check and severity.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from pathlib import Path

from common import share

from xlcheck.config import Config
from xlcheck.ingest import read_corpus
from xlcheck.pipeline import check_articles


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", type=Path)
    options.add_argument("language")
    options.add_argument("--show", action="store_true")
    arguments = options.parse_args()

    config = Config(engine="none", cache=True)
    pairs = flagged = sentences = 0
    by_check: Counter[str] = Counter()
    modes: Counter[str] = Counter()
    started = time.perf_counter()
    for source in sorted(arguments.folder.glob(f"*.{arguments.language}")):
        corpus = read_corpus([str(source), str(source.with_suffix(".en"))])
        report = check_articles(corpus.articles, config, together=True)
        if len(report.documents) < 2:
            continue
        pairs += 1
        sentences += report.coverage.segments
        modes.update(result.pair.mode for result in report.pairs)
        shown = [finding for finding in report.findings if finding.check != "XA103"]
        flagged += any(finding.severity.rank > 1 for finding in shown)
        by_check.update(f"{finding.check} {finding.severity}" for finding in shown)
        if arguments.show and shown:
            print(f"\n{source.name}")
            for finding in shown:
                spans = " | ".join(span.text for span in (*finding.where, *finding.related))
                print(f"  {finding.check} {finding.cause} {finding.confidence.value}: {finding.message} [{spans}]")
    seconds = time.perf_counter() - started
    print(f"\n{pairs} article pairs, {sentences} sentences, {dict(modes)}, {seconds:.0f} s")
    print(f"pairs with a warning or error {share(flagged, pairs)}")
    for name, count in sorted(by_check.items()):
        print(f"  {name:<22} {count}  {count / max(pairs, 1):.3f} a pair")


if __name__ == "__main__":
    main()
