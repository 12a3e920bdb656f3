"""When the best moment is one at which the candidate cannot act: asleep, or in an interview."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta
from heapq import heappop, heappush
from typing import NamedTuple
from zoneinfo import ZoneInfo

from interview_followup import _clock
from interview_followup._planning.scheduled import Scheduled
from interview_followup.language._subject import Subject
from interview_followup.model import Interview, WakingHours
from interview_followup.model._checks import instants_in

_DAY, _MINUTE = timedelta(days=1), timedelta(minutes=1)


class Hindrance(NamedTuple):
    """What keeps the candidate from an act at its best moment, and when they can instead.

    Moments are on the quarter hour, unless the candidate is not free then, or the window is not
    open. Those of an action are in the candidate's zone.
    """

    interview: Interview | None
    """The interview that they are in then; None where they are not awake."""
    nearest: datetime | None
    """The moment nearest to the best one at which they can act; None if there is none."""
    before: datetime | None
    """When to write a message that is then sent at the best moment.

    That is shortly before it, when they are last free, whether the window is open or not. None for
    what is no message, and where something still happens between the two.
    """
    text: str
    """All of that in a sentence."""


def hindrance(scheduled: Scheduled, now: datetime) -> Hindrance | None:
    """Return what hinders the candidate at the best moment of an act, if anything does.

    What is best while the act's own interview lasts is done in it. Only what is still to come is
    looked at. Moments are instants in UTC.
    """
    opens, best, _, closes, _ = scheduled.window
    if best is None or opens is None or scheduled.window.is_empty or best <= now:
        return None
    subject = scheduled.subject
    own = subject.interview if subject.per in ("interview", "person") else None
    candidate = subject.widened("search").once(_candidate)
    if candidate.is_free(best) or (own is not None and _may_last(own, best)):
        return None
    begins, ends = max(opens, now), closes or _clock.LATEST
    before, after = candidate.free_before(best), candidate.free_after(best)
    # Of the last minute before, only a part may be in the window.
    directions: dict[datetime, _clock.Direction] = {before: -1, after: 1, opens: 1, now: 1}
    inside = [
        candidate.on_the_quarter(moment, direction, begins, ends)
        for moment, direction in directions.items()
        if begins <= moment < ends and candidate.is_free(moment)
    ]
    nearest = min(inside, key=lambda moment: abs(moment - best), default=None)
    interview = candidate.interview_at(best)
    written_from = max(now, _last_event(subject, best))
    may_be_sent = scheduled.channel == "email" and before >= written_from
    ahead = candidate.on_the_quarter(before, -1, written_from, best) if may_be_sent else None
    return Hindrance(interview, nearest, ahead, _text(interview, nearest, ahead, candidate.zone))


def _last_event(subject: Subject, moment: datetime) -> datetime:
    """Return the last thing that is known to happen by a moment, and that a message may be about.

    That is anything in the application, if it is about one, and offers in others, as far as more
    than their days are known.
    """
    events = [subject.widened("search").once(_offers)]
    if subject.per != "search":
        events.append(subject.widened("application").once(_events))
    last = [
        moments[bisect_right(moments, moment) - 1]
        for moments in events
        if moments and moments[0] <= moment
    ]
    return max(last, default=_clock.EARLIEST)


def _offers(root: Subject) -> list[datetime]:
    """Return when offers came, in order."""
    offers = [application.offer for application in root.search.applications]
    received = [offer.received for offer in offers if offer]
    return sorted(moment for moment in received if isinstance(moment, datetime))


def _events(about: Subject) -> list[datetime]:
    """Return the moments in an application, in order."""
    return sorted(instants_in(about.application, without="set_aside"))


def _text(
    interview: Interview | None,
    nearest: datetime | None,
    before: datetime | None,
    zone: ZoneInfo,
) -> str:
    ways = []
    if nearest is not None:
        ways.append(f"do it on {_clock.said(nearest, zone)}")
    if before is not None and before == nearest:
        ways.append("write it then, to be sent at the best moment")
    elif before is not None:
        ways.append(f"write it on {_clock.said(before, zone)} and have it sent then")
    instead = ", or ".join(ways) or "there is no other time for it"
    reason = "outside your waking hours" if interview is None else "while you are in an interview"
    return f"The best moment is {reason}: {instead}."


def _candidate(root: Subject) -> _Candidate:
    search = root.search
    interviews = [
        interview
        for application in search.applications
        if not application.outcome
        for interview in application.interviews
        if _is_timed(interview)
    ]
    zone = _clock.zone(search.timezone)
    return _Candidate(search.waking_hours, zone, *_lasting(interviews))


def _lasting(
    interviews: list[Interview],
) -> tuple[tuple[datetime, ...], tuple[Interview | None, ...]]:
    """Return when it changes which interview lasts, and which one then does, if any.

    Of several it is the one that ends last; of those that end together, the one that starts first.
    """
    ranked = sorted(interviews, key=_end_and_length, reverse=True)
    starting = defaultdict[datetime, list[int]](list)
    for rank, interview in enumerate(ranked):
        starting[interview.first_moment].append(rank)
    moments = sorted({*starting, *(interview.last_moment for interview in interviews)})
    lasting: list[Interview | None] = []
    ranks: list[int] = []
    for moment in moments:
        for rank in starting.get(moment, ()):
            heappush(ranks, rank)
        while ranks and ranked[ranks[0]].last_moment <= moment:
            heappop(ranks)
        lasting.append(ranked[ranks[0]] if ranks else None)
    return tuple(moments), tuple(lasting)


class _Candidate(NamedTuple):
    """When a candidate is awake, and the interviews that they have to be at."""

    waking_hours: WakingHours
    zone: ZoneInfo
    moments: tuple[datetime, ...]
    lasting: tuple[Interview | None, ...]

    def is_free(self, moment: datetime) -> bool:
        return self.interview_at(moment) is None and self._is_awake(moment)

    def interview_at(self, moment: datetime) -> Interview | None:
        """Return the interview that lasts at a moment, if any."""
        index = bisect_right(self.moments, moment) - 1
        return self.lasting[index] if index >= 0 else None

    def free_after(self, moment: datetime) -> datetime:
        while not self.is_free(moment):
            interview = self.interview_at(moment)
            if interview is not None:
                moment = interview.last_moment
            else:
                moment = min(start for start, _ in self._days(moment) if start > moment)
        return moment

    def free_before(self, moment: datetime) -> datetime:
        while not self.is_free(moment):
            interview = self.interview_at(moment)
            if interview is not None:
                moment = interview.first_moment - _MINUTE
            else:
                moment = max(end for _, end in self._days(moment) if end <= moment) - _MINUTE
        return moment

    def on_the_quarter(
        self, moment: datetime, direction: _clock.Direction, begins: datetime, ends: datetime
    ) -> datetime:
        """Return the quarter of an hour nearest to a moment if they are free then, and in time."""
        quarter = _clock.quarter(moment, self.zone, direction)
        return quarter if begins <= quarter < ends and self.is_free(quarter) else moment

    def _is_awake(self, moment: datetime) -> bool:
        return any(start <= moment < end for start, end in self._days(moment))

    def _days(self, moment: datetime) -> Iterator[tuple[datetime, datetime]]:
        """Yield the candidate's days, from waking to sleeping, around a moment."""
        today = moment.astimezone(self.zone).date()
        starts, ends = self.waking_hours.starts, self.waking_hours.ends
        for shift in (-2, -1, 0, 1):
            day = today + shift * _DAY
            last = day if starts < ends else day + _DAY
            start = _clock.starts(day, starts, self.zone)
            yield start, _clock.starts(last, ends, self.zone)


def _may_last(interview: Interview, moment: datetime) -> bool:
    """Tell whether an interview may last at a moment, for all that is known of its times."""
    return interview.first_moment <= moment < interview.last_moment


def _is_timed(interview: Interview) -> bool:
    """Tell whether an interview keeps the candidate from something else, as far as is known."""
    is_known = isinstance(interview.starts, datetime) and isinstance(interview.ends, datetime)
    return is_known and interview.took_place


def _end_and_length(interview: Interview) -> tuple[datetime, timedelta]:
    return interview.last_moment, interview.last_moment - interview.first_moment
