"""xlcheck: do different language versions of the same news say the same thing?

The public door. Names are loaded when they are used, so that importing the package costs next to nothing.

    >>> from xlcheck import check_pair
    >>> findings = check_pair("Es waren 300 Gäste da.", "There were 500 guests.", source_language="de")
    >>> [finding.check for finding in findings]
    ['XN101']
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlcheck._version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from xlcheck.config import Config
    from xlcheck.model import Finding, Report
    from xlcheck.stages.scoring import PairScore, SentencePair

__all__ = ["__version__", "check_corpus", "check_pair", "score_pairs"]


def check_corpus(paths: Sequence[str], *, config: Config | None = None) -> Report:
    """Check files and folders of articles; the same as `xlcheck check PATH…`.

    Args:
        paths: files, and folders that are searched to any depth.
        config: settings; the defaults if left out. Configuration files are not looked for.
    """
    from xlcheck.config import Config
    from xlcheck.pipeline import check_paths

    return check_paths(paths, config or Config())


def check_pair(source: str, english: str, *, source_language: str, english_language: str = "en") -> list[Finding]:
    """Check two short texts that correspond as a whole, such as a sentence and its translation.

    Args:
        source: the text in `source_language` (ISO 639 code).
        english: its counterpart.
        english_language: language of the counterpart.
    """
    from xlcheck.pipeline import check_texts

    return check_texts(source, english, source_language=source_language, english_language=english_language)


def score_pairs(pairs: Iterable[SentencePair], *, config: Config | None = None) -> Iterator[PairScore]:
    """Yield for each sentence pair how likely the two say different things; the same as `xlcheck score`.

    Pairs are read as they are needed, some hundred at a time, and scores come in their order.

        >>> from xlcheck.stages.scoring import SentencePair
        >>> pair = SentencePair(language="de", source="Es waren 300 Gäste da.", english="There were 500 guests.")
        >>> [score.findings[0].check for score in score_pairs([pair])]
        ['XN101']

    Args:
        pairs: `SentencePair(source=…, english=…, language=…)`, perhaps with a `translation`.
        config: settings; the defaults if left out. Configuration files are not looked for.
    """
    from xlcheck.config import Config
    from xlcheck.stages.scoring import score_pairs as score

    return score(pairs, config or Config())
