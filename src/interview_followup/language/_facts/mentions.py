"""Who is who in an application: one person may be met at several interviews, or be the recruiter.

Two entries are one person if their keys are equal or, where one of them has none, their names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import NamedTuple

from interview_followup.language._subject import Subject
from interview_followup.model import Interview, Person
from interview_followup.model._identity import Identity
from interview_followup.model._interview import by_start


class Mention(NamedTuple):
    """What an application says of a person, at an interview or as the recruiter."""

    person: Person
    interview: Interview | None


class Mentions:
    """What an application says of several people, by their names and by their keys."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self._by_name: dict[str, list[Mention]] = defaultdict(list)
        self._by_key: dict[str, list[Mention]] = defaultdict(list)
        for mention in mentions:
            self._by_name[mention.person.name].append(mention)
            if mention.person.key:
                self._by_key[mention.person.key].append(mention)

    def of(self, name: str, key: str | None) -> list[Mention]:
        """Return what is said of one person."""
        same_name = self._by_name.get(name, [])
        if key is None:
            return same_name
        without_key = [mention for mention in same_name if mention.person.key is None]
        return [*self._by_key.get(key, []), *without_key]


def address(person: Person, subject: Subject, get: Callable[[Person], str | None]) -> str | None:
    """Return an address, from anywhere in an application; first what the entry at hand says."""
    if own := get(person):
        return own
    mentions = subject.widened("application").once(_mentions, person.name, person.key)
    return next((known for mention in mentions if (known := get(mention.person))), None)


def first_met(subject: Subject) -> tuple[Identity, ...]:
    """Return the identities of a person at the first interview with them.

    So each fact about them is asked for once.
    """
    application, person = subject.widened("application"), subject.person
    if len(application.application.interviews) == 1:
        return subject.identities
    return application.once(_first_meeting, person.name, person.key)


def _first_meeting(application: Subject, name: str, key: str | None) -> tuple[Identity, ...]:
    mentions = application.once(_mentions, name, key)
    met = [(interview, person) for person, interview in mentions if interview is not None]
    interview, person = min(met, key=lambda pair: (by_start(pair[0]), pair[1].identity))
    return *application.identities, interview.identity, person.identity


def asked_to_connect(subject: Subject) -> bool:
    """Tell whether a person was asked to connect, at any interview of the application."""
    asked, person = subject.widened("application").once(_asked_to_connect), subject.person
    return bool(asked.of(person.name, person.key))


def _asked_to_connect(application: Subject) -> Mentions:
    asked = []
    for interview in application.application.interviews:
        names = {done.to for done in interview.done if done.act == "connect"} - {None}
        people = interview.interviewers if names else ()
        asked += [
            Mention(person, interview) for person in people if names & {person.name, person.key}
        ]
    return Mentions(asked)


def _mentions(application: Subject, name: str, key: str | None) -> list[Mention]:
    """Return what an application says of a person, in an order that is always the same."""
    return sorted(application.once(_everybody).of(name, key), key=_details)


def _everybody(application: Subject) -> Mentions:
    recruiter, interviews = application.application.recruiter, application.application.interviews
    met = [Mention(person, meeting) for meeting in interviews for person in meeting.interviewers]
    return Mentions([*met, Mention(recruiter, None)] if recruiter else met)


def _details(mention: Mention) -> tuple[str, ...]:
    person = mention.person
    return person.name, person.key or "", person.email or "", person.linkedin or ""
