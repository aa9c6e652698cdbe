"""What of a run's findings is reported: not what is in the baseline, what a rule ignores, what a person dismissed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from xlcheck.model import Finding, SetAside, SetAsideBy
from xlcheck.triage.baseline import Baseline, read_baseline
from xlcheck.triage.ignore import IgnoreRule, read_rules
from xlcheck.triage.reviews import Review, read_reviews

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable
    from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Sifted:
    """Findings sorted into those to report and those set aside, with what the user should know of the sieve itself."""

    kept: tuple[Finding, ...]
    set_aside: tuple[SetAside, ...]
    notices: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sieve:
    """Baseline, ignore rules and decisions in force; an empty one lets everything through."""

    baseline: Baseline = field(default_factory=Baseline)
    rules: tuple[IgnoreRule, ...] = ()
    reviews: dict[str, Review] = field(default_factory=dict)

    def sift(
        self, findings: Iterable[Finding], articles: Callable[[str], tuple[str, str]], *, today: dt.date
    ) -> Sifted:
        """Sort findings.

        Args:
            findings: in the report's order; of equal ones the first are taken for those of the baseline.
            articles: path and language of an article by its id.
            today: the day by which rules expire.
        """
        left = self.baseline.counts()
        active = [rule for rule in self.rules if not rule.has_expired(today)]
        used: set[int] = set()
        kept: list[Finding] = []
        aside: list[SetAside] = []
        for finding in findings:
            docs = tuple(dict.fromkeys(span.doc for span in (*finding.where, *finding.related)))
            paths, languages = zip(*map(articles, docs), strict=True)
            fitting = [rule for rule in active if rule.fits(finding, paths, languages)]
            used.update(rule.number for rule in fitting)
            review = self.reviews.get(finding.fingerprint)
            if fitting:
                aside.append(SetAside(finding=finding, by=SetAsideBy.RULE, reason=fitting[0].reason))
            elif review and review.opinion.hides:
                reason = f"{review.opinion}: {review.reason}" if review.reason else review.opinion.value
                aside.append(SetAside(finding=finding, by=SetAsideBy.REVIEW, reason=reason))
            elif left[finding.fingerprint] > 0:
                left[finding.fingerprint] -= 1
                aside.append(SetAside(finding=finding, by=SetAsideBy.BASELINE, reason="in the baseline"))
            else:
                kept.append(finding)
        return Sifted(kept=tuple(kept), set_aside=tuple(aside), notices=tuple(self._notices(aside, left, used, today)))

    def _notices(self, aside: list[SetAside], left: Counter[str], used: set[int], today: dt.date) -> Iterable[str]:
        counts = Counter(item.by for item in aside)
        for by, words in _SET_ASIDE_WORDS.items():
            if counts[by]:
                yield f"{counts[by]} {'finding is' if counts[by] == 1 else 'findings are'} left out: {words}"
        if stale := sum(count for count in left.values() if count > 0):
            entries = "1 entry" if stale == 1 else f"{stale} entries"
            yield f"{entries} of the baseline no longer occur; remove them with: xlcheck baseline prune"
        for rule in self.rules:
            if rule.has_expired(today):
                yield f"{rule.described} expired on {rule.until}"
            elif rule.number not in used:
                yield f"{rule.described} fits no finding"


_SET_ASIDE_WORDS = {
    SetAsideBy.BASELINE: "known from the baseline",
    SetAsideBy.RULE: "ignored by a rule",
    SetAsideBy.REVIEW: "dismissed in a review",
}


def load_sieve(*, baseline: Path | None, ignore: Path | None, decisions: Path | None) -> Sieve:
    """Read the files that are named; None stands for none.

    Raises:
        XlcheckError: one of them cannot be read or is wrong.
    """
    return Sieve(
        baseline=read_baseline(baseline) if baseline else Baseline(),
        rules=read_rules(ignore) if ignore else (),
        reviews=read_reviews(decisions) if decisions else {},
    )
