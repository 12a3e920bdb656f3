"""What holds just before a moment, at it and just after it, as parameters of a test."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from _pytest.mark.structures import ParameterSet

from builders import TICK


def triplet(moment: datetime, before: Any, then: Any) -> list[ParameterSet]:
    """Return what is expected around a moment at which it changes, each with its id."""
    day = f"{moment:%d %B %H:%M}".lstrip("0")
    return [
        pytest.param(before, moment - TICK, id=f"just before {day}"),
        pytest.param(then, moment, id=f"at {day}"),
        pytest.param(then, moment + TICK, id=f"just after {day}"),
    ]
