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
    """Return a plan or forecast as a calendar. It needs the extra `calendar`.

    Each action that is shown and has a best moment is an event of 15 minutes at that moment, to the
    second, in the zone in which its days are counted; in a forecast, when it is done. `todos` makes
    to-dos of them, to be done by when they are late or, if never, over. The UID is the action's.

    `stamp` is when the calendar is made: any aware time, or a day's first moment. `before` is the
    one made last, as a value, a text or bytes: what changed since has a higher SEQUENCE, what did
    not is as it was, and what is gone is cancelled. Events of others in it are left alone.

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
