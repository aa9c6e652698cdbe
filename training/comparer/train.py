"""Make the comparer anew: one command.

    python training/comparer/train.py --corpus de-en.tsv.xz --libreoffice translations/source --work FOLDER --minutes 42

The corpus has lines `source <tab> German <tab> English`; the other folder is that of LibreOffice's source package for
translations. FOLDER keeps what each step made, and a step whose result is there is not done again: clean pairs,
examples, words as vectors (10 GB), neighbours, labels, weights. Writes FOLDER/comparer.npz, which takes the place of
`xlcheck/embed/comparer.npz` when `benchmarks/` say that it is better. Needs `torch` (extra `training`); two cores
encode for 40 minutes. With --pairs only so many pairs are used, to see that everything works.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Callable
from itertools import chain
from pathlib import Path

import torch
from choose import choose, load_pairs, save_pairs
from encode import Store, encode_texts
from examples import load_examples, make_examples, save_examples
from export import export
from labels import Labels, label
from learn import Material, learn, report
from neighbours import near_groups
from network import Network
from stock import gather

from xlcheck.embed import Encoder

sys.path.append(str(Path(__file__).parents[1] / "score"))
from sets import corrupted

SEED = 7


def main() -> None:
    """Choose, spoil, encode, label, learn, export."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--libreoffice", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=42)
    parser.add_argument("--pairs", type=int)
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    prepare(options.corpus, options.libreoffice, options.work, options.pairs)

    material = Material(Labels.load(options.work / "labels.npz"), Store(options.work))
    weights = options.work / "network.pt"
    _once(weights, lambda path: torch.save(learn(material, options.minutes).state_dict(), path))
    network = Network().eval()
    network.load_state_dict(torch.load(weights, weights_only=True))
    report(network, material)
    export(network.state_dict(), options.work / "comparer.npz")


def prepare(corpus: Path, libreoffice: Path, work: Path, most: int | None) -> None:
    """Make everything that the network learns from."""
    examples, near = work / "examples.jsonl", work / "near.jsonl"

    def choose_pairs(path: Path) -> None:
        used = [row for row in corrupted(corpus) if not row["label"]]
        left_out = {row[side] for row in used for side in ("source", "english")}
        save_pairs(choose(corpus, libreoffice, left_out, random.Random(SEED))[:most], path)

    _once(work / "pairs.tsv", choose_pairs)
    pairs = load_pairs(work / "pairs.tsv")
    print(f"{len(pairs)} clean pairs", flush=True)

    def spoil_pairs(path: Path) -> None:
        chance = random.Random(SEED)
        save_examples(make_examples(pairs, gather(pairs, Encoder().encode, chance), chance), path)

    _once(examples, spoil_pairs)
    if not (work / "words.json").exists():
        encode_texts((text for item in load_examples(examples) for text in (item.foreign, item.english)), work)
    store = Store(work)
    first = 1 + max(item.group for item in load_examples(examples))
    _once(near, lambda path: save_examples(near_groups(pairs, store, first, random.Random(SEED)), path))
    every = chain(load_examples(examples), load_examples(near))
    _once(work / "labels.npz", lambda path: label(every, store).save(path))


def _once(path: Path, make: Callable[[Path], None]) -> None:
    """Make a file unless it is there; what is broken off halfway is made again."""
    if not path.exists():
        part = path.with_name("part-" + path.name)
        make(part)
        part.rename(path)
        print(f"made {path.name}", flush=True)


if __name__ == "__main__":
    main()
