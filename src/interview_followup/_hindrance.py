"""When the best moment is one at which the candidate cannot act: asleep, or in an interview."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from interview_followup import _clock
from interview_followup._model import Interview, JobSearch, WakingHours
from interview_followup._schedule import Scheduled

Span = tuple[datetime, datetime]

_DAY, _MINUTE = timedelta(days=1), timedelta(minutes=1)


class Hindrance(NamedTuple):
    """Why the candidate cannot act at the best moment of a window, and when they can instead.

    `interview` is the one that they are in then; without it they are outside their waking hours.
    `before` is the last whole minute before the best moment at which they are free, whether the
    window is open then or not: a message can be written then, and scheduled for the best moment.
    `nearest` is the moment closest to the best one at which they are free and the window is open,
    or None if there is none. All are instants in UTC.
    """

    interview: Interview | None
    before: datetime
    nearest: datetime | None


def hindrance(item: Scheduled) -> Hindrance | None:
    """Return what hinders the candidate at the best moment of an act, if anything does.

    The act's own interview hinders nobody: what is best while it lasts is done in it.
    """
    opens, best, _, closes, _ = item.window
    if best is None or opens is None or item.window.is_empty:
        return None
    candidate = _Candidate.of(item)
    if candidate.is_free(best):
        return None
    before, after = candidate.free_before(best), candidate.free_after(best)
    inside = [
        each for each in (before, after) if opens <= each and (closes is None or each < closes)
    ]
    nearest = min(inside, key=lambda each: abs(each - best), default=None)
    return Hindrance(candidate.interview_at(best), before, nearest)


class _Candidate(NamedTuple):
    """When a candidate is awake, and where they have to be."""

    waking_hours: WakingHours
    zone: ZoneInfo
    own: Interview | None
    others: tuple[Interview, ...]

    @classmethod
    def of(cls, item: Scheduled) -> _Candidate:
        search, subject = item.subject.search, item.subject
        own = subject.interview if subject.per in ("interview", "person") else None
        others = [each for each in _interviews(search) if each is not own]
        return cls(search.waking_hours, _clock.zone(search.timezone), own, tuple(others))

    def is_free(self, moment: datetime) -> bool:
        if self.own is not None and _lasts(self.own, moment):
            return True
        return self.interview_at(moment) is None and self._is_awake(moment)

    def interview_at(self, moment: datetime) -> Interview | None:
        """Return the other interview that lasts at a moment; of several, the one that ends last."""
        held = [each for each in self.others if _lasts(each, moment)]
        return max(held, key=lambda each: each.ends or each.starts, default=None)

    def free_after(self, moment: datetime) -> datetime:
        while not self.is_free(moment):
            held = self.interview_at(moment)
            if held is not None and held.ends is not None:
                moment = held.ends
            else:
                moment = min(start for start, _ in self._days(moment) if start > moment)
        return moment

    def free_before(self, moment: datetime) -> datetime:
        while not self.is_free(moment):
            held = self.interview_at(moment)
            if held is not None:
                moment = held.starts - _MINUTE
            else:
                moment = max(end for _, end in self._days(moment) if end <= moment) - _MINUTE
        return moment

    def _is_awake(self, moment: datetime) -> bool:
        return any(start <= moment < end for start, end in self._days(moment))

    def _days(self, moment: datetime) -> Iterator[Span]:
        """Yield the candidate's days, from waking to sleeping, around a moment."""
        today = moment.astimezone(self.zone).date()
        starts, ends = self.waking_hours.starts, self.waking_hours.ends
        for shift in (-3, -2, -1, 0, 1, 2, 3):
            day = today + shift * _DAY
            last = day if starts < ends else day + _DAY
            start = _clock.starts(day, starts, self.zone)
            yield start, _clock.starts(last, ends, self.zone)


def _interviews(search: JobSearch) -> Iterator[Interview]:
    return (meeting for each in search.applications for meeting in each.interviews)


def _lasts(interview: Interview, moment: datetime) -> bool:
    """Tell whether an interview lasts at a moment; one whose end is unknown never does."""
    return interview.ends is not None and interview.starts <= moment < interview.ends
