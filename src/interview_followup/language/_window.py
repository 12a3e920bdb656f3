"""The stretch of time in which something can be done, and the only place where a clock enters.

Windows are put in order and looked at here; they are computed by `_planning.reading`, and combined
by `_planning.scheduled`.
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal, NamedTuple, TypeAlias

Phase: TypeAlias = Literal["early", "open", "late", "closed"]

PHASES: tuple[Phase, ...] = ("early", "open", "late", "closed")


class Window(NamedTuple):
    """From when until when something may be done, and when best.

    Moments are stdlib datetimes in UTC. It is open in [opens, closes), best at `best`, and late
    from `due` on. A window with `closes` ≤ `opens` is empty.
    """

    opens: datetime | None = None
    """When it may first be done; None while it waits for an event."""
    best: datetime | None = None
    """When it is best done; None if no moment is better."""
    due: datetime | None = None
    """From when on it is late; None if it never is."""
    closes: datetime | None = None
    """From when on it is too late; None if it never is."""
    unknown: frozenset[str] = frozenset()
    """The names of the moments that hang on unknown facts; they are None."""

    @property
    def is_empty(self) -> bool:
        """Whether there is no moment in it."""
        return self.opens is not None and self.closes is not None and self.closes <= self.opens


def ordered(
    opens: datetime | None,
    best: datetime | None,
    due: datetime | None,
    closes: datetime | None,
    *,
    unknown: frozenset[str] = frozenset(),
) -> Window:
    """Return a window with its moments put in order.

    `best` and `due` are moved up to `opens`, `due` back to `closes`, and a `best` at or after
    `closes` becomes `opens`.
    """
    if opens is None:
        best = due = None
    else:
        best = opens if best is not None and best < opens else best
        due = opens if due is not None and due < opens else due
    if closes is not None:
        due = closes if due is not None and due > closes else due
        best = opens if best is not None and best >= closes else best
    return Window(opens, best, due, closes, unknown)


def phase(now: datetime, window: Window) -> Phase:
    """Return whether a window is early, open, late or closed at a moment.

    `now` is an aware datetime of any zone.

    >>> opens = datetime(2026, 11, 24, 11, tzinfo=ZoneInfo("Europe/London"))
    >>> phase(opens - timedelta(minutes=1), Window(opens=opens)), phase(opens, Window(opens=opens))
    ('early', 'open')

    Raises:
        TypeError: `now` is naive.
    """
    return phases(now, window)[0]


def phases(now: datetime, window: Window) -> tuple[Phase, datetime | None]:
    """Return where an instant stands to a window, and the next instant at which that changes."""
    opens, due, closes = window.opens, window.due, window.closes
    if closes is not None and now >= closes:
        return "closed", None
    if opens is None:
        return "early", closes
    if now < opens:
        # A window that is empty is over before it opens.
        return ("closed", None) if closes is not None and closes <= opens else ("early", opens)
    if due is None or now < due:
        return "open", closes if due is None else due
    return "late", closes
