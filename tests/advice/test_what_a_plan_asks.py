"""Which facts a plan asks for, from when on and how long."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from builders import applied, at, did, meeting, searching, tom
from interview_followup import Application, FollowUp, JobSearch, Offer, Person, SetAside, plan
from triplets import triplet

HOW, ENDS, WHOM = "application.follow_up", "interview.ends", "interview.interviewers"
END = at("2026-11-24 11:00")


def acts(search: JobSearch, fact: str, now: datetime) -> list[str] | None:
    """Return the acts for which a plan asks for a fact, or None where it does not ask."""
    acts_of = {question.fact: sorted(question.acts) for question in plan(search, now=now).questions}
    return acts_of.get(fact)


# -- how they want you to follow up ---------------------------------------------------------------


@pytest.mark.parametrize(("expected", "now"), triplet(END, None, ["chase"]))
def test_how_they_want_you_to_follow_up_is_asked_from_the_end_on(
    expected: list[str] | None, now: datetime
) -> None:
    assert expected == acts(searching(applied(meeting())), HOW, now)


@pytest.mark.parametrize(("expected", "now"), triplet(at("2026-12-01 11:00"), None, ["chase"]))
def test_a_next_round_puts_it_off_until_its_own_end(
    expected: list[str] | None, now: datetime
) -> None:
    later = meeting("2026-12-01 10:00", "2026-12-01 11:00")
    assert expected == acts(searching(applied(meeting(), later)), HOW, now)


@pytest.mark.parametrize(("expected", "now"), triplet(at("2026-11-25 00:00"), None, ["chase"]))
def test_where_nobody_told_the_end_it_is_asked_from_the_midnight_after(
    expected: list[str] | None, now: datetime
) -> None:
    assert expected == acts(searching(applied(meeting(ends=None))), HOW, now)


def test_it_is_asked_for_a_mention_of_an_offer_too() -> None:
    offer = Application(employer="Globex", offer=Offer(received=at("2026-11-25 10:00")))
    search = searching(applied(meeting()), offer)
    assert ["chase", "mention-offer"] == acts(search, HOW, END)


@pytest.mark.parametrize(
    "known",
    [
        pytest.param({"follow_up": FollowUp(channel="phone")}, id="known"),
        pytest.param({"recruiter": Person(name="Rachel Green")}, id="a recruiter"),
        pytest.param({"outcome": "rejected"}, id="an outcome"),
        pytest.param({"offer": Offer()}, id="an offer"),
        pytest.param({"set_aside": [SetAside(act="chase")]}, id="set aside"),
        pytest.param(
            {"done": [did("chase", "2026-12-04 12:00"), did("chase", "2026-12-14 12:00")]},
            id="chased twice",
        ),
    ],
)
def test_it_is_not_asked_where_nothing_waits_for_it(known: dict[str, Any]) -> None:
    assert acts(searching(applied(meeting(), **known)), HOW, at("2026-12-20 12:00")) is None


@pytest.mark.parametrize(("expected", "now"), triplet(at("2026-12-08 12:00"), ["chase"], None))
def test_it_is_not_asked_after_a_contract_elsewhere(
    expected: list[str] | None, now: datetime
) -> None:
    signed = Application(employer="Hooli", signed=at("2026-12-08 12:00"))
    assert expected == acts(searching(applied(meeting()), signed), HOW, now)


# -- when an interview ended ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("expected", "now"),
    [
        *triplet(at("2026-11-24 10:00"), False, True),
        *triplet(at("2026-12-04 00:00"), True, False),
    ],
)
def test_an_end_is_asked_for_as_long_as_something_would_open_otherwise(
    expected: bool, now: datetime
) -> None:
    search = searching(applied(meeting(ends=None, interviewers=[tom()])))
    assert expected == (acts(search, ENDS, now) is not None)


@pytest.mark.parametrize(
    ("expected", "now"),
    [
        *triplet(at("2026-11-24 00:00"), False, True),
        *triplet(at("2026-12-04 00:00"), True, False),
    ],
)
def test_of_an_interview_known_to_the_day_it_is_asked_from_that_day_on(
    expected: bool, now: datetime
) -> None:
    day = meeting().move(starts=date(2026, 11, 24))
    assert expected == (acts(searching(applied(day)), ENDS, now) is not None)


# -- whom you met ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("expected", "now"),
    [
        *triplet(END, None, ["thank-you"]),
        *triplet(at("2026-11-26 11:00"), ["thank-you"], ["connect"]),
        *triplet(at("2026-12-24 11:00"), ["connect"], None),
    ],
)
def test_whom_you_met_is_asked_from_the_end_on(expected: list[str] | None, now: datetime) -> None:
    assert expected == acts(searching(applied(meeting(interviewers=None))), WHOM, now)
