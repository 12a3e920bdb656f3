"""The calendar made last: what it says of each UID, how often that changed, and what is gone."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from icalendar import Calendar, Component, vDDDTypes

from interview_followup._errors import InvalidInput, Problem, gathered, invalid, reason, shown
from interview_followup.exports.calendar._components import ACT, marked
from interview_followup.exports.calendar._zones import MOMENTS, written
from interview_followup.model._times import instant

CANCELLED = "CANCELLED"
KEPT = timedelta(days=30)
"""How long what is cancelled stays after it was cancelled and is past."""

MEND = "give the calendar that was made last, or leave it out"
_SAID = (*("SUMMARY", "DESCRIPTION", "STATUS", "URL", "CLASS", "TRANSP"), *MOMENTS, ACT)
_ENDS = ("DTEND", "DUE", "DTSTART")
_UTC = ZoneInfo("UTC")


class Earlier(NamedTuple):
    """An event or to-do of the calendar made last, with how often it was changed, and when last.

    Moments are instants in UTC.
    """

    component: Component
    sequence: int
    stamp: datetime
    starts: datetime
    ends: datetime

    @property
    def is_cancelled(self) -> bool:
        return bool(self.component.get("STATUS") == CANCELLED)

    def is_forgotten(self, stamp: datetime) -> bool:
        """Tell whether it was cancelled long ago."""
        return self.is_cancelled and max(self.stamp, self.ends) + KEPT <= stamp


def revised(component: Component, earlier: Earlier | None, stamp: datetime) -> Component:
    """Return a component with how often it was changed, and when: now, if it says another thing."""
    sequence, changed = 0, stamp
    if earlier is not None and said(component) == said(earlier.component):
        sequence, changed = earlier.sequence, earlier.stamp
    elif earlier is not None:
        sequence = earlier.sequence + 1
    component.add("SEQUENCE", sequence)
    component.add("DTSTAMP", changed)
    component.add("LAST-MODIFIED", changed)
    return component


def said(component: Component) -> bytes:
    """Return what a component says, whenever it was written, and whatever others added to it."""
    part = type(component)()
    part.update({name: component[name] for name in _SAID if name in component})
    return bytes(part.to_ical())


def cancelled(uid: str, earlier: Earlier) -> Component:
    """Return what tells that an event or to-do is off. It has no alarm, and needs no zone."""
    before = earlier.component
    component = marked(str(before.name), uid, str(before[ACT]), str(before.get("SUMMARY", "")))
    component.add("STATUS", CANCELLED)
    component.add("DTSTART", written(earlier.starts, _UTC))
    component.add("DUE" if before.name == "VTODO" else "DTEND", written(earlier.ends, _UTC))
    return component


# -- reading it -----------------------------------------------------------------------------------


def read_earlier(
    before: Calendar | str | bytes | None, uids: Collection[str]
) -> dict[str, Earlier]:
    """Return what is ours in a calendar, by UID: what is marked, and what has one of some UIDs.

    Raises:
        InvalidInput: It is no calendar, or something that is ours in it cannot be read.
    """
    ours: dict[str, Earlier] = {}
    problems: list[Problem] = []
    parts = [] if before is None else _calendar(before).subcomponents
    for i, component in enumerate(parts):
        uid = str(component.get("UID", ""))
        is_dated = component.name in ("VEVENT", "VTODO")
        if is_dated and (ACT in component or uid in uids):
            with gathered(problems):
                earlier = _read(component, f"before.subcomponents[{i}]")
                if uid not in ours or ours[uid].sequence < earlier.sequence:
                    ours[uid] = earlier
    if problems:
        raise InvalidInput(problems)
    return ours


def _calendar(before: Calendar | str | bytes) -> Calendar:
    if isinstance(before, str | bytes):
        try:
            before = Calendar.from_ical(before)
        except Exception as error:  # The parser is somebody else's, and so is the text.
            raise invalid("before", f"cannot be read: {reason(error)}", MEND) from None
    if isinstance(before, Component) and before.name == "VCALENDAR":
        return before
    raise invalid("before", f"{shown(before)} is no calendar", MEND)


def _read(component: Component, place: str) -> Earlier:
    """Return what is ours, or raise all that is wrong with it."""
    problems: list[Problem] = []
    stamp, end = _first_of(component, "LAST-MODIFIED", "DTSTAMP"), _first_of(component, *_ENDS)
    moments = []
    for name in (stamp, "DTSTART", end):
        value = component.get(name)
        time: Any = value.dt if isinstance(value, vDDDTypes) else None
        moment = instant(time)
        if isinstance(moment, datetime):
            moments.append(moment)
        else:
            problems.append(Problem(f"{place}.{name}", "is no moment in a known zone", MEND))
    sequence = component.get("SEQUENCE", 0)
    if not isinstance(sequence, int) or sequence < 0:
        problems.append(Problem(f"{place}.SEQUENCE", "is no whole number", MEND))
    if problems:
        raise InvalidInput(problems)
    return Earlier(component, sequence, *moments)


def _first_of(component: Component, *names: str) -> str:
    """Return the first name that a component has, else the last."""
    return next((name for name in names if name in component), names[-1])
