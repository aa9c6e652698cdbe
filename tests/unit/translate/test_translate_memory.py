"""The translation memory: what it keeps, for whom, and that nothing harms it."""

from __future__ import annotations

import random
import signal
import sqlite3
import stat
import subprocess
import sys
import time
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from xlcheck.translate import install_file, open_translator
from xlcheck.translate.base import RawTranslation
from xlcheck.translate.memory import Remembered, TranslationMemory
from xlcheck.translate.remembering import BATCH_CHARACTERS, RememberingTranslator
from xlcheck.translate.tmx import to_tmx

GOOD = RawTranslation(text="The ferry waits.", pack="de_en 1.0 aaaa", score=-0.123456789012345, suspect=("one", "two"))


class Loud:
    """A translator that shouts, and tells what it was asked."""

    engine = "loud"

    def __init__(self, maker: str = "loud 1") -> None:
        self.maker = maker
        self.asked: list[list[str]] = []
        self.fail_after: int | None = None

    def languages(self) -> frozenset[str]:
        return frozenset({"de"})

    def describe(self, language: str) -> str:
        return f"{self.maker} {language}"

    def translate(
        self, texts: Sequence[str], *, language: str, progress: Callable[[int], None] | None = None
    ) -> list[RawTranslation]:
        if self.fail_after is not None and len(self.asked) >= self.fail_after:
            raise KeyboardInterrupt
        self.asked.append(list(texts))
        return [RawTranslation(text=text.upper(), pack=self.maker, score=-1.0) for text in texts]


@pytest.fixture
def memory(tmp_path: Path) -> TranslationMemory:
    return TranslationMemory(tmp_path / "cache" / "translations.sqlite")


def test_what_is_put_is_got(memory: TranslationMemory) -> None:
    assert memory.get(["Die Fähre wartet."], language="de", maker="m") == {}
    memory.put({"Die Fähre wartet.": GOOD}, language="de", engine="argos", maker="m")
    assert memory.get(["Die Fähre wartet.", "?"], language="de", maker="m") == {"Die Fähre wartet.": GOOD}
    assert memory.get(["Die Fähre wartet."], language="de", maker="other") == {}
    assert memory.get(["Die Fähre wartet."], language="nl", maker="m") == {}
    assert list(memory.damage()) == []
    assert memory.problem == ""


def test_another_version_of_this_program_judges_anew(
    memory: TranslationMemory, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory.put({"a": GOOD}, language="de", engine="argos", maker="m")
    monkeypatch.setattr("xlcheck.translate.memory._key.__defaults__", ("another",))
    assert memory.get(["a"], language="de", maker="m") == {}
    assert list(memory.damage()) == []


def test_many_texts(memory: TranslationMemory) -> None:
    many = {f"Satz {number}": RawTranslation(text=f"s {number}", pack="p") for number in range(2500)}
    memory.put(many, language="de", engine="argos", maker="m")
    assert memory.get(list(many), language="de", maker="m") == many


def test_only_the_owner_can_read_it(memory: TranslationMemory) -> None:
    memory.put({"a": GOOD}, language="de", engine="argos", maker="m")
    assert stat.S_IMODE(memory.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(memory.path.parent.stat().st_mode) == 0o700
    with sqlite3.connect(memory.path) as reader:  # while it is open, the log lies beside it
        reader.execute("BEGIN IMMEDIATE")
        for path in memory.path.parent.iterdir():
            assert stat.S_IMODE(path.stat().st_mode) == 0o600
    reader.close()


def test_half_a_surrogate_pair_is_not_kept(memory: TranslationMemory) -> None:
    bad = RawTranslation(text="\udc00", pack="p")
    memory.put({"\ud800": GOOD, "a": GOOD, "b": bad}, language="de", engine="argos", maker="m")
    assert memory.get(["\ud800", "a", "b"], language="de", maker="m") == {"a": GOOD}
    assert memory.problem == ""


@pytest.mark.parametrize(
    "content", [b"no database at all" * 100, b"SQLite format 3\0" + bytes(5000)], ids=["text", "zeros"]
)
def test_a_damaged_file_is_done_without(memory: TranslationMemory, content: bytes) -> None:
    memory.path.parent.mkdir()
    memory.path.write_bytes(content)
    translator = RememberingTranslator(Loud(), memory)
    assert [item.text for item in translator.translate(["a", "b"], language="de")] == ["A", "B"]
    assert memory.problem
    assert memory.path.read_bytes() == content


def test_a_folder_that_cannot_be_made_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    memory = TranslationMemory(tmp_path / "file" / "translations.sqlite")
    assert RememberingTranslator(Loud(), memory).translate(["a"], language="de")[0].text == "A"
    assert memory.problem


def test_changed_rows_are_found(memory: TranslationMemory) -> None:
    memory.put(dict.fromkeys("abc", GOOD), language="de", engine="argos", maker="m")
    with sqlite3.connect(memory.path) as connection:
        connection.execute("UPDATE translations SET source = 'x' WHERE source = 'a'")
        connection.execute("""UPDATE translations SET details = '{"version": "9"}' WHERE source = 'b'""")
    connection.close()
    assert len(list(memory.damage())) == 2


def test_only_what_is_new_goes_to_the_engine(memory: TranslationMemory) -> None:
    engine = Loud()
    translator = RememberingTranslator(engine, memory)
    steps: list[int] = []
    first = translator.translate(["bb", "a", "b  b", "a"], language="de", progress=steps.append)
    assert [item.text for item in first] == ["BB", "A", "B B", "A"]
    assert engine.asked == [["a", "bb", "b b"]] or engine.asked == [["a", "b b", "bb"]]
    assert sum(steps) == 4
    engine.asked.clear()
    steps.clear()
    again = translator.translate(["a", "ccc", "b b", "ccc"], language="de", progress=steps.append)
    assert [item.text for item in again] == ["A", "CCC", "B B", "CCC"]
    assert engine.asked == [["ccc"]]
    assert sum(steps) == 4
    assert RememberingTranslator(Loud("loud 2"), memory).translate(["a"], language="de")[0].pack == "loud 2"
    assert (translator.engine, translator.languages(), translator.describe("de")) == ("loud", {"de"}, "loud 1 de")


def test_interrupted_work_is_not_lost(memory: TranslationMemory) -> None:
    texts = [f"{number:02} " + "x" * (BATCH_CHARACTERS // 4) for number in range(12)]
    engine = Loud()
    engine.fail_after = 2
    with pytest.raises(KeyboardInterrupt):
        RememberingTranslator(engine, memory).translate(texts, language="de")
    done = memory.get(texts, language="de", maker="loud 1 de")
    assert len(done) == 8
    second = Loud()
    assert len(RememberingTranslator(second, memory).translate(texts, language="de")) == 12
    assert sum(len(batch) for batch in second.asked) == 4


def test_a_real_pack_says_the_same_from_memory(memory: TranslationMemory, packs: dict[str, Path]) -> None:
    install_file(packs["de"])
    texts = ["Der Rat stimmte  zu.", "Viele Menschen warten auf die Fähre.", "42", ""]
    with open_translator() as engine:
        expected = engine.translate(texts, language="de")
        first = RememberingTranslator(engine, memory).translate(texts, language="de")
        second = RememberingTranslator(engine, memory).translate(texts, language="de")
    assert first == expected
    assert second == expected
    # A newer pack is another pack.
    install_file(packs["de-new"])
    with open_translator() as engine:
        assert {item.pack for item in RememberingTranslator(engine, memory).translate(texts, language="de")} == {
            engine.translate(texts, language="de")[0].pack
        }


WRITER = """
import sys
from pathlib import Path
from xlcheck.translate.base import RawTranslation
from xlcheck.translate.memory import TranslationMemory

memory, name = TranslationMemory(Path(sys.argv[1])), sys.argv[2]
for batch in range(int(sys.argv[3])):
    rows = {f"{name} {batch} {row}": RawTranslation(text="x" * 500, pack="p", score=-0.5) for row in range(20)}
    memory.put(rows, language="de", engine="e", maker="m")
    assert not memory.problem, memory.problem
    print(batch, flush=True)
"""


def writer(memory: TranslationMemory, name: str, batches: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(memory.path), name, str(batches)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def said(process: subprocess.Popen[str]) -> list[int]:
    out, err = process.communicate(timeout=60)
    assert err == ""
    return [int(line) for line in out.splitlines() if line.strip()]


def integrity(path: Path) -> str:
    connection = sqlite3.connect(path)
    try:
        return str(connection.execute("PRAGMA integrity_check").fetchone()[0])
    finally:
        connection.close()


def test_a_killed_process_loses_nothing_that_was_committed(memory: TranslationMemory) -> None:
    chance = random.Random(7)
    kept: list[str] = []
    for turn in range(8):
        process = writer(memory, f"turn{turn}", 1_000_000)
        assert process.stdout is not None
        committed = [int(process.stdout.readline())]  # it is at work
        time.sleep(chance.uniform(0.0, 0.06))
        process.send_signal(signal.SIGKILL)
        committed += said(process)
        assert process.returncode == -signal.SIGKILL
        kept += [f"turn{turn} {batch} {row}" for batch in committed for row in range(20)]
        assert integrity(memory.path) == "ok"
        assert len(memory.get(kept, language="de", maker="m")) == len(kept)
    rows = sum(1 for _ in memory.rows())
    assert rows % 20 == 0  # a batch is all there or not at all
    assert rows >= len(kept)
    assert list(memory.damage()) == []


def test_four_processes_write_at_once(memory: TranslationMemory) -> None:
    processes = [writer(memory, f"writer{number}", 15) for number in range(4)]
    assert [said(process) for process in processes] == [list(range(15))] * 4
    assert sum(1 for _ in memory.rows()) == 4 * 15 * 20
    assert integrity(memory.path) == "ok"
    assert list(memory.damage()) == []


HOSTILE = 'a < b & \x00\x1b[31m ]]> \ufffe \U0001f30a "quoted"\r'


def parse(text: str) -> ElementTree.Element:
    return ElementTree.fromstring(text.encode())


def test_tmx_is_well_formed_and_complete(memory: TranslationMemory) -> None:
    memory.put({"Zwei.": GOOD, HOSTILE: RawTranslation(text=HOSTILE, pack="<p>")}, language="de", engine="e", maker="m")
    memory.put({"Uno.": GOOD}, language="es", engine="e", maker="m")
    text = "".join(to_tmx(memory.rows()))
    root = parse(text)
    assert (root.tag, root.get("version")) == ("tmx", "1.4")
    header = root.find("header")
    assert header is not None
    assert set(header.attrib) == {
        "creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang", "datatype"
    }  # fmt: skip
    language = "{http://www.w3.org/XML/1998/namespace}lang"
    units = [
        [(variant.get(language), variant.findtext("seg")) for variant in unit.findall("tuv")]
        for unit in root.iter("tu")
    ]
    clean = 'a < b & [31m ]]>  \U0001f30a "quoted"\r'
    assert units == [
        [("de", "Zwei."), ("en", GOOD.text)],
        [("de", clean), ("en", clean)],
        [("es", "Uno."), ("en", GOOD.text)],
    ]
    first = root.find("body/tu")
    assert first is not None
    assert first.get("srclang") == "de"
    assert [(item.get("type"), item.text) for item in first.findall("prop")] == [
        ("x-xlcheck-engine", "e"),
        ("x-xlcheck-pack", "de_en 1.0 aaaa"),
        ("x-xlcheck-score", "-0.1235"),
        ("x-xlcheck-suspect", "one"),
        ("x-xlcheck-suspect", "two"),
    ]


def test_an_empty_memory_is_an_empty_tmx(memory: TranslationMemory) -> None:
    assert list(parse("".join(to_tmx(memory.rows()))).iter("tu")) == []


def test_date_of_a_unit_is_utc() -> None:
    row = Remembered(language="de", source="a", engine="e", maker="m", translation=GOOD, made=86_400)
    unit = parse("".join(to_tmx([row]))).find("body/tu")
    assert unit is not None
    assert unit.get("creationdate") == "19700102T000000Z"
