"""Advice as a difference compares it: an action or a caution, of a plan or of its dictionary."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal, NamedTuple, TypeAlias
from uuid import UUID

import pendulum
from attrs import frozen

from interview_followup import _clock
from interview_followup._errors import Shown
from interview_followup._planning.cautions import Caution
from interview_followup._planning.hindrance import Hindrance
from interview_followup._planning.plan import Action, Plan
from interview_followup._planning.status import STATUSES, Status
from interview_followup.language._subject import Keys, Subject
from interview_followup.language._window import Window

NO_WINDOW = Window()

AdviceKind: TypeAlias = Literal["action", "caution"]


class About(NamedTuple):
    """What a subject goes by, each part None where it is about something wider or has no name.

    `interview` is when it starts, an instant in UTC, or the day of it.
    """

    employer: str | None
    role: str | None
    interview: date | datetime | None
    person: str | None


class Hindered(NamedTuple):
    """What an action's hindrance says: moments are instants in UTC, `interview` when it starts."""

    interview: date | datetime | None
    nearest: datetime | None
    before: datetime | None
    text: str


@frozen(kw_only=True, repr=False)
class Advice(Shown):
    """An action or a caution, by its `kind`, as one of two plans has it.

    `keys` are the host's own ids of what it is about, `about` what that goes by. Times are
    `pendulum.DateTime`s in `timezone`, the candidate's zone, or None: an action `opens`, has a
    `best` and a `due` moment and `closes`, a caution holds `since` a moment; `until` is when the
    status of the one changes, or the other no longer holds. `window`, `since_utc` and `until_utc`
    are the same instants as stdlib datetimes in UTC.
    """

    kind: AdviceKind
    uid: UUID
    act: str
    about: About
    keys: Keys
    status: Status
    window: Window = NO_WINDOW
    since_utc: datetime | None = None
    until_utc: datetime | None
    timezone: str
    channel: str | None = None
    to: str | None = None
    hindrance: Hindered | None = None
    text: str

    @property
    def opens(self) -> pendulum.DateTime | None:
        return self._local(self.window.opens)

    @property
    def best(self) -> pendulum.DateTime | None:
        return self._local(self.window.best)

    @property
    def due(self) -> pendulum.DateTime | None:
        return self._local(self.window.due)

    @property
    def closes(self) -> pendulum.DateTime | None:
        return self._local(self.window.closes)

    @property
    def since(self) -> pendulum.DateTime | None:
        return self._local(self.since_utc)

    @property
    def until(self) -> pendulum.DateTime | None:
        return self._local(self.until_utc)

    def _local(self, instant: datetime | None) -> pendulum.DateTime | None:
        return _clock.local(instant, self.timezone)

    @property
    def is_shown(self) -> bool:
        """Whether people are told of it: of every caution, but not of an action that is over."""
        return self.kind == "caution" or STATUSES[self.status].shown

    @property
    def dates(self) -> tuple[datetime | None, ...]:
        """What it moves by: of an action its window, of a caution from when until when it holds."""
        return self.window[:4] if self.kind == "action" else (self.since_utc, self.until_utc)

    @property
    def manner(self) -> tuple[object, ...]:
        """What else may change: its status and text, how it is done, and what hinders it."""
        return self.status, self.text, self.channel, self.to, self.hindrance

    def __str__(self) -> str:
        if self.kind == "caution":
            return f"{self.text} ({self.status})"
        best, zone = self.window.best, _clock.zone(self.timezone)
        when = "No date yet" if best is None else _clock.in_words(best, zone)
        return f"{when}: {self.text} ({self.status})"

    def __repr__(self) -> str:
        return f"<Advice {self.kind} {self.act}: {self}>"


def advice_in(plan: Plan) -> dict[UUID, tuple[Advice, Subject]]:
    """Return what people are told of in a plan, each with its subject, by its uid."""
    actions = [each for each in plan.actions if STATUSES[each.status].shown]
    pairs = [
        *[(_of_action(each), each.subject) for each in actions],
        *[(_of_caution(each), each.subject) for each in plan.cautions],
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
