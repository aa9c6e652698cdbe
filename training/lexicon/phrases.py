"""Step 2: find the words of other languages that English says in two or three words ("Waldbrand", "forest fire").

    python training/lexicon/phrases.py de-en.tsv.xz counts.tsv.xz phrases.tsv.xz --without DEVELOPMENT_FILE…

Word alignment counts each English word apart. Here every pair with the foreign word is looked at again: a run of
English words that all are translations of it is a phrase. Written are `foreign <tab> phrase <tab> share`, the share of
the (weighted) pairs with the word in which the phrase stands.
"""

from __future__ import annotations

import argparse
import lzma
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from corpus import development_sentences, normal, read_pairs
from count import WEIGHTS

from xlcheck.lang.lexicon_words import tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SHORTEST = 6
"""Letters of a foreign word that may stand for a phrase: function words mean too many things."""
LEAST_SHARE_OF_WORD = 0.04
"""Share of a foreign word's links below which an English word is no translation of it."""
COMMONEST = 80
"""The most frequent English words: a phrase neither begins nor ends with one ("of the")."""
LONGEST = 3
LEAST_COUNT = 2
"""Pairs in which a phrase must stand: one is an accident."""
LEAST_SHARE = 0.15


def main() -> None:
    """Read, look for phrases, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("counts", type=Path)
    parser.add_argument("phrases", type=Path)
    parser.add_argument("--without", type=Path, nargs="*", default=[])
    options = parser.parse_args()

    senses, common = _senses(options.counts)
    development = frozenset().union(*development_sentences(options.without).values())
    weights: dict[str, float] = defaultdict(float)
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    weighted: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for foreign, english, weight in read_pairs(options.pairs, WEIGHTS):
        words = {word for match in tokens(foreign) if (word := match.group()) in senses}
        if not words or not development.isdisjoint({normal(foreign), normal(english)}):
            continue
        sentence = [match.group() for match in tokens(english)]
        lower = [word.lower() for word in sentence]
        for word in words:
            weights[word] += weight
            for start, end in _runs(lower, senses[word], common):
                phrase = " ".join(sentence[start:end])
                seen[word][phrase] += 1
                weighted[word][phrase] += weight
    with lzma.open(options.phrases, "wt", encoding="utf-8") as target:
        for word in sorted(seen):
            for phrase, share in _kept(seen[word], weighted[word], weights[word]):
                target.write(f"{word}\t{phrase}\t{share:.3f}\n")


def _senses(path: Path) -> tuple[dict[str, frozenset[str]], frozenset[str]]:
    """Return the English words that translate each long foreign word, in lower case, and the commonest of all."""
    table: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    totals: Counter[str] = Counter()
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            foreign, english, count = line.rstrip("\n").split("\t")
            if english[0].isalpha():
                totals[english.lower()] += float(count)  # type: ignore[assignment]
                if len(foreign) >= SHORTEST and foreign.isalpha():
                    table[foreign][english.lower()] += float(count)
    found = {}
    for foreign, senses in table.items():
        least = LEAST_SHARE_OF_WORD * sum(senses.values())
        words = frozenset(word for word, count in senses.items() if count >= least)
        if len(words) > 1:
            found[foreign] = words
    return found, frozenset(word for word, _ in totals.most_common(COMMONEST))


def _runs(words: list[str], senses: frozenset[str], common: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield where two or three different neighbours all are translations, and the ends are content words."""
    start = 0
    while start < len(words):
        end = start
        while end < len(words) and words[end] in senses and words[end] not in words[start:end]:
            end += 1
        first, last = start, end
        while first < last and words[first] in common:
            first += 1
        while last > first and words[last - 1] in common:
            last -= 1
        if 2 <= last - first <= LONGEST:
            yield first, last
        start = max(end, start + 1)


def _kept(seen: Counter[str], weighted: Mapping[str, float], total: float) -> list[tuple[str, float]]:
    """Return the phrases that are frequent enough, spellings that differ in case as one."""
    spellings: dict[str, list[str]] = defaultdict(list)
    for phrase in seen:
        spellings[phrase.lower()].append(phrase)
    kept = []
    for same in spellings.values():
        share = min(1.0, sum(weighted[phrase] for phrase in same) / total)
        if sum(seen[phrase] for phrase in same) >= LEAST_COUNT and share >= LEAST_SHARE:
            kept.append((max(same, key=lambda phrase: (seen[phrase], phrase)), share))
    return sorted(kept, key=lambda item: (-item[1], item[0]))


if __name__ == "__main__":
    main()
