"""The one kind of node that expressions are trees of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import time
from functools import partial
from typing import Any, ClassVar, Generic, NamedTuple, NoReturn, TypeAlias, TypeVar, cast
from zoneinfo import ZoneInfo

from attrs import evolve, field, frozen

from interview_followup._errors import Shown, TruthTested
from interview_followup.language._source import Source
from interview_followup.language._subject import PERS, Per, Subject

T = TypeVar("T")
E = TypeVar("E", bound="Expression[Any]")
L = TypeVar("L")

Made: TypeAlias = dict[int, "Expression[Any]"]
Evaluate: TypeAlias = Callable[[Subject], Any]
Say: TypeAlias = Callable[["Expression[Any]", "Subject | None", bool], str]


class Fact(NamedTuple):
    """A labelled, typed function of a subject: the one place where plain Python enters a rule.

    `name` starts with what it is about, as in `interview.ends`; `label` says it in words, and for
    a condition `denial` says its opposite. `ask` is the question to the user when it is missing; a
    fact without one is an event, which when missing has not happened yet. `zone` gives the zone of
    a moment where that is not the subject's. `act` is set where the fact is about one done, and
    `told` where it is what a search says under that name in its `facts`.
    """

    name: str
    label: str
    get: Callable[[Subject], Any]
    denial: str = ""
    ask: str | None = None
    zone: Callable[[Subject], ZoneInfo] | None = None
    act: str | None = None
    told: str | None = None

    @property
    def per(self) -> Per:
        """What the fact is about; `subject.` stands for whatever the rule is per."""
        about = self.name.partition(".")[0]
        return cast("Per", "search" if about == "subject" else about)

    @property
    def is_personal(self) -> bool:
        """Whether it may differ between the people met at one interview."""
        return self.name.startswith(("person.", "subject."))


class Parameter(NamedTuple):
    """A number or a time of day in a rule, with a name, what it means, and its source."""

    name: str
    value: Any
    text: str
    source: Source

    def __str__(self) -> str:
        return in_words(self.value)


def in_words(value: Any) -> str:
    """Say a period, a time of day or a number."""
    return f"{value:%H:%M}" if isinstance(value, time) else str(value)


class Operator(NamedTuple):
    """How nodes of one kind are compiled to a function of a subject, and how they are said.

    `say(node, subject, denied)` gives the words for every subject where `subject` is None, else
    those that decided the value; `denied` asks for the opposite of a condition. An operator
    `chooses` if these differ; of moments, `choose(node, subject)` gives the one chosen, None
    while that is open. An operand that has the `decisive` value decides alone.
    """

    name: str
    compile: Callable[[Expression[Any]], Evaluate]
    say: Say
    chooses: bool = False
    choose: Callable[[Expression[Any], Subject], Expression[Any] | None] | None = None
    decisive: Any = None


@frozen(repr=False, order=False)
class Expression(Shown, Generic[T]):
    """A value over the facts of a subject, not evaluated yet.

    `evaluate(subject)` gives the value, `NOT_YET` where it hangs on an event that has not
    happened, or an `Unknown` where it hangs on a detail that nobody has told us. `per` is the
    narrowest kind of subject that it is about.

    Raises:
        TruthTested: It is used as a truth value. Write `&`, `|` and `~`, not `and`, `or`, `not`.
    """

    is_moment: ClassVar[bool] = False

    operator: Operator
    operands: tuple[Expression[Any], ...] = ()
    leaf: Any = None
    evaluate: Evaluate = field(init=False, eq=False)
    per: Per = field(init=False, eq=False)
    chooses: bool = field(init=False, eq=False)
    personal: bool = field(init=False, eq=False)
    _words: dict[bool, str] = field(init=False, eq=False, factory=dict)

    def __attrs_post_init__(self) -> None:
        parts, fact = self.operands, self.leaf if isinstance(self.leaf, Fact) else None
        pers = [part.per for part in parts] if fact is None else [fact.per]
        inherit = partial(object.__setattr__, self)
        inherit("per", max(pers, key=PERS.index, default="search"))
        inherit("chooses", self.operator.chooses or any(part.chooses for part in parts))
        inherit("personal", fact.is_personal if fact else any(part.personal for part in parts))
        evaluate = self.operator.compile(self)
        if parts or fact:
            evaluate = _remembering(evaluate, personal=self.personal)
        inherit("evaluate", evaluate)

    def __reduce__(self) -> tuple[Any, ...]:
        # What it is compiled to is no part of the value.
        return type(self), (self.operator, self.operands, self.leaf)

    def __bool__(self) -> NoReturn:
        raise TruthTested(
            f"'{self}' has no truth value while a rule is being written: combine conditions "
            "with &, | and ~, and compare with methods such as .before"
        )

    def __str__(self) -> str:
        return self.say()

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {self.say()}>"

    def say(self, subject: Subject | None = None, *, denied: bool = False) -> str:
        """Say the expression in words; for a subject, what decided its value: the part chosen."""
        if subject is not None and self.chooses:
            memo = subject.memo if self.personal else subject.shared
            key = (self.evaluate, denied)
            if key not in memo:
                memo[key] = self.operator.say(self, subject, denied)
            return str(memo[key])
        if denied not in self._words:
            self._words[denied] = self.operator.say(self, None, denied)
        return self._words[denied]

    @property
    def facts(self) -> frozenset[Fact]:
        """The facts used."""
        return leaves(Fact, nodes([self]))

    @property
    def parameters(self) -> frozenset[Parameter]:
        """The parameters used."""
        return leaves(Parameter, nodes([self]))

    @property
    def constant(self) -> Any:
        """The value of a parameter or a literal."""
        return self.leaf.value if isinstance(self.leaf, Parameter) else self.leaf

    @property
    def zone(self) -> Callable[[Subject], ZoneInfo]:
        """A function that gives the zone in which a moment's days are counted."""
        if isinstance(self.leaf, Fact):
            return self.leaf.zone or _zone_of_subject
        choose, own = self.operator.choose, self.operands[0].zone
        if choose is None or all(part.zone is own for part in self.operands if part.is_moment):
            return own

        def zone(subject: Subject) -> ZoneInfo:
            chosen = choose(self, subject)
            return own(subject) if chosen is None else chosen.zone(subject)

        return zone

    def tuned(self: E, parameters: Iterable[Parameter], made: Made | None = None) -> E:
        """Return the expression with parameters in place of its own of the same names.

        `made` are nodes tuned before, by the `id` of what they were: what was shared stays shared.
        """
        named = {parameter.name: parameter for parameter in parameters}
        return _tuned(self, named, {} if made is None else made)


def nodes(roots: Iterable[Expression[Any]]) -> Iterator[Expression[Any]]:
    """Yield the nodes of some trees, each once."""
    seen: set[int] = set()
    ahead = list(roots)[::-1]
    while ahead:
        node = ahead.pop()
        if id(node) not in seen:
            seen.add(id(node))
            yield node
            ahead.extend(reversed(node.operands))


def leaves(kind: type[L], nodes: Iterable[Expression[Any]]) -> frozenset[L]:
    """Return what is of one kind at the leaves among some nodes."""
    found = {id(node.leaf): node.leaf for node in nodes if isinstance(node.leaf, kind)}
    return frozenset(found.values())


def _remembering(evaluate: Evaluate, *, personal: bool) -> Evaluate:
    """Return a function that evaluates a node once for each subject.

    What is not personal is evaluated once for all people met at an interview.
    """

    def for_each(subject: Subject) -> Any:
        memo = subject.memo
        if for_each in memo:
            return memo[for_each]
        value = memo[for_each] = evaluate(subject)
        return value

    def for_all(subject: Subject) -> Any:
        memo = subject.shared
        if for_all in memo:
            return memo[for_all]
        meeting = subject if memo is subject.memo else subject.meeting
        value = memo[for_all] = evaluate(meeting)
        return value

    return for_each if personal else for_all


def _tuned(node: E, named: dict[str, Parameter], made: Made) -> E:
    """Return a node with other parameters in it; what has none of them stays the same node."""
    if id(node) not in made:
        if isinstance(node.leaf, Parameter):
            leaf = named.get(node.leaf.name, node.leaf)
            made[id(node)] = node if leaf == node.leaf else evolve(node, leaf=leaf)
        else:
            operands = tuple([_tuned(operand, named, made) for operand in node.operands])
            pairs = zip(operands, node.operands, strict=True)
            same = all(one is other for one, other in pairs)
            made[id(node)] = node if same else evolve(node, operands=operands)
    return cast("E", made[id(node)])


def _zone_of_subject(subject: Subject) -> ZoneInfo:
    return subject.zone
