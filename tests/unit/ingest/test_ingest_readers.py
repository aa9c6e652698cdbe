"""Formats: what becomes the article's text, and the way back from it to the file."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING

import pytest

from xlcheck.ingest import Corpus, read_corpus
from xlcheck.model import Article, LineRole

if TYPE_CHECKING:
    from pathlib import Path

FIRST = "The council of Port Ellery voted on Tuesday to rebuild the lighthouse."
SECOND = "Mayor Ada Quill said the work would take two years and cost 4.2 million."


def read(tmp_path: Path, name: str, content: str | bytes) -> Corpus:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_corpus([str(path)])


def only(corpus: Corpus) -> Article:
    assert (corpus.skipped, corpus.failures) == ((), ())
    (article,) = corpus.articles
    return article


def in_file(article: Article, start: int, end: int, file: str) -> str:
    assert article.offsets is not None
    return file[slice(*article.offsets.to_file(start, end))]


def body(article: Article) -> list[str]:
    return [line.span.text for line in article.lines if line.role is LineRole.BODY]


class TestPlainText:
    def test_text_is_the_file_itself(self, tmp_path: Path) -> None:
        content = f"Tower wins vote in harbour\r\n\r\n{FIRST}\r\n{SECOND}\r"
        article = only(read(tmp_path, "a.txt", content))
        assert (article.text, article.offsets, article.encoding) == (content, None, "utf-8")
        assert article.line_starts == (0, 28, 30, 30 + len(FIRST) + 2, len(content))
        assert body(article) == [FIRST, SECOND]

    def test_byte_order_mark_is_no_text(self, tmp_path: Path) -> None:
        assert only(read(tmp_path, "a.txt", b"\xef\xbb\xbf" + FIRST.encode())).text == FIRST

    def test_unicode_separators_end_lines_but_not_file_lines(self, tmp_path: Path) -> None:
        article = only(read(tmp_path, "a.txt", f"{FIRST}\u2028{SECOND}\u2029{FIRST}"))
        assert body(article) == [FIRST, SECOND, FIRST]
        assert article.line_starts == (0,)

    def test_a_named_file_of_unknown_kind_is_read_as_text(self, tmp_path: Path) -> None:
        assert body(only(read(tmp_path, "story.article", FIRST))) == [FIRST]

    def test_legacy_encoding_is_named(self, tmp_path: Path) -> None:
        article = only(
            read(tmp_path, "a.txt", "Der Rat stimmte für den Turm, sagte Bürgermeisterin Quill.".encode("cp1252"))
        )
        assert (article.encoding, article.language) == ("cp1252", "de")


class TestMarkdown:
    def test_headings_code_and_front_matter_are_no_body(self, tmp_path: Path) -> None:
        content = (
            "---\ntitle: Tower\nlang: en\ndate: 2021-03-03\nurl: https://courier.example/1\n---\n"
            f"# Tower wins *vote* #\n\n{FIRST}\n\n## What next.\n\n{SECOND}\n\n```\ncode is here, as it stands.\n```\n"
            "| a | b. |\n|---|---|\n\nOld Style.\n----\n\nThe last sentence of the story is this one.\n"
        )
        article = only(read(tmp_path, "a.md", content))
        assert body(article) == [FIRST, SECOND, "The last sentence of the story is this one."]
        assert article.title is not None
        assert article.title.text == "Tower wins *vote*"
        assert (article.language, article.date) == ("en", dt.date(2021, 3, 3))
        assert article.url == "https://courier.example/1"
        assert article.text == content

    def test_underlined_title(self, tmp_path: Path) -> None:
        article = only(read(tmp_path, "a.markdown", f"Tower wins\n==========\n\n{FIRST}\n"))
        assert article.title is not None
        assert article.title.text == "Tower wins"
        assert body(article) == [FIRST]


PAGE = """<!DOCTYPE html><html lang="de-AT"><head><title>Rat stimmt f&uuml;r Turm | Hafenbote</title>
<meta property="article:published_time" content="2021-03-03T10:00:00+01:00"></head><body>
<nav><a href="/">Start</a> <a href="/p">Politik</a></nav><article><h1>Rat stimmt f&uuml;r Turm</h1>
<p class="by">Von Jana Holm</p>
<p>Der Rat von <b>Port Ellery</b> hat am Dienstag   f&uuml;r den Wiederaufbau
des Leuchtturms gestimmt, wie die Stadt mitteilte. Das war lange erwartet worden.</p>
<p>B&#252;rgermeisterin Quill nannte den Beschluss &bdquo;einen guten Tag&ldquo;.
<br>Sie will im Fr&uuml;hjahr bauen.</p>
<table><tr><td>H&ouml;he</td><td>32 m</td></tr></table>
</article><footer>Impressum Kontakt</footer><script>var text = "<p>Der Rat</p>";</script></body></html>
"""


class TestHtml:
    def test_article_text_and_metadata(self, tmp_path: Path) -> None:
        article = only(read(tmp_path, "a.html", PAGE))
        assert body(article) == [
            "Der Rat von Port Ellery hat am Dienstag für den Wiederaufbau des Leuchtturms gestimmt, wie die Stadt "
            "mitteilte. Das war lange erwartet worden.",
            "Bürgermeisterin Quill nannte den Beschluss „einen guten Tag“.",
            "Sie will im Frühjahr bauen.",
        ]
        assert article.title is not None
        assert article.title.text == "Rat stimmt für Turm"
        assert (article.language, article.date) == ("de", dt.date(2021, 3, 3))
        assert "Impressum" not in article.text

    def test_every_word_leads_back_to_the_source(self, tmp_path: Path) -> None:
        article = only(read(tmp_path, "a.html", PAGE))
        for word, source in (
            ("Leuchtturms", "Leuchtturms"),
            ("Port Ellery hat", "Port Ellery</b> hat"),
            ("Bürgermeisterin", "B&#252;rgermeisterin"),
            ("„einen guten Tag“", "&bdquo;einen guten Tag&ldquo;"),
            ("Wiederaufbau des", "Wiederaufbau\ndes"),
            ("Dienstag für", "Dienstag   f&uuml;r"),
            ("Höhe 32", "H&ouml;he</td><td>32"),
        ):
            start = article.text.index(word)
            assert in_file(article, start, start + len(word), PAGE) == source

    def test_broken_markup_is_read_as_far_as_it_goes(self, tmp_path: Path) -> None:
        page = f"<html><body><![if x]><article><p>{FIRST}</p><p>{SECOND}</p></article><p class='x>never closed"
        assert body(only(read(tmp_path, "a.htm", page)))[:2] == [FIRST, SECOND]

    def test_title_that_the_page_does_not_show_is_no_title(self, tmp_path: Path) -> None:
        head = '<head><meta property="og:title" content="Nobody sees this headline"></head>'
        page = f"<html>{head}<body><article><p>{FIRST}</p><p>{SECOND}</p></article></body></html>"
        article = only(read(tmp_path, "a.html", page))
        assert (article.title, body(article)) == (None, [FIRST, SECOND])

    @pytest.mark.parametrize("page", ["<html><body></body></html>", "<html><script>x()</script></html>", "<!-- -->"])
    def test_page_without_text_is_skipped(self, tmp_path: Path, page: str) -> None:
        corpus = read(tmp_path, "a.html", page)
        assert (corpus.articles, corpus.failures) == ((), ())
        assert "no article text" in corpus.skipped[0].reason


class TestJson:
    def test_escapes_lead_back_to_the_file(self, tmp_path: Path) -> None:
        content = (
            '{"id": "x1", "text": "Der Rat hat \\u201eJa\\u201c gesagt. \\ud83d\\ude00\\n\\nF\\u00fcr \\"alle\\"."}'
        )
        article = only(read(tmp_path, "a.json", content))
        assert article.text == 'Der Rat hat „Ja“ gesagt. 😀\n\nFür "alle".'
        assert article.id == f"{article.path}#x1"
        for text, source in (
            ("„Ja“", "\\u201eJa\\u201c"),
            ("😀", "\\ud83d\\ude00"),
            ('"alle"', '\\"alle\\"'),
            ("Rat", "Rat"),
        ):
            start = article.text.index(text)
            assert in_file(article, start, start + len(text), content) == source

    def test_fields(self, tmp_path: Path) -> None:
        record = {
            "title": "Tower wins",
            "text": FIRST,
            "lang": "en-GB",
            "date": "2021-03-03T10:00",
            "url": "u",
            "x": [1],
        }
        article = only(read(tmp_path, "a.jsonl", json.dumps(record)))
        assert article.title is not None
        assert (article.title.text, body(article)) == ("Tower wins", [FIRST])
        assert (article.language, article.language_confidence) == ("en", 1.0)
        assert (article.date, article.url) == (dt.date(2021, 3, 3), "u")

    def test_title_that_opens_the_text_is_not_doubled(self, tmp_path: Path) -> None:
        article = only(read(tmp_path, "a.json", json.dumps({"title": "Tower wins", "text": f"Tower wins\n{FIRST}"})))
        assert article.text == f"Tower wins\n{FIRST}"
        assert article.title is not None
        assert article.title.text == "Tower wins"

    def test_title_in_front_leads_back_to_its_own_field(self, tmp_path: Path) -> None:
        content = json.dumps({"text": FIRST, "title": "Tür auf"})
        article = only(read(tmp_path, "a.json", content))
        assert in_file(article, 0, 7, content) == "T\\u00fcr auf"

    def test_html_in_json_leads_back_through_both(self, tmp_path: Path) -> None:
        content = json.dumps({"html": PAGE}, ensure_ascii=True)
        article = only(read(tmp_path, "a.json", content))
        start = article.text.index("Bürgermeisterin")
        assert in_file(article, start, start + 15, content) == "B&#252;rgermeisterin"
        start = article.text.index("Wiederaufbau des")
        assert in_file(article, start, start + 16, content) == "Wiederaufbau\\ndes"

    @pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a.ndjson"])
    @pytest.mark.parametrize("layout", ["array", "lines", "pretty"])
    def test_layouts(self, tmp_path: Path, name: str, layout: str) -> None:
        records = [{"text": FIRST}, {"text": SECOND}]
        content = {
            "array": json.dumps(records, indent=1),
            "lines": "\n".join(json.dumps(record) for record in records) + "\n\n",
            "pretty": json.dumps(records[0], indent=2),
        }[layout]
        articles = read(tmp_path, name, content).articles
        assert [article.text for article in articles] == [FIRST, SECOND][: 1 if layout == "pretty" else 2]
        assert [article.id.rsplit("#", 1)[1] for article in articles] == ["1", "2"][: len(articles)]

    def test_duplicate_ids_get_a_suffix(self, tmp_path: Path) -> None:
        records = [{"id": name, "text": FIRST} for name in ("a", "a", "a~2", 7, "a")]
        corpus = read(tmp_path, "a.jsonl", "\n".join(json.dumps(record) for record in records))
        assert [article.id.rsplit("#", 1)[1] for article in corpus.articles] == ["7", "a", "a~2", "a~3", "a~4"]

    def test_broken_records_are_failures_and_the_others_are_read(self, tmp_path: Path) -> None:
        lines = [
            json.dumps({"text": FIRST}),
            '{"text": "never closed',
            "",
            json.dumps({"text": SECOND}),
            "[1, 2]",
            json.dumps({"id": 3}),
            json.dumps({"text": ["no", "string"]}),
            '{"text": "a"} x',
            json.dumps({"text": "  "}),
            '{"n": ' + "9" * 5000 + "}",
            '{"a":' * 100_000,
        ]
        corpus = read(tmp_path, "a.jsonl", "\n".join(lines))
        assert [article.text for article in corpus.articles] == [FIRST, SECOND]
        assert [failure.line for failure in corpus.failures] == [2, 5, 6, 7, 8, 10, 11]
        assert all(failure.where.endswith("a.jsonl") and failure.hint for failure in corpus.failures)
        assert [(item.line, item.reason) for item in corpus.skipped] == [(9, "record 8 is empty")]

    @pytest.mark.parametrize(
        ("content", "line"),
        [('{\n "text": \n}', 3), ('[\n{"text": "Yes."},\n{"text" 1}]', 3), ("nothing", 1), ('{"text": "a"} 5', 1)],
    )
    def test_broken_json_names_the_line(self, tmp_path: Path, content: str, line: int) -> None:
        corpus = read(tmp_path, "a.json", content)
        assert [failure.line for failure in corpus.failures] == [line]

    def test_stray_json_without_articles_is_skipped(self, tmp_path: Path) -> None:
        (tmp_path / "settings.json").write_text('{"threshold": 0.5}')
        corpus = read_corpus([str(tmp_path)])
        assert (corpus.failures, len(corpus.skipped)) == ((), 1)
        assert "no articles" in corpus.skipped[0].reason

    def test_lone_surrogate_becomes_evidence(self, tmp_path: Path) -> None:
        article = only(read(tmp_path, "a.json", '{"text": "The council \\ud800 voted for the tower."}'))
        article.text.encode()
        assert [item.kind for item in article.evidence] == ["replacement-character"]


class TestLanguage:
    GERMAN = (
        "Der Rat von Port Ellery hat am Dienstag für den Wiederaufbau des Leuchtturms gestimmt, wie die Stadt am Abend "
        "mitteilte. Das war von vielen Seiten lange erwartet worden."
    )

    @pytest.mark.parametrize(
        ("declared", "language"),
        [("de", "de"), ("de-AT", "de"), ("de_CH", "de"), ("deu", "de"), ("en", "de"), ("zxx", "de"), ("German!", "de")],
    )
    def test_declared_language_holds_unless_the_text_surely_contradicts(
        self, tmp_path: Path, declared: str, language: str
    ) -> None:
        assert only(read(tmp_path, "a.json", json.dumps({"text": self.GERMAN, "lang": declared}))).language == language

    @pytest.mark.parametrize(
        ("declared", "language"),
        [
            ("zh", "zh-TW"),
            ("zh-Hant", "zh-TW"),
            ("zh-TW", "zh-TW"),
            ("zh_tw", "zh-TW"),
            ("zh-HK", "zh"),
            (None, "zh-TW"),
        ],
    )
    def test_traditional_chinese_is_a_variant_unless_another_region_is_declared(
        self, tmp_path: Path, declared: str | None, language: str
    ) -> None:
        text = "市議會週二投票決定重建燈塔，市長說這個計畫將於明年開始。"
        assert only(read(tmp_path, "a.json", json.dumps({"text": text, "lang": declared}))).language == language

    def test_declared_language_of_a_short_text_holds(self, tmp_path: Path) -> None:
        article = only(read(tmp_path, "a.json", json.dumps({"text": "Ja, im Mai.", "lang": "nl"})))
        assert (article.language, article.language_confidence) == ("nl", 1.0)

    def test_too_little_text_has_no_language(self, tmp_path: Path) -> None:
        assert only(read(tmp_path, "a.txt", "1:0.")).language == "und"

    def test_foreign_paragraph_is_named_and_stays(self, tmp_path: Path) -> None:
        article = only(read(tmp_path, "a.txt", f"{FIRST}\n\n{SECOND}\n\n{FIRST} {SECOND}\n\n{self.GERMAN}"))
        assert (article.language, [line.language for line in article.lines]) == ("en", [None, None, None, "de"])
        assert all(line.role is LineRole.BODY for line in article.lines)

    def test_foreign_footer_behind_the_end_is_skipped(self, tmp_path: Path) -> None:
        text = f"{FIRST}\n\n{SECOND}\n\n{FIRST} {SECOND}\n\nSource: Ellery Courier\n\n{self.GERMAN}"
        assert only(read(tmp_path, "a.txt", text)).lines[-1].rule == "foreign-footer"
