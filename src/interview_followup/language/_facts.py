"""The facts that rules combine: labelled, typed functions of a subject.

A missing *detail* is unknown, and says what to ask; a missing *event* has not happened yet.
"""

from __future__ import annotations

import copyreg
from bisect import bisect_left
from collections.abc import Callable, Iterable
from datetime import date, datetime, time
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, NoReturn, TypeAlias
from zoneinfo import ZoneInfo

from interview_followup import _clock
from interview_followup._errors import Problem, UnknownFact, near
from interview_followup.language._expression import Expression, Fact
from interview_followup.language._expressions import (
    OURS,
    condition_fact,
    detail_fact,
    hours,
    moment_fact,
    named,
    parameter,
)
from interview_followup.language._operators import unknown
from interview_followup.language._subject import Per, Subject
from interview_followup.language._values import NOT_YET, NotYet, Unknown
from interview_followup.model import Application, Interview, Person
from interview_followup.model._identity import Identity
from interview_followup.model._interview import by_start

NOON = parameter(
    "noon", time(12), "before which an interview has to start to be in the morning", source=OURS
)
EVENING = parameter("evening", time(18), "when the afternoon ends", source=OURS)
PAUSE = parameter("pause", hours(1), "how long to wait at least after the interview", source=OURS)


class Route(NamedTuple):
    """Over which channel an act goes, and where to."""

    channel: str
    to: str | None


class Facts:
    """The facts about one kind of subject; a misspelt one fails when the rule is written."""

    per: ClassVar[Per]

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> NoReturn:
            known = [
                each for each in vars(type(self)) if not each.startswith("_") and each != "per"
            ]
            message = f"there is no such fact about {self._article()} {self.per}"
            raise UnknownFact([Problem(f"{self.per}.{name}", message, near(name, known))])

    def __repr__(self) -> str:
        return f"<the facts about {self._article()} {self.per}>"

    def __str__(self) -> str:
        facts = vars(type(self)).items()
        listed = [(name, fact) for name, fact in facts if isinstance(fact, Expression)]
        return "\n".join(f"{self.per}.{name}: {fact}" for name, fact in listed)

    def _article(self) -> str:
        return "an" if self.per[0] in "ai" else "a"


def _ends(interview: Interview, subject: Subject) -> datetime | Unknown:
    return interview.ends or unknown(InterviewFacts.ends.leaf, subject.met_at(interview))


# -- about a search -------------------------------------------------------------------------------


def _first_ends_of_search(subject: Subject) -> datetime | NotYet | Unknown:
    firsts = [
        (by_start(first), each.identity, first, each)
        for each in subject.search.applications
        if (first := each.first)
    ]
    if not firsts:
        return NOT_YET
    _, _, first, application = min(firsts, key=itemgetter(0, 1))
    return first.ends or _ends(first, subject.applied_to(application))


def _first_signed(subject: Subject) -> datetime | None:
    signed = (each.signed for each in subject.search.applications if each.signed)
    return min(signed, default=None)


class SearchFacts(Facts):
    """The facts about a job search."""

    per = "search"

    first_ends = moment_fact(
        "search.first_ends", "the first interview's end", _first_ends_of_search
    )
    signed = moment_fact("search.signed", "a contract in your hand", _first_signed)


# -- about an application -------------------------------------------------------------------------


def _first_ends(subject: Subject) -> datetime | NotYet | Unknown:
    first = subject.application.first
    return _ends(first, subject) if first else NOT_YET


def _latest(application: Subject) -> Interview | None:
    return application.application.latest


def _latest_ends(subject: Subject) -> datetime | NotYet | Unknown:
    latest = subject.widened("application").once(_latest)
    return _ends(latest, subject) if latest else NOT_YET


def _interviewed(subject: Subject) -> bool:
    return bool(subject.application.interviews)


def _waiting(subject: Subject) -> bool:
    application = subject.application
    return not (application.outcome or application.offer or application.signed)


def _promise(subject: Subject) -> datetime | None:
    promise, zone = subject.application.promise, subject.widened("application").zone
    if promise is None or promise.within is None or promise.made is None:
        return _deadline(promise.by, zone) if promise else None
    made, within, works = promise.made, promise.within, subject.works
    if isinstance(made, datetime):
        if not within.keeps_clock:
            return _clock.shift(made, within, zone, works)
        made = made.astimezone(zone).date()
    return _clock.end_of(_clock.day_from(made, within, 1, zone, works), zone)


def _deadline(by: date | datetime | None, zone: ZoneInfo) -> datetime | None:
    """Return a moment as it is, and for a date the midnight after it."""
    return by if by is None or isinstance(by, datetime) else _clock.end_of(by, zone)


def _awaited(subject: Subject) -> datetime | Unknown:
    """Return the promise, as unknown once it is spent: by an interview or by a message since."""
    by, ends = _promise(subject), _latest_ends(subject)
    if by is None:
        return unknown(ApplicationFacts.promise.leaf, subject)
    if isinstance(ends, Unknown):
        return ends
    heard = subject.application.heard
    if (ends is not NOT_YET and by < ends) or (heard is not None and heard >= by):
        return unknown(ApplicationFacts.promise.leaf, subject)
    return by


def _last_contact(subject: Subject) -> datetime | NotYet | Unknown | None:
    """Return when a thank-you for the latest interview, or their last message since, was sent."""
    latest, ends = subject.widened("application").once(_latest), _latest_ends(subject)
    if latest is None or not isinstance(ends, datetime):
        return ends
    contacts = [each.at for each in latest.done if each.act == "thank-you"]
    contacts += filter(None, [subject.application.heard])
    return max((contact for contact in contacts if contact >= ends), default=None)


class LiveOffer(NamedTuple):
    """An offer that can still be answered; those that have to be answered first come first."""

    over: datetime
    received: datetime
    identity: Identity
    reply_by: datetime | None
    application: Application


def _other_offer(subject: Subject) -> LiveOffer | None:
    """Return the offer of another application that has to be answered first, if any is live.

    Those that had to be answered before the newest one was received are left out.
    """
    own, near = subject.application, subject.widened("application").timezone
    offers, newest = subject.widened("search").once(_live_offers, near)
    since = next((each.received for each in newest if each.application is not own), None)
    first = 0 if since is None else bisect_left(offers, since, key=itemgetter(0))
    answerable = offers[first : first + 2]
    return next((each for each in answerable if each.application is not own), None)


def _live_offers(root: Subject, near: str) -> tuple[list[LiveOffer], list[LiveOffer]]:
    """Return the live offers by when they are over, and the two newest of them.

    Dates are over in the zone of the application's latest interview, and without one in `near`.
    """
    live = []
    for other in root.search.applications:
        offer = other.offer
        if offer and not (offer.declined or other.outcome or other.signed):
            zone = _clock.zone(other.latest.timezone if other.latest else near)
            by = _deadline(offer.reply_by, zone)
            live.append(LiveOffer(by or _clock.LATEST, offer.received, other.identity, by, other))
    newest = sorted(live, key=itemgetter(1), reverse=True)[:2]
    return sorted(live, key=itemgetter(0, 1, 2)), newest


def _other_received(subject: Subject) -> datetime | None:
    offer = _other_offer(subject)
    return offer.received if offer else None


def _other_reply_by(subject: Subject) -> datetime | None:
    offer = _other_offer(subject)
    return offer.reply_by if offer else None


def _recruiter_route(subject: Subject) -> Route | None:
    recruiter = subject.application.recruiter
    if recruiter is None:
        return None
    return Route("email", _address(recruiter, subject, _GET_EMAIL) or recruiter.name)


def _chase_route(subject: Subject) -> Route:
    asked = subject.application.follow_up
    return _recruiter_route(subject) or (
        Route(asked.channel, asked.to) if asked else Route("email", None)
    )


class ApplicationFacts(Facts):
    """The facts about an application; its latest interview is the one that ends last."""

    per = "application"

    waiting = condition_fact(
        "application.waiting",
        "you are waiting for their decision",
        _waiting,
        denial="there is an outcome, an offer or a signed contract",
    )
    interviewed = condition_fact(
        "application.interviewed",
        "they have interviewed you",
        _interviewed,
        denial="there is no interview",
    )
    outcome = detail_fact(
        "application.outcome",
        "an outcome",
        attrgetter("application.outcome"),
        denial="there is no outcome yet",
    )
    recruiter = detail_fact(
        "application.recruiter",
        "a recruiter",
        attrgetter("application.recruiter"),
        denial="there is no recruiter",
    )
    follow_up = detail_fact(
        "application.follow_up",
        "how they want you to follow up",
        attrgetter("application.follow_up"),
        ask="How does {employer} want you to follow up?",
    )
    promise = moment_fact(
        "application.promise",
        "the moment by which they promised to answer",
        _promise,
        ask="Did {employer} say when you would hear?",
    )
    awaited = moment_fact(
        "application.awaited",
        "the moment by which they last promised to answer",
        _awaited,
    )
    first_ends = moment_fact(
        "application.first_ends", "the end of their first interview", _first_ends
    )
    latest_ends = moment_fact(
        "application.latest_ends", "the end of their latest interview", _latest_ends
    )
    heard = moment_fact(
        "application.heard",
        "their last message to you",
        attrgetter("application.heard"),
    )
    last_contact = moment_fact(
        "application.last_contact",
        "your thank-you for the latest interview, or their last message since",
        _last_contact,
    )
    signed = moment_fact(
        "application.signed", "a signed contract", attrgetter("application.signed")
    )
    other_offer_received = moment_fact(
        "application.other_offer_received", "the other offer's arrival", _other_received
    )
    other_offer_reply_by = moment_fact(
        "application.other_offer_reply_by",
        "the moment by which the other offer has to be answered",
        _other_reply_by,
    )
    recruiter_route = detail_fact(
        "application.recruiter_route", "the way to the recruiter", _recruiter_route
    )
    chase_route = detail_fact(
        "application.chase_route",
        "the recruiter, else the way they asked for, else e-mail",
        _chase_route,
    )


# -- about an interview ---------------------------------------------------------------------------


def _remote(subject: Subject) -> bool:
    return subject.interview.medium in ("video", "phone")


def _tricky_questions(subject: Subject) -> bool:
    return any(question.tricky for question in subject.interview.questions)


def _next(subject: Subject) -> Interview | Unknown | None:
    """Return the interview that starts first of those that start after this one's end."""
    own, held = subject.interview, subject.widened("search").once(_still_held)
    after = own.ends or own.starts
    first = bisect_left(held, after, key=attrgetter("starts"))
    upcoming = next((each for each in held[first : first + 2] if each is not own), None)
    if upcoming is not None and own.ends is None:
        return unknown(InterviewFacts.ends.leaf, subject)
    return upcoming


def _still_held(root: Subject) -> list[Interview]:
    """Return the interviews of all applications without an outcome, as they start."""
    open_ = [each for each in root.search.applications if not each.outcome]
    return sorted([each for other in open_ for each in other.interviews], key=by_start)


def _next_starts(subject: Subject) -> datetime | Unknown | None:
    upcoming = _next(subject)
    return upcoming.starts if isinstance(upcoming, Interview) else upcoming


def _next_zone(subject: Subject) -> ZoneInfo:
    upcoming = _next(subject)
    return _clock.zone(upcoming.timezone) if isinstance(upcoming, Interview) else subject.zone


class InterviewFacts(Facts):
    """The facts about an interview."""

    per = "interview"

    starts = moment_fact(
        "interview.starts", "the interview's start", attrgetter("interview.starts")
    )
    ends = moment_fact(
        "interview.ends",
        "the interview's end",
        attrgetter("interview.ends"),
        ask="When does the interview with {employer} end, or when did it?",
    )
    left = moment_fact(
        "interview.left",
        "the moment you are clear of the building",
        attrgetter("interview.left"),
    )
    remote = condition_fact(
        "interview.remote",
        "the interview is by video or phone",
        _remote,
        denial="the interview was in person, or nobody has said otherwise",
    )
    tricky_questions = condition_fact(
        "interview.tricky_questions",
        "they asked tricky questions",
        _tricky_questions,
        denial="no tricky question is on record",
    )
    next_starts = moment_fact(
        "interview.next_starts", "the next interview's start", _next_starts, zone=_next_zone
    )
    in_the_morning = named(
        "the interview was in the morning",
        ends.before(starts.midnight_after)
        & starts.before(ends.at(NOON))
        & (ends + PAUSE).before(ends.at(EVENING)),
        denial="the interview was not in the morning",
    )


# -- about a person -------------------------------------------------------------------------------


Known: TypeAlias = "dict[Any, list[Entry]]"


class Entry(NamedTuple):
    """What an application says of a person, at an interview or as the recruiter."""

    person: Person
    interview: Interview | None


def _entries(application: Subject, name: str, key: str | None) -> list[Entry]:
    """Return all that an application says of a person, in one order."""
    return sorted(_same(name, key, application.once(_everybody)), key=_details)


def _same(name: str, key: str | None, known: Known) -> list[Entry]:
    """Return who is the same: by their keys if both have one, else by name."""
    if key is None:
        return known.get(name, [])
    return [*known.get((key,), []), *known.get((name, None), [])]


def _everybody(application: Subject) -> Known:
    """Return everybody in an application."""
    meetings, recruiter = application.application.interviews, application.application.recruiter
    entries = [Entry(person, each) for each in meetings for person in each.interviewers]
    return _known([*entries, Entry(recruiter, None)] if recruiter else entries)


def _known(entries: Iterable[Entry]) -> Known:
    """Return people by name; those with a key by that as well, those without by that."""
    found: Known = {}
    for each in entries:
        name, key = each.person.name, each.person.key
        for handle in (name, (name, None) if key is None else (key,)):
            found.setdefault(handle, []).append(each)
    return found


def _details(entry: Entry) -> tuple[str, ...]:
    person = entry.person
    return person.name, person.key or "", person.email or "", person.linkedin or ""


def _address(person: Person, subject: Subject, get: Callable[[Person], str | None]) -> str | None:
    """Return an address, from anywhere in an application, a person's own entry first."""
    if own := get(person):
        return own
    entries = subject.widened("application").once(_entries, person.name, person.key)
    return next((known for each in entries if (known := get(each.person))), None)


_GET_EMAIL, _GET_LINKEDIN = attrgetter("email"), attrgetter("linkedin")


def _email(subject: Subject) -> str | Unknown:
    known = _address(subject.person, subject, _GET_EMAIL)
    return known or unknown(PersonFacts.email.leaf, _first_met(subject))


def _linkedin(subject: Subject) -> str | Unknown:
    known = _address(subject.person, subject, _GET_LINKEDIN)
    return known or unknown(PersonFacts.linkedin.leaf, _first_met(subject))


def _first_met(subject: Subject) -> Subject:
    """Return the person at the first interview with them, so that each fact is asked for once."""
    if len(subject.application.interviews) == 1:
        return subject
    person = subject.person
    return subject.widened("application").once(_first_meeting, person.name, person.key)


def _first_meeting(application: Subject, name: str, key: str | None) -> Subject:
    met = [
        (by_start(interview), person.identity, interview, person)
        for person, interview in application.once(_entries, name, key)
        if interview is not None
    ]
    _, _, interview, person = min(met, key=itemgetter(0, 1))
    return application.met_at(interview).met(person)


def _connected(subject: Subject) -> bool:
    person, known = subject.person, subject.widened("application").once(_asked_to_connect)
    return bool(_same(person.name, person.key, known))


def _asked_to_connect(application: Subject) -> Known:
    """Return whom the candidate has asked to connect."""
    asked = []
    for meeting in application.application.interviews:
        names = {each.to for each in meeting.done if each.act == "connect"} - {None}
        asked += [
            Entry(each, meeting) for each in meeting.interviewers if names & {each.name, each.key}
        ]
    return _known(asked)


class PersonFacts(Facts):
    """The facts about an interviewer; details count wherever in the application they are known."""

    per = "person"

    email = detail_fact(
        "person.email",
        "their e-mail address",
        _email,
        ask="What is {person}'s e-mail address?",
    )
    linkedin = detail_fact(
        "person.linkedin",
        "their LinkedIn profile",
        _linkedin,
        ask="Which is {person}'s LinkedIn profile?",
    )
    connected = condition_fact(
        "person.connected",
        "you have asked to connect",
        _connected,
        denial="you have not asked to connect",
    )


search = SearchFacts()
application = ApplicationFacts()
interview = InterviewFacts()
person = PersonFacts()


SHIPPED: dict[str, Expression[Any]] = {
    f"{each.per}.{name}": fact
    for each in (search, application, interview, person)
    for name, fact in vars(type(each)).items()
    if isinstance(fact, Expression)
}


def is_shipped(fact: Fact) -> bool:
    """Tell whether a fact is one of this library's."""
    return fact.name in SHIPPED and SHIPPED[fact.name].leaf is fact


def shipped(name: str) -> Fact:
    """Return the fact of this library that has a name."""
    fact: Fact = SHIPPED[name].leaf
    return fact


def _reduced(fact: Fact) -> tuple[Any, ...]:
    return (shipped, (fact.name,)) if is_shipped(fact) else (Fact, tuple(fact))


# A fact of this library is pickled by its name, any other with its function.
copyreg.pickle(Fact, _reduced)

ADDRESSES = {"email": person.email, "linkedin": person.linkedin}


# -- what texts may mention -----------------------------------------------------------------------


def _other_employer(subject: Subject) -> str:
    offer = _other_offer(subject)
    return (offer and offer.application.employer) or "another employer"


LABELS: dict[str, tuple[Per, Callable[[Subject], str]]] = {
    "person": ("person", lambda subject: subject.person.name),
    "employer": ("application", lambda subject: subject.application.employer or "the employer"),
    "role": ("application", lambda subject: subject.application.role or "the role"),
    "recruiter": (
        "application",
        lambda subject: (
            subject.application.recruiter.name
            if subject.application.recruiter
            else "your recruiter"
        ),
    ),
    "other_employer": ("application", _other_employer),
}
