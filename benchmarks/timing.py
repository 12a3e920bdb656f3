"""Timing in turns, in processor time, so that what else the machine does weighs on all alike."""

from __future__ import annotations

import gc
from collections.abc import Callable
from statistics import median
from time import process_time_ns
from typing import Any

ROUNDS = 60


def in_turns(*works: Callable[[], Any], repeats: int, rounds: int = ROUNDS) -> list[float]:
    """Return how many microseconds a call of each takes: medians of rounds done in turns.

    The garbage collector is off while they run.
    """
    times: list[list[float]] = [[] for _ in works]
    gc.collect()
    gc.disable()
    for _ in range(rounds):
        for work, durations in zip(works, times, strict=True):
            durations.append(timed(work, repeats))
    gc.enable()
    return [median(durations) for durations in times]


def timed(work: Callable[[], Any], repeats: int) -> float:
    """Return how many microseconds one call takes, over a round of calls."""
    begun = process_time_ns()
    for _ in range(repeats):
        work()
    return (process_time_ns() - begun) / repeats / 1000
