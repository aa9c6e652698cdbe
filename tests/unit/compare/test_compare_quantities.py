"""Whether two amounts agree, and what happened to the number where they do not."""

from __future__ import annotations

import pytest

from xlcheck.checks.registry import CHECKS
from xlcheck.compare.number_causes import CAUSES, STRONG_CAUSES
from xlcheck.compare.quantities import compare_quantities, match_quantities
from xlcheck.extract.quantities.in_sentence import extract_quantities
from xlcheck.lang.units import UNITS, convert
from xlcheck.model import Quantity, Span, Status


def read(text: str, language: str) -> tuple[Quantity, ...]:
    return extract_quantities(Span(doc="d", start=0, end=len(text), text=text), language)


def one(text: str, language: str) -> Quantity:
    (quantity,) = read(text, language)
    return quantity


SAME = [
    ("1,5 Mio. Menschen", "1,500,000 people"),
    ("1,5 Millionen Menschen", "1.5 million people"),
    ("2,97 Mio. Menschen", "nearly three million people"),
    ("3 Mrd. Euro", "3 billion euros"),
    ("3 Billionen Euro", "€3 trillion"),
    ("25 Menschen", "twenty-five people"),
    ("ein Dutzend Häuser", "12 houses"),
    ("zwei Drittel", "67 percent"),
    ("anderthalb Jahre", "18 months"),
    ("100 Kilometer", "62 miles"),
    ("100 km", "60 miles"),
    ("30 Grad Celsius", "86 degrees Fahrenheit"),
    ("30 Grad", "86°F"),
    ("30 Grad", "30 degrees"),
    ("1,5 Grad", "2.7 degrees Fahrenheit"),
    ("2,3 Milliarden Pfund", "£2.3bn"),
    ("100 Hektoliter", "10,000 litres"),
    ("5 Kilo", "5 kilograms"),
    ("90 kg", "200 pounds"),
    ("100 Pfund", "£100"),
    ("mehr als 40 Tote", "44 deaths"),
    ("rund 400 Kinder", "398 children"),
    ("3 bis 5 Tage", "between three and five days"),
    ("3 bis 5 Tage", "4 days"),
    ("20 Dollar", "A$20"),
    ("100.000 Menschen", "100,000 people"),
    ("1.234 Menschen", "about 1,200 people"),
    ("die 20-Jährige", "the 20 year old"),
    ("der 5. Tag", "five days"),
    ("minus 5 Prozent", "5 percent"),
    ("die G-8", "the G8"),
    ("ein 3:1", "a 3-1 win"),
    ("ein 1:3", "a 3-1 win"),
    ("zwei Jahrzehnte", "20 years"),
]


@pytest.mark.parametrize(("source", "english"), SAME, ids=[f"{a} = {b}" for a, b in SAME])
def test_same(source: str, english: str) -> None:
    assert compare_quantities(one(source, "de"), one(english, "en")).status is Status.SAME


DIFFERS = [
    ("47 Menschen", "74 people", "transposed-digits"),
    ("5,8 Prozent", "5.3 percent", "digit-changed"),
    ("1.240 Menschen", "124 people", "digit-dropped"),
    ("124 Menschen", "1,240 people", "digit-added"),
    ("3,5 Milliarden Euro", "3.5 million euros", "scale-confused"),
    ("3 Billionen Euro", "3 billion euros", "scale-confused"),
    ("1.500 Meter", "1.5 meters", "separator-confused"),
    ("20 Euro", "20 dollars", "currency-changed"),
    ("5 km", "5 miles", "unit-changed"),
    ("5 Quadratmeter", "5 cubic meters", "unit-changed"),
    ("2 Prozentpunkte", "2 percent", "percent-points"),
    ("minus 5 Grad", "5 degrees", "sign-flipped"),
    ("17,6 Grad", "17.6 degrees Fahrenheit", "unit-changed"),
    ("140 Millionen Euro", "140 million pounds", "currency-changed"),
    ("145.000 Hektoliter", "145,000 litres", "unit-changed"),
    ("25 Menschen", "30 people", "value-changed"),
    ("3 bis 5 Tage", "3 to 6 days", "value-changed"),
    ("Artikel 5", "Article 6", "value-changed"),
    ("mindestens 40 Tote", "38 deaths", "value-changed"),
    ("mehr als 40 Tote", "more than 400 deaths", "digit-added"),
    ("12 Prozent", "21 percent", "transposed-digits"),
    ("zwölf Menschen", "twenty people", "value-changed"),
    ("100 km", "100 miles", "unit-changed"),
    ("350 Quadratmeter", "350 meters", "unit-changed"),
    ("20 Millionen Einwohner", "2,000 residents", "myriad-confused"),
    ("1500 Menschen", "1.500 people", "foreign-separator"),
    ("mehr als 40 Tote", "70 deaths", "bound-exceeded"),
    ("bis zu 40 Tote", "25 deaths", "bound-exceeded"),
    ("mindestens 40 Tote", "at most 40 deaths", "bound-changed"),
    ("unter 40 Tote", "more than 40 deaths", "bound-changed"),
    ("3 bis 6 Tage", "3 days", "range-collapsed"),
    ("3 bis 6 Tage", "six days", "range-collapsed"),
    ("2,6 Millionen Menschen", "2 million people", "rounded-too-coarsely"),
    ("147.300 Menschen", "100,000 people", "rounded-too-coarsely"),
]


@pytest.mark.parametrize(("source", "english", "cause"), DIFFERS, ids=[f"{a} / {b}" for a, b, _ in DIFFERS])
def test_differs_with_a_cause(source: str, english: str, cause: str) -> None:
    agreement = compare_quantities(one(source, "de"), one(english, "en"))
    assert agreement.status is Status.DIFFERS
    assert agreement.cause == cause
    assert agreement.reasons
    assert 0 < agreement.certainty <= 1


UNKNOWN = [
    ("200 Millionen Euro", "215 million dollars"),
    ("3 bis 5 Tage", "12 days"),
    ("5 km", "5 kg"),
    ("20 Menschen", "30 percent"),
    ("20 Euro", "3 miles"),
]


@pytest.mark.parametrize(("source", "english"), UNKNOWN, ids=[f"{a} ? {b}" for a, b in UNKNOWN])
def test_unknown_is_an_outcome_of_its_own(source: str, english: str) -> None:
    assert compare_quantities(one(source, "de"), one(english, "en")).status is Status.UNKNOWN


@pytest.mark.parametrize(("source", "english"), [*SAME, *((a, b) for a, b, _ in DIFFERS), *UNKNOWN])
def test_swapping_the_sides_keeps_the_outcome(source: str, english: str) -> None:
    left, right = one(source, "de"), one(english, "en")
    assert compare_quantities(left, right).status is compare_quantities(right, left).status


@pytest.mark.parametrize("text", [row[0] for row in SAME])
def test_a_quantity_agrees_with_itself(text: str) -> None:
    quantity = one(text, "de")
    agreement = compare_quantities(quantity, quantity)
    assert agreement.status is Status.SAME
    assert agreement.certainty == 1.0


def test_matching_takes_agreements_first_and_leaves_each_number_in_one_match() -> None:
    source = read("25 Männer, 30 Frauen und 4 Kinder", "de")
    english = read("4 children, 25 men and 31 women", "en")
    matches = match_quantities(source, english)
    pairs = [
        (match.source.span.text, match.english.span.text, match.agreement.status)
        for match in matches
        if match.source and match.english
    ]
    assert pairs == [("25", "25", Status.SAME), ("30", "31", Status.DIFFERS), ("4", "4", Status.SAME)]


def test_matching_leaves_over_what_has_no_partner() -> None:
    matches = match_quantities(read("25 Männer", "de"), read("nobody, 3 percent of 25 men", "en"))
    assert [(bool(match.source), bool(match.english)) for match in matches] == [(True, True), (False, True)]
    assert matches[1].agreement.status is Status.UNKNOWN


def test_matching_nothing_is_nothing() -> None:
    assert match_quantities((), ()) == ()


@pytest.mark.parametrize("unit", sorted(UNITS))
def test_conversion_there_and_back_is_exact(unit: str) -> None:
    for other in UNITS:
        converted = convert(one("7 Menschen", "de").readings[0].low, unit, other)
        if UNITS[unit].dimension != UNITS[other].dimension:
            assert converted is None
        else:
            assert converted is not None
            assert convert(converted, other, unit) == 7


def test_strong_causes_are_causes() -> None:
    elsewhere = {"broken-grouping", "numbers-exchanged"}  # seen in the style, and in the words around two numbers
    assert {cause for _, _, cause in DIFFERS} >= STRONG_CAUSES - elsewhere


def test_a_cause_has_one_check() -> None:
    checks = {check.INFO.name for check in CHECKS}
    assert {cause.check for cause in CAUSES.values()} <= checks
