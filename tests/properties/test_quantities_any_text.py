"""Whatever the text, what is found in it quotes it, is well-formed, and overlaps nothing."""

from __future__ import annotations

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from xlcheck.extract.quantities.in_sentence import extract_numbers_and_dates
from xlcheck.model import Span


@settings(max_examples=150)
@given(
    text=st.text(
        alphabet=st.sampled_from("0123456789.,:/-–% \N{NO-BREAK SPACE}€$abUhrMioandund三万年月日½٣"), max_size=60
    ),
    language=st.sampled_from(("de", "en", "zh", "ru", "und")),
)
def test_any_text_yields_spans_that_quote_it_and_never_overlap(text: str, language: str) -> None:
    span = Span(doc="d", start=7, end=7 + len(text), text=text)
    quantities, dates = extract_numbers_and_dates(span, language)
    for fact in (*quantities, *dates):
        assert fact.span.text == text[fact.span.start - 7 : fact.span.end - 7]
        assert fact.span.text.strip()
    for quantity in quantities:
        assert quantity.readings
        assert all(reading.low <= reading.high for reading in quantity.readings)
        assert not any(quantity.span.overlaps(date.span) for date in dates)
    ordered = sorted(quantities, key=lambda item: item.span.start)
    assert all(left.span.end <= right.span.start for left, right in itertools.pairwise(ordered))
    assert list(quantities) == ordered
