"""Why an expression has its value: every part of it with the value that the part took."""

from __future__ import annotations

from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from attrs import evolve

from interview_followup import _clock
from interview_followup._model import JobSearch
from interview_followup._node import Expression, Fact
from interview_followup._subject import Subject, whole


class Explanation(NamedTuple):
    """An expression with the value that it took for a subject, and the same of its operands.

    `timezone` is the IANA name of the zone in which the days of a moment were counted.
    """

    expression: Expression[Any]
    subject: Subject
    value: Any
    timezone: str | None
    operands: tuple[Explanation, ...]


def explained(expression: Expression[Any], subject: Subject) -> Explanation:
    """Return why an expression has its value for a subject."""
    return Explanation(
        expression=expression,
        subject=subject,
        value=expression.evaluate(subject),
        timezone=expression.zone(subject).key if expression.is_moment else None,
        operands=tuple(explained(operand, subject) for operand in expression.operands),
    )


def replayed(explanation: Explanation) -> Any:
    """Return the value again, from nothing but what the explanation holds.

    Facts take the values that they took; the search that they were read from is not looked at.
    """
    subject = explanation.subject
    search = JobSearch(timezone=subject.timezone, workdays=subject.workdays)
    return _rebuilt(explanation).evaluate(whole(search))


def _rebuilt(explanation: Explanation) -> Expression[Any]:
    expression = explanation.expression
    if isinstance(expression.leaf, Fact):
        return evolve(expression, leaf=_recorded(expression.leaf, explanation))
    return evolve(expression, operands=tuple(map(_rebuilt, explanation.operands)))


def _recorded(fact: Fact, explanation: Explanation) -> Fact:
    def get(_: Subject) -> Any:
        return explanation.value

    def zone(_: Subject) -> ZoneInfo:
        return _clock.zone(explanation.timezone or explanation.subject.timezone)

    return fact._replace(get=get, zone=zone)
