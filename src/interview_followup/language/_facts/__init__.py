"""The facts of this library that rules combine: labelled, typed functions of a subject.

A missing *detail* is unknown, and says what to ask; a missing *event* has not happened yet. Each
kind of subject has a module with its facts; `mentions` (who is who) and `offers` are what some of
them look at.
"""

from __future__ import annotations

import copyreg
from typing import Any

from interview_followup.language._expression import Expression
from interview_followup.language._fact import Fact
from interview_followup.language._facts.applications import ApplicationFacts
from interview_followup.language._facts.interviews import EVENING, NOON, PAUSE, InterviewFacts
from interview_followup.language._facts.namespace import Facts
from interview_followup.language._facts.people import ADDRESSES, FIRST_MEETING, PersonFacts
from interview_followup.language._facts.searches import SearchFacts

__all__ = [
    "ADDRESSES",
    "EVENING",
    "FIRST_MEETING",
    "NOON",
    "PAUSE",
    "SHIPPED",
    "Facts",
    "application",
    "interview",
    "is_shipped",
    "person",
    "search",
]

search: SearchFacts = SearchFacts()
"""The facts about a job search: `print(search)` lists them."""
application: ApplicationFacts = ApplicationFacts()
"""The facts about an application: `print(application)` lists them."""
interview: InterviewFacts = InterviewFacts()
"""The facts about an interview: `print(interview)` lists them."""
person: PersonFacts = PersonFacts()
"""The facts about a person met at an interview: `print(person)` lists them."""

SHIPPED: dict[str, Expression[Any]] = {
    f"{facts.per}.{name}": fact
    for facts in (search, application, interview, person)
    for name, fact in facts.by_name().items()
}


def is_shipped(fact: Fact) -> bool:
    """Tell whether a fact is one of this library's."""
    return fact.name in SHIPPED and SHIPPED[fact.name].leaf is fact


def shipped_fact(name: str) -> Fact:
    """Return the fact of this library that has a name."""
    fact: Fact = SHIPPED[name].leaf
    return fact


def _by_name(fact: Fact) -> tuple[Any, ...]:
    return (shipped_fact, (fact.name,)) if is_shipped(fact) else (Fact, tuple(fact))


# A fact of this library is pickled by its name, any other with its function. Its class cannot say
# so, as it does not know which facts there are.
copyreg.pickle(Fact, _by_name)
