"""Roman figures as centuries are written in, Latin or Cyrillic letters."""

from __future__ import annotations

_VALUES = {
    "I": 1,
    "V": 5,
    "X": 10,
    "\N{CYRILLIC CAPITAL LETTER BYELORUSSIAN-UKRAINIAN I}": 1,
    "\N{CYRILLIC CAPITAL LETTER HA}": 10,
}

ROMAN = f"[{''.join(_VALUES)}]"
"""A Roman figure, for regular expressions; Cyrillic look-alikes are common in Russian and Ukrainian."""


def roman(figures: str) -> int:
    """Return the value of Roman figures ("XIX" is 19); KeyError for a letter that is none."""
    values = [_VALUES[figure] for figure in figures]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))
