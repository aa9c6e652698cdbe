"""`xlcheck garble`: how likely each text is broken machine translation, JSON Lines in, JSON Lines out."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import typer

from xlcheck.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

DEFAULT_LANGUAGE = "en"


def judge_lines() -> None:
    """Read `{"id", "text"}` lines (optionally with `"lang"`); write them with `garbled` and `signals` added.

    Raises:
        InputError: a line is no such object; what came before it has been written.
    """
    for record in _records():
        typer.echo(json.dumps({**record, **_judged(record)}, ensure_ascii=False))


def _records() -> Iterator[dict[str, Any]]:
    for number, line in enumerate(sys.stdin.buffer, start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except ValueError as error:
            raise InputError(f"standard input:{number}: not valid JSON: {error}") from error
        if not isinstance(record, dict) or not isinstance(record.get("text"), str):
            raise InputError(
                f"standard input:{number}: no text", hint='each line is an object such as {"id": "1", "text": "…"}'
            )
        yield record


def _judged(record: dict[str, Any]) -> dict[str, Any]:
    from xlcheck.reading import plain_article
    from xlcheck.score.garble import judge_article
    from xlcheck.segment import segment_article

    language = record.get("lang")
    article = plain_article(
        record["text"], name="text", language=language if isinstance(language, str) and language else DEFAULT_LANGUAGE
    )
    # Names are not looked for: in a sentence or two none can be spelt in two ways.
    _, score = judge_article(segment_article(article), article.language)
    return {
        "garbled": round(score.value, 4),
        "signals": [
            {"name": signal.name, "weight": round(signal.weight, 2), "note": signal.note} for signal in score.signals
        ],
    }
