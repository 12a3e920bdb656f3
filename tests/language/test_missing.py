"""What expressions give where something is missing: not yet, or unknown."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from builders import (
    applied,
    meeting,
    searching,
    tom,
)
from expressions import (
    HERE,
    MIDDLE,
    NEVER,
    NO,
    SOMETIME,
    YES,
    hanging_on,
    on,
)
from interview_followup.language import (
    NOT_YET,
    Moment,
    Unknown,
    application,
    days,
    first_known,
    hours,
    later_of,
    minutes,
    person,
    weeks,
    when,
    working_days,
)
from interview_followup.language._missing import Missing, people_unknown
from interview_followup.language._subject import subjects

MOVES: list[tuple[str, Callable[[Moment], Moment]]] = [
    ("+ days", lambda moment: moment + days(1)),
    ("+ hours", lambda moment: moment + hours(1)),
    ("+ minutes", lambda moment: moment + minutes(1)),
    ("+ working days", lambda moment: moment + working_days(1)),
    ("- days", lambda moment: moment - days(1)),
    ("- hours", lambda moment: moment - hours(1)),
    ("at", lambda moment: moment.at("09:00")),
    ("next at", lambda moment: moment.next_at("09:00")),
    ("midnight after", lambda moment: moment.midnight_after),
    ("let pass", lambda moment: moment.let_pass(days(1))),
    ("office time", lambda moment: moment.office_time),
    ("in hours", lambda moment: moment.in_hours("09:00", "10:00", on="friday")),
    ("+ weeks", lambda moment: moment + weeks(1)),
    ("later of", lambda moment: later_of(moment, on(MIDDLE))),
    ("the later of two", lambda moment: later_of(on(MIDDLE), moment)),
    ("first known", first_known),
    ("when so", lambda moment: when(YES, moment, otherwise=on(MIDDLE))),
    ("when not so", lambda moment: when(NO, on(MIDDLE), otherwise=moment)),
]


@pytest.mark.parametrize("move", [pytest.param(move, id=name) for name, move in MOVES])
def test_what_hangs_on_an_event_that_has_not_happened_has_not_happened(
    move: Callable[[Moment], Moment],
) -> None:
    assert NOT_YET is move(NEVER).evaluate(HERE)


@pytest.mark.parametrize("move", [pytest.param(move, id=name) for name, move in MOVES])
def test_what_hangs_on_a_missing_detail_is_unknown(move: Callable[[Moment], Moment]) -> None:
    assert hanging_on("sometime") == move(SOMETIME).evaluate(HERE)


def test_an_unknown_names_the_fact_its_question_and_its_subject() -> None:
    by_kind = subjects(searching(applied(meeting(interviewers=[tom()]))))
    [tom_there] = by_kind["person"]
    expected = Missing("person.email", "What is {person}'s e-mail address?", tom_there.identities)
    assert Unknown(frozenset([expected])) == person.email.evaluate(tom_there)


def test_people_whom_nobody_has_named_are_unknown_altogether() -> None:
    [missing] = people_unknown((("key", "a"), ("key", "b"))).missing
    assert ("interview.interviewers", (("key", "a"), ("key", "b"))) == (
        missing.fact,
        missing.identities,
    )
    assert (False, False) == (missing.may_not_exist, missing.day_known)


def test_an_unknown_about_something_wider_names_that() -> None:
    by_kind = subjects(searching(applied(meeting())))
    missing = application.follow_up.evaluate(by_kind["person"][0])
    assert isinstance(missing, Unknown)
    assert [by_kind["application"][0].identities] == [fact.identities for fact in missing.missing]
