"""Numbers, times, negation and speakers where words are run together."""

from __future__ import annotations

import pytest

from xlcheck.extract.cues.polarity import extract_polarity
from xlcheck.extract.dates.marked_clocks import marked_clocks
from xlcheck.extract.numbers.words import positional
from xlcheck.lang.profile import load_profile
from xlcheck.model import Span
from xlcheck.reading import plain_article, read_facts
from xlcheck.segment import segment_article
from xlcheck.segment.sentences import split_sentences


@pytest.mark.parametrize(
    ("parts", "value"),
    [
        ((2, 10), 20),
        ((10, 2), 12),
        ((1, 1000, 0, 5, 10), 1050),
        ((2, 10**8, 5, 1000, 10**4), 250_000_000),
        ((2, 10**4, 10**8), 2 * 10**12),
        ((20, 5), 25),
        ((2, 0, 2, 0), 2020),
        ((3, 4), None),
        ((10, 100), None),
        ((2, 10**4, 3, 10**4), None),
    ],
)
def test_positional(parts: tuple[int, ...], value: int | None) -> None:
    assert positional(parts) == value


def test_positional_in_sections_of_a_million() -> None:
    assert positional((2, 10**5, 10**6), section=10**6) == 2 * 10**11


@pytest.mark.parametrize(
    ("language", "text", "times"),
    [
        ("zh", "下午3时30分", ["15:30"]),
        ("zh", "晚上十点半", ["22:30"]),
        ("zh", "凌晨12点", ["0:00"]),
        ("zh", "提出3点建议", []),
        ("zh", "持续3小时", []),
        ("ja", "夜8時に", ["20:00"]),
        ("ja", "深夜2時", ["2:00"]),
        ("ja", "3時間かかる", []),
        ("ko", "밤 10시 30분", ["22:30"]),
        ("ko", "오전 아홉 시", ["9:00"]),
        ("th", "บ่าย 3 โมง", ["15:00"]),
        ("th", "2 ทุ่มครึ่ง", ["20:30"]),
        ("th", "ตี 3", ["3:00"]),
        ("th", "ตี 3 ครั้ง", []),
        ("de", "3 Uhr", []),
    ],
)
def test_marked_clocks(language: str, text: str, times: list[str]) -> None:
    assert [f"{clock.hour}:{clock.minute:02}" for clock in marked_clocks(text, language)] == times


@pytest.mark.parametrize(
    ("language", "text", "cues"),
    [
        ("zh", "他没有签署条约。", {"没": "negator"}),
        ("zh", "他不会出席会议。", {"不会": "negator"}),
        ("zh", "不仅如此，规模不断扩大。", {"不仅": "implicit", "不断": "implicit"}),
        ("zh", "非洲的未来非常好。", {}),
        ("ja", "署名しなかった。", {"なかった": "negator"}),
        ("ja", "必ず行く。", {}),
        ("ja", "行くかもしれない。", {"かもしれない": "implicit"}),
        ("ko", "장관은 서명하지 않았다.", {"않았다": "negator"}),
        ("ko", "안전한 도시다.", {}),
        ("ko", "정부는 안 간다.", {"안": "negator"}),
        ("th", "เขาไม่ไปประชุม", {"ไม่": "negator"}),
        ("th", "เขาทำอย่างดี", {}),
    ],
)
def test_negation(language: str, text: str, cues: dict[str, str]) -> None:
    span = Span(doc="d", start=0, end=len(text), text=text)
    assert {cue.span.text: cue.strength for cue in extract_polarity(span, language)} == cues


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("zh", "外交部发言人王小明在记者会上表示：“我们不会接受这样的条件，谈判必须继续。”", ["王小明"]),
        ("zh", "“会议已经顺利结束了，大家都很满意。”李大伟说。", ["李大伟"]),
        ("zh", "王小明指出：“这是我们的责任。”他还说：“我们会继续努力工作下去。”", ["王小明", "王小明"]),
        ("zh-TW", "「我們不會接受這樣的條件。」市長陳大明說。", ["陳大明"]),
        ("zh", "“欢迎光临我们的城市。”大门上写着。", [None]),
        ("ja", "「この問題は早く解決しなければならない」と山田太郎首相は述べた。", ["山田太郎"]),
        ("ja", "外務省の佐藤報道官は記者会見で「受け入れられない」と強調した。", ["佐藤"]),
        ("ko", '김민수 장관은 "우리는 협상을 계속할 준비가 돼 있다"고 말했다.', ["김민수"]),
        ("ko", '"이 문제는 빨리 해결해야 한다"라고 박지영 대변인은 밝혔다.', ["박지영"]),
        ("th", 'นายสมชาย ใจดี กล่าวว่า "เราพร้อมที่จะเจรจาต่อไป"', ["สมชาย ใจดี"]),
    ],
)
def test_speakers(language: str, text: str, names: list[str | None]) -> None:
    article = plain_article(text, name="d", language=language)
    quotes = read_facts(article, segment_article(article)).quotes
    assert [quote.speaker.name if quote.speaker else None for quote in quotes] == names


@pytest.mark.parametrize(
    ("language", "text", "sentences"),
    [
        ("th", "เวลา 15.30 น. วันที่ 5 มี.ค. 64 หนัก 60 กก. ต่อคน", 1),
        ("zh", "他说：“我们不会走。我们要留下！”然后离开了。", 3),
        ("ja", "「行きません」と山田氏は述べた。記者が「なぜか？」と聞いた。", 2),
        ("ko", "3.5% 올랐다. 왜 그런가? 답은 없었다.", 3),
    ],
)
def test_sentences(language: str, text: str, sentences: int) -> None:
    assert len(split_sentences(text, language)) == sentences


def test_a_variant_inherits_what_it_does_not_change() -> None:
    parent, variant = load_profile("zh").numbers, load_profile("zh-TW").numbers
    assert variant.counters == parent.counters
    assert (parent.currencies["元"], variant.currencies["元"]) == ("CNY", "元")
    assert variant.currencies["美金"] == "USD"
