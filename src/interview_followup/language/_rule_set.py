"""A rule set: rules in the order in which they are read; their order changes no result."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import time
from types import MappingProxyType
from typing import Any

from attrs import field, frozen

from interview_followup._errors import InvalidInput, Problem, Shown, invalid, near, near_name
from interview_followup.language._expression import Expression, Fact, Parameter
from interview_followup.language._expressions import KINDS
from interview_followup.language._rule import Rule
from interview_followup.language._source import Source
from interview_followup.language._subject import Per


def _rules(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    if not isinstance(rules, Iterable):
        raise invalid("rules", f"{rules!r} is not a list", "put the rules in a list")
    return tuple(rules)


@frozen
class RuleSet(Shown):
    """An immutable set of rules, with one rule of each name.

    All rules on one act are per the same kind of subject. `told` are the facts that a search may
    say in its `facts`, by name, as in `application.task_due`.

    Raises:
        InvalidInput: Two rules share a name, or an act, but not the kind of subject.
    """

    rules: tuple[Rule, ...] = field(converter=_rules)
    acts: Mapping[str, tuple[Rule, ...]] = field(init=False, eq=False)
    told: Mapping[str, Expression[Any]] = field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        if problems := list(_problems(self.rules)) or [*_unheard(self.rules), *_mixed(self.rules)]:
            raise InvalidInput(problems)
        acts: dict[str, list[Rule]] = {}
        for rule in sorted(self.rules, key=_leading):
            acts.setdefault(rule.act, []).append(rule)
        grouped = {act: tuple(rules) for act, rules in acts.items()}
        object.__setattr__(self, "acts", MappingProxyType(grouped))
        told = {node.leaf.name: node for rule in self.rules for node in _told(rule)}
        object.__setattr__(self, "told", MappingProxyType(told))

    def __reduce__(self) -> tuple[Any, ...]:
        return RuleSet, (self.rules,)

    def __iter__(self) -> Iterator[Rule]:
        return iter(self.rules)

    def __len__(self) -> int:
        return len(self.rules)

    def __getitem__(self, name: str) -> Rule:
        """Return the rule of that name.

        Raises:
            InvalidInput: There is none.
        """
        return self.rules[self._index(name)]

    def __repr__(self) -> str:
        return f"<RuleSet: {', '.join(rule.name for rule in self)}>"

    def per(self, act: str) -> Per:
        """Return the kind of subject that an act is about.

        Raises:
            InvalidInput: No rule knows the act.
        """
        if not isinstance(act, str) or act not in self.acts:
            raise invalid("act", f"no rule knows {act!r}", near(str(act), self.acts))
        return self.acts[act][0].per

    def told_of(self, about: str) -> dict[str, Expression[Any]]:
        """Return what the `facts` of a search, an application, ... may say, by name there."""
        nodes = self.told.values()
        return {node.leaf.told: node for node in nodes if node.leaf.name.startswith(f"{about}.")}

    def with_(self, *rules: Rule) -> RuleSet:
        """Return the set with more rules at its end."""
        return RuleSet((*self.rules, *rules))

    def without(self, *names: str) -> RuleSet:
        """Return the set without the rules of those names."""
        gone = {self._index(name) for name in names}
        return RuleSet(rule for index, rule in enumerate(self.rules) if index not in gone)

    def replacing(self, *rules: Rule) -> RuleSet:
        """Return the set with rules in the places of those of the same names."""
        for rule in rules:
            if not isinstance(rule, Rule):
                raise invalid("rules", f"{rule!r} is not a rule", "build it with Rule(...)")
        names = [rule.name for rule in rules]
        for name in names:
            if names.count(name) > 1:
                raise invalid("rules", f"{name!r} is given twice", "leave out one of the two")
        kept = list(self.rules)
        for rule in rules:
            kept[self._index(rule.name)] = rule
        return RuleSet(kept)

    def tuned(self, values: Mapping[str, Any]) -> RuleSet:
        """Return the set with other numbers, each named `rule.parameter`.

        Raises:
            InvalidInput: A name matches nothing, or a value is of another kind.
        """
        if not isinstance(values, Mapping):
            raise invalid("tuned", f"{values!r} is no mapping", "give {'rule.parameter': value}")
        changes: dict[str, list[Parameter]] = {}
        problems: list[Problem] = []
        known = {f"{rule.name}.{each.name}": each for rule in self for each in rule.parameters}
        for name, given in values.items():
            value = _read_clock(given)
            if name not in known:
                mend = near(str(name), known)
                problems.append(Problem(str(name), "no parameter has that name", mend))
            elif not _alike(value, known[name].value):
                message = f"{value!r} does not fit in place of {known[name]}"
                mend = f"give {KINDS[type(known[name].value)]}"
                problems.append(Problem(name, message, mend))
            else:
                source = Source(f"tuned from {known[name]}: {known[name].source}")
                change = known[name]._replace(value=value, source=source)
                changes.setdefault(name.partition(".")[0], []).append(change)
        tuned = []
        for rule in self.rules:
            try:
                tuned.append(rule.tuned(changes.get(rule.name, ())))
            except InvalidInput as error:
                problems += [problem.within(rule.name) for problem in error.problems]
        if problems:
            raise InvalidInput(problems)
        return RuleSet(tuned)

    def _index(self, name: str) -> int:
        names = [rule.name for rule in self.rules]
        if name not in names:
            raise invalid("rules", f"no rule is called {name!r}", near(str(name), names))
        return names.index(name)


def rule_set(rules: object) -> RuleSet:
    """Return an argument that is a rule set.

    Raises:
        InvalidInput: It is none.
    """
    if not isinstance(rules, RuleSet):
        raise invalid("rules", f"{rules!r} is not a rule set", "build it with RuleSet([...])")
    return rules


def _read_clock(value: Any) -> Any:
    """Return a text such as `14:00` as a time of day, and anything else as it is."""
    with suppress(ValueError, TypeError):
        return time.fromisoformat(value)
    return value


def _alike(value: object, default: object) -> bool:
    """Tell whether a value may stand for a default: of one kind, no time with a zone, no zero."""
    if isinstance(value, int) and value < 1:
        return False
    return type(value) is type(default) and getattr(value, "tzinfo", None) is None


def _leading(rule: Rule) -> tuple[bool, bool, str]:
    """Return the key that puts first the rule that gives an act its text and its channel."""
    return rule.is_guard, rule.name != rule.act, rule.name


def _problems(rules: tuple[Any, ...]) -> Iterator[Problem]:
    names: set[str] = set()
    pers: dict[str, Rule] = {}
    for index, rule in enumerate(rules):
        place = f"rules[{index}]"
        if not isinstance(rule, Rule):
            yield Problem(place, f"{rule!r} is not a rule", "build it with Rule(...)")
            continue
        if rule.name in names:
            mend = "use replacing(), or give it a name of its own"
            yield Problem(place, f"a rule called {rule.name!r} is there already", mend)
        names.add(rule.name)
        first = pers.setdefault(rule.act, rule)
        if first.per != rule.per:
            message = f"{rule.name!r} is per {rule.per}, but {first.name!r} on the same act is not"
            yield Problem(
                place, message, f"make both per {first.per}, or give it an act of its own"
            )


def _unheard(rules: tuple[Rule, ...]) -> Iterator[Problem]:
    """Yield the acts that a rule asks about in vain: misspelt, or of another kind of subject."""
    pers = {rule.act: rule.per for rule in rules}
    for rule in rules:
        for act in sorted({fact.act for fact in rule.facts if fact.act is not None}):
            if pers.get(act, rule.per) != rule.per:
                message = f"asks whether {act!r} is done per {rule.per}, but it is per {pers[act]}"
                yield Problem(rule.name, message, f"make the rule per {pers[act]}")
            elif act not in pers and (meant := near_name(act, pers, 0.8)):
                message = f"asks whether {act!r} is done, which no rule knows"
                yield Problem(rule.name, message, f"did you mean {meant!r}?")


def _told(rule: Rule) -> Iterator[Expression[Any]]:
    for node in rule.nodes:
        if isinstance(node.leaf, Fact) and node.leaf.told is not None:
            yield node


def _mixed(rules: tuple[Rule, ...]) -> Iterator[Problem]:
    """Yield the facts of one name that two rules take for different kinds of value."""
    kinds: dict[str, type] = {}
    for rule in rules:
        for node in _told(rule):
            kind, name = type(node), node.leaf.name
            if kinds.setdefault(name, kind) is not kind:
                was, found = kinds[name].__name__.lower(), kind.__name__.lower()
                message = f"takes {name} for a {found}, which is taken for a {was} as well"
                yield Problem(rule.name, message, "make it one fact, or give it another name")
                kinds[name] = kind
