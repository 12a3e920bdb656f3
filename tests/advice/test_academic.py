"""The pack for posts at universities: what differs from the ten pieces of advice."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from builders import (
    LONDON,
    NEW_YORK,
    applied,
    at,
    did,
    items,
    meeting,
    moments,
    phase_of,
    searching,
    status,
)
from interview_followup import JobSearch, Offer, Promise
from interview_followup.advice.academic import ACADEMIC
from triplets import triplet


def call() -> Any:
    return meeting(medium="video")


def waiting(**more: Any) -> JobSearch:
    return searching(applied(meeting(), **more))


def dates(search: Any, act: str, zone: str = LONDON) -> tuple[str | None, ...]:
    return moments(search, act, zone=zone, rules=ACADEMIC)


# -- thank-you ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("expected", "now"),
    [
        *triplet(at("2026-11-24 11:00"), "early", "open"),
        *triplet(at("2026-11-25 12:00"), "open", "late"),
        *triplet(at("2026-11-26 00:00"), "late", "closed"),
    ],
)
def test_after_a_call_thanks_go_out_by_the_end_of_the_next_day(
    expected: str, now: datetime
) -> None:
    assert expected == phase_of(call(), "thank-you", now, rules=ACADEMIC)


@pytest.mark.parametrize(
    ("expected", "now"),
    [
        *triplet(at("2026-11-24 11:00"), "early", "open"),
        *triplet(at("2026-11-26 12:00"), "open", "late"),
        *triplet(at("2026-11-27 00:00"), "late", "closed"),
    ],
)
@pytest.mark.parametrize("medium", ["in-person", None])
def test_after_a_visit_there_is_a_day_of_rest(
    medium: str | None, expected: str, now: datetime
) -> None:
    visit = meeting(medium=medium)
    assert expected == phase_of(visit, "thank-you", now, rules=ACADEMIC)


@pytest.mark.parametrize(
    ("expected", "starts", "ends", "medium"),
    [
        ("2026-11-24 14:00", "2026-11-24 10:00", "2026-11-24 11:00", "phone"),
        ("2026-11-25 09:00", "2026-11-24 14:00", "2026-11-24 15:00", "phone"),
        ("2026-11-25 09:00", "2026-11-24 10:00", "2026-11-24 11:00", "in-person"),
        ("2026-11-25 09:00", "2026-11-24 10:00", "2026-11-24 20:00", "in-person"),
    ],
)
def test_thanks_for_a_call_are_best_the_same_day_and_for_a_visit_the_next(
    expected: str, starts: str, ends: str, medium: str
) -> None:
    assert expected == dates(meeting(starts, ends, medium=medium), "thank-you")[1]


def test_days_end_at_midnight_where_the_clocks_change() -> None:
    saturday = meeting("2026-10-31 14:00", "2026-10-31 15:00", NEW_YORK, medium="video")
    assert (
        "2026-10-31 15:00",
        "2026-11-01 09:00",
        "2026-11-01 12:00",
        "2026-11-02 00:00",
    ) == dates(saturday, "thank-you", NEW_YORK)


def test_of_an_end_that_nobody_has_told_the_day_of_the_start_counts() -> None:
    visit = meeting(ends=None, medium="in-person")
    assert ("2026-11-26 12:00", "2026-11-27 00:00") == dates(visit, "thank-you")[2:]


# -- mention-offer --------------------------------------------------------------------------------


def offered(**more: Any) -> JobSearch:
    other = applied(employer="Bolt", offer=Offer(received=at("2026-11-27 18:00")))
    return searching(applied(meeting(), **more), other)


def test_an_offer_is_mentioned_to_the_preferred_one_alone() -> None:
    preferred = dates(offered(preferred=True), "mention-offer")
    assert ("2026-11-27 18:00", "2026-11-30 09:00") == preferred[:2]
    assert [] == items(offered(), "mention-offer", ACADEMIC)


# -- chase ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("expected", "now"), triplet(at("2026-12-24 11:00"), "early", "open"))
def test_without_a_promise_they_are_asked_after_30_days(expected: str, now: datetime) -> None:
    assert expected == status(waiting(), "chase", now, rules=ACADEMIC)


@pytest.mark.parametrize(("expected", "now"), triplet(at("2026-12-05 00:00"), "early", "open"))
def test_nobody_is_asked_before_the_promised_day_is_over(expected: str, now: datetime) -> None:
    search = waiting(promise=Promise(by=date(2026, 12, 4)))
    assert expected == status(search, "chase", now, rules=ACADEMIC)


@pytest.mark.parametrize(("expected", "now"), triplet(at("2027-01-04 12:00"), "early", "open"))
def test_7_days_lie_between_two_chases(expected: str, now: datetime) -> None:
    search = waiting(done=[did("chase", "2026-12-28 12:00")])
    assert expected == status(search, "chase", now, rules=ACADEMIC)


def test_a_message_of_theirs_counts_as_the_interview_does() -> None:
    assert "2026-12-31 15:00" == dates(waiting(heard=at("2026-12-01 15:00")), "chase")[0]
