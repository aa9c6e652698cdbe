"""How a language marks names: titles, honorifics, endings: the `[names]` table of a language file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class NameProfile:
    """The `[names]` table; every field has a default that means "nothing is known".

    Attributes:
        titles: words that stand before a person's name and are no part of it (Herr, President); several words allowed.
        courtesy: those of the titles that nothing but a name can follow (Herr, Dr.).
        pronouns: words that stand for somebody named elsewhere (he, his, dieser); titles without a name do too.
        place_words: words that stand for a place named elsewhere (country, capital, the North).
        articles: words that stand before things and bodies but hardly ever before a person's full name.
        particles: lower-case words inside a name (von, de la, bin).
        case_endings: what inflection adds to a name ("s" in German, "ым" in Russian).
        adjective_endings: with what adjectives end that names of places and bodies are formed with (Северный флот);
            in front of a small word such a one is translated.
        elisions: what is written before an apostrophe and belongs to no name (l, d, dell).
        possessives: what a possessive mark looks like, apostrophe included.
        openers: capitalised words that begin sentences and clauses but no names (The, In); English needs them
            because a sentence starts with a capital anyway.
        not_names: words that are written with a capital but name nobody (weekdays and months come from CLDR).
        organisation_words: words that show that a capitalised sequence names a body or a work, not a person.
        nouns_capitalised: whether every noun has a capital, so that a capital alone says nothing.
        tagger: code of the part-of-speech model that finds proper nouns, "" where there is none.
        lexicon: code of the part-of-speech model whose word list tells names from other words, "" where there is none.
        known: names beyond CLDR with the key under which other languages know them: an ISO 3166 code ("US"), a code
            and a city ("DE/Munich"), or "org:" and an English acronym ("org:NATO").
        caseless: whether the script has no capitals, so that only what is known or stands with a title is found.
        titles_after: words that stand behind a person's name (氏, 대통령).
        surnames: the first characters of native names.
        spelling: characters with which foreign names are spelt, as inside [] of a regular expression.
        person_patterns: regular expressions with a group `name` around a person's name, in which {title}, {behind},
            {surname}, {spelling} and {next} stand for the lists here.
        name_next: what shows, right behind a person's name, that it has ended.
        prefixes: what a script writes in one word with a name, in front of it (Arabic و, ب).
        ambiguous: names of which several places are known, only one of them here (Georgia).
        demonyms: beginnings of adjectives and peoples' names that do not begin like the country ("britisch" for GB).
        short_forms: what given names are called for short, each with its full names, apart by a space.
    """

    titles: tuple[str, ...] = ()
    courtesy: tuple[str, ...] = ()
    pronouns: tuple[str, ...] = ()
    place_words: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    case_endings: tuple[str, ...] = ()
    adjective_endings: tuple[str, ...] = ()
    elisions: tuple[str, ...] = ()
    possessives: tuple[str, ...] = ()
    openers: tuple[str, ...] = ()
    not_names: tuple[str, ...] = ()
    organisation_words: tuple[str, ...] = ()
    nouns_capitalised: bool = False
    tagger: str = ""
    lexicon: str = ""
    caseless: bool = False
    titles_after: tuple[str, ...] = ()
    surnames: str = ""
    spelling: str = ""
    person_patterns: tuple[str, ...] = ()
    name_next: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    known: Mapping[str, str] = field(default_factory=dict)
    demonyms: Mapping[str, str] = field(default_factory=dict)
    short_forms: Mapping[str, str] = field(default_factory=dict)
