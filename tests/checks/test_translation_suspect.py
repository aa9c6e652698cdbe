"""XT101 beyond its examples: grouping, and that a bad translation never accuses an article."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from xlcheck.checks import translation_suspect
from xlcheck.checks.base import CheckContext
from xlcheck.config import Config
from xlcheck.errors import InputError
from xlcheck.model import GarbleScore, Report, Severity, Side, Translation, Verdict
from xlcheck.pipeline import check_articles, check_texts
from xlcheck.reading import plain_article, read_article, with_translation
from xlcheck.translate.base import RawTranslation
from xlcheck.translate.health import CAUSES, suspect_reasons

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SENTENCES = [f"Die Fähre Nummer {number} legt am Montag im Hafen von Almsund ab." for number in range(2, 14)]


def side(reasons: Sequence[tuple[str, ...]]) -> Side:
    """Return an article whose sentences have translations with these reasons."""
    read = read_article(plain_article("\n".join(SENTENCES[: len(reasons)]), name="a", language="de"))
    made = (
        Translation(segment=place, text="The ferry leaves.", engine="argos", pack="de_en 1 0", score=-1, suspect=why)
        for place, why in enumerate(reasons)
    )
    return replace(read, translations=tuple(made))


@pytest.mark.parametrize(
    ("reasons", "causes"),
    [
        pytest.param([(), ()], [], id="sound"),
        pytest.param([("words repeat",)], ["repeats"], id="one"),
        pytest.param([("words repeat", "nothing came out"), ("words repeat",)], ["repeats"], id="first-reason"),
        pytest.param([("it is new",)], ["other"], id="a-reason-of-another-engine"),
        pytest.param([(why,) for why in CAUSES], ["unfinished", "copied", "cut", "too-long", "other"], id="many"),
    ],
)
def test_one_finding_a_reason_and_few_in_all(reasons: list[tuple[str, ...]], causes: list[str]) -> None:
    found = list(translation_suspect.check(side(reasons[:12]), CheckContext()))
    assert len(found) == len(causes) <= 5
    if len(causes) < 5:
        assert [finding.cause for finding in found] == causes
    assert {finding.severity for finding in found} <= {Severity.NOTE}
    assert {finding.verdict for finding in found} <= {Verdict.TRANSLATION_SUSPECT}
    assert not any(finding.verdict.can_fail for finding in found)


def test_many_sentences_are_counted_and_a_few_shown() -> None:
    (found,) = translation_suspect.check(side([("words repeat",)] * 12), CheckContext())
    assert "12 sentences" in found.message
    assert [span.text for span in found.where] == SENTENCES[:5]


def test_a_broken_source_is_reported_by_others() -> None:
    given = side([("words repeat",), ("words repeat",)])
    garbled = replace(given, garble=(GarbleScore(value=0.9), GarbleScore(value=0.0)))
    (found,) = translation_suspect.check(garbled, CheckContext())
    assert [span.text for span in found.where] == SENTENCES[1:2]


def test_a_given_translation_needs_a_line_a_sentence() -> None:
    read = read_article(plain_article("\n".join(SENTENCES[:2]), name="a", language="de"))
    assert len(with_translation(read, ["One.", "Two."]).translations) == 2
    with pytest.raises(InputError, match="1 lines of translation for 2 sentences"):
        with_translation(read, ["One."])


class Liar:
    """An engine whose translations are all suspect, however they read."""

    engine = "liar"
    broken = ()

    def __init__(self, lie: Callable[[str], str]) -> None:
        self._lie = lie

    def __enter__(self) -> Liar:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def choose(self, language: str) -> Liar:
        return self

    def languages(self) -> frozenset[str]:
        return frozenset(SOURCES)

    def describe(self, language: str) -> str:
        return f"liar {language}"

    def translate(self, texts, *, language, progress=None) -> list[RawTranslation]:
        found = []
        for text in texts:
            english = self._lie(text)
            reasons = suspect_reasons(text, english, language=language) or ("words repeat",)
            found.append(RawTranslation(text=english, pack="liar", suspect=reasons))
        return found


SOURCES = {
    "de": "Die Ministerin sagte am Montag, dass 340 Boote nicht auslaufen. „Wir warten bis Mai“, sagte Anna Vik.",
    "pl": "Minister powiedziała w poniedziałek, że 340 łodzi nie wypłynie. „Czekamy do maja” – powiedziała Anna Vik.",
}
ENGLISH = "The minister said on Monday that 340 boats will not leave. “We wait until May,” said Anna Vik."


ARTICLES = [
    *(plain_article(text, name=language, language=language) for language, text in SOURCES.items()),
    plain_article(ENGLISH, name="en", language="en"),
]


@pytest.fixture(scope="module")
def untranslated() -> Report:
    return check_articles(ARTICLES, Config(cache=False, engine="none"), together=True)


@pytest.mark.parametrize(
    "lie",
    [
        pytest.param(lambda _: "", id="nothing"),
        pytest.param(lambda _: "On Tuesday all 9,999 boats will leave, said John Smith.", id="fluent"),
        pytest.param(lambda text: text, id="copied"),
    ],
)
def test_a_suspect_translation_accuses_nobody(
    lie: Callable[[str], str], untranslated: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("xlcheck.stages.translation.open_translator", lambda *_, **__: Liar(lie))
    report = check_articles(ARTICLES, Config(cache=False), together=True)
    assert report.coverage.translated > 0
    others = [finding for finding in report.findings if finding.check != "XT101"]
    assert others == list(untranslated.findings)
    assert {span.doc for finding in report.findings if finding.check == "XT101" for span in finding.where} == {*SOURCES}


def test_two_texts_with_a_bad_translation() -> None:
    found = check_texts(
        SENTENCES[0], "The second ferry leaves.", source_language="de", translation="The the the the the."
    )
    assert [finding.verdict for finding in found if finding.check == "XT101"] == [Verdict.TRANSLATION_SUSPECT]
