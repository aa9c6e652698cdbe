"""Reading one text for the commands that look at a text rather than at articles."""

from __future__ import annotations

import sys
from pathlib import Path

import typer

from xlcheck.errors import InputError, UsageError
from xlcheck.lang.profile import UNKNOWN


def read_text(file: str) -> str:
    """Return the text of a file, or of standard input for "-".

    Raises:
        InputError: it cannot be read, or is no text.
    """
    from xlcheck.ingest.decode import decode

    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        raise InputError(
            f"{file}: cannot be read: {error.strerror}", hint="give a file, or - for standard input"
        ) from error
    return decode(data).text


def language_of(text: str, given: str) -> str:
    """Return the language that was given, or the detected one, which is then said on standard error.

    Raises:
        UsageError: it cannot be told.
    """
    if given:
        return given
    from xlcheck.lang.detect import detect

    language, confidence = detect(text)
    if language == UNKNOWN:
        raise UsageError("the language cannot be told from the text", hint="name it with --lang")
    typer.echo(f"xlcheck: language {language}, {confidence:.0%} sure", err=True)
    return language
