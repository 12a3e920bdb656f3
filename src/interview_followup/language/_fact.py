"""Facts: labelled, typed functions of a subject, and what some of these functions are."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, NamedTuple, cast
from zoneinfo import ZoneInfo

from attrs import frozen

from interview_followup.language._day import Recorded
from interview_followup.language._missing import Missing, Unknown
from interview_followup.language._subject import Per, Subject
from interview_followup.model._identity import Identity


class Fact(NamedTuple):
    """A labelled function of a subject: the one place where plain Python enters a rule.

    It is made by `moment_fact`, `condition_fact`, `count_fact` and `detail_fact`.
    """

    name: str
    """What it is called, after what it is about: `interview.ends`."""
    label: str
    """What it is, in words."""
    get: Callable[..., Any]
    """The function: it takes the subject, and then the values of the fact's operands."""
    denial: str = ""
    """Of a condition its opposite in words, of an event that it has not happened."""
    ask: str | None = None
    """The question to the user where it is missing.

    None if a missing one means that it has not happened, or is none.
    """
    zone: Callable[[Subject], ZoneInfo] | None = None
    """The function that gives a moment's zone; None if that is the subject's."""
    act: str | None = None
    """The act of which it gives when it was done; None if it is about none."""
    own: str | None = None
    """The name under which a search says it in its `facts`; None if a function gives it."""
    origin: Callable[[Subject], str | None] | None = None
    """The function that says where a value was told, if not of the subject itself; or None."""
    may_not_exist: bool = False
    """Whether there may be no such thing; it is then asked for after all else."""

    @property
    def per(self) -> Per:
        """What it is about: `search`, `application`, `interview` or `person`."""
        about = self.name.partition(".")[0]
        return cast("Per", "search" if about == "subject" else about)

    @property
    def is_personal(self) -> bool:
        """Whether it may differ between the people met at one interview."""
        return self.name.startswith(("person.", "subject."))

    @property
    def unknown_if_missing(self) -> bool:
        """Whether a missing one is unknown; otherwise it has not happened yet."""
        return self.ask is not None

    def unknown(self, identities: tuple[Identity, ...]) -> Unknown:
        """Return the value of the fact where nobody has told it.

        `identities` say of which subject.
        """
        missing = Missing(self.name, self.ask or "", identities, self.may_not_exist)
        return Unknown(frozenset([missing]))


@frozen
class OwnFact:
    """The function that gives what a search says in the facts of a subject, or of what it is in."""

    per: str
    name: str

    def __call__(self, subject: Subject) -> Any:
        return getattr(subject, self.per).facts.get(self.name)


@frozen
class History:
    """The function that gives when an act was done, which is equal for equal acts."""

    act: str

    def __call__(self, subject: Subject) -> tuple[Recorded, ...]:
        return subject.done(self.act)


class Route(NamedTuple):
    """Over which channel an act goes and where to, as a rule's `channel` may have it.

    Where nobody has told, it is what is usual.
    """

    channel: str
    """The channel, such as `email`."""
    to: str | None
    """Where it leads: an address, a number, a name; None where nobody has told."""
    missing: frozenset[Missing] = frozenset()
    """The facts that would tell better; empty where they are told."""
    asked_from: datetime | None = None
    """From when on to ask for them, in UTC; None if at once."""
