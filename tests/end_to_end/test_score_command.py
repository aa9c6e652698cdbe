"""`score` and `bench`: sentence pairs in, suspicion and tables out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from support.command_line import Run

from xlcheck import score_pairs
from xlcheck.config import Config
from xlcheck.stages.scoring import SentencePair

GOOD = {
    "lang": "de",
    "source": "Die Fähre brachte 240 Gäste nach Norddamm.",
    "english": "The ferry took 240 guests to Norddamm.",
}
LINES: list[dict[str, Any]] = [
    {"id": "good", **GOOD, "note": "kept"},
    {"id": "number", **GOOD, "english": "The ferry took 420 guests to Norddamm."},
    {"id": "other", **GOOD, "english": "Parliament has raised the tax on tobacco."},
    {"id": "finnish", "lang": "fi", "source": "Lautta vei 240 vierasta.", "english": "The ferry took 240 guests."},
    {"id": "empty", **GOOD, "english": ""},
]


def score(run: Run, lines: list[Any], *options: str) -> list[dict[str, Any]]:
    text = "\n".join(line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines)
    done = run("score", "--engine", "none", *options, stdin=text.encode())
    assert done.code == 0, done.err
    return [json.loads(line) for line in done.out.splitlines()]


def test_contract(xlcheck: Run) -> None:
    records = {record["id"]: record for record in score(xlcheck, LINES)}
    assert list(records) == [line["id"] for line in LINES]
    assert records["good"]["note"] == "kept"
    assert records["good"]["english"] == GOOD["english"]
    assert all(0 <= record["suspicion"] <= 1 for record in records.values())
    assert "flags" not in records["good"]
    assert "reasons" not in records["good"]
    (flag,) = records["number"]["flags"]
    assert (flag["check"], flag["severity"]) == ("XN101", "error")
    assert set(flag) == {"check", "severity", "confidence", "cause"}
    assert records["number"]["reasons"][0] in ("a check of numbers fired", "numbers differ")
    assert records["good"]["suspicion"] < 0.02 < records["number"]["suspicion"]
    assert records["good"]["suspicion"] < records["other"]["suspicion"]


def test_a_score_depends_on_its_pair_alone(xlcheck: Run) -> None:
    forward = {record["id"]: record for record in score(xlcheck, LINES)}
    backward = {record["id"]: record for record in score(xlcheck, LINES[::-1])}
    alone = {line["id"]: score(xlcheck, [line])[0] for line in LINES}
    assert forward == backward == alone


def test_the_python_door_gives_the_same(xlcheck: Run) -> None:
    pairs = (SentencePair(source=line["source"], english=line["english"], language=line["lang"]) for line in LINES)
    scores = [item.suspicion for item in score_pairs(pairs, config=Config(engine="none", cache=False))]
    assert scores == [record["suspicion"] for record in score(xlcheck, LINES, "--no-cache")]


@pytest.mark.parametrize(
    "broken",
    [
        "{",
        "[]",
        "5",
        '{"id": 1}',
        '{"source": "a", "english": 5, "lang": "de"}',
        '{"source": "a", "english": "b", "lang": ""}',
    ],
)
def test_a_broken_line_is_reported_and_the_others_go_on(xlcheck: Run, broken: str) -> None:
    records = score(xlcheck, [LINES[0], broken, LINES[1]])
    assert [("suspicion" in record, "error" in record) for record in records] == [
        (True, False),
        (False, True),
        (True, False),
    ]
    assert "line 2" in records[1]["error"]


def test_a_given_translation_counts(xlcheck: Run) -> None:
    right, wrong = score(
        xlcheck,
        [
            {**GOOD, "translation": "The ferry brought 240 guests to Norddamm."},
            {**GOOD, "translation": "The parliament has increased the tobacco tax."},
        ],
    )
    assert right["suspicion"] <= wrong["suspicion"]


def test_other_weights(xlcheck: Run, tmp_path: Path) -> None:
    weights = tmp_path / "weights.json"
    calm = {"intercept": -9, "missing": {}, "groups": {}, "calibration": {"slope": 1, "shift": 0}, "terms": {}}
    weights.write_text(json.dumps(calm), encoding="utf-8")
    assert {record["suspicion"] for record in score(xlcheck, LINES, "--weights", str(weights))} == {0.000123}
    weights.write_text("[]", encoding="utf-8")
    done = xlcheck("score", "--weights", weights, stdin=b"{}")
    assert done.code == 2
    assert "not a model" in done.err


def test_bench(xlcheck: Run, tmp_path: Path) -> None:
    file = tmp_path / "pairs.jsonl"
    file.write_text(json.dumps(GOOD) + "\n" + json.dumps(LINES[3]) + "\n", encoding="utf-8")
    text = xlcheck("bench", "--corrupt", file, "--engine", "none")
    assert text.code == 0, text.err
    assert text.out.startswith("2 clean pairs, ")
    assert "clean pairs flagged at default settings:   0.0%" in text.out
    done = xlcheck("bench", "--corrupt", file, "--engine", "none", "--format", "json")
    records = {record["category"]: record for record in map(json.loads, done.out.splitlines())}
    assert records["clean"]["n"] == 2
    assert records["number"]["n"] == 2
    assert records["number"]["flagged"] >= 0.5
    low, high = records["number"]["detected_at_0.05_interval"]
    assert low <= records["number"]["detected_at_0.05"] <= high
    assert done.out == xlcheck("bench", "--corrupt", file, "--engine", "none", "--format", "json").out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["pairs.jsonl"], "nothing to measure"),
        (["--corrupt", "none.jsonl"], "none.jsonl"),
        (["--corrupt", "--format", "xml", "pairs.jsonl"], "unknown format"),
        (["--corrupt", "bad.jsonl"], "bad.jsonl:1"),
    ],
)
def test_bench_says_what_is_wrong(
    xlcheck: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pairs.jsonl").write_text(json.dumps(GOOD) + "\n", encoding="utf-8")
    (tmp_path / "bad.jsonl").write_text("{}\n", encoding="utf-8")
    done = xlcheck("bench", *arguments)
    assert done.code == 2
    assert message in done.err


def test_words_are_told_where_they_are_asked_for(xlcheck: Run) -> None:
    plain = {record["id"]: record for record in score(xlcheck, LINES)}
    told = {record["id"]: record for record in score(xlcheck, LINES, "--words")}
    assert all("words" not in record for record in plain.values())
    assert [name for name, record in told.items() if "words" in record] == ["good", "number", "other", "empty"]
    assert told["empty"]["words"] == {"source": [], "english": []}
    good, other = (told[name]["words"]["english"] for name in ("good", "other"))
    assert [GOOD["english"][word["start"] : word["end"]] for word in good] == GOOD["english"].split()
    assert max(word["doubt"] for word in good) < 0.1 < max(word["doubt"] for word in other)
    assert good[1]["counterpart"] == 1  # ferry, Fähre
