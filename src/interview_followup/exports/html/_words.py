"""Dates and sources as the blocks of all values say them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from interview_followup import _clock
from interview_followup.exports.html._blocks import Paragraph
from interview_followup.language._window import Window
from interview_followup.language._wording import Wording, WordingKind

PARTS = {"opens": "Opens", "best": "Best", "due": "Late from", "closes": "Closes"}
WORDING: dict[WordingKind, str] = {"do": "Say:", "dont": "Don't:"}


def date(instant: datetime, timezone: str) -> str:
    """Say when an instant is in a zone, as in `Tue 8 Dec 2026, 11:00 GMT`."""
    wall = instant.astimezone(_clock.zone(timezone))
    weekday, month = _clock.WEEKDAYS[wall.weekday()][:3], _clock.MONTHS[wall.month - 1][:3]
    return f"{weekday} {wall.day} {month} {wall.year}, {wall:%H:%M %Z}"


def window_dates(window: Window, timezone: str) -> Iterator[tuple[str, str]]:
    """Yield the moments of a window that are known, each with what it is."""
    for part, label in PARTS.items():
        instant = getattr(window, part)
        if instant is not None:
            yield label, date(instant, timezone)


def wording_paragraphs(wording: Iterable[Wording]) -> Iterator[Paragraph]:
    """Yield what to say in a message, and what not to, each sentence with its source."""
    for kind, text, source in wording:
        yield Paragraph(f"{text} ({source})", WORDING[kind])
