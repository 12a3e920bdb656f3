"""Rules about greetings."""

from __future__ import annotations

from typing import Any

import pytest

from builders import applied, meeting, searching
from interview_followup import CV_LIBRARY, InvalidInput, Rule, RuleSet
from interview_followup.language import (
    days,
    interview,
    search,
)


def rule(name: str, per: Any = interview, **parts: Any) -> Rule:
    """Return a rule that opens after the first interview, with some parts of its own."""
    given: dict[str, Any] = {"opens": search.first_ends, "text": "Do it", "why": "It is good."}
    return Rule(name=name, per=per, **(given | parts))


def names(rules: RuleSet) -> list[str]:
    return [rule.name for rule in rules]


def problems(caught: pytest.ExceptionInfo[InvalidInput]) -> list[str]:
    return [str(problem) for problem in caught.value.problems]


MET = searching(applied(meeting()))  # from 10:00 to 11:00 on Tuesday 24 November 2026
WAVE, NOD, BOW = rule("wave"), rule("nod"), rule("bow")
GREETINGS = RuleSet([WAVE, NOD, BOW])

SHORTER = CV_LIBRARY.tuned({"thank-you.within": days(1)})
