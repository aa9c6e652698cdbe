"""The three-way verdict: which of two differing numbers does our own translation of the source render?

The translation is a witness and no evidence: it sees the source only. Where it agrees with the source, the English text
stands alone; where it agrees with the English text, the number in the source may have been misread, which costs
confidence; where it says neither, nothing follows.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from xlcheck.compare.quantities import compare_quantities
from xlcheck.model import Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlcheck.model import Quantity


class Witness(StrEnum):
    """What our translation says about two differing numbers."""

    SILENT = "silent"
    AGREES_WITH_SOURCE = "agrees with the source"
    AGREES_WITH_ENGLISH = "agrees with the English text"
    AGREES_WITH_NEITHER = "agrees with neither"


def witness_of(source: Quantity, english: Quantity, translated: Sequence[Quantity]) -> Witness:
    """Return what the numbers of a translation say about two numbers that differ; silent where it has no numbers."""
    if not translated:
        return Witness.SILENT
    with_source = any(compare_quantities(source, item).status is Status.SAME for item in translated)
    with_english = any(compare_quantities(item, english).status is Status.SAME for item in translated)
    if with_source == with_english:
        return Witness.SILENT if with_source else Witness.AGREES_WITH_NEITHER
    return Witness.AGREES_WITH_SOURCE if with_source else Witness.AGREES_WITH_ENGLISH
