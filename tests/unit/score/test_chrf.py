from __future__ import annotations

import sacrebleu

from xlcheck.score.chrf import chrf


def test_identity_strangers_and_order() -> None:
    text = "The bridge was closed on Monday after a storm."
    near = "The bridge was shut on Monday after a storm."
    assert chrf(text, text) == 100
    assert chrf(near, text) > 60 > 30 > chrf("Onions are cheap.", text)
    assert chrf("", text) == 0


def test_same_figure_as_sacrebleus_own_function() -> None:
    hypothesis, reference = "The ferry left at noon.", "The ferry departed at noon."
    own = sacrebleu.sentence_chrf(hypothesis, [reference], eps_smoothing=True).score
    assert chrf(hypothesis, reference) == round(own, 1)
