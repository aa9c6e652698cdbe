"""Marked drafts to articles: language of the text and of its lines, date, evidence."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from xlcheck.ingest.dates import find_dates
from xlcheck.ingest.evidence import find_evidence
from xlcheck.lang.detect import UNKNOWN, alike, detect, line_language, variant_of
from xlcheck.lang.profile import variants
from xlcheck.model import Article, Line, LineRole, Span

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from xlcheck.ingest.draft import Draft, Source
    from xlcheck.ingest.marking import Marked, MarkedLine

_SAMPLE = 20_000
"""So many characters are enough to tell a language."""
_SURE_LETTERS, _SURE_SCORE = 100, 0.9
"""What it takes for a text to contradict the language that its file declares."""
_DATE_RULES = frozenset({"byline", "date-line"})
_ENDING_RULES = frozenset(
    {
        "byline",
        "comment",
        "comment-section",
        "disclaimer",
        "related-list",
        "share",
        "source-link",
        "subscribe",
        "tag-list",
    }
)
"""Rules whose lines stand behind the end of an article more often than inside it."""
_REGION = re.compile(r"[-_]([A-Za-z]{2})\Z")
_TAG = re.compile(r"(?P<code>[A-Za-z]{2,3})(?:[-_][A-Za-z0-9]+)*\s*\Z")


def article_id(source: Source, draft: Draft) -> str:
    """Return the id of an article: its path, plus `#record` where a file holds records."""
    return f"{source.path}#{draft.record}" if draft.record else source.path


def likely_languages(draft: Draft) -> tuple[str, ...]:
    """Return the languages in which a draft may write its dates, before its lines are marked."""
    found = (declared_code(draft.language), detect(draft.text[:_SAMPLE])[0])
    return tuple(dict.fromkeys(code for code in found if code and code != UNKNOWN))


def build_article(source: Source, marked: Marked) -> Article:
    """Return the finished article."""
    draft = marked.draft
    doc = article_id(source, draft)
    language, confidence = _document_language(marked)
    foreign = [
        line_language(line.text, language) if line.role is not LineRole.SKIPPED else None for line in marked.lines
    ]
    _skip_foreign_footer(marked.lines, foreign)
    lines = tuple(
        Line(
            span=Span(doc=doc, start=line.start, end=line.end, text=line.text),
            role=line.role,
            rule=line.rule,
            reason=line.reason,
            language=other,
        )
        for line, other in zip(marked.lines, foreign, strict=True)
    )
    title = marked.title
    return Article(
        id=doc,
        path=source.path,
        text=draft.text,
        language=language,
        language_confidence=confidence,
        lines=lines,
        line_starts=source.line_starts,
        offsets=draft.offsets,
        title=Span(doc=doc, start=title[0], end=title[1], text=draft.text[slice(*title)]) if title else None,
        date=draft.date or _header_date(marked.lines, language),
        url=draft.url,
        encoding=source.encoding,
        evidence=find_evidence(doc, draft.text),
    )


def declared_code(tag: str | None) -> str | None:
    """Return the ISO 639 code of a language tag ("de-AT" and "deu" are "de"), None where it is none."""
    found = _TAG.match((tag or "").strip())
    if not found:
        return None
    code = found["code"].lower()
    if len(code) == 3:
        from babel.core import get_global

        code = str(get_global("language_aliases").get(code, code))
    return None if code in ("und", "mul", "zxx") else code


def _document_language(marked: Marked) -> tuple[str, float]:
    """Return the declared language unless the text surely contradicts it, else the detected one."""
    sample = _sample(marked)
    code, score = detect(sample)
    if code == UNKNOWN:
        code, score = _majority(sample)
    declared = declared_code(marked.draft.language)
    if declared is None:
        return code, round(score, 3)
    letters = sum(char.isalpha() for char in sample)
    contradicted = letters >= _SURE_LETTERS and score >= _SURE_SCORE and not alike(code, declared)
    return (code, round(score, 3)) if contradicted else (_variant(marked.draft.language or "", declared, sample), 1.0)


def _variant(tag: str, code: str, sample: str) -> str:
    """Return the variant that a tag names ("zh-TW"); where it names no region, the one that the text is written in.

    A region without a variant of its own (zh-HK) has the language's tables: it shares the letters, not the currency.
    """
    region = _REGION.search(tag.strip())
    if region is None:
        return variant_of(code, sample)
    named = f"{code}-{region[1].upper()}"
    return named if named in variants(code) else code


def _majority(sample: str) -> tuple[str, float]:
    """Return the language of most of the letters of a text in several, and their share; unknown if there is none."""
    letters: Counter[str] = Counter()
    for line in sample.splitlines():
        letters[detect(line)[0]] += sum(char.isalpha() for char in line)
    if not letters:
        return UNKNOWN, 0.0
    code, count = min(letters.items(), key=lambda item: (-item[1], item[0]))
    share = count / max(1, letters.total())
    return (code, share) if share > 0.5 else (UNKNOWN, 0.0)


def _sample(marked: Marked) -> str:
    """Return text to tell the language from: the body, or the title where there is hardly any body."""
    body = "\n".join(line.text for line in marked.body)[:_SAMPLE]
    if sum(char.isalpha() for char in body) >= _SURE_LETTERS or marked.title is None:
        return body
    return marked.draft.text[slice(*marked.title)] + "\n" + body


def _skip_foreign_footer(lines: Sequence[MarkedLine], foreign: Sequence[str | None]) -> None:
    """Skip lines in another language that stand at the end, behind a line that already ended the article.

    A foreign paragraph right behind the text stays: it may be an untranslated passage, which a check should see.
    """
    tail: list[MarkedLine] = []
    for line, other in zip(reversed(lines), reversed(foreign), strict=True):
        if line.role is LineRole.SKIPPED and line.rule not in _ENDING_RULES:
            continue
        if line.role is LineRole.SKIPPED:
            for footer in tail:
                footer.skip("foreign-footer", "in another language, behind the end of the article")
            tail.clear()
        elif other is not None:
            tail.append(line)
        else:
            return


def _header_date(lines: Sequence[MarkedLine], language: str) -> dt.date | None:
    """Return the earliest full date in the lines above the text that give its author or date."""
    found: list[dt.date] = []
    for line in lines:
        if line.role is LineRole.BODY:
            break
        if line.role is LineRole.SKIPPED and line.rule in _DATE_RULES:
            found.extend(find_dates(line.text, (language,)))
    return min(found, default=None)
