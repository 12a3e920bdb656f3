"""The facts about a person: what they give, and what where something is missing."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import permutations
from typing import Any

import pytest
from attrs import evolve

from builders import (
    applied,
    at,
    did,
    meeting,
    priya,
    searching,
    tom,
)
from expressions import subject_of
from facts import (
    ACME,
    missing,
    question,
)
from interview_followup import (
    Application,
    Done,
    Interview,
    Person,
)
from interview_followup.language import (
    Expression,
    Unknown,
    interview,
    person,
)
from interview_followup.language._missing import Missing
from interview_followup.language._subject import subjects, whoever

AGAIN = ("2026-12-01 10:00", "2026-12-01 11:00")


def of_tom(fact: Expression[Any], *applications: Application) -> Any:
    """Return a fact of the Tom Reed whom Acme's interview of 24 November 2026 is with."""
    of = f"Tom Reed · {ACME} · 2026-11-24 10:00"
    return fact.evaluate(subject_of(searching(*applications), "person", of=of))


def met_tom(done: Iterable[Done] = (), **known: Any) -> Interview:
    return meeting(interviewers=[Person(name="Tom Reed", **known)], done=done)


def met_again(name: str = "Tom Reed", **known: Any) -> Interview:
    return meeting(*AGAIN, interviewers=[Person(name=name, **known)])


DETAILS = [
    pytest.param(person.email, "email", id="email"),
    pytest.param(person.linkedin, "linkedin", id="linkedin"),
]
AT_ACME = {"email": "tom@acme.example", "linkedin": "acme.example/tom"}
AT_HOME = {"email": "tom@home.example", "linkedin": "home.example/tom"}


@pytest.mark.parametrize(("fact", "name"), DETAILS)
def test_a_detail_of_a_person_is_known_anywhere_in_the_application(
    fact: Expression[str], name: str
) -> None:
    known: dict[str, Any] = {name: AT_ACME[name]}
    other: dict[str, Any] = {name: AT_HOME[name]}
    recruiter = Person(name="Tom Reed", **known)
    assert AT_ACME[name] == of_tom(fact, applied(met_tom(**known)))
    assert AT_ACME[name] == of_tom(fact, applied(met_again(**known), met_tom()))
    assert AT_ACME[name] == of_tom(fact, applied(met_tom(), recruiter=recruiter))
    assert AT_ACME[name] == of_tom(fact, applied(met_again(**other), met_tom(**known)))


@pytest.mark.parametrize(("fact", "name"), DETAILS)
def test_a_detail_of_a_person_is_unknown_elsewhere(fact: Expression[str], name: str) -> None:
    known: dict[str, Any] = {name: AT_ACME[name]}
    for applications in (
        [applied(met_tom())],
        [applied(met_tom()), applied(met_tom(**known), employer="Bolt")],
        [applied(met_tom(), met_again(name="Thomas Reed", **known))],
        [applied(met_tom(), recruiter=Person(name="Rachel Green", **known))],
    ):
        unknown = of_tom(fact, *applications)
        expected = [(f"person.{name}", f"Tom Reed · {ACME} · 2026-11-24 10:00")]
        assert expected == missing(unknown)


@pytest.mark.parametrize(("fact", "name"), DETAILS)
def test_a_detail_of_a_person_is_asked_for_once(fact: Expression[str], name: str) -> None:
    expected = [(f"person.{name}", f"Tom Reed · {ACME} · 2026-11-24 10:00")]
    for interviews in permutations([met_tom(), met_again()]):
        people = subjects(searching(applied(*interviews)))["person"]
        assert [expected] * 2 == [missing(fact.evaluate(subject)) for subject in people]


def test_of_namesakes_the_order_of_interviewers_does_not_decide_whom_to_ask_about() -> None:
    namesakes = [Person(name="Tom Reed", key=key) for key in "78"]
    questions: set[Missing] = set()
    for interviewers in permutations(namesakes):
        job = applied(meeting(interviewers=interviewers), met_again())
        here = subject_of(searching(job), "person", of=f"Tom Reed · {ACME} · 2026-12-01")
        unknown = person.email.evaluate(here)
        assert isinstance(unknown, Unknown)
        questions |= unknown.missing
    assert 1 == len(questions)


def test_questions_about_a_person_name_the_person() -> None:
    alone = applied(met_tom())
    assert "What is {person}'s e-mail address?" == question(of_tom(person.email, alone))
    assert "Have you found {person} on LinkedIn?" == question(of_tom(person.linkedin, alone))


@pytest.mark.parametrize("keys", [("a", "b"), ("b", "a")], ids=["in order", "against it"])
def test_a_person_is_met_for_the_first_time_at_one_interview(keys: tuple[str, str]) -> None:
    first, again = (
        evolve(met, key=key) for met, key in zip((met_tom(), met_again()), keys, strict=True)
    )
    for interviews in permutations([first, again]):
        met = {
            subject.interview.key: person.first_meeting.evaluate(subject)
            for subject in subjects(searching(applied(*interviews)))["person"]
        }
        assert {first.key: True, again.key: False} == met


SAME = [
    pytest.param({"key": "7"}, {"key": "7"}, True, id="one key"),
    pytest.param({"key": "7"}, {"key": "7", "name": "Thomas Reed"}, True, id="another name"),
    pytest.param({"key": "7"}, {"key": "8"}, False, id="two keys"),
    pytest.param({"key": "7"}, {}, False, id="a key only here"),
    pytest.param({}, {"key": "7"}, False, id="a key only there"),
    pytest.param({}, {}, True, id="no keys"),
    pytest.param({}, {"name": "Thomas Reed"}, False, id="no keys and another name"),
    pytest.param({}, {"key": "Tom Reed", "name": "Thomas Reed"}, False, id="a key like a name"),
]


@pytest.mark.parametrize(("here", "there", "same"), SAME)
@pytest.mark.parametrize(("fact", "name"), DETAILS)
def test_people_are_the_same_by_their_keys_or_where_neither_has_one_by_their_names(
    fact: Expression[str], name: str, here: dict[str, Any], there: dict[str, Any], same: bool
) -> None:
    again = met_again(**there, **{name: AT_ACME[name]})
    assert same is isinstance(of_tom(fact, applied(met_tom(**here), again)), str)


@pytest.mark.parametrize(("here", "there", "same"), SAME)
@pytest.mark.parametrize("called", ["by key", "by name"])
def test_asking_a_person_to_connect_counts_for_the_same_one_elsewhere(
    called: str, here: dict[str, Any], there: dict[str, Any], same: bool
) -> None:
    [again] = met_again(**there).people
    to = again.name if called == "by name" else again.key or again.name
    later = meeting(*AGAIN, interviewers=[again], done=[did("connect", "2026-12-03 10:00", to=to)])
    assert same is of_tom(person.connected, applied(met_tom(**here), later))


def test_of_two_addresses_known_elsewhere_the_order_of_interviews_decides_nothing() -> None:
    one = met_again(email="tom@acme.example")
    other = meeting(
        "2026-12-02 10:00",
        "2026-12-02 11:00",
        interviewers=[Person(name="Tom Reed", email="tom@home.example")],
    )
    addresses = {
        of_tom(person.email, applied(*interviews))
        for interviews in permutations([met_tom(), one, other])
    }
    assert 1 == len(addresses)


@pytest.mark.parametrize(("here", "there", "same"), SAME)
def test_a_recruiter_with_an_address_is_the_interviewer_by_key_or_where_neither_has_one_by_name(
    here: dict[str, Any], there: dict[str, Any], same: bool
) -> None:
    recruiter = Person(**{"name": "Tom Reed", "email": "tom@agency.example", **there})
    known = of_tom(person.email, applied(met_tom(**here), recruiter=recruiter))
    assert same is (known == "tom@agency.example")


def test_of_namesakes_with_keys_each_has_an_address_and_an_act_of_their_own() -> None:
    one, other = (Person(name="Tom Reed", key=key) for key in "78")
    again = meeting(
        *AGAIN,
        interviewers=[Person(name="Tom Reed", key="7", email="tom@acme.example")],
        done=[did("connect", "2026-12-03 10:00", to="Tom Reed")],
    )
    job = searching(applied(meeting(interviewers=[one, other]), again))
    first, second = (
        subject_of(job, "person", of=f"Tom Reed ({key}) · {ACME} · 2026-11-24") for key in "78"
    )
    assert "tom@acme.example" == person.email.evaluate(first)
    assert isinstance(person.email.evaluate(second), Unknown)
    assert [True, False] == [person.connected.evaluate(namesake) for namesake in (first, second)]


def test_what_did_not_take_place_is_not_where_a_person_is_asked_about_if_there_is_another() -> None:
    void = meeting("2026-11-20 10:00", "2026-11-20 11:00", not_held="cancelled")
    void = evolve(void, interviewers=[tom()])
    for interviews in permutations([void, met_tom(), met_again()]):
        expected = [("person.email", f"Tom Reed · {ACME} · 2026-11-24 10:00")]
        for somebody in subjects(searching(applied(*interviews)))["person"]:
            assert expected == missing(person.email.evaluate(somebody))
    for interviews in permutations([void, evolve(met_again(), not_held="no-show")]):
        expected = [("person.email", f"Tom Reed · {ACME} · 2026-11-20 10:00")]
        for somebody in subjects(searching(applied(*interviews)))["person"]:
            assert expected == missing(person.email.evaluate(somebody))


@pytest.mark.parametrize("fact", [person.email, person.linkedin, person.connected], ids=str)
def test_of_whoever_was_met_nothing_is_known(fact: Expression[Any]) -> None:
    """Not even what is known elsewhere of one person and another."""
    nobody_told = meeting(interviewers=None)
    job = searching(applied(nobody_told, met_again(**AT_ACME)))
    [somebody] = whoever(subjects(job)["interview"])
    unknown = fact.evaluate(somebody)
    assert [("interview.interviewers", f"{ACME} · 2026-11-24 10:00")] == missing(unknown)
    assert "Whom did you meet at the interview with {employer} on {day}?" == question(unknown)
    assert at("2026-11-24 11:00") == interview.ends.evaluate(somebody)


def asked_to_connect(to: str, act: str = "connect", **more: Any) -> Interview:
    return meeting(*AGAIN, done=[did(act, "2026-12-03 10:00", to=to)], **more)


@pytest.mark.parametrize(
    ("applications", "expected"),
    [
        pytest.param([applied(met_tom())], False, id="nowhere"),
        pytest.param(
            [applied(met_tom(done=[did("connect", "2026-11-27 10:00", to="Tom Reed")]))],
            True,
            id="at this interview",
        ),
        pytest.param(
            [applied(met_tom(), asked_to_connect("Tom Reed", interviewers=[tom()]))],
            True,
            id="at another interview",
        ),
        pytest.param(
            [
                applied(met_tom()),
                applied(asked_to_connect("Tom Reed", interviewers=[tom()]), employer="Bolt"),
            ],
            False,
            id="in another application",
        ),
        pytest.param(
            [applied(met_tom(), asked_to_connect("Tom Reed", "thank-you", interviewers=[tom()]))],
            False,
            id="another act",
        ),
        pytest.param(
            [applied(met_tom(), asked_to_connect("Tom Reed", "call", interviewers=[tom()]))],
            False,
            id="an act before it in the alphabet",
        ),
        pytest.param(
            [applied(met_tom(), asked_to_connect("Priya Shah", interviewers=[priya(), tom()]))],
            False,
            id="another person",
        ),
        pytest.param(
            [applied(met_tom(done=[did("connect", "2026-12-03 10:00")]))],
            False,
            id="nobody named",
        ),
    ],
)
def test_you_have_asked_a_person_to_connect_once_for_the_whole_application(
    applications: list[Application], expected: bool
) -> None:
    assert expected is of_tom(person.connected, *applications)
