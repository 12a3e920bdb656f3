"""Names: two spellings are one, and each is shown as given, with its blanks put right."""

from __future__ import annotations

from typing import Any
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import LONDON, TICK, applied, at, meeting, scheduled_act, searching
from interview_followup import Application, Done, JobSearch, Person, SetAside, check, plan
from interview_followup.model._names import compared, put_right
from mistakes import problems

ENDS = at("2026-11-24 11:00")

SPELLINGS = {
    "as it is": ("José Shah", "José Shah"),
    "decomposed": ("José Shah", normalize("NFD", "José Shah")),
    "other letters": ("José Shah", "JOSÉ shah"),
    "a blank before it": ("José Shah", " José Shah"),
    "a blank after it": ("José Shah", "José Shah "),
    "doubled blanks": ("José Shah", "José   Shah"),
    "a line end": ("José Shah", "José\nShah\r\n"),
    "a tab": ("José Shah", "José\tShah"),
    "a no-break space": ("José Shah", "José\u00a0Shah"),
    "another line end": ("José Shah", "José\u2028Shah\x85"),
    "all at once": ("José Shah", normalize("NFD", "\n JOSÉ \u3000 SHAH")),
    "a sharp s": ("Anna Weiß", "ANNA WEISS"),
    "a dotted i, composed or not": ("İnci Er", "I\u0307NCI ER"),
    "a mark below an iota": ("\u1fb3", "\u0391\u0345"),
}
OTHERS = {
    "another name": ("José Shah", "Jose Shah"),
    "no blank": ("José Shah", "JoséShah"),
    "a hyphen": ("José Shah", "José-Shah"),
    "a joiner": (
        "\u0639\u0644\u06cc\u200c\u0631\u0636\u0627",
        "\u0639\u0644\u06cc\u0631\u0636\u0627",
    ),
    "wide letters": ("Acme", "\uff21\uff43\uff4d\uff45"),
}


@pytest.mark.parametrize(("name", "other"), SPELLINGS.values(), ids=SPELLINGS)
def test_two_spellings_of_a_name_are_one(name: str, other: str) -> None:
    assert compared(name) == compared(other)
    assert Person(name=name).is_one_with(Person(name=other))
    assert Person(name=name).is_called(other)
    one, two = (Application(employer=spelling, role=spelling) for spelling in (name, other))
    assert one.identity == two.identity


@pytest.mark.parametrize(("name", "other"), OTHERS.values(), ids=OTHERS)
def test_what_is_written_with_other_letters_is_another_name(name: str, other: str) -> None:
    assert compared(name) != compared(other)
    assert not Person(name=name).is_one_with(Person(name=other))


@given(st.text())
def test_the_form_in_which_a_name_is_compared_hangs_on_nothing_but_its_letters(name: str) -> None:
    form = compared(name)
    assert form == compared(form) == compared(put_right(name)) == compared(f" {name}\n")
    assert form == compared(normalize("NFD", name)) == compared(normalize("NFC", name))


@pytest.mark.parametrize(
    ("given_", "shown"),
    [
        (" José  Shah\n", "José Shah"),
        ("José\r\nShah", "José Shah"),
        ("Acme\tLtd", "Acme Ltd"),
        ("\u3000山田\u3000太郎\u3000", "山田\u3000太郎"),
        ("Jean\u00a0Luc", "Jean\u00a0Luc"),
        ("Jean \u00a0Luc", "Jean Luc"),
        ("Jose\u0301", "Jose\u0301"),
    ],
    ids=["blanks", "CR", "tab", "wide blank", "no-break space", "two blanks", "decomposed"],
)
def test_a_name_is_shown_as_given_with_its_blanks_put_right(given_: str, shown: str) -> None:
    assert shown == Person(name=given_).name
    job = Application(employer=given_, role=given_)
    assert (shown, shown) == (job.employer, job.role)
    assert (shown, shown) == (
        Done(act="x", at=ENDS, to=given_).to,
        SetAside(act="x", to=given_).to,
    )


@pytest.mark.parametrize("value", [" \n", "\u00a0", "\u2028"])
def test_a_name_of_blanks_alone_is_none(value: str) -> None:
    assert ["name: is missing; give it"] == problems(Person, name=value)
    assert (None, None) == (
        Application(employer=value).employer,
        Done(act="x", at=ENDS, to=value).to,
    )


# -- what hangs on them ---------------------------------------------------------------------------


def with_jose(employer: str, name: str, to: str | None = None) -> JobSearch:
    done = [Done(act="connect", at=ENDS, to=to)] if to else []
    met = meeting(interviewers=[Person(name=name, email="jose@acme.example")], done=done)
    return searching(applied(met, employer=employer))


@pytest.mark.parametrize(("name", "other"), SPELLINGS.values(), ids=SPELLINGS)
def test_ids_stay_the_same_however_names_are_spelt(name: str, other: str) -> None:
    one, two = with_jose(name, name), with_jose(other, other)
    for act in ("thank-you", "debrief", "chase"):
        before, after = scheduled_act(one, act), scheduled_act(two, act)
        assert (before.uid, before.subject.path) == (after.uid, after.subject.path)
        assert before.subject == after.subject
    thank_you = next(action for action in plan(one, now=ENDS).actions if action.act == "thank-you")
    [met] = two.record(thank_you, at=ENDS).applications[0].interviews
    assert [compared(name)] == [compared(done.to or "") for done in met.done]


@pytest.mark.parametrize(("name", "other"), SPELLINGS.values(), ids=SPELLINGS)
def test_what_is_looked_up_is_found_however_it_is_spelt(name: str, other: str) -> None:
    search = with_jose(name, name, to=other)
    application = search.application(other)
    [met] = application.interviews
    assert (application, met.people[0]) == (search.applications[0], met.person(other))
    assert application == search.application(f"{put_right(other)},  DATA Engineer")
    assert check(search, "thank-you", at=ENDS, of=other)
    label = f"{other} ·  {put_right(other)}, data engineer · 2026-11-24 10:00"
    assert check(search, "thank-you", at=ENDS, of=label)
    assert "done" == scheduled_act(search, "connect").status(ENDS)[0]


@pytest.mark.parametrize(("name", "other"), SPELLINGS.values(), ids=SPELLINGS)
def test_two_spellings_in_one_place_are_alike(name: str, other: str) -> None:
    twice = [Person(name=name), Person(name=other)]
    mend = "remove one, or give each a key of its own"
    assert [f"interviewers[1]: is the same one as interviewers[0]; {mend}"] == problems(
        meeting, interviewers=twice
    )
    jobs = [applied(employer=spelling) for spelling in (name, other)]
    assert [f"applications[1]: is the same one as applications[0]; {mend}"] == problems(
        JobSearch, timezone=LONDON, applications=jobs
    )
    keyed = meeting(interviewers=[Person(name=key, key=key) for key in ("a", "b")])
    assert 2 == len(keyed.people)


def test_what_is_set_aside_or_replaced_is_found_however_it_is_spelt() -> None:
    search = with_jose("Acme", "José", to=" JOSÉ ")
    thank_you = next(
        action for action in plan(search, now=ENDS).actions if action.act == "thank-you"
    )
    aside = SetAside(act="thank-you", to="josé")
    [met] = search.applications[0].interviews
    quiet = search.replace(met, meeting(interviewers=met.people, done=met.done, set_aside=[aside]))
    assert "set-aside" == scheduled_act(quiet, "thank-you").status(ENDS)[0]
    assert search == quiet.resume(thank_you)
    renamed = quiet.replace(met.people[0], Person(name="Joe"))
    [again] = renamed.applications[0].interviews
    assert ("Joe", "Joe") == (again.done[0].to, again.set_aside[0].to)


def test_a_key_is_a_name_of_its_own_to_the_letter() -> None:
    """An act means the person of a key, and only without one those of a name."""
    toms = [Person(name="Tom", key="tom"), Person(name="Tom", key="other")]
    met = meeting(interviewers=toms, done=[Done(act="thank-you", at=ENDS, to="tom")])
    statuses = {
        key: scheduled_act(searching(applied(met)), "thank-you", of=f"({key})").status(ENDS)[0]
        for key in ("tom", "other")
    }
    assert {"tom": "done", "other": "needs-fact"} == statuses
    mend = "give the person's key"
    assert [f"done[0].to: 'Tom' fits 2 interviewers; {mend}"] == problems(
        meeting, interviewers=toms, done=[Done(act="thank-you", at=ENDS, to="Tom")]
    )
    assert not Person(name="Ana", key="A7").is_one_with(Person(name="Ana", key="a7"))
    assert not Person(name="Ana", key="A7").is_called("a7")


def test_of_a_key_an_act_puts_the_blanks_right() -> None:
    spaced = Person(name="Ana", key="7  ")
    met = meeting(interviewers=[spaced], done=[Done(act="connect", at=ENDS, to=spaced.addressee)])
    assert ("7  ", "7") == (spaced.key, met.done[0].to)
    assert "done" == scheduled_act(searching(applied(met)), "connect").status(ENDS + TICK)[0]


@pytest.mark.parametrize("name", ["a\x00b", "a\x1fb", "a\x1bb"], ids=["NUL", "separator", "escape"])
def test_other_control_characters_are_no_blanks(name: str) -> None:
    given_: Any = {"name": name}
    mend = "give one line that can be read"
    assert [f"name: {name!r} is not a line of text; {mend}"] == problems(Person, **given_)
