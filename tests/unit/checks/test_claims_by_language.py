"""The checks of claims in languages beyond those of their examples: a wrong English is flagged, a right one is not."""

from __future__ import annotations

import pytest
from support.claims import claim_findings

CASES = [
    ("cs", "Nájmy v březnu klesly.", "Rents rose in March.", "Rents went down in March.", "XC103"),
    ("cs", "Někteří rybáři odešli.", "All fishermen left.", "Some of the fishermen left.", "XC106"),
    (
        "cs",
        "Policie zadržela údajného zloděje.",
        "Police caught the thief.",
        "Police caught the alleged thief.",
        "XC102",
    ),
    (
        "cs",
        "Podle slov starosty je most hotový.",
        "The bridge is done.",
        "It is done, the mayor said.",
        "XC104",
    ),
    ("uk", "Ціни на рибу зросли.", "Fish prices fell.", "Fish prices are higher.", "XC103"),
    ("uk", "Деякі школи закриті.", "All schools are closed.", "Several schools are closed.", "XC106"),
    ("uk", "Поліція затримала ймовірного злодія.", "Police caught the thief.", "Police caught a suspect.", "XC102"),
    ("uk", "За словами мера, міст готовий.", "The bridge is ready.", "The mayor says the bridge is ready.", "XC104"),
    ("sv", "Hyrorna steg i mars.", "Rents fell in March.", "Rents were up in March.", "XC103"),
    ("sv", "Alla skolor är stängda.", "Some schools are closed.", "Every school is closed.", "XC106"),
    ("sv", "Färjan har kanske sjunkit.", "The ferry sank.", "The ferry may have sunk.", "XC102"),
    (
        "sv",
        "Enligt rederiet skadades en person.",
        "One person was hurt.",
        "It said one person was hurt.",
        "XC104",
    ),
    ("tr", "Mart ayında kiralar arttı.", "Rents fell in March.", "Rents were higher in March.", "XC103"),
    ("tr", "Bazı okullar kapalı.", "All schools are closed.", "Some of the schools are closed.", "XC106"),
    ("tr", "Habere göre köprü satıldı.", "The bridge was sold.", "The bridge was sold, the report says.", "XC104"),
    ("ja", "魚の価格は三月に下落した。", "Fish prices rose in March.", "Fish prices were down in March.", "XC103"),
    ("ja", "一部の学校は閉まっている。", "All schools are shut.", "Some schools are shut.", "XC106"),
    ("ja", "渡船は恐らく沈んだ。", "The ferry sank.", "The ferry has probably sunk.", "XC102"),
    (
        "ja",
        "市長によれば、橋は完成した。",
        "The bridge is complete.",
        "The mayor says it is complete.",
        "XC104",
    ),
    ("ko", "삼월에 생선 가격이 하락했다.", "Fish prices rose in March.", "Fish prices fell in March.", "XC103"),
    ("ko", "모든 학교가 문을 닫았다.", "Some schools closed.", "All schools closed.", "XC106"),
    ("ko", "시장에 따르면 다리가 무너졌다.", "The bridge fell.", "The mayor said the bridge fell.", "XC104"),
    ("ar", "انخفضت أسعار السمك في مارس.", "Fish prices rose in March.", "Fish prices fell in March.", "XC103"),
    ("ar", "أغلقت جميع المدارس.", "Some schools were closed.", "All schools were closed.", "XC106"),
    ("ar", "ربما غرقت العبارة.", "The ferry sank.", "The ferry may have sunk.", "XC102"),
    ("ar", "وفقا للشركة وصلت السفينة.", "The ship arrived.", "The ship arrived, the company said.", "XC104"),
    ("hi", "मछली की कीमतों में गिरावट आई।", "Fish prices rose.", "Fish prices were down.", "XC103"),
    ("hi", "कुछ स्कूल बंद हैं।", "All schools are shut.", "A few schools are shut.", "XC106"),
    ("hi", "पुलिस ने कथित चोर को पकड़ा।", "Police caught the thief.", "Police caught the suspected thief.", "XC102"),
    ("hi", "मंत्री के अनुसार पुल तैयार है।", "The bridge is ready.", "The minister says the bridge is ready.", "XC104"),
    ("th", "ราคาปลาลดลงในเดือนมีนาคม", "Fish prices rose in March.", "Fish prices fell in March.", "XC103"),
    ("th", "โรงเรียนทุกแห่งปิด", "Some schools are shut.", "All schools are shut.", "XC106"),
    ("th", "บางทีเรือข้ามฟากจมแล้ว", "The ferry sank.", "Perhaps the ferry sank.", "XC102"),
]


def flags(language: str, source: str, english: str) -> set[str]:
    return {finding.check for finding in claim_findings(language, source, english)}


@pytest.mark.parametrize(
    ("language", "source", "wrong", "right", "check"), CASES, ids=[f"{case[0]}-{case[4]}" for case in CASES]
)
def test_a_changed_claim_is_flagged(language: str, source: str, wrong: str, right: str, check: str) -> None:
    assert check in flags(language, source, wrong)
    assert not flags(language, source, right)
