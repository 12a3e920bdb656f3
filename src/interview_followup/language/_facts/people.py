"""The facts about an interviewer."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import ClassVar

from interview_followup.language._fact import Fact
from interview_followup.language._facts.mentions import (
    address,
    asked_to_connect,
    first_met,
    origin,
)
from interview_followup.language._facts.namespace import Facts, traced, unknown
from interview_followup.language._kinds import Condition, Detail
from interview_followup.language._missing import Unknown
from interview_followup.language._new_facts import condition_fact, detail_fact
from interview_followup.language._subject import Per, Subject


def _email(subject: Subject) -> str | Unknown:
    known = address(subject.person, subject, attrgetter("email"))
    return known or unknown(PersonFacts.email, first_met(subject))


def _linkedin(subject: Subject) -> str | Unknown:
    known = address(subject.person, subject, attrgetter("linkedin"))
    return known or unknown(PersonFacts.linkedin, first_met(subject))


def _first_meeting(subject: Subject) -> bool:
    return first_met(subject) == subject.identities


def _origin(name: str) -> Callable[[Subject], str | None]:
    return lambda subject: origin(subject.person, subject, attrgetter(name))


class PersonFacts(Facts):
    """The facts about an interviewer; details count wherever in the application they are known."""

    per: ClassVar[Per] = "person"

    email: Detail[str] = traced(
        detail_fact(
            "person.email",
            "their e-mail address",
            _email,
            ask="What is {person}'s e-mail address?",
        ),
        _origin("email"),
    )
    linkedin: Detail[str] = traced(
        detail_fact(
            "person.linkedin",
            "their LinkedIn profile",
            _linkedin,
            ask="Have you found {person} on LinkedIn?",
            may_not_exist=True,
        ),
        _origin("linkedin"),
    )
    first_meeting: Condition = condition_fact(
        "person.first_meeting",
        "you met them for the first time",
        _first_meeting,
        denial="you had met them before",
    )
    connected: Condition = condition_fact(
        "person.connected",
        "you have asked to connect",
        asked_to_connect,
        denial="you have not asked to connect",
    )


ADDRESSES = {"email": PersonFacts.email, "linkedin": PersonFacts.linkedin}
FIRST_MEETING: Fact = PersonFacts.first_meeting.leaf
