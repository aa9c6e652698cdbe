from __future__ import annotations

import pytest

from xlcheck.model import Translation


@pytest.mark.parametrize(
    ("suspect", "expected"),
    [
        pytest.param((), True, id="sound"),
        pytest.param(("1 of 7 words unknown",), True, id="a word is left as it was"),
        pytest.param(("1 of 7 words unknown", "2 of 7 words without their form"), True, id="others lack their form"),
        pytest.param(("5 of 7 words unknown, too many",), False, id="most words are left as they were"),
        pytest.param(("1 of 7 words unknown", "words repeat"), False, id="incomplete and a loop"),
        pytest.param(("much shorter than the source",), False, id="too short"),
    ],
)
def test_a_translation_tells_the_gist(suspect: tuple[str, ...], expected: bool) -> None:
    assert Translation(segment=0, text="x", engine="e", pack="p", suspect=suspect).tells_the_gist is expected
