"""What every translation engine offers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


@dataclass(frozen=True, slots=True, kw_only=True)
class RawTranslation:
    """English for one text.

    Attributes:
        text: the English; the text itself where there is nothing to translate in it (a number, a mark).
        pack: identity of the pack that made it.
        score: log-probability per target token (natural logarithm, ≤ 0), None where nothing was translated.
        suspect: reasons for which this translation cannot be trusted; empty when none was seen.
    """

    text: str
    pack: str
    score: float | None = None
    suspect: tuple[str, ...] = ()


class Translator(Protocol):
    """Something that turns sentences into English on this machine."""

    engine: str

    def languages(self) -> frozenset[str]:
        """Return the ISO 639 codes that can be translated."""

    def describe(self, language: str) -> str:
        """Return what translates a language, exactly enough to make the same translations again."""

    def translate(
        self, texts: Sequence[str], *, language: str, progress: Callable[[int], None] | None = None
    ) -> list[RawTranslation]:
        """Return one translation per text, in order.

        Args:
            texts: sentences; no second sentence splitter is run on them.
            language: a code out of `languages()`.
            progress: called with the number of texts finished since the last call.

        Raises:
            TranslationError: the language is not covered, or its pack cannot be used.
        """


class Scorer(Protocol):
    """A translator that can also say how probable it finds a translation that it did not make."""

    def score_pairs(self, pairs: Sequence[tuple[str, str]], *, language: str) -> list[float | None]:
        """Return for each (source, English) the log-probability per token of the English (natural logarithm, ≤ 0).

        None where nothing can be said: absent, never zero. See `forced` for what the scores are good for.
        """
