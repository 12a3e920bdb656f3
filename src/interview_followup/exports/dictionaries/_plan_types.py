"""What a plan, or a verdict, is as a dictionary: its keys, and what each means."""

from __future__ import annotations

from typing import TypedDict

from interview_followup._planning.status import Status
from interview_followup.exports.dictionaries._scalars import (
    Day,
    Format,
    Instant,
    Slug,
    Uid,
    ZoneName,
)
from interview_followup.exports.dictionaries._subject_types import (
    SubjectDict,
    WindowDict,
    WordingDict,
)


class HindranceDict(TypedDict):
    """Why the candidate cannot act at the best moment, and when they can instead."""

    interview: Instant | Day | None
    """When the interview starts that they are in then; null where they are not awake.

    It is in the zone of the candidate, or its day where only that is known.
    """
    nearest: Instant | None
    """The moment closest to the best one at which they can act; null where there is none.

    It is in the zone of the candidate.
    """
    before: Instant | None
    """When to write a message that is then sent at the best moment; null where that is no way.

    It is in the zone of the candidate.
    """
    text: str
    """All of that in a sentence."""


class DoneAtDict(TypedDict, total=False):
    """When an act is done, which only a forecast says."""

    at: Instant
    """When it is done, in the zone of the candidate. Only a forecast says it."""


class ActionDict(SubjectDict, WindowDict, DoneAtDict):
    """An act that the rules ask for, for one subject."""

    uid: Uid
    """Its id, which stays the same from plan to plan until the act is done."""
    act: Slug
    """What to do, as lower-case words joined by hyphens: `thank-you`."""
    rules: list[str]
    """The names of the rules that ask for it."""
    status: Status
    """Where it stands at the moment of the plan."""
    until: Instant | None
    """When the status next changes, in the zone of the candidate; null where it never does."""
    timezone: ZoneName
    """The IANA name of the candidate's zone, in which all its times are written."""
    hindrance: HindranceDict | None
    """What keeps the candidate from it at the best moment; null where nothing does."""
    channel: str | None
    """How to do it: `email`, `phone`; null where that is not known, or there is no one way."""
    to: str | None
    """Where the channel leads: an address, a number, a name; null where that is not known."""
    text: str
    """What to do, in a sentence."""
    why: str
    """Why to do it, in sentences."""
    wording: list[WordingDict]
    """What to say in the message and what not to; empty where it is no message."""
    source: str
    """Where the advice comes from."""


class CautionDict(SubjectDict):
    """A warning about an act, for one subject, that holds at the moment of the plan."""

    uid: Uid
    """Its id, which stays the same from plan to plan until the act is done."""
    act: Slug
    """The act that it is about."""
    rules: list[str]
    """The names of the rules that warn."""
    status: Status
    """What the act's window is at: too early, about to close, late, closed, or in conflict."""
    since: Instant | None
    """Since when it holds, in the zone of the candidate; null where it always did."""
    until: Instant | None
    """Until when it holds, in the zone of the candidate; null where nothing is known to end it."""
    timezone: ZoneName
    """The IANA name of the candidate's zone, in which all its times are written."""
    text: str
    """What to beware of, in a sentence."""
    why: str
    """Why, in sentences."""
    source: str
    """Where the advice comes from."""


class QuestionDict(SubjectDict):
    """A fact that nobody has told, and that would sharpen the plan."""

    fact: str
    """The name of the fact: `person.email`."""
    text: str
    """The question, and what holds as long as nobody answers."""
    acts: list[Slug]
    """The acts that it holds back or would date otherwise."""


class ProblemDict(TypedDict):
    """Something on record that looks wrong at the moment of the plan."""

    place: str
    """Where it stands, as `applications[0].interviews[1].ends`."""
    message: str
    """What is wrong there."""
    mend: str
    """What to do about it."""


class PlanDict(TypedDict):
    """A plan, a part of one, or a forecast, as it is seen at one moment."""

    format: Format
    """The number of this format."""
    now: Instant
    """The moment of the plan, in the zone of the candidate."""
    until: Instant | None
    """When anything in it next changes, in the zone of the candidate; null where nothing does.

    Of a forecast it is the horizon.
    """
    timezone: ZoneName
    """The IANA name of the candidate's zone, in which all its times are written."""
    actions: list[ActionDict]
    """What to do, what is best first coming first; what is done, over or set aside is left out."""
    cautions: list[CautionDict]
    """What to beware of, in the order in which it began."""
    questions: list[QuestionDict]
    """What to tell; what holds most back comes first."""
    problems: list[ProblemDict]
    """What to correct on record."""


class VerdictDict(SubjectDict, WindowDict):
    """Whether an act may be done at a moment."""

    format: Format
    """The number of this format."""
    allowed: bool
    """Whether it may be done."""
    status: Status
    """Where the act stands at that moment."""
    until: Instant | None
    """When the verdict next changes, in the zone of the candidate; null where it never does."""
    act: Slug
    """The act, as lower-case words joined by hyphens: `chase`."""
    text: str
    """The answer, in a sentence."""
    why: str
    """Why, in sentences."""
