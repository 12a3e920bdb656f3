"""Expressions of any depth are built, compared, said, evaluated, pickled, tuned and explained."""

from __future__ import annotations

import copy
import json
import pickle
from collections.abc import Callable
from typing import Any

import pytest

from builders import at, meeting
from effort import soon
from expressions import HERE, MAYBE, NEVER, hanging_on
from interview_followup import Rule, RuleSet, check, explain, plan, to_dict
from interview_followup.exports.text import explanation_text, rules_text
from interview_followup.language import (
    NOT_YET,
    Condition,
    Expression,
    Moment,
    days,
    done,
    earlier_of,
    first_known,
    interview,
    last_done,
    last_of,
    later_of,
    minutes,
    named,
    parameter,
    when,
)

NOW = at("2026-11-24 12:00")
WAIT = parameter("wait", minutes(1), "how long")
DEEP = 1_000
"""Python goes down some hundred levels by recursion."""

START, HELD = interview.starts, interview.took_place
MOMENTS: dict[str, Callable[[Moment], Moment]] = {
    "+": lambda moment: moment + WAIT,
    "-": lambda moment: moment - minutes(1),
    "later of, second": lambda moment: later_of(START, moment),
    "later of, first": lambda moment: later_of(moment, START),
    "earlier of": lambda moment: earlier_of(moment, interview.ends),
    "last of": lambda moment: last_of(interview.left, moment),
    "first known": lambda moment: first_known(interview.left, moment),
    "when, then": lambda moment: when(HELD, moment, otherwise=START),
    "when, otherwise": lambda moment: when(~HELD, START, otherwise=moment),
    "when, condition": lambda moment: when(moment.before(START), START, otherwise=interview.ends),
    "office time": lambda moment: moment.office_time,
    "in hours": lambda moment: moment.in_hours("09:00", "18:00", on="friday"),
    "next at": lambda moment: moment.next_at("09:00"),
    "let pass": lambda moment: moment.let_pass(days(1)),
    "at": lambda moment: moment.at("09:00"),
    "some days on, at": lambda moment: (moment + minutes(1)).at("09:00"),
    "last done": lambda moment: last_of(START, last_done("wave", since=moment)),
    "named": lambda moment: named("then", moment),
    "named choice": lambda moment: named("then", later_of(START, moment)),
}
CONDITIONS: dict[str, Callable[[Condition], Condition]] = {
    "&, left": lambda condition: condition & HELD,
    "&, right": lambda condition: HELD & condition,
    "|, left": lambda condition: condition | HELD,
    "|, right": lambda condition: ~HELD | condition,
    "~": lambda condition: ~condition,
    "~ and |": lambda condition: ~(condition | ~HELD),
    "named": lambda condition: named("so", condition, denial="not so"),
    "done since": lambda condition: done(
        "wave", since=when(condition, START, otherwise=interview.ends)
    ),
}


def nest(step: Callable[[Any], Any], core: Expression[Any], depth: int) -> Any:
    for _ in range(depth):
        core = step(core)
    return core


NESTS: dict[str, tuple[Any, Any]] = {
    **{name: (step, interview.ends) for name, step in MOMENTS.items()},
    **{f"condition: {name}": (step, HELD) for name, step in CONDITIONS.items()},
}
nests = pytest.mark.parametrize(("step", "core"), NESTS.values(), ids=NESTS)


def rules(expression: Any) -> RuleSet:
    is_moment = isinstance(expression, Moment)
    parts = {"opens": expression} if is_moment else {"opens": START, "given": expression}
    return RuleSet([Rule(name="wave", per="interview", text="Wave", why="So.", **parts)])


@nests
def test_a_deep_expression_is_compared_and_hashed(step: Any, core: Any) -> None:
    one, other = nest(step, core, DEEP), nest(step, core, DEEP)
    assert one == other
    assert hash(one) == hash(other)
    assert one != nest(step, core, DEEP + 1)


@nests
@pytest.mark.parametrize("again", [lambda one: pickle.loads(pickle.dumps(one)), copy.deepcopy])
def test_a_deep_expression_is_pickled_and_copied(
    step: Any, core: Any, again: Callable[[Any], Any]
) -> None:
    one = nest(step, core, DEEP)
    assert one == again(one)


@pytest.mark.parametrize("name", ["+", "later of, second", "condition: &, left"])
def test_depth_has_no_end(name: str) -> None:
    one = nest(*NESTS[name], 20_000)
    assert one == pickle.loads(pickle.dumps(one))
    assert 1 == len(plan(meeting(), now=NOW, rules=rules(one)).actions)


@nests
def test_a_deep_expression_is_said_by_its_beginning(step: Any, core: Any) -> None:
    assert 0 < len(str(nest(step, core, DEEP))) <= 1_000


@nests
def test_a_deep_expression_is_tuned(step: Any, core: Any) -> None:
    one = nest(step, core, DEEP)
    longer = WAIT.leaf._replace(value=minutes(2))
    assert bool(one.parameters & {WAIT.leaf}) == bool(one.tuned([longer]) != one)


@nests
def test_a_deep_expression_is_planned_checked_and_explained(step: Any, core: Any) -> None:
    ruled = rules(nest(step, core, DEEP))
    assert 1 == len(plan(meeting(), now=NOW, rules=ruled).actions) + (
        check(meeting(), "wave", at=NOW, rules=ruled).status == "silent"
    )
    explained = explain(meeting(), "wave", now=NOW, rules=ruled)
    assert explained == explain(meeting(), "wave", now=NOW, rules=ruled)
    assert explained == pickle.loads(pickle.dumps(explained))
    [account] = explained.accounts
    assert account.reading == account.replayed()
    assert str(explained)
    assert explanation_text(explained)
    assert json.dumps(to_dict(explained), indent=2)
    assert json.dumps(to_dict(ruled)["rules"], indent=2)
    assert rules_text(ruled)


@pytest.mark.parametrize(
    ("step", "core"),
    [
        (lambda moment: later_of(moment + minutes(1), moment), interview.ends),
        (lambda moment: when(HELD, moment, otherwise=moment), interview.ends),
        (lambda condition: condition & condition, HELD),
        (lambda condition: ~(condition | condition), HELD),
    ],
    ids=["later of", "when", "&", "|"],
)
def test_shared_parts_are_gone_over_once(step: Any, core: Any) -> None:
    with soon(10):
        one, other = nest(step, core, 60), nest(step, core, 60)
        assert one == other == pickle.loads(pickle.dumps(one))
        assert len(str(one)) <= 1_000
        ruled = rules(one)
        explained = explain(meeting(), "wave", now=NOW, rules=ruled)
        assert explained == explain(meeting(), "wave", now=NOW, rules=rules(other))
        assert explanation_text(explained)
        assert len(json.dumps(to_dict(explained))) < 2_000_000


def test_a_pickled_expression_shares_what_it_shared() -> None:
    deep = nest(MOMENTS["+"], interview.ends, 60)
    one, other = pickle.loads(pickle.dumps((deep, deep + minutes(1))))
    assert one is other.operands[0]


def test_a_sentence_that_is_very_deep_is_set_no_further_in() -> None:
    explained = explain(meeting(), "wave", now=NOW, rules=rules(nest(MOMENTS["+"], START, 60)))
    margins = [len(line) - len(line.lstrip()) for line in str(explained).splitlines()]
    assert 40 == max(margins)


def test_what_is_said_of_too_many_parts_ends_in_dots() -> None:
    assert "…" == str(nest(CONDITIONS["~"], HELD, DEEP))


def test_only_what_is_chosen_is_looked_at() -> None:
    from interview_followup.language import moment_fact

    def raises(_: object) -> Any:
        raise AssertionError("looked at")

    trap = moment_fact("interview.trap", "trap", raises)
    for opens in (
        when(HELD, START, otherwise=trap),
        first_known(START, trap),
        when(HELD | trap.known, START, otherwise=trap),
        when(~HELD & trap.known, trap, otherwise=START),
    ):
        assert NOW.replace(hour=10) == opens.evaluate(HERE)


def test_what_is_open_stays_open_however_deep_it_is() -> None:
    deep, never = nest(MOMENTS["+"], START, 60), nest(MOMENTS["+"], NEVER, 60)
    assert hanging_on("maybe") == when(MAYBE, deep, otherwise=START).evaluate(HERE)
    assert NOT_YET is first_known(never, never).evaluate(HERE)
    assert NOT_YET is later_of(deep, never).evaluate(HERE)
