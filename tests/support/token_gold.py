"""Sentences with hand-made word links (`tests/eval/lexicon_alignment.toml`) and how well an aligner finds them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from xlcheck.align.tokens import link_words
from xlcheck.lang.lexicon_words import tokens

TABLE = Path(__file__).parents[1] / "eval" / "lexicon_alignment.toml"


@dataclass(frozen=True, slots=True)
class GoldPair:
    """Two sentences, their words, and the links between words by number from 0."""

    german: tuple[str, ...]
    english: tuple[str, ...]
    links: frozenset[tuple[int, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """Precision, recall and alignment error rate (Och and Ney 2003), all links of the gold standard being sure."""

    precision: float
    recall: float
    error_rate: float


def gold_pairs() -> list[GoldPair]:
    """Return the pairs of the table.

    Raises:
        ValueError: a link points at a word that is not there.
    """
    found = []
    for german, english, links in tomllib.loads(TABLE.read_text(encoding="utf-8"))["pairs"]:
        words = [
            tuple(match.group() for match in tokens(text) if match.group()[0].isalnum()) for text in (german, english)
        ]
        pairs = [tuple(int(number) - 1 for number in link.split("-")) for link in links.split()]
        for left, right in pairs:
            if not (0 <= left < len(words[0]) and 0 <= right < len(words[1])):
                raise ValueError(f"no such word: {left + 1}-{right + 1} in {german!r}")
        found.append(GoldPair(*words, frozenset((left, right) for left, right in pairs)))
    return found


def scores(language: str) -> Scores:
    """Align every pair and compare.

    Args:
        language: "de"; any code without a lexicon measures the aligner without one.
    """
    both = found_links = gold_links = 0
    for pair in gold_pairs():
        found = {(link.source, link.english) for link in link_words(pair.german, pair.english, language)}
        both += len(found & pair.links)
        found_links += len(found)
        gold_links += len(pair.links)
    return Scores(
        precision=both / max(1, found_links),
        recall=both / gold_links,
        error_rate=1 - 2 * both / (found_links + gold_links),
    )
