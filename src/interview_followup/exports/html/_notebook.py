"""What notebooks show of a value: no style sheet, no script, no colour of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from interview_followup._errors import invalid, shown
from interview_followup._planning.changes import Difference
from interview_followup._planning.check import Verdict
from interview_followup._planning.comparison import Comparison
from interview_followup._planning.explanation import Explanation
from interview_followup._planning.plan import Action, Plan
from interview_followup.exports.html import _answers, _comparisons, _plans
from interview_followup.exports.html._blocks import Block
from interview_followup.exports.html._markdown import markdown
from interview_followup.exports.html._markup import markup
from interview_followup.language._rule import Rule
from interview_followup.language._rule_set import RuleSet
from interview_followup.model import Interview

LEVEL = 3
"""The first heading's: what is above belongs to the notebook."""

BLOCKS: dict[type, Callable[[Any], Iterator[Block]]] = {
    Plan: _plans.plan_blocks,
    Action: _plans.action_blocks,
    Verdict: _answers.verdict_blocks,
    Explanation: _answers.explanation_blocks,
    Difference: _answers.difference_blocks,
    Comparison: _comparisons.comparison_blocks,
    RuleSet: _answers.rules_blocks,
    Rule: _answers.rule_blocks,
    Interview: _answers.interview_blocks,
}


def notebook_html(value: object) -> str:
    """Return a value as HTML for a notebook, light or dark, as notebooks show it by themselves.

    Raises:
        InvalidInput: It is no plan, action, verdict, explanation, difference, comparison, rule,
            rule set or interview.
    """
    return f"<div>\n{markup(_blocks(value), LEVEL)}\n</div>"


def notebook_markdown(value: object) -> str:
    """Return a value as Markdown for a notebook, without what is folded up in HTML.

    Raises:
        InvalidInput: It is no plan, action, verdict, explanation, difference, comparison, rule,
            rule set or interview.
    """
    return markdown(_blocks(value), LEVEL)


def _blocks(value: object) -> Iterator[Block]:
    for kind, blocks in BLOCKS.items():
        if isinstance(value, kind):
            return blocks(value)
    names = ", ".join([kind.__name__ for kind in BLOCKS])
    raise invalid("value", f"{shown(value)} is shown by no notebook", f"give one of {names}")
