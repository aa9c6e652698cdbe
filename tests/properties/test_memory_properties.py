"""Any text survives the translation memory, and any memory is well-formed TMX."""

from __future__ import annotations

import re
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from xlcheck.translate.base import RawTranslation
from xlcheck.translate.memory import TranslationMemory
from xlcheck.translate.tmx import to_tmx

TEXT = st.text(st.characters(), max_size=60)
STORABLE = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@settings(max_examples=60)
@given(
    rows=st.dictionaries(STORABLE, STORABLE, max_size=6),
    unstorable=TEXT,
    score=st.none() | st.floats(max_value=0, allow_nan=False, allow_infinity=False),
    suspect=st.lists(STORABLE, max_size=3),
)
def test_everything_comes_back_and_is_well_formed(
    rows: dict[str, str], unstorable: str, score: float | None, suspect: list[str]
) -> None:
    kept = {
        source: RawTranslation(text=english, pack="p <1>", score=score, suspect=tuple(suspect))
        for source, english in rows.items()
    }
    with tempfile.TemporaryDirectory() as folder:
        memory = TranslationMemory(Path(folder) / "cache" / "m.sqlite")
        memory.put(kept, language="de", engine="e", maker="m")
        memory.put({unstorable + "\ud800": RawTranslation(text="x", pack="p")}, language="de", engine="e", maker="m")
        assert memory.problem == ""
        assert memory.get(list(kept), language="de", maker="m") == kept
        assert list(memory.damage()) == []
        assert {row.source: row.translation for row in memory.rows()} == kept
        root = ElementTree.fromstring("".join(to_tmx(memory.rows())).encode())
    units = [[segment.text or "" for segment in unit.iter("seg")] for unit in root.iter("tu")]
    assert sorted(units) == sorted([ILLEGAL.sub("", source), ILLEGAL.sub("", text)] for source, text in rows.items())
