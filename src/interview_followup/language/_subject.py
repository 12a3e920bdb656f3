"""What a rule is evaluated for: a search, or an application, interview or person within it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import date, datetime
from typing import Any, Literal, NamedTuple, TypeAlias, TypeVar, cast
from zoneinfo import ZoneInfo

from attrs import Factory, field, frozen

from interview_followup import _clock
from interview_followup._errors import InvalidInput, Shown, invalid
from interview_followup.language._day import Recorded, recorded
from interview_followup.model import (
    Application,
    Interview,
    JobSearch,
    Person,
    Workdays,
)
from interview_followup.model._acts import ActRecord
from interview_followup.model._days import moment_of
from interview_followup.model._identity import Identity
from interview_followup.model._names import compared
from interview_followup.model._person import whom

T = TypeVar("T")

Per: TypeAlias = Literal["search", "application", "interview", "person"]
Value: TypeAlias = JobSearch | Application | Interview | Person

PERS: tuple[Per, ...] = ("search", "application", "interview", "person")
PER: dict[type, Per] = {
    JobSearch: "search",
    Application: "application",
    Interview: "interview",
    Person: "person",
}


class Keys(NamedTuple):
    """The host's own ids of what a subject is and of what it is in.

    The host is the program that uses this library.
    """

    search: str | None = None
    """The key of the search, that is the candidate's; None if it has none."""
    application: str | None = None
    """The key of the application; None if it has none, or there is none."""
    interview: str | None = None
    """The key of the interview; None if it has none, or there is none."""
    person: str | None = None
    """The key of the person; None if they have none, or there is none."""


WHOEVER = Person(name="whoever it was")
"""Stands for the people met at an interview of which nobody has told who they were."""


class Aside(NamedTuple):
    """How an act is set aside."""

    until: datetime | None
    """Until when, in UTC; None where it is for good."""

    def lasts(self, now: datetime) -> bool:
        """Tell whether it is set aside at an instant in UTC."""
        return self.until is None or now < self.until


def _per(subject: Subject) -> Per:
    return PERS[len(subject.values) - 1]


def _identities(subject: Subject) -> tuple[Identity, ...]:
    around = subject.within
    return () if around is None else (*around.identities, subject.values[-1].identity)


def _timezone(subject: Subject) -> str:
    if subject.per in ("interview", "person"):
        return subject.interview.timezone
    search = subject.search
    latest = None if subject.per == "search" else subject.application.latest
    counted = latest or search.first
    return counted.timezone if counted else search.timezone


def _zone(subject: Subject) -> ZoneInfo:
    return _clock.zone(subject.timezone)


def _path(subject: Subject) -> str:
    return "\x1f".join([part for identity in subject.identities for part in identity])


@frozen(kw_only=True)
class Subject(Shown):
    """A search, or an application, interview or person in it, together with what it is in.

    Two are equal if it is the same one, also in another or a later value of the search.
    """

    values: tuple[Any, ...] = field(eq=False)
    """The search and what is in it, down to what the subject is about."""
    within: Subject | None = field(default=None, eq=False)
    """What it is in; None for a search."""
    per: Per = field(init=False, eq=False, default=Factory(_per, takes_self=True))
    """What it is: `search`, `application`, `interview` or `person`."""
    identities: tuple[Identity, ...] = field(
        init=False, default=Factory(_identities, takes_self=True)
    )
    """What tells it from all others of the search, step by step from its application."""
    timezone: str = field(init=False, eq=False, default=Factory(_timezone, takes_self=True))
    """The IANA name of the zone in which its days are counted.

    It is that of the interview; for an application of its latest interview; for the search, and an
    application without an interview, of the first interview; and without any, the candidate's.
    """
    zone: ZoneInfo = field(init=False, eq=False, default=Factory(_zone, takes_self=True))
    """The zone in which its days are counted."""
    path: str = field(init=False, eq=False, default=Factory(_path, takes_self=True))
    """Its identities in one text, which no other subject has."""
    memo: dict[Any, Any] = field(init=False, eq=False, factory=dict)
    """What was evaluated for it."""

    def __repr__(self) -> str:
        return f"<Subject {self.label}>"

    def __reduce__(self) -> tuple[Any, ...]:
        # What has been evaluated so far is no part of the value.
        return _subject, (self.values, self.within)

    def afresh(self) -> Subject:
        """Return the same subject with nothing evaluated for it, nor for what it is in."""
        return _subject(self.values, self.within and self.within.afresh())

    # -- what it is, and what it is in ------------------------------------------------------------

    @property
    def keys(self) -> Keys:
        """The host's own ids of the search, the application, the interview and the person."""
        return Keys(*[value.key for value in self.values])

    @property
    def addressee(self) -> str | None:
        """The `to` of an act kept of it: the person's key or name; None if it is no person."""
        return self.person.addressee if self.per == "person" else None

    @property
    def narrowest(self) -> Value:
        """The search, application, interview or person that it is."""
        value: Value = self.values[-1]
        return value

    @property
    def search(self) -> JobSearch:
        """The search that it is, or is in."""
        search: JobSearch = self.values[0]
        return search

    @property
    def application(self) -> Application:
        """The application that it is, or is in.

        Raises:
            InvalidInput: It is wider than that.
        """
        application: Application = self._value(1)
        return application

    @property
    def interview(self) -> Interview:
        """The interview that it is, or is in.

        Raises:
            InvalidInput: It is wider than that.
        """
        interview: Interview = self._value(2)
        return interview

    @property
    def person(self) -> Person:
        """The person that it is.

        Raises:
            InvalidInput: It is wider than that.
        """
        person: Person = self._value(3)
        return person

    def _value(self, depth: int) -> Any:
        try:
            return self.values[depth]
        except IndexError:
            raise self._lacking(PERS[depth]) from None

    def _lacking(self, per: Per) -> InvalidInput:
        mend = f"ask only what is per {per} for one, and name its facts '{per}.…'"
        return invalid("subject", f"{self.label} has no one {per}", mend)

    def widened(self, per: Per) -> Subject:
        """Return what of a kind this subject is in; itself, if it is no narrower."""
        subject, depth = self, PERS.index(per)
        while subject.within is not None and len(subject.identities) > depth:
            subject = subject.within
        return subject

    @property
    def meeting(self) -> Subject:
        """The interview that a person was met at; the subject itself, if it is no person."""
        return self.widened("interview") if self.per == "person" else self

    @property
    def is_whoever(self) -> bool:
        """Whether it stands for people of whom nobody has told who they are."""
        return self.per == "person" and self.interview.interviewers is None

    # -- what is in it ----------------------------------------------------------------------------

    def narrowed(self, part: Application | Interview | Person) -> Subject:
        """Return the subject for an application, an interview or a person in this one."""
        return _subject((*self.values, part), self)

    def narrower(self) -> list[Subject]:
        """Return the subjects for its applications, interviews or interviewers."""
        return [self.narrowed(part) for part in self._parts]

    def find(self, *identities: Identity) -> Subject:
        """Return what has these identities, each in the one before; it has to be there."""
        subject = self
        for identity in identities:
            parts = subject._parts
            subject = subject.narrowed(next(part for part in parts if part.identity == identity))
        return subject

    def elsewhere(self, *identities: Identity) -> Subject:
        """Return what has these identities in the same search, step by step from the search."""
        around = self.widened(PERS[len(identities)])
        is_here = around.identities == identities
        return around if is_here else self.widened("search").find(*identities)

    @property
    def _parts(self) -> Sequence[Any]:
        match self.narrowest:
            case JobSearch(applications=parts) | Application(interviews=parts):
                return parts
            case Interview(people=parts):
                return parts
        return ()

    # -- what is known of it ----------------------------------------------------------------------

    def once(self, function: Callable[..., T], *arguments: Hashable) -> T:
        """Return what a function of this subject gives, calling it once for equal arguments."""
        key = (function, *arguments)
        if key not in self.memo:
            self.memo[key] = function(self, *arguments)
        return cast("T", self.memo[key])

    @property
    def workdays(self) -> Workdays:
        """The employer's working days where they are told, else the search's."""
        own = None if self.per == "search" else self.application.workdays
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
        return _with_key(self.person.name, self.person.key, names[compared(self.person.name)])

    def _application_label(self) -> str:
        title, titles = self.application.title or "", self.widened("search").once(_titles)
        number = titles[compared(title)]
        return _with_key(title or "the application", self.application.key, number)

    def _interview_label(self) -> str:
        interview, starts = self.interview, self.widened("application").once(_starts)
        number = starts[interview.first_moment]
        return _with_key(interview.starts_in_words, interview.key, number)

    # -- the acts kept of it ----------------------------------------------------------------------

    @property
    def keeper(self) -> JobSearch | Application | Interview:
        """The value that keeps the acts about it; a person's are on the interview."""
        keeper: JobSearch | Application | Interview
        keeper = self.values[-2] if self.per == "person" else self.values[-1]
        return keeper

    def done(self, act: str) -> tuple[Recorded, ...]:
        """Return when an act was done for it: instants in UTC, and days as they are kept."""
        times: list[date | datetime] = [done.at for done in self._kept("done", act)]
        return tuple([recorded("done.at", time, self.zone) for time in times])

    def set_aside(self, act: str) -> Aside | None:
        """Return how an act is set aside for it, the longest if several times; or None."""
        return _lasting_longest([self], act)

    def set_aside_at_any_meeting(self, act: str) -> Aside | None:
        """Return how an act is set aside for a person at any interview of the application.

        It is the one that lasts longest; None if there is none.
        """
        application = self.widened("application")
        if act not in application.once(_acts_set_aside):
            return None
        meetings = application.narrower()
        people = [person for meeting in meetings for person in meeting.narrower()]
        same = [person for person in people if person.person.identity == self.person.identity]
        return _lasting_longest(same, act)

    def _kept(self, name: str, act: str) -> list[Any]:
        """Return the acts kept under a name for this subject; a person's by their key or name."""
        acts: Sequence[ActRecord] = getattr(self.keeper, name)
        if self.per != "person" or not acts:
            return [record for record in acts if record.act == act]
        addressed = self.meeting.once(_by_addressee, name)
        return addressed.get((act, self.person.identity), [])


def _subject(values: tuple[Any, ...], within: Subject | None) -> Subject:
    return Subject(values=values, within=within)


def _by_addressee(meeting: Subject, name: str) -> dict[tuple[str, Identity], list[ActRecord]]:
    """Return the acts kept under a name, by act and addressee."""
    addressed = defaultdict(list)
    interview = meeting.interview
    for record, people in whom(getattr(interview, name), interview.people):
        for person in people:
            addressed[record.act, person.identity].append(record)
    return addressed


def _acts_set_aside(application: Subject) -> frozenset[str]:
    meetings = application.application.interviews
    return frozenset([aside.act for meeting in meetings for aside in meeting.set_aside])


def _lasting_longest(subjects: Iterable[Subject], act: str) -> Aside | None:
    """Return how an act is set aside for some subjects: what lasts longest, if anything does."""
    asides = [
        _aside(record.until, subject.zone)
        for subject in subjects
        for record in subject._kept("set_aside", act)
    ]
    return max(asides, key=lambda aside: aside.until or _clock.LATEST, default=None)


def _aside(until: date | datetime | None, zone: ZoneInfo) -> Aside:
    return Aside(None if until is None else moment_of("set_aside.until", until, zone))


def _names(meeting: Subject) -> Counter[str]:
    return Counter([compared(person.name) for person in meeting.interview.people])


def _titles(root: Subject) -> Counter[str]:
    return Counter([compared(application.title or "") for application in root.search.applications])


def _starts(application: Subject) -> Counter[datetime]:
    return Counter([interview.first_moment for interview in application.application.interviews])


def _with_key(label: str, key: str | None, number: int) -> str:
    """Return a label, with the key where a number of them go by the same."""
    return f"{label} ({key})" if number > 1 and key else label


# -- the subjects of a search ---------------------------------------------------------------------

Subjects: TypeAlias = dict[Per, list[Subject]]


def search_subject(search: JobSearch) -> Subject:
    """Return the search itself as a subject."""
    return _subject((search,), None)


def subjects(search: JobSearch) -> Subjects:
    """Return every subject of a search, by what it is."""
    root = search_subject(search)
    return {"search": [root], **_within(root.narrower())}


def whoever(interviews: Iterable[Subject]) -> list[Subject]:
    """Return what stands for the people met, where nobody has told who they were."""
    return [
        subject.narrowed(WHOEVER)
        for subject in interviews
        if subject.interview.interviewers is None
    ]


def subjects_at(root: Subject, application: Identity | None) -> Subjects:
    """Return the subjects of one application, by what they are; without it the search itself."""
    if application is None:
        return {"search": [root], **_within([])}
    return {"search": [], **_within([root.find(application)])}


def _within(applications: list[Subject]) -> Subjects:
    interviews = [meeting for subject in applications for meeting in subject.narrower()]
    people = [person for meeting in interviews for person in meeting.narrower()]
    return {"application": applications, "interview": interviews, "person": people}
