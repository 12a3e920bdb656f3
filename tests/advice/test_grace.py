"""How many days to let pass after the promised one, before a chase."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from builders import NEW_YORK, applied, at, cautions, did, meeting, moments, searching, status
from interview_followup import CV_LIBRARY, JobSearch, Promise, Workdays
from interview_followup.language import days, working_days
from triplets import triplet

TUESDAY, FRIDAY = date(2026, 12, 1), date(2026, 12, 4)


def promised(by: date | datetime, zone: str = "Europe/London", **more: Any) -> JobSearch:
    met = meeting("2026-11-24 10:00", "2026-11-24 11:00", zone)
    return searching(applied(met, promise=Promise(by=by), **more), zone=zone)


def opened(search: JobSearch, grace: Any = None, zone: str = "Europe/London") -> str | None:
    """Return when a chase opens, as a wall time in a zone."""
    rules = CV_LIBRARY if grace is None else CV_LIBRARY.tuned({"chase.grace": grace})
    return moments(search, "chase", zone=zone, rules=rules)[0]


@pytest.mark.parametrize(
    ("expected", "grace", "by"),
    [
        pytest.param("2026-12-02 00:00", None, TUESDAY, id="as shipped"),
        pytest.param("2026-12-02 00:00", days(0), TUESDAY, id="no day"),
        pytest.param("2026-12-03 00:00", days(1), TUESDAY, id="one day"),
        pytest.param("2026-12-03 00:00", working_days(1), TUESDAY, id="one working day"),
        pytest.param("2026-12-04 00:00", days(2), TUESDAY, id="two days"),
        pytest.param("2026-12-05 00:00", None, FRIDAY, id="a Friday, as shipped"),
        pytest.param("2026-12-06 00:00", days(1), FRIDAY, id="a Friday, one day"),
        pytest.param("2026-12-08 00:00", working_days(1), FRIDAY, id="a Friday, one working day"),
        pytest.param("2026-12-09 00:00", working_days(2), FRIDAY, id="a Friday, two working days"),
    ],
)
def test_so_many_days_pass_after_the_promised_one(expected: str, grace: Any, by: date) -> None:
    assert expected == opened(promised(by), grace)


@pytest.mark.parametrize(
    ("expected", "by"),
    [
        pytest.param("2026-12-02 00:00", "2026-11-30 23:59:59.999999", id="just before midnight"),
        pytest.param("2026-12-03 00:00", "2026-12-01 00:00", id="at midnight"),
        pytest.param("2026-12-03 00:00", "2026-12-01 00:00:00.000001", id="just after midnight"),
        pytest.param("2026-12-03 00:00", "2026-12-01 23:59:59.999999", id="just before the next"),
        pytest.param("2026-12-04 00:00", "2026-12-02 00:00", id="at the next"),
    ],
)
def test_of_a_promised_moment_its_day_counts(expected: str, by: str) -> None:
    assert expected == opened(promised(at(by)), working_days(1))


def test_without_grace_a_promised_moment_is_that_moment() -> None:
    assert "2026-12-01 12:34" == opened(promised(at("2026-12-01 12:34")))


@pytest.mark.parametrize(
    ("expected", "by"),
    [
        pytest.param("2026-12-02 00:00", "2026-11-30 23:59:59.999999", id="just before midnight"),
        pytest.param("2026-12-03 00:00", "2026-12-01 00:00", id="at midnight"),
        pytest.param("2026-12-03 00:00", "2026-12-01 00:00:00.000001", id="just after midnight"),
    ],
)
def test_the_day_is_that_of_the_interview_whoever_gives_the_moment(expected: str, by: str) -> None:
    moment = at(by, NEW_YORK).astimezone(at("2026-12-01").tzinfo)
    assert expected == opened(promised(moment, NEW_YORK), days(1), NEW_YORK)


def test_working_days_are_those_of_the_employer() -> None:
    closed = Workdays(holidays=[date(2026, 12, 2)])
    assert "2026-12-04 00:00" == opened(promised(TUESDAY, workdays=closed), working_days(1))


def test_grace_counts_from_the_day_on_which_a_promised_period_is_over() -> None:
    promise = Promise(within="5 working days", made=date(2026, 11, 24))
    search = searching(applied(meeting(), promise=promise))
    assert "2026-12-02 00:00" == opened(search)
    assert "2026-12-03 00:00" == opened(search, working_days(1))


def test_where_nothing_is_promised_grace_has_no_part() -> None:
    search = searching(applied(meeting()))
    assert "2026-12-03 11:00" == opened(search) == opened(search, days(3))


def test_a_spent_promise_has_no_grace() -> None:
    heard = promised(TUESDAY, heard=at("2026-12-01 10:00"))
    assert "2026-12-08 10:00" == opened(heard) == opened(heard, days(3))


@pytest.mark.parametrize(
    ("expected", "now"), triplet(at("2026-12-03 00:00"), ("early", True), ("open", False))
)
def test_with_grace_it_is_too_early_until_the_days_have_passed(
    expected: tuple[str, bool], now: datetime
) -> None:
    rules, search = CV_LIBRARY.tuned({"chase.grace": working_days(1)}), promised(TUESDAY)
    warned = ("chase", "early") in cautions(search, now, rules)
    assert expected == (status(search, "chase", now, rules=rules), warned)


def test_the_best_moment_is_in_office_hours_after_the_grace() -> None:
    rules = CV_LIBRARY.tuned({"chase.grace": days(1)})
    assert "2026-12-07 09:00" == moments(promised(FRIDAY), "chase", rules=rules)[1]


def test_grace_does_not_shorten_the_time_between_two_chases() -> None:
    chased = promised(TUESDAY, done=[did("chase", "2026-12-02 10:00")])
    assert "2026-12-09 10:00" == opened(chased) == opened(chased, days(1))
