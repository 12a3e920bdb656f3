"""The status of an act at a moment: its phase, unless something overrides it."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

from interview_followup.language._window import Phase

Status: TypeAlias = Phase | Literal["done", "set-aside", "needs-fact", "conflict", "silent"]


class Meaning(NamedTuple):
    """What a status means.

    `shown`: people are told of the act, in text and in JSON. `ahead`: there is time for it, now or
    later. `allows`: it may be done now where rules advise it, `allows_guarded` where rules only
    forbid it until some moment.
    """

    shown: bool
    ahead: bool
    allows: bool
    allows_guarded: bool


STATUSES: dict[Status, Meaning] = {
    "early": Meaning(shown=True, ahead=True, allows=False, allows_guarded=False),
    "open": Meaning(shown=True, ahead=True, allows=True, allows_guarded=True),
    "late": Meaning(shown=True, ahead=True, allows=True, allows_guarded=True),
    "closed": Meaning(shown=False, ahead=False, allows=False, allows_guarded=False),
    "done": Meaning(shown=False, ahead=False, allows=False, allows_guarded=False),
    "set-aside": Meaning(shown=False, ahead=False, allows=False, allows_guarded=False),
    "needs-fact": Meaning(shown=True, ahead=False, allows=False, allows_guarded=False),
    "conflict": Meaning(shown=True, ahead=False, allows=False, allows_guarded=False),
    "silent": Meaning(shown=False, ahead=False, allows=False, allows_guarded=True),
}
