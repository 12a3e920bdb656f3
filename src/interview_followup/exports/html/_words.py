"""Dates, sources and parts of rules, as the blocks of all values say them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from interview_followup import _clock
from interview_followup.exports.html._blocks import Block, Bullets, Paragraph
from interview_followup.language._window import Window
from interview_followup.language._wording import Wording, WordingKind

PARTS = {"opens": "Opens", "best": "Best", "due": "Late from", "closes": "Closes"}
SAYS = {
    "given": "Speaks if",
    "since": "Speaks from",
    **PARTS,
    "satisfied_by": "Done once",
    "channel": "Goes by",
}
"""What stands before the parts of a rule."""
NUMBERS = ("Number", "Value", "What it is", "Source")
WORDING: dict[WordingKind, str] = {"do": "What to say:", "dont": "What not to say:"}


def moment(instant: datetime, timezone: str) -> str:
    """Say when an instant is in a zone, as in `Tue 8 Dec 2026, 11:00 GMT`."""
    wall = instant.astimezone(_clock.zone(timezone))
    weekday, month = _clock.WEEKDAYS[wall.weekday()][:3], _clock.MONTHS[wall.month - 1][:3]
    return f"{weekday} {wall.day} {month} {wall.year}, {wall:%H:%M %Z}"


def window_dates(window: Window, timezone: str) -> Iterator[tuple[str, str]]:
    """Yield the moments of a window that are known, each with what it is."""
    for part, label in PARTS.items():
        instant = getattr(window, part)
        if instant is not None:
            yield label, moment(instant, timezone)


def wording_blocks(wording: Iterable[Wording], source: str) -> Iterator[Block]:
    """Yield what to say in a message, and what not to; each sentence names a source of its own."""
    sentences = list(wording)
    for kind, label in WORDING.items():
        of_kind = [sentence for sentence in sentences if sentence.kind == kind]
        if of_kind:
            yield Paragraph("", label)
            yield Bullets([(0, _with_source(sentence, source)) for sentence in of_kind])


def _with_source(sentence: Wording, source: str) -> str:
    is_same = str(sentence.source) == source
    return sentence.text if is_same else f"{sentence.text} ({sentence.source})"
