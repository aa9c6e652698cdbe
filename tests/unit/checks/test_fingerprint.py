from __future__ import annotations

import pytest

from xlcheck.checks.base import fingerprint
from xlcheck.model import Span


def span(text: str, start: int = 0) -> Span:
    return Span(doc="a", start=start, end=start + len(text), text=text)


def test_place_spacing_and_case_do_not_matter_but_words_sides_and_checks_do() -> None:
    base = fingerprint("XN101", [span("300 homes")], [span("500 Häuser")])
    assert fingerprint("XN101", [span("300\n homes", 70)], [span("500 HÄUSER", 9)]) == base
    others = [
        fingerprint("XN102", [span("300 homes")], [span("500 Häuser")]),
        fingerprint("XN101", [span("301 homes")], [span("500 Häuser")]),
        fingerprint("XN101", [span("500 Häuser")], [span("300 homes")]),
        fingerprint("XN101", [span("300 homes"), span("500 Häuser")], []),
    ]
    assert len({base, *others}) == 5


@pytest.mark.parametrize("text", ["", "\ud800", "\N{REPLACEMENT CHARACTER}", "a" * 100_000])
def test_any_text_has_one(text: str) -> None:
    assert len(fingerprint("XN101", [span(text)], [])) == 20
