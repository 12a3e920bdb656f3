"""Look-up: the one application, interview or person of a name, a start or a key."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pendulum
import pytest

from builders import LONDON, NEW_YORK, TICK, applied, at, meeting, priya, searching, tom
from interview_followup import Application, Interview, Person
from mistakes import mistakes, problems

STARTS = at("2026-11-24 10:00")
FIRST = meeting(key="first")
SECOND = meeting("2026-12-01 14:00", "2026-12-01 15:00", zone=NEW_YORK)
SOME_DAY = Interview(starts=date(2026, 12, 8), timezone=LONDON)
ACME = applied(FIRST, SECOND, SOME_DAY, key=17)
GLOBEX = Application(employer="Globex", role="Cook")
ROLE_ALONE = Application(role="Baker", key="b")
SEARCH = searching(ACME, GLOBEX, ROLE_ALONE)


# -- applications ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Globex", GLOBEX),
        ("Cook", GLOBEX),
        ("Globex, Cook", GLOBEX),
        ("gLOBEX", GLOBEX),
        ("Baker", ROLE_ALONE),
        ("Data engineer", ACME),
    ],
    ids=["employer", "role", "both", "in other letters", "a role alone", "a role of two words"],
)
def test_an_application_is_found_by_its_employer_or_role_or_both(
    name: str, expected: Application
) -> None:
    assert SEARCH.application(name) is expected


@pytest.mark.parametrize("key", ["17", 17], ids=["a text", "a whole number"])
def test_an_application_is_found_by_its_key(key: Any) -> None:
    assert SEARCH.application(key=key) is ACME


def test_a_key_is_no_name_and_a_name_no_key() -> None:
    assert [
        "application: '17' is not on record; give one of 'Acme', 'Data engineer', "
        "'Acme, Data engineer', 'Globex', 'Cook', 'Globex, Cook', 'Baker'"
    ] == problems(SEARCH.application, name="17")
    assert ["application: the key 'Globex' is not on record; give one of '17', 'b'"] == problems(
        SEARCH.application, key="Globex"
    )


@mistakes(
    ({"name": "Globx"}, "application: 'Globx' is not on record; did you mean 'Globex'?"),
    ({"key": "171"}, "application: the key '171' is not on record; did you mean '17'?"),
    (
        {"key": 10**5000},
        "application: the key number too long to be shown is not on record; give one of '17', 'b'",
    ),
    ({"key": True}, "application: the key True is not on record; give one of '17', 'b'"),
    ({}, "application: is to be found by nothing, or by two things; give one of the two"),
    (
        {"name": " ", "key": float("nan")},
        "application: is to be found by nothing, or by two things; give one of the two",
    ),
    (
        {"name": "Globex", "key": "17"},
        "application: is to be found by nothing, or by two things; give one of the two",
    ),
)
def test_an_application_that_is_not_there_is_named_with_the_near_one(
    given: Any, problem: str
) -> None:
    assert [problem] == problems(SEARCH.application, **given)


def test_a_name_that_fits_several_is_refused_with_what_tells_them_apart() -> None:
    search = searching(Application(employer="Acme", role="Cook"), ACME)
    assert [
        "application: 'acme' fits 2 of them; give one of 'Acme, Cook', 'Acme, Data engineer'"
    ] == problems(search.application, name="acme")


@mistakes(
    (
        [applied(key="1"), applied(key="2")],
        "application: 'Acme' fits 2 of them; give the key of one of them, as key=...",
    ),
    (
        [applied(), Application(employer="ACME", key="1")],
        "application: 'Acme' fits 2 of them; give the key of one of them, as key=...",
    ),
)
def test_where_no_name_tells_them_apart_a_key_does(given: list[Application], problem: str) -> None:
    assert [problem] == problems(searching(*given).application, name="Acme")


def test_of_two_of_one_name_each_is_found_by_its_key() -> None:
    twins = searching(applied(key="1"), applied(key="2"))
    assert ["1", "2"] == [twins.application(key=key).key for key in (1, 2)]


def test_where_there_is_none_one_is_to_be_added() -> None:
    assert ["application: 'Acme' is not on record; add it first"] == problems(
        searching().application, name="Acme"
    )
    assert ["application: the key 17 is not on record; add it first"] == problems(
        searching(GLOBEX).application, key=17
    )


# -- interviews -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("starts", "expected"),
    [
        (STARTS, FIRST),
        (pendulum.datetime(2026, 11, 24, 11, tz="Europe/Paris"), FIRST),
        (at("2026-12-01 14:00", NEW_YORK), SECOND),
        (date(2026, 11, 24), FIRST),
        (pendulum.date(2026, 12, 1), SECOND),
        (date(2026, 12, 8), SOME_DAY),
    ],
    ids=["a moment", "elsewhere", "its own zone's", "a day", "pendulum's day", "a day alone"],
)
def test_an_interview_is_found_by_the_moment_or_the_day_on_which_it_starts(
    starts: date, expected: Interview
) -> None:
    assert ACME.interview(starts) is expected


@pytest.mark.parametrize("wall", ["2026-11-24 00:00", "2026-11-24 23:59:59.999999"])
def test_the_day_of_an_interview_is_one_of_its_own_zone(wall: str) -> None:
    """In London, it is the day before and the day after."""
    for zone in ("Pacific/Kiritimati", "Etc/GMT+12"):
        met = Interview(starts=at(wall, zone))
        assert Application(interviews=[met]).interview(date(2026, 11, 24)) is met


def test_the_day_of_an_interview_may_be_one_that_its_zone_skipped() -> None:
    skipped = Interview(starts=date(2011, 12, 30), timezone="Pacific/Apia")
    assert Application(interviews=[skipped]).interview(date(2011, 12, 30)) is skipped


def test_an_interview_of_which_only_the_day_is_known_is_not_found_by_a_moment() -> None:
    assert [
        "interview: '2026-12-08 00:00:00+00:00' is not on record; give one of '2026-12-08'"
    ] == problems(applied(SOME_DAY).interview, starts=at("2026-12-08 00:00"))


def test_an_interview_is_found_by_its_key() -> None:
    assert ACME.interview(key="first") is FIRST


@mistakes(
    (
        {"starts": STARTS + TICK},
        "interview: '2026-11-24 10:00:00.000001+00:00' is not on record; "
        "give one of '2026-11-24 10:00', '2026-12-01 14:00', '2026-12-08'",
    ),
    (
        {"starts": STARTS - TICK},
        "interview: '2026-11-24 09:59:59.999999+00:00' is not on record; "
        "give one of '2026-11-24 10:00', '2026-12-01 14:00', '2026-12-08'",
    ),
    (
        {"starts": at("2026-11-24 11:00")},
        "interview: '2026-11-24 11:00:00+00:00' is not on record; "
        "give one of '2026-11-24 10:00', '2026-12-01 14:00', '2026-12-08'",
    ),
    (
        {"starts": datetime(2026, 11, 24, 10)},  # noqa: DTZ001
        "interview: 2026-11-24T10:00:00 has no time zone; "
        "give it one, as in datetime(..., tzinfo=ZoneInfo('Europe/London'))",
    ),
    (
        {"starts": "2026-11-24"},
        "interview: '2026-11-24' is not a date; give a date, or a time with a zone",
    ),
    (
        {"starts": date(2200, 1, 1)},
        "interview: 2200-01-01 is not between 1970 and 2200; check the year",
    ),
    ({}, "interview: is to be found by nothing, or by two things; give one of the two"),
    (
        {"starts": STARTS, "key": "first"},
        "interview: is to be found by nothing, or by two things; give one of the two",
    ),
    ({"key": "frist"}, "interview: the key 'frist' is not on record; did you mean 'first'?"),
)
def test_an_interview_that_is_not_there_is_named_with_the_near_one(
    given: Any, problem: str
) -> None:
    assert [problem] == problems(ACME.interview, **given)


def test_a_day_with_two_interviews_is_refused_with_their_starts() -> None:
    busy = applied(meeting(), meeting("2026-11-24 14:00", "2026-11-24 15:00"))
    assert [
        "interview: '2026-11-24' fits 2 of them; give one of '2026-11-24 10:00', '2026-11-24 14:00'"
    ] == problems(busy.interview, starts=date(2026, 11, 24))
    assert busy.interview(at("2026-11-24 14:00")) is busy.interviews[1]


def test_of_two_interviews_of_a_day_of_which_one_has_no_more_a_key_is_asked_for() -> None:
    busy = applied(meeting(), Interview(starts=date(2026, 11, 24), timezone=LONDON))
    assert [
        "interview: '2026-11-24' fits 2 of them; give the key of one of them, as key=..."
    ] == problems(busy.interview, starts=date(2026, 11, 24))


# -- people ---------------------------------------------------------------------------------------


def test_a_person_is_found_by_name_or_key() -> None:
    keyed = Person(name="Ana", key=7)
    met = meeting(interviewers=[priya(), tom(), keyed])
    assert met.person("Priya Shah") is met.people[0]
    assert met.person("tom REED") is met.people[1]
    assert met.person("Ana") is keyed
    assert (keyed, keyed) == (met.person(key=7), met.person(key="7"))


@mistakes(
    ({"name": "Priya Shaw"}, "person: 'Priya Shaw' is not on record; did you mean 'Priya Shah'?"),
    ({"name": "Zoë"}, "person: 'Zoë' is not on record; give one of 'Priya Shah', 'Ana'"),
    ({"name": "Ana"}, "person: 'Ana' fits 2 of them; give the key of one of them, as key=..."),
    ({"name": 2}, "person: 2 is not a name; give a name, or a key as key=..."),
    (
        {"name": 10**5000},
        "person: number too long to be shown is not a name; give a name, or a key as key=...",
    ),
    ({"key": "3"}, "person: the key '3' is not on record; give one of '1', '2'"),
    ({}, "person: is to be found by nothing, or by two things; give one of the two"),
)
def test_a_person_who_is_not_there_is_named_with_the_near_one(given: Any, problem: str) -> None:
    twins = [Person(name="Ana", key=key) for key in (1, 2)]
    assert [problem] == problems(meeting(interviewers=[priya(), *twins]).person, **given)


@pytest.mark.parametrize("interviewers", [None, ()], ids=["unknown", "nobody"])
def test_of_an_interview_without_people_nobody_is_found(interviewers: Any) -> None:
    assert ["person: 'Ana' is not on record; add it first"] == problems(
        meeting(interviewers=interviewers).person, name="Ana"
    )
