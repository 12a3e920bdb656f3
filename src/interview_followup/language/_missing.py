"""What evaluating an expression gives where something is missing."""

from __future__ import annotations

from enum import Enum
from typing import Any, Final, NamedTuple

from interview_followup.model._identity import Identity


class NotYet(Enum):
    """The kind of `NOT_YET`, the value that hangs on an event which has not happened yet."""

    NOT_YET = "not yet"

    def __repr__(self) -> str:
        return "NOT_YET"


NOT_YET: Final = NotYet.NOT_YET
"""What evaluating gives where an event has not happened yet."""


class Missing(NamedTuple):
    """A fact that nobody has told."""

    fact: str
    """The name of the fact: `person.email`."""
    ask: str
    """The question to the user."""
    identities: tuple[Identity, ...]
    """Of whom or what it is not known, step by step from the application."""
    may_not_exist: bool = False
    """Whether there may be no such thing; it is then asked for after all else."""
    day_known: bool = False
    """Whether the day of a moment is known, and only its time is not."""


class Unknown(NamedTuple):
    """What evaluating gives where details are missing; it names them all, and propagates."""

    missing: frozenset[Missing]
    """The facts that nobody has told, each with its question."""


def unknown_in(*values: Any) -> Unknown:
    """Return the unknown that hangs on everything that any of the values hangs on."""
    unknown = [value.missing for value in values if isinstance(value, Unknown)]
    return Unknown(frozenset().union(*unknown))


WHOM = "interview.interviewers"
ASK_WHOM = "Whom did you meet at the interview with {employer} on {day}?"
"""The fact of who the interviewers are, which all that is said of one of them hangs on."""


def people_unknown(interview: tuple[Identity, ...]) -> Unknown:
    """Return the value of whatever hangs on who was met at an interview, as nobody has told."""
    return Unknown(frozenset([Missing(WHOM, ASK_WHOM, interview)]))
