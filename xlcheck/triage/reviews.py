"""What people decided about findings: an append-only file of JSON Lines, `xlcheck-decisions.jsonl`.

One object a decision; the last one about a fingerprint counts. The fingerprint is a hash of the words that a finding
is about, so a decision is void as soon as one of them changes. Lines of two people merge without a conflict.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from xlcheck.errors import InputError
from xlcheck.safe_text import json_safe
from xlcheck.shares import Share

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

DEFAULT_NAME = "xlcheck-decisions.jsonl"


class Opinion(StrEnum):
    """What a person says of a finding."""

    CONFIRMED = "confirmed"
    """It is right and still to be mended; it stays in reports."""
    FIXED = "fixed"
    """It was right and has been mended."""
    DISMISSED = "dismissed"
    """It is right, and nothing will be done about it."""
    FALSE_POSITIVE = "false-positive"
    """It is wrong."""
    UNSURE = "unsure"
    """Somebody else should look; it stays in reports."""

    @property
    def hides(self) -> bool:
        """Whether reports leave the finding out from now on."""
        return self in (Opinion.DISMISSED, Opinion.FALSE_POSITIVE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One decision."""

    fingerprint: str
    check: str
    opinion: Opinion
    reason: str = ""
    reader: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRecord:
    """How often a check was right, by what people said.

    Attributes:
        right: confirmed, fixed or dismissed; `wrong` false positives; `open` unsure.
    """

    check: str
    right: int
    wrong: int
    open: int

    @property
    def judged(self) -> Share:
        """The findings that were right, of those that were judged."""
        return Share(hits=self.right, total=self.right + self.wrong)


def read_reviews(path: Path) -> dict[str, Review]:
    """Return the decision in force about each fingerprint; none where there is no file.

    Raises:
        InputError: a line is no decision.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}") from error
    reviews: dict[str, Review] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            review = _review(json.loads(line))
        except (ValueError, KeyError, TypeError) as error:
            hint = "a decision is an object with fingerprint, check and verdict"
            raise InputError(f"{path}:{number}: no decision: {error}", hint=hint) from error
        reviews[review.fingerprint] = review
    return reviews


def _review(record: dict[str, Any]) -> Review:
    return Review(
        fingerprint=str(record["fingerprint"]),
        check=str(record["check"]),
        opinion=Opinion(record["verdict"]),
        reason=str(record.get("reason", "")),
        reader=str(record.get("reader", "")),
    )


def append_review(path: Path, review: Review) -> None:
    """Add a decision at the end of the file, on disk before this returns.

    Raises:
        InputError: the file cannot be written.
    """
    record = {
        "fingerprint": review.fingerprint,
        "check": review.check,
        "verdict": review.opinion.value,
        "reason": review.reason,
        "reader": review.reader,
    }
    line = json_safe(json.dumps(record, ensure_ascii=False)) + "\n"
    try:
        handle = os.open(path, os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600)
        with os.fdopen(handle, "a", encoding="utf-8", newline="\n") as stream:
            stream.write(line)
            stream.flush()
            os.fsync(stream.fileno())
    except OSError as error:
        raise InputError(f"{path} cannot be written: {error.strerror}") from error


def records_by_check(reviews: Iterable[Review]) -> tuple[CheckRecord, ...]:
    """Return how often each check was right, sorted by check."""
    by_check: dict[str, list[Opinion]] = {}
    for review in reviews:
        by_check.setdefault(review.check, []).append(review.opinion)
    return tuple(
        CheckRecord(
            check=check,
            right=sum(opinion not in (Opinion.FALSE_POSITIVE, Opinion.UNSURE) for opinion in opinions),
            wrong=opinions.count(Opinion.FALSE_POSITIVE),
            open=opinions.count(Opinion.UNSURE),
        )
        for check, opinions in sorted(by_check.items())
    )
