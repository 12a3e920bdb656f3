"""Small searches on file whose plans were wrong once, each with what is right."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from builders import LONDON, at
from interview_followup import JobSearch, check, plan, search_from_dict
from interview_followup.exports.text import plan_text
from zones import wall

NOW = at("2026-11-24 12:00")
FIRST, SECOND = wall("2026-11-24 10:00"), wall("2026-12-01 15:00")
PRIYA = {"name": "Priya", "email": "p@acme.example", "linkedin": "linkedin.com/in/p"}
JOHN = {"name": "John Smith", "email": "john@acme.example"}
NAMESAKE = {"name": "John Smith", "email": "js2@acme.example", "key": "other"}


def met(*people: dict[str, Any], starts: datetime = FIRST, **more: Any) -> dict[str, Any]:
    return {"starts": starts, "minutes": 60, "interviewers": [*people], **more}


def at_acme(*interviews: dict[str, Any], zone: str = LONDON, **more: Any) -> JobSearch:
    acme = {"employer": "Acme", **more, "interviews": [*interviews]}
    return search_from_dict({"timezone": zone, "applications": [acme]})


def labels(search: JobSearch, act: str, now: str) -> list[str]:
    """Return what an act is about in a plan at a time in London, unless it is silent."""
    planned = plan(search, now=at(now))
    return [
        action.subject.label
        for action in planned.actions
        if action.act == act and action.status != "silent"
    ]


TWO_ROUNDS = (met(PRIYA), met({"name": "Priya"}, {"name": "Tom"}, starts=SECOND))


def test_whom_you_meet_twice_you_ask_to_connect_once() -> None:
    assert [
        "Priya · Acme · 2026-11-24 10:00",
        "Tom · Acme · 2026-12-01 15:00",
    ] == labels(at_acme(*TWO_ROUNDS), "connect", "2026-11-26 12:00")


@pytest.mark.parametrize("act", ["collect-contact", "thank-you", "connect", "call"])
def test_after_a_rejection_nothing_is_asked_of_a_round_that_was_booked(act: str) -> None:
    rejected = at_acme(*TWO_ROUNDS, outcome="rejected")
    assert [] == labels(rejected, act, "2026-11-26 12:00")


def test_an_interview_that_ends_at_midnight_is_followed_by_the_next_morning() -> None:
    late = at_acme(met(PRIYA, starts=wall("2026-11-24 23:00")), zone="Asia/Kolkata")
    [thank_you] = [action for action in plan(late, now=NOW).actions if action.act == "thank-you"]
    assert at("2026-11-25 09:00", "Asia/Kolkata") == thank_you.best


def test_a_namesake_with_a_key_gives_no_address_away() -> None:
    search = at_acme(
        met({"name": "John Smith"}),
        recruiter={"name": "John Smith", "email": "john@agency.example", "key": "rec"},
    )
    [thank_you] = [action for action in plan(search, now=NOW).actions if action.act == "thank-you"]
    assert ("needs-fact", None) == (thank_you.status, thank_you.to)


def test_two_of_one_name_met_on_one_day_are_two_with_an_address_each() -> None:
    search = at_acme(met(JOHN), met(NAMESAKE, PRIYA, starts=wall("2026-11-24 13:00")))
    planned = plan(search, now=at("2026-11-24 15:00"))
    thanked = [action.to for action in planned.actions if action.act == "thank-you"]
    assert ["john@acme.example", "js2@acme.example", "p@acme.example"] == sorted(map(str, thanked))


def test_a_name_with_a_blank_behind_it_is_the_same_person() -> None:
    shah = {**PRIYA, "name": "Priya Shah"}
    done = [{"act": "connect", "to": "Priya Shah", "at": wall("2026-11-20 10:00")}]
    search = at_acme(
        met(shah, starts=wall("2026-11-17 10:00"), done=done), met({"name": "Priya Shah "})
    )
    planned = plan(search, now=NOW)
    thanks = {
        action.subject.label: action.to for action in planned.actions if action.act == "thank-you"
    }
    assert "p@acme.example" == thanks["Priya Shah · Acme · 2026-11-24 10:00"]
    assert ["done"] == [action.status for action in planned.actions if action.act == "connect"]


def test_a_name_in_another_form_of_unicode_is_the_same_person() -> None:
    done = [{"act": "thank-you", "to": "Jos\N{LATIN SMALL LETTER E WITH ACUTE}", "at": FIRST}]
    search = at_acme(met({"name": "Jose\N{COMBINING ACUTE ACCENT}"}, done=done))
    assert "done" == check(search, "thank-you", at=NOW).status


def test_a_reason_that_is_reckoned_elsewhere_names_the_zone() -> None:
    starts = wall("2026-10-27 13:00")
    abroad = met(PRIYA, starts=starts, timezone="America/New_York", medium="video")
    planned = plan(at_acme(abroad, zone="Europe/Paris"), now=at("2026-10-28 12:00"))
    assert "New York time" in plan_text(planned, long=True)


def test_a_zone_that_was_lost_is_among_the_problems() -> None:
    starts = wall("2026-11-24 23:30")
    search = at_acme(met(PRIYA, starts=starts, timezone="UTC"), zone="America/New_York")
    [problem] = plan(search, now=NOW).problems
    assert "applications[0].interviews[0].timezone (Acme)" == problem.place
