"""The boilerplate rules of `boilerplate.toml`: which lines of a scraped page are not the article."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal, cast

from xlcheck.errors import ConfigError
from xlcheck.ingest.shape import MAX_RULE_LINE, is_running_text, word_count

Takes = Literal["line", "item", "block", "list", "comments", "rest"]
_TAKES = ("line", "item", "block", "list", "comments", "rest")
_KEYS = frozenset({"id", "reason", "takes", "max_words", "unfinished", "line", "start", "end", "pattern"})
_MAX_WORDS = 40
_EDGES = (
    " \t|:;.!?*_#<>()[]+-\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}"
    "\N{NO-BREAK SPACE}\N{ZERO WIDTH SPACE}\N{BULLET}\N{MIDDLE DOT}\N{HORIZONTAL ELLIPSIS}\N{FULLWIDTH COLON}"
    "\N{RIGHTWARDS ARROW}\N{EM DASH}\N{EN DASH}"
)
_COUNT = re.compile(r"\d[\d.,]*")
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule; see the head of `boilerplate.toml` for what its parts mean."""

    id: str
    reason: str
    takes: Takes
    max_words: int
    unfinished: bool
    lines: frozenset[str]
    starts: tuple[str, ...]
    ends: tuple[str, ...]
    patterns: tuple[re.Pattern[str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSet:
    """All rules in the order of the file, and an index of whole lines."""

    rules: tuple[Rule, ...]
    by_line: dict[str, Rule]
    date_labels: frozenset[str]

    def match(self, text: str) -> Rule | None:
        """Return the first rule that a line matches, or None."""
        if len(text) > MAX_RULE_LINE:
            return None
        if whole := self.by_line.get(_key(text)):
            return whole
        words, running = word_count(text), is_running_text(text)
        folded = _BLANKS.sub(" ", text.strip()).casefold()
        for rule in self.rules:
            if words > rule.max_words or (rule.unfinished and running):
                continue
            if (rule.starts and folded.startswith(rule.starts)) or (rule.ends and folded.endswith(rule.ends)):
                return rule
            if any(pattern.search(text.strip()) for pattern in rule.patterns):
                return rule
        return None


@cache
def boilerplate_rules() -> RuleSet:
    """Return the rules that come with the program.

    Raises:
        ConfigError: the data file has a key that no rule knows, or lacks one that every rule needs.
    """
    table = tomllib.loads((files("xlcheck.ingest") / "boilerplate.toml").read_text(encoding="utf-8"))
    rules = tuple(_rule(entry) for entry in table["rule"])
    by_line: dict[str, Rule] = {}
    for rule in rules:
        for line in rule.lines:
            by_line.setdefault(line, rule)
    labels = frozenset(str(label) for label in table["labels"]["date"])
    return RuleSet(rules=rules, by_line=by_line, date_labels=labels)


def _rule(entry: dict[str, Any]) -> Rule:
    if unknown := sorted(set(entry) - _KEYS):
        raise ConfigError(f"boilerplate.toml: unknown key {unknown[0]!r}")
    if entry.get("takes", "line") not in _TAKES:
        raise ConfigError(f"boilerplate.toml: rule {entry['id']!r}: takes = {entry['takes']!r}")
    return Rule(
        id=str(entry["id"]),
        reason=str(entry["reason"]),
        takes=cast(Takes, entry.get("takes", "line")),
        max_words=int(entry.get("max_words", _MAX_WORDS)),
        unfinished=bool(entry.get("unfinished", False)),
        lines=frozenset(_key(line) for line in _phrases(entry, "line")),
        starts=tuple(phrase.casefold() for phrase in _phrases(entry, "start")),
        ends=tuple(phrase.casefold() for phrase in _phrases(entry, "end")),
        patterns=tuple(re.compile(pattern) for pattern in entry.get("pattern", ())),
    )


def _phrases(entry: dict[str, Any], key: str) -> list[str]:
    return [str(phrase) for phrases in entry.get(key, {}).values() for phrase in phrases]


def _key(text: str) -> str:
    """Reduce a line to what the whole-line lists compare: small letters, no marks around it, `#` for a count."""
    folded = _BLANKS.sub(" ", text).casefold().replace("#", "0").strip(_EDGES)
    counted = _COUNT.sub("#", folded)
    # "Comments (12)" is "comments", "12 comments" is "# comments".
    return counted.removesuffix("#").rstrip(_EDGES) or counted
