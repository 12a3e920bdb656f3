"""What makes calendars, of which nothing is loaded before it is asked for."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from interview_followup._planning.plan import Plan

if TYPE_CHECKING:
    from icalendar import Calendar


def plan_calendar(
    plan: Plan,
    *,
    stamp: date | datetime,
    before: Calendar | str | bytes | bytearray | memoryview | None = None,
    todos: bool = False,
) -> Calendar:
    """Return a plan or a forecast as a calendar, which needs the extra `calendar`.

    Each action that is shown and has a best moment is an event of 15 minutes at that moment, to the
    second, in the zone in which its days are counted; in a forecast, when it is done. `todos` makes
    to-dos of them, to be done by when they are late or, if never, over. The UID is the action's.

    `stamp` is when the calendar is made: an aware datetime of any zone, or a day of the
    candidate's, its first moment. `before` is the one made last, as a value, a text or bytes: what
    changed since has a higher SEQUENCE, what did not is as it was, and what is gone is cancelled.
    Events of others in it are left alone.

    >>> meeting = Interview(starts=date(2026, 11, 24), timezone="Europe/London")
    >>> calendar = plan_calendar(plan(meeting, now=date(2026, 11, 25)), stamp=date(2026, 11, 25))
    >>> str(calendar.events[1]["SUMMARY"])
    'Keep looking: find and apply for other jobs'

    Raises:
        InvalidInput: `stamp` is naive or not between 1970 and 2200, or `before` is no calendar.
        ModuleNotFoundError: The extra is not installed.
    """
    try:
        import icalendar  # noqa: F401
    except ModuleNotFoundError as error:
        needed = "plan_calendar needs icalendar: pip install 'interview_followup[calendar]'"
        raise ModuleNotFoundError(needed, name=error.name) from None
    from interview_followup.exports.calendar._calendar import calendar_of

    return calendar_of(plan, stamp, before, todos=todos)
