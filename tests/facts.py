"""Facts of a search, and what they lack."""

from __future__ import annotations

from datetime import datetime
from itertools import permutations
from typing import Any

from builders import (
    LONDON,
    NEW_YORK,
    applied,
    at,
    meeting,
    searching,
)
from expressions import subject_of
from interview_followup import (
    Interview,
    Offer,
)
from interview_followup.language import (
    Expression,
    Unknown,
)

ENDS = at("2026-11-24 11:00")
ACME = "Acme, Data engineer"


def about(fact: Expression[Any], *interviews: Interview, zone: str = LONDON, **more: Any) -> Any:
    """Return a fact of an application."""
    job_search = searching(applied(*interviews, **more), zone=zone)
    return fact.evaluate(subject_of(job_search, "application"))


def missing(value: object) -> list[tuple[str, str]]:
    """Return the facts that a value hangs on, each with what it is about."""
    assert isinstance(value, Unknown)
    return sorted((fact.fact, label(*fact.identities)) for fact in value.missing)


def label(*identities: tuple[str, ...]) -> str:
    """Return identities as the label of the subject that has them, in London.

    Names in identities have lost their capitals.
    """
    _, interview, person = (*identities, None, None, None)[:3]
    parts = [person[1].title()] if person else []
    titles = [", ".join(name.capitalize() for name in identity[1:]) for identity in identities[:1]]
    parts += titles or ["the job search"]
    if interview:
        starts = datetime.fromisoformat(interview[1]).astimezone(ENDS.tzinfo)
        parts.append(f"{starts:%Y-%m-%d %H:%M}")
    return " · ".join(parts)


def question(value: object) -> str:
    """Return what to ask about the only fact that a value hangs on."""
    assert isinstance(value, Unknown)
    [only] = value.missing
    return only.ask


LONG = meeting("2026-11-24 09:00", "2026-11-24 17:00")
SHORT = meeting("2026-11-24 10:00", "2026-11-24 11:00")
EITHER_ORDER = list(permutations([LONG, SHORT]))

OFFER = Offer(received=at("2026-11-26 10:00"))

ABROAD = meeting("2026-11-24 10:00", "2026-11-24 11:00", NEW_YORK)


def later(starts: datetime, **more: Any) -> Interview:
    return Interview(starts=starts, timezone=LONDON, **more)
