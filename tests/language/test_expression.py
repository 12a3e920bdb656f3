"""Expressions are values: equal, frozen, and made of facts and parameters."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator
from datetime import datetime, time, timedelta
from typing import Any

import pytest
from attrs.exceptions import FrozenInstanceError

from builders import (
    NEW_YORK,
    applied,
    at,
    meeting,
    priya,
    searching,
    tom,
    wall,
)
from expressions import (
    HERE,
    NEVER,
    NINE_O_CLOCK,
    NO,
    WAIT,
    YES,
    subject_of,
)
from interview_followup.language import (
    OURS,
    Expression,
    Moment,
    Parameter,
    application,
    days,
    done,
    earlier_of,
    first_known,
    interview,
    last_done,
    last_of,
    later_of,
    moment_fact,
    named,
    parameter,
    person,
    search,
    times_done,
    when,
    working_days,
)
from interview_followup.language._subject import Per, Subject, subjects


def every_kind() -> Iterator[tuple[str, Expression[Any]]]:
    """Yield an expression of each kind, built anew."""
    yield "a fact", interview.ends
    yield "plus", interview.ends + days(1)
    yield "minus", interview.ends - days(1)
    yield "at", interview.ends.at("14:00")
    yield "next at", interview.ends.next_at("14:00")
    yield "midnight", interview.ends.midnight_after
    yield "let pass", interview.ends.let_pass(days(1))
    yield "office time", interview.ends.office_time
    yield "before", interview.starts.before(interview.ends)
    yield "known", person.email.known
    yield "happened", interview.left.happened
    yield "and", interview.remote & interview.tricky_questions
    yield "or", interview.remote | interview.tricky_questions
    yield "not", ~interview.remote
    yield "later", later_of(interview.starts, interview.ends)
    yield "earlier", earlier_of(interview.starts, interview.ends)
    yield "last of", last_of(interview.left, interview.ends)
    yield "first known", first_known(interview.left, interview.ends)
    yield "when", when(interview.remote, interview.starts, otherwise=interview.ends)
    yield "done", done("chase")
    yield "done since", done("chase", since=interview.ends)
    yield "times done", times_done("chase")
    yield "last done", last_done("chase")
    yield "at least", times_done("chase").at_least(2)
    yield "a named condition", named("so", interview.remote, denial="not so")
    yield "a named moment", named("then", interview.ends)
    yield "a parameter", parameter("wait", days(2), "how long")


DEEPER: dict[str, Callable[[Moment], Moment]] = {
    "later": lambda moment: later_of(moment, interview.ends),
    "earlier": lambda moment: earlier_of(moment, moment),
    "first known": lambda moment: first_known(interview.left, moment),
    "when": lambda moment: when(interview.remote, interview.ends, otherwise=moment),
}
TWO_ZONES = subject_of(
    searching(
        applied(meeting()),
        applied(meeting("2026-12-01 10:00", "2026-12-01 11:00", NEW_YORK), employer="Bolt"),
    )
)
KINDS = [
    pytest.param(one, other, id=name)
    for (name, one), (_, other) in zip(every_kind(), every_kind(), strict=True)
]


@pytest.mark.parametrize(("one", "other"), KINDS)
def test_expressions_written_alike_are_equal(one: Expression[Any], other: Expression[Any]) -> None:
    assert one == other
    assert hash(one) == hash(other)


@pytest.mark.parametrize(("one", "other"), KINDS)
def test_what_was_said_or_evaluated_stays_equal(
    one: Expression[Any], other: Expression[Any]
) -> None:
    subject = subject_of(searching(applied(meeting())), "person")
    one.evaluate(subject)
    one.say(subject)
    one.say()
    assert one == other
    assert hash(one) == hash(other)


@pytest.mark.parametrize(("one", "other"), KINDS)
def test_an_expression_of_each_kind_comes_back_from_pickling(
    one: Expression[Any], other: Expression[Any]
) -> None:
    back = pickle.loads(pickle.dumps(one))
    assert other == back
    assert one.operator is back.operator


def test_expressions_written_differently_differ() -> None:
    assert len(list(every_kind())) == len({expression for _, expression in every_kind()})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(interview.ends + days(1), interview.ends + days(2), id="the amount"),
        pytest.param(interview.ends + days(1), interview.ends + working_days(1), id="the unit"),
        pytest.param(interview.ends.at("14:00"), interview.ends.at("14:01"), id="the time"),
        pytest.param(interview.ends.before(NEVER), NEVER.before(interview.ends), id="the order"),
        pytest.param(done("chase"), done("connect"), id="the act"),
        pytest.param(YES, NO, id="facts of one name"),
        pytest.param(
            interview.ends + parameter("wait", days(1), "x"),
            interview.ends + days(1),
            id="a parameter and its value",
        ),
    ],
)
def test_expressions_differ_by(one: Expression[Any], other: Expression[Any]) -> None:
    assert one != other


@pytest.mark.parametrize("name", ["operator", "operands", "leaf", "evaluate", "note"])
def test_expressions_are_frozen(name: str) -> None:
    with pytest.raises((FrozenInstanceError, AttributeError)):
        setattr(interview.ends, name, None)


def test_an_expression_gives_each_subject_its_own_value() -> None:
    by_kind = subjects(
        searching(
            applied(meeting(interviewers=[priya(), tom()])),
            applied(meeting("2026-12-01 10:00", "2026-12-01 11:00"), employer="Bolt"),
        )
    )
    tomorrow = (interview.ends + days(1)).at("09:00")
    expected = ["2026-11-25 09:00", "2026-12-02 09:00"]
    assert expected == [wall(tomorrow.evaluate(subject)) for subject in by_kind["interview"]]
    known = [person.email.known.evaluate(subject) for subject in by_kind["person"]]
    assert [True, False, True] == known


PRIYA = subject_of(searching(applied(meeting())), "person")


PATIENCE = (application.heard + WAIT).at(NINE_O_CLOCK)
REMINDER = when(interview.remote & ~person.email.known, PATIENCE, otherwise=interview.ends + WAIT)


def test_the_facts_of_a_tree_are_all_those_it_uses() -> None:
    expected = {"application.heard", "interview.remote", "person.email", "interview.ends"}
    assert expected == {fact.name for fact in REMINDER.facts}


def test_a_named_condition_uses_the_facts_it_is_made_of() -> None:
    expected = {"interview.starts", "interview.ends"}
    assert expected == {fact.name for fact in interview.in_the_morning.facts}


def test_the_parameters_of_a_tree_are_all_those_it_uses() -> None:
    assert {"wait", "nine"} == {parameter.name for parameter in REMINDER.parameters}
    assert set() == interview.ends.parameters


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        pytest.param(REMINDER, "person", id="of several"),
        pytest.param(PATIENCE, "application", id="of one"),
        pytest.param(search.signed, "search", id="a fact"),
        pytest.param(WAIT, "search", id="of none"),
        pytest.param(done("chase"), "search", id="an act"),
        pytest.param(done("chase", since=interview.ends), "interview", id="an act since"),
        pytest.param(interview.in_the_morning, "interview", id="a named condition"),
        pytest.param(named("then", application.heard), "application", id="a named moment"),
    ],
)
def test_a_tree_is_about_the_narrowest_subject_of_its_facts(
    expression: Expression[Any], expected: Per
) -> None:
    assert expected == expression.per


LAST = later_of(interview.starts, interview.ends)


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        pytest.param(LAST, True, id="a choice"),
        pytest.param(LAST + WAIT, True, id="made from a choice"),
        pytest.param(named("then", LAST.at("14:00")), True, id="far above a choice"),
        pytest.param(interview.ends, False, id="a fact"),
        pytest.param(interview.ends + WAIT, False, id="made from a fact"),
        pytest.param(
            moment_fact("interview.x", "x", lambda _, last: last, operands=[LAST]),
            False,
            id="a fact that is given a choice",
        ),
    ],
)
def test_a_choice_is_one_for_all_above_it_but_for_a_fact_that_is_given_it(
    expression: Expression[Any], expected: bool
) -> None:
    assert expected is expression.chooses


@pytest.mark.parametrize("name", ["per", "personal", "chooses", "zoned", "height", "steps"])
def test_what_follows_from_the_parts_of_an_expression_cannot_be_given(name: str) -> None:
    parts: dict[str, Any] = {name: getattr(interview.ends, name, 1)}
    with pytest.raises(TypeError, match=name):
        Expression(interview.ends.operator, (), interview.ends.leaf, **parts)


def test_tuning_changes_every_parameter_of_a_name() -> None:
    longer = Parameter("wait", days(10), "how long to wait", OURS)
    tuned = REMINDER.tuned([longer])
    assert {("wait", days(10)), ("nine", time(9))} == {
        (parameter.name, parameter.value) for parameter in tuned.parameters
    }
    assert "2026-12-04 11:00" == wall(tuned.evaluate(PRIYA))
    assert "2026-12-01 11:00" == wall(REMINDER.evaluate(PRIYA))


def test_what_was_tuned_says_its_own_number_and_the_first_one_still_its_own() -> None:
    first = later_of(interview.starts, interview.ends + WAIT)
    assert "7 days after the interview's end" == first.say(HERE)
    assert "the interview's start or, if later, 7 days after the interview's end" == str(first)
    tuned = first.tuned([Parameter("wait", days(10), "how long to wait", OURS)])
    assert "10 days after the interview's end" == tuned.say(HERE)
    assert "the interview's start or, if later, 10 days after the interview's end" == str(tuned)
    assert "7 days after the interview's end" == first.say(HERE)


def test_tuning_with_other_names_changes_nothing() -> None:
    assert REMINDER == REMINDER.tuned([Parameter("pause", days(10), "x", OURS)])
    assert REMINDER == REMINDER.tuned([])


@pytest.mark.parametrize(
    "expression",
    [
        pytest.param(interview.ends + WAIT, id="a period"),
        pytest.param(
            named("x", interview.starts.before(interview.ends + WAIT), denial="y"), id="a name"
        ),
        pytest.param(times_done("chase", since=interview.ends + WAIT), id="since"),
        pytest.param(~(interview.ends + WAIT).before(interview.starts), id="a denial"),
        pytest.param(first_known(interview.left, interview.ends + WAIT), id="a choice"),
    ],
)
def test_tuning_reaches(expression: Expression[Any]) -> None:
    tuned = expression.tuned([Parameter("wait", days(10), "how long to wait", OURS)])
    assert [days(10)] == [parameter.value for parameter in tuned.parameters]
    assert type(expression) is type(tuned)
    assert expression != tuned


def test_what_was_evaluated_is_never_taken_for_an_expression_written_later() -> None:
    here = HERE.afresh()
    for number in range(200):  # each is gone before the next one is written
        moment = (interview.ends + days(number)).evaluate(here)
        assert moment == at("2026-11-24 11:00") + timedelta(days=number)


def test_what_is_not_personal_is_evaluated_once_for_all_people_met() -> None:
    looked_at: list[object] = []

    def starts(subject: Subject) -> datetime:
        looked_at.append(subject)
        return subject.interview.first_moment

    moment = moment_fact("interview.own", "the start", starts)
    people = subjects(searching(applied(meeting(interviewers=[priya(), tom()]))))["person"]
    assert [at("2026-11-24 10:00")] * 2 == [moment.evaluate(subject) for subject in people]
    assert [people[0].meeting] == looked_at


@pytest.mark.parametrize("deeper", DEEPER.values(), ids=DEEPER)
def test_the_zone_of_a_choice_in_a_choice_is_looked_for_once_at_every_level(
    deeper: Callable[[Moment], Moment],
) -> None:
    moment: Moment = interview.next_starts
    for _ in range(100):
        moment = deeper(moment)
    assert NEW_YORK == moment.zone(TWO_ZONES).key
    assert at("2026-12-01 09:00", NEW_YORK) == moment.at("09:00").evaluate(TWO_ZONES)
