"""Rules of every kind are drawn."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from hypothesis import given

from drawing import anything, drawing, some
from interview_followup import (
    InvalidInput,
    JobSearch,
    Rule,
    RuleSet,
    schedule,
    strategies,
)
from interview_followup.language import CautionText, TextChoice, interview


def test_a_rule_can_be_drawn_for_a_namespace_of_facts_and_for_nothing_else() -> None:
    assert "interview" == some(strategies.rules(per=interview), anything).per
    with pytest.raises(InvalidInput, match=r"per: 'interviw' is no kind of subject; did you mean"):
        some(strategies.rules(per="interviw"), anything)  # type: ignore[arg-type]


@drawing
@given(strategies.rules(), strategies.job_searches())
def test_a_drawn_rule_can_be_scheduled(rule: Rule, search: JobSearch) -> None:
    assert all(
        scheduled.rules == (rule.name,) for scheduled in schedule(search, rules=RuleSet([rule]))
    )


@pytest.mark.parametrize("per", ["search", "application", "interview", "person"])
def test_a_rule_can_be_drawn_for_a_kind_of_subject_and_under_a_name(per: Any) -> None:
    rule = some(strategies.rules(name="mine", per=per), anything)
    assert ("mine", per) == (rule.name, rule.per)


def says(rule: Rule, part: str) -> bool:
    value = getattr(rule, part)
    return value is not None and value != ()


def kinds_of_wording(rule: Rule) -> set[str]:
    return {sentence.kind for sentence in rule.wording}


def says_otherwise(caution: CautionText) -> bool:
    return isinstance(caution.text, TextChoice)


def is_said_when_asked(caution: CautionText) -> bool:
    return caution.phase == "early" and caution.since is None


def ends_sooner(caution: CautionText) -> bool:
    return caution.until is not None


def warns(rule: Rule, kind: Callable[[CautionText], bool]) -> bool:
    return any(map(kind, rule.cautions))


def test_rules_of_every_kind_are_drawn() -> None:
    for part in ("given", "needs", "since", "best", "due", "closes", "satisfied_by", "channel"):
        assert some(strategies.rules(), partial(says, part=part))
    assert some(strategies.rules(), lambda rule: rule.kind == "reminder")
    assert some(strategies.rules(), lambda rule: rule.kind == "guard")
    assert some(strategies.rules(), lambda rule: {"do", "dont"} <= kinds_of_wording(rule))
    assert some(strategies.rules(), lambda rule: isinstance(rule.text, TextChoice))
    for kind in (says_otherwise, is_said_when_asked, ends_sooner):
        assert some(strategies.rules(), partial(warns, kind=kind))
    assert some(strategies.rule_sets(), lambda rules: len(rules) == 4)
    assert some(strategies.rule_sets(), lambda rules: len(rules.acts) < len(rules))
