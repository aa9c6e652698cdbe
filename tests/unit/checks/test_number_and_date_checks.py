"""Checks of numbers and dates: when they accuse, when they hold back, and how sure they say they are."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from types import ModuleType

import pytest

from xlcheck.checks.base import CheckContext, Example
from xlcheck.checks.numbers import (
    currency_changed,
    date_value,
    magnitude,
    number_added,
    number_format,
    number_missing,
    number_value,
    percent_points,
    stale_count,
    unit_changed,
    weekday_mismatch,
)
from xlcheck.embed import Encoder
from xlcheck.extract.cues.polarity import extract_polarity
from xlcheck.extract.quantities.in_sentence import extract_numbers_and_dates
from xlcheck.model import (
    Article,
    ArticleFacts,
    ArticlePair,
    DateFact,
    Finding,
    GarbleScore,
    Link,
    LinkClass,
    LinkKind,
    PairMode,
    Quantity,
    Segment,
    Severity,
    Side,
    Translation,
    Verdict,
)

ENCODER = Encoder()
CHECKS = (
    number_value,
    number_format,
    magnitude,
    unit_changed,
    currency_changed,
    percent_points,
    date_value,
    weekday_mismatch,
    stale_count,
)


def side(name: str, language: str, sentences: tuple[str, ...], date: dt.date | None, garble: float) -> Side:
    text = "\n".join(sentences)
    article = Article(id=name, path=name, text=text, language=language, language_confidence=1.0, lines=(), date=date)
    segments: list[Segment] = []
    quantities: list[Quantity] = []
    dates: list[DateFact] = []
    start = 0
    for index, sentence in enumerate(sentences):
        span = article.span(start, start + len(sentence))
        segments.append(Segment(index=index, span=span, language=language, paragraph=index))
        found = extract_numbers_and_dates(span, language)
        quantities += found[0]
        dates += found[1]
        start += len(sentence) + 1
    polarity = tuple(cue for segment in segments for cue in extract_polarity(segment.span, language))
    facts = ArticleFacts(quantities=tuple(quantities), dates=tuple(dates), polarity=polarity)
    return Side(
        article=article,
        segments=tuple(segments),
        facts=facts,
        garble=tuple(GarbleScore(value=garble) for _ in segments),
    )


def run(
    source: tuple[str, ...] | str,
    english: tuple[str, ...] | str,
    *,
    language: str = "de",
    mode: PairMode = PairMode.PARALLEL,
    link_class: LinkClass = LinkClass.SURE,
    probability: float = 1.0,
    dates: tuple[dt.date | None, dt.date | None] = (None, None),
    garble: float = 0.0,
    translation: str = "",
    checks: tuple[ModuleType, ...] = CHECKS,
) -> list[Finding]:
    left = side("source", language, (source,) if isinstance(source, str) else source, dates[0], 0.0)
    right = side("english", "en", (english,) if isinstance(english, str) else english, dates[1], garble)
    link = Link(
        source=(0,),
        english=(0,),
        kind=LinkKind.PARALLEL if mode is PairMode.PARALLEL else LinkKind.COMPARABLE,
        link_class=link_class,
        score=0.9,
        margin=0.4,
        length_ratio=0.9,
        probability=probability,
    )
    if translation:
        given = Translation(segment=0, text=translation, engine="given", pack="test")
        left = replace(left, translations=(given,))
    pair = ArticlePair(source=left, english=right, mode=mode, links=(link,))
    context = CheckContext(cosine=ENCODER.cosine)
    return [finding for check in checks for finding in check.check(pair, context)]


def run_example(example: Example, checks: tuple[ModuleType, ...]) -> list[Finding]:
    if example.days is None:
        return run(example.source, example.english, language=example.language, checks=checks)
    first, second = (dt.date.fromisoformat(day) for day in example.days)
    return run(
        example.source,
        example.english,
        language=example.language,
        mode=PairMode.COMPARABLE,
        dates=(first, second),
        checks=checks,
    )


def examples(kind: str) -> list:
    return [
        pytest.param(check, example, id=f"{check.INFO.id}-{place}")
        for check in CHECKS
        for place, example in enumerate(getattr(check.EXAMPLES, kind))
    ]


@pytest.mark.parametrize(("check", "example"), examples("fires"))
def test_examples_fire(check: ModuleType, example: Example) -> None:
    (finding,) = run_example(example, (check,))
    assert finding.cause == example.cause
    assert finding.check == check.INFO.id
    # Exchanged numbers are reported only to those who ask for what is less sure.
    assert (0.45 if example.cause == "numbers-exchanged" else 0.5) < finding.confidence.value <= 1


@pytest.mark.parametrize(("check", "example"), examples("silent"))
def test_examples_stay_silent(check: ModuleType, example: Example) -> None:
    assert run_example(example, (check,) if example.days else CHECKS) == []


@pytest.mark.parametrize(("check", "example"), examples("fires"))
def test_one_difference_is_reported_by_one_check(check: ModuleType, example: Example) -> None:
    assert [finding.check for finding in run_example(example, CHECKS)] == [check.INFO.id]


@pytest.mark.parametrize(
    ("source", "english"),
    [
        ("Vor 200 Jahren", "Two centuries ago"),
        ("am 3. Mai", "on May 3"),
        ("Er kam 2018.", "He came last year."),
        ("Der Vertrag von 2018 gilt.", "The treaty applies."),
        ("2018 Menschen", "2,018 people"),
        ("Es kamen 20 Gäste.", "They came."),
        ("Beide kamen nach fünf Minuten.", "The two came after five minutes."),
        ("Das Spiel endete 3:1.", "The match ended 1-3."),
        ("Er ist 25.", "He is 25 years old."),
        ("3 bis 5 Tage", "3 days, perhaps 5"),
        ("von 5 auf 10 Prozent", "5 to 10 percent"),
        ("Sie zahlte 20 Euro, er 30 Euro.", "He paid 30 euros and she 20."),
        ("ein halbes Jahr", "six months"),
        ("Er fuhr 100 km/h.", "He drove at 62 mph."),
        ("Der Index stieg um 1,25 Prozent.", "The index gained 1.3 percent."),
        ("Es kostet nicht unter zehn Euro.", "It costs at least ten euros."),
        ("Sie verteilten 3 bis 6 Kisten.", "They handed out 3 crates, on other days 6."),
        ("am 22. um 16 Uhr", "on the 22nd at 4 p.m."),
    ],
)
def test_harmless_differences(source: str, english: str) -> None:
    assert run(source, english) == []


def test_the_finding_points_at_the_english_side_and_carries_its_evidence() -> None:
    (finding,) = run("Bei dem Brand wurden 47 Menschen verletzt.", "The fire injured 74 people.", probability=0.9)
    assert [span.text for span in finding.where] == ["74"]
    assert [span.text for span in finding.related] == ["47"]
    assert dict(finding.evidence) == {"source": "47", "english": "74"}
    assert finding.verdict is Verdict.ARTICLES_DISAGREE
    assert dict(finding.confidence.components)["link"] == 0.9
    assert "47" in finding.message
    assert "74" in finding.message


def test_a_broken_sentence_accuses_nobody() -> None:
    (finding,) = run("Es gab 47 Verletzte.", "The fire injured 74 people.", garble=0.9)
    assert finding.verdict is Verdict.TEXT_GARBLED


def test_a_number_that_stands_in_the_next_sentence_is_no_difference() -> None:
    assert run(("Es gab 47 Verletzte.", "12 Häuser brannten."), ("There were 12 fires.", "47 people were hurt.")) == []
    assert run(("Es gab 47 Verletzte.", "Alle leben."), ("There were 74 people hurt.", "All are alive."))


def test_comparable_articles_may_mention_the_number_anywhere() -> None:
    far = ("Es gab 47 Verletzte.", "a.", "b.", "c.", "74 Menschen flohen.")
    assert run(far, "It injured 74 people.", mode=PairMode.COMPARABLE) == []
    assert run(far[:4], "It injured 74 people.", mode=PairMode.COMPARABLE)


def test_a_mere_difference_between_comparable_articles_is_unsure() -> None:
    (parallel,) = run("Es gab 47 Verletzte.", "It injured 60 people.")
    (comparable,) = run("Es gab 47 Verletzte.", "It injured 60 people.", mode=PairMode.COMPARABLE)
    assert comparable.confidence.value < 0.6 < parallel.confidence.value
    likely = run("Es gab 47 Verletzte.", "It injured 60 people.", mode=PairMode.COMPARABLE, link_class=LinkClass.LIKELY)
    assert likely == []


def test_sentences_that_list_the_same_things_are_sure_of_a_difference() -> None:
    listed = "420 Helfer, sechs Flugzeuge und vier Boote sind im Einsatz."
    (finding,) = run(listed, "420 helpers, sixteen planes and four boats are at work.", mode=PairMode.COMPARABLE)
    assert (finding.cause, finding.confidence.value > 0.6) == ("value-changed", True)


def test_swapped_figures_are_seen_beside_a_number_that_only_one_side_has() -> None:
    source = "Das steht in der 58-seitigen Entscheidung der Kammer 1."
    (finding,) = run(source, "That is what the 85-page ruling says.")
    assert finding.cause == "transposed-digits"
    assert run(source, "That is what the 85-page ruling says.", mode=PairMode.COMPARABLE) == []
    assert run(source, "That is what the 92-page ruling says.") == []


def test_another_reading_of_a_thousand_does_not_explain_a_number() -> None:
    sentences = ("Rund 8.000 Haushalte waren ohne Strom.", "Es gab 80 Einsätze.")
    (finding,) = run(sentences, ("About 80,000 homes had no power.", "The tide rose by 8 feet."))
    assert finding.cause == "digit-added"


def test_days_that_both_sentences_name_are_left_out() -> None:
    (finding,) = run("Er starb am Sonntag, hieß es am Dienstag.", "He died on Friday, they said on Tuesday.")
    assert finding.evidence == (("source", "Sunday"), ("english", "Friday"))
    assert run("Er starb am Sonntag, hieß es am Dienstag.", "He died on Sunday, they said on Tuesday.") == []


def test_a_possible_link_carries_nothing() -> None:
    assert run("Es gab 47 Verletzte am Montag.", "74 people were hurt on Sunday.", link_class=LinkClass.POSSIBLE) == []


def test_articles_of_different_days_lower_the_confidence() -> None:
    days = (dt.date(2022, 1, 19), dt.date(2022, 1, 20))
    for source, english in (("47 Tote", "74 dead people"), ("am Montag", "on Sunday"), ("am 3. Mai", "on May 30")):
        (same_day,) = run(source, english)
        (other_day,) = run(source, english, dates=days)
        assert other_day.confidence.value < same_day.confidence.value


def test_untested_number_words_explain_but_do_not_accuse() -> None:
    assert run("fem mennesker", "six people", language="da") == []
    assert run("5 mennesker", "six people", language="da")
    assert run("syvogtyve mennesker", "26 people", language="da")


def test_several_leftovers_of_one_sort_accuse_only_with_a_plain_slip() -> None:
    assert run("11 Männer, 25 Frauen und 40 Kinder", "63 children and 78 adults") == []
    found = run("1.240 Männer und 5.671 Frauen", "1,420 men and 5,617 women")
    assert {finding.cause for finding in found} == {"transposed-digits"}
    assert len(found) == 2


@pytest.mark.parametrize(
    ("source", "language", "english", "found"),
    [
        (
            "双方在决赛中相遇，主队以11分获胜。",
            "zh",
            "The two sides met in the final; the hosts won by 10 points.",
            True,
        ),
        ("东部两州的洪水造成16人死亡。", "zh", "Floods killed 17 people in two eastern states.", True),
        ("这群狮子由一到三只雄狮组成。", "zh", "The pride has one to five males.", True),
        ("冰层厚2-3千米。", "zh", "The ice is 2-4 kilometers thick.", True),
        ("冰层厚2-3千米。", "zh", "The ice is two to three kilometers thick.", False),
    ],
)
def test_small_words_are_no_rivals_of_figures(source: str, language: str, english: str, found: bool) -> None:
    assert bool(run(source, english, language=language)) is found


def test_all_foreign_separators_of_an_article_are_one_finding() -> None:
    source = "Die Strecke ist 4,6 Kilometer lang, der Turm 9,2 Meter hoch; im Lager leben 1.500 Menschen."
    english = "The route is 4,6 kilometers long, the tower is 9,2 meters tall; the camp houses 1.500 people."
    (finding,) = run(source, english, checks=(number_format,))
    assert [span.text for span in finding.where] == ["4,6", "9,2", "1.500"]
    assert [span.text for span in finding.related] == ["4,6 Kilometer", "9,2 Meter", "1.500"]
    assert "2 more figures" in finding.message
    (one,) = run("Die Strecke ist 4,6 Kilometer lang.", "The route is 4,6 kilometers long.", checks=(number_format,))
    assert "more" not in one.message
    assert one.fingerprint != finding.fingerprint


def test_a_zoned_time_is_not_compared() -> None:
    assert run("Um 18 Uhr MEZ beginnt das Spiel.", "The match starts at noon ET.") == []


def test_a_weekday_that_contradicts_its_date_is_found_without_a_link() -> None:
    (finding,) = run(("x", "Am Donnerstag, dem 21. Januar 2022, schneite es."), "y")
    assert finding.cause == "weekday-contradicts-date"
    assert finding.where[0].doc == "source"
    assert dict(finding.evidence)["calendar"] == "2022-01-21 is a Friday"


def test_a_wrong_calendar_day_is_not_reported_twice() -> None:
    found = run("Am Freitag, dem 21. Januar 2022, schneite es.", "It snowed on Thursday, January 21, 2022.")
    assert [finding.cause for finding in found] == ["weekday-contradicts-date"]


def test_several_weekdays_are_left_alone() -> None:
    assert run("Am Dienstag und Mittwoch", "On Thursday and Friday") == []


def test_english_against_english() -> None:
    (finding,) = run("The bridge cost $3.5 million.", "The bridge cost $3.5 billion.", language="en")
    assert finding.cause == "scale-confused"


@pytest.mark.parametrize(
    ("translation", "said", "factor"),
    [
        ("", None, 1.0),
        ("47 people were hurt.", "agrees with the source", 1.0),
        ("74 people were hurt.", "agrees with the English text", 0.6),
        ("44 people were hurt.", "agrees with neither", 1.0),
        ("People were hurt.", None, 1.0),
    ],
)
def test_our_translation_is_a_witness(translation: str, said: str | None, factor: float) -> None:
    (alone,) = run("Es gab 47 Verletzte.", "It injured 74 people.")
    (finding,) = run("Es gab 47 Verletzte.", "It injured 74 people.", translation=translation)
    assert dict(finding.evidence).get("translation") == said
    assert finding.confidence.value == pytest.approx(alone.confidence.value * factor, abs=0.01)


def test_a_lone_number_is_missing_from_a_translation_only() -> None:
    lone = (number_missing, number_added)
    source, english = "Es gab 47 Verletzte.", "People were hurt."
    (finding,) = run(source, english, checks=lone)
    assert (finding.check, [span.text for span in finding.where]) == ("XN102", ["47"])
    assert run(source, english, mode=PairMode.COMPARABLE, checks=lone) == []
    assert run(source, english, link_class=LinkClass.LIKELY, checks=lone) == []
    (added,) = run("Es gab Verletzte.", "47 people were hurt.", checks=lone)
    assert added.check == "XN103"
    assert run(source, "74 people were hurt.", checks=lone) == [], "XN101 says that"


def test_a_translation_of_the_next_day_renders_the_old_count() -> None:
    days = (dt.date(2022, 1, 19), dt.date(2022, 1, 20))
    (finding,) = run("Es gab 120 Tote.", "190 people died.", dates=days)
    assert finding.check == "XN101"
    (stale,) = run("Es gab 120 Tote.", "190 people died.", dates=days, mode=PairMode.COMPARABLE)
    assert stale.check == "XD103"


def test_a_mild_cause_is_a_warning_and_kept_for_translations() -> None:
    source, english = "2,6 Millionen Menschen", "2 million people"
    (finding,) = run(source, english)
    assert (finding.cause, finding.severity) == ("rounded-too-coarsely", Severity.WARNING)
    assert run(source, english, mode=PairMode.COMPARABLE) == []


def test_exchanged_units_are_no_changed_values() -> None:
    found = run("Er ist 6387 km (3980 Meilen) lang.", "It is 6,387 miles (3,980 km) long.")
    assert {finding.check for finding in found} == {"XN106"}


@pytest.mark.parametrize(
    ("source", "english"),
    [
        ("Es gibt eine Belohnung von 50.000 Euro.", "There is a reward of €15,000."),
        ("Bei einer Laufzeit von zwölf Monaten.", "Over a term of 24 months."),
        ("Es ist eine Stadt von 8.000 Menschen.", "It is a town of 9,000 people."),
    ],
)
def test_an_amount_of_something_is_no_share(source: str, english: str) -> None:
    assert [finding.check for finding in run(source, english)] == ["XN101"]


@pytest.mark.parametrize(
    ("source", "language", "english", "exchanged"),
    [
        ("Polizei stellte 15 Gewehre und 40 Telefone sicher.", "de", "Police seized 40 rifles and 15 phones.", True),
        ("Polizei stellte 15 Gewehre und 40 Telefone sicher.", "de", "Police seized 40 phones and 15 rifles.", False),
        ("Polizei stellte 15 Gewehre und 40 Telefone sicher.", "de", "Police seized 15 rifles and 40 phones.", False),
        ("警方查获15支步枪和40部手机。", "zh", "Police seized 40 rifles and 15 mobile phones.", True),
        ("警方查获15支步枪和40部手机。", "zh", "Police seized 40 mobile phones and 15 rifles.", False),
        ("Sie zahlte 20 Euro, er 30 Euro.", "de", "He paid 30 euros and she 20.", False),
        ("Von 30 Schiffen sanken 12.", "de", "Twelve of the 30 ships sank.", False),
    ],
)
def test_exchanged_numbers(source: str, language: str, english: str, exchanged: bool) -> None:
    causes = [finding.cause for finding in run(source, english, language=language, checks=CHECKS)]
    assert causes == (["numbers-exchanged"] if exchanged else [])


def test_exchanged_numbers_need_a_translation() -> None:
    source, english = "Polizei stellte 15 Gewehre und 40 Telefone sicher.", "Police seized 40 rifles and 15 phones."
    assert run(source, english, language="de", mode=PairMode.COMPARABLE) == []


@pytest.mark.parametrize(
    ("source", "language", "english", "check"),
    [
        ("会议将于上午9时开始。", "zh", "The meeting will begin at 9 p.m.", "XD101"),
        ("当地时间上午约9时，会议开始。", "zh", "The meeting began at about 9 p.m.", "XD101"),
        ("車はグリニッジ標準時12:00に運ばれた。", "ja", "The car was removed at 11:00 GMT.", "XD101"),
        ("車は日本時間12:00に運ばれた。", "ja", "The car was removed at 3:00 GMT.", ""),
        ("Die Sitzung beginnt um 9.30 Uhr Ortszeit.", "de", "The session begins at 9:30 a.m. local time.", ""),
        ("Die Sitzung beginnt um 9.30 Uhr MEZ.", "de", "The session begins at 8:30 a.m. GMT.", ""),
        ("Die Sitzung beginnt um 9.30 Uhr MEZ.", "de", "The session begins at 8:30 a.m. CET.", "XD101"),
        ("Die Sitzung beginnt um halb zehn.", "de", "The session begins at half past nine.", ""),
        ("Die Sitzung beginnt um halb zehn.", "de", "The session begins at half past ten.", "XD101"),
        ("会議は朝10時に始まる。", "ja", "The meeting will begin at 10 in the evening.", "XD101"),
        ("会議は午前10時に始まる。", "ja", "The meeting will begin at 10 in the morning.", ""),
        ("Offen ist von 9.30 Uhr bis 11.30 Uhr.", "de", "It is open from 8:30 to 10:30.", "XD101"),
        ("18世紀の寺が焼けた。", "ja", "A 17th century temple burned down.", "XN101"),
        ("18世紀の寺が焼けた。", "ja", "An 18th century temple burned down.", ""),
        ("Der Zug fährt 120 km/h schnell.", "de", "The train runs at 120 km.", "XN106"),
        ("Der Zug fährt 120 km/h schnell.", "de", "The train covers 120 kilometers (75 miles) in an hour.", ""),
        ("房子有48平方米。", "zh", "The flat has 48 m?", ""),
        ("十多人受伤。", "zh", "A dozen people were injured.", ""),
        ("Mehr als 40 Menschen starben.", "de", "The crash killed 47 people.", ""),
    ],
)
def test_times_centuries_speeds_and_bounds(source: str, language: str, english: str, check: str) -> None:
    assert {finding.check for finding in run(source, english, language=language, checks=CHECKS)} == ({check} - {""})


def test_a_day_has_24_hours_in_words_or_figures() -> None:
    checks = (number_missing, number_added)
    assert (
        run("За сутки выявили 5765 случаев.", "In 24 hours 5,765 cases were found.", language="ru", checks=checks) == []
    )


def test_an_amount_may_be_given_again_in_another_unit() -> None:
    english = "The farm grew to 30,000 mu (2,000 hectares)."
    assert run("农场扩大到30000亩。", english, language="zh", checks=(number_missing, number_added)) == []
