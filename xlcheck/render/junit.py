"""JUnit XML, as CI servers read it: a suite for every compared pair and every article, a case for every check that ran.

A finding at or above the severity that fails a run, with a verdict that can fail one, is a failure; others stand in the
case's output. A check that does not know the language is skipped; what could not be done is an error. There is always
at least one case, no host name and no time, so that the same report is the same file.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from xlcheck.checks.registry import ARTICLE_CHECKS, PAIR_CHECKS
from xlcheck.lang.profile import load_profile
from xlcheck.model import Severity
from xlcheck.render.base import by_weight, message_of
from xlcheck.render.lookup import Lookup, all_failures
from xlcheck.render.positions import position
from xlcheck.safe_text import printable, xml_attribute, xml_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from xlcheck.checks.base import CheckInfo
    from xlcheck.model import Finding, Report
    from xlcheck.render.base import RenderOptions


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    name: str
    path: str
    line: int = 1
    failures: tuple[Finding, ...] = ()
    others: tuple[Finding, ...] = ()
    skipped: str = ""
    error: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Suite:
    name: str
    cases: tuple[_Case, ...] = field(default=())

    def count(self, what: str) -> int:
        return sum(bool(getattr(case, what)) for case in self.cases)


class JunitRenderer:
    """`--format junit`."""

    name = "junit"

    def render(self, report: Report, options: RenderOptions, /) -> Iterator[str]:
        """Yield the document, one suite at a time."""
        lookup = Lookup(report)
        suites = list(_suites(report, lookup, options))
        totals = {what: sum(suite.count(what) for suite in suites) for what in ("failures", "error", "skipped")}
        tests = sum(len(suite.cases) for suite in suites)
        yield '<?xml version="1.0" encoding="UTF-8"?>\n'
        yield f'<testsuites name="xlcheck" tests="{tests}" failures="{totals["failures"]}"'
        yield f' errors="{totals["error"]}" skipped="{totals["skipped"]}" time="0">\n'
        for suite in suites:
            yield f'<testsuite name={_attribute(suite.name)} tests="{len(suite.cases)}"'
            yield f' failures="{suite.count("failures")}" errors="{suite.count("error")}"'
            yield f' skipped="{suite.count("skipped")}" time="0">\n'
            for case in suite.cases:
                yield from _case(case, lookup, options)
            yield "</testsuite>\n"
        yield "</testsuites>\n"


def _suites(report: Report, lookup: Lookup, options: RenderOptions) -> Iterator[_Suite]:
    by_subject: dict[tuple[tuple[str, ...], str], list[Finding]] = defaultdict(list)
    for finding in by_weight(report.findings):
        by_subject[lookup.subject(finding).articles, finding.check].append(finding)
    used: set[tuple[tuple[str, ...], str]] = set()

    def cases(infos: Iterable[CheckInfo], docs: tuple[str, ...], languages: Sequence[str]) -> Iterator[_Case]:
        path = lookup.article(docs[0]).path
        for info in infos:
            found = by_subject.get((docs, info.id), [])
            used.add((docs, info.id))
            skipped = "" if found else _unread(info, languages)
            yield _made(f"{info.id} {info.name}", path, found, lookup, options, skipped=skipped)

    pair_infos = [check.INFO for check in PAIR_CHECKS if not report.checks or check.INFO.id in report.checks]
    article_infos = [check.INFO for check in ARTICLE_CHECKS if not report.checks or check.INFO.id in report.checks]
    for result in report.pairs:
        sides = (result.pair.source, result.pair.english)
        docs = (sides[0].article.id, sides[1].article.id)
        languages = [side.article.language for side in sides]
        yield _Suite(
            name=" ↔ ".join(side.article.path for side in sides), cases=tuple(cases(pair_infos, docs, languages))
        )
    for document in report.documents:
        article = document.side.article
        yield _Suite(name=article.path, cases=tuple(cases(article_infos, (article.id,), [article.language])))
    rest = [(key, found) for key, found in by_subject.items() if key not in used]
    if rest:
        more = (
            _made(f"{check} {found[0].name}", lookup.article(docs[0]).path, found, lookup, options)
            for (docs, check), found in rest
        )
        yield _Suite(name="stories", cases=tuple(more))
    broken = tuple(
        _Case(
            name=f"failure {number}",
            path=failure.where,
            line=failure.line or 1,
            error=failure.message + (f" ({failure.hint})" if failure.hint else ""),
        )
        for number, failure in enumerate(all_failures(report), start=1)
    )
    if broken or not (report.documents or report.pairs):
        yield _Suite(name="inputs", cases=broken or (_Case(name="nothing to check", path="xlcheck"),))


def _unread(info: CheckInfo, languages: Sequence[str]) -> str:
    """Return why a check could say nothing about texts in these languages, "" where it could."""
    if info.languages == ("any",):
        return ""
    unread = [language for language in languages if language not in info.languages]
    return f"{info.name} does not read {load_profile(unread[0]).name}" if unread else ""


def _made(
    name: str, path: str, found: Sequence[Finding], lookup: Lookup, options: RenderOptions, *, skipped: str = ""
) -> _Case:
    if found:
        article = lookup.article(found[0].where[0].doc)
        path, line = article.path, position(article, found[0].where[0]).line
    else:
        line = 1
    failing = tuple(finding for finding in found if _fails(finding, options))
    others = tuple(finding for finding in found if not _fails(finding, options))
    return _Case(name=name, path=path, line=line, failures=failing, others=others, skipped=skipped)


def _fails(finding: Finding, options: RenderOptions) -> bool:
    if options.fail_on == "never":
        return False
    return finding.verdict.can_fail and finding.severity.rank >= Severity(options.fail_on).rank


def _case(case: _Case, lookup: Lookup, options: RenderOptions) -> Iterator[str]:
    dotted = case.path.removeprefix("./").replace("/", ".")
    yield (
        f"<testcase classname={_attribute(dotted)} name={_attribute(case.name)} file={_attribute(case.path)}"
        f' line="{case.line}" time="0">\n'
    )
    if case.error:
        yield f"<error message={_attribute(case.error)}/>\n"
    if case.skipped:
        yield f"<skipped message={_attribute(case.skipped)}/>\n"
    if case.failures:
        first = message_of(case.failures[0], options)
        body = "\n".join(_described(finding, lookup, options) for finding in case.failures)
        kind = case.failures[0].check
        yield f"<failure message={_attribute(first)} type={_attribute(kind)}>{_text(body)}</failure>\n"
    if case.others:
        body = "\n".join(_described(finding, lookup, options) for finding in case.others)
        yield f"<system-out>{_text(body)}</system-out>\n"
    yield "</testcase>\n"


def _described(finding: Finding, lookup: Lookup, options: RenderOptions) -> str:
    article = lookup.article(finding.where[0].doc)
    at = position(article, finding.where[0])
    head = f"{article.path}:{at.line}:{at.column}: {finding.severity.value} {finding.confidence.value:.2f}"
    evidence = [f"    {what}: {value}" for what, value in finding.evidence] if options.excerpts else []
    return "\n".join([f"{head} {message_of(finding, options)}", *evidence])


def _attribute(text: str) -> str:
    return xml_attribute(printable(text))


def _text(text: str) -> str:
    return xml_text(printable(text, keep="\n"))
