"""Translate the foreign sentences of a run with whatever is installed, and say what is not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from xlcheck.errors import TranslationError
from xlcheck.model import Failure, MissingPack
from xlcheck.reading import translate_language
from xlcheck.stages.archive import Archive
from xlcheck.translate import debian_command, install_command, open_translator
from xlcheck.translate.memory import FILE_NAME as MEMORY_NAME
from xlcheck.translate.memory import TranslationMemory
from xlcheck.translate.packs import find_routes, pack_code
from xlcheck.translate.remembering import remembering

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator

    from xlcheck.config import Config
    from xlcheck.render.progress import Progress
    from xlcheck.translate.base import Translator

ARTICLES_AT_A_TIME = 1000
"""Some ten thousand sentences: an engine finds enough of one length among them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslationResult:
    """The articles with their English.

    Attributes:
        description: what translated, for the signature of the report; "none" where nothing did.
        missing: languages that nothing here can translate.
    """

    archive: Archive
    description: str
    missing: tuple[MissingPack, ...] = ()
    failures: tuple[Failure, ...] = ()


def translate_archive(
    archive: Archive,
    config: Config,
    progress: Progress,
    fetch: Callable[[str], object] | None = None,
    *,
    leave: Container[str] = (),
) -> TranslationResult:
    """Translate what can be translated; the run goes on from the source text alone where nothing can.

    Args:
        leave: articles in these languages are left as they are.
    """
    foreign = {card.language for card in archive.cards if card.language not in leave} - {"en", "und"}
    if config.engine == "none" or not foreign:
        return TranslationResult(archive=archive, description="none")
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
        progress.stage("translating", sum(archive.languages[language] for language in available))
        for language in sorted(available):
            try:
                translator = remembering(engines.choose(language), memory)
                archive = _translated(archive, translator, language, progress, leave)
                used.append(translator.describe(language))
            except TranslationError as error:
                failures.append(Failure(where=f"translation from {language}", message=str(error), hint=error.hint))
    missing = tuple(
        MissingPack(
            language=language,
            articles=sum(card.language == language for card in archive.cards),
            command=_install_command(language, config.engine),
        )
        for language in sorted(foreign - available)
    )
    return TranslationResult(
        archive=archive, description=", ".join(used) or "none", missing=missing, failures=tuple(failures)
    )


def _translated(
    archive: Archive, translator: Translator, language: str, progress: Progress, leave: Container[str]
) -> Archive:
    """Return the articles with English for each sentence in a language, some thousand sentences at a time."""
    result = Archive()
    for part in archive.parts(ARTICLES_AT_A_TIME):
        todo = [side for side in part if side.article.language not in leave]
        done = iter(translate_language(todo, translator, language=language, progress=progress.advance))
        for side in part:
            result.add(side if side.article.language in leave else next(done))
    return result


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
