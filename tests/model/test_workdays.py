"""Working days: when people work, also by region."""

from __future__ import annotations

import copy
import pickle
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pendulum
import pytest
from attrs import evolve

from interview_followup import Workdays
from mistakes import mistakes, problems

# -- working days ---------------------------------------------------------------------------------


def run_of(length: int, first: date = date(2026, 7, 1)) -> list[date]:
    return [first + timedelta(days=index) for index in range(length)]


def weekdays_in(days: list[date]) -> list[date]:
    return [day for day in days if day.weekday() < 5]


def test_people_work_from_monday_to_friday_unless_told_otherwise() -> None:
    week = run_of(7, first=date(2026, 11, 23))
    assert [True] * 5 + [False] * 2 == [Workdays().works(day) for day in week]


def test_a_weekend_may_be_any_days_or_none() -> None:
    friday, sunday = date(2026, 11, 27), date(2026, 11, 29)
    weekends = [["Friday", "Saturday"], []]
    works = [Workdays(weekend=weekend).works for weekend in weekends]
    assert [(False, True), (True, True)] == [
        (works_on(friday), works_on(sunday)) for works_on in works
    ]


def test_nobody_works_on_a_holiday() -> None:
    workdays = Workdays(holidays=[date(2026, 12, 25)])
    assert [True, False] == [workdays.works(date(2026, 12, day)) for day in (24, 25)]


@pytest.mark.parametrize(
    ("weekend", "days_off"),
    [
        ([], run_of(60)),
        (["Saturday", "Sunday"], weekdays_in(run_of(60, first=date(2026, 1, 3)))),
    ],
    ids=["holidays alone", "with the weekends between and before them"],
)
def test_sixty_days_off_in_a_row_are_the_most(weekend: list[str], days_off: list[date]) -> None:
    assert frozenset(days_off) == Workdays(weekend=weekend, holidays=days_off).holidays
    next_day = max(days_off) + timedelta(days=1)
    first = days_off[0] if not weekend else date(2026, 1, 3)
    assert [
        f"holidays: leaves more than 60 days off in a row from {first}; leave some of them out"
    ] == problems(Workdays, weekend=weekend, holidays=[next_day, *days_off])


def test_a_working_day_between_them_starts_a_new_row_of_days_off() -> None:
    two_runs = run_of(60) + run_of(60, first=date(2026, 8, 31))
    assert 120 == len(Workdays(weekend=[], holidays=two_runs).holidays)


WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def test_one_working_weekday_is_enough() -> None:
    assert Workdays(weekend=WEEK[1:]).works(date(2026, 11, 23))


@mistakes(
    ({"weekend": WEEK}, "weekend: leaves no working day; leave out a weekday"),
    ({"weekend": "Saturday"}, "weekend: is not a list; put it in a list of weekdays"),
    ({"weekend": 6}, "weekend: is not a list; put it in a list of weekdays"),
    ({"holidays": date(2026, 12, 25)}, "holidays: is not a list; put it in a list of dates"),
)
def test_wrong_workdays_say_what_is_wrong_and_how_to_mend_it(given: Any, problem: str) -> None:
    assert [problem] == problems(Workdays, **given)


def test_every_wrong_weekday_and_holiday_is_named() -> None:
    christmas = datetime(2026, 12, 25, tzinfo=UTC)
    assert [
        "weekend[0]: 'Sturday' is not a weekday; did you mean 'Saturday'?",
        "weekend[2]: 6 is not a weekday; "
        "use one of: Friday, Monday, Saturday, Sunday, Thursday, Tuesday, Wednesday",
        f"holidays[0]: {christmas!r} is not a date; give dates without a time",
        "holidays[2]: '2026-12-28' is not a date; give dates without a time",
    ] == problems(
        Workdays,
        weekend=["Sturday", "Sunday", 6],
        holidays=[christmas, date(2026, 12, 26), "2026-12-28"],
    )


@pytest.mark.parametrize("holiday", [date(1970, 1, 1), date(2199, 12, 31)], ids=str)
def test_holidays_lie_from_1970_to_2200(holiday: date) -> None:
    assert not Workdays(holidays=[holiday]).works(holiday)


@pytest.mark.parametrize(
    "holiday", [date.min, date(1969, 12, 31), date(2200, 1, 1), date.max], ids=str
)
def test_any_other_holiday_is_refused(holiday: date) -> None:
    wrong = f"holidays[0]: {holiday} is not between 1970 and 2200; check the year"
    assert [wrong] == problems(Workdays, holidays=[holiday])


def test_workdays_are_equal_however_they_are_given() -> None:
    listed = Workdays(weekend=["Saturday", "Sunday"], holidays=[date(2026, 12, 25)])
    in_sets = Workdays(weekend={"Sunday", "Saturday"}, holidays={pendulum.date(2026, 12, 25)})
    assert (listed, hash(listed)) == (in_sets, hash(in_sets))


def test_workdays_come_back_with_their_weekend() -> None:
    back = pickle.loads(pickle.dumps(Workdays(weekend=["Friday"])))
    assert [False, True] == [back.works(date(2026, 11, day)) for day in (27, 28)]


# -- working days of a region ---------------------------------------------------------------------

MOVED = date(2026, 12, 28)


def test_a_region_has_its_holidays_off() -> None:
    england = Workdays(region="GB-ENG")
    works = [england.works(date(2026, 12, day)) for day in range(23, 31)]
    assert [True, True, False, False, False, False, True, True] == works


def test_a_region_s_weekend_is_the_default() -> None:
    friday, sunday = date(2026, 11, 27), date(2026, 11, 29)
    weekends: list[dict[str, Any]] = [{}, {"weekend": ["Sunday"]}, {"weekend": ()}]
    israel = [Workdays(region="IL", **given) for given in weekends]
    assert frozenset({"Friday", "Saturday"}) == israel[0].weekend
    expected = [(False, True), (True, False), (True, True)]
    assert expected == [(workdays.works(friday), workdays.works(sunday)) for workdays in israel]


def test_holidays_are_added_to_those_of_a_region() -> None:
    closed = Workdays(region="GB-ENG", holidays=[date(2026, 12, 24)])
    days_off = [day for day in range(21, 32) if not closed.works(date(2026, 12, day))]
    assert [24, 25, 26, 27, 28] == days_off
    assert frozenset({date(2026, 12, 24)}) == closed.holidays


def test_a_working_weekend_may_be_a_holiday_all_the_same() -> None:
    """China works on Sunday 26 January 2025, in place of a day of the week after it."""
    made_up = date(2025, 1, 26)
    given: list[dict[str, Any]] = [{}, {"holidays": [made_up]}]
    assert [True, False] == [Workdays(region="CN", **fields).works(made_up) for fields in given]


def test_days_off_in_a_row_are_counted_with_those_of_the_region() -> None:
    """Two months from Monday 26 October to the day before Christmas."""
    long = run_of(60, first=date(2026, 10, 26))
    assert 60 == len(Workdays(weekend=[], holidays=long).holidays)
    assert [
        "holidays: leaves more than 60 days off in a row from 2026-10-26; leave some of them out"
    ] == problems(Workdays, region="GB-ENG", weekend=[], holidays=long)


@mistakes(
    ({"region": "GB-EN"}, "region: 'GB-EN' is no region; did you mean 'GB-ENG'?"),
    ({"region": 44}, "region: 44 is not text; give a str"),
    ({"region": "JP", "weekend": WEEK}, "weekend: leaves no working day; leave out a weekday"),
)
def test_a_wrong_region_says_what_is_wrong_and_how_to_mend_it(given: Any, problem: str) -> None:
    assert [problem] == problems(Workdays, **given)


def test_without_a_region_that_is_one_the_weekend_is_ours() -> None:
    """So that what else is wrong is found as well."""
    assert [
        "region: 'GB-EN' is no region; did you mean 'GB-ENG'?",
        "holidays[0]: '2026-12-28' is not a date; give dates without a time",
    ] == problems(Workdays, region="GB-EN", holidays=["2026-12-28"])


@pytest.mark.parametrize(
    ("workdays", "shown"),
    [
        (Workdays(), "Workdays()"),
        (Workdays(region="IL"), "Workdays(region='IL')"),
        (Workdays(region="IL", weekend=["Saturday", "Friday"]), "Workdays(region='IL')"),
        (Workdays(region="CN"), "Workdays(region='CN')"),
        (Workdays(weekend=["Friday"]), "Workdays(weekend=frozenset({'Friday'}))"),
        (
            Workdays(region="IL", weekend=["Friday"]),
            "Workdays(region='IL', weekend=frozenset({'Friday'}))",
        ),
    ],
    ids=str,
)
def test_workdays_show_what_differs_from_their_region_s(workdays: Workdays, shown: str) -> None:
    assert shown == repr(workdays)


@pytest.mark.parametrize(
    "again",
    [lambda value: pickle.loads(pickle.dumps(value)), copy.deepcopy, evolve],
    ids=["pickled", "copied", "evolved"],
)
def test_workdays_of_a_region_come_back_with_its_holidays(again: Any) -> None:
    england = Workdays(region="GB-ENG", holidays=[date(2026, 12, 24)])
    back = again(england)
    assert (england, hash(england)) == (back, hash(back))
    assert [False, True] == [back.works(day) for day in (MOVED, date(2026, 12, 29))]
