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
    """When and how the employer said they would answer.

    It is `by` a moment or a day, or `within` a period from when it was `made`. Moments are given as
    aware datetimes of any zone and kept as stdlib datetimes in UTC; days are counted in the zone of
    the application's latest interview, and a day stands for its end.

    >>> Promise(within="5 working days", made=date(2026, 11, 24)).within
    working_days(5)

    Raises:
        InvalidInput: `by` and `within` are both given, `made` is missing or does not fit the
            period, or a part cannot be read.
    """

    by: date | datetime | None = field(default=None, converter=date_or_instant)
    """By when; a day stands for its end. None where that is not known, or is `within`."""
    within: Period | None = field(default=None, converter=period)
    """A period such as `working_days(5)`, or the text of one: `5 working days`.

    Days are over at the midnight after the last of them. None where `by` says when, or nothing
    does.
    """
    made: date | datetime | None = field(default=None, converter=_made)
    """When it was promised, which `within` counts from.

    Days are counted from the day, hours and minutes from the moment. None where nobody has told.
    """
    channel: str | None = field(default=None, converter=text)
    """Over which channel they will answer, such as `phone`; None if nobody has told."""

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


def _is_far(promised: date | datetime, within: Period) -> bool:
    """Tell whether a promise lasts for longer than rules can reckon; a working day is a day."""
    unit = "days" if within.keeps_clock else within.unit
    last = date(promised.year, promised.month, promised.day) + timedelta(**{unit: within.amount})
    return last > (_clock.LATEST + _clock.SLACK).date()


def promise_or_none(value: Promise | None) -> Any:
    """Accept a promise, or nothing."""
    return instance(Promise, value)
