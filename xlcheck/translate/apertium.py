"""Translate with Apertium, a free rule-based engine, where its programs and a language pair are installed.

It knows what it does not know: an unknown word comes back with a mark. There is no probability, so `score` is None.
"""

from __future__ import annotations

from collections import deque
from itertools import islice
from typing import TYPE_CHECKING

from xlcheck.errors import TranslationError
from xlcheck.translate.apertium_pairs import apertium_version, debian_command
from xlcheck.translate.apertium_process import ApertiumProcess, ProcessStoppedError
from xlcheck.translate.apertium_text import clean, count_words, from_stream, to_stream
from xlcheck.translate.base import RawTranslation
from xlcheck.translate.clauses import cut
from xlcheck.translate.health import CUT, suspect_reasons
from xlcheck.translate.packs import pack_code

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from types import TracebackType

    from xlcheck.translate.apertium_pairs import ApertiumPair
    from xlcheck.translate.apertium_text import ApertiumAnswer

MAX_CHARACTERS = 2_000
"""A longer text is cut at its clauses; no sentence of the news is that long."""
BATCH = 500
"""Texts under way at once."""
ATTEMPTS = 2
"""Times that a text is tried on which the engine stopped; then it is left untranslated and the others go on."""
STOPPED = "the engine stopped on it"
UNKNOWN_SHARE = 0.1
"""Of the words of a sentence; above it so much stays in the source language that its sense cannot be relied on."""
ROUGH_SHARE = 0.2
"""The same for words without their form, which can still be read."""
LOST_SHARE = 0.5
"""Unknown words above this share leave not even the gist (see `Translation.tells_the_gist`)."""


class ApertiumTranslator:
    """Translate with installed pairs into one language; a pair's programs start when it is first used.

    Args:
        pairs: those that are installed, by (language, target).
        target: code of the language to translate into.
    """

    engine = "apertium"

    def __init__(self, pairs: Mapping[tuple[str, str], ApertiumPair], *, target: str = "en") -> None:
        self._pairs = {language: pair for (language, into), pair in pairs.items() if into == target}
        self._target = target
        self._running: dict[str, ApertiumProcess] = {}

    def __enter__(self) -> ApertiumTranslator:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the programs; they start again when needed."""
        for mode in list(self._running):
            self._running.pop(mode).close()

    def languages(self) -> frozenset[str]:
        """Return the codes of the languages that a pair is installed for."""
        return frozenset(self._pairs)

    def describe(self, language: str) -> str:
        """Return pair, its version and data, and the version of the engine, for the signature of a run."""
        return f"apertium {self._pair(language).identity} apertium-{apertium_version()}"

    def translate(
        self, texts: Sequence[str], *, language: str, progress: Callable[[int], None] | None = None
    ) -> list[RawTranslation]:
        """Return one translation per text, in order; equal texts are translated once.

        Args:
            texts: sentences. White space in them is folded; a very long one is translated in parts.
            language: a code out of `languages()`.
            progress: called with the number of texts finished since the last call.

        Raises:
            TranslationError: there is no pair for the language, or its programs do not run.
        """
        pair = self._pair(language)
        wanted: dict[str, int] = {}
        cleaned = [clean(text) for text in texts]
        for text in cleaned:
            wanted[text] = wanted.get(text, 0) + 1
        done: dict[str, RawTranslation] = {}
        for text, translation in self._stream(pair, wanted):
            done[text] = translation
            if progress is not None:
                progress(wanted[text])
        return [done[text] for text in cleaned]

    def _stream(self, pair: ApertiumPair, texts: Iterable[str]) -> Iterator[tuple[str, RawTranslation]]:
        identity = pair.identity
        parts: dict[str, tuple[tuple[str, ...], bool]] = {}
        for text in texts:
            if any(char.isalpha() for char in text):
                parts[text] = cut(text, MAX_CHARACTERS, len)
            else:
                yield text, RawTranslation(text=text, pack=identity)
        answers = self._answers(pair, [part for pieces, _ in parts.values() for part in pieces])
        for text, (pieces, at_clauses) in parts.items():
            found = [next(answers) for _ in pieces]
            yield text, _joined(found, text, pair, at_clauses=at_clauses)

    def _answers(self, pair: ApertiumPair, texts: Sequence[str]) -> Iterator[ApertiumAnswer | None]:
        """Yield what the engine makes of each text, None where it stopped on it, starting it anew when it stops."""
        left = deque(texts)
        failed = 0
        while left:
            process = self._process(pair)
            batch = [to_stream(text) for text in islice(left, BATCH)]
            after = len(left) - len(batch)
            try:
                for answer in process.answers(batch):
                    failed = 0
                    yield from_stream(answer, left.popleft())
            except ProcessStoppedError:
                failed += 1
            finally:
                if len(left) > after:  # what it still has to say would be taken for the answers to the next texts
                    self._running.pop(pair.mode).close()
            if failed == ATTEMPTS:
                failed = 0
                left.popleft()
                yield None

    def _process(self, pair: ApertiumPair) -> ApertiumProcess:
        """Return the running programs of a pair, started if need be and seen to answer."""
        if pair.mode not in self._running:
            try:
                process = ApertiumProcess(pair.commands)
                try:
                    list(process.answers([to_stream(".")]))
                except ProcessStoppedError:
                    process.close()
                    raise
            except ProcessStoppedError as error:
                raise TranslationError(
                    f"Apertium's pair {pair.mode} cannot be used: {error}",
                    hint=f"Try it by hand: echo test | apertium {pair.mode}",
                ) from error
            self._running[pair.mode] = process
        return self._running[pair.mode]

    def _pair(self, language: str) -> ApertiumPair:
        pair = self._pairs.get(pack_code(language))
        if pair is None:
            command = debian_command(language) if self._target == "en" else ""
            raise TranslationError(
                f"no Apertium pair translates {language} into {self._target}",
                hint=f"On Debian and Ubuntu: {command}" if command else "",
            )
        return pair


def _joined(
    answers: Sequence[ApertiumAnswer | None], source: str, pair: ApertiumPair, *, at_clauses: bool
) -> RawTranslation:
    found = [answer for answer in answers if answer is not None]
    text = " ".join(answer.text for answer in found if answer.text)
    words = count_words(source)
    unknown, rough = sum(answer.unknown for answer in found), sum(answer.rough for answer in found)
    reasons = [STOPPED] if len(found) < len(answers) else []
    if unknown > UNKNOWN_SHARE * words:
        lost = unknown > LOST_SHARE * words
        reasons.append(f"{unknown} of {words} words {'unknown, too many' if lost else 'unknown'}")
    if rough > ROUGH_SHARE * words:
        reasons.append(f"{rough} of {words} words without their form")
    if not at_clauses:
        reasons.append(CUT)
    return RawTranslation(
        text=text,
        pack=pair.identity,
        suspect=(*reasons, *suspect_reasons(source, text, language=pair.language)),
    )
