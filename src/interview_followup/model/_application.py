"""The application: one employer and role, and all that is known of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any, Literal, TypeAlias

from attrs import field, frozen

from interview_followup._errors import InvalidInput, Problem
from interview_followup.model._acts import (
    Done,
    SetAside,
    acts_done,
    acts_set_aside,
    addressed,
)
from interview_followup.model._addresses import email, where_known
from interview_followup.model._checks import Checked, Invalid
from interview_followup.model._converters import (
    boolean,
    choice,
    instance,
    instances,
    key_text,
    lines,
    name,
    required_text,
)
from interview_followup.model._identity import Identity, duplicates, identity_of
from interview_followup.model._interview import Interview, by_end, by_start
from interview_followup.model._lookup import the_one
from interview_followup.model._names import compared
from interview_followup.model._offer import Offer, offer_or_none
from interview_followup.model._own_facts import NO_FACTS, own_facts
from interview_followup.model._person import Person, person_or_none
from interview_followup.model._promise import Promise, promise_or_none
from interview_followup.model._times import date_or_instant
from interview_followup.model._workdays import Workdays, workdays_or_none

Outcome: TypeAlias = Literal["rejected", "withdrawn", "declined", "accepted", "no-answer", "closed"]
"""How an application ended.

`rejected` by the employer; `withdrawn`, `declined` or `accepted` by the candidate. `no-answer` is a
silence that the candidate takes for a no, `closed` any other end.
"""

OUTCOMES: tuple[Outcome, ...] = (
    *("rejected", "withdrawn", "declined", "accepted", "no-answer", "closed"),
)


@frozen(kw_only=True, repr=False)
class FollowUp(Checked):
    """How the employer asked to be written to: over which channel, and where.

    Raises:
        InvalidInput: The channel is missing, or an e-mail address is none.
    """

    channel: str = field(converter=required_text)
    """A word for the way, such as `email`, `phone` or `portal`."""
    to: str | None = field(default=None, converter=where_known)
    """Where it leads: an address, a number, a name; None where nobody has told."""

    def _cross_checks(self) -> Iterator[Problem]:
        is_email = self.channel and compared(self.channel) in ("email", "e-mail")
        address = email(self.to) if is_email and "@" in (self.to or "") else None
        if isinstance(address, Invalid):
            yield from (problem.within("to") for problem in address.problems)


def _follow_up(value: FollowUp | None) -> Any:
    return instance(FollowUp, value)


def _interviews(value: Iterable[Interview]) -> Any:
    return instances(Interview, value)


def _outcome(value: Outcome | None) -> Any:
    return choice(OUTCOMES, value, "; leave it out as long as it goes on")


@frozen(kw_only=True, repr=False)
class Application(Checked):
    """One employer and role, and all that is known of it.

    Moments are given as aware datetimes of any zone and kept as stdlib datetimes in UTC; a day is a
    date, counted in the zone of the latest interview. Two entries of one search are the same
    application if their `key` is the same or, where neither has one, their `employer` and `role`.

    Raises:
        InvalidInput: A part cannot be read or does not fit the others; with every problem.
    """

    employer: str | None = field(default=None, converter=name)
    """What the employer is called; None where that is not known."""
    role: str | None = field(default=None, converter=name)
    """What the job is called; None where that is not known."""
    interviews: tuple[Interview, ...] = field(default=(), converter=_interviews)
    """The meetings, in any order."""
    recruiter: Person | None = field(default=None, converter=person_or_none)
    """Who stands between the candidate and the employer; None if nobody does."""
    follow_up: FollowUp | None = field(default=None, converter=_follow_up)
    """How they asked to be written to; None where nobody has told."""
    promise: Promise | None = field(default=None, converter=promise_or_none)
    """When and how they said they would answer; None where nobody has told."""
    offer: Offer | None = field(default=None, converter=offer_or_none)
    """The offer that they made; None if there is none yet."""
    heard: date | datetime | None = field(default=None, converter=date_or_instant)
    """The last time that they wrote; a day stands for its end. None if they never did."""
    outcome: Outcome | None = field(default=None, converter=_outcome)
    """How it ended; None as long as it goes on."""
    signed: date | datetime | None = field(default=None, converter=date_or_instant)
    """When the contract was in hand; a day stands for its end. None if it is not yet."""
    preferred: bool = field(default=False, converter=boolean)
    """Whether the candidate would rather have it than all others; one at most is."""
    workdays: Workdays | None = field(default=None, converter=workdays_or_none)
    """On which days the employer works; None where that is as in the search."""
    notes: str | None = field(default=None, converter=lines)
    """Lines of text that no rule reads."""
    done: tuple[Done, ...] = field(default=(), converter=acts_done)
    """The acts done that are about the application."""
    set_aside: tuple[SetAside, ...] = field(default=(), converter=acts_set_aside)
    """The acts set aside that are about the application."""
    facts: Mapping[str, Any] = field(default=NO_FACTS, converter=own_facts)
    """What rules of your own ask for, by the fact's name: texts, numbers, truths, days, moments."""
    key: str | None = field(default=None, converter=key_text)
    """The host's own id of the application, text or whole number, kept as text."""

    @property
    def identity(self) -> Identity:
        """What makes two entries the same: the key, else employer and role, ignoring case."""
        names = compared(self.employer or ""), compared(self.role or "")
        return identity_of(self.key, "employer", *names)

    @property
    def names(self) -> tuple[str, ...]:
        """What it goes by: the employer, the role, and both, as far as they are known."""
        return tuple(dict.fromkeys(filter(None, (self.employer, self.role, self.title))))

    @property
    def title(self) -> str | None:
        """The employer and the role in one line; None where neither is known."""
        return ", ".join(filter(None, (self.employer, self.role))) or None

    @property
    def latest(self) -> Interview | None:
        """The interview that ends last, of those that took place or still may.

        Its zone is the application's. None if there is no such interview.
        """
        return max(self._taking_place, key=by_end, default=None)

    @property
    def first(self) -> Interview | None:
        """The interview that starts first, of those that took place or still may, if any."""
        return min(self._taking_place, key=by_start, default=None)

    @property
    def _taking_place(self) -> list[Interview]:
        return [interview for interview in self.interviews if interview.took_place]

    def interview(
        self, starts: date | datetime | None = None, *, key: str | int | None = None
    ) -> Interview:
        """Return the interview that starts at this moment or on this day, or has this key.

        A day is one in the interview's own zone.

        Raises:
            InvalidInput: There is none, or more than one; the moment is naive; or not just one of
                the two is given.
        """
        start = date_or_instant(starts)
        if isinstance(start, Invalid):
            raise InvalidInput(problem.within("interview") for problem in start.problems)
        return the_one(
            "interview",
            self.interviews,
            names=lambda interview: [interview.starts_in_words],
            name=starts,
            is_named=lambda interview: interview.starts_on(start),
            key=key,
        )

    def _cross_checks(self) -> Iterator[Problem]:
        yield from duplicates("interviews", self.interviews)
        yield from addressed("done", self.done)
        yield from addressed("set_aside", self.set_aside)
