"""Hours of the day and days of the week: moments kept to them, and conditions on them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from builders import LONDON, NEW_YORK, TICK, applied, at, meeting, searching, wall
from expressions import HERE, MIDDLE, NEVER, SOMETIME, hanging_on, loose, moment, on, subject_of
from interview_followup import Interview, InvalidInput, Promise, Workdays
from interview_followup.language import (
    NOT_YET,
    Moment,
    application,
    days,
    interview,
    later_of,
    moment_fact,
    named,
    parameter,
    weeks,
)
from interview_followup.language._hours import WEEKDAYS
from zones import GAPS

MIDWEEK = ("tuesday", "wednesday", "thursday")
THURSDAY_SIX = at("2026-11-26 18:00")


@pytest.mark.parametrize(
    ("instant", "expected"),
    [
        pytest.param("2026-11-24 08:59:59.999999", "2026-11-24 09:00", id="just before they begin"),
        pytest.param("2026-11-24 09:00", "2026-11-24 09:00", id="as they begin"),
        pytest.param("2026-11-24 17:59", "2026-11-24 17:59", id="just before they end"),
        pytest.param("2026-11-24 18:00", "2026-11-25 09:00", id="as they end"),
        pytest.param("2026-11-26 18:00", "2026-12-01 09:00", id="as they end on the last day"),
        pytest.param("2026-11-27 12:00", "2026-12-01 09:00", id="on another day"),
        pytest.param("2026-12-24 19:00", "2026-12-29 09:00", id="over Christmas"),
    ],
)
def test_a_moment_is_kept_to_hours_of_some_weekdays(instant: str, expected: str) -> None:
    in_hours = on(at(instant)).in_hours("09:00", "18:00", on=MIDWEEK)
    assert expected == wall(in_hours.evaluate(HERE))


HOLIDAY = subject_of(
    searching(applied(meeting(), workdays=Workdays(holidays=[date(2026, 11, 27)])))
)


def test_without_weekdays_hours_are_those_of_the_employers_working_days() -> None:
    in_hours = on(THURSDAY_SIX).in_hours("09:00", "18:00")
    assert "2026-11-27 09:00" == wall(in_hours.evaluate(HERE))
    assert "2026-11-30 09:00" == wall(in_hours.evaluate(HOLIDAY))


def test_a_weekday_counts_whether_or_not_anybody_works_on_it() -> None:
    in_hours = on(THURSDAY_SIX).in_hours("09:00", "18:00", on=("friday", "sunday"))
    assert "2026-11-27 09:00" == wall(in_hours.evaluate(HOLIDAY))
    alone = on(THURSDAY_SIX).in_hours("09:00", "18:00", on="sunday")
    assert "2026-11-29 09:00" == wall(alone.evaluate(HOLIDAY))


@pytest.mark.parametrize(
    ("instant", "expected"),
    [
        ("2026-11-24 17:59:59.999999", "2026-11-24 18:00"),
        ("2026-11-24 23:59:59.999999", "2026-11-24 23:59:59.999999"),
        ("2026-11-25 00:00", "2026-11-25 18:00"),
    ],
    ids=["before they begin", "just before the day ends", "as the day ends"],
)
def test_hours_that_close_at_midnight_last_until_the_day_ends(instant: str, expected: str) -> None:
    in_hours = on(at(instant)).in_hours("18:00", "00:00")
    assert expected == wall(in_hours.evaluate(HERE))


def test_a_whole_day_begins_at_its_midnight() -> None:
    sunday = on(THURSDAY_SIX).in_hours("00:00", "00:00", on="sunday")
    assert "2026-11-29 00:00" == wall(sunday.evaluate(HERE))


def test_hours_are_read_off_a_clock_in_the_zone_of_the_moment() -> None:
    abroad = subject_of(searching(applied(meeting(zone=NEW_YORK))))
    in_hours = interview.ends.in_hours("20:00", "21:00")
    assert "2026-11-24 20:00" == wall(in_hours.evaluate(abroad), NEW_YORK)


def test_the_hours_of_an_office_are_hours_with_a_name_and_a_source() -> None:
    opens = parameter("opens", time(9), "when they open")
    own = interview.ends.in_hours(opens, "17:00")
    assert {"opens"} == {number.name for number in own.parameters}
    tuned = own.tuned([opens.leaf._replace(value=time(10))])
    assert "2026-11-24 11:00" == wall(tuned.evaluate(HERE))
    early = subject_of(searching(applied(meeting("2026-11-24 08:00", "2026-11-24 09:30"))))
    assert "2026-11-24 10:00" == wall(tuned.evaluate(early))


@pytest.mark.parametrize(
    ("opens", "closes", "problem"),
    [
        (
            *("18:00", "09:00"),
            "opens: they end at 09:00, and begin at 18:00; let opens be before closes",
        ),
        (
            *("09:00", "09:00"),
            "opens: they end at 09:00, and begin at 09:00; let opens be before closes",
        ),
        (
            *(parameter("from", time(12), "from when"), "09:00"),
            "from: they end at 09:00, and begin at 12:00; let from be before closes",
        ),
        ("9", "18:00", "at: '9' is not a time of day; give one such as '14:00'"),
    ],
)
def test_hours_that_end_before_they_begin_are_refused(
    opens: Any, closes: Any, problem: str
) -> None:
    with pytest.raises(InvalidInput) as caught:
        interview.ends.in_hours(opens, closes)
    assert problem == str(caught.value)


@pytest.mark.parametrize(
    ("names", "problem"),
    [
        (("Firday",), "on: 'Firday' is no weekday; did you mean 'friday'?"),
        (("friday", 5), f"on: 5 is no weekday; use one of: {', '.join(sorted(WEEKDAYS))}"),
        ((), "on: names no weekday; give one such as 'friday'"),
    ],
)
def test_what_is_no_weekday_is_refused(names: Any, problem: str) -> None:
    writings: list[Callable[[], object]] = [
        lambda: loose.interview.ends.on(*names),
        lambda: loose.interview.ends.in_hours("09:00", "10:00", on=names),
    ]
    for write in writings:
        with pytest.raises(InvalidInput) as caught:
            write()
        assert problem == str(caught.value)


def test_weekdays_that_are_no_names_are_refused() -> None:
    with pytest.raises(InvalidInput) as caught:
        loose.interview.ends.in_hours("09:00", "10:00", on=5)
    assert "on: 5 is no weekday; give names such as 'friday'" == str(caught.value)


def test_weekdays_are_alike_in_any_order_and_in_capitals() -> None:
    assert interview.ends.on("friday", "monday") == interview.ends.on("Monday", "FRIDAY", "monday")


# -- where clocks change --------------------------------------------------------------------------

LAST = "Europe/London"


def kept_in(zone: str, instant: datetime, *hours: str, **more: Any) -> str | None:
    """Return a moment kept to hours, as a clock in its zone shows it."""
    there = moment_fact("interview.moment", "it", lambda _: instant, zone=lambda _: ZoneInfo(zone))
    return wall(there.in_hours(*hours, **more).evaluate(HERE), zone)


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        (("01:30", "09:00"), "2025-03-30 02:00"),  # and not 02:30, an hour after 01:30
        (("01:00", "02:00"), "2025-03-31 01:00"),  # no clock shows them on that day
        (("02:00", "03:00"), "2025-03-30 02:00"),
    ],
)
def test_hours_that_the_clocks_skip_begin_with_the_first_time_after_it(
    hours: tuple[str, str], expected: str
) -> None:
    every_day = WEEKDAYS
    just_before = GAPS[LONDON].instant - TICK
    assert expected == kept_in(LONDON, just_before, *hours, on=every_day)


FOLD = datetime.fromisoformat("2026-10-25T01:00:00+00:00")  # London: 02:00 is 01:00 again


@pytest.mark.parametrize(
    ("minutes_from_fold", "hours", "expected"),
    [
        (-31, ("01:30", "01:45"), -30),  # the first reading
        (-15, ("01:30", "01:45"), 30),  # over for now: the second one
        (45, ("01:30", "01:45"), 24 * 60 + 30),
        (-20, ("00:30", "01:15"), 0),  # they go on as the clocks go back
    ],
)
def test_hours_that_the_clocks_repeat_come_twice(
    minutes_from_fold: int, hours: tuple[str, str], expected: int
) -> None:
    start = FOLD + timedelta(minutes=minutes_from_fold)
    there = on(start).in_hours(*hours, on=WEEKDAYS)
    assert FOLD + timedelta(minutes=expected) == there.evaluate(HERE)


def test_a_weekday_that_a_zone_skipped_does_not_come() -> None:
    """In Apia there was no Friday 30 December 2011."""
    thursday = at("2011-12-29 12:00", "Pacific/Apia")
    assert "2012-01-06 09:00" == kept_in("Pacific/Apia", thursday, "09:00", "17:00", on="friday")
    whole = kept_in("Pacific/Apia", thursday, "00:00", "00:00", on="saturday")
    assert "2011-12-31 00:00" == whole


def test_hours_begin_as_a_day_does_whose_midnight_is_skipped() -> None:
    cairo = GAPS["Africa/Cairo"]  # from 00:00 to 01:00 on Friday 26 April 2024
    for opens in ("00:00", "00:30", "01:00"):
        in_hours = kept_in("Africa/Cairo", cairo.instant - TICK, opens, "09:00", on="friday")
        assert "2024-04-26 01:00" == in_hours


# -- conditions -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("instant", "expected"),
    [
        pytest.param("2026-11-26 23:59:59.999999", False, id="just before Friday"),
        pytest.param("2026-11-27 00:00", True, id="as Friday begins"),
        pytest.param("2026-11-27 23:59:59.999999", True, id="just before it ends"),
        pytest.param("2026-11-28 00:00", False, id="as Saturday begins"),
    ],
)
def test_a_moment_is_on_a_weekday_from_midnight_to_midnight(instant: str, expected: bool) -> None:
    assert expected is on(at(instant)).on("friday").evaluate(HERE)


@pytest.mark.parametrize(
    ("instant", "expected"),
    [
        pytest.param("2026-11-24 08:59:59.999999", False, id="just before they begin"),
        pytest.param("2026-11-24 09:00", True, id="as they begin"),
        pytest.param("2026-11-24 17:59:59.999999", True, id="just before they end"),
        pytest.param("2026-11-24 18:00", False, id="as they end"),
    ],
)
def test_a_moment_is_between_two_times_of_day(instant: str, expected: bool) -> None:
    day, night = (
        on(at(instant)).between("09:00", "18:00"),
        on(at(instant)).between("18:00", "09:00"),
    )
    assert expected is day.evaluate(HERE)
    assert expected is not night.evaluate(HERE)


def test_times_of_day_that_are_the_same_are_between_nothing() -> None:
    with pytest.raises(InvalidInput) as caught:
        interview.ends.between("09:00", "09:00")
    message = "between: begins and ends at 09:00; give two times of day that differ"
    assert message == str(caught.value)


def test_both_are_read_off_a_clock_in_the_zone_of_the_moment() -> None:
    """23:00 in New York on Thursday is 04:00 in London on Friday."""
    late = searching(
        applied(meeting("2026-11-26 22:00", "2026-11-26 23:00", zone=NEW_YORK)), zone=LONDON
    )
    abroad = subject_of(late)
    assert True is interview.ends.on("thursday").evaluate(abroad)
    assert True is interview.ends.between("23:00", "23:01").evaluate(abroad)


@pytest.mark.parametrize("fold", [0, 1])
def test_both_readings_of_a_repeated_time_are_between(fold: int) -> None:
    reading = FOLD - timedelta(minutes=30) + fold * timedelta(hours=1)
    assert True is on(reading).between("01:30", "01:31").evaluate(HERE)


@pytest.mark.parametrize(
    ("base", "expected"),
    [(NEVER, False), (SOMETIME, hanging_on("sometime"))],
    ids=["not yet", "unknown"],
)
def test_what_has_not_happened_is_at_no_time_and_what_is_unknown_at_an_unknown_one(
    base: Moment, expected: object
) -> None:
    assert expected == base.on("friday").evaluate(HERE)
    assert expected == base.between("09:00", "18:00").evaluate(HERE)
    for_hours = NOT_YET if base is NEVER else expected
    assert for_hours == base.in_hours("09:00", "18:00").evaluate(HERE)


FRIDAY = Promise(by=date(2026, 12, 4))
PROMISED = subject_of(searching(applied(meeting(), promise=FRIDAY)), "application")


@pytest.mark.parametrize(
    "promise",
    [
        pytest.param(application.promise, id="a fact"),
        pytest.param(later_of(application.latest_ends, application.promise), id="one of several"),
        pytest.param(named("their word", application.promise), id="under another name"),
    ],
)
def test_a_day_is_on_its_weekday_and_at_no_time_of_day(promise: Moment) -> None:
    """As a moment it is the midnight after it."""
    assert "2026-12-05 00:00" == wall(promise.evaluate(PROMISED))
    assert True is promise.on("friday").evaluate(PROMISED)
    assert False is promise.on("saturday").evaluate(PROMISED)
    assert False is promise.between("00:00", "12:00").evaluate(PROMISED)
    assert "2026-12-06 00:00" == wall(promise.let_pass(days(1)).evaluate(PROMISED))


def test_weeks_keep_the_wall_clock_as_days_do() -> None:
    over_the_change = on(at("2026-10-20 10:00")) + weeks(1)
    assert "2026-10-27 10:00" == wall(over_the_change.evaluate(HERE))
    assert "2026-10-13 10:00" == wall((on(at("2026-10-20 10:00")) - weeks(1)).evaluate(HERE))
    at_nine = (on(at("2026-10-20 10:00")) + weeks(2)).at("09:00")
    assert "2026-11-03 09:00" == wall(at_nine.evaluate(HERE))
    passed = on(at("2026-11-24 10:00")).let_pass(weeks(1))
    assert "2026-12-02 00:00" == wall(passed.evaluate(HERE))


# -- in words -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        (
            interview.ends.in_hours("09:00", "18:00"),
            "the interview's end, or when it is next 09:00 to 18:00 on a working day",
        ),
        (
            interview.ends.in_hours("09:00", "18:00", on=MIDWEEK),
            "the interview's end, or when it is next 09:00 to 18:00 "
            "on a Tuesday, Wednesday or Thursday",
        ),
        (
            interview.ends.in_hours(
                parameter("opens", time(10), "when they open"),
                parameter("shuts", time(12), "when they shut"),
            ),
            "the interview's end, or when it is next 10:00 to 12:00 on a working day",
        ),
        (interview.ends.on("friday"), "the interview's end is on a Friday"),
        (
            ~interview.ends.on("friday", "monday"),
            "the interview's end is not on a Monday or Friday",
        ),
        (
            interview.ends.between("09:00", "18:00"),
            "the interview's end is between 09:00 and 18:00",
        ),
        (
            ~interview.ends.between("09:00", "18:00"),
            "the interview's end is not between 09:00 and 18:00",
        ),
        (interview.ends + weeks(2), "2 weeks after the interview's end"),
    ],
)
def test_hours_and_weekdays_are_said(expression: Any, expected: str) -> None:
    assert expected == str(expression)


def test_of_a_subject_hours_are_said_only_where_they_matter() -> None:
    tea = moment("tea", "2026-11-24 16:00")
    assert "tea" == tea.in_hours("09:00", "18:00").say(HERE)
    waits = tea.in_hours("09:00", "12:00", on=("friday",))
    assert "tea, as soon as it is 09:00 on a Friday" == waits.say(HERE)
    abroad: Interview = meeting("2026-11-24 17:00", "2026-11-24 18:00", zone=NEW_YORK)
    there = interview.ends.in_hours("09:00", "12:00")
    words = "the interview's end, as soon as it is 09:00 New York time on a working day"
    assert words == there.say(subject_of(searching(applied(abroad))))
    assert MIDDLE == on(MIDDLE).in_hours("09:00", "18:00").evaluate(HERE)
