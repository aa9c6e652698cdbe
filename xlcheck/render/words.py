"""How the report's nouns are said to people; no layout, no styles."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from xlcheck.model import DecisionKind, PairMode, Severity, Verdict
from xlcheck.render.base import counted
from xlcheck.render.lookup import all_failures
from xlcheck.safe_text import for_ci_log, one_line

if TYPE_CHECKING:
    from xlcheck.model import ArticlePair, Confidence, Coverage, Finding, Report
    from xlcheck.render.lookup import Lookup, Subject

MESSAGE_LIMIT = 600
PATH_LIMIT = 300

DECISION_SYMBOL = {
    DecisionKind.ACCEPT: "\N{CHECK MARK}",
    DecisionKind.REVIEW: "?",
    DecisionKind.QUARANTINE: "\N{BALLOT X}",
}
SEVERITY_SYMBOL = {Severity.ERROR: "\N{BALLOT X}", Severity.WARNING: "!", Severity.NOTE: "\N{MIDDLE DOT}"}

VERDICT_WORDS = {
    Verdict.ARTICLES_DISAGREE: "",
    Verdict.TEXT_GARBLED: "a text is broken in itself",
    Verdict.TRANSLATION_SUSPECT: "only our own translation is in doubt",
    Verdict.WEAK_LINK: "too little in common to say more",
    Verdict.NOT_COVERED: "for information",
}
MODE_WORDS = {
    PairMode.PARALLEL: "a translation",
    PairMode.COMPARABLE: "the same story, told separately",
    PairMode.UNRELATED: "not the same story",
}


def shown(text: str, limit: int) -> str:
    """Return text from outside as it may stand in a line for people, at most about `limit` code points long."""
    return for_ci_log(one_line(text, limit))


def sureness(confidence: Confidence) -> str:
    """Return a confidence in words: "93 % sure"."""
    return f"{confidence.value:.0%}".replace("%", "\N{NO-BREAK SPACE}% sure")


def roles(finding: Finding, subject: Subject, lookup: Lookup) -> list[str]:
    """Return what each article of a finding is to the reader, in the subject's order."""
    if len(subject.articles) == 1:
        return ["text"]
    languages = {lookup.article(doc).language for doc in subject.articles}
    if subject.pair is not None and len(languages) == 2:
        return ["original", "counterpart"]
    accused = {span.doc for span in finding.where}
    return ["this text" if doc in accused else "other text" for doc in subject.articles]


def roles_of_pair(pair: ArticlePair) -> tuple[str, str]:
    """Return what the two articles of a pair are to the reader where no finding accuses one of them."""
    if pair.source.article.language != pair.english.article.language:
        return "original", "counterpart"
    return "first text", "second text"


def summary(report: Report) -> str:
    """Return one line that counts findings, articles and what could not be done."""
    parts = [_findings(report), decisions(report)]
    if failures := all_failures(report):
        parts.append(counted(len(failures), "failure"))
    if report.skipped:
        parts.append(counted(len(report.skipped), "input") + " skipped")
    return ", ".join(part for part in parts if part)


def coverage_line(coverage: Coverage) -> str:
    """Return one line on how much of the text was looked at."""
    parts = []
    if coverage.pairable:
        parts.append(f"{_share(coverage.linked, coverage.pairable)} sentences of paired articles have a counterpart")
    if coverage.foreign:
        parts.append(f"{_share(coverage.translated, coverage.foreign)} foreign sentences were translated")
    if coverage.skipped_lines:
        parts.append(counted(coverage.skipped_lines, "line") + " skipped as boilerplate")
    return "; ".join(parts) or f"{counted(coverage.segments, 'sentence')} read, none with a counterpart"


def _findings(report: Report) -> str:
    if not report.findings:
        return "no findings"
    counts = Counter(finding.severity for finding in report.findings)
    each = ", ".join(counted(counts[severity], severity.value) for severity in Severity if counts[severity])
    return f"{counted(len(report.findings), 'finding')} ({each})"


def decisions(report: Report) -> str:
    """Return how many articles there are, by decision."""
    if not report.documents:
        return "no articles"
    counts = Counter(document.decision.kind for document in report.documents)
    each = ", ".join(f"{counts[kind]:,} {kind.value}" for kind in DecisionKind if counts[kind])
    return f"{counted(len(report.documents), 'article')} ({each})"


def _share(part: int, whole: int) -> str:
    return f"{part:,} of {whole:,}"
