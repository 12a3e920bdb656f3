"""What one rule says of one subject: here rules meet facts, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from interview_followup._errors import FactFailed
from interview_followup.language._expression import Expression
from interview_followup.language._missing import NOT_YET, Missing, Unknown, unknown_in
from interview_followup.language._rule import DATED, Rule
from interview_followup.language._subject import Subject
from interview_followup.language._window import Window, ordered


class Reading(NamedTuple):
    """A rule's window for a subject, whatever the time is and whatever is set aside.

    Before `since`, an instant in UTC, the rule is silent; `missing` are the unknown facts without
    which it cannot be acted on.
    """

    rule: Rule
    subject: Subject
    window: Window
    since: datetime | None
    satisfied: bool
    missing: frozenset[Missing]

    @property
    def forbids(self) -> bool:
        """Whether it is of a veto that holds; while it is not known whether one does, it is not."""
        return self.rule.kind == "veto" and not self.missing


def binding(rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
    """Return those of the rules on an act that have a part in what is allowed.

    Reminders have none; where there is nothing else, they are all that can be said.
    """
    return tuple([rule for rule in rules if rule.kind != "reminder"]) or rules


def dating(readings: Sequence[Reading]) -> list[Reading]:
    """Return those of some readings that have a part in when something may be done: no vetoes."""
    return [reading for reading in readings if reading.rule.kind != "veto"]


def read_all(rules: Iterable[Rule], subject: Subject) -> list[Reading]:
    """Return what several rules say of a subject, without those that are silent."""
    return [reading for rule in rules if (reading := read(rule, subject))]


def read(rule: Rule, subject: Subject) -> Reading | None:
    """Return what a rule says of a subject; None where it is silent.

    It is where its condition fails, and as long as what it speaks from has not happened.

    Raises:
        FactFailed: A fact cannot be told; with the name of the rule.
    """
    try:
        return _read(rule, subject)
    except FactFailed as error:
        raise error.of_rule(rule.name) from error.__cause__


def _read(rule: Rule, subject: Subject) -> Reading | None:
    given = True if rule.given is None else rule.given.evaluate(subject)
    if given is False:
        return None
    moments = {part: _evaluated(moment, subject) for part, moment in rule.dated().items()}
    since = _evaluated(rule.since, subject)
    if rule.since is not None and since is NOT_YET:
        return None
    needs = [need.evaluate(subject) for need in rule.needs]
    satisfied = rule.satisfied_by is not None and rule.satisfied_by.evaluate(subject)
    known = {part: value for part, value in moments.items() if isinstance(value, datetime)}
    unknown = frozenset(part for part in DATED if isinstance(moments[part], Unknown))
    window = ordered(*(known.get(part) for part in DATED), unknown=unknown)
    missing = unknown_in(given, since, *needs, satisfied, *moments.values()).missing
    begins = since if isinstance(since, datetime) else None
    return Reading(rule, subject, window, begins, satisfied is True, missing)


def _evaluated(moment: Expression[Any] | None, subject: Subject) -> Any:
    return NOT_YET if moment is None else moment.evaluate(subject)
