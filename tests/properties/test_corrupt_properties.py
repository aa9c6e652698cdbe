"""Planted errors depend on the sentence and the seed alone, and say exactly what was changed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from xlcheck.corrupt import corrupt_text

WORDS = st.sampled_from(
    [
        "The",
        "ferry",
        "may",
        "not",
        "carry",
        "240",
        "cars",
        "on",
        "Friday",
        ",",
        "Helga",
        "Brandt",
        "most",
        "rose",
        "“",
        "”",
    ]
)
SENTENCES = st.lists(WORDS, min_size=1, max_size=25).map(" ".join) | st.text(max_size=80)


@given(text=SENTENCES, seed=st.integers(0, 5))
def test_an_edit_can_be_undone(text: str, seed: int) -> None:
    for item in corrupt_text(
        text, language="en", other="Die Fähre fährt am Freitag nicht.", strangers=["No."], seed=seed
    ):
        assert item.text != text
        assert item.text[: item.start] + item.original + item.text[item.end :] == text


@given(text=SENTENCES, seed=st.integers(0, 5))
def test_one_category_is_not_changed_by_the_others(text: str, seed: int) -> None:
    every = corrupt_text(text, language="en", seed=seed)
    assert every == corrupt_text(text, language="en", seed=seed)
    for item in every:
        assert corrupt_text(text, language="en", seed=seed, categories=[item.category]) == (item,)
