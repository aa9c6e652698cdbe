"""What a text states, read in its own language: numbers, dates, quotations, names, negations.

A fact keeps every reading that its surface allows (`1.234` may be 1234 or 1.234); only the comparison may choose.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from xlcheck.model.text import Span


class QuantityKind(StrEnum):
    """What a number counts or measures."""

    COUNT = "count"
    PERCENT = "percent"
    MONEY = "money"
    MEASURE = "measure"
    ORDINAL = "ordinal"
    LABEL = "label"
    """A number that names rather than counts: article 5, G-8, Boeing 737, a phone number."""


class Approximation(StrEnum):
    """How exactly a quantity is stated."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One possible value of a quantity: a closed interval, `low == high` unless the text gives a range."""

    low: Fraction
    high: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number with its unit.

    Attributes:
        readings: the values the surface allows, most likely first, never empty.
        unit: "" for a bare count, "%" for percent, "pp" for percentage points, an ISO 4217 code ("USD"; "$" where
            the dollar is not named), or a unit name as `pint` knows it ("kilometer").
        precision: significant digits written (3 for 1,25 Mio.), None for exact words such as a dozen.
    """

    span: Span
    kind: QuantityKind
    readings: tuple[Reading, ...]
    unit: str = ""
    approximation: Approximation = Approximation.EXACT
    precision: int | None = None


class DateUnit(StrEnum):
    """How coarsely a relative date is stated."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True, kw_only=True)
class RelativeDate:
    """How far a date is from another day: yesterday, last week, three months ago.

    Attributes:
        offset: how many units later, negative for earlier; 0 for today, this week.
        from_publication: whether it is counted from the day of publication; if not, from a day that the text tells of
            ("two weeks earlier", "the next day").
    """

    offset: int
    unit: DateUnit
    from_publication: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class DateFact:
    """A calendar date, part of one, a weekday or a time of day; fields that the text does not state are None.

    Attributes:
        relative: where the text counts from another day; beside a weekday in weeks ("next Tuesday") or, where the two
            name the same day, in days ("yesterday, Friday").
        weekday: 0 is Monday, as in `datetime.date.weekday`.
        hour: 0…23; `minute` is 0…59.
    """

    span: Span
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    hour: int | None = None
    minute: int | None = None
    relative: RelativeDate | None = None


class MentionKind(StrEnum):
    """What a name names, as far as it can be told without a gazetteer of everything."""

    PERSON = "person"
    PLACE = "place"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name as it stands in the text.

    Attributes:
        name: the name without titles, honorifics, case endings and possessive marks ("Putin" for "Mr. Putin's").
        key: a code under which names are known to be the same thing whatever the language (a CLDR territory such as
            "UA"), or "" where none is known.
    """

    span: Span
    name: str
    kind: MentionKind
    key: str = ""


class QuoteKind(StrEnum):
    """What a pair of quotation marks does."""

    DIRECT = "direct"
    """A full clause or more of somebody's words."""
    FRAGMENT = "fragment"
    """Somebody's words woven into the reporter's sentence."""
    SCARE = "scare"
    """A word or two held at arm's length, a title, a nickname."""
    INDIRECT = "indirect"
    """What somebody said in the reporter's words: said that …, laut …; never anybody's wording."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who is said to have said a quotation.

    Attributes:
        span: the words that name the speaker.
        name: the personal name in them without titles, or "" where only a role or a pronoun is given.
        cue: the reporting verb ("said", "sagte"), "" where there is none.
        confidence: 0…1.
    """

    span: Span
    name: str
    cue: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A quotation.

    Attributes:
        span: from the opening to the closing mark, marks included.
        content: what stands between the marks.
        segments: indexes of the segments it touches, ascending.
        part_of: quotations that one sentence interrupts ("…," he said, "…") share this number; it is the index of
            the first of them among the article's quotes.
    """

    span: Span
    content: Span
    kind: QuoteKind
    segments: tuple[int, ...]
    speaker: Speaker | None = None
    part_of: int = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class PolarityCue:
    """A word that turns a statement into its contrary: not, never, kein, ohne.

    Attributes:
        strength: "negator" for plain negation, "implicit" for words that only imply it (deny, refuse, without).
    """

    span: Span
    strength: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimCue:
    """A word that carries part of a claim: which way, how many, how sure, on whose word.

    Attributes:
        concept: what it means, the same in every language ("rise", "all", "alleged"; see `lang.claims`).
        is_sure: whether it means that and nothing else.
    """

    span: Span
    concept: str
    is_sure: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleFacts:
    """All facts of one article, each kind in order of position.

    Attributes:
        quotes: what stands in quotation marks.
        indirect: indirect speech, all of `QuoteKind.INDIRECT`; apart from `quotes` because no word of it is anybody's.
    """

    quantities: tuple[Quantity, ...] = ()
    dates: tuple[DateFact, ...] = ()
    quotes: tuple[Quote, ...] = ()
    mentions: tuple[Mention, ...] = ()
    polarity: tuple[PolarityCue, ...] = ()
    indirect: tuple[Quote, ...] = ()
