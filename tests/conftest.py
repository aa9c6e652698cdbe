"""Options and fixtures for all tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Iterator


# The first example of a test may have to load a table: how long one takes says nothing about the code. Speed is
# measured in benchmarks/.
settings.register_profile("xlcheck", deadline=None)
settings.load_profile("xlcheck")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite the kept outputs under tests/golden")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(autouse=True, scope="session")
def _no_apertium_by_chance() -> Iterator[None]:
    """What is installed on this machine changes no test but those that ask for it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("APERTIUM_DATADIR", "/nonexistent")
        yield


@pytest.fixture
def apertium(monkeypatch: pytest.MonkeyPatch) -> None:
    """The Apertium of this machine, with Spanish."""
    from xlcheck.translate.apertium_pairs import find_pairs

    monkeypatch.delenv("APERTIUM_DATADIR")
    if ("es", "en") not in find_pairs():
        pytest.skip("Apertium with Spanish is not installed here: apt install apertium-eng-spa")
