"""Promises: when and how you will hear."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pendulum
import pytest

from interview_followup import Promise
from interview_followup.language import days, hours, minutes, working_days
from mistakes import mistakes, problems
from zones import aware, utc

LONDON = "Europe/London"
STARTS = aware("2026-11-24T10:00", LONDON)
NAIVE = STARTS.replace(tzinfo=None)


@pytest.mark.parametrize(
    "given", [date(2026, 12, 4), pendulum.date(2026, 12, 4)], ids=["stdlib", "pendulum"]
)
def test_a_promised_date_is_kept_as_a_stdlib_date(given: date) -> None:
    by = Promise(by=given).by
    assert (date, date(2026, 12, 4)) == (type(by), by)


def test_a_promised_moment_is_kept_as_an_instant() -> None:
    by = Promise(by=pendulum.datetime(2026, 7, 4, 12, tz=LONDON)).by
    assert (datetime, utc("2026-07-04T11:00")) == (type(by), by)


def test_a_promise_may_say_only_how_you_will_hear() -> None:
    assert (None, "phone") == (Promise(channel="phone").by, Promise(channel="phone").channel)


@pytest.mark.parametrize("by", [date(1970, 1, 1), date(2199, 12, 31)], ids=str)
def test_promised_dates_lie_from_1970_to_2200(by: date) -> None:
    assert by == Promise(by=by).by


@pytest.mark.parametrize("by", [date(1969, 12, 31), date(2200, 1, 1), date.max], ids=str)
def test_any_other_promised_date_is_refused(by: date) -> None:
    wrong = f"by: {by} is not between 1970 and 2200; check the year"
    assert [wrong] == problems(Promise, by=by)


@pytest.mark.parametrize(
    ("by", "problem"),
    [
        ("soon", "by: 'soon' is not a date; give a date, or a time with a zone"),
        (20261204, "by: 20261204 is not a date; give a date, or a time with a zone"),
        (
            NAIVE,
            "by: 2026-11-24T10:00:00 has no time zone; "
            "give it one, as in datetime(..., tzinfo=ZoneInfo('Europe/London'))",
        ),
    ],
    ids=["text", "number", "naive"],
)
def test_a_promise_by_anything_else_is_refused(by: Any, problem: str) -> None:
    assert [problem] == problems(Promise, by=by)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("5 working days", working_days(5)),
        ("1 working day", working_days(1)),
        ("2 days", days(2)),
        (" 48 hours ", hours(48)),
        ("90 minutes", minutes(90)),
        ("0 days", days(0)),
    ],
)
def test_a_promise_may_be_within_a_period_or_the_text_of_one(text: Any, period: Any) -> None:
    promise = Promise(within=text, made=STARTS)
    assert Promise(within=period, made=STARTS) == promise
    assert (period, None, STARTS) == (promise.within, promise.by, promise.made)


@pytest.mark.parametrize("within", [days(2), working_days(2)], ids=str)
@pytest.mark.parametrize("made", [date(2026, 11, 24), STARTS], ids=["date", "moment"])
def test_days_may_be_counted_from_a_date_or_a_moment(within: Any, made: date) -> None:
    assert made == Promise(within=within, made=made).made


@mistakes(
    (
        {"within": days(2), "made": STARTS, "by": date(2026, 12, 4)},
        "within: is given as well as by; leave out one of the two",
    ),
    ({"within": days(2)}, "made: is missing; say when they promised it: a date or a moment"),
    (
        {"within": hours(48), "made": date(2026, 11, 24)},
        "made: is a date, and 48 hours cannot be counted from one; give the moment",
    ),
    (
        {"within": "1 minute", "made": date(2026, 11, 24)},
        "made: is a date, and 1 minute cannot be counted from one; give the moment",
    ),
    (
        {"within": "soon", "made": STARTS},
        "within: 'soon' is not a period; write one such as '5 working days'",
    ),
    (
        {"within": "five days", "made": STARTS},
        "within: 'five days' is not a period; write one such as '5 working days'",
    ),
    (
        {"within": "-5 days", "made": STARTS},
        "within: '-5 days' is not a period; write one such as '5 working days'",
    ),
    (
        {"within": "5 workdays", "made": STARTS},
        "within: '5 workdays' is not a period: 'workdays' is no unit; did you mean 'working days'?",
    ),
    (
        {"within": "2 Weeks", "made": STARTS},
        "within: '2 Weeks' is not a period: 'Weeks' is no unit; did you mean 'weeks'?",
    ),
    (
        {"within": "36526 days", "made": STARTS},
        "within: 36526 is not a whole number from 0 to 36525; "
        "give a whole number, and subtract the period to go back",
    ),
    (
        {"within": 5, "made": STARTS},
        "within: 5 is not a period; give one such as '5 working days'",
    ),
    (
        {"made": "yesterday"},
        "made: 'yesterday' is not a date; give a date, or a time with a zone",
    ),
)
def test_a_wrong_promise_says_what_is_wrong_and_how_to_mend_it(given: Any, problem: str) -> None:
    assert [problem] == problems(Promise, **given)


def test_a_moment_of_a_promise_that_is_refused_is_not_missing() -> None:
    wrong: Any = "yesterday"
    assert ["made: 'yesterday' is not a date; give a date, or a time with a zone"] == problems(
        Promise, within=days(2), made=wrong
    )


def test_a_promise_within_a_number_that_python_will_not_read_is_refused() -> None:
    endless: Any = f"{'9' * 5000} days"
    [problem] = problems(Promise, within=endless, made=STARTS)
    assert problem.startswith("within: '9999")
    assert problem.endswith("is not a period; write one such as '5 working days'")


@pytest.mark.parametrize(
    ("made", "within"),
    [
        (date(2199, 12, 31), days(367)),
        (date(2199, 12, 31), working_days(367)),
        (utc("2199-12-31T12:00"), hours(367 * 24)),
    ],
    ids=str,
)
def test_a_promise_may_last_until_a_year_and_a_day_after_2200_begins(
    made: date, within: Any
) -> None:
    assert within == Promise(made=made, within=within).within
    longer = within + type(within)(within.unit, 24 if within.unit == "hours" else 1)
    wrong = "within: is over after 2200; check it, and the year of made"
    assert [wrong] == problems(Promise, made=made, within=longer)
