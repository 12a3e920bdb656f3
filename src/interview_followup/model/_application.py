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

OUTCOMES: tuple[Outcome, ...] = (
    *("rejected", "withdrawn", "declined", "accepted", "no-answer", "closed"),
)


@frozen(kw_only=True, repr=False)
class FollowUp(Checked):
    """How they asked you to follow up: over which `channel`, and where `to`."""

    channel: str = field(converter=required_text)
    to: str | None = field(default=None, converter=where_known)

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

    `heard` is the last time the employer wrote, `signed` the moment the contract was in hand, each
    an instant or a day, which stands for its end. `outcome` is `no-answer` where their silence is
    taken for a no, `closed` where it is over for another reason. `preferred` is the one that the
    candidate would rather have than all others. `workdays` are the employer's, where they differ
    from the search's. Identity is `key`, or else `employer` and `role`.
    """

    employer: str | None = field(default=None, converter=name)
    role: str | None = field(default=None, converter=name)
    interviews: tuple[Interview, ...] = field(default=(), converter=_interviews)
    recruiter: Person | None = field(default=None, converter=person_or_none)
    follow_up: FollowUp | None = field(default=None, converter=_follow_up)
    promise: Promise | None = field(default=None, converter=promise_or_none)
    offer: Offer | None = field(default=None, converter=offer_or_none)
    heard: date | datetime | None = field(default=None, converter=date_or_instant)
    outcome: Outcome | None = field(default=None, converter=_outcome)
    signed: date | datetime | None = field(default=None, converter=date_or_instant)
    preferred: bool = field(default=False, converter=boolean)
    workdays: Workdays | None = field(default=None, converter=workdays_or_none)
    notes: str | None = field(default=None, converter=lines)
    done: tuple[Done, ...] = field(default=(), converter=acts_done)
    set_aside: tuple[SetAside, ...] = field(default=(), converter=acts_set_aside)
    facts: Mapping[str, Any] = field(default=NO_FACTS, converter=own_facts)
    key: str | None = field(default=None, converter=key_text)

    @property
    def identity(self) -> Identity:
        names = compared(self.employer or ""), compared(self.role or "")
        return identity_of(self.key, "employer", *names)

    @property
    def names(self) -> tuple[str, ...]:
        """What it goes by: the employer, the role, and both."""
        return tuple(dict.fromkeys(filter(None, (self.employer, self.role, self.title))))

    @property
    def title(self) -> str | None:
        """The employer and the role in one line, as far as they are known."""
        return ", ".join(filter(None, (self.employer, self.role))) or None

    @property
    def latest(self) -> Interview | None:
        """The interview that ends last, of those that took place or may still do.

        Its zone is the application's, and what was done since it ended counts for a chase.
        """
        return max(self._taking_place, key=by_end, default=None)

    @property
    def first(self) -> Interview | None:
        """The interview that starts first, of those that took place or may still do."""
        return min(self._taking_place, key=by_start, default=None)

    @property
    def _taking_place(self) -> list[Interview]:
        return [interview for interview in self.interviews if interview.took_place]

    def interview(
        self, starts: date | datetime | None = None, *, key: str | int | None = None
    ) -> Interview:
        """Return the interview that starts then, or on that day; or the one of a key.

        Raises:
            InvalidInput: There is none, or more than one; or what is given is no time.
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
