"""Advice as a difference compares it: an action or a caution, of a plan or of its dictionary."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal, NamedTuple, TypeAlias
from uuid import UUID

import pendulum
from attrs import frozen

from interview_followup import _clock
from interview_followup._errors import Shown, escaped
from interview_followup._planning.cautions import Caution
from interview_followup._planning.dated import LocalWindow
from interview_followup._planning.dates import dated_line
from interview_followup._planning.hindrance import Hindrance
from interview_followup._planning.plan import Action, Plan
from interview_followup._planning.status import STATUSES, Status
from interview_followup.language._subject import Keys, Subject
from interview_followup.language._window import Window

NO_WINDOW = Window()

AdviceKind: TypeAlias = Literal["action", "caution"]


class About(NamedTuple):
    """What a subject goes by; each part is None where it is wider than that, or has no name."""

    employer: str | None
    """The employer's name."""
    role: str | None
    """The role."""
    interview: date | datetime | None
    """When the interview starts: an instant in UTC, or a day."""
    person: str | None
    """The person's name."""


class Hindered(NamedTuple):
    """What keeps the candidate from an action at its best moment.

    Moments are stdlib datetimes in UTC.
    """

    interview: date | datetime | None
    """When the interview starts that they are in then, or its day; None if they are not."""
    nearest: datetime | None
    """The moment nearest to the best one at which they can act; None if there is none."""
    before: datetime | None
    """When to write a message that is then sent at the best moment; None if that is no way."""
    text: str
    """All of that in a sentence."""


@frozen(kw_only=True, repr=False)
class Advice(LocalWindow, Shown):
    """An action or a caution, as one of two plans has it.

    `opens`, `best`, `due`, `closes`, `since` and `until` are `pendulum.DateTime` values in the
    candidate's zone, or None; `window`, `since_utc` and `until_utc` have stdlib datetimes in UTC.
    """

    kind: AdviceKind
    """Which of the two it is: `action` or `caution`."""
    uid: UUID
    """Its id, the same in both plans."""
    act: str
    """The act, as lower-case words joined by hyphens: `thank-you`."""
    about: About
    """What its subject goes by."""
    keys: Keys
    """The host's own ids of its subject and of what that is in."""
    status: Status
    """Where the act stands at the moment of the plan."""
    window: Window = NO_WINDOW
    """From when until when an action may be done, in UTC; empty of dates for a caution."""
    since_utc: datetime | None = None
    """Since when a caution holds, in UTC; None where it always did, and of an action."""
    until_utc: datetime | None
    """When the status of an action changes or a caution ends, in UTC; None if never."""
    timezone: str
    """The IANA name of the zone that the candidate lives in."""
    channel: str | None = None
    """How to do it, such as `email`; None where nobody has told."""
    to: str | None = None
    """Where the channel leads: an address, a number, a name; None if nobody has told."""
    hindrance: Hindered | None = None
    """What keeps the candidate from it at its best moment; None if nothing does."""
    text: str
    """What to do or to beware of, in a sentence."""

    @property
    def since(self) -> pendulum.DateTime | None:
        """Since when a caution holds, in the candidate's zone; None where it always did."""
        return _clock.local(self.since_utc, self.timezone)

    @property
    def until(self) -> pendulum.DateTime | None:
        """When it next changes, in the candidate's zone; None if it never does."""
        return _clock.local(self.until_utc, self.timezone)

    @property
    def is_shown(self) -> bool:
        """Whether people are told of it: of every caution, but not of an action that is over."""
        return self.kind == "caution" or STATUSES[self.status].shown

    @property
    def dates(self) -> tuple[datetime | None, ...]:
        """What it moves by, in UTC: an action's window, or from when until when a caution holds."""
        return self.window[:4] if self.kind == "action" else (self.since_utc, self.until_utc)

    @property
    def manner(self) -> tuple[object, ...]:
        """What else may change: its status and text, how it is done, and what hinders it."""
        return self.status, self.text, self.channel, self.to, self.hindrance

    def __str__(self) -> str:
        if self.kind == "caution":
            return escaped(f"{self.text} ({self.status})")
        return dated_line(self.window, self.timezone, self.text, self.status)

    def __repr__(self) -> str:
        return f"<Advice {self.kind} {self.act}: {self}>"


def advice_in(plan: Plan) -> dict[UUID, tuple[Advice, Subject]]:
    """Return what people are told of in a plan, each with its subject, by its uid."""
    actions = [action for action in plan.actions if STATUSES[action.status].shown]
    pairs = [
        *[(_of_action(action), action.subject) for action in actions],
        *[(_of_caution(caution), caution.subject) for caution in plan.cautions],
    ]
    return {advice.uid: (advice, subject) for advice, subject in pairs}


def _of_action(action: Action) -> Advice:
    return Advice(
        kind="action",
        uid=action.uid,
        act=action.act,
        about=about(action.subject),
        keys=action.subject.keys,
        status=action.status,
        window=action.window._replace(unknown=frozenset()),
        until_utc=action.until_utc,
        timezone=action.timezone,
        channel=action.channel,
        to=action.to,
        hindrance=hindered(action.hindrance),
        text=action.text,
    )


def _of_caution(caution: Caution) -> Advice:
    return Advice(
        kind="caution",
        uid=caution.uid,
        act=caution.act,
        about=about(caution.subject),
        keys=caution.subject.keys,
        status=caution.status,
        since_utc=caution.since_utc,
        until_utc=caution.until_utc,
        timezone=caution.timezone,
        text=caution.text,
    )


def about(subject: Subject) -> About:
    """Return what a subject goes by."""
    application, interview, person = (*subject.values[1:], None, None, None)[:3]
    return About(
        employer=application and application.employer,
        role=application and application.role,
        interview=interview and interview.starts,
        person=person and person.name,
    )


def hindered(hindrance: Hindrance | None) -> Hindered | None:
    """Return what a hindrance says, if there is one, in values that a dictionary can hold."""
    if hindrance is None:
        return None
    interview, *moments, text = hindrance
    nearest, before = (moment and _clock.instant_of(moment) for moment in moments)
    return Hindered(interview.starts if interview else None, nearest, before, text)
