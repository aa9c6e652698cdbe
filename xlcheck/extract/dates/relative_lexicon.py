"""How one language names days, weeks, months and years by their distance from another day, compiled once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from xlcheck.extract.phrases import SPACE, UNSPACED_LETTER, alternatives, fold
from xlcheck.lang.profile import load_profile
from xlcheck.model import DateUnit, RelativeDate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from xlcheck.lang.dates import DateProfile

Pattern = re.Pattern[str]
LOOK_BACK = 30
"""How much text before a weekday or a number is read for the words that say which way; the longest are shorter."""
_HANGUL = "[\N{HANGUL SYLLABLE GA}-\N{HANGUL SYLLABLE HIH}]"
_WORD = re.compile(r"\w+")
_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True, kw_only=True)
class RelativeLexicon:
    """Patterns and tables for relative dates; `words` has the groups phrase, and turn with period or period_first.

    Attributes:
        triggers: one word of each phrase, folded; empty where a script does not part its words.
        phrases: by folded phrase; None for one that only looks like a date. `exact` by phrase as it is written, for
            those whose capitals matter.
        turn_before: the turn right before a weekday, `turn_after` right behind it.
        gap: what may stand between a weekday and its week or relative day.
        counts: directions by folded word; `count_before` and `count_after` match the words beside a number.
    """

    words: Pattern
    triggers: frozenset[str]
    phrases: Mapping[str, RelativeDate | None]
    exact: Mapping[str, RelativeDate | None]
    turns: Mapping[str, int]
    periods: Mapping[str, DateUnit]
    turn_before: Pattern
    turn_after: Pattern
    gap: Pattern
    counts: Mapping[str, str]
    count_before: Pattern
    count_after: Pattern

    def may_hold(self, text: str) -> bool:
        """Tell whether a text has any word of a phrase: most sentences have none, and that is cheap to see."""
        return not self.triggers or not self.triggers.isdisjoint(_WORD.findall(fold(text)))


@cache
def relative_lexicon(language: str) -> RelativeLexicon | None:
    """Compile what is known about the relative dates of a language, None where that is nothing."""
    profile = load_profile(language).dates
    if not (profile.relative or profile.told or profile.periods):
        return None
    phrases = _phrases(profile)
    turns = {fold(word): step for word, step in (profile.turns | profile.turns_after).items()}
    return RelativeLexicon(
        triggers=_triggers((*phrases, *profile.periods)),
        words=re.compile(_words(profile, phrases), re.IGNORECASE),
        phrases={fold(phrase): date for phrase, date in sorted(phrases.items(), key=lambda item: item[1] is not None)},
        exact={phrase: date for phrase, date in phrases.items() if phrase != phrase.lower()},
        turns=turns,
        periods={fold(word): DateUnit(unit) for word, unit in profile.periods.items()},
        turn_before=_beside(profile.turns, rf"(?P<turn>{{}}){SPACE}?$"),
        turn_after=_beside(profile.turns_after, rf"{SPACE}?(?P<turn>{{}})"),
        gap=re.compile(
            rf"(?:,?{SPACE}{alternatives((*profile.week_links, *profile.articles))}{SPACE}"
            rf"|{alternatives(profile.week_links)}|,?{SPACE}?[(（]?)",
            re.IGNORECASE,
        ),
        counts={fold(word): way for word, way in (profile.counts_before | profile.counts_after).items()},
        count_before=_beside(profile.counts_before, rf"(?P<count>{{}}){SPACE}?$"),
        count_after=_beside(profile.counts_after, rf"{SPACE}?(?P<count>{{}})"),
    )


def _phrases(profile: DateProfile) -> dict[str, RelativeDate | None]:
    phrases: dict[str, RelativeDate | None] = dict.fromkeys(profile.not_relative)
    for table, from_publication in ((profile.relative, True), (profile.told, False)):
        for unit, words in table.items():
            for phrase, offset in words.items():
                phrases[phrase] = RelativeDate(offset=offset, unit=DateUnit(unit), from_publication=from_publication)
    return phrases


def _triggers(phrases: Iterable[str]) -> frozenset[str]:
    """Return the longest word of each phrase, nothing where a script does not part its words."""
    found = frozenset(max(_WORD.findall(fold(phrase)), key=len) for phrase in phrases)
    return frozenset() if any(UNSPACED_LETTER.search(word) for word in found) else found


def _words(profile: DateProfile, phrases: Iterable[str]) -> str:
    """Match a phrase, the longest first, else a period with its turn before or behind it."""
    periods = alternatives(profile.periods)
    shapes = [f"(?P<phrase>(?<!{_HANGUL}){alternatives(phrases)})"]
    if profile.periods and profile.turns:
        shapes.append(rf"(?P<turn>{alternatives(profile.turns)}){SPACE}(?P<period>{periods})")
    if profile.periods and profile.turns_after:
        shapes.append(rf"(?P<period_first>{periods}){SPACE}(?P<turn_last>{alternatives(profile.turns_after)})")
    return "|".join(shapes)


def _beside(words: Iterable[str], shape: str) -> Pattern:
    found = tuple(words)
    return re.compile(shape.format(alternatives(found)), re.IGNORECASE) if found else _NEVER
