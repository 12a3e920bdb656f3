"""How two plans compare: what changed, and which facts made it so.

Either may be the dictionary of a plan. What both have is compared as `advice`; what only a plan
knows, its facts and the status of every act, is left out where there is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from functools import cached_property
from typing import Any, TypeAlias, get_args
from uuid import UUID

from interview_followup._errors import InvalidInput, Problem, gathered, invalid, shown
from interview_followup._planning.advice import About, Advice, advice_in
from interview_followup._planning.changes import Change, ChangedFact, ChangeKind, Difference
from interview_followup._planning.plan import Plan, search_of
from interview_followup._planning.schedule import schedule
from interview_followup._planning.scheduled import set_aside
from interview_followup._planning.status import STATUSES, Status
from interview_followup._planning.stored_plan import stored_advice
from interview_followup._planning.uid import uid_of
from interview_followup.advice import CV_LIBRARY
from interview_followup.language._expression import Expression
from interview_followup.language._fact import Fact, Route
from interview_followup.language._missing import NOT_YET, Unknown
from interview_followup.language._rule_set import RuleSet, rule_set
from interview_followup.language._subject import Aside, Keys, Subject, subjects
from interview_followup.model._identity import Identities

Lineage: TypeAlias = tuple[Identities, int]
"""A subject, and how often an act was done for it."""
Named: TypeAlias = tuple[str, About, Keys]


def difference(
    before: Plan | Mapping[str, Any],
    after: Plan | Mapping[str, Any],
    *,
    rules: RuleSet = CV_LIBRARY,
) -> Difference:
    """Return what changed from one plan to a later one, in the order of the plans.

    Each is a plan, or what `to_dict` gave of one, also after a trip through JSON. `rules` are those
    that both were made with; their facts say why something changed, where both are plans: a
    dictionary holds none.

    >>> meeting = Interview(starts=date(2026, 11, 24), timezone="Europe/London")
    >>> told = Application(interviews=[meeting], promise=Promise(by=date(2026, 12, 2)))
    >>> before, after = (plan(known, now=date(2026, 11, 25)) for known in (meeting, told))
    >>> [(change.kind, change.advice.act) for change in difference(before, after)]
    [('went', 'ask-when-you-will-hear'), ('moved', 'chase'), ('moved', 'chase')]

    Raises:
        InvalidInput: What is given is no plan, no dictionary of one, or no rule set.
    """
    earlier, later = _sides(before, after)
    comparison = _Comparison(earlier, later, rule_set(rules))
    changes: dict[ChangeKind, list[Change]] = {kind: [] for kind in get_args(ChangeKind)}
    for kind, old, new in _pairs(earlier.advice, later.advice):
        changes[kind].append(comparison.change(kind, old, new))
    return Difference(**{kind: tuple(changed) for kind, changed in changes.items()})


def _sides(before: object, after: object) -> list[Side]:
    """Return what is compared, or refuse all of it that is neither a plan nor one kept."""
    problems: list[Problem] = []
    sides: list[Side] = []
    for name, value in (("before", before), ("after", after)):
        with gathered(problems):
            sides.append(_side(name, value))
    if problems:
        raise InvalidInput(problems)
    return sides


def _pairs(
    old: Mapping[UUID, Advice], new: Mapping[UUID, Advice]
) -> Iterator[tuple[ChangeKind, Advice | None, Advice | None]]:
    """Yield what changed of the advice of two plans, each with what became of it."""
    for uid, advice in new.items():
        if uid not in old:
            yield "appeared", None, advice
    for uid, advice in old.items():
        if uid not in new:
            yield "went", advice, None
        elif advice.dates != new[uid].dates:
            yield "moved", advice, new[uid]
        elif advice.manner != new[uid].manner:
            yield "became", advice, new[uid]


class _Stored:
    """What the dictionary of a plan says."""

    def __init__(self, advice: dict[UUID, Advice]) -> None:
        self.advice = advice

    @cached_property
    def actions(self) -> dict[Named, Advice]:
        """The actions by their act, and by what their subject goes by."""
        return {
            _named(advice): advice for advice in self.advice.values() if advice.kind == "action"
        }


class _Planned(_Stored):
    """What a plan says, and the search that it was made from, as far as it can be seen."""

    def __init__(self, plan: Plan) -> None:
        pairs = advice_in(plan)
        super().__init__({uid: advice for uid, (advice, _) in pairs.items()})
        self.subject_of = {uid: subject for uid, (_, subject) in pairs.items()}
        self.now, self.search = plan.now_utc, search_of(plan)

    @cached_property
    def subjects(self) -> dict[Identities, Subject]:
        groups = {} if self.search is None else subjects(self.search)
        return {subject.identities: subject for group in groups.values() for subject in group}


Side: TypeAlias = _Stored | _Planned


def _side(name: str, value: Any) -> Side:
    if isinstance(value, Plan):
        return _Planned(value)
    if isinstance(value, Mapping):
        return _Stored(stored_advice(name, value))
    mend = "give one that plan(...) returned, or to_dict of one"
    raise invalid(name, f"{shown(value)} is no plan", mend)


def _named(advice: Advice) -> Named:
    return advice.act, advice.about, advice.keys


class _Comparison:
    """Two plans, or dictionaries of them, and what is known of the later one."""

    def __init__(self, before: Side, after: Side, rules: RuleSet) -> None:
        self.before, self.after, self.rules = before, after, rules
        self._lineages: dict[str, dict[UUID, Lineage]] = {}

    def change(self, kind: ChangeKind, before: Advice | None, after: Advice | None) -> Change:
        advice = after or before
        assert advice is not None
        return Change(
            kind=kind,
            before=before,
            after=after,
            status=after.status if after and after.kind == "action" else self._status(advice),
            because=tuple(self._changed_facts(advice)),
        )

    def _status(self, advice: Advice) -> Status | None:
        """Return the status of the act now, if it is known; done, if it was done since."""
        if not isinstance(self.after, _Planned):
            return self._stored_status(advice)
        lineage = self._lineage(advice, self.after)
        if lineage is None:
            is_another = self.after.search and self.after.search.key != advice.keys.search
            return None if is_another else "silent"
        key, times_done = lineage
        subject = self.after.subjects.get(key)
        if subject and times_done < len(subject.done(advice.act)):
            return "done"
        return self.statuses.get((advice.act, key), "silent")

    def _stored_status(self, advice: Advice) -> Status | None:
        """Return what a dictionary says of the act: nothing, where it is not shown any more.

        Nor where it is shown under another uid: it was done since, or that was taken back.
        """
        old, new = (side.actions.get(_named(advice)) for side in (self.before, self.after))
        return None if new is None or (old and old.uid != new.uid) else new.status

    def _lineage(self, advice: Advice, after: _Planned) -> Lineage | None:
        """Return the subject of an advice, and how often its act was done when it was given."""
        if isinstance(self.before, _Planned) and advice.uid in self.before.advice:
            subject = self.before.subject_of[advice.uid]
            return subject.identities, len(subject.done(advice.act))
        if advice.act not in self._lineages:
            self._lineages[advice.act] = dict(_lineages(advice.act, after.subjects.values()))
        return self._lineages[advice.act].get(advice.uid)

    @cached_property
    def statuses(self) -> dict[tuple[str, Identities], Status]:
        """The status of every act that the rules know, guards included, in the later plan."""
        after = self.after
        if not isinstance(after, _Planned) or after.search is None:
            return {}
        return {
            (scheduled.act, scheduled.identities): scheduled.status(after.now)[0]
            for scheduled in schedule(after.search, rules=self.rules)
        }

    def _changed_facts(self, advice: Advice) -> Iterator[ChangedFact]:
        """Yield the facts of the rules on an act that differ; none for a subject that is gone."""
        if not (isinstance(self.before, _Planned) and isinstance(self.after, _Planned)):
            return
        subject_of = self.after.subject_of | self.before.subject_of
        key = subject_of[advice.uid].identities
        old, new = self.before.subjects.get(key), self.after.subjects.get(key)
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


def _lineages(act: str, subjects: Iterable[Subject]) -> Iterator[tuple[UUID, Lineage]]:
    """Yield every uid that advice on an act may have had, with its subject and how often was done.

    One record more than there is now may have been taken back since.
    """
    kinds: tuple[tuple[str, ...], ...] = ((), *[(status,) for status in STATUSES])
    for subject in subjects:
        for times_done in range(len(subject.done(act)) + 2):
            for more in kinds:
                uid = uid_of(act, subject, *more, times_done=times_done)
                yield uid, (subject.identities, times_done)


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
