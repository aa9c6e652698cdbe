"""Text → sentence ranges."""

from __future__ import annotations

from xlcheck.lang.profile import load_profile
from xlcheck.segment.boundaries import Paragraph, settle
from xlcheck.segment.brackets import brackets
from xlcheck.segment.plain_view import plain_view
from xlcheck.segment.quotation_marks import quote_pairs
from xlcheck.segment.srx import srx_breaks


def split_sentences(text: str, language: str) -> tuple[tuple[int, int], ...]:
    """Return the sentences of one paragraph as half-open ranges of code points, ascending.

    White space around a sentence belongs to none; everything else belongs to exactly one. Text without a single
    visible character has no sentences.

    An initial never ends a sentence, as in LanguageTool: "President Vladimir V. He is expected" stays in one piece,
    so that whoever looks for broken text sees the break inside the sentence.

    Args:
        text: a paragraph; line breaks in it are treated as spaces.
        language: ISO 639 code, "und" where it is not known.
    """
    view = plain_view(text)
    if not view.text.strip():
        return ()
    pairs = quote_pairs(view.text)
    paragraph = Paragraph(
        text=view.text,
        pairs=pairs,
        closing={pair.closing: pair.opening for pair in pairs},
        brackets=brackets(view.text),
        profile=load_profile(language).sentences,
    )
    # Invisible characters between two sentences belong to the second, where they usually set its direction.
    starts = [view.origin[at - 1] + 1 for at in settle(paragraph, srx_breaks(view.text, language))]
    ranges = []
    for start, end in zip([0, *starts], [*starts, len(text)], strict=True):
        piece = text[start:end]
        left = start + len(piece) - len(piece.lstrip())
        ranges.append((left, left + len(piece.strip())))
    return tuple(ranges)
