"""Likely times: what a text in another form means, where it can only mean one day or time."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from documents import A_MOMENT_THERE, A_TIME, HERE, LONDON, document, met, problems
from interview_followup._files.likely_times import likely_time

DAY = date(2026, 12, 4)
TEN = datetime(2026, 11, 24, 10)  # noqa: DTZ001


@pytest.mark.parametrize(
    "text",
    [
        *("4 Dec 2026", "04 Dec 2026", "4 December 2026", "4th December 2026", "4th of Dec 2026"),
        *("Dec 4, 2026", "Dec. 4, 2026", "December 4th, 2026", "december 4 2026", "4-Dec-2026"),
        *("Fri 4 Dec 2026", "Friday, 4 December 2026", "Friday, December 4, 2026"),
        *("2026/12/04", "2026.12.4", "2026-12-4", "20261204", "2026-W49-5", " 4 Dec 2026 "),
    ],
)
def test_a_day_whose_month_is_certain_is_that_day(text: str) -> None:
    assert (date, DAY) == (type(likely_time(text)), likely_time(text))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("24/11/2026", date(2026, 11, 24)),
        ("11/24/2026", date(2026, 11, 24)),
        ("24.11.2026", date(2026, 11, 24)),
        ("24-11-2026", date(2026, 11, 24)),
        ("13/12/2026", date(2026, 12, 13)),
        ("12/13/2026", date(2026, 12, 13)),
        ("12/12/2026", date(2026, 12, 12)),
    ],
)
def test_figures_are_a_day_where_only_one_order_of_day_and_month_is_left(
    text: str, day: date
) -> None:
    assert day == likely_time(text)


@pytest.mark.parametrize(
    "text",
    [
        *("04/12/2026", "4.12.2026", "12-04-2026", "12/11/2026", "11/12/2026"),
        *("24/11/26", "24 Nov", "24/11", "November 2026", "2026", "2026-11", "Friday"),
        *("10:00", "10am", "tomorrow", "soon", "", " ", "next Friday at 10:00"),
        *("31/11/2026", "2026-11-31", "32/01/2026", "0/12/2026", "31 Nov 2026", "13/13/2026"),
        *("24/11.2026", "24/11/2026 25:00", "24/11/2026 10", "24/11/2026 13pm", "24/11/2026 0am"),
        *("24/11/2026 10:60", "24/11/2026 10:00 GMT", "24/11/2026 10:00+01:00", "24 Brumaire 2026"),
    ],
)
def test_a_text_that_can_mean_two_days_or_none_is_none(text: str) -> None:
    assert likely_time(text) is None


@pytest.mark.parametrize(
    "text",
    [
        *("24/11/2026 10:00", "24/11/2026, 10:00", "24/11/2026T10:00", "24/11/2026 at 10:00"),
        *("11/24/2026 10:00:00", "24.11.2026 10.00", "24 Nov 2026 10am", "Nov 24, 2026 10:00 AM"),
        *("Tue 24 Nov 2026 10:00", "2026-11-24 10am", "2026/11/24 10:00", "20261124T1000"),
        *("2026-11-24T10", "2026-11-24 10:00"),
    ],
)
def test_a_day_with_a_time_of_day_is_a_time(text: str) -> None:
    assert TEN == likely_time(text)


@pytest.mark.parametrize(
    ("clock", "hour"), [("12am", 0), ("1 am", 1), ("11AM", 11), ("12pm", 12), ("1pm", 13)]
)
def test_hours_in_halves_of_a_day_are_counted_from_twelve(clock: str, hour: int) -> None:
    assert TEN.replace(hour=hour) == likely_time(f"24 Nov 2026 {clock}")


@pytest.mark.parametrize(
    ("written", "mend"),
    [
        ("4 Dec 2026", "write it as 2026-12-04"),
        ("24/11/2026 10:00", "write it as 2026-11-24T10:00:00"),
        ("04/12/2026", A_TIME),
        ("soon", A_TIME),
        (10, A_TIME),
        ("2026-11-31", "check the month and the day"),
        ("2026-11-31T10:00", "check the month and the day"),
        ("2026-11-24T24:01", "check the time of day and its offset"),
        ("2026-11-24T10:00+25:00", "check the time of day and its offset"),
    ],
)
def test_a_wrong_time_is_mended_as_what_it_means(written: Any, mend: str) -> None:
    [starts] = problems(met(starts=written))
    assert f"{HERE}.starts: {written!r} is not a date and time; {mend}" == starts
    [by] = problems(document({"promise": {"by": written}}))
    assert f"applications[0].promise.by: {written!r} is not a date and time; {mend}" == by


@pytest.mark.parametrize(
    ("written", "mend"),
    [
        ("24/11/2026 10:00", "write it as 2026-11-24T10:00:00"),
        ("4 Dec 2026", A_MOMENT_THERE),
        ("soon", A_MOMENT_THERE),
    ],
)
def test_in_a_table_of_a_time_only_a_time_is_a_mend(written: str, mend: str) -> None:
    [starts] = problems(met(starts={"at": written, "timezone": LONDON}))
    assert f"{HERE}.starts.at: {written!r} is not a date and time; {mend}" == starts


@pytest.mark.parametrize(
    ("written", "mend"),
    [
        ("25 December 2026", "write it as 2026-12-25"),
        ("25/12/2026 10:00", "write it as 2026-12-25"),
        ("04/12/2026", "give dates without a time"),
        ("2026-12-32", "check the month and the day"),
        ("Christmas", "give dates without a time"),
    ],
)
def test_a_wrong_holiday_is_mended_as_a_day(written: str, mend: str) -> None:
    [holiday] = problems(document(workdays={"holidays": [written]}))
    assert f"workdays.holidays[0]: {written!r} is not a date; {mend}" == holiday


def test_the_mend_of_a_time_is_read_as_that_time() -> None:
    """As TOML takes it, and as JSON does."""
    import tomllib

    mended = likely_time("24/11/2026 10:00")
    assert mended is not None
    assert {"starts": TEN} == tomllib.loads(f"starts = {mended.isoformat()}")
    day = likely_time("4 Dec 2026")
    assert day is not None
    assert {"by": DAY} == tomllib.loads(f"by = {day.isoformat()}")
