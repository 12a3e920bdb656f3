"""The pack of career services in the United States: what differs from the ten pieces of advice."""

from __future__ import annotations

from typing import Any

import pytest

from builders import (
    LONDON,
    applied,
    at,
    did,
    meeting,
    moments,
    scheduled_acts,
    searching,
    status,
)
from interview_followup import Interview, JobSearch, Person, Promise, check, plan
from interview_followup.advice.us_campus import US_CAMPUS


def people(count: int) -> list[Person]:
    return [Person(name=f"Person {number}", email=f"{number}@a.example") for number in range(count)]


def panel(count: int) -> Interview:
    return meeting(interviewers=people(count))


def waiting(**more: Any) -> JobSearch:
    return searching(applied(meeting(), **more))


def dates(search: Any, act: str, zone: str = LONDON) -> tuple[str | None, ...]:
    return moments(search, act, zone=zone, rules=US_CAMPUS)


# -- thank-you ------------------------------------------------------------------------------------


def test_thanks_are_best_when_the_article_says() -> None:
    afternoon = meeting("2026-11-24 14:00", "2026-11-24 15:00")
    assert "2026-11-24 14:00" == dates(meeting(), "thank-you")[1]
    assert "2026-11-25 09:00" == dates(afternoon, "thank-you")[1]


@pytest.mark.parametrize(
    ("letters", "to_the_coordinator", "count"),
    [(1, False, 1), (7, False, 7), (0, True, 8), (0, True, 9)],
)
def test_of_more_than_7_people_the_coordinator_is_thanked_in_their_place(
    letters: int, to_the_coordinator: bool, count: int
) -> None:
    acts = [
        action.act
        for action in plan(panel(count), now=at("2026-11-24 12:00"), rules=US_CAMPUS).actions
    ]
    assert (letters, to_the_coordinator) == (
        acts.count("thank-you"),
        "thank-coordinator" in acts,
    )


@pytest.mark.parametrize(("expected", "count"), [(True, 7), (False, 8), (False, 9)])
def test_of_more_than_7_people_no_addresses_are_collected(expected: bool, count: int) -> None:
    met = meeting(interviewers=[Person(name=f"Person {number}") for number in range(count)])
    verdict = check(
        met, "collect-contact", at=at("2026-11-24 10:50"), of="Person 0", rules=US_CAMPUS
    )
    assert expected is verdict.allowed


def test_where_nobody_knows_how_many_there_were_it_is_asked() -> None:
    unknown = meeting(interviewers=None)
    assert "needs-fact" == status(
        unknown, "thank-coordinator", at("2026-11-24 12:00"), rules=US_CAMPUS
    )
    questions = plan(unknown, now=at("2026-11-24 12:00"), rules=US_CAMPUS).questions
    assert "interview.interviewers" in [question.fact for question in questions]


def test_thanks_to_the_coordinator_are_done_once() -> None:
    met = meeting(interviewers=people(8), done=[did("thank-coordinator", "2026-11-24 14:00")])
    assert "done" == status(met, "thank-coordinator", at("2026-11-24 15:00"), rules=US_CAMPUS)
    assert [] == scheduled_acts(met, "thank-you", US_CAMPUS)


# -- chase ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("expected", "by"),
    [
        ("2026-12-10 00:00", "2026-12-03 23:59:59.999999"),
        ("2026-12-11 00:00", "2026-12-04 00:00"),
        ("2026-12-11 00:00", "2026-12-04 00:00:00.000001"),
    ],
)
def test_of_a_promised_moment_its_day_counts(expected: str, by: str) -> None:
    assert expected == dates(waiting(promise=Promise(by=at(by))), "chase")[0]


@pytest.mark.parametrize(("expected", "times"), [("open", 1), ("done", 2), ("done", 3)])
def test_they_are_asked_twice_at_most(expected: str, times: int) -> None:
    chases = [did("chase", f"2026-12-{day:02} 12:00") for day in (1, 8, 15)]
    search = waiting(done=chases[:times])
    assert expected == status(search, "chase", at("2026-12-30 12:00"), rules=US_CAMPUS)


def test_a_message_of_theirs_counts_as_the_interview_does() -> None:
    assert "2026-12-04 15:00" == dates(waiting(heard=at("2026-11-27 15:00")), "chase")[0]


@pytest.mark.parametrize(
    ("author", "text"),
    [
        ("WashU Law", "After an interview for screening, write on the same day"),
        ("Princeton", "If they decide that day, write a short one within two hours"),
        ("Georgetown", "Stay below a page"),
    ],
)
def test_what_nobody_tells_the_program_is_said_with_its_source(author: str, text: str) -> None:
    authors = {sentence.text: sentence.source.author for sentence in US_CAMPUS["thank-you"].wording}
    assert author == authors[text]
