"""Sentence pairs with labels, from sets of others and from corrupted clean text.

A row: `set`, `group` (the source: what folds are made by), `lang`, `source`, `english`, `translation`, `label` (1 where
they diverge), `category`, `weight`. Sets that may be fitted on: demetr (MIT), refresd (MIT), mlqe_ced (CC0).
"""

from __future__ import annotations

import gzip
import hashlib
import json
import lzma
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from xlcheck.corrupt import corrupt_text

FITTED = ("demetr", "refresd", "mlqe_ced")
SEVERITY = {"critical": 1.0, "major": 0.5, "minor": 0.08, "base": 0.2}
"""How much a planted error counts: a full stop more or less is no divergence, but it ranks where nothing else is."""


def read_rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a gzipped JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def labelled(bench: Path, name: str) -> Iterator[dict[str, Any]]:
    """Yield the rows of a set of the bench folder; a good text that has many bad ones comes once."""
    seen: set[tuple[str, str]] = set()
    for item in read_rows(bench / f"{name}.jsonl.gz"):
        base = {"set": name, "group": item["source"], "lang": item["lang"], "source": item["source"], "translation": ""}
        if "bad" not in item:
            label = int(item["label"] == "divergent")
            yield base | {"english": item["english"], "label": label, "category": item["category"], "weight": 1.0}
            continue
        if (item["source"], item["good"]) not in seen:
            seen.add((item["source"], item["good"]))
            yield base | {"english": item["good"], "label": 0, "category": "good", "weight": 1.0}
        weight = SEVERITY[item["severity"]]
        yield base | {"english": item["bad"], "label": 1, "category": item["category"], "weight": weight}


SENTENCES = {"europarl": (330, 170), "tatoeba": (120, 80)}
"""Clean German-English pairs to be spoilt, those with figures and others: Europarl (no known copyright), Tatoeba (CC
BY 2.0 FR)."""
PLANTED = 6
"""Errors planted in each, one a copy; the kinds are drawn, facts before wording."""
FACTS = ("number", "date", "unit", "name", "role-swap", "negation-added", "negation-removed", "quantifier")
MILD = ("omitted-word", "hedge", "added-clause")


DIVERGENT = frozenset(["c31eaa2b", "0707e05d", "629a1ded", "b4d4e52c", "3093da9e", "30a16c95", "5ff2133c"])
"""Pairs that are no translations of each other (another year, a sentence more), by the hash of the source: a third of
the 21 clean pairs that checks fired on, all of which were read."""


def corrupted(corpus: Path, seed: int = 1) -> Iterator[dict[str, Any]]:
    """Yield clean pairs of a corpus `source <tab> German <tab> English`, each followed by spoilt copies."""
    pairs: dict[tuple[str, bool], list[tuple[str, str]]] = {}
    with lzma.open(corpus, "rt", encoding="utf-8") as lines:
        for line in lines:
            name, german, english = line.rstrip("\n").split("\t")
            if name in SENTENCES and 40 <= len(english) <= 300 and english[-1:] in ".!?":
                figures = any(char.isdigit() for char in english)
                pairs.setdefault((name, figures), []).append((german, english))
    chance = random.Random(seed)
    for name, counts in SENTENCES.items():
        with_figures, others = counts
        chosen = [*chance.sample(pairs[name, True], with_figures), *chance.sample(pairs[name, False], others)]
        strangers = [english for _, english in chosen]
        for german, english in chosen:
            planted = list(corrupt_text(english, language="en", other=german, strangers=strangers, seed=seed))
            chance.shuffle(planted)
            if hashlib.sha256(german.encode()).hexdigest()[:8] in DIVERGENT:
                continue
            base = {"set": "corrupted", "group": german, "lang": "de", "source": german, "translation": ""}
            yield base | {"english": english, "label": 0, "category": name, "weight": 1.0}
            planted.sort(key=lambda item: item.category not in FACTS)
            half = [item for item in planted if item.category in FACTS][: PLANTED - 2]
            rest = [item for item in planted if item not in half]
            for item in [*half, *rest[: PLANTED - len(half)]]:
                weight = 0.5 if item.category in MILD else 1.0
                yield base | {"english": item.text, "label": 1, "category": item.category, "weight": weight}
