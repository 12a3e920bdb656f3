"""The path ahead, if every act is done at its best and nobody answers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from heapq import heappop, heappush
from itertools import count
from typing import NamedTuple, TypeAlias
from uuid import UUID

from interview_followup._errors import InvalidInput, Problem, gathered
from interview_followup._planning.cautions import Caution
from interview_followup._planning.plan import Action, Plan, beginning
from interview_followup._planning.problems import records
from interview_followup._planning.questions import Question, lacks, questions
from interview_followup._planning.schedule import (
    Order,
    order,
    scheduled_for,
    scheduled_unmet,
)
from interview_followup._planning.scheduled import Scheduled
from interview_followup._planning.status import STATUSES, Status
from interview_followup._planning.worded import reworded
from interview_followup.advice import CV_LIBRARY
from interview_followup.language._fact import Fact
from interview_followup.language._facts import is_shipped
from interview_followup.language._rule_set import RuleSet, rule_set
from interview_followup.language._subject import (
    search_subject,
    subjects,
    subjects_at,
)
from interview_followup.model import Application, Interview, JobSearch
from interview_followup.model._identity import Identity
from interview_followup.model._search import as_search
from interview_followup.model._times import to_instant

FARTHEST = timedelta(days=3_653)
"""Ten years, with up to three days of leap years: what is that far ahead is no advice."""

Key: TypeAlias = tuple[str, tuple[Identity, ...]]
Part: TypeAlias = Identity | None
Ahead: TypeAlias = tuple[datetime, Order, int, Part, Scheduled]


def forecast(
    search: JobSearch | Application | Interview,
    *,
    now: date | datetime,
    horizon: date | datetime,
    rules: RuleSet = CV_LIBRARY,
) -> Plan:
    """Return the acts that the rules will ask for until a horizon, in the order of their times.

    Each is done at the later of its best moment and `now`, interviews are held as they are booked,
    and nobody answers. An action is as `plan` has it at the moment when it is done, its `at`;
    `until` is the horizon. Cautions are those of the whole way, questions and problems those of
    now. `now` and `horizon` are aware datetimes of any zone, or days of the candidate's: the first
    moment of one, the end of the other.

    >>> meeting = Interview(starts=date(2026, 11, 24), timezone="Europe/London")
    >>> ahead = forecast(meeting, now=date(2026, 11, 25), horizon=date(2026, 12, 5))
    >>> ahead.actions[-1].act, ahead.actions[-1].at.isoformat()
    ('chase', '2026-12-04T09:00:00+00:00')

    Raises:
        InvalidInput: One of them is naive or not between 1970 and 2200, or `horizon` is before
            `now`, or more than ten years after it.
        FactFailed: The function of a fact raised an error.
    """
    search, rules = as_search(search), rule_set(rules)
    start, end = _span(now, horizon, search.timezone)
    path = _Path(search, rules, start, end)
    questions = path.questions()
    on_record = records(subjects(search), rules)
    actions = tuple(path.actions())
    return Plan(
        now_utc=start,
        until_utc=end,
        timezone=search.timezone,
        actions=actions,
        cautions=tuple(sorted(path.cautions.values(), key=beginning)),
        questions=questions,
        problems=on_record.problems_at(start, search.timezone),
    )


def _span(
    now: date | datetime, horizon: date | datetime, timezone: str
) -> tuple[datetime, datetime]:
    problems: list[Problem] = []
    with gathered(problems):
        start = to_instant("now", now, timezone)
    with gathered(problems):
        end = to_instant("horizon", horizon, timezone)
    if not problems and end < start:
        problems.append(Problem("horizon", "is before now", "give a later time"))
    if not problems and end > start + FARTHEST:
        problems.append(Problem("horizon", "is more than 10 years after now", "give a nearer time"))
    if problems:
        raise InvalidInput(problems)
    return start, end


class Stretch(NamedTuple):
    """What a part of a search was scheduled to be, from an instant of the path on.

    It is the last one of that part while its `turn` is.
    """

    turn: int
    since: datetime
    acts: list[Scheduled]


class _Path:
    """The way from now to a horizon, along which only what an act may change is scheduled again.

    That is the application that the act belongs to, or else the search itself: no shipped fact
    looks at what was done elsewhere. With facts of somebody's own everything may change.
    """

    def __init__(self, search: JobSearch, rules: RuleSet, start: datetime, end: datetime) -> None:
        self.root, self.rules, self.reached, self.end = search_subject(search), rules, start, end
        self.cautions: dict[UUID, Caution] = {}
        self._done: dict[Key, datetime] = {}
        self._stretches: dict[Part, Stretch] = {}
        self._ahead: list[Ahead] = []
        self._turns = count()
        self._is_local = all(_is_local(fact) for rule in rules for fact in rule.facts)
        for part in self._parts():
            self._schedule(part)

    def _parts(self) -> Iterator[Part]:
        yield None
        if self._is_local:
            yield from (application.identity for application in self.root.search.applications)

    def questions(self) -> tuple[Question, ...]:
        """Return what is asked at the moment reached."""
        acts = [scheduled for stretch in self._stretches.values() for scheduled in stretch.acts]
        unmet = scheduled_unmet(subjects(self.root.search)["interview"], self.rules)
        acts = sorted([*acts, *unmet], key=order)
        statuses: Iterator[tuple[Scheduled, Status]] = (
            (scheduled, scheduled.status(self.reached)[0]) for scheduled in acts
        )
        return questions(lacks(statuses), self.reached)

    def actions(self) -> Iterator[Action]:
        """Yield the actions in the order in which they are done."""
        while self._ahead:
            due, _, turn, part, scheduled = heappop(self._ahead)
            if turn == self._stretches[part].turn:
                yield self._do(scheduled, part, due)
        self.reached = self.end
        for part in self._stretches:
            self._keep_cautions(part)

    def _schedule(self, part: Part) -> None:
        """Schedule a part of the search from the moment reached."""
        root = self.root
        groups = subjects_at(root, part) if self._is_local else subjects(root.search)
        subjects_there = [subject for group in groups.values() for subject in group]
        acts, turn = list(scheduled_for(subjects_there, self.rules)), next(self._turns)
        self._stretches[part] = Stretch(turn, self.reached, acts)
        for scheduled in acts:
            due = _due(
                scheduled, self.reached, self._done.get((scheduled.act, scheduled.identities))
            )
            if due is not None and due < self.end:
                # Of several that are due at one moment, the one that was best first comes first.
                heappush(self._ahead, (due, order(scheduled), turn, part, scheduled))

    def _do(self, scheduled: Scheduled, part: Part, due: datetime) -> Action:
        """Do an act at a moment, and schedule again what that may change."""
        self.reached = due
        self._keep_cautions(part)
        # Other parts of the search may have changed since this one was scheduled.
        scheduled = reworded(scheduled, subject=self.root.find(*scheduled.identities))
        status, until = scheduled.status(due)
        self._done[scheduled.act, scheduled.identities] = due
        self.root = search_subject(self.root.search.record(scheduled, at=due))
        self._schedule(part)
        return Action(scheduled=scheduled, status=status, until_utc=until, now_utc=due, at_utc=due)

    def _keep_cautions(self, part: Part) -> None:
        """Keep the cautions that held since a part was scheduled, until the moment reached."""
        _, since, acts = self._stretches[part]
        for scheduled in acts:
            for caution in scheduled.cautions:
                begins, ends = caution.since_utc or since, caution.until_utc or self.reached
                if max(begins, since) < min(ends, self.reached):
                    self.cautions[caution.uid] = caution


def _is_local(fact: Fact) -> bool:
    """Tell whether nothing but what is done for a subject itself can change a fact about it."""
    plain = fact.zone is None and (fact.act is not None or fact.own is not None)
    return plain or is_shipped(fact)


def _due(scheduled: Scheduled, reached: datetime, last: datetime | None) -> datetime | None:
    """Return when an act is done, from a moment on, if ever; once more only for a later best."""
    best = scheduled.window.best
    if not scheduled.asks or best is None or (last is not None and best <= last):
        return None
    moment: datetime | None = max(best, reached)
    while moment is not None:
        status, until = scheduled.status(moment)
        if "advice" in STATUSES[status].allows:
            return moment
        moment = until
    return None
