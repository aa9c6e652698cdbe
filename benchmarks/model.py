"""A model with the architecture of the Argos packs and random weights, and sentences to try it on.

What it says is nonsense, but it does the work of a real one: 6 + 6 layers, width 512, feed-forward 2,048, 8 heads,
32,000 pieces, int8 weights. Random weights never end a sentence, so the output is bounded by the caller.
"""

from __future__ import annotations

import io
import json
import random
from pathlib import Path

import numpy as np

LAYERS, WIDTH, INNER, HEADS, PIECES = 6, 512, 2_048, 8, 32_000
_ONSETS = "b bl br d dr f fl g gr h j k kl kr l m n p pr qu r s sch schw sp st t tr v w z"
_NUCLEI = "a e i o u ä ö ü au ei eu ie"
_CODAS = "- - - ch ck f ft g l ld m n nd ng nk r rt s sch ss st t tz"
"""The hyphen stands for nothing."""
_SMALL = """der die das und in zu den von mit ist auf für nicht ein eine als auch es an werden aus er hat dass sie nach
wird bei einer um am sind noch wie einem über so zum war haben nur oder aber vor zur bis mehr durch man dem"""


def sentences(count: int, *, seed: int = 1, again: float = 0.05) -> list[str]:
    """Return made-up sentences: half small words, half words that become rarer with their rank, and names and figures.

    Args:
        count: how many.
        again: share of them that repeats an earlier one, as quotes and boilerplate do.
    """
    dice = random.Random(seed)
    words, small = _lexicon(), _SMALL.split()
    found: list[str] = []
    for _ in range(count):
        if found and dice.random() < again:
            found.append(dice.choice(found))
            continue
        # News sentences: a median of 17 words, one of twenty above 40.
        length = min(max(round(dice.lognormvariate(2.85, 0.5)), 3), 70)
        chosen = [
            dice.choice(small) if dice.random() < 0.5 else words[int(len(words) ** dice.random()) - 1]
            for _ in range(length)
        ]
        if dice.random() < 0.3:
            chosen[dice.randrange(length)] = str(dice.randrange(2, 3_000))
        for place in range(9, length - 2, 9):
            chosen[place] += ","
        found.append(chosen[0].capitalize() + " " + " ".join(chosen[1:]) + ".")
    return found


def _lexicon() -> list[str]:
    dice = random.Random(0)
    parts = [units.split() for units in (_ONSETS, _NUCLEI, _CODAS)]

    def word() -> str:
        syllables = dice.choice((1, 2, 2, 3))
        made = "".join(dice.choice(units) for _ in range(syllables) for units in parts).replace("-", "")
        return made.capitalize() if dice.random() < 0.5 else made

    return list(dict.fromkeys(word() for _ in range(60_000)))


def build(folder: Path) -> Path:
    """Write the pack into a folder, if it is not there yet, and return it; takes half a minute."""
    if (folder / "metadata.json").is_file():
        return folder
    (folder / "model").mkdir(parents=True, exist_ok=True)
    import sentencepiece

    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter([*sentences(20_000, seed=2, again=0), *_lexicon()]),
        model_writer=model,
        vocab_size=PIECES,
        hard_vocab_limit=False,
        character_coverage=1.0,
        minloglevel=3,
    )
    (folder / "sentencepiece.model").write_bytes(model.getvalue())
    pieces = sentencepiece.SentencePieceProcessor(model_proto=model.getvalue())
    vocabulary = [pieces.id_to_piece(index) for index in range(pieces.get_piece_size())]
    vocabulary += [f"<filler{number}>" for number in range(PIECES - len(vocabulary))]
    _save(folder / "model", vocabulary)
    metadata = {"package_version": "1.0", "argos_version": "1.9", "from_code": "de", "from_name": "German"}
    metadata |= {"to_code": "en", "to_name": "English", "type": "translate"}
    (folder / "metadata.json").write_text(json.dumps(metadata), encoding="utf-8")
    return folder


def _save(folder: Path, vocabulary: list[str]) -> None:
    from ctranslate2.specs import TransformerSpec

    generator = np.random.default_rng(1)

    def linear(spec: object, rows: int, columns: int) -> None:
        spec.weight = generator.normal(0, columns**-0.5, (rows, columns)).astype(np.float32)  # type: ignore[attr-defined]
        spec.bias = np.zeros(rows, dtype=np.float32)  # type: ignore[attr-defined]

    def norm(spec: object) -> None:
        spec.gamma, spec.beta = np.ones(WIDTH, dtype=np.float32), np.zeros(WIDTH, dtype=np.float32)  # type: ignore[attr-defined]

    spec = TransformerSpec.from_config(LAYERS, HEADS)
    for stack, embeddings in ((spec.encoder, spec.encoder.embeddings[0]), (spec.decoder, spec.decoder.embeddings)):
        embeddings.weight = generator.normal(0, WIDTH**-0.5, (PIECES, WIDTH)).astype(np.float32)
        norm(stack.layer_norm)
        for layer in stack.layer:
            norm(layer.self_attention.layer_norm)
            linear(layer.self_attention.linear[0], 3 * WIDTH, WIDTH)
            linear(layer.self_attention.linear[1], WIDTH, WIDTH)
            norm(layer.ffn.layer_norm)
            linear(layer.ffn.linear_0, INNER, WIDTH)
            linear(layer.ffn.linear_1, WIDTH, INNER)
    for layer in spec.decoder.layer:
        norm(layer.attention.layer_norm)
        linear(layer.attention.linear[0], WIDTH, WIDTH)
        linear(layer.attention.linear[1], 2 * WIDTH, WIDTH)
        linear(layer.attention.linear[2], WIDTH, WIDTH)
    linear(spec.decoder.projection, PIECES, WIDTH)
    spec.register_source_vocabulary(vocabulary)
    spec.register_target_vocabulary(vocabulary)
    spec.config.add_attribute("decoder_start_token", "<s>")
    spec.validate()
    spec.optimize(quantization="int8")
    spec.save(str(folder))
