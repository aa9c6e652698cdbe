"""What two texts show on their face, with no knowledge of their languages: repeated words, figures, capitals, overlap.

Every function is linear in the length of the texts.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_DENSE = "\N{CJK RADICAL REPEAT}"
"""From here on the letters that are no capitals and no small ones are those of scripts without spaces."""
_WORD = re.compile(r"\w+")
_FIGURE = re.compile(r"\d[\d.,]*")
_STRIPPED = ".,;:!?\"“”„«»'()"
_MAX_PHRASE = 6
_MAX_LETTERS = 8


def is_dense(text: str) -> bool:
    """Tell whether most letters are of a script that writes a word in a sign or two."""
    letters = [char for char in text if char.isalpha()]
    return 2 * sum(char >= _DENSE and unicodedata.category(char) == "Lo" for char in letters) > len(letters)


def tokens(text: str) -> list[str]:
    """Return the words in lower case; each letter of a script without spaces is a word."""
    found: list[str] = []
    for word in _WORD.findall(text.casefold()):
        found += list(word) if word[0] >= _DENSE else [word]
    return found


def longest_loop(text: str) -> int:
    """Return how many words a phrase of one to six words, said again at once, covers after its first turn.

    "no, no, no" has 2; "the council the council the council" has 4. Marks and figures are no loop.
    """
    words = [word.strip(_STRIPPED) for word in text.casefold().split()]
    longest = 0
    for length in range(1, _MAX_PHRASE + 1):
        run = 0
        for place in range(length, len(words)):
            run = run + 1 if words[place] == words[place - length] else 0
            if run >= 2 * length and run > longest:
                phrase = words[place - length + 1 : place + 1]
                longest = run if any(any(map(str.isalpha, word)) for word in phrase) else longest
    return longest


def letters_loop(text: str, least: int) -> bool:
    """Tell whether up to eight letters come three times or more without a space, over `least` letters or more."""
    for length in range(1, _MAX_LETTERS + 1):
        run = 0
        for place in range(length, len(text)):
            same = text[place] == text[place - length] and text[place].isalpha()
            run = run + 1 if same else 0
            if run >= max(least, 2 * length):
                return True
    return False


def most_frequent(words: Sequence[str], size: int) -> int:
    """Return how often the most frequent run of `size` words occurs."""
    return max(Counter(_runs(words, size)).values(), default=0)


def repeated_share(words: Sequence[str], size: int) -> float:
    """Return the share of the words that stand in a run of `size` words which occurs more than once."""
    counts = Counter(_runs(words, size))
    covered = {place + step for place, run in enumerate(_runs(words, size)) if counts[run] > 1 for step in range(size)}
    return len(covered) / max(len(words), 1)


def _runs(words: Sequence[str], size: int) -> Iterable[tuple[str, ...]]:
    return zip(*(words[start:] for start in range(size)), strict=False)


def figures(text: str, *, least: int = 0) -> set[str]:
    """Return the numbers written in digits, without separators, signs and outer zeros: "1.500" is "15".

    Args:
        least: smaller ones, read without their separators, are left out.
    """
    numbers = ("".join(char for char in match if char.isdecimal()) for match in _FIGURE.findall(text))
    found = {number.strip("0") for number in numbers if len(number) > len(str(least)) or int(number or 0) >= least}
    return found - {""}


def shares_figure(source: str, english: str) -> bool:
    """Tell whether any figure of the source is in the English, however it is grouped or scaled there."""
    ours = figures(source)
    flat = "".join(char for char in english if char.isdigit())
    return bool(ours & figures(english)) or any(len(figure) > 1 and figure in flat for figure in ours)


def capitals(text: str) -> list[str]:
    """Return the words with a capital after the first word, "I" and single letters left out.

    Where most words have one (a headline, a text in capitals) a capital says nothing, and there are none.
    """
    words = [word for word in _WORD.findall(text) if not word.isdigit()]
    found = [word for word in words[1:] if word[0].isupper() and len(word) > 1]
    return found if 2 * len(found) <= len(words) else []


def has_capital(text: str) -> bool:
    """Tell whether any word of two letters or more after the first has a capital."""
    return any(word[0].isupper() and len(word) > 1 for word in _WORD.findall(text)[1:])


def beginnings(words: Iterable[str], length: int) -> set[str]:
    """Return the first letters of the words, folded: no case, no accents."""
    folded = (unicodedata.normalize("NFKD", word.casefold()) for word in words)
    return {"".join(char for char in word if not unicodedata.combining(char))[:length] for word in folded}


def overlap(left: str, right: str) -> float:
    """Return the F1 of the words of two texts as multisets, 0…1."""
    ours, theirs = Counter(tokens(left)), Counter(tokens(right))
    return 2 * sum((ours & theirs).values()) / max(ours.total() + theirs.total(), 1)


def latin_share(text: str) -> float:
    """Return the share of the letters that are Latin; 1 where there are none."""
    letters = [char for char in text if char.isalpha()]
    return sum(unicodedata.name(char, "").startswith("LATIN") for char in letters) / len(letters) if letters else 1.0
