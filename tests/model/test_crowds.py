"""Crowds of people, acts and keys: each is looked at once, and told of once."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import applied, at, did, meeting, searching
from effort import soon
from interview_followup import Interview, InvalidInput, Person, plan, read_search, search_from_dict
from interview_followup.exports.text import plan_text
from interview_followup.model._person import indistinct

NOW = at("2026-11-24 12:00")


def messages(make: Callable[[], object]) -> list[str]:
    with soon(), pytest.raises(InvalidInput) as caught:
        make()
    return [str(problem) for problem in caught.value.problems]


def test_namesakes_are_told_of_once_each() -> None:
    crowd = [Person(name="Ada", key=number) for number in range(600)]
    crowd += [Person(name="Ada") for _ in range(600)]
    problems = messages(lambda: Interview(starts=NOW, interviewers=crowd))
    same = [
        f"interviewers[{place}]: is the same one as interviewers[600]" for place in range(601, 1200)
    ]
    alike = [
        f"interviewers[{place}]: cannot be told from interviewers[0]" for place in range(600, 1200)
    ]
    assert same + alike == [problem.partition(";")[0] for problem in problems]


def addressed(person: Person, people: list[Person]) -> list[Person]:
    """Return whom an act to a person may mean: all of that key or, without one, of that name."""
    to = person.addressee
    return [person for person in people if person.key == to] or [
        person for person in people if person.name == to
    ]


def pairs_apart(people: list[Person]) -> list[int]:
    """Return who cannot be told from somebody before them, by looking at every pair."""
    return [
        later
        for later, person in enumerate(people)
        if any(
            other.identity != person.identity
            and (other in addressed(person, people) or person in addressed(other, people))
            for other in people[:later]
        )
    ]


NAMES = st.sampled_from(["Ada", "Ben", "7"])
PEOPLE = st.lists(st.builds(Person, name=NAMES, key=NAMES | st.none()), max_size=8)


@given(PEOPLE)
def test_who_cannot_be_told_apart_is_found_as_by_looking_at_all_pairs(
    people: list[Person],
) -> None:
    places = [problem.place for problem in indistinct("people", people)]
    assert [f"people[{place}]" for place in pairs_apart(people)] == places


def test_thank_yous_to_a_crowd_are_read_soon() -> None:
    crowd = [Person(name=f"Ada {number}") for number in range(4_000)]
    thanks = [did("thank-you", "2026-11-24 12:00", to=person.name) for person in crowd]
    with soon():
        assert 4_000 == len(meeting(interviewers=crowd, done=thanks).done)


def test_nobody_near_is_looked_for_among_a_crowd() -> None:
    crowd = [Person(name=f"Ada {number}") for number in range(4_000)]
    thanks = [did("thank-you", "2026-11-24 12:00", to=f"Ido {number}") for number in range(4_000)]
    problems = messages(lambda: meeting(interviewers=crowd, done=thanks))
    expected = "done[0].to: 'Ido 0' is not an interviewer here; give the name or the key of one"
    assert (4_000, expected) == (len(problems), problems[0])


@pytest.mark.parametrize(
    ("number", "mend"),
    [(50, "did you mean 'Ada 1'?"), (51, "give the name or the key of one")],
    ids=["few", "a crowd"],
)
def test_a_near_name_is_given_while_there_are_few(number: int, mend: str) -> None:
    crowd = [Person(name=f"Ada {index}") for index in range(number)]
    thanks = [did("thank-you", "2026-11-24 12:00", to="Adda 1")]
    [problem] = messages(lambda: meeting(interviewers=crowd, done=thanks))
    assert problem.endswith(mend)


def test_a_plan_of_a_crowd_is_made_soon() -> None:
    crowd = [Person(name=f"Ada {number}", email="ada@acme.example") for number in range(500)]
    thanks = [did("thank-you", "2026-11-24 12:00", to=person.name) for person in crowd]
    with soon():
        planned = plan(searching(applied(meeting(interviewers=crowd, done=thanks))), now=NOW)
    assert 500 == sum(
        action.status == "done" for action in planned.actions if action.act == "thank-you"
    )


def nights(number: int) -> list[Interview]:
    """Return interviews on many nights, after which nobody can do anything at its best moment."""
    first = at("2026-12-01 02:00")
    person = Person(name="Ada", email="ada@acme.example")
    return [
        Interview(starts=first + timedelta(days=night), minutes=5, interviewers=[person], key=night)
        for night in range(number)
    ]


def namesakes(number: int) -> list[Interview]:
    """Return interviews at one time, of which nobody can tell which one a question is about."""
    return [
        Interview(starts=NOW, minutes=5, key=key, interviewers=[Person(name="Ada", key=key)])
        for key in range(number)
    ]


def overlapping(number: int) -> list[Interview]:
    """Return interviews that all last at the same time, each ending at another one."""
    starts = at("2026-12-01 06:00")
    return [
        Interview(starts=starts, minutes=60 + minutes, key=minutes) for minutes in range(number)
    ]


@pytest.mark.parametrize("interviews", [nights, namesakes, overlapping])
def test_a_plan_of_many_interviews_is_made_and_printed_soon(
    interviews: Callable[[int], list[Interview]],
) -> None:
    search = searching(applied(*interviews(600)))
    with soon():
        assert plan_text(plan(search, now=NOW))


def test_a_key_given_twice_is_found_among_many(tmp_path: Path) -> None:
    path = tmp_path / "many.json"
    keys = [f"k{number}" for number in range(100_000)]
    pairs = ",".join(f'"{key}": 1' for key in [*keys, "z", "z"])
    path.write_text(f"{{{pairs}}}", encoding="utf-8")
    [problem] = messages(lambda: read_search(path))
    assert "is not JSON: the key 'z' is there twice" in problem


@pytest.mark.parametrize("bracket", ["[]", "{}"], ids=["lists", "tables"])
def test_a_document_may_be_nested_as_deep_as_it_likes(tmp_path: Path, bracket: str) -> None:
    path = tmp_path / "deep.json"
    for levels in (980, 100_000):
        inner = "1" if bracket == "[]" else '{"a":' * levels + "1" + "}" * levels
        value = "[" * levels + "]" * levels if bracket == "[]" else inner
        path.write_text(f'{{"timezone": "UTC", "applications": [{{"heard": {value}}}]}}')
        assert all(len(problem) < 300 for problem in messages(lambda: read_search(path)))


def test_many_wrong_entries_are_told_of_soon() -> None:
    problems = messages(lambda: search_from_dict({"timezone": "UTC", "applications": [5] * 20_000}))
    assert 20_000 == len(problems)


def test_one_of_a_crowd_is_asked_for_by_a_short_list() -> None:
    crowd: Any = [applied(employer=f"Acme {number}") for number in range(4_000)]
    [problem] = messages(lambda: searching(*crowd).application("Zzz"))
    assert len(problem) < 3_000
    assert "more" in problem
    assert json.dumps(problem)
