"""Direct speech behind a dash, without quotation marks: "— We shall stay, — said Ivanov. — All of us."

Only a paragraph that begins with a dash and has a reporting verb right behind a second one is such speech: a list item
has none, and a pair of dashes inside a sentence is a parenthesis.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xlcheck.lang.quotes import QuoteProfile

_DASHES = "-\N{EN DASH}\N{EM DASH}"
_FIRST = re.compile(rf"[{_DASHES}]\s?(?=[^\W\d_]|[¿¡])")
_INNER = re.compile(rf"\s[{_DASHES}]\s?(?P<word>[^\W_]+)(?:\s(?P<next>[^\W_]+))?")
_AGAIN = re.compile(rf"[.,;:]\s(?P<dash>[{_DASHES}]\s?)|(?P<closing>[{_DASHES}][.,;:]\s)")
"""Where the words go on behind the reporting clause: ". — All of us.", "—. Volveremos."."""
Part = tuple[int, int, int, int]
"""Start and end with the dash, start and end of the words."""


def dialogue_parts(text: str, start: int, end: int, profile: QuoteProfile) -> Iterator[Part]:
    """Yield the spoken parts of a paragraph that begins with a dash, none where nobody is said to speak."""
    if not profile.dialogue_dashes:
        return
    first = _FIRST.match(text, start, end)
    if first is None:
        return
    verbs = frozenset(profile.verbs)
    opening, inner = first.start(), first.end()
    place = inner
    while (turn := _reporting(text, place, end, verbs, profile)) is not None:
        yield opening, turn.start(), inner, turn.start()
        again = _AGAIN.search(text, turn.end("word"), end)
        if again is None:
            return
        opening = again.start("dash") if again["dash"] else again.end()
        inner = place = again.end()
    if opening > first.start():
        yield opening, end, inner, end


def _reporting(text: str, start: int, end: int, verbs: frozenset[str], profile: QuoteProfile) -> re.Match[str] | None:
    """Return the dash with the reporting verb behind it; a form of "have" may stand between ("ha dicho")."""
    for match in _INNER.finditer(text, start, end):
        if match["word"].casefold() in verbs:
            return match
        if match["word"].casefold() in profile.auxiliaries and (match["next"] or "").casefold() in verbs:
            return match
    return None
