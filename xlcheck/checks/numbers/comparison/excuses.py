"""What else in two linked sentences explains that two of their numbers differ: a speed, a negation, two clocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlcheck.checks.base import segments_of
from xlcheck.compare.in_segments import facts_within
from xlcheck.extract.quantities.units import names_hour
from xlcheck.lang.units import UNITS

if TYPE_CHECKING:
    from xlcheck.model import ArticlePair, Link, Quantity

HALF_DAY = 12
"""Hours between the two ways of counting them."""


def says_speed_elsewhere(pair: ArticlePair, link: Link, source: Quantity, english: Quantity) -> bool:
    """Tell whether a distance held against a speed has its "an hour" farther on: "120 km (75 miles) an hour"."""
    dimensions = {UNITS[item.unit].dimension for item in (source, english)}
    if "speed" not in dimensions or len(dimensions) == 1:
        return False
    source_is_speed = UNITS[source.unit].dimension == "speed"
    side, indexes = (pair.english, link.english) if source_is_speed else (pair.source, link.source)
    segments = segments_of(side, indexes)
    measured = (UNITS.get(item.unit) for item in facts_within(side.facts.quantities, segments))
    return any(unit is not None and unit.dimension in ("speed", "duration") for unit in measured) or any(
        names_hour(segment.text, segment.language) for segment in segments
    )


def is_negated(pair: ArticlePair, link: Link) -> bool:
    """Tell whether either side has a negation, which turns a bound round: "nicht unter 40" is "at least 40"."""
    sides = ((pair.source, link.source), (pair.english, link.english))
    return any(facts_within(side.facts.polarity, segments_of(side, indexes)) for side, indexes in sides)


def are_hours(pair: ArticlePair, link: Link, source: Quantity, english: Quantity) -> bool:
    """Tell whether two numbers may be one hour: "zwischen 16 und 18 Uhr", "between 4 and 6pm"."""
    hours = sorted(quantity.readings[0].low for quantity in (source, english))
    if hours[1] - hours[0] != HALF_DAY or hours[1] > 2 * HALF_DAY:
        return False
    sides = ((pair.source, link.source), (pair.english, link.english))
    return all(
        any(date.hour is not None for date in facts_within(side.facts.dates, segments_of(side, indexes)))
        for side, indexes in sides
    )
