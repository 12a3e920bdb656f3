"""What is known about a job search, as frozen values.

Times go in as aware datetimes, stdlib or pendulum, and are kept as instants: stdlib datetimes in
UTC. Every class raises `InvalidInput` with all of its problems when it is built.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any, Literal, Protocol, TypeAlias, cast

from attrs import evolve, field, frozen

from interview_followup import _clock
from interview_followup._clock import Period
from interview_followup._errors import Problem, invalid, near, shown
from interview_followup.model._fields import (
    NO_FACTS,
    Checked,
    Invalid,
    alike,
    choice,
    date_or_instant,
    instant,
    many,
    moment,
    needed_instant,
    one,
    period,
    present,
    refuse,
    required,
    slug,
    text,
    told,
    truth,
    zone_name,
)
from interview_followup.model._workdays import WakingHours, Workdays, known_region

Medium = Literal["in-person", "video", "phone"]
Outcome = Literal["rejected", "withdrawn", "declined", "accepted"]
Identity: TypeAlias = tuple[str, ...]

MEDIA: tuple[Medium, ...] = ("in-person", "video", "phone")
OUTCOMES: tuple[Outcome, ...] = ("rejected", "withdrawn", "declined", "accepted")


@frozen(kw_only=True, repr=False)
class Person(Checked):
    """Somebody met or written to; identity is `key`, the host's own id, or else `name`.

    `facts`, here and elsewhere, are those that rules of your own ask for.
    """

    name: str = field(converter=required)
    email: str | None = field(default=None, converter=text)
    linkedin: str | None = field(default=None, converter=text)
    facts: Mapping[str, Any] = field(default=NO_FACTS, converter=told)
    key: str | None = field(default=None, converter=text)

    @property
    def identity(self) -> Identity:
        return ("key", self.key) if self.key else ("name", self.name)

    def is_called(self, name: str) -> bool:
        """Tell whether a text is this person's key or name."""
        return name in (self.key, self.name)

    def is_same_as(self, other: Person) -> bool:
        """Tell whether two values are one person: by their keys if both have one, else by name."""
        if self.key and other.key:
            return self.key == other.key
        return self.name == other.name


@frozen(kw_only=True, repr=False)
class AskedQuestion(Checked):
    """A question that the interviewers asked, and whether it was a tricky one."""

    text: str = field(converter=required)
    tricky: bool = field(default=False, converter=truth)


class Kept(Checked):
    """What is kept of an act: `act` is its slug, `to` a person's key or name."""

    __slots__ = ()

    act: str
    to: str | None


@frozen(kw_only=True, repr=False)
class Done(Kept):
    """An act done: `act` is its slug, `at` an instant, `to` a person's key or name.

    It is kept on the object that the act's rule is per; a person's acts on the interview.
    """

    act: str = field(converter=slug)
    at: datetime = field(converter=needed_instant)
    to: str | None = field(default=None, converter=text)


@frozen(kw_only=True, repr=False)
class SetAside(Kept):
    """An act that the candidate does not want to hear of `until` an instant, or ever again.

    It is kept where the act, once done, would be; `to` is a person's key or name. It never counts
    as done.
    """

    act: str = field(converter=slug)
    until: datetime | None = field(default=None, converter=instant)
    to: str | None = field(default=None, converter=text)


@frozen(kw_only=True, repr=False)
class FollowUp(Checked):
    """How they asked you to follow up: over which `channel`, and where `to`."""

    channel: str = field(converter=required)
    to: str | None = field(default=None, converter=text)


def _made(value: date | datetime | None) -> Any:
    """Accept when it was promised; what is refused is wrong, but not missing."""
    accepted = date_or_instant(value)
    return accepted._replace(saved=_clock.EARLIEST) if isinstance(accepted, Invalid) else accepted


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

    def _problems(self) -> Iterator[Problem]:
        if self.within is None:
            return
        if self.by is not None:
            yield Problem("within", "is given as well as by", "leave out one of the two")
        if self.made is None:
            yield Problem("made", "is missing", "say when they promised it: a date or a moment")
        elif not (self.within.keeps_clock or isinstance(self.made, datetime)):
            message = f"is a date, and {self.within} cannot be counted from one"
            yield Problem("made", message, "give the moment")


@frozen(kw_only=True, repr=False)
class Offer(Checked):
    """An offer `received`, to be answered by `reply_by` (a date or a moment), perhaps `declined`.

    Without `reply_by` the offer can be answered at any time.
    """

    received: datetime = field(converter=needed_instant)
    reply_by: date | datetime | None = field(default=None, converter=date_or_instant)
    declined: bool = field(default=False, converter=truth)

    def _problems(self) -> Iterator[Problem]:
        if self.received and self.reply_by and _last_moment(self.reply_by) < self.received:
            yield Problem("reply_by", "is before received", "correct one of the two")


def _last_moment(by: date | datetime) -> datetime:
    if isinstance(by, datetime):
        return by
    return _clock.end_of(by, _clock.zone("Etc/GMT+12"))


def _medium(value: str | None) -> Any:
    return choice(MEDIA, value)


def _people(value: Iterable[Person]) -> Any:
    return many(Person, value)


def _questions(value: Iterable[AskedQuestion]) -> Any:
    return many(AskedQuestion, value)


def _acts(value: Iterable[Done]) -> Any:
    return many(Done, value)


def _set_aside(value: Iterable[SetAside]) -> Any:
    return many(SetAside, value)


@frozen(kw_only=True, init=False, repr=False)
class Interview(Checked):
    """One meeting: `starts` and `ends` are instants, `timezone` is the IANA name of its zone.

    Without `timezone` the zone is that of the given times. `left` is the moment at which the
    candidate was clear of the building. Identity is `key`, or else `starts`.
    """

    starts: datetime = field(converter=needed_instant)
    ends: datetime | None = field(default=None, converter=instant)
    timezone: str = field(converter=zone_name)
    medium: Medium | None = field(default=None, converter=_medium)
    interviewers: tuple[Person, ...] = field(default=(), converter=_people)
    left: datetime | None = field(default=None, converter=instant)
    questions: tuple[AskedQuestion, ...] = field(default=(), converter=_questions)
    done: tuple[Done, ...] = field(default=(), converter=_acts)
    set_aside: tuple[SetAside, ...] = field(default=(), converter=_set_aside)
    facts: Mapping[str, Any] = field(default=NO_FACTS, converter=told)
    key: str | None = field(default=None, converter=text)

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
        self.__attrs_init__(
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
        return ("key", self.key) if self.key else ("starts", self.starts.isoformat())

    def _problems(self) -> Iterator[Problem]:
        if self.ends and self.starts and self.ends < self.starts:
            yield Problem("ends", "is before starts", "give an end after the start")
        if self.left and (clear := self.ends or self.starts) and self.left < clear:
            earlier = "ends" if self.ends else "starts"
            mend = "give the moment at which you were clear of the building"
            yield Problem("left", f"is before {earlier}", mend)
        people = list(present(self.interviewers))
        yield from alike("interviewers", ((index, person.identity) for index, person in people))
        yield from _indistinct(people)
        kept: dict[str, tuple[Kept, ...]] = {"done": self.done, "set_aside": self.set_aside}
        for name, acts in kept.items():
            for index, each in present(acts):
                if each.to is not None:
                    yield from self._addressee(f"{name}[{index}].to", each.to)

    def _addressee(self, place: str, name: str) -> Iterator[Problem]:
        people = [person for _, person in present(self.interviewers)]
        called = sum(person.is_called(name) for person in people)
        if not called and len(people) == len(self.interviewers):
            mend = near(name, [person.name for person in people])
            yield Problem(place, f"{name!r} is not an interviewer here", mend)
        elif called > 1:
            yield Problem(place, f"{name!r} fits {called} interviewers", "give the person's key")


def _indistinct(people: list[tuple[int, Person]]) -> Iterator[Problem]:
    """Yield the people whom no act done could name: by key, or by name where they have none."""
    called: dict[str, list[tuple[int, Person]]] = {}
    for index, person in people:
        for name in filter(None, {person.key, person.name}):
            called.setdefault(name, []).append((index, person))
    pairs = {
        (min(index, other), max(index, other))
        for index, person in people
        for other, namesake in called[person.key or person.name]
        if namesake.identity != person.identity
    }
    for index, other in sorted(pairs):
        message = f"cannot be told from interviewers[{index}]"
        yield Problem(f"interviewers[{other}]", message, "give each a key of its own")


def _zone_of(*times: object) -> Any:
    given = [time.tzinfo for time in times if isinstance(time, datetime) and time.tzinfo]
    names = {name for tzinfo in given if (name := getattr(tzinfo, "key", None))}
    if len(names) == 1:
        return names.pop()
    if names:
        both = " and ".join(sorted(names))
        return refuse(f"could be {both}, by the times given", "say which is the interview's")
    if len(given) < len([time for time in times if time is not None]) or not given:
        return Invalid(())  # The time that has no zone is refused for itself.
    return refuse(
        "is missing, and the times given carry no IANA zone", "give it, as 'Europe/London'"
    )


def _outcome(value: str | None) -> Any:
    return choice(OUTCOMES, value)


def _person(value: Person | None) -> Any:
    return one(Person, value)


def _follow_up(value: FollowUp | None) -> Any:
    return one(FollowUp, value)


def _promise(value: Promise | None) -> Any:
    return one(Promise, value)


def _offer(value: Offer | None) -> Any:
    return one(Offer, value)


def _workdays(value: Workdays | str | None) -> Any:
    """Accept working days, or the region that they are those of."""
    if not isinstance(value, str):
        return one(Workdays, value)
    accepted = known_region(value)
    return accepted if isinstance(accepted, Invalid) else Workdays(region=value)


def _own_workdays(value: Workdays | str) -> Any:
    return refuse("is missing", "leave it out") if value is None else _workdays(value)


def _interviews(value: Iterable[Interview]) -> Any:
    return many(Interview, value)


@frozen(kw_only=True, repr=False)
class Application(Checked):
    """One employer and role, and all that is known of it.

    `heard` is the last time the employer wrote, `signed` the moment the contract was in hand,
    `workdays` the employer's, where they differ from the search's. Identity is `key`, or else
    `employer` and `role`.
    """

    employer: str | None = field(default=None, converter=text)
    role: str | None = field(default=None, converter=text)
    interviews: tuple[Interview, ...] = field(default=(), converter=_interviews)
    recruiter: Person | None = field(default=None, converter=_person)
    follow_up: FollowUp | None = field(default=None, converter=_follow_up)
    promise: Promise | None = field(default=None, converter=_promise)
    offer: Offer | None = field(default=None, converter=_offer)
    heard: datetime | None = field(default=None, converter=instant)
    outcome: Outcome | None = field(default=None, converter=_outcome)
    signed: datetime | None = field(default=None, converter=instant)
    workdays: Workdays | None = field(default=None, converter=_workdays)
    done: tuple[Done, ...] = field(default=(), converter=_acts)
    set_aside: tuple[SetAside, ...] = field(default=(), converter=_set_aside)
    facts: Mapping[str, Any] = field(default=NO_FACTS, converter=told)
    key: str | None = field(default=None, converter=text)

    @property
    def identity(self) -> Identity:
        if self.key:
            return ("key", self.key)
        return ("employer", self.employer or "", self.role or "")

    @property
    def title(self) -> str | None:
        """The employer and the role in one line, as far as they are known."""
        return ", ".join(filter(None, (self.employer, self.role))) or None

    @property
    def latest(self) -> Interview | None:
        """The interview that ends last; one whose end is unknown counts by its start."""
        return max(self.interviews, key=_ending, default=None)

    @property
    def first(self) -> Interview | None:
        """The interview that starts first."""
        return min(self.interviews, key=starting, default=None)

    def _problems(self) -> Iterator[Problem]:
        meetings = present(self.interviews)
        yield from alike("interviews", ((index, each.identity) for index, each in meetings))
        yield from _nobody("done", self.done)
        yield from _nobody("set_aside", self.set_aside)


Order: TypeAlias = tuple[datetime, datetime, str, Identity]


def _ending(interview: Interview) -> Order:
    ends = interview.ends or interview.starts
    return ends, interview.starts, interview.timezone, interview.identity


def starting(interview: Interview) -> Order:
    """Return the key that puts interviews in the order in which they start."""
    ends = interview.ends or interview.starts
    return interview.starts, ends, interview.timezone, interview.identity


def _nobody(name: str, acts: Iterable[Kept]) -> Iterator[Problem]:
    for index, each in present(acts):
        if each.to is not None:
            mend = "leave it out, or move the act to the interview with that person"
            yield Problem(f"{name}[{index}].to", "is only for acts at an interview", mend)


class Recordable(Protocol):
    """Anything that says which act it is about, and where that act is kept."""

    @property
    def act(self) -> str: ...

    @property
    def identities(self) -> tuple[Identity, ...]: ...


def _applications(value: Iterable[Application]) -> Any:
    return many(Application, value)


def _waking_hours(value: WakingHours) -> Any:
    return refuse("is missing", "leave it out") if value is None else one(WakingHours, value)


@frozen(kw_only=True, repr=False)
class JobSearch(Checked):
    """One candidate's search; `timezone` is the IANA name of the zone the candidate lives in."""

    timezone: str = field(converter=zone_name)
    applications: tuple[Application, ...] = field(default=(), converter=_applications)
    workdays: Workdays = field(factory=Workdays, converter=_own_workdays)
    waking_hours: WakingHours = field(factory=WakingHours, converter=_waking_hours)
    done: tuple[Done, ...] = field(default=(), converter=_acts)
    set_aside: tuple[SetAside, ...] = field(default=(), converter=_set_aside)
    facts: Mapping[str, Any] = field(default=NO_FACTS, converter=told)

    @property
    def first(self) -> Interview | None:
        """The interview that starts first."""
        firsts = [first for each in self.applications if (first := each.first)]
        return min(firsts, key=starting, default=None)

    def _problems(self) -> Iterator[Problem]:
        applications = present(self.applications)
        yield from alike("applications", ((index, each.identity) for index, each in applications))
        yield from _nobody("done", self.done)
        yield from _nobody("set_aside", self.set_aside)

    def record(self, action: Recordable, *, at: datetime) -> JobSearch:
        """Return the search with one more act done, on the object that the act's rule is per.

        `at` is any aware time.

        Raises:
            InvalidInput: The action is about something that this search does not hold.
        """
        return self._with(action, lambda act, to: Done(act=act, at=at, to=to))

    def dismiss(self, action: Recordable) -> JobSearch:
        """Return the search with an act set aside for good: no plan asks for it, or warns of it.

        It does not count as done.

        Raises:
            InvalidInput: The action is about something that this search does not hold.
        """
        return self._with(action, lambda act, to: SetAside(act=act, to=to))

    def snooze(self, action: Recordable, *, until: datetime) -> JobSearch:
        """Return the search with an act set aside until a moment, any aware time.

        Raises:
            InvalidInput: The action is about something that this search does not hold.
        """
        wakes = moment("until", until)
        return self._with(action, lambda act, to: SetAside(act=act, until=wakes, to=to))

    def resume(self, action: Recordable) -> JobSearch:
        """Return the search with an act no longer set aside.

        Raises:
            InvalidInput: The action is about something that this search does not hold.
        """

        def heard(holder: Any, person: Person | None) -> Any:
            return evolve(holder, set_aside=_others(holder, action.act, person))

        return self._changed(action, heard)

    def _with(self, action: Recordable, make: Callable[[str, str | None], Kept]) -> JobSearch:
        def keep(holder: Any, person: Person | None) -> Any:
            to = (person.key or person.name) if person else None
            return _keeping(holder, make(action.act, to), person)

        return self._changed(action, keep)

    def _changed(
        self, action: Recordable, change: Callable[[Any, Person | None], Any]
    ) -> JobSearch:
        if not (hasattr(action, "act") and hasattr(action, "identities")):
            mend = "take it from a plan's actions"
            raise invalid("action", f"{shown(action)} is not an action", mend)
        return cast("JobSearch", _changed(self, action.identities, change))


def _keeping(holder: Any, act: Kept, person: Person | None) -> Any:
    """Return a value that holds one more act; what is set aside takes the place of what was."""
    if isinstance(act, Done):
        return evolve(holder, done=(*holder.done, act))
    return evolve(holder, set_aside=(*_others(holder, act.act, person), act))


def _others(holder: Any, act: str, person: Person | None) -> tuple[SetAside, ...]:
    """Return what else is set aside than an act, for a person if it is about one."""
    return tuple(
        each
        for each in holder.set_aside
        if each.act != act or (person is not None and not person.is_called(each.to or ""))
    )


def _changed(
    holder: Any, identities: tuple[Identity, ...], change: Callable[[Any, Person | None], Any]
) -> Any:
    """Return a value with a change of what it holds; a person's acts are on the interview."""
    if not identities:
        return change(holder, None)
    wanted, *inner = identities
    parts = {JobSearch: "applications", Application: "interviews", Interview: "interviewers"}
    name = parts[type(holder)]
    held = getattr(holder, name)
    for index, part in enumerate(held):
        if part.identity == wanted and isinstance(part, Person):
            return change(holder, part)
        if part.identity == wanted:
            changed = _changed(part, tuple(inner), change)
            return evolve(holder, **{name: (*held[:index], changed, *held[index + 1 :])})
    message = f"is about {' '.join(filter(None, wanted[1:]))!r}, which this search does not hold"
    raise invalid("action", message, "record it on the search that it was planned from")


def as_search(known: JobSearch | Application | Interview) -> JobSearch:
    """Return a search that holds just what is given; its zone is the latest interview's.

    Raises:
        InvalidInput: It is none of the three, or an application without an interview.
    """
    if isinstance(known, JobSearch):
        return known
    if isinstance(known, Interview):
        return as_search(Application(interviews=[known]))
    if not isinstance(known, Application):
        message = f"{shown(known)} is not a JobSearch, an Application or an Interview"
        raise invalid("search", message, "build one of them")
    if known.latest is None:
        message = "is missing, and the application has no interview to take it from"
        raise invalid("timezone", message, "put the application in a JobSearch with a timezone")
    return JobSearch(timezone=known.latest.timezone, applications=[known])
