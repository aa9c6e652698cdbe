"""Fit the additive model of suspicion to measured pairs: what is usual, then non-negative weights, then calibration."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import Any

import numpy as np

from xlcheck.score.suspicion import CORROBORATION, LIMIT, PRIOR, SuspicionModel, length_of, parse_model
from xlcheck.stages.name_features import NAMES
from xlcheck.stages.pair_features import CONTRASTS, FAMILIES, POLARITY, READING, TRANSLATION

LEVELS = {  # feature -> sign: measured against what is usual, from clean pairs of each language, in their spread
    **dict.fromkeys((READING[0], *TRANSLATION), -1.0),
    **dict.fromkeys(READING[1:], 1.0),
    "echoes": 1.0,
    "longer": 1.0,
    "shorter": -1.0,
    "fluency": 1.0,
    "choppy": 1.0,
}
STEPS: dict[str, tuple[float, ...]] = {
    **dict.fromkeys(("whole",), (-LIMIT, 1.0, 2.0, 3.0)),
    **dict.fromkeys((*READING[1:], *TRANSLATION, "fluency", "choppy", "echoes"), (-LIMIT, 1.0, 2.5)),
    **dict.fromkeys(("longer", "shorter"), (0.5, 2.0, 3.5)),
    CONTRASTS[0]: (0.0, 1.0, 2.0),
    **dict.fromkeys(CONTRASTS[1:], (0.0, 2.0, 4.0)),
    **dict.fromkeys(NAMES, (0.0, 0.5)),
}
LEAST = {("whole", 3.0): 1.0, ("copied_words", 0.0): 2.0, ("said_twice", 0.0): 2.5}
"""Sentences this far apart are about different things, a German "und" in English is never right, and neither is "cook
or cook" for two words; planted errors of one word, or encyclopaedias full of foreign words, cannot teach that."""
COUNTS = (
    *("figures_lost", "figures_added", "numbers_differ", "numbers_lost", "numbers_added"),
    *("dates_differ", "dates_lost", "dates_added", *NAMES, "capitals_added"),
    *("negation_lost", "negation_added", "negation_count", "quotation_marks", "question", "unfinished"),
    *("strange_words", "copied_words", "foreign_script", "foreign_words", "loops", "repeats", "doubled", "said_twice"),
    "garble",
    *CONTRASTS,
)
NOISY = (
    *("figures_lost", "figures_added", "numbers_lost", "numbers_added", "dates_lost", "dates_added"),
    *(*NAMES, "capitals_added", "strange_words", "copied_words", "negation_count"),
    "foreign_words",
)
"""Counts that are seldom 0 in some languages and in long texts: what is usual there is taken off."""
FINDINGS = tuple(FAMILIES.values())
GROUPS = {
    "vectors": READING,
    "polarity": POLARITY,
    "names": NAMES,
    "translation": TRANSLATION,
}
SCALES = (0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.2)
"""What the evidence of a family may be multiplied by: a check's confidence is believed, within reason."""
KNOTS = (-4.5, -4.0, -3.0, -2.0, -1.0, 1.0, 5.0)
"""Log-odds at which the curve that is fitted last may bend."""
FLATTEST = 0.15
"""Least slope of that curve."""
SHRINK = 30
"""Pairs' worth of the common mean in each language's own."""
RIDGE = 20.0


@dataclass(frozen=True)
class Table:
    """Measured rows as arrays; NaN is unknown."""

    rows: list[dict[str, Any]]
    raw: dict[str, np.ndarray]
    label: np.ndarray
    weight: np.ndarray
    language: np.ndarray
    length: np.ndarray

    def take(self, mask: np.ndarray) -> Table:
        """Return some of the rows."""
        return Table(
            rows=[row for row, kept in zip(self.rows, mask, strict=True) if kept],
            raw={name: values[mask] for name, values in self.raw.items()},
            label=self.label[mask],
            weight=self.weight[mask],
            language=self.language[mask],
            length=self.length[mask],
        )


def make_table(rows: list[dict[str, Any]]) -> Table:
    """Return rows of `measure` as a table."""
    names = (*LEVELS, *COUNTS, *FINDINGS)
    return Table(
        rows=rows,
        raw={
            name: np.array(
                [np.nan if row["features"].get(name) is None else row["features"][name] for row in rows], dtype=float
            )
            for name in names
        },
        label=np.array([row["label"] for row in rows], dtype=float),
        weight=np.array([row["weight"] for row in rows], dtype=float),
        language=np.array([row["lang"] for row in rows]),
        length=np.array([length_of(len(row["english"])) for row in rows]),
    )


def usual_of(table: Table) -> dict[str, dict[str, Any]]:
    """Return center, slope with length, spread and language offsets of every level, from pairs that agree."""
    clean = table.take(table.label == 0)
    found: dict[str, dict[str, Any]] = {}
    for name, sign in (*LEVELS.items(), *((name, 1.0) for name in NOISY)):
        values = clean.raw[name]
        known = ~np.isnan(values)
        if known.sum() < 50:
            found[name] = {"sign": sign}
            continue
        values, length, language = values[known], clean.length[known], clean.language[known]
        offsets = dict.fromkeys(sorted(set(language)), 0.0)
        center, slope = float(values.mean()), 0.0
        for _ in range(20):
            shift = np.array([offsets[code] for code in language])
            slope, center = np.polyfit(length, values - shift, 1)
            rest = values - center - slope * length
            for code in offsets:
                own = rest[language == code]
                offsets[code] = float(own.sum() / (len(own) + SHRINK))
        rest = values - center - slope * length - np.array([offsets[code] for code in language])
        found[name] = {
            "center": round(float(center), 4),
            "per_length": round(float(slope), 4),
            "spread": 1.0 if name in NOISY else round(float(max(rest.std(), 1e-3)), 4),
            "sign": sign,
            "languages": {code: round(value, 4) for code, value in offsets.items() if abs(value) >= 0.001},
        }
    return found


def design(table: Table, usual: dict[str, dict[str, Any]]) -> tuple[np.ndarray, list[tuple[str, float]], np.ndarray]:
    """Return the design matrix, its columns as (feature or group, step), and the least weight of each column."""
    columns: list[np.ndarray] = []
    names: list[tuple[str, float]] = []
    least: list[float] = []
    for name, values in table.raw.items():
        known = ~np.isnan(values)
        if name in FINDINGS:
            continue
        if name in LEVELS or name in NOISY:
            entry = usual[name]
            expected = entry.get("center", 0.0) + entry.get("per_length", 0.0) * table.length
            expected = expected + np.array([entry.get("languages", {}).get(code, 0.0) for code in table.language])
            distance = np.clip(entry["sign"] * (values - expected) / entry.get("spread", 1.0), -LIMIT, LIMIT)
        else:
            distance = np.clip(values, -LIMIT, LIMIT)
        for start in STEPS.get(name, (-LIMIT if name == "garble" else 0.0,)):
            column = distance if start <= -LIMIT else np.maximum(0.0, distance - start)
            columns.append(np.where(known, column, 0.0))
            names.append((name, start))
            least.append(LEAST.get((name, start), 0.0))
    for group, members in GROUPS.items():
        columns.append(np.all([np.isnan(table.raw[name]) for name in members], axis=0).astype(float))
        names.append((group, np.nan))
        least.append(-np.inf)
    return np.column_stack(columns), names, np.array(least)


def fit_weights(
    matrix: np.ndarray, label: np.ndarray, weight: np.ndarray, least: np.ndarray, given: np.ndarray
) -> tuple[float, np.ndarray]:
    """Ridge logistic regression with a lower bound for each weight, on top of given log-odds.

    Coordinate descent on Newton's quadratic.
    """
    scale = np.maximum(np.sqrt((matrix**2 * weight[:, None]).sum(0) / weight.sum()), 0.05)
    scaled, bound = matrix / scale, least * scale
    beta = np.where(np.isfinite(bound), bound, 0.0)
    intercept = 0.0
    for _ in range(30):
        odds = np.clip(scaled @ beta + intercept + given, -25, 25)
        chance = 1 / (1 + np.exp(-odds))
        curve = weight * np.maximum(chance * (1 - chance), 1e-4)
        gradient = scaled.T @ (weight * (label - chance))
        hessian = (scaled * curve[:, None]).T @ scaled
        cross, total = scaled.T @ curve, curve.sum()
        step, shift = np.zeros_like(beta), 0.0
        slope = (weight * (label - chance)).sum()
        for _ in range(40):
            largest = 0.0
            shift_new = (slope - cross @ step) / total
            largest, shift = max(largest, abs(shift_new - shift)), shift_new
            for at in range(len(beta)):
                pull = gradient[at] - hessian[at] @ step + hessian[at, at] * step[at] - cross[at] * shift
                new = (pull - RIDGE * beta[at]) / (hessian[at, at] + RIDGE)
                new = max(new, bound[at] - beta[at])
                largest, step[at] = max(largest, abs(new - step[at])), new
            if largest < 1e-5:
                break
        # Newton's step may be too long; bounds are convex, so a shorter one keeps them.
        before, length = _loss(scaled, beta, intercept + given, label, weight), 1.0
        while length > 1e-3 and (
            _loss(scaled, beta + length * step, intercept + length * shift + given, label, weight) > before
        ):
            length /= 2
        beta, intercept = beta + length * step, intercept + length * shift
        if max(np.abs(step).max(), abs(shift)) < 1e-3:
            break
    return float(intercept), beta / scale


def _loss(matrix: np.ndarray, beta: np.ndarray, base: np.ndarray, label: np.ndarray, weight: np.ndarray) -> float:
    odds = matrix @ beta + base
    return float((weight * (np.logaddexp(0, odds) - label * odds)).sum() + RIDGE / 2 * (beta**2).sum())


def balanced(table: Table) -> np.ndarray:
    """Return weights that give every set, and in it both labels and all languages, an equal say."""
    weight = table.weight.copy()
    keys = [(row["set"], row["lang"], row["label"]) for row in table.rows]
    total: dict[tuple[str, str, int], float] = {}
    for key, value in zip(keys, weight, strict=True):
        total[key] = total.get(key, 0.0) + value
    share = {name: SET_SHARE.get(name, 1.0) for name in {row["set"] for row in table.rows}}
    languages = {name: len({key[1] for key in total if key[0] == name}) for name in share}
    return np.array(
        [
            1000 * share[key[0]] * value / (languages[key[0]] * total[key])
            for key, value in zip(keys, weight, strict=True)
        ]
    )


SET_SHARE = {"demetr": 2.0, "refresd": 1.6, "mlqe_ced": 1.2, "corrupted": 2.0}


def fit(table: Table, sources: list[str]) -> dict[str, Any]:
    """Return a model as the JSON object that `parse_model` reads, not calibrated yet."""
    usual = usual_of(table)
    matrix, names, least = design(table, usual)
    given = evidence_of(table, dict.fromkeys(FINDINGS, 1.0))
    # A level of its own for every set, forgotten afterwards: sets differ in register and in what counts as divergent.
    sets = sorted({row["set"] for row in table.rows})[1:]
    levels = [np.array([row["set"] == name for row in table.rows], dtype=float) for name in sets]
    matrix = np.column_stack([matrix, *levels])
    least = np.concatenate([least, np.full(len(levels), -np.inf)])
    intercept, beta = fit_weights(matrix, table.label, balanced(table), least, given)
    beta = beta[: len(names)]
    terms: dict[str, Any] = {}
    for (name, start), value in zip(names, beta, strict=True):
        if not np.isnan(start) and value >= 0.001:
            entry = terms.setdefault(name, {"usual": usual[name]} if name in usual else {})
            entry.setdefault("steps", []).append([start, round(float(value), 4)])
    missing = {
        name: round(float(value), 4) for (name, start), value in zip(names, beta, strict=True) if np.isnan(start)
    }
    return {
        "sources": sources,
        "intercept": round(intercept, 4),
        "missing": missing,
        "groups": {name: list(members) for name, members in GROUPS.items()},
        "calibration": {"slope": 1.0, "shift": 0.0},
        "terms": terms,
    }


def log_odds(model: dict[str, Any] | SuspicionModel, table: Table) -> np.ndarray:
    """Return the sums before calibration, by the very code that the package runs."""
    parsed = model if isinstance(model, SuspicionModel) else parse_model(model)
    return np.array([parsed.log_odds(row["features"], row["lang"], len(row["english"])) for row in table.rows])


def evidence_of(table: Table, scales: dict[str, float]) -> np.ndarray:
    """Return what the findings add to the log-odds, as the package reckons it."""
    found = np.column_stack([scale * np.maximum(0.0, table.raw[name]) for name, scale in scales.items()])
    result: np.ndarray = (1 - CORROBORATION) * found.max(axis=1) + CORROBORATION * found.sum(axis=1)
    return result


def calibrate(odds: np.ndarray, table: Table, weight: np.ndarray) -> tuple[float, float, dict[str, float]]:
    """Return slope, shift and the scales of the findings' evidence for which the outcomes are likeliest."""
    share = shares(table.label, weight)
    scales = dict.fromkeys(FINDINGS, 1.0)

    def loss(trial: dict[str, float]) -> float:
        given = evidence_of(table, trial)
        slope, shift = platt(odds, table.label, share, given)
        total = slope * odds + shift + given
        return float((share * (np.logaddexp(0, total) - table.label * total)).sum())

    for _ in range(2):
        for name in FINDINGS:
            if (table.raw[name] > 0).sum() >= 20:
                losses = {scale: loss(scales | {name: scale}) for scale in SCALES}
                scales[name] = min(losses, key=lambda scale: losses[scale])
    slope, shift = platt(odds, table.label, share, evidence_of(table, scales))
    return slope, shift, scales


def put_right(total: np.ndarray, label: np.ndarray, share: np.ndarray) -> list[list[float]]:
    """Return the rising curve from log-odds that are said to those that outcomes bear out, as points."""
    least = np.full(len(KNOTS) - 1, FLATTEST - 1)
    pairs = share * len(label)
    shift, bend = fit_weights(_pieces(total), label, pairs, least, total)
    true = [KNOTS[0] + shift, *(np.array(KNOTS[1:]) + shift + np.cumsum(bend * np.diff(KNOTS)))]
    return [[said, round(float(value), 4)] for said, value in zip(KNOTS, true, strict=True)]


def _pieces(total: np.ndarray) -> np.ndarray:
    """Return how far each value reaches into each stretch between two knots."""
    return np.column_stack([np.clip(total - low, 0.0, high - low) for low, high in itertools.pairwise(KNOTS)])


def on_curve(total: np.ndarray, curve: list[list[float]]) -> np.ndarray:
    """Return log-odds put right, as `SuspicionModel` does it."""
    said, true = np.array(curve).T
    inside: np.ndarray = np.interp(total, said, true)
    return inside + np.minimum(total - said[0], 0) + np.maximum(total - said[-1], 0)


def shares(label: np.ndarray, weight: np.ndarray) -> np.ndarray:
    """Return weights under which as many pairs diverge as the prior says."""
    found: np.ndarray = np.where(
        label == 1, PRIOR * weight / weight[label == 1].sum(), (1 - PRIOR) * weight / weight[label == 0].sum()
    )
    return found


def platt(odds: np.ndarray, label: np.ndarray, share: np.ndarray, given: np.ndarray) -> tuple[float, float]:
    """Return slope and shift of the calibration: Platt, "Probabilistic Outputs for SVMs" (1999)."""
    columns = np.column_stack([odds, np.ones_like(odds)])
    beta = np.array([1.0, np.log(PRIOR / (1 - PRIOR))])
    for _ in range(100):
        chance = 1 / (1 + np.exp(-np.clip(columns @ beta + given, -30, 30)))
        gradient = columns.T @ (share * (label - chance)) - 1e-6 * beta
        hessian = (columns * (share * chance * (1 - chance))[:, None]).T @ columns + 1e-6 * np.eye(2)
        step = np.linalg.solve(hessian, gradient)
        beta = beta + step
        if np.abs(step).max() < 1e-8:
            break
    return float(beta[0]), float(beta[1])
