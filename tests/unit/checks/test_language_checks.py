"""Mixed scripts, wrong languages, words left standing and detached sentences: places and borders."""

from __future__ import annotations

import dataclasses

import pytest

from xlcheck.checks import detached, mixed_script, untranslated, wrong_language
from xlcheck.checks.base import CheckContext
from xlcheck.model import (
    ArticleFacts,
    ArticlePair,
    Link,
    LinkClass,
    LinkKind,
    PairMode,
    Side,
)
from xlcheck.reading import plain_article
from xlcheck.segment import segment_article

CONTEXT = CheckContext()


def side(text: str, language: str, name: str = "text") -> Side:
    article = plain_article(text, name=name, language=language)
    return Side(article=article, segments=tuple(segment_article(article)), facts=ArticleFacts())


def link(source: int, english: int, link_class: LinkClass = LinkClass.SURE) -> Link:
    return Link(
        source=(source,),
        english=(english,),
        kind=LinkKind.PARALLEL,
        link_class=link_class,
        score=0.9,
        margin=0.4,
        length_ratio=1.0,
        probability=0.95,
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Мэр \N{LATIN CAPITAL LETTER A}льмсунда и м\N{LATIN SMALL LETTER O}ст.", 2),
        ("Мост через \N{LATIN SMALL LETTER P}еку и м\N{LATIN SMALL LETTER O}стовая.", 2),
        ("VIPа и SMSка.", 0),
        ("Танк Т34М и завод.", 0),
        ("plain ascii", 0),
    ],
)
def test_mixed_words(text: str, words: int) -> None:
    found = list(mixed_script.check(side(text, "ru"), CONTEXT))
    assert sum(len(finding.where) for finding in found) == words


def test_a_long_hostile_word_is_read_in_linear_time() -> None:
    text = "а" * 200_000 + "a"
    assert len(list(mixed_script.check(side(text, "ru"), CONTEXT))) == 1


GERMAN = "Die Fähre wird deshalb ab dem Herbst wieder jede halbe Stunde fahren."
ENGLISH = "The town council of Almsund decided on Monday to close the old bridge at the harbour."


@pytest.mark.parametrize(
    ("text", "declared", "causes"),
    [
        (GERMAN, "de", []),
        (GERMAN, "en", ["article"]),
        (GERMAN, "und", []),
        (f"{ENGLISH} {ENGLISH} {GERMAN}", "en", []),
        (f"{ENGLISH} {ENGLISH} {ENGLISH}\n\n{GERMAN} {GERMAN}", "en", ["passage"]),
        (f"„{GERMAN}“", "en", []),
    ],
    ids=["right", "wrong", "unknown", "one-sentence", "passage", "quoted"],
)
def test_wrong_language(text: str, declared: str, causes: list[str]) -> None:
    assert [finding.cause for finding in wrong_language.check(side(text, declared), CONTEXT)] == causes


def test_nothing_is_untranslated_between_two_english_texts() -> None:
    pair = ArticlePair(source=side(ENGLISH, "en"), english=side(ENGLISH, "en"), mode=PairMode.PARALLEL)
    assert not list(untranslated.check(pair, CONTEXT))


def test_words_left_standing_need_a_trusted_link() -> None:
    source = side("Die Stadtwerke haben die Zentrale wegen der Wärme verklagt.", "de")
    english = side("The utility has sued the centre wegen der heating.", "en")
    pair = ArticlePair(source=source, english=english, mode=PairMode.PARALLEL, links=(link(0, 0),))
    (finding,) = untranslated.check(pair, CONTEXT)
    assert [span.text for span in finding.where] == ["wegen", "der"]
    loose = dataclasses.replace(pair, links=(link(0, 0, LinkClass.POSSIBLE),))
    assert not list(untranslated.check(loose, CONTEXT))


THREE = "The bridge at the harbour was closed. The tunnel stays shut after a fire. The ferry will run more often."


@pytest.mark.parametrize(
    ("links", "cosine", "places"),
    [
        ((link(0, 0), link(2, 2)), 0.0, [0, 2, 1]),
        ((link(0, 0), link(2, 2)), 0.5, []),
        ((link(0, 0), link(2, 2)), None, []),
        ((link(0, 0, LinkClass.LIKELY), link(2, 2, LinkClass.LIKELY)), 0.0, []),
        ((link(1, 1),), 0.0, [1]),
    ],
    ids=["between-and-linked", "near", "no-vectors", "not-sure", "linked"],
)
def test_detached(links: tuple[Link, ...], cosine: float | None, places: list[int]) -> None:
    pair = ArticlePair(source=side(THREE, "en"), english=side(THREE, "en"), mode=PairMode.PARALLEL, links=links)
    context = CheckContext(cosine=lambda _left, _right: cosine)
    found = list(detached.check(pair, context))
    assert [finding.where[0].text for finding in found] == [pair.english.segments[place].text for place in places]
    assert not list(detached.check(dataclasses.replace(pair, mode=PairMode.COMPARABLE), context))
