"""What a window does without, though it would be another one if it were known."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any, NamedTuple

from interview_followup._node import Expression, Fact
from interview_followup._operators import FIRST_KNOWN, KNOWN, LAST, deciding
from interview_followup._rule import Rule
from interview_followup._subject import Subject
from interview_followup._values import Missing, Unknown


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
    doubtful = [(part, set(_passed_over(part, subject))) for part in parts]
    missing = frozenset(each for _, passed in doubtful for each in passed)
    if not missing:
        return None
    known = [moment for part, passed in doubtful if passed for moment in _counted(part, subject)]
    return Doubt(missing, max(known, default=None))


def _passed_over(node: Expression[Any], subject: Subject) -> Iterator[Missing]:
    """Yield the unknown facts that the value of a node does without."""
    for part in deciding(node, subject):
        value = part.evaluate(subject)
        if node.operator in (FIRST_KNOWN, KNOWN) and value.__class__ is Unknown:
            yield from value.missing
        yield from _passed_over(part, subject)


def _counted(node: Expression[Any], subject: Subject) -> Iterator[datetime]:
    """Yield the moments, told or done, that the value of a node is reckoned from."""
    value = node.evaluate(subject)
    if value.__class__ is datetime and (isinstance(node.leaf, Fact) or node.operator is LAST):
        yield value
    for part in deciding(node, subject):
        yield from _counted(part, subject)
