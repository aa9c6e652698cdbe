"""Translation through a third language, with real packs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from xlcheck.errors import TranslationError
from xlcheck.translate import install_file, open_translator
from xlcheck.translate.argos import ArgosTranslator
from xlcheck.translate.base import RawTranslation
from xlcheck.translate.health import FOREIGN, REPEATS
from xlcheck.translate.packs import find_all_packs, route
from xlcheck.translate.pivot import PivotTranslator


class Marking:
    """A translator that puts its name round a text."""

    engine = "marking"

    def __init__(self, name: str, *languages: str, suspect: tuple[str, ...] = ()) -> None:
        self.name = name
        self._languages = frozenset(languages)
        self._suspect = suspect

    def languages(self) -> frozenset[str]:
        return self._languages

    def describe(self, language: str) -> str:
        return f"{self.name}:{language}"

    def translate(
        self, texts: Sequence[str], *, language: str, progress: Callable[[int], None] | None = None
    ) -> list[RawTranslation]:
        if progress is not None:
            progress(len(texts))
        return [
            RawTranslation(text=f"{self.name}({text})", pack=self.name, score=-0.5, suspect=self._suspect)
            for text in texts
        ]


def test_the_first_half_is_the_input_of_the_second() -> None:
    first = Marking("A", "gl", suspect=(FOREIGN, REPEATS))
    pivot = PivotTranslator(Marking("B", "es", suspect=(REPEATS, "odd")), {"gl": (first, "es")})
    steps: list[int] = []
    (item,) = pivot.translate(["Ola."], language="gl", progress=steps.append)
    assert item == RawTranslation(
        text="B(A(Ola.))", pack="A + B", score=None, suspect=(REPEATS, "odd", "translated through es")
    )
    assert steps == [1]
    assert pivot.languages() == {"es", "gl"}
    assert (pivot.describe("gl"), pivot.describe("es")) == ("A:gl then B:es", "B:es")


def test_what_goes_straight_stays_straight() -> None:
    pivot = PivotTranslator(Marking("B", "es", "gl"), {"gl": (Marking("A", "gl"), "es")})
    assert pivot.translate(["Ola."], language="gl")[0] == RawTranslation(text="B(Ola.)", pack="B", score=-0.5)


def test_a_way_whose_second_half_is_missing_is_none() -> None:
    pivot = PivotTranslator(Marking("B", "fr"), {"gl": (Marking("A", "gl"), "es")})
    assert pivot.languages() == {"fr"}


def test_with_real_packs(packs: dict[str, Path]) -> None:
    install_file(packs["fr"])
    install_file(packs["es-fr"])
    first, second = route("es")
    direct = ArgosTranslator([second])
    translator = PivotTranslator(direct, {"es": (ArgosTranslator([first]), first.target)})
    assert translator.languages() == {"es", "fr"}
    found = translator.translate(["El puente está cerrado.", "12"], language="es")
    assert all("translated through fr" in item.suspect for item in found)
    assert found[0].pack.startswith("es_fr 1.0 ")
    assert " + fr_en 1.0 " in found[0].pack
    assert found[0].score is None
    assert found[1].text == "12"
    assert translator.translate(["Le pont."], language="fr") == direct.translate(["Le pont."], language="fr")
    with pytest.raises(TranslationError, match="no language pack"):
        translator.translate(["x"], language="it")


def test_the_installed_packs_are_found_by_themselves(packs: dict[str, Path]) -> None:
    install_file(packs["es-fr"])
    install_file(packs["fr"])
    assert [(pack.language, pack.target) for pack in find_all_packs()[0]] == [("es", "fr"), ("fr", "en")]
    with open_translator(engine="argos") as translator:
        assert translator.languages() == {"es", "fr"}
        (item,) = translator.translate(["El puente."], language="es")
    assert "translated through fr" in item.suspect
