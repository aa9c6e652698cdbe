"""Options, exit statuses and bad input."""

from __future__ import annotations

import json
import os
import re
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest
from support.command_line import Run

from xlcheck.render.registry import RENDERERS

STORIES = Path(__file__).parents[1] / "stories"
SEEDS = Path(__file__).parents[2] / "seeds"
ARTICLE = "The council met on Monday.\n\nIt decided to build a new school in the north of the town.\n"


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A story with a wrong number in its English version."""
    folder = tmp_path / "corpus"
    shutil.copytree(STORIES / "dyke", folder, ignore=shutil.ignore_patterns("broken"))
    english = folder / "story.en.txt"
    english.write_text(english.read_text(encoding="utf-8").replace("100,000", "10,000"), encoding="utf-8")
    return folder


def test_findings_exit_1_and_exit_zero_exits_0(xlcheck: Run, broken: Path) -> None:
    assert xlcheck("check", broken).code == 1
    done = xlcheck("check", broken, "--exit-zero")
    assert done.code == 0
    assert "XN101" in done.out


@pytest.mark.parametrize("format", [each.name for each in RENDERERS])
def test_exit_status_is_the_same_for_every_format(xlcheck: Run, broken: Path, format: str) -> None:
    assert xlcheck("check", broken, "--format", format).code == 1
    assert xlcheck("check", broken, "--format", format, "--fail-on", "never").code == 0


def test_clean_story_exits_0(xlcheck: Run) -> None:
    done = xlcheck("check", STORIES / "envoy")
    assert (done.code, done.err) == (0, "")
    assert "accept" in done.out


def test_select_and_ignore(xlcheck: Run, broken: Path) -> None:
    assert xlcheck("check", broken, "--ignore", "XN").code == 0
    assert xlcheck("check", broken, "--select", "number-value").code == 1
    assert xlcheck("check", broken, "--select", "XQ101").code == 0
    assert xlcheck("check", broken, "--select", "XQ101", "--extend-select", "XN101").code == 1


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (["--select", "numbre-value"], "no check is called 'numbre-value'", "did you mean 'number-value'"),
        (["--format", "pdf"], "unknown format 'pdf'", "terminal"),
        (["--fail-on", "maybe"], "fail-on must be one of", ""),
        (["--engine", "magic"], "engine must be one of", ""),
        (["--output", "report.json"], "is not FORMAT:FILE", "json:report.json"),
        (["--output", "json:/no/such/folder/x.json"], "there is no folder", ""),
        (["--color", "pink"], "--color must be", ""),
    ],
)
def test_a_users_mistake_is_explained_without_traceback(
    xlcheck: Run, arguments: list[str], message: str, hint: str
) -> None:
    done = xlcheck("check", STORIES / "envoy", *arguments)
    assert done.code == 2
    assert message in done.err
    assert hint in done.err
    assert "Traceback" not in done.err
    assert done.out == ""


def test_unknown_option_exits_2(xlcheck: Run) -> None:
    assert xlcheck("check", SEEDS, "--no-such-option").code == 2


def test_output_files_are_private_valid_and_complete(xlcheck: Run, broken: Path, tmp_path: Path) -> None:
    target = tmp_path / "report.json"
    done = xlcheck("check", broken, "--output", f"json:{target}", "--output", f"jsonl:{tmp_path / 'report.jsonl'}")
    assert done.code == 1
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert sorted(path.name for path in tmp_path.iterdir() if path.suffix == ".partial") == []
    schema = json.loads(
        (files("xlcheck.render") / "schema" / "xlcheck-report-1.schema.json").read_text(encoding="utf-8")
    )
    report = json.loads(target.read_text(encoding="utf-8"))
    jsonschema.validate(report, schema)
    assert [finding["check"] for finding in report["findings"]] == ["XN101"]


def test_json_positions_point_into_the_file(xlcheck: Run, broken: Path) -> None:
    report = json.loads(xlcheck("check", broken, "--format", "json").out)
    for span in [span for finding in report["findings"] for span in (*finding["where"], *finding["related"])]:
        text = Path(span["path"]).read_text(encoding="utf-8")
        assert text[span["start"] : span["end"]] == span["text"]
        line = text.splitlines()[span["line"] - 1]
        assert line[span["column"] - 1 :].startswith(span["text"].splitlines()[0])


def test_no_excerpts_keeps_the_text_out(xlcheck: Run, broken: Path) -> None:
    for format in ("terminal", "json", "jsonl", "concise"):
        out = xlcheck("check", broken, "--no-excerpts", "--format", format).out
        assert "people live in the area" not in out
        assert "10,000" not in out


def test_compare_two_files(xlcheck: Run, broken: Path) -> None:
    done = xlcheck("compare", broken / "story.de.txt", broken / "story.en.txt")
    assert done.code == 1
    assert "XN101" in done.out


def test_standard_input(xlcheck: Run) -> None:
    done = xlcheck("check", "-", stdin=ARTICLE.encode())
    assert done.code == 0
    assert "Only one article" in done.out


def test_one_article_is_checked_by_itself(xlcheck: Run, tmp_path: Path) -> None:
    (tmp_path / "only.txt").write_text(ARTICLE)
    done = xlcheck("check", tmp_path / "only.txt")
    assert done.code == 0
    assert "Only one article" in done.out


def test_empty_folder_is_nothing_to_check(xlcheck: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = xlcheck("check", tmp_path / "empty")
    assert done.code == 2
    assert "nothing to check" in done.err


def test_missing_path_names_it(xlcheck: Run, tmp_path: Path) -> None:
    done = xlcheck("check", tmp_path / "nowhere.txt", "--format", "json")
    assert done.code == 2
    assert "nowhere.txt" in done.err
    assert json.loads(done.out)["failures"]


def test_named_binary_fails_but_the_rest_is_checked(xlcheck: Run, tmp_path: Path) -> None:
    (tmp_path / "photo.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    (tmp_path / "article.txt").write_text(ARTICLE)
    done = xlcheck("check", tmp_path / "photo.txt", tmp_path / "article.txt", "--format", "json")
    assert done.code == 2
    assert "photo.txt" in done.err
    assert [document["path"] for document in json.loads(done.out)["documents"]] == [str(tmp_path / "article.txt")]


def test_stray_binary_below_a_folder_is_skipped(xlcheck: Run, tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(range(256)) * 20)
    (tmp_path / "corpus" / "article.txt").write_text(ARTICLE)
    done = xlcheck("check", tmp_path / "corpus", "--format", "json")
    assert done.code == 0
    assert [item["path"] for item in json.loads(done.out)["skipped"]] == [str(tmp_path / "corpus" / "photo.jpg")]


def test_broken_json_line_is_named_and_the_others_are_checked(xlcheck: Run, tmp_path: Path) -> None:
    lines = [
        json.dumps({"id": "a", "text": ARTICLE, "lang": "en"}),
        '{"id": "b", "text": ',
        json.dumps({"id": "c", "text": ARTICLE}),
    ]
    (tmp_path / "feed.jsonl").write_text("\n".join(lines))
    done = xlcheck("check", tmp_path / "feed.jsonl", "--format", "json")
    assert done.code == 2
    assert "feed.jsonl:2" in done.err
    assert len(json.loads(done.out)["documents"]) == 2


def test_file_over_the_limit_is_not_read(xlcheck: Run, tmp_path: Path) -> None:
    big = tmp_path / "big.txt"
    with big.open("wb") as stream:
        stream.truncate(50_000_000)
    done = xlcheck("check", big, "--format", "concise")
    assert done.code == 2
    assert "big.txt" in done.err


def test_unknown_language_is_read_but_not_compared(xlcheck: Run, tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("Zxq vrrp mnltk wqzzj pltrk. Vxnm qqrst lmnpf ztrvw klmqp.\n")
    done = xlcheck("check", tmp_path / "x.txt")
    assert done.code == 0
    assert "Traceback" not in done.err


def test_a_crash_in_a_check_is_a_recorded_failure(xlcheck: Run, broken: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from xlcheck.checks.numbers import number_value

    def crash(_pair: object, _context: object) -> object:
        raise ZeroDivisionError("planted")

    monkeypatch.setattr(number_value, "check", crash)
    done = xlcheck("check", broken)
    assert done.code == 2
    assert "XN101" in done.out
    assert "ZeroDivisionError" in done.out


def test_configuration_file(xlcheck: Run, broken: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(broken)
    (broken / "xlcheck.toml").write_text('ignore = ["XN101"]\n')
    assert xlcheck("check", ".").code == 0
    assert 'ignore = ["XN101"]' in xlcheck("config", "show").out
    (broken / "xlcheck.toml").write_text('ignroe = ["XN101"]\n')
    done = xlcheck("check", ".")
    assert done.code == 2
    assert "did you mean 'ignore'" in done.err


def test_explain_and_list(xlcheck: Run) -> None:
    page = xlcheck("explain", "number-value").out
    assert "What it does" in page
    assert re.search(r"Flagged: [\d,]+ of [\d,]+ clean sentence pairs .*\nFound: [\d,]+ of [\d,]+ planted errors", page)
    assert "not measured: " in xlcheck("explain", "quote-odd-one-out").out
    assert "XN101" in xlcheck("checks").out
    assert {row["id"] for row in json.loads(xlcheck("checks", "--format", "json").out)} >= {"XN101", "XG105"}
    done = xlcheck("explain", "XN999")
    assert done.code == 2
    assert "no check is called" in done.err


def test_second_run_from_the_cache_says_the_same(xlcheck: Run, broken: Path) -> None:
    first, second = (xlcheck("check", broken, "--format", "json").out for _ in range(2))
    assert first == second


def test_a_closed_pipe_is_no_error() -> None:
    command = f"{sys.executable} -m xlcheck check {STORIES / 'dyke'} --no-cache --show-skipped; echo status $? >&2"
    done = subprocess.run(
        ["bash", "-c", f"({command}) | head -1"],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "COLUMNS": "80"},
    )
    assert "Traceback" not in done.stderr
    assert "status 2" not in done.stderr


def test_ctrl_c_exits_130_and_leaves_no_half_report(
    xlcheck: Run, broken: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from xlcheck.render import json_report

    def interrupted(*_arguments: object) -> Iterator[str]:
        yield "{"
        raise KeyboardInterrupt

    monkeypatch.setattr(json_report.JsonRenderer, "render", interrupted)
    target = tmp_path / "report.json"
    done = xlcheck("check", broken, "--output", f"json:{target}")
    assert done.code == 130
    assert "Traceback" not in done.err
    assert not target.exists()
    assert not list(tmp_path.glob("*.partial"))


def test_nothing_opens_a_socket_and_nothing_agpl_is_loaded(tmp_path: Path) -> None:
    code = f"""
import socket, sys
def refuse(*_args, **_kw):
    raise AssertionError("network")
socket.socket.connect = refuse
socket.create_connection = refuse
socket.getaddrinfo = refuse
sys.argv = ["xlcheck", "check", {str(STORIES / "dyke")!r}, "--no-cache"]
from xlcheck.cli import main
try:
    main()
except SystemExit as stop:
    assert stop.code == 0, stop.code
assert "minisbd" not in sys.modules
assert "argostranslate.translate" not in sys.modules
"""
    subprocess.run(
        [sys.executable, "-c", code], check=True, env={**os.environ, "HOME": str(tmp_path)}, capture_output=True
    )
