"""Quantities: a table of phrases with the amounts they state, and texts that state none.

An expectation reads `kind value unit hedge`: "money 1234.56 EUR ~"; a range is "3..5"; "~" is about, ">" at least, "<"
at most. Only the first reading is listed; further readings have their own tests.
"""

from __future__ import annotations

import time
from fractions import Fraction

import pytest

from xlcheck.extract.quantities.in_sentence import extract_numbers_and_dates, extract_quantities
from xlcheck.model import Quantity, QuantityKind, Span

LONG = 100_000
"""Length of a hostile line; quadratic behaviour would take minutes."""
HEDGES = {"exact": "", "about": "~", "at-least": ">", "at-most": "<"}


def read(text: str, language: str) -> tuple[Quantity, ...]:
    return extract_quantities(Span(doc="d", start=0, end=len(text), text=text), language)


def plain(value: Fraction) -> str:
    return str(value) if value.denominator == 1 else f"{float(value):.10g}"


def summary(quantity: Quantity) -> str:
    first = quantity.readings[0]
    value = plain(first.low) if first.low == first.high else f"{plain(first.low)}..{plain(first.high)}"
    parts = (quantity.kind.value, value, quantity.unit, HEDGES[quantity.approximation.value])
    return " ".join(part for part in parts if part)


GERMAN = [
    ("47 Menschen", "count 47"),
    ("1.234,56 Euro", "money 1234.56 EUR"),
    ("1 234,56 Euro", "money 1234.56 EUR"),
    ("1\N{NARROW NO-BREAK SPACE}234\N{NARROW NO-BREAK SPACE}567 Stimmen", "count 1234567"),
    ("1\N{NO-BREAK SPACE}200 Tonnen", "measure 1200 tonne"),
    ("12'500 Franken", "money 12500 CHF"),
    ("100.000 Demonstranten", "count 100000"),
    ("1.500 Soldaten", "count 1500"),
    ("3,14 Meter", "measure 3.14 meter"),
    ("0,5 Prozent", "percent 0.5 %"),
    ("1,5 Mio. Einwohner", "count 1500000"),
    ("1,5 Mio Einwohner", "count 1500000"),
    ("3 Mrd. Euro", "money 3000000000 EUR"),
    ("3 Milliarden Euro", "money 3000000000 EUR"),
    ("2,5 Billionen Dollar", "money 2500000000000 $"),
    ("800 Tsd. Tonnen", "measure 800000 tonne"),
    ("15 Tausend Stimmen", "count 15000"),
    ("eine Million Menschen", "count 1000000"),
    ("einer Milliarde Euro", "money 1000000000 EUR"),
    ("fünf Millionen Kinder", "count 5000000"),
    ("zweieinhalb Millionen Kinder", "count 2500000"),
    ("anderthalb Stunden", "measure 1.5 hour"),
    ("dreieinhalb Jahre", "measure 3.5 year"),
    ("drei Kriegsschiffe", "count 3"),
    ("DREI Kriegsschiffe", "count 3"),
    ("Acht Menschen starben.", "count 8"),
    ("dreiundzwanzig Menschen", "count 23"),
    ("zweihundertfünfzigtausend Menschen", "count 250000"),
    ("hundert Menschen", "count 100"),
    ("tausend Tote", "count 1000"),
    ("ein Dutzend Häuser", "count 12"),
    ("zwei Dutzend Häuser", "count 24"),
    ("zwei Drittel der Wähler", "count 0.6666666667"),
    ("drei Viertel der Wähler", "count 0.75"),
    ("½ Liter", "measure 0.5 liter"),
    ("2½ Stunden", "measure 2.5 hour"),
    ("12 Prozent", "percent 12 %"),
    ("12 %", "percent 12 %"),
    ("12%", "percent 12 %"),
    ("zwei Prozentpunkte", "percent 2 pp"),
    ("0,3 Prozentpunkten", "percent 0.3 pp"),
    ("€ 20", "money 20 EUR"),
    ("20 €", "money 20 EUR"),
    ("EUR 20", "money 20 EUR"),
    ("20 US-Dollar", "money 20 USD"),
    ("20 Millionen US-Dollar", "money 20000000 USD"),
    ("US$ 20", "money 20 USD"),
    ("300 Rubel", "money 300 RUB"),
    ("5 km", "measure 5 kilometer"),
    ("5 Kilometer", "measure 5 kilometer"),
    ("5 Kilometern", "measure 5 kilometer"),
    ("80 km/h", "measure 80 kilometer_per_hour"),
    ("80 Stundenkilometern", "measure 80 kilometer_per_hour"),
    ("3.000 Quadratkilometer", "measure 3000 square_kilometer"),
    ("40 Hektar", "measure 40 hectare"),
    ("30 Grad Celsius", "measure 30 celsius"),
    ("30 °C", "measure 30 celsius"),
    ("30 Grad", "measure 30 celsius"),
    ("minus 5 Grad", "measure -5 celsius"),
    ("5 Grad unter null", "measure -5 celsius"),
    ("145.000 Hektoliter", "measure 145000 hectoliter"),
    ("-5 °C", "measure -5 celsius"),
    ("75 kg", "measure 75 kilogram"),
    ("1,8 m", "measure 1.8 meter"),
    ("7,1 Gigawatt", "measure 7.1 gigawatt"),
    ("3-5 Tage", "measure 3..5 day"),
    ("3–5 Tage", "measure 3..5 day"),
    ("3 bis 5 Tage", "measure 3..5 day"),
    ("zwischen 3 und 5 Tagen", "measure 3..5 day"),
    ("zwischen drei und fünf Prozent", "percent 3..5 %"),
    ("3 bis 5 Millionen Euro", "money 3000000..5000000 EUR"),
    ("drei bis fünf Jahre", "measure 3..5 year"),
    ("rund 400 Kinder", "count 400 ~"),
    ("etwa 400 Kinder", "count 400 ~"),
    ("fast drei Millionen Kinder", "count 3000000 ~"),
    ("knapp 20 Prozent", "percent 20 % ~"),
    ("mehr als 40 Tote", "count 40 >"),
    ("mindestens 40 Tote", "count 40 >"),
    ("über 40 Tote", "count 40 >"),
    ("höchstens 40 Tote", "count 40 <"),
    ("bis zu 40 Tote", "count 40 <"),
    ("weniger als 40 Tote", "count 40 <"),
    ("40 oder mehr Tote", "count 40 >"),
    ("der 20-jährige Fahrer", "measure 20 year"),
    ("ein Zwanzigjähriger", "measure 20 year"),
    ("eine 20-Jährige", "measure 20 year"),
    ("eine fünfköpfige Familie", "count 5"),
    ("eine fünf-köpfige Familie", "count 5"),
    ("ein zweitägiges Treffen", "measure 2 day"),
    ("eine 10-prozentige Senkung", "percent 10 %"),
    ("der 5. Platz", "ordinal 5"),
    ("im dritten Jahr", "ordinal 3"),
    ("am zwanzigsten Tag", "ordinal 20"),
    ("Artikel 5", "label 5"),
    ("die G-8", "label 8"),
    ("die G8", "label 8"),
    ("COVID-19", "label 19"),
    ("eine F-16", "label 16"),
    ("eine Boeing 737", "label 737"),
    ("Zimmer 4", "label 4"),
    ("§ 218", "label 218"),
    ("ein 3:1", "label 1..3"),
    ("Agent 007", "label 7"),
    ("von 3 auf 5 Prozent", "count 3", "percent 5 %"),
    ("25 Männer und 30 Frauen", "count 25", "count 30"),
]

ENGLISH = [
    ("47 people", "count 47"),
    ("2.3 million pounds", "money 2300000 GBP"),
    ("2.3 million pounds of beef", "measure 2300000 pound"),
    ("230 pounds", "measure 230 pound"),
    ("1,234.56 euros", "money 1234.56 EUR"),
    ("1,234,567 votes", "count 1234567"),
    ("12,34,567 rupees", "money 1234567 INR"),
    ("1.5 million people", "count 1500000"),
    ("1.5m people", "count 1500000"),
    ("$3.5bn", "money 3500000000 $"),
    ("$3.5 billion", "money 3500000000 $"),
    ("£5m", "money 5000000 GBP"),
    ("US$20", "money 20 USD"),
    ("USD 20", "money 20 USD"),
    ("€1.2 trillion", "money 1200000000000 EUR"),
    ("20 dollars", "money 20 $"),
    ("20 euros", "money 20 EUR"),
    ("$ 20", "money 20 $"),
    ("A$20", "money 20 AUD"),
    ("three million people", "count 3000000"),
    ("two and a half million people", "count 2500000"),
    ("a million people", "count 1000000"),
    ("one hundred people", "count 100"),
    ("a hundred people", "count 100"),
    ("three hundred and four people", "count 304"),
    ("twenty-five people", "count 25"),
    ("Twenty-five people", "count 25"),
    ("eighteen months", "measure 18 month"),
    ("a dozen houses", "count 12"),
    ("two dozen houses", "count 24"),
    ("two thirds of voters", "count 0.6666666667"),
    ("two-thirds of voters", "count 0.6666666667"),
    ("12 percent", "percent 12 %"),
    ("12 per cent", "percent 12 %"),
    ("12%", "percent 12 %"),
    ("two percentage points", "percent 2 pp"),
    ("a 12-percent rise", "percent 12 %"),
    ("5 km", "measure 5 kilometer"),
    ("5 kilometres", "measure 5 kilometer"),
    ("3 miles", "measure 3 mile"),
    ("a 5-mile run", "measure 5 mile"),
    ("80 mph", "measure 80 mile_per_hour"),
    ("6 inches", "measure 6 inch"),
    ("40 hectares", "measure 40 hectare"),
    ("30 degrees Celsius", "measure 30 celsius"),
    ("86°F", "measure 86 fahrenheit"),
    ("30 degrees", "measure 30 degree"),
    ("5 degrees below zero", "measure -5 degree"),
    ("−5 °C", "measure -5 celsius"),
    ("200 pounds", "measure 200 pound"),
    ("2 tonnes", "measure 2 tonne"),
    ("3 to 5 days", "measure 3..5 day"),
    ("3-5 days", "measure 3..5 day"),
    ("between 3 and 5 days", "measure 3..5 day"),
    ("between three and five percent", "percent 3..5 %"),
    ("$3-5 million", "money 3000000..5000000 $"),
    ("from 5 to 10 percent", "count 5", "percent 10 %"),
    ("about 400 children", "count 400 ~"),
    ("nearly three million children", "count 3000000 ~"),
    ("more than 40 deaths", "count 40 >"),
    ("at least 40 deaths", "count 40 >"),
    ("over $40 million", "money 40000000 $ >"),
    ("up to 40 deaths", "count 40 <"),
    ("fewer than 40 deaths", "count 40 <"),
    ("40 or more deaths", "count 40 >"),
    ("a 25-year-old man", "measure 25 year"),
    ("25 years old", "measure 25 year"),
    ("a 20-minute walk", "measure 20 minute"),
    ("the 5th day", "ordinal 5"),
    ("the 22nd congress", "ordinal 22"),
    ("the third day", "ordinal 3"),
    ("Article 5", "label 5"),
    ("the G-8", "label 8"),
    ("the G8", "label 8"),
    ("COVID-19", "label 19"),
    ("a Boeing 737", "label 737"),
    ("Room 4", "label 4"),
    ("5G networks", "label 5"),
    ("a 3-1 win", "label 1..3"),
    ("call +49 30 1234567", "label 49301234567"),
    ("a fivefold rise", "measure 5 fold"),
    ("the top-10 list", "count 10"),
    ("25 men and 30 women", "count 25", "count 30"),
]

OTHERS = [
    ("fr", "1 234,56 euros", "money 1234.56 EUR"),
    ("fr", "3,5 millions de personnes", "count 3500000"),
    ("fr", "2 milliards d'euros", "money 2000000000 EUR"),
    ("fr", "12 %", "percent 12 %"),
    ("fr", "10 M€", "money 10000000 EUR"),
    ("tr", "%12", "percent 12 %"),
    ("fr", "12 pour cent", "percent 12 %"),
    ("fr", "quatre-vingt-dix-neuf personnes", "count 99"),
    ("fr", "5 kilomètres", "measure 5 kilometer"),
    ("es", "1.234,5 metros", "measure 1234.5 meter"),
    ("es", "3,5 millones de personas", "count 3500000"),
    ("es", "treinta y cinco personas", "count 35"),
    ("es", "20 euros", "money 20 EUR"),
    ("it", "3,5 milioni di persone", "count 3500000"),
    ("it", "2 miliardi di euro", "money 2000000000 EUR"),
    ("it", "venticinque persone", "count 25"),
    ("it", "10 chilometri", "measure 10 kilometer"),
    ("nl", "1,5 miljoen mensen", "count 1500000"),
    ("nl", "3 miljard euro", "money 3000000000 EUR"),
    ("nl", "vijfentwintig mensen", "count 25"),
    ("pl", "3,5 mln osób", "count 3500000"),
    ("pl", "12 500 osób", "count 12500"),
    ("pl", "dwudziestu siedmiu osób", "count 27"),
    ("pl", "5 kilometrów", "measure 5 kilometer"),
    ("pl", "12 proc.", "percent 12 %"),
    ("pt", "3,5 milhões de pessoas", "count 3500000"),
    ("pt", "vinte e cinco pessoas", "count 25"),
    ("pt", "R$ 20", "money 20 BRL"),
    ("ru", "3,5 млн человек", "count 3500000"),
    ("ru", "12 500 человек", "count 12500"),
    ("ru", "двадцать пять человек", "count 25"),
    ("ru", "5 километров", "measure 5 kilometer"),
    ("ru", "12 процентов", "percent 12 %"),
    ("ru", "1,4 миллионом", "count 1400000"),
    ("zh", "3.5万人", "count 35000"),
    ("zh", "1.2亿人", "count 120000000"),
    ("zh", "1亿2000万人", "count 120000000"),
    ("zh", "三千五百人", "count 3500"),
    ("zh", "二十三亿人", "count 2300000000"),
    ("zh", "5公里", "measure 5 kilometer"),
    ("zh", "82万千瓦", "measure 820000 kilowatt"),
    ("zh", "1300余万", "count 13000000 >"),
    ("ja", "300人", "count 300"),
    ("ja", "１２，３４５人", "count 12345"),
    ("ja", "3億5000万円", "money 350000000 JPY"),
    ("ja", "三百人", "count 300"),
    ("ko", "5킬로미터", "measure 5 kilometer"),
    ("ko", "3만5천 명", "count 35000"),
    ("ko", "12%", "percent 12 %"),
    ("ar", "١٬٢٣٤ شخصا", "count 1234"),
    ("ar", "٣٫٥ مليون", "count 3500000"),
    ("ar", "١٢٪", "percent 12 %"),
    ("tr", "3,5 milyon kişi", "count 3500000"),
    ("tr", "1.234 kişi", "count 1234"),
    ("tr", "yirmi beş kişi", "count 25"),
    ("hi", "१२,३४,५६७ लोग", "count 1234567"),
]

TABLE = [
    *(("de", text, expected) for text, *expected in GERMAN),
    *(("en", text, expected) for text, *expected in ENGLISH),
    *((language, text, expected) for language, text, *expected in OTHERS),
]


@pytest.mark.parametrize(("language", "text", "expected"), TABLE, ids=[f"{row[0]}-{row[1]}" for row in TABLE])
def test_phrase(language: str, text: str, expected: list[str]) -> None:
    assert [summary(item) for item in read(text, language)] == expected


SILENT = [
    ("de", "Es war ein Mann."),
    ("de", "Eine Frau sagte nichts."),
    ("de", "Einer von ihnen schwieg."),
    ("de", "Ein paar Leute kamen."),
    ("de", "Beide lachten."),
    ("de", "Tausende demonstrierten."),
    ("de", "Hunderte starben."),
    ("de", "Dutzende Häuser brannten."),
    ("de", "Millionen hungern."),
    ("de", "Gib acht auf dich."),
    ("de", "Das ließ er außer Acht."),
    ("de", "Die Mannschaft der Elf verlor."),
    ("de", "Sie war im siebten Himmel."),
    ("de", "Das geschah unter vier Augen."),
    ("de", "Der erste Versuch misslang."),
    ("de", "Der zweite Versuch misslang."),
    ("de", "Die Hälfte blieb zu Hause."),
    ("de", "Siehe www.example.org/12345."),
    ("de", "Mail an presse2021@example.org."),
    ("de", "Version 1.2.3.4 ist da."),
    ("de", "Die Adresse ist 192.168.0.1."),
    ("de", "Das Jahr 1997 war kalt."),
    ("de", "In den 1990er Jahren war es kalt."),
    ("de", "Am 23. Januar 2022 war es kalt."),
    ("de", "Am 22.01.2022 war es kalt."),
    ("de", "Um 16.30 Uhr war es kalt."),
    ("de", "Um 16:30 war es kalt."),
    ("de", "Um fünf Uhr war es kalt."),
    ("de", "Seit 2018 ist es kalt."),
    ("de", "Am Mittwoch war es kalt."),
    ("de", "Null Verständnis hatte er."),
    ("de", "Kein Mensch kam."),
    ("de", "Viele kamen, wenige blieben."),
    ("de", "Er ist der Einzige."),
    ("de", "Einmal ist keinmal."),
    ("de", "Man sah sie vereint."),
    ("en", "One of them left."),
    ("en", "No one came."),
    ("en", "A man came."),
    ("en", "The first attempt failed."),
    ("en", "Wait a second."),
    ("en", "He came second."),
    ("en", "Both laughed."),
    ("en", "A couple of people came."),
    ("en", "Thousands marched."),
    ("en", "Hundreds of people died."),
    ("en", "Dozens were hurt."),
    ("en", "Millions are hungry."),
    ("en", "Half left."),
    ("en", "See https://example.org/2021/05/12345.html for more."),
    ("en", "Write to desk24@example.org."),
    ("en", "Follow @desk24 and #vote2024."),
    ("en", "The Big Four met."),
    ("en", "Version 1.2.3 is out."),
    ("en", "It happened on 9/11."),
    ("en", "It is open 24/7."),
    ("en", "In 1997 it was cold."),
    ("en", "The 1990s were cold."),
    ("en", "On January 23rd it was cold."),
    ("en", "At 4:30 p.m. it was cold."),
    ("en", "At 4 p.m. it was cold."),
    ("en", "On 2022-01-23 it was cold."),
    ("en", "It was second to none."),
    ("en", "They were on all fours."),
    ("fr", "Un homme est venu."),
    ("es", "Una mujer llegó."),
    ("zh", "十分重要"),
    ("zh", "万一发生"),
    ("zh", "一些人"),
    ("ru", "Один из них ушёл."),
]


@pytest.mark.parametrize(("language", "text"), SILENT, ids=[f"{row[0]}-{row[1]}" for row in SILENT])
def test_no_quantity(language: str, text: str) -> None:
    assert [summary(item) for item in read(text, language)] == []


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("de", "1.500 Meter", ["1500", "1.5"]),
        ("en", "1,500 meters", ["1500", "1.5"]),
        ("en", "1.500 meters", ["1.5", "1500"]),
        ("de", "1,500 Meter", ["1.5", "1500"]),
        ("de", "0,125 Meter", ["0.125"]),
        ("de", "1.5 Meter", ["1.5"]),
        ("en", "5m", ["5000000", "5"]),
        ("en", "three quarters", ["0.75", "3"]),
        ("fr", "1.500", ["1500", "1.5"]),
    ],
)
def test_ambiguity_is_kept_most_likely_first(language: str, text: str, values: list[str]) -> None:
    (quantity,) = read(text, language)
    assert [plain(reading.low) for reading in quantity.readings] == values


@pytest.mark.parametrize(
    ("text", "precision"),
    [("1,25 Mio.", 3), ("1.500", 2), ("0,05", 1), ("2.345", 4), ("100", 1), ("ein Dutzend", None), ("zwölf", None)],
)
def test_precision_is_the_number_of_significant_figures(text: str, precision: int | None) -> None:
    (quantity,) = read(text, "de")
    assert quantity.precision == precision


def test_spans_quote_the_text() -> None:
    text = "Rund 1,5 Mio. Euro kostete die 20-jährige Boeing 737 – minus 5 Prozent."
    span = Span(doc="d", start=100, end=100 + len(text), text=text)
    quantities, dates = extract_numbers_and_dates(span, "de")
    assert [item.span.text for item in quantities] == ["1,5 Mio. Euro", "20-jährige", "737", "minus 5 Prozent"]
    assert not dates
    for item in quantities:
        assert text[item.span.start - 100 : item.span.end - 100] == item.span.text


@pytest.mark.parametrize("language", ["und", "xx", "tlh", "../de", ""])
def test_a_language_nobody_knows_still_yields_figures(language: str) -> None:
    (quantity,) = read("abc 25 def", language)
    assert quantity.readings[0].low == 25
    assert quantity.kind is QuantityKind.COUNT


@pytest.mark.parametrize(
    "text",
    [
        "1" * 1_000_000,
        "1 " * 500_000,
        "1," * 500_000,
        "123 " * 250_000,
        "1.000." * 160_000,
        "a" * 1_000_000,
        "a1" * 500_000,
        "@" * 1_000_000,
        "a@" * 500_000,
        "三" * 1_000_000,
        "drei " * 200_000,
        "drei und " * 110_000,
    ],
    ids=[
        "digits",
        "singles",
        "commas",
        "groups",
        "points",
        "letters",
        "mixed",
        "ats",
        "mails",
        "han",
        "words",
        "joins",
    ],
)
def test_a_hostile_line_is_read_in_seconds(text: str) -> None:
    start = time.process_time()  # the machine may have other things to do
    read(text[:LONG], "de")
    assert time.process_time() - start < 10
