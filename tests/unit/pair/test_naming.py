from __future__ import annotations

import pytest

from xlcheck.pair import PairingArticle
from xlcheck.pair.naming import group_by_name, language_code


def article(spec: str) -> PairingArticle:
    """Return an article from `path#record:language[?]`; a question mark for a guessed language."""
    name, _, language = spec.rpartition(":")
    confidence = 0.6 if language.endswith("?") else 1.0
    return PairingArticle(
        id=name, path=name.partition("#")[0], language=language.rstrip("?"), language_confidence=confidence
    )


@pytest.mark.parametrize(
    ("specs", "groups"),
    [
        (["story.de.md:de", "story.en.md:en", "other.md:en"], [("story.de.md", "story.en.md")]),
        (["story_de.txt:de", "story_en.txt:en"], [("story_de.txt", "story_en.txt")]),
        (["story-de.txt:de", "story-en.html:en"], [("story-de.txt", "story-en.html")]),
        (["de_story.txt:de", "en_story.txt:en"], [("de_story.txt", "en_story.txt")]),
        (["s/de.txt:de", "s/en.txt:en", "t/en.txt:en"], [("s/de.txt", "s/en.txt")]),
        (["x/de/1/s.md:de", "x/en/1/s.md:en", "x/en/2/s.md:en"], [("x/de/1/s.md", "x/en/1/s.md")]),
        (["s.de-AT.md:de", "s.en_GB.md:en"], [("s.de-AT.md", "s.en_GB.md")]),
        (["s.deu.md:de", "s.eng.md:en", "s.fre.md:fr"], [("s.deu.md", "s.eng.md", "s.fre.md")]),
        (["f.jsonl#7:de", "f.jsonl#7~2:en", "f.jsonl#8:en"], [("f.jsonl#7", "f.jsonl#7~2")]),
        (["f.de.jsonl#7:de", "f.en.jsonl#7:en", "f.en.jsonl#8:en"], [("f.de.jsonl#7", "f.en.jsonl#7")]),
        (["f.jsonl#7-de:de", "f.jsonl#7-en:en"], [("f.jsonl#7-de", "f.jsonl#7-en")]),
        (["a.de.md:de", "a.en.md:en", "b.de.md:de", "b.en.md:en"], [("a.de.md", "a.en.md"), ("b.de.md", "b.en.md")]),
        (["s.de.md:en?", "s.en.md:en"], [("s.de.md", "s.en.md")]),
        (["s.de.md:und", "s.en.md:en"], [("s.de.md", "s.en.md")]),
    ],
    ids=lambda value: " ".join(value) if isinstance(value[0], str) else "",
)
def test_names_of_versions(specs: list[str], groups: list[tuple[str, ...]]) -> None:
    assert group_by_name(map(article, specs)) == tuple(groups)
    assert group_by_name(map(article, reversed(specs))) == tuple(groups)


@pytest.mark.parametrize(
    "specs",
    [
        ["s.de.md:en", "s.en.md:en"],
        ["s.xx.md:de", "s.qq.md:en"],
        ["s.new.md:en", "s.old.md:de"],
        ["s.de.md:de", "t.en.md:en"],
        ["it/s.md:en", "no/s.md:en"],
        ["s.de.md:de", "s.de.html:de", "s.en.md:en"],
        ["f.jsonl#7:en", "f.jsonl#7~2:en"],
        ["f.jsonl#7:und", "f.jsonl#7~2:en"],
        ["a.txt:de", "b.txt:en"],
    ],
    ids=" ".join,
)
def test_names_that_say_nothing(specs: list[str]) -> None:
    assert group_by_name(map(article, specs)) == ()


@pytest.mark.parametrize(
    ("text", "code"), [("de", "de"), ("DE", "de"), ("ger", "de"), ("deu", "de"), ("xx", None), ("new", None)]
)
def test_codes(text: str, code: str | None) -> None:
    assert language_code(text) == code
