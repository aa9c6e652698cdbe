"""How dates and times look in one language, compiled once from CLDR and the language's own table."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from xlcheck.extract.cldr import Cldr, cldr
from xlcheck.extract.phrases import APOSTROPHES, LETTER, SPACE, alternatives, fold
from xlcheck.extract.roman import ROMAN
from xlcheck.lang.profile import load_profile

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from xlcheck.lang.dates import DateProfile

Pattern = re.Pattern[str]

_RTL = "\N{RIGHT-TO-LEFT MARK}"
_YEAR = r"(?P<year>\d{4})(?!\d)"
_HAN_ONE = "一"
"""Where a pattern has it, it reads figures in ideographs."""
_HAN = "〇零一二三四五六七八九"
_DASH = "[-\N{EN DASH}\N{EM DASH}/]"


@dataclass(frozen=True, slots=True, kw_only=True)
class DateLexicon:
    """Patterns with the groups year, month, name (of a month), day, day2, weekday, hour, minute, ampm, word, decade.

    `complete` patterns make a date by themselves and are tried in order; the others are read separately. The
    `worded` among them may do so without any figure.
    """

    profile: DateProfile
    complete: tuple[Pattern, ...]
    worded: tuple[Pattern, ...]
    months: Mapping[str, int]
    day_words: Mapping[str, int]
    decade_names: Mapping[str, int]
    lone_month: Pattern
    month_range: Pattern
    small_names: frozenset[str]
    ambiguous_months: frozenset[str]
    year_needed: frozenset[str]
    month_cue: Pattern
    weekday: Pattern
    short_weekday: Pattern
    ambiguous_weekday: Pattern
    weekdays: Mapping[str, int]
    weekday_gap: Pattern
    weekday_follows: tuple[str, ...]
    day_first: bool | None
    year_cue: Pattern
    year_after: Pattern
    not_dates: Pattern
    cued_clock: Pattern
    named_hour: Pattern
    counted: Pattern
    decade: Pattern
    century_after: Pattern
    century_before: Pattern
    century_names: Mapping[str, int]
    clock: Pattern
    cued_hour: Pattern
    marked_hour: Pattern
    four_figures: Pattern
    full_hour: Pattern
    word_hour: Pattern
    pm: frozenset[str]
    mark_after: Pattern
    named_time: Pattern
    era: Pattern


@cache
def date_lexicon(language: str) -> DateLexicon:
    """Compile the date patterns of a language."""
    data, profile = cldr(language), load_profile(language).dates
    profile = replace(profile, am=(*profile.am, *data.am), pm=(*profile.pm, *data.pm))
    months = _without({**data.months, **profile.months}, profile.months, below=1)
    short = _bare(data.short_months)
    weekdays = _without({**data.weekdays, **profile.weekdays}, profile.weekdays, below=0)
    short_weekdays = _without(_bare(data.short_weekdays), profile.weekdays, below=0) | profile.weekdays_by_date
    marks = profile.am + profile.pm
    second = rf"(?:{SPACE}?/{SPACE}?(?:{{}})(?!{LETTER}))?" if profile.month_pairs else ""
    hour_words = alternatives(profile.hour_words)
    after_minutes = alternatives((*profile.hour_words, *profile.spoken_hours))
    ampm = rf"(?P<ampm>{alternatives(marks)})"
    complete = tuple(_complete_patterns(data, profile, {**short, **months}))
    return DateLexicon(
        profile=profile,
        complete=complete,
        worded=tuple(item for item in complete if "dayword" in item.groupindex or _HAN_ONE in item.pattern),
        months={fold(name): number for name, number in {**short, **months}.items()},
        day_words={fold(word): day for word, day in profile.day_words.items()},
        decade_names={fold(name): decade for name, decade in profile.decade_names.items()},
        small_names=frozenset(fold(name) for name in _written_small(data, months, weekdays)),
        lone_month=_names(months, rf"(?P<name>{{}})(?!{LETTER}){second}"),
        month_range=_month_range({**short, **months}, load_profile(language).numbers.ranges),
        ambiguous_months=frozenset(fold(name) for name in profile.ambiguous_months),
        year_needed=frozenset(month_key(name) for name, number in profile.months.items() if number < 1),
        month_cue=_before(profile.month_cues),
        weekday=_names(weekdays, rf"(?P<weekday>{{}})(?:{_endings(profile.weekday_endings)})?(?!{LETTER})"),
        ambiguous_weekday=_names(profile.ambiguous_weekdays, rf"(?P<weekday>{{}})(?={SPACE}?[(,.;:)]|$)"),
        short_weekday=_names(short_weekdays, rf"(?P<weekday>{{}})(?!{LETTER})\.?"),
        weekdays={fold(name): number for name, number in _union(short_weekdays, weekdays, profile).items()},
        weekday_gap=re.compile(
            rf"[,.\N{{ARABIC COMMA}}]?{SPACE}{{0,2}}(?:{alternatives(profile.articles)}{SPACE})?", re.IGNORECASE
        ),
        weekday_follows=_before_weekday(data.full_date),
        day_first=_day_first(data, profile),
        year_cue=_before(profile.year_cues),
        year_after=re.compile(f"{SPACE}?{alternatives(profile.years_after)}", re.IGNORECASE),
        not_dates=re.compile(alternatives(profile.not_dates), re.IGNORECASE),
        named_hour=re.compile(
            rf"(?<!\d\s)(?<!\d){alternatives(profile.hour_names)}{SPACE}"
            rf"(?:(?P<hour>[01]?\d|2[0-4])(?:[.:](?P<minute>[0-5]\d))?(?!\d|[.,:/]\d)|(?P<word>[^\W\d_]{{2,20}}+))"
            rf"(?:{SPACE}(?P<ampm>{alternatives(marks)}))?",
            re.IGNORECASE,
        ),
        counted=re.compile(f"{SPACE}{alternatives(profile.counted)}", re.IGNORECASE),
        decade=_decades(profile),
        century_after=_centuries(profile, profile.centuries, rf"{SPACE}?{{}}(?!{LETTER}|\d)"),
        century_before=_centuries(profile, profile.centuries_before, rf"(?<!{LETTER})(?<!\d){{}}{SPACE}?$"),
        century_names={fold(name): number for name, number in profile.century_names.items()},
        clock=re.compile(
            rf"(?<![\d.,:/])(?P<hour>[01]?\d|2[0-4])(?:"
            rf"(?P<colon>:)(?P<minute>[0-5]\d)(?![\d:]|[.,]\d)(?:{SPACE}?(?:{hour_words}|{ampm}))?"
            rf"|\.(?P<minute2>[0-5]\d){SPACE}?(?:{after_minutes}(?:{SPACE}(?P<ampm3>{alternatives(profile.pm)}))?"
            rf"|(?P<ampm2>{alternatives(marks)}))"
            rf"|{SPACE}{hour_words}{SPACE}(?P<minute3>[0-5]\d)(?![\d.,]))",
            re.IGNORECASE,
        ),
        cued_hour=_cued_hour(profile, profile.hour_cues, bare=True),
        cued_clock=_cued_hour(profile, profile.clock_cues, bare=False),
        marked_hour=_marked_hour(profile),
        four_figures=re.compile(
            rf"(?<![\d.,:/])(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)(?={SPACE}(?:{hour_words}|{alternatives(profile.time_zones)}))"
        ),
        full_hour=re.compile(
            rf"(?<![\d.,:/])(?P<hour>[01]?\d|2[0-4]){SPACE}?(?:{hour_words}(?:{SPACE}(?P<ampm>{alternatives(profile.pm)}))?"
            rf"|(?P<ampm2>{alternatives(marks)}))",
            re.IGNORECASE,
        ),
        word_hour=re.compile(
            rf"(?<!\w)(?P<word>[^\W\d_]{{2,12}}+){SPACE}(?:{hour_words}(?:{SPACE}(?P<ampm>{alternatives(profile.pm)}))?"
            rf"|(?P<ampm2>{alternatives(marks)}))",
            re.IGNORECASE,
        ),
        pm=frozenset(fold(mark) for mark in profile.pm),
        mark_after=re.compile(f"{SPACE}({alternatives(marks)})", re.IGNORECASE),
        named_time=_names(profile.named_times, r"(?P<word>{})"),
        era=re.compile(
            rf"(?<![\d.,])(?P<year>\d{{1,4}}){SPACE}?(?:(?P<before>{alternatives(profile.before_christ)})"
            rf"|{alternatives(profile.common_era)})"
        ),
    )


def _before_weekday(full_date: str) -> tuple[str, ...]:
    """Return what stands between a date and its weekday, where CLDR's pattern has the weekday last."""
    found = re.search(r"(\s?)EEEE$", full_date)
    return (found.group(1),) if found else ()


def _union(short: Mapping[str, int], full: Mapping[str, int], profile: DateProfile) -> dict[str, int]:
    return {**short, **full, **profile.ambiguous_weekdays}


def _cued_hour(profile: DateProfile, cues: tuple[str, ...], *, bare: bool) -> Pattern:
    """Match an hour behind a word such as "kl.": with minutes, a word for hours or, if `bare`, at a phrase's end."""
    if not cues:
        return re.compile(r"(?!)")
    marks = profile.am + profile.pm
    words = alternatives((*profile.spoken_hours, *profile.hour_words, *profile.hour_marks))
    glue = rf"(?:[:.]|{SPACE}?{words}{SPACE}?(?:{alternatives(profile.lists)}{SPACE})?)"
    first, second, third = (rf"(?:{SPACE}(?P<ampm{number}>{alternatives(marks)}))" for number in ("", 2, 3))
    length = rf"(?!{SPACE}{alternatives(profile.lengths)})"
    stop = rf"(?=[;!?)]|[.,:](?!\d)|$|{SPACE}{alternatives(profile.hour_ends)})" if bare else r"(?!)"
    return re.compile(
        rf"{alternatives(cues, right=False)}{SPACE}{{0,2}}(?<!\w)(?P<hour>[01]?\d|2[0-4])"
        rf"(?:{glue}(?P<minute>[0-5]\d)(?!\w|[.,:]\d)(?:{SPACE}?{words})?{first}?|{SPACE}?{words}(?:{second}|{length})"
        rf"|{third}|{stop})",
        re.IGNORECASE,
    )


def _marked_hour(profile: DateProfile) -> Pattern:
    """Match "14h30"; below six o'clock it is more often a length of time."""
    mark = "|".join(map(re.escape, profile.hour_marks)) or r"(?!)"
    return re.compile(
        rf"(?<![\w.,:])(?P<hour>0\d|1\d|2[0-4]|[6-9]){SPACE}?(?:{mark}){SPACE}?(?P<minute>[0-5]\d)(?!\w|[.,:]\d)"
    )


def _written_small(data: Cldr, months: Mapping[str, int], weekdays: Mapping[str, int]) -> list[str]:
    """Return the names that the language never writes with a capital inside a sentence."""
    if any(name[:1].isupper() for name in (*data.months, *data.weekdays)):
        return []
    return [name for name in (*months, *weekdays) if name[:1].islower()]


def _bare(names: Mapping[str, int]) -> dict[str, int]:
    return {name.rstrip("."): number for name, number in names.items()}


def _without(names: Mapping[str, int], own: Mapping[str, int], *, below: int) -> dict[str, int]:
    """Take out the names to which the language's own table gives no month or weekday."""
    dropped = {fold(name) for name, number in own.items() if number < below}
    return {name: number for name, number in names.items() if fold(name) not in dropped}


def month_key(surface: str) -> str:
    """Return the key of a month or weekday as it stands in a text."""
    return fold(surface).rstrip(".")


def _names(names: Mapping[str, int], shape: str) -> Pattern:
    """Match names; where the language capitalises them they must be capitalised (may, march, so)."""
    capital = [name for name in names if name[:1].isupper()]
    other = [name for name in names if not name[:1].isupper()]
    spellings = (*capital, *(name.upper() for name in capital if len(name) > 3))
    # No boundary after a name, because an ending may be glued to it; the shape sets its own.
    both = f"{alternatives(spellings, right=False)}|(?i:{alternatives(other, right=False)})"
    return re.compile(shape.replace("{}", both))


def _month_range(months: Iterable[str], links: Iterable[str]) -> Pattern:
    """Match two months that are sure to be ones beside each other, short names as well: "Nov to Mar"."""
    name = alternatives([month for month in months if month[:1].isupper()])
    return re.compile(
        rf"(?<!\d\s)(?<!\d)(?P<first>{name})\.?"
        rf"(?:{SPACE}?{_DASH}{SPACE}?|{SPACE}{alternatives(links)}{SPACE})"
        rf"(?P<second>{name})(?:\.(?={SPACE}|$))?(?!{SPACE}?\d)"
    )


def _endings(endings: tuple[str, ...]) -> str:
    return alternatives(endings, left=False)


def _before(words: tuple[str, ...]) -> Pattern:
    return re.compile(rf"{alternatives(words)}{SPACE}{{0,2}}$", re.IGNORECASE)


def _decades(profile: DateProfile) -> Pattern:
    if not profile.decades:
        return re.compile(r"(?!)")
    shapes = map(_shape, sorted(profile.decades, key=len, reverse=True))
    names = alternatives(profile.decade_names, right=False)
    groups = (
        shape.replace("{0}", rf"(?P<decade{index}>\d0|{names})").replace("{name}", rf"(?P<decade{index}>{names})")
        for index, shape in enumerate(shapes)
    )
    return re.compile(rf"(?<!{LETTER})(?<!\d)(?:{'|'.join(groups)})(?!{LETTER}|\d)", re.IGNORECASE)


def _centuries(profile: DateProfile, shapes: Iterable[str], frame: str) -> Pattern:
    """Match phrases that name a century; `frame` holds what must stand round them."""
    century = rf"(\d{{1,2}}|(?-i:{ROMAN}{{1,5}})|{alternatives(profile.century_names)})"
    bodies = "|".join(_shape(shape).replace("{0}", century) for shape in shapes)
    return re.compile(frame.format(f"(?:{bodies})") if bodies else r"(?!)", re.IGNORECASE)


def _shape(shape: str) -> str:
    """Return the pattern of a phrase with its slots left in; all apostrophes are one."""
    escaped = re.escape(shape).replace(r"\{", "{").replace(r"\}", "}").replace(r"\ ", SPACE)
    return re.sub(f"[{APOSTROPHES}]", f"[{APOSTROPHES}\N{LEFT SINGLE QUOTATION MARK}]", escaped)


def _day_first(data: Cldr, profile: DateProfile) -> bool | None:
    if profile.numeric_order == "ambiguous":
        return None
    order = profile.numeric_order or data.short_date.lower()
    return order.find("d") < order.find("m")


def _complete_patterns(data: Cldr, profile: DateProfile, months: Mapping[str, int]) -> list[Pattern]:
    names = _names(months, "{}").pattern
    name = rf"(?P<name>{names})(?!{LETTER})\.?"
    if profile.month_pairs:
        name += rf"(?:{SPACE}?[/(-]{SPACE}?(?:{names})(?!{LETTER})\)?)?"
    links = {*profile.links, *re.findall(r"'([^\W\d_]+)'", data.long_date)}
    link = rf"(?:{SPACE}{alternatives(links)})?{SPACE}"
    year = rf"(?:{_YEAR}|(?P<short_year>\d{{2}})(?!\d))" if profile.local_years else _YEAR
    ending = _endings(profile.day_endings) if profile.day_endings else r"\.|º|ª|er"
    listed = rf"(?:{SPACE}?(?:{_DASH}|{alternatives(profile.lists)}){SPACE}?)"
    day = rf"(?<![\d.,:/])(?P<day>\d{{1,2}})(?:{ending})?"
    day2 = rf"(?:{listed}(?P<day2>\d{{1,2}})(?:{ending})?)?"
    patterns = [
        r"(?<![\d.,:/-])(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)",
        r"(?<![\d.,:/-])(?P<year>\d{4})(?P<sep>[./])\s?(?P<month>\d{1,2})(?P=sep)\s?(?P<day>\d{1,2})(?![\d/])",
        rf"(?<![\d.,:/-])(?P<first>\d{{1,2}}){_RTL}?(?P<sep>[./-]){SPACE}?(?P<second>\d{{1,2}}){_RTL}?(?P=sep){SPACE}?(?P<year>\d{{4}}|\d{{2}})(?![\d/]|[.,-]\d)",
    ]
    patterns += _marked(data.long_date, months, profile)
    if data.long_date.startswith("y") and months:
        patterns.append(rf"(?<![\d.,:/]){_YEAR}\.?{SPACE}{name}(?:{SPACE}(?P<day>\d{{1,2}})\.?(?!\d))?")
    if months:
        patterns += [
            rf"{day}{day2}{link}{name}(?:,?{link}{year})?",
            rf"{name}{SPACE}(?P<day>\d{{1,2}})(?![\d:]|[.,]\d)(?:{ending})?{day2}(?:,?{SPACE}{_YEAR})?",
            rf"{name},?{link}{_YEAR}",
        ]
    patterns += _era_years(profile)
    if months and profile.day_words:
        worded = rf"(?P<dayword>{alternatives(profile.day_words)})"
        patterns.append(rf"(?i:{worded}{link}){name}(?:,?{link}{_YEAR})?")
    if profile.day_prefixes:
        patterns.append(rf"{alternatives(profile.day_prefixes)}{SPACE}?(?P<day>\d{{1,2}})(?![\d.,:/])")
    if any(mark.isalpha() for mark in profile.day_endings):
        # "the 24th" at the end of a phrase; "the 24th congress" counts congresses.
        patterns.append(rf"{alternatives(profile.articles)}{SPACE}(?P<day>\d{{1,2}})(?:{ending})(?![\w-]|{SPACE}\w)")
    if profile.day_cues:
        cued = rf"{alternatives(profile.day_cues)}{SPACE}(?P<day>\d{{1,2}})(?:{ending})"
        patterns.append(rf"(?i:{cued})(?={SPACE}{alternatives(profile.after_days)})")
    if "." in data.short_date and data.short_date.startswith("d"):
        patterns.append(rf"(?<![\d.,:/-])(?P<first>\d{{1,2}})\.{SPACE}?(?P<second>\d{{1,2}})\.(?!{SPACE}?\d)")
    return [re.compile(pattern) for pattern in patterns]


def _marked(long_date: str, months: Mapping[str, int], profile: DateProfile) -> list[str]:
    """Patterns for dates whose parts carry a mark each (2022年1月21日), read off CLDR's long pattern."""
    mark = r"([^\W\d_a-zA-Z])"
    found = re.match(rf"y{mark}\s?(?:M{mark}|MMMM)\s?d{mark}", long_date)
    if not found:
        return []
    year, month, day = found.groups()
    month = month or next((name[-1] for name in months if name[:1].isdigit()), None)
    if month is None:
        return []
    era = rf"(?P<era>{alternatives(profile.eras)}){SPACE}?(?P<era_year>元|\d{{1,3}}|[{_HAN}十]{{1,3}})"
    y = rf"(?:(?<!\d)(?P<year>\d{{4}}|[{_HAN}]{{4}})|{era})\s?{year}"
    m = rf"(?<!\d)(?P<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])\s?{month}"
    d = r"(?P<day>[12]\d|3[01]|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])" + rf"\s?{day}"
    local = [rf"(?<!\d)(?P<year>\d{{3}})\s?{year}\s?{m}(?:\s?{d})?"] if profile.local_years else []
    # A year or day that stands alone may as well be a length of time: in figures only, and not before 間 or 前.
    lone_year = (
        rf"(?:(?<!\d)(?P<year>1[4-9]\d\d|20\d\d|[{_HAN}]{{4}})|{era})\s?{year}(?!{_gap_and(profile.year_exceptions)})"
    )
    lone_month = rf"(?<!\d)(?P<month>1[0-2]|0?[1-9])\s?{month}"
    lone_day = rf"(?<![\d.,])(?P<day>[12]\d|3[01]|0?[1-9])\s?{day}(?!{_gap_and(profile.day_exceptions)})"
    return [rf"{y}\s?{m}(?:\s?{d})?", *local, rf"{m}\s?{d}", lone_year, lone_month, lone_day]


def _era_years(profile: DateProfile) -> list[str]:
    if not profile.eras:
        return []
    return [rf"(?P<era>{alternatives(profile.eras)}){SPACE}?(?P<era_year>\d{{4}})(?!\d)"]


def _gap_and(words: tuple[str, ...]) -> str:
    return rf"{SPACE}?{alternatives(words)}"
