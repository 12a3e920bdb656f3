"""Interviews: their zone, their times, and everything that can be wrong with one."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pendulum
import pytest
from attrs import evolve

from interview_followup import Done, Interview, Person
from mistakes import mistakes, problems
from zones import TICK, aware, utc

LONDON, NEW_YORK = "Europe/London", "America/New_York"
STARTS, ENDS = aware("2026-11-24T10:00", LONDON), aware("2026-11-24T11:00", LONDON)
PARIS_ENDS = aware("2026-11-24T12:00", "Europe/Paris")
HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("times", "zone"),
    [
        ({"starts": aware("2026-11-24T10:00", NEW_YORK)}, NEW_YORK),
        ({"starts": pendulum.datetime(2026, 11, 24, 10, tz=NEW_YORK)}, NEW_YORK),
        ({"starts": STARTS, "ends": ENDS.astimezone(UTC)}, LONDON),
        ({"starts": STARTS.astimezone(UTC), "ends": ENDS}, LONDON),
        ({"starts": STARTS, "ends": PARIS_ENDS, "timezone": NEW_YORK}, NEW_YORK),
        ({"starts": aware("2026-11-24T10:00", "UTC")}, "UTC"),
    ],
    ids=["stdlib", "pendulum", "of starts", "of ends", "given", "UTC by its name"],
)
def test_an_interview_s_zone_is_given_or_that_of_its_times(times: Any, zone: str) -> None:
    assert zone == Interview(**times).timezone


MISSING_ZONE = (
    "timezone: is missing, and the times given carry no IANA zone; give it, as 'Europe/London'"
)


@mistakes(
    ({"starts": utc("2026-11-24T10:00")}, MISSING_ZONE),
    ({"starts": datetime(2026, 11, 24, 10, tzinfo=timezone(HOUR))}, MISSING_ZONE),
    (
        {"starts": pendulum.datetime(2026, 11, 24, 10, tz=pendulum.FixedTimezone(3600))},
        MISSING_ZONE,
    ),
    (
        {"starts": STARTS, "ends": PARIS_ENDS},
        "timezone: could be Europe/London and Europe/Paris, by the times given; "
        "say which is the interview's",
    ),
    (
        {"starts": STARTS, "timezone": "Europe/Londn"},
        "timezone: 'Europe/Londn' is not an IANA time zone; did you mean 'Europe/London'?",
    ),
    (
        {"starts": STARTS, "timezone": ""},
        "timezone: '' is not a line of text; give one line that can be read",
    ),
    (
        {"starts": STARTS, "timezone": ZoneInfo(LONDON)},
        "timezone: zoneinfo.ZoneInfo(key='Europe/London') is not a name; "
        "give the zone's name, as 'Europe/London'",
    ),
)
def test_a_zone_that_is_not_known_for_certain_is_refused(given: Any, problem: str) -> None:
    assert [problem] == problems(Interview, **given)


@pytest.mark.parametrize("medium", ["in-person", "video", "phone", None])
def test_an_interview_is_in_person_or_remote_or_not_known_to_be_either(medium: Any) -> None:
    assert medium == Interview(starts=STARTS, medium=medium).medium


@mistakes(
    ({"medium": "vidoe"}, "medium: 'vidoe' is not known; did you mean 'video'?"),
    (
        {"medium": "zzz"},
        "medium: 'zzz' is not known; use one of: in-person, phone, video",
    ),
    ({"medium": 3}, "medium: 3 is not text; put it in quotes"),
    ({"ends": STARTS - TICK}, "ends: is before starts; give an end after the start"),
    (
        {"ends": ENDS, "left": ENDS - TICK},
        "left: is before ends; give the moment at which you were clear of the building",
    ),
    (
        {"left": STARTS - TICK},
        "left: is before starts; give the moment at which you were clear of the building",
    ),
    (
        {"interviewers": Person(name="Ana")},
        "interviewers: is not a list; put it in a list of Person values",
    ),
    (
        {"interviewers": {"name": "Ana"}},
        "interviewers: is one table, not a list of them; "
        "put it in a list; in TOML, write [[two brackets]] above it",
    ),
    (
        {"interviewers": "Ana"},
        "interviewers: is not a list; put it in a list of Person values",
    ),
    (
        {"interviewers": None},
        "interviewers: is not a list; put it in a list of Person values",
    ),
    (
        {"interviewers": [Person(name="Ana"), "Tom"]},
        "interviewers[1]: 'Tom' is not of class Person; build it with Person(...)",
    ),
    (
        {"interviewers": [Person(name="Ana"), Person(name="Tom"), Person(name="Ana")]},
        "interviewers[2]: is the same one as interviewers[0]; "
        "remove one, or give each a key of its own",
    ),
    (
        {"interviewers": [Person(name="Ana", key="1"), Person(name="Tom", key="1")]},
        "interviewers[1]: is the same one as interviewers[0]; "
        "remove one, or give each a key of its own",
    ),
    (
        {"questions": ["Why?"]},
        "questions[0]: 'Why?' is not of class AskedQuestion; build it with AskedQuestion(...)",
    ),
    (
        {"interviewers": [Person(name="Ana")], "done": [Done(act="x", at=ENDS, to="Anna")]},
        "done[0].to: 'Anna' is not an interviewer here; did you mean 'Ana'?",
    ),
    (
        {"done": [Done(act="x", at=ENDS), Done(act="x", at=ENDS, to="Ana")]},
        "done[1].to: 'Ana' is not an interviewer here; leave it out",
    ),
    (
        {
            "interviewers": [Person(name="Ana", key="1"), Person(name="Ana", key="2")],
            "done": [Done(act="x", at=ENDS, to="Ana")],
        },
        "done[0].to: 'Ana' fits 2 interviewers; give the person's key",
    ),
)
def test_a_wrong_interview_says_what_is_wrong_and_how_to_mend_it(given: Any, problem: str) -> None:
    assert [problem] == problems(Interview, starts=STARTS, **given)


def test_an_interview_may_end_as_it_starts_and_be_left_as_it_ends() -> None:
    short = Interview(starts=STARTS, ends=STARTS, left=STARTS)
    assert (utc("2026-11-24T10:00"),) * 3 == (short.starts, short.ends, short.left)


@pytest.mark.parametrize("starts", ["10:00", None], ids=["wrong", "missing"])
def test_an_end_is_not_compared_with_a_start_that_is_refused(starts: Any) -> None:
    [problem] = problems(Interview, starts=starts, ends=ENDS, left=ENDS)
    assert problem.startswith("starts: ")


def test_an_interview_that_is_moved_keeps_its_key() -> None:
    first = Interview(starts=STARTS, ends=ENDS, key="17")
    moved = evolve(first, starts=STARTS + 24 * HOUR, ends=ENDS + 24 * HOUR)
    assert (first.identity, ENDS + 24 * HOUR) == (moved.identity, moved.ends)
