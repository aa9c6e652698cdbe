"""`xlcheck translate`: a text in, English out, one line a line."""

from __future__ import annotations

import json
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import typer

from xlcheck.cli.settings import configuration
from xlcheck.cli.text_input import language_of
from xlcheck.errors import InputError, UsageError
from xlcheck.safe_text import json_safe, printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from xlcheck.translate.base import RawTranslation, Translator

FORMATS = ("text", "jsonl")
_SAMPLE = 50
"""Lines that the language is told from."""
_MOST_LINES = 256
"""Lines that are translated together at most; the first come one by one, so that something is seen at once."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line and its English; one that holds nothing has no pack."""

    number: int
    source: str
    english: str = ""
    pack: str = ""
    score: float | None = None
    suspect: tuple[str, ...] = ()


def translate_lines(
    file: str, *, language: str = "", output: str = "text", engine: str = "", cache: bool = True, quiet: bool = False
) -> None:
    """Print the English of each line of a file, or of standard input for "-", as soon as it is there.

    Raises:
        UsageError: an option makes no sense, or the language cannot be told.
        InputError: the file cannot be read.
        TranslationError: nothing translates the language, or its pack cannot be used.
    """
    from xlcheck.translate import open_translator
    from xlcheck.translate.memory import FILE_NAME, TranslationMemory
    from xlcheck.translate.packs import TARGET, pack_code
    from xlcheck.translate.remembering import remembering

    if output not in FORMATS:
        raise UsageError(f"unknown format {output!r}", hint=f"one of: {', '.join(FORMATS)}")
    config = configuration(**({"engine": engine} if engine else {}), **({} if cache else {"cache": False}))
    if config.engine == "none":
        raise UsageError("with --engine none nothing is translated")
    with _opened(file) as stream, open_translator(engine=config.engine) as engines:
        lines = _lines(stream, file)
        sample: list[str] = []
        if not language:
            sample = list(islice(lines, _SAMPLE))
            language = language_of("\n".join(sample), "")
        code = pack_code(language)
        if code == TARGET:
            raise UsageError("the text is in English already")
        memory = TranslationMemory(config.cache_folder / FILE_NAME) if config.cache_folder is not None else None
        translator = remembering(engines.choose(code), memory)
        maker = translator.describe(code)
        count = suspect = 0
        together = not stream.isatty()
        for batch in _batches(chain(sample, lines), grow=together):
            for line in _translated(batch, count, translator, code):
                text = _json(line, translator.engine) if output == "jsonl" else printable(line.english)
                sys.stdout.write(f"{text}\n")
                suspect += bool(line.suspect)
            count += len(batch)
            sys.stdout.flush()
    if not quiet:
        why = f"; {suspect} of {count} lines are suspect (--format jsonl says why)" if suspect else ""
        typer.echo(printable(f"xlcheck: translated by {maker}{why}"), err=True)
        if memory is not None and memory.problem:
            typer.echo(printable(f"xlcheck: nothing was remembered: {memory.path}: {memory.problem}"), err=True)


@contextmanager
def _opened(file: str) -> Iterator[BinaryIO]:
    if file == "-":
        yield sys.stdin.buffer
        return
    try:
        stream = Path(file).open("rb")  # noqa: SIM115 - closed below
    except OSError as error:
        hint = "give a file, or - for standard input"
        raise InputError(f"{file}: cannot be read: {error.strerror}", hint=hint) from error
    with stream:
        yield stream


def _lines(stream: BinaryIO, file: str) -> Iterator[str]:
    """Yield the lines without their ends, a byte order mark or a carriage return."""
    try:
        for number, line in enumerate(stream, start=1):
            text = line.decode("utf-8-sig" if number == 1 else "utf-8")
            yield text.removesuffix("\n").removesuffix("\r")
    except UnicodeDecodeError as error:
        hint = "save it as UTF-8 (for example with iconv)"
        raise InputError(f"{file}:{number}: the line is not UTF-8", hint=hint) from error
    except OSError as error:
        raise InputError(f"{file}: cannot be read: {error.strerror}") from error


def _batches(lines: Iterable[str], *, grow: bool) -> Iterator[list[str]]:
    """Yield one line, then two, four and so on; without `grow`, where somebody types, always one."""
    rest = iter(lines)
    size = 1
    while batch := list(islice(rest, size)):
        yield batch
        size = min(2 * size, _MOST_LINES) if grow else 1


def _translated(batch: Sequence[str], before: int, translator: Translator, language: str) -> Iterator[_Line]:
    """Translate lines sentence by sentence, as packs are trained, and put each line together again."""
    from xlcheck.segment import split_sentences

    sentences = [[text[start:end] for start, end in split_sentences(text, language)] for text in batch]
    found = iter(translator.translate(list(chain.from_iterable(sentences)), language=language))
    for number, (source, parts) in enumerate(zip(batch, sentences, strict=True), start=before + 1):
        yield _joined(number, source, list(islice(found, len(parts))))


def _joined(number: int, source: str, parts: Sequence[RawTranslation]) -> _Line:
    scored = [(part.score, len(part.text)) for part in parts if part.score is not None]
    weight = sum(length for _, length in scored)
    return _Line(
        number,
        source,
        english=" ".join(" ".join(part.text for part in parts).split()),
        pack=", ".join(dict.fromkeys(part.pack for part in parts)),
        score=sum(score * length for score, length in scored) / weight if weight else None,
        suspect=tuple(dict.fromkeys(reason for part in parts for reason in part.suspect)),
    )


def _json(line: _Line, engine: str) -> str:
    record = {
        "line": line.number,
        "source": line.source,
        "english": line.english,
        "engine": engine if line.pack else "",
        "pack": line.pack,
        "score": line.score,
        "suspect": line.suspect,
    }
    return json_safe(json.dumps(record, ensure_ascii=False))
