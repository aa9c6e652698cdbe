"""Lines of other sites' pages that must go, and body lines that must stay, in the middle or at the end of a story."""

from __future__ import annotations

import pytest

from xlcheck.ingest.draft import Draft
from xlcheck.ingest.marking import MarkedLine, mark
from xlcheck.model import LineRole

TITLE = "Harbour town votes to rebuild its old lighthouse"
BEFORE = (
    "The council of Port Ellery voted on Tuesday to rebuild the lighthouse that a storm destroyed in March.",
    "Mayor Ada Quill said the work would cost about 4.2 million crowns and take two years.",
    "Engineers had warned for a decade that the tower could not stand another winter.",
)
AFTER = "Work is to begin in spring, once the ground has dried, the council said in its statement."


def story(*inserted: str, after: bool = True) -> list[MarkedLine]:
    """Mark a story with lines put between its paragraphs (or behind them) and return those lines."""
    paragraphs = [TITLE, *BEFORE, "\n".join(inserted), *([AFTER] if after else [])]
    marked = mark(Draft(text="\n\n".join(paragraphs)))
    kept = {line.text for line in marked.body}
    assert set(BEFORE) <= kept, "the story itself must stay"
    assert not after or AFTER in kept, "what follows must stay"
    return [line for line in marked.lines if line.text in inserted]


ANYWHERE = [
    ("navigation", "Home"),
    ("navigation", "World News"),
    ("navigation", "Skip to main content"),
    ("navigation", "ADVERTISEMENT"),
    ("navigation", "Startseite"),
    ("navigation", "Anzeige"),
    ("navigation", "Politique"),
    ("navigation", "首页"),
    ("navigation", "Главная"),
    ("app-button", "Open in App"),
    ("app-button", "Listen to this article"),
    ("app-button", "Artikel drucken"),
    ("share", "Share on Facebook"),
    ("share", "Follow us on Telegram and never miss a story from the coast."),
    ("share", "Diesen Artikel teilen"),
    ("share", "Folgen Sie uns auf Instagram!"),
    ("share", "Partager"),
    ("share", "Поделиться"),
    ("read-more", "Read more: Why the north pier was closed"),
    ("read-more", "ALSO READ | Ferry fares to rise again"),
    ("read-more", "Click here to read more from the Ellery Courier."),
    ("read-more", "Lesen Sie auch: Warum die Nordmole gesperrt wurde"),
    ("read-more", "Mehr zum Thema: Fähren werden teurer"),
    ("read-more", "Lire aussi : Les tarifs des ferries augmentent"),
    ("read-more", "Lea también: Suben las tarifas del ferry"),
    ("read-more", "Читайте также: Паромы подорожают"),
    ("read-more", "延伸阅读：渡轮票价上涨"),
    ("bracket-teaser", "Ferry fares to rise for the third time this year [ANALYSIS]"),
    ("bracket-teaser", "Kapitän verliert Patent nach Unfall im Hafen [EXKLUSIV]"),
    ("capitals", "FERRY OWNERS THREATEN TO LEAVE THE HARBOUR AFTER VOTE"),
    ("capitals", "FÄHRBETREIBER DROHEN MIT ABZUG AUS DEM HAFEN…"),
    ("byline", "By Nora Pell and Tom Ashby"),
    ("byline", "By COURIER STAFF | Updated: March 3, 2021 10:15"),
    ("byline", "Von Jana Holm und Piet Sander"),
    ("byline", "Reporting by Nora Pell; Editing by Tom Ashby"),
    ("byline", "Nora Pell contributed to this report."),
    ("byline", "(With inputs from agencies)"),
    ("byline", "Автор: Иван Петров"),
    ("byline", "责任编辑：王芳"),
    ("date-line", "March 3, 2021"),
    ("date-line", "Published: 3 March 2021 10:15 GMT"),
    ("date-line", "2021-03-03 10:15:00"),
    ("date-line", "Stand: 03.03.2021, 10:15 Uhr"),
    ("date-line", "发布时间：2021年3月3日"),
    ("image-caption", "Photo: Ellery Courier archive"),
    ("image-caption", "FILE PHOTO: The lighthouse of Port Ellery stands in the fog, February 3, 2020."),
    ("image-caption", "image for Harbour town votes to rebuild its old lighthouse"),
    ("image-caption", "Foto: Jana Holm / Hafenbote"),
    ("image-caption", "Symbolbild: Ein Leuchtturm an der Küste"),
    ("image-caption", "Фото: архив"),
    ("source-link", "source site"),
    ("source-link", "Source: Ellery Courier"),
    ("source-link", "Quelle: Hafenbote"),
    ("source-link", "来源：海港日报"),
    ("bare-link", "https://courier.example/story?id=12"),
    ("disclaimer", "Disclaimer: This story is auto-published from a wire feed and was not edited by our staff"),
    ("disclaimer", "© 2021 Ellery Courier. All rights reserved."),
    ("disclaimer", "We use cookies to give you the best experience on our website."),
    ("disclaimer", "Wir verwenden Cookies, um Ihnen das beste Angebot zu zeigen."),
    ("disclaimer", "Все права защищены."),
    ("subscribe", "Sign up for our morning newsletter and get the day's stories."),
    ("subscribe", "Melden Sie sich für unseren Newsletter an."),
    ("subscribe", "Abonnez-vous à notre lettre du matin."),
    ("tag-list", "Tags: harbour, lighthouse, council"),
    ("tag-list", "Schlagwörter: Hafen, Leuchtturm, Rat"),
    ("tag-list", "Etiquetas: puerto, faro"),
    ("tag-list", "标签：海港 灯塔"),
    ("reading-time", "4 min read"),
    ("reading-time", "Lesezeit: 4 Minuten"),
    ("no-sentence", "‘A long winter’"),
    ("no-sentence", "Why the Old Lighthouse Mattered: A Short Guide"),
    ("no-sentence", "Was der Turm den Fischern bedeutet"),
]


@pytest.mark.parametrize(("rule", "line"), ANYWHERE, ids=[line[:40] for _, line in ANYWHERE])
def test_boilerplate_line_is_skipped_wherever_it_stands(rule: str, line: str) -> None:
    (middle,) = story(line)
    (last,) = story(line, after=False)
    for marked in (middle, last):
        assert (marked.role, marked.rule) == (LineRole.SKIPPED, rule)
        assert marked.reason


SECTIONS = [
    ("read-more", ("WEITERLESEN:", "Der Hafenmeister rannte los, als DREI Schiffe kamen.")),
    ("read-more", ("Read also", "Ferry fares to rise for the third time this year")),
    ("teaser-list", ("NICHT VERPASSEN:", "Kapitän verliert Patent nach Unfall", "Warum die Mole zu blieb")),
    ("teaser-list", ("DON'T MISS", "Captain loses licence after crash", "Why the pier stayed shut")),
]


@pytest.mark.parametrize(("rule", "lines"), SECTIONS, ids=[lines[0] for _, lines in SECTIONS])
def test_label_takes_the_lines_right_below(rule: str, lines: tuple[str, ...]) -> None:
    marked = story(*lines)
    assert [line.role for line in marked] == [LineRole.SKIPPED] * len(lines)
    assert {line.rule for line in marked} == {rule}


TAILS = [
    (
        "related-list",
        ("Related Stories", 'Captain says "I saw nothing", blames the fog for his crash', "What next for the ferries?"),
    ),
    (
        "related-list",
        ("Weitere Nachrichten", "Kapitän verliert Patent nach Unfall", "Was wird aus den Fähren?"),
    ),
    (
        "comment",
        (
            "Gull77 on March 3rd, 2021 at 22:32 UTC »",
            "They should have kept the old one. I will miss it a lot.",
        ),
    ),
    ("comment", ("Möwe am 3. März 2021 um 22:32 Uhr", "Den alten Turm hätte man doch wirklich behalten sollen.")),
    ("comment-section", ("Leave a Reply", "Your email address will not be published. Required fields are marked.")),
    ("comment-section", ("12 Kommentare", "Den alten Turm hätte man doch wirklich behalten sollen, finde ich.")),
    ("comment-section", ("Keine Kommentare:", "Kommentar veröffentlichen")),
    ("comment-section", ("发表评论", "灯塔应该保留下来。")),
]


@pytest.mark.parametrize(("rule", "lines"), TAILS, ids=[lines[0] for _, lines in TAILS])
def test_section_behind_the_article_goes_as_a_whole(rule: str, lines: tuple[str, ...]) -> None:
    marked = mark(Draft(text="\n\n".join((TITLE, *BEFORE, *lines))))
    assert [line.text for line in marked.body] == [*BEFORE]
    tail = marked.lines[-len(lines) :]
    assert [(line.text, line.role, line.rule) for line in tail] == [(line, LineRole.SKIPPED, rule) for line in lines]


BODY = [
    "“We will build it again,” Quill said.",
    "“It is our tower, and it will stand”",
    "„Wir bauen ihn wieder auf“, sagte Bürgermeisterin Quill.",
    "Der Rat nannte den Beschluss „einen guten Tag für alle, die zur See fahren“",
    "« Nous le reconstruirons », a déclaré la maire.",
    "La maire a dit : « Nous le reconstruirons. »",
    "»Wir bauen ihn wieder auf.«",
    "Why now?",
    "Yes.",
    "“No!” he cried.",
    "The plan was agreed in Port Ellery. (Coast News/Ellery Wire)",
    "The Courier has seen the plan, which names three builders (the list is here).",
    "Die Bürgermeisterin sagte am Dienstag vor dem Rat der Stadt:",
    "By Tuesday evening the council had agreed on every point of the plan.",
    "By then, Nora Pell and Tom Ashby had left the room.",
    "Von den sieben Räten stimmten fünf dafür.",
    "Source: nobody in the town hall would say who had paid for the study that the council had ordered in May.",
    "Share prices of the builders rose by five per cent on Wednesday.",
    "Read the plan carefully, Quill told the council, before you vote.",
    "Home is where the lighthouse stands, the old keeper said.",
    "Comments on the plan were sent to the council by 300 people.",
    "The keeper died on March 3, 2021 at 10:30 in the hospital of Port Ellery.",
    "“Related stories reached us from other towns,” Quill said.",
    "The vote came at 22:32, on a cold evening…",
    "Mr. Ashby left the U.S. in 1997 for Port Ellery and stayed.",
    "“I WILL NOT SIGN THIS,” he wrote.",
    "THE COUNCIL HAS DECIDED, AND IT WILL BUILD.",
    "- The tower will be 32 metres high, as the old one was.",
    "1. Der Turm wird 32 Meter hoch, wie der alte es war.",
    "Disclosure of the costs had been promised for weeks, the paper wrote.",
    "The views expressed by the mayor on Friday drew criticism from the fishermen.",
    "Getty Images sued the printer of the town's postcards on Friday.",
    "Disclaimers were signed by all who climbed the ruin.",
    "The Sun reported that the tower would cost more.",
    "Quill, 52, was born on January 3, 1969, in Port Ellery.",
    "Am 3. März 2021 um 10:15 Uhr begann die Sitzung.",
    "Watch: that is what the keepers did, night after night.",
    "Image after image showed the broken tower, the report says.",
    "市议会周二投票决定重建灯塔。",
    "市长说：“我们会重建它。”",
    "市長は「再建する」と述べた。",
    "시장은 탑을 다시 세우겠다고 말했다.",
    "Совет города проголосовал во вторник за восстановление маяка.",
    "«Мы построим его заново», — сказала мэр.",
    "परिषद ने मंगलवार को मतदान किया।",
    "صوت المجلس يوم الثلاثاء على إعادة بناء المنارة؟",
    "สภาเมืองลงมติเมื่อวันอังคารให้สร้างประภาคารขึ้นใหม่หลังจากพายุทำลายหอคอยเดิมในเดือนมีนาคม",
]


@pytest.mark.parametrize("line", BODY, ids=[line[:40] for line in BODY])
def test_body_line_stays(line: str) -> None:
    (marked,) = story(line)
    assert (marked.role, marked.rule) == (LineRole.BODY, "")


def test_body_line_that_opens_a_long_remainder_is_no_comment_section() -> None:
    """A "Leave a comment" link under the headline takes nothing but itself."""
    marked = mark(Draft(text="\n\n".join((TITLE, "Leave a comment", *BEFORE, AFTER))))
    assert [line.text for line in marked.body] == [*BEFORE, AFTER]


def test_posting_line_above_the_text_opens_no_comments() -> None:
    marked = mark(Draft(text="\n\n".join((TITLE, "admin on March 3rd, 2021 at 22:32", *BEFORE))))
    assert [line.text for line in marked.body] == [*BEFORE]


def test_wrapped_text_is_body_line_by_line() -> None:
    text = (
        f"{TITLE}\n\n"
        "The council of Port Ellery voted on Tuesday to rebuild the lighthouse\n"
        "that a storm destroyed in March. Mayor Ada Quill said the work would\n"
        "cost about 4.2 million crowns and take two years. Engineers had warned\n"
        "for a decade that the tower could not stand another winter.\n\n"
        "Work is to begin in spring, once the ground has dried, the council\n"
        "said in its statement.\n\n"
        "Share this article\n"
    )
    marked = mark(Draft(text=text))
    assert [line.role for line in marked.lines] == [LineRole.TITLE, *[LineRole.BODY] * 6, LineRole.SKIPPED]


def test_wrapped_text_without_headline_has_no_title() -> None:
    text = (
        "The council of Port Ellery voted on Tuesday to rebuild the lighthouse\n"
        "that a storm destroyed in March. Mayor Ada Quill said the work would\n"
        "cost about 4.2 million crowns and take two years. Engineers had warned.\n"
    )
    marked = mark(Draft(text=text))
    assert marked.title is None
    assert [line.role for line in marked.lines] == [LineRole.BODY] * 3


def test_verse_is_body() -> None:
    verse = (
        "The lamp is out, the tower is down",
        "And all the ships are gone",
        "But we who live in Ellery town",
        "Shall build another one.",
    )
    assert [line.role for line in story(*verse)] == [LineRole.BODY] * 4


def test_sentence_broken_off_at_a_link_is_put_together() -> None:
    marked = story("The plan, drawn by", "the builders of the harbour, was shown on Friday.")
    assert [line.role for line in marked] == [LineRole.BODY] * 2


def test_second_copy_of_the_title_is_skipped() -> None:
    marked = mark(Draft(text="\n\n".join((TITLE, TITLE, *BEFORE))))
    assert [line.rule for line in marked.lines[:2]] == ["", "duplicate-title"]


def test_repeated_sentence_is_body_twice() -> None:
    marked = mark(Draft(text="\n\n".join((TITLE, BEFORE[0], BEFORE[0], *BEFORE))))
    assert [line.text for line in marked.body] == [BEFORE[0], BEFORE[0], *BEFORE]


def test_text_without_any_punctuation_is_kept() -> None:
    marked = mark(
        Draft(text="council votes for tower\n\nthe mayor said it would cost millions\n\nwork begins in spring")
    )
    assert [line.role for line in marked.lines] == [LineRole.TITLE, LineRole.BODY, LineRole.BODY]


def test_list_above_the_article_is_skipped_and_list_inside_stays() -> None:
    text = "\n".join(
        (TITLE, "- Tower to cost millions", "- Work begins in spring", *BEFORE, "- The tower will be 32 metres high.")
    )
    rules = [line.rule for line in mark(Draft(text=text)).lines]
    assert rules == ["", "head-bullet", "head-bullet", "", "", "", ""]
