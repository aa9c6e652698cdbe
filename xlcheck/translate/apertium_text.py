"""Between plain text and Apertium's stream format, whose reserved characters may well stand in the news.

See "Apertium stream format" in Apertium's documentation: reserved characters are escaped with a backslash, `[…]` is a
blank that is handed through untouched, `*word` was not found in the dictionary, `@word` has no translation and `#word`
could not be inflected. A mark that stands in the source itself travels as a blank, so one that comes back bare is the
engine's own.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_RESERVED = re.compile(r"[\\\[\]{}^$/@<>]")
_AS_BLANK = re.compile(r"[*#~+]")
_SOFT_HYPHEN = "\N{SOFT HYPHEN}"
_SENTENCE_END = (".", "!", "?", "\N{HORIZONTAL ELLIPSIS}")
_STREAM = re.compile(
    r"""
    \\(?P<escaped>.)                          # a character of the text
    | \[(?P<blank>(?:[^\]\\]|\\.)*)\]         # a blank that was handed through
    | (?P<mark>[*@#])(?P<word>\w[\w'’-]*)?    # the engine's mark on a word
    | <[a-z0-9_-]{1,20}>                      # a tag of an analysis that was not generated
    | [~^$]                                   # other remains of the machinery
    """,
    re.VERBOSE | re.DOTALL,
)
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class ApertiumAnswer:
    """An answer in plain text.

    Attributes:
        unknown: plain words that stand in it as they stood in the source. A name that the dictionary does not know is
            not counted: it is right to leave it.
        rough: words that have no form, only the entry of a dictionary.
    """

    text: str
    unknown: int = 0
    rough: int = 0


def to_stream(text: str) -> str:
    """Return a text in the stream format, with a full stop at the end, without which the last word is read worse.

    >>> to_stream("1/2 of [it] #now")
    '1\\\\/2 of \\\\[it\\\\] [#]now.'
    """
    escaped = _AS_BLANK.sub(lambda match: f"[{match[0]}]", _RESERVED.sub(lambda match: "\\" + match[0], text))
    return escaped if text.endswith(_SENTENCE_END) else f"{escaped}."


def from_stream(answer: str, source: str) -> ApertiumAnswer:
    """Return the plain text of an answer and what its marks say.

    Args:
        source: the text that it answers to.
    """
    shouted = source.upper() == source
    unknown = rough = 0

    def plain(match: re.Match[str]) -> str:
        nonlocal unknown, rough
        if match["escaped"] is not None:
            return match["escaped"]
        if match["blank"] is not None:
            return match["blank"].replace("\\", "")
        word = match["word"] or ""
        if match["mark"] == "#":
            rough += bool(word)
        elif match["mark"] == "@" or shouted or not word[:1].isupper():
            unknown += any(char.isalpha() for char in word)
        return word

    text = " ".join(_STREAM.sub(plain, answer).split())
    if not source.endswith(_SENTENCE_END):
        text = text.removesuffix(".").rstrip()
    return ApertiumAnswer(text=text, unknown=unknown, rough=rough)


def clean(text: str) -> str:
    """Return a text without control characters, soft hyphens and broken code points, white space folded."""
    good = (
        " " if unicodedata.category(char) == "Cc" else "\N{REPLACEMENT CHARACTER}" if _is_broken(char) else char
        for char in text
        if char != _SOFT_HYPHEN
    )
    return " ".join("".join(good).split())


def count_words(text: str) -> int:
    """Return the number of words, those of digits left out."""
    return sum(1 for _ in _WORD.finditer(text))


def _is_broken(char: str) -> bool:
    """Tell whether a code point is no character (half of a pair, or reserved for ever): programs end texts there."""
    code = ord(char)
    return 0xD800 <= code <= 0xDFFF or 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE
