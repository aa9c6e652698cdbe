"""XC101 and XE101 beyond their examples: which links count, which verdict, which spans."""

from __future__ import annotations

from dataclasses import replace

import pytest

from xlcheck.checks import name_changed, negation_flip
from xlcheck.checks.base import CheckContext
from xlcheck.extract.cues.polarity import extract_polarity
from xlcheck.extract.names.in_article import extract_article_names
from xlcheck.model import (
    Article,
    ArticleFacts,
    ArticlePair,
    Finding,
    GarbleScore,
    Line,
    LineRole,
    Link,
    LinkClass,
    LinkKind,
    PairMode,
    Segment,
    Side,
    Span,
    Verdict,
)


def make_side(name: str, sentences: list[str], language: str) -> Side:
    text = "\n".join(sentences)
    spans = []
    start = 0
    for sentence in sentences:
        spans.append(Span(doc=name, start=start, end=start + len(sentence), text=sentence))
        start += len(sentence) + 1
    article = Article(
        id=name,
        path=name,
        text=text,
        language=language,
        language_confidence=1.0,
        lines=tuple(Line(span=span, role=LineRole.BODY) for span in spans),
    )
    segments = tuple(Segment(index=i, span=span, language=language, paragraph=i) for i, span in enumerate(spans))
    facts = ArticleFacts(
        mentions=extract_article_names(segments, language),
        polarity=tuple(cue for item in segments for cue in extract_polarity(item.span, language)),
    )
    return Side(article=article, segments=segments, facts=facts, garble=(GarbleScore(value=0.0),) * len(segments))


def make_pair(source: list[str], english: list[str], link_class: LinkClass = LinkClass.SURE) -> ArticlePair:
    link = Link(
        source=(0,),
        english=(0,),
        kind=LinkKind.COMPARABLE,
        link_class=link_class,
        score=0.8,
        margin=0.3,
        length_ratio=0.9,
        probability=0.95,
    )
    return ArticlePair(
        source=make_side("s", source, "de"),
        english=make_side("e", english, "en"),
        mode=PairMode.COMPARABLE,
        links=(link,),
    )


def run(check: object, pair: ArticlePair) -> list[Finding]:
    return list(check.check(pair, CheckContext()))  # type: ignore[attr-defined]


FLIP = (["Die Fähre fährt nicht."], ["The ferry runs."])
NAMES = (["Die Fähre fuhr nach Portugal."], ["The ferry went to Poland."])


@pytest.mark.parametrize(("check", "texts"), [(negation_flip, FLIP), (name_changed, NAMES)], ids=["XC101", "XE101"])
def test_only_sure_links_carry_a_finding(check: object, texts: tuple[list[str], list[str]]) -> None:
    assert len(run(check, make_pair(*texts))) == 1
    assert not run(check, make_pair(*texts, link_class=LinkClass.LIKELY))


@pytest.mark.parametrize(("check", "texts"), [(negation_flip, FLIP), (name_changed, NAMES)], ids=["XC101", "XE101"])
def test_broken_text_accuses_nobody(check: object, texts: tuple[list[str], list[str]]) -> None:
    pair = make_pair(*texts)
    broken = replace(pair, english=replace(pair.english, garble=(GarbleScore(value=0.9),)))
    assert run(check, pair)[0].verdict is Verdict.ARTICLES_DISAGREE
    assert run(check, broken)[0].verdict is Verdict.TEXT_GARBLED


def test_confidence_is_that_of_link_and_comparison() -> None:
    (finding,) = run(name_changed, make_pair(*NAMES))
    assert dict(finding.confidence.components) == {"link": 0.95, "comparison": 0.9}


def test_negation_points_at_the_negator() -> None:
    (lost,) = run(negation_flip, make_pair(*FLIP))
    assert lost.where[0].text == "The ferry runs."
    assert lost.related[0].text == "nicht"
    (added,) = run(negation_flip, make_pair(["Die Fähre fährt."], ["The ferry does not run."]))
    assert added.where[0].text == "not"


def test_a_name_that_stands_elsewhere_in_the_article_is_not_missing() -> None:
    assert run(name_changed, make_pair(*NAMES))
    assert not run(name_changed, make_pair(NAMES[0], [*NAMES[1], "It came back from Portugal."]))
    assert not run(name_changed, make_pair([*NAMES[0], "Polnische Urlauber waren an Bord."], NAMES[1]))


def test_two_new_names_on_one_side_are_an_addition() -> None:
    assert not run(name_changed, make_pair(NAMES[0], ["The ferry went to Poland and Norway."]))


def test_a_region_for_a_country_is_less_sure() -> None:
    (finding,) = run(name_changed, make_pair(["Die Fähre fuhr nach Portugal."], ["The ferry went to West Africa."]))
    assert dict(finding.confidence.components)["comparison"] < 0.9


def test_names_of_the_shape_of_persons_may_be_compared() -> None:
    pair = make_pair(["Die Fähre gehört Angela Weber."], ["The ferry belongs to Martha Okonjo."])
    (finding,) = run(name_changed, pair)
    assert (finding.related[0].text, finding.where[0].text) == ("Angela Weber", "Martha Okonjo")
    assert not run(name_changed, make_pair(["Die Fähre gehört Angela Weber."], ["It belongs to the Harbour Line."]))


def test_a_negated_neighbour_explains_nothing_when_its_own_counterpart_is_negated() -> None:
    german = ["Schwere Nebenwirkungen traten nicht auf.", "Der Hafen ist nicht offen."]
    english = ["Serious side effects were seen.", "The harbour is not open."]
    pair = make_pair(german, english)
    assert run(negation_flip, pair) == []
    neighbour = replace(pair.links[0], source=(1,), english=(1,))
    (finding,) = run(negation_flip, replace(pair, links=(*pair.links, neighbour)))
    assert finding.cause == "negation-lost"
    unsure = replace(neighbour, link_class=LinkClass.LIKELY)
    assert run(negation_flip, replace(pair, links=(*pair.links, unsure))) == []


def test_a_translator_may_have_moved_a_negation_to_the_next_sentence() -> None:
    english = ["Lena Falk spoke.", "She did not name the owner of the ferry."]
    pair = replace(
        make_pair(["Lena Falk sprach nicht.", "Der Eigner der Fähre war da."], english), mode=PairMode.PARALLEL
    )
    assert run(negation_flip, pair) == []
    implied = replace(make_pair(*FLIP), english=make_side("en", [FLIP[1][0], "The harbour is closed."], "en"))
    assert run(negation_flip, implied) == []
    assert run(negation_flip, replace(implied, mode=PairMode.PARALLEL)) != []


def test_a_negation_that_goes_on_from_a_sentence_without_counterpart_accuses_nobody() -> None:
    pair = make_pair(["Nur den Ball bewegen.", "Sie gingen."], ["They just did not move the ball."])
    english = make_side("en", ["They did not train.", "They did not move the ball."], "en")
    pair = replace(pair, english=english, links=(replace(pair.links[0], english=(1,)),), mode=PairMode.PARALLEL)
    source = make_side("de", ["Sie bewegten den Ball."], "de")
    assert run(negation_flip, replace(pair, source=source)) == []
    english = make_side("en", ["They did train.", "They did not move the ball."], "en")
    assert run(negation_flip, replace(pair, source=source, english=english)) != []


def test_a_title_that_was_left_as_it_was_is_no_negation() -> None:
    source, english = (
        ["Ihr Album „Das ist kein Problem“ war ein Erfolg."],
        ["Her album “Das ist kein Problem” was a hit."],
    )
    assert run(negation_flip, make_pair(source, english)) == []
    assert run(negation_flip, make_pair(source, ["Her album “That is a problem” was a hit."])) != []
