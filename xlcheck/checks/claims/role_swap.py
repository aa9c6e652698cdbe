"""Another country than in the other text did it, or had it done to it.

## What it does

Looks at surely corresponding sentences of translations. Where the English names one country, or its people, of which
the source's sentence does not speak, and the source's sentence names one of which the English does not, it puts the
source's country in the place of the English one and asks the multilingual encoder which sentence is nearer to the
source. It reports only where that is the changed one.

## Why it matters

"US troops" for "Russian troops" turns a report round, and both countries stand all over both articles, so that nothing
else shows it.

## Example

| | |
|---|---|
| Source | **Russische** Truppen rückten am Montag näher an die Grenze. |
| English | **US** troops moved closer to the border on Monday. |
| Verdict | country-replaced |

## When it stays silent

When either sentence speaks of the other's country in any way: by a city, a government's seat, an adjective, a people;
when more than one country differs; for "our country"; in articles written independently; for languages that the encoder
does not know; and for links that are not sure.

## Known limits

Persons and things that have changed places are not seen: a multilingual encoder hardly knows who did what to whom. (In
41 % of correct pairs the sentence with subject and object exchanged is the nearer one.) Two countries that changed
places within one sentence are not seen either.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlcheck.checks.base import CheckInfo, Example, Examples, make_finding, pair_verdict, segments_of
from xlcheck.checks.claims.contrast import short_passages
from xlcheck.compare.countries import countries_named
from xlcheck.compare.in_segments import facts_within
from xlcheck.compare.name_search import may_name_country
from xlcheck.lang.contraries import Rewrite
from xlcheck.lang.territories import is_home, nationality_in_english, territory_name
from xlcheck.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from xlcheck.checks.base import CheckContext
    from xlcheck.compare.countries import NamedCountry
    from xlcheck.model import ArticlePair, Finding, Link, Mention, Side, Span

INFO = CheckInfo(id="XC105", name="role-swap", severity=Severity.WARNING, scope="pair", its="mistranslation")

EXAMPLES = Examples(
    fires=(
        Example(
            language="de",
            source="Russische Truppen rückten am Montag näher an die Grenze.",
            english="US troops moved closer to the border on Monday.",
        ),
        Example(
            language="fr",
            source="Le ministre italien a refusé de signer l'accord sur la pêche.",
            english="The Spanish minister refused to sign the fishing agreement.",
        ),
        Example(
            language="ru",
            source="Польские рыбаки потребовали открыть порт.",
            english="Norwegian fishermen demanded that the port be opened.",
        ),
    ),
    silent=(
        Example(
            language="de",
            source="Russische Truppen rückten am Montag näher an die Grenze.",
            english="Moscow's troops moved closer to the border on Monday.",
            note="the country by its capital",
        ),
        Example(
            language="de",
            source="Die britische Regierung lehnte den Vorschlag ab.",
            english="London rejected the proposal.",
            note="the country by its government's seat",
        ),
        Example(
            language="fr",
            source="Le gouvernement a reçu le ministre italien.",
            english="The French government received the Italian minister.",
            note="our own country",
        ),
        Example(
            language="ru",
            source="Польские рыбаки потребовали открыть порт.",
            english="Polish fishermen demanded that the port be opened.",
            note="the same country",
        ),
    ),
)
MARGIN = 0.5
"""From here on the sentence with the country of the source is clearly the nearer one: none of 7,363 correct pairs is
reported, of 157 countries replaced on purpose 65 are."""
CERTAINTY = 0.8


def check(pair: ArticlePair, context: CheckContext) -> Iterator[Finding]:
    """Yield a finding for each sentence of a translation in which another country stands than in its source."""
    for link in pair.links:
        passages = short_passages(pair, link)
        countries = _exchanged(pair, link, *passages) if passages else None
        if passages is None or countries is None:
            continue
        source, english = passages
        lost, added = countries
        written, fits = english.sub(added.start, added.end), _in_place_of(added, english, lost.key)
        rewrite = Rewrite(start=added.start, end=added.end, old=written.text, new=fits)
        contrasts = context.contrast(source.text, english.text, (rewrite,)) if fits else ()
        if any(item.margin >= MARGIN for item in contrasts):
            yield make_finding(
                INFO,
                confidence=[("link", link.probability), ("comparison", CERTAINTY)],
                verdict=pair_verdict(pair, source=link.source, english=link.english),
                message=f"“{written.text}” stands here where the other text has {territory_name(lost.key)}.",
                where=[written],
                related=[source.sub(lost.start, lost.end)],
                cause="country-replaced",
                evidence=[("written", written.text), ("fits better", fits)],
            )


def _exchanged(pair: ArticlePair, link: Link, source: Span, english: Span) -> tuple[NamedCountry, NamedCountry] | None:
    """Return the only country of which the source alone speaks, and the only one of which its English alone does."""
    language = pair.source.segments[link.source[0]].language
    lost = [
        country
        for country in countries_named(source, language, _mentions(pair.source, link.source))
        if not may_name_country(english.text, "en", country.key)
    ]
    if len({country.key for country in lost}) != 1:
        return None
    added = [
        country
        for country in countries_named(english, "en", _mentions(pair.english, link.english))
        if not may_name_country(source.text, language, country.key)
    ]
    if len({country.key for country in added}) != 1 or is_home(added[0].key, language):
        return None
    return lost[0], added[0]


def _mentions(side: Side, indexes: Iterable[int]) -> Sequence[Mention]:
    return facts_within(side.facts.mentions, segments_of(side, indexes))


def _in_place_of(country: NamedCountry, english: Span, key: str) -> str:
    """Return another country's name, or its adjective where the English has one or uses the name as one."""
    behind = english.text[country.end : country.end + 2]
    if country.attribute or (behind[:1] == " " and behind[1:].islower()):
        return nationality_in_english(key)
    return territory_name(key)
