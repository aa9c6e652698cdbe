"""Article → Segments: sentences with exact offsets, quote- and abbreviation-aware.

Paragraphs are found first (`paragraphs`), each is looked at through a tidied view (`plain_view`), LanguageTool's rules
propose where sentences begin (`srx`), and what they cannot know about quotations is put right (`quotation_marks`,
`boundaries`).
"""

from xlcheck.segment.article import segment_article
from xlcheck.segment.sentences import split_sentences

__all__ = ["segment_article", "split_sentences"]
