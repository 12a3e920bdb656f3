"""The pack for Japan: what differs from the ten pieces of advice."""

from __future__ import annotations

from typing import Any

import pytest

from builders import LONDON, applied, meeting, moments, searching
from interview_followup import JobSearch
from interview_followup.advice.japan import JAPAN

TOKYO = "Asia/Tokyo"


def met(starts: str = "2026-11-24 10:00", ends: str = "2026-11-24 11:00") -> Any:
    return meeting(starts, ends, TOKYO)


def waiting(**more: Any) -> JobSearch:
    return searching(applied(met(), **more), zone=TOKYO)


def dates(search: Any, act: str, zone: str = TOKYO) -> tuple[str | None, ...]:
    return moments(search, act, zone=zone, rules=JAPAN)


# -- thank-you ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("expected", "ends"),
    [
        pytest.param("2026-11-24 09:00", "2026-11-24 07:59:59.999999", id="just before 08:00"),
        pytest.param("2026-11-24 09:00", "2026-11-24 08:00", id="at 08:00"),
        pytest.param("2026-11-24 09:00:00.000001", "2026-11-24 08:00:00.000001", id="just after"),
        pytest.param("2026-11-24 17:59:59.999999", "2026-11-24 16:59:59.999999", id="before 17:00"),
        pytest.param("2026-11-25 09:00", "2026-11-24 17:00", id="at 17:00"),
        pytest.param("2026-11-25 09:00", "2026-11-24 17:00:00.000001", id="just after 17:00"),
    ],
)
def test_thanks_are_sent_from_9_to_18_else_the_next_business_morning(
    expected: str, ends: str
) -> None:
    assert expected == dates(met("2026-11-24 07:00", ends), "thank-you")[1]


@pytest.mark.parametrize(
    ("expected", "ends"),
    [
        pytest.param("2026-11-27 09:00", "2026-11-26 18:00", id="on a Thursday evening"),
        pytest.param("2026-11-27 17:59", "2026-11-27 16:59", id="on a Friday, in time"),
        pytest.param("2026-11-28 09:00", "2026-11-27 17:00", id="on a Friday evening"),
        pytest.param("2026-11-28 15:00", "2026-11-28 14:00", id="on a Saturday"),
        pytest.param("2026-11-29 09:00", "2026-11-28 18:00", id="on a Saturday evening"),
        pytest.param("2026-11-30 09:00", "2026-11-29 14:00", id="on a Sunday"),
    ],
)
def test_where_the_next_business_morning_is_too_late_a_day_off_will_do(
    expected: str, ends: str
) -> None:
    assert expected == dates(met(f"{ends[:10]} 10:00", ends), "thank-you")[1]


def test_for_an_office_where_the_clocks_change_days_end_at_midnight() -> None:
    saturday = meeting("2026-10-24 14:00", "2026-10-24 15:00", LONDON)
    assert (
        "2026-10-24 15:00",
        "2026-10-24 16:00",
        "2026-10-25 18:00",
        "2026-10-26 00:00",
    ) == dates(saturday, "thank-you", LONDON)


def test_of_an_end_that_nobody_has_told_the_day_of_the_start_counts() -> None:
    unknown = meeting("2026-11-24 10:00", None, TOKYO)
    assert ("2026-11-25 18:00", "2026-11-26 00:00") == dates(unknown, "thank-you")[2:]


# -- chase ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("expected", "ends"),
    [
        ("2026-12-08 16:59:59.999999", "2026-11-24 16:59:59.999999"),
        ("2026-12-09 09:00", "2026-11-24 17:00"),
        ("2026-12-09 09:00", "2026-11-24 17:00:00.000001"),
    ],
)
def test_they_are_asked_in_office_hours(expected: str, ends: str) -> None:
    search = searching(applied(met("2026-11-24 10:00", ends)), zone=TOKYO)
    assert expected == dates(search, "chase")[1]
