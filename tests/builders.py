"""Short ways to write down a job search, and to read what the rules say of it."""

from __future__ import annotations

from copy import copy
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from interview_followup import (
    CV_LIBRARY,
    Application,
    Done,
    Interview,
    JobSearch,
    Person,
    Rule,
    RuleSet,
    Scheduled,
    phase,
    plan,
    schedule,
)
from interview_followup.language import done, interview, person

LONDON = "Europe/London"
NEW_YORK = "America/New_York"
TICK = timedelta(microseconds=1)

NO_KEYS = dict.fromkeys(("search", "application", "interview", "person"))
"""The keys of a subject, in a dictionary, where the host gave none."""


def at(wall: str, zone: str = LONDON) -> datetime:
    return datetime.fromisoformat(wall).replace(tzinfo=ZoneInfo(zone))


def priya(**more: Any) -> Person:
    details = {"email": "priya@acme.example", "linkedin": "linkedin.example/priya", **more}
    return Person(name="Priya Shah", **details)


def tom() -> Person:
    return Person(name="Tom Reed")


def meeting(
    starts: str = "2026-11-24 10:00",
    ends: str | None = "2026-11-24 11:00",
    zone: str = LONDON,
    **more: Any,
) -> Interview:
    more.setdefault("interviewers", [priya()])
    return Interview(starts=at(starts, zone), ends=at(ends, zone) if ends else None, **more)


def applied(*interviews: Interview, employer: str = "Acme", **more: Any) -> Application:
    return Application(employer=employer, role="Data engineer", interviews=interviews, **more)


def searching(*applications: Application, zone: str = LONDON, **more: Any) -> JobSearch:
    return JobSearch(timezone=zone, applications=applications, **more)


def did(act: str, wall: str, to: str | None = None, zone: str = LONDON) -> Done:
    return Done(act=act, at=at(wall, zone), to=to)


def scheduled_acts(
    search: JobSearch | Application | Interview, act: str, rules: RuleSet = CV_LIBRARY
) -> list[Scheduled]:
    return [scheduled for scheduled in schedule(search, rules=rules) if scheduled.act == act]


def scheduled_act(
    search: JobSearch | Application | Interview,
    act: str,
    of: str = "",
    rules: RuleSet = CV_LIBRARY,
) -> Scheduled:
    """Return what is scheduled on an act, for the subject whose label holds the text."""
    [only] = [
        scheduled
        for scheduled in scheduled_acts(search, act, rules)
        if of in scheduled.subject.label
    ]
    return only


def moments(
    search: JobSearch | Application | Interview,
    act: str,
    of: str = "",
    *,
    zone: str = LONDON,
    rules: RuleSet = CV_LIBRARY,
) -> tuple[str | None, str | None, str | None, str | None]:
    """Return opens, best, due and closes of an act as wall times in a zone."""
    window = scheduled_act(search, act, of, rules).window
    return (
        wall(window.opens, zone),
        wall(window.best, zone),
        wall(window.due, zone),
        wall(window.closes, zone),
    )


def wall(moment: object, zone: str = LONDON) -> str | None:
    if moment is None:
        return None
    assert isinstance(moment, datetime)
    local = moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    return local.isoformat(sep=" ", timespec="auto").removesuffix(":00")


def phase_of(
    search: JobSearch | Application | Interview,
    act: str,
    now: datetime,
    of: str = "",
    rules: RuleSet = CV_LIBRARY,
) -> str:
    """Return the phase of the window of an act, of the subject whose label holds the text."""
    return phase(now, scheduled_act(search, act, of, rules).window)


def status(
    search: JobSearch | Application | Interview,
    act: str,
    now: datetime,
    of: str = "",
    rules: RuleSet = CV_LIBRARY,
) -> str:
    """Return the status of the one action on an act, of the subject whose label holds the text."""
    actions = plan(search, now=now, rules=rules).actions
    [only] = [action for action in actions if action.act == act and of in action.subject.label]
    return only.status


def cautions(
    search: JobSearch | Application | Interview, now: datetime, rules: RuleSet = CV_LIBRARY
) -> set[tuple[str, str]]:
    """Return the acts and statuses of the cautions at a moment."""
    return {
        (caution.act, caution.status) for caution in plan(search, now=now, rules=rules).cautions
    }


def card(**more: Any) -> Rule:
    """Return a rule about a card to each interviewer, with other parts if any are given."""
    parts: dict[str, Any] = {
        "name": "send-card",
        "per": person,
        "opens": interview.ends,
        "best": interview.ends,
        "satisfied_by": done("send-card"),
        "text": "Send {person} a card",
        "why": "Nobody else does.",
        **more,
    }
    return Rule(**parts)


def unchecked(rule: Rule, **words: Any) -> Rule:
    """Return a rule with words that the checks refuse, to see what would happen if some got by."""
    forged = copy(rule)
    for part, value in words.items():
        object.__setattr__(forged, part, value)
    return forged
