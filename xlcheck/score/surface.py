"""Signs of divergence that show on the surface of two sentences, whatever their languages: text in, numbers out."""

from __future__ import annotations

import math
import re
from collections import Counter
from functools import lru_cache

from xlcheck.score.fluency import read_fluency
from xlcheck.score.repetition import LONGEST_UNIT, find_loops, repetition_excess
from xlcheck.score.said_twice import said_twice

MOST = 4.0
"""Counts are capped here: the fifth lost figure says no more than the fourth."""
_FIGURES = re.compile(r"\d+")
_GROUPS = re.compile(r"(?<=\d)[.,'\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE} ](?=\d{3}(?!\d))")
_WORD = re.compile(r"[^\W\d_]+")
_QUESTION = frozenset("?\N{FULLWIDTH QUESTION MARK}\N{ARABIC QUESTION MARK}\N{GREEK QUESTION MARK}")
_ENDS = frozenset(".!?…。！？।\"'”’»」』)")
_QUOTES = frozenset('"“”„«»「」『』')
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_FOREIGN = re.compile(r"[^\W\d_A-Za-z\u00c0-\u024f\u1e00-\u1eff]+")
"""A run of letters that are not Latin."""
_SHORT = 4


def surface_features(source: str, english: str, *, length_ratio: float = 1.0) -> dict[str, float]:
    """Return what the texts alone say, each number 0 where nothing is odd, except for `length`, `fluency`, `choppy`
    and `echoes`.

    Args:
        length_ratio: characters it takes in the source language to say what takes one in English.
    """
    source_figures, english_figures = _figures(source), _figures(english)
    fluency = read_fluency(english)
    source_words = _words(source)
    strange = sum(word not in source_words for word in fluency.strange)
    return {
        "length": math.log((len(english) + 1) / (len(source) / max(length_ratio, 0.01) + 1)),
        "figures_lost": min(MOST, (source_figures - english_figures).total()),
        "figures_added": min(MOST, (english_figures - source_figures).total()),
        "fluency": -fluency.mean,
        "choppy": -fluency.worst,
        "strange_words": min(MOST, float(strange)),
        "foreign_script": _foreign_script(english),
        "foreign_words": min(MOST, float(len(_FOREIGN.findall(english)))),
        "question": float(bool(_QUESTION & set(source)) != bool(_QUESTION & set(english))),
        "unfinished": float(_is_finished(source) and not _is_finished(english)),
        "quotation_marks": float(bool(_QUOTES & set(source)) != bool(_QUOTES & set(english))),
        "loops": _loops(english, "en"),
        "repeats": max(0.0, _repeats(english) - _repeats(source)),
        "echoes": repetition_excess(source, english),
        "doubled": math.log1p(max(0, _doubled(english) - _doubled(source))),
        "said_twice": min(MOST, said_twice(source, english)),
        "capitals_added": _capitals_added(source, english),
    }


def _figures(text: str) -> Counter[str]:
    return Counter(figure.lstrip("0") or "0" for figure in _FIGURES.findall(_GROUPS.sub("", text)))


@lru_cache(maxsize=64)
def _words(text: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORD.findall(text))


def _foreign_script(english: str) -> float:
    """Share of letters that are not Latin."""
    letters = [letter for letter in english if letter.isalpha()]
    return sum(_LATIN.match(letter) is None for letter in letters) / len(letters) if letters else 0.0


def _is_finished(text: str) -> bool:
    return bool(text.rstrip()) and text.rstrip()[-1] in _ENDS


def _loops(text: str, language: str) -> float:
    """Logarithm of the most turns of any loop."""
    turns = [loop.turns for loop in find_loops(text, language)]
    return math.log(max(turns)) if turns else 0.0


def _repeats(text: str) -> float:
    """Share of the runs of three words that stand there again."""
    words = [word.lower() for word in _WORD.findall(text)]
    runs = list(zip(words, words[1:], words[2:], strict=False))
    return 1 - len(set(runs)) / len(runs) if runs else 0.0


def _doubled(text: str) -> int:
    """Return how many words longer the text is for the run of one to six words that is said over again at once."""
    words = [word.lower() for word in _WORD.findall(text)]
    longest = 0
    for size in range(1, LONGEST_UNIT + 1):
        run = 0
        for one, two in zip(words, words[size:], strict=False):
            run = run + 1 if one == two else 0
            if run >= size:
                longest = max(longest, run // size * size)
    return longest


def _capitals_added(source: str, english: str) -> float:
    """Share of capitalised words inside the sentence that resemble nothing in a source of the same script."""
    words = _words(source)
    if sum(_LATIN.match(word) is not None for word in words) * 2 < len(words):
        return 0.0
    beginnings = {word[:_SHORT] for word in words}
    names = [word for word in _WORD.findall(english)[1:] if word[0].isupper() and len(word) >= _SHORT]
    if not names:
        return 0.0
    return sum(name[:_SHORT].lower() not in beginnings for name in names) / len(names)
