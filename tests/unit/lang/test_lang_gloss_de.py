"""The gloss of German news with the lexicon that is shipped: does a reader get the meaning? (Invented sentences.)"""

from __future__ import annotations

import pytest

from xlcheck.lang.gloss import gloss
from xlcheck.lang.lexicon import Lexicon, lexicon_for
from xlcheck.lang.lexicon_words import tokens

# German; English linked with it, "" for none; words that must stand in the gloss; words that must not.
SENTENCES = [
    (
        "Die Regierung lehnte den Antrag der Opposition am Montag ab.",
        "",
        "government rejected opposition Monday",
        "off",
    ),
    ("Der Außenminister warf dem Nachbarland Wortbruch vor.", "", "foreign minister accused breach", "before threw"),
    (
        "Bei dem Angriff wurden nach Angaben der Polizei 12 Menschen getötet.",
        "",
        "attack police 12 killed",
        "",
    ),
    ("Die Truppen ziehen sich aus dem Westen des Landes zurück.", "", "troops west of", "back"),
    ("Die Truppen ziehen sich zurück.", "Troops are withdrawing.", "troops withdraw", "back"),
    ("Der Präsident trat nach dem Truppenabzug zurück.", "", "president resigned after withdrawal", "stepped trigger"),
    ("Die Bundeskanzlerin kündigte eine Erhöhung der Mehrwertsteuer an.", "", "announced increase of tax", "at on"),
    ("Die Feuerwehr brachte den Waldbrand unter Kontrolle.", "", "fire department forest under control", ""),
    ("Sie haben sich auf einen Waffenstillstand geeinigt.", "They agreed to a ceasefire.", "ceasefire agreed", "you"),
    ("Die Staatsanwaltschaft wirft ihm Steuerhinterziehung vor.", "", "prosecutor accused tax", "before throws"),
    ("Im Bericht des Innenministeriums steht nichts davon.", "", "report of interior ministry nothing", "stopped"),
    ("Die Arbeitslosenquote stieg um 3,5 Prozent.", "", "unemployment rate rose by 3,5 percent", "got"),
    ("Er soll mehrere Millionen Euro gestohlen haben.", "", "said several million euros stolen", "should"),
    ("Die Wahl findet am 12. Mai statt.", "", "election takes place 12 May", "instead finds"),
    ("Er hatte keine andere Wahl.", "He had no other choice.", "had no other choice", "election"),
    ("Der Gipfel in Genf ging ohne Ergebnis zu Ende.", "", "summit Geneva without result end", ""),
    ("Am Abend nahm die Polizei drei Verdächtige fest.", "", "evening arrested police three suspects", "took tight"),
    ("Das Unternehmen stellt 300 neue Mitarbeiter ein.", "", "company hire 300 new employees", ""),
    ("Die Preise sind deutlich gestiegen.", "", "prices are risen", ""),
    ("Der Vorsitzende der Partei wies die Vorwürfe zurück.", "", "chairman of party rejected accusations", "back"),
    ("Nach dem Erdbeben werden noch 40 Menschen vermisst.", "", "after earthquake still 40 people missing", "misses"),
    ("Das Gericht verurteilte den Angeklagten zu fünf Jahren Haft.", "", "court defendant five years", ""),
    (
        "Der Minister, der gestern zurücktrat, will nicht mehr antreten.",
        "",
        "minister which yesterday resigned",
        "back",
    ),
    ("Sie weigerte sich, den Vorschlag abzulehnen.", "", "refused proposal reject", ""),
    ("Die Zahl der Toten stieg auf 45.", "", "number of dead rose 45", "got"),
    ("Mehrere Häuser stürzten ein.", "", "several houses collapse", "a"),
    ("Das Parlament stimmte dem Gesetzentwurf mit 312 zu 201 Stimmen zu.", "", "parliament agreed bill 312 201", ""),
    ("Der Gewerkschaftsvorsitzende rief zu einem Streik auf.", "", "union chairman called strike", "on"),
    ("Die Inflation nahm im dritten Quartal ab.", "", "inflation decreased in third quarter", "took off"),
    ("Tausende protestierten gegen die Rentenreform.", "", "thousands protested against reform", ""),
    ("Die Rebellen ließen zwei Geiseln frei.", "", "rebels released two hostages", "left free"),
    ("Er gab zu, die Unterlagen vernichtet zu haben.", "", "admitted documents destroyed", "gave"),
    ("Die Stadt wurde am Sonntag von Rebellen eingenommen.", "", "city was Sunday by rebels", ""),
    ("Der Sprecher des Ministers sagte nichts.", "", "spokesman of minister said nothing", ""),
    ("Marit Halvorsen leitet seit 2019 die Behörde.", "", "Marit Halvorsen since 2019", "Mary"),
    ("Die Verhandlungen dauern nach wie vor an.", "", "negotiations still", "before"),
    ("Es gibt noch nicht genug Wasser.", "", "there is not yet enough water", "gives"),
    ("Vor allem Kinder wurden verletzt.", "", "above all children were injured", "before"),
    ("Die Partei verlor mehr als ein Drittel ihrer Sitze.", "", "party lost more than third of their seats", ""),
    ("Der Bürgermeister sagte seine Reise nach Tavonien ab.", "", "mayor canceled trip Tavonien", "said off"),
    ("Sie schlug einen neuen Vertrag vor.", "", "proposed new treaty", "before hit"),
    ("Der Konzern schließt drei Werke.", "", "group closes three", ""),
    ("Die Frau des Botschafters kam ums Leben.", "The ambassador's wife died.", "wife of ambassador killed", "life"),
    ("Die Ministerin stellte das Programm vor.", "", "minister introduced programme", "before put"),
    ("Sie saß auf der Bank.", "She sat on the bench.", "sat bench", "bank"),
    ("Die Bank senkte den Leitzins.", "The bank cut its key rate.", "bank rate", "bench"),
]


@pytest.fixture(scope="module")
def german() -> Lexicon:
    found = lexicon_for("de")
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "english", "kept", "absent"), [pytest.param(*row, id=row[0][:40]) for row in SENTENCES]
)
def test_the_meaning_is_kept(german: Lexicon, text: str, english: str, kept: str, absent: str) -> None:
    found = gloss(text, german, english=english, names=("Marit", "Halvorsen"))
    words = {match.group().lower() for match in tokens(found)}
    assert set(kept.lower().split()) <= words, found
    assert words.isdisjoint(absent.split()), found


def test_figures_and_unknown_names_stay(german: Lexicon) -> None:
    text = "Halvorsen zahlte 1.234,56 Euro an Torvinge & Söhne (Halvik)."
    for kept in ("Halvorsen", "1.234,56", "Torvinge &", "(Halvik)."):
        assert kept in gloss(text, german)


def test_no_space_is_left_where_a_word_is_left_out(german: Lexicon) -> None:
    assert " ." not in gloss("Die Regierung lehnte den Antrag ab.", german)
    assert "  " not in gloss("Die Regierung lehnte den Antrag ab und ging.", german)


def test_a_long_line_takes_linear_time(german: Lexicon) -> None:
    assert gloss("ab " * 3000, german)
