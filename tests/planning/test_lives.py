"""45 days with the plan: how much it asks of a candidate, for how long, and that it is of one mind.

The lives are the first of those that `python tests/lives.py` counts.
"""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from statistics import fmean

import pytest
from attrs import evolve
from hypothesis import given

from drawing import drawing, examples
from interview_followup import CV_LIBRARY, plan, strategies
from interview_followup.advice.cv_library import chase, connect
from interview_followup.language import interview
from lives import CONTRADICTIONS, ENDED, LIVES, Life, Reading, clashes, lines, live, outlived
from stories import story

WEEK = timedelta(days=7)


@pytest.fixture(scope="module")
def lived() -> list[Life]:
    return [live(seed) for seed in range(examples(LIVES))]


@pytest.fixture(scope="module")
def readings(lived: list[Life]) -> list[Reading]:
    return [reading for life in lived for reading in life.readings]


# -- how much, and for how long --------------------------------------------------------------------


def test_three_things_are_to_be_done_now_at_most_on_average(readings: list[Reading]) -> None:
    assert 3 >= fmean(reading.do_now for reading in readings)


def test_ten_things_are_to_be_done_now_at_most(readings: list[Reading]) -> None:
    assert 10 >= max(reading.do_now for reading in readings)


def test_nothing_but_looking_for_jobs_is_late_for_more_than_a_week(lived: list[Life]) -> None:
    # It has to be done until there is a contract, and so it stays late for those who never do it.
    late = [act for life in lived for (act, _), length in life.late.items() if length > WEEK]
    assert {*late} <= {"keep-looking"}


# -- in which order --------------------------------------------------------------------------------


def test_actions_are_in_the_order_of_their_best_moment(readings: list[Reading]) -> None:
    assert all(reading.is_in_order for reading in readings)


def test_what_is_to_be_done_first_is_told_first(readings: list[Reading]) -> None:
    assert all(reading.is_first_first for reading in readings)


# -- of one mind -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [pair.name for pair in CONTRADICTIONS])
def test_no_two_lines_of_a_plan_contradict_each_other(name: str, readings: list[Reading]) -> None:
    assert [] == [
        clash for reading in readings for clash in reading.contradictions if clash.name == name
    ]


@pytest.mark.parametrize("name", [ended.name for ended in ENDED])
def test_nothing_is_said_of_what_has_ended(name: str, readings: list[Reading]) -> None:
    assert [] == [clash for reading in readings for clash in reading.outlived if clash.name == name]


@drawing
@given(strategies.histories())
def test_no_two_lines_contradict_each_other_whatever_happens(
    history: tuple[strategies.Step, ...],
) -> None:
    for step in history:
        planned = plan(step.search, now=step.at)
        known = list(lines(planned))
        assert [] == clashes(known) + outlived(known, planned.now_utc)


# -- what would be seen ----------------------------------------------------------------------------


def test_everything_happens_in_some_life() -> None:
    names = Counter(event.name for seed in range(LIVES) for event in story(seed).events)
    assert {
        *("applied", "booked", "moved", "cancelled", "no-show", "came out", "wrote"),
        *("next round", "rejected", "offered", "signed", "withdrew"),
    } == {*names}


def test_a_life_is_the_same_each_time() -> None:
    assert live(3) == live(3)


def test_two_lives_differ() -> None:
    assert live(3).readings != live(4).readings


def test_a_chase_after_the_contract_is_seen() -> None:
    rules = CV_LIBRARY.replacing(evolve(chase, closes=None))
    names = {clash.name for reading in live(0, rules).readings for clash in reading.outlived}
    assert {"contract"} == names


def test_a_request_to_connect_beside_a_warning_of_it_is_seen() -> None:
    rules = CV_LIBRARY.replacing(evolve(connect, given=interview.took_place))
    readings = live(6, rules).readings
    names = {clash.name for reading in readings for clash in reading.contradictions}
    assert "do it now, and too early" in names
