"""`xlcheck score --engine none`, but each pair is weighed by the model that has not seen its source sentence.

    python bench_run.py demetr.jsonl.gz --cmd "python benchmarks/score_out_of_fold.py FOLDER [--shipped]"

For sets that the shipped weights were fitted on (DEMETR, REFreSD, MLQE-PE): features, checks and calibration are those
of the command, the weights are those of `training/score/folds.json`. With --shipped, for the other sets, they are those
of the command too. FOLDER is where pairs are kept once they are measured; `train.py` leaves its own there (--work), and
they count only for the commit that they were measured at.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from xlcheck.config import Config
from xlcheck.score.suspicion import parse_model, shipped_model
from xlcheck.stages.scoring import sentence_pair

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "training/score"))
from folds import fold_of  # noqa: E402
from measure import KEPT, measure  # noqa: E402


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    models = [parse_model(item) for item in json.loads((ROOT / "training/score/folds.json").read_text())]
    records = [json.loads(line) for line in sys.stdin if line.strip()]
    known: dict[tuple[str, str, str], dict[str, Any]] = {}
    for path in sorted(folder.glob("*.jsonl")):
        with path.open(encoding="utf-8") as lines:
            known |= {_key(row): row for row in map(json.loads, lines)}
    missing = {_key(record): record for record in records if _key(record) not in known}
    if missing:
        target = folder / f"measured-{len(known)}.jsonl"
        rows = [dict.fromkeys(KEPT, "") | record | {"translation": ""} for record in missing.values()]
        rows.sort(key=_key)
        measure(rows, target, Config(engine="none"))
        with target.open(encoding="utf-8") as lines:
            known |= {_key(row): row for row in map(json.loads, lines)}
    for record in records:
        pair, row = sentence_pair(record), known[_key(record)]
        model = shipped_model() if "--shipped" in sys.argv else models[fold_of(pair.source)]
        suspicion = model.judge(row["features"], pair.language, len(pair.english))
        print(json.dumps({"id": record["id"], "suspicion": suspicion.probability, "flags": row["flags"]}))


def _key(row: dict[str, Any]) -> tuple[str, str, str]:
    return row["lang"], row["source"], row["english"]


if __name__ == "__main__":
    main()
