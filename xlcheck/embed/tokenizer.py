"""The encoder's tokenizer, run by the sentencepiece library instead of in Python.

The same model file and the same segmentation, about twenty times faster, and without building a table of 128,000
pieces first. One difference between the two is evened out here: the library gives one token for a run of unknown
characters, the encoder's port one for each.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_UNKNOWN, _BEGIN, _END = 0, 1, 2
_SPACE = "\N{LOWER ONE EIGHTH BLOCK}"


class Tokenizer:
    """Text to token ids, in the interface that the encoder's numpy backend expects."""

    def __init__(self, model: Path) -> None:
        from sentencepiece import SentencePieceProcessor

        self._processor: Any = SentencePieceProcessor(model_file=str(model))

    def encode(
        self, text: str, out_type: type[int] = int, *, add_bos: bool = True, add_eos: bool = True
    ) -> Sequence[int]:
        """Return the token ids of a text."""
        ids: list[int] = self._processor.encode(text, out_type=out_type)
        if _UNKNOWN in ids:
            pieces = self._processor.encode(text, out_type=str)
            counts = (len(piece) if token == _UNKNOWN else 1 for token, piece in zip(ids, pieces, strict=True))
            ids = [token for token, count in zip(ids, counts, strict=True) for _ in range(count)]
        return [_BEGIN] * add_bos + (ids or [_UNKNOWN]) + [_END] * add_eos

    def opens_word(self, token: int) -> bool:
        """Tell whether a token begins with the mark that sentencepiece writes for a space."""
        return bool(self._processor.id_to_piece(token).startswith(_SPACE))

    def width(self, token: int) -> int:
        """Return how many characters of text a token stands for; a single one where the token is unknown."""
        return 1 if token == _UNKNOWN else len(self._processor.id_to_piece(token).lstrip(_SPACE))
