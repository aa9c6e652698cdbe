"""The list of all checks, and how a user picks from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlcheck.checks import (
    detached,
    format_leak,
    garbled_text,
    mixed_script,
    mojibake,
    name_changed,
    name_missing,
    name_misspelt,
    negation_flip,
    quote_content,
    quote_marks,
    quote_missing,
    quote_odd_one_out,
    quote_speaker,
    quote_trimmed,
    repetition_loop,
    translation_suspect,
    untranslated,
    weak_alignment,
    wrong_language,
)
from xlcheck.checks.claims import attribution_lost, direction_flip, hedge_lost, quantifier_changed, role_swap
from xlcheck.checks.numbers import (
    currency_changed,
    date_value,
    magnitude,
    number_added,
    number_format,
    number_missing,
    number_value,
    percent_points,
    stale_count,
    unit_changed,
    weekday_mismatch,
)
from xlcheck.errors import UsageError
from xlcheck.similarity import suggest

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from xlcheck.checks.base import ArticleCheck, CheckInfo, PairCheck, StoryCheck

ARTICLE_CHECKS: tuple[ArticleCheck, ...] = (
    repetition_loop,
    mojibake,
    mixed_script,
    garbled_text,
    format_leak,
    wrong_language,
    translation_suspect,
    quote_marks,
)
PAIR_CHECKS: tuple[PairCheck, ...] = (
    weak_alignment,
    untranslated,
    detached,
    negation_flip,
    hedge_lost,
    direction_flip,
    attribution_lost,
    role_swap,
    quantifier_changed,
    date_value,
    weekday_mismatch,
    stale_count,
    name_changed,
    name_missing,
    name_misspelt,
    number_value,
    number_missing,
    number_added,
    number_format,
    magnitude,
    unit_changed,
    currency_changed,
    percent_points,
    quote_content,
    quote_missing,
    quote_trimmed,
    quote_speaker,
)
STORY_CHECKS: tuple[StoryCheck, ...] = (quote_odd_one_out,)
CHECKS: tuple[ArticleCheck | PairCheck | StoryCheck, ...] = tuple(
    sorted((*ARTICLE_CHECKS, *PAIR_CHECKS, *STORY_CHECKS), key=lambda check: check.INFO.id)
)


def select_checks(*, select: Sequence[str], ignore: Sequence[str], preview: bool) -> frozenset[str]:
    """Return the ids of the checks to run.

    Args:
        select: ids ("XN101"), id prefixes ("XN") or names ("number-value"); empty means all.
        ignore: the same, left out again.
        preview: whether preview checks may run; one that is selected by its full id or name needs this too.

    Raises:
        UsageError: a selector fits no check.
    """
    infos = [check.INFO for check in CHECKS if preview or not check.INFO.preview]
    chosen = {info.id for info in infos} if not select else _matching(select, infos)
    return frozenset(chosen - _matching(ignore, infos))


def find_check(selector: str) -> ArticleCheck | PairCheck | StoryCheck:
    """Return the check with this id or name.

    Raises:
        UsageError: there is none.
    """
    for check in CHECKS:
        if selector.casefold() in (check.INFO.id.casefold(), check.INFO.name):
            return check
    raise _unknown(selector)


def _matching(selectors: Iterable[str], infos: Sequence[CheckInfo]) -> set[str]:
    matched: set[str] = set()
    for selector in selectors:
        hits = {info.id for info in infos if info.id.startswith(selector.upper()) or info.name == selector}
        if not hits and not any(
            check.INFO.id.startswith(selector.upper()) or check.INFO.name == selector for check in CHECKS
        ):
            raise _unknown(selector)
        matched |= hits
    return matched


def _unknown(selector: str) -> UsageError:
    nearest = suggest(selector, [word for check in CHECKS for word in (check.INFO.id, check.INFO.name)])
    hint = f"did you mean {nearest!r}?" if nearest else "xlcheck checks lists all of them"
    return UsageError(f"no check is called {selector!r}", hint=hint)
