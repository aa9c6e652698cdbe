from __future__ import annotations

import pytest

from xlcheck.score.garble import ArticleHints, judge_sentence

BROKEN = [
    ("initial-then-clause", "en", "The envoy met President Ivan K. He is expected to speak.", "breaks-at-initial"),
    (
        "initial-then-preposition",
        "en",
        "Foreign Minister Pavel R. on the sidelines of the summit.",
        "breaks-at-initial",
    ),
    ("title-then-clause", "en", "Later Mr. After the talks the two of them left.", "stray-title"),
    ("odd-title-then-clause", "en", "Min. In a brief note he also hinted at a deal.", "stray-title"),
    ("odd-title-then-participle", "en", "Min. Echoing the king, he called for talks.", "stray-title"),
    ("odd-title-then-quote", "en", "Echoing this, Shri. “We are not amused,” he said.", "stray-title"),
    ("subjectless", "en", "Reiterated Halvorsen’s demand, which nobody had heard, that ships stay away.", "no-subject"),
    ("glued", "en", "She said he would not allow Mr. Halvorsen has been informed of it.", "glued-clauses"),
    ("two-finite", "en", "The new harbour is was built in ten years.", "two-finite-verbs"),
    ("two-pairs", "en", "They paid for the of and then for a to.", "impossible-pair"),
    ("cut", "en", "The minister said that ships may enter and the.", "cut-end"),
    ("loop", "en", "It was able to be able to be able to be built.", "loop"),
    ("german-finite", "de", "Es wird so gebaut, wie es ist war damals.", "two-finite-verbs"),
    ("german-initial", "de", "Er traf Präsident Iwan K. Er wird am Montag erwartet.", "breaks-at-initial"),
    (
        "german-residue",
        "de",
        "Die Stadt sagte, dass the harbour should be zu because ships sink.",
        "foreign-words",
    ),
    ("english-residue", "en", "The town said dass the harbour wird closed und ships nicht enter.", "foreign-words"),
    (
        "invented-words",
        "en",
        "A new boatation and a harbourality of the council were held in the town.",
        "invented-word",
    ),
    ("headless-figure", "en", "It cost the United States,000 dollars to repair.", "headless-number"),
]
CLEAN = [
    ("full-name", "en", "President Joan K. Miller met Foreign Minister Pavel R. Orlov in Almsund."),
    ("junior", "en", "Robert L. Vik Jr. spoke. So did Mr. Ek and Dr. No."),
    ("court", "en", "Thomas K. was charged; a friend of Thomas K. on the boat was not."),
    ("letter", "en", "The vitamins C and D, plan B, and the letter from Malcolm X."),
    ("dateline", "en", "ALMSUND — Mr. Halvorsen arrived late. WASHINGTON – So did Ms Vik."),
    ("participle-first", "en", "Asked about the bridge, Ms Vik said nothing. Faced with a choice, she left."),
    ("rejected-by", "en", "Rejected by voters, condemned by the press, he resigned the same day."),
    ("temporal-object", "en", "Rejected the same day, the plan came back a week later."),
    ("relative", "en", "The man whom they want Smith is sure about is Vik."),
    ("that-that", "en", "She said that that had had an effect; he calls a spade a spade."),
    ("noun-will", "en", "It was against their will, and a might of that kind is a must."),
    ("names-double", "en", "They flew from Bora Bora to Wagga Wagga."),
    ("pronoun-noun", "en", "“I'm a he, not a she,” the parrot's owner said."),
    ("again", "en", "Faster and faster, again and again, hundreds and hundreds of them came."),
    ("university-a", "en", "Xi applied to University A at first, an FBI agent and a European said. A one-off."),
    ("titles-of-works", "en", "She read “Der Spiegel und die Zeit” and Die Stadt und das Meer."),
    ("minutes", "en", "It took 5 min. The rest took longer."),
    ("one-word", "en", "Why?"),
    ("question", "en", "What is it for, and who is it with?"),
    ("list", "en", "Bread, milk, eggs, and butter; 2, 3, 5, 7."),
    ("typos", "en", "The goverment recieved seperate confusionns about the harbour, a spokesman announcd."),
    ("derived", "en", "Uninhabitable islets, preglacial ridges, netizens and the reharbouring of boatsheds."),
    ("foreign-words", "en", "They ate spaetzle and knoedel in the gasthof before the volksfest."),
    ("address", "en", "Write to boatation@harbour.example or see harbour.example/shippality and #boatation."),
    ("hand-in-hand", "en", "They walked hand in hand, the governor gave her State of the State address."),
    ("songs", "en", "Hundreds of hundreds came, year after year, to hear the Song of Songs in 2020 and 2021."),
    ("years", "en", "From 1990 to 1990 nothing changed; in 2020, not in 2019, it did."),
    ("a-hundred-by", "en", "A hundred by Friday, a thousand by Sunday; a greatest hits album and the latest news."),
    ("versions", "en", "Version 1.2.3.4 of the software runs on 10.0.0.1 since 2019, 2,000 people use it."),
    ("german-relative", "de", "Die, die das Gesetz beschlossen, sagten, dass das das Ziel war."),
    ("german-court", "de", "Thomas K. soll Geld gestohlen haben. Der Verteidiger von Thomas K. schweigt."),
    ("german-comma", "de", "Wo er Freunde hat ist er gern."),
    ("german-english-title", "de", "Sie sah „The Lord of the Rings“ und die Lists of Wonders of the World."),
    ("german-figures", "de", "Es kostet 1.500,50 Euro und 3,5 Prozent mehr als am 3.5. um 10.30 Uhr."),
    ("unknown-language", "hr", "Most je zatvoren zbog oluje, rekao je gradonačelnik u ponedjeljak."),
    ("chinese", "zh", "市长星期一说，这座桥因暴风雨而关闭。"),
    ("empty", "en", ""),
]


@pytest.mark.parametrize(("language", "text", "signal"), [row[1:] for row in BROKEN], ids=[row[0] for row in BROKEN])
def test_a_broken_sentence_shows_its_sign(language: str, text: str, signal: str) -> None:
    score = judge_sentence(text, language)
    assert score.signals[0].name == signal
    assert score.value >= 0.5


@pytest.mark.parametrize(("language", "text"), [row[1:] for row in CLEAN], ids=[row[0] for row in CLEAN])
def test_what_people_write_is_not_broken(language: str, text: str) -> None:
    score = judge_sentence(text, language)
    assert score.value < 0.3, score.signals


WEAK = [
    ("surname-initial", "Police held Thomas K. He is accused of theft.", "initial-before-clause"),
    ("foreign-honorific", "Herr Vik said the bridge is closed.", "foreign-honorific"),
    ("wrong-article", "It was an big bridge, he said.", "wrong-article"),
    ("invented-word", "The boatation of the lake was held in the town hall last week.", "invented-word"),
    ("superlative", "The town is a largest port of the country, the mayor told reporters.", "impossible-pair"),
    ("agent", "The harbour was a repaired by the council, the mayor told reporters.", "impossible-pair"),
    ("phrase", "In the same time, the mayor told reporters that the harbour is closed.", "odd-phrase"),
    ("name-echo", "The mayor visited Almsund in Almsund and told reporters about the ferry.", "echo"),
    ("plural-echo", "The boats of the boats were repaired, the mayor told reporters.", "echo"),
    ("year-echo", "In 1998, 1998, the harbour was closed, the mayor told reporters.", "echo"),
    ("doubled-capital", "The Northern Northern Ferry was closed, the mayor told reporters.", "doubled-word"),
    ("broken-figure", "The harbour was closed in 1998,000, the mayor told reporters.", "broken-figure"),
    ("counting-figure", "The rate was 9.7.5.7.7.5, the mayor told reporters.", "broken-figure"),
    ("empty-quotation", 'The mayor told reporters that the "" is closed for now.', "empty-quotation"),
    ("foreign-figure", "It grew by 3,5 percent on Monday.", "foreign-figure"),
]


@pytest.mark.parametrize(("text", "signal"), [row[1:] for row in WEAK], ids=[row[0] for row in WEAK])
def test_a_weak_sign_counts_but_does_not_condemn(text: str, signal: str) -> None:
    score = judge_sentence(text, "en")
    assert signal in [item.name for item in score.signals]
    assert judge_sentence("The bridge is closed.", "en").value < score.value < 0.5


def test_the_article_tells_what_a_sentence_cannot() -> None:
    text = "Police held Pavel R. He is expected to speak."
    alone = judge_sentence(text, "en")
    hinted = judge_sentence(text, "en", article=ArticleHints(middle_initials=True))
    assert alone.value < 0.5 <= hinted.value


def test_signs_point_at_their_words() -> None:
    text = "The envoy met President Ivan K. He is expected to speak."
    signal = judge_sentence(text, "en").signals[0]
    assert text[signal.start : signal.end] == "Ivan K. He"
