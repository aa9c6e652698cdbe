"""How a language negates: the `[polarity]` table of a language file."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class PolarityProfile:
    """The `[polarity]` table; every field has a default that means "nothing is known".

    In all lists a `*` at the end stands for any further letters, a `*` in front for any letters before, `#` for a
    number, a space for any spacing, and ` … ` for up to three words between the two parts of a phrase (ne … plus).
    Letters of `harmony` stand for any of theirs.

    Attributes:
        negators: words of plain negation: not, never, kein*.
        harmony: letters that stand in the lists for any of several, for endings that change with the vowels of their
            word (Turkish A: a or e).
        implicit: words that imply a negation or are often chosen instead of one (deny*, without, unless, instead).
        affixed: words made negative by a prefix or suffix (un*, *less); longer than the affix by `affix_stem` letters.
        affix_exceptions: words that only look so (under*, until).
        affix_stem: least number of letters besides the affix.
        pseudo: phrases with a negator that negate nothing (not only, nicht zuletzt); a longer one wins.
        not_cues: words that only look as if a cue stood in them (非洲, อย่าง); in scripts without spaces every word
            is found inside of others.
    """

    negators: tuple[str, ...] = ()
    harmony: dict[str, str] = field(default_factory=dict)
    implicit: tuple[str, ...] = ()
    affixed: tuple[str, ...] = ()
    affix_exceptions: tuple[str, ...] = ()
    affix_stem: int = 4
    pseudo: tuple[str, ...] = ()
    not_cues: tuple[str, ...] = ()
