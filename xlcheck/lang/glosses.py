"""How a language is glossed word by word in English: the `[gloss]` table of a language file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossProfile:
    """The `[gloss]` table; what is missing is left to the lexicon.

    All words are lower case.

    Attributes:
        words: function words, and words that mean something else in news than in most texts, with what they mean in
            English, the usual meaning first; a later one is taken where only
            that stands in the linked English sentence. "" leaves a word out.
        phrases: the same for several words together ("nicht mehr" = "no longer").
        after_noun: articles that mean something else right after a noun ("der" = "of the").
        relatives: words that mean something else where they open a clause that ends with a verb ("die" = "which").
        beside: words that mean something else after one of certain words of the sentence: the meaning, then those
            words (von = ["by", "wurde"]).
        particles: first parts of separable verbs, which come last in their clause ("ab" in "lehnte … ab").
        past_endings: endings of regular finite verbs in the past tense ("te").
        present_endings: endings of finite verbs in the present tense ("t").
        infinitives: endings of infinitives ("en").
        participles: prefix and ending of regular participles (("ge", "t")).
        past_stems: stems of irregular past forms with infinitive and participle (warf = ("werfen", "geworfen")).
        present_stems: the same for irregular present forms (wirf).
        infixes: what may stand between a particle and the verb ("zu" in "abzulehnen").
        ends_clause: words before which a clause may end ("und").
    """

    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    phrases: Mapping[str, str] = field(default_factory=dict)
    after_noun: Mapping[str, str] = field(default_factory=dict)
    relatives: Mapping[str, str] = field(default_factory=dict)
    beside: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    particles: tuple[str, ...] = ()
    past_endings: tuple[str, ...] = ()
    present_endings: tuple[str, ...] = ()
    infinitives: tuple[str, ...] = ()
    participles: tuple[tuple[str, str], ...] = ()
    past_stems: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    present_stems: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    infixes: tuple[str, ...] = ()
    ends_clause: tuple[str, ...] = ()
