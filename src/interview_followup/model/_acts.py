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
    """An act done: `act` is its slug, `at` an instant or a day, `to` a person's key or name.

    It is kept on the object that the act's rule is per; a person's acts on the interview. A day
    stands for its end.
    """

    act: str = field(converter=slug)
    at: date | datetime = field(converter=required_date_or_instant)
    to: str | None = field(default=None, converter=name_or_key)


@frozen(kw_only=True, repr=False)
class SetAside(ActRecord):
    """An act that the candidate does not want to hear of `until` an instant, or ever again.

    A day stands for its first moment. It is kept where the act, once done, would be; `to` is a
    person's key or name. It never counts as done.
    """

    act: str = field(converter=slug)
    until: date | datetime | None = field(default=None, converter=date_or_instant)
    to: str | None = field(default=None, converter=name_or_key)


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
