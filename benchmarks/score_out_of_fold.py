"""`xlcheck score --engine none`, but each pair is weighed by the model that has not seen its source sentence.

    python bench_run.py demetr.jsonl.gz --cmd "python benchmarks/score_out_of_fold.py [MEMO]"

For sets that the shipped weights were fitted on (DEMETR, REFreSD, MLQE-PE): features, checks and calibration are those
of the command, the weights are those of `training/score/folds.json`. Equal pairs are measured once,
also in later runs that name the same memo file.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from xlcheck.config import Config
from xlcheck.score.suspicion import parse_model
from xlcheck.stages.scoring import SentencePair, measure_pairs, sentence_pair

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "training/score"))
from folds import fold_of  # noqa: E402


def main() -> None:
    models = [parse_model(item) for item in json.loads((ROOT / "training/score/folds.json").read_text())]
    records = [json.loads(line) for line in sys.stdin if line.strip()]
    pairs = [sentence_pair(record) for record in records]
    memo = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    known: dict[str, dict[str, Any]] = json.loads(memo.read_text()) if memo and memo.exists() else {}
    missing = {_key(pair): pair for pair in pairs if _key(pair) not in known}
    distinct = sorted(missing.values(), key=lambda item: (item.language, item.source, item.english))
    config = Config(engine="none")
    for pair, item in zip(distinct, measure_pairs(distinct, config), strict=True):
        suspicion = models[fold_of(pair.source)].judge(item.features, pair.language, len(pair.english))
        flags = [
            {"check": finding.check, "severity": finding.severity.value}
            for finding in item.findings
            if finding.confidence.value >= config.min_confidence
        ]
        known[_key(pair)] = {"suspicion": suspicion.probability, "flags": flags}
    if memo:
        memo.write_text(json.dumps(known))
    for record, pair in zip(records, pairs, strict=True):
        print(json.dumps({"id": record["id"], **known[_key(pair)]}))


def _key(pair: SentencePair) -> str:
    return "\n".join((pair.language, pair.source, pair.english))


if __name__ == "__main__":
    main()
