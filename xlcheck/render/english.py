"""English for the sentences of a finding: our translation, or a word gloss where nothing translated them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlcheck.lang.gloss import LABEL, gloss
from xlcheck.lang.lexicon import lexicon_for
from xlcheck.model import MentionKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlcheck.model import Finding, Span
    from xlcheck.render.lookup import Lookup

TRANSLATED = "our English"
MOST_SENTENCES = 3
"""A gloss of more is not read; an article-wide finding shows its beginning."""


def english_for(finding: Finding, spans: Sequence[Span], lookup: Lookup) -> tuple[str, str]:
    """Return a label and English for the sentences that spans of one article touch; two empty texts for none.

    Args:
        finding: what the spans belong to; its English sentences decide between the senses of a word.
        spans: of one article, at least one.
    """
    if english := lookup.english(spans):
        return TRANSLATED, english
    side = lookup.side(spans[0].doc)
    lexicon = lexicon_for(side.article.language)
    if lexicon is None:
        return "", ""
    sentences = {segment.index: segment.text for span in spans for segment in lookup.segments(span)}
    context = " ".join(
        segment.text
        for span in (*finding.where, *finding.related)
        if lookup.article(span.doc).language == "en"
        for segment in lookup.segments(span)
    )
    names = frozenset(
        word
        for mention in side.facts.mentions
        if mention.kind is MentionKind.PERSON
        for word in mention.span.text.split()
    )
    chosen = [sentences[index] for index in sorted(sentences)[:MOST_SENTENCES]]
    return LABEL, " ".join(gloss(text, lexicon, english=context, names=names) for text in chosen)
