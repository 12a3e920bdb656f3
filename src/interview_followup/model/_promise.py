"""The promise: when and how the employer will answer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from attrs import field, frozen

from interview_followup import _clock
from interview_followup._clock import Period
from interview_followup._errors import Problem
from interview_followup.model._checks import Checked, Invalid
from interview_followup.model._converters import instance, text
from interview_followup.model._times import date_or_instant, period


def _made(value: date | datetime | None) -> Any:
    """Accept when it was promised; what is refused is wrong, but not missing."""
    moment = date_or_instant(value)
    return moment._replace(placeholder=_clock.EARLIEST) if isinstance(moment, Invalid) else moment


@frozen(kw_only=True, repr=False)
class Promise(Checked):
    """When and how you will hear: `by` a calendar date or a moment, over which `channel`.

    Instead of `by` it may be `within` a period, such as `working_days(5)` or the text of it, from
    when it was `made`, a date or a moment; days are over at the midnight after the last of them. A
    date stands for the midnight after it, in the zone of the application's latest interview.
    """

    by: date | datetime | None = field(default=None, converter=date_or_instant)
    within: Period | None = field(default=None, converter=period)
    made: date | datetime | None = field(default=None, converter=_made)
    channel: str | None = field(default=None, converter=text)

    def _cross_checks(self) -> Iterator[Problem]:
        if self.within is None:
            return
        if self.by is not None:
            yield Problem("within", "is given as well as by", "leave out one of the two")
        if self.made is None:
            yield Problem("made", "is missing", "say when they promised it: a date or a moment")
        elif not (self.within.keeps_clock or isinstance(self.made, datetime)):
            message = f"is a date, and {self.within} cannot be counted from one"
            yield Problem("made", message, "give the moment")
        elif _is_far(self.made, self.within):
            yield Problem("within", "is over after 2200", "check it, and the year of made")


def _is_far(made: date | datetime, within: Period) -> bool:
    """Tell whether a promise lasts for longer than rules can reckon; a working day is a day."""
    unit = "days" if within.keeps_clock else within.unit
    last = date(made.year, made.month, made.day) + timedelta(**{unit: within.amount})
    return last > (_clock.LATEST + _clock.SLACK).date()


def promise_or_none(value: Promise | None) -> Any:
    """Accept a promise, or nothing."""
    return instance(Promise, value)
