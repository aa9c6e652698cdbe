"""Bytes to text."""

from __future__ import annotations

import codecs

import pytest

from xlcheck.errors import InputError
from xlcheck.ingest.decode import decode

GERMAN = "Der Außenminister erklärte am Freitag, die Gespräche seien „nützlich“ gewesen, auch für die Nachbarn."


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_byte_order_mark_names_the_encoding_and_is_no_text(mark: bytes, encoding: str) -> None:
    decoded = decode(mark + GERMAN.encode(encoding))
    assert (decoded.text, decoded.encoding) == (GERMAN, encoding)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (GERMAN, "cp1252"),
        ("Le ministre a déclaré vendredi que les négociations avaient été utiles à l’Europe.", "cp1252"),
        ("El ministro español dijo que el año próximo habrá más reuniones en España.", "cp1252"),
        ("Ministern sade på fredagen att mötet var nyttigt för båda länderna.", "cp1252"),
        ("Minister powiedział w piątek, że rozmowy były pożyteczne, choć różnice pozostały.", "cp1250"),
        ("Ministr zahraničí v pátek řekl, že jednání byla užitečná, i když rozdíly zůstávají.", "iso8859_2"),
        ("Dışişleri Bakanı cuma günü görüşmelerin iki ülke için de yararlı olduğunu söyledi.", "cp1254"),
        ("Министр иностранных дел заявил в пятницу, что переговоры были полезными.", "cp1251"),
        ("Министр иностранных дел заявил в пятницу, что переговоры были полезными.", "koi8_r"),
        ("外交部长周五表示，会谈对两国都有益。没有宣布进一步的步骤。", "gb18030"),
        ("外務大臣は金曜日、会談は両国にとって有益だったと述べた。次の措置は未定だ。", "shift_jis"),
    ],
    ids=["de", "fr", "es", "sv", "pl", "cs", "tr", "ru-1251", "ru-koi8", "zh", "ja"],
)
def test_legacy_encoding_is_guessed(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


def test_utf8_with_a_few_broken_bytes_stays_utf8() -> None:
    data = GERMAN.encode().replace("ü".encode(), b"\xfc", 1)
    decoded = decode(data)
    assert decoded.encoding == "utf-8"
    assert decoded.text == GERMAN.replace("ü", "\N{REPLACEMENT CHARACTER}", 1)


@pytest.mark.parametrize(
    "data",
    [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"%PDF-1.7\n\0\1\2", bytes(range(1, 32)) * 9],
    ids=["png", "pdf", "controls"],
)
def test_binary_is_refused_with_a_hint(data: bytes) -> None:
    with pytest.raises(InputError, match="not text") as caught:
        decode(data)
    assert caught.value.hint


def test_line_breaks_are_left_alone() -> None:
    assert decode(b"a\r\nb\rc\n").text == "a\r\nb\rc\n"
