"""Expressions to try the language with."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from builders import (
    applied,
    at,
    meeting,
    searching,
)
from interview_followup import JobSearch, language
from interview_followup.language import (
    Condition,
    Moment,
    Unknown,
    condition_fact,
    days,
    interview,
    moment_fact,
    parameter,
)
from interview_followup.language._missing import Missing
from interview_followup.language._subject import Per, Subject, subjects


def subject_of(job_search: JobSearch, per: Per = "interview", of: str = "") -> Subject:
    """Return the first subject of a kind whose label holds the text."""
    return next(subject for subject in subjects(job_search)[per] if of in subject.label)


HERE = subject_of(searching(applied(meeting())))


def on(instant: datetime) -> Moment:
    return moment_fact("interview.moment", "the moment", lambda _: instant)


def holds(value: bool) -> Condition:
    return condition_fact("interview.fact", "the fact", lambda _: value)


def unsure(name: str) -> Condition:
    return condition_fact(f"interview.{name}", name, lambda _: None, ask=f"Is it {name}?")


EARLY, MIDDLE, LATE = (at(f"2026-11-24 {hour}:00") for hour in ("10", "11", "12"))
NAIVE = datetime(2026, 7, 1, 9)  # noqa: DTZ001
NEVER = moment_fact("interview.event", "the event", lambda _: None)
SOMETIME = moment_fact("interview.sometime", "some time", lambda _: None, ask="When?")
ANOTHER = moment_fact("interview.another", "another time", lambda _: None, ask="When else?")
YES, NO, MAYBE, PERHAPS = holds(True), holds(False), unsure("maybe"), unsure("perhaps")


def hanging_on(*names: str) -> Unknown:
    """Return the unknown that hangs on facts of this file about the interview."""
    asks = {
        "sometime": "When?",
        "another": "When else?",
        "maybe": "Is it maybe?",
        "perhaps": "Is it perhaps?",
    }
    return Unknown(
        frozenset(Missing(f"interview.{name}", asks[name], HERE.identities) for name in names)
    )


NINE, FIVE = at("2026-11-27 09:00"), at("2026-11-27 17:00")  # a Friday

loose: Any = language  # as somebody writes who does not check types
ends: Any = interview.ends


def moment(label: str, wall_time: str) -> Moment:
    return moment_fact("interview.moment", label, lambda _: at(wall_time))


def condition(label: str, denial: str, value: bool | None) -> Condition:
    return condition_fact("interview.fact", label, lambda _: value, denial=denial, ask="Is it so?")


WAIT = parameter("wait", days(7), "how long to wait")
NINE_O_CLOCK = parameter("nine", time(9), "when to write")

SUNNY, WARM = (
    condition("it is sunny", "it is dull", True),
    condition("it is warm", "it is cool", True),
)
