"""Sentence pairs: what `xlcheck score` reaches on all development sets, through the command line.

    python benchmarks/score.py BENCH [--only ROW …] [--measured FOLDER] > benchmarks/results/score.txt

BENCH has the sets and `bench_run.py`, which runs the command and counts. Rows are numbered as the targets are. Sets
that the weights were fitted on are scored out of fold by source sentence (`score_out_of_fold.py`); the others were
never fitted on, and are scored by the shipped weights. A pair that several rows ask for is measured once, and
not at all if the folder of `train.py --work` is given that holds it. Of DEMETR
only the languages that the encoder knows are counted, under one threshold for all.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from common import share

SETS = frozenset(
    ["clean_news", "demetr", "demetr_clean", "hwtsc", "wmt22_ced", "mlqe_ced", "halluc_deen", "refresd", "negation_mt"]
)
COVERED = ("de", "fr", "it", "es", "ru", "pl", "zh", "ja")
CRITICAL = re.compile(r"severity:critical\s+n=\s*(\d+)\s+pairwise\s+([\d.]+)")
FOLDED = f"{sys.executable} {Path(__file__).parent / 'score_out_of_fold.py'} MEASURED"
COMMAND = f"{FOLDED} --shipped"
HALLUCINATED = "category:full-unsupport,strong-unsupport,omission,repetitions,named-entities"

ROWS: dict[str, list[tuple[str, str, list[str]]]] = {
    "1": [
        (f"clean_news {code}", COMMAND, ["clean_news", "--where", f"lang={code}"]) for code in ("de", "zh", "ru", "cs")
    ],
    "2": [
        (f"demetr, 8 languages, {rate} false alarms", FOLDED, ["demetr", "--clean", "demetr_clean", "--far", rate])
        for rate in ("0.01", "0.05")
    ],
    "3": [
        (f"demetr {code}, critical", FOLDED, ["demetr", "--where", f"lang={code}", "--where", "severity=critical"])
        for code in COVERED
    ],
    "4": [("hwtsc", COMMAND, ["hwtsc"])],
    "5": [("wmt22_ced", COMMAND, ["wmt22_ced"])],
    "6": [("mlqe_ced", FOLDED, ["mlqe_ced"])],
    "7": [
        ("halluc_deen, all divergent", COMMAND, ["halluc_deen"]),
        ("halluc_deen, hallucinations against all others", COMMAND, ["halluc_deen", "--positive", HALLUCINATED]),
        *(
            (f"halluc_deen, {kind} against all others", COMMAND, ["halluc_deen", "--positive", f"category:{kind}"])
            for kind in ("full-unsupport", "repetitions")
        ),
    ],
    "9": [("refresd", FOLDED, ["refresd"])],
    "10": [(f"negation_mt {code}", COMMAND, ["negation_mt", "--where", f"lang={code}"]) for code in ("de", "ru", "tr")],
}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("bench", type=Path)
    options.add_argument("--only", nargs="*", default=list(ROWS))
    options.add_argument("--measured", type=Path)
    arguments = options.parse_args()
    work = Path(tempfile.mkdtemp())
    for name in ("demetr", "demetr_clean"):
        _keep_covered(arguments.bench / f"{name}.jsonl.gz", work / f"{name}.jsonl.gz")
    critical: list[tuple[int, float]] = []
    for row in arguments.only:
        for title, command, rest in ROWS[row]:
            folder = work if rest[0] == "demetr" else arguments.bench
            files = [str(folder / f"{item}.jsonl.gz") if item in SETS else item for item in rest]
            command = command.replace("MEASURED", str(arguments.measured or work / "measured"))
            runner = [sys.executable, str(arguments.bench / "bench_run.py"), *files, "--cmd", command]
            done = subprocess.run(runner, capture_output=True, text=True, check=False)
            text = done.stdout.rstrip() or done.stderr.rstrip()
            print(f"row {row}: {title}\n{text}\n", flush=True)
            critical += [(int(n), float(rate)) for n, rate in CRITICAL.findall(text)] if row == "3" else []
        if critical:
            total = sum(n for n, _ in critical)
            hits = sum(n * rate / 100 for n, rate in critical)
            print(f"row 3: critical errors in {len(critical)} languages, pairwise {share(round(hits), total)}\n")
            critical = []


def _keep_covered(source: Path, target: Path) -> None:
    """Copy the rows in languages that the encoder knows."""
    with gzip.open(source, "rt", encoding="utf-8") as lines, gzip.open(target, "wt", encoding="utf-8") as out:
        out.writelines(line for line in lines if line.strip() and json.loads(line)["lang"] in COVERED)


if __name__ == "__main__":
    main()
