"""What is wrong with a value that cannot be built, and tables of such values."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from interview_followup import InvalidInput


def problems(kind: Callable[..., object], **given: Any) -> list[str]:
    """Return everything that is wrong with a value that cannot be built."""
    with pytest.raises(InvalidInput) as caught:
        kind(**given)
    return [str(problem) for problem in caught.value.problems]


def mistakes(*rows: tuple[Any, str]) -> pytest.MarkDecorator:
    """Return the table of what is given and of the one problem with it."""
    ids = [problem.partition(";")[0] for _, problem in rows]
    return pytest.mark.parametrize(("given", "problem"), rows, ids=ids)
