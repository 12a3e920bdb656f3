"""What moments give for a subject: periods, times of day, midnights, office time."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from builders import (
    NEW_YORK,
    TICK,
    applied,
    at,
    meeting,
    searching,
    wall,
)
from expressions import (
    EARLY,
    FIVE,
    HERE,
    MIDDLE,
    NINE,
    on,
    subject_of,
)
from interview_followup import Workdays
from interview_followup.language import (
    Expression,
    Period,
    days,
    hours,
    interview,
    minutes,
    moment_fact,
    parameter,
    working_days,
)


@pytest.mark.parametrize(
    ("start", "period", "expected"),
    [
        pytest.param("2026-11-24 11:00", days(2), "2026-11-26 11:00", id="days"),
        pytest.param("2026-11-24 11:00", hours(30), "2026-11-25 17:00", id="hours"),
        pytest.param("2026-11-24 11:00", minutes(90), "2026-11-24 12:30", id="minutes"),
        pytest.param("2026-11-24 11:00", working_days(3), "2026-11-27 11:00", id="working days"),
        pytest.param("2026-11-24 11:00", days(0), "2026-11-24 11:00", id="no days"),
        pytest.param("2026-03-28 10:00", days(1), "2026-03-29 10:00", id="a day of 23 hours"),
        pytest.param("2026-03-28 10:00", hours(24), "2026-03-29 11:00", id="24 hours in spring"),
        pytest.param("2026-03-29 00:30", minutes(60), "2026-03-29 02:30", id="across the gap"),
        pytest.param("2026-10-24 10:00", days(1), "2026-10-25 10:00", id="a day of 25 hours"),
        pytest.param("2026-10-24 10:00", hours(24), "2026-10-25 09:00", id="24 hours in autumn"),
        pytest.param("2026-03-28 01:30", days(1), "2026-03-29 02:30", id="a day into the gap"),
        pytest.param("2026-12-31 11:00", days(1), "2027-01-01 11:00", id="over a year's end"),
        pytest.param("2026-11-27 16:00", working_days(1), "2026-11-30 16:00", id="over a weekend"),
        pytest.param("2026-11-28 16:00", working_days(1), "2026-11-30 16:00", id="from a weekend"),
        pytest.param("2026-11-28 16:00", working_days(0), "2026-11-28 16:00", id="no working day"),
        pytest.param("2026-03-27 10:00", working_days(1), "2026-03-30 10:00", id="and in spring"),
    ],
)
def test_adding_a_period_goes_on_from_a_moment(start: str, period: Period, expected: str) -> None:
    assert expected == wall((on(at(start)) + period).evaluate(HERE))


@pytest.mark.parametrize(
    ("start", "period", "expected"),
    [
        pytest.param("2026-11-24 11:00", days(2), "2026-11-22 11:00", id="days"),
        pytest.param("2026-11-24 11:00", hours(12), "2026-11-23 23:00", id="hours"),
        pytest.param("2026-11-24 11:00", minutes(10), "2026-11-24 10:50", id="minutes"),
        pytest.param("2026-11-24 11:00", working_days(2), "2026-11-20 11:00", id="working days"),
        pytest.param("2026-03-29 10:00", days(1), "2026-03-28 10:00", id="a day of 23 hours"),
        pytest.param("2026-03-29 10:00", hours(24), "2026-03-28 09:00", id="24 hours in spring"),
        pytest.param("2026-10-25 10:00", days(1), "2026-10-24 10:00", id="a day of 25 hours"),
        pytest.param("2026-10-25 10:00", hours(24), "2026-10-24 11:00", id="24 hours in autumn"),
        pytest.param("2026-03-30 01:30", days(1), "2026-03-29 02:30", id="a day into the gap"),
    ],
)
def test_subtracting_a_period_goes_back(start: str, period: Period, expected: str) -> None:
    assert expected == wall((on(at(start)) - period).evaluate(HERE))


def test_a_computed_time_that_the_clocks_repeat_is_the_first_of_the_two() -> None:
    first = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert first == (on(at("2026-10-24 01:30")) + days(1)).evaluate(HERE)
    assert first == (on(at("2026-10-26 01:30")) - days(1)).evaluate(HERE)


def test_each_addition_is_resolved_before_the_next() -> None:
    start = on(at("2026-03-28 01:30"))
    assert "2026-03-30 02:30" == wall((start + days(1) + days(1)).evaluate(HERE))
    assert "2026-03-30 01:30" == wall((start + days(2)).evaluate(HERE))


def test_a_period_may_be_a_parameter() -> None:
    lead = parameter("lead", days(2), "how long before")
    assert "2026-11-26 10:00" == wall((on(EARLY) + lead).evaluate(HERE))
    assert "2026-11-22 10:00" == wall((on(EARLY) - lead).evaluate(HERE))


def test_a_day_is_not_twenty_four_hours() -> None:
    assert days(1) != hours(24)
    assert interview.ends + days(1) != interview.ends + hours(24)


def test_working_days_are_the_employers_where_they_differ() -> None:
    friday = on(at("2026-11-27 16:00"))
    theirs = Workdays(weekend=["Friday", "Saturday"])
    ours = Workdays(holidays=[date(2026, 11, 30)])
    differing = subject_of(searching(applied(meeting(), workdays=theirs), workdays=ours))
    alike = subject_of(searching(applied(meeting()), workdays=ours))
    assert "2026-11-29 16:00" == wall((friday + working_days(1)).evaluate(differing))
    assert "2026-12-01 16:00" == wall((friday + working_days(1)).evaluate(alike))


@pytest.mark.parametrize(
    "clock",
    [
        pytest.param("14:00", id="text"),
        pytest.param(time(14), id="a time"),
        pytest.param(parameter("afternoon", time(14), "when to write"), id="a parameter"),
    ],
)
def test_at_gives_a_time_of_the_same_day(clock: time | str | Expression[time]) -> None:
    assert "2026-11-24 14:00" == wall(on(MIDDLE).at(clock).evaluate(HERE))


@pytest.mark.parametrize(
    ("day", "clock", "expected"),
    [
        pytest.param("2026-11-24 18:00", "09:00", "2026-11-24 09:00", id="may go back"),
        pytest.param("2026-11-24 00:00", "00:00", "2026-11-24 00:00", id="from midnight"),
        pytest.param("2026-07-01 00:30", "09:00", "2026-07-01 09:00", id="on the local day"),
        pytest.param("2026-03-29 12:00", "01:30", "2026-03-29 02:30", id="in the gap"),
    ],
)
def test_at_keeps_the_local_day(day: str, clock: str, expected: str) -> None:
    assert expected == wall(on(at(day)).at(clock).evaluate(HERE))


def test_at_a_repeated_time_is_the_first_of_the_two() -> None:
    expected = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert expected == on(at("2026-10-25 12:00")).at("01:30").evaluate(HERE)


def test_times_of_day_are_read_in_the_zone_of_the_interview() -> None:
    abroad = subject_of(searching(applied(meeting(zone=NEW_YORK))))
    assert at("2026-11-24 14:00", NEW_YORK) == interview.ends.at("14:00").evaluate(abroad)


TWO = at("2026-11-24 14:00")


@pytest.mark.parametrize(
    "clock",
    [
        pytest.param("14:00", id="text"),
        pytest.param(time(14), id="a time"),
        pytest.param(parameter("afternoon", time(14), "when to write"), id="a parameter"),
    ],
)
@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        pytest.param(TWO - TICK, "2026-11-24 14:00", id="just before it"),
        pytest.param(TWO, "2026-11-24 14:00", id="at it"),
        pytest.param(TWO + TICK, "2026-11-25 14:00", id="just after it"),
    ],
)
def test_the_next_time_at_which_a_clock_reads_something_is_at_a_moment_or_after_it(
    clock: time | str | Expression[time], moment: datetime, expected: str
) -> None:
    assert expected == wall(on(moment).next_at(clock).evaluate(HERE))


@pytest.mark.parametrize(
    ("moment", "clock", "expected"),
    [
        pytest.param("2026-11-24 00:00", "00:00", "2026-11-24 00:00", id="at midnight"),
        pytest.param("2026-11-24 00:01", "00:00", "2026-11-25 00:00", id="after midnight"),
        pytest.param("2026-12-31 10:00", "09:00", "2027-01-01 09:00", id="over a year's end"),
        pytest.param("2026-03-28 10:00", "09:00", "2026-03-29 09:00", id="over a day of 23 hours"),
        pytest.param("2026-10-24 10:00", "09:00", "2026-10-25 09:00", id="over a day of 25 hours"),
        pytest.param("2026-07-01 00:30", "09:00", "2026-07-01 09:00", id="on the local day"),
    ],
)
def test_the_next_time_is_on_the_same_local_day_or_else_on_the_next(
    moment: str, clock: str, expected: str
) -> None:
    assert expected == wall(on(at(moment)).next_at(clock).evaluate(HERE))


AFTER_GAP = datetime(2026, 3, 29, 1, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        pytest.param(AFTER_GAP - TICK, "2026-03-29 02:30", id="just before it"),
        pytest.param(AFTER_GAP, "2026-03-29 02:30", id="at it"),
        pytest.param(AFTER_GAP + TICK, "2026-03-30 01:30", id="just after it"),
    ],
)
def test_a_next_time_in_the_gap_is_moved_forward_by_it(moment: datetime, expected: str) -> None:
    assert expected == wall(on(moment).next_at("01:30").evaluate(HERE))


FIRST_READING = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        pytest.param(FIRST_READING - TICK, FIRST_READING, id="just before it"),
        pytest.param(FIRST_READING, FIRST_READING, id="at it"),
        pytest.param(FIRST_READING + TICK, at("2026-10-26 01:30"), id="just after it"),
    ],
)
def test_a_next_time_that_the_clocks_repeat_is_its_first_reading(
    moment: datetime, expected: datetime
) -> None:
    assert expected == on(moment).next_at("01:30").evaluate(HERE)


NINE_IN_APIA = at("2011-12-31 09:00", "Pacific/Apia")


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        pytest.param(NINE_IN_APIA - TICK, NINE_IN_APIA, id="just before it"),
        pytest.param(NINE_IN_APIA, NINE_IN_APIA, id="at it"),
        pytest.param(
            NINE_IN_APIA + TICK, at("2012-01-01 09:00", "Pacific/Apia"), id="just after it"
        ),
    ],
)
def test_a_next_time_on_a_day_that_a_zone_skipped_is_on_the_day_after(
    moment: datetime, expected: datetime
) -> None:
    long_ago = meeting("2011-12-29 08:00", "2011-12-29 10:00", "Pacific/Apia")
    subject = subject_of(searching(applied(long_ago)))
    assert NINE_IN_APIA == interview.ends.next_at("09:00").evaluate(subject)
    assert expected == on(moment).next_at("09:00").evaluate(subject)


def test_the_next_time_is_read_in_the_zone_of_the_moment() -> None:
    upcoming = meeting("2026-12-01 10:00", "2026-12-01 11:00", NEW_YORK)
    here = subject_of(searching(applied(meeting(), upcoming)), of="2026-11-24")
    assert at("2026-11-25 09:00") == interview.ends.next_at("09:00").evaluate(here)
    assert at("2026-12-02 09:00", NEW_YORK) == interview.next_starts.next_at("09:00").evaluate(here)


@pytest.mark.parametrize(
    ("moment", "period", "expected"),
    [
        pytest.param("2026-12-01 15:00", days(0), "2026-12-01 15:00", id="none"),
        pytest.param("2026-12-01 15:00", days(1), "2026-12-03 00:00", id="the day after"),
        pytest.param("2026-12-02 00:00", days(1), "2026-12-04 00:00", id="from a midnight"),
        pytest.param("2026-12-04 15:00", days(1), "2026-12-06 00:00", id="a Saturday"),
        pytest.param("2026-12-04 15:00", working_days(1), "2026-12-08 00:00", id="a Monday"),
    ],
)
def test_days_that_are_let_pass_end_at_midnight(moment: str, period: Period, expected: str) -> None:
    assert expected == wall(on(at(moment)).let_pass(period).evaluate(HERE))


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        pytest.param(days(0), "2026-12-02 00:00", id="none"),
        pytest.param(days(1), "2026-12-03 00:00", id="the day after"),
        pytest.param(working_days(1), "2026-12-03 00:00", id="the working day after"),
    ],
)
def test_of_a_day_that_is_known_the_days_let_pass_follow_that_day(
    period: Period, expected: str
) -> None:
    event = moment_fact("interview.event", "the event", lambda _: date(2026, 12, 1))
    assert expected == wall(event.let_pass(period).evaluate(HERE))


MIDNIGHT = at("2026-11-25 00:00")


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        pytest.param(MIDNIGHT - TICK, "2026-11-25 00:00", id="just before midnight"),
        pytest.param(MIDNIGHT, "2026-11-26 00:00", id="at midnight"),
        pytest.param(MIDNIGHT + TICK, "2026-11-26 00:00", id="just after midnight"),
    ],
)
def test_the_midnight_after_a_moment_is_strictly_after_it(moment: datetime, expected: str) -> None:
    assert expected == wall(on(moment).midnight_after.evaluate(HERE))


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        pytest.param(NINE - TICK, NINE, id="just before the office opens"),
        pytest.param(NINE, NINE, id="as the office opens"),
        pytest.param(NINE + TICK, NINE + TICK, id="just after the office opens"),
        pytest.param(FIVE - TICK, FIVE - TICK, id="just before the office closes"),
        pytest.param(FIVE, at("2026-11-30 09:00"), id="as the office closes on a Friday"),
        pytest.param(FIVE + TICK, at("2026-11-30 09:00"), id="just after it closes on a Friday"),
        pytest.param(at("2026-11-26 20:00"), NINE, id="in the evening of a Thursday"),
        pytest.param(at("2026-11-28 11:00"), at("2026-11-30 09:00"), id="on a Saturday"),
    ],
)
def test_office_time_waits_until_the_office_is_open(moment: datetime, expected: datetime) -> None:
    assert expected == on(moment).office_time.evaluate(HERE)


def test_office_time_keeps_the_employers_working_days() -> None:
    closed = Workdays(holidays=[date(2026, 11, 27)])
    subject = subject_of(searching(applied(meeting(), workdays=closed)))
    assert at("2026-11-30 09:00") == on(NINE).office_time.evaluate(subject)


def test_office_time_is_in_the_zone_of_the_interview() -> None:
    abroad = subject_of(searching(applied(meeting(zone=NEW_YORK))))
    expected = at("2026-11-27 09:00", NEW_YORK)
    assert expected == on(NINE).office_time.evaluate(abroad)
