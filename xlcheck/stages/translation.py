"""Translate the foreign sentences of a run with whatever is installed, and say what is not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from xlcheck.errors import TranslationError
from xlcheck.model import Failure, MissingPack, Side
from xlcheck.reading import translate_language
from xlcheck.translate import debian_command, install_command, open_translator
from xlcheck.translate.memory import FILE_NAME as MEMORY_NAME
from xlcheck.translate.memory import TranslationMemory
from xlcheck.translate.packs import find_routes, pack_code
from xlcheck.translate.remembering import remembering

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from xlcheck.config import Config
    from xlcheck.render.progress import Progress


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslationResult:
    """The sides with their English.

    Attributes:
        description: what translated, for the signature of the report; "none" where nothing did.
        missing: languages that nothing here can translate.
    """

    sides: list[Side]
    description: str
    missing: tuple[MissingPack, ...] = ()
    failures: tuple[Failure, ...] = ()


def translate_sides(
    sides: list[Side], config: Config, progress: Progress, fetch: Callable[[str], object] | None = None
) -> TranslationResult:
    """Translate what can be translated; the run goes on from the source text alone where nothing can."""
    foreign = {side.article.language for side in sides} - {"en", "und"}
    if config.engine == "none" or not foreign:
        return TranslationResult(sides=sides, description="none")
    lacking = _fetch(foreign, fetch) if fetch is not None else {}
    memory = TranslationMemory(config.cache_folder / MEMORY_NAME) if config.cache_folder is not None else None
    failures: list[Failure] = []
    used: list[str] = []
    with open_translator(engine=config.engine) as engines:
        available = engines.languages() & foreign
        failures += [failure for language, failure in lacking.items() if language not in available]
        failures += [
            Failure(where=item.folder.as_posix(), message=str(item.error), hint=item.error.hint)
            for item in engines.broken
            if item.language in foreign
        ]
        progress.stage("translating", sum(segment.language in available for side in sides for segment in side.segments))
        for language in sorted(available):
            try:
                translator = remembering(engines.choose(language), memory)
                sides = translate_language(sides, translator, language=language, progress=progress.advance)
                used.append(translator.describe(language))
            except TranslationError as error:
                failures.append(Failure(where=f"translation from {language}", message=str(error), hint=error.hint))
    missing = tuple(
        MissingPack(
            language=language,
            articles=sum(side.article.language == language for side in sides),
            command=_install_command(language, config.engine),
        )
        for language in sorted(foreign - available)
    )
    return TranslationResult(
        sides=sides, description=", ".join(used) or "none", missing=missing, failures=tuple(failures)
    )


def _install_command(language: str, engine: str) -> str:
    """Return the command that installs what is missing; Argos has far more languages than Apertium."""
    return (debian_command(language) if engine == "apertium" else "") or install_command(language)


def other_ways(missing: Iterable[MissingPack], engine: str) -> Iterator[str]:
    """Say for which languages Apertium can be installed instead of an Argos pack."""
    if engine == "auto":
        for pack in missing:
            if command := debian_command(pack.language):
                yield f"{pack.language} can be translated by Apertium too, on Debian and Ubuntu: {command}"


def _fetch(languages: Iterable[str], fetch: Callable[[str], object]) -> dict[str, Failure]:
    """Have a pack installed for each language that has none; return why for those for which none can be had."""
    installed = find_routes().keys()
    lacking = {}
    for language in sorted(languages):
        if pack_code(language) not in installed:
            try:
                fetch(language)
            except TranslationError as error:
                place = f"language pack for {language}"
                lacking[language] = Failure(where=place, message=str(error), hint=error.hint)
    return lacking
