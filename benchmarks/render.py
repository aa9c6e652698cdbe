"""Rendering: time and memory of many findings in every format; how fast the HTML page opens and filters in Chromium.

    python benchmarks/render.py [--findings 10000] [--formats html,json] [--page 1000] [--chromium PATH]

Stories of two articles of 30 sentences with ten findings each, made up here. Each format runs in a process of its own:
seconds of that process while it writes, what it wrote, and its peak memory before it began (the report) and in all.
The page is opened from a file, without a cache; "opens" ends with the load event and the frame after it, "filters" and
"searches" with the frame after the click or the last key. Medians of five. Needs the extra `browser` for that part.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import shutil
import statistics
import sys
import tempfile
import time
from multiprocessing.connection import Connection
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from support.reports import make_finding, make_pair, make_report, make_side, span_of

from xlcheck.model import Report, Severity
from xlcheck.render.base import RenderOptions
from xlcheck.render.registry import RENDERERS, renderer

A_STORY = 10
SENTENCES = 30
TARGET_SECONDS, TARGET_MEGABYTES = 5.0, 500
TARGET_FINDINGS, TARGET_PAGE = 1_000, 2.0
"""A page of that many findings opens and filters in so many seconds."""
RUNS = 5


def synthetic(findings: int) -> Report:
    """Return a report with so many findings, ten a story."""
    sides, pairs, found = [], [], []
    for story in range(findings // A_STORY):
        german = make_side(
            f"incoming/{story:05}.de.txt",
            f"Die Stadt Nordhavn baut Brücke Nummer {story}\n"
            + "\n".join(
                f"In Abschnitt {n} arbeiteten nach Angaben der Stadt {story + n + 100} Menschen an der neuen Brücke."
                for n in range(SENTENCES - 1)
            ),
            language="de",
            translations=[f"Sentence {n} of story {story} as this machine reads it." for n in range(SENTENCES)],
        )
        english = make_side(
            f"incoming/{story:05}.en.txt",
            f"The city of Nordhavn builds bridge number {story}\n"
            + "\n".join(
                f"According to the city {story + n + 101} people worked on section {n} of the new bridge."
                for n in range(SENTENCES - 1)
            ),
        )
        sides += [german, english]
        pairs.append(make_pair(german, english, [([n], [n]) for n in range(SENTENCES) if n % 3]))
        for n in range(A_STORY):
            found.append(
                make_finding(
                    [span_of(english, f"{story + n + 101} people")],
                    [span_of(german, f"{story + n + 100} Menschen")],
                    severity=list(Severity)[n % 3],
                    message=f"The number of people differs: {story + n + 100} in the original, {story + n + 101} here.",
                    evidence=(("original", str(story + n + 100)), ("english", str(story + n + 101))),
                )
            )
    ids = [(left.article.id, right.article.id) for left, right in zip(sides[::2], sides[1::2], strict=True)]
    return make_report(sides, pairs=pairs, findings=found, clusters=ids)


def measure(name: str, report: Report, answer: Connection) -> None:
    """Write the report in one format and send seconds, bytes, and peak megabytes before and after."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    start = time.process_time()
    size = sum(len(piece.encode()) for piece in renderer(name).render(report, RenderOptions()))
    seconds = time.process_time() - start
    answer.send((seconds, size, before, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))


def formats(names: list[str], findings: int) -> None:
    report = synthetic(findings)
    print(f"{findings:,} findings, {len(report.pairs):,} pairs, {len(report.documents):,} articles")
    print(f"{'format':<10} {'CPU s':>7} {'MB written':>11} {'peak MB before':>15} {'peak MB':>8}")
    context = multiprocessing.get_context("fork")  # so that the report is there without being sent
    for name in names:
        receiver, sender = context.Pipe(duplex=False)
        child = context.Process(target=measure, args=(name, report, sender))
        child.start()
        seconds, size, before, peak = receiver.recv()
        child.join()
        missed = seconds > TARGET_SECONDS or peak > TARGET_MEGABYTES
        print(f"{name:<10} {seconds:>7.2f} {size / 1e6:>11.1f} {before:>15.0f} {peak:>8.0f}{'  MISSED' * missed}")
    print(f"target: {TARGET_SECONDS:.0f} s and {TARGET_MEGABYTES} MB")


FRAME = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
STEPS = {
    "opens": None,
    "filters (severity off)": "document.querySelector('input[name=severity][value=note]').click()",
    "filters (severity on)": "document.querySelector('input[name=severity][value=note]').click()",
    "searches (first time)": """{ const field = document.querySelector('#search'); field.value = 'bridge 12';
        field.dispatchEvent(new Event('input', { bubbles: true })); }""",
    "searches (again)": """{ const field = document.querySelector('#search'); field.value = 'bridge';
        field.dispatchEvent(new Event('input', { bubbles: true })); }""",
    "opens a pair of articles": "document.querySelector('details.pair summary').click()",
}


def page(findings: int, chromium: str | None) -> None:
    from playwright.sync_api import sync_playwright

    times: dict[str, list[float]] = {step: [] for step in STEPS}
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder) / "report.html"
        path.write_text("".join(renderer("html").render(synthetic(findings), RenderOptions())), encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for _ in range(RUNS):
            context = browser.new_context(viewport={"width": 1280, "height": 900})
            tab = context.new_page()
            start = time.perf_counter()
            tab.goto(path.as_uri(), wait_until="load")
            tab.evaluate(FRAME)
            times["opens"].append(time.perf_counter() - start)
            for step, action in STEPS.items():
                if action is not None:
                    taken = f"async () => {{ const start = performance.now(); {action}; await ({FRAME})();"
                    times[step].append(tab.evaluate(taken + " return performance.now() - start; }") / 1000)
            context.close()
        size = path.stat().st_size
        version = browser.version
        browser.close()
    print(f"\nHTML of {findings:,} findings, {size / 1e6:.1f} MB, Chromium {version}")
    for step, taken in times.items():
        middle = statistics.median(taken)
        print(
            f"{step:<26} {middle * 1000:>7.0f} ms{'  MISSED' * (findings <= TARGET_FINDINGS and middle > TARGET_PAGE)}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--findings", type=int, default=10_000)
    parser.add_argument("--formats", default=",".join(form.name for form in RENDERERS))
    parser.add_argument("--page", type=int, nargs="*", default=[1_000])
    parser.add_argument("--chromium", default=shutil.which("chromium"))
    options = parser.parse_args()
    if options.formats:
        formats(options.formats.split(","), options.findings)
    for findings in options.page:
        page(findings, options.chromium)


if __name__ == "__main__":
    main()
