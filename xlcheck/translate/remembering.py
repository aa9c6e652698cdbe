"""A translator that asks the memory first and its engine only for what is new."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from xlcheck.translate.base import RawTranslation, Translator
    from xlcheck.translate.memory import TranslationMemory

BATCH_CHARACTERS = 20_000
"""Source characters after which what is done is written down: a few seconds of work, and several of the engine's own
batches, so that those stay full."""


def remembering(translator: Translator, memory: TranslationMemory | None) -> Translator:
    """Return a translator that uses a memory, or the translator itself where nothing may be kept."""
    return translator if memory is None else RememberingTranslator(translator, memory)


class RememberingTranslator:
    """Translate with another translator and remember what it said; it can stand wherever that one can."""

    def __init__(self, translator: Translator, memory: TranslationMemory) -> None:
        self._translator = translator
        self._memory = memory
        self.engine = translator.engine

    def languages(self) -> frozenset[str]:
        """Return the codes that the translator knows; the memory alone adds none."""
        return self._translator.languages()

    def describe(self, language: str) -> str:
        """Return the translator's own description: what is remembered is the same."""
        return self._translator.describe(language)

    def translate(
        self, texts: Sequence[str], *, language: str, progress: Callable[[int], None] | None = None
    ) -> list[RawTranslation]:
        """Return one translation per text, in order; what is new is written down batch by batch.

        Args:
            texts: sentences; white space in them is folded.
            language: a code out of `languages()`.
            progress: called with the number of texts finished since the last call.

        Raises:
            TranslationError: the language is not covered, or its pack cannot be used.
        """
        maker = self._translator.describe(language)
        folded = [" ".join(text.split()) for text in texts]
        wanted: dict[str, int] = {}
        for text in folded:
            wanted[text] = wanted.get(text, 0) + 1
        known = self._memory.get(list(wanted), language=language, maker=maker)
        if progress is not None and known:
            progress(sum(wanted[text] for text in known))
        # Sorted over everything that is new, so that each of the engine's batches has sentences of one length.
        new = sorted(wanted.keys() - known.keys(), key=lambda text: (len(text), text))
        for batch in _batches(new):
            done = dict(zip(batch, self._translator.translate(batch, language=language), strict=True))
            self._memory.put(done, language=language, engine=self.engine, maker=maker)
            known |= done
            if progress is not None:
                progress(sum(wanted[text] for text in batch))
        return [known[text] for text in folded]


def _batches(texts: Iterable[str]) -> Iterator[list[str]]:
    batch: list[str] = []
    size = 0
    for text in texts:
        batch.append(text)
        size += len(text)
        if size >= BATCH_CHARACTERS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
