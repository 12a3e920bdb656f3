"""What happens to a candidate in 45 days, whatever they do about it.

All of it hangs on one seed alone, so that the same 45 days can be lived with other rules.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from functools import partial
from random import Random
from typing import Any, NamedTuple, TypeAlias
from zoneinfo import ZoneInfo

from attrs import evolve

from interview_followup import (
    Application,
    AskedQuestion,
    Done,
    FollowUp,
    Interview,
    JobSearch,
    Offer,
    Outcome,
    Person,
    Promise,
)
from interview_followup.language import working_days

DAYS = 45
ROUNDS = 3
HOMES = ("Europe/London", "Europe/London", "America/New_York", "Europe/Berlin", "Asia/Kolkata")
ABROAD = ("Europe/London", "America/New_York", "America/Los_Angeles", "Asia/Tokyo", "Europe/Paris")
EMPLOYERS = ("Acme", "Globex", "Initech", "Umbrella", "Hooli")
PEOPLE = ("Ada", "Bill", "Chen", "Dora")
RACHEL = Person(name="Rachel Green", email="rachel@agency.example")

Change: TypeAlias = Callable[[JobSearch], JobSearch]


class Event(NamedTuple):
    """Something that the candidate learns at a moment, and how they note it down."""

    at: datetime
    name: str
    employer: str
    change: Change


class Story(NamedTuple):
    """The search as it begins at home, on a Monday, and all that happens then, in order."""

    search: JobSearch
    zone: ZoneInfo
    begins: date
    events: tuple[Event, ...]


def story(seed: int) -> Story:
    """Draw 45 days of a candidate with up to five applications."""
    random = Random(seed)
    home = random.choice(HOMES)
    zone = ZoneInfo(home)
    begins = date(2026, 1, 5) + timedelta(weeks=random.randrange(104))
    employers = EMPLOYERS[: random.choice((3, 4, 5, 5, 5))]
    preferred = random.choice((*employers, *[None] * 4))
    events: list[Event] = []
    for employer in employers:
        applied = begins + timedelta(days=random.choice((0, 0, 1, 2, 4, 7, 14)))
        application = Application(
            employer=employer,
            role="Data engineer",
            recruiter=RACHEL if random.random() < 0.25 else None,
            preferred=employer == preferred,
        )
        events += Employer(random, zone, home, application).story(applied)
    events.sort(key=lambda event: event.at)
    events += signing(random, [event for event in events if event.name == "offered"])
    events.sort(key=lambda event: event.at)
    return Story(JobSearch(timezone=home), zone, begins, tuple(events))


class Employer(NamedTuple):
    """Whom the candidate applies to: what becomes of it, in the candidate's zone."""

    random: Random
    zone: ZoneInfo
    home: str
    application: Application

    @property
    def name(self) -> str:
        assert self.application.employer is not None
        return self.application.employer

    def story(self, day: date) -> Iterator[Event]:
        """Yield what happens from the day of the application on: rounds, promises and answers."""
        yield Event(
            self.moment(day), "applied", self.name, partial(applied, application=self.application)
        )
        if self.random.random() < 0.1:
            return
        for round_ in range(ROUNDS):
            day += self.days(2, 6)
            booked, on = day, workday(day + self.days(2, 7))
            interview = self.interview(on, f"{self.name} {round_ + 1}")
            known = self.random.random() < 0.7
            noted = interview if known else evolve(interview, interviewers=None)
            yield self.event(booked, "booked", partial(booked_interview, interview=noted))
            if self.random.random() < 0.1:
                on, interview = self.moved(interview)
                yield self.event(booked + self.days(1, 1), "moved", partial(moved, to=interview))
            if self.random.random() < 0.07:
                reason = self.random.choice(("cancelled", "no-show"))
                yield self.event(on, reason, with_interview(interview.key, not_held=reason))
                day = on
                continue
            promise, answered = self.promise(on)
            yield self.came_out(interview, promise)
            yield from self.messages(on, answered)
            result = self.random.choices(
                ("next", "rejected", "offered", "silence"), (35, 25, 22, 18)
            )[0]
            if result == "silence":
                return
            day = answered
            if result == "rejected":
                yield self.answer(day, "rejected", outcome="rejected")
                return
            if result == "offered":
                yield self.answer(day, "offered", offer=self.offer(day))
                return
            yield self.answer(day, "next round")

    def days(self, fewest: int, most: int) -> timedelta:
        return timedelta(days=self.random.randint(fewest, most))

    def moment(self, day: date) -> datetime:
        """Draw a moment of the candidate's day."""
        clock = time(self.random.randint(9, 17), self.random.choice((5, 20, 40)))
        return datetime.combine(day, clock, self.zone)

    def event(self, day: date, name: str, change: Callable[..., JobSearch]) -> Event:
        return Event(self.moment(day), name, self.name, partial(change, employer=self.name))

    def answer(self, day: date, name: str, **changes: Any) -> Event:
        """Return the event of a message from the employer, with what it says."""
        at = self.moment(workday(day))
        return Event(at, name, self.name, partial(noted, employer=self.name, heard=at, **changes))

    def interview(self, day: date, key: str) -> Interview:
        zone = self.random.choice((self.home, self.home, *ABROAD))
        abroad = zone != self.home
        clock = time(self.random.randint(9, 16), self.random.choice((0, 30)))
        people = [
            self.person(name)
            for name in self.random.sample(PEOPLE, self.random.choice((1, 2, 2, 3)))
        ]
        return Interview(
            starts=datetime.combine(day, clock, ZoneInfo(zone)),
            minutes=self.random.choice((30, 45, 60, 60, 90)),
            medium=self.random.choice(("video", "phone") if abroad else ("in-person", "video")),
            interviewers=people,
            key=key,
        )

    def person(self, name: str) -> Person:
        address = f"{name}@{self.name}.example".lower() if self.random.random() < 0.3 else None
        return Person(name=name, email=address)

    def moved(self, interview: Interview) -> tuple[date, Interview]:
        zone = ZoneInfo(interview.timezone)
        local = interview.first_moment.astimezone(zone)
        day = workday(local.date() + self.days(1, 3))
        return day, interview.move(starts=datetime.combine(day, local.time(), zone))

    def promise(self, on: date) -> tuple[Promise | None, date]:
        """Draw what the employer promises at an interview, and when they answer then."""
        wait = self.days(3, 10)
        kind = self.random.choice(("day", "period", "moment", None, None))
        late = self.random.choice((0, 0, 0, 1, 3, 6, 9))
        answered = on + wait + timedelta(days=late)
        if kind == "day":
            return Promise(by=on + wait, channel="email"), answered
        if kind == "period":
            within = working_days(max(1, wait.days * 5 // 7))
            return Promise(within=within, made=on), answered
        if kind == "moment":
            return Promise(by=datetime.combine(on + wait, time(17), self.zone)), answered
        return None, answered

    def came_out(self, interview: Interview, promise: Promise | None) -> Event:
        """Return the event of noting down what was said and given in an interview."""
        random = self.random
        ends = interview.last_moment
        addresses = {
            person.name: f"{person.name}@{self.name}.example".lower()
            for person in interview.people
            if random.random() < 0.5
        }
        follow_up = random.choice(
            (None, None, FollowUp(channel="email"), FollowUp(channel="phone", to="020 7946 0000"))
        )
        return Event(
            ends + timedelta(minutes=20),
            "came out",
            self.name,
            partial(
                came_out,
                employer=self.name,
                key=interview.key or "",
                left=ends + timedelta(minutes=10) if random.random() < 0.5 else None,
                addresses=addresses,
                met=interview.people if random.random() < 0.5 else None,
                follow_up=follow_up,
                promise=promise,
                asked=random.random() < 0.2,
                tricky=random.random() < 0.5,
            ),
        )

    def messages(self, on: date, answered: date) -> Iterator[Event]:
        """Yield what the employer writes before they answer."""
        between = (answered - on).days
        if between > 3 and self.random.random() < 0.3:
            day = workday(on + self.days(2, between - 1))
            promise = Promise(by=answered) if self.random.random() < 0.5 else None
            changes = {} if promise is None else {"promise": promise}
            yield self.answer(day, "wrote", **changes)

    def offer(self, day: date) -> Offer:
        received = None if self.random.random() < 0.1 else self.moment(workday(day))
        reply_by = None if self.random.random() < 0.2 else workday(day) + self.days(4, 12)
        return Offer(received=received, reply_by=reply_by)


def signing(random: Random, offered: list[Event]) -> Iterator[Event]:
    """Yield how the candidate signs a contract, in most lives with an offer, and withdraws."""
    if not offered or random.random() < 0.3:
        return
    offer = random.choice(offered)
    at = offer.at + timedelta(days=random.randint(2, 6), hours=1)
    employer = offer.employer
    outcome: Outcome | None = random.choice(("accepted", None))
    yield Event(
        at, "signed", employer, partial(noted, employer=employer, signed=at, outcome=outcome)
    )
    if random.random() < 0.4:
        day_after = at + timedelta(days=1)
        yield Event(day_after, "withdrew", employer, partial(withdrawn, but=employer))


# -- how it is noted down --------------------------------------------------------------------------


def workday(day: date) -> date:
    return day + timedelta(days=max(0, 7 - day.weekday())) if day.weekday() > 4 else day


def applied(search: JobSearch, *, application: Application) -> JobSearch:
    return evolve(search, applications=(*search.applications, application))


def noted(search: JobSearch, *, employer: str, **changes: Any) -> JobSearch:
    """Note something about an application that still goes on."""
    application = search.application(employer)
    if application.outcome is not None:
        return search
    return search.replace(application, evolve(application, **changes))


def booked_interview(search: JobSearch, *, employer: str, interview: Interview) -> JobSearch:
    interviews = search.application(employer).interviews
    return noted(search, employer=employer, interviews=(*interviews, interview))


def with_interview(key: str | None, **changes: Any) -> Callable[..., JobSearch]:
    def change(search: JobSearch, *, employer: str) -> JobSearch:
        application = search.application(employer)
        if application.outcome is not None:
            return search
        interview = application.interview(key=key)
        return search.replace(interview, evolve(interview, **changes))

    return change


def moved(search: JobSearch, *, employer: str, to: Interview) -> JobSearch:
    return with_interview(to.key, starts=to.starts, ends=to.ends)(search, employer=employer)


def came_out(
    search: JobSearch,
    *,
    employer: str,
    key: str,
    left: datetime | None,
    addresses: dict[str, str],
    met: tuple[Person, ...] | None,
    follow_up: FollowUp | None,
    promise: Promise | None,
    asked: bool,
    tricky: bool,
) -> JobSearch:
    """Note what an interview brought."""
    application = search.application(employer)
    if application.outcome is not None:
        return search
    interview = application.interview(key=key)
    people = interview.interviewers if interview.interviewers is not None else met
    addressed = people and [
        evolve(person, email=person.email or addresses.get(person.name)) for person in people
    ]
    done = [Done(act="ask-how-to-follow-up", at=interview.last_moment)] if asked else []
    search = search.replace(
        interview,
        evolve(
            interview,
            left=left if interview.medium == "in-person" else None,
            interviewers=addressed,
            questions=[AskedQuestion(text="Why did you leave?", tricky=tricky)],
            done=(*interview.done, *done),
        ),
    )
    changes: dict[str, Any] = {} if promise is None else {"promise": promise}
    if follow_up is not None:
        changes["follow_up"] = follow_up
    return noted(search, employer=employer, **changes)


def withdrawn(search: JobSearch, *, but: str) -> JobSearch:
    """Note that the candidate withdrew every other application, declining the offers."""
    for application in search.applications:
        if application.employer == but or application.outcome is not None:
            continue
        outcome: Outcome = "declined" if application.offer else "withdrawn"
        search = search.replace(application, evolve(application, outcome=outcome))
    return search
