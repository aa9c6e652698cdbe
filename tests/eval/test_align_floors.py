"""How well texts are aligned, on small material written for this: results may not fall below the floors beside it."""

from __future__ import annotations

import json
import random
import tomllib
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from xlcheck.align import align_articles
from xlcheck.align.comparable import link_comparable
from xlcheck.align.lengths import align_by_length
from xlcheck.align.monotone import align_monotone
from xlcheck.align.presets import PRESETS
from xlcheck.embed import Encoder
from xlcheck.ingest import read_corpus
from xlcheck.model import ArticleFacts, ArticlePair, LinkClass, Segment, Side, Translation
from xlcheck.reading import plain_article, read_article

HERE = Path(__file__).parent / "align"
SEEDS = Path(__file__).parents[2] / "seeds"
FLOORS = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))
UNITS: list[tuple[str, str]] = tomllib.loads((HERE / "harbour.toml").read_text(encoding="utf-8"))["units"]
Beads = list[tuple[tuple[int, ...], tuple[int, ...]]]
Aligner = Callable[[list[str], list[str]], Beads]


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder()


def variant(
    seed: int, *, drop: float = 0.1, join: float = 0.1, units: Sequence[tuple[str, str]] = UNITS
) -> tuple[list[str], list[str], Beads]:
    """Return the story with some sentences left out or joined with the next, on either side, and its beads."""
    rng = random.Random(seed)
    texts: tuple[list[str], list[str]] = ([], [])
    beads: Beads = []
    place = 0
    while place < len(units):
        missing, joined = rng.choice((0, 1)) if rng.random() < 2 * drop else None, rng.random() < 2 * join
        count = 2 if joined and missing is None and place + 1 < len(units) else 1
        one = rng.choice((0, 1))
        groups: list[tuple[int, ...]] = []
        for side in (0, 1):
            sentences = [unit[side] for unit in units[place : place + count]]
            if side == missing:
                sentences = []
            elif count == 2 and side == one:
                sentences = [" ".join(sentences)]
            groups.append(tuple(range(len(texts[side]), len(texts[side]) + len(sentences))))
            texts[side].extend(sentences)
        beads.append((groups[0], groups[1]))
        place += count
    return (*texts, beads)


def measure(aligner: Aligner, units: Sequence[tuple[str, str]] = UNITS) -> dict[str, float]:
    counts: Counter[str] = Counter()
    for seed in range(12):
        source, english, gold = variant(seed, units=units)
        found = aligner(source, english)
        links = {(i, j) for s, t in gold for i in s for j in t}
        counts["found"] += len(found)
        counts["gold"] += len(gold)
        counts["strict"] += len(set(found) & set(gold))
        counts["lax"] += sum((s, t) in gold or any((i, j) in links for i in s for j in t) for s, t in found)
        alone = [{bead for bead in beads if not (bead[0] and bead[1])} for beads in (found, gold)]
        counts["alone found"] += len(alone[0])
        counts["alone gold"] += len(alone[1])
        counts["alone both"] += len(alone[0] & alone[1])
    return {
        "strict": 2 * counts["strict"] / (counts["found"] + counts["gold"]),
        "lax": counts["lax"] / counts["found"],
        "alone precision": counts["alone both"] / max(counts["alone found"], 1),
        "alone recall": counts["alone both"] / counts["alone gold"],
    }


def hold(name: str, results: dict[str, float]) -> None:
    below = {key: value for key, value in results.items() if value < FLOORS[name][key]}
    assert not below, f"{name}: {below} below {FLOORS[name]}"


@pytest.mark.parametrize("preset", ["news", "long"])
def test_parallel_texts(preset: str, encoder: Encoder) -> None:
    def aligner(source: list[str], english: list[str]) -> Beads:
        vectors = encoder.encode(source), encoder.encode(english)
        chars = [len(text) for text in source], [len(text) for text in english]
        beads = align_monotone(*vectors, *chars, prior=1.12, preset=PRESETS[preset])
        return [(tuple(bead.source), tuple(bead.english)) for bead in beads]

    hold(f"{preset} preset", measure(aligner))


def test_texts_without_vectors() -> None:
    def aligner(source: list[str], english: list[str]) -> Beads:
        return [(tuple(b.source), tuple(b.english)) for b in align_by_length(source, english, prior=1.12)]

    hold("without vectors", measure(aligner))


def test_texts_with_a_rough_translation(encoder: Encoder) -> None:
    """In half of the Icelandic sentences words stay untranslated; that hides no sentence's counterpart."""
    rough = tomllib.loads((HERE / "harbour_rough.toml").read_text(encoding="utf-8"))["units"]

    def side(lines: list[str], language: str) -> Side:
        article = plain_article("\n".join(lines), name=language, language=language)
        segments = [
            Segment(index=index, span=line.span, language=language, paragraph=index)
            for index, line in enumerate(article.lines)
        ]
        return Side(article=article, segments=tuple(segments), facts=ArticleFacts())

    def aligner(source: list[str], english: list[str]) -> Beads:
        translations = []
        for index, line in enumerate(source):
            known = [unit for unit in rough if unit[0] in line]
            translations.append(
                Translation(
                    segment=index,
                    text=" ".join(unit[1] for unit in known),
                    engine="apertium",
                    pack="isl-eng",
                    suspect=tuple(reason for unit in known for reason in unit[2:]),
                )
            )
        left = replace(side(source, "is"), translations=tuple(translations))
        pair = align_articles(left, side(english, "en"), encoder)
        return [(link.source, link.english) for link in pair.links]

    units = [(unit[0], english) for unit, (_, english) in zip(rough, UNITS, strict=True)]
    hold("rough translation", measure(aligner, units))


def test_comparable_texts(encoder: Encoder) -> None:
    """Half of the sentences on each side have no partner, and the order is mixed."""
    right = found = possible = 0
    for seed in range(12):
        rng = random.Random(seed)
        order = rng.sample(range(len(UNITS)), len(UNITS))
        third = len(UNITS) // 3
        rows, columns = order[: 2 * third], order[third:]
        source, english = [UNITS[i][0] for i in rows], [UNITS[j][1] for j in columns]
        chars = [len(text) for text in source], [len(text) for text in english]
        links = [
            link
            for link in link_comparable(encoder.encode(source), encoder.encode(english), *chars)
            if link.link_class is not LinkClass.POSSIBLE
        ]
        found += len(links)
        right += sum(bool({rows[i] for i in link.rows} & {columns[j] for j in link.columns}) for link in links)
        possible += third
    hold("comparable", {"precision": right / found, "recall": right / possible})


@pytest.fixture(scope="module")
def seeds() -> dict[str, Side]:
    corpus = read_corpus([str(path) for path in sorted(SEEDS.glob("*.txt"))])
    return {Path(article.path).name[:3]: read_article(article) for article in corpus.articles}


@pytest.mark.parametrize(
    "gold",
    tomllib.loads((HERE / "seed_links.toml").read_text(encoding="utf-8"))["pair"],
    ids=lambda gold: f"{gold['source']}-{gold['english']}",
)
def test_sample_articles(gold: dict[str, list[list[str]]], seeds: dict[str, Side], encoder: Encoder) -> None:
    pair = align_articles(seeds[str(gold["source"])], seeds[str(gold["english"])], encoder, related=True)
    trusted = [
        texts(pair, link.source, link.english) for link in pair.links if link.link_class is not LinkClass.POSSIBLE
    ]
    for left, right in gold["same"]:
        assert any(left in source and right in english for source, english in trusted), (left, right)
    known = [*gold["same"], *gold["partial"]]
    wrong = [link for link in trusted if not any(left in link[0] and right in link[1] for left, right in known)]
    assert not wrong


def texts(pair: ArticlePair, source: tuple[int, ...], english: tuple[int, ...]) -> tuple[str, str]:
    left = " ".join(pair.source.segments[index].text for index in source)
    return left, " ".join(pair.english.segments[index].text for index in english)
