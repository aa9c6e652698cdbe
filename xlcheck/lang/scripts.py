"""Sets of characters by script, for regular expressions."""

from __future__ import annotations

UNSPACED = (
    "\N{CJK UNIFIED IDEOGRAPH-3400}-\N{CJK UNIFIED IDEOGRAPH-9FFF}"  # Han
    "\N{HIRAGANA LETTER SMALL A}-\N{KATAKANA LETTER SMALL KE}"  # kana
    "\N{HANGUL SYLLABLE GA}-\N{HANGUL SYLLABLE HIH}"  # Hangul glues particles to the word
    "\N{THAI CHARACTER KO KAI}-\N{THAI CHARACTER SARA AM}"
    "\N{IDEOGRAPHIC ITERATION MARK}\N{KATAKANA-HIRAGANA PROLONGED SOUND MARK}"
)
"""Scripts whose words stand without spaces, as the inside of a character class."""
