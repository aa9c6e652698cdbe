"""A number differs from the number it stands for in the other language version.

## What it does

Reads every number of two linked sentences in its own language: figures of any script and grouping, number words,
scale words, percent, money and units. Numbers that state the same amount are paired first; rounding, unit conversion,
ranges and words such as "about" or "more than" are allowed for. Two numbers that are left over on both sides and
plainly stand for each other are reported, with what seems to have happened: `digit-changed`, `transposed-digits`,
`digit-dropped`, `digit-added`, `scale-confused`, `separator-confused`, `currency-changed`, `unit-changed`,
`percent-points`, `sign-flipped` or `value-changed`.

## Why it matters

A wrong number is the error that readers remember and that a newsroom has to correct in public. It survives fluent
translation, and no similarity score sees it.

## Example

| | |
|---|---|
| Source | Bei dem Brand wurden **47** Menschen verletzt. |
| English | The fire injured **74** people. |
| Verdict | transposed-digits |

## When it stays silent

* A number that the other sentence does not mention at all is never a finding.
* The number occurs elsewhere on the other side: next to the linked sentence, in comparable articles anywhere.
* One side rounds, converts a unit, gives a range that covers the other, or says "more than".
* Amounts in two currencies differ: one of them has probably been converted.
* The sentences are not surely linked and the values have nothing in common but their kind.
* The number is a word of a language whose number words have not been tested.

## Known limits

Vague words (dozens, several, a couple) state no number. A count that a later article raised looks like a changed one;
where the two articles are dated on different days the confidence is lower. Sums and differences are not worked out.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from xlcheck.checks.base import (
    CheckContext,
    CheckInfo,
    Example,
    Examples,
    make_finding,
    pair_verdict,
    reach_of,
    segments_of,
    trusted_links,
)
from xlcheck.compare.in_segments import facts_within, with_neighbours
from xlcheck.compare.known_values import known_values, quantity_is_known
from xlcheck.compare.quantities import STRONG_CAUSES, QuantityMatch, compare_quantities, match_quantities
from xlcheck.lang.profile import load_profile
from xlcheck.model import Agreement, LinkClass, PairMode, Quantity, QuantityKind, Severity, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from fractions import Fraction

    from xlcheck.model import ArticlePair, Finding, Link, Side

INFO = CheckInfo(id="XN101", name="number-value", severity=Severity.ERROR, scope="pair", its="numbers")

ACROSS_KINDS = 0.65
"""Certainty factor where a bare count faces a number with a unit and nothing else is left on either side."""
COMPARABLE = 0.6
"""Certainty factor of a mere difference between articles that were written independently of each other."""
HALF_DAY = 12
"""Hours between the two ways of counting them."""
SHARED = 2
"""Numbers that sentences share where they list the same things ("420 helpers, six planes and four boats")."""
OTHER_DAY = 0.7
"""Certainty factor where the two articles are of different days: the newer one may simply know more."""
LONG_WORDS = 12
"""Number words above this value that are not round are compounds or long words, and homographs of nothing."""
LONG_WORD = 6
"""Shortest such word, in letters; shorter ones, and runs of Han numerals, stand inside names (路易十六, Louis XVI)."""
_SAME_FIGURES = frozenset({"currency-changed", "unit-changed", "percent-points", "separator-confused", "sign-flipped"})

EXAMPLES = Examples(
    fires=(
        Example(
            source="Bei dem Brand wurden 47 Menschen verletzt.",
            english="The fire injured 74 people.",
            language="de",
            cause="transposed-digits",
        ),
        Example(
            source="Das Ministerium stellt 3,5 Milliarden Euro bereit.",
            english="The ministry is providing 3.5 million euros.",
            language="de",
            cause="scale-confused",
        ),
        Example(
            source="Die Arbeitslosenquote stieg auf 5,8 Prozent.",
            english="The unemployment rate rose to 5.3 percent.",
            language="de",
            cause="digit-changed",
        ),
        Example(
            source="Der Tunnel ist 1.500 Meter lang.",
            english="The tunnel is 1.5 meters long.",
            language="de",
            cause="separator-confused",
        ),
        Example(
            source="Der Umzug kostet 20 Millionen Euro.",
            english="The move will cost 20 million dollars.",
            language="de",
            cause="currency-changed",
        ),
        Example(
            source="The storm left 120,000 homes without power.",
            english="The storm left 12,000 homes without power.",
            cause="digit-dropped",
        ),
        Example(
            source="地震造成至少 138 人受伤。",
            english="The earthquake injured at least 183 people.",
            language="zh",
            cause="transposed-digits",
        ),
    ),
    silent=(
        Example(
            source="Rund 1,5 Millionen Menschen sind betroffen.",
            english="Some 1,500,000 people are affected.",
            language="de",
        ),
        Example(
            source="Die Insel liegt 100 Kilometer vor der Küste.",
            english="The island lies 62 miles off the coast.",
            language="de",
            note="a converted unit",
        ),
        Example(
            source="Zwischen 16 und 18 Uhr ist die Brücke gesperrt.",
            english="The bridge is closed between 4 and 6pm.",
            language="de",
            note="the hours of two clocks",
        ),
        Example(
            source="Fast drei Millionen Menschen haben abgestimmt.",
            english="About 2.97 million people voted.",
            language="de",
            note="rounding",
        ),
        Example(
            source="Anderthalb Jahre später wurden zwei Drittel der 25 Häuser abgerissen.",
            english="Eighteen months later, 67 percent of the twenty-five houses were torn down.",
            language="de",
        ),
        Example(
            source="Mehr als 40 Menschen kamen ums Leben.",
            english="The accident killed 44 people.",
            language="de",
            note="a bound that holds",
        ),
        Example(
            source="Das Werk kostet 200 Millionen Euro.",
            english="The plant will cost $215 million.",
            language="de",
            note="converted money",
        ),
        Example(source="The mayor spoke for 20 minutes.", english="The mayor spoke for a long time."),
        Example(
            source="По данным полиции, задержаны 12 500 человек.",
            english="Police say 12,500 people were detained.",
            language="ru",
        ),
        Example(
            source="وأضاف أن ١٬٢٣٤ شخصا أصيبوا.",
            english="He added that 1,234 people were injured.",
            language="ar",
        ),
    ),
)


def check(pair: ArticlePair, context: CheckContext) -> Iterator[Finding]:
    """Yield differing numbers of linked sentences."""
    for link in trusted_links(pair):
        suspects = _Suspects(pair, link)
        for match in suspects.matches:
            finding = suspects.judge(match)
            if finding is not None:
                yield finding


class _Suspects:
    """The numbers of one link that found no partner, and what is known around them."""

    def __init__(self, pair: ArticlePair, link: Link) -> None:
        self.pair, self.link = pair, link
        reach = reach_of(pair)
        source = facts_within(pair.source.facts.quantities, segments_of(pair.source, link.source))
        english = facts_within(pair.english.facts.quantities, segments_of(pair.english, link.english))
        matches = match_quantities(source, english)
        paired = [match for match in matches if match.agreement.status is Status.SAME]
        # In parallel texts a number that has found its partner cannot be the partner of another one as well.
        done = paired if pair.mode is PairMode.PARALLEL else []
        source_values = _values_near(pair.source, link.source, reach, [match.source for match in done])
        english_values = _values_near(pair.english, link.english, reach, [match.english for match in done])
        self.left = [
            match.source
            for match in matches
            if match.source
            and match.agreement.status is not Status.SAME
            and not quantity_is_known(match.source, english_values)
        ]
        self.right = [
            match.english
            for match in matches
            if match.english
            and match.agreement.status is not Status.SAME
            and not quantity_is_known(match.english, source_values)
        ]
        self.words_trusted = _words_trusted(pair.source, link.source) and _words_trusted(pair.english, link.english)
        self.matches = [*matches, *self._across_kinds(matches)]

    def _across_kinds(self, matches: Sequence[QuantityMatch]) -> Iterator[QuantityMatch]:
        """Pair the only two numbers left where one of them merely lacks a unit ("25 km" against "28")."""
        if len(self.left) != 1 or len(self.right) != 1 or self.link.link_class is not LinkClass.SURE:
            return
        source, english = self.left[0], self.right[0]
        if not (_has_figures(source) and _has_figures(english)):
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

    def judge(self, match: QuantityMatch) -> Finding | None:
        """Return a finding about a match, or None where there is nothing to say."""
        source, english, agreement = match.source, match.english, match.agreement
        if source is None or english is None or agreement.status is not Status.DIFFERS:
            return None
        if agreement.cause not in _SAME_FIGURES and not self._stands_alone(source, english, agreement):
            return None
        if self.link.link_class is not LinkClass.SURE and agreement.cause not in STRONG_CAUSES:
            return None
        if self._are_hours(source, english):
            return None
        if not (
            _is_readable(source, self.pair.source, self.link.source)
            and _is_readable(english, self.pair.english, self.link.english)
        ):
            return None
        return make_finding(
            INFO,
            confidence=(
                ("link", self.link.probability),
                ("reading", round(_reading(source) * _reading(english), 3)),
                ("comparison", self._certainty(agreement)),
            ),
            verdict=pair_verdict(self.pair, source=self.link.source, english=self.link.english),
            message=_message(source, english, agreement),
            where=(english.span,),
            related=(source.span,),
            cause=agreement.cause,
            evidence=(("source", describe(source)), ("english", describe(english))),
        )

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
        translated = self.pair.mode is PairMode.PARALLEL and self.link.link_class is LinkClass.SURE
        return translated and agreement.cause == "transposed-digits" and 1 in (rivals_left, rivals_right)

    def _rivals(self, quantity: Quantity, leftovers: Sequence[Quantity]) -> int:
        """Count the leftovers of the same sort, the quantity itself included.

        Where number words of one language cannot be trusted, a word left over on the other side says nothing: its
        partner may be a word that was not recognised.
        """
        rivals = [item for item in leftovers if _sort(item) == _sort(quantity)]
        if self.words_trusted or not _has_figures(quantity):
            return len(rivals)
        return sum(_has_figures(item) for item in rivals)

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

    def _is_list(self) -> bool:
        """Tell whether the sentences share so many numbers that they list the same things."""
        return sum(match.agreement.status is Status.SAME for match in self.matches) >= SHARED

    def _certainty(self, agreement: Agreement) -> float:
        certainty = agreement.certainty
        first, second = self.pair.source.article.date, self.pair.english.article.date
        if agreement.cause not in STRONG_CAUSES and self.pair.mode is not PairMode.PARALLEL and not self._is_list():
            certainty *= COMPARABLE
        if first and second and first != second:
            certainty *= OTHER_DAY
        return round(certainty, 3)


def _values_near(
    side: Side, indexes: Sequence[int], reach: int, without: Sequence[Quantity | None]
) -> frozenset[Fraction]:
    segments = with_neighbours(side.segments, indexes, reach=reach)
    quantities = [item for item in facts_within(side.facts.quantities, segments) if item not in without]
    return known_values(quantities, facts_within(side.facts.dates, segments))


def _sort(quantity: Quantity) -> tuple[str, str]:
    return quantity.kind.value, quantity.unit


def _has_figures(quantity: Quantity) -> bool:
    return any(char.isdigit() for char in quantity.span.text)


def _words_trusted(side: Side, indexes: Sequence[int]) -> bool:
    return all(load_profile(segment.language).numbers.trust_words for segment in segments_of(side, indexes))


def _is_readable(quantity: Quantity, side: Side, indexes: Sequence[int]) -> bool:
    """Tell whether the number may accuse: figures always, words where they were tested or cannot be other words."""
    if _has_figures(quantity) or _words_trusted(side, indexes):
        return True
    value = quantity.readings[0].low
    return value > LONG_WORDS and value % 10 != 0 and len(quantity.span.text) >= LONG_WORD


def _reading(quantity: Quantity) -> float:
    """Return how sure it is that the text says this number."""
    if len(quantity.readings) > 1:
        return 0.92
    return 0.98 if _has_figures(quantity) else 0.95


def describe(quantity: Quantity) -> str:
    """Return the amount that was read, in plain figures with its unit."""
    low, high = quantity.readings[0].low, quantity.readings[0].high
    amount = _plain(low) if low == high else f"{_plain(low)} to {_plain(high)}"
    return f"{amount} {quantity.unit}".strip()


def _plain(value: Fraction) -> str:
    return str(value.numerator) if value.denominator == 1 else f"{float(value):.6g}"


def _message(source: Quantity, english: Quantity, agreement: Agreement) -> str:
    return f"“{english.span.text}” here, “{source.span.text}” on the other side: {agreement.reasons[0]}."
