from __future__ import annotations

import pytest

from xlcheck.compare.name_search import speaks_of
from xlcheck.model import Mention, MentionKind, Span


def mention(name: str, key: str = "") -> Mention:
    span = Span(doc="a", start=0, end=len(name), text=name)
    return Mention(span=span, name=name, kind=MentionKind.PLACE if key else MentionKind.PERSON, key=key)


@pytest.mark.parametrize(
    ("text", "language", "name", "key", "expected"),
    [
        ("Foreign Minister Zhukov spoke.", "en", "Pawel Schukow", "", True),
        ("The minister spoke.", "en", "Pawel Schukow", "", False),
        ("Die Schukow-Reise begann.", "de", "Zhukov", "", True),
        ("The prophet Muhammad", "en", "Mohammed", "", True),
        ("The Russian delegation left.", "en", "Russland", "RU", True),
        ("The Kremlin denied it.", "en", "Russland", "RU", True),
        ("Die britische Regierung sagte zu.", "de", "United Kingdom", "GB", True),
        ("The Dutch king came.", "en", "Niederlande", "NL", True),
        ("The delegation left Nigeria.", "en", "Niger", "NE", False),
        ("The delegation left Australia.", "en", "Österreich", "AT", False),
        ("They met in Washington, DC.", "en", "DC", "", True),
        ("", "en", "Zhukov", "", False),
    ],
)
def test_speaks_of(text: str, language: str, name: str, key: str, expected: bool) -> None:
    assert speaks_of(text, language, mention(name, key)) is expected
