"""Offers: when they came, and by when they are to be answered."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from interview_followup import Offer
from mistakes import problems
from zones import TICK, utc


@pytest.mark.parametrize("received", ["10:00", None], ids=["wrong", "missing"])
def test_an_answer_is_not_compared_with_an_arrival_that_is_refused(received: Any) -> None:
    [problem] = problems(Offer, received=received, reply_by=date(2026, 12, 4))
    assert problem.startswith("received: ")


RECEIVED = utc("2026-11-24T12:00")


@pytest.mark.parametrize(
    ("received", "reply_by"),
    [
        (RECEIVED, RECEIVED),
        (RECEIVED, RECEIVED + TICK),
        (RECEIVED - TICK, date(2026, 11, 23)),
        (RECEIVED, date(2026, 11, 23)),
    ],
    ids=["at once", "later", "just before a date ends everywhere", "as a date ends everywhere"],
)
def test_an_offer_can_be_answered_from_when_it_is_received(
    received: datetime, reply_by: date
) -> None:
    assert reply_by == Offer(received=received, reply_by=reply_by).reply_by


@pytest.mark.parametrize(
    ("received", "reply_by"),
    [(RECEIVED, RECEIVED - TICK), (RECEIVED + TICK, date(2026, 11, 23))],
    ids=["just before", "just after a date ends everywhere"],
)
def test_an_offer_cannot_be_answered_before_it_is_received(
    received: datetime, reply_by: date
) -> None:
    wrong = "reply_by: is before received; correct one of the two"
    assert [wrong] == problems(Offer, received=received, reply_by=reply_by)


def test_an_offer_may_be_open_without_end() -> None:
    assert Offer(received=RECEIVED).reply_by is None
