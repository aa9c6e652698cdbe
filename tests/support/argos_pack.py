"""Builds real, tiny Argos packs in a second or two: a CTranslate2 Transformer with seeded random weights and a
SentencePiece (or BPE) tokenizer trained on a few sentences. What such a pack says is nonsense; all the machinery around
it is the real one.
"""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import numpy as np

SENTENCES = (
    "Die Brücke am Hafen wird am Montag geschlossen.",
    "Der Rat stimmte mit großer Mehrheit dafür.",
    "Viele Menschen warten auf die Fähre, weil der Weg um die Bucht zu lang ist.",
    "Die Ministerin sagte, das Geld sei noch nicht da.",
    "The harbour bridge closes on Monday.",
    "The council voted for it by a large majority.",
    "Many people wait for the ferry because the way round the bay is too long.",
    "The minister said that the money was not there yet.",
)
_WIDTH = 16
_LAYERS = 1


def build_pack(
    path: Path,
    *,
    source: str = "de",
    target: str = "en",
    version: str = "1.0",
    tokenizer: str = "sentencepiece",
    target_prefix: str = "",
    seed: int = 1,
    folder: str | None = None,
) -> Path:
    """Write a pack as an `.argosmodel` file and return its path.

    Args:
        path: the file to write.
        tokenizer: "sentencepiece" or "bpe".
        target_prefix: a token that every translation begins with, as multilingual packs need it.
        seed: of the random weights.
        folder: name of the one folder inside the archive.
    """
    work = path.parent / f".{path.name}.parts"
    work.mkdir()
    name, model, vocabulary = _sentencepiece() if tokenizer == "sentencepiece" else _bpe()
    if target_prefix:
        vocabulary.append(target_prefix)
    _save_model(work, vocabulary, seed)
    metadata = {
        "package_version": version,
        "argos_version": "1.9",
        "from_code": source,
        "from_name": source.upper(),
        "to_code": target,
        "to_name": target.upper(),
        "target_prefix": target_prefix,
    }
    root = folder or f"translate-{source}_{target}-{version.replace('.', '_')}"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"{root}/metadata.json", json.dumps(metadata))
        archive.writestr(f"{root}/{name}", model)
        archive.writestr(f"{root}/README.md", "A pack for tests.\n")
        for file in sorted(work.iterdir()):
            archive.write(file, f"{root}/model/{file.name}")
    for file in work.iterdir():
        file.unlink()
    work.rmdir()
    return path


def _sentencepiece() -> tuple[str, bytes, list[str]]:
    import sentencepiece

    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(SENTENCES * 4),
        model_writer=model,
        vocab_size=130,
        hard_vocab_limit=False,
        minloglevel=3,
    )
    pieces = sentencepiece.SentencePieceProcessor(model_proto=model.getvalue())
    vocabulary = [pieces.id_to_piece(index) for index in range(pieces.get_piece_size())]
    return "sentencepiece.model", model.getvalue(), vocabulary


def _bpe() -> tuple[str, bytes, list[str]]:
    """A merge table made by hand: single letters, and a few pairs that the sentences are full of."""
    merges = ["e r</w>", "e n</w>", "c h", "d i", "th e</w>", "t h"]
    letters = sorted({letter for sentence in SENTENCES for letter in sentence if letter != " "})
    joined = ["".join(merge.split()) for merge in merges]
    units = [*letters, *(unit.removesuffix("</w>") for unit in joined)]
    vocabulary = ["<unk>", "<s>", "</s>", *units, *(f"{unit}@@" for unit in units)]
    return "bpe.model", ("#version: 0.2\n" + "\n".join(merges) + "\n").encode(), list(dict.fromkeys(vocabulary))


def _save_model(folder: Path, vocabulary: list[str], seed: int) -> None:
    from ctranslate2.specs import TransformerSpec

    random = np.random.default_rng(seed)
    size = len(vocabulary)

    def matrix(rows: int, columns: int) -> np.ndarray:
        return random.normal(0, 1 / np.sqrt(columns), (rows, columns)).astype(np.float32)

    def linear(spec, rows: int, columns: int) -> None:
        spec.weight, spec.bias = matrix(rows, columns), np.zeros(rows, dtype=np.float32)

    def norm(spec) -> None:
        spec.gamma, spec.beta = np.ones(_WIDTH, dtype=np.float32), np.zeros(_WIDTH, dtype=np.float32)

    def block(layer) -> None:
        norm(layer.self_attention.layer_norm)
        linear(layer.self_attention.linear[0], 3 * _WIDTH, _WIDTH)
        linear(layer.self_attention.linear[1], _WIDTH, _WIDTH)
        norm(layer.ffn.layer_norm)
        linear(layer.ffn.linear_0, 2 * _WIDTH, _WIDTH)
        linear(layer.ffn.linear_1, _WIDTH, 2 * _WIDTH)

    spec = TransformerSpec.from_config(_LAYERS, 2)
    spec.encoder.embeddings[0].weight = matrix(size, _WIDTH)
    spec.decoder.embeddings.weight = matrix(size, _WIDTH)
    for stack in (spec.encoder, spec.decoder):
        norm(stack.layer_norm)
        for layer in stack.layer:
            block(layer)
    for layer in spec.decoder.layer:
        norm(layer.attention.layer_norm)
        linear(layer.attention.linear[0], _WIDTH, _WIDTH)
        linear(layer.attention.linear[1], 2 * _WIDTH, _WIDTH)
        linear(layer.attention.linear[2], _WIDTH, _WIDTH)
    linear(spec.decoder.projection, size, _WIDTH)
    # Random weights alone would never end a sentence.
    spec.decoder.projection.bias[vocabulary.index("</s>")] = 2.0
    spec.register_source_vocabulary(vocabulary)
    spec.register_target_vocabulary(vocabulary)
    spec.config.add_attribute("decoder_start_token", "<s>")
    spec.validate()
    spec.optimize(quantization=None)
    spec.save(str(folder))
