"""Replacement: another value in place of an application, an interview or a person."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from builders import applied, at, did, meeting, priya, searching, tom
from interview_followup import Application, Interview, JobSearch, Person, SetAside
from mistakes import mistakes, problems

MET = meeting(interviewers=[priya(), tom()])
AGAIN = meeting("2026-12-01 10:00", "2026-12-01 11:00")
ACME = applied(MET, AGAIN, recruiter=priya())
GLOBEX = applied(meeting(interviewers=[tom()]), employer="Globex")
SEARCH = searching(ACME, GLOBEX, done=[did("keep-looking", "2026-12-01 09:00")])


def test_an_application_is_replaced() -> None:
    heard = evolve(ACME, heard=date(2026, 12, 2))
    changed = SEARCH.replace(ACME, heard)
    assert evolve(SEARCH, applications=[heard, GLOBEX]) == changed
    assert changed.applications[0] is heard
    assert changed.applications[1] is GLOBEX


def test_an_interview_is_replaced_where_it_stands() -> None:
    moved = AGAIN.move(starts=at("2026-12-02 10:00"))
    changed = SEARCH.replace(AGAIN, moved)
    assert evolve(SEARCH, applications=[evolve(ACME, interviews=[MET, moved]), GLOBEX]) == changed
    assert changed.applications[0].interviews[0] is MET


def test_an_interview_is_replaced_everywhere() -> None:
    search = searching(applied(MET), applied(MET, AGAIN, employer="Globex"))
    video = evolve(MET, medium="video")
    assert searching(applied(video), applied(video, AGAIN, employer="Globex")) == search.replace(
        MET, video
    )


def test_a_person_is_replaced_everywhere_as_interviewer_and_as_recruiter() -> None:
    new = priya(phone="020 7946 0000")
    changed = SEARCH.replace(priya(), new)
    acme = evolve(
        ACME,
        interviews=[evolve(MET, interviewers=[new, tom()]), evolve(AGAIN, interviewers=[new])],
        recruiter=new,
    )
    assert evolve(SEARCH, applications=[acme, GLOBEX]) == changed
    assert changed.applications[1] is GLOBEX


def test_a_recruiter_is_replaced_where_no_interviewer_is() -> None:
    rachel, rose = Person(name="Rachel"), Person(name="Rose")
    assert applied(MET, recruiter=rose) == searching(applied(MET, recruiter=rachel)).replace(
        rachel, rose
    ).application("Acme")


@pytest.mark.parametrize(
    ("old", "new", "to"),
    [
        (tom(), Person(name="Thomas Reed"), "Thomas Reed"),
        (tom(), Person(name="Tom Reed", key=7), "7"),
        (Person(name="Tom Reed", key=7), Person(name="Tom Reed", key=8), "8"),
        (Person(name="Tom Reed", key=7), tom(), "Tom Reed"),
    ],
    ids=["a new name", "a first key", "a new key", "no key any more"],
)
def test_acts_that_name_a_person_name_the_new_one(old: Person, new: Person, to: str) -> None:
    by = old.addressee
    done = [
        did("thank-you", "2026-11-24 14:00", by),
        did("thank-you", "2026-11-24 14:00", "Priya Shah"),
        did("debrief", "2026-11-24 15:00"),
    ]
    set_aside = [SetAside(act="connect", to=by), SetAside(act="connect", to="Priya Shah")]
    met = meeting(interviewers=[priya(), old], done=done, set_aside=set_aside)
    [changed] = searching(applied(met)).replace(old, new).application("Acme").interviews
    assert [to, "Priya Shah", None] == [act.to for act in changed.done]
    assert [to, "Priya Shah"] == [act.to for act in changed.set_aside]
    assert (priya(), new) == changed.interviewers


def test_an_act_that_names_a_person_by_name_names_the_new_one_by_key() -> None:
    keyed = Person(name="Ana", key=7)
    met = meeting(interviewers=[keyed], done=[did("thank-you", "2026-11-24 14:00", "Ana")])
    search = searching(applied(met)).replace(keyed, Person(name="Anna", key=7))
    assert ["7"] == [act.to for act in search.application("Acme").interviews[0].done]


@pytest.mark.parametrize("part", [ACME, AGAIN, tom()], ids=["application", "interview", "person"])
def test_a_value_may_be_replaced_by_itself_or_its_equal(part: Any) -> None:
    assert SEARCH == SEARCH.replace(part, part)
    assert SEARCH == SEARCH.replace(part, evolve(part))


def test_a_replacement_leaves_the_search_as_it_was() -> None:
    before = repr(SEARCH)
    SEARCH.replace(AGAIN, evolve(AGAIN, medium="video"))
    assert before == repr(SEARCH)


def test_people_who_are_not_known_are_not_replaced() -> None:
    nobody = searching(applied(meeting(interviewers=None)))
    assert [
        "old: Person(name='Tom Reed') is not in the search; take it from this search"
    ] == problems(lambda: nobody.replace(tom(), priya()))


@mistakes(
    (
        (Person(name="Ana"), tom()),
        "old: Person(name='Ana') is not in the search; take it from this search",
    ),
    (
        (Application(employer="Initech"), ACME),
        "old: Application(employer='Initech') is not in the search; take it from this search",
    ),
    (
        ("Acme", ACME),
        "old: 'Acme' is not an Application, an Interview or a Person; take it from the search",
    ),
    (
        (None, None),
        "old: None is not an Application, an Interview or a Person; take it from the search",
    ),
    ((ACME, "Acme"), "new: 'Acme' is not of class Application; build it with Application(...)"),
    ((AGAIN, None), "new: None is not of class Interview; build it with Interview(...)"),
    ((tom(), "Tom"), "new: 'Tom' is not of class Person; build it with Person(...)"),
    (
        (ACME, evolve(GLOBEX, interviews=())),
        "applications[1]: is the same one as applications[0]; "
        "remove one, or give each a key of its own",
    ),
    (
        (AGAIN, evolve(AGAIN, starts=MET.starts, ends=MET.ends)),
        "interviews[1]: is the same one as interviews[0]; "
        "remove one, or give each a key of its own",
    ),
    (
        (tom(), Person(name="Priya Shah")),
        "interviewers[1]: is the same one as interviewers[0]; "
        "remove one, or give each a key of its own",
    ),
)
def test_what_cannot_be_replaced_is_refused(given: tuple[Any, Any], problem: str) -> None:
    assert [problem] == problems(lambda: SEARCH.replace(*given))


class Cohort(JobSearch):
    """A host's own class of search."""


class Screening(Interview):
    """A host's own class of interview."""


def test_a_value_of_a_class_of_its_own_takes_the_place() -> None:
    screening = Screening(starts=AGAIN.starts, timezone="Europe/London")
    search = Cohort(timezone="Europe/London", applications=[ACME])
    changed = search.replace(AGAIN, screening)
    assert type(changed) is Cohort
    assert changed.applications[0].interviews[1] is screening
