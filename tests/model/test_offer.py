"""Offers: when they came, and by when they are to be answered."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from interview_followup import Offer
from mistakes import problems
from zones import TICK, utc


def test_an_answer_is_not_compared_with_an_arrival_that_is_refused() -> None:
    wrong: Any = "10:00"
    [problem] = problems(Offer, received=wrong, reply_by=date(2026, 12, 4))
    assert problem.startswith("received: '10:00' is not a date; ")


def test_it_may_be_unknown_when_an_offer_came() -> None:
    assert Offer().received is None
    assert date(1970, 1, 1) == Offer(reply_by=date(1970, 1, 1)).reply_by


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


@pytest.mark.parametrize(
    ("received", "reply_by", "is_refused"),
    [
        (date(2026, 12, 4), date(2026, 12, 3), True),
        (date(2026, 12, 4), date(2026, 12, 4), False),
        (date(2026, 12, 4), date(2026, 12, 5), False),
        (date(2026, 12, 4), utc("2026-12-03T10:00") - TICK, True),
        (date(2026, 12, 4), utc("2026-12-03T10:00"), False),
        (date(2026, 12, 4), utc("2026-12-03T10:00") + TICK, False),
        (date(1970, 1, 2), utc("1970-01-01T10:00") - TICK, True),
        (date(1970, 1, 2), utc("1970-01-01T10:00"), False),
    ],
    ids=[
        "the day before",
        "on the day",
        "the day after",
        "just before a day begins anywhere",
        "as a day begins somewhere",
        "just after",
        "just before, long ago",
        "as a day begins somewhere, long ago",
    ],
)
def test_a_day_of_an_offer_is_wrong_only_if_it_is_so_in_every_zone(
    received: date, reply_by: date, is_refused: bool
) -> None:
    if is_refused:
        wrong = "reply_by: is before received; correct one of the two"
        assert [wrong] == problems(Offer, received=received, reply_by=reply_by)
    else:
        assert reply_by == Offer(received=received, reply_by=reply_by).reply_by
