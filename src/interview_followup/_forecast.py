"""The path ahead, if every act is done at its best and nobody answers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from operator import itemgetter
from typing import TypeAlias
from uuid import UUID

from interview_followup._errors import InvalidInput, Problem, gathered
from interview_followup._fields import moment
from interview_followup._model import Application, Identity, Interview, JobSearch, as_search
from interview_followup._plan import Action, Caution, Plan, by_since, dated, plan
from interview_followup._rule_set import RuleSet, rule_set
from interview_followup._schedule import Scheduled, items
from interview_followup.advice import CV_LIBRARY

Times: TypeAlias = dict[tuple[str, tuple[Identity, ...]], datetime]


def forecast(
    known: JobSearch | Application | Interview,
    *,
    now: datetime,
    horizon: datetime,
    rules: RuleSet = CV_LIBRARY,
) -> Plan:
    """Return the acts that the rules will ask for before `horizon`, in the order of their times.

    Each is done at the later of its best moment and `now`, interviews are held as they are booked,
    and nobody answers. An action is as `plan` has it at the moment when it is done, its `at`;
    `until` is the horizon. Cautions are those of the whole path, questions those of now. `now` and
    `horizon` are any aware times.

    Raises:
        InvalidInput: One of them is naive or not between 1970 and 2200, or `horizon` before `now`.
    """
    search, rules = as_search(known), rule_set(rules)
    start, end = _span(now, horizon)
    questions = plan(search, now=start, rules=rules).questions
    actions: list[Action] = []
    cautions: dict[UUID, Caution] = {}
    times: Times = {}
    reached = start
    while reached < end:
        scheduled = list(items(search, rules))
        due, item = _next(scheduled, reached, times, end)
        for each in _shown(scheduled, reached, due, search.timezone):
            cautions[each.uid] = each
        reached = due
        if item is None:
            break
        status, until = item.status(due)
        timezone = search.timezone
        action = Action(
            scheduled=item, status=status, until=until, timezone=timezone, now=due, at=due
        )
        actions.append(action)
        times[item.act, item.identities] = due
        search = search.record(item, at=due)
    return Plan(
        now=start,
        until=end,
        timezone=search.timezone,
        actions=tuple(actions),
        cautions=tuple(sorted(cautions.values(), key=by_since)),
        questions=questions,
    )


def _span(now: datetime, horizon: datetime) -> tuple[datetime, datetime]:
    problems: list[Problem] = []
    with gathered(problems):
        start = moment("now", now)
    with gathered(problems):
        end = moment("horizon", horizon)
    if not problems and end < start:
        problems.append(Problem("horizon", "is before now", "give a later time"))
    if problems:
        raise InvalidInput(problems)
    return start, end


def _next(
    scheduled: list[Scheduled], reached: datetime, times: Times, end: datetime
) -> tuple[datetime, Scheduled | None]:
    """Return the act that is done next and when, or the end if nothing is done before it.

    Of several at one moment it is the one that was best first.
    """
    due = [
        (moment, item.window.best or moment, item.uid.int, item)
        for item in scheduled
        if (moment := _due(item, reached, times.get((item.act, item.identities)))) and moment < end
    ]
    if not due:
        return end, None
    first = min(due, key=itemgetter(0, 1, 2))
    return first[0], first[-1]


def _due(item: Scheduled, reached: datetime, last: datetime | None) -> datetime | None:
    """Return when an act is done, from a moment on, if ever; once more only for a later best."""
    best = item.window.best
    if item.is_guard or best is None or (last is not None and best <= last):
        return None
    moment: datetime | None = max(best, reached)
    while moment is not None:
        status, until = item.status(moment)
        if status in ("open", "late"):
            return moment
        moment = until
    return None


def _shown(
    scheduled: list[Scheduled], start: datetime, end: datetime, timezone: str
) -> Iterator[Caution]:
    """Yield the cautions that are shown at some moment in [start, end)."""
    for item in scheduled:
        for each in item.cautions:
            begins, ends = each.since or start, each.until or end
            if max(begins, start) < min(ends, end):
                yield dated(item, each, timezone)
