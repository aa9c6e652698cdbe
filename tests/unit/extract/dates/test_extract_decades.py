"""Decades and the centuries that they belong to."""

from __future__ import annotations

import pytest

from xlcheck.extract.dates.in_sentence import find_dates
from xlcheck.extract.roman import roman


@pytest.mark.parametrize(("figures", "value"), [("IV", 4), ("XIX", 19), ("XXI", 21), ("ХІХ", 19)], ids=str)
def test_roman_figures(figures: str, value: int) -> None:
    assert roman(figures) == value


@pytest.mark.parametrize(
    ("language", "text", "covered"),
    [
        ("de", "Die achtziger Jahre des 19. Jahrhunderts waren hart.", "achtziger Jahre des 19. Jahrhunderts"),
        ("en", "In the 1880s of the 19th century it grew.", "1880s of the 19th century"),
        ("zh", "它建于19世纪80年代。", "19世纪80年代"),
        ("fr", "Les années 80 du XIXe siècle furent dures.", "années 80 du XIXe siècle"),
    ],
    ids=["de", "en", "zh", "fr"],
)
def test_the_century_belongs_to_the_decade(language: str, text: str, covered: str) -> None:
    (date,) = find_dates(text, language)
    assert (text[date.start : date.end], date.year) == (covered, 1880)


def test_a_decade_of_a_century_out_of_reach_is_no_date() -> None:
    assert find_dates("Die achtziger Jahre des 9. Jahrhunderts waren hart.", "de") == ()
