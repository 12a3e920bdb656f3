"""Facts of somebody's own: kept with what they are about."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from attrs import evolve

from interview_followup import Application, Interview, JobSearch, Person
from mistakes import problems
from zones import aware, utc

LONDON, NEW_YORK = "Europe/London", "America/New_York"
STARTS = aware("2026-11-24T10:00", LONDON)
NAIVE = STARTS.replace(tzinfo=None)
TOLD = {
    "due": date(2026, 12, 1),
    "met_at": aware("2026-11-24T10:00", NEW_YORK),
    "paid": True,
    "travelled": False,
    "pages": 3,
    "score": 0.5,
    "topic": "A parser",
}

HOLDERS: dict[str, Callable[[Any], Any]] = {
    "search": lambda facts: JobSearch(timezone=LONDON, facts=facts),
    "application": lambda facts: Application(employer="Acme", facts=facts),
    "interview": lambda facts: Interview(starts=STARTS, facts=facts),
    "person": lambda facts: Person(name="Ana", facts=facts),
}

held_by = pytest.mark.parametrize("holder", HOLDERS.values(), ids=HOLDERS)


@held_by
def test_facts_of_ones_own_are_kept_wherever_they_belong(holder: Callable[[Any], Any]) -> None:
    assert {**TOLD, "met_at": utc("2026-11-24T15:00")} == holder(TOLD).facts
    assert {} == holder({}).facts


@held_by
def test_facts_are_equal_in_whatever_order_they_are_told(holder: Callable[[Any], Any]) -> None:
    one, other = holder(TOLD), holder(dict(reversed(TOLD.items())))
    assert (one, hash(one), repr(one)) == (other, hash(other), repr(other))
    assert one != holder({**TOLD, "pages": 4})
    assert sorted(TOLD) == list(one.facts)
    assert len(TOLD) == len(one.facts)


@held_by
def test_facts_come_back_as_they_were(holder: Callable[[Any], Any]) -> None:
    given = holder(TOLD)
    for again in (pickle.loads(pickle.dumps(given)), copy.deepcopy(given), evolve(given)):
        assert (given, hash(given)) == (again, hash(again))


def test_facts_cannot_be_changed() -> None:
    given = {"pages": 3}
    facts: Any = Person(name="Ana", facts=given).facts
    given["pages"] = 4
    assert {"pages": 3} == facts
    with pytest.raises(TypeError, match="does not support item assignment"):
        facts["pages"] = 4


def test_facts_show_as_they_are_written() -> None:
    person = Person(name="Ana", facts={"pages": 3, "due": date(2026, 12, 1)})
    assert "Person(name='Ana', facts={'due': datetime.date(2026, 12, 1), 'pages': 3})" == repr(
        person
    )


@held_by
@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (
            [("pages", 3)],
            "facts: [('pages', 3)] is not a mapping; give one, as {'task_due': date(2026, 12, 1)}",
        ),
        (5, "facts: 5 is not a mapping; give one, as {'task_due': date(2026, 12, 1)}"),
        (
            {"Task due": 3},
            "facts.Task due: is not the name of a fact; use lower-case words joined by underscores",
        ),
        (
            {"task-due": 3},
            "facts.task-due: is not the name of a fact; use lower-case words joined by underscores",
        ),
        ({5: 3}, "facts.5: is not the name of a fact; use lower-case words joined by underscores"),
        (
            {"": 3},
            'facts."": is not the name of a fact; use lower-case words joined by underscores',
        ),
        (
            {"due": ["2026-12-01"]},
            "facts.due: ['2026-12-01'] cannot be a fact; "
            "give a date, a time, a text, a number or true or false",
        ),
        (
            {"score": float("inf")},
            "facts.score: inf cannot be a fact; "
            "give a date, a time, a text, a number or true or false",
        ),
        (
            {"topic": "a\nb"},
            "facts.topic: 'a\\nb' is not a line of text; give one line that can be read",
        ),
        (
            {"due": NAIVE},
            "facts.due: 2026-11-24T10:00:00 has no time zone; "
            "give it one, as in datetime(..., tzinfo=ZoneInfo('Europe/London'))",
        ),
        (
            {"due": date(2200, 1, 1)},
            "facts.due: 2200-01-01 is not between 1970 and 2200; check the year",
        ),
    ],
    ids=lambda value: repr(value) if isinstance(value, dict) else "",
)
def test_a_wrong_fact_says_what_is_wrong_and_how_to_mend_it(
    holder: Callable[[Any], Any], facts: Any, expected: str
) -> None:
    assert [expected] == problems(lambda: holder(facts))


@pytest.mark.parametrize("number", [10**15, -(10**15), 1e15, -1e15, 0, 0.5], ids=repr)
def test_a_number_may_be_a_fact_up_to_a_million_billions(number: float) -> None:
    assert {"score": number} == Person(name="Ana", facts={"score": number}).facts


@pytest.mark.parametrize(
    "number",
    [10**15 + 1, -(10**15) - 1, 1e15 + 0.125, -1e15 - 0.125, float("inf"), float("-inf")],
    ids=repr,
)
def test_a_number_that_is_larger_is_no_fact(number: float) -> None:
    [problem] = problems(Person, name="Ana", facts={"score": number})
    assert problem.startswith(f"facts.score: {number!r} cannot be a fact; ")


def test_a_number_that_python_will_not_write_is_refused() -> None:
    [problem] = problems(Person, name="Ana", facts={"score": 10**5000})
    assert problem.startswith("facts.score: ")


def test_every_wrong_fact_is_named() -> None:
    wrong = {"due": [], "pages": 3, "Score": 1}
    assert ["facts.due", "facts.Score"] == [
        problem.partition(":")[0] for problem in problems(Person, name="Ana", facts=wrong)
    ]
