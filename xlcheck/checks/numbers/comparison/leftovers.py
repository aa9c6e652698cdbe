"""The numbers of two linked sentences that found no partner, and whether two of them can only stand for each other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from xlcheck.checks.numbers.comparison.certainty import has_figures
from xlcheck.compare.number_causes import STRONG_CAUSES
from xlcheck.compare.quantities import QuantityMatch, compare_quantities
from xlcheck.model import QuantityKind, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlcheck.model import Agreement, Quantity

ACROSS_KINDS = 0.65
"""Certainty factor where a bare count faces a number with a unit and nothing else is left on either side."""
FEW = 12
"""Numbers up to this one are often no figure in the other language: both, a couple, a dozen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leftovers:
    """The numbers without a partner.

    Attributes:
        source: those of the source that no number near the English sentence explains; `english` the other way round.
        words_trusted: whether the number words of both languages are tested.
        translated: whether the sentences are surely linked parts of a translation.
    """

    source: tuple[Quantity, ...]
    english: tuple[Quantity, ...]
    words_trusted: bool
    translated: bool

    def stand_alone(self, source: Quantity, english: Quantity, agreement: Agreement) -> bool:
        """Tell whether the two are left over, and each is the only one of its sort that is."""
        if source not in self.source or english not in self.english:
            return False
        rivals_left = self._rivals(source, self.source)
        rivals_right = self._rivals(english, self.english)
        if rivals_left == rivals_right == 1:
            return True
        if rivals_left == rivals_right:
            return agreement.cause in STRONG_CAUSES
        # Two figures that change places in a translation are no chance, even if another number stands on one side only.
        return self.translated and agreement.cause == "transposed-digits" and 1 in (rivals_left, rivals_right)

    def _rivals(self, quantity: Quantity, leftovers: Sequence[Quantity]) -> int:
        """Count the leftovers of the same sort, the quantity itself included.

        Where number words of one language cannot be trusted, a word left over on the other side says nothing: its
        partner may be a word that was not recognised. Small numbers in words never say much beside figures: they count
        what the other language has no number for ("the two sides", 双方) or stand in names (五道梁).
        """
        rivals = [item for item in leftovers if (item.kind, item.unit) == (quantity.kind, quantity.unit)]
        if not has_figures(quantity):
            return len(rivals)
        return sum(has_figures(item) or (self.words_trusted and abs(item.readings[0].low) > FEW) for item in rivals)

    def is_range_left(self, source: Quantity, english: Quantity) -> bool:
        """Tell whether the other end of the range stands nowhere on the other side."""
        return source in self.source if source.readings[0].low < source.readings[0].high else english in self.english

    def across_kinds(self, matches: Sequence[QuantityMatch]) -> QuantityMatch | None:
        """Pair the only two numbers left where one of them merely lacks a unit ("25 km" against "28")."""
        (source,), (english,) = self.source, self.english
        bare = QuantityKind.COUNT in (source.kind, english.kind) and "" in (source.unit, english.unit)
        if (
            not bare
            or source.kind is english.kind
            or any(match.source is source and match.english for match in matches)
        ):
            return None
        unit, kind = (source.unit, source.kind) if source.unit else (english.unit, english.kind)
        if kind in (QuantityKind.LABEL, QuantityKind.ORDINAL):
            return None
        agreement = compare_quantities(replace(source, unit=unit, kind=kind), replace(english, unit=unit, kind=kind))
        if agreement.status is not Status.DIFFERS:
            return None
        certainty = round(agreement.certainty * ACROSS_KINDS, 2)
        return QuantityMatch(source=source, english=english, agreement=replace(agreement, certainty=certainty))
