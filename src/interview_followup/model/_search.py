"""The job search, and what changes in it when an act is recorded, set aside or resumed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Protocol, Self, TypeAlias, TypeVar, cast

from attrs import evolve, field, frozen

from interview_followup._errors import Problem, invalid, shown
from interview_followup.model._acts import (
    Done,
    SetAside,
    acts_done,
    acts_set_aside,
    addressed,
)
from interview_followup.model._application import Application
from interview_followup.model._checks import Checked, accepted
from interview_followup.model._converters import instances, is_nothing, key_text, lines
from interview_followup.model._identity import Identity, duplicates
from interview_followup.model._interview import Interview, by_start
from interview_followup.model._lookup import the_one
from interview_followup.model._names import compared
from interview_followup.model._own_facts import NO_FACTS, own_facts
from interview_followup.model._person import Person, whom
from interview_followup.model._replacement import PARTS, Part, replaced
from interview_followup.model._times import zone_name
from interview_followup.model._waking_hours import WakingHours, waking_hours
from interview_followup.model._workdays import Workdays, workdays


class Recordable(Protocol):
    """Anything that says which act it is about, and where that act is kept."""

    @property
    def act(self) -> str: ...

    @property
    def identities(self) -> tuple[Identity, ...]: ...


def _applications(value: Iterable[Application]) -> Any:
    return instances(Application, value)


@frozen(kw_only=True, repr=False)
class JobSearch(Checked):
    """One candidate's job search: all that rules are asked about.

    A search never changes: its methods return another one.

    >>> search = JobSearch(timezone="Europe/London", applications=[Application(employer="Acme")])
    >>> search.application("acme").title
    'Acme'

    Raises:
        InvalidInput: A part is missing, or does not fit the others; with every problem.
    """

    timezone: str = field(converter=zone_name)
    """The IANA name of the zone that the candidate lives in."""
    applications: tuple[Application, ...] = field(default=(), converter=_applications)
    """The applications, in any order."""
    workdays: Workdays = field(factory=Workdays, converter=workdays)
    """On which days employers work, where an application says nothing else."""
    waking_hours: WakingHours = field(factory=WakingHours, converter=waking_hours)
    """When the candidate can act."""
    done: tuple[Done, ...] = field(default=(), converter=acts_done)
    """The acts done that are about the search as a whole."""
    set_aside: tuple[SetAside, ...] = field(default=(), converter=acts_set_aside)
    """The acts set aside that are about the search as a whole."""
    notes: str | None = field(default=None, converter=lines)
    """Lines of text that no rule reads."""
    facts: Mapping[str, Any] = field(default=NO_FACTS, converter=own_facts)
    """What rules of your own ask for, by the fact's name: texts, numbers, truths, days, moments."""
    key: str | None = field(default=None, converter=key_text)
    """The host's own id of the candidate, text or whole number, kept as text.

    The host is the program that uses this library. The key is part of the `uid` of every action and
    caution, which so differ from other candidates'.
    """

    @property
    def first(self) -> Interview | None:
        """The interview that starts first, of those that took place or still may, if any."""
        firsts = [application.first for application in self.applications]
        return min(filter(None, firsts), key=by_start, default=None)

    def _cross_checks(self) -> Iterator[Problem]:
        yield from duplicates("applications", self.applications)
        yield from _several_preferred(self.applications)
        yield from addressed("done", self.done)
        yield from addressed("set_aside", self.set_aside)

    def application(self, name: str | None = None, *, key: str | int | None = None) -> Application:
        """Return the application with this employer, role or both, or with this key.

        Case does not count.

        Raises:
            InvalidInput: There is none, or more than one; or not just one of the two is given.
        """
        return the_one(
            "application",
            self.applications,
            names=lambda application: application.names,
            name=name,
            is_named=lambda application: (
                compared(str(name)) in [compared(known) for known in application.names]
            ),
            key=key,
        )

    def replace(self, old: Part, new: Part) -> Self:
        """Return the search with another value in place of a part of it, wherever that stands.

        A part is an application, an interview or a person, interviewer or recruiter. Acts that name
        a person name the new one.

        Raises:
            InvalidInput: The search does not hold the old value, or cannot hold the new one.
        """
        return cast("Self", replaced(self, old, new))

    def record(self, action: Recordable, *, at: date | datetime) -> Self:
        """Return the search with one more act done, kept on what the act is about.

        `action` is one of a plan, a caution, or a verdict. `at` is an aware datetime of any zone,
        or a day, which stands for its end. Nothing is refused because it is too early, or done
        already.

        Raises:
            InvalidInput: `at` is naive or not between 1970 and 2200, or the action is about
                something that this search does not hold.
        """

        def record(keeper: Keeper, person: Person | None) -> Keeper:
            done = Done(act=action.act, at=at, to=person.addressee if person else None)
            return evolve(keeper, done=(*keeper.done, done))

        return _changed(self, action, record)

    def dismiss(self, action: Recordable) -> Self:
        """Return the search with an act set aside for good: no plan asks for it, or warns of it.

        `action` is one of a plan, or a caution. It does not count as done.

        Raises:
            InvalidInput: The action is about something that this search does not hold.
        """
        return _put_aside(self, action, None)

    def snooze(self, action: Recordable, *, until: date | datetime) -> Self:
        """Return the search with an act set aside until a moment, or until a day begins.

        `action` is one of a plan, or a caution. `until` is an aware datetime of any zone, or a day,
        which stands for its first moment. It does not count as done.

        Raises:
            InvalidInput: `until` is missing, naive or not between 1970 and 2200, or the action is
                about something that this search does not hold.
        """
        if is_nothing(until):
            raise invalid("until", "is missing", "give it, or dismiss the action")
        return _put_aside(self, action, until)

    def resume(self, action: Recordable) -> Self:
        """Return the search with an act no longer set aside.

        `action` is one of a plan, or a caution. What was not set aside stays as it was.

        Raises:
            InvalidInput: The action is about something that this search does not hold.
        """

        def resume(keeper: Keeper, person: Person | None) -> Keeper:
            return evolve(keeper, set_aside=_others_set_aside(keeper, action.act, person))

        return _changed(_heard_of_elsewhere(self, action), action, resume)


S = TypeVar("S", bound=JobSearch)

Keeper: TypeAlias = JobSearch | Application | Interview
"""What acts are kept on."""
Change: TypeAlias = Callable[[Keeper, Person | None], Keeper]


def _several_preferred(applications: Iterable[Application | None]) -> Iterator[Problem]:
    preferred = [index for index, value in accepted(applications) if value.preferred]
    for index in preferred[1:]:
        message = f"is true, as applications[{preferred[0]}].preferred is"
        yield Problem(f"applications[{index}].preferred", message, "prefer one at most")


def _put_aside(search: S, action: Recordable, until: date | datetime | None) -> S:
    """Return the search with an act set aside, in place of how it was set aside before."""

    def put_aside(keeper: Keeper, person: Person | None) -> Keeper:
        to = person.addressee if person else None
        aside = SetAside(act=action.act, until=until, to=to)
        others = _others_set_aside(keeper, action.act, person)
        [place, *_] = [*places_set_aside(keeper, action.act, person), len(others)]
        return evolve(keeper, set_aside=(*others[:place], aside, *others[place:]))

    return _changed(_heard_of_elsewhere(search, action), action, put_aside)


def _heard_of_elsewhere(search: S, action: Recordable) -> S:
    """Return the search without what sets an act aside that is not set aside where it is kept.

    What is done at the first meeting with a person may be set aside at any other.
    """
    if getattr(action, "status", None) != "set-aside" or len(action.identities) < len(PARTS):
        return search
    whose, where, who = action.identities

    def others(meeting: Interview) -> list[SetAside]:
        return [
            aside
            for aside, meant in whom(meeting.set_aside, meeting.people)
            if aside.act != action.act or who not in [person.identity for person in meant]
        ]

    def heard(keeper: Any, _: Person | None) -> Any:
        [own] = [meeting for meeting in keeper.interviews if meeting.identity == where]
        if len(others(own)) < len(own.set_aside):
            return keeper
        meetings = [evolve(meeting, set_aside=others(meeting)) for meeting in keeper.interviews]
        return evolve(keeper, interviews=meetings)

    return cast("S", _changed_at(search, [(PARTS[0], whose)], heard))


def places_set_aside(keeper: Keeper, act: str, person: Person | None) -> list[int]:
    """Return where an act is among those set aside, for a person if it is about one."""
    people = keeper.people if isinstance(keeper, Interview) else ()
    return [
        place
        for place, (aside, meant) in enumerate(whom(keeper.set_aside, people))
        if aside.act == act and (person is None or person in meant)
    ]


def _others_set_aside(keeper: Keeper, act: str, person: Person | None) -> tuple[SetAside, ...]:
    """Return what else is set aside than an act, for a person if it is about one."""
    places = places_set_aside(keeper, act, person)
    return tuple(aside for place, aside in enumerate(keeper.set_aside) if place not in places)


def _changed(search: S, action: Recordable, change: Change) -> S:
    """Return the search with a change of what keeps the act that an action is about."""
    if not (hasattr(action, "act") and hasattr(action, "identities")):
        mend = "take it from a plan's actions"
        raise invalid("action", f"{shown(action)} is not an action", mend)
    path = list(zip(PARTS, action.identities, strict=False))
    return cast("S", _changed_at(search, path, change))


def _changed_at(value: Any, path: Sequence[tuple[str, Identity]], change: Change) -> Any:
    """Return a value with a change of what keeps acts in it; a person's are on the interview."""
    if not path:
        return change(value, None)
    (name, identity), *inner = path
    parts = getattr(value, name) or ()
    for index, part in enumerate(parts):
        if part.identity != identity:
            continue
        if isinstance(part, Person):
            return change(value, part)
        changed = _changed_at(part, inner, change)
        return evolve(value, **{name: (*parts[:index], changed, *parts[index + 1 :])})
    message = (
        f"is about {shown(' '.join(filter(None, identity[1:])))}, which this search does not hold"
    )
    raise invalid("action", message, "record it on the search that it was planned from")


def as_search(value: JobSearch | Application | Interview) -> JobSearch:
    """Return a search of just what is given; its zone is the latest interview's.

    Raises:
        InvalidInput: It is none of the three, or an application without an interview.
    """
    if isinstance(value, JobSearch):
        return value
    if isinstance(value, Interview):
        return as_search(Application(interviews=[value]))
    if not isinstance(value, Application):
        message = f"{shown(value)} is not a JobSearch, an Application or an Interview"
        raise invalid("search", message, "build one of them")
    interview = value.latest or next(iter(value.interviews), None)
    if interview is None:
        message = "is missing, and the application has no interview to take it from"
        raise invalid("timezone", message, "put the application in a JobSearch with a timezone")
    return JobSearch(timezone=interview.timezone, applications=[value])
