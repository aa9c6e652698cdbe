"""Where sentences end: the `[sentences]` table of a language file.

The rules proper (abbreviations, ordinals, dates) come from LanguageTool's SRX file; this table holds only what those
rules cannot say or get wrong. Words are compared as they stand, upper and lower case included.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceProfile:
    """The `[sentences]` table; every field has a default that means "nothing is known".

    Attributes:
        openers: words that, with a capital, as good as always open a sentence ("The", "Danach").
        never_open: words that, after an abbreviation, go on with the sentence despite their capital ("9 a.m. Monday").
        may_end: abbreviations, full stop included, that can end a sentence; one does where an opener follows.
        never_end: abbreviations, full stop included, that never end a sentence.
        before_ordinal: words after which a number with a full stop is an ordinal ("beim 2. Versuch").
        reporting_verbs: verb forms that, after a name, report the question or exclamation before it
            (“Really?” Miller asked).
        full_stops: whether a full stop ends sentences; in Thai it only shortens words.
    """

    openers: tuple[str, ...] = ()
    never_open: tuple[str, ...] = ()
    may_end: tuple[str, ...] = ()
    never_end: tuple[str, ...] = ()
    before_ordinal: tuple[str, ...] = ()
    reporting_verbs: tuple[str, ...] = ()
    full_stops: bool = True
