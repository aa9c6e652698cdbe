"""Make `xlcheck/score/fluency.npz`: which words follow which in English, and which words exist. The same for German.

    python training/score/make_fluency.py de-en.tsv.xz xlcheck/score/fluency.npz
    python training/score/make_fluency.py de-en.tsv.xz xlcheck/score/fluency_de.npz de

Lines whose number is divisible by `held` stay out, where that is given: what the weights of garbled text are fitted on.

The input has lines `source <tab> German <tab> English`. Used are Europarl (no known copyright), Tatoeba (CC BY 2.0 FR)
and the human translations of the Microsoft documentation (CC BY 4.0), and for the list of words a Bible of 1769 to 2020
in the public domain. What is kept are counts; no sentence can be told from them.
"""

from __future__ import annotations

import itertools
import lzma
import re
import sys
from collections import Counter

import numpy as np

from xlcheck.score.fluency import BASE, EDGE, class_of, tokens_of, word_key

LIMITS = {"europarl": 27_000, "tatoeba": 150_000, "ms_docs_ht": 90_000}
COMMON, ENDINGS = 5_000, 250
LEAST_PAIR, LEAST_TRIPLE, LEAST_WORD = 2, 2, 3
EDITED = ("europarl", "bible", "tatoeba")
"""Texts of which every word counts; in others a word must be met again."""
SMALL = re.compile(r"[^\W\d_]+")


def main(corpus: str, target: str, language: str = "en", held: str = "0") -> None:
    """Read the corpus, count, prune, save."""
    column, step = {"de": 1, "en": 2}[language], int(held)
    texts: list[str] = []
    taken: Counter[str] = Counter()
    existing: Counter[str] = Counter()
    with lzma.open(corpus, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            fields = line.rstrip("\n").split("\t")
            source, english = fields[0], fields[column]
            if source not in (*LIMITS, "bible") or (step and number % step == 0):
                continue
            weight = LEAST_WORD if source in EDITED else 1
            for word in SMALL.findall(english):
                existing[word] += weight * word.islower()
            if taken[source] < LIMITS.get(source, 0) and len(english) > 20:
                taken[source] += 1
                texts.append(english)
    lower: Counter[str] = Counter()
    for text in texts:
        lower.update(token.lower() for token in tokens_of(text) if not token[0].isdigit())
    common = [word for word, _ in lower.most_common(COMMON)]
    endings: Counter[str] = Counter()
    for word, count in lower.items():
        if word[0].isalpha():
            endings["-" + word[-3:]] += count
    classes = [EDGE, "<0>", "<Name>", "<word>", "<mark>", *(item for item, _ in endings.most_common(ENDINGS)), *common]
    index = {name: number for number, name in enumerate(classes)}
    singles, pairs, triples = Counter[int](), Counter[int](), Counter[int]()
    for text in texts:
        names = [class_of(token, place == 0, index) for place, token in enumerate(tokens_of(text))]
        ids = [0, 0, *(index[name] for name in names), 0]
        singles.update(ids)
        pairs.update(a * BASE + b for a, b in itertools.pairwise(ids))
        triples.update((a * BASE + b) * BASE + c for a, b, c in zip(ids, ids[1:], ids[2:], strict=False))
    kept_pairs = sorted(key for key, count in pairs.items() if count >= LEAST_PAIR)
    kept_triples = sorted(key for key, count in triples.items() if count >= LEAST_TRIPLE)
    words = sorted({word_key(word) for word, count in existing.items() if count >= LEAST_WORD})
    np.savez_compressed(
        target,
        classes=np.frombuffer("\n".join(classes).encode("utf-8"), dtype=np.uint8),
        singles=np.array([singles[number] for number in range(len(classes))], dtype=np.uint32),
        pair_keys=np.array(kept_pairs, dtype=np.uint64),
        pair_counts=np.array([pairs[key] for key in kept_pairs], dtype=np.uint32),
        triple_keys=np.array(kept_triples, dtype=np.uint64),
        triple_counts=np.array([triples[key] for key in kept_triples], dtype=np.uint32),
        words=np.array(words, dtype=np.uint32),
    )
    print(dict(taken), len(kept_pairs), len(kept_triples), len(words), file=sys.stderr)


if __name__ == "__main__":
    main(*sys.argv[1:])
