"""Plans as calendars that calendar programs read: iCalendar, by the library icalendar.

`plan_calendar(plan, stamp=...)` has an event, or a to-do, for each action that has a best moment.
"""

# Begin reading with `_calendar`, which puts it together; `_components` says what is in an event,
# `_earlier` reads the calendar made last, and `_zones` describes the time zones. All of them import
# icalendar, and `_plan_calendar` imports them when it is called.

from __future__ import annotations

from interview_followup.exports.calendar._plan_calendar import plan_calendar

__all__ = ["plan_calendar"]
