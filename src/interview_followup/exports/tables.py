"""Plans as flat rows, one an action, that pandas, polars and DuckDB take as they are.

Moments are stdlib datetimes in the candidate's zone, by `zoneinfo`, or None; all else is text.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from interview_followup import _clock
from interview_followup._planning.plan import Action, Plan

__all__ = ["COLUMNS", "MOMENTS", "action_rows"]

COLUMNS: tuple[str, ...] = (
    *("uid", "act", "employer", "role", "interview", "person"),
    *("search_key", "application_key", "interview_key", "person_key"),
    *("status", "opens", "best", "due", "closes", "until", "at", "timezone"),
    *("channel", "to", "text", "why", "hindrance"),
)
"""The keys of every row, in their order: the columns of a plan without actions, too."""

MOMENTS: tuple[str, ...] = ("interview", "opens", "best", "due", "closes", "until", "at")
"""The columns of moments; a data frame cannot tell so where every one is None."""


def action_rows(plan: Plan) -> list[dict[str, Any]]:
    """Return a row for every action of a plan or forecast, in its order and whatever its status.

    A row has the keys of `COLUMNS`. Moments are stdlib datetimes in the candidate's zone, by
    `zoneinfo`, or None. `interview` is when it starts; where only the day is known, the first
    moment of that day in the interview's zone. `at` is when the act is done, in a forecast.

    >>> meeting = Interview(starts=date(2026, 11, 24), timezone="Europe/London")
    >>> rows = action_rows(plan(meeting, now=date(2026, 11, 25)))
    >>> rows[2]["act"], rows[2]["status"], rows[2]["best"].isoformat()
    ('debrief', 'open', '2026-11-25T01:00:00+00:00')
    """
    return [_row(action) for action in plan.actions]


def _row(action: Action) -> dict[str, Any]:
    application, interview, person = (*action.subject.values[1:], None, None, None)[:3]
    window, hindrance = action.window, action.hindrance
    row = {
        "uid": str(action.uid),
        "act": action.act,
        "employer": application and application.employer,
        "role": application and application.role,
        "interview": interview and interview.first_moment,
        "person": person and person.name,
        "search_key": action.subject.search.key,
        "application_key": application and application.key,
        "interview_key": interview and interview.key,
        "person_key": person and person.key,
        "status": action.status,
        "opens": window.opens,
        "best": window.best,
        "due": window.due,
        "closes": window.closes,
        "until": action.until_utc,
        "at": action.at_utc,
        "timezone": action.timezone,
        "channel": action.channel,
        "to": action.to,
        "text": action.text,
        "why": action.why,
        "hindrance": hindrance and hindrance.text,
    }
    return row | {name: _local(row[name], action.timezone) for name in MOMENTS}


def _local(instant: datetime | None, timezone: str) -> datetime | None:
    return instant and instant.astimezone(_clock.zone(timezone))
