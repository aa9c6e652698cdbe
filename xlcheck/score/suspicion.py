"""From the features of a sentence pair to the probability that the two diverge.

An additive model one can read: `suspicion.json` has, for every feature, what is usual (with an offset for each language
and for length), and the weight of each step beyond it; no weight is negative, so more disagreement never lowers the
suspicion. What is not known counts nothing, but for the offset of its group. The sum is calibrated to log-odds, for a
prior of two divergent pairs in a hundred.

The checks' findings stand apart from the sum, because each brings a confidence of its own: by how much that exceeds the
prior, as log-odds, is evidence that is added after calibration, scaled for its family of checks. The strongest family
counts whole, the others corroborate it. A curve that rises everywhere puts right what both together claim too much: it
changes no order. Trained by `training/score/train.py`.
"""

from __future__ import annotations

import json
import math
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from xlcheck.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

PRIOR = 0.02
"""Share of divergent pairs that the probabilities are calibrated for."""
CORROBORATION = 0.3
"""What further families of findings count, beside the strongest: mostly the same error seen from another side."""
LIMIT = 8.0
"""How far from the usual a feature is followed, in its own spread."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Usual:
    """What is usual for a feature in pairs that agree.

    Attributes:
        center: with no language known; `languages` adds to it.
        per_length: what a longer text adds, per unit of the logarithm of its characters over 100.
        spread: standard deviation around it.
        sign: -1 where low values are suspicious.
    """

    center: float = 0.0
    spread: float = 1.0
    per_length: float = 0.0
    sign: float = 1.0
    languages: Mapping[str, float] = field(default_factory=dict)

    def distance(self, value: float, language: str, length: float) -> float:
        """Return how far a value lies on the suspicious side, in spreads; negative on the other side."""
        expected = self.center + self.languages.get(language, 0.0) + self.per_length * length
        return max(-LIMIT, min(LIMIT, self.sign * (value - expected) / self.spread))


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One feature's part in the sum.

    Attributes:
        feature: its name in the features of a pair.
        usual: what its value is measured against.
        steps: (from, weight): each unit of distance beyond `from` adds `weight`; the first `from` may be -8.
    """

    feature: str
    usual: Usual
    steps: tuple[tuple[float, float], ...]

    def value(self, raw: float, language: str, length: float) -> float:
        """Return what it adds to the log-odds, 0 at the usual value."""
        distance = self.usual.distance(raw, language, length)
        return sum(weight * _beyond(distance, start) for start, weight in self.steps)


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspicion:
    """A judgement.

    Attributes:
        probability: that the two sentences diverge, 0…1.
        parts: what each term added to the log-odds, largest first; terms that added nothing are left out.
    """

    probability: float
    parts: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SuspicionModel:
    """Terms, and how their sum becomes a probability.

    Attributes:
        intercept: of the sum before calibration.
        missing: added where no feature of a group is known.
        groups: group → features that are known or unknown together.
        slope: of the calibration of the sum; `shift` is added after.
        curve: (log-odds of sum and evidence, log-odds that they turn out to mean), ascending; straight between two
            points, and beyond the outer ones parallel to the diagonal; none for no change.
        evidence: feature of a family of checks → what its log-odds are multiplied by.
        sources: what it was trained on, for the reader.
    """

    intercept: float
    terms: tuple[Term, ...]
    missing: Mapping[str, float]
    groups: Mapping[str, tuple[str, ...]]
    slope: float
    shift: float
    evidence: Mapping[str, float] = field(default_factory=dict)
    curve: tuple[tuple[float, float], ...] = ()
    sources: tuple[str, ...] = ()

    def log_odds(self, features: Mapping[str, float | None], language: str, characters: int) -> float:
        """Return the sum before calibration."""
        return self._sum(self._parts(features, language, characters), features)

    def judge(self, features: Mapping[str, float | None], language: str, characters: int) -> Suspicion:
        """Judge a pair.

        Args:
            features: by name; None where unknown.
            language: of the source.
            characters: of the English text.
        """
        terms = self._parts(features, language, characters)
        found = self._evidence(features)
        log_odds = self._put_right(self.slope * self._sum(terms, features) + self.shift + math.fsum(found.values()))
        parts = {name: self.slope * value for name, value in terms.items()} | found
        ordered = sorted(parts.items(), key=lambda item: (-item[1], item[0]))
        return Suspicion(
            probability=round(1 / (1 + math.exp(-max(-30.0, min(30.0, log_odds)))), 6),
            parts=tuple((name, round(value, 3)) for name, value in ordered if value > 0),
        )

    def _put_right(self, log_odds: float) -> float:
        """Return what log-odds turned out to mean."""
        if not self.curve:
            return log_odds
        at = bisect_right(self.curve, (log_odds, math.inf))
        if at in (0, len(self.curve)):
            said, true = self.curve[min(at, len(self.curve) - 1)]
            return log_odds + true - said
        (left, low), (right, high) = self.curve[at - 1 : at + 1]
        return low + (high - low) * (log_odds - left) / (right - left)

    def _evidence(self, features: Mapping[str, float | None]) -> dict[str, float]:
        """Return what each family of findings adds to the log-odds."""
        found = {name: scale * max(0.0, features.get(name) or 0.0) for name, scale in self.evidence.items()}
        strongest = max(found, key=lambda name: found[name], default="")
        return {name: value * (1 if name == strongest else CORROBORATION) for name, value in found.items()}

    def _parts(self, features: Mapping[str, float | None], language: str, characters: int) -> dict[str, float]:
        length = length_of(characters)
        known = ((term, features.get(term.feature)) for term in self.terms)
        return {term.feature: term.value(raw, language, length) for term, raw in known if raw is not None}

    def _sum(self, parts: Mapping[str, float], features: Mapping[str, float | None]) -> float:
        gaps = (
            self.missing.get(group, 0.0)
            for group, names in self.groups.items()
            if all(features.get(name) is None for name in names)
        )
        return self.intercept + math.fsum(parts.values()) + math.fsum(gaps)


def length_of(characters: int) -> float:
    """Return the length that `Usual` reckons with: 0 for 100 characters, 1 for e times as many."""
    return math.log(max(characters, 5) / 100)


def _beyond(distance: float, start: float) -> float:
    """The part of a distance beyond a step; the linear step counts both ways from 0."""
    return distance if start <= -LIMIT else max(0.0, distance - start)


def parse_model(data: Mapping[str, Any]) -> SuspicionModel:
    """Read a model from its JSON object.

    Raises:
        ConfigError: it is no such object, or a weight is negative.
    """
    try:
        terms = tuple(
            Term(
                feature=name,
                usual=Usual(**entry.get("usual", {})),
                steps=tuple((float(start), float(weight)) for start, weight in entry["steps"]),
            )
            for name, entry in data["terms"].items()
        )
        model = SuspicionModel(
            intercept=float(data["intercept"]),
            terms=terms,
            missing=dict(data["missing"]),
            groups={name: tuple(members) for name, members in data["groups"].items()},
            slope=float(data["calibration"]["slope"]),
            shift=float(data["calibration"]["shift"]),
            curve=tuple((float(said), float(true)) for said, true in data["calibration"].get("curve", ())),
            evidence={name: float(scale) for name, scale in data.get("evidence", {}).items()},
            sources=tuple(data.get("sources", ())),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ConfigError(f"not a model of suspicion: {error}") from error
    weights = [model.slope, *model.evidence.values(), *(weight for term in terms for _, weight in term.steps)]
    if min(weights) < 0:
        raise ConfigError("a weight of the model is negative: more disagreement would lower the suspicion")
    if any(left[0] >= right[0] or left[1] >= right[1] for left, right in pairwise(model.curve)):
        raise ConfigError("the curve of the model does not rise everywhere")
    return model


def read_model(path: Path) -> SuspicionModel:
    """Read a model from a file.

    Raises:
        ConfigError: the file cannot be read, or holds no model.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ConfigError(f"{path}: {error}") from error
    return parse_model(data)


@cache
def shipped_model() -> SuspicionModel:
    """Return the model that comes with the package."""
    resource = files("xlcheck.score") / "suspicion.json"
    return parse_model(json.loads(resource.read_text(encoding="utf-8")))
