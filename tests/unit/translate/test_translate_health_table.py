"""Good and bad translations of made-up news in nine languages; each sign of `health` speaks where it should."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xlcheck.translate import health, surface
from xlcheck.translate.health import CAUSES, suspect_reasons

GOOD = {
    "de": [
        ("Die Fähre nach Almsund fährt ab 2. Mai wieder.", "The ferry to Almsund runs again from 2 May."),
        ("Im Jahr 2019 kamen 1.340 Gäste.", "In 2019, 1,340 guests came."),
        ("Sie fuhren weiter und weiter und weiter.", "They drove on and on and on."),
        ("Der Stadtrat vertagte die Entscheidung über das Hallenbad.", "The council put off the pool decision."),
        ("Rund 1,5 Millionen Euro und 20 Boote", "Some 1.5 million euros and twenty boats"),
    ],
    "fr": [
        ("« Le pont restera fermé », a déclaré Anne Vic à Almont.", "“The bridge will stay closed,” said Anne Vic in "
         "Almont."),
        ("Le 3 mai 2021, 12 000 personnes ont défilé.", "On 3 May 2021 some 12,000 people marched."),
    ],
    "es": [
        ("La alcaldesa de Almar, Ana Vico, anunció obras en el puerto.", "Almar's mayor, Ana Vico, announced works in "
         "the port."),
        ("Muy, muy lejos de allí", "Very, very far from there"),
    ],
    "cs": [
        ("Podle Ivana Nováka se most v Almově uzavře v pondělí.", "According to Ivan Novák, the Almov bridge closes on "
         "Monday."),
        ("V sedmdesátých letech tam žilo 40 rodin.", "In the 1970s forty families lived there."),
    ],
    "ru": [
        ("Мэр Альмска Анна Викова закрыла мост до 2022 года.", "Mayor of Almsk Anna Vikova closed the bridge until "
         "2022."),
        ("«Нет, нет и нет», — сказал Иван Петров.", "“No, no and no,” said Ivan Petrov."),
    ],
    "el": [("Η γέφυρα στο λιμάνι έκλεισε τη Δευτέρα.", "The bridge at the harbour closed on Monday.")],
    "zh": [
        ("市议会星期一决定关闭旧港大桥，3万人受影响。", "On Monday the city council decided to close the old "
         "harbour bridge, which affects 30,000 people."),
        ("哈哈哈，他说。", "“Ha ha ha,” he said."),
    ],
    "ja": [("市議会は月曜日に橋を閉鎖することを決めた。", "The city council decided on Monday to close the bridge.")],
    "ar": [("قرر مجلس المدينة يوم الاثنين إغلاق الجسر القديم.", "On Monday the city council decided to close the old "
            "bridge.")],
}  # fmt: skip

BAD = {
    "de": [
        ("Die Ministerin sagte in Almsund, das Geld sei noch nicht da.", "…", health.NOTHING),
        ("Die Fähre fährt wieder.", "The ferry, ferry, ferry runs again.", health.REPEATS),
        ("Die alte Brücke am Hafen wird geschlossen.", "The bridge of the bridge, the old of the bridge of the bridge.",
         health.REPEATS),
        ("Ein Mann aus Almsund hat das Boot gekauft.", "A man from WhiteWhiteWhiteWhite bought the boat.",
         health.REPEATS),
        ("Es kamen 347 Gäste.", "Many guests came to the town.", health.NUMBERS),
        ("Von 340 Booten sind 17 alt.", "There are nine ways to the harbour.", health.NUMBERS),
    ],
    "fr": [
        ("Le pont du port restera fermé jusqu’à lundi, dit la mairie.", "Le pont du port restera fermé jusqu’à lundi.",
         health.COPIED),
        ("À Almont, Anne Vic et Paul Darc ont parlé du pont.", "They are going to talk about it later.", health.NAMES),
    ],
    "es": [
        ("La alcaldesa de Almar, Ana Vico, habló con Luis Pardo.", "The hotel is near the Grand Beach of Menorca.",
         health.NAMES),
        ("El puerto cerrará el lunes por la mañana durante dos semanas.", "The port.", health.SHORT),
    ],
    "cs": [("Most se v pondělí uzavře.", "The bridge " + "and the road beside it and the harbour behind it " * 2,
            health.LONG)],
    "ru": [
        ("Мост закрыт.", "Мост закрыт.", health.FOREIGN),
        ("По словам Анны Виковой, мост в Альмске закрыт.", "It was not possible to do this.", health.NAMES),
    ],
    "el": [("Η γέφυρα στο λιμάνι έκλεισε τη Δευτέρα.", "Η γέφυρα closed τη Δευτέρα.", health.FOREIGN)],
    "zh": [
        ("市议会星期一决定关闭旧港大桥。", "The city.", health.SHORT),
        ("2021年有340人和17条船。", "A long time ago there were people here.", health.NUMBERS),
    ],
    "ja": [("市議会は月曜日に橋を閉鎖することを決めた。", "able to be able to be able to be able to be",
            health.REPEATS)],
    "ar": [("قرر مجلس المدينة يوم الاثنين إغلاق الجسر القديم.", "On Monday ⁇ ⁇ decided to close the old bridge.",
            health.UNKNOWN)],
}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "source", "english"),
    [pytest.param(language, *pair, id=f"{language}-{n}") for language, pairs in GOOD.items()
     for n, pair in enumerate(pairs)],
)  # fmt: skip
def test_good(language: str, source: str, english: str) -> None:
    assert suspect_reasons(source, english, language=language, score=-0.6) == ()


@pytest.mark.parametrize(
    ("language", "source", "english", "reason"),
    [pytest.param(language, *row, id=f"{language}-{n}") for language, rows in BAD.items()
     for n, row in enumerate(rows)],
)  # fmt: skip
def test_bad(language: str, source: str, english: str, reason: str) -> None:
    assert reason in suspect_reasons(source, english, language=language)


SOURCE, ENGLISH = "Die alte Brücke am Hafen wird geschlossen.", "The old bridge at the harbour will be closed."
NEAR = "The old bridge at the port will be closed."
FAR = "You can find a large number of hotels in this area."


@pytest.mark.parametrize(
    ("alternatives", "unsure"),
    [
        pytest.param((), False, id="none"),
        pytest.param((NEAR, NEAR, ENGLISH), False, id="near"),
        pytest.param((NEAR, NEAR, FAR), False, id="one-stray"),
        pytest.param((FAR, FAR, "Six words about something else entirely"), True, id="far"),
        pytest.param(("", "", ""), True, id="nothing"),
    ],
)
def test_alternatives(alternatives: tuple[str, ...], unsure: bool) -> None:
    assert (health.UNSURE in suspect_reasons(SOURCE, ENGLISH, alternatives=alternatives)) is unsure


def test_alternatives_of_a_word_or_two_say_nothing() -> None:
    assert suspect_reasons("Ja, sicher.", "Yes, sure.", alternatives=("Of course.", "Certainly!")) == ()


@pytest.mark.parametrize(("score", "improbable"), [(None, False), (0.0, False), (-2.9, False), (-3.1, True)])
def test_score(score: float | None, improbable: bool) -> None:
    assert (health.UNLIKELY in suspect_reasons(SOURCE, ENGLISH, score=score)) is improbable


def test_a_mark_stays_a_mark() -> None:
    assert suspect_reasons("–", "–") == suspect_reasons("”", "") == ()


def test_every_reason_has_a_short_name() -> None:
    constants = {name: value for name, value in vars(health).items() if name[0] != "_" and name.isupper()}
    reasons = {value for value in constants.values() if isinstance(value, str)}
    assert {*CAUSES} == reasons
    assert len({*CAUSES.values()}) == len(CAUSES)


@given(source=st.text(max_size=60), english=st.text(max_size=60))
def test_any_text_is_judged(source: str, english: str) -> None:
    assert set(suspect_reasons(source, english)) <= {*CAUSES}


@given(text=st.text(alphabet="ab 1.,甲", max_size=80))
def test_a_text_never_repeats_more_than_itself(text: str) -> None:
    assert health.REPEATS not in suspect_reasons(text, text)


@pytest.mark.parametrize("unit", ["a", "Ab ", "1,", "the council ", "甲", "😀", "\N{COMBINING ACUTE ACCENT}"])
def test_hostile_length_is_judged_in_linear_time(unit: str) -> None:
    start = time.process_time()
    suspect_reasons(SOURCE, unit * (200_000 // len(unit)))
    assert time.process_time() - start < 8


@pytest.mark.parametrize(
    ("text", "found"),
    [("1.500 und 2,50", {"15", "25"}), ("0815", {"815"}), ("000", set()), ("x", set()), ("20:15", {"2", "15"})],
)
def test_figures(text: str, found: set[str]) -> None:
    assert surface.figures(text) == found
