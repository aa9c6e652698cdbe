from __future__ import annotations

import pytest

from xlcheck.compare.name_variants import name_variants
from xlcheck.extract.names import extract_article_names
from xlcheck.reading import plain_article
from xlcheck.segment import segment_article


def variants(text: str, language: str = "en") -> list[tuple[str, str]]:
    segments = segment_article(plain_article(text, name="a", language=language))
    found = name_variants(extract_article_names(segments, language), segments)
    return [(item.odd.name, item.usual.name) for item in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "They met Pavel Zhukarov. The plan of Pavel Zhukarov failed. Later they saw Pavel Zhukorov.",
            [("Pavel Zhukorov", "Pavel Zhukarov")],
        ),
        (
            "They met Governor Holloway. The plan of Governor Holloway failed. Later they saw Governor Hollowoy.",
            [("Hollowoy", "Holloway")],
        ),
        ("They met Pavel Zhukarov. The plan of Pavel Zhukarov failed. Later they saw Ivan Zhukorov.", []),
        ("They met Pavel Zhukarov. The plan of Pavel Zhukarov failed. They saw Pavel Zhukarov and Pavel Zhukorov.", []),
        ("They met Mr Johansen. The plan of Mr Johansen failed. Later they saw Mr Johanson.", []),
        ("They met Governor Bauer. The plan of Governor Bauer failed. Later they saw Governor Sauer.", []),
        ("They met Sergei Zhukov. The plan of Sergei Zhukov failed. Later they saw Sergei Zhukow.", []),
        ("They met Pavel Zhukarov. Later they saw Pavel Zhukorov.", []),
        ("", []),
    ],
    ids=["given", "office", "relatives", "one sentence", "courtesy", "short", "habit", "unsettled", "empty"],
)
def test_variants_in_english(text: str, expected: list[tuple[str, str]]) -> None:
    assert variants(text) == expected


def test_endings_are_no_variants() -> None:
    text = "Вчера был Павел Соколенко. Слова Павел Соколенко верны. Они видели Павел Соколенка."
    assert variants(text, "ru") == []
