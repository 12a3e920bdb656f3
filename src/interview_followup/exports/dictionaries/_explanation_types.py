"""What an explanation is as a dictionary: its keys, and what each means."""

from __future__ import annotations

from typing import Any, TypedDict

from interview_followup._planning.status import Status
from interview_followup.exports.dictionaries._plan_types import VerdictDict
from interview_followup.exports.dictionaries._scalars import Instant, ZoneName
from interview_followup.exports.dictionaries._subject_types import WindowDict


class SetAsideUntilDict(TypedDict):
    """How long an act is set aside."""

    until: Instant | None
    """Until when, in the zone of the candidate; null where it is for good."""


MovedDict = TypedDict("MovedDict", {"part": str, "from": Instant, "to": Instant})
"""A moment of the window that was put in order.

`part` is the moment's name, `from` is where the rules have it, `to` where it is; both are in the
zone of the candidate.
"""


class BriefCautionDict(TypedDict):
    """A caution on the act that is explained."""

    status: Status
    """What the act's window is at while it holds."""
    since: Instant | None
    """Since when it holds, in the zone of the candidate; null where it always did."""
    until: Instant | None
    """Until when it holds, in the zone of the candidate; null where nothing is known to end it."""
    text: str
    """What to beware of, in a sentence."""
    rules: list[str]
    """The names of the rules that warn."""


class NumberDict(TypedDict):
    """A number of a rule, which may be tuned."""

    name: str
    """Its name within the rule."""
    text: str
    """What it is, in words."""
    source: str
    """Where the number comes from."""


class ReasonDict(TypedDict):
    """A part of a rule with the value that it took, and the same of what it is made of."""

    says: str
    """The part, in words."""
    value: Any
    """What it came to; a moment is in the zone of the candidate. Null where it has not happened.

    Where facts are missing it is a dictionary that lists their names under `unknown`.
    """
    timezone: ZoneName | None
    """The IANA name of the zone in which its days were counted; null where none were."""
    fact: str | None
    """The name of the fact that it is, if it is one."""
    origin: str | None
    """Where the fact was told, if not of the subject itself."""
    parameter: NumberDict | None
    """The number that it is, if it is one."""
    operands: list[ReasonDict]
    """What it is made of; of what nobody could read to its end, the beginning."""


class PartDict(ReasonDict):
    """A part of a rule, by its name, with the value that it took."""

    part: str
    """The name of the part: `opens`."""


class WarningDict(TypedDict):
    """What a rule warns of, and why from when until when."""

    status: Status
    """What the act's window is at while it holds."""
    text: str
    """The warning, with the places in braces that a subject fills."""
    since: ReasonDict | None
    """Why it holds from when it does, where the rule says that."""
    lasting: ReasonDict | None
    """Why it holds for as long as it does, where the rule says that."""
    until: ReasonDict | None
    """Why it holds until when it does, where the rule says that."""


class AccountDict(TypedDict):
    """What one rule on the act says of the subject, silent or not."""

    name: str
    """The name of the rule."""
    speaks: bool
    """Whether it says anything of this subject."""
    why: str
    """Why to do the act."""
    source: str
    """Where the rule comes from."""
    parts: list[PartDict]
    """Every part of it with the value that it took."""
    cautions: list[WarningDict]
    """What it warns of."""


class ExplanationDict(VerdictDict):
    """What every rule on an act says of one subject at a moment, and why."""

    now: Instant
    """The moment, in the zone of the candidate."""
    timezone: ZoneName
    """The IANA name of the candidate's zone, in which all its times are written."""
    set_aside: SetAsideUntilDict | None
    """How the act is set aside at that moment; null where it is not."""
    window: WindowDict | None
    """The window that the rules leave together; null where all are silent."""
    put_in_order: list[MovedDict]
    """What was put in order in that window."""
    cautions: list[BriefCautionDict]
    """The cautions on the act, at whatever time they hold."""
    rules: list[AccountDict]
    """What each rule on the act says."""
