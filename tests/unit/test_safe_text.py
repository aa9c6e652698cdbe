"""Hostile characters one by one."""

from __future__ import annotations

import json
import time

import pytest

from xlcheck.safe_text import for_ci_log, json_safe, one_line, printable, single_spaced


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("\x1b[31mred\x1b[0m", "␛[31mred␛[0m", id="csi"),
        pytest.param("\x1b]0;title\x07", "␛]0;title␇", id="osc"),
        pytest.param("\x9b31mred", "\ufffd31mred", id="c1-csi"),
        pytest.param("a\x00b\x7fc", "a␀b␡c", id="nul-del"),
        pytest.param("user\u202egnp.exe", "user\ufffdgnp.exe", id="override"),
        pytest.param("\u2066name\u2069", "name", id="isolate"),
        pytest.param("\u202bname\u202c", "name", id="embedding"),
        pytest.param("so\u200b\ufeff\u00adft", "soft", id="zero-width"),
        pytest.param("a\udc80b", "a\ufffdb", id="lone-surrogate"),
        pytest.param("a\uffffb", "a\ufffdb", id="noncharacter"),
        pytest.param("one\u2028two\u2029three\x85four", "one two three four", id="separators"),
        pytest.param("one\r\ntwo\tthree", "one two three", id="break-and-tab"),
        pytest.param("\U000e0041hidden", "hidden", id="tag-character"),
        pytest.param("[bold]not markup[/bold]", "[bold]not markup[/bold]", id="markup-stays"),
    ],
)
def test_printable_shows_what_acts(text: str, shown: str) -> None:
    assert printable(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("„Grüße“, sagte Łucja – “really”?", id="latin"),
        pytest.param("Он сказал: «Нет».", id="cyrillic"),
        pytest.param("アルムスン橋、6年を経て\u3000開通", id="japanese"),
        pytest.param("افتتاح جسر ١٢٫٥", id="arabic"),
        pytest.param("می\N{ZERO WIDTH NON-JOINER}خواهم", id="persian-non-joiner"),
        pytest.param("क्\N{ZERO WIDTH JOINER}ष", id="devanagari-joiner"),
        pytest.param("ന്\N{ZERO WIDTH JOINER} അവൻ", id="malayalam-joiner-at-the-end-of-a-word"),
        pytest.param("\U0001f469\u200d\u2695\ufe0f", id="emoji-sequence"),
        pytest.param("\u845b\U000e0100城市", id="ideographic-variation"),
        pytest.param("prix\N{NO-BREAK SPACE}: 5\N{NARROW NO-BREAK SPACE}000", id="french-spaces"),
    ],
)
def test_ordinary_text_is_left_alone(text: str) -> None:
    assert printable(text) == single_spaced(text) == one_line(text, 100) == for_ci_log(text) == text


@pytest.mark.parametrize("text", ["p\u200dutin", "\u200dabc", "х\u200c", "a\u200d\u200d"])
def test_joiners_hide_nowhere(text: str) -> None:
    assert not set(printable(text)) & {"\u200c", "\u200d"}


def test_line_feeds_and_tabs_are_kept_where_asked_for() -> None:
    assert printable("a\r\nb\rc\u2028d\te\x0b", keep="\n\t") == "a\nb\nc\nd\te\n"
    assert printable("a\nb\tc", keep="\n") == "a\nb c"


@pytest.mark.parametrize(
    ("text", "limit", "line"),
    [
        ("  two \n\n words ", 20, "two words"),
        ("exactly ten", 11, "exactly ten"),
        ("exactly ten", 10, "exactly t…"),
        ("cut at a space", 5, "cut…"),
        ("", 5, ""),
        ("ab", 1, "…"),
    ],
)
def test_one_line(text: str, limit: int, line: str) -> None:
    assert one_line(text, limit) == line


@pytest.mark.parametrize(
    ("line", "safe"),
    [
        pytest.param("::error file=a.py::x", ": :error file=a.py::x", id="workflow-command"),
        pytest.param(" \t::stop-commands::x", "  : :stop-commands::x", id="indented"),
        pytest.param("\ufeff::error::x", ": :error::x", id="behind-a-byte-order-mark"),
        pytest.param("text ##[group]x", "text # #[group]x", id="old-style"),
        pytest.param("##vso[task.complete]", "# #vso[task.complete]", id="azure"),
        pytest.param("##teamcity[message]", "# #teamcity[message]", id="teamcity"),
        pytest.param("C++ std::move and ## heading [1]", "C++ std::move and ## heading [1]", id="harmless"),
    ],
)
def test_for_ci_log(line: str, safe: str) -> None:
    assert for_ci_log(line) == safe


def test_json_keeps_its_value() -> None:
    value = {"a\x1b": "\x9b \u202e \U000e0041 \\ ##[x] \ud800 \u2028", "nested": ["\\\u200b"]}
    written = json_safe(json.dumps(value, ensure_ascii=False, indent=2))
    assert json.loads(written) == value
    assert json.loads(json_safe(json.dumps("\U000e0041", ensure_ascii=False))) == "\U000e0041"
    assert "##[" not in written
    written.encode("utf-8")


@pytest.mark.parametrize("unit", ["\x1b", "\u200d", "##a", "::", "  ", "##vso", "क्\u200d", "\r\n"])
def test_long_lines_take_linear_time(unit: str) -> None:
    text = unit * (250_000 // len(unit))
    before = time.process_time()
    one_line(text, 80)
    for_ci_log(text)
    json_safe(text)
    assert time.process_time() - before < 2
