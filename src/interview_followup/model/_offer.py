"""The offer: when it came, and by when it is to be answered."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from attrs import field, frozen

from interview_followup import _clock
from interview_followup._errors import Problem
from interview_followup.model._checks import Checked
from interview_followup.model._converters import boolean, instance
from interview_followup.model._days import moment_of
from interview_followup.model._times import date_or_instant

FIRST_ZONE, LAST_ZONE = "Etc/GMT-14", "Etc/GMT+12"
"""Where a day begins first, and where it ends last, in whichever year."""


@frozen(kw_only=True, repr=False)
class Offer(Checked):
    """An offer that an employer made.

    Moments are given as aware datetimes of any zone and kept as stdlib datetimes in UTC; a day is a
    date, counted in the zone of the application's latest interview.

    Raises:
        InvalidInput: A moment is naive or not between 1970 and 2200, or the answer is due before
            the offer came.
    """

    received: date | datetime | None = field(default=None, converter=date_or_instant)
    """When it came; a day stands for its first moment. None where nobody has told."""
    reply_by: date | datetime | None = field(default=None, converter=date_or_instant)
    """By when it is to be answered; a day stands for its end. None if at any time."""
    declined: bool = field(default=False, converter=boolean)
    """Whether the candidate has said no to it."""

    def _cross_checks(self) -> Iterator[Problem]:
        if not self.received or not self.reply_by:
            return
        if _is_before(self.reply_by, self.received):
            yield Problem("reply_by", "is before received", "correct one of the two")


def _is_before(reply_by: date | datetime, received: date | datetime) -> bool:
    """Tell whether an answer is due before the offer came, wherever the days may be counted."""
    if not (isinstance(reply_by, datetime) or isinstance(received, datetime)):
        return reply_by < received
    earliest = moment_of("offer.received", received, _clock.zone(FIRST_ZONE))
    return moment_of("offer.reply_by", reply_by, _clock.zone(LAST_ZONE)) < earliest


def offer_or_none(value: Offer | None) -> Any:
    """Accept an offer, or nothing."""
    return instance(Offer, value)
