"""The status of an act at a moment: its phase, unless something overrides it."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

from interview_followup.language._rule import KINDS, Kind
from interview_followup.language._window import Phase

Status: TypeAlias = Phase | Literal["done", "set-aside", "needs-fact", "conflict", "silent"]
"""Where an act stands at a moment.

It is `early`, `open`, `late` or `closed` by its window; or `done`; `set-aside` for a while or for
good; `needs-fact` where an unknown fact holds it back; `conflict` where rules leave no time for it;
`silent` where no rule speaks of it.
"""


class Meaning(NamedTuple):
    """What a status means; `Scheduled.status` gives it, and `agenda` has a group for it.

    `shown`: people are told of the act, in text and in JSON. `ahead`: there is time for it, now or
    later. `allows`: the kinds of rule that allow the act now. Where rules of several kinds know an
    act, a veto that holds counts before all others, then advice before guards, and a reminder only
    where there is nothing else. A veto allows nothing; one that does not hold is as a guard.
    """

    shown: bool
    ahead: bool
    allows: frozenset[Kind]


_ALL: frozenset[Kind] = frozenset(KINDS) - {"veto"}
_REMINDERS: frozenset[Kind] = frozenset(["reminder"])

STATUSES: dict[Status, Meaning] = {
    "early": Meaning(shown=True, ahead=True, allows=_REMINDERS),
    "open": Meaning(shown=True, ahead=True, allows=_ALL),
    "late": Meaning(shown=True, ahead=True, allows=_ALL),
    "closed": Meaning(shown=False, ahead=False, allows=_REMINDERS),
    "done": Meaning(shown=False, ahead=False, allows=_REMINDERS),
    "set-aside": Meaning(shown=False, ahead=False, allows=_REMINDERS),
    "needs-fact": Meaning(shown=True, ahead=False, allows=_REMINDERS),
    "conflict": Meaning(shown=True, ahead=False, allows=_REMINDERS),
    "silent": Meaning(shown=False, ahead=False, allows=frozenset(["reminder", "guard"])),
}
