"""Plans: what the rules say of a job search, seen from one moment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import product
from typing import TypeAlias
from uuid import UUID

import pendulum
from attrs import evolve, field, frozen

from interview_followup import _clock
from interview_followup._displayed import Displayed
from interview_followup._errors import Problem, escaped, invalid, listed, near, shown
from interview_followup._planning import questions as asking
from interview_followup._planning.cautions import Caution
from interview_followup._planning.dated import Dated
from interview_followup._planning.dates import dated_line
from interview_followup._planning.hindrance import Hindrance, hindrance
from interview_followup._planning.lookup import (
    Of,
    fitting_in,
    is_in,
    is_one_person,
    named,
    the_only,
    urgency,
)
from interview_followup._planning.problems import Records
from interview_followup._planning.questions import Question
from interview_followup._planning.scheduled import Scheduled
from interview_followup._planning.status import Status
from interview_followup.language._subject import Subject
from interview_followup.language._window import Window
from interview_followup.language._wording import Wording
from interview_followup.model import JobSearch
from interview_followup.model._identity import Identities
from interview_followup.model._replacement import PARTS

NextChange: TypeAlias = tuple[datetime, Identities | str]
"""When something changes that is said of a subject, or that is wrong in a place."""


@frozen(kw_only=True, repr=False)
class Action(Dated):
    """Something to do, about one subject, as it stands at the moment of a plan.

    Moments are `pendulum.DateTime` values in the candidate's zone, or None; the `window` and the
    fields in `_utc` have stdlib datetimes in UTC. `until` is when the status next changes.
    """

    scheduled: Scheduled
    """What the rules say of the act, whatever the time is."""
    status: Status
    """Where the act stands at the moment of the plan."""
    until_utc: datetime | None
    """When the status next changes, in UTC; None if it never does."""
    now_utc: datetime = field(eq=False)
    """The moment of the plan, in UTC."""
    at_utc: datetime | None = None
    """When it is done, in UTC, in a forecast; None in a plan."""

    @property
    def at(self) -> pendulum.DateTime | None:
        """When it is done, in the candidate's zone, in a forecast; None in a plan."""
        return _clock.local(self.at_utc, self.timezone)

    @property
    def uid(self) -> UUID:
        """The id, which stays the same from plan to plan until the act is done once more."""
        return self.scheduled.uid

    @property
    def act(self) -> str:
        """What to do, as lower-case words joined by hyphens: `thank-you`."""
        return self.scheduled.act

    @property
    def rules(self) -> tuple[str, ...]:
        """The names of the rules that make this action."""
        return self.scheduled.rules

    @property
    def subject(self) -> Subject:
        """Whom or what it is about."""
        return self.scheduled.subject

    @property
    def identities(self) -> Identities:
        """What tells its subject from all others of the search."""
        return self.scheduled.identities

    @property
    def window(self) -> Window:
        """From when until when it may be done, in UTC."""
        return self.scheduled.window

    @property
    def hindrance(self) -> Hindrance | None:
        """What keeps the candidate from it at its best moment, and when they can instead.

        Moments are in the candidate's zone. None if nothing does, or the best moment has come.
        """
        reason = hindrance(self.scheduled, self.now_utc)
        if reason is None:
            return None
        nearest, before = (
            _clock.local(instant, self.timezone) for instant in (reason.nearest, reason.before)
        )
        return reason._replace(nearest=nearest, before=before)

    @property
    def channel(self) -> str | None:
        """How to do it, such as `email`; None where nobody has told, or there are many ways."""
        return self.scheduled.channel

    @property
    def to(self) -> str | None:
        """Where the channel leads: an address, a number, a name; None where nobody has told."""
        return self.scheduled.to

    @property
    def text(self) -> str:
        """What to do, in a sentence."""
        return self.scheduled.text

    @property
    def why(self) -> str:
        """Why to do it, in sentences."""
        return self.scheduled.why

    @property
    def wording(self) -> tuple[Wording, ...]:
        """What to say in the message and what not to, each sentence with its source."""
        return self.scheduled.wording

    @property
    def source(self) -> str:
        """Where the advice comes from; several sources are joined by semicolons."""
        return self.scheduled.source

    def __str__(self) -> str:
        return dated_line(self.window, self.timezone, self.text, self.status)

    def __repr__(self) -> str:
        return escaped(f"<Action {self.act} of {self.subject.label}: {self}>")


@frozen(kw_only=True, repr=False)
class Plan(Displayed):
    """What to do, what to beware of, what to tell and what to correct, at one moment.

    `now` and `until` are `pendulum.DateTime` values in the candidate's zone; the fields in `_utc`
    are stdlib datetimes in UTC.
    """

    now_utc: datetime
    """The moment of the plan, in UTC."""
    until_utc: datetime | None
    """The next moment at which anything in it changes, in UTC; None if nothing does."""
    timezone: str
    """The IANA name of the zone that the candidate lives in."""
    actions: tuple[Action, ...]
    """The acts that the rules ask for, whatever their status; of a forecast, those done in it.

    They are in the order of their best moments, those without one last, then of act and subject.
    """
    cautions: tuple[Caution, ...]
    """The warnings that hold at the moment, in the order in which they began."""
    questions: tuple[Question, ...]
    """What nobody has told, and would sharpen the plan; what holds most back is first."""
    problems: tuple[Problem, ...]
    """What looks wrong on record; first what is later than now."""
    _changes: tuple[NextChange, ...] = field(default=(), alias="changes", eq=False)
    _about: tuple[Identities, ...] = field(default=((),), alias="about", eq=False)

    @property
    def now(self) -> pendulum.DateTime:
        """The moment of the plan, in the candidate's zone."""
        return _clock.local(self.now_utc, self.timezone)

    @property
    def until(self) -> pendulum.DateTime | None:
        """The next moment at which anything in it changes, in the candidate's zone.

        Until then a plan made again says the same. None if nothing will change.
        """
        return _clock.local(self.until_utc, self.timezone)

    @property
    def is_forecast(self) -> bool:
        """Whether `forecast` made it, and its actions say when each is done."""
        return any(action.at_utc is not None for action in self.actions)

    def action(
        self, uid: UUID | str | None = None, *, act: str | None = None, of: Of | None = None
    ) -> Action:
        """Return the action with this `uid`, or the one of this act, whatever its status.

        A `uid` may be given as its text. `of` says for whom or what the act is, as in `check`: it
        may be left out where there is only one, and of several meetings with one person it is the
        one whose time it is.

        >>> meeting = Interview(starts=date(2026, 11, 24), timezone="Europe/London")
        >>> plan(meeting, now=date(2026, 11, 25)).action(act="debrief").status
        'open'

        Raises:
            InvalidInput: The plan has none, or several. A `uid` may be another plan's, or the act
                may be done by now.
        """
        if (uid is None) == (act is None) or (uid is not None and of is not None):
            message = "is to be found by nothing, or by two things"
            raise invalid("action", message, "give a uid, or an act as act=...")
        return self._by_uid(str(uid)) if act is None else self._by_act(act, of)

    def _by_uid(self, uid: str) -> Action:
        for action in self.actions:
            if str(action.uid) == uid:
                return action
        if uid in [str(caution.uid) for caution in self.cautions]:
            mend = "take it from the plan's cautions, which are recorded as actions are"
            raise invalid("uid", f"{shown(uid)} is a caution's", mend)
        if uid in [action.act for action in self.actions]:
            raise invalid("uid", f"{shown(uid)} is an act", f"give it by name, as act={uid!r}")
        mend = "take it from this plan: it is another one once the act is done"
        raise invalid("uid", f"{shown(uid)} is no action's", mend)

    def _by_act(self, act: str, of: Of | None) -> Action:
        actions: dict[Subject, Action] = {}
        for action in self.actions:
            if action.act == act:
                actions.setdefault(action.subject, action)  # In a forecast, the first time.
        if not actions:
            acts = [action.act for action in self.actions]
            mend = near(act, acts) if acts else "it asks for nothing"
            raise invalid("act", f"there is no action {shown(act)} in this plan", mend)
        subjects = list(actions)
        if of is not None:
            meant = fitting_in(subjects[0].search, subjects[0].per, of)
            subjects = [subject for subject in actions if subject in meant]
        if not subjects:
            message = f"there is no action {shown(act)} of {shown(of)} in this plan"
            labels = listed([shown(subject.label) for subject in actions])
            raise invalid("of", message, f"give one of {labels}")
        if is_one_person(subjects):
            of_one = [actions[subject] for subject in subjects]
            return min(of_one, key=lambda action: urgency(action.scheduled, self.now_utc))
        return actions[the_only(subjects, "of")]

    def of(self, of: Of) -> Plan:
        """Return the part about an application, an interview or a person, and what is in it.

        `of` is one of them, or a name, a key or a label, which may stand for several; a recruiter
        stands for their applications. Of the problems those are kept that are in an application or
        interview meant. `until` is when anything in the part next changes.

        >>> meeting = Interview(starts=date(2026, 11, 24), timezone="Europe/London")
        >>> whole = plan(Application(employer="Acme", interviews=[meeting]), now=date(2026, 11, 25))
        >>> len(whole.actions), len(whole.of("Acme").actions)
        (5, 4)

        Raises:
            InvalidInput: It stands for nothing in the search, or for nothing in the part that this
                already is.
        """
        search = search_of(self)
        if search is None:
            raise invalid("of", f"{shown(of)} is not in the plan", "it says nothing of anybody")
        subjects = named(search, of)
        meant = tuple([subject.identities for subject in subjects])
        about = tuple(_narrower(self._about, meant))
        if not about:
            message = f"{shown(of)} is not in this part of the plan"
            raise invalid("of", message, "take it from the whole plan")
        places = tuple([_place(subject) for subject in subjects])
        until = [
            at
            for at, about in self._changes
            if (about.startswith(places) if isinstance(about, str) else is_in(about, meant))
        ]
        return evolve(
            self,
            about=about,
            until_utc=min(until, default=None) if self._changes else self.until_utc,
            actions=tuple([action for action in self.actions if is_in(action.identities, meant)]),
            cautions=tuple(
                [caution for caution in self.cautions if is_in(caution.identities, meant)]
            ),
            questions=tuple(
                [
                    question
                    for question in self.questions
                    if is_in(question.subject.identities, meant)
                ]
            ),
            problems=tuple(
                [problem for problem in self.problems if problem.place.startswith(places)]
            ),
        )

    def __repr__(self) -> str:
        parts = ("actions", "cautions", "questions", "problems")
        lengths = [(len(getattr(self, part)), part) for part in parts]
        counts = ", ".join(f"{n} {part[:-1] if n == 1 else part}" for n, part in lengths)
        return f"<Plan for {self.now.isoformat()}: {counts}>"


def plan_at(
    schedule: Iterable[Scheduled],
    unmet: Iterable[Scheduled],
    records: Records,
    now: datetime,
    timezone: str,
) -> Plan:
    """Return a schedule as it is seen at an instant in UTC.

    `unmet` are the acts for people of whom nobody has told who they are: they only ask.
    """
    acts = [(scheduled, *scheduled.status(now)) for scheduled in schedule]
    waiting = [(scheduled, *scheduled.status(now)) for scheduled in unmet]
    lacks = asking.lacks([(scheduled, status) for scheduled, status, _ in (*acts, *waiting)])
    actions = [
        Action(scheduled=scheduled, status=status, until_utc=until, now_utc=now)
        for scheduled, status, until in acts
        if scheduled.asks
    ]
    others = [scheduled for scheduled, *_ in acts if not scheduled.asks]
    others += [scheduled for scheduled, *_ in waiting]
    cautions = [caution for scheduled, *_ in acts for caution in scheduled.cautions]
    changes = (
        *_changes(actions, others, cautions, now),
        *asking.changes(lacks, now),
        *records.changes(now),
    )
    return Plan(
        now_utc=now,
        until_utc=min([at for at, _ in changes], default=None),
        timezone=timezone,
        actions=tuple(actions),
        cautions=tuple(
            sorted([caution for caution in cautions if caution.holds(now)], key=beginning)
        ),
        questions=asking.questions(lacks, now),
        problems=records.problems_at(now, timezone),
        changes=changes,
    )


def _changes(
    actions: Iterable[Action],
    others: Iterable[Scheduled],
    cautions: Iterable[Caution],
    now: datetime,
) -> Iterator[NextChange]:
    """Yield when each action and caution next changes; of other acts, when what they ask does."""
    for action in actions:
        if action.until_utc is not None:
            yield action.until_utc, action.identities
    for scheduled in others:
        if (at := _asked_until(scheduled, now)) is not None:
            yield at, scheduled.identities
    for caution in cautions:
        at = caution.until_utc if caution.holds(now) else caution.since_utc
        if at is not None and now < at:
            yield at, caution.identities


def search_of(plan: Plan) -> JobSearch | None:
    """Return the search that a plan was made from; None where it says nothing of anybody."""
    values: tuple[Action | Caution | Question, ...]
    values = (*plan.actions, *plan.cautions, *plan.questions)
    return next((value.subject.search for value in values), None)


def _narrower(around: Iterable[Identities], meant: Iterable[Identities]) -> Iterator[Identities]:
    """Yield the narrower of each two subjects of which one is in the other, or is the other."""
    for outer, identities in product(around, meant):
        if is_in(identities, [outer]) or is_in(outer, [identities]):
            yield max(outer, identities, key=len)


def _place(subject: Subject) -> str:
    """Return how the places of problems begin that are a subject's own, or in it."""
    steps = zip(subject.values, PARTS, subject.values[1:], strict=False)
    return ".".join(
        [f"{part}[{getattr(around, part).index(value)}]" for around, part, value in steps]
    )


def beginning(caution: Caution) -> tuple[datetime, str, str, str]:
    """Return the key that puts cautions in the order in which they began."""
    begun = caution.since_utc or _clock.EARLIEST
    return begun, caution.act, caution.subject.path, caution.status


def _asked_until(scheduled: Scheduled, now: datetime) -> datetime | None:
    """Return when what makes no action next asks for something else: nothing else of it shows."""
    if not scheduled.missing:
        return None
    status, until = scheduled.status(now)
    missing = asking.asked_by(scheduled, status)
    while until is not None:
        changed = until
        status, until = scheduled.status(changed)
        if asking.asked_by(scheduled, status) != missing:
            return changed
    return None
