from __future__ import annotations

import pytest

from xlcheck.extract.cues.polarity import extract_polarity
from xlcheck.model import Span


def cues(text: str, language: str) -> list[tuple[str, str]]:
    span = Span(doc="a", start=7, end=7 + len(text), text=text)
    return [(cue.span.text, cue.strength) for cue in extract_polarity(span, language)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "He did not go.", [("not", "negator")]),
        ("en", "He didn’t, and she can't.", [("didn’t", "negator"), ("can't", "negator")]),
        ("en", "No one saw it.", [("No one", "negator")]),
        ("en", "She refused.", [("refused", "implicit")]),
        ("en", "It was impossible and hopeless.", [("impossible", "implicit"), ("hopeless", "implicit")]),
        ("en", "It was unclear.", [("unclear", "implicit")]),
        ("en", "The United States and the union met under a bridge.", []),
        ("en", "Not only he came.", [("Not only", "implicit")]),
        ("en", "He lives at No. 7.", [("No. 7", "implicit")]),
        ("en", "The note was noted in November.", []),
        ("de", "Er kam nicht.", [("nicht", "negator")]),
        ("de", "Keinerlei Zweifel.", [("Keinerlei", "negator"), ("Zweifel", "implicit")]),
        ("de", "Das Amt lehnte ab.", [("lehnte", "implicit")]),
        ("de", "Nicht zuletzt er kam.", [("Nicht zuletzt", "implicit")]),
        ("de", "Das ist unklar und sinnlos.", [("unklar", "implicit"), ("sinnlos", "implicit")]),
        ("de", "Das Unternehmen und der Unterricht in Ungarn.", []),
        ("en", "They moved happily from quiet Illegal Bay into the green Ban Valley.", []),
        ("en", "Unions Refuse Talks With Yard", [("Refuse", "implicit")]),
        ("en", "It didn't end until May.", [("didn't end until", "implicit")]),
        ("tr", "Sadece bu köprü değil.", [("Sadece bu köprü değil", "implicit")]),
        ("tr", "Feribot pazar günü çalışmıyor.", [("çalışmıyor", "negator")]),
        (
            "tr",
            "Görülmeyen köprüyü kimse onaramayacağını söyledi.",
            [("Görülmeyen", "negator"), ("kimse", "negator"), ("onaramayacağını", "negator")],
        ),
        (
            "tr",
            "Bakan gelmezse, kullanılmadıkça, gelmemeli, beklemeyip",
            [
                ("gelmezse", "negator"),
                ("kullanılmadıkça", "negator"),
                ("gelmemeli", "negator"),
                ("beklemeyip", "negator"),
            ],
        ),
        ("tr", "Köprünün onarılmaması bekleniyor.", [("onarılmaması", "negator")]),
        ("tr", "Köprünün onarılması için çalışmalar temmuzda başlamalı.", []),
        ("tr", "Gemi gelmeden yapılan açıklama.", [("gelmeden", "implicit")]),
        ("tr", "Bakan Sönmez bunu umuyor.", []),
        ("tr", "Gelirler mi, çok geçmeden!", [("çok geçmeden", "implicit")]),
        ("cs", "Starosta to neví.", [("neví", "negator")]),
        ("en", "The dispatch disclosed a dispersed crowd.", []),
        ("fr", "Il n’est pas venu.", [("n’est", "implicit"), ("pas", "negator")]),
        ("fr", "Elle ne l’a plus vu.", [("ne l’a plus", "negator")]),
        ("fr", "Il n’a que trois fils.", [("n’a", "implicit")]),
        ("fr", "L’impact de l’installation sur l’industrie.", []),
        ("it", "Le persone e gli insetti del Vietnam.", []),
        ("pl", "To kosztuje sto zł.", []),
        ("pt", "Eles vão para o porto.", []),
        ("hi", "मंत्री बैठक में नहीं आए।", [("नहीं", "negator")]),
        ("hi", "न केवल मंत्री आए।", [("न केवल", "implicit")]),
        ("hi", "निगम ने नया पुल बनाया।", []),
        ("hi", "उन्होंने प्रस्ताव नकारने की बात की।", [("नकारने", "implicit")]),
        ("sv", "Han kom inte.", [("inte", "negator")]),
        ("sv", "Det är omöjligt utan hjälp.", [("omöjligt", "implicit"), ("utan", "implicit")]),
        ("sv", "Inte bara ordföranden kom i oktober.", [("Inte bara", "implicit")]),
        ("fr", "Non seulement lui est venu.", [("Non seulement", "implicit")]),
        ("es", "Nadie vino.", [("Nadie", "negator")]),
        ("it", "Nessuno è venuto senza aiuto.", [("Nessuno", "negator"), ("senza", "implicit")]),
        ("nl", "Hij heeft geen tijd.", [("geen", "negator")]),
        ("nl", "Het is onduidelijk in ons land.", [("onduidelijk", "implicit")]),
        ("pt", "Ele não veio.", [("não", "negator")]),
        ("pl", "Nikt nie przyszedł.", [("Nikt", "negator"), ("nie", "negator")]),
        ("cs", "Nikdo nepřišel.", [("Nikdo", "negator"), ("nepřišel", "negator")]),
        ("ru", "Он не пришёл.", [("не", "negator")]),
        ("ru", "Не только он пришёл в воскресенье.", [("Не только", "implicit")]),
        ("uk", "Ніхто не прийшов у неділю.", [("Ніхто", "negator"), ("не", "negator")]),
        ("xx", "He did not go.", []),
        ("en", "", []),
    ],
)
def test_cues(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert cues(text, language) == expected


def test_spans_are_those_of_the_article() -> None:
    span = Span(doc="a", start=100, end=112, text="I never ran.")
    (cue,) = extract_polarity(span, "en")
    assert (cue.span.start, cue.span.end) == (102, 107)


@pytest.mark.parametrize("text", ["n't" * 40_000, "un" * 100_000, "a" * 200_000, "not " * 20_000], ids=len)
def test_hostile_lines_take_linear_time(text: str) -> None:
    assert isinstance(cues(text, "en"), list)
