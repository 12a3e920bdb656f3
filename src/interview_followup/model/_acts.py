"""Acts on record: those that are done, and those that are set aside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from attrs import field, frozen

from interview_followup._errors import Problem
from interview_followup.model._checks import Checked, accepted
from interview_followup.model._converters import instances, name_or_key, slug
from interview_followup.model._times import date_or_instant, required_date_or_instant


class ActRecord(Checked):
    """What is recorded of an act: `act` is its slug, `to` a person's key or name."""

    __slots__ = ()

    act: str
    to: str | None


@frozen(kw_only=True, repr=False)
class Done(ActRecord):
    """An act that is done, kept on what it is about: a search, an application or an interview.

    What is done for a person is kept on the interview.

    Raises:
        InvalidInput: The act is no slug, or the time is missing or naive.
    """

    act: str = field(converter=slug)
    """What was done, as lower-case words joined by hyphens: `thank-you`."""
    at: date | datetime = field(converter=required_date_or_instant)
    """When: an aware datetime, kept as one in UTC, or a day, which stands for its end."""
    to: str | None = field(default=None, converter=name_or_key)
    """The name or the key of the person it was done for; None if it was for nobody alone."""


@frozen(kw_only=True, repr=False)
class SetAside(ActRecord):
    """An act that the candidate does not want to hear of, for a while or ever again.

    It is kept where the act, once done, would be, and never counts as done.

    Raises:
        InvalidInput: The act is no slug, or the time is naive.
    """

    act: str = field(converter=slug)
    """What to be silent about, as lower-case words joined by hyphens: `thank-you`."""
    until: date | datetime | None = field(default=None, converter=date_or_instant)
    """Until when: an aware datetime, kept as one in UTC, or a day.

    A day stands for its first moment. None where it is for good.
    """
    to: str | None = field(default=None, converter=name_or_key)
    """The name or the key of the person it is about; None if it is about nobody alone."""


def acts_done(value: Iterable[Done]) -> Any:
    """Accept several acts that are done."""
    return instances(Done, value)


def acts_set_aside(value: Iterable[SetAside]) -> Any:
    """Accept several acts that are set aside."""
    return instances(SetAside, value)


def addressed(place: str, acts: Iterable[ActRecord | None]) -> Iterator[Problem]:
    """Yield a problem for every act that names a person, where there is nobody to name."""
    for index, act in accepted(acts):
        if act.to is not None:
            mend = "leave it out, or move the act to the interview with that person"
            yield Problem(f"{place}[{index}].to", "is only for acts at an interview", mend)
