"""Facts whose function takes operands: their values, tuning, explanations and refusals."""

from __future__ import annotations

import pickle
from datetime import datetime, time
from typing import Any

import pendulum
import pytest

from builders import NEW_YORK, applied, at, meeting, searching
from expressions import HERE, MAYBE, MIDDLE, NEVER, SOMETIME, hanging_on, loose, on, subject_of
from interview_followup import InvalidInput, Rule, RuleSet, explain, plan
from interview_followup._planning.reasons import reason
from interview_followup.language import (
    NOT_YET,
    Condition,
    condition_fact,
    count_fact,
    days,
    detail_fact,
    done,
    hours,
    interview,
    moment_fact,
    named,
    parameter,
    person,
)
from interview_followup.language._subject import Subject

LATE = parameter("late", time(16), "from when it is late")
WAIT = parameter("wait", hours(2), "how long they take")


def asks_late(_: Subject, moment: datetime | None, late: time) -> bool:
    return moment is not None and moment.time() >= late


ASKED = interview.ends + WAIT
ASKED_LATE = condition_fact(
    "interview.asked_late",
    "they ask late",
    asks_late,
    operands=[ASKED, LATE],
    denial="they ask in time",
)


def given(*operands: Any, subject: Subject = HERE) -> tuple[Any, ...]:
    """Return what the function of a fact takes for some operands."""
    fact = detail_fact("interview.all", "all", all_values, operands=operands)
    values = fact.evaluate(subject)
    assert isinstance(values, tuple)
    return values


def all_values(_: Subject, *values: Any) -> tuple[Any, ...]:
    return values


def first_value(_: Subject, *values: Any) -> Any:
    return values[0]


def next_day(_: Subject, moment: pendulum.DateTime) -> datetime:
    return moment.add(days=1)


def never_called(_: Subject, *_values: Any) -> Any:
    raise AssertionError


def test_a_function_takes_the_values_of_its_operands() -> None:
    task = detail_fact("interview.task", "the task", lambda _: "an essay")
    values = (at("2026-11-24 11:00"), hours(2), time(16), True, 1, "an essay")
    operands = (interview.ends, WAIT, LATE, interview.took_place, interview.people_count, task)
    assert values == given(*operands)


def test_a_moment_is_what_a_clock_in_its_zone_shows() -> None:
    abroad = subject_of(searching(applied(meeting(zone=NEW_YORK))))
    [ends] = given(interview.ends, subject=abroad)
    assert (pendulum.DateTime, NEW_YORK, 11) == (type(ends), ends.timezone_name, ends.hour)


def test_what_has_not_happened_is_none() -> None:
    assert (None,) == given(NEVER)


def test_while_an_operand_is_unknown_so_is_the_fact() -> None:
    facts = (
        condition_fact("interview.c", "c", never_called, operands=[MAYBE, SOMETIME, on(MIDDLE)]),
        count_fact("interview.n", "n", never_called, operands=[MAYBE, SOMETIME]),
        moment_fact("interview.m", "m", never_called, operands=[MAYBE, SOMETIME]),
    )
    for fact in facts:
        assert hanging_on("maybe", "sometime") == fact.evaluate(HERE)


def test_a_moment_may_be_made_of_operands() -> None:
    later = moment_fact("interview.later", "the next day", next_day, operands=[ASKED])
    assert at("2026-11-25 13:00") == later.evaluate(HERE)
    never = moment_fact("interview.none", "none", first_value, operands=[NEVER])
    assert NOT_YET is never.evaluate(HERE)


def test_what_an_act_of_a_person_decides_differs_between_people() -> None:
    thanked = condition_fact(
        "interview.thanked", "thanked", first_value, operands=[done("thank-you")]
    )
    assert thanked.personal
    assert not ASKED_LATE.personal


RULES = RuleSet(
    [
        Rule(
            name="reply",
            per=interview,
            given=ASKED_LATE,
            opens=interview.ends,
            text="Reply",
            why="It is polite.",
        )
    ]
)
SEARCH = searching(applied(meeting("2026-11-24 13:00", "2026-11-24 14:00")))
NOW = at("2026-11-24 15:00")


@pytest.mark.parametrize(
    ("changes", "acts"),
    [
        ({}, ["reply"]),
        ({"reply.wait": hours(1)}, []),
        ({"reply.late": "16:01"}, []),
        ({"reply.wait": hours(1), "reply.late": "15:00"}, ["reply"]),
    ],
)
def test_numbers_that_a_function_takes_can_be_tuned(
    changes: dict[str, Any], acts: list[str]
) -> None:
    rules = RULES.tuned(changes)
    assert acts == [action.act for action in plan(SEARCH, now=NOW, rules=rules).actions]


def test_an_explanation_goes_on_in_what_a_function_takes() -> None:
    explained = str(explain(SEARCH, "reply", now=NOW, rules=RULES)).splitlines()
    assert [
        "  It speaks, because they ask late [interview.asked_late]:",
        "    2 hours after the interview's end: Tuesday 24 November 2026, 16:00",
        "      the interview's end: Tuesday 24 November 2026, 14:00 [interview.ends]",
        "      wait is 2 hours: how long they take (the same source)",
        "    late is 16:00: from when it is late (the same source)",
    ] == explained[3:8]


def test_a_reason_is_replayed_without_calling_the_function_again() -> None:
    calls: list[object] = []

    def called(_: Subject, *values: object) -> bool:
        calls.extend(values)
        return True

    fact = condition_fact("interview.called", "called", called, operands=[LATE])
    why = reason(fact & interview.took_place, HERE)
    assert (True, [time(16)]) == (why.replayed(), calls)


def test_it_is_said_in_its_own_words() -> None:
    assert ("they ask late", "they ask in time") == (str(ASKED_LATE), str(~ASKED_LATE))
    choice = named("so", ASKED_LATE, denial="not so")
    assert "so" == choice.say(HERE)


def test_facts_of_one_function_are_equal_if_their_operands_are() -> None:
    def late(*operands: Any) -> Condition:
        return condition_fact("interview.late", "late", asks_late, operands=operands)

    assert late(ASKED, LATE) == late(ASKED, LATE)
    assert late(ASKED, LATE) != late(interview.ends, LATE)
    assert late(ASKED, LATE) == pickle.loads(pickle.dumps(late(ASKED, LATE)))


@pytest.mark.parametrize(
    ("operands", "problem"),
    [
        (
            [interview.ends, days(1)],
            "interview.x.operands[1]: days(1) is no expression; "
            "give a fact, a moment or another expression, a number as a parameter(...)",
        ),
        (
            [person.email],
            "interview.x.operands[0]: is about one person, which is narrower than the fact; "
            "call the fact as in 'person.alone'",
        ),
        (
            interview.ends,
            "interview.x.operands: interview.ends is no list; "
            "give them in a list, as in operands=[interview.ends, wait]",
        ),
        (
            5,
            "interview.x.operands: 5 is no list; "
            "give them in a list, as in operands=[interview.ends, wait]",
        ),
    ],
)
def test_what_is_no_operand_is_refused(operands: Any, problem: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        loose.condition_fact("interview.x", "x", asks_late, operands=operands)
    assert problem == str(caught.value)


def test_what_a_search_tells_takes_no_operands() -> None:
    with pytest.raises(InvalidInput) as caught:
        loose.condition_fact("interview.x", "x", operands=[interview.ends])
    message = (
        "interview.x.operands[0]: is for no function; leave it out, or give the fact a function"
    )
    assert message == str(caught.value)
