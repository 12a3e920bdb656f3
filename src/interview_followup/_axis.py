"""A stretch of time across a picture: where its instants are, its days, hours and nights.

Places are in pixels and are reckoned from instants, so an hour that clocks repeat has two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from itertools import pairwise, product
from typing import NamedTuple
from zoneinfo import ZoneInfo

from interview_followup import _clock, _svg

DAY = timedelta(days=1)
HOURS = (1, 2, 3, 6, 12)
SIZE, GAP = 10, 8


class Scale(NamedTuple):
    """Which instants, [start, end], a picture shows, and between which places, [left, right]."""

    start: datetime
    end: datetime
    left: float
    right: float

    def x(self, instant: datetime) -> float:
        """Return the place of an instant; of one that is not shown, the edge beside it."""
        share = (instant - self.start) / (self.end - self.start)
        return self.left + (self.right - self.left) * min(max(share, 0), 1)

    def shows(self, instant: datetime) -> bool:
        return self.start <= instant <= self.end


class Cell(NamedTuple):
    """A day or a month, and between which places it is."""

    day: date
    left: float
    right: float

    @property
    def room(self) -> float:
        return self.right - self.left

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


class Label(NamedTuple):
    """What an axis says, and the place in the middle of it."""

    x: float
    words: str


def days_of(scale: Scale, zone: ZoneInfo) -> list[Cell]:
    """Return the days of a zone that a picture shows, each as far as it does."""
    first, last = (instant.astimezone(zone).date() for instant in (scale.start, scale.end))
    days = [first + number * DAY for number in range((last - first).days + 2)]
    midnights = [scale.x(_clock.first_moment(day, zone)) for day in days]
    cells = [Cell(day, *edges) for day, edges in zip(days, pairwise(midnights), strict=False)]
    return [cell for cell in cells if cell.room]


def _months(days: Sequence[Cell]) -> list[Cell]:
    """Return the months that some days are in."""
    months: dict[date, list[Cell]] = defaultdict(list)
    for cell in days:
        months[cell.day.replace(day=1)].append(cell)
    return [Cell(month, cells[0].left, cells[-1].right) for month, cells in months.items()]


def month_labels(days: Sequence[Cell]) -> list[Label]:
    labels = []
    for cell in _months(days):
        name = _clock.MONTHS[cell.day.month - 1]
        names = [f"{name} {cell.day.year}", f"{name[:3]} {cell.day.year}", name[:3]]
        labels += [Label(cell.middle, words) for words in names if _fits(words, cell)][:1]
    return labels


def weekday_labels(days: Sequence[Cell]) -> list[Label]:
    """Return the names of the days, as much of them as all whole days have room for."""
    names = [_clock.WEEKDAYS[cell.day.weekday()] for cell in days]
    room = max(cell.room for cell in days) * 0.9
    broadest = {n: max(_svg.length(name[:n], SIZE) for name in names) for n in (9, 3, 2)}
    letters = next((n for n, size in broadest.items() if size <= room), 1)
    labels = [Label(cell.middle, name[:letters]) for cell, name in zip(days, names, strict=True)]
    return [label for label, cell in zip(labels, days, strict=True) if _fits(label.words, cell)]


def number_labels(days: Sequence[Cell]) -> list[Label]:
    return [
        Label(cell.middle, str(cell.day.day)) for cell in days if _fits(str(cell.day.day), cell)
    ]


def _fits(words: str, cell: Cell) -> bool:
    return _svg.length(words, SIZE) <= cell.room


def hour_labels(scale: Scale, zone: ZoneInfo, days: Sequence[Cell]) -> list[Label]:
    """Return the hours that clocks in a zone show but for midnights, if there is room for any."""
    room = _svg.length("00:00", SIZE) + GAP
    hour_room = max(cell.room for cell in days) / 24
    step = next((hours for hours in HOURS if hours * hour_room >= room), 24)
    labels: list[Label] = []
    for cell, hour in product(days, range(step, 24, step)):
        for instant in _clock.readings(cell.day, time(hour), zone):
            x = scale.x(instant)
            is_inside = scale.left + room / 2 <= x <= scale.right - room / 2
            if is_inside and (not labels or x - labels[-1].x >= room):
                labels.append(Label(x, f"{hour:02}:00"))
    return labels


def agree(scale: Scale, zone: ZoneInfo, other: ZoneInfo) -> bool:
    """Tell whether the clocks of two zones show the same on all days of a picture."""
    midnights = [_clock.first_moment(cell.day, zone) for cell in days_of(scale, zone)]
    return all(_clock.agree(instant, zone, other) for instant in (*midnights, scale.end))


def nights(
    scale: Scale, zone: ZoneInfo, wakes: time, sleeps: time
) -> Iterator[tuple[float, float]]:
    """Yield from where to where somebody sleeps who wakes and sleeps at the same time each day."""
    if wakes == sleeps:
        return
    first = scale.start.astimezone(zone).date() - DAY
    for number in range((scale.end - scale.start).days + 3):
        day = first + number * DAY
        asleep = _clock.starts(day, sleeps, zone)
        awake = _clock.starts(day if sleeps < wakes else day + DAY, wakes, zone)
        if asleep < scale.end and awake > scale.start:
            yield scale.x(asleep), scale.x(awake)
