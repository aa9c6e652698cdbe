"""Words that carry claims: whole, by their beginning, torn apart, masked, in scripts without spaces."""

from __future__ import annotations

import pytest

from xlcheck.errors import ConfigError
from xlcheck.extract.cues.claims import extract_claims
from xlcheck.lang.claims import CONCEPTS, ClaimsProfile, contraries
from xlcheck.lang.profile import known_languages, load_profile
from xlcheck.model import Span


def read(text: str, language: str) -> list[tuple[str, str]]:
    span = Span(doc="a", start=7, end=7 + len(text), text=text)
    cues = extract_claims(span, language)
    for cue in cues:
        assert text[cue.span.start - 7 : cue.span.end - 7] == cue.span.text
    return [(cue.span.text, cue.concept) for cue in cues if cue.is_sure]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param("de", "Die Mieten stiegen.", [("stiegen", "rise")], id="whole-word"),
        pytest.param("de", "Der Mietanstieg war neu.", [], id="no-inner-word"),
        pytest.param("de", "Sie lehnte den Bau der Brücke ab.", [("lehnte", "reject")], id="torn-verb"),
        pytest.param("de", "Sie wollen nicht mehr warten.", [], id="masked"),
        pytest.param("en", "After all, he went.", [("he", "male")], id="masked-phrase"),
        pytest.param(
            "en", "It was, according to them, shut.", [("according to", "attribution"), ("shut", "close")], id="phrase"
        ),
        pytest.param("zh", "三月份鱼价上涨", [("上涨", "rise")], id="no-spaces"),
        pytest.param("ru", "Все школы закрыты", [("Все", "all")], id="cyrillic"),
        pytest.param("und", "rise and fall", [], id="unknown-language"),
    ],
)
def test_sure_cues(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text, language) == expected


def test_concepts_of_all_languages_are_known_and_excluded_by_others() -> None:
    for language in known_languages():
        claims = load_profile(language).claims
        assert {*claims.sure, *claims.also} <= CONCEPTS
    assert contraries("north") == {"south", "east", "west"}
    assert contraries("alleged") == frozenset()


def test_an_unknown_concept_is_an_error() -> None:
    with pytest.raises(ConfigError, match="sideways"):
        ClaimsProfile(sure={"sideways": ("seitwärts",)})


def test_hostile_lines_take_no_time() -> None:
    assert read("lehnte " * 20_000, "de") == []
    assert read("a" * 1_000_000, "de") == []
