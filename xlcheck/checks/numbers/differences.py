"""The numbers that differ between the linked sentences of a pair: what all checks of numbers share.

Worked out once per pair (`CheckContext.memo`); each difference names the one check that reports it, by its cause
(`compare.number_causes`), so that nothing is said twice.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from xlcheck.checks.base import (
    CheckContext,
    CheckInfo,
    make_finding,
    pair_verdict,
    reach_of,
    segments_of,
    trusted_links,
)
from xlcheck.checks.numbers.wording import describe
from xlcheck.compare.in_segments import facts_within, with_neighbours
from xlcheck.compare.known_values import known_values, quantity_is_known
from xlcheck.compare.number_causes import CAUSES, FORMAT, STRONG_CAUSES
from xlcheck.compare.quantities import QuantityMatch, compare_quantities, match_quantities
from xlcheck.compare.witness import Witness, witness_of
from xlcheck.extract.number_style import ForeignFigure, foreign_figures
from xlcheck.extract.quantities import extract_quantities
from xlcheck.extract.quantity_units import names_hour
from xlcheck.lang.profile import load_profile
from xlcheck.lang.units import UNITS
from xlcheck.model import Agreement, LinkClass, PairMode, Quantity, QuantityKind, Severity, Span, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from xlcheck.model import ArticlePair, Finding, Link, Side

NUMBER_CHECKS = frozenset({"XN101", "XN104", "XN105", "XN106", "XN107", "XN108", "XD103"})
"""The checks that share this comparison; each of their findings holds one number against one number."""
ACROSS_KINDS = 0.65
"""Certainty factor where a bare count faces a number with a unit and nothing else is left on either side."""
COMPARABLE = 0.6
"""Certainty factor of a mere difference between articles that were written independently of each other."""
DAY, HALF_DAY = 24, 12
"""Hours of a day, and between the two ways of counting them."""
SHARED = 2
"""Numbers that sentences share where they list the same things ("420 helpers, six planes and four boats")."""
OTHER_DAY = 0.7
"""Certainty factor where the two articles are of different days: the newer one may simply know more."""
NEWER = 0.8
"""Certainty that a larger count in the newer article of two is the later state of the same count."""
GROWS_AT_MOST = 3
"""A count that more than trebled from one article to the next is more likely another count."""
LONG_WORDS = 12
"""Number words above this value that are not round are compounds or long words, and homographs of nothing."""
LONG_WORD = 6
"""Shortest such word, in letters; shorter ones, and runs of Han numerals, stand inside names (路易十六, Louis XVI)."""
FOREIGN_STYLE = 0.9
"""Certainty that a figure in another language's style, whose value stands on the other side, was left over from it."""
SPACED_STYLE = 0.45
"""The same for thousands set apart by spaces, as scientific style does in every language: not shown by default."""
LEFT_OUT = 0.7
"""Certainty that a figure which a translation has nothing like was left out, and not worded otherwise."""
FEW = 12
"""Numbers up to this one are often no figure in the other language: both, a couple, a dozen."""
OVERRULED = 0.6
"""Certainty factor where our own translation of the source agrees with the English text, not with what was read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberDifference:
    """Two numbers that stand for each other and differ.

    Attributes:
        check: name of the check that reports it.
        certainty: of the comparison, with what is known about the two articles.
        where: the words under suspicion; `related` those they are held against.
        witness: what our own translation of the source says, where there is one.
    """

    link: Link
    source: Quantity
    english: Quantity | None
    where: Span
    related: Span
    cause: str
    check: str
    certainty: float
    witness: Witness


@dataclass(frozen=True, slots=True, kw_only=True)
class LoneNumber:
    """A number whose sentence has a counterpart that says nothing like it."""

    link: Link
    quantity: Quantity
    in_source: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberAgreement:
    """Two numbers of linked sentences that state the same amount."""

    link: Link
    source: Quantity
    english: Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberComparison:
    """What the linked sentences of a pair say differently, and alike, in order of the links."""

    differences: tuple[NumberDifference, ...]
    alone: tuple[LoneNumber, ...]
    agreed: tuple[NumberAgreement, ...]

    @property
    def agreements(self) -> tuple[tuple[Span, Span], ...]:
        """Where the numbers stand that agree, the source's first."""
        return tuple((item.source.span, item.english.span) for item in self.agreed)


def compare_numbers(pair: ArticlePair) -> NumberComparison:
    """Compare the numbers of all linked sentences of a pair."""
    differences: list[NumberDifference] = []
    alone: list[LoneNumber] = []
    agreed: list[NumberAgreement] = []
    for link in trusted_links(pair):
        numbers = _LinkNumbers(pair, link)
        differences += numbers.differences()
        alone += numbers.alone()
        agreed += numbers.agreed
    return NumberComparison(differences=tuple(differences), alone=tuple(alone), agreed=tuple(agreed))


def number_findings(info: CheckInfo, pair: ArticlePair, context: CheckContext) -> Iterator[Finding]:
    """Yield the findings of one check: the differences whose cause it owns."""
    for item in context.memo.once(compare_numbers, pair).differences:
        if item.check == info.name:
            yield number_finding(info, pair, item)


def number_finding(info: CheckInfo, pair: ArticlePair, item: NumberDifference) -> Finding:
    """Return the finding that reports a difference."""
    english = describe(item.english) if item.english else item.where.text
    evidence = [("source", describe(item.source)), ("english", english)]
    if item.witness is not Witness.SILENT:
        evidence.append(("translation", item.witness.value))
    confidence = [
        ("link", item.link.probability),
        ("reading", round(_reading(item.source) * (_reading(item.english) if item.english else 1), 3)),
        ("comparison", item.certainty),
    ]
    if item.witness is Witness.AGREES_WITH_ENGLISH:
        confidence.append(("translation", OVERRULED))
    cause = CAUSES[item.cause]
    return make_finding(
        info,
        confidence=confidence,
        verdict=pair_verdict(pair, source=item.link.source, english=item.link.english),
        message=f"“{item.where.text}” here, “{item.related.text}” on the other side: {cause.reason}.",
        where=(item.where,),
        related=(item.related,),
        cause=item.cause,
        evidence=evidence,
        severity=Severity.WARNING if cause.mild else None,
    )


def lone_number_findings(
    info: CheckInfo, pair: ArticlePair, context: CheckContext, *, in_source: bool
) -> Iterator[Finding]:
    """Yield the numbers of one side that the other, a translation, lacks."""
    for item in context.memo.once(compare_numbers, pair).alone:
        if item.in_source is not in_source:
            continue
        side, indexes = (pair.english, item.link.english) if in_source else (pair.source, item.link.source)
        missing = "the translation has no such number" if in_source else "the source has no such number"
        yield make_finding(
            info,
            confidence=(
                ("link", item.link.probability),
                ("reading", _reading(item.quantity)),
                ("comparison", LEFT_OUT),
            ),
            verdict=pair_verdict(pair, source=item.link.source, english=item.link.english),
            message=f"“{item.quantity.span.text}”: {missing}.",
            where=(item.quantity.span,),
            related=tuple(segment.span for segment in segments_of(side, indexes)),
            evidence=(("source" if in_source else "english", describe(item.quantity)),),
        )


class _LinkNumbers:
    """The numbers of one link: matched, left over, and what is known around them."""

    def __init__(self, pair: ArticlePair, link: Link) -> None:
        self.pair, self.link = pair, link
        self.parallel = pair.mode is PairMode.PARALLEL
        reach = reach_of(pair)
        source = facts_within(pair.source.facts.quantities, segments_of(pair.source, link.source))
        english = facts_within(pair.english.facts.quantities, segments_of(pair.english, link.english))
        self.source, self.english = source, english
        self.styled = list(self._foreign(source, english))
        in_style = {id(quantity) for _, _, *both in self.styled for quantity in both}
        matches = match_quantities(
            [item for item in source if id(item) not in in_style],
            [item for item in english if id(item) not in in_style],
        )
        paired = [match for match in matches if match.agreement.status is Status.SAME]
        # In parallel texts a number that has found its partner cannot be the partner of another one as well.
        done = paired if self.parallel else []
        self.source_values = _values_near(pair.source, link.source, reach, [match.source for match in done])
        self.english_values = _values_near(pair.english, link.english, reach, [match.english for match in done])
        self.agreed = [
            NumberAgreement(link=link, source=match.source, english=match.english)
            for match in paired
            if match.source and match.english
        ]
        open_matches = [match for match in matches if match.agreement.status is not Status.SAME]
        self.left = [
            match.source
            for match in open_matches
            if match.source and not quantity_is_known(match.source, self.english_values)
        ]
        self.right = [
            match.english
            for match in open_matches
            if match.english and not quantity_is_known(match.english, self.source_values)
        ]
        self.words_trusted = _words_trusted(pair.source, link.source) and _words_trusted(pair.english, link.english)
        self.matches = [*matches, *self._across_kinds(matches)]

    def differences(self) -> Iterator[NumberDifference]:
        """Yield what differs: figures in a foreign style first, then the matches that are to be reported."""
        for span, cause, meant, read in self.styled:
            certainty = SPACED_STYLE if cause == "spaced-grouping" else FOREIGN_STYLE
            yield self._difference(
                source=meant, english=read, where=span, related=meant.span, cause=cause, certainty=certainty
            )
        for match in self.matches:
            if match.source is None or match.english is None:
                continue
            if not self._is_reported(match.source, match.english, match.agreement):
                continue
            cause, certainty = self._judge(match.source, match.english, match.agreement)
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
        if not self.parallel or self.link.link_class is not LinkClass.SURE or self.styled:
            return
        for mine, others, in_source in ((self.left, self.right, True), (self.right, self.left, False)):
            if others:
                continue
            for quantity in mine:
                names = quantity.kind in (QuantityKind.LABEL, QuantityKind.ORDINAL)
                whole_days = quantity.unit == "hour" and quantity.readings[0].low % DAY == 0  # сутки, around the clock
                worded = names or whole_days or self._is_restated(quantity, in_source=in_source)
                if _has_figures(quantity) and not worded and abs(quantity.readings[0].low) > FEW:
                    yield LoneNumber(link=self.link, quantity=quantity, in_source=in_source)

    def _is_restated(self, quantity: Quantity, *, in_source: bool) -> bool:
        """Tell whether a quantity says another one of its side again, in another unit: "30,000 mu (2,000 hectares)"."""
        return any(
            bool(other.unit and quantity.unit)
            and other.unit != quantity.unit
            and compare_quantities(other, quantity).status is Status.SAME
            for other in (self.source if in_source else self.english)
        )

    def _difference(
        self,
        *,
        source: Quantity,
        english: Quantity | None,
        where: Span,
        related: Span,
        cause: str,
        certainty: float,
    ) -> NumberDifference:
        style = CAUSES[cause].check == FORMAT
        witness = Witness.SILENT if style or english is None else self._witness(source, english)
        return NumberDifference(
            link=self.link,
            source=source,
            english=english,
            where=where,
            related=related,
            cause=cause,
            check=CAUSES[cause].check,
            certainty=certainty,
            witness=witness,
        )

    def _witness(self, source: Quantity, english: Quantity) -> Witness:
        """Ask our own translation of the source which of the two it renders."""
        texts = [item for index in self.link.source if (item := self.pair.source.translation(index)) is not None]
        if not texts or any(item.suspect for item in texts):
            return Witness.SILENT
        spans = [Span(doc="translation", start=0, end=len(item.text), text=item.text) for item in texts]
        return witness_of(source, english, [item for span in spans for item in extract_quantities(span, "en")])

    def _foreign(
        self, source: Sequence[Quantity], english: Sequence[Quantity]
    ) -> Iterator[tuple[Span, str, Quantity, Quantity | None]]:
        """Yield English figures in a foreign style: where, the cause, the number they are meant for, how they read."""
        for segment in segments_of(self.pair.english, self.link.english):
            for figure in foreign_figures(segment.span, segment.language):
                read = next((item for item in english if item.span.contains(figure.span)), None)
                found = _meant_for(figure, read, source)
                if found is not None:
                    yield figure.span, *found, read

    def _across_kinds(self, matches: Sequence[QuantityMatch]) -> Iterator[QuantityMatch]:
        """Pair the only two numbers left where one of them merely lacks a unit ("25 km" against "28")."""
        if len(self.left) != 1 or len(self.right) != 1 or self.link.link_class is not LinkClass.SURE:
            return
        source, english = self.left[0], self.right[0]
        if not (self._may_accuse(source) and self._may_accuse(english)):
            return
        bare = QuantityKind.COUNT in (source.kind, english.kind) and "" in (source.unit, english.unit)
        if (
            not bare
            or source.kind is english.kind
            or any(match.source is source and match.english for match in matches)
        ):
            return
        unit, kind = (source.unit, source.kind) if source.unit else (english.unit, english.kind)
        if kind in (QuantityKind.LABEL, QuantityKind.ORDINAL):
            return
        agreement = compare_quantities(replace(source, unit=unit, kind=kind), replace(english, unit=unit, kind=kind))
        if agreement.status is Status.DIFFERS:
            certainty = round(agreement.certainty * ACROSS_KINDS, 2)
            yield QuantityMatch(source=source, english=english, agreement=replace(agreement, certainty=certainty))

    def _is_reported(self, source: Quantity, english: Quantity, agreement: Agreement) -> bool:
        """Tell whether a match is a difference that somebody should look at."""
        if agreement.status is not Status.DIFFERS:
            return False
        cause = CAUSES[agreement.cause]
        if agreement.cause == "range-collapsed":
            read = self.words_trusted or (_has_figures(source) and _has_figures(english))
            sure = self.parallel and self.link.link_class is LinkClass.SURE
            return sure and read and source.kind is english.kind and self._is_range_left(source, english)
        if agreement.cause == "bound-changed" and self._is_negated():
            return False
        if agreement.cause == "unit-changed" and self._says_speed_elsewhere(source, english):
            return False
        if not cause.same_figures and not self._stands_alone(source, english, agreement):
            return False
        if (self.link.link_class is not LinkClass.SURE and not cause.slip) or (cause.mild and not self.parallel):
            return False
        if self._are_hours(source, english):
            return False
        return self._may_accuse(source) and self._may_accuse(english)

    def _says_speed_elsewhere(self, source: Quantity, english: Quantity) -> bool:
        """Tell whether a distance held against a speed has its "an hour" farther on: "120 km (75 miles) an hour"."""
        dimensions = {UNITS[item.unit].dimension for item in (source, english)}
        if "speed" not in dimensions or len(dimensions) == 1:
            return False
        source_is_speed = UNITS[source.unit].dimension == "speed"
        side, indexes = (
            (self.pair.english, self.link.english) if source_is_speed else (self.pair.source, self.link.source)
        )
        segments = segments_of(side, indexes)
        measured = (UNITS.get(item.unit) for item in facts_within(side.facts.quantities, segments))
        return any(unit is not None and unit.dimension in ("speed", "duration") for unit in measured) or any(
            names_hour(segment.text, segment.language) for segment in segments
        )

    def _is_negated(self) -> bool:
        """Tell whether either side has a negation, which turns a bound round: "nicht unter 40" is "at least 40"."""
        sides = ((self.pair.source, self.link.source), (self.pair.english, self.link.english))
        return any(facts_within(side.facts.polarity, segments_of(side, indexes)) for side, indexes in sides)

    def _is_range_left(self, source: Quantity, english: Quantity) -> bool:
        """Tell whether the other end of the range stands nowhere on the other side."""
        return source in self.left if source.readings[0].low < source.readings[0].high else english in self.right

    def _stands_alone(self, source: Quantity, english: Quantity, agreement: Agreement) -> bool:
        """Tell whether the two are left over, and each is the only one of its sort that is."""
        if source not in self.left or english not in self.right:
            return False
        rivals_left = self._rivals(source, self.left)
        rivals_right = self._rivals(english, self.right)
        if rivals_left == rivals_right == 1:
            return True
        if rivals_left == rivals_right:
            return agreement.cause in STRONG_CAUSES
        # Two figures that change places in a translation are no chance, even if another number stands on one side only.
        translated = self.parallel and self.link.link_class is LinkClass.SURE
        return translated and agreement.cause == "transposed-digits" and 1 in (rivals_left, rivals_right)

    def _rivals(self, quantity: Quantity, leftovers: Sequence[Quantity]) -> int:
        """Count the leftovers of the same sort, the quantity itself included.

        Where number words of one language cannot be trusted, a word left over on the other side says nothing: its
        partner may be a word that was not recognised. Small numbers in words never say much beside figures: they count
        what the other language has no number for ("the two sides", 双方) or stand in names (五道梁).
        """
        rivals = [item for item in leftovers if (item.kind, item.unit) == (quantity.kind, quantity.unit)]
        if not _has_figures(quantity):
            return len(rivals)
        return sum(_has_figures(item) or (self.words_trusted and abs(item.readings[0].low) > FEW) for item in rivals)

    def _are_hours(self, source: Quantity, english: Quantity) -> bool:
        """Tell whether two numbers may be one hour: "zwischen 16 und 18 Uhr", "between 4 and 6pm"."""
        hours = sorted(quantity.readings[0].low for quantity in (source, english))
        if hours[1] - hours[0] != HALF_DAY or hours[1] > 2 * HALF_DAY:
            return False
        sides = ((self.pair.source, self.link.source), (self.pair.english, self.link.english))
        return all(
            any(date.hour is not None for date in facts_within(side.facts.dates, segments_of(side, indexes)))
            for side, indexes in sides
        )

    def _judge(self, source: Quantity, english: Quantity, agreement: Agreement) -> tuple[str, float]:
        """Return the cause and how certain it is, given how the two articles relate."""
        certainty, cause = agreement.certainty, agreement.cause
        first, second = self.pair.source.article.date, self.pair.english.article.date
        if first and second and first != second:
            older, newer = (source, english) if first < second else (english, source)
            if not self.parallel and _has_grown(older, newer, cause):
                return "newer-count", round(certainty * NEWER, 3)
            certainty *= OTHER_DAY
        if not CAUSES[cause].slip and not self.parallel and not self._is_list():
            certainty *= COMPARABLE
        return cause, round(certainty, 3)

    def _is_list(self) -> bool:
        """Tell whether the sentences share so many numbers that they list the same things."""
        return sum(match.agreement.status is Status.SAME for match in self.matches) >= SHARED

    def _may_accuse(self, quantity: Quantity) -> bool:
        """Tell whether a number is read surely: figures always, words where tested or where they mean nothing else."""
        source = quantity.span.doc == self.pair.source.article.id
        side, indexes = (self.pair.source, self.link.source) if source else (self.pair.english, self.link.english)
        if _has_figures(quantity) or _words_trusted(side, indexes):
            return True
        value = quantity.readings[0].low
        return value > LONG_WORDS and value % 10 != 0 and len(quantity.span.text) >= LONG_WORD


def _has_grown(older: Quantity, newer: Quantity, cause: str) -> bool:
    """Tell whether two counts may be two states of one: a toll that rose from one article to the next."""
    if cause not in ("value-changed", "digit-changed", "rounded-too-coarsely") or older.kind is not QuantityKind.COUNT:
        return False
    low, high = older.readings[0].low, newer.readings[0].low
    return newer.kind is QuantityKind.COUNT and 0 < low < high <= low * GROWS_AT_MOST


def _meant_for(figure: ForeignFigure, read: Quantity | None, others: Sequence[Quantity]) -> tuple[str, Quantity] | None:
    """Return the cause and the number on the other side that a foreign figure was meant for, None where it has none."""
    scale = 1
    if read is not None and figure.own is None and figure.meant[0] and read.readings[0].low % figure.meant[0] == 0:
        scale = int(read.readings[0].low / figure.meant[0])  # 4,6 billion
    elif read is not None and figure.own and read.readings[0].low % figure.own == 0:
        scale = int(read.readings[0].low / figure.own)
    if figure.own is not None and any(_says(other, figure.own * scale) for other in others):
        return None
    regrouped = figure.broken and len(figure.meant) == 1
    for place, value in enumerate(figure.meant):
        for other in others:
            same = _says(other, value * scale) or (scale != 1 and _says(other, value))
            if same or (regrouped and _one_nought_off(other, value)):
                broken = figure.broken and place == len(figure.meant) - 1
                cause = "spaced-grouping" if figure.spaced else "broken-grouping" if broken else "foreign-separator"
                return cause, other
    return None


def _one_nought_off(quantity: Quantity, value: Fraction) -> bool:
    """Tell whether noughts were lost or added where the commas went wrong: 45,000,00 for 45 million."""
    return any(_says(quantity, value * factor) for factor in (10, 100, Fraction(1, 10), Fraction(1, 100)))


def _says(quantity: Quantity, value: Fraction) -> bool:
    reading = quantity.readings[0]
    return value in (reading.low, reading.high)


def _values_near(
    side: Side, indexes: Sequence[int], reach: int, without: Sequence[Quantity | None]
) -> frozenset[Fraction]:
    segments = with_neighbours(side.segments, indexes, reach=reach)
    quantities = [item for item in facts_within(side.facts.quantities, segments) if item not in without]
    return known_values(quantities, facts_within(side.facts.dates, segments))


def _has_figures(quantity: Quantity) -> bool:
    return any(char.isdigit() for char in quantity.span.text)


def _words_trusted(side: Side, indexes: Sequence[int]) -> bool:
    return all(load_profile(segment.language).numbers.trust_words for segment in segments_of(side, indexes))


def _reading(quantity: Quantity) -> float:
    """Return how sure it is that the text says this number."""
    if len(quantity.readings) > 1:
        return 0.92
    return 0.98 if _has_figures(quantity) else 0.95
