"""Zones worth a test each, and a real change of the clocks, each way, for those that have one.

Each of them tries something of its own: a midnight that is skipped or repeated, half an hour, a
whole day, daylight saving that is winter's, offsets of +05:45, +14 and -12. The changes are past
ones, which no new edition of the tz database will move.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

TICK = timedelta(microseconds=1)


class Transition(NamedTuple):
    """At `instant`, in UTC, clocks that are about to read `before` read `after` instead."""

    zone: str
    instant: datetime
    before: datetime
    after: datetime

    @property
    def length(self) -> timedelta:
        return abs(self.after - self.before)


def wall(text: str) -> datetime:
    """Return what a clock reads, which means nothing without a zone."""
    return datetime.fromisoformat(text)


def utc(text: str) -> datetime:
    """Return the instant at which a clock in UTC reads the text."""
    return wall(text).replace(tzinfo=UTC)


def aware(text: str, zone: str, *, fold: int = 0) -> datetime:
    """Return a stdlib time in a zone; of a repeated one the second reading, with `fold=1`."""
    return wall(text).replace(tzinfo=ZoneInfo(zone), fold=fold)


def _transition(zone: str, instant: str, before: str, after: str) -> tuple[str, Transition]:
    return zone, Transition(zone, utc(instant), wall(before), wall(after))


ZONES = (
    "Europe/London",
    "America/New_York",
    "Australia/Lord_Howe",
    "Africa/Cairo",
    "Asia/Beirut",
    "America/Havana",
    "Pacific/Apia",
    "Europe/Dublin",
    "Africa/Casablanca",
    "Asia/Kathmandu",
    "Pacific/Kiritimati",
    "Etc/GMT+12",
)

GAPS = dict(
    [
        _transition("Europe/London", "2025-03-30T01:00", "2025-03-30T01:00", "2025-03-30T02:00"),
        _transition("America/New_York", "2025-03-09T07:00", "2025-03-09T02:00", "2025-03-09T03:00"),
        _transition(
            "Australia/Lord_Howe", "2024-10-05T15:30", "2024-10-06T02:00", "2024-10-06T02:30"
        ),
        _transition("Africa/Cairo", "2024-04-25T22:00", "2024-04-26T00:00", "2024-04-26T01:00"),
        _transition("Asia/Beirut", "2025-03-29T22:00", "2025-03-30T00:00", "2025-03-30T01:00"),
        _transition("America/Havana", "2025-03-09T05:00", "2025-03-09T00:00", "2025-03-09T01:00"),
        _transition("Pacific/Apia", "2011-12-30T10:00", "2011-12-30T00:00", "2011-12-31T00:00"),
        _transition("Europe/Dublin", "2025-03-30T01:00", "2025-03-30T01:00", "2025-03-30T02:00"),
        _transition(
            "Africa/Casablanca", "2024-04-14T02:00", "2024-04-14T02:00", "2024-04-14T03:00"
        ),
        _transition("Asia/Kathmandu", "1985-12-31T18:30", "1986-01-01T00:00", "1986-01-01T00:15"),
        _transition(
            "Pacific/Kiritimati", "1994-12-31T10:00", "1994-12-31T00:00", "1995-01-01T00:00"
        ),
    ]
)

FOLDS = dict(
    [
        _transition("Europe/London", "2025-10-26T01:00", "2025-10-26T02:00", "2025-10-26T01:00"),
        _transition("America/New_York", "2025-11-02T06:00", "2025-11-02T02:00", "2025-11-02T01:00"),
        _transition(
            "Australia/Lord_Howe", "2025-04-05T15:00", "2025-04-06T02:00", "2025-04-06T01:30"
        ),
        _transition("Africa/Cairo", "2024-10-31T21:00", "2024-11-01T00:00", "2024-10-31T23:00"),
        _transition("Asia/Beirut", "2024-10-26T21:00", "2024-10-27T00:00", "2024-10-26T23:00"),
        _transition("America/Havana", "2024-11-03T05:00", "2024-11-03T01:00", "2024-11-03T00:00"),
        _transition("Pacific/Apia", "2021-04-03T14:00", "2021-04-04T04:00", "2021-04-04T03:00"),
        _transition("Europe/Dublin", "2025-10-26T01:00", "2025-10-26T02:00", "2025-10-26T01:00"),
        _transition(
            "Africa/Casablanca", "2024-03-10T02:00", "2024-03-10T03:00", "2024-03-10T02:00"
        ),
    ]
)
