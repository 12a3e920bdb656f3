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
from interview_followup.model._times import date_or_instant, required_instant

LAST_ZONE = "Etc/GMT+12"
"""Where a day ends last."""


@frozen(kw_only=True, repr=False)
class Offer(Checked):
    """An offer `received`, to be answered by `reply_by` (a date or a moment), perhaps `declined`.

    Without `reply_by` the offer can be answered at any time.
    """

    received: datetime = field(converter=required_instant)
    reply_by: date | datetime | None = field(default=None, converter=date_or_instant)
    declined: bool = field(default=False, converter=boolean)

    def _cross_checks(self) -> Iterator[Problem]:
        if self.received and self.reply_by and _last_moment(self.reply_by) < self.received:
            yield Problem("reply_by", "is before received", "correct one of the two")


def _last_moment(by: date | datetime) -> datetime:
    return by if isinstance(by, datetime) else _clock.end_of(by, _clock.zone(LAST_ZONE))


def offer_or_none(value: Offer | None) -> Any:
    """Accept an offer, or nothing."""
    return instance(Offer, value)
