"""What a rule is evaluated for: a search, or an application, interview or person within it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator
from datetime import date, datetime
from itertools import chain
from operator import itemgetter
from typing import Any, Literal, TypeAlias, TypeVar, cast
from zoneinfo import ZoneInfo

from attrs import field, frozen

from interview_followup import _clock
from interview_followup._errors import InvalidInput, Shown, invalid
from interview_followup.model import (
    Application,
    Done,
    Interview,
    JobSearch,
    Person,
    SetAside,
    Workdays,
)
from interview_followup.model._acts import ActRecord
from interview_followup.model._identity import Identity

T = TypeVar("T")
K = TypeVar("K", bound=ActRecord)

Per: TypeAlias = Literal["search", "application", "interview", "person"]

Held: TypeAlias = "dict[Per, list[Subject]]"

PERS: tuple[Per, ...] = ("search", "application", "interview", "person")
PER: dict[type, Per] = {
    JobSearch: "search",
    Application: "application",
    Interview: "interview",
    Person: "person",
}


@frozen(kw_only=True)
class Subject(Shown):
    """A search, or an application, interview or person in it, together with what it is in.

    Two subjects are equal when their `identities` are: it is the same subject in another, or a
    later, value of the search. `timezone` is the IANA name of the zone in which its days are
    counted: the interview's, for an application the latest interview's, for the search the first
    interview's, and without any interview the candidate's. `path` is the identities in one text,
    which no other subject has. `memo` keeps what was evaluated for it, `shared` what is the same
    for all people met at its interview.
    """

    search: JobSearch = field(eq=False)
    _application: Application | None = field(default=None, eq=False)
    _interview: Interview | None = field(default=None, eq=False)
    _person: Person | None = field(default=None, eq=False)
    _within: Subject | None = field(default=None, eq=False)
    timezone: str = field(eq=False)
    identities: tuple[Identity, ...] = ()
    zone: ZoneInfo = field(init=False, eq=False)
    path: str = field(init=False, eq=False)
    memo: dict[Any, Any] = field(init=False, factory=dict, eq=False)
    shared: dict[Any, Any] = field(init=False, eq=False)

    @zone.default
    def _(self) -> ZoneInfo:
        return _clock.zone(self.timezone)

    @path.default
    def _(self) -> str:
        return "\x1f".join([part for identity in self.identities for part in identity])

    @shared.default
    def _(self) -> dict[Any, Any]:
        return self.meeting.memo

    def __repr__(self) -> str:
        return f"<Subject {self.label}>"

    def __reduce__(self) -> tuple[Any, ...]:
        # What has been evaluated so far is no part of the value.
        return _subject, (self.search if self._within is None else self._within, self.narrowest)

    def found(self, *identities: Identity) -> Subject:
        """Return what has these identities within this subject, each in the one before."""
        if not identities:
            return self
        wanted, *inner = identities
        held: tuple[Any, ...] = self.search.applications
        inside: Callable[[Any], Subject] = self.applied_to
        if self._interview is not None:
            held, inside = self._interview.interviewers, self.met
        elif self._application is not None:
            held, inside = self._application.interviews, self.met_at
        return inside(next(each for each in held if each.identity == wanted)).found(*inner)

    def afresh(self) -> Subject:
        """Return the same subject with nothing evaluated for it yet, nor for what it is in."""
        return _subject(self._within.afresh() if self._within else self.search, self.narrowest)

    @property
    def per(self) -> Per:
        return PERS[len(self.identities)]

    @property
    def meeting(self) -> Subject:
        """The interview that a person was met at; the subject itself, where it is no person."""
        return self if self._person is None else self.widened("interview")

    def once(self, make: Callable[..., T], *more: Hashable) -> T:
        """Return what a function makes of this subject, and of `more`, calling it just once."""
        key = (make, *more)
        if key not in self.memo:
            self.memo[key] = make(self, *more)
        return cast("T", self.memo[key])

    @property
    def workdays(self) -> Workdays:
        """The employer's working days, where they are known to differ, else the search's."""
        own = self._application.workdays if self._application else None
        return own or self.search.workdays

    def works(self, day: date) -> bool:
        """Tell whether people at the employer work on a calendar day."""
        return self.workdays.works(day)

    @property
    def label(self) -> str:
        """The subject in one line, which also names it to `check`."""
        depth = len(self.identities)
        parts = [
            self._person_label() if depth > 2 else "",
            self._application_label() if depth else "",
            self._interview_label() if depth > 1 else "",
        ]
        return " · ".join(filter(None, parts)) or "the job search"

    def _person_label(self) -> str:
        names = self.meeting.once(_names)
        return _told_apart(self.person.name, self.person.key, names[self.person.name])

    def _application_label(self) -> str:
        title, titles = self.application.title, self.widened("search").once(_titles)
        return _told_apart(title or "the application", self.application.key, titles[title])

    def _interview_label(self) -> str:
        starts, zone = self.interview.starts, _clock.zone(self.interview.timezone)
        local = f"{starts.astimezone(zone):%Y-%m-%d %H:%M}"
        others = self.widened("application").once(_starts)
        return _told_apart(local, self.interview.key, others[starts])

    @property
    def application(self) -> Application:
        """The application, which everything wider lacks."""
        if self._application is None:
            raise self._lacking("application")
        return self._application

    @property
    def interview(self) -> Interview:
        """The interview, which everything wider lacks."""
        if self._interview is None:
            raise self._lacking("interview")
        return self._interview

    @property
    def person(self) -> Person:
        """The person, which everything wider lacks."""
        if self._person is None:
            raise self._lacking("person")
        return self._person

    def widened(self, per: Per) -> Subject:
        """Return what this subject is in; itself, if it is no narrower."""
        subject, depth = self, PERS.index(per)
        while subject._within is not None and len(subject.identities) > depth:
            subject = subject._within
        return subject

    @property
    def narrowest(self) -> JobSearch | Application | Interview | Person:
        """The value that the subject is about."""
        return self._person or self._interview or self._application or self.search

    def _lacking(self, per: Per) -> InvalidInput:
        mend = f"ask only what is per {per} for one, and name its facts '{per}.…'"
        return invalid("subject", f"{self.label} has no one {per}", mend)

    @property
    def keeper(self) -> JobSearch | Application | Interview:
        """The value that keeps the acts about this subject; a person's are on the interview."""
        return self._interview or self._application or self.search

    def done(self, act: str) -> tuple[datetime, ...]:
        """Return the instants at which an act was done for this subject, as they are kept."""
        if not self.keeper.done:
            return ()
        return tuple([each.at for each in self._kept(self.meeting.once(_done), act)])

    def set_aside(self, act: str) -> SetAside | None:
        """Return how an act is set aside for this subject: what lasts longest, if anything does."""
        if not self.keeper.set_aside:
            return None
        kept = self._kept(self.meeting.once(_set_aside), act)
        return max(kept, key=_lasting, default=None)

    def _kept(self, kept: dict[Any, list[tuple[int, K]]], act: str) -> list[K]:
        """Return what is kept of an act for this subject; a person's by their key or name."""
        if self._person is None:
            return [each for _, each in kept.get(act, [])]
        handles = filter(None, {self._person.key, self._person.name})
        found = [each for handle in handles for each in kept.get((act, handle), [])]
        return [each for _, each in sorted(found, key=itemgetter(0))]

    def applications(self) -> Iterator[Subject]:
        """Yield a subject for each application of the search."""
        return (self.applied_to(application) for application in self.search.applications)

    def applied_to(self, application: Application) -> Subject:
        """Return the subject for an application of the search."""
        latest = application.latest
        return Subject(
            search=self.search,
            application=application,
            within=self.widened("search"),
            timezone=latest.timezone if latest else self.search.timezone,
            identities=(application.identity,),
        )

    def interviews(self) -> Iterator[Subject]:
        """Yield a subject for each interview of this application."""
        return (self.met_at(interview) for interview in self.application.interviews)

    def met_at(self, interview: Interview) -> Subject:
        """Return the subject for an interview of this application."""
        return Subject(
            search=self.search,
            application=self._application,
            interview=interview,
            within=self.widened("application"),
            timezone=interview.timezone,
            identities=(self.identities[0], interview.identity),
        )

    def people(self) -> Iterator[Subject]:
        """Yield a subject for each interviewer of this interview."""
        return (self.met(person) for person in self.interview.interviewers)

    def met(self, person: Person) -> Subject:
        """Return the subject for an interviewer of this interview."""
        meeting = self.meeting
        return Subject(
            search=self.search,
            application=self._application,
            interview=self._interview,
            person=person,
            within=meeting,
            timezone=self.timezone,
            identities=(*meeting.identities, person.identity),
        )


def _lasting(aside: SetAside) -> tuple[datetime, str]:
    return aside.until or _clock.LATEST, aside.to or ""


def _done(subject: Subject) -> dict[Any, list[tuple[int, Done]]]:
    return _by_act(subject.keeper.done)


def _set_aside(subject: Subject) -> dict[Any, list[tuple[int, SetAside]]]:
    return _by_act(subject.keeper.set_aside)


def _by_act(kept: Iterable[K]) -> dict[Any, list[tuple[int, K]]]:
    """Return what is kept of acts with its place, by the act, and by act and addressee."""
    found: dict[Any, list[tuple[int, K]]] = {}
    for each in enumerate(kept):
        act, to = each[1].act, each[1].to
        found.setdefault(act, []).append(each)
        found.setdefault((act, to), []).append(each)
    return found


def _names(meeting: Subject) -> Counter[str]:
    return Counter([each.name for each in meeting.interview.interviewers])


def _titles(root: Subject) -> Counter[str | None]:
    return Counter([each.title for each in root.search.applications])


def _starts(application: Subject) -> Counter[datetime]:
    return Counter([each.starts for each in application.application.interviews])


def _told_apart(label: str, key: str | None, several: int) -> str:
    """Return a label, with the key where several go by the same name."""
    return f"{label} ({key})" if several > 1 and key else label


def _subject(within: JobSearch | Subject, value: Any) -> Subject:
    if isinstance(within, JobSearch):
        return whole(within)
    match value:
        case Application():
            return within.applied_to(value)
        case Interview():
            return within.met_at(value)
    return within.met(value)


def whole(search: JobSearch) -> Subject:
    """Return the search itself as a subject."""
    first = search.first
    return Subject(search=search, timezone=first.timezone if first else search.timezone)


def subjects(search: JobSearch) -> Held:
    """Return every subject of a search, by what it is."""
    root = whole(search)
    return {"search": [root], **_inside(list(root.applications()))}


def subjects_at(root: Subject, application: Identity | None) -> Held:
    """Return the subjects of one application, by what they are; without it the search itself."""
    if application is None:
        return {"search": [root], **_inside([])}
    return {"search": [], **_inside([root.found(application)])}


def _inside(applications: list[Subject]) -> Held:
    interviews = [each for application in applications for each in application.interviews()]
    people = [person for interview in interviews for person in interview.people()]
    return {"application": applications, "interview": interviews, "person": people}


def subjects_of(search: JobSearch, per: Per) -> Iterator[Subject]:
    """Yield the subjects of one kind."""
    found = iter([whole(search)])
    for step in (Subject.applications, Subject.interviews, Subject.people)[: PERS.index(per)]:
        found = chain.from_iterable(map(step, found))
    return found
