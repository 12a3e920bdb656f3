"""Laws about what the candidate records: acts done, and acts set aside."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from interview_followup import _clock
from interview_followup._planning.cautions import Caution
from interview_followup._planning.plan import Action, Plan
from interview_followup._planning.schedule import plan
from interview_followup._planning.status import STATUSES
from interview_followup.language._rule_set import RuleSet
from interview_followup.laws._law import Breach, law
from interview_followup.laws._scheduled import key_of, sample, title
from interview_followup.model import JobSearch
from interview_followup.strategies._moments import DAY, TICK

ASKED_FOR = ("open", "late", "needs-fact")


@law(6)
def done_stays_done(rules: RuleSet, search: JobSearch, now: datetime) -> Iterator[Breach]:
    """A done act is not asked for again, and recording another act never brings it back.

    A new round, a new offer or its repeat interval may.
    """
    original = plan(search, now=now, rules=rules)
    statuses = {
        key_of(action): action.status
        for action in original.actions
        if action.subject.done(action.act)
    }
    for action in original.actions:
        was_asked_for = action.status in ("open", "late")
        for later in plan(search.record(action, at=now), now=now, rules=rules).actions:
            key, name = key_of(later), title(later.scheduled)
            if key == key_of(action):
                if was_asked_for and later.status in ASKED_FOR:
                    text = f"{name} is still {later.status} once it is done"
                    yield Breach(text, (later.scheduled,))
            elif key in statuses and _is_back(statuses[key], later.status):
                text = f"{name}, done, is {later.status} again after {action.act}"
                yield Breach(text, (later.scheduled,))


def _is_back(before: str, after: str) -> bool:
    """Tell whether an act that is done, or that rests, is ahead again."""
    return (before == "done" and after != "done") or (
        before not in ASKED_FOR and after in ASKED_FOR
    )


@law(14)
def set_aside_is_unheard(rules: RuleSet, search: JobSearch, now: datetime) -> Iterator[Breach]:
    """What is set aside is neither asked for nor cautioned about until then, and changes no more.

    `check` answers as before.
    """
    original = plan(search, now=now, rules=rules)
    for action in sample(original.actions):
        name, at_fault = title(action.scheduled), (action.scheduled,)
        wakes = min(now + DAY, _clock.LATEST - TICK)
        snoozed = search.snooze(action, until=wakes)
        for quiet in (search.dismiss(action), snoozed):
            later = plan(quiet, now=now, rules=rules)
            if wakes > now and _shown(later, action):
                yield Breach(f"{name}, set aside, is told of", at_fault)
            if _shown_besides(later, action) != _shown_besides(original, action):
                yield Breach(f"setting {name} aside changes something else", at_fault)
        if not action.subject.set_aside(action.act):
            usual, woken = (plan(variant, now=wakes, rules=rules) for variant in (search, snoozed))
            if _shown(usual, action) != _shown(woken, action):
                yield Breach(f"{name} is not as it was once it is no longer set aside", at_fault)


def _shown(planned: Plan, action: Action) -> list[tuple[UUID, str]]:
    """Return the actions and cautions that a plan shows about the act of an action."""
    key = key_of(action)
    return [(entry.uid, entry.status) for entry in _entries(planned) if key_of(entry) == key]


def _shown_besides(planned: Plan, action: Action) -> list[tuple[UUID, str]]:
    """Return the actions and cautions that a plan shows about all other acts."""
    key = key_of(action)
    return [(entry.uid, entry.status) for entry in _entries(planned) if key_of(entry) != key]


def _entries(planned: Plan) -> list[Action | Caution]:
    actions = [action for action in planned.actions if STATUSES[action.status].shown]
    return [*actions, *planned.cautions]
