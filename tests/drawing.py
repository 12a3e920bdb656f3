"""Looking for what strategies draw, and for the smallest of it."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, datetime
from random import Random
from typing import Any, TypeVar

from hypothesis import HealthCheck, Phase, find, given, seed, settings
from hypothesis import strategies as st

T = TypeVar("T")


def examples(number: int) -> int:
    """Return how many examples a test draws: so many, or the part of them that FEWER asks for."""
    return max(1, number // int(os.environ.get("FEWER", "1")))


drawing = settings(
    max_examples=examples(50), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)


LONDON = "Europe/London"


TUESDAY = datetime(2026, 11, 24, 10, tzinfo=UTC)


def some(
    strategy: st.SearchStrategy[Any],
    condition: Callable[[Any], bool],
    phases: tuple[Phase, ...] = (Phase.generate,),
) -> Any:
    """Return some value that is drawn and meets a condition."""
    thorough = settings(max_examples=2000, phases=phases, database=None, deadline=None)
    return find(strategy, condition, settings=thorough, random=Random(0))


def sample(strategy: st.SearchStrategy[T], number: int) -> list[T]:
    """Return so many values that are drawn, the same ones each time."""
    values: list[T] = []

    @seed(0)
    @settings(drawing, max_examples=number, phases=(Phase.generate,), database=None)
    @given(strategy)
    def keep(value: T) -> None:
        values.append(value)

    keep()
    return values


def smallest(strategy: st.SearchStrategy[Any], condition: Callable[[Any], bool]) -> Any:
    """Return the smallest value that is drawn and meets a condition."""
    # After its phase of explaining, `find` would return the last value of that, not the smallest.
    return some(strategy, condition, (Phase.generate, Phase.shrink))


def anything(_: object) -> bool:
    return True
