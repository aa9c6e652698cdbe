"""What CLDR knows about a language code: its locale, and the script and country of most of its speakers."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale


@cache
def locale_of(language: str) -> Locale | None:
    """Return the CLDR locale of a code such as "de" or "zh-TW"; None where there is none."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return None


@cache
def home_of(language: str) -> tuple[str, str]:
    """Return the script and the country of most speakers, "" for what is unknown.

    >>> home_of("zh-TW")
    ('Hant', 'TW')
    """
    from babel.core import get_global

    known = get_global("likely_subtags")
    code = language.replace("-", "_")
    _, _, rest = (known.get(code) or known.get(code.partition("_")[0], "")).partition("_")
    script, _, territory = rest.partition("_")
    return script, territory
