"""The phrase tables of `tests/eval/facts`: what number and date phrases of each language must be read as.

A table is TOML: `phrases` is a list of `[text, fact, fact, …]` in order of position, `negatives` a list of texts that
state no number and no date. A fact is written shortly:

    "1500000 EUR"        value and unit ("%", "pp", an ISO 4217 code, a unit name); a bare count has no unit
    "about 3.5..4 %"     about, at-least, at-most before it; a range with two dots
    "1234|1.234"         readings, most likely first
    "ordinal 3"          also "label 737"
    "2021-03-03"         a date as ISO 8601 has it, X for what is not stated ("XXXX-03-03"); "W3" a Wednesday,
                         "T14:30" a time of day, joined by spaces ("2021-03-03 W3")
    "day-1"              yesterday, "week+1" next week, "W2 week+1" next Tuesday, "day-1 then" the day before
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from xlcheck.cli.facts import records
from xlcheck.reading import plain_article, read_facts
from xlcheck.segment import segment_article

TABLES = Path(__file__).resolve().parent.parent / "eval" / "facts"


@dataclass(frozen=True, slots=True)
class Phrase:
    """One line of a table; `facts` is empty for a negative."""

    language: str
    text: str
    facts: tuple[str, ...]

    @property
    def found(self) -> tuple[str, ...]:
        """What the program reads in the text, written as the tables write it."""
        article = plain_article(self.text, name="phrase", language=self.language)
        facts = read_facts(article, segment_article(article))
        found = [record for record in records(facts) if record["kind"] not in ("quote", "name", "negation")]
        return tuple(map(_short, sorted(found, key=lambda record: record["start"])))

    @property
    def is_right(self) -> bool:
        """Whether exactly the expected facts are read."""
        return self.found == self.facts


def _short(record: dict[str, Any]) -> str:
    if record["kind"] == "date":
        return str(record["value"])
    hedge = "" if record["approximation"] == "exact" else record["approximation"]
    kind = record["kind"] if record["kind"] in ("ordinal", "label") else ""
    value = "|".join((record["value"], *record["alternatives"]))
    return " ".join(part for part in (kind, hedge, value, record["unit"]) if part)


def languages() -> list[str]:
    """Return the languages that have a table."""
    return sorted(path.stem for path in TABLES.glob("*.toml"))


@cache
def phrases(language: str) -> tuple[Phrase, ...]:
    """Return the table of a language, negatives last."""
    table = tomllib.loads((TABLES / f"{language}.toml").read_text(encoding="utf-8"))
    stated = [Phrase(language, text, tuple(facts)) for text, *facts in table["phrases"]]
    return (*stated, *(Phrase(language, text, ()) for text in table["negatives"]))
