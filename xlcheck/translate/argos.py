"""Translate with Argos language packs: the only importer of ctranslate2, and with `install` of argostranslate.

The pack's CTranslate2 model is driven directly. `argostranslate.translate` would split the text into sentences once
more, download a splitter for that, and import it under a licence (AGPL) that this program does not take on. Decoding is
Argos's own (beam of 4, length penalty 0.2), so a sentence reads as Argos Translate would have it.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, Protocol

from xlcheck.errors import TranslationError
from xlcheck.translate.base import RawTranslation
from xlcheck.translate.clauses import cut
from xlcheck.translate.health import CUT, UNFINISHED, suspect_reasons
from xlcheck.translate.packs import Pack, install_command, pack_code

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from types import TracebackType

    from xlcheck.translate.packs import BrokenPack

BEAM = 4
LENGTH_PENALTY = 0.2
MAX_TOKENS = 150
"""Source tokens a call; packs are trained on sentences and lose the thread in much longer ones."""
MAX_OUTPUT = 3 * MAX_TOKENS
BATCH_TOKENS = 2_048
"""Source tokens a batch, padding included: bounds the memory whatever the sentences."""
MAX_THREADS = 8
"""More threads than this gain nothing for models of this size."""


class _Tokenizer(Protocol):
    def encode(self, sentence: str, /) -> list[str]: ...

    def decode(self, tokens: list[str], /) -> str: ...


@dataclass(frozen=True, slots=True)
class _Loaded:
    pack: Pack
    tokenizer: _Tokenizer
    model: Any


@dataclass(slots=True)
class _Decoded:
    """What the model made of one part."""

    text: str
    log_probability: float
    tokens: int
    finished: bool


class ArgosTranslator:
    """Translate into English with the packs given; each model is loaded when its language is first asked for.

    Attributes:
        broken: packs that are installed and cannot be used, for the report.
    """

    engine = "argos"

    def __init__(self, packs: Iterable[Pack], *, broken: Iterable[BrokenPack] = (), threads: int | None = None) -> None:
        self._packs = {pack.language: pack for pack in packs}
        self._loaded: dict[str, _Loaded] = {}
        self._threads = threads or _threads()
        self.broken = tuple(broken)

    def __enter__(self) -> ArgosTranslator:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Free the models; they are loaded again when needed."""
        self._loaded.clear()

    def languages(self) -> frozenset[str]:
        """Return the codes of the languages that a usable pack is installed for."""
        return frozenset(self._packs)

    def describe(self, language: str) -> str:
        """Return pack identity, runtime and decoding parameters, for the signature of a run."""
        return f"argos {self._pack(language).identity} ctranslate2-{version('ctranslate2')} beam{BEAM}"

    def translate(
        self, texts: Sequence[str], *, language: str, progress: Callable[[int], None] | None = None
    ) -> list[RawTranslation]:
        """Return one translation per text, in order; equal texts are translated once.

        Args:
            texts: sentences. White space in them is folded; one longer than 150 tokens is translated in parts.
            language: a code out of `languages()`.
            progress: called with the number of texts finished since the last call.

        Raises:
            TranslationError: there is no pack for the language, or it cannot be used.
        """
        pack = self._pack(language)
        wanted: dict[str, int] = {}
        folded = [" ".join(text.split()) for text in texts]
        for text in folded:
            wanted[text] = wanted.get(text, 0) + 1
        done: dict[str, RawTranslation] = {}
        for text, translation in self._stream(pack, list(wanted)):
            done[text] = translation
            if progress is not None:
                progress(wanted[text])
        return [done[text] for text in folded]

    def _stream(self, pack: Pack, texts: Sequence[str]) -> Iterator[tuple[str, RawTranslation]]:
        """Yield translations of different texts, the shortest first, so that each batch has sentences of one length."""
        identity = pack.identity
        sentences = [text for text in texts if any(char.isalpha() for char in text)]
        yield from ((text, RawTranslation(text=text, pack=identity)) for text in sorted({*texts} - {*sentences}))
        if not sentences:
            return
        loaded = self._load(pack)
        parts: dict[str, tuple[str, ...]] = {}
        rough: set[str] = set()
        tokens: dict[str, list[str]] = {}
        for text in sentences:
            parts[text], at_clauses = cut(text, MAX_TOKENS, lambda piece: len(loaded.tokenizer.encode(piece)))
            rough |= set() if at_clauses else {text}
            tokens |= {part: loaded.tokenizer.encode(part) for part in parts[text]}
        order = sorted(tokens, key=lambda part: (len(tokens[part]), part))
        place = {part: number for number, part in enumerate(order)}
        waiting = sorted(sentences, key=lambda text: max(place[part] for part in parts[text]), reverse=True)
        decoded: dict[str, _Decoded] = {}
        for part, result in zip(order, _decode(loaded, [tokens[part] for part in order]), strict=True):
            decoded[part] = result
            while waiting and all(needed in decoded for needed in parts[waiting[-1]]):
                text = waiting.pop()
                found = [decoded[needed] for needed in parts[text]]
                yield text, _joined(identity, text, found, rough=text in rough)

    def _pack(self, language: str) -> Pack:
        code = pack_code(language)
        if code in self._packs:
            return self._packs[code]
        for item in self.broken:
            if item.language == code:
                raise item.error
        raise TranslationError(f"no language pack translates {language} into English", hint=install_command(language))

    def _load(self, pack: Pack) -> _Loaded:
        if pack.language not in self._loaded:
            self._loaded[pack.language] = _load(pack, self._threads)
        return self._loaded[pack.language]


def _load(pack: Pack, threads: int) -> _Loaded:
    try:
        # argostranslate makes its folders in the user's home when it is imported.
        import ctranslate2
        from argostranslate.tokenizer import BPETokenizer, SentencePieceTokenizer

        tokenizer: _Tokenizer = (
            SentencePieceTokenizer(pack.tokenizer_file)
            if pack.tokenizer == "sentencepiece"
            else BPETokenizer(pack.tokenizer_file, pack.language, "en")
        )
        tokenizer.encode("a")
        model = ctranslate2.Translator(
            str(pack.model_folder), device="cpu", compute_type="auto", inter_threads=1, intra_threads=threads
        )
    except (OSError, RuntimeError, ValueError) as error:
        raise _unusable(pack, error) from error
    return _Loaded(pack, tokenizer, model)


def _unusable(pack: Pack, error: Exception) -> TranslationError:
    return TranslationError(
        f"the language pack in {pack.folder} cannot be used: {error}",
        hint=f"Check it with: xlcheck models verify. Install it again with: {install_command(pack.language)}",
    )


def _decode(loaded: _Loaded, sources: Sequence[list[str]]) -> Iterator[_Decoded]:
    """Yield what the model makes of each source, in order, as soon as its batch is done."""
    prefix = loaded.pack.target_prefix
    results = loaded.model.translate_iterable(
        iter(sources),
        target_prefix=([prefix] for _ in sources) if prefix else None,
        max_batch_size=BATCH_TOKENS,
        batch_type="tokens",
        beam_size=BEAM,
        length_penalty=LENGTH_PENALTY,
        max_input_length=0,
        max_decoding_length=MAX_OUTPUT,
        replace_unknowns=True,
        return_scores=True,
    )
    try:
        for result in results:
            yield _decoded(result.hypotheses[0], result.scores[0], loaded.tokenizer, prefix)
    except RuntimeError as error:
        raise _unusable(loaded.pack, error) from error


def _decoded(hypothesis: list[str], score: float, tokenizer: _Tokenizer, prefix: str) -> _Decoded:
    finished = len(hypothesis) < MAX_OUTPUT
    # The engine divides the log-probability by length^penalty, where the end token counts.
    length = len(hypothesis) + finished
    words = hypothesis[1:] if prefix and hypothesis[:1] == [prefix] else hypothesis
    text = " ".join(tokenizer.decode(words).split())
    return _Decoded(text, score * length**LENGTH_PENALTY, length, finished)


def _joined(pack: str, source: str, parts: Sequence[_Decoded], *, rough: bool) -> RawTranslation:
    text = " ".join(part.text for part in parts if part.text)
    reasons = list(suspect_reasons(source, text))
    if not all(part.finished for part in parts):
        reasons.append(UNFINISHED)
    if rough:
        reasons.append(CUT)
    score = sum(part.log_probability for part in parts) / sum(part.tokens for part in parts)
    return RawTranslation(text=text, pack=pack, score=min(score, 0.0), suspect=tuple(reasons))


def _threads() -> int:
    """Return one thread per processor that this process may use."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(usable, MAX_THREADS))
