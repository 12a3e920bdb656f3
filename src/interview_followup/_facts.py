"""The facts that rules combine: labelled, typed functions of a subject.

A missing *detail* is unknown, and says what to ask; a missing *event* has not happened yet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, time
from operator import itemgetter
from typing import TYPE_CHECKING, ClassVar, NamedTuple, NoReturn
from zoneinfo import ZoneInfo

from interview_followup import _clock
from interview_followup._errors import Problem, UnknownFact, near
from interview_followup._expressions import (
    OURS,
    condition_fact,
    detail_fact,
    hours,
    moment_fact,
    named,
    parameter,
)
from interview_followup._model import (
    Application,
    Interview,
    Offer,
    Person,
    starting,
)
from interview_followup._node import Expression
from interview_followup._operators import unknown
from interview_followup._subject import Per, Subject, deadline, zone_near
from interview_followup._values import NOT_YET, NotYet, Unknown

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
        (starting(first), each.identities, each)
        for each in subject.applications()
        if (first := each.application.first)
    ]
    return _first_ends(min(firsts, key=itemgetter(0, 1))[-1]) if firsts else NOT_YET


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


def _latest_ends(subject: Subject) -> datetime | NotYet | Unknown:
    latest = subject.application.latest
    return _ends(latest, subject) if latest else NOT_YET


def _waiting(subject: Subject) -> bool:
    application = subject.application
    return not (application.outcome or application.offer or application.signed)


def _promise(subject: Subject) -> datetime | None:
    application = subject.application
    promise = application.promise
    if promise is None or promise.within is None or promise.made is None:
        return deadline(promise.by, subject, application) if promise else None
    zone, works = zone_near(subject, application), subject.workdays.works
    made, within = promise.made, promise.within
    if isinstance(made, datetime):
        if not within.keeps_clock:
            return _clock.shift(made, within, zone, works)
        made = made.astimezone(zone).date()
    return _clock.end_of(_clock.day_from(made, within, 1, zone, works), zone)


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
    latest, ends = subject.application.latest, _latest_ends(subject)
    if latest is None or not isinstance(ends, datetime):
        return ends
    contacts = [each.at for each in latest.done if each.act == "thank-you"]
    contacts += filter(None, [subject.application.heard])
    return max((contact for contact in contacts if contact >= ends), default=None)


def _other_offer(subject: Subject) -> tuple[datetime, datetime | None, Application] | None:
    """Return the offer of another application that has to be answered first, if any is live.

    Those that had to be answered before the newest one was received are left out.
    """
    live = [
        (offer.received, deadline(offer.reply_by, subject, other, subject.application), other)
        for other, offer in _live_offers(subject)
        if other is not subject.application
    ]
    newest = max((received for received, _, _ in live), default=None)
    open_ = [each for each in live if each[1] is None or newest is None or each[1] >= newest]
    return min(open_, key=_urgency, default=None)


def _live_offers(subject: Subject) -> Iterator[tuple[Application, Offer]]:
    for other in subject.search.applications:
        if other.offer and not (other.offer.declined or other.outcome or other.signed):
            yield other, other.offer


def _urgency(
    offer: tuple[datetime, datetime | None, Application],
) -> tuple[datetime, datetime, tuple[str, ...]]:
    received, reply_by, other = offer
    return reply_by or _clock.LATEST, received, other.identity


def _other_received(subject: Subject) -> datetime | None:
    offer = _other_offer(subject)
    return offer[0] if offer else None


def _other_reply_by(subject: Subject) -> datetime | None:
    offer = _other_offer(subject)
    return offer[1] if offer else None


def _recruiter_route(subject: Subject) -> Route | None:
    recruiter = subject.application.recruiter
    if recruiter is None:
        return None
    known = (each.email for each in _namesakes(recruiter, subject.application) if each.email)
    return Route("email", next(known, recruiter.name))


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
        lambda subject: bool(subject.application.interviews),
        denial="there is no interview",
    )
    outcome = detail_fact(
        "application.outcome",
        "an outcome",
        lambda subject: subject.application.outcome,
        denial="there is no outcome yet",
    )
    recruiter = detail_fact(
        "application.recruiter",
        "a recruiter",
        lambda subject: subject.application.recruiter,
        denial="there is no recruiter",
    )
    follow_up = detail_fact(
        "application.follow_up",
        "how they want you to follow up",
        lambda subject: subject.application.follow_up,
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
        lambda subject: subject.application.heard,
    )
    last_contact = moment_fact(
        "application.last_contact",
        "your thank-you for the latest interview, or their last message since",
        _last_contact,
    )
    signed = moment_fact(
        "application.signed", "a signed contract", lambda subject: subject.application.signed
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


def _next(subject: Subject) -> Interview | Unknown | None:
    """Return the interview that starts first of those that start after this one's end."""
    ends = _ends(subject.interview, subject)
    after = subject.interview.starts if isinstance(ends, Unknown) else ends
    later = [
        each
        for application in subject.search.applications
        for each in application.interviews
        if not application.outcome and each.starts >= after and each is not subject.interview
    ]
    if later and isinstance(ends, Unknown):
        return ends
    return min(later, key=starting, default=None)


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
        "interview.starts", "the interview's start", lambda subject: subject.interview.starts
    )
    ends = moment_fact(
        "interview.ends",
        "the interview's end",
        lambda subject: subject.interview.ends,
        ask="When does the interview with {employer} end, or when did it?",
    )
    left = moment_fact(
        "interview.left",
        "the moment you are clear of the building",
        lambda subject: subject.interview.left,
    )
    remote = condition_fact(
        "interview.remote",
        "the interview is by video or phone",
        lambda subject: subject.interview.medium in ("video", "phone"),
        denial="the interview was in person, or nobody has said otherwise",
    )
    tricky_questions = condition_fact(
        "interview.tricky_questions",
        "they asked tricky questions",
        lambda subject: any(question.tricky for question in subject.interview.questions),
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


def _namesakes(person: Person, application: Application) -> Iterator[Person]:
    """Yield what is known of a person anywhere in an application, in their own entry first."""
    yield person
    met = [each for other in application.interviews for each in other.interviewers]
    for other in sorted(filter(None, [*met, application.recruiter]), key=_details):
        if other.is_same_as(person):
            yield other


def _details(person: Person) -> tuple[str, ...]:
    return person.name, person.key or "", person.email or "", person.linkedin or ""


def _email(subject: Subject) -> str | Unknown:
    found = (
        person.email for person in _namesakes(subject.person, subject.application) if person.email
    )
    return next(found, None) or unknown(PersonFacts.email.leaf, _first_met(subject))


def _linkedin(subject: Subject) -> str | Unknown:
    found = (
        person.linkedin
        for person in _namesakes(subject.person, subject.application)
        if person.linkedin
    )
    return next(found, None) or unknown(PersonFacts.linkedin.leaf, _first_met(subject))


def _first_met(subject: Subject) -> Subject:
    """Return the person at the first interview with them, so that each fact is asked for once."""
    if len(subject.application.interviews) == 1:
        return subject
    application = subject.widened("application")
    met = [each for meeting in application.interviews() for each in meeting.people()]
    same = [each for each in met if each.person.is_same_as(subject.person)]
    return min(same, key=lambda each: (starting(each.interview), each.path))


def _connected(subject: Subject) -> bool:
    return any(
        each.act == "connect" and other.is_called(each.to or "")
        for meeting in subject.application.interviews
        for other in meeting.interviewers
        if other.is_same_as(subject.person)
        for each in meeting.done
    )


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


SHIPPED = frozenset(
    f"{each.per}.{name}"
    for each in (search, application, interview, person)
    for name, fact in vars(type(each)).items()
    if isinstance(fact, Expression)
)

ADDRESSES = {"email": person.email, "linkedin": person.linkedin}


# -- what texts may mention -----------------------------------------------------------------------


def _other_employer(subject: Subject) -> str:
    offer = _other_offer(subject)
    return (offer and offer[2].employer) or "another employer"


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
