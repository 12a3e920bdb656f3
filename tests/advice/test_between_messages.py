"""How long to leave an employer, or a recruiter, in peace between two messages."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from builders import applied, at, did, meeting, moments, searching, status
from interview_followup import Done, FollowUp, JobSearch, Person, Promise
from triplets import triplet

RACHEL = Person(name="Rachel Green")
PROMISED = Promise(by=date(2026, 12, 4))  # A chase opens as Saturday 5 December begins.


def waiting(*done: Done, recruiter: Person | None = None, **more: Any) -> JobSearch:
    more.setdefault("promise", PROMISED)
    return searching(applied(meeting(), recruiter=recruiter, done=done, **more))


AROUND = [
    pytest.param("2026-12-05 00:00", "2026-11-27 23:59:59.999999", id="just over a week before"),
    pytest.param("2026-12-05 00:00", "2026-11-28 00:00", id="a week before"),
    pytest.param("2026-12-05 00:00:00.000001", "2026-11-28 00:00:00.000001", id="just under one"),
    pytest.param("2026-12-07 09:00", "2026-11-30 09:00", id="a Monday before"),
]


@pytest.mark.parametrize(("expected", "asked_at"), AROUND)
def test_a_chase_leaves_the_recruiter_a_week_after_they_were_asked(
    expected: str, asked_at: str
) -> None:
    search = waiting(did("ask-recruiter", asked_at), recruiter=RACHEL)
    assert expected == moments(search, "chase")[0]


@pytest.mark.parametrize(("expected", "mentioned"), AROUND)
@pytest.mark.parametrize("recruiter", [None, RACHEL], ids=["no recruiter", "a recruiter"])
def test_a_chase_leaves_them_a_week_after_an_offer_was_mentioned(
    expected: str, mentioned: str, recruiter: Person | None
) -> None:
    search = waiting(did("mention-offer", mentioned), recruiter=recruiter)
    assert expected == moments(search, "chase")[0]


@pytest.mark.parametrize("follow_up", [None, FollowUp(channel="phone", to="020 7946 0000")])
def test_what_a_recruiter_was_once_asked_holds_back_no_chase_that_goes_elsewhere(
    follow_up: FollowUp | None,
) -> None:
    search = waiting(did("ask-recruiter", "2026-12-04 09:00"), follow_up=follow_up)
    assert "2026-12-05 00:00" == moments(search, "chase")[0]


@pytest.mark.parametrize(("expected", "now"), triplet(at("2026-12-07 09:00"), "early", "open"))
def test_so_nobody_is_chased_on_the_day_after_the_recruiter_was_asked(
    expected: str, now: datetime
) -> None:
    search = waiting(did("ask-recruiter", "2026-11-30 09:00"), recruiter=RACHEL)
    assert expected == status(search, "chase", now)


def test_a_day_on_which_the_recruiter_was_asked_counts_from_its_end() -> None:
    search = waiting(Done(act="ask-recruiter", at=date(2026, 11, 30)), recruiter=RACHEL)
    assert "2026-12-08 00:00" == moments(search, "chase")[0]


def test_the_last_of_several_messages_counts() -> None:
    search = waiting(
        did("ask-recruiter", "2026-12-01 09:00"),
        did("mention-offer", "2026-12-02 09:00"),
        did("chase", "2026-11-30 09:00"),
        recruiter=RACHEL,
    )
    assert "2026-12-09 09:00" == moments(search, "chase")[0]


@pytest.mark.parametrize(
    ("expected", "chased"),
    [
        pytest.param("2026-12-05 00:00", "2026-11-24 10:59:59.999999", id="just before the end"),
        pytest.param("2026-12-05 00:00", "2026-11-24 11:00", id="at the end"),
        pytest.param("2026-12-11 17:00", "2026-12-04 17:00", id="as the promise runs out"),
    ],
)
def test_a_second_chase_comes_a_week_after_the_first(expected: str, chased: str) -> None:
    assert expected == moments(waiting(did("chase", chased)), "chase")[0]


@pytest.mark.parametrize(
    ("expected", "first"),
    [
        pytest.param("open", "2026-11-24 10:59:59.999999", id="one just before the latest ends"),
        pytest.param("done", "2026-11-24 11:00", id="both since it has ended"),
        pytest.param("done", "2026-11-24 11:00:00.000001", id="one just after"),
    ],
)
def test_two_chases_since_the_latest_interview_are_enough(expected: str, first: str) -> None:
    search = waiting(did("chase", first), did("chase", "2026-12-07 09:00"))
    assert expected == status(search, "chase", at("2026-12-14 09:00"))


def test_without_a_promise_a_week_is_left_after_the_recruiter_too() -> None:
    search = waiting(did("ask-recruiter", "2026-11-30 09:00"), recruiter=RACHEL, promise=None)
    assert "2026-12-07 09:00" == moments(search, "chase")[0]
