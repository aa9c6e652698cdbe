"""`xlcheck garble`: how likely each text is broken machine translation, JSON Lines in, JSON Lines out."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import typer

from xlcheck.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from xlcheck.model import GarbleScore, Segment

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
    segments = segment_article(article)
    sentences, score = judge_article(segments, article.language)
    places = _places(segments, sentences)
    return {
        "garbled": round(score.value, 4),
        "signals": [
            {"name": signal.name, "weight": round(signal.weight, 2), "note": signal.note, **places.get(signal.name, {})}
            for signal in score.signals
        ],
    }


def _places(segments: Sequence[Segment], sentences: Sequence[GarbleScore]) -> dict[str, dict[str, int]]:
    """Return where each sign stands, in code points of the text, in the most broken sentence that shows it."""
    found: dict[str, dict[str, int]] = {}
    for segment, sentence in sorted(zip(segments, sentences, strict=True), key=lambda pair: -pair[1].value):
        start = segment.span.start
        for signal in sentence.signals:
            found.setdefault(signal.name, {"start": start + signal.start, "end": start + signal.end})
    return found
