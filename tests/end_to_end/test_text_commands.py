"""`facts` and `garble`: one text, or one text a line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support.command_line import Run

TEXT = "Rund 1,5 Mio. Euro kostete der Bau, sagte Helga Brandt am Mittwoch um 16.30 Uhr: „Das ist nicht viel Geld.“\n"


def test_facts_of_a_german_text(xlcheck: Run, tmp_path: Path) -> None:
    file = tmp_path / "text.txt"
    file.write_text(TEXT, encoding="utf-8")
    done = xlcheck("facts", file, "--lang", "de")
    records = [json.loads(line) for line in done.out.splitlines()]
    assert done.code == 0
    for record in records:
        assert TEXT[record["start"] : record["end"]] == record["text"]
    values = {(record["kind"], record["value"], record["unit"]) for record in records}
    assert ("money", "1500000", "EUR") in values
    assert ("name", "Helga Brandt", "") in values
    assert {record["value"] for record in records if record["kind"] == "date"} & {"W3 T16:30", "W3", "T16:30"}
    (quote,) = [record for record in records if record["kind"] == "quote"]
    assert (quote["value"], quote["quote_type"]) == ("Das ist nicht viel Geld.", "direct")
    assert any(record["kind"] == "negation" and record["text"] == "nicht" for record in records)


def test_facts_detect_the_language_and_say_so(xlcheck: Run) -> None:
    done = xlcheck("facts", "-", stdin=TEXT.encode())
    assert done.code == 0
    assert "language de" in done.err
    assert xlcheck("facts", "-", stdin=b"12345").code == 2


def test_facts_of_a_missing_file(xlcheck: Run, tmp_path: Path) -> None:
    done = xlcheck("facts", tmp_path / "none.txt")
    assert done.code == 2
    assert "cannot be read" in done.err


def test_garble_keeps_the_fields_and_adds_a_score(xlcheck: Run) -> None:
    lines = [
        {"id": 1, "text": "The envoy met President Ivan K. He is expected to speak on Monday.", "source": "x"},
        {"id": 2, "text": "The envoy met the president on Monday and will speak again tomorrow."},
        {"id": 3, "text": "Der Gesandte traf am Montag den Präsidenten.", "lang": "de"},
    ]
    done = xlcheck("garble", stdin="\n".join(json.dumps(line) for line in lines).encode())
    records = [json.loads(line) for line in done.out.splitlines()]
    assert done.code == 0
    assert [record["id"] for record in records] == [1, 2, 3]
    assert records[0]["source"] == "x"
    assert records[0]["garbled"] > 0.5 > max(records[1]["garbled"], records[2]["garbled"])
    sign = records[0]["signals"][0]
    assert sign["name"] == "breaks-at-initial"
    assert records[0]["text"][sign["start"] : sign["end"]] == "Ivan K. He"


@pytest.mark.parametrize("line", ["{", "[]", '{"id": 1}', '{"text": 5}'])
def test_garble_names_a_broken_line(xlcheck: Run, line: str) -> None:
    done = xlcheck("garble", stdin=f'{{"id": 1, "text": "Fine."}}\n{line}\n'.encode())
    assert done.code == 2
    assert "standard input:2" in done.err
    assert len(done.out.splitlines()) == 1
