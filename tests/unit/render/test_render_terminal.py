"""The terminal report: what it says, and that it fits."""

from __future__ import annotations

import io
import re

import pytest
from rich.cells import cell_len
from support import report_cases
from support.reports import make_finding, make_pair, make_report, make_side, span_of

from xlcheck.model import MissingPack, Report, Skipped
from xlcheck.render.base import RenderOptions
from xlcheck.render.terminal import TerminalRenderer, terminal_settings

ANSI = re.compile(r"\x1b\[[0-9;]*m")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def rendered(report: Report, **options: object) -> str:
    return "".join(TerminalRenderer().render(report, RenderOptions(**options)))  # type: ignore[arg-type]


@pytest.mark.parametrize("width", [40, 61, 80, 99, 100, 120, 200])
def test_every_line_fits(width: int) -> None:
    output = rendered(report_cases.rich(), width=width, verbose=True, show_skipped=True)
    too_long = [line for line in output.split("\n") if cell_len(line) > width]
    assert too_long == []


def test_styles_add_nothing_but_styles() -> None:
    for case in (report_cases.empty, report_cases.clean_pair, report_cases.rich):
        styled = rendered(case(), color=True)
        assert ANSI.search(styled)
        assert [line.rstrip() for line in ANSI.sub("", styled).split("\n")] == rendered(case()).split("\n")


def test_columns_from_100_cells_on() -> None:
    one, two = make_side("eins.txt", "Titel\nEs waren 4.", language="da"), make_side("two.txt", "Title\nThere were 5.")
    finding = make_finding([span_of(two, "5")], [span_of(one, "4")])
    report = make_report([one, two], pairs=[make_pair(one, two)], findings=[finding])
    (side_by_side,) = [line for line in rendered(report, width=100).split("\n") if "⟦4⟧" in line]
    assert re.fullmatch(r" {4}│ Es waren ⟦4⟧\. +│ There were ⟦5⟧\.", side_by_side)
    stacked = rendered(report, width=99)
    assert "    original (da)  eins.txt:2:10\n    │ Es waren ⟦4⟧.\n" in stacked
    assert "    counterpart (en)  two.txt:2:12\n    │ There were ⟦5⟧.\n" in stacked


def test_columns_line_up_over_wide_characters() -> None:
    one = make_side("一.txt", "題\n" + "約四百人の作業員が建設に参加した" * 5 + "。", language="ja")
    two = make_side("two.txt", "Title\n" + "Some workers took part in it " * 5)
    report = make_report(
        [one, two], pairs=[make_pair(one, two)], findings=[make_finding([span_of(two, "Some")], [span_of(one, "四百")])]
    )
    rows = [
        line for line in rendered(report, width=100).split("\n") if line.startswith("    │") and line.count("│") == 2
    ]
    assert len(rows) > 3
    assert len({cell_len(line[: line.rindex("│")]) for line in rows}) == 1


def test_two_texts_in_one_language_are_neither_original_nor_counterpart() -> None:
    one, two = make_side("one.txt", "Title\nThere were 4."), make_side("two.txt", "Title\nThere were 5.")
    finding = make_finding([span_of(two, "5")], [span_of(one, "4")])
    output = rendered(make_report([one, two], pairs=[make_pair(one, two)], findings=[finding]))
    assert output.index("other text (en)  one.txt:2:12") < output.index("this text (en)  two.txt:2:12")


def test_our_english_stands_only_where_there_is_some() -> None:
    text = "Titel\nEs waren 4."
    for translations, expected in (((), False), (("Title", "It were 4."), True)):
        side = make_side("a.txt", text, language="da", translations=translations)
        output = rendered(make_report([side], findings=[make_finding([span_of(side, "4")])]))
        assert ("our English" in output) is expected
        assert ("It were 4." in output) is expected


def test_what_nothing_translated_is_glossed_where_there_is_a_lexicon() -> None:
    side = make_side("a.txt", "Titel\nDie Regierung war nicht groß.", language="de")
    output = rendered(make_report([side], findings=[make_finding([span_of(side, "nicht")])]))
    assert "word gloss, not a translation\n    │ The government was not" in output


def test_an_install_command_is_never_wrapped() -> None:
    command = "xlcheck models install " + "very-long-name-" * 10
    pack = MissingPack(language="ka", articles=3, command=command)
    output = rendered(make_report(missing_packs=[pack]), width=60)
    assert f"\n  {command}\n" in output
    assert "3 articles in ka not translated" in output


def test_many_skipped_inputs_are_counted_unless_asked_for() -> None:
    report = make_report(skipped=[Skipped(path=f"{number}.png", reason="not text") for number in range(30)])
    assert "and 10 more skipped; --show-skipped lists them" in rendered(report)
    assert "29.png" not in rendered(report)
    assert "29.png" in rendered(report, show_skipped=True)


def test_markup_in_articles_is_text() -> None:
    side = make_side("a.txt", "[red]Title[/red] :smile:\nA [link=x]body[/link].")
    output = rendered(make_report([side], findings=[make_finding([span_of(side, "body")], message="[bold]m[/bold]")]))
    assert "[red]Title[/red] :smile:" in output
    assert "A [link=x]⟦body⟧[/link]." in output
    assert "[bold]m[/bold]" in output


@pytest.mark.parametrize(
    ("environment", "stream", "styled"),
    [
        pytest.param({"TERM": "xterm-256color"}, Terminal(), True, id="terminal"),
        pytest.param({"TERM": "xterm-256color"}, io.StringIO(), False, id="file"),
        pytest.param({"TERM": "xterm-256color", "NO_COLOR": "1"}, Terminal(), False, id="no-color"),
        pytest.param({"TERM": "dumb"}, Terminal(), False, id="dumb"),
        pytest.param({"TERM": "xterm-256color", "FORCE_COLOR": "1"}, io.StringIO(), True, id="force-color"),
    ],
)
def test_settings_follow_the_environment(
    environment: dict[str, str], stream: io.StringIO, styled: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM", "COLORTERM", "TTY_COMPATIBLE", "TTY_INTERACTIVE", "LINES"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("COLUMNS", "133")
    width, color = terminal_settings(stream)
    assert color is styled
    # Rich takes a dumb terminal to be 80 columns wide whatever it says.
    assert width == (133 if stream.isatty() and environment["TERM"] != "dumb" else 80)


def test_the_environment_has_no_say_in_a_report(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = rendered(report_cases.rich()), rendered(report_cases.rich(), color=True)
    for name, value in (("COLUMNS", "200"), ("NO_COLOR", "1"), ("TERM", "dumb"), ("LC_ALL", "C")):
        monkeypatch.setenv(name, value)
    assert (rendered(report_cases.rich()), rendered(report_cases.rich(), color=True)) == expected
