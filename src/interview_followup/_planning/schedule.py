"""Every subject's windows, without a clock, and the plan that they make at a moment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import TypeAlias, overload

from attrs import evolve, field, frozen

from interview_followup import _clock
from interview_followup._errors import Shown
from interview_followup._planning.plan import Plan, plan_at
from interview_followup._planning.problems import Records, records
from interview_followup._planning.reading import Reading, read_all
from interview_followup._planning.scheduled import Scheduled, combine, set_aside
from interview_followup.advice import CV_LIBRARY
from interview_followup.language._missing import people_unknown
from interview_followup.language._rule import ASKING
from interview_followup.language._rule_set import RuleSet, rule_set
from interview_followup.language._subject import Subject, subjects, whoever
from interview_followup.model import Application, Interview, JobSearch
from interview_followup.model._search import as_search
from interview_followup.model._times import to_instant

Order: TypeAlias = tuple[datetime, str, str]


@frozen(kw_only=True, repr=False)
class Schedule(Shown, Sequence[Scheduled]):
    """What the rules say of every subject of a search, whatever the time is.

    It is a sequence of `Scheduled`, guards and vetoes too, in the order of their best moments,
    those without one last, then of act and subject. It answers for any moment without reading a
    rule again. Acts for people of whom nobody has told who they are make no part of it; a plan asks
    who they are.
    """

    timezone: str
    """The IANA name of the zone that the candidate lives in."""
    _acts: tuple[Scheduled, ...] = field(alias="acts")
    _unmet: tuple[Scheduled, ...] = field(default=(), alias="unmet")
    _records: Records = field(default=Records(), alias="records")

    @overload
    def __getitem__(self, index: int) -> Scheduled: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Scheduled, ...]: ...
    def __getitem__(self, index: int | slice) -> Scheduled | tuple[Scheduled, ...]:
        return self._acts[index]

    def __len__(self) -> int:
        return len(self._acts)

    def __iter__(self) -> Iterator[Scheduled]:
        return iter(self._acts)

    def at(self, now: date | datetime) -> Plan:
        """Return what the rules advise at one moment.

        `now` is an aware datetime of any zone, or a day of the candidate's: its first moment.

        Raises:
            InvalidInput: `now` is naive or not between 1970 and 2200.
        """
        instant = to_instant("now", now, self.timezone)
        return plan_at(self._acts, self._unmet, self._records, instant, self.timezone)

    def __repr__(self) -> str:
        return f"<Schedule: {len(self)} {'act' if len(self) == 1 else 'acts'}>"


def schedule(
    search: JobSearch | Application | Interview, *, rules: RuleSet = CV_LIBRARY
) -> Schedule:
    """Return what the rules say of every subject of a search; no clock is read, and none needed.

    A bare application or interview is a search of just that, in the zone of its latest interview.

    >>> meeting = Interview(starts=date(2026, 11, 24), timezone="Europe/London")
    >>> schedule(meeting).at(date(2026, 12, 1)) == plan(meeting, now=date(2026, 12, 1))
    True

    Raises:
        InvalidInput: What is given is no search, interview, or application with one; or `rules` is
            no rule set.
        FactFailed: The function of a fact raised an error.
    """
    search, rules = as_search(search), rule_set(rules)
    groups = subjects(search)
    acts = scheduled_for([subject for group in groups.values() for subject in group], rules)
    return Schedule(
        timezone=search.timezone,
        acts=tuple(sorted(acts, key=order)),
        unmet=tuple(sorted(scheduled_unmet(groups["interview"], rules), key=order)),
        records=records(groups, rules),
    )


def plan(
    search: JobSearch | Application | Interview,
    *,
    now: date | datetime,
    rules: RuleSet = CV_LIBRARY,
) -> Plan:
    """Return what the rules advise at one moment.

    `now` is an aware datetime of any zone, or a day of the candidate's: its first moment. To ask
    about several moments, make the `schedule` once.

    >>> meeting = Interview(starts=date(2026, 11, 24), timezone="Europe/London")
    >>> print(plan(meeting, now=date(2026, 11, 25)).actions[-2])
    Wednesday 2 December 2026, 00:00: Keep looking: find and apply for other jobs (early)

    Raises:
        InvalidInput: `now` is naive or not between 1970 and 2200, or what is given is no search.
        FactFailed: The function of a fact raised an error.
    """
    return schedule(search, rules=rules).at(now)


def scheduled_for(subjects: Iterable[Subject], rules: RuleSet) -> Iterator[Scheduled]:
    """Yield what the rules say of some subjects, in no particular order."""
    for subject in subjects:
        for act, group in rules.acts.items():
            if group[0].per == subject.per and (readings := read_all(group, subject)):
                yield combine(act, readings, set_aside(act, group, subject))


def scheduled_unmet(interviews: Iterable[Subject], rules: RuleSet) -> Iterator[Scheduled]:
    """Yield what waits for somebody to tell who was met at an interview, from its end on.

    Nothing would date it better: nobody may do it for want of somebody to do it for.
    """
    for subject in whoever(interviews):
        for act, group in rules.acts.items():
            if group[0].per != "person":
                continue
            if readings := [_unmet(reading) for reading in read_all(group, subject)]:
                yield evolve(combine(act, readings), dispensable=())


def _unmet(reading: Reading) -> Reading:
    """Return a reading of whoever was met: what asks for something waits for who they were."""
    meeting = reading.subject.meeting
    since = max(reading.since or _clock.EARLIEST, meeting.interview.last_moment)
    whom = people_unknown(meeting.identities).missing
    missing = whom if reading.rule.kind in ASKING else reading.missing
    return reading._replace(since=since, satisfied=False, missing=missing)


def order(scheduled: Scheduled) -> Order:
    """Return the key that puts acts in the order of a schedule."""
    return scheduled.window.best or _clock.LATEST, scheduled.act, scheduled.subject.path
