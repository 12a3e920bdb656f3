"""The interview: one meeting, with the people met and what was asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any, Literal, Self, TypeAlias, cast
from zoneinfo import ZoneInfo

from attrs import evolve, field, frozen

from interview_followup import _clock
from interview_followup._displayed import Displayed
from interview_followup._errors import CROWD, InvalidInput, Problem, gathered, near, shown
from interview_followup.model._acts import (
    ActRecord,
    Done,
    SetAside,
    acts_done,
    acts_set_aside,
)
from interview_followup.model._checks import Checked, accepted
from interview_followup.model._converters import (
    boolean,
    choice,
    instances,
    is_nothing,
    key_text,
    lines,
    required_text,
)
from interview_followup.model._identity import Identity, duplicates, identity_of
from interview_followup.model._lookup import the_one
from interview_followup.model._meeting_times import (
    end_after,
    first_day,
    first_moment,
    impossible,
    last_moment,
    moved_end,
    zone_names,
    zone_of,
)
from interview_followup.model._names import compared
from interview_followup.model._own_facts import NO_FACTS, own_facts
from interview_followup.model._person import Person, called, indistinct, meant, people
from interview_followup.model._times import (
    date_or_instant,
    required_date_or_instant,
    zone_name,
)

Medium: TypeAlias = Literal["in-person", "video", "phone"]
"""How an interview is held: `in-person`, `video` or `phone`."""
Order: TypeAlias = tuple[datetime, datetime, str, Identity]

NotHeld: TypeAlias = Literal["cancelled", "no-show"]
"""Why an interview did not take place: `cancelled`, or `no-show` if nobody of theirs came."""

MEDIA: tuple[Medium, ...] = ("in-person", "video", "phone")
REASONS: tuple[NotHeld, ...] = ("cancelled", "no-show")
"""Why an interview was not held."""


@frozen(kw_only=True, repr=False)
class AskedQuestion(Checked):
    """A question that the interviewers asked.

    Raises:
        InvalidInput: The text is missing or cannot be read, or `tricky` is not true or false.
    """

    text: str = field(converter=required_text)
    """The question, in one line."""
    tricky: bool = field(default=False, converter=boolean)
    """Whether it was hard to answer."""


def _medium(value: Medium | None) -> Any:
    return choice(MEDIA, value)


def _not_held(value: NotHeld | None) -> Any:
    return choice(REASONS, value, "; leave it out if it was held, or may be")


def _interviewers(value: Iterable[Person] | None) -> Any:
    return None if value is None or is_nothing(value) else people(value)


def _questions(value: Iterable[AskedQuestion]) -> Any:
    return instances(AskedQuestion, value)


@frozen(kw_only=True, init=False, repr=False)
class Interview(Displayed, Checked):
    """One meeting with an employer, in its own time zone.

    Moments are given as aware datetimes of any zone and kept as stdlib datetimes in UTC; a day is a
    date. In place of `ends` it may be given how many `minutes` it lasts, and without `timezone` the
    zone is that of the times. Two entries of one application are the same interview if their `key`
    is the same or, where neither has one, their `starts`.

    >>> starts = datetime(2026, 11, 24, 10, tzinfo=ZoneInfo("Europe/London"))
    >>> Interview(starts=starts, minutes=45).timezone
    'Europe/London'

    Raises:
        InvalidInput: A part is missing, naive, not between 1970 and 2200, or does not fit the
            others; with every problem.
    """

    starts: date | datetime = field(converter=required_date_or_instant)
    """When it starts; a day where the time is not known, and then its first moment."""
    ends: date | datetime | None = field(default=None, converter=date_or_instant)
    """When it ends, at most 7 days after it starts; a day stands for its end.

    None where nobody has told: it then ends at the midnight after it starts, and a plan asks.
    """
    timezone: str = field(converter=zone_name)
    """The IANA name of the zone in which its days are counted."""
    medium: Medium | None = field(default=None, converter=_medium)
    """How it is held; None where that is not known."""
    interviewers: tuple[Person, ...] | None = field(default=None, converter=_interviewers)
    """Who they are; None where nobody has told, empty where there was nobody."""
    left: date | datetime | None = field(default=None, converter=date_or_instant)
    """When the candidate was clear of the building, never before it ends.

    A day stands for its end. None where that has not happened, or is not noted.
    """
    not_held: NotHeld | None = field(default=None, converter=_not_held)
    """Why it did not take place; None where it did, or still may."""
    questions: tuple[AskedQuestion, ...] = field(default=(), converter=_questions)
    """What the interviewers asked."""
    notes: str | None = field(default=None, converter=lines)
    """Lines of text that no rule reads."""
    done: tuple[Done, ...] = field(default=(), converter=acts_done)
    """The acts done that are about it, or about a person met at it."""
    set_aside: tuple[SetAside, ...] = field(default=(), converter=acts_set_aside)
    """The acts set aside that are about it, or about a person met at it."""
    facts: Mapping[str, Any] = field(default=NO_FACTS, converter=own_facts)
    """What rules of your own ask for, by the fact's name: texts, numbers, truths, days, moments."""
    key: str | None = field(default=None, converter=key_text)
    """The host's own id of the interview, text or whole number, kept as text."""

    # Written out, since the zone of the times is lost once they are converted.
    def __init__(
        self,
        *,
        starts: date | datetime,
        ends: date | datetime | None = None,
        minutes: int | None = None,
        timezone: str | None = None,
        medium: Medium | None = None,
        interviewers: Iterable[Person] | None = None,
        left: date | datetime | None = None,
        not_held: NotHeld | None = None,
        questions: Iterable[AskedQuestion] = (),
        notes: str | None = None,
        done: Iterable[Done] = (),
        set_aside: Iterable[SetAside] = (),
        facts: Mapping[str, Any] = NO_FACTS,
        key: str | int | None = None,
    ) -> None:
        problems: list[Problem] = []
        own_zone = zone_of(starts, ends) if is_nothing(timezone) else timezone
        with gathered(problems):
            ends = ends if is_nothing(minutes) else end_after(minutes, starts, ends)
        with gathered(problems):
            cast("Any", self).__attrs_init__(
                starts=starts,
                ends=ends,
                timezone=own_zone,
                medium=medium,
                interviewers=interviewers,
                left=left,
                not_held=not_held,
                questions=questions,
                notes=notes,
                done=done,
                set_aside=set_aside,
                facts=facts,
                key=key,
            )
        if problems:
            raise InvalidInput(problems)

    @property
    def identity(self) -> Identity:
        """What makes two entries the same interview: the key, else the start."""
        return identity_of(self.key, "starts", self.starts.isoformat())

    @property
    def zone(self) -> ZoneInfo:
        """The zone in which its days are counted."""
        return _clock.zone(self.timezone)

    @property
    def first_moment(self) -> datetime:
        """The instant, in UTC, at which it starts; of a day, its first moment in the zone."""
        return first_moment(self.starts, self.zone)

    @property
    def first_day(self) -> date:
        """The day on which it starts, in its own zone."""
        return first_day(self.starts, self.zone)

    @property
    def last_moment(self) -> datetime:
        """The instant, in UTC, at which it ends; where nobody has told, the midnight after."""
        return last_moment(self.starts, self.ends, self.zone)

    @property
    def starts_in_words(self) -> str:
        """The start as a clock in its zone reads it; just the day where no more is known."""
        local = self.first_moment.astimezone(self.zone)
        return f"{local:%Y-%m-%d %H:%M}" if self.is_timed else self.starts.isoformat()

    def starts_on(self, start: date | datetime) -> bool:
        """Tell whether it starts at an instant, or on a day in its own zone."""
        return start == (self.starts if isinstance(start, datetime) else self.first_day)

    @property
    def is_timed(self) -> bool:
        """Whether more than the day is known of its start."""
        return isinstance(self.starts, datetime)

    @property
    def took_place(self) -> bool:
        """Whether it was held, or still may be."""
        return self.not_held is None

    @property
    def people(self) -> tuple[Person, ...]:
        """The interviewers; empty where it is not known who they are."""
        return self.interviewers or ()

    def person(self, name: str | None = None, *, key: str | int | None = None) -> Person:
        """Return the interviewer with this name, or with this key.

        Case does not count.

        Raises:
            InvalidInput: There is none, or more than one; or not just one of the two is given.
        """
        return the_one(
            "person",
            self.people,
            names=lambda person: [person.name],
            name=name,
            is_named=lambda person: compared(person.name) == compared(str(name)),
            key=key,
        )

    def move(self, *, starts: date | datetime, ends: date | datetime | None = None) -> Self:
        """Return the interview at another time; without `ends` it lasts as long as it did.

        Its zone is the IANA zone of the new times, and stays where these have none. `left` is
        dropped, as only the old time can have it.

        Raises:
            InvalidInput: A time is missing or naive, or the two do not fit each other.
        """
        names = zone_names(starts, ends)
        timezone = zone_of(starts, ends) if names else self.timezone
        if is_nothing(ends):
            ends = moved_end(self.starts, self.ends, self.zone, to=starts, timezone=timezone)
        return evolve(self, starts=starts, ends=ends, timezone=timezone, left=None)

    def _cross_checks(self) -> Iterator[Problem]:
        zone = self.zone if self.timezone else None
        yield from impossible(self.starts, self.ends, self.left, zone)
        yield from duplicates("interviewers", self.people)
        yield from indistinct("interviewers", self.people)
        yield from _addressees("done", self.done, self.interviewers)
        yield from _addressees("set_aside", self.set_aside, self.interviewers)


def _addressees(
    place: str, acts: tuple[ActRecord, ...], interviewers: tuple[Person, ...] | None
) -> Iterator[Problem]:
    """Yield a problem for every act that is not about just one of the interviewers it names."""
    known = [person for _, person in accepted(interviewers or ())]
    places = called(interviewers or ())
    for index, act in accepted(acts):
        if act.to is None:
            continue
        count = len(meant(act.to, places))
        if interviewers is None:
            nobody = "is nobody here, as nobody has told who the interviewers were"
            yield Problem(f"{place}[{index}].to", f"{shown(act.to)} {nobody}", "add interviewers")
        elif not count and len(known) == len(interviewers):
            message = f"{shown(act.to)} is not an interviewer here"
            yield Problem(f"{place}[{index}].to", message, _near_person(act.to, known))
        elif count > 1:
            message = f"{shown(act.to)} fits {count} interviewers"
            yield Problem(f"{place}[{index}].to", message, "give the person's key")


def _near_person(name: str, known: list[Person]) -> str:
    """Return the mend for a name that nobody has; near ones are not looked for among a crowd."""
    if len(known) > CROWD:
        return "give the name or the key of one"
    return near(name, [person.name for person in known])


def by_start(interview: Interview) -> Order:
    """Return the key that puts interviews in the order in which they start."""
    times = interview.first_moment, interview.last_moment
    return *times, interview.timezone, interview.identity


def by_end(interview: Interview) -> Order:
    """Return the key that puts interviews in the order in which they end."""
    times = interview.last_moment, interview.first_moment
    return *times, interview.timezone, interview.identity
