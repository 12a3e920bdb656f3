"""45 days with the plan: how much it asks of a candidate, for how long, and that it is of one mind.

The lives are those of `python tests/lives.py`.
"""

from __future__ import annotations

from datetime import timedelta
from statistics import fmean

import pytest
from hypothesis import given

from drawing import drawing
from interview_followup import plan, strategies
from lives import LIVES, Life, Reading, clashes, live, outlived

DAY = timedelta(days=1)


@pytest.fixture(scope="module")
def lived() -> list[Life]:
    return [live(seed) for seed in range(LIVES)]


@pytest.fixture(scope="module")
def readings(lived: list[Life]) -> list[Reading]:
    return [reading for life in lived for reading in life.readings]


def test_three_things_are_to_be_done_now_at_most_on_average(readings: list[Reading]) -> None:
    assert 3 >= fmean(reading.do_now for reading in readings)


def test_ten_things_are_to_be_done_now_at_most(readings: list[Reading]) -> None:
    assert 10 >= max(reading.do_now for reading in readings)


def test_nothing_is_late_for_more_than_a_week(lived: list[Life]) -> None:
    late = {
        (life.seed, *place): length
        for life in lived
        for place, length in life.late.items()
        if length > 7 * DAY
    }
    assert {} == late


def test_actions_are_in_the_order_of_their_best_moment(readings: list[Reading]) -> None:
    # The order of what is to be done now comes with the text of a plan, and its bound belongs here.
    assert all(reading.is_in_order for reading in readings)


def test_no_two_lines_of_a_plan_contradict_each_other(readings: list[Reading]) -> None:
    assert [] == [clash for reading in readings for clash in reading.contradictions]


def test_nothing_is_said_of_what_has_ended(readings: list[Reading]) -> None:
    assert [] == [clash for reading in readings for clash in reading.outlived]


@drawing
@given(strategies.histories())
def test_no_two_lines_contradict_each_other_whatever_happens(
    history: tuple[strategies.Step, ...],
) -> None:
    for step in history:
        seen = plan(step.search, now=step.at)
        assert [] == clashes(seen) + outlived(seen)
