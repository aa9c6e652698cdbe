"""Short cuts: a text that is passed over without asking the rules or patterns would have given them nothing."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xlcheck.extract.dates.lexicon import date_lexicon
from xlcheck.segment.srx import _ONE_SENTENCE, _breaks

RULES = ("de", "en", "fr", "es", "it", "pl", "ru", "sk", "zh", "ja", "ar", "el", "lt", "nl", "pt")
WORDS = st.text(alphabet="aB1éß中ไ ,'\"%“”„«»’–-_", max_size=40)
ENDS = st.sampled_from(["", ".", "!", "?", "…", "...", "?!", ".”", ".»", "’"])


@pytest.mark.parametrize("rules", RULES)
@settings(max_examples=25)
@given(body=WORDS, end=ENDS)
def test_no_rule_breaks_what_is_taken_for_one_sentence(rules: str, body: str, end: str) -> None:
    text = body + end
    assert _ONE_SENTENCE.fullmatch(text)
    assert [place for place in _breaks(text, rules) if 0 < place < len(text)] == []


@pytest.mark.parametrize("text", ["He came. She left.", "Really?” he asked.", "A: B", "x\ny", "U.S. troops"])
def test_others_are_left_to_the_rules(text: str) -> None:
    assert _ONE_SENTENCE.fullmatch(text) is None


@pytest.mark.parametrize("language", ["de", "en", "fr", "es", "ru", "ja", "zh", "th", "ar", "tr", "hi", "xx"])
@settings(max_examples=25)
@given(text=st.text(max_size=60))
def test_dates_without_figures_are_found_by_the_worded_patterns_only(language: str, text: str) -> None:
    lexicon = date_lexicon(language)
    names = sorted(lexicon.months)[:4]
    bare = re.sub(r"\d", "", " ".join([text, *names, text]))
    others = [pattern for pattern in lexicon.complete if pattern not in lexicon.worded]
    assert others
    assert not any(pattern.search(bare) for pattern in others)
