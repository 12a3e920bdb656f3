"""A best moment that is written in hours stays in them, wherever other rules move it to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from interview_followup._planning.reading import Reading
from interview_followup.language._expression import Expression
from interview_followup.language._hours import hours_of, moved
from interview_followup.language._subject import Subject
from interview_followup.language._window import Window

MOST_MOVES = 14
"""How often a moment is moved on from hours to hours until it lies in those of all rules."""


class Hours(NamedTuple):
    """The hours in which a rule has its best moment: nodes of the language, the innermost last."""

    nodes: tuple[Expression[Any], ...]
    subject: Subject
    best: datetime

    def keep(self, moment: datetime) -> datetime:
        """Return the first moment in them, at or after another; the rule's own is in them."""
        if moment != self.best:
            for node in reversed(self.nodes):
                moment = moved(node, moment, self.subject)
        return moment


def keeping_hours(window: Window, readings: Iterable[Reading]) -> Window:
    """Return a window with its best moment in the hours of all rules, if it leaves them one."""
    if window.best is None:
        return window
    best = _in_all(hours_kept(readings), window.best)
    is_in_time = best is not None and (window.closes is None or best < window.closes)
    return window._replace(best=best) if is_in_time else window


def hours_kept(readings: Iterable[Reading]) -> list[Hours]:
    """Return the hours in which rules have their best moments, of those that have some."""
    hours: list[Hours] = []
    for reading in readings:
        best = reading.rule.best
        value = None if best is None else best.evaluate(reading.subject)
        if best is not None and isinstance(value, datetime):
            nodes = hours_of(best, reading.subject)
            hours += [Hours(nodes, reading.subject, value)] if nodes else []
    return hours


def _in_all(hours: Sequence[Hours], moment: datetime) -> datetime | None:
    """Return the first moment in all hours, at or after another; None where none is near."""
    for _ in range(MOST_MOVES):
        later = max([kept.keep(moment) for kept in hours], default=moment)
        if later == moment or len(hours) == 1:
            return later
        moment = later
    return None
