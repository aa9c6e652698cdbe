from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from xlcheck.extract.cues.polarity import extract_polarity
from xlcheck.model import Span

words = st.sampled_from(
    ["not", "don’t", "Un", "kein", "no", "only", "ohne", "ß", "\N{COMBINING ACUTE ACCENT}", "#7", "\n"]
)


@given(
    st.lists(st.one_of(words, st.text(max_size=6)), max_size=12),
    st.sampled_from(["de", "en", "xx"]),
    st.integers(0, 99),
)
def test_every_cue_quotes_its_text(parts: list[str], language: str, start: int) -> None:
    text = " ".join(parts)
    span = Span(doc="d", start=start, end=start + len(text), text=text)
    found = extract_polarity(span, language)
    for cue in found:
        assert span.contains(cue.span)
        assert text[cue.span.start - start : cue.span.end - start] == cue.span.text
    assert [cue.span.start for cue in found] == sorted(cue.span.start for cue in found)
