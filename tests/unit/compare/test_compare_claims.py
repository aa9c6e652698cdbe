"""Contraries between two passages: said plainly, said somewhere else, said doubtfully nearby."""

from __future__ import annotations

import pytest

from xlcheck.compare.claims import contrary_claims, lost_cues
from xlcheck.lang.claims import DIRECTIONS
from xlcheck.model import ClaimCue, Span


def cues(*items: tuple[str, int, bool]) -> list[ClaimCue]:
    return [
        ClaimCue(span=Span(doc="a", start=place, end=place + 1, text="x"), concept=concept, is_sure=sure)
        for concept, place, sure in items
    ]


@pytest.mark.parametrize(
    ("source", "english", "count"),
    [
        pytest.param(cues(("rise", 50, True)), cues(("fall", 50, True)), 1, id="contrary"),
        pytest.param(cues(("rise", 50, True)), cues(("rise", 50, True)), 0, id="same"),
        pytest.param(cues(("rise", 5, True)), cues(("fall", 95, True)), 0, id="far-apart"),
        pytest.param(cues(("rise", 50, True)), cues(("fall", 50, True), ("rise", 90, True)), 0, id="said-elsewhere"),
        pytest.param(cues(("rise", 50, True)), cues(("fall", 50, True), ("rise", 55, False)), 0, id="maybe-near"),
        pytest.param(cues(("rise", 50, True)), cues(("fall", 50, True), ("rise", 95, False)), 1, id="maybe-far"),
        pytest.param(cues(("rise", 50, True), ("fall", 60, False)), cues(("fall", 50, True)), 0, id="source-too"),
        pytest.param(cues(("rise", 50, False)), cues(("fall", 50, True)), 0, id="source-doubtful"),
        pytest.param(cues(("north", 50, True)), cues(("west", 50, True)), 1, id="one-of-four"),
        pytest.param(cues(("north", 50, True)), cues(("sell", 50, True)), 0, id="other-groups"),
    ],
)
def test_contrary_claims(source: list[ClaimCue], english: list[ClaimCue], count: int) -> None:
    found = contrary_claims(source, english, DIRECTIONS, source_range=(0, 100), english_range=(0, 100))
    assert len(found) == count


def test_lost_cues_need_silence_on_the_other_side() -> None:
    here = cues(("alleged", 3, True), ("perhaps", 9, False))
    assert [cue.concept for cue in lost_cues(here, [], ["alleged", "perhaps"])] == ["alleged"]
    assert lost_cues(here, cues(("alleged", 90, False)), ["alleged"]) == []
