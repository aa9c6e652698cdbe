"""Translate with Argos language packs: the only importer of ctranslate2, and with `install` of argostranslate.

The pack's CTranslate2 model is driven directly. `argostranslate.translate` would split the text into sentences once
more, download a splitter for that, and import it under a licence (AGPL) that this program does not take on; what a pack
brings for it (folders `stanza/`, `minisbd/`) is left alone. `decoding` says how the models are driven.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from importlib.metadata import version
from itertools import islice
from typing import TYPE_CHECKING, Any, Protocol

from xlcheck.errors import TranslationError
from xlcheck.translate.base import RawTranslation
from xlcheck.translate.clauses import cut
from xlcheck.translate.decoding import MAX_TOKENS, Decoding, batches, best_compute_type, divide_threads
from xlcheck.translate.forced import score_tokens
from xlcheck.translate.health import CUT, UNFINISHED, suspect_reasons
from xlcheck.translate.packs import Pack, install_command, pack_code

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from types import TracebackType

    from xlcheck.translate.packs import BrokenPack

CHUNK = 4_096
"""Texts that are sorted and batched together: enough that batches are of one length, and a bound for the memory."""


class _Tokenizer(Protocol):
    def encode(self, sentence: str, /) -> list[str]: ...

    def decode(self, tokens: list[str], /) -> str: ...


@dataclass(frozen=True, slots=True)
class _Loaded:
    """A pack in memory; `english` is the tokenizer of what it writes."""

    pack: Pack
    tokenizer: _Tokenizer
    english: _Tokenizer
    model: Any


@dataclass(slots=True)
class _Decoded:
    """What the model made of one part."""

    text: str
    alternatives: list[str]
    log_probability: float
    tokens: int
    finished: bool


class ArgosTranslator:
    """Translate into English with the packs given; each model is loaded when its language is first asked for.

    Args:
        packs: one for each language.
        broken: packs that are installed and cannot be used, for the report.
        threads: computing threads in all, by default one for each processor that this process may use, at most 8.
        decoding: options; a part of `describe`.
    """

    engine = "argos"

    def __init__(
        self,
        packs: Iterable[Pack],
        *,
        broken: Iterable[BrokenPack] = (),
        threads: int | None = None,
        decoding: Decoding | None = None,
    ) -> None:
        self._packs = {pack.language: pack for pack in packs}
        self._loaded: dict[str, _Loaded] = {}
        self._workers, self._threads = divide_threads(threads)
        self.broken = tuple(broken)
        self.decoding = decoding or Decoding()

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
        """Return pack identity, runtime and decoding options: the same, and the same English comes out."""
        return f"argos {self._pack(language).identity} ctranslate2-{version('ctranslate2')} {self.decoding.key}"

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
        folded = [_folded(text) for text in texts]
        for text in folded:
            wanted[text] = wanted.get(text, 0) + 1
        done: dict[str, RawTranslation] = {}
        # Near in characters is near in tokens: each chunk has sentences of about one length.
        order = iter(sorted(wanted, key=lambda text: (len(text), text)))
        while chunk := list(islice(order, CHUNK)):
            for text, translation in self._chunk(pack, chunk):
                done[text] = translation
                if progress is not None:
                    progress(wanted[text])
        return [done[text] for text in folded]

    def translate_stream(self, texts: Iterable[str], *, language: str) -> Iterator[RawTranslation]:
        """Yield one translation per text, in order, holding a few thousand at a time: for what has no end.

        Args:
            texts: sentences, as for `translate`; read no further than needed.
            language: a code out of `languages()`.

        Raises:
            TranslationError: there is no pack for the language, or it cannot be used.
        """
        stream = iter(texts)
        while chunk := list(islice(stream, CHUNK)):
            yield from self.translate(chunk, language=language)

    def score_pairs(self, pairs: Sequence[tuple[str, str]], *, language: str) -> list[float | None]:
        """Return for each (source, English) the log-probability per token that the pack's model gives the English.

        None, never zero, stands where there is nothing to say: no pack for the language, a side without letters, a
        side that is longer than what the model translates in one piece. Equal pairs are scored once.

        Raises:
            TranslationError: the pack cannot be used.
        """
        code = pack_code(language)
        if code not in self._packs and all(item.language != code for item in self.broken):
            return [None] * len(pairs)
        pack = self._pack(language)
        folded = [(_folded(source), _folded(english)) for source, english in pairs]
        order = iter(sorted({pair for pair in folded if all(map(_has_letters, pair))}, key=lambda pair: len(pair[0])))
        found: dict[tuple[str, str], float] = {}
        while chunk := list(islice(order, CHUNK)):
            loaded = self._load(pack)
            tokens = {
                pair: (tuple(loaded.tokenizer.encode(pair[0])), tuple(loaded.english.encode(pair[1]))) for pair in chunk
            }
            fits = [both for both in tokens.values() if all(0 < len(side) <= MAX_TOKENS for side in both)]
            try:
                scores = score_tokens(loaded.model, fits, prefix=pack.target_prefix, workers=self._workers)
            except RuntimeError as error:
                raise _unusable(pack, error) from error
            found |= {pair: scores[both] for pair, both in tokens.items() if both in scores}
        return [found.get(pair) for pair in folded]

    def _chunk(self, pack: Pack, texts: Sequence[str]) -> Iterator[tuple[str, RawTranslation]]:
        """Yield translations of different texts, the shortest first, so that each batch has sentences of one length."""
        identity = pack.identity
        sentences = [text for text in texts if _has_letters(text)]
        yield from ((text, RawTranslation(text=text, pack=identity)) for text in texts if not _has_letters(text))
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
        for part, result in zip(order, self._decode(loaded, [tokens[part] for part in order]), strict=True):
            decoded[part] = result
            while waiting and all(needed in decoded for needed in parts[waiting[-1]]):
                text = waiting.pop()
                found = [decoded[needed] for needed in parts[text]]
                yield text, _joined(pack.language, identity, text, found, rough=text in rough)

    def _decode(self, loaded: _Loaded, sources: Sequence[list[str]]) -> Iterator[_Decoded]:
        """Yield what the model makes of each source, in order; each worker has a batch, and one more waits."""
        prefix = loaded.pack.target_prefix
        running: deque[tuple[list[Any], int]] = deque()
        try:
            for batch in batches(sources, workers=self._workers):
                limit = self.decoding.limit(len(sources[batch.start]))
                results = loaded.model.translate_batch(
                    [sources[place] for place in batch],
                    target_prefix=[[prefix]] * len(batch) if prefix else None,
                    beam_size=self.decoding.beam,
                    num_hypotheses=self.decoding.hypotheses,
                    length_penalty=self.decoding.length_penalty,
                    max_input_length=0,
                    max_decoding_length=limit,
                    replace_unknowns=True,
                    return_scores=True,
                    asynchronous=True,
                )
                running.append((results, limit))
                while len(running) > self._workers:
                    yield from self._finished(loaded, *running.popleft())
            while running:
                yield from self._finished(loaded, *running.popleft())
        except RuntimeError as error:
            raise _unusable(loaded.pack, error) from error

    def _finished(self, loaded: _Loaded, results: list[Any], limit: int) -> Iterator[_Decoded]:
        for waiting in results:
            result = waiting.result()
            best = result.hypotheses[0]
            given = len(best) - len(_said(best, loaded.pack))
            texts = [_folded(loaded.english.decode(_said(words, loaded.pack))) for words in result.hypotheses]
            finished = len(best) < limit
            # The engine divides by length^penalty; the end token counts for that, and the prefix, which costs nothing.
            length = len(best) + finished
            log_probability = result.scores[0] * length**self.decoding.length_penalty
            yield _Decoded(texts[0], texts[1:], log_probability, max(length - given, 1), finished)

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
            self._loaded[pack.language] = _load(pack, self.decoding, self._workers, self._threads)
        return self._loaded[pack.language]


def _load(pack: Pack, decoding: Decoding, workers: int, threads: int) -> _Loaded:
    try:
        # argostranslate makes its folders in the user's home when it is imported.
        import ctranslate2
        from argostranslate.tokenizer import BPETokenizer, SentencePieceTokenizer

        tokenizer: _Tokenizer
        english: _Tokenizer
        if pack.tokenizer == "sentencepiece":
            tokenizer = english = SentencePieceTokenizer(pack.tokenizer_file)
        else:
            tokenizer = BPETokenizer(pack.tokenizer_file, pack.language, pack.target)
            english = BPETokenizer(pack.tokenizer_file, pack.target, pack.target)
        tokenizer.encode("a")
        model = ctranslate2.Translator(
            str(pack.model_folder),
            device="cpu",
            compute_type=decoding.compute_type or best_compute_type(ctranslate2.get_supported_compute_types("cpu")),
            inter_threads=workers,
            intra_threads=threads,
        )
    except (OSError, RuntimeError, ValueError) as error:
        raise _unusable(pack, error) from error
    return _Loaded(pack, tokenizer, english, model)


def _unusable(pack: Pack, error: Exception) -> TranslationError:
    return TranslationError(
        f"the language pack in {pack.folder} cannot be used: {error}",
        hint=f"Check it with: xlcheck models verify. Install it again with: {install_command(pack.language)}",
    )


def _joined(language: str, pack: str, source: str, parts: Sequence[_Decoded], *, rough: bool) -> RawTranslation:
    """Return a sentence's translation out of those of its parts."""
    text = " ".join(part.text for part in parts if part.text)
    score = min(sum(part.log_probability for part in parts) / sum(part.tokens for part in parts), 0.0)
    alternatives = [" ".join(others) for others in zip(*(part.alternatives for part in parts), strict=False)]
    reasons = list(suspect_reasons(source, text, language=language, score=score, alternatives=alternatives))
    if not all(part.finished for part in parts):
        reasons.append(UNFINISHED)
    if rough:
        reasons.append(CUT)
    return RawTranslation(text=text, pack=pack, score=score, suspect=tuple(reasons))


def _said(hypothesis: list[str], pack: Pack) -> list[str]:
    """Return a hypothesis without the prefix that it was given."""
    return hypothesis[1:] if pack.target_prefix and hypothesis[:1] == [pack.target_prefix] else hypothesis


def _folded(text: str) -> str:
    """Return a text with every run of white space as one space, and as UTF-8 can carry it: no half of a letter pair."""
    return " ".join(text.encode("utf-8", "replace").decode().split())


def _has_letters(text: str) -> bool:
    """Tell whether there is anything to translate."""
    return any(char.isalpha() for char in text)
