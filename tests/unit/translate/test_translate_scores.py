from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from support.argos_pack import SENTENCES, build_pack

from xlcheck.errors import TranslationError
from xlcheck.translate import Scorer, install_file, open_translator
from xlcheck.translate.argos import ArgosTranslator
from xlcheck.translate.decoding import MAX_TOKENS, Decoding
from xlcheck.translate.health import UNFINISHED
from xlcheck.translate.packs import BrokenPack

GERMAN, ENGLISH = SENTENCES[:4], SENTENCES[4:]
PAIRS = [(german, english) for german in GERMAN for english in ENGLISH]


class Remembering:
    """A tokenizer that cuts what it put together at the same places again, as a trained one nearly always does."""

    def __init__(self, tokenizer) -> None:
        self._tokenizer = tokenizer
        self.tokens: dict[str, list[str]] = {}

    def decode(self, tokens: list[str]) -> str:
        text = " ".join(self._tokenizer.decode(tokens).split())
        self.tokens.setdefault(text, tokens)
        return text

    def encode(self, text: str) -> list[str]:
        return self.tokens[text]


class FreeToEnd:
    """A model whose search may end at once. Otherwise its first step shares out the probability of that, which is next
    to nothing in a trained model and large in one of random weights."""

    def __init__(self, model) -> None:
        self._model = model
        self.score_batch = model.score_batch

    def translate_batch(self, sources, **options):
        return self._model.translate_batch(sources, min_decoding_length=0, **options)


@pytest.mark.parametrize(
    "options",
    [
        pytest.param({"seed": 1}, id="sentencepiece"),
        pytest.param({"tokenizer": "bpe", "seed": 2}, id="bpe"),
        pytest.param({"seed": 2, "target_prefix": "<2en>"}, id="prefix"),
    ],
)
def test_what_the_model_says_has_the_score_that_it_gave(tmp_path: Path, options) -> None:
    # In floats: 8 bits are coarse for a model that is only 16 numbers wide.
    decoding = Decoding(compute_type="float32")
    translator = ArgosTranslator([install_file(build_pack(tmp_path / "de.argosmodel", **options))], decoding=decoding)
    loaded = translator._load(translator._pack("de"))
    both = []
    for text in [f"{text} {number}" for number in range(5) for text in SENTENCES]:
        # A new one for each: two ways to cut a text are one text.
        translator._loaded["de"] = replace(loaded, english=Remembering(loaded.english), model=FreeToEnd(loaded.model))
        (said,) = translator.translate([text], language="de")
        (forced,) = translator.score_pairs([(text, said.text)], language="de")
        if forced is not None and UNFINISHED not in said.suspect:
            both.append((forced, said.score))
    assert len(both) > 5
    assert [score for score, _ in both] == pytest.approx([score for _, score in both], abs=1e-2)


@pytest.fixture
def translator(packs: dict[str, Path]) -> ArgosTranslator:
    return ArgosTranslator([install_file(packs["de"])])


def test_scores_do_not_depend_on_order_or_batch(translator: ArgosTranslator) -> None:
    scores = translator.score_pairs(PAIRS, language="de")
    assert all(score is not None and score < 0 for score in scores)
    assert translator.score_pairs(PAIRS[::-1], language="de")[::-1] == pytest.approx(scores, abs=1e-4)
    alone = [translator.score_pairs([pair], language="de")[0] for pair in PAIRS]
    assert alone == pytest.approx(scores, abs=1e-4)
    # Equal pairs, and pairs that differ in white space, are one pair.
    spaced = [(source.replace(" ", "\n "), english) for source, english in PAIRS]
    assert translator.score_pairs([*PAIRS, *spaced], language="de") == pytest.approx([*scores, *scores], abs=1e-4)


def test_scores_tell_texts_apart(translator: ArgosTranslator) -> None:
    scores = translator.score_pairs(PAIRS, language="de")
    assert len({round(score, 3) for score in scores if score is not None}) > len(ENGLISH)


@pytest.mark.parametrize(
    ("source", "english"),
    [
        pytest.param("", ENGLISH[0], id="no-source"),
        pytest.param(GERMAN[0], "", id="no-english"),
        pytest.param(GERMAN[0], "2021", id="nothing-in-words"),
        pytest.param("ab " * MAX_TOKENS, ENGLISH[0], id="source-too-long"),
        pytest.param(GERMAN[0], "ab " * MAX_TOKENS, id="english-too-long"),
    ],
)
def test_where_there_is_nothing_to_say_the_score_is_absent(
    translator: ArgosTranslator, source: str, english: str
) -> None:
    before, found, after = translator.score_pairs([PAIRS[0], (source, english), PAIRS[1]], language="de-AT")
    assert found is None
    assert before is not None
    assert after is not None


def test_a_language_without_a_pack_has_no_scores(translator: ArgosTranslator) -> None:
    assert translator.score_pairs(PAIRS, language="pl") == [None] * len(PAIRS)
    assert translator.score_pairs([], language="de") == []


def test_a_broken_pack_is_no_missing_pack() -> None:
    error = TranslationError("damaged")
    translator = ArgosTranslator([], broken=[BrokenPack(folder=Path("de"), language="de", error=error)])
    with pytest.raises(TranslationError, match="damaged"):
        translator.score_pairs(PAIRS, language="de")


def test_the_translator_that_users_get_scores_too(packs: dict[str, Path]) -> None:
    install_file(packs["de"])
    install_file(packs["es-fr"])
    scorer: Scorer = open_translator(engine="argos")
    assert all(score is not None and score < 0 for score in scorer.score_pairs(PAIRS, language="de"))
    assert scorer.score_pairs(PAIRS, language="es") == scorer.score_pairs(PAIRS, language="pl") == [None] * len(PAIRS)
