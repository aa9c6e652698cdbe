"""Train the model of suspicion: one command, to be run again whenever extraction or checks change.

    python training/score/train.py --bench BENCH --corpus de-en.tsv.xz --work FOLDER [--fresh] [--languages]

Measures the features of every set that FOLDER does not hold yet (all of them with --fresh), fits five models that each
leave out a fifth of the source sentences, calibrates on what they say about the sentences left out, then fits the model
that is shipped on everything. Writes `xlcheck/score/suspicion.json` and `training/score/folds.json` (the five, for
measuring out of fold) and prints what each set looks like out of fold, and with --languages each language of
DEMETR when it is left out.
"""

from __future__ import annotations

import argparse
import itertools
import json
from pathlib import Path
from typing import Any

import numpy as np
from fit import (
    FINDINGS,
    Table,
    balanced,
    calibrate,
    evidence_of,
    fit,
    log_odds,
    make_table,
    on_curve,
    put_right,
    shares,
)
from folds import FOLDS, fold_of
from measure import measure
from sets import FITTED, corrupted, labelled

from xlcheck.config import Config
from xlcheck.score.suspicion import PRIOR

ROOT = Path(__file__).parents[2]
BINS = (0.0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 1.0)
SOURCES = [
    "demetr: DEMETR, dev part (marzenakrp/demetr, MIT)",
    "refresd: REFreSD, dev part (elbria/xling-SemDiv, MIT)",
    "mlqe_ced: MLQE-PE critical errors, dev part (CC0)",
    "corrupted: Europarl and Tatoeba sentences, spoilt by xlcheck.corrupt",
]


def main() -> None:
    """Measure, fit, calibrate, write."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--bench", type=Path, required=True)
    options.add_argument("--corpus", type=Path, required=True)
    options.add_argument("--work", type=Path, required=True)
    options.add_argument("--fresh", action="store_true", help="measure everything again")
    options.add_argument("--languages", action="store_true", help="also leave out each language of DEMETR")
    arguments = options.parse_args()
    names = [*FITTED, "corrupted"]
    config = Config(engine="none", cache_dir=str(arguments.work))
    rows: list[dict[str, Any]] = []
    for name in names:
        target = arguments.work / f"{name}.jsonl"
        if arguments.fresh or not target.exists():
            source = corrupted(arguments.corpus) if name == "corrupted" else labelled(arguments.bench, name)
            measure(source, target, config)
        with target.open(encoding="utf-8") as lines:
            rows += [json.loads(line) for line in lines]
    table = make_table(rows)
    folds = np.array([fold_of(row["group"]) for row in rows])
    models = [fit(table.take(folds != fold), SOURCES) for fold in range(FOLDS)]
    odds = np.zeros(len(rows))
    for fold, model in enumerate(models):
        odds[folds == fold] = log_odds(model, table.take(folds == fold))
    weight = balanced(table)
    slope, shift, scales = calibrate(odds, table, weight)
    shipped = fit(table, SOURCES)
    total, share = slope * odds + shift + evidence_of(table, scales), shares(table.label, weight)
    curve = put_right(total, table.label, share)
    for model in (*models, shipped):
        model["calibration"] = {"slope": round(slope, 4), "shift": round(shift, 4), "curve": curve}
        model["evidence"] = scales
    (ROOT / "xlcheck/score/suspicion.json").write_text(json.dumps(shipped, indent=1) + "\n", encoding="utf-8")
    (ROOT / "training/score/folds.json").write_text(json.dumps(models) + "\n", encoding="utf-8")
    # The curve too is judged on sources that it has not seen.
    for fold in range(FOLDS):
        seen, unseen = folds != fold, folds == fold
        own = put_right(total[seen], table.label[seen], shares(table.label[seen], weight[seen]))
        total[unseen] = on_curve(total[unseen], own)
    chance = 1 / (1 + np.exp(-total))
    print(
        f"calibration: slope {slope:.3f}, shift {shift:.3f}, evidence {scales}, curve {curve}; out of fold by source:"
    )
    _reliability(chance, table, weight)
    for name in names:
        _summary(name, chance, table, np.array([row["set"] == name for row in rows]))
    if arguments.languages:
        _by_language(table)


def _reliability(chance: np.ndarray, table: Table, weight: np.ndarray) -> None:
    """Print predicted and observed shares, at the prior, and the expected calibration error."""
    label = table.label
    share = shares(label, weight)
    error = 0.0
    for low, high in itertools.pairwise(BINS):
        inside = (chance >= low) & (chance < high if high < 1 else chance <= 1)
        mass = share[inside].sum()
        if mass:
            predicted = (chance * share)[inside].sum() / mass
            observed = (label * share)[inside].sum() / mass
            error += mass * abs(predicted - observed)
            print(f"  said {low:.2f}-{high:.2f}: {mass:7.2%} of pairs, mean {predicted:.3f}, true {observed:.3f}")
    print(f"  expected calibration error {error:.4f} at a prior of {PRIOR:.0%}")


def _summary(name: str, chance: np.ndarray, table: Table, mask: np.ndarray) -> None:
    """Print how many of each category lie above the values that 1 % and 5 % of the set's clean pairs exceed."""
    clean = np.sort(chance[mask & (table.label == 0)])
    bounds = [clean[int(np.ceil((1 - rate) * len(clean))) - 1] for rate in (0.01, 0.05)]
    categories = sorted({row["category"] for row, kept in zip(table.rows, mask, strict=True) if kept and row["label"]})
    print(f"{name}: {mask.sum()} pairs, AUC {_auc(chance[mask], table.label[mask]):.3f}; found at 1 % and 5 %:")
    for category in categories:
        own = mask & (table.label == 1) & np.array([row["category"] == category for row in table.rows])
        one, five = ((chance[own] > bound).mean() for bound in bounds)
        print(f"  {category:<22} n={own.sum():>4} {one:6.1%} {five:6.1%}")


def _by_language(table: Table) -> None:
    """Print DEMETR for each language by a model that has never seen the language."""
    demetr = np.array([row["set"] == "demetr" for row in table.rows])
    critical = table.weight == 1.0
    print("demetr, each language left out in training: AUC of critical errors")
    for language in sorted(set(table.language[demetr])):
        own = demetr & (table.language == language) & (critical | (table.label == 0))
        odds = log_odds(fit(table.take(table.language != language), SOURCES), table.take(own))
        odds = odds + evidence_of(table.take(own), dict.fromkeys(FINDINGS, 1.0))
        print(f"  {language} n={own.sum():>4} {_auc(odds, table.label[own]):.3f}")


def _auc(values: np.ndarray, label: np.ndarray) -> float:
    clean = np.sort(values[label == 0])
    bad = values[label == 1]
    below = (np.searchsorted(clean, bad, "left") + np.searchsorted(clean, bad, "right")) / 2
    return float(below.mean() / len(clean))


if __name__ == "__main__":
    main()
