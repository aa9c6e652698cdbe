from __future__ import annotations

import re
import time

import pytest

from xlcheck.model import Article, Line, LineRole, Span
from xlcheck.segment import segment_article, split_sentences
from xlcheck.segment.plain_view import plain_view
from xlcheck.segment.srx import srx_breaks

WRAPPED = """\
The council voted on Monday to close the old
harbour bridge. It was built by the engineer Dr.
Amos Vale and has stood for over ninety-one years.
A new bridge will cost 40 million.

Mrs. Vale was not there. She had asked for a
delay, which the council refused."""


def _article(text: str, language: str = "en", roles: dict[int, LineRole] | None = None) -> Article:
    lines = []
    for number, match in enumerate(re.finditer(r"[^\r\n]+|(?<=\n)(?=\r?\n)", text)):
        role = (roles or {}).get(number, LineRole.BODY)
        span = Span(doc="a", start=match.start(), end=match.end(), text=match[0])
        lines.append(Line(span=span, role=role, rule="r" if role is LineRole.SKIPPED else ""))
    return Article(id="a", path="a", text=text, language=language, language_confidence=1.0, lines=tuple(lines))


def test_each_line_is_a_paragraph_and_skipped_lines_have_none() -> None:
    text = "Bridge to close\nThe bridge closes. Boats go on.\nShare this page\nThe mayor agreed."
    segments = segment_article(_article(text, roles={0: LineRole.TITLE, 2: LineRole.SKIPPED}))
    assert [(s.index, s.paragraph, s.is_title, s.text) for s in segments] == [
        (0, 0, True, "Bridge to close"),
        (1, 1, False, "The bridge closes."),
        (2, 1, False, "Boats go on."),
        (3, 2, False, "The mayor agreed."),
    ]
    assert all(text[s.span.start : s.span.end] == s.text for s in segments)


def test_language_of_a_line_wins() -> None:
    article = _article("He left.\nEr ging am 3. Dezember fort.")
    german = Line(span=article.lines[1].span, role=LineRole.BODY, language="de")
    article = Article(
        id="a", path="a", text=article.text, language="en", language_confidence=1.0, lines=(article.lines[0], german)
    )
    assert [(s.language, s.text) for s in segment_article(article)] == [
        ("en", "He left."),
        ("de", "Er ging am 3. Dezember fort."),
    ]


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
def test_wrapped_text_is_joined(line_break: str) -> None:
    segments = segment_article(_article(WRAPPED.replace("\n", line_break)))
    assert [(s.paragraph, " ".join(s.text.split())) for s in segments] == [
        (0, "The council voted on Monday to close the old harbour bridge."),
        (0, "It was built by the engineer Dr. Amos Vale and has stood for over ninety-one years."),
        (0, "A new bridge will cost 40 million."),
        (1, "Mrs. Vale was not there."),
        (1, "She had asked for a delay, which the council refused."),
    ]
    assert line_break in segments[0].text


@pytest.mark.parametrize(
    "text",
    [
        "READ ALSO:\nThe mayor goes sailing on the lake\nA ferry for the northern islands\nTicket prices go up again",
        "The council voted on Monday.\nThe mayor was not there.\nThe vote was close.",
        "short lines\nof a poem\nare kept",
        "The bridge closes today because\nit is old and nobody has the money that would be needed for the repair of it",
    ],
    ids=["headlines", "one-sentence-a-line", "too-narrow", "room-was-left"],
)
def test_lines_that_are_not_wrapped_stay_apart(text: str) -> None:
    assert [s.text for s in segment_article(_article(text))] == text.split("\n")


def test_wrapped_east_asian_text_is_joined() -> None:
    line = "市议会星期一投票决定关闭旧港大桥因为维修费用太高而且新的大桥将在两年内"
    text = f"{line}\n{line}\n建成。市长没有参加。"
    assert [s.text for s in segment_article(_article(text, "zh"))] == [f"{line}\n{line}\n建成。", "市长没有参加。"]


def test_lines_in_two_languages_are_not_joined() -> None:
    article = _article(WRAPPED.split("\n\n")[1])
    first, second = article.lines
    other = Line(span=second.span, role=LineRole.BODY, language="de")
    article = Article(id="a", path="a", text=article.text, language="en", language_confidence=1.0, lines=(first, other))
    assert {s.paragraph for s in segment_article(article)} == {0, 1}


@pytest.mark.parametrize(
    "text", ["", " \n\t", "\N{ZERO WIDTH SPACE}\N{NO-BREAK SPACE}"], ids=["empty", "space", "unseen"]
)
def test_nothing_visible_has_no_sentences(text: str) -> None:
    assert split_sentences(text, "de") == ()


def test_invisible_characters_do_not_hide_an_end() -> None:
    text = "Er kam.\N{ZERO WIDTH SPACE} \N{RIGHT-TO-LEFT MARK}Sie ging mit Dr.\N{NARROW NO-BREAK SPACE}Abel."
    assert [text[a:b] for a, b in split_sentences(text, "de")] == [
        "Er kam.\N{ZERO WIDTH SPACE}",
        "\N{RIGHT-TO-LEFT MARK}Sie ging mit Dr.\N{NARROW NO-BREAK SPACE}Abel.",
    ]


@pytest.mark.parametrize("language", ["und", "xx", "", "pt-BR", "zh_TW", "vi", "hi"])
def test_any_language_code_works(language: str) -> None:
    text = "Aa bb cc. Dd ee ff."
    assert len(split_sentences(text, language)) == 2


def test_marks_of_other_scripts() -> None:
    text = "पुल बंद है। सड़क भी बंद है।"
    assert [text[a:b] for a, b in split_sentences(text, "hi")] == ["पुल बंद है।", "सड़क भी बंद है।"]


def test_an_initial_never_ends_a_sentence() -> None:
    """LanguageTool's view, kept on purpose: who looks for broken text finds the break inside one segment."""
    text = "He met President Vladimir V. He is expected to speak. Nobody knows when."
    assert [text[a:b] for a, b in split_sentences(text, "en")] == [
        "He met President Vladimir V. He is expected to speak.",
        "Nobody knows when.",
    ]


def test_breaks_do_not_depend_on_the_window() -> None:
    sentence = "Dr. Abel came on Monday. "
    text = sentence * 1_000
    assert srx_breaks(text, "en") == [len(sentence) * count for count in range(1, 1_000)]


def test_view_maps_back() -> None:
    text = "a\N{NO-BREAK SPACE}\n b\N{ZERO WIDTH JOINER}c"
    view = plain_view(text)
    assert view.text == "a bc"
    assert [text[view.origin[at]] for at in (0, 2, 3)] == ["a", "b", "c"]
    assert view.origin[-1] == len(text)


@pytest.mark.parametrize(
    "unit",
    ["a. ", "! ", "(a. ", "“‘", "“No. ", "A.) ", "好。」", "x", "1. ", "[", "‘a ", "«»"],
)
def test_long_lines_take_linear_time(unit: str) -> None:
    short, long = unit * (8_000 // len(unit)), unit * (40_000 // len(unit))
    split_sentences(short, "en")
    times = []
    for text in (short, long):
        tries = []
        for _ in range(3):  # the fastest: a collection of garbage may fall into any of them
            start = time.process_time()
            split_sentences(text, "en")
            tries.append(time.process_time() - start)
        times.append(min(tries))
    # Five times the text; quadratic work would take 25 times as long.
    assert times[1] < 12 * times[0] + 0.2
