"""Every check keeps what its page promises: its examples fire, or stay silent, through the whole pipeline."""

from __future__ import annotations

import datetime as dt
import inspect
import re

import pytest

from xlcheck.checks.base import Example
from xlcheck.checks.registry import CHECKS
from xlcheck.embed import Encoder
from xlcheck.model import Finding
from xlcheck.pipeline import check_texts, check_versions

HEADINGS = ("What it does", "Why it matters", "Example", "When it stays silent", "Known limits")


ENCODER = Encoder()


def versions(example: Example) -> list[tuple[str, str]]:
    return [(example.language, example.source), ("en", example.english), *example.others]


def run(example: Example, scope: str) -> list[Finding]:
    if scope == "story":
        return check_versions(versions(example), encoder=ENCODER)
    article = scope == "article"
    return check_texts(
        example.english if article else example.source,
        "" if article else example.english,
        source_language=example.language,
        linked=example.linked and not article,
        encoder=ENCODER,
        translation=example.translation,
        days=example.days and tuple(dt.date.fromisoformat(day) for day in example.days),
    )


def cases(kind: str) -> list:
    return [
        pytest.param(check.INFO, example, id=f"{check.INFO.id}-{place}-{example.note}")
        for check in CHECKS
        for place, example in enumerate(getattr(check.EXAMPLES, kind))
    ]


@pytest.mark.parametrize(("info", "example"), cases("fires"))
def test_example_fires(info, example: Example) -> None:
    found = [finding for finding in run(example, info.scope) if finding.check == info.id]
    assert found, f"{info.id} says nothing"
    if example.cause:
        assert example.cause in {finding.cause for finding in found}
    texts = {"source": example.source, "english": example.english}
    if info.scope == "article":
        texts["source"] = example.english
    texts |= {f"text-{number}": text for number, (_, text) in enumerate(versions(example))}
    for finding in found:
        assert finding.message
        assert "\n" not in finding.message
        assert 0 < finding.confidence.value <= 1
        for span in (*finding.where, *finding.related):
            assert texts[span.doc][span.start : span.end] == span.text


@pytest.mark.parametrize(("info", "example"), cases("silent"))
def test_example_stays_silent(info, example: Example) -> None:
    found = [finding for finding in run(example, info.scope) if finding.check == info.id]
    assert not found, found[0].message


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.INFO.id)
def test_page(check) -> None:
    page = inspect.cleandoc(check.__doc__)
    first = page.splitlines()[0]
    assert len(first) <= 120
    assert first.endswith(".")
    places = [page.find(f"## {heading}\n") for heading in HEADINGS]
    assert -1 not in places, f"missing: {HEADINGS[places.index(-1)]}"
    assert places == sorted(places)
    assert re.fullmatch(r"X[NDQECAGTL]\d{3}", check.INFO.id)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", check.INFO.name)
    assert len(check.EXAMPLES.fires) >= 3
    assert len(check.EXAMPLES.silent) >= 3


def test_ids_and_names_are_unique() -> None:
    assert len({check.INFO.id for check in CHECKS}) == len(CHECKS)
    assert len({check.INFO.name for check in CHECKS}) == len(CHECKS)
