"""Facts that a window does without, though it would be dated better with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, NamedTuple

from interview_followup.language._expression import Expression
from interview_followup.language._fact import Fact
from interview_followup.language._missing import Missing, Unknown
from interview_followup.language._operators import FIRST_KNOWN, KNOWN, LAST, deciding
from interview_followup.language._rule import Rule
from interview_followup.language._subject import Subject


class BetterDate(NamedTuple):
    """The missing facts that would date a window better, and from when it makes sense to ask.

    That is once all has happened that the window is reckoned from instead; `since` is an instant
    in UTC, or None.
    """

    missing: frozenset[Missing]
    since: datetime | None


def better_date(rules: Iterable[Rule], subject: Subject) -> BetterDate | None:
    """Return what would date the windows of some rules better, if anything would."""
    if not any(
        isinstance(part.evaluate(subject), Unknown) for rule in rules for part in rule.dispensable
    ):
        return None
    missing: set[Missing] = set()
    instants: list[datetime] = []
    for rule in rules:
        for moment in rule.moments():
            nodes = list(_deciding_nodes(moment, subject))
            if replaced := set(_replaced(nodes, subject)):
                missing |= replaced
                instants += _recorded(nodes, subject)
    return BetterDate(frozenset(missing), max(instants, default=None)) if missing else None


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


def _replaced(nodes: Iterable[Expression[Any]], subject: Subject) -> Iterator[Missing]:
    """Yield the missing facts that something else is taken for."""
    for node in nodes:
        if node.operator in (FIRST_KNOWN, KNOWN):
            for part in deciding(node, subject):
                value = part.evaluate(subject)
                if isinstance(value, Unknown):
                    yield from value.missing


def _recorded(nodes: Iterable[Expression[Any]], subject: Subject) -> Iterator[datetime]:
    """Yield the moments on record, told or done, among some nodes."""
    for node in nodes:
        if isinstance(node.leaf, Fact) or node.operator is LAST:
            value = node.evaluate(subject)
            if isinstance(value, datetime):
                yield value
