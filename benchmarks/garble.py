"""Broken text: how well it is told from clean text without a source, and how often clean text is called broken.

    python benchmarks/garble.py BENCH_FOLDER

The folder holds the development sets as `NAME.jsonl.gz`: mslc (six systems, worst A to best F, and the human
reference), clean_news and demetr (sentences that are clean), halluc_deen (expert labels). Seeds and stories of the
project are judged as whole articles. Prints AUC with an interval (Hanley and McNeil 1982), shares with Wilson's, and
sentences per second on one core.

The weights are fitted on spoilt sentences of other texts. But which numbers they have, how much they count and the
bound below which they decide nothing were chosen by looking at mslc and clean_news, so these figures flatter.
"""

from __future__ import annotations

import gzip
import json
import math
import random
import resource
import sys
import time
from pathlib import Path
from typing import Any

from common import share

from xlcheck.ingest import read_corpus
from xlcheck.model import Side
from xlcheck.reading import read_article
from xlcheck.score.garble import judge_sentence
from xlcheck.score.repetition import repetition_excess

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "training" / "garble"))
from spoil import circle, gaps, glue, salad, strangers

ROOT = Path(__file__).resolve().parent.parent
BROKEN = 0.5
LEAST_WORDS, SEED = 8, 3
TURNED = {"wmt22_ced": {"de"}}
"""Languages of a set whose source side is a translation."""


def rows(folder: Path, name: str) -> list[dict[str, Any]]:
    """Return the items of a set."""
    with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def auc(broken: list[float], clean: list[float]) -> str:
    """Return the area under the curve with its 95 % interval; ties count half."""
    area = sum((high > low) + 0.5 * (high == low) for high in broken for low in clean) / len(broken) / len(clean)
    q1, q2 = area / (2 - area), 2 * area * area / (1 + area)
    variance = area * (1 - area) + (len(broken) - 1) * (q1 - area**2) + (len(clean) - 1) * (q2 - area**2)
    reach = 1.96 * math.sqrt(variance / len(broken) / len(clean))
    return f"{100 * area:.2f} [{100 * (area - reach):.1f}, {100 * min(1.0, area + reach):.1f}]"


def values(texts: list[str], language: str = "en") -> list[float]:
    """Return the score of every text."""
    return [judge_sentence(text, language).value for text in texts]


def main(folder: str) -> None:
    """Measure and print."""
    bench = Path(folder)
    judge_sentence("Load the models before the clock runs.", "en")
    mslc = rows(bench, "mslc")
    reference = values([row["english"] for row in mslc if row["category"] == "reference"])
    news_rows = rows(bench, "clean_news")
    started = time.process_time()
    english = [row["english"] for row in news_rows]
    news = values(english)
    rate = len(news) / (time.process_time() - started)
    print("Clean sentences called broken at the default threshold")
    print(f"  clean_news, English side    {share(sum(value >= BROKEN for value in news), len(news))}")
    german = values([row["source"] for row in news_rows if row["lang"] == "de"], "de")
    print(f"  clean_news, German side     {share(sum(value >= BROKEN for value in german), len(german))}")
    good = values(sorted({row["good"] for row in rows(bench, "demetr")}))
    print(f"  demetr, correct versions    {share(sum(value >= BROKEN for value in good), len(good))}")
    print(f"  mslc, references            {share(sum(value >= BROKEN for value in reference), len(reference))}")
    bound = sorted(reference)[-1 - len(reference) // 100]
    print("\nmslc, text only: AUC against the references and against clean_news; share above the default threshold,")
    print("and above the bound that at most 1 % of the references exceed")
    for system in "ABCDEF":
        own = values([row["english"] for row in mslc if row["category"] == f"mslc-{system}"])
        default = share(sum(value >= BROKEN for value in own), len(own))
        above = share(sum(value > bound for value in own), len(own))
        print(f"  {system}  {auc(own, reference)}  {auc(own, news)}  {default}  {above}")
    print("\nclean_news spoilt on purpose (training/garble/spoil.py): AUC against itself, share called broken")
    for language, clean in (("de", [row["source"] for row in news_rows if row["lang"] == "de"]), ("en", english)):
        texts = sorted({text for text in clean if len(text.split()) >= LEAST_WORDS})
        own = values(texts, language)
        for name, way in (
            ("salad", salad),
            ("gaps", gaps),
            ("strangers", strangers),
            ("glue", glue),
            ("circle", circle),
        ):
            chance = random.Random(SEED)
            spoilt = [" ".join(way(chance, text.split(), chance.choice(texts).split())) for text in texts]
            scores = values(spoilt, language)
            found = share(sum(value >= BROKEN for value in scores), len(scores))
            print(f"  {language} {name:10} {auc(scores, own)}  {found}")
    print("\nOther languages, source sides: sentences called broken")
    for name in ("clean_news", "demetr", "refresd", "wmt22_ced", "hwtsc", "negation_mt"):
        for language in sorted({row["lang"] for row in rows(bench, name)} - TURNED.get(name, set())):
            texts = sorted({row["source"] for row in rows(bench, name) if row["lang"] == language})
            flagged = sum(value >= BROKEN for value in values(texts, language))
            print(f"  {name:12} {language}  {flagged} / {len(texts)}")
    print("\nhalluc_deen, repetitions against correct: AUC of repetition_excess(source, translation)")
    excess: dict[str, list[float]] = {"repetitions": [], "correct": []}
    for row in rows(bench, "halluc_deen"):
        if row["category"] in excess:
            excess[row["category"]].append(repetition_excess(row["source"], row["english"]))
    print(f"  {auc(excess['repetitions'], excess['correct'])}  n = {len(excess['repetitions'])}")
    print("\nWhole articles")
    for path in sorted((ROOT / "seeds").glob("*.txt")):
        print(f"  {path.name[:3]}  {judged(path).document_garble.value:.2f}")
    stories = [judged(path) for path in sorted((ROOT / "tests" / "stories").glob("*/*.txt"))]
    broken = sum(side.document_garble.value >= BROKEN for side in stories)
    scores = [score.value for side in stories for score in side.garble]
    print(f"  stories called broken {share(broken, len(stories))}")
    print(f"  sentences of stories  {share(sum(value >= BROKEN for value in scores), len(scores))}")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"\n{rate:.0f} sentences/s of processor time, one core; {memory:.0f} MB at most")


def judged(path: Path) -> Side:
    """Return an article file with its scores."""
    return read_article(read_corpus([str(path)]).articles[0])


if __name__ == "__main__":
    main(sys.argv[1])
