"""One unit of work at a time: what breaks inside it is recorded, and the others go on."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from xlcheck.errors import XlcheckError
from xlcheck.model import Failure

if TYPE_CHECKING:
    from collections.abc import Callable

Result = TypeVar("Result")


def guard(work: Callable[[], Result], where: str, failures: list[Failure]) -> Result | None:
    """Run one unit of work; whatever it raises becomes a recorded failure, so that the others go on.

    The one place with a broad except: a bug in one check must neither hide the findings of the others nor pass for
    "nothing found".
    """
    try:
        return work()
    except XlcheckError as error:
        failures.append(Failure(where=where, message=str(error), hint=error.hint))
    except Exception as error:  # noqa: BLE001
        failures.append(Failure(where=where, message=f"internal error: {type(error).__name__}: {error}"))
    return None
