from __future__ import annotations

import pytest

from xlcheck.compare.name_search import heard_from, support
from xlcheck.lang.territories import fold_name
from xlcheck.model import Mention, MentionKind, Span


def mention(name: str, key: str = "") -> Mention:
    span = Span(doc="a", start=0, end=len(name), text=name)
    return Mention(span=span, name=name, kind=MentionKind.PLACE if key else MentionKind.PERSON, key=key)


@pytest.mark.parametrize(
    ("text", "language", "name", "key", "expected"),
    [
        ("Foreign Minister Zhukov spoke.", "en", "Pawel Schukow", "", True),
        ("The minister spoke.", "en", "Pawel Schukow", "", False),
        ("Die Schukow-Reise begann.", "de", "Zhukov", "", True),
        ("The prophet Muhammad", "en", "Mohammed", "", True),
        ("The Russian delegation left.", "en", "Russland", "RU", True),
        ("The Kremlin denied it.", "en", "Russland", "RU", True),
        ("The U.S. delegation left.", "en", "美国", "US", True),
        ("They came from East Asia.", "en", "Asien", "142", True),
        ("They came from East Asia.", "en", "Europa", "150", False),
        ("Die britische Regierung sagte zu.", "de", "United Kingdom", "GB", True),
        ("The Dutch king came.", "en", "Niederlande", "NL", True),
        ("The delegation left Nigeria.", "en", "Niger", "NE", False),
        ("The delegation left Australia.", "en", "Österreich", "AT", False),
        ("Das Vereinigte Königreich verlässt die Union.", "de", "UK", "GB", True),
        ("The North Korean envoy left.", "en", "朝鲜", "KP", True),
        ("The South Korean envoy left.", "en", "Nordkorea", "KP", False),
        ("They sent threats to the North.", "en", "Nordkorea", "KP", True),
        ("They sent ships to the North Sea.", "en", "Nordkorea", "KP", False),
        ("She studied in Den Haag.", "en", "La Haye", "NL/The Hague", True),
        ("All peers must promise it.", "en", "Peer", "", True),
        ("सरपंच ने लोगों को बताया।", "hi", "Sarpanch", "", True),
        ("They met in Washington, DC.", "en", "DC", "", True),
        ("", "en", "Zhukov", "", False),
        ("The parade of the Baltic fleet began.", "en", "波罗的海", "sea/Baltic", True),
        ("A cruise on the Black Sea began.", "en", "波罗的海", "sea/Baltic", False),
        ("The flood reached the Finnish Gulf.", "en", "重庆", "CN/Chongqing", False),
        ("彗星撞上地球后，行星形成了。", "zh", "Singapore", "SG", False),
        ("新加坡的行星研究很有名。", "zh", "Singapore", "SG", True),
        ("विमान को उरूमकी ले जाया गया।", "hi", "Urumqi", "CN/Urumqi", True),
        ("कैप्लोविट्ज कहते हैं कि समय कम है।", "hi", "Kaplowitz", "", True),
        ("कैप्लोविट्ज कहते हैं कि समय कम है।", "hi", "Lindqvist", "", False),
        ("マイヤー氏は港を訪れた。", "ja", "Meyer", "", True),
        ("マイヤー氏は港を訪れた。", "ja", "Lindqvist", "", False),
    ],
)
def test_a_text_speaks_of_a_name(text: str, language: str, name: str, key: str, expected: bool) -> None:
    words = [word for word in fold_name(name).split() if len(word) > 2]
    assert (support(text, language, mention(name, key), words) >= heard_from(text)) is expected
