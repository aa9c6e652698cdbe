"""How well articles are paired and reports of one event linked, on news invented for this; floors are kept beside it.

`pairing/events.toml` has reports of fourteen events, two events to a topic, with the claims that sentences have in
common; the stories of `tests/stories` stand among them. Nothing has a date, which is the hard case.
"""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import pytest

from xlcheck.align import align_articles
from xlcheck.embed import Encoder
from xlcheck.model import Link, LinkClass, PairKind, PairMode, Side
from xlcheck.pair import Pairing
from xlcheck.reading import plain_article, read_article
from xlcheck.render.progress import SILENT
from xlcheck.stages.archive import Archive
from xlcheck.stages.pairing import pair_by_vectors
from xlcheck.stages.vectors import encode_archive

HERE = Path(__file__).parent / "pairing"
STORIES = Path(__file__).parents[1] / "stories"
FLOORS: dict[str, dict[str, float]] = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report of an event: its article, and for each of its segments the claims in it (none known of a story)."""

    event: str
    topic: str
    side: Side
    claims: tuple[frozenset[str], ...] = ()


def authored() -> list[Report]:
    reports = []
    for number, item in enumerate(tomllib.loads((HERE / "events.toml").read_text(encoding="utf-8"))["article"]):
        text = "\n".join(line for _, line in item["lines"])
        side = read_article(plain_article(text, name=f"r{number:02d}", language=item["language"]))
        by_line = [frozenset(claims.split()) for claims, _ in item["lines"]]
        claims = tuple(by_line[text.count("\n", 0, segment.span.start)] for segment in side.segments)
        reports.append(Report(event=item["event"], topic=item["topic"], side=side, claims=claims))
    return reports


def stories() -> list[Report]:
    return [read_story(path, f"s{number:02d}") for number, path in enumerate(sorted(STORIES.glob("*/*.txt")))]


def read_story(path: Path, name: str = "") -> Report:
    text = path.read_text(encoding="utf-8")
    article = plain_article(text, name=name or path.name, language=path.stem.rpartition(".")[2])
    return Report(event=path.parent.name, topic=path.parent.name, side=read_article(article))


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder()


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    return [*authored(), *stories()]


@pytest.fixture(scope="module")
def pairing(reports: list[Report], encoder: Encoder) -> Pairing:
    return paired([report.side for report in reports], encoder)


def paired(sides: list[Side], encoder: Encoder) -> Pairing:
    return pair_by_vectors(encode_archive(Archive(sides), encoder, SILENT), None)


def hold(name: str, results: dict[str, float]) -> None:
    below = {key: value for key, value in results.items() if value < FLOORS[name][key]}
    assert not below, f"{name}: {below} below {FLOORS[name]}"


def gold_pairs(reports: list[Report]) -> set[tuple[str, str]]:
    return {
        (left.side.article.id, right.side.article.id)
        for left, right in combinations(reports, 2)
        if left.event == right.event
    }


def test_articles_are_paired_by_event(reports: list[Report], pairing: Pairing) -> None:
    gold = gold_pairs(reports)
    found = {(left, right) for cluster in pairing.clusters for left, right, _ in cluster.pairs}
    hold(
        "pairing",
        {"precision": len(found & gold) / len(found), "recall": len(found & gold) / len(gold)},
    )


def test_another_event_of_the_topic_stays_apart(reports: list[Report], pairing: Pairing) -> None:
    """Two fires, two strikes: the hard ones must not share a cluster."""
    topics = {report.side.article.id: (report.topic, report.event) for report in reports}
    for cluster in pairing.clusters:
        assert len({topics[name] for name in cluster.articles}) == 1, cluster.articles


def test_a_copy_with_another_ending_is_a_near_duplicate(encoder: Encoder) -> None:
    reports = [report for report in authored() if report.side.article.language == "en"]
    copies = []
    for report in reports:
        text = report.side.article.text.rpartition("\n")[0].replace(" said", " has said")
        copies.append(read_article(plain_article(text, name=f"copy-{report.side.article.id}", language="en")))
    pairing = pair_by_vectors(
        encode_archive(Archive([*(report.side for report in reports), *copies]), encoder, SILENT), None
    )
    kinds = Counter(
        reason.kind
        for cluster in pairing.clusters
        for (left, right, _), reason in zip(cluster.pairs, cluster.reasons, strict=True)
        if left == f"copy-{right}"
    )
    assert kinds == {PairKind.NEAR_DUPLICATE: len(reports)}


def test_reports_of_one_event_are_linked_where_they_say_the_same(encoder: Encoder) -> None:
    """Links that may carry a finding: how many are right, and how many of the labelled ones are found."""
    counts: Counter[str] = Counter()
    for left, right in same_event_pairs():
        pair = align_articles(left.side, right.side, encoder, related=True)
        trusted = [link for link in pair.links if link.link_class is not LinkClass.POSSIBLE and link.source]
        gold = {(i, j) for i, one in enumerate(left.claims) for j, other in enumerate(right.claims) if one & other}
        counts["gold"] += len(gold)
        for link in trusted:
            counts[link.link_class] += 1
            counts[f"{link.link_class} right"] += bool(cells(link) & gold)
        counts["reached"] += len({cell for link in trusted for cell in cells(link)} & gold)
    sure, likely = counts[LinkClass.SURE], counts[LinkClass.LIKELY]
    assert counts["gold"] >= 60
    hold(
        "links",
        {
            "precision": (counts["sure right"] + counts["likely right"]) / (sure + likely),
            "precision sure": counts["sure right"] / sure,
            "recall": counts["reached"] / counts["gold"],
        },
    )


def test_links_between_stories_that_report_one_event(encoder: Encoder) -> None:
    """Longer reports, read sentence by sentence: the share of trusted links that are right."""
    found = right = 0
    for pair in tomllib.loads((HERE / "story_links.toml").read_text(encoding="utf-8"))["pair"]:
        left, other = (read_story(STORIES / name).side for name in pair["files"])
        for link in align_articles(left, other, encoder, related=True).links:
            if link.link_class is not LinkClass.POSSIBLE:
                sentences = [left.segments[i].text for i in link.source], [other.segments[j].text for j in link.english]
                found += 1
                right += any(begins(sentences[0], a) and begins(sentences[1], b) for a, b in pair["same"])
    assert found >= 50
    hold("story links", {"precision": right / found})


def test_reports_of_two_events_are_strangers(encoder: Encoder) -> None:
    """What nobody put together: no mode but `unrelated`, and where somebody did, hardly a link."""
    reports = authored()
    counts: Counter[str] = Counter()
    for left, right in combinations(reports, 2):
        if left.event != right.event and left.side.article.language != right.side.article.language:
            counts["pairs"] += 1
            counts["strangers"] += align_articles(left.side, right.side, encoder).mode is PairMode.UNRELATED
            forced = align_articles(left.side, right.side, encoder, related=True)
            counts["clean"] += all(link.link_class is LinkClass.POSSIBLE for link in forced.links)
    hold(
        "strangers",
        {
            "unrelated": counts["strangers"] / counts["pairs"],
            "without a trusted link even if named together": counts["clean"] / counts["pairs"],
        },
    )


def same_event_pairs() -> list[tuple[Report, Report]]:
    return [(left, right) for left, right in combinations(authored(), 2) if left.event == right.event]


def begins(sentences: list[str], words: str) -> bool:
    return any(sentence.startswith(words) for sentence in sentences)


def cells(link: Link) -> set[tuple[int, int]]:
    return {(i, j) for i in link.source for j in link.english}
