"""The numbers of one link: matched, left over, and what is to be reported of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlcheck.checks.base import reach_of, segments_of
from xlcheck.checks.numbers.comparison.certainty import has_figures, may_accuse, words_trusted
from xlcheck.checks.numbers.comparison.excuses import are_hours, is_negated, says_speed_elsewhere
from xlcheck.checks.numbers.comparison.foreign_style import styled_numbers
from xlcheck.checks.numbers.comparison.judging import judge
from xlcheck.checks.numbers.comparison.leftovers import FEW, Leftovers
from xlcheck.checks.numbers.comparison.outcome import LoneNumber, NumberAgreement, NumberDifference
from xlcheck.compare.in_segments import facts_within, with_neighbours
from xlcheck.compare.known_values import known_values, quantity_is_known
from xlcheck.compare.number_causes import CAUSES, FORMAT
from xlcheck.compare.quantities import QuantityMatch, compare_quantities, match_quantities
from xlcheck.compare.witness import Witness, witness_of
from xlcheck.extract.quantities.in_sentence import extract_quantities
from xlcheck.model import Agreement, LinkClass, PairMode, Quantity, QuantityKind, Span, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from fractions import Fraction

    from xlcheck.model import ArticlePair, Link, Side

DAY = 24
"""Hours of a day."""
SHARED = 2
"""Numbers that sentences share where they list the same things ("420 helpers, six planes and four boats")."""


class LinkedNumbers:
    """The numbers of one link, compared."""

    def __init__(self, pair: ArticlePair, link: Link) -> None:
        self._pair, self._link = pair, link
        self._parallel = pair.mode is PairMode.PARALLEL
        self._translated = self._parallel and link.link_class is LinkClass.SURE
        self._source = facts_within(pair.source.facts.quantities, segments_of(pair.source, link.source))
        self._english = facts_within(pair.english.facts.quantities, segments_of(pair.english, link.english))
        self._styled = list(styled_numbers(pair, link, self._source, self._english))
        in_style = {id(quantity) for item in self._styled for quantity in (item.meant, item.read)}
        matches = match_quantities(
            [item for item in self._source if id(item) not in in_style],
            [item for item in self._english if id(item) not in in_style],
        )
        self.agreed = [
            NumberAgreement(link=link, source=match.source, english=match.english)
            for match in matches
            if match.agreement.status is Status.SAME and match.source and match.english
        ]
        self._left = self._leftovers([match for match in matches if match.agreement.status is not Status.SAME])
        self._matches = [*matches, *self._across_kinds(matches)]

    def differences(self) -> Iterator[NumberDifference]:
        """Yield what differs: figures in a foreign style first, then the matches that are to be reported."""
        for item in self._styled:
            yield self._difference(
                source=item.meant,
                english=item.read,
                where=item.span,
                related=item.meant.span,
                cause=item.cause,
                certainty=item.certainty,
            )
        for match in self._matches:
            if match.source is None or match.english is None:
                continue
            if not self._is_reported(match.source, match.english, match.agreement):
                continue
            cause, certainty = judge(
                self._pair, match.source, match.english, match.agreement, is_list=len(self.agreed) >= SHARED
            )
            foreign = cause == "foreign-separator" and len(match.source.readings) > 1
            yield self._difference(
                source=match.source,
                english=match.english,
                where=match.source.span if foreign else match.english.span,
                related=match.english.span if foreign else match.source.span,
                cause=cause,
                certainty=certainty,
            )

    def alone(self) -> Iterator[LoneNumber]:
        """Yield the numbers that the other sentence, a translation of theirs, has nothing like."""
        if not self._translated or self._styled:
            return
        left = self._left
        for mine, others, in_source in ((left.source, left.english, True), (left.english, left.source, False)):
            if others:
                continue
            for quantity in mine:
                names = quantity.kind in (QuantityKind.LABEL, QuantityKind.ORDINAL) or quantity.unit == "century"
                whole_days = quantity.unit == "hour" and quantity.readings[0].low % DAY == 0  # сутки, around the clock
                stated = self._is_restated(quantity, in_source=in_source) or self._ends_a_range(
                    quantity, in_source=in_source
                )
                worded = names or whole_days or stated
                if has_figures(quantity) and not worded and abs(quantity.readings[0].low) > FEW:
                    yield LoneNumber(link=self._link, quantity=quantity, in_source=in_source)

    def _leftovers(self, matches: Sequence[QuantityMatch]) -> Leftovers:
        """Return the numbers of these matches that nothing near the other sentence explains."""
        pair, link, reach = self._pair, self._link, reach_of(self._pair)
        # In parallel texts a number that has found its partner cannot be the partner of another one as well.
        done = self.agreed if self._parallel else []
        near_source = _values_near(pair.source, link.source, reach, [match.source for match in done])
        near_english = _values_near(pair.english, link.english, reach, [match.english for match in done])
        source = (match.source for match in matches if match.source)
        english = (match.english for match in matches if match.english)
        return Leftovers(
            source=tuple(item for item in source if not quantity_is_known(item, near_english)),
            english=tuple(item for item in english if not quantity_is_known(item, near_source)),
            words_trusted=words_trusted(pair.source, link.source) and words_trusted(pair.english, link.english),
            translated=self._translated,
        )

    def _across_kinds(self, matches: Sequence[QuantityMatch]) -> Iterator[QuantityMatch]:
        """Pair the only two numbers left where one of them merely lacks a unit ("25 km" against "28")."""
        only = (*self._left.source, *self._left.english)
        if not len(self._left.source) == len(self._left.english) == 1 or self._link.link_class is not LinkClass.SURE:
            return
        if all(may_accuse(self._pair, self._link, item) for item in only) and (
            match := self._left.across_kinds(matches)
        ):
            yield match

    def _is_restated(self, quantity: Quantity, *, in_source: bool) -> bool:
        """Tell whether a quantity says another one of its side again, in another unit: "30,000 mu (2,000 hectares)"."""
        return any(
            bool(other.unit and quantity.unit)
            and other.unit != quantity.unit
            and compare_quantities(other, quantity).status is Status.SAME
            for other in (self._source if in_source else self._english)
        )

    def _ends_a_range(self, quantity: Quantity, *, in_source: bool) -> bool:
        """Tell whether the other side has a range that begins or ends with a quantity, whatever its unit."""
        readings = [item.readings[0] for item in (self._english if in_source else self._source)]
        ends = {end for item in readings if item.low != item.high for end in (item.low, item.high)}
        return quantity.readings[0].low in ends

    def _difference(
        self, *, source: Quantity, english: Quantity | None, where: Span, related: Span, cause: str, certainty: float
    ) -> NumberDifference:
        style = CAUSES[cause].check == FORMAT
        return NumberDifference(
            link=self._link,
            source=source,
            english=english,
            where=where,
            related=related,
            cause=cause,
            check=CAUSES[cause].check,
            certainty=certainty,
            witness=Witness.SILENT if style or english is None else self._witness(source, english),
        )

    def _witness(self, source: Quantity, english: Quantity) -> Witness:
        """Ask our own translation of the source which of the two it renders."""
        texts = [item for index in self._link.source if (item := self._pair.source.translation(index)) is not None]
        if not texts or any(item.suspect for item in texts):
            return Witness.SILENT
        spans = [Span(doc="translation", start=0, end=len(item.text), text=item.text) for item in texts]
        return witness_of(source, english, [item for span in spans for item in extract_quantities(span, "en")])

    def _is_reported(self, source: Quantity, english: Quantity, agreement: Agreement) -> bool:
        """Tell whether a match is a difference that somebody should look at."""
        if agreement.status is not Status.DIFFERS:
            return False
        pair, link, cause = self._pair, self._link, CAUSES[agreement.cause]
        if agreement.cause == "range-collapsed":
            read = self._left.words_trusted or (has_figures(source) and has_figures(english))
            same_kind = source.kind is english.kind
            return self._translated and read and same_kind and self._left.is_range_left(source, english)
        if agreement.cause == "bound-changed" and is_negated(pair, link):
            return False
        if agreement.cause == "unit-changed" and says_speed_elsewhere(pair, link, source, english):
            return False
        if not cause.same_figures and not self._left.stand_alone(source, english, agreement):
            return False
        if (link.link_class is not LinkClass.SURE and not cause.slip) or (cause.mild and not self._parallel):
            return False
        if are_hours(pair, link, source, english):
            return False
        return may_accuse(pair, link, source) and may_accuse(pair, link, english)


def _values_near(
    side: Side, indexes: Sequence[int], reach: int, without: Sequence[Quantity | None]
) -> frozenset[Fraction]:
    segments = with_neighbours(side.segments, indexes, reach=reach)
    quantities = [item for item in facts_within(side.facts.quantities, segments) if item not in without]
    return known_values(quantities, facts_within(side.facts.dates, segments))
