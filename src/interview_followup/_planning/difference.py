"""What changed from one plan to another, and which facts made it so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import cached_property
from typing import Any, Literal, NamedTuple, TypeAlias
from zoneinfo import ZoneInfo

from attrs import frozen

from interview_followup import _clock
from interview_followup._errors import Shown, invalid, shown
from interview_followup._planning.plan import Action, Caution, Plan
from interview_followup._planning.schedule import UNSEEN, Status, items
from interview_followup.advice import CV_LIBRARY
from interview_followup.language._expression import Expression, Fact
from interview_followup.language._rule import DATED
from interview_followup.language._rule_set import RuleSet, rule_set
from interview_followup.language._subject import Subject, subjects
from interview_followup.language._values import NOT_YET, Unknown
from interview_followup.language._words import value_words
from interview_followup.model._model import JobSearch, SetAside

Entry: TypeAlias = Action | Caution
Kind: TypeAlias = Literal["appeared", "went", "moved", "became"]


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

    kind: Kind
    before: Entry | None
    after: Entry | None
    status: Status | None
    because: tuple[ChangedFact, ...]

    @property
    def told(self) -> Entry:
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
    context = _Context(before, after, rule_set(rules))
    old, new = _shown(before), _shown(after)
    appeared = [context.change("appeared", None, new[uid]) for uid in new if uid not in old]
    went = [context.change("went", old[uid], None) for uid in old if uid not in new]
    both = [(old[uid], new[uid]) for uid in old if uid in new]
    moved = [context.change("moved", *pair) for pair in both if _dates(pair[0]) != _dates(pair[1])]
    became = [
        context.change("became", *pair)
        for pair in both
        if _dates(pair[0]) == _dates(pair[1]) and _way(pair[0]) != _way(pair[1])
    ]
    return Difference(
        appeared=tuple(appeared), went=tuple(went), moved=tuple(moved), became=tuple(became)
    )


def _shown(plan: Plan) -> dict[Any, Entry]:
    seen = [each for each in plan.actions if each.status not in UNSEEN]
    told: tuple[Entry, ...] = (*seen, *plan.cautions)
    return {each.uid: each for each in told}


def _dates(told: Entry) -> tuple[Any, ...]:
    return told.window[:4] if isinstance(told, Action) else (told.since_utc, told.until_utc)


def _way(told: Entry) -> tuple[str | None, ...]:
    """Return what else may change: the status of an act, its text, and how it is done."""
    route = (told.channel, told.to) if isinstance(told, Action) else ()
    return told.status, told.text, *route


class _Context:
    """Two plans, and the searches that they were made from as far as they can be seen."""

    def __init__(self, before: Plan, after: Plan, rules: RuleSet) -> None:
        self.rules = rules
        self.before, self.after = _subjects(before), _subjects(after)
        self.now = after.now_utc
        self.search = _search(after)

    def change(self, kind: Kind, before: Entry | None, after: Entry | None) -> Change:
        told = after or before
        assert told is not None
        return Change(
            kind=kind,
            before=before,
            after=after,
            status=after.status if isinstance(after, Action) else self._status(told),
            because=tuple(self._changed(told)),
        )

    def _status(self, told: Entry) -> Status | None:
        """Return the status of the act now; done, if it was done since."""
        key = told.subject.identities
        old, new = self.before.get(key), self.after.get(key)
        if old and new and len(old.done(told.act)) < len(new.done(told.act)):
            return "done"
        return self.statuses.get((told.act, key))

    @cached_property
    def statuses(self) -> dict[Any, Status]:
        """The status of every act that the rules know, guards included, in the later plan."""
        if self.search is None:
            return {}
        found = items(self.search, self.rules)
        return {(each.act, each.identities): each.status(self.now)[0] for each in found}

    def _changed(self, told: Entry) -> Iterator[ChangedFact]:
        """Yield the facts of the rules on an act that differ; none for a subject that is gone."""
        key = told.subject.identities
        old, new = self.before.get(key), self.after.get(key)
        if old is None or new is None:
            return
        for node in _facts(self.rules, told.act):
            before, after = _given(node.evaluate(old)), _given(node.evaluate(new))
            if before != after:
                yield ChangedFact(node.leaf.name, node.leaf.label, before, after)
        if old.timezone != new.timezone:
            yield ChangedFact("subject.timezone", "the zone", old.timezone, new.timezone)
        asides = [_aside(each.set_aside(told.act)) for each in (old, new)]
        if asides[0] != asides[1]:
            yield ChangedFact("subject.set_aside", "set aside", *asides)
        if old.workdays != new.workdays:
            yield ChangedFact("subject.workdays", "working days", old.workdays, new.workdays)


def _search(plan: Plan) -> JobSearch | None:
    """Return the search that a plan was made from, if anything is planned."""
    told: Iterable[Entry] = (*plan.actions, *plan.cautions)
    return next((each.subject.search for each in told), None)


def _subjects(plan: Plan) -> dict[Any, Subject]:
    search = _search(plan)
    held = {} if search is None else subjects(search)
    return {each.identities: each for several in held.values() for each in several}


def _aside(found: SetAside | None) -> datetime | str | None:
    return None if found is None else found.until or "for good"


def _facts(rules: RuleSet, act: str) -> list[Expression[Any]]:
    """Return the facts of the rules on an act, each once, by name."""
    used = (node for rule in rules.acts.get(act, ()) for node in rule.nodes)
    found = {node.leaf.name: node for node in used if isinstance(node.leaf, Fact)}
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
    elif change.kind == "became":
        words = f"Now {told.status}: {told.text}{_route(told)}"
    else:
        words = f"Moved: {told.text}; {', '.join(_moves(change, zone))}"
    facts = [
        f"{each.label}: {value_words(each.after, zone)} (was {value_words(each.before, zone)})"
        for each in change.because
    ]
    return f"{words}; because {'; '.join(facts)}" if facts else words


def _route(told: Entry) -> str:
    return f" ({told.channel} to {told.to})" if isinstance(told, Action) and told.to else ""


def _now(status: Status | None) -> str:
    return f"now {status}" if status else "no rule speaks of it"


def _moves(change: Change, zone: ZoneInfo) -> Iterator[str]:
    names = ("since", "until") if isinstance(change.told, Caution) else DATED
    for name in names:
        before, after = (getattr(each, name) for each in (change.before, change.after))
        if before != after:
            yield f"{name}: {value_words(after, zone)} (was {value_words(before, zone)})"
