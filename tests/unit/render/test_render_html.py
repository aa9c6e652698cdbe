"""The page as text: what stands on it, and that nothing of an article can act; `tests/browser` opens it."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from dataclasses import replace

import pytest
from support import report_cases
from support.html_tags import Tags
from support.reports import make_finding, make_pair, make_report, make_side, span_of

from xlcheck.model import Finding, LinkClass, Report, SetAside, SetAsideBy, Side
from xlcheck.render.base import RenderOptions
from xlcheck.render.html import HtmlRenderer, page, texts
from xlcheck.render.html.pairs import Mark, Row, rows
from xlcheck.render.html.versions import version_table

HOSTILE = "</style></script><script>alert(1)</script><img src=x onerror=alert(2)>\"' {{ 7*1907 }} {% raw %} <!-- ]]>"


def counting(**said: int) -> list[Side]:
    return [make_side(f"{name}.txt", f"Title\nThere were {number}.") for name, number in said.items()]


def rendered(report: Report, **options: object) -> str:
    return "".join(HtmlRenderer().render(report, RenderOptions(**options)))  # type: ignore[arg-type]


@pytest.mark.parametrize("case", [report_cases.empty, report_cases.clean_pair, report_cases.rich])
@pytest.mark.parametrize("excerpts", [True, False], ids=["excerpts", "without"])
def test_it_is_well_formed_and_loads_nothing(case: object, excerpts: bool) -> None:
    tags = Tags(rendered(case(), excerpts=excerpts, show_skipped=True, verbose=True))  # type: ignore[operator]
    assert tags.wrong == []
    assert [name for name, count in tags.ids.items() if count > 1] == []
    assert tags.handlers == []
    assert all(link.startswith("#") or link == "data:," for link in tags.links)
    assert {link[1:] for link in tags.links if link.startswith("#")} <= set(tags.ids)
    assert tags.count["script"] == tags.count["style"] == 1


def test_hostile_text_stays_text() -> None:
    sides = [
        make_side(f"{HOSTILE}{name}.txt", f"{HOSTILE} title\n{HOSTILE}. Sentence two.", language=language)
        for name, language in (("a", "de"), ("b", 'en" onload="x'))
    ]
    sides[0] = replace(sides[0], translations=make_side("x", "t", translations=(HOSTILE,)).translations)
    finding = make_finding(
        [span_of(sides[1], "<script>alert")],
        [span_of(sides[0], "<img")],
        message=HOSTILE,
        cause=HOSTILE,
        evidence=((HOSTILE, HOSTILE),),
    )
    report = make_report(
        sides,
        pairs=[make_pair(*sides, [([0], [0])], failure=HOSTILE)],
        findings=[finding],
        clusters=[[side.article.id for side in sides]],
        notices=[HOSTILE],
    )
    output = rendered(report, verbose=True)
    clean = Tags(rendered(make_report(findings=[])))
    tags = Tags(output)
    assert tags.wrong == []
    assert tags.handlers == []
    assert tags.count["script"] == clean.count["script"]
    assert tags.count["img"] == 0
    assert "13349" not in output
    assert 'lang="en&#34;' not in output


def test_the_policy_names_the_very_style_and_script() -> None:
    output = rendered(report_cases.rich())
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', output)
    assert policy
    rules = policy[1].replace("&#39;", "'")
    assert rules.startswith("default-src 'none'; ")
    assert "unsafe" not in rules
    for tag in ("style", "script"):
        body = re.search(rf"<{tag}>(.*?)</{tag}>", output, re.DOTALL)
        assert body
        digest = b64encode(hashlib.sha256(body[1].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in rules


def test_a_story_told_three_times_has_a_table() -> None:
    sides = [
        make_side(f"{name}.txt", f"Title\nThere were {number}.") for name, number in (("a", 5), ("b", 5), ("c", 7))
    ]
    odd = make_finding([span_of(sides[2], "7")], [span_of(sides[0], "5"), span_of(sides[1], "5")])
    garbled = make_finding([span_of(sides[0], "Title")], check="XG105", name="garbled-text")
    table = version_table([(4, odd), (5, garbled)], [(side.article.id, "en") for side in sides])
    assert table is not None
    (statement,) = table.statements
    assert [(said.words, said.alone) for said in statement.said if said] == [("5", False), ("5", False), ("7", True)]
    output = rendered(make_report(sides, findings=[odd], clusters=[["a.txt", "b.txt", "c.txt"]]))
    assert output.count("stands alone") == 1
    assert "stands alone" not in rendered(
        make_report(sides, findings=[odd], clusters=[["a.txt", "b.txt", "c.txt"]]), excerpts=False
    )


def test_two_versions_have_no_table() -> None:
    sides = counting(a=5, b=7)
    finding = make_finding([span_of(sides[1], "7")], [span_of(sides[0], "5")])
    assert version_table([(1, finding)], [("a.txt", "en"), ("b.txt", "en")]) is None


def numbered(name: str, sentences: int) -> Side:
    return make_side(name, "\n".join(f"{name[0]}{number}." for number in range(sentences)))


def words(row: Row) -> tuple[str, str, str]:
    texts = [
        " ".join("".join(piece.text for piece in each.pieces) for each in cell) for cell in (row.source, row.english)
    ]
    return texts[0], texts[1], row.link


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        pytest.param([], [("a0. a1. a2.", "b0. b1. b2.", "")], id="nothing linked"),
        pytest.param(
            [([0], [0]), ([1], [1]), ([2], [2])],
            [("a0.", "b0.", "sure"), ("a1.", "b1.", "sure"), ("a2.", "b2.", "sure")],
            id="one to one",
        ),
        pytest.param(
            [([0, 1], [0]), ([2], [])], [("a0. a1.", "b0.", "sure"), ("a2.", "b1. b2.", "")], id="two to one, null bead"
        ),
        pytest.param(
            [([0], [2]), ([2], [0])],
            [("", "b1.", ""), ("a0.", "b2.", "sure"), ("a1.", "", ""), ("a2.", "b0.", "sure")],
            id="crossing",
        ),
        pytest.param([([1], [1])], [("a0.", "b0.", ""), ("a1.", "b1.", "sure"), ("a2.", "b2.", "")], id="around"),
    ],
)
def test_rows(links: list[tuple[list[int], list[int]]], expected: list[tuple[str, str, str]]) -> None:
    pair = make_pair(numbered("a.txt", 3), numbered("b.txt", 3), links).pair
    assert [words(row) for row in rows(pair, (), ())] == expected


def test_each_sentence_of_an_unlinked_pair_stands_there_once_and_long_runs_are_folded() -> None:
    pair = make_pair(numbered("a.txt", 9), numbered("b.txt", 9), [([4], [0])]).pair
    found = list(rows(pair, [Mark(25, 27, 1)], ()))
    assert [row.folded for row in found] == [True, False, False]
    assert sum(len(row.source) for row in found) == sum(len(row.english) for row in found) == 9
    assert found[1].link == LinkClass.SURE.value


def test_overlapping_findings_cut_a_sentence_into_pieces() -> None:
    side = make_side("a.txt", "zero one two three four")
    pair = make_pair(side, numbered("b.txt", 1)).pair
    (row,) = rows(pair, [Mark(5, 18, 1), Mark(9, 12, 2), Mark(0, 0, 3)], ())
    pieces = row.source[0].pieces
    assert [(piece.text, piece.opens, piece.closes) for piece in pieces if piece.cards] == [
        ("one ", True, False),
        ("two", False, False),
        (" three", False, True),
    ]
    assert [(piece.text, piece.cards, piece.anchors) for piece in pieces] == [
        ("zero ", (), ()),
        ("one ", (1,), (1,)),
        ("two", (2, 1), (2,)),
        (" three", (1,), ()),
        (" four", (), ()),
    ]


def numbers(sides: list[Side]) -> Finding:
    return make_finding([span_of(sides[1], "7")], [span_of(sides[0], "5")])


def test_what_does_not_fit_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "FINDINGS_SHOWN", 2)
    monkeypatch.setattr(texts, "PAIRS_SHOWN", 1)
    sides = [
        make_side(f"{name}.txt", f"Title\nThere were {number}.") for name, number in (("a", 5), ("b", 7), ("c", 5))
    ]
    findings = [make_finding([span_of(sides[1], "7")], [span_of(sides[0], "5")], message=f"no. {n}") for n in range(5)]
    report = make_report(sides, pairs=[make_pair(sides[2], sides[1]), make_pair(*sides[:2])], findings=findings)
    output = rendered(report)
    assert "The 3 least weighty findings are not on this page" in output
    assert "1 further compared pair is not shown." in output
    assert 'id="p1"' in output  # the pair with findings
    assert 'id="p0"' not in output


def test_what_was_set_aside_is_counted_without_words_of_the_articles() -> None:
    sides = counting(a=5, b=7)
    aside = SetAside(finding=numbers(sides), by=SetAsideBy.BASELINE, reason="")
    output = rendered(replace(make_report(sides), set_aside=(aside,)))
    assert "Known or dismissed" in output
    assert "XN101 number-value" in output
    assert "The numbers differ" not in output


def test_the_page_is_the_same_every_time() -> None:
    assert rendered(report_cases.rich()) == rendered(report_cases.rich())


def test_what_nothing_translated_is_glossed_and_says_so() -> None:
    side = make_side("a.txt", "Titel\nDie Regierung lehnte ab.", language="de")
    output = rendered(make_report([side], findings=[make_finding([span_of(side, "Regierung")])]))
    assert '<span class="role">word gloss, not a translation</span>' in output
    assert "The government rejected." in output
