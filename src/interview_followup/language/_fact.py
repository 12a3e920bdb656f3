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
    """A labelled, typed function of a subject: the one place where plain Python enters a rule.

    `name` starts with what it is about, as in `interview.ends`; `label` says it in words, and for
    a condition `denial` says its opposite. `get` takes the subject, and the values of the operands
    of the expression that the fact is in. `ask` is the question to the user when it is missing.
    `zone` gives the zone of a moment where that is not the subject's. `act` is set where the fact
    is about one done, and `own` where it is what a search says under that name in its `facts`.
    `origin` says where a value comes from that is not told of the subject itself. What
    `may_not_exist` is asked for last.
    """

    name: str
    label: str
    get: Callable[..., Any]
    denial: str = ""
    ask: str | None = None
    zone: Callable[[Subject], ZoneInfo] | None = None
    act: str | None = None
    own: str | None = None
    origin: Callable[[Subject], str | None] | None = None
    may_not_exist: bool = False

    @property
    def per(self) -> Per:
        """What the fact is about; `subject.` stands for whatever the rule is per."""
        about = self.name.partition(".")[0]
        return cast("Per", "search" if about == "subject" else about)

    @property
    def is_personal(self) -> bool:
        """Whether it may differ between the people met at one interview."""
        return self.name.startswith(("person.", "subject."))

    @property
    def unknown_if_missing(self) -> bool:
        """Whether it is a detail, and so unknown where it is missing; an event is not yet there."""
        return self.ask is not None

    def unknown(self, identities: tuple[Identity, ...]) -> Unknown:
        """Return the value of the fact where nobody has told us of it; of whom, say identities."""
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
    """Over which channel an act goes, and where to.

    Where nobody has told, it is what is usual: `missing` are the facts that would tell. It makes
    sense to ask for them from `asked_from` on, an instant in UTC; at once, where that is None.
    """

    channel: str
    to: str | None
    missing: frozenset[Missing] = frozenset()
    asked_from: datetime | None = None
