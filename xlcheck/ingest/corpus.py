"""Paths to articles: find the files, read each once, mark their lines, and compare the files with one another."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, BinaryIO

from xlcheck.errors import InputError
from xlcheck.ingest.building import build_article, likely_languages
from xlcheck.ingest.decode import decode
from xlcheck.ingest.draft import Reading, Source
from xlcheck.ingest.limits import Limits
from xlcheck.ingest.lines import line_starts
from xlcheck.ingest.marking import Marked, mark
from xlcheck.ingest.readers import reader_by_content, reader_for
from xlcheck.ingest.repeats import LineCounter, skip_repeated
from xlcheck.ingest.walk import STDIN, InputFile, find_inputs
from xlcheck.model import Article, Failure, Skipped
from xlcheck.shelf import Shelf, View

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_FORMAT_HINT = "xlcheck reads plain text, Markdown, HTML, JSON and JSON Lines; convert it first"
_DEFAULT_LIMITS = Limits()
_KEPT = 20_000_000
"""Bytes of articles as read that stay in memory: some 5,000 short ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """Everything that was read, sorted by article id, and everything that was not.

    Articles are fetched from a shelf when they are asked for.
    """

    articles: Sequence[Article] = ()
    skipped: tuple[Skipped, ...] = ()
    failures: tuple[Failure, ...] = ()


@dataclass(slots=True)
class _Collected:
    files: Shelf[tuple[Source, list[Marked]]] = field(default_factory=lambda: Shelf(kept=_KEPT, weigh=_weight))
    lines: LineCounter = field(default_factory=LineCounter)
    skipped: list[Skipped] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)

    def problem(self, file: InputFile, reason: str, hint: str) -> None:
        """Record a file that cannot be read: a failure if the user named it, else a stray file."""
        if file.named:
            self.failures.append(Failure(where=file.path, message=reason, hint=hint))
        else:
            self.skipped.append(Skipped(path=file.path, reason=reason))


def read_corpus(
    paths: Sequence[str],
    *,
    stdin: BinaryIO | None = None,
    limits: Limits = _DEFAULT_LIMITS,
    progress: Callable[[str], None] | None = None,
) -> Corpus:
    """Read articles from files, folders and standard input ("-": plain text, HTML or JSON records).

    The result depends neither on the order of the arguments nor on that of a folder's entries. What cannot be read
    becomes a `Failure` if the user named it (or if it is a broken record, or may not be read at all), else a `Skipped`.

    Args:
        paths: files and folders, and "-" for standard input.
        stdin: where "-" is read from; without it "-" is a failure.
        limits: bounds for a single input.
        progress: called with the path of each file before it is read.
    """
    inputs = find_inputs(paths)
    collected = _Collected(skipped=inputs.skipped, failures=inputs.failures)
    if inputs.stdin:
        _read_stdin(stdin, limits, collected)
    for file in inputs.files:
        if progress is not None:
            progress(file.path)
        _read_file(file, limits, collected)
    return Corpus(
        articles=_articles(collected),
        skipped=tuple(sorted(collected.skipped, key=lambda item: (item.path, item.line or 0, item.reason))),
        failures=tuple(sorted(collected.failures, key=lambda item: (item.where, item.line or 0, item.message))),
    )


def _read_stdin(stdin: BinaryIO | None, limits: Limits, collected: _Collected) -> None:
    file = InputFile(path=STDIN, named=True)
    if stdin is None:
        collected.problem(file, "there is no standard input", "give a file instead")
        return
    data = stdin.read(limits.max_bytes + 1)
    if len(data) > limits.max_bytes:
        collected.problem(file, *_too_large(limits))
        return
    _read_bytes(file, data, collected)


def _read_file(file: InputFile, limits: Limits, collected: _Collected) -> None:
    suffix = PurePosixPath(file.path).suffix
    if not file.named and reader_for(suffix) is None:
        kind = f"files ending in {suffix} are" if suffix else "files without an extension are"
        collected.problem(file, f"{kind} not read", _FORMAT_HINT)
        return
    try:
        if Path(file.path).stat().st_size > limits.max_bytes:
            collected.problem(file, *_too_large(limits))
            return
        with Path(file.path).open("rb") as stream:
            data = stream.read(limits.max_bytes + 1)
    except OSError as error:
        message = f"cannot be read: {error.strerror or error}"
        collected.failures.append(Failure(where=file.path, message=message, hint="check its permissions"))
        return
    if len(data) > limits.max_bytes:
        collected.problem(file, *_too_large(limits))
        return
    _read_bytes(file, data, collected)


def _read_bytes(file: InputFile, data: bytes, collected: _Collected) -> None:
    if not data:
        collected.skipped.append(Skipped(path=file.path, reason="the file is empty"))
        return
    try:
        decoded = decode(data)
    except InputError as error:
        collected.problem(file, str(error), error.hint)
        return
    if not decoded.text.strip():
        collected.skipped.append(Skipped(path=file.path, reason="there is nothing but white space in it"))
        return
    source = Source(
        path=file.path,
        text=decoded.text,
        encoding=decoded.encoding,
        line_starts=line_starts(decoded.text),
        named=file.named,
    )
    reading: Reading = (reader_for(PurePosixPath(file.path).suffix) or reader_by_content(source.text)).read(source)
    collected.skipped.extend(reading.skipped)
    collected.failures.extend(reading.failures)
    marked = [mark(draft, likely_languages(draft)) for draft in reading.drafts]
    for article in marked:
        collected.lines.add(article)
    if marked:
        collected.files.append((source, marked))


def _articles(collected: _Collected) -> Sequence[Article]:
    """Return the finished articles sorted by id; what lines they share is known only now."""
    counts = collected.lines.repeated()
    shelf: Shelf[Article] = Shelf(kept=_KEPT, weigh=lambda article: 1_000 + 4 * len(article.text))
    ids: list[str] = []
    line_starts: dict[str, tuple[int, ...]] = {}
    for source, marked in collected.files:
        if len(marked) > 1:  # a feed: its articles share the table of where its lines begin
            line_starts[source.path] = source.line_starts
        for one in marked:
            skip_repeated(one, counts)
            article = build_article(source, one)
            ids.append(article.id)
            shelf.append(replace(article, line_starts=()) if len(marked) > 1 else article)

    def whole(article: Article) -> Article:
        starts = line_starts.get(article.path)
        return article if starts is None else replace(article, line_starts=starts)

    order = sorted(range(len(ids)), key=ids.__getitem__)
    return View(shelf, whole, keys=[ids[number] for number in order], order=order)


def _weight(item: tuple[Source, list[Marked]]) -> int:
    return 2_000 + 4 * len(item[0].text)


def _too_large(limits: Limits) -> tuple[str, str]:
    return f"is larger than {limits.max_bytes / 1_000_000:g} MB", "split it, or raise the limit"
