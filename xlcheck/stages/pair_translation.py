"""English for the sources of a batch of pairs, and how probable a pack finds the English that is there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from xlcheck.errors import TranslationError
from xlcheck.model import Failure
from xlcheck.translate import open_translator
from xlcheck.translate.memory import FILE_NAME, TranslationMemory
from xlcheck.translate.packs import TARGET, pack_code
from xlcheck.translate.remembering import remembering

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlcheck.config import Config
    from xlcheck.translate.engines import Engines


@dataclass(frozen=True, slots=True, kw_only=True)
class PairTranslation:
    """What an engine says about a pair.

    Attributes:
        text: English for the source, "" where there is none that can be trusted.
        improbable: by how much the log-probability per token of the pair's English falls short of that of the pack's
            own translation, ≥ 0; None where no pack gives probabilities.
        failure: what broke, None where nothing did.
    """

    text: str = ""
    improbable: float | None = None
    failure: Failure | None = None


class PairTranslator:
    """Translate the sources of pairs with whatever is installed; with engine "none", nothing."""

    def __init__(self, config: Config) -> None:
        self._engines: Engines | None = None if config.engine == "none" else open_translator(engine=config.engine)
        folder = config.cache_folder
        self._memory = TranslationMemory(folder / FILE_NAME) if folder is not None and self._engines else None

    def close(self) -> None:
        """Free the models."""
        if self._engines is not None:
            self._engines.close()

    def translate(self, pairs: Sequence[tuple[str, str]], languages: Sequence[str]) -> list[PairTranslation]:
        """Return what is known about each (source, English) pair; a language of "" asks for nothing."""
        found = [PairTranslation()] * len(pairs)
        if self._engines is None:
            return found
        for language in sorted(set(languages)):
            if language in ("", TARGET) or pack_code(language) not in self._engines.languages():
                continue
            places = [place for place, code in enumerate(languages) if code == language]
            try:
                made = _translate(self._engines, self._memory, [pairs[place] for place in places], language)
            except TranslationError as error:
                failure = Failure(where=f"translation from {language}", message=str(error), hint=error.hint)
                made = [PairTranslation(failure=failure)] * len(places)
            for place, item in zip(places, made, strict=True):
                found[place] = item
        return found


def _translate(
    engines: Engines, memory: TranslationMemory | None, pairs: Sequence[tuple[str, str]], language: str
) -> list[PairTranslation]:
    translator = remembering(engines.choose(language), memory)
    raw = translator.translate([source for source, _ in pairs], language=language)
    scores = engines.score_pairs(pairs, language=language)
    return [
        PairTranslation(
            text="" if item.suspect else item.text,
            improbable=None if score is None or item.score is None or item.suspect else max(0.0, item.score - score),
        )
        for item, score in zip(raw, scores, strict=True)
    ]
