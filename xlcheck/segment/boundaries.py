"""Where sentences begin: the rules' proposals, put right around quotation marks.

A boundary is the offset, in the plain view of a paragraph, at which a new sentence begins. The rules (`srx`) know
abbreviations; they know little about quotations: they leave a closing mark on the next sentence, split before a
reporting clause, and miss ends that a mark hides. Everything here is decided from the characters around one boundary,
so that time stays linear.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from xlcheck.segment.brackets import CLOSING, Brackets
from xlcheck.segment.quotation_marks import QuotePair, outermost

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from xlcheck.lang.sentences import SentenceProfile

TERMINATORS = frozenset(".!?…。！？｡．؟۔।॥。")
_SPACELESS = re.compile(r"[。！？｡]+(?=[^。！？｡])")
"""East Asian terminal marks end a sentence without a space."""
_SPACED = re.compile(r"[؟۔।॥]+(?= )")
"""Terminal marks of other scripts, which the rules of a language may not list."""
_DASHES = frozenset("-–—―")
_LIST_NUMBER = re.compile(r"\W{0,3}\d{1,3}[.)]")
_ABBREVIATION = re.compile(r"\S*\.$")
_ORDINAL = re.compile(r"(\w+) \d{1,3}\.$")
_DAY_END = re.compile(r"(?<![\d.,])\d{1,2}\.$")
_MONTH_START = re.compile(r"\d{1,2}\.(?!\d)")
_MONTH_END = re.compile(r"(?<![\d.,])\d{1,2}\. ?\d{1,2}\.$")
_YEAR_START = re.compile(r"\d{4}(?!\d)")
_INITIAL = re.compile(r"(?:^|[ .·(\-\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])([^\W\d_])\.$")
"""A single letter with a full stop; East Asian text puts no space before it."""
_LATIN_SHORT = re.compile(r"(?:^|[^a-zA-Z])[a-zA-Z]{1,3}\.$")
_REACH = 40
"""No abbreviation, ordinal or name is looked for further away than this."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What a boundary is judged by.

    Attributes:
        text: the plain view.
        pairs: its quotations.
        closing: closing mark of each pair to its opening mark.
        brackets: its bracketed passages.
        profile: what is known about the language.
    """

    text: str
    pairs: tuple[QuotePair, ...]
    closing: dict[int, int]
    brackets: Brackets
    profile: SentenceProfile


def settle(paragraph: Paragraph, proposals: Iterable[int]) -> list[int]:
    """Return the boundaries to use, ascending, given those that the rules propose."""
    candidates = {*proposals, *_hidden_ends(paragraph)}
    moved = {_past_closers(paragraph, position) for position in candidates}
    length = len(paragraph.text.rstrip())
    kept = [at for at in sorted(moved) if 0 < at < length and not _continues(paragraph, at)]
    return _without_crumbs(paragraph, _without_blanks(paragraph.text, kept))


def _hidden_ends(paragraph: Paragraph) -> Iterator[int]:
    """Yield sentence ends that the rules of some language miss."""
    text = paragraph.text
    for pattern in (_SPACELESS, _SPACED):
        yield from (match.end() for match in pattern.finditer(text))
    for pair in paragraph.pairs:
        if _ends_inside(text, pair.closing) and _starts_sentence(text, pair.closing + 1):
            yield pair.closing + 1
    for opening, closing in zip(paragraph.brackets.openings, paragraph.brackets.closings, strict=True):
        whole = text[closing - 1] in TERMINATORS and _opens_sentence(text, opening)
        if whole and _starts_sentence(text, closing + 1):
            yield closing + 1
    yield from _after_abbreviations(paragraph)


def _after_abbreviations(paragraph: Paragraph) -> Iterator[int]:
    """Yield ends such as "at 4:30 p.m. They left": an abbreviation that may end a sentence, then a sure beginning."""
    if not (paragraph.profile.may_end and paragraph.profile.openers):
        return
    for match in _ending_before(paragraph.profile.may_end, paragraph.profile.openers).finditer(paragraph.text):
        yield match.end()


@lru_cache(maxsize=32)
def _ending_before(endings: Sequence[str], openers: Sequence[str]) -> re.Pattern[str]:
    last, first = ("|".join(map(re.escape, items)) for items in (endings, openers))
    # An opening mark may stand before the opener; "U.S. A." must not be read as the article "A".
    return re.compile(rf"(?<![\w.])(?:{last}) (?=[„“«»\"‘]?(?:{first})(?![\w.]))")


def _past_closers(paragraph: Paragraph, at: int) -> int:
    """Return the first place from `at` on that is neither white space nor something that closes what came before."""
    text = paragraph.text
    end = at
    while True:
        while at < len(text) and text[at].isspace():
            at += 1
        if at < len(text) and (at in paragraph.closing or text[at] in CLOSING):
            at += 1
            end = at
        else:
            return at if end < at or at < len(text) else end


def _continues(paragraph: Paragraph, at: int) -> bool:
    """Tell whether what stands at `at` goes on with the sentence before it."""
    text = paragraph.text
    left = text[max(at - _REACH, 0) : at].rstrip()
    right = text[at : at + 2 * _REACH]
    if not left or paragraph.brackets.around(at) or (at < _REACH and _LIST_NUMBER.fullmatch(left)):
        return True
    if left[-1] in ":：" or right[0] in ",;:%" or right[0] in TERMINATORS or _is_lower_start(right):
        return True
    if right[0] in _DASHES and _is_lower_start(right[1:].lstrip()):
        return True
    if (_DAY_END.search(left) and _MONTH_START.match(right)) or (_MONTH_END.search(left) and _YEAR_START.match(right)):
        return True  # 26. 7. 2021
    if left[-1] not in TERMINATORS and _follows_quotation(paragraph, at):
        return True
    return _is_abbreviated(paragraph.profile, left, right) or _is_east_asian_middle(text, at, left, right)


def _is_lower_start(right: str) -> bool:
    """Tell whether a text begins in lower case, brands such as iPhone and eBay excepted."""
    word = right[:1]
    return word.islower() and not right[1:2].isupper()


def _is_abbreviated(profile: SentenceProfile, left: str, right: str) -> bool:
    if not profile.full_stops and left[-1] == ".":
        return True
    next_word = right.lstrip('„“«»"‘').split(" ", 1)[0].rstrip(".,;:!?")
    if found := _ABBREVIATION.search(left):
        word = found[0].lstrip("(„“«»\"'‘")
        if word in profile.may_end and next_word in profile.openers:
            return False
        if word in profile.never_end or (word in profile.may_end and next_word in profile.never_open):
            return True
    if (initial := _INITIAL.search(left)) and initial[1].isupper():
        return True
    ordinal = _ORDINAL.search(left)
    return ordinal is not None and ordinal[1] in profile.before_ordinal and next_word not in profile.openers


def _follows_quotation(paragraph: Paragraph, at: int) -> bool:
    """Tell whether a reporting clause stands at `at`, after a quotation that ends with a terminal mark of its own."""
    text = paragraph.text
    closing = len(text[:at].rstrip()) - 1 if text[at - 1].isspace() else at - 1
    opening = paragraph.closing.get(closing)
    if opening is None:
        return False
    if at - 1 == closing and _is_caseless_letter(text[at]):
        # 「…。」と述べた and “……。”他说: after a quotation that a colon or comma introduces a new sentence begins,
        # after one that opens the sentence or is woven into it the sentence goes on.
        return opening == 0 or text[opening - 1] not in "：:，,"
    profile = paragraph.profile
    if not profile.reporting_verbs or not _ends_inside(text, closing, "!?"):
        return False
    words = [word.rstrip(".,") for word in text[at : at + 2 * _REACH].split()[:6]]
    if not words or words[0] in profile.openers:
        return False
    for index, word in enumerate(words):
        if word in profile.reporting_verbs:
            return index > 0
        if not word[:1].isupper():
            return False
    return False


def _is_east_asian_middle(text: str, at: int, left: str, right: str) -> bool:
    """Tell whether a boundary between East Asian letters is only an ellipsis or a Latin abbreviation."""
    if not (_is_caseless_letter(right[0]) or right[0].isdigit()):
        return False
    if left[-1] == "…" and not text[at - 1].isspace():
        return True
    return _is_caseless_letter(right[0]) and _LATIN_SHORT.search(left) is not None


def _without_blanks(text: str, boundaries: list[int]) -> list[int]:
    """Drop boundaries beside a piece without a letter or digit: it stays with the sentence before it."""
    kept: list[int] = []
    has_left = any(char.isalnum() for char in text[: boundaries[0] if boundaries else 0])
    for at, end in pairwise([*boundaries, len(text)]):
        has_right = any(char.isalnum() for char in text[at:end])
        if has_left and has_right:
            kept.append(at)
        has_left = has_left or has_right
    return kept


def _without_crumbs(paragraph: Paragraph, boundaries: list[int]) -> list[int]:
    """Drop boundaries that would cut a one-word sentence off inside a quotation (“No. We will not go,” he said)."""
    kept: list[int] = []
    pairs = iter(outermost(paragraph.pairs))
    pair = next(pairs, None)
    start = 0
    for at, following in pairwise([*boundaries, len(paragraph.text)]):
        while pair is not None and pair.closing < at:
            pair = next(pairs, None)
        if pair is not None and pair.opening < at:
            left, right = max(start, pair.opening), min(following, pair.closing)
            if _is_crumb(paragraph.text, left, at) or _is_crumb(paragraph.text, at, right):
                continue
        kept.append(at)
        start = at
    return kept


def _is_crumb(text: str, start: int, end: int) -> bool:
    """Tell whether a piece is a single word, or fewer than four letters of a script without spaces."""
    if end - start > _REACH:
        return False
    words = [word for word in text[start:end].split() if any(char.isalnum() for char in word)]
    if len(words) != 1:
        return not words
    letters = [char for char in words[0] if char.isalnum()]
    return len(letters) < 4 or not _is_caseless_letter(letters[0])


def _ends_inside(text: str, closing: int, marks: Iterable[str] = TERMINATORS) -> bool:
    """Tell whether a terminal mark stands right before a closing mark, other closing marks and a space apart."""
    before = text[max(closing - 3, 0) : closing].rstrip(" ”“»«’'\"」』")
    return before[-1:] in marks if before else False


def _starts_sentence(text: str, at: int) -> bool:
    """Tell whether a sentence can begin after `at`: white space, then a capital, digit or opening mark."""
    end = at
    while end < len(text) and text[end] in " ”“»«’'\"」』)]" and end < at + 4:
        end += 1
    if end >= len(text):
        return False
    first = text[end]
    if _is_caseless_letter(first):
        return True
    return " " in text[at : end + 1] and (first.isupper() or first.isdigit() or first in '„“«»"‘‚(¿¡「『')


def _opens_sentence(text: str, at: int) -> bool:
    """Tell whether what stands at `at` is the first thing in its sentence."""
    before = text[max(at - 5, 0) : at].rstrip(" ”“»«’'\"")
    return not before or before[-1] in TERMINATORS


def _is_caseless_letter(char: str) -> bool:
    return unicodedata.category(char) == "Lo"
