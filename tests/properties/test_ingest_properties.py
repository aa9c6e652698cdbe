"""Whatever the bytes, spans fit their text, and offsets lead back to the file."""

from __future__ import annotations

import html
import json
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from xlcheck.ingest import read_corpus
from xlcheck.ingest.draft import Draft
from xlcheck.ingest.evidence import find_evidence
from xlcheck.ingest.json_scan import add_string, scan_object
from xlcheck.ingest.lines import line_starts, physical_lines
from xlcheck.ingest.marking import mark
from xlcheck.ingest.offsets import MapBuilder, compose
from xlcheck.ingest.visible_text import fold, read_page
from xlcheck.model import OffsetMap

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=80)
PIECES = st.sampled_from(
    [
        "\n",
        "\r\n",
        "\n\n",
        " ",
        ".",
        "The council voted.",
        "Read more:",
        "By Ann Lee",
        "- a",
        "2021-03-03 Rat",
        "„Ja“",
        "中。",
        "|",
    ]
)
SCRAPED = st.lists(st.one_of(PIECES, TEXT), max_size=25).map("".join)


def check_map(text: str, offsets: OffsetMap, file: str) -> None:
    """Pieces cover the text without gaps, and verbatim ones say what the file says (white space aside)."""
    position = 0
    for piece in offsets.pieces:
        assert piece.start == position
        position += piece.length
        assert 0 <= piece.file_start <= piece.file_end <= len(file)
        if piece.file_end - piece.file_start == piece.length:
            surface = text[piece.start : position]
            assert file[piece.file_start : piece.file_end].split() == surface.split()
    assert position == len(text)


@given(TEXT)
def test_lines_are_the_text_without_its_breaks(text: str) -> None:
    lines = physical_lines(text)
    assert all(
        text[end : lines[index + 1][0]] in ("\n", "\r", "\r\n", "\u2028", "\u2029")
        for index, (_, end) in enumerate(lines[:-1])
    )
    assert lines[0][0] == 0
    assert lines[-1][1] == len(text)
    assert set(line_starts(text)) <= {start for start, _ in lines}


@given(SCRAPED)
def test_marked_lines_are_disjoint_and_fit(text: str) -> None:
    marked = mark(Draft(text=text))
    end = 0
    for line in marked.lines:
        assert end <= line.start <= line.end
        assert text[line.start : line.end] == line.text
        end = line.end
    shown = "".join(line.text for line in marked.lines)
    assert "".join(shown.split()) == "".join(text.split())
    if marked.title:
        assert text[slice(*marked.title)].strip()


@given(st.binary(max_size=300), st.sampled_from([".txt", ".md", ".html", ".jsonl", ".json"]))
@settings(max_examples=150)
def test_any_bytes_are_read_or_explained(data: bytes, suffix: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"a{suffix}"
        path.write_bytes(data)
        corpus = read_corpus([str(path)])
    assert corpus.articles or corpus.skipped or corpus.failures
    for article in corpus.articles:
        for span in [*(line.span for line in article.lines), *(item.span for item in article.evidence)]:
            assert article.text[span.start : span.end] == span.text
        article.text.encode()


@given(TEXT, st.booleans(), st.sampled_from([None, 1]))
def test_json_strings_lead_back(value: str, ascii_only: bool, indent: int | None) -> None:
    file = json.dumps({"a": [1, "x"], "text": value, "z": None}, ensure_ascii=ascii_only, indent=indent)
    fields, end = scan_object(file, 0)
    assert end == len(file)
    builder = MapBuilder()
    add_string(builder, file, fields["text"].start, fields["text"].end)
    assert builder.text == value
    check_map(value, builder.build(), file)


@given(TEXT)
def test_visible_text_of_escaped_text_is_the_text(text: str) -> None:
    source = f"<p class='a>b'>{html.escape(text)}</p><!-- > <script>x</script> -->"
    body = read_page(source).body
    assert body.folded == fold(text)
    for char, start, end in zip(body.chars, body.starts, body.ends, strict=True):
        if end - start == 1:
            assert source[start] == char


@given(st.text(st.sampled_from("<>/!-'\"=&;# ab?[scriptCDATA"), max_size=200))
def test_any_markup_is_read_to_its_end(source: str) -> None:
    page = read_page(source)
    assert len(page.body.chars) == len(page.body.starts) == len(page.body.ends)
    assert list(page.body.starts) == sorted(page.body.starts)


@given(TEXT)
def test_composed_maps_lead_through_both(text: str) -> None:
    inner_file = json.dumps(text)
    inner = MapBuilder()
    add_string(inner, inner_file, 0, len(inner_file))
    outer = MapBuilder()
    for start in range(0, len(text), 7):
        outer.add(text[start : start + 7], start, min(start + 7, len(text)))
    composed = compose(outer.build(), inner.build())
    check_map(text, composed, inner_file)
    for index in range(len(text)):
        assert composed.to_file(index, index + 1) == inner.build().to_file(index, index + 1)


CLEAN_WORDS = st.sampled_from(
    [
        *("Straße", "größer", "naïve", "l’été", "ÉTÉ", "São", "NÃO", "ñandú", "Ærø", "The", "5", "€", "😀"),
        *("Łódź", "čas", "Žilina", "Привет", "中国", "です", "한국"),
    ]
)
MARKS = st.sampled_from(
    ["„{}“", "«{}»", "»{}«", "“{}”", "‘{}’", "« {} »", "{}…", "{} –", "({})", "{},", "「{}」", "¿{}?", "{}"]
)


@given(st.lists(st.tuples(MARKS, CLEAN_WORDS), max_size=12))
def test_clean_typography_is_no_evidence(words: list[tuple[str, str]]) -> None:
    assert find_evidence("d", " ".join(frame.format(word) for frame, word in words)) == ()


@given(TEXT)
def test_evidence_spans_quote_the_text_in_order(text: str) -> None:
    found = find_evidence("d", text)
    assert all(text[item.span.start : item.span.end] == item.span.text != "" for item in found)
    assert [item.span.start for item in found] == sorted(item.span.start for item in found)
