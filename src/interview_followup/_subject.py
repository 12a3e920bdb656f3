"""What a rule is evaluated for: a search, or an application, interview or person within it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any, Literal, TypeAlias
from zoneinfo import ZoneInfo

from attrs import field, frozen

from interview_followup import _clock
from interview_followup._errors import InvalidInput, Shown, invalid
from interview_followup._model import (
    Application,
    Identity,
    Interview,
    JobSearch,
    Kept,
    Person,
    SetAside,
)
from interview_followup._workdays import Workdays

Per: TypeAlias = Literal["search", "application", "interview", "person"]

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
    which no other subject has.
    """

    search: JobSearch = field(eq=False)
    _application: Application | None = field(default=None, eq=False)
    _interview: Interview | None = field(default=None, eq=False)
    _person: Person | None = field(default=None, eq=False)
    timezone: str = field(eq=False)
    identities: tuple[Identity, ...] = ()
    path: str = field(init=False, eq=False)
    _meeting: Subject | None = field(default=None, eq=False)
    memo: dict[Any, Any] = field(init=False, factory=dict, eq=False)

    @path.default
    def _(self) -> str:
        return "\x1f".join([part for identity in self.identities for part in identity])

    def __repr__(self) -> str:
        return f"<Subject {self.label}>"

    def __reduce__(self) -> tuple[Any, ...]:
        # What has been evaluated so far is no part of the value.
        parts = {
            "search": self.search,
            "application": self._application,
            "interview": self._interview,
            "person": self._person,
            "timezone": self.timezone,
            "identities": self.identities,
        }
        return _subject, (parts,)

    @property
    def per(self) -> Per:
        return PERS[len(self.identities)]

    @property
    def meeting(self) -> Subject:
        """The interview that a person was met at; the subject itself, where it is no person."""
        return self._meeting or self

    @property
    def zone(self) -> ZoneInfo:
        return _clock.zone(self.timezone)

    @property
    def workdays(self) -> Workdays:
        """The employer's working days, where they are known to differ, else the search's."""
        own = self._application.workdays if self._application else None
        return own or self.search.workdays

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
        names = [each.name for each in self.interview.interviewers]
        return _told_apart(self.person.name, self.person.key, names, self.person.name)

    def _application_label(self) -> str:
        titles = [each.title for each in self.search.applications]
        title = self.application.title
        return _told_apart(title or "the application", self.application.key, titles, title)

    def _interview_label(self) -> str:
        starts = self.interview.starts
        others = [each.starts for each in self.application.interviews]
        local = f"{starts.astimezone(_clock.zone(self.interview.timezone)):%Y-%m-%d %H:%M}"
        return _told_apart(local, self.interview.key, others, starts)

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
        depth = PERS.index(per)
        if depth >= len(self.identities):
            return self
        if not depth:
            return whole(self.search)
        wide = self.applied_to(self.application)
        return wide.met_at(self.interview) if depth > 1 else wide

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
        """Return the instants at which an act was done for this subject."""
        return tuple(each.at for each in self.keeper.done if self._concerns(each, act))

    def set_aside(self, act: str) -> SetAside | None:
        """Return how an act is set aside for this subject: what lasts longest, if anything does."""
        kept = [each for each in self.keeper.set_aside if self._concerns(each, act)]
        return max(kept, key=_lasting, default=None)

    def _concerns(self, kept: Kept, act: str) -> bool:
        if kept.act != act:
            return False
        return self._person is None or self._person.is_called(kept.to or "")

    def applications(self) -> Iterator[Subject]:
        """Yield a subject for each application of the search."""
        return (self.applied_to(application) for application in self.search.applications)

    def applied_to(self, application: Application) -> Subject:
        """Return the subject for an application of the search."""
        latest = application.latest
        return Subject(
            search=self.search,
            application=application,
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
            timezone=interview.timezone,
            identities=(self.identities[0], interview.identity),
        )

    def people(self) -> Iterator[Subject]:
        """Yield a subject for each interviewer of this interview."""
        for person in self.interview.interviewers:
            yield Subject(
                search=self.search,
                application=self._application,
                interview=self._interview,
                person=person,
                timezone=self.timezone,
                identities=(*self.identities, person.identity),
                meeting=self,
            )


def _lasting(aside: SetAside) -> tuple[datetime, str]:
    return aside.until or _clock.LATEST, aside.to or ""


def deadline(
    by: date | datetime | None, subject: Subject, *near_to: Application
) -> datetime | None:
    """Return a moment as it is, and for a date the midnight after it, in the first zone known."""
    if by is None or isinstance(by, datetime):
        return by
    return _clock.end_of(by, zone_near(subject, *near_to))


def zone_near(subject: Subject, *near_to: Application) -> ZoneInfo:
    """Return the zone of the latest interview of the first application with one, else the home."""
    zones = [latest.timezone for each in near_to if (latest := each.latest)]
    return _clock.zone((*zones, subject.search.timezone)[0])


def _told_apart(label: str, key: str | None, others: Iterable[object], name: object) -> str:
    """Return a label, with the key where others go by the same name."""
    return f"{label} ({key})" if list(others).count(name) > 1 and key else label


def _subject(parts: dict[str, Any]) -> Subject:
    return Subject(**parts)


def whole(search: JobSearch) -> Subject:
    """Return the search itself as a subject."""
    first = search.first
    return Subject(search=search, timezone=first.timezone if first else search.timezone)


def subjects(search: JobSearch) -> dict[Per, list[Subject]]:
    """Return every subject of a search, by what it is."""
    root = whole(search)
    applications = list(root.applications())
    interviews = [each for application in applications for each in application.interviews()]
    people = [person for interview in interviews for person in interview.people()]
    return {
        "search": [root],
        "application": applications,
        "interview": interviews,
        "person": people,
    }
