"""The facts about an application."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from operator import attrgetter
from typing import ClassVar

from interview_followup import _clock
from interview_followup.language._day import (
    Day,
    Recorded,
    a_day,
    beginning,
    counts_since,
    moment,
    recorded,
)
from interview_followup.language._fact import Route
from interview_followup.language._facts.interviews import end_of
from interview_followup.language._facts.mentions import address, origin
from interview_followup.language._facts.namespace import Facts, traced, unknown
from interview_followup.language._facts.offers import (
    last_reply_by,
    newest_received,
    other_offers,
    own_offer,
)
from interview_followup.language._kinds import Condition, Count, Detail, Moment
from interview_followup.language._missing import NOT_YET, NotYet, Unknown, unknown_in
from interview_followup.language._new_facts import (
    condition_fact,
    count_fact,
    detail_fact,
    moment_fact,
)
from interview_followup.language._subject import Per, Subject
from interview_followup.model import FollowUp, Interview, Outcome, Person


def _waiting(subject: Subject) -> bool:
    application = subject.application
    return not (application.outcome or application.offer or application.signed)


def _rejected(subject: Subject) -> bool:
    return subject.application.outcome == "rejected"


def _interviewed(subject: Subject) -> bool:
    return subject.application.first is not None


def _interview_count(subject: Subject) -> int:
    return len([interview for interview in subject.application.interviews if interview.took_place])


def _first_ends(subject: Subject) -> Recorded | NotYet:
    first = subject.application.first
    return end_of(first, subject.widened("application")) if first else NOT_YET


def _latest(application: Subject) -> Interview | None:
    return application.application.latest


def _latest_ends(subject: Subject) -> Recorded | NotYet:
    application = subject.widened("application")
    latest = application.once(_latest)
    return end_of(latest, application) if latest else NOT_YET


def _heard(subject: Subject) -> Recorded | None:
    zone = subject.widened("application").zone
    return recorded("application.heard", subject.application.heard, zone)


def _signed(subject: Subject) -> Recorded | None:
    zone = subject.widened("application").zone
    return recorded("application.signed", subject.application.signed, zone)


def _promise(subject: Subject) -> Recorded | None:
    promise, zone = subject.application.promise, subject.widened("application").zone
    if promise is None or promise.within is None or promise.made is None:
        return recorded("promise.by", promise.by, zone) if promise else None
    start, within, works = promise.made, promise.within, subject.works
    if isinstance(start, datetime):
        if not within.keeps_clock:
            return _clock.shift(start, within, zone, works)
        start = start.astimezone(zone).date()
    return a_day(_clock.day_from(start, within, 1, zone, works), zone)


def _promised_day(subject: Subject) -> datetime | Unknown:
    promise, zone = _promise(subject), subject.widened("application").zone
    if promise is None:
        return unknown(ApplicationFacts.promise, subject.widened("application").identities)
    if isinstance(promise, datetime):
        return _clock.first_moment(promise.astimezone(zone).date(), zone)
    return promise.first


def _awaited(subject: Subject) -> Recorded | Unknown:
    """Return the promise, as unknown once it is spent: by an interview or by a message since."""
    by, ends, heard = _promise(subject), _latest_ends(subject), _heard(subject)
    # Of an interview that ended on some day, it is only certain when it started.
    earliest_end = ends.asked_from if isinstance(ends, Day) else ends
    is_over = by is not None and isinstance(earliest_end, datetime) and moment(by) < earliest_end
    if by is None or is_over or (heard and counts_since(heard, beginning(by))):
        return unknown(ApplicationFacts.promise, subject.widened("application").identities)
    return by


def _thanked(subject: Subject) -> datetime | None:
    """Return when the last thank-you for the latest interview was sent, since that ended."""
    latest = subject.application.latest
    if latest is None:
        return None
    thanks = [done.at for done in latest.done if done.act == "thank-you"]
    return _last_since_latest(subject, [recorded("done.at", at, latest.zone) for at in thanks])


def _heard_since(subject: Subject) -> datetime | None:
    """Return when they last wrote, if that was since the latest interview ended."""
    heard = _heard(subject)
    return _last_since_latest(subject, [heard] if heard else [])


def _last_since_latest(subject: Subject, contacts: Iterable[Recorded]) -> datetime | None:
    ends = _latest_ends(subject)
    if ends is NOT_YET:
        return None
    since = [contact for contact in contacts if counts_since(contact, beginning(ends))]
    return max(map(moment, since), default=None)


def _offer_received(subject: Subject) -> Recorded | NotYet | None:
    offer, zone = subject.application.offer, subject.widened("application").zone
    return recorded("offer.received", offer.received, zone) if offer else NOT_YET


def _live_offer(subject: Subject) -> bool:
    return own_offer(subject) is not None


def _offer_reply_by(subject: Subject) -> datetime | None:
    offer = own_offer(subject)
    return offer.reply_by if offer else None


def _other_offer(subject: Subject) -> bool:
    return bool(other_offers(subject))


def _other_received(subject: Subject) -> datetime | Unknown | None:
    """Return when the newest live offer of another application came, unknown while one is."""
    others = other_offers(subject)
    undated = [
        unknown(ApplicationFacts.offer_received, (other.application.identity,))
        for other in others
        if other.received is None
    ]
    return unknown_in(*undated) if undated else newest_received(others)


def _other_reply_by(subject: Subject) -> datetime | None:
    return last_reply_by(other_offers(subject))


def _best_choice(subject: Subject) -> bool:
    """Tell whether no other application that can still be told of the offers is preferred."""
    preferred = subject.widened("search").once(_preferred)
    if preferred is None or preferred.application is subject.application:
        return True
    ends, over = _first_ends(preferred), last_reply_by(other_offers(preferred))
    is_met = ends is not NOT_YET and (over is None or moment(ends) < over)
    return not (is_met and _waiting(preferred))


def _preferred(root: Subject) -> Subject | None:
    preferred = [application for application in root.search.applications if application.preferred]
    return root.narrowed(preferred[0]) if preferred else None


def _recruiter_route(subject: Subject) -> Route | None:
    recruiter = subject.application.recruiter
    if recruiter is None:
        return None
    return Route("email", address(recruiter, subject, attrgetter("email")) or recruiter.name)


def _recruiter_origin(subject: Subject) -> str | None:
    recruiter = subject.application.recruiter
    return origin(recruiter, subject, attrgetter("email")) if recruiter else None


def _recruiter_asked(subject: Subject) -> datetime | None:
    """Return when the recruiter was last asked; what was asked of nobody is no reminder."""
    application = subject.widened("application")
    if application.application.recruiter is None:
        return None
    return max(map(moment, application.done("ask-recruiter")), default=None)


def _chase_route(subject: Subject) -> Route:
    recruiter, follow_up = _recruiter_route(subject), subject.application.follow_up
    if recruiter is not None:
        return recruiter
    if follow_up is not None:
        return Route(follow_up.channel, follow_up.to)
    ends = _latest_ends(subject)
    if ends is NOT_YET:
        return Route("email", None)
    application = subject.widened("application")
    missing = unknown(ApplicationFacts.follow_up, application.identities).missing
    return Route("email", None, missing, asked_from=moment(ends))


class ApplicationFacts(Facts):
    """The facts about an application; its latest interview is `Application.latest`."""

    per: ClassVar[Per] = "application"

    waiting: Condition = condition_fact(
        "application.waiting",
        "you are waiting for their decision",
        _waiting,
        denial="there is an outcome, an offer or a signed contract",
    )
    interviewed: Condition = condition_fact(
        "application.interviewed",
        "they have interviewed you",
        _interviewed,
        denial="no interview on record took place, or is to take place",
    )
    interview_count: Count = count_fact(
        "application.interview_count", "the number of interviews with them", _interview_count
    )
    rejected: Condition = condition_fact(
        "application.rejected",
        "they have rejected you",
        _rejected,
        denial="they have not rejected you",
    )
    outcome: Detail[Outcome] = detail_fact(
        "application.outcome",
        "an outcome",
        attrgetter("application.outcome"),
        denial="there is no outcome yet",
    )
    recruiter: Detail[Person] = detail_fact(
        "application.recruiter",
        "a recruiter",
        attrgetter("application.recruiter"),
        denial="there is no recruiter",
    )
    follow_up: Detail[FollowUp] = detail_fact(
        "application.follow_up",
        "how they want you to follow up",
        attrgetter("application.follow_up"),
        ask="How would {employer} like you to follow up?",
    )
    promise: Moment = moment_fact(
        "application.promise",
        "the moment by which they promised to answer",
        _promise,
        ask="Did {employer} say when you would hear?",
    )
    promised_day: Moment = moment_fact(
        "application.promised_day",
        "the day by which they promised to answer",
        _promised_day,
    )
    awaited: Moment = moment_fact(
        "application.awaited",
        "the end of the time in which they promised to answer",
        _awaited,
    )
    first_ends: Moment = moment_fact(
        "application.first_ends", "the end of their first interview", _first_ends
    )
    latest_ends: Moment = moment_fact(
        "application.latest_ends", "the end of their latest interview", _latest_ends
    )
    heard: Moment = moment_fact(
        "application.heard",
        "their last message to you",
        _heard,
    )
    thanked: Moment = moment_fact(
        "application.thanked", "your last thank-you for the latest interview", _thanked
    )
    heard_since: Moment = moment_fact(
        "application.heard_since",
        "their last message since the latest interview",
        _heard_since,
    )
    signed: Moment = moment_fact("application.signed", "a signed contract", _signed)
    offer_received: Moment = moment_fact(
        "application.offer_received",
        "the arrival of their offer",
        _offer_received,
        ask="When did the offer from {employer} arrive?",
    )
    live_offer: Condition = condition_fact(
        "application.live_offer",
        "their offer can still be answered",
        _live_offer,
        denial="no offer of theirs is on record to answer",
    )
    offer_reply_by: Moment = moment_fact(
        "application.offer_reply_by",
        "the moment by which their offer has to be answered",
        _offer_reply_by,
    )
    other_offer: Condition = condition_fact(
        "application.other_offer",
        "you have an offer from somebody else",
        _other_offer,
        denial="there is no other offer on record to mention",
    )
    other_offer_received: Moment = moment_fact(
        "application.other_offer_received", "the arrival of the newest other offer", _other_received
    )
    other_offer_reply_by: Moment = moment_fact(
        "application.other_offer_reply_by",
        "the moment by which the last other offer has to be answered",
        _other_reply_by,
    )
    preferred: Condition = condition_fact(
        "application.preferred",
        "theirs is the job that you want most",
        attrgetter("application.preferred"),
        denial="theirs is not known to be the job that you want most",
    )
    best_choice: Condition = condition_fact(
        "application.best_choice",
        "no other job that you are waiting for is your first choice",
        _best_choice,
        denial="another job that you are waiting for is your first choice",
    )
    recruiter_route: Detail[Route] = traced(
        detail_fact("application.recruiter_route", "the way to the recruiter", _recruiter_route),
        _recruiter_origin,
    )
    recruiter_asked: Moment = moment_fact(
        "application.recruiter_asked", "you last asked your recruiter", _recruiter_asked
    )
    chase_route: Detail[Route] = traced(
        detail_fact(
            "application.chase_route",
            "the recruiter, else the way they asked for, else e-mail",
            _chase_route,
        ),
        _recruiter_origin,
    )
