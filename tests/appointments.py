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


def read_back(made: Calendar) -> Calendar:
    return Calendar.from_ical(made.to_ical())


def parts(made: Calendar) -> dict[str, Any]:
    """Return the events and to-dos of a calendar by their UIDs."""
    return {str(part["UID"]): part for part in made.walk() if part.name in ("VEVENT", "VTODO")}


def on(act: str, made: Calendar) -> Any:
    """Return the one event or to-do on an act."""
    [only] = [part for part in parts(made).values() if part["X-INTERVIEW-FOLLOWUP-ACT"] == act]
    return only


def shown(made: Plan) -> list[Action]:
    return [
        action for action in made.actions if STATUSES[action.status].shown and action.window.best
    ]


def instant(part: Component, name: str = "DTSTART") -> datetime:
    value: Any = part[name]
    moment: datetime = value.dt
    return moment.astimezone(UTC)


def lines(part: Component) -> list[str]:
    return str(part["DESCRIPTION"]).split("\n")
