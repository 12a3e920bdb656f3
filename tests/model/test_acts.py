"""Acts on record: where they may name a person."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from interview_followup import Application, Done, Interview, JobSearch, Person, SetAside
from mistakes import mistakes, problems
from zones import aware, utc

LONDON = "Europe/London"
STARTS = aware("2026-11-24T10:00", LONDON)
NAIVE = STARTS.replace(tzinfo=None)
ANA, TOM = Person(name="Ana", email="ana@acme.example"), Person(name="Tom")
AT = utc("2026-12-04T09:30")


@mistakes(
    ({"act": "Chase"}, "act: 'Chase' is not a slug; write it as 'chase'"),
    ({"act": None}, "act: is missing; give it"),
    ({"act": "chase", "until": NAIVE}, "until: 2026-11-24T10:00:00 has no time zone; "),
    ({"act": "chase", "until": "soon"}, "until: 'soon' is not a date; "),
    ({"act": "chase", "to": "a\0b"}, "to: 'a\\x00b' is not a line of text; "),
)
def test_what_is_set_aside_is_an_act(given: Any, problem: str) -> None:
    [message] = problems(SetAside, **given)
    assert message.startswith(problem)


@pytest.mark.parametrize(
    "holder",
    [
        lambda acts: JobSearch(timezone=LONDON, set_aside=acts),
        lambda acts: Application(employer="Acme", set_aside=acts),
    ],
    ids=["search", "application"],
)
def test_an_act_that_is_set_aside_names_a_person_only_at_an_interview(
    holder: Callable[[Any], Any],
) -> None:
    assert [
        "set_aside[1].to: is only for acts at an interview; "
        "leave it out, or move the act to the interview with that person"
    ] == problems(lambda: holder([SetAside(act="chase"), SetAside(act="thank-you", to="Ana")]))


@mistakes(
    (
        [SetAside(act="connect", to="Anna")],
        "set_aside[0].to: 'Anna' is not an interviewer here; did you mean 'Ana'?",
    ),
    (
        [SetAside(act="debrief"), SetAside(act="connect", to="Bob")],
        "set_aside[1].to: 'Bob' is not an interviewer here; use one of: Ana, Tom",
    ),
    (
        [Done(act="debrief", at=AT)],
        f"set_aside[0]: {Done(act='debrief', at=AT)!r} is not of class SetAside; "
        "build it with SetAside(...)",
    ),
)
def test_what_is_set_aside_about_an_interview_is_checked(given: Any, problem: str) -> None:
    assert [problem] == problems(Interview, starts=STARTS, interviewers=[ANA, TOM], set_aside=given)
