"""Fit the additive model of suspicion to measured pairs: what is usual, then non-negative weights, then calibration."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from xlcheck.score.suspicion import LIMIT, PRIOR, SuspicionModel, length_of, parse_model
from xlcheck.stages.pair_features import NAMES, POLARITY, TRANSLATION, VIEW

LEVELS = {  # feature -> (sign, depends on length): measured against what is usual, from clean pairs of each language
    **dict.fromkeys((*VIEW, *TRANSLATION), -1.0),
    "longer": 1.0,
    "shorter": -1.0,
    "fluency": 1.0,
    "choppy": 1.0,
}
STEPS: dict[str, tuple[float, ...]] = {
    **dict.fromkeys(("whole",), (-LIMIT, 1.0, 2.0, 3.0)),
    **dict.fromkeys((*VIEW[1:], *TRANSLATION, "fluency", "choppy"), (-LIMIT, 1.0, 2.5)),
    **dict.fromkeys(("longer", "shorter"), (0.5, 2.0, 3.5)),
}
COUNTS = (
    *("figures_lost", "figures_added", "numbers_differ", "numbers_lost", "numbers_added"),
    *("dates_differ", "dates_lost", "dates_added", "names_lost", "names_added", "capitals_added"),
    *("negation_lost", "negation_added", "negation_count", "quotation_marks", "question", "unfinished"),
    *("strange_words", "copied_words", "foreign_script", "loops", "repeats", "garble"),
)
FINDINGS = tuple(f"found_{name}" for name in ("numbers", "dates", "claims", "names", "quotes", "coverage", "garble"))
GROUPS = {"vectors": VIEW, "polarity": POLARITY, "names": NAMES, "translation": TRANSLATION}
LEAST_EVIDENCE = 0.5
"""A finding keeps at least this share of the evidence that its own confidence claims."""
SHRINK = 30
"""Pairs' worth of the common mean in each language's own."""
RIDGE = 4.0


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
    for name, sign in LEVELS.items():
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
            "spread": round(float(max(rest.std(), 1e-3)), 4),
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
        if name in LEVELS:
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
            least.append(LEAST_EVIDENCE if name in FINDINGS else 0.0)
    for group, members in GROUPS.items():
        columns.append(np.all([np.isnan(table.raw[name]) for name in members], axis=0).astype(float))
        names.append((group, np.nan))
        least.append(-np.inf)
    return np.column_stack(columns), names, np.array(least)


def fit_weights(
    matrix: np.ndarray, label: np.ndarray, weight: np.ndarray, least: np.ndarray
) -> tuple[float, np.ndarray]:
    """Ridge logistic regression with a lower bound for each weight: coordinate descent on Newton's quadratic."""
    scale = np.maximum(np.sqrt((matrix**2 * weight[:, None]).sum(0) / weight.sum()), 0.05)
    scaled, bound = matrix / scale, least * scale
    beta = np.where(np.isfinite(bound), bound, 0.0)
    intercept = 0.0
    for _ in range(30):
        odds = np.clip(scaled @ beta + intercept, -25, 25)
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
        before, length = _loss(scaled, beta, intercept, label, weight), 1.0
        while length > 1e-3 and _loss(scaled, beta + length * step, intercept + length * shift, label, weight) > before:
            length /= 2
        beta, intercept = beta + length * step, intercept + length * shift
        if max(np.abs(step).max(), abs(shift)) < 1e-3:
            break
    return float(intercept), beta / scale


def _loss(matrix: np.ndarray, beta: np.ndarray, intercept: float, label: np.ndarray, weight: np.ndarray) -> float:
    odds = matrix @ beta + intercept
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


SET_SHARE = {"demetr": 2.0, "refresd": 2.0, "mlqe_ced": 0.6, "corrupted": 2.0}


def fit(table: Table, sources: list[str]) -> dict[str, Any]:
    """Return a model as the JSON object that `parse_model` reads, not calibrated yet."""
    usual = usual_of(table)
    matrix, names, least = design(table, usual)
    intercept, beta = fit_weights(matrix, table.label, balanced(table), least)
    terms: dict[str, Any] = {}
    for (name, start), value in zip(names, beta, strict=True):
        if not np.isnan(start) and value >= 0.001:
            entry = terms.setdefault(name, {"usual": usual[name]} if name in LEVELS else {})
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


def platt(odds: np.ndarray, label: np.ndarray, weight: np.ndarray) -> tuple[float, float]:
    """Return slope and shift of the calibration for the prior: Platt, "Probabilistic Outputs for SVMs" (1999)."""
    share = np.where(
        label == 1, PRIOR * weight / weight[label == 1].sum(), (1 - PRIOR) * weight / weight[label == 0].sum()
    )
    columns = np.column_stack([odds, np.ones_like(odds)])
    beta = np.array([1.0, np.log(PRIOR / (1 - PRIOR))])
    for _ in range(100):
        chance = 1 / (1 + np.exp(-np.clip(columns @ beta, -30, 30)))
        gradient = columns.T @ (share * (label - chance)) - 1e-6 * beta
        hessian = (columns * (share * chance * (1 - chance))[:, None]).T @ columns + 1e-6 * np.eye(2)
        step = np.linalg.solve(hessian, gradient)
        beta = beta + step
        if np.abs(step).max() < 1e-8:
            break
    return float(beta[0]), float(beta[1])
