"""How the moments of a window are said in sentences: as times of a clock that people would name."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from interview_followup import _clock
from interview_followup._errors import escaped
from interview_followup._planning.reading import Reading
from interview_followup.language._window import Window

NOT_KNOWN = {
    "opens": "it happens",
    "best": "it happens",
    "due": "it is too late",
    "closes": "it is too late",
}
"""What is said of a moment that is not known, after words such as “until” and “before”."""


def suggested(part: str, window: Window, zone: ZoneInfo) -> datetime | None:
    """Return a moment of a window on the quarter hour, so that keeping to it keeps to the window.

    What one waits for is put off, but never to when it is late or the window closes; a best moment
    is rather brought forward then. What ends is brought forward. Nothing is before it opens.
    """
    moment: datetime | None = getattr(window, part)
    if moment is None:
        return None
    later, earlier = (_clock.quarter(moment, zone, direction) for direction in (1, -1))
    ends = min(filter(None, (window.due, window.closes)), default=None)
    if part in ("opens", "best") and (ends is None or later < ends):
        return later
    is_in_time = window.opens is None or earlier >= window.opens
    return earlier if part != "opens" and is_in_time else moment


def dated_line(window: Window, timezone: str, text: str, status: str) -> str:
    """Return how an action is shown by itself: when it is best, what to do, and its status."""
    best, zone = window.best, _clock.zone(timezone)
    when = "No date yet" if best is None else _clock.in_words(best, zone)
    return escaped(f"{when}: {text} ({status})")


def date_words(part: str, readings: Sequence[Reading], window: Window) -> str:
    """Say a moment of the window that some readings leave together, on the quarter hour."""
    moment, zone = getattr(window, part), _candidates_zone(readings)
    suggestion = suggested(part, window, zone)
    if suggestion is None:
        return NOT_KNOWN[part]
    return _clock.said(suggestion, zone, _reckoned_in(part, moment, readings))


def exact_words(part: str, readings: Sequence[Reading], window: Window) -> str:
    """Say a known moment of the window that some readings leave together as it is."""
    moment = getattr(window, part)
    zone = _candidates_zone(readings)
    return _clock.said(moment, zone, _reckoned_in(part, moment, readings))


def _candidates_zone(readings: Sequence[Reading]) -> ZoneInfo:
    return _clock.zone(readings[0].subject.search.timezone)


def _reckoned_in(part: str, moment: datetime, readings: Sequence[Reading]) -> ZoneInfo:
    """Return the zone of the moment of a rule that decides; what is put in order is an edge."""
    zones = (
        expression.zone(subject)
        for name in (part, "opens", "closes")
        for rule, subject, *_ in readings
        if (expression := rule.dated()[name]) is not None and expression.evaluate(subject) == moment
    )
    return next(zones, readings[0].subject.zone)
