"""How a language puts words together from parts: the `[compounds]` table of a language file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class CompoundProfile:
    """The `[compounds]` table; without it no word is taken apart.

    Attributes:
        links: letters that may stand between the parts ("s", "en", a hyphen).
        endings: regular endings of inflected words ("e", "en"); a word that a lexicon does not have may stand there
            with another one. Those of English are taken off before words are compared with an English sentence.
    """

    links: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
