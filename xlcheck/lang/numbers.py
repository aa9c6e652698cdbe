"""How a language writes numbers, beyond what CLDR says: the `[numbers]` table of a language file.

CLDR (see `xlcheck.extract.cldr`) gives separators, scale words, unit and currency names; words2num2 gives number words
unless the language lists its own in `cardinals`. This table holds what neither knows: everyday abbreviations, inflected
unit names, halves and dozens, hedges such as "rund", and the ordinary words that only look like numbers.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberProfile:
    """The `[numbers]` table; every field has a default that means "nothing is known".

    Attributes:
        trust_words: whether number words of this language were tested well enough to accuse somebody; words of other
            languages only ever help to explain a number.
        scales: words that multiply the number before them ("Mio." = 1000000, "dozen" = 12); 0 takes a misleading one
            out of CLDR's list.
        bare_scales: scale words that state a number on their own ("hundert" Menschen).
        articles: words that count as 1 before a scale word ("a million", "eine Milliarde").
        words: further number words and phrases, values as fractions ("anderthalb" = "3/2", "half of" = "1/2").
        spellings: number words that the word list spells otherwise ("dezesseis" = "dezasseis").
        cardinals: number words by value, all forms of each ("2" = ["два", "двух", "двум"]); scale words come from
            `scales`. With this table words2num2 is not asked.
        ordinals: stems of ordinal words by value ("5" = ["пят"]), each to be followed by one of `ordinal_endings`.
        measures: words that say number and unit at once ("يومين" = "2 day").
        glue: what may stand between number words written as one ("" in "yirmibeş", "a" in "pětadvacet").
        prefixes: what is glued before a number, in words or figures (و and ب in "بخمسة", "و20").
        word_apostrophes: whether an apostrophe is a letter of a word ("п'ять").
        cued: number words that are another word as well, and count alone only right behind one of the words listed
            ("сорока" = ["около"]); `before_nouns` such words that count only before another word ("yedi kişi",
            not "gol yedi."), and `not_behind` such words that are no numbers behind a word with one of these endings
            ("masanın altı").
        halves: words that are one half before a scale word or a unit, and only there ("half a", "medio").
        grouped_scales: whether "3.200 millones" is 3,200 million, as where there is no everyday word for a thousand of
            them; else it is more often 3.2.
        rough_scales: scale words behind an article that mean "about so many" ("une vingtaine").
        scale_links: words between a scale word and what it counts ("deux millions de dollars", "d'").
        plural_only: number words that are other words too, with the endings one of which the next word must have
            ("neuf" = ["s", "x"]); scale words and units may follow as well.
        half_endings: endings that add a half to a number word ("zweieinhalb").
        half_phrases: phrases after a number, its scale word or its unit that add a half ("and a half").
        fractions: words that make a fraction of the number or article before them ("thirds" = "1/3").
        ones: words for one that begin a share ("one in ten"); `shares` words between its two numbers ("out of"),
            `shares_of_one` further ones that only follow "one"; `every` words that make a share of the ordinal after
            them ("jeder zehnte").
        joins: words inside a number ("three hundred and five").
        not_numbers: words or phrases that look like numbers and are none ("außer Acht").
        ordinal_suffixes: what follows a figure to make an ordinal ("th"; "." in German).
        figure_endings: what may be glued to a figure and changes nothing ("-ти", "'den").
        noun_endings: case endings glued to names of units, currencies and scales in agglutinating languages.
        ordinal_endings: endings of ordinal words, where the cardinal parser would accept them too.
        word_endings: endings of compounds that carry the unit ("jährig" = "year", "fach" = "fold", "köpfig" = "").
        percent_before: words before a number that make it a percentage ("yüzde").
        percent: words for percent; `per_mille` words for a tenth of it, `percent_points` words for percentage points.
        centuries: words for century beside which Roman figures count ("siglo XXI").
        points: words for percentage points behind `percent_before` or a decimal ("0,5 puan"), else points of a game.
        hourly: words before a distance that make it a speed ("saatte 120 kilometre").
        units: further names of units, canonical names as in `xlcheck.lang.units`.
        currencies: further names of currencies, ISO codes, "$" for a dollar that is not named.
        currencies_before: names that may stand straight before an amount and outrank one behind it (港币300万元).
        money_prefixes: further prefixes of a currency, beside the k and M of every language ("T€" = 1000).
        scaled_currencies: words that are a weight behind a plain number and money behind a large round one, "million"
            or the like ("2.3 million pounds"), unless one of `measured` follows ("million pounds of beef").
        labels: words before a number that only names something ("Artikel 5").
        inverted: nouns that blur the number right behind them ("человек пять" are about five people).
        join_parts: whether a scaled figure may be continued by a smaller one ("5 тыс. 200 рублей").
        about: words before a number that blur it; `at_least`, `at_most` bound it,
            `at_least_after` from behind.
        changing: stems of verbs of change: "up to" behind one of them only names where it ended ("вырос до 5").
        either: words between two neighbouring numbers that make one vague number of them ("two or three thousand").
        ranges: words between the ends of a range ("bis"); `between` pairs of words round one ("zwischen", "und");
            `changes` words before the first of two values that are no range ("from 5 to 10").
        minus: words before a number that make it negative; `below_zero` phrases after it that do.
        numerals: number words of a script that runs them together, as figures (0…9), tens and powers of ten
            ("สิบ" = 10); Han numerals need not be listed. From `section` on a power closes a section (万, ล้าน).
        bound_numerals: those of them that are numbers only inside a longer one, because they are ordinary words too.
        numerals_begin_words: whether such a number stands at the beginning of a word (Korean).
        glued_halves: words for one half in such a script, where a unit follows (半年).
        decimal_words: words for the decimal point ("点").
        counters: measure words; a lone numeral counts only before one, before a unit or a scale. Longer words that
            only begin like a unit (周年) belong here too.
        vague: words beside a power of ten that leave its number open (数十, 十几).
        infix_hedges: words between a number and its scale or measure word ("余" = "at-least").
        ordinal_prefixes: what stands before a number to make an ordinal (第).
        ordinal_labels: what behind such an ordinal shows that it names something (第5条).
        labels_after: words behind a number that only names something (号).
        share_prefixes: words before a number that make it a share, as a factor of percent ("千分之" = "1/10").
        tenths: words for a tenth as a share (成).
        denominator_marks: words between denominator and numerator (分之); `numerator_marks` the other way round.
        score_marks: words between the two figures of a score (比).
        about_after: words behind a number that blur it (左右); `at_most_after` bound it (以下).
        small_change: parts of a currency that follow it, as shares of it ("角" = "1/10").
        not_hedges: words that end like a hedge and are none (最近).
        speed_prefixes: words before a length that make it a speed ("時速" = "hour").
        degree_scales: words before a number of degrees that say which are meant ("摂氏" = "celsius").
    """

    trust_words: bool = False
    scales: dict[str, int] = field(default_factory=dict)
    bare_scales: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    words: dict[str, str] = field(default_factory=dict)
    spellings: dict[str, str] = field(default_factory=dict)
    halves: tuple[str, ...] = ()
    grouped_scales: bool = False
    rough_scales: tuple[str, ...] = ()
    scale_links: tuple[str, ...] = ()
    plural_only: dict[str, tuple[str, ...]] = field(default_factory=dict)
    cardinals: dict[str, tuple[str, ...]] = field(default_factory=dict)
    ordinals: dict[str, tuple[str, ...]] = field(default_factory=dict)
    measures: dict[str, str] = field(default_factory=dict)
    glue: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    word_apostrophes: bool = False
    cued: dict[str, tuple[str, ...]] = field(default_factory=dict)
    before_nouns: tuple[str, ...] = ()
    not_behind: dict[str, tuple[str, ...]] = field(default_factory=dict)
    half_endings: tuple[str, ...] = ()
    half_phrases: tuple[str, ...] = ()
    fractions: dict[str, str] = field(default_factory=dict)
    ones: tuple[str, ...] = ()
    shares: tuple[str, ...] = ()
    shares_of_one: tuple[str, ...] = ()
    every: tuple[str, ...] = ()
    joins: tuple[str, ...] = ()
    not_numbers: tuple[str, ...] = ()
    ordinal_suffixes: tuple[str, ...] = ()
    figure_endings: tuple[str, ...] = ()
    noun_endings: tuple[str, ...] = ()
    ordinal_endings: tuple[str, ...] = ()
    word_endings: dict[str, str] = field(default_factory=dict)
    percent_before: tuple[str, ...] = ()
    percent: tuple[str, ...] = ()
    per_mille: tuple[str, ...] = ()
    percent_points: tuple[str, ...] = ()
    centuries: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    hourly: tuple[str, ...] = ()
    units: dict[str, str] = field(default_factory=dict)
    currencies: dict[str, str] = field(default_factory=dict)
    currencies_before: list[str] = field(default_factory=list)
    money_prefixes: dict[str, int] = field(default_factory=dict)
    scaled_currencies: dict[str, str] = field(default_factory=dict)
    measured: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    inverted: tuple[str, ...] = ()
    join_parts: bool = False
    about: tuple[str, ...] = ()
    at_least: tuple[str, ...] = ()
    at_most: tuple[str, ...] = ()
    at_least_after: tuple[str, ...] = ()
    changing: tuple[str, ...] = ()
    either: tuple[str, ...] = ()
    ranges: tuple[str, ...] = ()
    between: tuple[tuple[str, str], ...] = ()
    changes: tuple[str, ...] = ()
    minus: tuple[str, ...] = ()
    below_zero: tuple[str, ...] = ()
    numerals: dict[str, int] = field(default_factory=dict)
    section: int = 10_000
    bound_numerals: tuple[str, ...] = ()
    numerals_begin_words: bool = False
    glued_halves: tuple[str, ...] = ()
    decimal_words: tuple[str, ...] = ()
    counters: tuple[str, ...] = ()
    vague: tuple[str, ...] = ()
    infix_hedges: dict[str, str] = field(default_factory=dict)
    ordinal_prefixes: tuple[str, ...] = ()
    labels_after: tuple[str, ...] = ()
    share_prefixes: dict[str, str] = field(default_factory=dict)
    tenths: tuple[str, ...] = ()
    denominator_marks: tuple[str, ...] = ()
    numerator_marks: tuple[str, ...] = ()
    score_marks: tuple[str, ...] = ()
    about_after: tuple[str, ...] = ()
    at_most_after: tuple[str, ...] = ()
    small_change: dict[str, str] = field(default_factory=dict)
    not_hedges: tuple[str, ...] = ()
    ordinal_labels: tuple[str, ...] = ()
    speed_prefixes: dict[str, str] = field(default_factory=dict)
    degree_scales: dict[str, str] = field(default_factory=dict)
