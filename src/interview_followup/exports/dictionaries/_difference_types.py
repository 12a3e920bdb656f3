"""What a difference is as a dictionary: its keys, and what each means."""

from __future__ import annotations

from typing import Any, TypedDict

from interview_followup._planning.advice import AdviceKind
from interview_followup._planning.status import Status
from interview_followup.exports.dictionaries._plan_types import HindranceDict
from interview_followup.exports.dictionaries._scalars import Format, Instant, Slug, Uid, ZoneName
from interview_followup.exports.dictionaries._subject_types import SubjectDict, WindowDict


class AdviceDict(SubjectDict, WindowDict):
    """An action or a caution, as one of two plans has it."""

    kind: AdviceKind
    """Which of the two it is. Of a caution `opens`, `best`, `due` and `closes` are null."""
    uid: Uid
    """Its id, the same in both plans."""
    act: Slug
    """The act, as lower-case words joined by hyphens: `chase`."""
    status: Status
    """Where it stands in that plan."""
    since: Instant | None
    """Since when a caution holds, in the zone of the candidate; null of an action."""
    until: Instant | None
    """When the status of an action changes, or a caution no longer holds; null where never.

    It is in the zone of the candidate.
    """
    timezone: ZoneName
    """The IANA name of the candidate's zone, in which all its times are written."""
    hindrance: HindranceDict | None
    """What keeps the candidate from it at the best moment; null where nothing does."""
    channel: str | None
    """How to do it; null where that is not known, or there is no one way."""
    to: str | None
    """Where the channel leads; null where that is not known."""
    text: str
    """What to do or to beware of, in a sentence."""


class ChangedFactDict(TypedDict):
    """A fact that a rule uses and that has another value now."""

    name: str
    """The name of the fact: `application.promise`."""
    label: str
    """What it is, in words."""
    before: Any
    """Its value in the earlier plan; a moment is in the zone of the candidate. Null without one."""
    after: Any
    """Its value in the later plan; a moment is in the zone of the candidate. Null without one."""


class ChangeDict(TypedDict):
    """An action or a caution that changed, and how."""

    uid: Uid
    """Its id, the same in both plans."""
    before: AdviceDict | None
    """How the earlier plan has it; null where it does not show it."""
    after: AdviceDict | None
    """How the later plan has it; null where it does not show it."""
    status: Status | None
    """The status of the act in the later plan, `done` if it was done since; null if not known."""
    because: list[ChangedFactDict]
    """The facts that changed meanwhile; empty where only time passed, or a dictionary was given."""
    text: str
    """All of that in words."""


class DifferenceDict(TypedDict):
    """What changed from one plan to a later one."""

    format: Format
    """The number of this format."""
    appeared: list[ChangeDict]
    """What only the later plan has."""
    went: list[ChangeDict]
    """What only the earlier plan has."""
    moved: list[ChangeDict]
    """What has other dates."""
    became: list[ChangeDict]
    """What is otherwise another: open or late, in other words, by another way, or hindered."""
