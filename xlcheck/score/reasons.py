"""The strongest parts of a suspicion in words."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xlcheck.score.suspicion import Suspicion

WORTH_SAYING = 0.5
"""Log-odds below this are not named."""
MOST = 3

_WORDS = MappingProxyType(
    {
        "whole": "the sentences as wholes mean less alike than usual",
        "read_apart": "read word by word, the two say different things",
        "doubt_source": "a word of the source is not borne out by the English",
        "doubts_source": "words of the source are not borne out by the English",
        "doubt_english": "a word of the English is not borne out by the source",
        "doubts_english": "words of the English are not borne out by the source",
        "longer": "the English is longer than usual",
        "shorter": "the English is shorter than usual",
        "figures_lost": "figures of the source are missing from the English",
        "figures_added": "figures of the English are missing from the source",
        "numbers_differ": "numbers differ",
        "numbers_lost": "numbers of the source have no counterpart",
        "numbers_added": "numbers of the English have no counterpart",
        "dates_differ": "dates differ",
        "dates_lost": "dates of the source have no counterpart",
        "dates_added": "dates of the English have no counterpart",
        "names_lost": "names of the source have no counterpart",
        "names_added": "names of the English have no counterpart",
        "names_exchanged": "another name stands where the source has one",
        "capitals_added": "capitalised words of the English resemble nothing in the source",
        "negation_lost": "only the source is negated",
        "negation_added": "only the English is negated",
        "negation_count": "one sentence is negated more often than the other",
        "quotation_marks": "only one sentence has quotation marks",
        "question": "only one sentence is a question",
        "unfinished": "the English does not end as a sentence",
        "fluency": "the English does not run like English",
        "choppy": "some words of the English do not fit together",
        "strange_words": "words of the English are not English",
        "copied_words": "words of the source stand untranslated in the English",
        "foreign_script": "letters of another script stand in the English",
        "foreign_words": "words in another script stand in the English",
        "loops": "the English repeats itself in a loop",
        "repeats": "the English repeats phrases",
        "echoes": "the English repeats itself more than the source",
        "said_twice": "the English joins words to themselves (cook or cook)",
        "doubled": "the English says the same words twice over",
        "contrary": "the contrary of a word of the English would fit the source better",
        "negation_unfounded": "the English would fit the source better without a negation",
        "negation_missing": "the English would fit the source better with a negation",
        "garble": "the English shows signs of machine translation gone wrong",
        "found_numbers": "a check of numbers fired",
        "found_dates": "a check of dates fired",
        "found_claims": "a check of claims fired",
        "found_names": "a check of names fired",
        "found_quotes": "a check of quotations fired",
        "found_coverage": "a check of coverage fired",
        "found_garble": "a check of garbled text fired",
        "translation_whole": "the translation as a whole means less like the English than usual",
        "translation_wording": "the English is worded unlike the translation",
        "improbable": "the language pack finds the English improbable",
    }
)


def reasons_for(suspicion: Suspicion, words: Mapping[str, str] = _WORDS) -> tuple[str, ...]:
    """Return the strongest parts of a suspicion in words, at most three, the strongest first."""
    named = [words[name] for name, value in suspicion.parts if value >= WORTH_SAYING]
    return tuple(dict.fromkeys(named))[:MOST]


def is_named(feature: str) -> bool:
    """Tell whether there are words for a feature."""
    return feature in _WORDS
