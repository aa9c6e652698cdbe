"""A name is spelt otherwise than in its counterpart.

## What it does

Looks at sentences that surely correspond. Where one names somebody whose name differs by a letter or two from a name in
the other, and no way of writing leads from the one spelling to the other, the name is misspelt in one of them.

## Why it matters

A misspelt name is the mistake that the person concerned notices first, and readers who search for the name do not find
the article.

## Example

| | |
|---|---|
| Source | Nach Angaben von Ministerin **Lindqvist** wird die Brücke gebaut. |
| English | According to Minister **Lindqivst**, the bridge will be built. |
| Verdict | name-misspelt |

## When it stays silent

On ways of writing one name in different languages and scripts (Schukow, Zhukov, Жуков; Müller, Mueller), case endings,
given names and places that languages adapt, names of fewer than five letters, names that differ in their first two
letters. When the source's spelling stands elsewhere in the English article, too, unless both stand in the same sentence
pair. On acronyms.

## Known limits

Which of the two spellings is right cannot be told. Slips in vowels show only between languages with one alphabet; names
in Chinese, Japanese, Korean, Thai and Arabic are not looked at. Another person with nearly the same name is taken for a
misspelling.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlcheck.checks.base import CheckInfo, Example, Examples, make_finding, pair_verdict, segments_of, trusted_links
from xlcheck.checks.lone_names import is_short_and_sure
from xlcheck.compare.in_segments import facts_within
from xlcheck.compare.misspelling import is_misspelling
from xlcheck.compare.name_search import stands_in
from xlcheck.extract.names.copied_words import copied_words, is_in_lexicon
from xlcheck.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xlcheck.checks.base import CheckContext
    from xlcheck.model import ArticlePair, Finding, Link, Mention, Side

INFO = CheckInfo(id="XE103", name="name-misspelt", severity=Severity.WARNING, scope="pair", its="misspelling")

EXAMPLES = Examples(
    fires=(
        Example(
            language="de",
            source="Nach Angaben von Ministerin Lindqvist wird die Brücke gebaut.",
            english="According to Minister Lindqivst, the bridge will be built.",
            cause="name-misspelt",
            note="two letters exchanged",
        ),
        Example(
            language="fr",
            source="Le maire Étienne Vaubertin a fermé le port lundi.",
            english="Mayor Étienne Vaubretin closed the port on Monday.",
            cause="name-misspelt",
            note="in French",
        ),
        Example(
            language="ru",
            source="По словам министра Павла Соколова, мост закроют до осени.",
            english="According to Minister Pavel Sotolov, the bridge will be closed until autumn.",
            cause="name-misspelt",
            note="a consonant that no transliteration gives",
        ),
    ),
    silent=(
        Example(
            language="ru",
            source="Во вторник министр Павел Жуков был в Москве.",
            english="Minister Pavel Zhukov was in Moscow on Tuesday.",
            note="transliteration",
        ),
        Example(
            language="de",
            source="Außenminister Schtscherbakow traf Frau Müller.",
            english="Foreign Minister Shcherbakov met Ms Mueller.",
            note="ways of writing",
        ),
        Example(
            language="cs",
            source="Ministr Tomáš Holub se setkal s Annou Vrzalovou.",
            english="Minister Tomáš Holub met Anna Vrzalová.",
            note="case endings",
        ),
        Example(
            language="it",
            source="Alessandro Brancaleone ha aperto la seduta.",
            english="Alexander Brancaleone opened the session.",
            note="a given name in another language",
        ),
        Example(
            language="es",
            source="El ministro Johansen habló con Johanson en Oslo.",
            english="Minister Johansen spoke to Johanson in Oslo.",
            note="two persons with nearly the same name",
        ),
    ),
)
_ONE_ALPHABET = 0.85
_OTHER_ALPHABET = 0.65


def check(pair: ArticlePair, _context: CheckContext) -> Iterator[Finding]:
    """Yield a finding for each name in a sure link that differs from a name of the other side by a slip."""
    for link in trusted_links(pair):
        if is_short_and_sure(link):
            yield from _check_link(pair, link)


def _check_link(pair: ArticlePair, link: Link) -> Iterator[Finding]:
    source = _words(pair.source, link.source)
    for word, mention in _words(pair.english, link.english):
        if is_in_lexicon(word, "en") or stands_in(word, pair.source.article.text):
            continue
        for other, counterpart in source:
            if not is_misspelling(other, word) or stands_in(other, pair.english.article.text):
                continue
            yield _finding(pair, link, counterpart, mention, other, word)
            break


def _words(side: Side, indexes: tuple[int, ...]) -> list[tuple[str, Mention]]:
    """Return the words of all names in some sentences that other languages copy, each with its name."""
    return [
        (word, mention)
        for segment in segments_of(side, indexes)
        for mention in facts_within(side.facts.mentions, [segment])
        if not mention.key
        for word in copied_words(mention, segment.language)
    ]


def _finding(pair: ArticlePair, link: Link, source: Mention, english: Mention, left: str, right: str) -> Finding:
    certainty = _ONE_ALPHABET if left.isascii() or not _is_other_alphabet(left) else _OTHER_ALPHABET
    return make_finding(
        INFO,
        confidence=[("link", link.probability), ("comparison", certainty)],
        verdict=pair_verdict(pair, source=link.source, english=link.english),
        message=f"“{english.span.text}” is spelt otherwise in the other text: “{source.span.text}”.",
        where=[english.span],
        related=[source.span],
        cause="name-misspelt",
        evidence=[("source spelling", left), ("english spelling", right)],
    )


def _is_other_alphabet(word: str) -> bool:
    return word[0] > "\N{LATIN SMALL LETTER Z WITH CARON}"
