from __future__ import annotations

from xlcheck.extract.names.taggers import MAX_TOKENS, lemma_of, tag_words


def test_proper_nouns_and_their_plain_form() -> None:
    tags = tag_words(("Webers", "Haus", "in", "Berlin"), "ger")
    assert [tag.proper for tag in tags] == [True, False, False, True]
    assert lemma_of("Webers", tags[0], "ger") == "Weber"


def test_a_table_is_tagged_only_in_front() -> None:
    words = ("Berlin",) * (MAX_TOKENS + 3)
    tags = tag_words(words, "ger")
    assert len(tags) == len(words)
    assert not any(tag.proper for tag in tags[MAX_TOKENS:])
    assert tag_words((), "ger") == ()
