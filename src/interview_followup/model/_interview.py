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
Order: TypeAlias = tuple[datetime, datetime, str, Identity]

NotHeld: TypeAlias = Literal["cancelled", "no-show"]

MEDIA: tuple[Medium, ...] = ("in-person", "video", "phone")
REASONS: tuple[NotHeld, ...] = ("cancelled", "no-show")
"""Why an interview was not held."""


@frozen(kw_only=True, repr=False)
class AskedQuestion(Checked):
    """A question that the interviewers asked, and whether it was a tricky one."""

    text: str = field(converter=required_text)
    tricky: bool = field(default=False, converter=boolean)


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
    """One meeting: `starts` and `ends` are instants or days, `timezone` the IANA name of its zone.

    Without `timezone` the zone is that of the given times. In place of `ends` it may be given how
    many `minutes` it lasts; it lasts 7 days at most. `interviewers` are None where it is not known
    who they are, and empty where there was nobody. `left` is the moment at which the candidate was
    clear of the building. `not_held` is why it did not take place. Identity is `key`, or else
    `starts`.
    """

    starts: date | datetime = field(converter=required_date_or_instant)
    ends: date | datetime | None = field(default=None, converter=date_or_instant)
    timezone: str = field(converter=zone_name)
    medium: Medium | None = field(default=None, converter=_medium)
    interviewers: tuple[Person, ...] | None = field(default=None, converter=_interviewers)
    left: date | datetime | None = field(default=None, converter=date_or_instant)
    not_held: NotHeld | None = field(default=None, converter=_not_held)
    questions: tuple[AskedQuestion, ...] = field(default=(), converter=_questions)
    notes: str | None = field(default=None, converter=lines)
    done: tuple[Done, ...] = field(default=(), converter=acts_done)
    set_aside: tuple[SetAside, ...] = field(default=(), converter=acts_set_aside)
    facts: Mapping[str, Any] = field(default=NO_FACTS, converter=own_facts)
    key: str | None = field(default=None, converter=key_text)

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
        return identity_of(self.key, "starts", self.starts.isoformat())

    @property
    def zone(self) -> ZoneInfo:
        return _clock.zone(self.timezone)

    @property
    def first_moment(self) -> datetime:
        """The instant at which it starts; where only the day is known, the first of the day."""
        return first_moment(self.starts, self.zone)

    @property
    def first_day(self) -> date:
        """The day on which it starts, in its own zone."""
        return first_day(self.starts, self.zone)

    @property
    def last_moment(self) -> datetime:
        """The instant at which it ends; where nobody has told, the midnight after it starts."""
        return last_moment(self.starts, self.ends, self.zone)

    @property
    def starts_in_words(self) -> str:
        """The start as a clock in its zone reads it; just the day where no more is known."""
        local = self.first_moment.astimezone(self.zone)
        return f"{local:%Y-%m-%d %H:%M}" if self.is_timed else self.starts.isoformat()

    def starts_on(self, start: date | datetime) -> bool:
        """Tell whether it starts at an instant, or on a day."""
        return start == (self.starts if isinstance(start, datetime) else self.first_day)

    @property
    def is_timed(self) -> bool:
        """Whether more than the day is known of its start."""
        return isinstance(self.starts, datetime)

    @property
    def took_place(self) -> bool:
        """Whether it was held, or may still be."""
        return self.not_held is None

    @property
    def people(self) -> tuple[Person, ...]:
        """The interviewers, as far as they are known."""
        return self.interviewers or ()

    def person(self, name: str | None = None, *, key: str | int | None = None) -> Person:
        """Return the interviewer of a name or a key.

        Raises:
            InvalidInput: There is none, or more than one.
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
        """Return the interview at another time; without `ends` it stays as long as it is.

        Its zone is the IANA zone of the new times, and stays where these have none. What only the
        old time can have, `left`, is left out.

        Raises:
            InvalidInput: A time is none, or they don't fit each other.
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
