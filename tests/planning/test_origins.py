"""Where an address comes from another entry of the person, an explanation says from where."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from builders import applied, at, meeting, scheduled_acts, searching
from interview_followup import Application, Interview, Person, explain, read_search, to_dict
from interview_followup.language import person
from interview_followup.language._subject import subjects

NOW = at("2026-12-09 12:00")
FIRST = ("2026-11-24 10:00", "2026-11-24 11:00")
SECOND = ("2026-12-01 10:00", "2026-12-01 11:00")
THIRD = ("2026-12-08 10:00", "2026-12-08 11:00")


def met(times: tuple[str, str], name: str = "Tom Reed", **known: Any) -> Interview:
    return meeting(*times, interviewers=[Person(name=name, **known)])


def address_line(
    application: Application, act: str = "thank-you", of: str = "2026-12-08 10:00"
) -> str:
    """Return the line on the address that an act needs, or goes to."""
    of = next(
        subject.label
        for per in ("application", "person")
        for subject in subjects(searching(application))[per]
        if act in ("ask-recruiter", "chase") or of in subject.label
    )
    text = str(explain(searching(application), act, of=of, now=NOW))
    lines = [line.strip().removesuffix(".") for line in text.splitlines()]
    return next(line for line in lines if line.startswith(("It needs", "It goes")))


@pytest.mark.parametrize(
    ("others", "origin"),
    [
        ([met(FIRST, email="tom@a.example")], ", from the interview of 2026-11-24 10:00"),
        ([met(FIRST, " TOM reed", email="tom@a.example")], ", from the interview of 2026-11-24"),
        ([met(FIRST), met(SECOND, email="tom@a.example")], ", from the interview of 2026-12-01"),
        (
            [met(FIRST, email="tom@a.example"), met(SECOND, email="tom@a.example")],
            ", from the interview of 2026-11-24 10:00",
        ),
        (
            [met(FIRST, email="tom@b.example"), met(SECOND, email="tom@a.example")],
            ", from the interview of 2026-12-01",
        ),
    ],
    ids=["another interview", "another spelling", "a later one", "the first of two", "the least"],
)
def test_an_address_from_another_interview_names_it_in_any_order(
    others: list[Interview], origin: str
) -> None:
    for interviews in permutations([*others, met(THIRD)]):
        line = address_line(applied(*interviews))
        start = f"It needs their e-mail address: tom@a.example [person.email{origin}"
        assert start == line[: len(start)]


def test_of_an_interview_and_the_recruiter_with_one_address_it_is_from_the_interview() -> None:
    recruiter = Person(name="Tom Reed", email="tom@a.example")
    line = address_line(applied(met(FIRST, email="tom@a.example"), met(THIRD), recruiter=recruiter))
    assert "from the interview of 2026-11-24 10:00" in line


def test_an_address_from_the_recruiter_says_so() -> None:
    recruiter = Person(name="tom reed", email="tom@a.example", linkedin="a.example/tom")
    application = applied(met(THIRD), recruiter=recruiter)
    assert (
        "It needs their e-mail address: tom@a.example [person.email, from the recruiter's entry]"
        == address_line(application)
    )
    assert (
        "It needs their LinkedIn profile: a.example/tom "
        "[person.linkedin, from the recruiter's entry]"
    ) == address_line(application, "connect")


def test_of_one_address_in_two_entries_an_interview_is_named_before_the_recruiter() -> None:
    recruiter = Person(name="Tom Reed", email="tom@a.example")
    application = applied(met(FIRST, email="tom@a.example"), met(THIRD), recruiter=recruiter)
    assert "[person.email, from the interview of 2026-11-24 10:00]" in address_line(application)


def test_where_the_recruiter_is_written_to_may_come_from_an_interview() -> None:
    application = applied(met(FIRST, email="tom@a.example"), recruiter=Person(name="TOM  Reed"))
    way = "the way to the recruiter: email to tom@a.example"
    expected = (
        f"It goes by {way} [application.recruiter_route, from the interview of 2026-11-24 10:00]"
    )
    assert expected == address_line(application, "ask-recruiter")
    assert "from the interview of 2026-11-24 10:00]" in address_line(application, "chase")


@pytest.mark.parametrize(
    "application",
    [
        applied(met(THIRD, email="tom@a.example")),
        applied(met(FIRST, email="tom@b.example"), met(THIRD, email="tom@a.example")),
    ],
    ids=["alone", "beside another"],
)
def test_an_address_of_the_entry_itself_comes_from_nowhere_else(application: Application) -> None:
    assert "It needs their e-mail address: tom@a.example [person.email]" == address_line(
        application
    )


def test_what_is_unknown_or_no_address_comes_from_nowhere() -> None:
    application = applied(met(FIRST), met(THIRD), recruiter=Person(name="Rachel Green"))
    assert "It needs their e-mail address: not known [person.email]" == address_line(application)
    assert (
        "It goes by the way to the recruiter: email to Rachel Green [application.recruiter_route]"
        == address_line(application, "ask-recruiter")
    )
    alone = applied(met(THIRD))
    assert "[application.chase_route]" in address_line(alone, "chase")


def test_a_namesake_with_a_key_gives_nothing_to_one_without_nor_takes_it() -> None:
    keyed: dict[str, Any] = {"key": "rec", "email": "tom@a.example", "linkedin": "a.example/tom"}
    known = {"email": "tom@a.example", "linkedin": "a.example/tom"}
    cases = [
        applied(met(FIRST, **keyed), met(THIRD)),
        applied(met(THIRD), recruiter=Person(name="tom  REED", **keyed)),
        applied(met(FIRST, **known), met(THIRD, key="rec")),
        applied(met(FIRST, **keyed), met(THIRD, key="REC")),
    ]
    for application in cases:
        [there] = [
            subject
            for subject in subjects(searching(application))["person"]
            if "2026-12-08" in subject.label
        ]
        for fact in (person.email, person.linkedin):
            assert not isinstance(fact.evaluate(there), str)
        assert "not known [person.email]" in address_line(application)


def test_in_json_an_origin_is_a_key_of_its_own() -> None:
    search = searching(applied(met(FIRST, email="tom@a.example"), met(THIRD)))
    explanation = explain(search, "thank-you", of="Tom Reed", now=NOW)
    [rule] = to_dict(explanation)["rules"]
    [need] = [part for part in rule["parts"] if part["part"] == "needs"]
    assert ("tom@a.example", "person.email", "from the interview of 2026-11-24 10:00") == (
        need["value"],
        need["fact"],
        need["origin"],
    )


SPELLINGS = {
    "rounds": """
[[applications.interviews]]
starts = 2026-11-17T10:00:00
minutes = 60
interviewers = [{ name = "Priya Shah", email = "p@acme.example", linkedin = "linkedin.example/p" }]
done = [{ act = "connect", to = "Priya Shah", at = 2026-11-20T10:00:00 }]
[[applications.interviews]]
starts = 2026-11-24T10:00:00
minutes = 60
interviewers = [{ name = "Priya Shah " }]
""",
    "letters": """
[[applications.interviews]]
starts = 2026-11-24T10:00:00
minutes = 60
interviewers = [{ name = "Jose\u0301", email = "jose@acme.example" }]
done = [{ act = "thank-you", to = "Jos\u00e9", at = 2026-11-24T14:00:00 }]
""",
}


@pytest.mark.parametrize(
    ("spelt", "act", "statuses"),
    [
        ("rounds", "connect", ["done"]),
        ("rounds", "thank-you", ["closed", "open"]),
        ("letters", "thank-you", ["done"]),
    ],
    ids=["asked once to connect", "an address of an earlier round", "thanked"],
)
def test_a_file_is_about_one_person_however_it_spells_the_name(
    tmp_path: Path, spelt: str, act: str, statuses: list[str]
) -> None:
    path = tmp_path / "search.toml"
    head = 'timezone = "Europe/London"\n[[applications]]\nemployer = "Acme"\n'
    path.write_text(head + SPELLINGS[spelt], encoding="utf-8")
    schedule_ = [
        scheduled.status(at("2026-11-24 15:00"))[0]
        for scheduled in scheduled_acts(read_search(path), act)
    ]
    assert statuses == schedule_
