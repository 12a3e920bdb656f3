"""How questions read beside each other: no two of a plan are the same."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import NEW_YORK, applied, at, meeting, searching
from drawing import drawing
from interview_followup import (
    CV_LIBRARY,
    Application,
    Interview,
    JobSearch,
    Person,
    Rule,
    RuleSet,
    plan,
    strategies,
)
from interview_followup.language import Detail, application, detail_fact, interview

EVENING = at("2026-11-24 20:00")


def texts(fact: str, *applications: Application, now: datetime = EVENING) -> list[str]:
    questions = plan(searching(*applications), now=now).questions
    return sorted(question.text for question in questions if question.fact == fact)


def untold(starts: str = "2026-11-24 10:00", **more: Any) -> Interview:
    """Return an interview of which nobody told when it ended."""
    return meeting(starts, None, **more)


def ends(*interviews: Interview) -> list[str]:
    questions = texts("interview.ends", applied(*interviews))
    return [text.partition(" If you")[0] for text in questions]


WHEN = "When does the interview with Acme on {}end, or when did it{}?"


@pytest.mark.parametrize(
    ("interviews", "expected"),
    [
        ([untold()], [("Tuesday 24 November ", "")]),
        (
            [untold(), untold("2026-11-23 10:00")],
            [("Monday 23 November ", ""), ("Tuesday 24 November ", "")],
        ),
        (
            [untold(), untold("2026-11-24 15:00")],
            [
                ("Tuesday 24 November ", " (the one at 10:00)"),
                ("Tuesday 24 November ", " (the one at 15:00)"),
            ],
        ),
        (
            [untold(), untold("2026-11-24 15:00"), untold("2026-11-23 10:00")],
            [
                ("Monday 23 November ", ""),
                ("Tuesday 24 November ", " (the one at 10:00)"),
                ("Tuesday 24 November ", " (the one at 15:00)"),
            ],
        ),
        (
            [untold(), untold(zone=NEW_YORK)],
            [
                ("Tuesday 24 November ", f" ({NEW_YORK})"),
                ("Tuesday 24 November ", " (Europe/London)"),
            ],
        ),
        (
            [untold(key="talk"), untold(key="panel")],
            [("Tuesday 24 November ", " (panel)"), ("Tuesday 24 November ", " (talk)")],
        ),
        (
            [untold(), Interview(starts=date(2026, 11, 24), timezone="Europe/London")],
            [("Tuesday 24 November ", ""), ("Tuesday 24 November ", " (the one at 10:00)")],
        ),
    ],
    ids=[
        "one",
        "on two days",
        "on one day",
        "only two of three alike",
        "at one time in two zones",
        "at one moment",
        "of one only the day is known",
    ],
)
def test_of_several_interviews_a_question_says_which(
    interviews: list[Interview], expected: list[tuple[str, str]]
) -> None:
    assert sorted(WHEN.format(*parts) for parts in expected) == ends(*interviews)


def test_the_two_readings_of_an_hour_are_told_apart() -> None:
    def at_half_past_one(fold: int) -> Interview:
        return Interview(starts=at("2026-10-25 01:30").replace(fold=fold))

    job = applied(at_half_past_one(0), at_half_past_one(1))
    questions = texts("interview.ends", job, now=at("2026-10-25 20:00"))
    assert ["2026-10-25 00:30:00", "2026-10-25 01:30:00"] == [
        text.partition("(")[2][:19] for text in questions
    ]


def test_of_several_applications_to_one_employer_a_question_says_for_which_role() -> None:
    roles = [
        Application(employer="Acme", role=role, interviews=[meeting()])
        for role in ("Engineer", None)
    ]
    assert [
        "How would Acme like you to follow up (Engineer)?",
        "How would Acme like you to follow up?",
    ] == texts("application.follow_up", *roles)
    keyed = [Application(employer="Acme", key=key, interviews=[meeting()]) for key in "12"]
    assert [
        "How would Acme like you to follow up (1)?",
        "How would Acme like you to follow up (2)?",
    ] == texts("application.follow_up", *keyed)


def met(*keys: str | None) -> Interview:
    return meeting(interviewers=[Person(name="Tom Reed", key=key) for key in keys])


@pytest.mark.parametrize(
    ("applications", "expected"),
    [
        ([applied(met("7", "8"))], ["address (7)?", "address (8)?"]),
        (
            [applied(met(None)), applied(met(None), employer="Globex")],
            ["address (Acme)?", "address (Globex)?"],
        ),
        (
            [applied(met("7"), untold("2026-11-23 10:00", interviewers=met("8").people))],
            ["address (Monday 23 November)?", "address (Tuesday 24 November)?"],
        ),
        (
            [applied(met("7"), untold("2026-11-23 10:00", interviewers=met("7").people))],
            ["address?"],
        ),
        (
            [applied(met(None), recruiter=Person(name="Tom Reed"))],
            ["address?"],
        ),
    ],
    ids=[
        "two keys",
        "at two employers",
        "at two interviews",
        "one person at two interviews",
        "one person who is the recruiter too",
    ],
)
def test_people_of_one_name_are_told_apart_and_one_person_is_asked_about_once(
    applications: list[Application], expected: list[str]
) -> None:
    assert [f"What is Tom Reed's e-mail {end}" for end in expected] == texts(
        "person.email", *applications
    )


def test_two_facts_with_one_question_are_told_apart_by_their_names() -> None:
    tips: list[Detail[str]] = [
        detail_fact(f"application.{name}", name, ask="Any tip.") for name in ("hint", "tip")
    ]
    nod = Rule(
        name="nod",
        per=application,
        needs=tips,
        opens=application.latest_ends,
        text="Nod",
        why="So.",
    )
    planned = plan(applied(meeting()), now=EVENING, rules=RuleSet([nod]))
    assert ["Any tip. (application.hint)", "Any tip. (application.tip)"] == [
        question.text for question in planned.questions
    ]


@pytest.mark.parametrize("per", [application, interview], ids=repr)
def test_a_question_that_names_nobody_says_whom_it_is_about(per: Any) -> None:
    tip: Detail[str] = detail_fact(f"{per.per}.tip", "a tip", ask="Any tip?")
    opens = application.latest_ends
    nod = Rule(name="nod", per=per, needs=tip, opens=opens, text="Nod", why="So.")
    jobs = [applied(meeting()), applied(meeting(), employer="Globex")]
    planned = plan(searching(*jobs), now=EVENING, rules=RuleSet([nod]))
    assert ["Any tip (Acme)?", "Any tip (Globex)?"] == [
        question.text for question in planned.questions
    ]


ASKING = RuleSet(
    [
        *CV_LIBRARY,
        Rule(
            name="nod",
            per=interview,
            needs=detail_fact("interview.tip", "a tip", ask="Any tip?"),
            opens=interview.starts,
            text="Nod",
            why="So.",
        ),
    ]
)


@drawing
@given(search=strategies.job_searches(rules=ASKING), data=st.data())
def test_no_two_questions_of_a_plan_have_the_same_text(search: JobSearch, data: Any) -> None:
    interviews = [interview for job in search.applications for interview in job.interviews]
    near = data.draw(st.sampled_from(interviews)).first_moment if interviews else EVENING
    planned = plan(search, now=data.draw(strategies.moments(near=near)), rules=ASKING)
    questions = [question.text for question in planned.questions]
    assert len(questions) == len({*questions})
