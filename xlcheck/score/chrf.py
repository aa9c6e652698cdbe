"""chrF, the character n-gram F-score (the only importer of sacrebleu).

Popović, "chrF: character n-gram F-score for automatic MT evaluation" (WMT 2015), as sacreBLEU computes it: character
6-grams, no word n-grams, beta 2, smoothing for short texts. Evidence beside a finding, never a reason for one.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sacrebleu.metrics.chrf import CHRF


def chrf(text: str, reference: str) -> float:
    """Return how much of the reference's wording a text has, 0…100; not symmetric.

    >>> round(chrf("The bridge is open.", "The bridge is open."))
    100
    """
    return round(float(_metric().sentence_score(text, [reference]).score), 1)


@cache
def _metric() -> CHRF:
    from sacrebleu.metrics.chrf import CHRF

    return CHRF(eps_smoothing=True)
