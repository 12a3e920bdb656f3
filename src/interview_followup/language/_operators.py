"""The operators of the language: of each, how it is evaluated, how it is said and written."""

from __future__ import annotations

import copyreg
from datetime import datetime
from typing import Any

from interview_followup.language import _evaluation as evaluation
from interview_followup.language import _hours as hours
from interview_followup.language import _notation as notation
from interview_followup.language import _phrases as phrases
from interview_followup.language._evaluation import Node, choose_when, deciding_operand
from interview_followup.language._expression import Operator
from interview_followup.language._missing import NOT_YET
from interview_followup.language._subject import Subject

DETAIL_FACT = Operator(
    "detail-fact", evaluation.detail_fact, phrases.fact, notation.fact("detail_fact")
)
MOMENT_FACT = Operator(
    "moment-fact", evaluation.moment_fact, phrases.fact, notation.fact("moment_fact")
)
CONDITION_FACT = Operator(
    "condition-fact", evaluation.condition_fact, phrases.fact, notation.fact("condition_fact")
)
COUNT_FACT = Operator(
    "count-fact", evaluation.count_fact, phrases.fact, notation.fact("count_fact")
)
LITERAL = Operator("literal", evaluation.literal, phrases.literal, notation.literal)
NAMED = Operator("named", evaluation.named, phrases.named, notation.named)

_FIRST = evaluation.first_operand

PLUS = Operator(
    "plus",
    evaluation.shift,
    phrases.template("{1} after {0}"),
    notation.infix("+"),
    _FIRST,
    direction=1,
)
MINUS = Operator(
    "minus",
    evaluation.shift,
    phrases.template("{1} before {0}"),
    notation.infix("-"),
    _FIRST,
    direction=-1,
)
AT = Operator("at", evaluation.at, phrases.at, notation.method("at"), evaluation.start_of_days)
NEXT_AT = Operator(
    "next-at", evaluation.next_at, phrases.next_at, notation.method("next_at"), _FIRST
)
MIDNIGHT = Operator(
    "midnight", evaluation.midnight, phrases.midnight, notation.attribute("midnight_after")
)
LET_PASS = Operator(
    "let-pass",
    evaluation.let_pass,
    phrases.let_pass,
    notation.method("let_pass"),
    _FIRST,
    check=evaluation.check_days,
)
IN_HOURS = Operator(
    hours.IN_HOURS,
    hours.in_hours,
    phrases.in_hours,
    notation.in_hours,
    _FIRST,
    chooses=True,
    check=hours.check_hours,
)

WHEN = Operator(
    "when",
    evaluation.when,
    phrases.when,
    notation.when,
    evaluation.condition_and_chosen,
    chooses=True,
    choose=choose_when,
)
LATER = Operator(
    "later",
    evaluation.later,
    phrases.choice(" or, if later, "),
    notation.function("later_of"),
    chooses=True,
    choose=evaluation.choose,
    decisive=NOT_YET,
)
EARLIER = Operator(
    "earlier",
    evaluation.earlier,
    phrases.choice(" or, if earlier, "),
    notation.function("earlier_of"),
    chooses=True,
    choose=evaluation.choose,
)
LAST_OF = Operator(
    "last-of",
    evaluation.last_come,
    phrases.choice(" or, if later, "),
    notation.function("last_of"),
    chooses=True,
    choose=evaluation.choose_last_come,
)
FIRST_KNOWN = Operator(
    "first-known",
    evaluation.first_known,
    phrases.choice(", failing that "),
    notation.function("first_known"),
    evaluation.until_known,
    chooses=True,
    choose=evaluation.choose_first_known,
)

KNOWN = Operator(
    "known",
    evaluation.known,
    phrases.template("{0} is known", "{0} is not known"),
    notation.attribute("known"),
)
HAPPENED = Operator("happened", evaluation.happened, phrases.happened, notation.happened)
BEFORE = Operator(
    "before",
    evaluation.before,
    phrases.template("{0} is before {1}", "{0} is not before {1}"),
    notation.method("before"),
)
BETWEEN = Operator(
    "between",
    hours.between,
    phrases.template("{0} is between {1} and {2}", "{0} is not between {1} and {2}"),
    notation.method("between"),
    _FIRST,
    check=hours.check_between,
)
ON = Operator("on", hours.on, phrases.on, notation.on)
AND = Operator(
    "and",
    evaluation.junction,
    phrases.junction,
    notation.infix("&"),
    evaluation.until_decided,
    chooses=True,
    decisive=False,
)
OR = Operator(
    "or",
    evaluation.junction,
    phrases.junction,
    notation.infix("|"),
    evaluation.until_decided,
    chooses=True,
    decisive=True,
)
NOT = Operator("not", evaluation.negation, phrases.negation, notation.prefix("~"))

DONE = Operator(
    "done",
    evaluation.done,
    phrases.history("{0} is done", "{0} is not done yet"),
    notation.history("done"),
)
TIMES = Operator(
    "times",
    evaluation.times,
    phrases.history("the number of times {0} is done"),
    notation.history("times_done"),
)
LAST = Operator(
    "last", evaluation.last, phrases.history("your last {0}"), notation.history("last_done")
)
AT_LEAST = Operator(
    "at-least",
    evaluation.at_least,
    phrases.template("{0} is {1} or more", "{0} is less than {1}"),
    notation.method("at_least"),
    _FIRST,
)

OPERATORS = {
    operator.name: operator
    for operator in [
        *[DETAIL_FACT, MOMENT_FACT, CONDITION_FACT, COUNT_FACT, LITERAL, NAMED],
        *[
            PLUS,
            MINUS,
            AT,
            NEXT_AT,
            MIDNIGHT,
            LET_PASS,
            IN_HOURS,
            WHEN,
            LATER,
            EARLIER,
            LAST_OF,
            FIRST_KNOWN,
        ],
        *[KNOWN, HAPPENED, BEFORE, BETWEEN, ON, AND, OR, NOT],
        *[DONE, TIMES, LAST, AT_LEAST],
    ]
}


def operator_named(name: str) -> Operator:
    """Return the operator of that name."""
    return OPERATORS[name]


def _by_name(operator: Operator) -> tuple[Any, ...]:
    return operator_named, (operator.name,)


# An operator is known by what it is, and holds functions made above: it is pickled by its name.
# Its class cannot say so, as it does not know which operators there are.
copyreg.pickle(Operator, _by_name)


def deciding(node: Node, subject: Subject) -> tuple[Node, ...]:
    """Return the operands that a node's value for a subject hangs on.

    Of a choice these are the part chosen and what had to be looked at to choose it; of a condition
    or a moment that one operand decides, it is that one.
    """
    operator, operands = node.operator, node.operands
    if operator.decisive is not None and node.evaluate(subject) is operator.decisive:
        operand = deciding_operand(node, subject)
        return operands if operand is None else (operand,)
    if operator is WHEN:
        chosen = node.chosen(subject)
        return operands if chosen is None else (operands[2], chosen)
    if operator in (DONE, TIMES, LAST) and not operands[0].evaluate(subject):
        return operands[:1]  # Where nothing was done it does not matter since when it would count.
    if operator is FIRST_KNOWN:
        for index, operand in enumerate(operands, 1):
            if isinstance(operand.evaluate(subject), datetime):
                return operands[:index]
    return operands
