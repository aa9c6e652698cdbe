"""Which countries a sentence names, and whether it may speak of one at all."""

from __future__ import annotations

import pytest

from xlcheck.compare.countries import countries_named
from xlcheck.compare.name_search import may_name_country
from xlcheck.extract.names.in_article import extract_names
from xlcheck.model import Segment, Span


def named(text: str, language: str) -> list[tuple[str, str, bool]]:
    span = Span(doc="", start=0, end=len(text), text=text)
    mentions = extract_names(Segment(index=0, span=span, language=language, paragraph=0), language)
    return [
        (text[item.start : item.end], item.key, item.attribute) for item in countries_named(span, language, mentions)
    ]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("US troops left Norway.", "en", [("US", "US", False), ("Norway", "NO", False)]),
        ("Polish and French boats waited.", "en", [("Polish", "PL", True), ("French", "FR", True)]),
        ("They told us about the harbour.", "en", []),
        ("He polished the turkey.", "en", []),
        ("Der deutsche Minister flog nach Norwegen.", "de", [("deutsche", "DE", True), ("Norwegen", "NO", False)]),
        ("Das russischsprachige Blatt schwieg.", "de", []),
        ("Польские рыбаки ждали.", "ru", [("Польские", "PL", True)]),
        ("フランスの船が待っていた。", "ja", [("フランス", "FR", False)]),
    ],
)
def test_countries_by_name_adjective_and_people(
    text: str, language: str, expected: list[tuple[str, str, bool]]
) -> None:
    assert named(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "key", "expected"),
    [
        ("The Kremlin said no.", "en", "RU", True),
        ("Moscow said no.", "en", "RU", True),
        ("Britische Boote warteten.", "de", "GB", True),
        ("Die Boote warteten.", "de", "GB", False),
        ("美军撤离。", "zh", "US", True),
    ],
)
def test_anything_that_can_mean_a_country(text: str, language: str, key: str, expected: bool) -> None:
    assert may_name_country(text, language, key) is expected
