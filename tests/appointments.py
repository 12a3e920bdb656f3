"""Calendars of plans, as another program reads them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from icalendar import Calendar, Component

from builders import at
from interview_followup import Action, Application, Interview, JobSearch, Plan, plan
from interview_followup._planning.status import STATUSES
from interview_followup.exports.calendar import plan_calendar

NOON = at("2026-11-24 12:00")


def calendar(
    search: JobSearch | Application | Interview, *, now: datetime = NOON, **more: Any
) -> Calendar:
    """Return the calendar of a search's plan as another program reads it."""
    rules = {"rules": more.pop("rules")} if "rules" in more else {}
    return read_back(plan_calendar(plan(search, now=now, **rules), stamp=now, **more))


def read_back(calendar: Calendar) -> Calendar:
    return Calendar.from_ical(calendar.to_ical())


def parts(calendar: Calendar) -> dict[str, Any]:
    """Return the events and to-dos of a calendar by their UIDs."""
    return {str(part["UID"]): part for part in calendar.walk() if part.name in ("VEVENT", "VTODO")}


def on(act: str, calendar: Calendar) -> Any:
    """Return the one event or to-do on an act."""
    [only] = [part for part in parts(calendar).values() if part["X-INTERVIEW-FOLLOWUP-ACT"] == act]
    return only


def shown(planned: Plan) -> list[Action]:
    return [
        action for action in planned.actions if STATUSES[action.status].shown and action.window.best
    ]


def instant(part: Component, name: str = "DTSTART") -> datetime:
    value: Any = part[name]
    moment: datetime = value.dt
    return moment.astimezone(UTC)


def lines(part: Component) -> list[str]:
    return str(part["DESCRIPTION"]).split("\n")
