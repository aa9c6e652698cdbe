from __future__ import annotations

import pytest

from xlcheck.extract.names.in_article import extract_article_names, extract_names
from xlcheck.model import Mention, MentionKind, Segment, Span


def segment(text: str, language: str, index: int = 0, start: int = 0) -> Segment:
    span = Span(doc="a", start=start, end=start + len(text), text=text)
    return Segment(index=index, span=span, language=language, paragraph=index)


def brief(mentions: tuple[Mention, ...]) -> list[tuple[str, str, str]]:
    return [(item.name, item.kind.value, item.key) for item in mentions]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "On Monday Foreign Minister Pavel Zhukov met Mr. Okonjo in the U.S. capital.",
            [("Pavel Zhukov", "person", ""), ("Okonjo", "person", ""), ("U.S.", "place", "US")],
        ),
        ("en", "Then Deputy Leader Okonjo left.", [("Leader Okonjo", "person", "")]),
        ("en", "Then the Deputy Leader left, as did Deputy Green.", [("Leader", "other", ""), ("Green", "other", "")]),
        ("en", "Then Mr Green left.", [("Green", "person", "")]),
        ("en", "It was said by J. K. Mortimer.", [("J. K. Mortimer", "person", "")]),
        ("en", "He met Vladimir V. Zorin.", [("Vladimir V. Zorin", "person", "")]),
        ("en", "The talks with Ursula von der Aue went on.", [("Ursula von der Aue", "other", "")]),
        (
            "en",
            "Japan's envoy and Russia’s Zhukov spoke.",
            [("Japan", "place", "JP"), ("Russia", "place", "RU"), ("Zhukov", "other", "")],
        ),
        ("en", "The Russian and the Russian-backed troops left.", []),
        ("en", "They left on Tuesday in March.", []),
        ("en", "Workers went home.", []),
        ("en", "It was nice in Upper Austria.", [("Upper Austria", "place", "AT/Upper Austria")]),
        ("en", "Both NATO and the OSCE agreed.", [("NATO", "other", "org:NATO"), ("OSCE", "other", "org:OSCE")]),
        ("en", "Council Votes To Close Harbour Road In Norddamm", []),
        ("en", "Ferry Line To Portugal Closes After Storm", [("Portugal", "place", "PT")]),
        ("en", "", []),
        (
            "de",
            "Außenminister Pawel Schukow traf Herrn Blinken in den Vereinigten Staaten.",
            [("Pawel Schukow", "person", ""), ("Blinken", "person", ""), ("Vereinigten Staaten", "place", "US")],
        ),
        (
            "de",
            "Die Polizei Russlands und die OSZE.",
            [("Russlands", "place", "RU"), ("OSZE", "other", "org:OSCE")],
        ),
        ("de", "Angela Webers Anruf aus Kiew kam spät.", [("Angela Weber", "other", ""), ("Kiew", "place", "UA/Kyiv")]),
        ("de", "Die russische Invasion und die Berliner Zeitungen", []),
        ("de", "Die Welt sah zu.", []),
        ("de", "Die Klägerin Miriam Achterberg ging.", [("Miriam Achterberg", "other", "")]),
        ("de", "Merkels Sondergesandtschaftsleiter ging.", [("Merkel", "other", "")]),
        ("fr", "Elle a vu Claire Dubois à Moscou.", [("Claire Dubois", "other", ""), ("Moscou", "place", "RU/Moscow")]),
        ("ru", "Вчера Павел Жуков был в Москве.", [("Павел Жуков", "other", ""), ("Москве", "place", "RU/Moscow")]),
        ("zh", "王立在北京会见了记者。", [("北京", "place", "CN/Beijing")]),
        ("zh", "今日本报记者在沿海地区。", []),
        ("zh", "他看过《德国机长》。", []),
        (
            "zh",
            "德国总理埃米尔·霍洛韦说，王立外长今天在世贸组织（WTO）总部。",
            [
                ("德国", "place", "DE"),
                ("埃米尔·霍洛韦", "person", ""),
                ("王立", "person", ""),
                ("世贸组织", "other", "org:WTO"),
                ("WTO", "other", "org:WTO"),
            ],
        ),
        ("zh", "俄罗斯总统抵达汉堡。", [("俄罗斯", "place", "RU"), ("汉堡", "place", "DE/Hamburg")]),
        ("zh-TW", "德國總統抵達漢堡。", [("德國", "place", "DE"), ("漢堡", "place", "DE/Hamburg")]),
        (
            "ja",
            "山田氏はドイツのオコンジョ首相とインドで会った。",
            [
                ("山田", "person", ""),
                ("ドイツ", "place", "DE"),
                ("オコンジョ", "person", ""),
                ("インド", "place", "IN"),
            ],
        ),
        ("ja", "クリスマスの外国旅行", []),
        (
            "ko",
            "홍길동 장관은 인도적 지원을 위해 서울에서 인도로 갔다.",
            [("홍길동", "person", ""), ("서울", "place", "KR/Seoul"), ("인도", "place", "IN")],
        ),
        ("ko", "외교부 장관은 수단을 가리지 않았다.", []),
        (
            "ar",
            "التقى الرئيس الألماني سامر هلال بوزير الخارجية في القاهرة وبرلين.",
            [("سامر هلال", "person", ""), ("القاهرة", "place", "EG/Cairo"), ("برلين", "place", "DE/Berlin")],
        ),
        (
            "th",
            "นายสมชาย ใจดี กล่าวที่กรุงเทพฯ ว่าสภากาชาดจะไปจีน",
            [
                ("สมชาย ใจดี", "person", ""),
                ("กรุงเทพฯ", "place", "TH/Bangkok"),
                ("สภากาชาด", "other", "org:Red Cross"),
                ("จีน", "place", "CN"),
            ],
        ),
        ("th", "นายทหารและนายจ้าง กล่าวว่า", []),
        ("ar", "التقى الوزير بالصحفيين", []),
    ],
)
def test_extract_names(language: str, text: str, expected: list[tuple[str, str, str]]) -> None:
    found = extract_names(segment(text, language), language)
    assert brief(found) == expected
    assert all(text[item.span.start : item.span.end] == item.span.text for item in found)


def test_spans_leave_titles_and_possessives_out() -> None:
    (mention,) = extract_names(segment("Then President Okonjo's plane left.", "en", start=50), "en")
    assert (mention.span.text, mention.span.start) == ("Okonjo", 65)


def test_the_article_confirms_lone_words_at_the_beginning() -> None:
    texts = ["Okonjo left early.", "Reporters waited for Okonjo.", "Reporters waited."]
    found = extract_article_names([segment(text, "en", i) for i, text in enumerate(texts)], "en")
    assert [item.name for item in found] == ["Okonjo", "Okonjo"]


def test_one_title_makes_a_person_of_every_mention() -> None:
    texts = ["They saw Mr Okonjo.", "It was Emeka Okonjo.", "So said Okonjo."]
    found = extract_article_names([segment(text, "en", i) for i, text in enumerate(texts)], "en")
    assert [item.kind for item in found] == [MentionKind.PERSON] * 3


def test_a_family_name_alone_makes_a_person_of_the_full_name() -> None:
    texts = ["It was Emeka Okonjo.", "So said Okonjo.", "The plan of Bayview Harbour failed."]
    found = extract_article_names([segment(text, "en", i) for i, text in enumerate(texts)], "en")
    assert [item.kind.value for item in found] == ["person", "person", "other"]


def test_sentences_are_read_in_their_own_language() -> None:
    found = extract_article_names([segment("So sagt Frau Weber aus Wien.", "de")], "en")
    assert brief(found) == [("Weber", "person", ""), ("Wien", "place", "AT/Vienna")]


@pytest.mark.parametrize("text", ["Aa " * 60_000, "A." * 50_000, "A" * 300_000, "O'" * 80_000], ids=len)
def test_hostile_lines_end_soon(text: str) -> None:
    assert isinstance(extract_names(segment(text, "en"), "en"), tuple)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "德国总理埃米尔·霍洛韦说，" * 8_000),
        ("zh", "王" * 100_000),
        ("ja", "ア" * 100_000),
        ("ko", "김" * 100_000),
        ("ar", "الرئيس " * 15_000),
        ("th", "นาย" * 30_000),
        ("zh", "《" * 100_000),
    ],
)
def test_hostile_lines_without_capitals_end_soon(language: str, text: str) -> None:
    assert isinstance(extract_names(segment(text, language), language), tuple)
