"""Which words of a pair are in doubt, and which stand for which."""

from __future__ import annotations

from xlcheck.config import Config
from xlcheck.stages.scoring import PairScore, SentencePair, score_pairs
from xlcheck.stages.word_doubts import PairWords, WordDoubt

SOURCE = "Der Bürgermeister eröffnete am Dienstag die neue  Brücke in Norddamm."
WRONG = "On Tuesday the mayor opened the new bakery in Norddamm."


def score(source: str, english: str, language: str = "de", *, words: bool = True) -> PairScore:
    config = Config(engine="none", cache=False)
    pair = SentencePair(source=source, english=english, language=language)
    return next(iter(score_pairs([pair], config, words=words)))


def surfaces(words: tuple[WordDoubt, ...], text: str) -> list[str]:
    return [text[word.start : word.end] for word in words]


def read(source: str, english: str, language: str = "de") -> PairWords:
    words = score(source, english, language).words
    assert words is not None
    return words


def test_the_wrong_word_is_most_in_doubt_on_both_sides() -> None:
    words = read(SOURCE, WRONG)
    for side, text, wrong in ((words.source, SOURCE, "Brücke"), (words.english, WRONG, "bakery")):
        doubtful = max(side, key=lambda word: word.doubt)
        assert text[doubtful.start : doubtful.end] == wrong
        assert doubtful.counterpart is None


def test_counterparts_point_at_each_other() -> None:
    words = read(SOURCE, WRONG)
    named = {
        SOURCE[word.start : word.end]: surfaces(words.english, WRONG)[word.counterpart]
        for word in words.source
        if word.counterpart is not None
    }
    assert named["Bürgermeister"] == "mayor"
    assert named["Dienstag"] == "Tuesday"
    for place, word in enumerate(words.source):
        assert word.counterpart is None or words.english[word.counterpart].counterpart == place


def test_words_of_a_script_without_spaces_are_pieces_of_it() -> None:
    source = "市长周二开通了新桥。"
    words = read(source, "The mayor opened the new bridge on Tuesday.", "zh")
    assert "".join(surfaces(words.source, source)) == source


def test_words_are_said_only_where_asked_for_and_known() -> None:
    assert score(SOURCE, WRONG, words=False).words is None
    assert score("Borgmesteren åbnede broen.", "The mayor opened the bridge.", "da").words is None
    assert read("", "The mayor opened the bridge.") == PairWords(source=(), english=())


def test_asking_for_words_changes_no_score() -> None:
    assert score(SOURCE, WRONG).suspicion == score(SOURCE, WRONG, words=False).suspicion
