"""The path ahead, if every act is done at its best and nobody answers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from heapq import heappop, heappush
from itertools import count
from typing import NamedTuple, TypeAlias
from uuid import UUID

from attrs import evolve

from interview_followup._errors import InvalidInput, Problem, gathered
from interview_followup._planning.plan import Action, Caution, Plan, by_since, dated, plan
from interview_followup._planning.schedule import Scheduled, items_of
from interview_followup.advice import CV_LIBRARY
from interview_followup.language._expression import Fact
from interview_followup.language._facts import is_shipped
from interview_followup.language._rule_set import RuleSet, rule_set
from interview_followup.language._subject import subjects, subjects_at, whole
from interview_followup.model._fields import moment
from interview_followup.model._model import Application, Identity, Interview, JobSearch, as_search

Key: TypeAlias = tuple[str, tuple[Identity, ...]]
Part: TypeAlias = Identity | None
Ahead: TypeAlias = tuple[datetime, datetime, int, int, Part, Scheduled]


def forecast(
    known: JobSearch | Application | Interview,
    *,
    now: datetime,
    horizon: datetime,
    rules: RuleSet = CV_LIBRARY,
) -> Plan:
    """Return the acts that the rules will ask for before `horizon`, in the order of their times.

    Each is done at the later of its best moment and `now`, interviews are held as they are booked,
    and nobody answers. An action is as `plan` has it at the moment when it is done, its `at`;
    `until` is the horizon. Cautions are those of the whole path, questions those of now. `now` and
    `horizon` are any aware times.

    Raises:
        InvalidInput: One of them is naive or not between 1970 and 2200, or `horizon` before `now`.
    """
    search, rules = as_search(known), rule_set(rules)
    start, end = _span(now, horizon)
    path = _Path(search, rules, start, end)
    actions = tuple(path.actions())
    return Plan(
        now_utc=start,
        until_utc=end,
        timezone=search.timezone,
        actions=actions,
        cautions=tuple(sorted(path.cautions.values(), key=by_since)),
        questions=plan(search, now=start, rules=rules).questions,
    )


def _span(now: datetime, horizon: datetime) -> tuple[datetime, datetime]:
    problems: list[Problem] = []
    with gathered(problems):
        start = moment("now", now)
    with gathered(problems):
        end = moment("horizon", horizon)
    if not problems and end < start:
        problems.append(Problem("horizon", "is before now", "give a later time"))
    if problems:
        raise InvalidInput(problems)
    return start, end


class Planned(NamedTuple):
    """What was planned of a part of a search, at which turn and from when on."""

    turn: int
    since: datetime
    items: list[Scheduled]


class _Path:
    """The way from now to a horizon, along which only what an act may change is planned again.

    That is the application that the act belongs to, or else the search itself: no shipped fact
    looks at what was done elsewhere. With facts of somebody's own everything may change.
    """

    def __init__(self, search: JobSearch, rules: RuleSet, start: datetime, end: datetime) -> None:
        self.root, self.rules, self.reached, self.end = whole(search), rules, start, end
        self.cautions: dict[UUID, Caution] = {}
        self._done: dict[Key, datetime] = {}
        self._parts: dict[Part, Planned] = {}
        self._ahead: list[Ahead] = []
        self._turns = count()
        self._is_local = all(_is_local(fact) for rule in rules for fact in rule.facts)

    def actions(self) -> Iterator[Action]:
        """Yield the actions in the order in which they are done."""
        for part in self._every_part():
            self._read(part)
        while self._ahead:
            due, _, _, turn, part, item = heappop(self._ahead)
            if turn == self._parts[part].turn:
                yield self._act(item, part, due)
        self.reached = self.end
        for part in self._parts:
            self._warn(part)

    def _every_part(self) -> Iterator[Part]:
        yield None
        if self._is_local:
            yield from (each.identity for each in self.root.search.applications)

    def _read(self, part: Part) -> None:
        """Plan a part of the search from the moment reached."""
        root = self.root
        held = subjects_at(root, part) if self._is_local else subjects(root.search)
        found = list(items_of(held, self.rules))
        turn = next(self._turns)
        self._parts[part] = Planned(turn, self.reached, found)
        for item in found:
            due = _due(item, self.reached, self._done.get((item.act, item.identities)))
            if due is not None and due < self.end:
                # Of several that are due at one moment, the first is the one that was best first.
                heappush(
                    self._ahead, (due, item.window.best or due, item.uid.int, turn, part, item)
                )

    def _act(self, item: Scheduled, part: Part, due: datetime) -> Action:
        """Do an act at a moment, and plan again what that may change."""
        self.reached = due
        self._warn(part)
        search = self.root.search
        item = evolve(item, subject=self.root.found(*item.identities))
        status, until = item.status(due)
        self._done[item.act, item.identities] = due
        # What is done changes no zone.
        self.root = evolve(self.root, search=search.record(item, at=due))
        self._read(part)
        return Action(
            scheduled=item,
            status=status,
            until_utc=until,
            timezone=search.timezone,
            now_utc=due,
            at_utc=due,
        )

    def _warn(self, part: Part) -> None:
        """Keep the cautions that were shown since a part was planned, until the moment reached."""
        _, since, found = self._parts[part]
        for item in found:
            for each in item.cautions:
                begins, ends = each.since or since, each.until or self.reached
                if max(begins, since) < min(ends, self.reached):
                    shown = dated(item, each, self.root.search.timezone)
                    self.cautions[shown.uid] = shown


def _is_local(fact: Fact) -> bool:
    """Tell whether nothing but what is done for a subject itself can change a fact about it."""
    plain = fact.zone is None and (fact.act is not None or fact.told is not None)
    return plain or is_shipped(fact)


def _due(item: Scheduled, reached: datetime, last: datetime | None) -> datetime | None:
    """Return when an act is done, from a moment on, if ever; once more only for a later best."""
    best = item.window.best
    if item.is_guard or best is None or (last is not None and best <= last):
        return None
    moment: datetime | None = max(best, reached)
    while moment is not None:
        status, until = item.status(moment)
        if status in ("open", "late"):
            return moment
        moment = until
    return None
