"""The section "Measured" of a check's page, from `xlcheck/checks/measured.json`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlcheck.checks.measured import measurements

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xlcheck.checks.measured import Measurement, Precision
    from xlcheck.shares import Share

_ALL = "**all**"


def measured_section(check: str, *, scope: str) -> str:
    """Return the section as Markdown."""
    return "\n".join(_section(check, scope)).rstrip() + "\n"


def _section(check: str, scope: str) -> Iterator[str]:
    data = measurements()
    item = data.of(check)
    yield "## Measured"
    yield ""
    if item.why:
        yield f"Recall and precision are not measured: {item.why}."
        yield ""
    if not item.clean and not item.articles:
        return
    what = "texts" if scope == "article" else "sentence pairs"
    yield f"On development sets ([how](../measurements.md)), {data.date}, with 95 % intervals."
    if item.clean:
        yield ""
        yield from _languages(item, what)
    if item.found:
        yield ""
        yield from _kinds(item)
    if item.articles:
        yield ""
        rows = [f"{row.findings} in {row.total} {name}" for name, row in item.articles.items()]
        yield f"Findings in whole articles that are correct translations or plain news: {', '.join(rows)}."


def _languages(item: Measurement, what: str) -> Iterator[str]:
    prior = measurements().prior
    heads = ["Language", f"Clean {what} flagged", "Rightly"]
    if item.found:
        heads += ["Planted errors found", f"Right of 100 flags where {100 * prior:.0f} % have such an error"]
    yield from _head(heads)
    for language in (*item.languages, ""):
        chosen = (language,) if language else ()
        flagged = item.flagged(*chosen)
        right = flagged.hits - item.false_alarms(*chosen).hits
        cells = [language or _ALL, _counted(flagged, digits=1) if flagged.total else "–"]
        cells.append(str(right) if flagged.hits else "–")
        if item.found:
            recall = item.recall(*chosen)
            cells.append(_counted(recall) if recall.total else "–")
            cells.append(_right(item.precision(prior, *chosen), item.precision(prior, *chosen, read=True)))
        yield f"| {' | '.join(cells)} |"


def _kinds(item: Measurement) -> Iterator[str]:
    yield from _head(["Kind of error (from)", "Planted", "Found by this check", "By any stable check"])
    for kind, rows in item.found.items():
        planted = sum(row.planted for row in rows.values())
        itself, anything = (
            sum(counts) for counts in zip(*((row.itself, row.any) for row in rows.values()), strict=True)
        )
        yield f"| {kind} | {planted:,} | {100 * itself / planted:.0f} % | {100 * anything / planted:.0f} % |"


def _head(cells: list[str]) -> Iterator[str]:
    yield f"| {' | '.join(cells)} |"
    yield "|" + "---|" * len(cells)


def _counted(share: Share, *, digits: int = 0) -> str:
    return f"{share.hits:,} of {share.total:,}: {share.in_percent(digits)}"


def _right(strict: Precision | None, read: Precision | None) -> str:
    """Return the cautious figure first; the one without the flags that were read and found right if it is another."""
    if strict is None:
        return "–"
    shown = f"at least {100 * strict.least:.0f}"
    if read is not None and round(100 * read.least) != round(100 * strict.least):
        shown += f", {100 * read.least:.0f} as read"
    return shown
