"""The faster forward pass reads words as the tagger's own does."""

from __future__ import annotations

import pytest
from HanTa.HanoverTagger import HanoverTagger

from xlcheck.extract.names.tagger_forward import Forward

WORDS = {
    "ger": "die hafenbehörde vermittlerin achterberg ß 17 --- donaudampfschiff e.v. donʼt über-prüfung щит a ab abc"
    " ungewöhnlich gegangen anzurufen staatsministerinnen",
    "en": "the harbour's unthinkably overath 1,200 reopening a an % committee-led zürich",
}


@pytest.mark.parametrize("model", WORDS)
def test_readings_are_equal_to_the_last_bit(model: str) -> None:
    tagger = HanoverTagger(f"morphmodel_{model}.pgz")
    forward = Forward(tagger)
    for word in [*WORDS[model].split(), "", " ", "x" * 60]:
        assert forward(word) == tagger.analyze_forward(word), word
