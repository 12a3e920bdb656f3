"""The pack for posts at universities: what differs from the ten pieces of advice."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from builders import (
    LONDON,
    applied,
    at,
    meeting,
    moments,
    phase_of,
    searching,
)
from interview_followup import JobSearch, Offer
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


def test_of_an_end_that_nobody_has_told_the_day_of_the_start_counts() -> None:
    visit = meeting(ends=None, medium="in-person")
    assert ("2026-11-26 12:00", "2026-11-27 00:00") == dates(visit, "thank-you")[2:]


# -- mention-offer --------------------------------------------------------------------------------


def offered(**more: Any) -> JobSearch:
    other = applied(employer="Bolt", offer=Offer(received=at("2026-11-27 18:00")))
    return searching(applied(meeting(), **more), other)


# -- chase ----------------------------------------------------------------------------------------


def test_a_message_of_theirs_counts_as_the_interview_does() -> None:
    assert "2026-12-31 15:00" == dates(waiting(heard=at("2026-12-01 15:00")), "chase")[0]
