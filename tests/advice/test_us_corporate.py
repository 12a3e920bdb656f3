"""The pack for large firms in the United States: what differs from the ten pieces of advice."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from builders import NEW_YORK, applied, at, did, meeting, moments, searching, status
from interview_followup import JobSearch, Offer
from interview_followup.advice.us_corporate import US_CORPORATE


def east(wall: str) -> datetime:
    return at(wall, NEW_YORK)


def met(starts: str = "2026-12-01 10:00", ends: str = "2026-12-01 11:00") -> Any:
    return meeting(starts, ends, NEW_YORK)


def waiting(**more: Any) -> JobSearch:
    return searching(applied(met(), **more), zone=NEW_YORK)


def dates(search: Any, act: str) -> tuple[str | None, ...]:
    return moments(search, act, zone=NEW_YORK, rules=US_CORPORATE)


# -- thank-you ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("expected", "ends"),
    [
        pytest.param("2026-12-01 09:00", "2026-12-01 03:59:59.999999", id="just before 04:00"),
        pytest.param("2026-12-01 09:00", "2026-12-01 04:00", id="at 04:00"),
        pytest.param("2026-12-01 09:00:00.000001", "2026-12-01 04:00:00.000001", id="just after"),
        pytest.param("2026-12-01 16:00", "2026-12-01 11:00", id="in the morning"),
        pytest.param("2026-12-01 17:59:59.999999", "2026-12-01 12:59:59.999999", id="before 13:00"),
        pytest.param("2026-12-02 09:00", "2026-12-01 13:00", id="at 13:00"),
        pytest.param("2026-12-02 09:00", "2026-12-01 13:00:00.000001", id="just after 13:00"),
        pytest.param("2026-12-05 09:00", "2026-12-04 17:00", id="on a Friday"),
    ],
)
def test_a_note_is_best_5_hours_after_the_end_by_day(expected: str, ends: str) -> None:
    starts = f"{ends[:10]} 03:00"
    assert expected == dates(met(starts, ends), "thank-you")[1]


# -- chase ----------------------------------------------------------------------------------------


def test_from_a_thursday_5_working_days_are_up_on_the_next() -> None:
    thursday = searching(applied(met("2026-12-03 10:00", "2026-12-03 11:00")), zone=NEW_YORK)
    assert "2026-12-10 11:00" == dates(thursday, "chase")[0]


def test_working_days_keep_the_wall_clock_where_the_clocks_change() -> None:
    friday = searching(applied(met("2026-10-30 10:00", "2026-10-30 11:00")), zone=NEW_YORK)
    assert "2026-11-06 11:00" == dates(friday, "chase")[0]


def test_a_message_of_theirs_counts_as_the_interview_does() -> None:
    assert "2026-12-11 15:00" == dates(waiting(heard=east("2026-12-04 15:00")), "chase")[0]


def test_a_note_puts_no_chase_off() -> None:
    thanked = meeting(
        "2026-12-01 10:00",
        "2026-12-01 11:00",
        NEW_YORK,
        done=[did("thank-you", "2026-12-02 16:00")],
    )
    search = searching(applied(thanked), zone=NEW_YORK)
    assert "2026-12-08 11:00" == dates(search, "chase")[0]


@pytest.mark.parametrize(("expected", "times"), [("open", 1), ("done", 2), ("done", 3)])
def test_they_are_asked_twice_at_most(expected: str, times: int) -> None:
    chases = [did("chase", f"2026-12-{day} 12:00", zone=NEW_YORK) for day in (10, 20, 30)]
    search, later = waiting(done=chases[:times]), east("2027-01-20 12:00")
    assert expected == status(search, "chase", later, rules=US_CORPORATE)


# -- mention-offer --------------------------------------------------------------------------------


def offered(received: str) -> JobSearch:
    other = applied(employer="Bolt", offer=Offer(received=east(received)))
    return searching(applied(met()), other, zone=NEW_YORK)


@pytest.mark.parametrize("received", ["2026-12-04 10:00", "2026-12-05 23:30", "2026-12-06 04:00"])
def test_an_offer_is_mentioned_at_once_at_any_hour(received: str) -> None:
    assert (received, received) == dates(offered(received), "mention-offer")[:2]
