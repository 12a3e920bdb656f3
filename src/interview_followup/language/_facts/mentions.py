"""Who is who in an application: one person may be met at several interviews, or be the recruiter.

Two entries are one person if their keys are equal or, where neither has one, their names, however
these are spelt.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Any, NamedTuple

from interview_followup.language._subject import Subject
from interview_followup.model import Interview, Person
from interview_followup.model._identity import Identity
from interview_followup.model._interview import by_start
from interview_followup.model._names import compared
from interview_followup.model._person import whom


class Mention(NamedTuple):
    """What an application says of a person, at an interview or as the recruiter."""

    person: Person
    interview: Interview | None


def address(person: Person, subject: Subject, get: Callable[[Person], str | None]) -> str | None:
    """Return an address, from anywhere in an application; first what the entry at hand says."""
    if own := get(person):
        return own
    mention = _telling(person, subject, get)
    return get(mention.person) if mention else None


def origin(person: Person, subject: Subject, get: Callable[[Person], str | None]) -> str | None:
    """Say where an address comes from, if it comes from another entry than the one at hand."""
    mention = None if get(person) else _telling(person, subject, get)
    if mention is None:
        return None
    if mention.interview is None:
        return "from the recruiter's entry"
    return f"from the interview of {mention.interview.starts_in_words}"


def _telling(
    person: Person, subject: Subject, get: Callable[[Person], str | None]
) -> Mention | None:
    """Return what tells an address of a person, first of all that an application says of them."""
    mentions = subject.widened("application").once(_mentions, person.identity)
    return next((mention for mention in mentions if get(mention.person)), None)


def first_met(subject: Subject) -> tuple[Identity, ...]:
    """Return the identities of a person at the first interview with them.

    So each fact about them is asked for once.
    """
    application = subject.widened("application")
    if len(application.application.interviews) == 1:
        return subject.identities
    return application.once(_first_meeting, subject.person.identity)


def _first_meeting(application: Subject, person: Identity) -> tuple[Identity, ...]:
    mentions = application.once(_mentions, person)
    met = [mention.interview for mention in mentions if mention.interview is not None]
    # What did not take place is nobody's first meeting, as long as there is another.
    first = min(met, key=lambda interview: (not interview.took_place, by_start(interview)))
    return *application.identities, first.identity, person


def asked_to_connect(subject: Subject) -> bool:
    """Tell whether a person was asked to connect, at any interview of the application."""
    people = subject.widened("application").once(_asked_to_connect)
    return subject.person.identity in people


def _asked_to_connect(application: Subject) -> frozenset[Identity]:
    identities: set[Identity] = set()
    for interview in application.application.interviews:
        requests = [done for done in interview.done if done.act == "connect"]
        for _, people in whom(requests, interview.people) if requests else ():
            identities |= {person.identity for person in people}
    return frozenset(identities)


def _mentions(application: Subject, person: Identity) -> list[Mention]:
    """Return what an application says of a person, in an order that is always the same."""
    return sorted(application.once(_everybody)[person], key=_details)


def _everybody(application: Subject) -> dict[Identity, list[Mention]]:
    """Return all that an application says of people, by who they are."""
    recruiter, mentions = application.application.recruiter, defaultdict(list)
    for interview in application.application.interviews:
        for person in interview.people:
            mentions[person.identity].append(Mention(person, interview))
    if recruiter is not None:
        mentions[recruiter.identity].append(Mention(recruiter, None))
    return mentions


def _details(mention: Mention) -> tuple[Any, ...]:
    person, interview = mention
    addresses = person.email or "", person.linkedin or ""
    place = (interview is None, by_start(interview) if interview else ())
    return compared(person.name), *addresses, place
