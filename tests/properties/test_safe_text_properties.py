"""Whatever comes in, nothing that acts goes out."""

from __future__ import annotations

import json
import unicodedata

from hypothesis import example, given
from hypothesis import strategies as st

from xlcheck.safe_text import FORBIDDEN, for_ci_log, json_safe, one_line, printable, single_spaced

HOSTILE = (
    "\x00\t\n\r\x0b\x1b\x1c\x7f\x85\x9b\xad\u061c\u200b\u200c\u200d\u200e\u2028\u2029\u202a\u202e\u2066\u2069"
    "\ufeff\ufffe\ud800\udfff\U000e0041\U0010ffff#[:a é क्👩"
)
anything = st.text(st.one_of(st.sampled_from(HOSTILE), st.characters(codec=None)))
ordinary = st.text(st.characters(categories=("L", "M", "N", "P", "S", "Zs")))


def test_forbidden_covers_every_control_surrogate_and_separator() -> None:
    acting = [chr(code) for code in range(0x110000) if unicodedata.category(chr(code)) in {"Cc", "Cs", "Zl", "Zp"}]
    assert [char for char in acting if not FORBIDDEN.match(char)] == []


def test_forbidden_covers_every_direction_control() -> None:
    controls = {"LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI"}
    acting = [chr(code) for code in range(0x110000) if unicodedata.bidirectional(chr(code)) in controls]
    assert acting
    assert [char for char in acting if not FORBIDDEN.match(char)] == []


@given(anything)
def test_no_forbidden_character_comes_out(text: str) -> None:
    for shown in (printable(text), single_spaced(text), one_line(text, 20), for_ci_log(text)):
        assert not FORBIDDEN.search(shown)
        shown.encode("utf-8")


@given(anything)
def test_kept_breaks_and_tabs_are_the_only_exception(text: str) -> None:
    shown = printable(text, keep="\n\t")
    assert not FORBIDDEN.search(shown.replace("\n", "").replace("\t", ""))


@given(anything)
@example("é\u200b\u200d")
@example("क\x1b\u200d")
def test_everything_is_idempotent(text: str) -> None:
    for function in (printable, single_spaced, for_ci_log, lambda line: one_line(line, 20)):
        once = function(text)
        assert function(once) == once


@given(ordinary)
def test_ordinary_text_is_unchanged(text: str) -> None:
    assert printable(text) == text


@given(anything, st.integers(1, 30))
def test_one_line_is_one_short_line(text: str, limit: int) -> None:
    line = one_line(text, limit)
    assert len(line) <= limit
    assert len(line.splitlines()) <= 1
    assert line == line.strip()


@given(anything)
def test_no_line_is_a_command(text: str) -> None:
    line = for_ci_log(text)
    assert not line.lstrip().startswith("::")
    assert "##[" not in line
    assert "##vso[" not in line.lower()


@given(st.recursive(anything, lambda inner: st.lists(inner) | st.dictionaries(anything, inner), max_leaves=5))
def test_json_means_the_same_and_acts_no_more(value: object) -> None:
    written = json_safe(json.dumps(value, ensure_ascii=False))
    # Two lone surrogates that meet in a string are one character to a JSON reader, so compare what both were read as.
    assert json.loads(written) == json.loads(json.dumps(value))
    assert not FORBIDDEN.search(written)
