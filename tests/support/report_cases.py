"""The reports whose renderings are kept under `tests/golden/`; every article in them is invented."""

from __future__ import annotations

from support.reports import make_finding, make_pair, make_report, make_side, span_of

from xlcheck.model import (
    Decision,
    DecisionKind,
    Failure,
    MissingPack,
    Report,
    Severity,
    Skipped,
    Verdict,
)


def empty() -> Report:
    """Nothing came in."""
    return make_report()


def clean_pair() -> Report:
    """Two articles that agree."""
    german = make_side(
        "incoming/faehre.txt",
        "Neue Fähre verbindet Almsund mit der Insel\n"
        "Die Fähre kostet 12 Millionen Euro. Sie fährt ab dem 3. Mai.\n"
        "Newsletter abonnieren",
        language="de",
        skipped={2: ("call-to-action", "asks the reader to subscribe")},
        translations=(
            "New ferry connects Almsund with the island",
            "The ferry costs 12 million euros.",
            "It runs from May 3.",
        ),
    )
    english = make_side(
        "incoming/ferry.txt",
        "New ferry links Almsund to the island\nThe ferry cost 12 million euros. It starts on May 3.",
    )
    pair = make_pair(german, english, [([0], [0]), ([1], [1]), ([2], [2])])
    return make_report([german, english], pairs=[pair], clusters=[("incoming/faehre.txt", "incoming/ferry.txt")])


def rich() -> Report:
    """Everything at once: all verdicts, three scripts, hostile text, a missing pack, skipped inputs, failures."""
    german = make_side(
        "incoming/2024/bruecke-almsund.txt",
        "Brücke über den Almsund nach sechs Jahren eröffnet\n"
        "Rund 400 Arbeiter waren an dem 1,2 Milliarden Kronen teuren Bau beteiligt, der im Frühjahr begann.\n"
        "„Wir haben niemals an dem Zeitplan gezweifelt“, sagte Verkehrsministerin Runa Halvorsen am Dienstag.\n"
        "Der Betreiber schloss nicht aus, dass die Maut im kommenden Jahr steigt.\n"
        "WEITERLESEN:\n"
        "Der Bürgermeister von Almsund lehnte einen Kommentar ab.",
        language="de",
        skipped={4: ("teaser", "announces another article")},
        translations=(
            "Bridge over the Almsund opened after six years",
            "Around 400 workers were involved in the 1.2 billion kroner construction, which began in spring.",
            "“We never doubted the schedule,” said Transport Minister Runa Halvorsen on Tuesday.",
            "The operator closed not out that the toll rises in the coming year.",
            "The mayor of Almsund declined to comment.",
        ),
    )
    english = make_side(
        "incoming/2024/bridge-almsund.txt",
        "Almsund bridge opens after six years\n"
        "Some 4,000 workers took part in the 1.2 billion kroner project that began in the spring.\n"
        "“We often doubted the schedule,” Transport Minister Runa Halvorsen said on Wednesday.\n"
        "The operator did not rule out that tolls will rise next year.\n"
        "Advertisement",
        skipped={4: ("advertisement", "a placeholder for an advertisement")},
    )
    japanese = make_side(
        "incoming/2024/橋-アルムスン.txt",
        "アルムスン橋、6年を経て開通\n"
        "約400人の作業員が総工費12億クローネの建設に参加した。ハルヴォルセン運輸相は火曜日、「工期を疑ったことは一度もない」と述べた。",
        language="ja",
    )
    arabic = make_side(
        "incoming/2024/jisr.txt",
        "افتتاح جسر ألمسوند بعد ست سنوات\nشارك نحو 400 عامل في بناء الجسر الذي بلغت كلفته 1.2 مليار كرونة.",
        language="ar",
    )
    garbled = make_side(
        "incoming/2024/mirror-copy.txt",
        "Bridge Almsund is opened\n"
        "Minister Runa K. She is expected speak in the Wednesday. The bridge the bridge the bridge is opened from "
        "Shri. Halvorsen, and costs of the kroner were taken with the great upset by neighbour, which former island.",
        garble=0.91234,
    )
    hostile = make_side(
        "incoming/\x1b]0;owned\x07\u202etxt.evil",
        "::error file=app.py::Not our message\n"
        "The \x1b[31mred\x1b[0m alert costs [bold]5[/bold] kroner ##[group]\u200b "
        "and ##vso[task.complete] is\u202e lla \ud800.\n"
        "::set-output name=x::6 kroner\x85::stop",
        skipped={2: ("::rule", "looks like\na command")},
    )
    sides = [german, english, japanese, arabic, garbled, hostile]
    pairs = [
        make_pair(german, english, [([0], [0]), ([1], [1]), ([2], [2]), ([3], [3]), ([4], [])]),
        make_pair(japanese, english, [([0], [0]), ([1], [1]), ([2], [2])]),
        make_pair(arabic, english, [([0], [0]), ([1], [1])], failure="check XD101 stopped with ZeroDivisionError"),
    ]
    findings = [
        make_finding(
            [span_of(english, "4,000 workers")],
            [span_of(german, "400 Arbeiter")],
            severity=Severity.ERROR,
            message="The number of workers differs: 400 in the original, 4,000 here.",
            cause="magnitude",
            evidence=(("original", "400"), ("english", "4000")),
        ),
        make_finding(
            [span_of(english, "4,000")],
            [span_of(japanese, "400人")],
            severity=Severity.ERROR,
            confidence=(("link", 0.9), ("comparison", 0.96)),
            message="The number of workers differs: 400 in the original, 4,000 here.",
            cause="magnitude",
            evidence=(("original", "400"), ("english", "4000")),
        ),
        make_finding(
            [span_of(english, "often doubted")],
            [span_of(german, "niemals"), span_of(german, "gezweifelt")],
            check="XC101",
            name="negation-flip",
            severity=Severity.ERROR,
            confidence=(("link", 0.95), ("comparison", 0.9)),
            message="The quotation is negated in the original (“niemals”), here it is not.",
            cause="negation-lost",
        ),
        make_finding(
            [span_of(english, "Wednesday")],
            [span_of(german, "Dienstag")],
            check="XD101",
            name="date-value",
            confidence=(("link", 0.95), ("comparison", 0.7)),
            message="Tuesday in the original, Wednesday here.",
            evidence=(("original", "Tuesday"), ("english", "Wednesday")),
        ),
        make_finding(
            [span_of(english, "often doubted the schedule")],
            [span_of(german, "niemals an dem Zeitplan gezweifelt"), span_of(japanese, "工期を疑ったことは一度もない")],
            check="XQ106",
            name="quote-odd-one-out",
            confidence=(("versions", 0.8),),
            message="Two of three versions of this quotation agree; this is the third.",
        ),
        make_finding(
            [span_of(german, "schloss nicht aus")],
            [span_of(english, "did not rule out")],
            check="XT101",
            name="our-translation-suspect",
            severity=Severity.NOTE,
            verdict=Verdict.TRANSLATION_SUSPECT,
            confidence=(("health", 0.62),),
            message="Our translation of this sentence does not read like English.",
        ),
        make_finding(
            [span_of(german, "Der Bürgermeister von Almsund lehnte einen Kommentar ab.")],
            check="XA101",
            name="dropped-passage",
            severity=Severity.NOTE,
            verdict=Verdict.NOT_COVERED,
            confidence=(("link", 0.8),),
            message="No sentence of the English article corresponds to this one.",
        ),
        make_finding(
            [span_of(german, "WEITERLESEN:")],
            check="XA103",
            name="weak-alignment",
            severity=Severity.NOTE,
            verdict=Verdict.WEAK_LINK,
            confidence=(("link", 0.3),),
            message="The sentences around this line could not be linked with any certainty.",
        ),
        make_finding(
            [
                span_of(garbled, "Minister Runa K."),
                span_of(garbled, "Shri."),
                span_of(garbled, "the bridge the bridge"),
            ],
            check="XG105",
            name="garbled-text",
            severity=Severity.ERROR,
            verdict=Verdict.TEXT_GARBLED,
            confidence=(("garble", 0.94),),
            message="This text reads like broken machine translation.",
            evidence=(("ends-at-initial", "Runa K."), ("foreign-honorific", "Shri.")),
        ),
        make_finding(
            [span_of(hostile, "red\x1b[0m alert"), span_of(hostile, "::set-output name=x::6 kroner")],
            check="XG103",
            name="mojibake",
            verdict=Verdict.TEXT_GARBLED,
            confidence=(("evidence", 0.99),),
            message="::warning::control characters \x1b[2J in [red]text[/red]",
            evidence=(("character", "\x1b"),),
        ),
    ]
    return make_report(
        sides,
        pairs=pairs,
        findings=findings,
        clusters=[[side.article.id for side in (german, english, japanese, arabic, garbled)]],
        decisions={
            english.article.id: Decision(
                kind=DecisionKind.REVIEW,
                reasons=("2 errors and 2 warnings against other versions", "one quotation stands alone"),
            ),
            garbled.article.id: Decision(kind=DecisionKind.QUARANTINE, reasons=("garbled machine translation (91 %)",)),
            hostile.article.id: Decision(kind=DecisionKind.QUARANTINE, reasons=("control characters in the text",)),
        },
        skipped=[
            Skipped(path="incoming/photo.jpg", reason="not text"),
            Skipped(path="incoming/feed.jsonl", line=17, reason="no field named “text”"),
        ],
        failures=[
            Failure(
                where="incoming/old/archiv.txt",
                message="the file cannot be read: permission denied",
                hint="check who owns it, or leave it out with --exclude",
            ),
            Failure(
                where="incoming/2024/jisr.txt ↔ incoming/2024/bridge-almsund.txt",
                message="check XD101 stopped with ZeroDivisionError",
            ),
        ],
        missing_packs=[
            MissingPack(language="ar", articles=1, command="xlcheck models install ar"),
            MissingPack(language="ja", articles=1, command="xlcheck models install ja"),
        ],
        notices=["Reports with excerpts contain words of unpublished articles."],
    )
