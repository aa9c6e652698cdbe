"""How a language writes dates and times, beyond what CLDR says: the `[dates]` table of a language file.

Month and weekday names and the order of day, month and year come from CLDR (see `xlcheck.extract.cldr`).
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class DateProfile:
    """The `[dates]` table; every field has a default that means "nothing is known".

    Attributes:
        months: further names of months (1 is January); `weekdays` of weekdays (0 is Monday). A month 0 or a weekday
            -1 marks a name in CLDR's list that is another word ("pro", Czech for "for" and short for December): such a
            month counts only in a date with its year, such a weekday not at all.
        weekdays_by_date: further names of weekdays that count only beside a date ("среда", also "environment").
        month_pairs: whether a month may be named twice ("آذار/مارس").
        not_dates: phrases that look like dates and are none ("в среду обитания").
        weekday_endings: what may be glued to the name of a weekday ("Mittwochabend", "Wednesday's").
        ambiguous_months: names of months that are ordinary words too and need a date beside them or a cue.
        month_cues: words before such a name that make it a month ("in", "last").
        ambiguous_weekdays: further names of weekdays that are ordinary words too ("segunda") and end their phrase
            where they are meant.
        day_endings: what may follow the figure of a day ("rd", "."); `day_words` days written as words ("premier").
        links: words between the parts of a date ("of"); `lists` words between two days ("and").
        articles: words between a weekday and its date ("den").
        numeric_order: whether all-figure dates without a year first are day-first or month-first ("dmy", "mdy");
            "" takes CLDR's; "ambiguous" where both orders are common.
        clock_cues: words like `hour_cues` behind which a bare hour is not enough ("в 14.30", "в 14 часов").
        hour_names: words before a bare hour, in figures or words ("saat 15", "الساعة الثالثة").
        hour_words: words after the hour ("Uhr", "o'clock").
        spoken_hours: words after the hour that may as well count hours ("heures"): they make a time behind one of
            `hour_cues` ("à", "kl.") or after minutes, unless one of `lengths` follows ("à 3 heures de route").
        spoken_clocks: phrases round an hour, with the minutes that they add to it ("half past {hour}" = 30).
        hour_marks: letters between hour and minute ("14h30").
        hour_ends: words that may follow a bare hour behind a cue ("alle 14 di lunedì").
        am: marks of the morning; `pm` of the afternoon.
        nights: words for the night, which belongs to two days ("Saturday night", "in der Nacht zu Sonntag").
        named_times: words for a full hour ("noon" = 12).
        time_zones: words that say whose clock is meant, with that clock: "UTC", "local", or a large city ("MEZ" =
            "Berlin", summer or winter).
        years_after: words after a figure that make it a year ("году").
        year_cues: words before a bare year; `counted` nouns after a figure that show it is no year.
        capital_nouns: whether nouns are capitalised, so that a capitalised word after a figure is probably counted.
        decades: patterns of short decades, {0} standing for the two figures ("the {0}s") or one of `decade_names`,
            {name} for such a name only.
        decade_endings: what is glued to a year to name its decade ("1990er", "1990s").
        centuries: phrases behind a decade that say whose it is, {0} standing for the century in figures, Roman figures
            or one of `century_names` ("of the {0} century"); `centuries_before` likewise before it ("{0}世纪").
        century_names: names and ordinals of centuries ("nineteenth" = 19, "Ottocento" = 19).
        before_christ: marks of years before the common era ("v. Chr."); `common_era` marks of years in it.
        eras: names of eras with what their years need to become years of our era ("令和" = 2018).
        local_years: first and last year of another reckoning that is written like a year of ours, and what it needs
            to become one (Thai 2564 is 2021).
        day_prefixes: words before a bare day of the month ("วันที่").
        day_cues: words before a bare day with its ending, which is one if one of `after_days` follows ("on the 7th in
            Rome", but "on the 7th floor").
        day_exceptions: what behind a bare marked day shows that days are counted (日間); `year_exceptions` likewise.
        day_parts: words before an hour, each "am", "pm", "noon" or "night"; `bare_day_parts` need no sign of the hour.
        hour_signs: signs behind an hour (时); `weak_hour_signs` only where a part of the day or minutes stand there.
        minute_signs: signs behind a minute (分); `hour_halves` words for half past (半).
        hour_exceptions: what behind a mark shows that hours are counted (時間).
        hour_shifts: marks behind an hour that say which part of the day it is in ("ทุ่ม" = 18).
        relative: words and phrases for a day, week, month or year that is counted from the day of publication, with
            their distance from it, by unit ("gestern" = -1 under "day").
        told: likewise for those that are counted from a day that the text tells of ("am Tag zuvor" = -1).
        turns: words before a weekday or one of `periods` that say which is meant ("letzten" = -1, "next" = 1);
            `turns_after` likewise behind it ("dernier" = -1).
        periods: names of weeks, months and years with their unit, as they stand beside one of `turns`.
        counts_before: words before a number of days, weeks, months or years that make it a day: "ago" and "ahead" count
            from the day of publication ("vor"), "earlier" and "later" from another one; `counts_after` likewise behind
            it ("zuvor").
        week_links: words between a weekday and its week ("Tuesday of next week").
        not_relative: phrases that look like relative dates and are none ("die Jugend von heute", "por la mañana"); one
            with capitals only where they stand so.
    """

    months: dict[str, int] = field(default_factory=dict)
    weekdays: dict[str, int] = field(default_factory=dict)
    month_pairs: bool = False
    not_dates: tuple[str, ...] = ()
    weekdays_by_date: dict[str, int] = field(default_factory=dict)
    weekday_endings: tuple[str, ...] = ()
    ambiguous_months: tuple[str, ...] = ()
    month_cues: tuple[str, ...] = ()
    ambiguous_weekdays: dict[str, int] = field(default_factory=dict)
    day_endings: tuple[str, ...] = ()
    day_words: dict[str, int] = field(default_factory=dict)
    links: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    numeric_order: str = ""
    clock_cues: tuple[str, ...] = ()
    hour_names: tuple[str, ...] = ()
    hour_words: tuple[str, ...] = ()
    spoken_hours: tuple[str, ...] = ()
    hour_cues: tuple[str, ...] = ()
    spoken_clocks: dict[str, int] = field(default_factory=dict)
    hour_marks: tuple[str, ...] = ()
    hour_ends: tuple[str, ...] = ()
    lengths: tuple[str, ...] = ()
    am: tuple[str, ...] = ()
    pm: tuple[str, ...] = ()
    nights: tuple[str, ...] = ()
    named_times: dict[str, int] = field(default_factory=dict)
    time_zones: dict[str, str] = field(default_factory=dict)
    years_after: tuple[str, ...] = ()
    year_cues: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()
    capital_nouns: bool = False
    decades: tuple[str, ...] = ()
    decade_names: dict[str, int] = field(default_factory=dict)
    decade_endings: tuple[str, ...] = ()
    centuries: tuple[str, ...] = ()
    centuries_before: tuple[str, ...] = ()
    century_names: dict[str, int] = field(default_factory=dict)
    before_christ: tuple[str, ...] = ()
    common_era: tuple[str, ...] = ()
    eras: dict[str, int] = field(default_factory=dict)
    local_years: tuple[int, ...] = ()
    day_prefixes: tuple[str, ...] = ()
    day_cues: tuple[str, ...] = ()
    after_days: tuple[str, ...] = ()
    day_exceptions: tuple[str, ...] = ()
    year_exceptions: tuple[str, ...] = ()
    day_parts: dict[str, str] = field(default_factory=dict)
    bare_day_parts: tuple[str, ...] = ()
    hour_signs: tuple[str, ...] = ()
    weak_hour_signs: tuple[str, ...] = ()
    minute_signs: tuple[str, ...] = ()
    hour_halves: tuple[str, ...] = ()
    hour_exceptions: tuple[str, ...] = ()
    hour_shifts: dict[str, int] = field(default_factory=dict)
    relative: dict[str, dict[str, int]] = field(default_factory=dict)
    told: dict[str, dict[str, int]] = field(default_factory=dict)
    turns: dict[str, int] = field(default_factory=dict)
    turns_after: dict[str, int] = field(default_factory=dict)
    periods: dict[str, str] = field(default_factory=dict)
    counts_before: dict[str, str] = field(default_factory=dict)
    counts_after: dict[str, str] = field(default_factory=dict)
    week_links: tuple[str, ...] = ()
    not_relative: tuple[str, ...] = ()
