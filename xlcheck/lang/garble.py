"""What broken text looks like in a language: the `[garble]` table of a language file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class GarbleProfile:
    """The `[garble]` table; every field has a default that means "nothing is known".

    All words are lower case unless said otherwise, and titles stand without their full stop.

    Attributes:
        titles: abbreviations that need a name after them ("mr", "dr").
        odd_titles: abbreviated titles that edited copy in this language does not use, so that even one is a sign.
        foreign_honorifics: titles of other languages, and never used for a name that carries one of `titles`.
        offices: words that introduce a person's full name ("president", "minister").
        clause_openers: words that open a clause and are no names ("he", "on", "but").
        participle: ending of the participle that often opens a sentence ("ing"), "" where there is none.
        name_like: those of `clause_openers` that may be somebody's family name ("he", "so").
        subjectless_verbs: finite forms that cannot begin a sentence before an object ("reiterated").
        object_starts: words with which an object begins ("the", "his").
        object_nots: words that show that what follows such a verb is no object ("day" in "the same day").
        control_verbs: verbs whose object cannot be followed by a finite verb ("allow").
        relatives: words that open a relative clause, in which such a verb may come last ("the man whom they want").
        finite_auxiliaries: forms such as "is" and "has".
        fragment_words: words that a chopped-off time phrase ends with ("late", "mid"), besides names and prepositions.
        word_classes: closed classes by name; `impossible_pairs` names pairs of them that no sentence has in a row.
        impossible_pairs: (class, class) that never stand next to each other.
        pair_exceptions: "word word" that are possible all the same.
        never_final: words that no sentence ends with.
        may_double: words that may stand twice in a row ("that that", "had had").
        emphatic: words that may be repeated for emphasis or in jest ("very", "no", "blah").
        echo_joints: words between two equal words that make no sense ("and" in "design and design"); `echo_exceptions`
            lists words that are idiomatic there ("again and again"), `echo_endings` how words end that are doubled on
            purpose ("faster and faster", "hundreds of hundreds").
        echo_prepositions: prepositional joints, over which even a name makes no sense ("Turkey in Turkey");
            `echo_preposition_exceptions` lists words that are idiomatic there ("hand in hand").
        odd_phrases: a phrase that only learners and machines use → what is said instead.
        past_participle: ending of regular participles ("ed"); `past_participle_nots` lists nouns that end so.
        agent: the preposition after a participle ("by").
        wrong_before: indefinite article → first letters that it may not stand before, in lower-case words;
            `wrong_before_exceptions` lists beginnings of words that are spelt so but sound otherwise ("one", "eu").
        markers: function words by which the language is known, none of them a word of a neighbouring language.
        inflections: endings by which the language forms words of words ("ing"); `prefixes` the same in front ("un").
        ending_pairs: (ending, other ending) that turn one word into another ("ation", "ate").
        derived_endings: endings that make a learned word ("ation", "ity"): what a machine hangs on to pieces of words.
        nouns_are_capital: whether every noun is written with a capital.
        decimal: the decimal separator, "" where unknown.
        short_words: share of words of up to three letters above which a sentence looks empty, 0 where unknown.
    """

    titles: tuple[str, ...] = ()
    odd_titles: tuple[str, ...] = ()
    foreign_honorifics: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    clause_openers: tuple[str, ...] = ()
    participle: str = ""
    name_like: tuple[str, ...] = ()
    subjectless_verbs: tuple[str, ...] = ()
    object_starts: tuple[str, ...] = ()
    object_nots: tuple[str, ...] = ()
    control_verbs: tuple[str, ...] = ()
    relatives: tuple[str, ...] = ()
    finite_auxiliaries: tuple[str, ...] = ()
    fragment_words: tuple[str, ...] = ()
    word_classes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    impossible_pairs: tuple[tuple[str, str], ...] = ()
    pair_exceptions: tuple[str, ...] = ()
    never_final: tuple[str, ...] = ()
    may_double: tuple[str, ...] = ()
    emphatic: tuple[str, ...] = ()
    echo_joints: tuple[str, ...] = ()
    echo_exceptions: tuple[str, ...] = ()
    echo_endings: tuple[str, ...] = ()
    echo_prepositions: tuple[str, ...] = ()
    echo_preposition_exceptions: tuple[str, ...] = ()
    odd_phrases: Mapping[str, str] = field(default_factory=dict)
    past_participle: str = ""
    past_participle_nots: tuple[str, ...] = ()
    agent: str = ""
    wrong_before: Mapping[str, str] = field(default_factory=dict)
    wrong_before_exceptions: tuple[str, ...] = ()
    markers: tuple[str, ...] = ()
    inflections: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    ending_pairs: tuple[tuple[str, str], ...] = ()
    derived_endings: tuple[str, ...] = ()
    nouns_are_capital: bool = False
    decimal: str = ""
    short_words: float = 0.0
