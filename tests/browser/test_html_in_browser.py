"""The page as a newsroom meets it: opened in a real Chromium, clicked, typed into, printed, read back.

Skipped, with the reason, where playwright (the extra `browser`) or a Chromium is missing. `XLCHECK_CHROMIUM` names one
that is not on the path; else the one that playwright brought is taken.
"""

from __future__ import annotations

import json
import os
import shutil
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from support import report_cases
from support.reports import make_finding, make_pair, make_report, make_side, span_of

from xlcheck.model import Report, Severity
from xlcheck.render.base import RenderOptions
from xlcheck.render.html import HtmlRenderer
from xlcheck.triage.reviews import Opinion, Review, append_review, read_reviews

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

sync_api = pytest.importorskip("playwright.sync_api", reason="needs playwright: pip install xlcheck[browser]")

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
SHOWN = "article.finding:not([hidden])"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    path = os.environ.get("XLCHECK_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    with sync_api.sync_playwright() as playwright:
        try:
            running = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        except sync_api.Error as error:
            pytest.skip(f"no Chromium to be started: {error.message.splitlines()[0]}")
        yield running
        running.close()


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """Open the page of a report; at the end nothing may have been complained about or asked for."""
    contexts: list[Any] = []
    complaints: list[str] = []
    requests: list[str] = []

    def open_page(report: Report, *, options: RenderOptions | None = None, **context: Any) -> Any:
        path = tmp_path / "report.html"
        text = "".join(HtmlRenderer().render(report, options or RenderOptions()))
        path.write_text(text, encoding="utf-8", newline="\n")
        contexts.append(browser.new_context(**context))
        page = contexts[-1].new_page()
        page.set_default_timeout(5_000)
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda request: requests.append(request.url))
        page.goto(path.as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []
    assert [url for url in requests if not url.startswith(("file:", "data:", "blob:"))] == []


def test_it_opens_without_a_complaint_and_without_a_request(opened: Callable[..., Any]) -> None:
    page = opened(report_cases.rich())
    assert page.title() == "xlcheck: 10 findings"
    assert page.locator(SHOWN).count() == 10
    assert page.locator("#shown").inner_text() == "10 of 10 shown"
    assert "permission denied" in page.locator(".troubles.failed").inner_text()
    opened(report_cases.empty())
    opened(report_cases.rich(), options=RenderOptions(excerpts=False))


def test_filters(opened: Callable[..., Any]) -> None:
    page = opened(report_cases.rich())
    box = page.locator('input[name="severity"][value="note"]')
    box.uncheck()
    assert page.locator("#shown").inner_text() == "7 of 10 shown"
    assert page.locator('article[data-severity="note"]:visible').count() == 0
    # What the box would bring back stays counted; the other groups count what is left.
    assert box.locator("xpath=..").locator("output").inner_text() == "3"
    assert page.locator('input[name="check"][value="XT101"]').locator("xpath=..").locator("output").inner_text() == "0"
    page.locator('input[name="verdict"][value="text-garbled"]').uncheck()
    assert page.locator(SHOWN).count() == 5
    page.locator('input[name="check"][value="XN101"]').uncheck()
    assert page.locator(SHOWN).count() == 3
    page.locator("#least").fill("80")
    assert page.locator("#least-shown").inner_text() == "80\N{NO-BREAK SPACE}%"
    assert page.locator(SHOWN).count() == 2
    page.get_by_role("button", name="Show all").click()
    page.wait_for_function("document.querySelector('#shown').textContent === '10 of 10 shown'")
    assert page.locator("#least-shown").inner_text() == "0\N{NO-BREAK SPACE}%"
    page.locator("#search").fill("XD101 WEDNESDAY")
    assert page.locator(SHOWN).count() == 1
    page.locator("#search").fill("橋-アルムスン")
    assert page.locator(SHOWN).count() == 2
    page.locator("#search").fill("no such words")
    assert page.locator("#none-left").is_visible()
    assert page.locator("section.story:visible").count() == 0


def current(page: Any) -> str:
    return str(page.locator("article[aria-current]").get_attribute("id"))


def test_keys(opened: Callable[..., Any]) -> None:
    page = opened(report_cases.rich())
    page.keyboard.press("j")
    assert current(page) == "f1"
    page.keyboard.press("j")
    assert current(page) == "f2"
    assert page.evaluate("document.activeElement.id") == "f2"
    page.keyboard.press("k")
    page.keyboard.press("k")
    assert current(page) == "f1"
    page.keyboard.press("e")
    assert page.locator("#f1 .why").get_attribute("open") is not None
    page.keyboard.press("/")
    page.keyboard.type("jjj")
    assert page.locator("#search").input_value() == "jjj"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") != "search"
    page.locator("#search").fill("")
    page.locator('input[name="severity"][value="error"]').uncheck()
    page.keyboard.press("j")
    assert page.locator(f"#{current(page)}").get_attribute("data-severity") != "error"
    page.keyboard.press("?")
    assert page.locator("#help").is_visible()
    page.locator("#keys-on").uncheck()
    page.keyboard.press("Escape")
    assert page.locator("#help").is_hidden()
    before = current(page)
    page.keyboard.press("j")
    assert current(page) == before
    page.reload()
    page.keyboard.press("j")
    assert page.locator("article[aria-current]").count() == 0, "switched off until switched on again"


def test_side_by_side_and_back(opened: Callable[..., Any]) -> None:
    page = opened(report_cases.rich())
    card = page.locator('article[data-check="XC101"]')
    assert page.locator("table.aligned").count() == 0, "not laid out before somebody asks"
    card.locator("a.beside").click()
    hit = page.locator("table.aligned a.hit:focus")
    assert hit.inner_text().strip("⟦⟧") == "niemals"
    row = hit.locator("xpath=ancestor::tr")
    assert "We never doubted the schedule" in row.inner_text(), "our English between the two"
    assert "often doubted" in row.inner_text()
    assert page.locator("table.aligned .unlinked th.link").first.inner_text() == "no counterpart"
    # The browser tells of a changed address only after the click; a function that is waited for would be evaluated in
    # the page, which its policy forbids, so elements are waited for.
    focused_card = page.locator(f'[id="{card.get_attribute("id")}"]:focus')
    hit.click()
    focused_card.wait_for()
    page.keyboard.press("o")
    page.locator("a.hit:focus").wait_for()
    page.keyboard.press("o")
    focused_card.wait_for()
    assert current(page) == card.get_attribute("id")


def test_a_long_run_unfolds(opened: Callable[..., Any]) -> None:
    one, two = (make_side(f"{name}.txt", "\n".join(f"{name} {n}." for n in range(9))) for name in "ab")
    page = opened(make_report([one, two], pairs=[make_pair(one, two, [([8], [8])])]))
    page.locator("details.pair summary").click()
    assert page.get_by_text("a 5.").is_hidden()
    page.get_by_role("button", name="8 and 8 sentences without counterpart").click()
    assert page.get_by_text("a 5.").is_visible()


REASON = "house style, \N{LINE SEPARATOR}agreed “yes”\N{RIGHT-TO-LEFT OVERRIDE} 日本"


def test_decisions_are_kept_and_exported_as_review_writes_them(opened: Callable[..., Any], tmp_path: Path) -> None:
    report = report_cases.rich()
    page = opened(report, accept_downloads=True)
    assert page.locator("#export").is_disabled()
    page.locator("#reader").fill("Ada Lindqvist")
    first, second, third = (page.locator("article.finding").nth(number) for number in range(3))
    first.get_by_role("button", name="Confirm").click()
    assert first.get_by_role("button", name="Confirm").get_attribute("aria-pressed") == "true"
    page.keyboard.press("j")
    page.keyboard.press("d")
    page.keyboard.insert_text(REASON)
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    assert current(page) == third.get_attribute("id")
    page.keyboard.press("u")
    page.keyboard.press("f")
    page.keyboard.press("Escape")
    page.keyboard.press("f")  # taken back
    assert page.locator("#decided").inner_text() == "2 of 10 decided"
    page.reload()
    assert page.locator("#decided").inner_text() == "2 of 10 decided"
    assert second.locator(".reason input").input_value() == REASON
    page.locator('input[name="decision"][value=""]').uncheck()
    assert page.locator(SHOWN).count() == 2
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download").click()
    assert waiting.value.suggested_filename == "xlcheck-decisions.jsonl"
    waiting.value.save_as(tmp_path / "mine.jsonl")
    prints = [each.get_attribute("data-fingerprint") for each in (first, second)]
    checks = [each.get_attribute("data-check") for each in (first, second)]
    assert read_reviews(tmp_path / "mine.jsonl") == {
        prints[0]: Review(fingerprint=prints[0], check=checks[0], opinion=Opinion.CONFIRMED, reader="Ada Lindqvist"),
        prints[1]: Review(
            fingerprint=prints[1], check=checks[1], opinion=Opinion.DISMISSED, reason=REASON, reader="Ada Lindqvist"
        ),
    }
    assert set(json.loads((tmp_path / "mine.jsonl").read_text(encoding="utf-8").splitlines()[0])) == {
        "fingerprint",
        "check",
        "verdict",
        "reason",
        "reader",
    }


def test_decisions_of_others_are_loaded(opened: Callable[..., Any], tmp_path: Path) -> None:
    report = report_cases.rich()
    page = opened(report)
    known = report.findings[0]
    file = tmp_path / "xlcheck-decisions.jsonl"
    for opinion in (Opinion.UNSURE, Opinion.FALSE_POSITIVE):  # the last line counts
        append_review(file, Review(fingerprint=known.fingerprint, check=known.check, opinion=opinion, reason="no"))
    append_review(file, Review(fingerprint="elsewhere", check="XN101", opinion=Opinion.FIXED))
    file.write_text(file.read_text(encoding="utf-8") + "no json\n", encoding="utf-8")
    page.set_input_files("#import-file", file)
    page.wait_for_function("document.querySelector('#decided').textContent.includes('loaded')")
    assert page.locator("#decided").inner_text() == "1 of 10 decided; 2 loaded, 2 about other findings or unreadable"
    card = page.locator(f'article[data-fingerprint="{known.fingerprint}"]')
    card.scroll_into_view_if_needed()
    assert card.get_by_role("button", name="False positive").get_attribute("aria-pressed") == "true"
    assert card.locator(".reason input").input_value() == "no"


def test_a_browser_that_keeps_nothing_says_so(opened: Callable[..., Any], browser: Any) -> None:
    page = opened(report_cases.rich())
    page.evaluate(
        "() => { Storage.prototype.setItem = () => { throw new DOMException('no', 'QuotaExceededError'); }; }"
    )
    page.locator("article.finding").first.get_by_role("button", name="Confirm").click()
    assert page.locator("#not-kept").is_visible()
    assert page.locator("#decided").inner_text() == "1 of 10 decided"


def colours(page: Any) -> list[list[int]]:
    """Return the page's ink and paper as the screen shows them."""
    return page.evaluate(
        """() => ["color", "backgroundColor"].map((name) =>
            getComputedStyle(document.body)[name].match(/[0-9.]+/g).slice(0, 3).map(Number))"""
    )


def test_dark_mode(opened: Callable[..., Any]) -> None:
    page = opened(report_cases.rich(), color_scheme="dark")
    ink, paper = colours(page)
    assert sum(ink) > sum(paper)
    page.locator("#theme").click()  # auto → light
    ink, paper = colours(page)
    assert sum(ink) < sum(paper)
    page.reload()
    assert page.locator("#theme").inner_text() == "Colours: light"
    page.locator("#theme").click()  # light → dark
    page.emulate_media(color_scheme="light")
    ink, paper = colours(page)
    assert sum(ink) > sum(paper)


CONTRAST = """() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgb = (colour) => {
    canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = ([r, g, b]) => [r, g, b].map((c) => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const paper = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = rgb(getComputedStyle(at).backgroundColor);
      if (colour[3] === 255) return colour;
    }
    return [255, 255, 255];
  };
  const low = new Set();
  for (const element of document.querySelectorAll("body *")) {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!own || !element.checkVisibility() || element.disabled) continue;
    const [one, two] = [light(rgb(getComputedStyle(element).color)), light(paper(element))].sort((a, b) => b - a);
    if ((one + 0.05) / (two + 0.05) < 4.5) low.add(`${element.tagName}.${element.className}: ${element.textContent}`);
  }
  return [...low];
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everything_can_be_read(opened: Callable[..., Any], scheme: str) -> None:
    """Contrast of at least 4.5 to 1 (WCAG 1.4.3), texts side by side and chosen decisions included."""
    page = opened(report_cases.rich(), color_scheme=scheme, options=RenderOptions(verbose=True, show_skipped=True))
    page.locator("details.pair summary").first.click()
    page.keyboard.press("j")
    page.keyboard.press("f")
    assert page.evaluate(CONTRAST) == []


NAMELESS = """() => {
  const name = (element) => (element.getAttribute("aria-label") || element.labels?.[0]?.textContent ||
    document.getElementById(element.getAttribute("aria-labelledby"))?.textContent || element.textContent || "").trim();
  return [...document.querySelectorAll("a, button, input, summary, nav, aside, dialog, article, section, [role]")]
    .filter((element) => !name(element)).map((element) => element.outerHTML.slice(0, 120));
}"""


def test_structure_for_those_who_listen(opened: Callable[..., Any]) -> None:
    page = opened(report_cases.rich(), options=RenderOptions(show_skipped=True))
    page.locator("details.pair summary").first.click()
    page.keyboard.press("j")
    assert page.evaluate(NAMELESS) == []
    assert [page.locator(tag).count() for tag in ("main", "body > header", "footer", "h1")] == [1, 1, 1, 1]
    levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4')].map((h) => Number(h.tagName[1]))")
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert page.evaluate("[...document.querySelectorAll('table')].every((t) => t.querySelector('th[scope]'))")
    page.reload()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "findings"


def test_nothing_is_said_by_colour_alone(opened: Callable[..., Any]) -> None:
    page = opened(report_cases.rich())
    for card in page.locator("article.finding").all():
        assert str(card.get_attribute("data-severity")) in card.locator("h4").text_content()
    mark = "getComputedStyle(document.querySelector('mark'), '{}').content"
    assert page.evaluate(mark.format("::before")) == '"⟦"'
    assert page.evaluate(mark.format("::after")) == '"⟧"'


def test_print(opened: Callable[..., Any]) -> None:
    page = opened(report_cases.rich(), color_scheme="dark")
    page.locator("article.finding").first.get_by_role("button", name="Confirm").click()
    second = page.locator("article.finding").nth(1)
    second.get_by_role("button", name="Dismiss").click()
    second.locator(".reason input").fill("old copy")
    page.emulate_media(media="print")
    assert sum(colours(page)[0]) < 200
    assert page.locator("#filters").is_hidden()
    assert page.locator("#theme").is_hidden()
    assert page.locator("article.finding:visible").count() == 10
    first = page.locator("article.finding").first
    assert [button.inner_text() for button in first.locator("button:visible").all()] == ["Confirm"]
    assert first.locator(".reason").is_hidden()
    assert second.locator(".reason input").is_visible()
    assert page.pdf()[:5] == b"%PDF-"


@pytest.mark.parametrize("width", [320, 400, 800, 1280])
def test_it_fits_every_width(opened: Callable[..., Any], width: int) -> None:
    page = opened(report_cases.rich(), viewport={"width": width, "height": 800})
    for pair in page.locator("details.pair summary").all():
        pair.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_excerpts_have_their_language_and_direction(opened: Callable[..., Any]) -> None:
    arabic = make_side("a.txt", "عنوان\nشارك 400 عامل.", language="ar")
    english = make_side("b.txt", "Title\nSome 4,000 workers.")
    finding = make_finding([span_of(english, "4,000")], [span_of(arabic, "400")], severity=Severity.ERROR)
    page = opened(make_report([arabic, english], pairs=[make_pair(arabic, english)], findings=[finding]))
    quotes = page.locator("article.finding blockquote")
    assert [quote.get_attribute("lang") for quote in quotes.all()] == ["ar", "en"]
    directions = [quote.evaluate("(element) => getComputedStyle(element).direction") for quote in quotes.all()]
    assert directions == ["rtl", "ltr"]
