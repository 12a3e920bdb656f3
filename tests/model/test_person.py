"""People: who is who, by key or by name."""

from __future__ import annotations

from typing import Any

import pytest

from interview_followup import Done, Interview, Person, SetAside
from mistakes import problems
from zones import aware

LONDON = "Europe/London"
STARTS, ENDS = aware("2026-11-24T10:00", LONDON), aware("2026-11-24T11:00", LONDON)


@pytest.mark.parametrize("name", ["Ana", "17"])
def test_an_act_may_name_a_person_by_name_or_key(name: str) -> None:
    met = [Person(name="Ana", key="17"), Person(name="Tom")]
    interview = Interview(starts=STARTS, interviewers=met, done=[Done(act="x", at=ENDS, to=name)])
    assert name == interview.done[0].to


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


@pytest.mark.parametrize(
    ("panel", "before"),
    [
        ("ABA", {1: 0, 2: 1}),
        ("BAB", {1: 0, 2: 1}),
        ("ABAB", {1: 0, 2: 1, 3: 0}),
        ("BABA", {1: 0, 2: 1, 3: 0}),
        ("ABBA", {1: 0, 2: 0, 3: 1}),
        ("AABB", {2: 0, 3: 0}),
    ],
)
def test_one_who_is_there_twice_is_told_from_everybody_else(
    panel: str, before: dict[int, int]
) -> None:
    """An entry is held against the first before it of somebody else, not of the same person."""
    entries = {"A": Person(name="Ana"), "B": Person(name="Ana", key="7")}
    messages = problems(Interview, starts=STARTS, interviewers=[entries[entry] for entry in panel])
    assert [
        f"interviewers[{place}]: cannot be told from interviewers[{first}]; "
        "give each a key of its own"
        for place, first in before.items()
    ] == [problem for problem in messages if "is the same one as" not in problem]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (Person(name="Ana"), Person(name="Ana", email="ana@acme.example"), True),
        (Person(name="Ana"), Person(name="Anna"), False),
        (Person(name="Ana", key="1"), Person(name="Anna", key="1"), True),
        (Person(name="Ana", key="1"), Person(name="Ana", key="2"), False),
        (Person(name="Ana", key="1"), Person(name="Ana"), False),
        (Person(name="Ana"), Person(name="Ana", key="1"), False),
        (Person(name="Ana", key="Tom"), Person(name="Tom"), False),
    ],
    ids=[
        "one name",
        "two names",
        "one key",
        "two keys",
        "the first alone has a key",
        "the second alone has a key",
        "a key like a name",
    ],
)
def test_two_entries_are_one_person_by_key_or_where_neither_has_one_by_name(
    one: Person, other: Person, expected: bool
) -> None:
    assert (expected, expected) == (one.is_one_with(other), other.is_one_with(one))


def test_a_person_may_have_a_phone_and_notes() -> None:
    known = Person(name="Ana", phone="020 7946 0000", notes="Likes\nbirds")
    assert ("020 7946 0000", "Likes\nbirds") == (known.phone, known.notes)
    assert (None, None) == (Person(name="Ana").phone, Person(name="Ana").notes)


@pytest.mark.parametrize("record", ["done", "set_aside"])
def test_a_record_names_somebody_whose_key_is_a_whole_number(record: str) -> None:
    to: Any = 17
    acts: dict[str, Any] = {
        "done": [Done(act="x", at=ENDS, to=to)],
        "set_aside": [SetAside(act="x", to=to)],
    }
    ana = Person(name="Ana", key=to)
    met = Interview(starts=STARTS, interviewers=[ana], **{record: acts[record]})
    [entry] = getattr(met, record)
    assert "17" == entry.to
