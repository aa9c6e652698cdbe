from __future__ import annotations

import io
import json

import pytest

from xlcheck.ingest import read_corpus
from xlcheck.ingest.readers import html, json_records, plain, reader_by_content

TEXT = "The council met on Monday. It decided to build a new school in the north of the town."


@pytest.mark.parametrize(
    ("text", "reader"),
    [
        (TEXT, plain),
        ("", plain),
        ("{curly} braces open this sentence.", plain),
        ("[1] A footnote opens this text.", plain),
        ('[{"text": "x"}]', json_records),
        ('  {"text": "x"}\n{"text": "y"}\n', json_records),
        ('{\n  "text": "x"\n}', json_records),
        ("<!DOCTYPE html><html><body></body></html>", html),
        ("\n<html lang=de>", html),
        ("<3 is no tag.", plain),
    ],
)
def test_what_a_text_begins_with_decides(text: str, reader: object) -> None:
    assert reader_by_content(text) is reader


def test_json_lines_from_standard_input_are_articles() -> None:
    lines = "\n".join(json.dumps({"id": name, "text": TEXT}) for name in ("a", "b"))
    corpus = read_corpus(["-"], stdin=io.BytesIO(lines.encode()))
    assert [article.id for article in corpus.articles] == ["-#a", "-#b"]
