"""Plans: what the rules say of a job search, seen from one moment."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from attrs import field, frozen

from interview_followup import _clock
from interview_followup._planning.hindrance import Hindrance, hindrance
from interview_followup._planning.questions import Question, Questions
from interview_followup._planning.schedule import Scheduled, ScheduledCaution, Status, items, uid
from interview_followup.advice import CV_LIBRARY
from interview_followup.language._rule import DATES, fill, placeholders
from interview_followup.language._rule_set import RuleSet, rule_set
from interview_followup.language._subject import Subject
from interview_followup.language._window import Window
from interview_followup.model._fields import moment
from interview_followup.model._model import Application, Identity, Interview, JobSearch, as_search

if TYPE_CHECKING:
    import pendulum


def readable(instant: datetime | None, timezone: str) -> pendulum.DateTime | None:
    """Return an instant, if there is one, as people in a zone read it."""
    return None if instant is None else _clock.local(instant, _clock.zone(timezone))


@frozen(kw_only=True)
class Action:
    """An act for one subject at the moment of a plan.

    Times are `pendulum.DateTime`s in `timezone`, the candidate's zone, or None; the `window` holds
    the same moments as instants in UTC. `until` is when the status next changes.
    """

    scheduled: Scheduled
    status: Status
    until_utc: datetime | None
    timezone: str
    now_utc: datetime = field(eq=False)
    at_utc: datetime | None = None

    @property
    def at(self) -> pendulum.DateTime | None:
        """When it is done, in a forecast; None in a plan."""
        return readable(self.at_utc, self.timezone)

    @property
    def uid(self) -> UUID:
        return self.scheduled.uid

    @property
    def act(self) -> str:
        return self.scheduled.act

    @property
    def rules(self) -> tuple[str, ...]:
        """The names of the rules that make this action."""
        return self.scheduled.rules

    @property
    def subject(self) -> Subject:
        return self.scheduled.subject

    @property
    def identities(self) -> tuple[Identity, ...]:
        return self.scheduled.identities

    @property
    def window(self) -> Window:
        return self.scheduled.window

    @property
    def opens(self) -> pendulum.DateTime | None:
        return readable(self.window.opens, self.timezone)

    @property
    def best(self) -> pendulum.DateTime | None:
        return readable(self.window.best, self.timezone)

    @property
    def due(self) -> pendulum.DateTime | None:
        return readable(self.window.due, self.timezone)

    @property
    def closes(self) -> pendulum.DateTime | None:
        return readable(self.window.closes, self.timezone)

    @property
    def until(self) -> pendulum.DateTime | None:
        return readable(self.until_utc, self.timezone)

    @property
    def hindrance(self) -> Hindrance | None:
        """Why you cannot do it yourself at its best moment, and when you still can.

        Times are yours. None once the best moment has come.
        """
        found = hindrance(self.scheduled, self.now_utc)
        if found is None:
            return None
        nearest, before = (readable(each, self.timezone) for each in (found.nearest, found.before))
        return found._replace(nearest=nearest, before=before)

    @property
    def channel(self) -> str | None:
        return self.scheduled.channel

    @property
    def to(self) -> str | None:
        """Where the channel leads: an e-mail address, a profile, a name."""
        return self.scheduled.to

    @property
    def text(self) -> str:
        return self.scheduled.text

    @property
    def why(self) -> str:
        return self.scheduled.why

    @property
    def source(self) -> str:
        return self.scheduled.source

    def __str__(self) -> str:
        best, zone = self.window.best, _clock.zone(self.timezone)
        when = "No date yet" if best is None else _clock.in_words(best, zone)
        return f"{when}: {self.text} ({self.status})"

    def __repr__(self) -> str:
        return f"<Action {self.act} of {self.subject.label}: {self}>"


@frozen(kw_only=True)
class Caution:
    """A warning that holds at the moment of a plan, from `since` until `until`.

    Times are `pendulum.DateTime`s in `timezone`, the candidate's zone, or None. `status` is what
    the act's window is at: too early, open but about to close, late, closed, or in conflict.
    """

    uid: UUID
    act: str
    rules: tuple[str, ...]
    subject: Subject
    status: Status
    since_utc: datetime | None
    until_utc: datetime | None
    timezone: str
    text: str
    why: str
    source: str

    @property
    def identities(self) -> tuple[Identity, ...]:
        return self.subject.identities

    @property
    def since(self) -> pendulum.DateTime | None:
        return readable(self.since_utc, self.timezone)

    @property
    def until(self) -> pendulum.DateTime | None:
        return readable(self.until_utc, self.timezone)

    def __str__(self) -> str:
        return f"{self.text} ({self.status})"

    def __repr__(self) -> str:
        return f"<Caution {self.act} of {self.subject.label}: {self}>"


@frozen(kw_only=True)
class Plan:
    """What to do, what to beware of and what to tell us, at the moment `now`.

    `now` and `until`, the next instant at which anything in the plan changes, are
    `pendulum.DateTime`s in `timezone`, the candidate's zone. Actions are in the order of `best`,
    then `uid`; the questions that hold most back come first.
    """

    now_utc: datetime
    until_utc: datetime | None
    timezone: str
    actions: tuple[Action, ...]
    cautions: tuple[Caution, ...]
    questions: tuple[Question, ...]

    @property
    def now(self) -> pendulum.DateTime:
        return _clock.local(self.now_utc, _clock.zone(self.timezone))

    @property
    def until(self) -> pendulum.DateTime | None:
        return readable(self.until_utc, self.timezone)

    def __repr__(self) -> str:
        parts = ("actions", "cautions", "questions")
        held = [(len(getattr(self, part)), part) for part in parts]
        counts = ", ".join(f"{n} {part[:-1] if n == 1 else part}" for n, part in held)
        return f"<Plan for {self.now.isoformat()}: {counts}>"


def schedule(
    known: JobSearch | Application | Interview, *, rules: RuleSet = CV_LIBRARY
) -> tuple[Scheduled, ...]:
    """Return every subject's windows, guards included, in the order of `best`, then `uid`.

    No clock is read and none is needed. The windows hold instants in UTC.
    """
    return tuple(sorted(items(as_search(known), rule_set(rules)), key=_by_best))


def _by_best(item: Scheduled) -> tuple[datetime, int]:
    return item.window.best or _clock.LATEST, item.uid.int


def plan(
    known: JobSearch | Application | Interview, *, now: datetime, rules: RuleSet = CV_LIBRARY
) -> Plan:
    """Return what the rules advise at one moment; `now` is any aware time.

    Raises:
        InvalidInput: `now` is naive or not between 1970 and 2200.
    """
    search, instant = as_search(known), moment("now", now)
    timezone = search.timezone
    actions: list[Action] = []
    cautions: list[Caution] = []
    changes: list[datetime | None] = []
    questions = Questions(instant)
    for item in schedule(search, rules=rules):
        status, until = item.status(instant)
        questions.add(item, status)
        if not item.is_guard:
            actions.append(
                Action(
                    scheduled=item,
                    status=status,
                    until_utc=until,
                    timezone=timezone,
                    now_utc=instant,
                )
            )
            changes.append(until)
        elif item.missing:
            changes.append(_asked_until(item, instant))
        for caution in item.cautions:
            if caution.since is not None and instant < caution.since:
                changes.append(caution.since)
            elif caution.until is None or instant < caution.until:
                cautions.append(dated(item, caution, timezone))
                changes.append(caution.until)
    changes.extend(questions.changes())
    return Plan(
        now_utc=instant,
        until_utc=min(filter(None, changes), default=None),
        timezone=timezone,
        actions=tuple(actions),
        cautions=tuple(sorted(cautions, key=by_since)),
        questions=questions.all(_clock.zone(timezone)),
    )


def _asked_until(guard: Scheduled, now: datetime) -> datetime | None:
    """Return when a guard next begins or ceases to ask; nothing else of it shows in a plan."""
    status, until = guard.status(now)
    asks = status == "needs-fact"
    while until is not None and (status == "needs-fact") is asks:
        changed = until
        status, until = guard.status(changed)
    return None if (status == "needs-fact") is asks else changed


def dated(item: Scheduled, caution: ScheduledCaution, timezone: str) -> Caution:
    """Return a caution about an act as it is shown, its text filled in."""
    return Caution(
        uid=uid(item.act, item.subject, caution.status),
        act=item.act,
        rules=caution.rules,
        subject=item.subject,
        status=caution.status,
        since_utc=caution.since,
        until_utc=caution.until,
        timezone=timezone,
        text=filled(caution.text, item.subject, item.window, timezone),
        why=caution.why,
        source=caution.source,
    )


def filled(text: str, subject: Subject, window: Window, timezone: str) -> str:
    """Return the text of a caution with what it mentions filled in, its dates in a zone."""
    names = placeholders(text)
    if names is None:
        return text
    dates = {}
    for name in DATES:
        if name in names:
            moment = getattr(window, name)
            zone = _clock.zone(timezone)
            dates[name] = "it happens" if moment is None else _clock.in_words(moment, zone)
    return fill(text, subject, **dates)


def by_since(caution: Caution) -> tuple[datetime, int]:
    """Return the key that puts cautions in the order in which they began."""
    return caution.since_utc or _clock.EARLIEST, caution.uid.int
