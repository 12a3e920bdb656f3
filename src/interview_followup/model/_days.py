"""What a day stands for, where a moment may stand: the one table of it.

A day is as exact as what is known. Mostly it stands for its end, the midnight after it: what is
known to the day is never too early. What begins with a day, or is asked about one, stands for its
first moment. "Since" a day counts from its first moment, whatever else the day stands for.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Literal, NamedTuple, TypeAlias
from zoneinfo import ZoneInfo

from interview_followup import _clock

Whose: TypeAlias = Literal["search", "application", "interview", "keeper"]


class Meaning(NamedTuple):
    """The moment that a day `stands_for`, and whose zone it is reckoned in.

    An application's zone is that of its latest interview, else of the search's first, else the
    search's; the keeper is what a record, or a fact of somebody's own, is kept on.
    """

    stands_for: Callable[[date, ZoneInfo], datetime]
    whose_zone: Whose


_FIRST, _END = _clock.first_moment, _clock.end_of

DAYS: dict[str, Meaning] = {
    "interview.starts": Meaning(_FIRST, "interview"),
    "interview.ends": Meaning(_END, "interview"),
    "interview.left": Meaning(_END, "interview"),
    "application.heard": Meaning(_END, "application"),
    "application.signed": Meaning(_END, "application"),
    "promise.by": Meaning(_END, "application"),
    "promise.made": Meaning(_END, "application"),
    "offer.received": Meaning(_FIRST, "application"),
    "offer.reply_by": Meaning(_END, "application"),
    "done.at": Meaning(_END, "keeper"),
    "set_aside.until": Meaning(_FIRST, "keeper"),
    "facts": Meaning(_END, "keeper"),
    "now": Meaning(_FIRST, "search"),
    "at": Meaning(_FIRST, "search"),
    "horizon": Meaning(_END, "search"),
    "stamp": Meaning(_FIRST, "search"),
}


def moment_of(place: str, value: date | datetime, zone: ZoneInfo) -> datetime:
    """Return a moment as it is, and for a day the instant that it stands for at a place."""
    return value if isinstance(value, datetime) else DAYS[place].stands_for(value, zone)
