"""Whether two facts agree, and why not."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """Outcome of a comparison; `unknown` is an outcome of its own and never means "differs"."""

    SAME = "same"
    DIFFERS = "differs"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Result of comparing two facts.

    Attributes:
        cause: kebab-case name of the difference ("digit-changed", "scale-confused"), "" unless it differs.
        reasons: short sentences for a reader, strongest first.
        certainty: 0…1, how sure the comparison itself is, given that both facts are about the same thing.
    """

    status: Status
    cause: str = ""
    reasons: tuple[str, ...] = ()
    certainty: float = 1.0
