from __future__ import annotations

import itertools
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from support.argos_pack import SENTENCES

from xlcheck.errors import TranslationError
from xlcheck.translate import install_file, open_translator
from xlcheck.translate.argos import ArgosTranslator
from xlcheck.translate.decoding import Decoding
from xlcheck.translate.health import UNFINISHED

if TYPE_CHECKING:
    from collections.abc import Iterator
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
    translator = open_translator(engine="argos")
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


def test_output_that_does_not_end_is_suspect(packs: dict[str, Path]) -> None:
    translator = ArgosTranslator([install_file(packs["de"])], decoding=Decoding(max_output=1))
    found = translator.translate(SENTENCES, language="de")
    assert any(UNFINISHED in item.suspect for item in found)


def test_options_are_part_of_the_description(packs: dict[str, Path]) -> None:
    pack = install_file(packs["de"])
    options = [Decoding(), Decoding(beam=5), Decoding(hypotheses=1), Decoding(max_output=9), Decoding(length_penalty=1)]
    described = [ArgosTranslator([pack], decoding=each).describe("de") for each in options]
    assert len(set(described)) == len(options)
    assert all(pack.identity in text for text in described)


def test_a_beam_of_one_and_floats_work(packs: dict[str, Path]) -> None:
    greedy = Decoding(beam=1, hypotheses=1, compute_type="float32")
    translator = ArgosTranslator([install_file(packs["de"])], decoding=greedy)
    assert all(item.text or item.suspect for item in translator.translate(SENTENCES, language="de"))


@pytest.mark.parametrize("threads", [1, 3])
def test_threads_do_not_change_the_english(packs: dict[str, Path], threads: int) -> None:
    pack = install_file(packs["de"])
    texts = [f"{text} {number}" for number in range(8) for text in SENTENCES]
    assert (
        ArgosTranslator([pack], threads=threads).translate(texts, language="de")[::-1]
        == ArgosTranslator([pack], threads=2).translate(texts[::-1], language="de")
    )  # fmt: skip


def test_a_stream_is_read_as_it_is_needed(packs: dict[str, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("xlcheck.translate.argos.CHUNK", 4)
    translator = ArgosTranslator([install_file(packs["de"])])
    given = 0

    def endless() -> Iterator[str]:
        nonlocal given
        for text in itertools.cycle(SENTENCES):
            given += 1
            yield text

    found = list(itertools.islice(translator.translate_stream(endless(), language="de"), 10))
    assert given == 12
    assert found[:8] == translator.translate(SENTENCES, language="de")
    assert found[8:] == found[:2]


def test_folders_of_sentence_splitters_are_left_alone(packs: dict[str, Path]) -> None:
    pack = install_file(packs["de"])
    before = open_translator().translate(SENTENCES, language="de")
    for name in ("stanza", "minisbd"):
        (pack.folder / name).mkdir()
        (pack.folder / name / "de.onnx").write_bytes(b"rubbish")
    assert open_translator().translate(SENTENCES, language="de") == before


@pytest.mark.parametrize("text", ["\x00", "\u202e\u2066", "😀" * 300, "a\ud800b", "ｆｕｌｌ　ｗｉｄｔｈ"], ids=ascii)
def test_no_text_comes_back_empty_and_trusted(packs: dict[str, Path], text: str) -> None:
    install_file(packs["de"])
    (found,) = open_translator().translate([text], language="de")
    assert found.text or found.suspect or not any(char.isalpha() for char in text)


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
    translator = open_translator(engine="argos")
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
