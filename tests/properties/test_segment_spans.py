from __future__ import annotations

from itertools import pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st

from xlcheck.model import Article, Line, LineRole, Span
from xlcheck.segment import segment_article, split_sentences
from xlcheck.segment.plain_view import is_invisible

LANGUAGES = st.sampled_from(["de", "en", "fr", "ru", "zh", "ja", "ko", "ar", "tr", "th", "und"])
PIECES = st.sampled_from(
    [
        *("Haus", "the", "The", "Dr.", "U.S.", "z. B.", "3.", "V.", "говорит", "他说", "e\N{COMBINING ACUTE ACCENT}"),
        *(".", "!", "?", "…", "。", "！", ":", ",", "؟", "।", " ", " ", " ", "  ", "-", "–"),
        *("„", "“", "”", "«", "»", '"', "'", "’", "‘", "「", "」", "(", ")", "[", "]", "（", "）"),
        *("\N{NO-BREAK SPACE}", "\N{ZERO WIDTH SPACE}", "\N{RIGHT-TO-LEFT OVERRIDE}", "\n", "\r\n", "😀"),
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=80),
    st.lists(PIECES, max_size=40).map("".join),
)


def _is_visible(text: str) -> bool:
    return any(not (char.isspace() or is_invisible(char)) for char in text)


@settings(max_examples=200)
@given(text=TEXTS, language=LANGUAGES)
@example(text="! ! a. ”", language="en")
@example(text="“。」a", language="zh")
def test_sentences_cover_every_visible_character_once(text: str, language: str) -> None:
    ranges = split_sentences(text, language)
    covered: set[int] = set()
    previous = 0
    for start, end in ranges:
        assert previous <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        covered.update(range(start, end))
        previous = end
    expected = {at for at, char in enumerate(text) if not char.isspace()} if _is_visible(text) else set()
    assert expected <= covered


@settings(max_examples=80)
@given(text=TEXTS, language=LANGUAGES)
def test_splitting_a_sentence_again_keeps_visible_pieces(text: str, language: str) -> None:
    for start, end in split_sentences(text, language):
        assert _is_visible(text[start:end])


@settings(max_examples=80)
@given(texts=st.lists(TEXTS, max_size=5), roles=st.lists(st.sampled_from(list(LineRole)), min_size=5, max_size=5))
def test_segments_of_an_article_quote_it_exactly(texts: list[str], roles: list[LineRole]) -> None:
    rows = [text.replace("\n", " ").replace("\r", " ") for text in texts]
    text = "\n".join(rows)
    lines = []
    start = 0
    for row, role in zip(rows, roles, strict=False):
        lines.append(Line(span=Span(doc="a", start=start, end=start + len(row), text=row), role=role))
        start += len(row) + 1
    article = Article(id="a", path="a", text=text, language="de", language_confidence=1.0, lines=tuple(lines))
    segments = segment_article(article)
    assert [segment.index for segment in segments] == list(range(len(segments)))
    assert all(text[s.span.start : s.span.end] == s.text for s in segments)
    spans = [segment.span for segment in segments]
    assert all(left.end <= right.start for left, right in pairwise(spans))
    covered = {at for span in spans for at in range(span.start, span.end)}
    for line in lines:
        visible = {line.span.start + at for at, char in enumerate(line.span.text) if not char.isspace()}
        if line.role is LineRole.SKIPPED:
            assert not covered & visible
        elif _is_visible(line.span.text):
            assert visible <= covered
