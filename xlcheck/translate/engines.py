"""Which engine translates which language.

Where several could: an Argos pack, else an Apertium pair, else the way through a third language. An Argos model writes
better English than Apertium's rules, and each of them better than two in a row.
"""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

from xlcheck.errors import TranslationError
from xlcheck.translate.apertium import ApertiumTranslator
from xlcheck.translate.apertium_pairs import debian_command, find_pairs
from xlcheck.translate.argos import ArgosTranslator
from xlcheck.translate.packs import TARGET, find_all_packs, install_command, pack_code
from xlcheck.translate.pivot import PivotTranslator

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import TracebackType

    from xlcheck.translate.base import RawTranslation, Translator
    from xlcheck.translate.packs import BrokenPack


class Engines:
    """Several translators as one; `choose` says which of them a language gets.

    Args:
        direct: translate into English, the better first.
        halfway: translators into another language with the code of that language, the better first.
        broken: packs that are installed and cannot be used.
    """

    engine = "auto"

    def __init__(
        self,
        direct: Sequence[ArgosTranslator | ApertiumTranslator],
        halfway: Sequence[tuple[ArgosTranslator | ApertiumTranslator, str]] = (),
        *,
        broken: Sequence[BrokenPack] = (),
    ) -> None:
        self.broken = tuple(broken)
        self._all = (*direct, *(translator for translator, _ in halfway))
        self._chosen: dict[str, Translator] = {}
        for translator in direct:
            for language in translator.languages():
                self._chosen.setdefault(language, translator)
        finals = dict(self._chosen)
        for first, through in halfway:
            if through in finals:
                for language in first.languages() - {TARGET}:
                    way = PivotTranslator(finals[through], {language: (first, through)})
                    self._chosen.setdefault(language, way)

    def __enter__(self) -> Engines:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Free models and end programs; they come back when needed."""
        with ExitStack() as stack:
            for translator in self._all:
                stack.callback(translator.close)

    def choose(self, language: str) -> Translator:
        """Return what translates a language.

        Raises:
            TranslationError: nothing does, or only a pack that is broken.
        """
        code = pack_code(language)
        if code in self._chosen:
            return self._chosen[code]
        for item in self.broken:
            if item.language == code:
                raise item.error
        ways = [install_command(language), debian_command(language)]
        raise TranslationError(
            f"no language pack translates {language} into English", hint=" or: ".join(way for way in ways if way)
        )

    def languages(self) -> frozenset[str]:
        """Return the codes of the languages that can be translated into English."""
        return frozenset(self._chosen)

    def describe(self, language: str) -> str:
        """Return what translates a language, exactly enough to make the same translations again."""
        return self.choose(language).describe(language)

    def translate(
        self, texts: Sequence[str], *, language: str, progress: Callable[[int], None] | None = None
    ) -> list[RawTranslation]:
        """Return one translation per text, in order.

        Args:
            texts: sentences.
            language: a code out of `languages()`.
            progress: called with the number of texts finished since the last call.

        Raises:
            TranslationError: the language is not covered, or what translates it cannot be used.
        """
        return self.choose(language).translate(texts, language=language, progress=progress)

    def score_pairs(self, pairs: Sequence[tuple[str, str]], *, language: str) -> list[float | None]:
        """Return for each (source, English) the log-probability per token of the English, as `base.Scorer` says.

        Only an Argos pack straight into English has probabilities; everything else gives None.

        Raises:
            TranslationError: the pack cannot be used.
        """
        chosen = self._chosen.get(pack_code(language))
        if isinstance(chosen, ArgosTranslator):
            return chosen.score_pairs(pairs, language=language)
        return [None] * len(pairs)


def open_engines(engine: str = "auto", *, threads: int | None = None) -> Engines:
    """Return a translator for all languages that an installed pack or pair covers; each is loaded when first used.

    Args:
        engine: "argos" or "apertium" for this one only; "auto" takes the best for each language.
        threads: computing threads of Argos models.
    """
    packs, broken = find_all_packs() if engine != "apertium" else ((), ())
    pairs = find_pairs() if engine != "argos" else {}
    into_english = [pack for pack in packs if pack.target == TARGET]
    others = sorted({pack.target for pack in packs} | {target for _, target in pairs} - {TARGET})
    halfway: list[tuple[ArgosTranslator | ApertiumTranslator, str]] = []
    for target in others:
        argos = [pack for pack in packs if pack.target == target]
        halfway += [(ArgosTranslator(argos, threads=threads), target)] if argos else []
    halfway += [(ApertiumTranslator(pairs, target=target), target) for target in others]
    return Engines(
        [ArgosTranslator(into_english, threads=threads), ApertiumTranslator(pairs)],
        halfway,
        broken=[item for item in broken if item.target == TARGET],
    )
