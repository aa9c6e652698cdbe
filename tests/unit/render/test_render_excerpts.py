"""Sentences around spans, marked and cut."""

from __future__ import annotations

import pytest
from support.reports import make_report, make_side, span_of

from xlcheck.render.excerpts import SHOWN_SPANS, WORD_REACH, Excerpt, excerpt
from xlcheck.render.lookup import Lookup

SIDE = make_side(
    "a.txt",
    "The title\nThe first sentence has five words. The second one is short. The third ends it.\nTeaser line",
    skipped={2: ("teaser", "")},
)
LOOKUP = Lookup(make_report([SIDE]))


def marked(found: Excerpt) -> str:
    return "".join(f"<{part.text}>" if part.marked else part.text for part in found.fragments)


@pytest.mark.parametrize(
    ("words", "limit", "shown"),
    [
        pytest.param(["five"], 99, "The first sentence has <five> words.", id="one"),
        pytest.param(["words", "first"], 99, "The <first> sentence has five <words>.", id="two-in-any-order"),
        pytest.param(["first sent", "sentence has"], 99, "The <first sentence has> five words.", id="overlapping"),
        pytest.param(["words. The"], 99, "The first sentence has five <words. The> second one is short.", id="across"),
        pytest.param(
            ["five", "short"], 99, "The first sentence has <five> words. The second one is <short>.", id="next"
        ),
        pytest.param(["five", "third"], 99, "The first sentence has <five> words. … The <third> ends it.", id="gap"),
        pytest.param(["title"], 99, "The <title>", id="title"),
        pytest.param(["Teaser"], 99, "<Teaser> line", id="skipped-line"),
        pytest.param(["has"], 9, "… sentence <has> five …", id="cut-on-both-sides"),
        pytest.param(["The first"], 9, "<The first> …", id="cut-on-the-right"),
        pytest.param(["The first sentence has five words."], 9, "<The first> …", id="longer-than-the-limit"),
    ],
)
def test_excerpt(words: list[str], limit: int, shown: str) -> None:
    assert marked(excerpt(LOOKUP, [span_of(SIDE, each) for each in words], limit)) == shown


def test_many_marks_are_counted_not_shown() -> None:
    side = make_side("n.txt", "Title\n" + " ".join(f"w{number}" for number in range(50)))
    spans = [span_of(side, f"w{number} ").sub(0, 3) for number in range(10, 30)]
    found = excerpt(Lookup(make_report([side])), spans, 40)
    assert found.more == 20 - SHOWN_SPANS
    assert sum(part.marked for part in found.fragments) == SHOWN_SPANS


def test_a_million_characters_are_cut() -> None:
    side = make_side("long.txt", "Title\n" + "word " * 200_000)
    whole = side.article.span(6, len(side.article.text))
    found = excerpt(Lookup(make_report([side])), [whole], 100)
    assert len(found.text) <= 100 + WORD_REACH + 2
    assert found.text.endswith("…")


def test_what_acts_is_made_safe() -> None:
    side = make_side("bad.txt", "Title\nThe \x1b[31mred\u202e  alert\u2028 ##[group]")
    found = excerpt(Lookup(make_report([side])), [span_of(side, "31mr")], 99)
    assert marked(found) == "The ␛[<31mr>ed\ufffd alert # #[group]"
