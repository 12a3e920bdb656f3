"""What a window does without, though it would be another one if it were known."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple

from interview_followup.language._expression import Expression, Fact
from interview_followup.language._operators import FIRST_KNOWN, KNOWN, LAST, deciding
from interview_followup.language._rule import Rule
from interview_followup.language._subject import Subject
from interview_followup.language._values import Missing, Unknown


class Doubt(NamedTuple):
    """The unknown facts that a window does without, and from when it makes sense to ask for them.

    That is once all has happened that the window is reckoned from instead; `since` is an instant
    in UTC, or None.
    """

    missing: frozenset[Missing]
    since: datetime | None


def doubt(rules: tuple[Rule, ...], subject: Subject) -> Doubt | None:
    """Return the unknown facts that the windows of some rules do without, if there are any."""
    for rule in rules:
        for part in rule.doubted:
            if part.evaluate(subject).__class__ is Unknown:
                parts = [part for each in rules for part in each.moments()]
                return _doubt_in(parts, subject)
    return None


def _doubt_in(parts: list[Expression[Any]], subject: Subject) -> Doubt | None:
    grounds: dict[int, Grounds] = {}
    for part in parts:
        grounds[id(part)] = _grounds(part, subject, grounds)
    doubtful = [each for each in grounds.values() if each.missing]
    if not doubtful:
        return None
    missing = frozenset[Missing]().union(*[each.missing for each in doubtful])
    known = [moment for each in doubtful for moment in each.moments]
    return Doubt(missing, max(known, default=None))


class Grounds(NamedTuple):
    """The moments, told or done, that one is reckoned from, and the facts that it does without."""

    moments: list[datetime]
    missing: list[Missing]


def _grounds(moment: Expression[Any], subject: Subject, others: dict[int, Grounds]) -> Grounds:
    """Return what a moment is reckoned from; `others` is what is known of some, by their `id`."""
    moments: list[datetime] = []
    missing: list[Missing] = []
    seen: set[int] = set()
    ahead = [moment]
    while ahead:
        node = ahead.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if id(node) in others:
            moments += others[id(node)].moments
            missing += others[id(node)].missing
            continue
        if isinstance(node.leaf, Fact) or node.operator is LAST:
            value = node.evaluate(subject)
            if value.__class__ is datetime:
                moments.append(value)
        if node.operands:
            parts = deciding(node, subject)
            ahead += [each for each in parts if each.operands or isinstance(each.leaf, Fact)]
            if node.operator is FIRST_KNOWN or node.operator is KNOWN:
                values = [part.evaluate(subject) for part in parts]
                unknown = [value for value in values if value.__class__ is Unknown]
                missing += [each for value in unknown for each in value.missing]
    return Grounds(moments, missing)
