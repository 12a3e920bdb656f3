"""The times of a meeting: in which zone they are, how long it lasts, and what cannot be of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta, tzinfo
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

from interview_followup import _clock
from interview_followup._errors import Problem, invalid, shown
from interview_followup.model._checks import Invalid, refuse
from interview_followup.model._converters import is_nothing, whole_number
from interview_followup.model._days import moment_of
from interview_followup.model._times import date_or_instant

LONGEST_DAYS = 7
LONGEST_MINUTES = LONGEST_DAYS * 24 * 60
"""A meeting that lasts longer is taken for a slip of the pen."""

Time: TypeAlias = date | datetime


def first_moment(starts: Time, zone: ZoneInfo) -> datetime:
    """Return the instant at which a meeting starts; of a day, the first."""
    return moment_of("interview.starts", starts, zone)


def first_day(starts: Time, zone: ZoneInfo) -> date:
    """Return the day on which a meeting starts, as a clock in its zone has it."""
    return starts.astimezone(zone).date() if isinstance(starts, datetime) else starts


def last_moment(starts: Time, ends: Time | None, zone: ZoneInfo) -> datetime:
    """Return the instant at which a meeting ends; without a word of it, the midnight after."""
    if ends is None:
        return _clock.midnight_after(first_moment(starts, zone), zone)
    return moment_of("interview.ends", ends, zone)


# -- how long it lasts ----------------------------------------------------------------------------


def end_after(minutes: Any, starts: Time, ends: Time | None) -> datetime | None:
    """Return the end of a meeting that lasts some minutes; None where its start is refused.

    Raises:
        InvalidInput: They are none, or `ends` is given as well, or of `starts` only the day.
    """
    length = whole_number(minutes)
    if length is None or not 0 < length <= LONGEST_MINUTES:
        mend = f"give a whole number from 1 to {LONGEST_MINUTES}"
        raise invalid("minutes", f"{shown(minutes)} is not a length in minutes", mend)
    if not is_nothing(ends):
        raise invalid("minutes", "is given as well as ends", "leave out one of the two")
    start = date_or_instant(starts)
    if isinstance(start, datetime):
        return start + timedelta(minutes=length)
    if isinstance(start, date):
        mend = "leave it out, or give the moment at which the interview starts"
        raise invalid("minutes", "is given, but of starts only the day", mend)
    return None


def moved_end(
    starts: Time, ends: Time | None, zone: ZoneInfo, *, to: Time, timezone: str
) -> Time | None:
    """Return when a meeting ends that starts at another time in another zone, if that is known.

    It lasts as long, or as many days, as it did.
    """
    start = date_or_instant(to)
    if isinstance(ends, datetime):
        if isinstance(starts, datetime) and isinstance(start, datetime):
            return start + (ends - starts)
        return None
    if ends is None or not isinstance(start, date):
        return None
    return first_day(start, _clock.zone(timezone)) + (ends - first_day(starts, zone))


# -- in which zone it is --------------------------------------------------------------------------


def zone_of(*times: object) -> Any:
    """Return the name of the one IANA zone that some times are in, or what is wrong."""
    names = zone_names(*times)
    if len(names) == 1:
        return names.pop()
    if names:
        both = " and ".join(sorted(names))
        return refuse(f"could be {both}, by the times given", "say which is the interview's")
    given = [time for time in times if not is_nothing(time)]
    are_naive = [isinstance(time, datetime) and time.tzinfo is None for time in given]
    if not given or any(are_naive) or not all(isinstance(time, date) for time in given):
        return Invalid(())  # The time that has no zone, or is none, is refused for itself.
    return refuse(
        "is missing, and the times given carry no IANA zone", "give it, as 'Europe/London'"
    )


def zone_names(*times: object) -> set[str]:
    """Return the names of the IANA zones that some times are in."""
    zones = [time.tzinfo for time in times if isinstance(time, datetime) and not is_nothing(time)]
    return {name for zone in zones if zone is not None and (name := _name_of(zone))}


def _name_of(zone: tzinfo) -> str | None:
    try:
        name = zone.key  # type: ignore[attr-defined]
    except Exception:  # A zone is code of somebody else's, which may do anything.
        return None
    return name if isinstance(name, str) else None


# -- what cannot be -------------------------------------------------------------------------------


def impossible(
    starts: Time | None, ends: Time | None, left: Time | None, zone: ZoneInfo | None
) -> Iterator[Problem]:
    """Yield what cannot be of the times of a meeting; what was refused is None."""
    if starts is None or zone is None:
        if isinstance(ends, datetime) and isinstance(left, datetime):
            yield from _left_before("ends", left, ends)
        return
    start, end = first_moment(starts, zone), last_moment(starts, ends, zone)
    if ends is not None:
        if _ends_before_start(starts, ends, zone):
            yield Problem("ends", "is before starts", "give an end after the start")
        elif end > _latest_end(start, zone):
            yield Problem("ends", f"is more than {LONGEST_DAYS} days after starts", "check the day")
    if left is not None and not isinstance(starts, datetime):
        mend = "leave it out, or give the moment at which the interview starts"
        yield Problem("left", "is given, but of starts only the day", mend)
    elif left is not None:
        name, earliest = ("ends", end) if ends else ("starts", start)
        if ends and not isinstance(ends, datetime):  # It may have ended at any time of that day.
            earliest = max(start, _clock.first_moment(ends, zone))
        yield from _left_before(name, moment_of("interview.left", left, zone), earliest)


def _latest_end(start: datetime, zone: ZoneInfo) -> datetime:
    """Return when a meeting ends at the latest: days later by the clock, or hours if later."""
    by_clock = _clock.days_later(start, LONGEST_DAYS, zone)
    return max(by_clock, start + timedelta(minutes=LONGEST_MINUTES))


def _ends_before_start(starts: Time, ends: Time, zone: ZoneInfo) -> bool:
    """Tell whether an end is before the start; one that is a day, before the day of the start."""
    if isinstance(ends, datetime):
        return ends < first_moment(starts, zone)
    return ends < first_day(starts, zone)


def _left_before(name: str, left: datetime, earliest: datetime) -> Iterator[Problem]:
    if left < earliest:
        mend = "give the moment at which you were clear of the building"
        yield Problem("left", f"is before {name}", mend)
