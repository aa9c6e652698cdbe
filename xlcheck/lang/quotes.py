"""How a language quotes: reporting verbs, speakers, apostrophes, spelling: the `[quotes]` table of a language file.

All words are lower case unless their case matters; a phrase is written with single spaces. Every list may be empty:
quotations are found in any language, speakers only where the language's words are known.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteProfile:
    """The `[quotes]` table; every field has a default that means "nothing is known".

    Attributes:
        marks: the typographic double and angular quotation marks in use, in any order; "" where it is not known.
        verbs: finite forms and participles that report words ("said", "sagte", "erklärt").
        naming_verbs: forms that give a thing a name in somebody's words ("called", "nannte", "bezeichnete").
        split_verbs: (form, particle) of reporting verbs in two parts ("teilte", "mit").
        source_phrases: what stands before a source ("according to", "laut").
        source_tails: what stands after a source ("zufolge").
        after_quote: words that name a speaker right behind a quotation without a verb ("so" in „…“, so Merz).
        impersonal: reporting forms without a speaker of their own ("heißt", "reads"); a source may follow in a phrase.
        place_words: words between an impersonal form and its source ("in", "aus").
        pronouns: third-person pronouns that can be the subject.
        articles: determiners that can begin a subject.
        oblique: determiners that cannot begin a subject ("dem", "den").
        prepositions: words that begin an adverbial phrase or the rest of a name group ("of", "von").
        connectors: words that begin a new clause ("that", "dass", "and").
        relatives: pronouns that begin a clause about the name before them ("who", "der").
        titles: forms of address and academic titles; never part of a name.
        roles: words for people by office, job or group ("spokesman", "police").
        role_endings: ends of compound words with that meaning ("sprecherin").
        name_classes: words that announce a title or a name in quotation marks ("book", "Motto").
        small_words: words that may stand in lower case inside a title or name, and whose loss changes no statement.
        number_words: words for the digits one to twelve, so that a numeral equals its word.
        elisions: what may follow an apostrophe at the beginning of a word ("tis", "n").
        possessive_endings: last letters after which an apostrophe alone marks possession ("s").
        possessives: endings that turn a name into an attribute of what follows ("'s").
        contractions: (short, long) with typewriter apostrophes ("n't", " not"); a short form that begins with a letter
            is a whole word.
        spellings: (one, other) letters that spelling variants exchange; a leading "-" means only at the word's end.
        fillers: sounds of hesitation that one transcript keeps and another drops.
        auxiliaries: forms that negation needs or drops, or that stand before a participle ("do", "did", "has", "a").
        elided: words that an apostrophe joins to the next ("l'", "qu'").
        enclitics: pronouns joined to the end of a verb ("-t-il").
        complementizers: words that open the clause of indirect speech ("that", "dass", "que").
        clause_openers: words that make a reporting clause an aside ("as" in "as Smith said", "wie").
        reported_forms: verb forms that by themselves mark indirect speech (German "sei", "habe").
        reported_endings: endings of the last word of indirect speech where the reporting verb follows it (Turkish).
        frames: how speaker and quotation stand together where words have no blanks between them, with {speaker},
            {verb}, {quote} and {gap} for a few words ("{speaker}{verb}{quote}"); `speaker_ends` is
            what cuts a speaker off (在, は).
        bare_clauses: whether indirect speech may follow the verb without a comma or conjunction ("said it was").
        dialogue_dashes: whether direct speech is printed behind dashes, without marks ("— Останемся, — сказал он.").
    """

    marks: str = ""
    verbs: tuple[str, ...] = ()
    naming_verbs: tuple[str, ...] = ()
    split_verbs: tuple[tuple[str, str], ...] = ()
    source_phrases: tuple[str, ...] = ()
    source_tails: tuple[str, ...] = ()
    after_quote: tuple[str, ...] = ()
    impersonal: tuple[str, ...] = ()
    place_words: tuple[str, ...] = ()
    pronouns: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    oblique: tuple[str, ...] = ()
    prepositions: tuple[str, ...] = ()
    connectors: tuple[str, ...] = ()
    relatives: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    role_endings: tuple[str, ...] = ()
    name_classes: tuple[str, ...] = ()
    small_words: tuple[str, ...] = ()
    number_words: tuple[tuple[str, str], ...] = ()
    elisions: tuple[str, ...] = ()
    possessive_endings: tuple[str, ...] = ()
    possessives: tuple[str, ...] = ()
    contractions: tuple[tuple[str, str], ...] = ()
    spellings: tuple[tuple[str, str], ...] = ()
    fillers: tuple[str, ...] = ()
    auxiliaries: tuple[str, ...] = ()
    elided: tuple[str, ...] = ()
    enclitics: tuple[str, ...] = ()
    complementizers: tuple[str, ...] = ()
    clause_openers: tuple[str, ...] = ()
    reported_forms: tuple[str, ...] = ()
    reported_endings: tuple[str, ...] = ()
    frames: tuple[str, ...] = ()
    speaker_ends: tuple[str, ...] = ()
    bare_clauses: bool = False
    dialogue_dashes: bool = False
