"""Which files are read, and what is said about the others."""

from __future__ import annotations

import io
import os
import random
from pathlib import Path

import pytest

from xlcheck.ingest import Corpus, Limits, read_corpus

STORY = b"Tower wins vote in harbour\n\nThe council of Port Ellery voted on Tuesday to rebuild the lighthouse.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work inside an empty folder, so that paths are short."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(path: str, content: bytes = STORY) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(content)


def paths(corpus: Corpus) -> list[str]:
    return [article.path for article in corpus.articles]


@pytest.mark.usefixtures("folder")
class TestWhatIsRead:
    def test_folders_recursively_without_hidden_files(self) -> None:
        for name in ("in/a.txt", "in/x/y/b.md", "in/c.HTML", "in/.hidden.txt", "in/.git/d.txt", "in/~e.text"):
            write(name)
        corpus = read_corpus(["in"])
        assert paths(corpus) == ["in/a.txt", "in/x/y/b.md", "in/~e.text"]
        assert [item.path for item in corpus.skipped] == ["in/c.HTML"]

    def test_order_of_arguments_and_repetition_change_nothing(self) -> None:
        for index in range(6):
            write(f"in/{index}/a.txt", STORY + b"%d" % index)
        arguments = ["in", "in/3/a.txt", "./in/4", "in/", "in/3/a.txt", str(Path("in/5").absolute()), "missing"]
        results = set()
        for seed in range(6):
            random.Random(seed).shuffle(arguments)
            corpus = read_corpus(arguments)
            results.add((corpus.articles, corpus.skipped, corpus.failures))
        assert len(results) == 1
        assert len(corpus.articles) == 6

    def test_order_of_the_folder_changes_nothing(self, monkeypatch: pytest.MonkeyPatch) -> None:
        for index in range(6):
            write(f"in/{index}.txt", STORY + b"%d" % index)
        before = read_corpus(["in"])
        scandir = os.scandir
        monkeypatch.setattr(os, "scandir", lambda path: iter(sorted(scandir(path), key=lambda entry: entry.name)[::-1]))
        assert read_corpus(["in"]) == before

    def test_links_are_followed_once(self) -> None:
        write("in/a/one.txt")
        write("in/b/two.txt", STORY + b"2")
        Path("in/a/up").symlink_to("..")
        Path("in/b/across").symlink_to("../a")
        Path("in/a/alias.txt").symlink_to("one.txt")
        Path("in/b/dangling.txt").symlink_to("nowhere")
        corpus = read_corpus(["in"])
        assert len(corpus.articles) == 2
        assert [item.path for item in corpus.skipped] == ["in/b/dangling.txt"]

    def test_files_about_the_folder_are_skipped_below_it_and_read_when_named(self) -> None:
        for name in ("in/README.md", "in/LICENSE", "in/readme.txt", "in/a.txt"):
            write(name)
        assert paths(read_corpus(["in"])) == ["in/a.txt"]
        assert paths(read_corpus(["in/README.md"])) == ["in/README.md"]

    def test_standard_input_is_plain_text(self) -> None:
        corpus = read_corpus(["-"], stdin=io.BytesIO(STORY))
        assert [(article.id, article.path) for article in corpus.articles] == [("-", "-")]

    def test_progress_names_each_file(self) -> None:
        write("in/a.txt")
        write("in/b.txt")
        seen: list[str] = []
        read_corpus(["in"], progress=seen.append)
        assert seen == ["in/a.txt", "in/b.txt"]


BINARY = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" * 20


@pytest.mark.usefixtures("folder")
class TestBadInput:
    @pytest.mark.parametrize(
        ("name", "content", "words"),
        [
            ("x.txt", BINARY, "not text"),
            ("x.html", BINARY, "not text"),
            ("x.txt", b"word " * 50, "larger than"),
        ],
        ids=["binary-text", "binary-html", "large"],
    )
    def test_stray_is_skipped_and_named_is_a_failure(self, name: str, content: bytes, words: str) -> None:
        write(f"in/{name}", content)
        limits = Limits(max_bytes=240) if content[:4] == b"word" else Limits()
        stray = read_corpus(["in"], limits=limits)
        assert ([item.path for item in stray.skipped], stray.failures) == ([f"in/{name}"], ())
        assert words in stray.skipped[0].reason
        named = read_corpus([f"in/{name}"], limits=limits)
        assert ([item.where for item in named.failures], named.skipped) == ([f"in/{name}"], ())
        assert words in named.failures[0].message
        assert named.failures[0].hint

    def test_large_file_is_not_read(self, monkeypatch: pytest.MonkeyPatch) -> None:
        with Path("big.txt").open("wb") as stream:
            stream.truncate(50_000_000)
        monkeypatch.setattr(Path, "open", lambda *_args, **_options: pytest.fail("a large file was opened"))
        corpus = read_corpus(["big.txt"])
        assert "larger than 20 MB" in corpus.failures[0].message

    def test_large_standard_input_is_refused(self) -> None:
        stream = io.BytesIO(b"word " * 100)
        corpus = read_corpus(["-"], stdin=stream, limits=Limits(max_bytes=100))
        assert [failure.where for failure in corpus.failures] == ["-"]
        assert stream.tell() == 101

    def test_missing_standard_input(self) -> None:
        assert [failure.where for failure in read_corpus(["-"]).failures] == ["-"]

    def test_unknown_extension_is_skipped_below_a_folder_without_a_look(self, monkeypatch: pytest.MonkeyPatch) -> None:
        write("in/report.pdf")
        write("in/Makefile")
        monkeypatch.setattr(Path, "open", lambda *_args, **_options: pytest.fail("a stray file was opened"))
        corpus = read_corpus(["in"])
        assert [item.reason for item in corpus.skipped] == [
            "files without an extension are not read",
            "files ending in .pdf are not read",
        ]

    @pytest.mark.parametrize(
        ("content", "words"), [(b"", "empty"), (b" \n\t\r\n ", "white space"), (b"\xef\xbb\xbf", "white space")]
    )
    def test_nothing_in_it(self, content: bytes, words: str) -> None:
        write("a.txt", content)
        corpus = read_corpus(["a.txt"])
        assert (corpus.articles, corpus.failures) == ((), ())
        assert words in corpus.skipped[0].reason

    def test_empty_folder(self) -> None:
        Path("in").mkdir()
        corpus = read_corpus(["in"])
        assert [(item.path, item.reason) for item in corpus.skipped] == [("in", "the folder is empty")]

    @pytest.mark.parametrize(
        ("path", "hint"),
        [
            ("in/sotry.txt", "did you mean in/story.txt?"),
            ("in/zzz", "folder"),
            ("nowhere/a.txt", "there is no folder nowhere"),
            ("in/story.txt/below", "there is no folder in/story.txt"),
        ],
    )
    def test_missing_path_has_a_hint(self, path: str, hint: str) -> None:
        write("in/story.txt")
        (failure,) = read_corpus([path]).failures
        assert (failure.where, failure.message) == (path, "no such file or folder")
        assert hint in failure.hint

    def test_unreadable_file_is_a_failure_even_below_a_folder(self, monkeypatch: pytest.MonkeyPatch) -> None:
        # Tests may run as root, whom no permission stops.
        write("in/a.txt")
        write("in/b.txt")
        unpatched = Path.open

        def refuse(path: Path, mode: str = "r") -> object:
            if path.name == "a.txt":
                raise PermissionError(13, "Permission denied")
            return unpatched(path, mode)

        monkeypatch.setattr(Path, "open", refuse)
        corpus = read_corpus(["in"])
        assert paths(corpus) == ["in/b.txt"]
        (failure,) = corpus.failures
        assert (failure.where, failure.message) == ("in/a.txt", "cannot be read: Permission denied")

    def test_unreadable_folder_is_a_failure(self, monkeypatch: pytest.MonkeyPatch) -> None:
        write("in/x/a.txt")
        write("in/b.txt")
        unpatched = os.scandir

        def refuse(path: Path) -> object:
            if Path(path).name == "x":
                raise PermissionError(13, "Permission denied")
            return unpatched(path)

        monkeypatch.setattr(os, "scandir", refuse)
        corpus = read_corpus(["in"])
        assert paths(corpus) == ["in/b.txt"]
        assert [failure.where for failure in corpus.failures] == ["in/x"]

    def test_pipe_below_a_folder_is_skipped(self) -> None:
        Path("in").mkdir()
        os.mkfifo("in/a.txt")
        assert [item.reason for item in read_corpus(["in"]).skipped] == ["not a regular file"]

    def test_text_in_no_known_encoding_is_a_failure(self, monkeypatch: pytest.MonkeyPatch) -> None:
        import charset_normalizer

        monkeypatch.setattr(charset_normalizer, "from_bytes", lambda *_a, **_o: charset_normalizer.CharsetMatches([]))
        write("a.txt", b"\xff\xfa\xe1 \xc3\x28\xa0")
        (failure,) = read_corpus(["a.txt"]).failures
        assert "encoding" in failure.message
        assert "UTF-8" in failure.hint
