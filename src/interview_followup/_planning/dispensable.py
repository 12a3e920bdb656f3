"""Missing facts that an act does without, though they would change its dates or channel."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from interview_followup.language._day import Day
from interview_followup.language._evaluation import day_known
from interview_followup.language._expression import Expression
from interview_followup.language._fact import Fact, Route
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


class Dispensable(NamedTuple):
    """A missing fact that an act does without."""

    missing: Missing
    """The fact."""
    since: datetime | None
    """From when on to ask for it, in UTC; None if at once."""
    opening: bool = False
    """Whether the act would open at another time."""


def dispensable(rules: Sequence[Rule], subject: Subject) -> tuple[Dispensable, ...]:
    """Return what would change an act of some rules, each once; the first gives its channel."""
    dating = list(_dating(rules, subject))
    dated = {fact.missing for fact in dating}
    routing = [fact for fact in _routing(rules[0], subject) if fact.missing not in dated]
    return (*dating, *routing)


def _dating(rules: Iterable[Rule], subject: Subject) -> Iterator[Dispensable]:
    """Yield what would date the windows of some rules better, if anything would."""
    if not any(_missing(part, subject) for rule in rules for part in rule.dispensable):
        return
    missing: set[Missing] = set()
    opening: dict[Missing, list[datetime | Day]] = defaultdict(list)
    begun: list[datetime | Day] = []
    for rule in rules:
        for moment in rule.moments():
            nodes = list(_deciding_nodes(moment, subject))
            if replaced := set(_replaced(nodes, subject)):
                missing |= replaced
                moments = list(_begun(nodes, subject))
                begun += moments
                for fact in replaced if moment is rule.opens else ():
                    opening[fact] += moments
    for fact in missing:
        # Of a day more is asked for the sake of the opening, whatever else is still to come.
        counted = opening[fact] if fact.day_known and fact in opening else begun
        yield Dispensable(fact, _since(fact, counted), fact in opening)


def _routing(rule: Rule, subject: Subject) -> Iterator[Dispensable]:
    """Yield what would tell the channel of a rule, where it is what is usual for want of it."""
    if isinstance(rule.channel, Expression):
        route = rule.channel.evaluate(subject)
        if isinstance(route, Route):
            for missing in route.missing:
                yield Dispensable(missing, route.asked_from)


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


def _begun(nodes: Iterable[Expression[Any]], subject: Subject) -> Iterator[datetime | Day]:
    """Yield the moments on record or done among some nodes."""
    for node in nodes:
        if isinstance(node.leaf, Fact) or node.operator is LAST:
            value = node.evaluate(subject)
            if isinstance(value, datetime):
                yield day_known(node, subject) or value


def _since(missing: Missing, begun: Iterable[datetime | Day]) -> datetime | None:
    """Return when all has happened; what would tell a day better may be asked for on that day."""
    instants = [
        ((missing.day_known and moment.asked_from) or moment.end)
        if isinstance(moment, Day)
        else moment
        for moment in begun
    ]
    return max(instants, default=None)
