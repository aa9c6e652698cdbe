"""Whether two quotations give the same words, and if not, which words differ and how.

Inside one language every word can be compared. Between two languages only a little is known without translating:
a negation that is gone, a number that is another, and a length that cannot be right.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from xlcheck.compare.names import similar_words
from xlcheck.compare.polarity import compare_polarity
from xlcheck.compare.quantities import match_quantities
from xlcheck.compare.wording_tokens import CUT, WordToken, wording_tokens
from xlcheck.lang.profile import load_profile
from xlcheck.model import Agreement, Status
from xlcheck.similarity import token_edits

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from xlcheck.model import PolarityCue, Quantity

MAX_WORDS = 1500
"""Nobody quotes more words than this in one go; the comparison of two longer texts would be slow."""
SAME_UTTERANCE = 0.34
"""Share of the shorter quotation's words that the other must have, or the two are not one utterance: link_quotes asks
for 0.35 of the word types, and below that reworded pairs cannot be told from two utterances."""
CLOSE = 0.6
"""The same for a negation or a number to have changed within words that otherwise agree."""
SAME_NAME = 0.8
"""Names this similar are spellings of one name."""
LONG_BY_FAR = 2.2
"""A quotation this many times as long as the other, after the usual ratio of the languages, says more."""

Place = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingChange:
    """Words of one quotation that stand for others, or for none, in the other.

    Attributes:
        source: code-point range in the source's text; empty (start == end) where it has nothing.
        english: the same in the other text.
        source_words: how many words that is; `english_words` likewise.
        place: whether it stands at an edge of the shared words or between them.
        marked: whether the side that lacks words shows the cut with an ellipsis.
    """

    source: tuple[int, int]
    english: tuple[int, int]
    source_words: int
    english_words: int
    place: Place
    marked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """Two renderings in one language, compared word by word.

    Attributes:
        agreement: the outcome.
        changes: real differences, in order; empty where the wording is the same.
        shared: words that both have.
        source_words: words of the source rendering; `english_words` likewise.
    """

    agreement: Agreement
    changes: tuple[WordingChange, ...]
    shared: int
    source_words: int
    english_words: int


@dataclass(frozen=True, slots=True)
class _Edit:
    left: tuple[WordToken, ...]
    right: tuple[WordToken, ...]
    left_at: int
    right_at: int
    place: Place


def compare_wording(source: str, english: str, *, same_language: bool, language: str = "en") -> Agreement:
    """Compare two renderings of one utterance by their text alone.

    Args:
        source: what stands between the quotation marks on one side; `english` likewise on the other.
        same_language: whether both are in `language`; if not, only a strong mismatch of length is seen (see
            `compare_across` for what the facts inside the quotations add).
        language: language of both, or of the source.

    Returns:
        `same`, or `differs` with cause "reworded", "words-dropped", "words-added", "negation-lost" or
        "number-changed", or `unknown`.
    """
    if same_language:
        return diff_wording(source, english, language=language).agreement
    return compare_across(source, english, length_ratio=load_profile(language).length_ratio)


def diff_wording(source: str, english: str, *, language: str = "en") -> Wording:
    """Compare two renderings in one language word by word.

    Equal up to marks, dashes, spaces, capitals, spelling variants, contractions, hesitations, small words, figures for
    number words, spellings of one name, and whatever the editor put in brackets or showed as left out.
    """
    left, right = wording_tokens(source, language), wording_tokens(english, language)
    words = (_count(left), _count(right))
    if not words[0] or not words[1] or max(len(left), len(right)) > MAX_WORDS:
        return _wording(Status.UNKNOWN, "too short or too long to compare", words)
    edits = _edits(left, right)
    shared = sum(1 for token in left if not token.free) - sum(_count(edit.left) for edit in edits)
    small = frozenset(load_profile(language).quotes.small_words)
    real = [edit for edit in edits if not _is_nothing(edit, small)]
    if not real:
        return _wording(Status.SAME, "the same words", words, shared=shared)
    changes = tuple(_change(edit, left, right) for edit in real)
    if shared < SAME_UTTERANCE * min(words):
        return _wording(Status.UNKNOWN, "too few words in common", words, shared=shared)
    agreement = _judge(real, changes, shared / min(words), language, small)
    return Wording(agreement=agreement, changes=changes, shared=shared, source_words=words[0], english_words=words[1])


def compare_across(
    source: str,
    english: str,
    *,
    source_cues: Sequence[PolarityCue] = (),
    english_cues: Sequence[PolarityCue] = (),
    source_quantities: Sequence[Quantity] = (),
    english_quantities: Sequence[Quantity] = (),
    length_ratio: float = 1.0,
) -> Agreement:
    """Compare two renderings in different languages by what needs no translation.

    Args:
        source: the quotation in the source language; `english` in English.
        source_cues: negation cues inside the source quotation; `english_cues` likewise.
        source_quantities: numbers inside it; `english_quantities` likewise.
        length_ratio: characters it takes in the source language to say what takes one in English.
    """
    lengths = (len(source) / max(length_ratio, 0.01), float(len(english)))
    lopsided = max(lengths) > LONG_BY_FAR * min(lengths)
    polarity = compare_polarity(source_cues, english_cues, source, english, length_ratio=length_ratio)
    if polarity.status is Status.DIFFERS and not lopsided:
        return Agreement(
            status=Status.DIFFERS, cause="negation-lost", reasons=polarity.reasons, certainty=polarity.certainty
        )
    number = None if lopsided else _changed_number(source_quantities, english_quantities)
    if number is not None:
        return number
    if lopsided:
        cause = "words-dropped" if lengths[0] > lengths[1] else "words-added"
        return Agreement(status=Status.DIFFERS, cause=cause, reasons=("one is far longer",), certainty=0.5)
    return Agreement(status=Status.UNKNOWN, reasons=("the wording of two languages cannot be compared directly",))


def _changed_number(source: Sequence[Quantity], english: Sequence[Quantity]) -> Agreement | None:
    """Return the difference where each side has exactly as many numbers and one of them is another value."""
    if not source or len(source) != len(english):
        return None
    for match in match_quantities(source, english):
        if match.source is not None and match.english is not None and match.agreement.status is Status.DIFFERS:
            reason = f"{match.source.span.text} against {match.english.span.text}"
            certainty = match.agreement.certainty
            return Agreement(status=Status.DIFFERS, cause="number-changed", reasons=(reason,), certainty=certainty)
    return None


def _edits(left: tuple[WordToken, ...], right: tuple[WordToken, ...]) -> list[_Edit]:
    """Return the steps from one to the other, chosen so that changing sides only mirrors them."""
    words = [token.text for token in left], [token.text for token in right]
    if words[1] < words[0]:
        return [_Edit(edit.right, edit.left, edit.right_at, edit.left_at, edit.place) for edit in _edits(right, left)]
    edits = []
    for step in token_edits(*words):
        if step.op == "equal":
            continue
        place: Place = "middle"
        if step.a_start == 0 and step.b_start == 0:
            place = "start"
        elif step.a_end == len(left) and step.b_end == len(right):
            place = "end"
        edits.append(
            _Edit(left[step.a_start : step.a_end], right[step.b_start : step.b_end], step.a_start, step.b_start, place)
        )
    return edits


def _is_nothing(edit: _Edit, small: frozenset[str]) -> bool:
    """Tell whether an edit is no difference of wording."""
    if _all_free(edit.left) or _all_free(edit.right):
        return True
    left, right = _content(edit.left, small), _content(edit.right, small)
    if [token.text for token in left] == [token.text for token in right]:
        return True
    # What is written apart here is written together there: "anti tank", "antitank".
    if "".join(token.text for token in edit.left) == "".join(token.text for token in edit.right):
        return True
    return len(left) == len(right) and all(_is_one_name(a, b) for a, b in zip(left, right, strict=True))


def _is_one_name(left: WordToken, right: WordToken) -> bool:
    if left.text == right.text:
        return True
    return left.capital and right.capital and similar_words(left.text, right.text) >= SAME_NAME


def _all_free(tokens: Sequence[WordToken]) -> bool:
    return bool(tokens) and all(token.free for token in tokens)


def _content(tokens: Iterable[WordToken], small: frozenset[str]) -> list[WordToken]:
    return [token for token in tokens if not token.free and token.text not in small]


def _count(tokens: Iterable[WordToken]) -> int:
    return sum(not token.free for token in tokens)


def _change(edit: _Edit, left: Sequence[WordToken], right: Sequence[WordToken]) -> WordingChange:
    cut_left = any(token.text == CUT for token in left[max(edit.left_at - 1, 0) : edit.left_at + len(edit.left) + 1])
    cut_right = any(
        token.text == CUT for token in right[max(edit.right_at - 1, 0) : edit.right_at + len(edit.right) + 1]
    )
    fewer_left = _count(edit.left) < _count(edit.right)
    return WordingChange(
        source=_range(edit.left, left, edit.left_at),
        english=_range(edit.right, right, edit.right_at),
        source_words=_count(edit.left),
        english_words=_count(edit.right),
        place=edit.place,
        marked=cut_left if fewer_left else cut_right,
    )


def _range(tokens: Sequence[WordToken], side: Sequence[WordToken], at: int) -> tuple[int, int]:
    if tokens:
        return tokens[0].start, tokens[-1].end
    before = side[at - 1].end if at else 0
    return before, before


def _judge(
    edits: Sequence[_Edit], changes: Sequence[WordingChange], overlap: float, language: str, small: frozenset[str]
) -> Agreement:
    """Name what the real differences amount to, the gravest first."""
    if overlap >= CLOSE:
        if any(_flips(edit, language, small) for edit in edits) and _negators(edits, language) % 2:
            return _differs("negation-lost", "only one of them negates", 0.9)
        for edit in edits:
            if _changes_number(edit):
                return _differs("number-changed", "they give different numbers", 0.9)
    inner = [(edit, change) for edit, change in zip(edits, changes, strict=True) if not _is_trim(change)]
    words = sum(max(len(_content(edit.left, small)), len(_content(edit.right, small))) for edit, _ in inner)
    certainty = min(0.55 + 0.1 * words, 0.95)
    if not inner:
        dropped = sum(change.source_words for change in changes)
        added = sum(change.english_words for change in changes)
        cause = "words-dropped" if dropped >= added else "words-added"
        return _differs(cause, "one of them begins later or ends earlier", 0.9)
    if all(not change.english_words for _, change in inner):
        return _differs("words-dropped", "words are missing in the middle", certainty)
    if all(not change.source_words for _, change in inner):
        return _differs("words-added", "words stand in the middle that the other lacks", certainty)
    return _differs("reworded", "they use different words", certainty)


def _is_trim(change: WordingChange) -> bool:
    """Tell whether one side merely quotes from later on or up to an earlier point."""
    return change.place != "middle" and not (change.source_words and change.english_words)


def _flips(edit: _Edit, language: str, small: frozenset[str]) -> bool:
    """Tell whether an edit adds or takes away a negation and nothing else: "agreed", "did not agree"."""
    negator = _negator(language)
    sides = [[token.text for token in _content(tokens, frozenset())] for tokens in (edit.left, edit.right)]
    if sum(bool(negator.fullmatch(word)) for word in sides[0] + sides[1]) != 1:
        return False
    light = small | frozenset(load_profile(language).quotes.auxiliaries)
    rest = [[word for word in words if word not in light and not negator.fullmatch(word)] for words in sides]
    return len(rest[0]) == len(rest[1]) and all(a[:4] == b[:4] for a, b in zip(*rest, strict=True))


def _negators(edits: Iterable[_Edit], language: str) -> int:
    """Return by how many negators the sides differ, counted over all edits."""
    negator = _negator(language)
    return abs(
        sum(
            (1 if tokens is edit.left else -1) * bool(negator.fullmatch(token.text))
            for edit in edits
            for tokens in (edit.left, edit.right)
            for token in tokens
        )
    )


@cache
def _negator(language: str) -> re.Pattern[str]:
    words = [word for word in load_profile(language).polarity.negators if " " not in word]
    parts = sorted(re.escape(word).replace(r"\*", r"\w*") for word in words)
    return re.compile("|".join(parts) if parts else r"(?!)")


def _changes_number(edit: _Edit) -> bool:
    """Tell whether an edit puts other figures in the place of figures, with few words around them."""
    if max(len(edit.left), len(edit.right)) > 3:
        return False
    figures = [{token.text for token in tokens if token.text[0].isdigit()} for tokens in (edit.left, edit.right)]
    return bool(figures[0]) and bool(figures[1]) and figures[0].isdisjoint(figures[1])


def _differs(cause: str, reason: str, certainty: float) -> Agreement:
    return Agreement(status=Status.DIFFERS, cause=cause, reasons=(reason,), certainty=round(certainty, 3))


def _wording(status: Status, reason: str, words: tuple[int, int], *, shared: int = 0) -> Wording:
    return Wording(
        agreement=Agreement(status=status, reasons=(reason,)),
        changes=(),
        shared=shared,
        source_words=words[0],
        english_words=words[1],
    )
