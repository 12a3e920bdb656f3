"""A plan as a calendar: what it says now, what is off since last time, and the zones of both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from uuid import UUID

from icalendar import Calendar, Component

from interview_followup._planning.plan import Action, Plan
from interview_followup._planning.status import STATUSES
from interview_followup.exports.calendar._components import component_of
from interview_followup.exports.calendar._earlier import (
    Earlier,
    Text,
    cancelled,
    read_earlier,
    revised,
)
from interview_followup.exports.calendar._zones import timezones
from interview_followup.model._times import to_instant

NAME = "Job search"
PRODUCT = "-//interview_followup//plan_calendar//EN"
OFTEN = timedelta(hours=1)
"""How often a program that has subscribed is asked to look again."""


def calendar_of(
    plan: Plan, stamp: date | datetime, before: Calendar | Text | None, *, todos: bool
) -> Calendar:
    """Return a plan as a calendar; `plan_calendar` says how."""
    moment = to_instant("stamp", stamp, plan.timezone).replace(microsecond=0)
    entries = list(_dated(plan))
    earlier = read_earlier(before, {str(action.uid) for action, _ in entries})
    questions = _asked(plan)
    components = []
    for action, best in entries:
        component = component_of(action, best, questions[action.uid], todos=todos)
        components.append(revised(component, earlier.pop(str(action.uid), None), moment))
    components += _gone(earlier, moment)
    calendar = _empty()
    for part in (*timezones(components), *components):
        calendar.add_component(part)
    return calendar


def _dated(plan: Plan) -> Iterator[tuple[Action, datetime]]:
    """Yield the actions that are shown and have a best moment; in a forecast, when each is done."""
    for action in plan.actions:
        moment = action.at_utc or action.window.best
        if moment is not None and STATUSES[action.status].shown:
            yield action, moment


def _asked(plan: Plan) -> dict[UUID, list[str]]:
    """Return the questions whose answers actions wait for, by the ids of those."""
    questions: dict[UUID, list[str]] = defaultdict(list)
    for question in plan.questions:
        for scheduled in question.held:
            questions[scheduled.uid].append(question.ask)
    return questions


def _gone(earlier: dict[str, Earlier], stamp: datetime) -> Iterator[Component]:
    """Yield what is off, by when it was, as long as anybody may not have heard of it."""
    by_start = sorted((event.starts, uid) for uid, event in earlier.items())
    for _, uid in by_start:
        if not earlier[uid].is_forgotten(stamp):
            yield revised(cancelled(uid, earlier[uid]), earlier[uid], stamp)


def _empty() -> Calendar:
    calendar = Calendar()
    calendar.add("PRODID", PRODUCT)
    calendar.add("VERSION", "2.0")
    calendar.add("NAME", NAME)
    calendar.add("X-WR-CALNAME", NAME)
    calendar.add("REFRESH-INTERVAL", OFTEN, parameters={"VALUE": "DURATION"})
    calendar.add("X-PUBLISHED-TTL", "PT1H")
    return calendar
