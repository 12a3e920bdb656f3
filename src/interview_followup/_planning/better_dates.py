"""Facts that a window does without, though it would be dated better with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, NamedTuple

from interview_followup.language._evaluation import day_known
from interview_followup.language._expression import Expression
from interview_followup.language._fact import Fact
from interview_followup.language._missing import Missing, Unknown
from interview_followup.language._operators import (
    FIRST_KNOWN,
    KNOWN,
    LAST,
    MOMENT_FACT,
    deciding,
)
from interview_followup.language._rule import Rule
from interview_followup.language._subject import Subject


class BetterDate(NamedTuple):
    """The missing facts that would date a window better, and from when it makes sense to ask.

    That is once all has happened that the window is reckoned from instead; `since` is an instant
    in UTC, or None. `opening` are those of the facts that would change when the window opens.
    """

    missing: frozenset[Missing]
    since: datetime | None
    opening: frozenset[Missing]


def better_date(rules: Iterable[Rule], subject: Subject) -> BetterDate | None:
    """Return what would date the windows of some rules better, if anything would."""
    if not any(_missing(part, subject) for rule in rules for part in rule.dispensable):
        return None
    missing: set[Missing] = set()
    opening: set[Missing] = set()
    instants: list[datetime] = []
    for rule in rules:
        for moment in rule.moments():
            nodes = list(_deciding_nodes(moment, subject))
            if replaced := set(_replaced(nodes, subject)):
                missing |= replaced
                opening |= replaced if moment is rule.opens else set()
                instants += _begun(nodes, subject)
    if not missing:
        return None
    return BetterDate(frozenset(missing), max(instants, default=None), frozenset(opening))


def _deciding_nodes(moment: Expression[Any], subject: Subject) -> Iterator[Expression[Any]]:
    """Yield the parts of a moment that its value for a subject hangs on, each once."""
    seen: set[int] = set()
    ahead = [moment]
    while ahead:
        node = ahead.pop()
        if id(node) not in seen:
            seen.add(id(node))
            yield node
            ahead += deciding(node, subject)


def _missing(part: Expression[Any], subject: Subject) -> frozenset[Missing]:
    """Return the facts for want of which a part is unknown, or known only to the day."""
    value = part.evaluate(subject)
    if isinstance(value, Unknown):
        return value.missing
    day = day_known(part, subject)
    return day.missing if day else frozenset()


def _replaced(nodes: Iterable[Expression[Any]], subject: Subject) -> Iterator[Missing]:
    """Yield the missing facts that something else, or the end of a day, is taken for."""
    for node in nodes:
        if node.operator in (FIRST_KNOWN, KNOWN):
            for part in deciding(node, subject):
                yield from _missing(part, subject)
        elif node.operator is MOMENT_FACT and (day := day_known(node, subject)):
            yield from day.missing


def _begun(nodes: Iterable[Expression[Any]], subject: Subject) -> Iterator[datetime]:
    """Yield the moments on record or done among some nodes; of a day, when it may be asked for."""
    for node in nodes:
        if isinstance(node.leaf, Fact) or node.operator is LAST:
            value = node.evaluate(subject)
            day = day_known(node, subject)
            if day and day.asked_from:
                yield day.asked_from
            elif isinstance(value, datetime):
                yield value
