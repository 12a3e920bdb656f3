"""Times are drawn where clocks and calendars turn over."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pendulum
import pytest
from hypothesis import given

from drawing import LONDON, TUESDAY, anything, drawing, smallest, some
from interview_followup import (
    InvalidInput,
    JobSearch,
    strategies,
)
from interview_followup._clock import EARLIEST, LATEST, instant_of, transitions, zone_names


@drawing
@given(strategies.moments())
def test_a_moment_is_a_time_in_an_iana_zone_that_the_model_takes(moment: datetime) -> None:
    assert isinstance(moment.tzinfo, ZoneInfo)
    assert moment.tzinfo.key in zone_names()
    assert EARLIEST <= instant_of(moment) < LATEST


@drawing
@given(strategies.moments(near=TUESDAY))
def test_a_moment_near_another_is_at_most_two_months_away(moment: datetime) -> None:
    assert abs(moment - TUESDAY) <= timedelta(days=61)


def test_a_time_near_which_to_draw_may_be_of_pendulum() -> None:
    near = pendulum.datetime(2026, 11, 24, 10, tz="Asia/Tokyo")
    assert near == smallest(strategies.moments(near=near), anything)
    assert "Asia/Tokyo" == smallest(strategies.job_searches(near=near), anything).timezone


@pytest.mark.parametrize(
    "near",
    [TUESDAY.replace(tzinfo=None), "2026-11-24", TUESDAY.replace(year=2300)],
    ids=str,
)
def test_a_time_near_which_to_draw_has_to_be_aware_and_in_range(near: Any) -> None:
    for strategy in (strategies.moments, strategies.job_searches, strategies.workdays):
        with pytest.raises(InvalidInput, match="near: "):
            some(strategy(near=near), anything)


@pytest.mark.parametrize("near", [EARLIEST, LATEST - timedelta(days=1)], ids=["first", "last"])
def test_moments_keep_to_the_years_that_the_model_takes(near: datetime) -> None:
    @drawing
    @given(strategies.job_searches(near=near), strategies.moments(near=near))
    def each_is_within(search: JobSearch, moment: datetime) -> None:
        assert EARLIEST <= instant_of(moment) < LATEST

    each_is_within()


def changes_near(moment: datetime, hours: int) -> bool:
    zone, span = moment.tzinfo, timedelta(hours=hours)
    assert isinstance(zone, ZoneInfo)
    return any(transitions(zone, instant_of(moment) - span, instant_of(moment) + span))


@pytest.mark.parametrize(
    "condition",
    [
        pytest.param(lambda moment: changes_near(moment, 2), id="close to a change of the clocks"),
        pytest.param(
            lambda moment: moment.fold == 1 and moment.tzinfo.key != LONDON, id="second reading"
        ),
        pytest.param(
            lambda moment: (
                moment.fold == 0 and moment.replace(fold=1).utcoffset() != moment.utcoffset()
            ),
            id="first reading",
        ),
        pytest.param(lambda moment: (moment.hour, moment.minute) == (0, 0), id="midnight"),
        pytest.param(
            lambda moment: (moment.hour, moment.minute, moment.microsecond) == (12, 0, 0), id="noon"
        ),
        pytest.param(
            lambda moment: moment.weekday() == 4 and moment.hour == 17, id="a Friday evening"
        ),
        pytest.param(lambda moment: (moment.month, moment.day) == (12, 31), id="end of a year"),
        pytest.param(lambda moment: (moment.month, moment.day) == (2, 29), id="a leap day"),
        pytest.param(
            lambda moment: moment.weekday() == 4 and moment.hour >= 17 and changes_near(moment, 60),
            id="a Friday evening before a change of the clocks",
        ),
        pytest.param(lambda moment: moment.year < 1975, id="long ago"),
        pytest.param(lambda moment: moment.year > 2150, id="far ahead"),
    ],
)
def test_moments_lie_where_clocks_and_calendars_turn_over(
    condition: Callable[[datetime], bool],
) -> None:
    assert condition(some(strategies.moments(), condition))


def test_every_zone_may_be_drawn() -> None:
    assert "Antarctica/Troll" == some(strategies.zones(), lambda name: name.endswith("Troll"))
