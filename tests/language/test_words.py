"""How values are said in words."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from builders import at, tom
from expressions import hanging_on
from interview_followup import FollowUp, Person, Workdays
from interview_followup.language import NOT_YET, Route, days, working_days
from interview_followup.language._day import a_day
from interview_followup.language._words import value_words

NOON = at("2026-07-01 12:00")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (NOON, "Wednesday 1 July 2026, 12:00"),
        (a_day(date(2026, 7, 1), ZoneInfo("Europe/London")), "Wednesday 1 July 2026"),
        (
            (NOON, a_day(date(2026, 7, 2), ZoneInfo("Europe/London"))),
            "Wednesday 1 July 2026, 12:00, Thursday 2 July 2026",
        ),
        ((), "never"),
        ((tom(), Person(name="Ada")), "Tom Reed, Ada"),
        (time(9), "09:00"),
        (date(2026, 7, 1), "2026-07-01"),
        (days(2), "2 days"),
        (working_days(1), "1 working day"),
        (True, "yes"),
        (False, "no"),
        (None, "nothing"),
        (NOT_YET, "nothing"),
        (hanging_on("sometime"), "nothing"),
        (tom(), "Tom Reed"),
        (FollowUp(channel="email", to="jobs@acme.example"), "channel email, to jobs@acme.example"),
        (Workdays(), "as usual"),
        (Route("phone", "0161 496 0000"), "phone to 0161 496 0000"),
        (Route("phone", None), "phone"),
        ((NOON, 3), "Wednesday 1 July 2026, 12:00, 3"),
        (frozenset(), "none"),
        pytest.param(frozenset({"b", "a"}), "a, b", id="a set"),
        ("rejected", "rejected"),
        (1.5, "1.5"),
    ],
    ids=lambda value: value if isinstance(value, str) else type(value).__name__,
)
def test_a_value_is_said_as_people_write_it(value: Any, expected: str) -> None:
    assert expected == value_words(value, ZoneInfo("Europe/London"))


def test_a_moment_or_a_day_is_said_in_utc_unless_there_is_a_zone() -> None:
    assert "Tuesday 30 June 2026" == value_words(a_day(date(2026, 7, 1), ZoneInfo("Asia/Tokyo")))
    assert "Wednesday 1 July 2026, 11:00" == value_words(datetime(2026, 7, 1, 11, tzinfo=UTC))
