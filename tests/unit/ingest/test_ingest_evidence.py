"""Broken characters are pointed at, clean ones are not."""

from __future__ import annotations

import pytest

from xlcheck.ingest.evidence import find_evidence

CLEAN = [
    "„Das ist gut“, sagte Müller – naïve Façade.",
    "«Oui», dit-il… l’été à Besançon, où l’on fête « Noël ».",
    "»So«, sagte er. ›Ja‹, rief Jürgen.",
    "Škoda, Łódź, Šiauliai, ČEZ, ŽIVOT, Žilina",
    "Привет, мир — «да», сказал он…",
    "中国外交部：“我们同意。”《日报》",
    "日本の首相は「はい」と述べた。",
    "한국 정부는 ‘예’라고 말했다.",
    "😀👍🏽 👨\N{ZERO WIDTH JOINER}👩\N{ZERO WIDTH JOINER}👧 🇺🇦",
    "€ 5,– ± 3 °C, § 5, ½, 5 × 3, ©, ®, ™",
    "À bientôt, ÉTÉ, ÂGE, Ã",
    "São Paulo, AÇÃO, NÃO, JOÃO, «ÑANDÚ»",
    "Trần Đức Lương ở Việt Nam",
    "Türkçe ığüşöç İstanbul",
    "groß, Maß“ – STRAẞE, Äußerung…“",
    "Þórður Ólafur Ísland ÁÐUR",
    "עברית וערבית: العربية",
    "परिषद ने मतदान किया।",
    "10\N{NO-BREAK SPACE}000\N{NARROW NO-BREAK SPACE}km",
    "Soft\N{SOFT HYPHEN}trennung, Null\N{ZERO WIDTH SPACE}breite",
    "tab\tand form\ffeed",
]


@pytest.mark.parametrize("text", CLEAN)
def test_clean_typography_yields_nothing(text: str) -> None:
    assert find_evidence("d", text) == ()


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "mac_roman"])
def test_mojibake_is_found_word_by_word(encoding: str) -> None:
    text = "Alles klar. " + "für die Ämter".encode().decode(encoding, errors="ignore")
    found = find_evidence("d", text)
    assert [item.kind for item in found] == ["mojibake"] * len(found)
    assert "für" in found[0].note
    assert found[0].span.start == text.index("f", 12) + 1


def test_mojibake_span_is_exact() -> None:
    text = "Die Stra\u00c3\u0178e nach M\u00c3\u00bcnchen."
    assert [item.span.text for item in find_evidence("d", text)] == ["\u00c3\u0178", "\u00c3\u00bc"]
    assert all(text[item.span.start : item.span.end] == item.span.text for item in find_evidence("d", text))


def test_broken_quotation_marks() -> None:
    (found,) = find_evidence("d", "It\u00e2\u20ac\u2122s over.")
    assert (found.kind, found.span.text) == ("mojibake", "\u00e2\u20ac\u2122")
    assert "It’s" in found.note


def test_lost_and_control_characters() -> None:
    text = "a\x00b \ufffd\ufffd c\x85d \x07\x08."
    assert [(item.kind, item.span.start, item.span.end) for item in find_evidence("d", text)] == [
        ("control-character", 1, 2),
        ("replacement-character", 4, 6),
        ("control-character", 8, 9),
        ("control-character", 11, 13),
    ]


def test_notes_hold_no_control_characters() -> None:
    for item in find_evidence("d", "f\u00c3\u00bcr \x9b31m \x07"):
        assert item.note.isprintable()
