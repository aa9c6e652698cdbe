"""Findings that somebody decided not to be told of, with the reason: `xlcheck-ignore.toml`.

    [[ignore]]
    check = "XN104"                 # id, beginning of an id, or name
    path = "archive/2019/*.txt"     # of any article the finding is about; * also matches /
    languages = ["de", "en"]        # of all articles the finding is about
    text = "12,5"                   # in the words the finding points at
    fingerprint = "3fb4ba39e508a0bf02c7"
    reason = "house style of the archive"
    by = "ka"
    until = 2027-06-30

At least one selector and the reason are required; all selectors of a rule must fit. A rule that fits nothing and one
that has expired are reported, so that the file does not rot.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from dataclasses import dataclass, fields
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Any

from xlcheck.errors import ConfigError

if TYPE_CHECKING:
    from pathlib import Path

    from xlcheck.model import Finding

_SELECTORS = ("check", "path", "languages", "text", "fingerprint")


@dataclass(frozen=True, slots=True, kw_only=True)
class IgnoreRule:
    """One `[[ignore]]` table; `number` counts from 1."""

    number: int
    reason: str
    check: str = ""
    path: str = ""
    languages: tuple[str, ...] = ()
    text: str = ""
    fingerprint: str = ""
    by: str = ""
    until: dt.date | None = None

    def fits(self, finding: Finding, paths: tuple[str, ...], languages: tuple[str, ...]) -> bool:
        """Say whether all selectors fit a finding about articles with these paths and languages."""
        if self.check and finding.name != self.check and not finding.check.startswith(self.check.upper()):
            return False
        if self.path and not any(fnmatchcase(path, self.path) for path in paths):
            return False
        if self.languages and not set(languages) <= set(self.languages):
            return False
        if self.fingerprint and finding.fingerprint != self.fingerprint:
            return False
        return not self.text or any(self.text in span.text for span in (*finding.where, *finding.related))

    def has_expired(self, today: dt.date) -> bool:
        """Say whether the rule's last day is over."""
        return self.until is not None and today > self.until

    @property
    def described(self) -> str:
        """The rule in a few words, for messages."""
        parts = [f"{name} {getattr(self, name)!r}" for name in _SELECTORS if getattr(self, name)]
        return f"ignore rule {self.number} ({', '.join(parts)})"


def read_rules(path: Path) -> tuple[IgnoreRule, ...]:
    """Read an ignore file.

    Raises:
        ConfigError: it cannot be read, a key is unknown, a value has the wrong type, or a reason or selector lacks.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: not valid TOML: {error}") from error
    rules = table.pop("ignore", [])
    if table or not isinstance(rules, list):
        raise ConfigError(f"{path}: only [[ignore]] tables may stand here")
    return tuple(_rule(path, number, rule) for number, rule in enumerate(rules, start=1))


def _rule(path: Path, number: int, table: dict[str, Any]) -> IgnoreRule:
    where = f"{path}: ignore rule {number}"
    known = {item.name for item in fields(IgnoreRule)} - {"number"}
    if unknown := sorted(set(table) - known):
        raise ConfigError(f"{where}: unknown key {unknown[0]!r}", hint=f"known keys: {', '.join(sorted(known))}")
    languages = table.pop("languages", [])
    languages = [languages] if isinstance(languages, str) else languages
    until = table.pop("until", None)
    if not isinstance(languages, list) or not all(isinstance(code, str) for code in languages):
        raise ConfigError(f"{where}: languages must be a list of codes")
    if until is not None and (isinstance(until, dt.datetime) or not isinstance(until, dt.date)):
        raise ConfigError(f"{where}: until must be a date such as 2027-06-30, without quotation marks")
    if wrong := [key for key, value in table.items() if not isinstance(value, str)]:
        raise ConfigError(f"{where}: {wrong[0]} must be a text")
    if not table.get("reason", "").strip():
        raise ConfigError(f"{where}: a reason is required", hint="say why, for whoever reads this in a year")
    rule = IgnoreRule(number=number, languages=tuple(languages), until=until, **table)
    if not any(getattr(rule, name) for name in _SELECTORS):
        raise ConfigError(f"{where}: it would ignore everything", hint=f"add one of {', '.join(_SELECTORS)}")
    return rule
