"""The shape of what `score` writes, and what a reader may rely on when weights are trained again."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from support.command_line import Run

SCHEMA: dict[str, Any] = {
    "type": "object",
    "required": ["id", "lang", "source", "english", "suspicion"],
    "additionalProperties": False,
    "properties": {
        "id": {"type": "string"},
        "lang": {"type": "string"},
        "source": {"type": "string"},
        "english": {"type": "string"},
        "suspicion": {"type": "number", "minimum": 0, "maximum": 1},
        "flags": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["check", "severity", "confidence", "cause"],
                "additionalProperties": False,
                "properties": {
                    "check": {"pattern": "^X[A-Z][0-9]{3}$"},
                    "severity": {"enum": ["error", "warning", "note"]},
                    "confidence": {"type": "number", "minimum": 0.5, "maximum": 1},
                    "cause": {"type": "string"},
                },
            },
        },
        "reasons": {"type": "array", "minItems": 1, "maxItems": 3, "uniqueItems": True, "items": {"type": "string"}},
    },
}
SOURCE = "Die Werft in Norddamm entließ am 3. März 240 Schlosser, sagte Sprecherin Ilka Brandis."
ENGLISH = "The shipyard in Norddamm laid off 240 fitters on March 3, spokeswoman Ilka Brandis said."
CALM, DOUBTFUL = 0.02, 0.3
PAIRS = {
    "agrees": ENGLISH,
    "number": ENGLISH.replace("240", "420"),
    "date": ENGLISH.replace("March 3", "March 8"),
    "untranslated": ENGLISH.replace("fitters", "Schlosser"),
    "repeated": ENGLISH.replace("240 fitters", "240 fitters 240 fitters 240 fitters"),
    "other": "Rain is expected in the mountains on Sunday.",
}
EXPECTED = {
    "agrees": ("calm", []),
    "number": ("suspicious", ["XN101"]),
    "date": ("suspicious", ["XD101"]),
    "untranslated": (None, []),
    "repeated": ("suspicious", ["XG101"]),
    "other": ("suspicious", None),
}


def records(run: Run) -> dict[str, dict[str, Any]]:
    lines = [{"id": name, "lang": "de", "source": SOURCE, "english": text} for name, text in PAIRS.items()]
    done = run("score", "--engine", "none", stdin="\n".join(map(json.dumps, lines)).encode())
    assert done.code == 0, done.err
    return {record["id"]: record for record in map(json.loads, done.out.splitlines())}


@pytest.fixture(scope="module")
def cached() -> dict[str, dict[str, Any]]:
    return {}


@pytest.mark.parametrize("name", PAIRS)
def test_output(xlcheck: Run, cached: dict[str, dict[str, Any]], name: str) -> None:
    if not cached:
        cached.update(records(xlcheck))
    record = cached[name]
    Draft202012Validator(SCHEMA).validate(record)
    suspicion = record["suspicion"]
    level = "calm" if suspicion < CALM else "doubtful" if suspicion < DOUBTFUL else "suspicious"
    expected, checks = EXPECTED[name]
    if expected is None:
        assert suspicion > cached["agrees"]["suspicion"]
    else:
        assert level == expected, record
    if checks is not None:
        assert [flag["check"] for flag in record.get("flags", [])] == checks
    assert ("reasons" in record) == (name != "agrees")
