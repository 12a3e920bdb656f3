"""Advice on which the article is silent: offers, contracts elsewhere, a no, and no answer."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from builders import (
    applied,
    at,
    did,
    meeting,
    moments,
    phase_of,
    scheduled_acts,
    searching,
    status,
)
from interview_followup import CV_LIBRARY, JobSearch, Offer, Person, Promise, check, plan
from interview_followup.advice.beyond import BEYOND
from triplets import triplet


def known(**more: Any) -> JobSearch:
    return searching(applied(meeting(), **more))


def dates(search: JobSearch, act: str) -> tuple[str | None, ...]:
    return moments(search, act, rules=BEYOND)


# -- answer-offer ---------------------------------------------------------------------------------

OFFER = Offer(received=at("2026-12-01 16:00"), reply_by=at("2026-12-08 17:00"))


@pytest.mark.parametrize(
    ("expected", "received"),
    [
        ("2026-12-01 09:00", "2026-11-30 23:59:59.999999"),
        ("2026-12-02 09:00", "2026-12-01 00:00"),
        ("2026-12-02 09:00", "2026-12-01 00:00:00.000001"),
    ],
)
def test_an_offer_is_best_answered_the_next_day_at_9(expected: str, received: str) -> None:
    assert expected == dates(known(offer=Offer(received=at(received))), "answer-offer")[1]


def test_24_hours_elapse_where_the_clocks_change() -> None:
    offer = Offer(received=at("2026-10-20 12:00"), reply_by=at("2026-10-25 12:00"))
    assert "2026-10-24 13:00" == dates(known(offer=offer), "answer-offer")[2]


def test_it_is_asked_when_an_offer_came() -> None:
    search, now = known(offer=Offer()), at("2026-12-01 12:00")
    assert "needs-fact" == status(search, "answer-offer", now, rules=BEYOND)
    facts = [question.fact for question in plan(search, now=now, rules=BEYOND).questions]
    assert "application.offer_received" in facts


@pytest.mark.parametrize("more", [{"outcome": "accepted"}, {"signed": at("2026-12-02 10:00")}])
def test_an_offer_that_is_settled_needs_no_answer(more: dict[str, Any]) -> None:
    assert [] == scheduled_acts(known(offer=OFFER, **more), "answer-offer", BEYOND)


# -- tell-the-others ------------------------------------------------------------------------------

SIGNED = applied(employer="Bolt", signed=at("2026-12-04 18:00"))


@pytest.mark.parametrize(("expected", "now"), triplet(at("2026-12-04 18:00"), "early", "open"))
@pytest.mark.parametrize("offer", [None, OFFER], ids=["waiting", "an offer"])
def test_once_you_signed_the_others_are_told(
    offer: Offer | None, expected: str, now: datetime
) -> None:
    search = searching(applied(meeting(), offer=offer), SIGNED)
    assert expected == phase_of(search, "tell-the-others", now, rules=BEYOND)
    assert "2026-12-07 09:00" == dates(search, "tell-the-others")[1]


@pytest.mark.parametrize(
    "more",
    [{"outcome": "rejected"}, {"offer": Offer(declined=True)}],
    ids=["an outcome", "an offer that was declined"],
)
def test_who_waits_no_more_is_not_told(more: dict[str, Any]) -> None:
    assert [] == scheduled_acts(
        searching(applied(meeting(), **more), SIGNED), "tell-the-others", BEYOND
    )


def test_without_a_contract_nobody_is_told() -> None:
    now = at("2026-12-01 12:00")
    verdict = check(known(), "tell-the-others", at=now, rules=BEYOND)
    assert ("silent", False) == (verdict.status, verdict.allowed)
    assert "The signing of a contract is not on record" in str(verdict)
    assert () == plan(known(), now=now, rules=BEYOND).actions


def test_nobody_is_told_before_the_contract_is_signed() -> None:
    search = searching(applied(meeting()), SIGNED)
    verdict = check(search, "tell-the-others", at=at("2026-12-04 12:00"), of="Acme", rules=BEYOND)
    assert "Don't withdraw from Acme before Friday 4 December, 18:00" in str(verdict)


RACHEL = Person(name="Rachel", email="rachel@agency.example")


@pytest.mark.parametrize(
    ("expected", "recruiter"), [("rachel@agency.example", RACHEL), (None, None)]
)
def test_what_there_is_to_say_goes_to_the_recruiter_if_there_is_one(
    expected: str | None, recruiter: Person | None
) -> None:
    search = searching(applied(meeting(), recruiter=recruiter, offer=OFFER), SIGNED)
    planned = plan(search, now=at("2026-12-05 12:00"), rules=BEYOND)
    assert {"answer-offer": expected, "tell-the-others": expected} == {
        action.act: action.to for action in planned.actions
    }
    assert () == planned.questions


# -- ask-for-feedback -----------------------------------------------------------------------------

REJECTED = known(outcome="rejected", heard=at("2026-12-01 18:30"))


def test_whoever_did_not_reject_you_is_not_asked() -> None:
    closed = known(outcome="closed", heard=at("2026-12-01 18:30"))
    assert [] == scheduled_acts(closed, "ask-for-feedback", BEYOND)
    never_met = searching(applied(outcome="rejected", heard=at("2026-12-01 18:30")))
    assert [] == scheduled_acts(never_met, "ask-for-feedback", BEYOND)


# -- ask-what-happened ----------------------------------------------------------------------------


def no_show(**more: Any) -> JobSearch:
    return searching(applied(meeting(not_held="no-show"), **more))


@pytest.mark.parametrize(
    ("expected", "heard"),
    [
        pytest.param("open", at("2026-11-24 09:59:59.999999"), id="before"),
        pytest.param("done", at("2026-11-24 10:00"), id="then"),
        pytest.param("done", at("2026-11-24 10:00:00.000001"), id="after"),
    ],
)
def test_whoever_wrote_since_the_start_is_not_asked(expected: str, heard: datetime) -> None:
    now = at("2026-11-24 10:30")
    assert expected == status(no_show(heard=heard), "ask-what-happened", now, rules=BEYOND)


@pytest.mark.parametrize("not_held", ["cancelled", None])
def test_about_any_other_interview_nobody_is_asked(not_held: Any) -> None:
    search = searching(applied(meeting(not_held=not_held)))
    assert [] == scheduled_acts(search, "ask-what-happened", BEYOND)


# -- let-go ---------------------------------------------------------------------------------------


def chased(times: int = 2, **more: Any) -> JobSearch:
    chases = [did("chase", "2026-12-03 11:00"), did("chase", "2026-12-10 11:00")]
    return known(done=chases[:times], **more)


@pytest.mark.parametrize(("expected", "times"), [(0, 0), (0, 1), (1, 2)])
def test_it_takes_two_chases(expected: int, times: int) -> None:
    assert expected == len(scheduled_acts(chased(times), "let-go", BEYOND))


@pytest.mark.parametrize(
    ("expected", "more"),
    [
        pytest.param("2027-02-03 12:00", {"heard": at("2026-12-20 12:00")}, id="heard"),
        pytest.param("2027-01-24 11:00", {"heard": at("2026-12-01 12:00")}, id="heard before"),
        pytest.param("2027-04-16 00:00", {"promise": Promise(by=date(2027, 3, 1))}, id="promised"),
        pytest.param(
            "2027-01-24 11:00", {"promise": Promise(by=date(2026, 12, 1))}, id="promised before"
        ),
    ],
)
def test_silence_counts_from_the_last_word_or_the_end_of_a_promise(
    expected: str, more: dict[str, Any]
) -> None:
    assert expected == dates(chased(**more), "let-go")[0]


def test_how_often_to_chase_is_one_number_with_that_of_the_article() -> None:
    once = (CV_LIBRARY | BEYOND).tuned({"chase.at-most": 1})
    assert 1 == len(scheduled_acts(chased(1), "let-go", once))
