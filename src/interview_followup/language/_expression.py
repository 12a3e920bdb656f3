"""The one kind of node that expressions are trees of: an operator and what it is applied to."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from operator import attrgetter
from typing import (
    TYPE_CHECKING,
    Any,
    ClassVar,
    Generic,
    NamedTuple,
    NoReturn,
    TypeAlias,
    TypeVar,
    cast,
)
from zoneinfo import ZoneInfo

from attrs import Factory, evolve, field, frozen

from interview_followup import _clock
from interview_followup._clock import Direction
from interview_followup._errors import InvalidInput, Shown, TruthTested, cut, invalid, shown
from interview_followup.language._code import Code, call, code_of
from interview_followup.language._day import Day
from interview_followup.language._fact import Fact
from interview_followup.language._missing import NotYet, Unknown
from interview_followup.language._source import AUTHOR, Source
from interview_followup.language._subject import PERS, Per, Subject
from interview_followup.language._tree import are_equal, downwards, upwards
from interview_followup.language._words import value_words

T = TypeVar("T")
E = TypeVar("E", bound="Expression[Any]")
L = TypeVar("L")

LONGEST, MOST_PARTS = 1_000, 250
"""How many characters of an expression in words are said, and of how many parts."""

STEP = 25
"""How far evaluating and pickling go down into a tree by recursion."""

Replaced: TypeAlias = dict[int, "Expression[Any]"]


class Parameter(NamedTuple):
    """A number or a time of day in a rule, with a name, which users may tune.

    `parameter` makes an expression of one.
    """

    name: str
    """Its name within the rule, as a slug."""
    value: Any
    """A `Period`, a time of day or a whole number."""
    text: str
    """What it means."""
    source: Source
    """Where the number comes from."""

    def __str__(self) -> str:
        return value_words(self.value)

    def __repr__(self) -> str:
        source = None if self.source == AUTHOR else self.source
        return call("parameter", self.name, self.value, self.text, source=source)


class Part(NamedTuple):
    """A node among the words of another, to be said in its turn; `denied` asks for its opposite."""

    node: Expression[Any]
    denied: bool = False


Words: TypeAlias = "Iterable[str | Part]"
"""What a node is said in."""


def all_operands(node: Expression[Any], _: Subject) -> Iterable[Expression[Any]]:
    return node.operands


class Operator(NamedTuple):
    """What nodes of one kind do: how they are evaluated, how they are said, and how written.

    `say(node, subject, denied)` gives the words for every subject where `subject` is None, else
    those that decided the value; `denied` asks for the opposite of a condition. `write(node)` gives
    the code that makes it. `looks_at(node, subject)` gives the operands that have to be evaluated
    before the node, each once those before it are: `evaluate` and `choose` ask no other for a value
    of its own. An operator `chooses` if these differ; of moments, `choose(node, subject)` gives the
    operand chosen, None while that is open. An operand that has the `decisive` value decides alone.
    `direction` is that of a period, forward or back. `check(node)` refuses operands that do not fit
    each other.
    """

    name: str
    evaluate: Callable[[Expression[Any], Subject], Any]
    say: Callable[[Expression[Any], Subject | None, bool], Words]
    write: Callable[[Expression[Any]], Code]
    looks_at: Callable[[Expression[Any], Subject], Iterable[Expression[Any]]] = all_operands
    chooses: bool = False
    choose: Callable[[Expression[Any], Subject], Expression[Any] | None] | None = None
    decisive: Any = None
    direction: Direction | None = None
    check: Callable[[Expression[Any]], None] | None = None


def _narrowest(node: Expression[Any]) -> Per:
    if isinstance(node.leaf, Fact):
        return node.leaf.per
    narrowest = max((PERS.index(operand.per) for operand in node.operands), default=0)
    return PERS[narrowest]


def _is_personal(node: Expression[Any]) -> bool:
    if isinstance(node.leaf, Fact) and node.leaf.is_personal:
        return True
    return any(operand.personal for operand in node.operands)


def _has_zone(node: Expression[Any]) -> bool:
    if isinstance(node.leaf, Fact):
        return node.leaf.zone is not None
    return any(operand._zoned for operand in node.operands)


def _holds_choice(node: Expression[Any]) -> bool:
    if isinstance(node.leaf, Fact):
        return False  # It is said in its own words, whatever its function is given.
    return node.operator.chooses or any(operand.chooses for operand in node.operands)


def _height(node: Expression[Any]) -> int:
    return 1 + max((operand._height for operand in node.operands), default=0)


def _steps_below(node: Expression[Any]) -> tuple[Expression[Any], ...]:
    """Return the nearest nodes below that pickling goes down in steps by."""
    steps = [
        step
        for operand in node.operands
        for step in (operand._steps if operand._height % STEP else (operand,))
    ]
    return tuple({id(step): step for step in steps}.values())


@frozen(repr=False, order=False, eq=False)
class Expression(Shown, Generic[T]):
    """A value over the facts of a subject, not evaluated yet: what rules are made of.

    Two are equal if they are written alike.

    Raises:
        FollowupError: It is used as a truth value, or compared by order: write `&`, `|` and `~`,
            not `and`, `or` and `not`.
    """

    is_moment: ClassVar[bool] = False
    comparison: ClassVar[str] = "only moments and counts are compared, by methods"

    operator: Operator
    """What is done with the operands."""
    operands: tuple[Expression[Any], ...] = ()
    """What the operator is applied to."""
    leaf: Any = None
    """The fact, parameter or other value that the operator needs; None if there is none."""
    per: Per = field(init=False, default=Factory(_narrowest, takes_self=True))
    """The narrowest kind of subject that it is about."""
    personal: bool = field(init=False, default=Factory(_is_personal, takes_self=True))
    """Whether it may differ between the people met at one interview."""
    chooses: bool = field(init=False, default=Factory(_holds_choice, takes_self=True))
    """Whether there is a choice in it."""
    _zoned: bool = field(init=False, default=Factory(_has_zone, takes_self=True))
    _height: int = field(init=False, default=Factory(_height, takes_self=True))
    _steps: tuple[Expression[Any], ...] = field(
        init=False, default=Factory(_steps_below, takes_self=True)
    )
    _key: object = field(init=False, factory=object)

    def __attrs_post_init__(self) -> None:
        if self.operator.check is not None:
            self.operator.check(self)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Expression):
            return NotImplemented
        return are_equal(self, other, attrgetter("alone"))

    def __hash__(self) -> int:
        hashes: dict[int, int] = {}
        for node in upwards([self]):
            inner = tuple([hashes[id(operand)] for operand in node.operands])
            hashes[id(node)] = hash((node.alone, inner))
        return hashes[id(self)]

    @property
    def alone(self) -> tuple[Any, ...]:
        """All that it is but for its operands."""
        return type(self), self.operator.name, self.leaf

    def __reduce__(self) -> tuple[Any, ...]:
        # All else is derived from these. As pickling and copying go down into operands by
        # recursion, a tall tree is first taken down to steps that are already there.
        parts = self.operator, self.operands, self.leaf
        if self._height % STEP:
            return type(self), parts
        return _upon, ([*upwards(self._steps, attrgetter("_steps"))], type(self), *parts)

    def __bool__(self) -> NoReturn:
        raise TruthTested(
            f"{shown(self)} has no truth value while a rule is being written: combine conditions "
            "with &, | and ~, and compare with methods such as .before"
        )

    if not TYPE_CHECKING:  # A checker is to say of its own that these are no functions.

        def __call__(self, *_: object, **__: object) -> NoReturn:
            mend = "leave the parentheses out: .known, .happened and the like are no functions"
            raise invalid(cut(repr(self)), "is no function", mend)

    def __lt__(self, other: object) -> NoReturn:
        raise TruthTested(
            f"{shown(self)} has no order while a rule is being written: {self.comparison}"
        )

    __gt__ = __lt__
    __le__ = __lt__
    __ge__ = __lt__

    def __str__(self) -> str:
        return self.say()

    def __repr__(self) -> str:
        # What has a name of the language is known only where all of it is.
        from interview_followup.language._vocabulary import name_of

        return code_of(self, name_of)

    def evaluate(self, subject: Subject) -> T | NotYet | Unknown:
        """Return the value for a subject: an instant in UTC, a truth, a count or a detail.

        It is `NOT_YET` where it hangs on an event that has not happened, and an `Unknown` where it
        hangs on a detail that nobody has told. It is evaluated once for a subject.

        Raises:
            FactFailed: The function of a fact raised an error.
            InvalidInput: It is a moment that is not between 1970 and 2200.
        """
        about = self._about(subject)
        # The key is an object of the node's own. It is hashed by identity, not by the whole tree as
        # the node is, and the memo keeps it alive: as with the node's id, once the node is gone a
        # later one could have the same.
        if self._key not in about.memo:
            if self._height > STEP:
                _evaluate_tall(self, about)
            else:
                about.memo[self._key] = _value(self, about)
        value: Any = about.memo[self._key]
        if type(value) is Day:
            value = value.end
        known: T | NotYet | Unknown = value
        return known

    def recorded(self, subject: Subject) -> Any:
        """Return the value for a subject; where only a day is known, the day."""
        self.evaluate(subject)
        return self._about(subject).memo[self._key]

    def is_evaluated(self, subject: Subject) -> bool:
        """Tell whether it has been evaluated for a subject."""
        return self._key in self._about(subject).memo

    def _about(self, subject: Subject) -> Subject:
        return subject.meeting if subject.per == "person" and not self.personal else subject

    def say(self, subject: Subject | None = None, *, denied: bool = False) -> str:
        """Return the expression in words; for a subject, those that decided its value.

        `denied` asks for the opposite of a condition. What is too long to be read is cut.
        """
        texts: list[str] = []
        length = 0
        ahead: list[str | Part] = [Part(self, denied)]
        left = MOST_PARTS
        while ahead and length <= LONGEST:
            part = ahead.pop()
            if isinstance(part, str):
                texts.append(part)
                length += len(part)
            else:
                left -= 1
                words = part.node.operator.say(part.node, subject, part.denied) if left else "…"
                ahead.extend(reversed([*words]))
        return cut("".join(texts), LONGEST)

    @property
    def facts(self) -> frozenset[Fact]:
        """The facts that it uses."""
        return leaves(Fact, downwards([self]))

    @property
    def parameters(self) -> frozenset[Parameter]:
        """The parameters that it uses."""
        return leaves(Parameter, downwards([self]))

    @property
    def constant(self) -> Any:
        """The value of a parameter, or of a number without a name, which it has to be."""
        return self.leaf.value if isinstance(self.leaf, Parameter) else self.leaf

    def chosen(self, subject: Subject | None) -> Expression[Any] | None:
        """Return the operand that a choice of moments came to; None while that is open."""
        choose = self.operator.choose
        return None if choose is None or subject is None else choose(self, subject)

    def zone(self, subject: Subject) -> ZoneInfo:
        """Return the zone in which a moment's days are counted: that of the fact it is made from.

        Of a choice it is the zone of the moment chosen, and of the first while that is open.
        """
        if not self._zoned:
            return subject.zone
        node: Expression[Any] = self
        passed: list[Expression[Any]] = []
        while (zone := node._known_zone(subject)) is None:
            passed.append(node)
            chosen = node.chosen(subject)
            node = node.operands[0] if chosen is None else chosen
        for node in passed:
            node._about(subject).memo[node._key, "zone"] = zone
        return zone

    def _known_zone(self, subject: Subject) -> ZoneInfo | None:
        """Return the zone of a fact, or the one that was looked for before."""
        about = self._about(subject)
        if isinstance(self.leaf, Fact):
            return self.leaf.zone(about) if self.leaf.zone else about.zone
        return cast("ZoneInfo | None", about.memo.get((self._key, "zone")))

    def tuned(self: E, parameters: Iterable[Parameter], replaced: Replaced | None = None) -> E:
        """Return the expression with parameters in place of its own of the same names.

        `replaced` collects what was put in place of which node, by its `id`, so that what several
        expressions share stays shared.
        """
        by_name = {parameter.name: parameter for parameter in parameters}
        replaced = {} if replaced is None else replaced
        for node in upwards([self]):
            if id(node) not in replaced:
                replaced[id(node)] = _with_parameters(node, by_name, replaced)
        return cast("E", replaced[id(self)])


def _upon(_steps: list[Expression[Any]], kind: type[E], *parts: Any) -> E:
    """Return a node; the steps that it stands on are there by now."""
    return kind(*parts)


def _evaluate_tall(node: Expression[Any], subject: Subject) -> None:
    """Evaluate a tall node, and first what it looks at: what is not tall is left to recursion."""
    ahead = [(node, subject, iter(node.operator.looks_at(node, subject)))]
    while ahead:
        node, about, operands = ahead[-1]
        for operand in operands:
            there = operand._about(about)
            if operand._height > STEP and operand._key not in there.memo:
                ahead.append((operand, there, iter(operand.operator.looks_at(operand, there))))
                break
        else:
            about.memo[node._key] = _value(node, about)
            ahead.pop()


def _value(node: Expression[Any], subject: Subject) -> Any:
    """Return the value of a node, of which all that it looks at is evaluated.

    Raises:
        InvalidInput: It is a moment far from all times that can be given.
    """
    try:
        value = node.operator.evaluate(node, subject)
        is_far = node.is_moment and _is_far(value)
    except OverflowError:
        is_far = True
    if is_far:
        raise out_of_range(node.say(), subject)
    return value


def out_of_range(words: str, subject: Subject) -> InvalidInput:
    """Return the error for a moment that is far from all times that can be given."""
    message = f"{shown(words)} is not between 1970 and 2200"
    return invalid(subject.label, message, "use shorter periods, or check the years")


def _is_far(value: Any) -> bool:
    instant = value.end if isinstance(value, Day) else value
    return isinstance(instant, datetime) and not _clock.is_in_range(instant)


def leaves(kind: type[L], nodes: Iterable[Expression[Any]]) -> frozenset[L]:
    """Return what is of one kind at the leaves among some nodes."""
    return frozenset([node.leaf for node in nodes if isinstance(node.leaf, kind)])


def _with_parameters(
    node: Expression[Any], parameters: dict[str, Parameter], replaced: Replaced
) -> Expression[Any]:
    """Return a node with other parameters in it; what has none of them stays the same node."""
    if isinstance(node.leaf, Parameter):
        leaf = parameters.get(node.leaf.name, node.leaf)
        return node if leaf == node.leaf else evolve(node, leaf=leaf)
    operands = tuple([replaced[id(operand)] for operand in node.operands])
    same = all(new is old for new, old in zip(operands, node.operands, strict=True))
    return node if same else evolve(node, operands=operands)
