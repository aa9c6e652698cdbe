"""Names in Latin letters, and the skeleton under which their spellings in different languages coincide.

`anyascii` transliterates every script; the skeleton then folds what languages write differently for one sound: w and v,
sch and sh, tsch and ch, j and y, z, ts and s, kh and h. Schukow, Zhukov and their Cyrillic original share one skeleton.
Where a spelling has two readings (German ch is kh, English ch is tsh) the name has several skeletons; two names are as
near as their nearest skeletons.
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache
from itertools import islice, product

MAX_WORD = 48
"""Longer words are cut: no name is longer, and comparing is quadratic in the length."""
_MAX_VARIANTS = 12
_FOLDS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(
        ("schtsch", "chtch", "shch", "szcz", "sch", "sh", "sz", "zh", "tts", "ttz", "ts", "tz", "dz", "z", "s"), ("s",)
    ),
    **dict.fromkeys(("dsch", "dzh", "dj"), ("s",)),
    **dict.fromkeys(("tsch", "tch", "cz"), ("c",)),
    "ch": ("c", "h", "s"),
    "ce": ("se",),
    "ci": ("si",),
    **dict.fromkeys(("ck", "c", "q", "k", "cc"), ("k",)),
    "x": ("ks",),
    "kh": ("h",),
    "gh": ("g",),
    "gue": ("ge",),
    "gui": ("gi",),
    "ph": ("f",),
    "th": ("t",),
    "w": ("v",),
    "ou": ("u",),
    "oo": ("u",),
    "ee": ("i",),
    "ae": ("a",),
    "oe": ("o",),
    "ue": ("u",),
    **dict.fromkeys(("ij", "iy", "yi", "yj", "yy", "ie", "y"), ("i",)),
    "j": ("i", "s"),
}
_FOLD = re.compile("|".join(sorted(map(re.escape, _FOLDS), key=lambda key: (-len(key), key))))
_ANUSVARA = re.compile(
    "[\N{DEVANAGARI SIGN CANDRABINDU}\N{DEVANAGARI SIGN ANUSVARA}]"
    "(?![\N{DEVANAGARI LETTER PA}-\N{DEVANAGARI LETTER MA}])"
)
_NASAL = "\N{DEVANAGARI LETTER NA}"
"""A mark that stands for m in front of p and b, for n elsewhere."""
_SOFT_O = re.compile(r"([sc])i?ov")
_TWICE = re.compile(r"(.)\1+")
_VOWELS = re.compile(r"[aeiouvh]")
_CLASSES = str.maketrans("lpmgcf", "rbnktb")


class Script(StrEnum):
    """What a writing system keeps of a name's sound."""

    LATIN = "latin"
    ALPHABET = "alphabet"
    """Cyrillic, Greek, Armenian, Georgian: sounds, one by one."""
    CONSONANTS = "consonants"
    """Arabic and Hebrew leave vowels out; kana and Hangul add some."""
    HAN = "han"
    """Chinese characters; Japanese names in them are read quite otherwise."""


_SCRIPT_NAMES = (
    ("LATIN", Script.LATIN),
    ("CYRILLIC", Script.ALPHABET),
    ("GREEK", Script.ALPHABET),
    ("ARMENIAN", Script.ALPHABET),
    ("GEORGIAN", Script.ALPHABET),
    ("CJK", Script.HAN),
)


@lru_cache(maxsize=4096)
def script_of(name: str) -> Script:
    """Return the script of a name: that of its first letter, except that a Han character anywhere decides."""
    found: Script | None = None
    for char in name:
        if not char.isalpha():
            continue
        label = unicodedata.name(char, "")
        script = next((script for prefix, script in _SCRIPT_NAMES if label.startswith(prefix)), Script.CONSONANTS)
        if script is Script.HAN:
            return script
        found = found or script
    return found or Script.LATIN


@lru_cache(maxsize=8192)
def romanise(name: str) -> str:
    """Return a name in lower-case ASCII letters, words apart by one space; pinyin and kana words stay whole.

    >>> romanise("Жуков"), romanise("Łukasz")
    ('zhukov', 'lukasz')
    """
    from anyascii import anyascii

    plain = anyascii(_ANUSVARA.sub(_NASAL, unicodedata.normalize("NFKC", name))).lower().replace("'", "")
    return " ".join(word[:MAX_WORD] for word in re.findall(r"[a-z]+", plain))


@lru_cache(maxsize=8192)
def syllables(run: str) -> tuple[str, ...]:
    """Return the reading of each character of a run of Chinese characters, in pinyin without tones.

    >>> syllables("王毅")
    ('wang', 'yi')
    """
    from anyascii import anyascii

    return tuple(anyascii(char).lower() for char in run)


@lru_cache(maxsize=8192)
def skeletons(word: str) -> tuple[str, ...]:
    """Return the skeletons of one romanised word, the likeliest first.

    >>> skeletons("woronow") == skeletons("voronov")
    True
    """
    if re.match(r"[jy]e", word):
        word = word[1:]  # Jelzin, Yeltsin, Eltsine
    if word.endswith("ff"):
        word = word[:-2] + "v"  # Rachmaninoff
    pieces: list[tuple[str, ...]] = []
    position = 0
    for match in _FOLD.finditer(word):
        pieces.append((word[position : match.start()],))
        pieces.append(_FOLDS[match.group()])
        position = match.end()
    pieces.append((word[position:],))
    forms = [_settle("".join(parts)) for parts in islice(product(*pieces), _MAX_VARIANTS)]
    forms += [form[:-1] for form in forms if form.endswith("e") and len(form) > 4]  # French Poutine
    return tuple(dict.fromkeys(forms))


def _settle(form: str) -> str:
    form = _SOFT_O.sub(r"\1ev", form)  # Gorbatschow, Gorbachev
    return _TWICE.sub(r"\1", form)


@lru_cache(maxsize=8192)
def consonants(word: str) -> str:
    """Return what Arabic, Hebrew, kana and Hangul keep of a romanised word: its consonants, by rough class.

    >>> consonants("merukeru") == consonants("merkel")
    True
    """
    form = _VOWELS.sub("", skeletons(word)[0]).translate(_CLASSES)
    return _TWICE.sub(r"\1", form)
