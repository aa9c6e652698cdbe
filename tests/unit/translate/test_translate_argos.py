from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from support.argos_pack import SENTENCES

from xlcheck.errors import TranslationError
from xlcheck.translate import install_file, open_translator
from xlcheck.translate.health import UNFINISHED

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = [*SENTENCES, "", "2021", "–", SENTENCES[0], "Der  Rat\nstimmte.", "Der Rat stimmte."]


@pytest.mark.parametrize("name", ["de", "fr"], ids=["sentencepiece", "bpe-with-prefix"])
def test_a_batch_is_translated_as_its_sentences_are(packs: dict[str, Path], name: str) -> None:
    install_file(packs[name])
    with open_translator(threads=1) as translator:
        together = translator.translate(TEXTS, language=name)
        alone = [translator.translate([text], language=name)[0] for text in TEXTS]
        backwards = translator.translate(TEXTS[::-1], language=name)[::-1]
    assert [item.text for item in together] == [item.text for item in alone] == [item.text for item in backwards]
    for left, right in zip(together, alone, strict=True):
        assert left.suspect == right.suspect
        assert left.score == pytest.approx(right.score, abs=1e-3)


def test_what_comes_back(packs: dict[str, Path]) -> None:
    pack = install_file(packs["de"])
    translator = open_translator()
    assert translator.languages() == frozenset({"de"})
    assert translator.describe("de").startswith(f"argos {pack.identity} ctranslate2-")
    found = translator.translate(TEXTS, language="de-AT")
    assert {item.pack for item in found} == {pack.identity}
    for text, item in zip(TEXTS, found, strict=True):
        if any(char.isalpha() for char in text):
            assert item.score is not None
            assert item.score < 0
            assert item.text == " ".join(item.text.split())
            assert item.text or item.suspect
        else:
            assert (item.text, item.score, item.suspect) == (text, None, ())
    # The same sentence, and the same sentence with other white space.
    assert found[0] == found[len(SENTENCES) + 3]
    assert found[-2] == found[-1]


def test_score_is_the_mean_over_tokens(packs: dict[str, Path]) -> None:
    import ctranslate2
    import sentencepiece

    pack = install_file(packs["de"])
    (found,) = open_translator().translate([SENTENCES[2]], language="de")
    pieces = sentencepiece.SentencePieceProcessor(model_file=str(pack.tokenizer_file))
    model = ctranslate2.Translator(str(pack.model_folder), compute_type="auto")
    source = pieces.encode(SENTENCES[2], out_type=str)
    (result,) = model.translate_batch([source], beam_size=4, length_penalty=0.2, max_decoding_length=450)
    (forced,) = model.score_batch([source], [result.hypotheses[0]])
    assert found.score == pytest.approx(sum(forced.log_probs) / len(forced.log_probs), abs=1e-2)


def test_progress_counts_every_text_once(packs: dict[str, Path]) -> None:
    install_file(packs["de"])
    steps: list[int] = []
    open_translator().translate(TEXTS, language="de", progress=steps.append)
    assert sum(steps) == len(TEXTS)
    # Equal sentences are translated once, so there are fewer steps than texts.
    assert len(steps) == len({" ".join(text.split()) for text in TEXTS}) < len(TEXTS)


def test_a_long_sentence_is_translated_whole(packs: dict[str, Path]) -> None:
    install_file(packs["de"])
    translator = open_translator()
    clause = "weil der Weg um die Bucht zu lang ist,"
    (one,) = translator.translate([clause * 1], language="de")
    (many,) = translator.translate([" ".join([clause] * 60)], language="de")
    assert len(many.text) > len(one.text)
    (blind,) = translator.translate(["Hafen" * 2_000], language="de")
    assert any("cut inside a clause" in reason for reason in blind.suspect)


def test_output_that_does_not_end_is_suspect(packs: dict[str, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    install_file(packs["de"])
    monkeypatch.setattr("xlcheck.translate.argos.MAX_OUTPUT", 1)
    found = open_translator().translate(SENTENCES, language="de")
    assert any(UNFINISHED in item.suspect for item in found)


def test_nothing_to_translate_loads_nothing(packs: dict[str, Path]) -> None:
    pack = install_file(packs["de"])
    pack.tokenizer_file.write_bytes(b"rubbish")
    assert [item.text for item in open_translator().translate(["1", ""], language="de")] == ["1", ""]
    assert open_translator().translate([], language="de") == []


def test_closing_is_not_the_end(packs: dict[str, Path]) -> None:
    install_file(packs["de"])
    translator = open_translator()
    before = translator.translate(SENTENCES, language="de")
    translator.close()
    assert translator.translate(SENTENCES, language="de") == before


def test_a_language_without_a_pack() -> None:
    with pytest.raises(TranslationError, match="no language pack translates pl") as caught:
        open_translator().translate(["a"], language="pl")
    assert "xlcheck models install pl" in caught.value.hint


@pytest.mark.parametrize("name", ["model/model.bin", "sentencepiece.model"])
def test_a_damaged_pack_is_named(packs: dict[str, Path], name: str) -> None:
    pack = install_file(packs["de"])
    (pack.folder / name).write_bytes(b"rubbish")
    with pytest.raises(TranslationError, match="cannot be used") as caught:
        open_translator().translate(["Der Rat"], language="de")
    assert str(pack.folder) in str(caught.value)
    assert "xlcheck models verify" in caught.value.hint


def test_a_pack_with_a_file_missing_does_not_disturb_the_others(packs: dict[str, Path]) -> None:
    install_file(packs["fr"])
    pack = install_file(packs["de"])
    (pack.folder / "model" / "model.bin").unlink()
    translator = open_translator()
    assert translator.languages() == frozenset({"fr"})
    assert [item.language for item in translator.broken] == ["de"]
    assert len(translator.translate(["Le pont"], language="fr")) == 1
    with pytest.raises(TranslationError, match=r"model/model\.bin is missing"):
        translator.translate(["Der Rat"], language="de")


def test_no_agpl_code_is_loaded_and_nothing_is_downloaded(packs: dict[str, Path]) -> None:
    install_file(packs["de"])
    code = (
        "import socket, sys\n"
        "def refuse(*_): raise AssertionError('network')\n"
        "socket.socket.connect = refuse; socket.getaddrinfo = refuse\n"
        "from xlcheck.translate import open_translator\n"
        "found = open_translator().translate(['Der Rat stimmte.'], language='de')\n"
        "assert len(found) == 1 and found[0].score < 0\n"
        "print(sorted({'minisbd', 'argostranslate.translate', 'onnxruntime', 'stanza'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env=dict(os.environ), capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
