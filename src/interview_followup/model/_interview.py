"""The interview: one meeting, with the people met and what was asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any, Literal, TypeAlias, cast

from attrs import field, frozen

from interview_followup._errors import Problem, near
from interview_followup.model._acts import (
    ActRecord,
    Done,
    SetAside,
    acts_done,
    acts_set_aside,
)
from interview_followup.model._checks import Checked, Invalid, accepted, refuse
from interview_followup.model._converters import (
    boolean,
    choice,
    instances,
    required_text,
    text,
)
from interview_followup.model._identity import Identity, duplicates, identity_of
from interview_followup.model._own_facts import NO_FACTS, own_facts
from interview_followup.model._person import Person, indistinct, people
from interview_followup.model._times import instant, required_instant, zone_name

Medium: TypeAlias = Literal["in-person", "video", "phone"]
Order: TypeAlias = tuple[datetime, datetime, str, Identity]

MEDIA: tuple[Medium, ...] = ("in-person", "video", "phone")


@frozen(kw_only=True, repr=False)
class AskedQuestion(Checked):
    """A question that the interviewers asked, and whether it was a tricky one."""

    text: str = field(converter=required_text)
    tricky: bool = field(default=False, converter=boolean)


def _medium(value: Medium | None) -> Any:
    return choice(MEDIA, value)


def _questions(value: Iterable[AskedQuestion]) -> Any:
    return instances(AskedQuestion, value)


@frozen(kw_only=True, init=False, repr=False)
class Interview(Checked):
    """One meeting: `starts` and `ends` are instants, `timezone` is the IANA name of its zone.

    Without `timezone` the zone is that of the given times. `left` is the moment at which the
    candidate was clear of the building. Identity is `key`, or else `starts`.
    """

    starts: datetime = field(converter=required_instant)
    ends: datetime | None = field(default=None, converter=instant)
    timezone: str = field(converter=zone_name)
    medium: Medium | None = field(default=None, converter=_medium)
    interviewers: tuple[Person, ...] = field(default=(), converter=people)
    left: datetime | None = field(default=None, converter=instant)
    questions: tuple[AskedQuestion, ...] = field(default=(), converter=_questions)
    done: tuple[Done, ...] = field(default=(), converter=acts_done)
    set_aside: tuple[SetAside, ...] = field(default=(), converter=acts_set_aside)
    facts: Mapping[str, Any] = field(default=NO_FACTS, converter=own_facts)
    key: str | None = field(default=None, converter=text)

    # Written out, since the zone of the times is lost once they are converted.
    def __init__(
        self,
        *,
        starts: datetime,
        ends: datetime | None = None,
        timezone: str | None = None,
        medium: Medium | None = None,
        interviewers: Iterable[Person] = (),
        left: datetime | None = None,
        questions: Iterable[AskedQuestion] = (),
        done: Iterable[Done] = (),
        set_aside: Iterable[SetAside] = (),
        facts: Mapping[str, Any] = NO_FACTS,
        key: str | None = None,
    ) -> None:
        cast("Any", self).__attrs_init__(
            starts=starts,
            ends=ends,
            timezone=_zone_of(starts, ends) if timezone is None else timezone,
            medium=medium,
            interviewers=interviewers,
            left=left,
            questions=questions,
            done=done,
            set_aside=set_aside,
            facts=facts,
            key=key,
        )

    @property
    def identity(self) -> Identity:
        return identity_of(self.key, "starts", self.starts.isoformat())

    def _cross_checks(self) -> Iterator[Problem]:
        if self.ends and self.starts and self.ends < self.starts:
            yield Problem("ends", "is before starts", "give an end after the start")
        if self.left and (clear := self.ends or self.starts) and self.left < clear:
            earlier = "ends" if self.ends else "starts"
            mend = "give the moment at which you were clear of the building"
            yield Problem("left", f"is before {earlier}", mend)
        yield from duplicates("interviewers", self.interviewers)
        yield from indistinct("interviewers", self.interviewers)
        yield from _addressees("done", self.done, self.interviewers)
        yield from _addressees("set_aside", self.set_aside, self.interviewers)


def _addressees(
    place: str, acts: tuple[ActRecord, ...], interviewers: tuple[Person, ...]
) -> Iterator[Problem]:
    """Yield a problem for every act that is not about just one of the interviewers it names."""
    known = [person for _, person in accepted(interviewers)]
    for index, act in accepted(acts):
        if act.to is None:
            continue
        count = sum(person.is_called(act.to) for person in known)
        if not count and len(known) == len(interviewers):
            mend = near(act.to, [person.name for person in known])
            yield Problem(f"{place}[{index}].to", f"{act.to!r} is not an interviewer here", mend)
        elif count > 1:
            message = f"{act.to!r} fits {count} interviewers"
            yield Problem(f"{place}[{index}].to", message, "give the person's key")


def _zone_of(*times: object) -> Any:
    """Return the name of the one IANA zone that some times are in, or what is wrong."""
    given = [time for time in times if time is not None]
    zones = [time.tzinfo for time in given if isinstance(time, datetime) and time.tzinfo]
    names = {name for zone in zones if (name := getattr(zone, "key", None))}
    if len(names) == 1:
        return names.pop()
    if names:
        both = " and ".join(sorted(names))
        return refuse(f"could be {both}, by the times given", "say which is the interview's")
    if not zones or len(zones) < len(given):
        return Invalid(())  # The time that has no zone is refused for itself.
    return refuse(
        "is missing, and the times given carry no IANA zone", "give it, as 'Europe/London'"
    )


def by_start(interview: Interview) -> Order:
    """Return the key that puts interviews in the order in which they start."""
    ends = interview.ends or interview.starts
    return interview.starts, ends, interview.timezone, interview.identity


def by_end(interview: Interview) -> Order:
    """Return the key that puts interviews in the order in which they end."""
    ends = interview.ends or interview.starts
    return ends, interview.starts, interview.timezone, interview.identity
