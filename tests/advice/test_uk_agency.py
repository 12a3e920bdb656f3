"""The pack for agencies in the United Kingdom: what differs from the ten pieces of advice."""

from __future__ import annotations

from typing import Any

import pytest

from builders import LONDON, applied, at, meeting, moments, searching
from interview_followup import Interview, JobSearch, Person, check, plan
from interview_followup.advice.uk_agency import UK_AGENCY

RACHEL = Person(name="Rachel", email="rachel@agency.example")


def agency(met: Interview | None = None, **more: Any) -> JobSearch:
    return searching(applied(met or meeting(), recruiter=RACHEL, **more))


DIRECT = searching(applied(meeting()))


def dates(search: JobSearch, act: str, zone: str = LONDON) -> tuple[str | None, ...]:
    return moments(search, act, zone=zone, rules=UK_AGENCY)


# -- debrief-recruiter ----------------------------------------------------------------------------


def test_the_recruiter_is_told_at_their_address() -> None:
    actions = plan(agency(), now=at("2026-11-24 11:00"), rules=UK_AGENCY).actions
    [debrief] = [action for action in actions if action.act == "debrief-recruiter"]
    assert ("email", "rachel@agency.example", at("2026-11-24 11:00")) == (
        debrief.channel,
        debrief.to,
        debrief.best,
    )


def test_days_are_of_the_wall_clock_where_the_clocks_change() -> None:
    friday = agency(meeting("2026-10-23 16:00", "2026-10-23 17:00"))
    assert (
        "2026-10-23 17:00",
        "2026-10-23 17:00",
        "2026-10-24 00:00",
        "2026-10-26 00:00",
    ) == dates(friday, "debrief-recruiter")
    assert "2026-11-02 17:00" == dates(friday, "chase")[0]


# -- vetoes ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("search", [agency(), DIRECT], ids=["agency", "direct"])
def test_nobody_is_asked_to_connect(search: JobSearch) -> None:
    now = at("2026-11-30 12:00")
    verdict = check(search, "connect", at=now, rules=UK_AGENCY)
    assert not verdict
    assert "Don't ask Priya Shah to connect on LinkedIn" in str(verdict)
    assert "connect" not in [
        action.act for action in plan(search, now=now, rules=UK_AGENCY).actions
    ]


@pytest.mark.parametrize(
    ("expected", "search"),
    [
        pytest.param(False, agency(), id="an agency"),
        pytest.param(False, agency(facts={"note_asked_for": False}), id="not asked for"),
        pytest.param(True, agency(facts={"note_asked_for": True}), id="asked for"),
        pytest.param(True, DIRECT, id="no agency"),
    ],
)
def test_an_interviewer_hears_from_you_only_if_the_recruiter_asked_for_it(
    expected: bool, search: JobSearch
) -> None:
    after, during = at("2026-11-24 14:00"), at("2026-11-24 10:50")
    assert expected is check(search, "thank-you", at=after, rules=UK_AGENCY).allowed
    address = check(search, "collect-contact", at=during, rules=UK_AGENCY)
    assert ("done" if expected else "silent") == address.status


# -- chase ----------------------------------------------------------------------------------------


def test_the_recruiter_asks() -> None:
    actions = plan(agency(), now=at("2026-12-04 11:00"), rules=UK_AGENCY).actions
    [chase] = [action for action in actions if action.act == "chase"]
    assert ("rachel@agency.example", "Ask Rachel whether Acme have said anything") == (
        chase.to,
        chase.text,
    )


def test_a_message_of_theirs_counts_as_the_interview_does() -> None:
    assert "2026-12-07 15:00" == dates(agency(heard=at("2026-11-27 15:00")), "chase")[0]


def test_where_there_is_no_recruiter_the_chase_does_not_speak_of_yours() -> None:
    actions = plan(DIRECT, now=at("2026-12-07 12:00"), rules=UK_AGENCY).actions
    [chase] = [action for action in actions if action.act == "chase"]
    texts = [chase.text, chase.why, *[sentence.text for sentence in chase.wording]]
    assert [] == [text for text in texts if "your recruiter" in text.lower()]
    assert "Ask a recruiter who put you forward before anybody else" in texts
