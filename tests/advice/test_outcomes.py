"""What an outcome silences: a rejected candidate still debriefs, and no other does."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from builders import applied, at, cautions, meeting, moments, priya, searching, status, tom
from interview_followup import AskedQuestion, JobSearch, Person, check, plan
from triplets import triplet

DURING, AFTER = at("2026-11-24 10:55"), at("2026-11-24 20:00")
OUTCOMES = ("rejected", "withdrawn", "declined", "accepted", "no-answer", "closed")
BEFORE_LEAVING = {"ask-how-to-follow-up", "ask-when-you-will-hear", "collect-contact"}
WAITING = {"ask-recruiter", "chase"}
PER_PERSON = {"collect-contact", "thank-you", "connect"}


def over(outcome: str | None, **more: Any) -> JobSearch:
    """Return a search with one interview with two people, of whom one has no address."""
    recruiter = Person(name="Rachel Green")
    met = meeting(interviewers=[priya(), tom()], **more)
    return searching(applied(met, recruiter=recruiter, outcome=outcome))


def acts(search: JobSearch, now: datetime = AFTER) -> set[str]:
    """Return what a plan has of applications; the search itself is looked for elsewhere."""
    actions = plan(search, now=now).actions
    return {action.act for action in actions if action.status != "silent"} - {"keep-looking"}


@pytest.mark.parametrize(
    ("expected", "outcome"),
    [
        pytest.param(BEFORE_LEAVING | WAITING | PER_PERSON | {"debrief"}, None, id="none yet"),
        pytest.param({"debrief"}, "rejected", id="rejected"),
        *[pytest.param(set(), outcome, id=outcome) for outcome in OUTCOMES[1:]],
    ],
)
def test_an_outcome_silences_all_but_the_debrief_of_the_rejected(
    expected: set[str], outcome: str | None
) -> None:
    assert expected == acts(over(outcome))


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_tricky_questions_are_practised_for_the_next_interview_elsewhere_whatever_the_outcome(
    outcome: str,
) -> None:
    interview = meeting(questions=[AskedQuestion(text="Why did you leave?", tricky=True)])
    following = applied(meeting("2026-12-01 10:00", "2026-12-01 11:00"), employer="Globex")
    search = searching(applied(interview, outcome=outcome), following)
    expected = ("2026-11-24 11:00", "2026-11-30 18:00", None, "2026-12-01 10:00")
    assert expected == moments(search, "practise")


@pytest.mark.parametrize("outcome", OUTCOMES)
@pytest.mark.parametrize(
    "act", ["ask-how-to-follow-up", "ask-when-you-will-hear", "ask-recruiter", "chase"]
)
def test_nothing_advises_what_an_outcome_silences(act: str, outcome: str) -> None:
    verdict = check(over(outcome), act, at=DURING)
    assert (False, "silent", None) == (verdict.allowed, verdict.status, verdict.until)


@pytest.mark.parametrize("outcome", OUTCOMES)
@pytest.mark.parametrize("act", sorted(PER_PERSON))
def test_nothing_advises_to_write_to_somebody_after_an_outcome(act: str, outcome: str) -> None:
    verdict = check(over(outcome), act, at=AFTER, of="Tom Reed")
    assert (False, "silent", None) == (verdict.allowed, verdict.status, verdict.until)


@pytest.mark.parametrize("outcome", OUTCOMES[1:])
def test_nothing_advises_a_debrief_after_any_other_outcome(outcome: str) -> None:
    verdict = check(over(outcome), "debrief", at=AFTER)
    assert (False, "silent", None) == (verdict.allowed, verdict.status, verdict.until)


@pytest.mark.parametrize("outcome", OUTCOMES)
@pytest.mark.parametrize(
    ("expected", "now"),
    [
        pytest.param({("call", "early")}, DURING, id="before leaving"),
        pytest.param({("call", "early")}, AFTER, id="in the evening"),
        pytest.param(set(), at("2026-11-26 10:59"), id="when a thank-you would be late"),
        pytest.param(set(), at("2026-11-26 11:00"), id="when a thank-you would be missed"),
    ],
)
def test_an_outcome_silences_all_cautions_but_that_about_calls(
    expected: set[tuple[str, str]], now: datetime, outcome: str
) -> None:
    assert expected == cautions(over(outcome), now)


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_after_an_outcome_nothing_is_asked(outcome: str) -> None:
    search = searching(
        applied(
            meeting(ends=None, interviewers=[tom()]),
            meeting("2026-11-25 10:00", "2026-11-25 11:00", interviewers=None),
            outcome=outcome,
        )
    )
    questions = plan(search, now=at("2026-12-24 12:00")).questions
    assert [] == [question.fact for question in questions]


# -- the debrief ----------------------------------------------------------------------------------


@pytest.mark.parametrize("outcome", [None, "rejected"])
def test_a_debrief_is_possible_for_a_week(outcome: str | None) -> None:
    expected = ("2026-11-24 11:00", "2026-11-24 12:00", "2026-11-25 00:00", "2026-12-01 11:00")
    assert expected == moments(over(outcome), "debrief")


@pytest.mark.parametrize("outcome", [None, "rejected"])
@pytest.mark.parametrize(
    ("expected", "now"),
    [
        *triplet(at("2026-11-24 11:00"), "early", "open"),
        *triplet(at("2026-11-25 00:00"), "open", "late"),
        *triplet(at("2026-12-01 11:00"), "late", "closed"),
    ],
)
def test_a_debrief_opens_is_late_and_closes(
    expected: str, now: datetime, outcome: str | None
) -> None:
    assert expected == status(over(outcome), "debrief", now)


def test_the_week_of_a_debrief_keeps_the_wall_clock() -> None:
    before = searching(applied(meeting("2026-10-20 10:00", "2026-10-20 11:00")))
    assert "2026-10-27 11:00" == moments(before, "debrief")[3]
