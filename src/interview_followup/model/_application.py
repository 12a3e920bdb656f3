"""The application: one employer and role, and all that is known of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any, Literal, TypeAlias

from attrs import field, frozen

from interview_followup._errors import Problem
from interview_followup.model._acts import (
    Done,
    SetAside,
    acts_done,
    acts_set_aside,
    addressed,
)
from interview_followup.model._checks import Checked
from interview_followup.model._converters import (
    choice,
    instance,
    instances,
    required_text,
    text,
)
from interview_followup.model._identity import Identity, duplicates, identity_of
from interview_followup.model._interview import Interview, by_end, by_start
from interview_followup.model._offer import Offer, offer_or_none
from interview_followup.model._own_facts import NO_FACTS, own_facts
from interview_followup.model._person import Person, person_or_none
from interview_followup.model._promise import Promise, promise_or_none
from interview_followup.model._times import instant
from interview_followup.model._workdays import Workdays, workdays_or_none

Outcome: TypeAlias = Literal["rejected", "withdrawn", "declined", "accepted"]

OUTCOMES: tuple[Outcome, ...] = ("rejected", "withdrawn", "declined", "accepted")


@frozen(kw_only=True, repr=False)
class FollowUp(Checked):
    """How they asked you to follow up: over which `channel`, and where `to`."""

    channel: str = field(converter=required_text)
    to: str | None = field(default=None, converter=text)


def _follow_up(value: FollowUp | None) -> Any:
    return instance(FollowUp, value)


def _interviews(value: Iterable[Interview]) -> Any:
    return instances(Interview, value)


def _outcome(value: Outcome | None) -> Any:
    return choice(OUTCOMES, value)


@frozen(kw_only=True, repr=False)
class Application(Checked):
    """One employer and role, and all that is known of it.

    `heard` is the last time the employer wrote, `signed` the moment the contract was in hand,
    `workdays` the employer's, where they differ from the search's. Identity is `key`, or else
    `employer` and `role`.
    """

    employer: str | None = field(default=None, converter=text)
    role: str | None = field(default=None, converter=text)
    interviews: tuple[Interview, ...] = field(default=(), converter=_interviews)
    recruiter: Person | None = field(default=None, converter=person_or_none)
    follow_up: FollowUp | None = field(default=None, converter=_follow_up)
    promise: Promise | None = field(default=None, converter=promise_or_none)
    offer: Offer | None = field(default=None, converter=offer_or_none)
    heard: datetime | None = field(default=None, converter=instant)
    outcome: Outcome | None = field(default=None, converter=_outcome)
    signed: datetime | None = field(default=None, converter=instant)
    workdays: Workdays | None = field(default=None, converter=workdays_or_none)
    done: tuple[Done, ...] = field(default=(), converter=acts_done)
    set_aside: tuple[SetAside, ...] = field(default=(), converter=acts_set_aside)
    facts: Mapping[str, Any] = field(default=NO_FACTS, converter=own_facts)
    key: str | None = field(default=None, converter=text)

    @property
    def identity(self) -> Identity:
        return identity_of(self.key, "employer", self.employer or "", self.role or "")

    @property
    def title(self) -> str | None:
        """The employer and the role in one line, as far as they are known."""
        return ", ".join(filter(None, (self.employer, self.role))) or None

    @property
    def latest(self) -> Interview | None:
        """The interview that ends last; one whose end is unknown counts by its start.

        Its zone is the application's, and what was done since it ended counts for a chase.
        """
        return max(self.interviews, key=by_end, default=None)

    @property
    def first(self) -> Interview | None:
        """The interview that starts first."""
        return min(self.interviews, key=by_start, default=None)

    def _cross_checks(self) -> Iterator[Problem]:
        yield from duplicates("interviews", self.interviews)
        yield from addressed("done", self.done)
        yield from addressed("set_aside", self.set_aside)
