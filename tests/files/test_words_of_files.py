"""Words: a file's mistakes are said in a file's words, Python's in Python's."""

from __future__ import annotations

import copy
import tomllib
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

import attrs
import pytest

from documents import document, met, problems
from interview_followup import (
    Application,
    AskedQuestion,
    Done,
    FollowUp,
    Interview,
    InvalidInput,
    JobSearch,
    Offer,
    Person,
    Promise,
    SetAside,
    WakingHours,
    Workdays,
    search_from_dict,
)
from mistakes import mistakes

WORDS_OF_PYTHON = (
    *("datetime", "True", "False", "None", "tzinfo", "ZoneInfo", " values", "class", "a str"),
    *("mapping", "(...)"),
)
WORDS_OF_FILES = ("quotes", "table", "TOML", "JSON", "brackets", "null")

A_FILE = """
timezone = "Europe/London"
key = 7
notes = "Two a week"
workdays = { weekend = ["Friday"], holidays = [2026-12-25], region = "GB-ENG" }
waking_hours = { starts = 14:00:00, ends = "06:30" }
done = [{ act = "keep-looking", at = 2026-11-30T09:00:00 }]
set_aside = [{ act = "keep-looking", until = 2026-12-07 }]

[[applications]]
employer = "Acme"
recruiter = { name = "Rachel Green", phone = "020 7946 0000" }
preferred = true
follow_up = { channel = "email", to = "jobs@acme.example" }
promise = { within = "5 days", made = 2026-12-04, channel = "email" }
offer = { received = 2026-12-01, reply_by = 2026-12-05, declined = true }
outcome = "accepted"
workdays = "GB-ENG"
facts = {}

[[applications.interviews]]
starts = { at = 2026-11-24T10:00:00, timezone = "Asia/Tokyo" }
minutes = 60
timezone = "America/New_York"
medium = "in-person"
not_held = "no-show"
interviewers = [{ name = "Priya Shah", key = "priya" }]
questions = [{ text = "Why did you leave?", tricky = true }]
done = [{ act = "thank-you", to = "priya", at = 2026-11-24 }]
"""

WRONG: tuple[Any, ...] = (
    *(True, False, 0, 5, 1.5, "x", "2026-12-32", [], ["x"], [5], {}, {"x": 5}, [[]]),
    *(date(2026, 12, 4), datetime(2026, 12, 4, 10), time(7), [date(2026, 12, 4)]),  # noqa: DTZ001
    *([True], [time(7)], {"x": date(2026, 12, 4)}, {"x": True}),
)
"""What TOML can say, in places where it should say something else."""


def places_in(value: Any, *place: Any) -> Iterator[tuple[Any, ...]]:
    """Yield the way to every value in a document, as keys and indexes."""
    yield place
    if isinstance(value, dict | list):
        for key, part in value.items() if isinstance(value, dict) else enumerate(value):
            yield from places_in(part, *place, key)


PLACES = list(places_in(tomllib.loads(A_FILE)))[1:]


@pytest.mark.parametrize("place", PLACES, ids=lambda place: ".".join(map(str, place)))
def test_no_word_of_python_is_said_of_what_a_file_holds(place: tuple[Any, ...]) -> None:
    for wrong in WRONG:
        given = tomllib.loads(A_FILE)
        *outer, last = place
        holder: Any = given
        for key in outer:
            holder = holder[key]
        holder[last] = copy.deepcopy(wrong)
        try:
            search_from_dict(given)
        except InvalidInput as error:
            message = str(error)
            assert [] == [word for word in WORDS_OF_PYTHON if word in message], message


VALUES = (
    *(JobSearch, Application, Interview, Person, Promise, Offer, FollowUp, AskedQuestion, Done),
    *(SetAside, Workdays, WakingHours),
)
FIELDS = [(cls, field.name) for cls in VALUES for field in attrs.fields(cls) if field.init]
OF_PYTHON = (5, 1.5, True, "x", object(), b"x", [5], {"x": 5}, date(2026, 12, 4), time(7))


@pytest.mark.parametrize(
    ("kind", "field"), FIELDS, ids=[f"{kind.__name__}.{field}" for kind, field in FIELDS]
)
def test_no_word_of_files_is_said_of_what_python_gives(kind: Any, field: str) -> None:
    needed = dict.fromkeys(
        attribute.name for attribute in attrs.fields(kind) if attribute.default is attrs.NOTHING
    )
    for wrong in OF_PYTHON:
        try:
            kind(**{**needed, field: wrong})
        except InvalidInput as error:
            messages = [
                str(problem) for problem in error.problems if problem.place.startswith(field)
            ]
            assert [] == [
                message for message in messages for word in WORDS_OF_FILES if word in message
            ]


@mistakes(
    (
        document({"promise": date(2026, 12, 4)}),
        "applications[0].promise: 2026-12-04 is not a table; "
        "put it in a table; in TOML, write { by = 2026-12-04 }",
    ),
    (
        document({"facts": {"x": 1}, "employer": [date(2026, 12, 4), True, None]}),
        "applications[0].employer: [2026-12-04, true, null] is not text; "
        "give one text, without brackets",
    ),
    (
        document(workdays={"holidays": [datetime(2026, 12, 25)]}),  # noqa: DTZ001
        "workdays.holidays[0]: 2026-12-25T00:00:00 is not a date; give dates without a time",
    ),
    (
        met(not_held=True),
        "applications[0].interviews[0].not_held: true is not known; use one of: cancelled, no-show",
    ),
    (met(left=time(11)), "applications[0].interviews[0].left: 11:00:00 is not a date and time; "),
)
def test_a_refused_value_looks_as_a_file_writes_it(given: Any, problem: str) -> None:
    assert problems(given)[0].startswith(problem)


def test_what_no_file_can_hold_is_refused_in_the_words_of_python() -> None:
    """A mapping from rows of a database may hold anything."""
    assert [
        "applications[0].employer: b'Acme' is not text; give a str",
        "applications[0].interviews: is not a list; put it in a list of Interview values",
    ] == problems(document({"employer": b"Acme", "interviews": object()}))
