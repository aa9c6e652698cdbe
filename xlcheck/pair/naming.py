"""Pairing by file name: `story.de.md` beside `story.en.md`, `de/story.md` beside `en/story.md`, `story_de.txt`,
records with one id in several languages.

A name counts only where taking its language code out leaves the same name for two articles in different languages, and
only if no article's text surely is in another language than its name says. A folder that happens to be called `it` or
`no` pairs nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from xlcheck.lang.detect import UNKNOWN, alike

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from xlcheck.pair.article import PairingArticle

SURE_LANGUAGE = 0.9
"""Confidence from which the detected language contradicts the one in a name."""

_CODE = r"(?P<code>[A-Za-z]{2,3})"
_REGION = r"[-_][A-Z]{2}"
_AT_END = (
    re.compile(rf"(?P<rest>.*[^._-])[._-]{_CODE}", re.DOTALL),
    re.compile(rf"(?P<rest>.*[^._-])[._-]{_CODE}{_REGION}", re.DOTALL),
)
_AT_START = (
    re.compile(rf"{_CODE}[._-](?P<rest>[^._-].*)", re.DOTALL),
    re.compile(rf"{_CODE}{_REGION}[._-](?P<rest>[^._-].*)", re.DOTALL),
)
_WHOLE = re.compile(rf"{_CODE}(?:{_REGION})?")
_REPEATED = re.compile(r"(?P<base>.*)~\d+", re.DOTALL)
_GAP = "\0"
"""Stands where the code was; no path has it."""


def group_by_name(articles: Iterable[PairingArticle]) -> tuple[tuple[str, ...], ...]:
    """Return groups of two or more article ids whose names say that they are versions of one text, sorted.

    A name that two articles of one language share is ambiguous, and says nothing.
    """
    by_key: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for article in articles:
        for key, code in sorted(set(_keys(article))):
            if article.language_confidence < SURE_LANGUAGE or alike(article.language, code):
                by_key[key].append((code, article.id))
    groups = set()
    for members in by_key.values():
        if len(members) > 1 and len({code for code, _ in members}) == len(members):
            groups.add(tuple(sorted(name for _, name in members)))
    return tuple(sorted(groups))


def _keys(article: PairingArticle) -> Iterator[tuple[str, str]]:
    """Yield (name without its language code, code) for every code that the name may carry."""
    path = PurePosixPath(article.path)
    record = article.id.removeprefix(article.path)
    folders = path.parts[:-1]
    stem = path.stem if path.suffix else path.name
    for rest, code in _without_code(stem):
        yield _key((*folders, rest), record), code
    for place, folder in enumerate(folders):
        whole = _WHOLE.fullmatch(folder)
        if whole and (found := language_code(whole["code"])):
            yield _key((*folders[:place], _GAP, *folders[place + 1 :], stem), record), found
    if record and article.language != UNKNOWN:
        base = _REPEATED.fullmatch(record)
        yield _key((*folders, path.name, _GAP), base["base"] if base else record), article.language
        for rest, code in _without_code(record.removeprefix("#")):
            yield _key((*folders, path.name), "#" + rest), code


def _without_code(stem: str) -> Iterator[tuple[str, str]]:
    if (whole := _WHOLE.fullmatch(stem)) and (code := language_code(whole["code"])):
        yield _GAP, code
    for pattern in _AT_END:
        if (end := pattern.fullmatch(stem)) and (code := language_code(end["code"])):
            yield f"{end['rest']}{_GAP}", code
    for pattern in _AT_START:
        if (start := pattern.fullmatch(stem)) and (code := language_code(start["code"])):
            yield f"{_GAP}{start['rest']}", code


def _key(parts: Sequence[str], record: str) -> str:
    return "/".join(parts) + record


def language_code(text: str) -> str | None:
    """Return the two-letter ISO 639 code that a piece of a name is ("DE" and "deu" are "de"), None where it is none.

    >>> language_code("ger"), language_code("xx")
    ('de', None)
    """
    two_letters, longer = _codes()
    code = text.lower()
    return code if code in two_letters else longer.get(code)


@cache
def _codes() -> tuple[frozenset[str], dict[str, str]]:
    """Return the two-letter codes of ISO 639, and those with three letters that stand for one of them."""
    from babel import Locale
    from babel.core import get_global

    two_letters = frozenset(code for code in map(str, Locale("en").languages) if len(code) == 2)
    aliases = {
        str(code): str(target)
        for code, target in get_global("language_aliases").items()
        if len(code) == 3 and target in two_letters
    }
    return two_letters, aliases
