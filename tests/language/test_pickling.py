"""Rule sets are pickled and copied."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from builders import at
from greetings import MET, SHORTER, rule
from interview_followup import CV_LIBRARY, RuleSet, Subject, plan
from interview_followup.language import (
    done,
    interview,
    moment_fact,
)

COPIES: dict[str, Callable[[Any], Any]] = {
    "pickled": lambda value: pickle.loads(pickle.dumps(value)),
    "copied": copy.copy,
    "copied deeply": copy.deepcopy,
}


def an_hour_on(subject: Subject) -> date | None:
    """Return when the candidate was clear of the building: a fact of somebody's own."""
    return subject.interview.left


OWN = moment_fact("interview.home", "the moment at which you are home", an_hour_on)
TOLD = moment_fact("application.task_due", "the moment at which the task is due", ask="When?")


@pytest.mark.parametrize("again", COPIES.values(), ids=COPIES)
@pytest.mark.parametrize(
    "rules",
    [
        CV_LIBRARY,
        SHORTER,
        RuleSet([rule("wave", opens=OWN), rule("nod", opens=TOLD, satisfied_by=done("nod"))]),
        RuleSet([]),
    ],
    ids=["shipped", "tuned", "with facts of one's own", "empty"],
)
def test_a_set_comes_back_equal_and_plans_the_same(
    rules: RuleSet, again: Callable[[Any], Any]
) -> None:
    back = again(rules)
    assert (rules, dict(rules.acts), dict(rules.own_facts)) == (
        back,
        dict(back.acts),
        dict(back.own_facts),
    )
    now = at("2026-11-24 12:00")
    assert plan(MET, now=now, rules=rules) == plan(MET, now=now, rules=back)


def test_facts_of_the_library_are_pickled_by_their_names() -> None:
    back = pickle.loads(pickle.dumps(interview.ends))
    assert interview.ends.leaf is back.leaf


def test_a_fact_that_is_no_function_of_a_module_does_not_pickle() -> None:
    fact = moment_fact("interview.home", "you are home", lambda subject: subject.interview.left)
    with pytest.raises((pickle.PicklingError, AttributeError), match="lambda"):
        pickle.dumps(RuleSet([rule("wave", opens=fact)]))
