"""Language of texts and lines."""

from __future__ import annotations

import socket

import pytest

from xlcheck.lang.detect import alike, detect, line_language, variant_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The council voted on Tuesday to rebuild the lighthouse.", "en"),
        ("Der Rat stimmte am Dienstag für den Wiederaufbau des Leuchtturms.", "de"),
        ("Le conseil a voté mardi la reconstruction du phare.", "fr"),
        ("El consejo votó el martes a favor de reconstruir el faro.", "es"),
        ("Совет проголосовал во вторник за восстановление маяка.", "ru"),
        ("Рада проголосувала у вівторок за відбудову маяка.", "uk"),
        ("Rada zagłosowała we wtorek za odbudową latarni morskiej.", "pl"),
        ("市议会周二投票", "zh"),
        ("市議會週二投票", "zh-TW"),
        ("市政府公布下周行程", "zh"),
        ("臺北市長表示，這個計畫將於明年開始。", "zh-TW"),
        ("市議会、再建を可決へ", "ja"),
        ("首相が会見", "ja"),
        ("시의회, 등대 재건 가결", "ko"),
        ("สภาเมืองลงมติ", "th"),
        ("صوت المجلس يوم الثلاثاء على إعادة بناء المنارة", "ar"),
        ("شورا روز سه شنبه به بازسازی فانوس دریایی رای داد", "fa"),
        ("کونسل نے منگل کو مینار کی تعمیر نو کے حق میں ووٹ دیا", "ur"),
    ],
)
def test_language(text: str, language: str) -> None:
    code, confidence = detect(text)
    assert code == language
    assert 0.5 <= confidence <= 1.0


@pytest.mark.parametrize(
    ("code", "text", "variant"),
    [
        ("zh", "國會", "zh-TW"),
        ("zh", "国会", "zh"),
        ("zh", "", "zh"),
        ("zh", "国會国", "zh"),
        ("ja", "國會", "ja"),
        ("de", "ß", "de"),
    ],
)
def test_a_variant_is_told_by_its_letters(code: str, text: str, variant: str) -> None:
    assert variant_of(code, text) == variant


@pytest.mark.parametrize("text", ["", "  \n", "1:0 (0:0)", "Ja.", "§ 5", "Quill, Pell, Ashby", "??? !!!"])
def test_too_little_text(text: str) -> None:
    assert detect(text)[0] == "und"


def test_a_name_in_another_script_does_not_decide() -> None:
    assert detect("The word 灯塔 means lighthouse, the council of the town was told on Tuesday.")[0] == "en"


def test_line_breaks_do_not_matter() -> None:
    broken = "Der Rat\nstimmte am\r\nDienstag für\n\nden Turm."
    assert detect(broken) == detect("Der Rat stimmte am Dienstag für den Turm.")


@pytest.mark.parametrize(
    ("line", "document", "language"),
    [
        ("Der Rat stimmte am Dienstag für den Wiederaufbau des Leuchtturms.", "en", "de"),
        ("Der Rat stimmte am Dienstag für den Wiederaufbau des Leuchtturms.", "de", None),
        ("Der Rat tagt.", "en", None),
        ("Quill, Pell, Ashby, Holm, Sander, Port Ellery, Norholm", "en", None),
        ("Der Rat stimmte am Dienstag für den Wiederaufbau des Leuchtturms.", "und", None),
    ],
    ids=["other", "same", "short", "names", "unknown-document"],
)
def test_only_a_long_and_sure_line_overrides_its_document(line: str, document: str, language: str | None) -> None:
    assert line_language(line, document) == language


def test_close_languages_do_not_contradict_each_other() -> None:
    assert alike("nb", "da")
    assert alike("hr", "sr")
    assert not alike("de", "nl")
    assert not alike("ru", "uk")


def test_nothing_is_downloaded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "socket", lambda *_args, **_options: pytest.fail("a connection was opened"))
    detect("The council voted on Tuesday to rebuild the lighthouse. " * 2)
