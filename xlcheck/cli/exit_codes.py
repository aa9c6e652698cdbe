"""What the exit status means, the same for every output format."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from xlcheck.model import Severity

if TYPE_CHECKING:
    from xlcheck.config import Config
    from xlcheck.model import Report


class ExitCode(IntEnum):
    """Exit statuses; `FAILED` takes precedence over `FINDINGS`."""

    CLEAN = 0
    FINDINGS = 1
    FAILED = 2
    INTERRUPTED = 130


def exit_code(report: Report, config: Config, *, exit_zero: bool, may_be_empty: bool = False) -> ExitCode:
    """Return the exit status of a run.

    A run fails when something it was asked to do could not be done, or when there was nothing to check at all. Only
    findings about the articles themselves count; a suspect translation or a weak link never fails a build.

    Args:
        may_be_empty: whether it is a good result that there was no article to report on (nothing has changed).
    """
    if report.failures or not (report.documents or may_be_empty):
        return ExitCode.FAILED
    if exit_zero:
        return ExitCode.CLEAN
    counted = [finding for finding in report.findings if finding.verdict.can_fail]
    warnings = sum(finding.severity is Severity.WARNING for finding in counted)
    if 0 <= config.max_warnings < warnings:
        return ExitCode.FINDINGS
    if config.fail_on != "never":
        bound = Severity(config.fail_on).rank
        if any(finding.severity.rank >= bound for finding in counted):
            return ExitCode.FINDINGS
    return ExitCode.CLEAN
