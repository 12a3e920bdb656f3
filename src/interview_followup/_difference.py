"""What changed from one plan to another, and which facts made it so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Literal, NamedTuple, TypeAlias
from zoneinfo import ZoneInfo

from attrs import frozen

from interview_followup import _clock
from interview_followup._errors import Shown, invalid, shown
from interview_followup._node import Expression, Fact, nodes
from interview_followup._plan import Action, Caution, Plan
from interview_followup._rule import DATED
from interview_followup._rule_set import RuleSet, rule_set
from interview_followup._schedule import UNSEEN, Status
from interview_followup._subject import Subject, subjects
from interview_followup._values import NOT_YET, Unknown
from interview_followup._words import value_words
from interview_followup.advice import CV_LIBRARY

Told: TypeAlias = Action | Caution
Kind: TypeAlias = Literal["appeared", "went", "moved"]


class ChangedFact(NamedTuple):
    """A fact that a rule uses and that has another value now; None where it has, or had, none."""

    name: str
    label: str
    before: Any
    after: Any


@frozen(kw_only=True)
class Change(Shown):
    """An action or a caution that appeared, went or moved, and the facts that changed meanwhile.

    `before` and `after` are how the two plans have it, None where a plan does not show it. `status`
    is that of the act for the same subject in the later plan: `done` if it was done since, None if
    no rule speaks of it.
    """

    kind: Kind
    before: Told | None
    after: Told | None
    status: Status | None
    because: tuple[ChangedFact, ...]

    @property
    def told(self) -> Told:
        """The action or the caution, as the later plan has it if it does."""
        found = self.after or self.before
        assert found is not None
        return found

    def __str__(self) -> str:
        return _words(self)

    def __repr__(self) -> str:
        return f"<Change: {self}>"


@frozen(kw_only=True)
class Difference(Shown):
    """What appeared, went and moved from one plan to another; it is true if anything did.

    What is done, set aside, over or silent does not show in a plan. The same `uid` is the same
    action or caution.
    """

    appeared: tuple[Change, ...]
    went: tuple[Change, ...]
    moved: tuple[Change, ...]

    def __iter__(self) -> Iterator[Change]:
        return iter((*self.appeared, *self.went, *self.moved))

    def __bool__(self) -> bool:
        return any(True for _ in self)

    def __str__(self) -> str:
        return "\n".join(map(str, self)) or "Nothing changed."

    def __repr__(self) -> str:
        counts = (len(self.appeared), len(self.went), len(self.moved))
        return "<Difference: {} appeared, {} went, {} moved>".format(*counts)


def difference(before: Plan, after: Plan, *, rules: RuleSet = CV_LIBRARY) -> Difference:
    """Return what changed from one plan to a later one, in the order of the plans.

    `rules` are those that both were made with; their facts say why something changed.

    Raises:
        InvalidInput: What is given is no plan, or no rule set.
    """
    for name, value in (("before", before), ("after", after)):
        if not isinstance(value, Plan):
            raise invalid(name, f"{shown(value)} is no plan", "give one that plan(...) returned")
    context = _Context(before, after, rule_set(rules))
    old, new = _shown(before), _shown(after)
    appeared = [context.change("appeared", None, new[uid]) for uid in new if uid not in old]
    went = [context.change("went", old[uid], None) for uid in old if uid not in new]
    both = [(old[uid], new[uid]) for uid in old if uid in new]
    moved = [context.change("moved", *pair) for pair in both if _dates(pair[0]) != _dates(pair[1])]
    return Difference(appeared=tuple(appeared), went=tuple(went), moved=tuple(moved))


def _shown(plan: Plan) -> dict[Any, Told]:
    seen = [each for each in plan.actions if each.status not in UNSEEN]
    told: tuple[Told, ...] = (*seen, *plan.cautions)
    return {each.uid: each for each in told}


def _dates(told: Told) -> tuple[Any, ...]:
    """Return what moves: the dates and, of an action, what it waits for."""
    if isinstance(told, Action):
        return told.window[:4], told.scheduled.missing, told.scheduled.conflict
    return told._since, told._until


class _Context:
    """Two plans, and the searches that they were made from as far as they can be seen."""

    def __init__(self, before: Plan, after: Plan, rules: RuleSet) -> None:
        self.rules = rules
        self.before, self.after = _subjects(before), _subjects(after)
        self.statuses = {(each.act, each.identities): each.status for each in after.actions}

    def change(self, kind: Kind, before: Told | None, after: Told | None) -> Change:
        told = after or before
        assert told is not None
        return Change(
            kind=kind,
            before=before,
            after=after,
            status=self._status(told),
            because=tuple(self._changed(told)),
        )

    def _status(self, told: Told) -> Status | None:
        """Return the status of the act now; done, if it was done since."""
        key = told.subject.identities
        old, new = self.before.get(key), self.after.get(key)
        if old and new and len(old.done(told.act)) < len(new.done(told.act)):
            return "done"
        return self.statuses.get((told.act, key))

    def _changed(self, told: Told) -> Iterator[ChangedFact]:
        """Yield the facts of the rules on an act that differ; none for a subject that is gone."""
        key = told.subject.identities
        old, new = self.before.get(key), self.after.get(key)
        if old is None or new is None:
            return
        for node in _facts(self.rules, told.act):
            before, after = node.evaluate(old), node.evaluate(new)
            if before != after:
                fact = node.leaf
                yield ChangedFact(fact.name, fact.label, _given(before), _given(after))
        if old.timezone != new.timezone:
            yield ChangedFact("subject.timezone", "the zone", old.timezone, new.timezone)
        if old.workdays != new.workdays:
            yield ChangedFact("subject.workdays", "working days", old.workdays, new.workdays)


def _subjects(plan: Plan) -> dict[Any, Subject]:
    """Return every subject of the search that a plan was made from, if anything is planned."""
    told: Iterable[Told] = (*plan.actions, *plan.cautions)
    search = next((each.subject.search for each in told), None)
    if search is None:
        return {}
    return {each.identities: each for held in subjects(search).values() for each in held}


def _facts(rules: RuleSet, act: str) -> list[Expression[Any]]:
    """Return the facts of the rules on an act, each once, by name."""
    trees = (tree for rule in rules.acts.get(act, ()) for tree in rule.trees())
    found = {node.leaf.name: node for node in nodes(trees) if isinstance(node.leaf, Fact)}
    return [found[name] for name in sorted(found)]


def _given(value: Any) -> Any:
    return None if value is NOT_YET or isinstance(value, Unknown) else value


# -- the words ------------------------------------------------------------------------------------


def _words(change: Change) -> str:
    told = change.told
    zone = _clock.zone(told.timezone)
    if change.kind == "appeared":
        words = f"New: {told}"
    elif change.kind == "went":
        words = f"Gone: {told.text} ({_now(change.status)})"
    else:
        words = f"Moved: {told.text}; {', '.join(_moves(change, zone))}"
    facts = [
        f"{each.label}: {value_words(each.after, zone)} (was {value_words(each.before, zone)})"
        for each in change.because
    ]
    return f"{words}; because {'; '.join(facts)}" if facts else words


def _now(status: Status | None) -> str:
    return f"now {status}" if status else "no rule speaks of it"


def _moves(change: Change, zone: ZoneInfo) -> Iterator[str]:
    names = ("since", "until") if isinstance(change.told, Caution) else DATED
    for name in names:
        before, after = (getattr(each, name) for each in (change.before, change.after))
        if before != after:
            yield f"{name}: {value_words(after, zone)} (was {value_words(before, zone)})"
    if isinstance(change.before, Action) and isinstance(change.after, Action):
        before, after = (each.status == "needs-fact" for each in (change.before, change.after))
        if before != after:
            yield "waits for a fact" if after else "waits for no fact any more"
