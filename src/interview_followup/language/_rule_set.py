"""A rule set: rules in the order in which they are read; their order changes no result."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Never

from attrs import field, frozen

from interview_followup._clock import Period, read_period
from interview_followup._displayed import Displayed
from interview_followup._errors import (
    InvalidInput,
    Problem,
    as_key,
    gathered,
    invalid,
    near,
    shown,
)
from interview_followup._near_names import near_name
from interview_followup.language._code import call
from interview_followup.language._constants import CONSTANTS, as_time
from interview_followup.language._expression import Expression, Parameter
from interview_followup.language._fact import Fact
from interview_followup.language._facts import SHIPPED
from interview_followup.language._rule import KINDS, Rule
from interview_followup.language._source import Source
from interview_followup.language._subject import Per


def _rules(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    if not isinstance(rules, Iterable):
        raise invalid("rules", f"{shown(rules)} is not a list", "put the rules in a list")
    return tuple(rules)


@frozen(repr=False)
class RuleSet(Displayed):
    """Rules that are asked together, with one of each name; a value that never changes.

    `rules | others` are the rules of both; `rules["thank-you"]` is one by its name. The rules on
    one act are all about the same kind of subject.

    >>> len(CV_LIBRARY | RuleSet([CV_LIBRARY["debrief"]])) == len(CV_LIBRARY)
    True

    Raises:
        InvalidInput: Two rules share a name, or an act, but not the kind of subject.
    """

    rules: tuple[Rule, ...] = field(default=(), converter=_rules)
    """The rules, in the order in which they are read; it changes no result."""
    acts: Mapping[str, tuple[Rule, ...]] = field(init=False, eq=False)
    """The rules on each act, by its name."""
    own_facts: Mapping[str, Expression[Any]] = field(init=False, eq=False)
    """What a search may say in its `facts`, by names such as `application.task_due`."""

    def __init__(self, rules: Iterable[Rule] = (), *more: Never) -> None:
        if more:
            count = 1 + len(more)
            raise invalid("rules", f"are {count} values, not one list", "write RuleSet([a, b])")
        self.__attrs_init__(rules)  # type: ignore[attr-defined]

    def __attrs_post_init__(self) -> None:
        problems = list(_problems(self.rules))
        if problems := problems or [
            *_asked_in_vain(self.rules),
            *_of_two_kinds(self.rules),
            *_twins(self.rules),
        ]:
            raise InvalidInput(problems)
        facts = {node.leaf.name: node for rule in self.rules for node in _own_facts(rule)}
        object.__setattr__(self, "acts", MappingProxyType(_by_act(self.rules)))
        object.__setattr__(self, "own_facts", MappingProxyType(facts))

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
        return call("RuleSet", [*self])

    def __str__(self) -> str:
        return ", ".join([rule.name for rule in self])

    def per(self, act: str) -> Per:
        """Return the kind of subject that an act is about: `person`, say.

        Raises:
            InvalidInput: No rule knows the act.
        """
        if not isinstance(act, str) or act not in self.acts:
            raise invalid("act", f"no rule knows {shown(act)}", near(act, self.acts))
        return self.acts[act][0].per

    def own_facts_of(self, per: str) -> dict[str, Expression[Any]]:
        """Return what the `facts` of one kind of subject may say, by the names there."""
        facts = [node for node in self.own_facts.values() if node.leaf.per == per]
        return {node.leaf.own: node for node in facts}

    def with_(self, *rules: Rule) -> RuleSet:
        """Return the set with more rules at its end.

        Raises:
            InvalidInput: One is no rule, or does not go with the others, as in a new set.
        """
        return RuleSet((*self.rules, *rules))

    def without(self, *names: str) -> RuleSet:
        """Return the set without the rules of these names.

        Raises:
            InvalidInput: There is no such rule.
        """
        removed = {self._index(name) for name in names}
        return RuleSet(rule for index, rule in enumerate(self.rules) if index not in removed)

    def replacing(self, *rules: Rule) -> RuleSet:
        """Return the set with rules in the places of those of the same names.

        Raises:
            InvalidInput: One is no rule, is given twice, or takes no other's place.
        """
        for rule in rules:
            if not isinstance(rule, Rule):
                raise invalid("rules", f"{shown(rule)} is not a rule", "build it with Rule(...)")
        names = [rule.name for rule in rules]
        for name in names:
            if names.count(name) > 1:
                raise invalid("rules", f"{shown(name)} is given twice", "leave out one of the two")
        kept = list(self.rules)
        for rule in rules:
            kept[self._index(rule.name)] = rule
        return RuleSet(kept)

    def __or__(self, other: RuleSet) -> RuleSet:
        """Return the rules of both; of two of one name it is the right one.

        A veto of either silences its act, whatever the other advises.

        Raises:
            InvalidInput: One is no rule set, or an act is not per one kind of subject in both.
        """
        rules = {rule.name: rule for rule in (*self, *rule_set(other))}
        return RuleSet(rules.values())

    def __ror__(self, other: object) -> RuleSet:
        return rule_set(other)  # Which refuses it: of two sets the left one is asked.

    def tuned(self, values: Mapping[str, object], *, source: Source | None = None) -> RuleSet:
        """Return the set with other numbers, each named `rule.parameter`.

        A period and a time of day may be given as texts: `10 days`, `08:30`. A number that several
        rules use is one, and is tuned in all of them under any of its names.
        `source` is where the new numbers come from; without it, the new one says which number it
        takes the place of.

        >>> patient = CV_LIBRARY.tuned({"chase.wait": days(10)}, source=Source("My aunt"))
        >>> [str(number) for number in patient["chase"].parameters if number.name == "wait"]
        ['10 days']

        Raises:
            InvalidInput: A name matches nothing, a value is of another kind, or `source` is none;
                with every problem.
        """
        if source is not None and not isinstance(source, Source):
            raise invalid("source", f"{shown(source)} is not a source", "give a Source(...)")
        if not isinstance(values, Mapping):
            raise invalid(
                "tuned", f"{shown(values)} is no mapping", "give {'rule.parameter': value}"
            )
        problems: list[Problem] = []
        changes: dict[Parameter, Parameter] = {}
        known = {
            f"{rule.name}.{number.name}": number for rule in self for number in rule.parameters
        }
        for name, value in values.items():
            with gathered(problems):
                changed = _changed(name, value, known, source)
                if changes.setdefault(known[name], changed) != changed:
                    message = f"is one number with {_same_number(name, values, known)}"
                    raise invalid(name, message, "give one of the two")
        rules = list(self.rules)
        for index, rule in enumerate(rules):
            with gathered(problems):
                rules[index] = _tuned(rule, changes)
        if problems:
            raise InvalidInput(problems)
        return RuleSet(rules)

    def _index(self, name: str) -> int:
        names = [rule.name for rule in self.rules]
        if name not in names:
            raise invalid("rules", f"no rule is called {shown(name)}", near(name, names))
        return names.index(name)


def rule_set(rules: object) -> RuleSet:
    """Return an argument that is a rule set.

    Raises:
        InvalidInput: It is none.
    """
    if not isinstance(rules, RuleSet):
        raise invalid("rules", f"{shown(rules)} is not a rule set", "build it with RuleSet([...])")
    return rules


def _changed(
    name: str, given: object, known: Mapping[str, Parameter], source: Source | None
) -> Parameter:
    """Return a parameter with another value of the same kind, or refuse it."""
    if name not in known:
        raise invalid(as_key(name), "no parameter has that name", _near_number(name, known))
    parameter = known[name]
    value = _read(name, given, parameter.value)
    if not _fits(value, parameter.value):
        least = " from 1 on" if isinstance(parameter.value, int) else ""
        mend = f"give {CONSTANTS[type(parameter.value)]}{least}"
        raise invalid(name, f"{shown(value)} does not fit in place of {parameter}", mend)
    source = source or Source(f"tuned from {parameter}: {parameter.source}")
    return parameter._replace(value=value, source=source)


def _read(name: str, given: object, default: object) -> object:
    """Return what a text says in place of a period or a time of day, and anything else as it is."""
    if not (isinstance(default, Period) and isinstance(given, str)):
        return as_time(given)
    try:
        return read_period(given)
    except InvalidInput as error:
        raise InvalidInput(problem.within(name) for problem in error.problems) from None


def _near_number(name: object, known: Iterable[str]) -> str:
    """Return the mend for the name of a number, of which the rule or the parameter may be right."""
    parts = {*name.split(".")} if isinstance(name, str) else set()
    alike = [number for number in known if parts & {*number.split(".")}]
    return f"did you mean {shown(alike[0])}?" if len(alike) == 1 else near(name, alike or known)


def _fits(value: object, default: object) -> bool:
    """Tell whether a value may stand for a default: of one kind, no time with a zone, no zero."""
    if isinstance(value, int) and value < 1:
        return False
    return type(value) is type(default) and getattr(value, "tzinfo", None) is None


def _same_number(name: str, values: Iterable[str], known: Mapping[str, Parameter]) -> str:
    """Return the first of the names given for a number that several rules use."""
    return next(other for other in values if other != name and known.get(other) == known[name])


def _tuned(rule: Rule, changes: Mapping[Parameter, Parameter]) -> Rule:
    try:
        return rule.tuned([changes[number] for number in rule.parameters if number in changes])
    except InvalidInput as error:
        raise InvalidInput(problem.within(rule.name) for problem in error.problems) from None


def _by_act(rules: tuple[Rule, ...]) -> dict[str, tuple[Rule, ...]]:
    """Return the rules on each act; the first gives it its text and its channel."""
    acts: dict[str, list[Rule]] = defaultdict(list)
    for rule in sorted(rules, key=_leading):
        acts[rule.act].append(rule)
    return {act: tuple(group) for act, group in acts.items()}


def _leading(rule: Rule) -> tuple[int, bool, str]:
    """Return the key that puts first the rule that gives an act its kind, text and channel."""
    return KINDS.index(rule.kind), rule.name != rule.act, rule.name


def _problems(rules: tuple[Any, ...]) -> Iterator[Problem]:
    names: set[str] = set()
    pers: dict[str, Rule] = {}
    for index, rule in enumerate(rules):
        place = f"rules[{index}]"
        if not isinstance(rule, Rule):
            yield Problem(place, f"{shown(rule)} is not a rule", "build it with Rule(...)")
            continue
        if rule.name in names:
            mend = "give it a name of its own, or use replacing()"
            yield Problem(place, f"a rule called {shown(rule.name)} is there already", mend)
        names.add(rule.name)
        first = pers.setdefault(rule.act, rule)
        if first.per != rule.per:
            other = f"{shown(first.name)} on the same act is not"
            message = f"{shown(rule.name)} is per {rule.per}, but {other}"
            mend = f"make both per {first.per}, or give it an act of its own"
            yield Problem(place, message, mend)


def _asked_in_vain(rules: tuple[Rule, ...]) -> Iterator[Problem]:
    """Yield the acts that a rule asks about in vain: misspelt, or of another kind of subject."""
    pers = {rule.act: rule.per for rule in rules}
    for rule in rules:
        for act in sorted({fact.act for fact in rule.facts if fact.act is not None}):
            if pers.get(act, rule.per) != rule.per:
                message = (
                    f"asks whether {shown(act)} is done per {rule.per}, but it is per {pers[act]}"
                )
                yield Problem(rule.name, message, f"make the rule per {pers[act]}")
            elif act not in pers and (meant := _meant(act, rule, pers)):
                message = f"asks whether {shown(act)} is done, which no rule knows"
                yield Problem(rule.name, message, f"did you mean {shown(meant)}?")


def _meant(act: str, rule: Rule, acts: Iterable[str]) -> str | None:
    """Return the act that a rule means with one that is nobody's, where that is nearly certain.

    What a rule is done with is what it asks for; another's act has another name.
    """
    done_with = () if rule.satisfied_by is None else rule.satisfied_by.facts
    if act in {fact.act for fact in done_with}:
        words, own = set(act.split("-")), set(rule.act.split("-"))
        if words <= own or own < words:
            return rule.act
    return near_name(act, acts, 0.8)


def _own_facts(rule: Rule) -> Iterator[Expression[Any]]:
    for node in rule.nodes:
        if isinstance(node.leaf, Fact) and node.leaf.own is not None:
            yield node


def _twins(rules: tuple[Rule, ...]) -> Iterator[Problem]:
    """Yield the facts of one name that come from two functions: one is taken for the other."""
    facts: dict[str, Fact] = {name: node.leaf for name, node in SHIPPED.items()}
    for rule in rules:
        for fact in sorted(rule.facts, key=lambda fact: fact.name):
            is_function = fact.own is None and fact.act is None
            if is_function and facts.setdefault(fact.name, fact) != fact:
                message = f"{fact.name} is another fact than the one of that name before"
                mend = "make it once and use it in both, or give one of them another name"
                yield Problem(rule.name, message, mend)


def _of_two_kinds(rules: tuple[Rule, ...]) -> Iterator[Problem]:
    """Yield the facts of one name that two rules take for different kinds of value."""
    kinds: dict[str, type] = {}
    for rule in rules:
        for node in _own_facts(rule):
            kind, name = type(node), node.leaf.name
            other = kinds.get(name, kind)
            kinds[name] = kind
            if kind is not other:
                first, second = kind.__name__.lower(), other.__name__.lower()
                message = f"takes {name} for a {first}, which is taken for a {second} as well"
                yield Problem(rule.name, message, "make it one fact, or give it another name")
