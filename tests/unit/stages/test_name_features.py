from __future__ import annotations

import pytest

from xlcheck.reading import plain_article, read_article
from xlcheck.stages.name_features import NAMES, name_features

STRONG, WEAK = 0.7, 0.3


def features(language: str, source: str, english: str) -> dict[str, float]:
    sides = (
        read_article(plain_article(text, name=name, language=code))
        for text, name, code in ((source, "source", language), (english, "english", "en"))
    )
    found = name_features(*sides)
    return {name: value for name, value in found.items() if value is not None}


REPLACED = [
    ("de", "Die Fähre fuhr nach Portugal.", "The ferry went to Poland."),
    (
        "fr",
        "Le chanteur Simon Vauteron a fermé le port lundi.",
        "The singer Margaret Okonjo closed the port on Monday.",
    ),
    ("es", "El barco salió de Holmgard el lunes.", "The ship left Wexcombe on Monday."),
    ("it", "Sono le maggiori banche d'Europa.", "They are the largest banks in Africa."),
    ("ru", "Во вторник министр Павел Жуков был в Москве.", "Minister Peter Holloway was in Moscow on Tuesday."),
    ("ja", "プーチン大統領は月曜日に会見した。", "President Holloway held a press conference on Monday."),
    ("hi", "प्रतिनिधिमंडल मंगलवार को डेनमार्क पहुंचा।", "The delegation arrived in Portugal on Tuesday."),
    ("zh", "展会在慕尼黑举行到周日。", "The fair in Dublin lasts until Sunday."),
]


@pytest.mark.parametrize(("language", "source", "english"), REPLACED, ids=[row[0] for row in REPLACED])
def test_a_replaced_name_is_lost_added_and_exchanged(language: str, source: str, english: str) -> None:
    found = features(language, source, english)
    assert found["names_added"] >= STRONG
    assert min(found["names_lost"], found["names_exchanged"]) > 0.4


CLEAN = [
    ("de", "Der Minister traf Frau Müller am Samstag in Köln.", "The minister met Ms Mueller in Cologne on Saturday."),
    ("fr", "L'ONU et le VIH", "The UN and HIV"),
    ("es", "El ADN es de Asia oriental.", "The DNA is from East Asia."),
    ("cs", "Delegace z Moskvy přijela v pondělí.", "The Russian delegation arrived on Monday."),
    ("ru", "Об этом заявили США.", "The U.S. said so."),
    ("ja", "ネイビーのジャケットは九州で売れた。", "The navy jackets sold in Kyushu."),
    ("zh", "这个App在美国很受欢迎。", "This app is popular in the United States."),
    ("hi", "मंत्री पावेल ज़ुकोव ने मंगलवार को मॉस्को में कहा।", "Minister Pavel Zhukov said in Moscow on Tuesday."),
]


@pytest.mark.parametrize(("language", "source", "english"), CLEAN, ids=[row[0] for row in CLEAN])
def test_translated_names_raise_no_doubt(language: str, source: str, english: str) -> None:
    assert max(features(language, source, english).values()) <= WEAK


def test_another_city_of_one_country_is_a_weak_sign() -> None:
    found = features("zh", "展会在慕尼黑举行到周日。", "The fair in Hamburg lasts until Sunday.")
    assert 0.0 < found["names_exchanged"] <= WEAK


def test_doubts_are_graded() -> None:
    source = "Der Minister Lindqvist traf am Montag die Gäste."
    sure = features("de", source, "Minister Okonjo met the guests on Monday.")["names_added"]
    part = features("de", source, "Minister Peter Lindqvist met the guests on Monday.")["names_added"]
    slip = features("de", source, "Minister Lindkist met the guests on Monday.")["names_added"]
    assert sure > part > slip


def test_a_language_without_data_is_unknown() -> None:
    assert features("eu", "kaixo", "Hello from Portugal") == {}
    assert NAMES == ("names_lost", "names_added", "names_exchanged")


def test_a_name_that_goes_without_saying_weighs_less() -> None:
    home = features("zh", "中国今年的粮食产量有所增加。", "Grain output has increased this year.")
    abroad = features("zh", "法国今年的粮食产量有所增加。", "Grain output has increased this year.")
    assert 0.0 < home["names_lost"] < abroad["names_lost"]
