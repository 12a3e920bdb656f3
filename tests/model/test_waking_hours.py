"""Waking hours: when the candidate is awake."""

from __future__ import annotations

from datetime import UTC, time
from typing import Any

import pytest

from interview_followup import WakingHours
from mistakes import mistakes, problems
from zones import aware

STARTS = aware("2026-11-24T10:00", "Europe/London")


def test_people_are_awake_from_seven_to_ten_unless_told_otherwise() -> None:
    assert WakingHours(starts=time(7), ends=time(22)) == WakingHours()
    assert WakingHours(starts="07:00", ends="22:00:00") == WakingHours()


@pytest.mark.parametrize(
    ("starts", "ends"),
    [
        (time(7), time(8)),
        (time(7), time(7)),
        (time(0), time(0)),
        (time(0), time(1)),
        (time(23), time(0)),
        (time(23, 30), time(0, 30)),
        (time(7), time(6, 59)),
        (time(14), time(6)),
    ],
    ids=str,
)
def test_waking_hours_may_be_any_hour_or_more(starts: time, ends: time) -> None:
    hours = WakingHours(starts=starts, ends=ends)
    assert (starts, ends) == (hours.starts, hours.ends)


@mistakes(
    ({"starts": time(7), "ends": time(7, 59, 59)}, "ends: is less than an hour after starts; "),
    ({"starts": time(7), "ends": time(7, 0, 0, 1)}, "ends: is less than an hour after starts; "),
    ({"starts": time(23, 30), "ends": time(0, 29)}, "ends: is less than an hour after starts; "),
    ({"starts": time(23), "ends": time(23, 59)}, "ends: is less than an hour after starts; "),
    ({"starts": "seven"}, "starts: 'seven' is not a time of day; give one such as '07:00'"),
    ({"starts": "24:00"}, "starts: '24:00' is not a time of day; give one such as '07:00'"),
    ({"ends": 22}, "ends: 22 is not a time of day; give one such as '07:00'"),
    ({"ends": STARTS}, f"ends: {STARTS!r} is not a time of day; give one such as '07:00'"),
    ({"ends": "22:00Z"}, "ends: '22:00Z' carries a zone; leave it out"),
    ({"ends": time(22, tzinfo=UTC)}, f"ends: {time(22, tzinfo=UTC)!r} carries a zone; leave it"),
)
def test_wrong_waking_hours_say_what_is_wrong_and_how_to_mend_it(given: Any, problem: str) -> None:
    [message] = problems(WakingHours, **given)
    assert message.startswith(problem)
