"""Moving an interview: its length and its key stay, and what only the old time had goes."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pendulum
import pytest
from attrs import evolve

from builders import LONDON, NEW_YORK, at, meeting
from interview_followup import Done, Interview, Person, SetAside
from mistakes import mistakes, problems
from zones import TICK

HOUR = timedelta(hours=1)
MET = meeting()
SOME_DAY = Interview(starts=date(2026, 11, 24), timezone=LONDON)
TWO_DAYS = Interview(starts=date(2026, 11, 24), ends=date(2026, 11, 25), timezone=LONDON)
UNTIL_SOME_DAY = Interview(starts=at("2026-11-24 10:00"), ends=date(2026, 11, 25))
SINCE_SOME_DAY = Interview(starts=date(2026, 11, 24), ends=at("2026-11-24 11:00"))


@pytest.mark.parametrize(
    ("starts", "ends"),
    [
        (at("2026-11-25 09:30"), at("2026-11-25 10:30")),
        (pendulum.datetime(2026, 11, 25, 9, 30, tz=LONDON), at("2026-11-25 10:30")),
        (at("2026-07-25 10:00"), at("2026-07-25 11:00")),
        (at("2025-10-26 00:30"), at("2025-10-26 01:30")),
        (at("2025-10-26 01:30"), at("2025-10-26 01:30").replace(fold=1)),
        (at("2025-10-26 01:30").replace(fold=1), at("2025-10-26 02:30")),
        (at("2025-03-30 00:30"), at("2025-03-30 02:30")),
    ],
    ids=[
        "another day",
        "pendulum",
        "in summer",
        "into a repeated hour",
        "over a fold",
        "the second reading",
        "over a gap",
    ],
)
def test_a_moved_interview_starts_as_the_clock_says_and_stays_as_long(
    starts: datetime, ends: datetime
) -> None:
    moved = MET.move(starts=starts)
    assert (starts.astimezone(UTC), ends.astimezone(UTC)) == (moved.starts, moved.ends)
    assert LONDON == moved.timezone


@pytest.mark.parametrize(
    ("minutes", "ends"),
    [
        (1, "2026-11-25 10:01"),
        (1440, "2026-11-26 10:00"),
        (10080, "2026-12-02 10:00"),
    ],
)
def test_whatever_its_length_it_is_kept(minutes: int, ends: str) -> None:
    long = Interview(starts=at("2026-11-24 10:00"), minutes=minutes)
    assert at(ends) == long.move(starts=at("2026-11-25 10:00")).ends


@pytest.mark.parametrize("ends", [at("2026-11-25 09:30"), at("2026-11-25 17:00")], ids=str)
def test_with_a_new_end_a_moved_interview_has_that(ends: datetime) -> None:
    moved = MET.move(starts=at("2026-11-25 09:30"), ends=ends)
    assert (at("2026-11-25 09:30"), ends) == (moved.starts, moved.ends)


def test_an_end_that_is_nothing_is_none_and_so_the_length_is_kept() -> None:
    nothing: Any = float("nan")
    assert at("2026-11-25 10:30") == MET.move(starts=at("2026-11-25 09:30"), ends=nothing).ends


def test_an_interview_whose_end_nobody_told_has_none_once_it_is_moved() -> None:
    moved = meeting(ends=None).move(starts=at("2026-11-25 09:30"))
    assert (at("2026-11-25 09:30"), None) == (moved.starts, moved.ends)


@pytest.mark.parametrize(
    ("interview", "starts", "expected"),
    [
        (SOME_DAY, date(2026, 12, 1), (date(2026, 12, 1), None)),
        (SOME_DAY, at("2026-12-01 10:00"), (at("2026-12-01 10:00"), None)),
        (MET, date(2026, 12, 1), (date(2026, 12, 1), None)),
        (TWO_DAYS, date(2026, 12, 31), (date(2026, 12, 31), date(2027, 1, 1))),
        (TWO_DAYS, at("2026-12-01 10:00"), (at("2026-12-01 10:00"), date(2026, 12, 2))),
        (UNTIL_SOME_DAY, date(2026, 12, 1), (date(2026, 12, 1), date(2026, 12, 2))),
        (UNTIL_SOME_DAY, at("2026-12-01 23:59"), (at("2026-12-01 23:59"), date(2026, 12, 2))),
        (SINCE_SOME_DAY, date(2026, 12, 1), (date(2026, 12, 1), None)),
        (SINCE_SOME_DAY, at("2026-12-01 10:00"), (at("2026-12-01 10:00"), None)),
    ],
    ids=[
        "a day to a day",
        "a day to a moment",
        "a moment to a day",
        "days to days",
        "days to a moment",
        "a moment until a day to a day",
        "a moment until a day to a moment",
        "a day until a moment to a day",
        "a day until a moment to a moment",
    ],
)
def test_of_a_day_as_much_of_the_length_is_kept_as_is_known(
    interview: Interview, starts: date, expected: tuple[date, date | None]
) -> None:
    moved = interview.move(starts=starts)
    assert expected == (moved.starts, moved.ends)


def test_days_are_counted_from_the_day_in_the_old_zone_and_in_the_new() -> None:
    """At 23:00 in New York it is the next day in London already, where it is counted from 10:00."""
    late = Interview(starts=at("2026-11-24 23:00", NEW_YORK), ends=date(2026, 11, 25))
    moved = late.move(starts=at("2026-12-01 23:30", "Asia/Tokyo"))
    assert date(2026, 12, 2) == moved.ends


@pytest.mark.parametrize(
    ("times", "zone"),
    [
        ({"starts": at("2026-11-25 10:00", NEW_YORK)}, NEW_YORK),
        ({"starts": pendulum.datetime(2026, 11, 25, 10, tz="Asia/Tokyo")}, "Asia/Tokyo"),
        ({"starts": at("2026-11-25 10:00").astimezone(UTC)}, LONDON),
        ({"starts": datetime(2026, 11, 25, 10, tzinfo=timezone(HOUR))}, LONDON),
        ({"starts": date(2026, 11, 25)}, LONDON),
        ({"starts": date(2026, 11, 25), "ends": at("2026-11-25 10:00", NEW_YORK)}, NEW_YORK),
        ({"starts": at("2026-11-25 10:00", "UTC")}, "UTC"),
    ],
    ids=["stdlib", "pendulum", "UTC without a name", "an offset", "a day", "of ends", "UTC"],
)
def test_the_zone_is_that_of_the_new_times_or_stays(times: dict[str, Any], zone: str) -> None:
    moved = MET.move(**times)
    assert zone == moved.timezone
    assert ZoneInfo(zone) == moved.zone


def test_what_only_the_old_time_had_goes_and_all_else_stays() -> None:
    known = meeting(
        left=at("2026-11-24 11:20"),
        medium="in-person",
        interviewers=[Person(name="Ana")],
        not_held="cancelled",
        notes="Third floor",
        done=[Done(act="debrief", at=date(2026, 11, 24))],
        set_aside=[SetAside(act="connect", to="Ana")],
        facts={"room_from": date(2026, 11, 24)},
        key=17,
    )
    moved = known.move(starts=at("2026-11-23 10:00"))
    assert moved.left is None
    assert known.identity == moved.identity
    assert moved == evolve(
        known, starts=at("2026-11-23 10:00"), ends=at("2026-11-23 11:00"), left=None
    )


def test_an_interview_known_to_the_day_is_not_moved_to_a_time_that_is_none() -> None:
    wrong: Any = "soon"
    assert ["starts: 'soon' is not a date; give a date, or a time with a zone"] == problems(
        TWO_DAYS.move, starts=wrong
    )


class Screening(Interview):
    """A host's own class of interview."""


def test_a_subclass_stays_one() -> None:
    assert type(Screening(starts=at("2026-11-24 10:00")).move(starts=at("2026-11-25 10:00"))) is (
        Screening
    )


@mistakes(
    ({"starts": None}, "starts: is missing; say when: a day, or a day and a time"),
    ({"starts": "soon"}, "starts: 'soon' is not a date; give a date, or a time with a zone"),
    (
        {"starts": datetime(2026, 11, 25, 10)},  # noqa: DTZ001
        "starts: 2026-11-25T10:00:00 has no time zone; "
        "give it one, as in datetime(..., tzinfo=ZoneInfo('Europe/London'))",
    ),
    (
        {"starts": at("2025-03-30 01:30")},
        "starts: 2025-03-30T01:30:00+00:00 does not exist in its time zone, "
        "where the clocks go forward; give a time before or after the gap",
    ),
    (
        {"starts": at("2026-11-25 10:00"), "ends": at("2026-11-25 10:00") - TICK},
        "ends: is before starts; give an end after the start",
    ),
    (
        {"starts": at("2026-11-25 10:00"), "ends": date(2026, 11, 24)},
        "ends: is before starts; give an end after the start",
    ),
    (
        {"starts": at("2199-12-31 23:00")},
        "ends: 2200-01-01T00:00:00+00:00 is not between 1970 and 2200; check the year",
    ),
)
def test_an_interview_is_not_moved_to_a_time_that_is_none(given: Any, problem: str) -> None:
    assert [problem] == problems(MET.move, **given)


def test_times_in_two_zones_are_refused() -> None:
    assert [
        "timezone: could be America/New_York and Europe/London, by the times given; "
        "say which is the interview's"
    ] == problems(MET.move, starts=at("2026-11-25 10:00"), ends=at("2026-11-25 11:00", NEW_YORK))


@pytest.mark.parametrize(
    ("starts", "minutes"),
    [("2025-03-29 10:00", 10080), ("2025-10-25 10:00", 10080)],
    ids=["over a gap", "over a fold"],
)
def test_a_week_of_minutes_is_a_week(starts: str, minutes: int) -> None:
    interview = Interview(starts=at(starts), minutes=minutes)
    assert timedelta(minutes=minutes) == interview.last_moment - interview.first_moment
