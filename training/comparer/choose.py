"""Step 1: choose clean pairs, sentences with their English by people.

From a corpus of lines `source <tab> German <tab> English`, and from the help texts of LibreOffice (gettext files),
which are the same English in many languages. Sentences are of ordinary length, mostly letters and free of markup. Each
English sentence is taken once a part; the parts are shuffled into one another.
"""

from __future__ import annotations

import lzma
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import astuple, dataclass
from itertools import chain
from pathlib import Path

from xlcheck.lang.scripts import UNSPACED

MOST_WORDS, MOST_ENGLISH, MOST_FOREIGN = 45, 300, 400
"""Words of an English sentence, its characters, and those of the foreign one."""
LETTERS = 0.7
"""Share of letters in an English sentence: tables and paths have fewer."""
RATIO = 0.6, 2.0
"""Between these a German sentence is as long as the English."""
HELP = "lo"
"""Source of the pairs from LibreOffice."""
_MARKUP = re.compile(r"[{}<>|\\_=%$@]|https?:|&[a-z]+;")
_TAG = re.compile(r"\\?<[^<>]*>")
_UNSPACED = re.compile(f"[{UNSPACED}]")
_ESCAPE = re.compile(r"\\(.)")


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence and its English, white space folded.

    Attributes:
        source: where it is from, a key of `PARTS` or `HELP`.
        language: of the foreign sentence.
    """

    source: str
    language: str
    foreign: str
    english: str

    @property
    def spaced(self) -> bool:
        """Whether the foreign sentence has spaces between its words."""
        return _UNSPACED.search(self.foreign) is None


@dataclass(frozen=True, slots=True)
class Part:
    """What is taken of a source of the corpus.

    Attributes:
        most: pairs.
        shortest: English words of a sentence.
        times: how often each pair counts; it is spoilt anew each time.
        closed: whether only sentences with a mark at their end are taken.
    """

    most: int
    shortest: int
    times: int = 1
    closed: bool = True


PARTS = {
    "europarl": Part(most=26_000, shortest=6, times=2),
    "tatoeba": Part(most=66_000, shortest=7, closed=False),
    "bible": Part(most=9_000, shortest=8, closed=False),
    "ms_docs_ht": Part(most=41_000, shortest=9),
    "mozilla_www": Part(most=4_000, shortest=6),
}
"""Text that people translated. Debates count twice: they are nearest to news, and there are few."""
FOLDERS = {
    "ar": ("ar", 4_000),
    "de": ("de", 2_000),
    "es": ("es", 4_800),
    "fr": ("fr", 5_400),
    "it": ("it", 5_800),
    "ja": ("ja", 4_100),
    "ko": ("ko", 4_100),
    "nl": ("nl", 5_800),
    "pl": ("pl", 4_600),
    "pt": ("pt", 2_800),
    "pt-BR": ("pt", 2_500),
    "ru": ("ru", 4_100),
    "tr": ("tr", 4_200),
    "zh-CN": ("zh", 4_300),
    "zh-TW": ("zh-TW", 4_000),
}
"""Folders of the translations of LibreOffice, with their language and the most pairs taken: the languages that the
encoder knows. Arabic has 179 that are good, Thai none."""
SHORTEST_HELP = 6


def choose(corpus: Path, libreoffice: Path, left_out: AbstractSet[str], chance: random.Random) -> list[Pair]:
    """Return the pairs to learn from, in random order.

    Args:
        corpus: lines `source <tab> German <tab> English`, xz.
        libreoffice: a folder with a folder for each language, each with `helpcontent2/**/*.po`.
        left_out: sentences, foreign or English, that must stay unseen.
    """
    pairs = _of_corpus(corpus, left_out, chance)
    for folder, (language, most) in FOLDERS.items():
        pairs += _of_help(sorted((libreoffice / folder / "helpcontent2").rglob("*.po")), language, most, chance)
    chance.shuffle(pairs)
    return pairs


def _of_corpus(corpus: Path, left_out: AbstractSet[str], chance: random.Random) -> list[Pair]:
    found: dict[str, list[Pair]] = {name: [] for name in PARTS}
    with lzma.open(corpus, "rt", encoding="utf-8") as lines:
        for line in lines:
            name, german, english = line.rstrip("\n").split("\t")
            part = PARTS.get(name)
            if part is None or not left_out.isdisjoint((german, english)):
                continue
            if not is_clean(german, english, part.shortest, closed=part.closed):
                continue
            if RATIO[0] < len(german) / len(english) < RATIO[1]:
                found[name].append(Pair(name, "de", _folded(german), _folded(english)))
    return [pair for name, part in PARTS.items() for pair in _some(found[name], part.most, chance) * part.times]


def _of_help(files: Iterable[Path], language: str, most: int, chance: random.Random) -> list[Pair]:
    found = []
    for path in files:
        with path.open(encoding="utf-8") as lines:
            for texts in read_po(lines):
                english, foreign = (_folded(_TAG.sub("", text)) for text in texts)
                if english != foreign and is_clean(foreign, english, SHORTEST_HELP):
                    found.append(Pair(HELP, language, foreign, english))
    return _some(found, most, chance)


def _some(pairs: Sequence[Pair], most: int, chance: random.Random) -> list[Pair]:
    """Return some of the pairs, at random, each English sentence once."""
    mixed = list({pair.english: pair for pair in chance.sample(pairs, len(pairs))}.values())
    return mixed[:most]


def is_clean(foreign: str, english: str, shortest: int, *, closed: bool = True) -> bool:
    """Tell whether a pair consists of sentences in words: no headings, paths, formulas, markup."""
    if not shortest <= len(english.split()) <= MOST_WORDS or len(foreign) > MOST_FOREIGN or len(english) > MOST_ENGLISH:
        return False
    if closed and english[-1] not in ".!?":
        return False
    return sum(map(str.isalpha, english)) > LETTERS * len(english) and _MARKUP.search(english) is None


def read_po(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield (English, translation) of a gettext file, without fuzzy, plural, obsolete and untranslated entries.

    Args:
        lines: as in the file; a text may go on for several lines, each between quotation marks.
    """
    fields: dict[str, str] = {}
    field, fuzzy = "", False
    for line in map(str.strip, chain(lines, [""])):
        if line.startswith('"'):
            fields[field] = fields.get(field, "") + _unquoted(line)
            continue
        keyword, _, rest = line.partition(" ")
        if not line or line.startswith("#") or (keyword in ("msgctxt", "msgid") and "msgstr" in fields):
            if fields.get("msgid") and fields.get("msgstr") and not fuzzy:
                yield fields["msgid"], fields["msgstr"]
            if fields or not line:
                fields, field, fuzzy = {}, "", False
        if line.startswith("#,"):
            fuzzy = fuzzy or "fuzzy" in line
        elif line and not line.startswith("#"):
            field = keyword
            fields[field] = _unquoted(rest)


def _unquoted(text: str) -> str:
    return _ESCAPE.sub(lambda match: {"n": " ", "t": " "}.get(match[1], match[1]), text[1:-1])


def _folded(text: str) -> str:
    return " ".join(text.split())


def save_pairs(pairs: Iterable[Pair], path: Path) -> None:
    """Write pairs, one a line."""
    path.write_text("".join("\t".join(astuple(pair)) + "\n" for pair in pairs), encoding="utf-8")


def load_pairs(path: Path) -> list[Pair]:
    """Read what `save_pairs` wrote."""
    with path.open(encoding="utf-8") as lines:
        return [Pair(*line.rstrip("\n").split("\t")) for line in lines]
