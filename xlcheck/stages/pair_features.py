"""The features of a sentence pair: facts, polarity, findings, vectors and surface, brought into one row of numbers.

A feature that cannot be known is None: the languages have no vectors, no list of negators, no name finding. All others
are numbers that grow with disagreement, except for those that `suspicion.json` turns round.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from xlcheck.compare.dates import match_dates, stated
from xlcheck.compare.known_values import known_values, quantity_is_known
from xlcheck.compare.quantities import match_quantities
from xlcheck.lang.profile import load_profile
from xlcheck.model import QuantityKind, Severity, Status
from xlcheck.score.chrf import chrf
from xlcheck.score.surface import MOST, surface_features
from xlcheck.score.suspicion import PRIOR
from xlcheck.score.untranslated import untranslated
from xlcheck.stages.name_features import name_features

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from xlcheck.embed import Compared
    from xlcheck.lang.lexicon import Lexicon
    from xlcheck.model import ArticlePair, Finding, PolarityCue, Side

Features = dict[str, float | None]

FAMILIES = {
    "XN": "found_numbers",
    "XD": "found_dates",
    "XC": "found_claims",
    "XE": "found_names",
    "XQ": "found_quotes",
    "XA": "found_coverage",
    "XG": "found_garble",
}
"""Family of a check → the feature that its findings make; findings about our own translation (XT) are no evidence."""
READING = ("whole", "read_apart", "doubt_source", "doubts_source", "doubt_english", "doubts_english")
"""What the encoder gives: the cosine of both sentences; that they differ when read word by word; for each side the word
most in doubt, and how many are."""
POLARITY = ("negation_lost", "negation_added", "negation_count")
TRANSLATION = ("translation_whole", "translation_wording")
FORCED = ("improbable",)
CONTRASTS = ("contrary", "negation_unfounded", "negation_missing")
"""How much better the English would fit the source with the contrary of a word, without a denial, with one."""
_WORD = re.compile(r"[^\W\d_]+")
_SURE, _LEAST = 0.99, 0.001
_NO_DOUBT = -8.0
"""Log-odds of doubt about a text without words."""
EVEN = 0.5
_IMPLICIT = 0.35
"""What a one-sided negation is worth where the other side has a word that may stand for it."""


def pair_features(
    pair: ArticlePair,
    findings: Sequence[Finding],
    *,
    compared: Compared | None = None,
    translation: str = "",
    translation_cosine: float | None = None,
    improbable: float | None = None,
    lexicon: Lexicon | None = None,
) -> Features:
    """Return all features of two short texts that are linked as a whole.

    Args:
        findings: of all checks on the pair.
        compared: what reading them word by word gave; None where the encoder does not know the language.
        translation: English for the source, "" for none; `translation_cosine` is that of its vector with the English.
        lexicon: of the source language, where there is one.
        improbable: how much less probable a language pack finds the English than its own, per token, ≥ 0.
    """
    source, english = pair.source, pair.english
    language = source.article.language
    surface = surface_features(
        source.article.text, english.article.text, length_ratio=load_profile(language).length_ratio
    )
    length = surface.pop("length")
    features: Features = {**surface, "longer": length, "shorter": length}
    features |= _reading_features(compared)
    features |= _number_features(source, english) | _date_features(source, english)
    features |= name_features(source, english) | _polarity_features(source, english)
    features |= _word_features(source, english, lexicon)
    features["garble"] = _log_odds(english.document_garble.value)
    features |= dict(_finding_features(findings))
    features |= _translation_features(translation, english.article.text, translation_cosine)
    features["improbable"] = improbable
    return features


def _reading_features(compared: Compared | None) -> Features:
    if compared is None:
        return dict.fromkeys(READING)
    values = [compared.whole, compared.log_odds]
    for words in (compared.source, compared.english):
        values += [max(words, default=_NO_DOUBT), math.fsum(1 / (1 + math.exp(-value)) for value in words)]
    return dict(zip(READING, values, strict=True))


def _number_features(source: Side, english: Side) -> Features:
    left, right = source.facts.quantities, english.facts.quantities
    known_left, known_right = known_values(left, source.facts.dates), known_values(right, english.facts.dates)
    differ = lost = added = 0.0
    for match in match_quantities(left, right):
        if match.source is not None and match.english is not None:
            if match.agreement.status is Status.DIFFERS:
                moved = quantity_is_known(match.source, known_right) or quantity_is_known(match.english, known_left)
                differ += match.agreement.certainty * (0.3 if moved else 1.0)
        elif match.source is not None and not quantity_is_known(match.source, known_right):
            lost += _weight(match.source.kind, match.source.span.text)
        elif match.english is not None and not quantity_is_known(match.english, known_left):
            added += _weight(match.english.kind, match.english.span.text)
    return {"numbers_differ": min(MOST, differ), "numbers_lost": min(MOST, lost), "numbers_added": min(MOST, added)}


def _weight(kind: QuantityKind, surface: str) -> float:
    """A figure counts whole; a number word ("one", "second") may be said in another way."""
    if any(char.isdigit() for char in surface):
        return 1.0
    return 0.15 if kind is QuantityKind.ORDINAL else 0.3


def _date_features(source: Side, english: Side) -> Features:
    differ = lost = added = 0.0
    # A relative date has no part of the calendar to be compared with, and what it loses is not lost.
    left, right = (tuple(date for date in side.facts.dates if stated(date)) for side in (source, english))
    for match in match_dates(left, right):
        if match.source is not None and match.english is not None:
            differ += match.agreement.certainty * (match.agreement.status is Status.DIFFERS)
        elif match.source is not None:
            lost += 1
        else:
            added += 1
    return {"dates_differ": min(MOST, differ), "dates_lost": min(MOST, lost), "dates_added": min(MOST, added)}


def _word_features(source: Side, english: Side, lexicon: Lexicon | None) -> Features:
    """Count words that were left in the source language; its lexicon helps, where there is one."""
    texts = source.article.text, english.article.text
    # A word of the source that is left in the English looks like a name there: a lexicon needs the source's names only.
    names = {
        word.lower()
        for side in ((source,) if lexicon else (source, english))
        for mention in side.facts.mentions
        if not mention.key
        for word in _WORD.findall(mention.span.text)
    }
    return {"copied_words": min(MOST, float(untranslated(*texts, names=names, lexicon=lexicon)))}


def _polarity_features(source: Side, english: Side) -> Features:
    if not load_profile(source.article.language).polarity.negators:
        return dict.fromkeys(POLARITY)
    left, right = source.facts.polarity, english.facts.polarity
    negators_left, negators_right = _negators(left), _negators(right)
    return {
        "negation_lost": _one_sided(negators_left, negators_right, right),
        "negation_added": _one_sided(negators_right, negators_left, left),
        "negation_count": float(min(2, abs(negators_left - negators_right))),
    }


def _negators(cues: Iterable[PolarityCue]) -> int:
    return sum(cue.strength == "negator" for cue in cues)


def _one_sided(here: int, there: int, cues: Sequence[PolarityCue]) -> float:
    if not here or there:
        return 0.0
    return _IMPLICIT if cues else 1.0


def _finding_features(findings: Iterable[Finding]) -> Iterator[tuple[str, float]]:
    """Yield what the surest finding of each family adds to the log-odds of the prior, by its own confidence.

    Several findings of a family are mostly one error seen twice. Notes, and findings less sure than a coin, are no
    evidence by themselves: what they saw is in the other features.
    """
    best = dict.fromkeys(FAMILIES.values(), 0.0)
    for finding in findings:
        name = FAMILIES.get(finding.check[:2])
        if name is None or finding.severity is Severity.NOTE or finding.confidence.value < EVEN:
            continue
        best[name] = max(best[name], _log_odds(finding.confidence.value) - _log_odds(PRIOR))
    yield from best.items()


def _translation_features(translation: str, english: str, cosine: float | None) -> Features:
    if not translation:
        return dict.fromkeys(TRANSLATION)
    return {"translation_whole": cosine, "translation_wording": chrf(english, translation)}


def _log_odds(probability: float) -> float:
    bounded = min(_SURE, max(_LEAST, probability))
    return math.log(bounded / (1 - bounded))
