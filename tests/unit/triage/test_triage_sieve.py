"""What is reported: baseline, ignore rules and reviews together."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from support.reports import make_finding, make_side, span_of

from xlcheck.errors import ConfigError, InputError
from xlcheck.model import Finding, SetAsideBy
from xlcheck.triage.baseline import baseline_of
from xlcheck.triage.ignore import read_rules
from xlcheck.triage.reviews import Opinion, Review, append_review, read_reviews, records_by_check
from xlcheck.triage.sieve import Sieve, Sifted

TODAY = dt.date(2026, 5, 1)
GERMAN = make_side("archive/2019/a.de.txt", "Titel\nEs waren 12,5 Prozent.", language="de")
ENGLISH = make_side("archive/2019/a.en.txt", "Title\nIt was 12.5 percent. It was 7.")
ARTICLES = {side.article.id: (side.article.path, side.article.language) for side in (GERMAN, ENGLISH)}


def both(check: str = "XN104", name: str = "number-format") -> Finding:
    return make_finding([span_of(ENGLISH, "12.5")], [span_of(GERMAN, "12,5")], check=check, name=name)


def alone() -> Finding:
    return make_finding([span_of(ENGLISH, "7")])


def sift(sieve: Sieve, *findings: Finding) -> Sifted:
    return sieve.sift(findings, ARTICLES.__getitem__, today=TODAY)


def rules(tmp_path: Path, text: str) -> Sieve:
    path = tmp_path / "xlcheck-ignore.toml"
    path.write_text(text, encoding="utf-8")
    return Sieve(rules=read_rules(path))


def test_an_empty_sieve_lets_everything_through() -> None:
    assert sift(Sieve(), both(), alone()) == Sifted(kept=(both(), alone()), set_aside=(), notices=())


def test_only_as_many_as_are_known_are_left_out() -> None:
    baseline = baseline_of([alone()], lambda doc: doc, folder=Path(), excerpts=True)
    sifted = sift(Sieve(baseline=baseline), alone(), alone())
    assert sifted.kept == (alone(),)
    assert [item.by for item in sifted.set_aside] == [SetAsideBy.BASELINE]


def test_stale_entries_are_told() -> None:
    baseline = baseline_of([alone(), both()], lambda doc: doc, folder=Path(), excerpts=True)
    assert any(
        "1 entry of the baseline no longer" in notice for notice in sift(Sieve(baseline=baseline), both()).notices
    )


@pytest.mark.parametrize(
    "selector",
    [
        pytest.param('check = "XN104"', id="id"),
        pytest.param('check = "XN"', id="prefix"),
        pytest.param('check = "number-format"', id="name"),
        pytest.param('path = "archive/*"', id="path"),
        pytest.param('path = "*.de.txt"', id="path of the other article"),
        pytest.param('languages = ["de", "en"]', id="languages"),
        pytest.param('text = "12,5"', id="text"),
        pytest.param(f'fingerprint = "{both().fingerprint}"', id="fingerprint"),
        pytest.param('check = "XN"\npath = "archive/*"\ntext = "12"', id="several"),
    ],
)
def test_a_rule_sets_aside_what_fits_all_its_selectors(tmp_path: Path, selector: str) -> None:
    sifted = sift(rules(tmp_path, f'[[ignore]]\n{selector}\nreason = "house style"'), both())
    assert sifted.kept == ()
    assert sifted.set_aside[0].reason == "house style"


@pytest.mark.parametrize(
    "selector",
    [
        pytest.param('check = "XD"', id="another family"),
        pytest.param('check = "number"', id="part of a name"),
        pytest.param('path = "incoming/*"', id="path"),
        pytest.param('languages = ["de"]', id="one of two languages"),
        pytest.param('text = "13"', id="text"),
        pytest.param('check = "XN104"\ntext = "13"', id="one of two selectors"),
    ],
)
def test_a_rule_that_does_not_fit_is_told(tmp_path: Path, selector: str) -> None:
    sifted = sift(rules(tmp_path, f'[[ignore]]\n{selector}\nreason = "house style"'), both())
    assert sifted.kept == (both(),)
    assert "fits no finding" in sifted.notices[0]


def test_an_expired_rule_has_no_effect_and_is_told(tmp_path: Path) -> None:
    text = '[[ignore]]\ncheck = "XN104"\nreason = "until the relaunch"\nuntil = {}'
    assert sift(rules(tmp_path, text.format("2026-05-01")), both()).kept == ()
    expired = sift(rules(tmp_path, text.format("2026-04-30")), both())
    assert expired.kept == (both(),)
    assert "expired on 2026-04-30" in expired.notices[0]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param('[[ignore]]\ncheck = "XN104"', "a reason is required", id="no reason"),
        pytest.param('[[ignore]]\ncheck = "XN104"\nreason = "  "', "a reason is required", id="blank reason"),
        pytest.param('[[ignore]]\nreason = "everything"', "would ignore everything", id="no selector"),
        pytest.param('[[ignore]]\nchek = "XN104"\nreason = "x"', "unknown key 'chek'", id="typo"),
        pytest.param('[[ignore]]\ncheck = 5\nreason = "x"', "check must be a text", id="type"),
        pytest.param(
            '[[ignore]]\ncheck = "X"\nreason = "x"\nuntil = "2027-01-01"', "must be a date", id="date as text"
        ),
        pytest.param('[ignored]\ncheck = "X"', "only \\[\\[ignore\\]\\] tables", id="another table"),
        pytest.param("[[ignore]", "not valid TOML", id="broken"),
    ],
)
def test_a_wrong_rule_is_refused(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        rules(tmp_path, text)


@pytest.mark.parametrize("opinion", Opinion)
def test_only_what_was_dismissed_or_called_wrong_is_left_out(opinion: Opinion) -> None:
    review = Review(fingerprint=alone().fingerprint, check="XN101", opinion=opinion, reason="a quotation")
    sifted = sift(Sieve(reviews={review.fingerprint: review}), alone())
    assert bool(sifted.set_aside) is (opinion in (Opinion.DISMISSED, Opinion.FALSE_POSITIVE))
    assert len(sifted.kept) + len(sifted.set_aside) == 1


def test_a_decision_is_void_when_the_words_change() -> None:
    review = Review(fingerprint=alone().fingerprint, check="XN101", opinion=Opinion.FALSE_POSITIVE)
    changed = make_side("archive/2019/a.en.txt", "Title\nIt was 8.")
    sifted = sift(Sieve(reviews={review.fingerprint: review}), make_finding([span_of(changed, "8")]))
    assert len(sifted.kept) == 1


def test_the_last_decision_counts(tmp_path: Path) -> None:
    path = tmp_path / "decisions.jsonl"
    for opinion in (Opinion.FALSE_POSITIVE, Opinion.CONFIRMED):
        append_review(path, Review(fingerprint="f", check="XN101", opinion=opinion, reason="ü\n\x1b", reader="ka"))
    assert read_reviews(path)["f"].opinion is Opinion.CONFIRMED
    assert len(path.read_text(encoding="utf-8").splitlines()) == 2
    assert path.stat().st_mode & 0o777 == 0o600


def test_no_file_is_no_decision(tmp_path: Path) -> None:
    assert read_reviews(tmp_path / "none.jsonl") == {}


@pytest.mark.parametrize("line", ["{", "5", '{"fingerprint": "f", "check": "X", "verdict": "maybe"}', '{"check": "X"}'])
def test_a_line_that_is_no_decision_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "decisions.jsonl"
    path.write_text("\n" + line + "\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"decisions\.jsonl:2: no decision"):
        read_reviews(path)


def test_precision_by_check() -> None:
    opinions = [Opinion.CONFIRMED, Opinion.FIXED, Opinion.DISMISSED, Opinion.FALSE_POSITIVE, Opinion.UNSURE]
    reviews = [Review(fingerprint=str(place), check="XN101", opinion=opinion) for place, opinion in enumerate(opinions)]
    (record,) = records_by_check(reviews)
    assert (record.right, record.wrong, record.open, record.judged.value) == (3, 1, 1, 0.75)
    low, high = record.judged.interval
    assert low < 0.75 < high
    (unsure,) = records_by_check([Review(fingerprint="f", check="XD101", opinion=Opinion.UNSURE)])
    assert unsure.judged.total == 0
