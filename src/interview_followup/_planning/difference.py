"""What changed from one plan to another, and which facts made it so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import cached_property
from typing import Any, Literal, NamedTuple, TypeAlias
from uuid import UUID
from zoneinfo import ZoneInfo

from attrs import frozen

from interview_followup import _clock
from interview_followup._displayed import Displayed
from interview_followup._errors import Shown, invalid, shown
from interview_followup._planning.cautions import Caution
from interview_followup._planning.plan import Action, Plan
from interview_followup._planning.schedule import schedule
from interview_followup._planning.scheduled import set_aside
from interview_followup._planning.status import STATUSES, Status
from interview_followup.advice import CV_LIBRARY
from interview_followup.language._expression import Expression
from interview_followup.language._fact import Fact, Route
from interview_followup.language._missing import NOT_YET, Unknown
from interview_followup.language._rule import DATED
from interview_followup.language._rule_set import RuleSet, rule_set
from interview_followup.language._subject import Aside, Subject, subjects
from interview_followup.language._words import value_words
from interview_followup.model import JobSearch
from interview_followup.model._identity import Identity

Advice: TypeAlias = Action | Caution
Key: TypeAlias = tuple[str, tuple[Identity, ...]]
ChangeKind: TypeAlias = Literal["appeared", "went", "moved", "became"]


class ChangedFact(NamedTuple):
    """A fact that a rule uses and that has another value now; None where it has, or had, none."""

    name: str
    label: str
    before: Any
    after: Any


@frozen(kw_only=True)
class Change(Shown):
    """An action or a caution that changed, how, and which facts changed meanwhile.

    `before` and `after` are how the two plans have it, None where a plan does not show it. `status`
    is that of the act for the same subject in the later plan: `done` if it was done since, None if
    no rule speaks of it.
    """

    kind: ChangeKind
    before: Advice | None
    after: Advice | None
    status: Status | None
    because: tuple[ChangedFact, ...]

    @property
    def advice(self) -> Advice:
        """The action or the caution, as the later plan has it if it does."""
        advice = self.after or self.before
        assert advice is not None
        return advice

    def __str__(self) -> str:
        return _words(self)

    def __repr__(self) -> str:
        return f"<Change: {self}>"


@frozen(kw_only=True)
class Difference(Displayed):
    """What changed from one plan to another; it is true if anything did.

    Actions and cautions `appeared`, `went` or `moved` to other dates; an action `became` open, say,
    without having moved. What is done, set aside, over or silent does not show in a plan. The same
    `uid` is the same action or caution.
    """

    appeared: tuple[Change, ...]
    went: tuple[Change, ...]
    moved: tuple[Change, ...]
    became: tuple[Change, ...]

    def __iter__(self) -> Iterator[Change]:
        return iter((*self.appeared, *self.went, *self.moved, *self.became))

    def __bool__(self) -> bool:
        return any(True for _ in self)

    def __str__(self) -> str:
        return "\n".join(map(str, self)) or "Nothing changed."

    def __repr__(self) -> str:
        counts = (len(self.appeared), len(self.went), len(self.moved), len(self.became))
        return "<Difference: {} appeared, {} went, {} moved, {} became other>".format(*counts)


def difference(before: Plan, after: Plan, *, rules: RuleSet = CV_LIBRARY) -> Difference:
    """Return what changed from one plan to a later one, in the order of the plans.

    `rules` are those that both were made with; their facts say why something changed.

    Raises:
        InvalidInput: What is given is no plan, or no rule set.
    """
    for name, value in (("before", before), ("after", after)):
        if not isinstance(value, Plan):
            raise invalid(name, f"{shown(value)} is no plan", "give one that plan(...) returned")
    old, new = _visible(before), _visible(after)
    both = [(old[uid], new[uid]) for uid in old if uid in new]
    kinds: dict[ChangeKind, list[tuple[Advice | None, Advice | None]]] = {
        "appeared": [(None, new[uid]) for uid in new if uid not in old],
        "went": [(old[uid], None) for uid in old if uid not in new],
        "moved": [(one, other) for one, other in both if _dates(one) != _dates(other)],
        "became": [
            (one, other)
            for one, other in both
            if _dates(one) == _dates(other) and _manner(one) != _manner(other)
        ],
    }
    comparison = _Comparison(before, after, rule_set(rules))
    return Difference(
        **{
            kind: tuple([comparison.change(kind, *pair) for pair in pairs])
            for kind, pairs in kinds.items()
        }
    )


def _visible(plan: Plan) -> dict[UUID, Advice]:
    """Return what people are told of in a plan, by its uid."""
    actions = [action for action in plan.actions if STATUSES[action.status].shown]
    visible: tuple[Advice, ...] = (*actions, *plan.cautions)
    return {advice.uid: advice for advice in visible}


def _dates(advice: Advice) -> tuple[datetime | None, ...]:
    if isinstance(advice, Action):
        return advice.window[:4]
    return advice.since_utc, advice.until_utc


def _manner(advice: Advice) -> tuple[str | None, ...]:
    """Return what else may change: the status of an act, its text, and how it is done."""
    route = (advice.channel, advice.to) if isinstance(advice, Action) else ()
    return advice.status, advice.text, *route


class _Comparison:
    """Two plans, and the searches that they were made from as far as they can be seen."""

    def __init__(self, before: Plan, after: Plan, rules: RuleSet) -> None:
        self.rules = rules
        self.before, self.after = _subjects(before), _subjects(after)
        self.now = after.now_utc
        self.search = _search(after)

    def change(self, kind: ChangeKind, before: Advice | None, after: Advice | None) -> Change:
        advice = after or before
        assert advice is not None
        return Change(
            kind=kind,
            before=before,
            after=after,
            status=after.status if isinstance(after, Action) else self._status(advice),
            because=tuple(self._changed_facts(advice)),
        )

    def _status(self, advice: Advice) -> Status | None:
        """Return the status of the act now; done, if it was done since."""
        key = advice.subject.identities
        old, new = self.before.get(key), self.after.get(key)
        if old and new and len(old.done(advice.act)) < len(new.done(advice.act)):
            return "done"
        return self.statuses.get((advice.act, key))

    @cached_property
    def statuses(self) -> dict[Key, Status]:
        """The status of every act that the rules know, guards included, in the later plan."""
        if self.search is None:
            return {}
        return {
            (scheduled.act, scheduled.identities): scheduled.status(self.now)[0]
            for scheduled in schedule(self.search, rules=self.rules)
        }

    def _changed_facts(self, advice: Advice) -> Iterator[ChangedFact]:
        """Yield the facts of the rules on an act that differ; none for a subject that is gone."""
        key = advice.subject.identities
        old, new = self.before.get(key), self.after.get(key)
        if old is None or new is None:
            return
        for node in _facts(self.rules, advice.act):
            before, after = (_value(node.evaluate(subject)) for subject in (old, new))
            if before != after:
                yield ChangedFact(node.leaf.name, node.leaf.label, before, after)
        if old.timezone != new.timezone:
            yield ChangedFact("subject.timezone", "the zone", old.timezone, new.timezone)
        rules = self.rules.acts.get(advice.act, ())
        aside = [_set_aside(set_aside(advice.act, rules, subject)) for subject in (old, new)]
        if aside[0] != aside[1]:
            yield ChangedFact("subject.set_aside", "set aside", *aside)
        if old.workdays != new.workdays:
            yield ChangedFact("subject.workdays", "working days", old.workdays, new.workdays)


def _search(plan: Plan) -> JobSearch | None:
    """Return the search that a plan was made from, if anything is planned."""
    every: Iterable[Advice] = (*plan.actions, *plan.cautions)
    return next((advice.subject.search for advice in every), None)


def _subjects(plan: Plan) -> dict[tuple[Identity, ...], Subject]:
    search = _search(plan)
    groups = {} if search is None else subjects(search)
    return {subject.identities: subject for group in groups.values() for subject in group}


def _set_aside(aside: Aside | None) -> datetime | str | None:
    return None if aside is None else aside.until or "for good"


def _facts(rules: RuleSet, act: str) -> list[Expression[Any]]:
    """Return the facts of the rules on an act, each once, by name."""
    nodes = (node for rule in rules.acts.get(act, ()) for node in rule.nodes)
    facts = {node.leaf.name: node for node in nodes if isinstance(node.leaf, Fact)}
    return [facts[name] for name in sorted(facts)]


def _value(value: Any) -> Any:
    """Return a value as it counts; of a route that is where it leads, not what would tell it."""
    if isinstance(value, Route):
        return Route(value.channel, value.to)
    return None if value is NOT_YET or isinstance(value, Unknown) else value


# -- the words ------------------------------------------------------------------------------------


def _words(change: Change) -> str:
    advice = change.advice
    zone = _clock.zone(advice.timezone)
    if change.kind == "appeared":
        words = f"New: {advice}"
    elif change.kind == "went":
        now = f"now {change.status}" if change.status else "no rule speaks of it"
        words = f"Gone: {advice.text} ({now})"
    elif change.kind == "became":
        words = f"Now {advice.status}: {advice.text}{_route(advice)}"
    else:
        words = f"Moved: {advice.text}; {', '.join(moves(change, zone))}"
    facts = "; ".join(because(change, zone))
    return f"{words}; because {facts}" if facts else words


def _route(advice: Advice) -> str:
    return f" ({advice.channel} to {advice.to})" if isinstance(advice, Action) and advice.to else ""


def because(change: Change, zone: ZoneInfo) -> Iterator[str]:
    """Yield the facts that changed meanwhile, as they are and as they were."""
    for fact in change.because:
        after, before = value_words(fact.after, zone), value_words(fact.before, zone)
        yield f"{fact.label}: {after} (was {before})"


def moves(change: Change, zone: ZoneInfo) -> Iterator[str]:
    """Yield the dates of what moved, as they are and as they were."""
    names = ("since", "until") if isinstance(change.advice, Caution) else DATED
    for name in names:
        before, after = (getattr(advice, name) for advice in (change.before, change.after))
        if before != after:
            yield f"{name}: {value_words(after, zone)} (was {value_words(before, zone)})"
