"""Score sentence pairs: how likely is it that the two say different things?

Pairs come and go as streams; a few hundred are held at a time, so that their vectors are made together.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from xlcheck.align import align_whole
from xlcheck.checks.base import CheckContext
from xlcheck.checks.claims.contrast import STRONG, missing_negation, strongest_contrast, unfounded_negation, weigh_all
from xlcheck.checks.registry import select_checks
from xlcheck.embed import (
    CONTRAST_ROWS,
    Comparer,
    Contrasts,
    Encoder,
    VectorCache,
    is_covered,
    reading_kind,
)
from xlcheck.errors import InputError
from xlcheck.lang.lexicon import lexicon_for
from xlcheck.reading import plain_article, read_article, with_translation
from xlcheck.score.reasons import reasons_for
from xlcheck.score.suspicion import shipped_model
from xlcheck.stages.checking import check_context, check_links, check_side
from xlcheck.stages.guard import guard
from xlcheck.stages.kept_features import KeptFeatures, pair_key
from xlcheck.stages.pair_features import CONTRASTS, Features, pair_features
from xlcheck.stages.pair_translation import PairTranslator
from xlcheck.stages.pairing import open_encoder
from xlcheck.stages.summary import finding_order
from xlcheck.stages.word_doubts import pair_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from xlcheck.config import Config
    from xlcheck.embed import Asked, Compared, Contrast
    from xlcheck.lang.contraries import Rewrite
    from xlcheck.model import ArticlePair, Failure, Finding, Link, Side
    from xlcheck.score.suspicion import SuspicionModel
    from xlcheck.stages.pair_translation import PairTranslation
    from xlcheck.stages.word_doubts import PairWords

BATCH = 128
"""Pairs that are held at a time."""
_SOURCES_KEPT = 512


@dataclass(frozen=True, slots=True, kw_only=True)
class SentencePair:
    """Two texts that are known to correspond, such as a sentence and its translation.

    Attributes:
        source: the text in `language` (ISO 639 code).
        english: its English counterpart.
        translation: English for the source that somebody made on purpose, "" for none.
    """

    source: str
    english: str
    language: str
    translation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PairScore:
    """What is said about a pair.

    Attributes:
        suspicion: calibrated probability, 0…1, that the two texts say different things, where two pairs in a hundred
            do.
        findings: of the checks, as in a report.
        reasons: the strongest of what raised the suspicion, in words, strongest first.
        failures: what broke on the way; the suspicion rests on the rest.
        words: of both texts, where they were asked for and the encoder knows the language.
    """

    suspicion: float
    findings: tuple[Finding, ...] = ()
    reasons: tuple[str, ...] = ()
    failures: tuple[Failure, ...] = ()
    words: PairWords | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuredPair:
    """A pair with its features, before they are weighed."""

    pair: SentencePair
    features: Features
    findings: tuple[Finding, ...]
    failures: tuple[Failure, ...]
    words: PairWords | None = None


def score_pairs(
    pairs: Iterable[SentencePair], config: Config, *, model: SuspicionModel | None = None, words: bool = False
) -> Iterator[PairScore]:
    """Yield a score for each pair, in order; a pair's score depends on nothing but the pair.

    Args:
        pairs: read as they are needed.
        config: where vectors are kept, which checks run, from which confidence on a finding is named.
        model: other weights than those of the package.
        words: also say which words are in doubt.

    Raises:
        UsageError: a check is selected that does not exist.
    """
    weights = model or shipped_model()
    for measured in measure_pairs(pairs, config, words=words):
        item = measured.pair
        suspicion = weights.judge(measured.features, item.language, len(item.english))
        yield PairScore(
            suspicion=suspicion.probability,
            findings=tuple(found for found in measured.findings if found.confidence.value >= config.min_confidence),
            reasons=reasons_for(suspicion),
            failures=measured.failures,
            words=measured.words,
        )


def measure_pairs(pairs: Iterable[SentencePair], config: Config, *, words: bool = False) -> Iterator[MeasuredPair]:
    """Yield each pair with its features; for training, `score_pairs` weighs them."""
    active = select_checks(select=config.select, ignore=config.ignore, preview=config.preview)
    stream = iter(pairs)
    translator = PairTranslator(config)
    workshop = _Workshop(config, active, translator, words=words)
    try:
        while batch := list(islice(stream, BATCH)):
            yield from workshop.measure(batch)
    finally:
        translator.close()


class _Workshop:
    """What pairs share: the encoder, and the sources read last, since one source often has many versions."""

    def __init__(self, config: Config, active: frozenset[str], translator: PairTranslator, *, words: bool) -> None:
        self._with_words = words
        self._active = active
        self._translator = translator
        self._encoder: Encoder = open_encoder(config)
        folder = config.cache_folder
        readings, contrasts = (
            VectorCache(folder / "vectors.sqlite", kind=kind) if folder else None
            for kind in (reading_kind(), CONTRAST_ROWS)
        )
        # The words in doubt are no features, and are not kept.
        self._kept = KeptFeatures(None if words else folder, active)
        self._comparer = Comparer(self._encoder, readings)
        self._contrasts = Contrasts(self._encoder, contrasts)
        self._sources: dict[tuple[str, str], Side] = {}
        self._of_sources: dict[tuple[str, str], tuple[list[Finding], list[Failure]]] = {}
        self._lexicon = cache(lambda language: None if language == "en" else lexicon_for(language))

    def measure(self, batch: Sequence[SentencePair]) -> Iterator[MeasuredPair]:
        """Yield the pairs with their features; those that are kept from another run are not measured again."""
        texts = [(item.source, item.english) for item in batch]
        made = self._translator.translate(texts, ["" if item.translation else item.language for item in batch])
        keys = [
            pair_key(item.source, item.english, item.language, item.translation or own.text, own.improbable)
            for item, own in zip(batch, made, strict=True)
        ]
        kept = self._kept.get([key for key, own in zip(keys, made, strict=True) if not own.failure])
        new = [(item, own) for item, own, key in zip(batch, made, keys, strict=True) if key not in kept]
        measured = self._measure_all([item for item, _ in new], [own for _, own in new])
        fresh: dict[str, Features] = {}
        for item, key in zip(batch, keys, strict=True):
            if key in kept:
                yield MeasuredPair(pair=item, features=kept[key], findings=(), failures=())
                continue
            found = next(measured)
            if not found.findings and not found.failures:
                fresh[key] = found.features
            yield found
        self._kept.put(fresh)

    def _measure_all(self, batch: Sequence[SentencePair], made: Sequence[PairTranslation]) -> Iterator[MeasuredPair]:
        readings = self._compare(batch)
        given = [item.translation or own.text for item, own in zip(batch, made, strict=True)]
        failures: list[list[Failure]] = [[own.failure] if own.failure else [] for own in made]
        read = [
            guard(lambda: self._read(item, text), "score", failed)  # noqa: B023
            for item, text, failed in zip(batch, given, failures, strict=True)
        ]
        self._learn_quotations([sides for sides in read if sides])
        asked: list[Asked] = []
        pairs = [
            sides and guard(lambda: self._align(sides, asked), "score", failed)  # noqa: B023
            for sides, failed in zip(read, failures, strict=True)
        ]
        # Compare all rewrites that checks and features will ask for at once: one by one costs five times as much.
        self._contrasts.learn(asked)
        for item, pair, failed, reading, text, own in zip(batch, pairs, failures, readings, given, made, strict=True):
            measured = pair and guard(
                lambda: self._measure(item, pair, reading, text, own.improbable),  # noqa: B023
                "score",
                failed,
            )
            measured = measured or MeasuredPair(pair=item, features={}, findings=(), failures=())
            yield replace(measured, failures=(*failed, *measured.failures))

    def _read(self, item: SentencePair, translation: str) -> tuple[Side, Side]:
        source = self._source(item, translation)
        return source, read_article(plain_article(item.english, name="english", language="en"))

    def _learn_quotations(self, pairs: Sequence[tuple[Side, Side]]) -> None:
        """Encode what will be compared of all pairs at once: one by one costs three times as much."""
        self._encoder.encode(
            [
                quote.content.text
                for source, english in pairs
                if source.facts.quotes and english.facts.quotes and is_covered(source.article.language)
                for quote in (*source.facts.quotes, *english.facts.quotes)
            ]
        )

    def _align(self, sides: tuple[Side, Side], asked: list[Asked]) -> ArticlePair:
        """Link two sides, and note which rewrites of the English will be compared with it."""
        pair = align_whole(*sides, self._encoder)

        def note(source: str, english: str, rewrites: Sequence[Rewrite], /) -> Sequence[Contrast]:
            asked.append((source, english, tuple(rewrites)))
            return ()

        if is_covered(pair.source.article.language):
            weigh_all(pair, CheckContext(contrast=note))
        return pair

    def _compare(self, pairs: Sequence[SentencePair]) -> list[Compared | None]:
        """Read the pairs word by word whose language is covered; None for the others."""
        chosen = [index for index, pair in enumerate(pairs) if is_covered(pair.language)]
        read = self._comparer.compare([(pairs[index].source, pairs[index].english) for index in chosen])
        found = dict(zip(chosen, read, strict=True))
        return [found.get(index) for index in range(len(pairs))]

    def _measure(
        self,
        item: SentencePair,
        pair: ArticlePair,
        reading: Compared | None,
        translation: str,
        improbable: float | None,
    ) -> MeasuredPair:
        context = check_context(pair, self._encoder, self._contrasts, self._comparer)
        findings, failures = self._check(pair, context)
        features = pair_features(
            pair,
            findings,
            compared=reading,
            translation=translation,
            translation_cosine=self._encoder.cosine(translation, item.english) if translation else None,
            improbable=improbable,
            lexicon=self._lexicon(item.language),
        )
        features |= _contrasts(pair, context) if reading else dict.fromkeys(CONTRASTS)
        return MeasuredPair(
            pair=item,
            features=features,
            findings=tuple(sorted(findings, key=finding_order)),
            failures=tuple(failures),
            words=self._words(item, reading) if self._with_words and reading else None,
        )

    def _words(self, item: SentencePair, reading: Compared) -> PairWords:
        return pair_words(
            item.source, item.english, item.language, reading, encoder=self._encoder, comparer=self._comparer
        )

    def _check(self, pair: ArticlePair, context: CheckContext) -> tuple[list[Finding], list[Failure]]:
        findings, failures = check_links(pair, self._active, context)
        for more, broken in (self._check_source(pair.source), check_side(pair.english, self._active, CheckContext())):
            findings += more
            failures += broken
        return findings, failures

    def _check_source(self, side: Side) -> tuple[list[Finding], list[Failure]]:
        """Check a source by itself, once for all pairs that have it; its translations are its own matter."""
        if side.translations:
            return check_side(side, self._active, CheckContext())
        key = (side.article.language, side.article.text)
        if key not in self._of_sources:
            if len(self._of_sources) >= _SOURCES_KEPT:
                self._of_sources.clear()
            self._of_sources[key] = check_side(side, self._active, CheckContext())
        return self._of_sources[key]

    def _source(self, item: SentencePair, translation: str) -> Side:
        key = (item.language, item.source)
        side = self._sources.get(key)
        if side is None:
            side = read_article(plain_article(item.source, name="source", language=item.language))
            if len(self._sources) >= _SOURCES_KEPT:
                self._sources.clear()
            self._sources[key] = side
        if translation:
            lines = translation.split("\n")
            # A translation of another number of sentences still serves as a whole; only XT101 wants them one by one.
            if len(lines) == len(side.segments):
                return with_translation(side, lines)
        return side


def _contrasts(pair: ArticlePair, context: CheckContext) -> Features:
    """Return by how much rewrites of the English fit the source better.

    A contrary counts from even on, 0…3. A denial is rarer, and tells more before it is even: it counts from -3 on, 0…6;
    0 where there is none to weigh.
    """

    def best(weigh: Callable[[ArticlePair, Link, CheckContext], Contrast | None], least: float) -> float:
        found = (weigh(pair, link, context) for link in pair.links)
        return max(least, min(STRONG, max((item.margin for item in found if item), default=least))) - least

    values = best(strongest_contrast, 0.0), best(unfounded_negation, -STRONG), best(missing_negation, -STRONG)
    return dict(zip(CONTRASTS, values, strict=True))


def sentence_pair(record: object) -> SentencePair:
    """Read a pair from a JSON object with `lang`, `source`, `english` and perhaps `translation`.

    Raises:
        InputError: it is no such object.
    """
    if not isinstance(record, dict):
        raise InputError("not an object")
    for name in ("source", "english", "lang"):
        if not isinstance(record.get(name), str):
            raise InputError(f'"{name}" is missing or is no text')
    translation = record.get("translation") or ""
    if not isinstance(translation, str):
        raise InputError('"translation" is no text')
    if not record["lang"]:
        raise InputError('"lang" is empty')
    return SentencePair(
        source=record["source"], english=record["english"], language=record["lang"], translation=translation
    )
