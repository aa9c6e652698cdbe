"""Verbs whose first part stands at the end of the clause: "lehnte … ab" is one verb, found in a lexicon as "ablehnen".

Which particles, endings and irregular stems there are says the `[gloss]` table of the language.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from xlcheck.lang.glosses import GlossProfile
    from xlcheck.lang.lexicon import Lexicon

SEEN_OFTEN = 2
"""Doublings from which the first known form of a verb is taken rather than a more frequent one."""
SHORTEST_REST = 3
"""Letters of a verb without its particle."""
_COMMAS = frozenset(",;:\N{EN DASH}\N{EM DASH}()")


def separated(words: Sequence[str], lexicon: Lexicon, profile: GlossProfile) -> dict[int, tuple[int, str]]:
    """Return for each separated verb the place of its particle and the form under which the lexicon has the verb.

    Args:
        words: of a sentence with its marks, the first in the case that it has inside a sentence.

    Returns:
        place of the finite part → (place of the particle, the verb in one word).
    """
    found: dict[int, tuple[int, str]] = {}
    for last, word in enumerate(words):
        if word not in profile.particles or not _ends_clause(words, last, profile):
            continue
        for place in _candidates(words, last, profile):
            if place not in found and (verb := _verb(word, words[place], lexicon, profile)):
                found[place] = (last, verb)
                break
    return found


def _ends_clause(words: Sequence[str], place: int, profile: GlossProfile) -> bool:
    after = words[place + 1] if place + 1 < len(words) else "."
    return not after[0].isalnum() or after in profile.ends_clause


def _candidates(words: Sequence[str], last: int, profile: GlossProfile) -> Iterator[int]:
    """Yield the places of words that may be a verb, before a particle: its own clause first, nearest first."""
    own = next((place + 1 for place in range(last - 1, -1, -1) if words[place] in _COMMAS), 0)
    for places in (range(last - 1, own - 1, -1), range(own - 1, -1, -1)):
        yield from (place for place in places if words[place][0].islower() and words[place] not in profile.words)


def _verb(particle: str, form: str, lexicon: Lexicon, profile: GlossProfile) -> str:
    known = [verb for verb in _joined(particle, form, profile) if verb in lexicon]
    often = (verb for verb in known if lexicon.frequency(verb) >= SEEN_OFTEN)
    return next(often, max(known, key=lexicon.frequency, default=""))


def _joined(particle: str, form: str, profile: GlossProfile) -> Iterator[str]:
    """Yield what a verb may look like in one word, forms of the same tense first."""
    yield particle + form
    for past, stems, endings in (
        (True, profile.past_stems, profile.past_endings),
        (False, profile.present_stems, profile.present_endings),
    ):
        for ending in ("", *profile.present_endings):
            stem = form.removesuffix(ending)
            if form.endswith(ending) and stem in stems:
                infinitive, participle = stems[stem]
                yield from (
                    particle + verb for verb in ((participle, infinitive) if past else (infinitive, participle))
                )
        for ending in endings:
            stem = form.removesuffix(ending)
            if len(stem) > 1 and form.endswith(ending):
                infinitives = [particle + stem + end for end in profile.infinitives]
                participles = [particle + start + stem + end for start, end in profile.participles]
                yield from (*participles, *infinitives) if past else (*infinitives, *participles)


def joined(word: str, lexicon: Lexicon, profile: GlossProfile) -> str:
    """Return the form under which the lexicon has an unknown form of a separable verb, "" for none.

    Reads forms that are known apart only ("zurücktrat"), and what may stand in between ("abzulehnen").
    """
    for particle in profile.particles:
        rest = word.removeprefix(particle)
        if rest == word or len(rest) < SHORTEST_REST:
            continue
        for infix in ("", *profile.infixes):
            if rest.startswith(infix) and (verb := _verb(particle, rest.removeprefix(infix), lexicon, profile)):
                return verb
    return ""
