"""People: who is who, by key or by name."""

from __future__ import annotations

import pytest

from interview_followup import Done, Interview, Person
from mistakes import problems
from zones import aware

LONDON = "Europe/London"
STARTS, ENDS = aware("2026-11-24T10:00", LONDON), aware("2026-11-24T11:00", LONDON)


@pytest.mark.parametrize("name", ["Ana", "17"])
def test_an_act_may_name_a_person_by_name_or_key(name: str) -> None:
    met = [Person(name="Ana", key="17"), Person(name="Tom")]
    kept = Interview(starts=STARTS, interviewers=met, done=[Done(act="x", at=ENDS, to=name)])
    assert name == kept.done[0].to


@pytest.mark.parametrize(
    "panel",
    [
        [Person(name="Ana"), Person(name="Ana", key="17")],
        [Person(name="Ana", key="17"), Person(name="Ana")],
        [Person(name="Ana", key="Tom"), Person(name="Tom")],
        [Person(name="Tom"), Person(name="Ana", key="Tom")],
    ],
    ids=[
        "the second of two of one name has a key",
        "the first of two of one name has a key",
        "the first one's key is the other's name",
        "the second one's key is the other's name",
    ],
)
def test_an_interviewer_whom_no_act_could_name_is_refused(panel: list[Person]) -> None:
    """An act is done to a person's key, or to the name of one who has none."""
    [problem] = problems(Interview, starts=STARTS, interviewers=panel)
    assert problem.startswith("interviewers[")
