"""`xlcheck score`: how likely sentence pairs diverge, JSON Lines in, JSON Lines out."""

from __future__ import annotations

import json
import sys
from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from xlcheck.cli.settings import configuration
from xlcheck.errors import InputError
from xlcheck.safe_text import json_safe

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from xlcheck.model import Finding
    from xlcheck.stages.scoring import PairScore, SentencePair
    from xlcheck.stages.word_doubts import WordDoubt

LINE_LIMIT = 4_000_000
"""Bytes of the longest line that is read; no sentence pair comes near it."""


def score_lines(
    *, engine: str = "", preview: bool = False, weights: str = "", cache: bool = True, words: bool = False
) -> None:
    """Read `{"id", "lang", "source", "english"}` lines; write them with suspicion, flags and reasons added.

    A line that is no such object comes out with an `error` and without a suspicion, and the others go on.

    Raises:
        UsageError, ConfigError: an option makes no sense, or the file of weights holds none.
    """
    from xlcheck.score.suspicion import read_model
    from xlcheck.stages.scoring import score_pairs

    config = configuration(
        **({"engine": engine} if engine else {}),
        **({"preview": True} if preview else {}),
        **({} if cache else {"cache": False}),
    )
    model = read_model(Path(weights)) if weights else None
    waiting: deque[tuple[dict[str, Any], bool]] = deque()
    for score in score_pairs(_pairs(sys.stdin.buffer, waiting), config, model=model, words=words):
        _write_broken(waiting)
        record, _ = waiting.popleft()
        _write(record | _judgement(score))
    _write_broken(waiting)


def _pairs(lines: Iterable[bytes], waiting: deque[tuple[dict[str, Any], bool]]) -> Iterator[SentencePair]:
    """Yield the pairs of the lines; each line's record joins `waiting`, with whether a score is due for it."""
    from xlcheck.stages.scoring import sentence_pair

    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        record: dict[str, Any] = {}
        try:
            record = _record(line)
            pair = sentence_pair(record)
        except InputError as error:
            waiting.append((record | {"error": f"line {number}: {error}"}, False))
            continue
        waiting.append((record, True))
        yield pair


def _record(line: bytes) -> dict[str, Any]:
    if len(line) > LINE_LIMIT:
        raise InputError(f"longer than {LINE_LIMIT} bytes")
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError(f"not valid JSON: {error}") from error
    if not isinstance(record, dict):
        raise InputError("not an object")
    return record


def _write_broken(waiting: deque[tuple[dict[str, Any], bool]]) -> None:
    """Write the records at the front that get no score, so that the order of the lines is kept."""
    while waiting and not waiting[0][1]:
        _write(waiting.popleft()[0])


def _write(record: dict[str, Any]) -> None:
    typer.echo(json_safe(json.dumps(record, ensure_ascii=False)))


def _judgement(score: PairScore) -> dict[str, Any]:
    judged: dict[str, Any] = {"suspicion": score.suspicion}
    if score.findings:
        judged["flags"] = [_flag(finding) for finding in score.findings]
    if score.reasons:
        judged["reasons"] = list(score.reasons)
    if score.words:
        judged["words"] = {"source": _words(score.words.source), "english": _words(score.words.english)}
    if score.failures:
        judged["error"] = "; ".join(f"{failure.where}: {failure.message}" for failure in score.failures)
    return judged


def _words(words: Sequence[WordDoubt]) -> list[dict[str, Any]]:
    return [
        {"start": word.start, "end": word.end, "doubt": word.doubt}
        | ({} if word.counterpart is None else {"counterpart": word.counterpart})
        for word in words
    ]


def _flag(finding: Finding) -> dict[str, Any]:
    return {
        "check": finding.check,
        "severity": finding.severity.value,
        "confidence": finding.confidence.value,
        "cause": finding.cause,
    }
