"""The calendar made last: what it says of each UID, how often that changed, and what is gone."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import NamedTuple, TypeAlias
from zoneinfo import ZoneInfo

from icalendar import Calendar, Component, vDDDTypes

from interview_followup import _clock
from interview_followup._errors import InvalidInput, Problem, gathered, invalid, reason, shown
from interview_followup.exports.calendar._components import ACT, marked, plain
from interview_followup.exports.calendar._zones import MOMENTS, written

Text: TypeAlias = str | bytes | bytearray | memoryview

CANCELLED = "CANCELLED"
KEPT = timedelta(days=30)
"""How long what is cancelled stays after it was cancelled and is past."""

MEND = "give the calendar that was made last, or leave it out"
_SAID = (*("SUMMARY", "DESCRIPTION", "STATUS", "URL", "CLASS", "TRANSP"), *MOMENTS, ACT)
_ENDS = ("DTEND", "DUE", "DTSTART")
_TEXTS = ("UID", ACT, "SUMMARY", "STATUS")
_HIGHEST = 2**31 - 1
"""The highest number that a calendar has; what changes needs a higher one than before."""
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
    if earlier is not None and content_of(component) == content_of(earlier.component):
        sequence, changed = earlier.sequence, earlier.stamp
    elif earlier is not None:
        sequence = earlier.sequence + 1
    component.add("SEQUENCE", sequence)
    component.add("DTSTAMP", changed)
    component.add("LAST-MODIFIED", changed)
    return component


def content_of(component: Component) -> bytes:
    """Return what a component says, whenever it was written, and whatever others added to it."""
    part = type(component)()
    part.update({name: component[name] for name in _SAID if name in component})
    return bytes(part.to_ical())


def cancelled(uid: str, earlier: Earlier) -> Component:
    """Return what tells that an event or to-do is off. It has no alarm, and needs no zone."""
    before = earlier.component
    act, summary = (plain(before.get(name, "")) for name in (ACT, "SUMMARY"))
    component = marked(str(before.name), plain(uid), act, summary)
    component.add("STATUS", CANCELLED)
    component.add("DTSTART", written(earlier.starts, _UTC))
    component.add("DUE" if before.name == "VTODO" else "DTEND", written(earlier.ends, _UTC))
    return component


# -- reading it -----------------------------------------------------------------------------------


def read_earlier(before: Calendar | Text | None, uids: Collection[str]) -> dict[str, Earlier]:
    """Return what is ours in a calendar, by UID: what is marked, and what has one of some UIDs.

    Raises:
        InvalidInput: It is no calendar, or something that is ours in it cannot be read.
    """
    entries: dict[str, Earlier] = {}
    problems: list[Problem] = []
    parts = [] if before is None else _calendar(before).subcomponents
    for index, component in enumerate(parts):
        uid = str(component.get("UID", ""))
        is_dated = component.name in ("VEVENT", "VTODO")
        if is_dated and (ACT in component or uid in uids):
            with gathered(problems):
                earlier = _read(component, f"before.subcomponents[{index}]")
                if uid not in entries or entries[uid].sequence < earlier.sequence:
                    entries[uid] = earlier
    if problems:
        raise InvalidInput(problems)
    return entries


def _calendar(before: Calendar | Text) -> Calendar:
    if isinstance(before, Text):
        try:
            before = Calendar.from_ical(before if isinstance(before, str) else bytes(before))
        except Exception as error:  # The parser is somebody else's, and so is the text.
            raise invalid("before", f"cannot be read: {reason(error)}", MEND) from None
    if isinstance(before, Component) and before.name == "VCALENDAR":
        return before
    raise invalid("before", f"{shown(before)} is no calendar", MEND)


def _read(component: Component, place: str) -> Earlier:
    """Return what is ours, or raise all that is wrong with it."""
    stamp, end = _first_of(component, "LAST-MODIFIED", "DTSTAMP"), _first_of(component, *_ENDS)
    names = (stamp, "DTSTART", end)
    moments = {name: _instant(component.get(name)) for name in names}
    sequence = component.get("SEQUENCE", 0)
    wrong = [
        *[(name, "is there twice") for name in _TEXTS if isinstance(component.get(name), list)],
        *[(name, "is no moment in a known zone") for name in moments if moments[name] is None],
    ]
    if not component.get("UID"):
        wrong.append(("UID", "is missing"))
    if not isinstance(sequence, int) or not 0 <= sequence < _HIGHEST:
        wrong.append(("SEQUENCE", f"is no whole number from 0 to {_HIGHEST - 1}"))
    if wrong:
        raise InvalidInput([Problem(f"{place}.{name}", words, MEND) for name, words in wrong])
    known = {name: moment for name, moment in moments.items() if moment is not None}
    return Earlier(component, sequence, *[known[name] for name in names])


def _instant(value: object) -> datetime | None:
    """Return the instant of a property, which may be any that a rule reckons, else None."""
    time = value.dt if isinstance(value, vDDDTypes) else None
    return _clock.reckoned(time) if isinstance(time, datetime) else None


def _first_of(component: Component, *names: str) -> str:
    """Return the first name that a component has, else the last."""
    return next((name for name in names if name in component), names[-1])
