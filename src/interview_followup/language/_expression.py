"""The one kind of node that expressions are trees of: an operator and what it is applied to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, ClassVar, Generic, NamedTuple, NoReturn, TypeAlias, TypeVar, cast
from zoneinfo import ZoneInfo

from attrs import Factory, evolve, field, frozen

from interview_followup._clock import Direction
from interview_followup._errors import Shown, TruthTested
from interview_followup.language._day import Day
from interview_followup.language._fact import Fact
from interview_followup.language._source import Source
from interview_followup.language._subject import PERS, Per, Subject
from interview_followup.language._words import value_words

T = TypeVar("T")
E = TypeVar("E", bound="Expression[Any]")
L = TypeVar("L")

Replaced: TypeAlias = dict[int, "Expression[Any]"]


class Parameter(NamedTuple):
    """A number or a time of day in a rule, with a name, what it means, and its source."""

    name: str
    value: Any
    text: str
    source: Source

    def __str__(self) -> str:
        return value_words(self.value)


class Operator(NamedTuple):
    """What nodes of one kind do: how they are evaluated, and how they are said.

    `say(node, subject, denied)` gives the words for every subject where `subject` is None, else
    those that decided the value; `denied` asks for the opposite of a condition. An operator
    `chooses` if these differ; of moments, `choose(node, subject)` gives the operand chosen, None
    while that is open. An operand that has the `decisive` value decides alone. `direction` is that
    of a period, forward or back. `check(node)` refuses operands that do not fit each other.
    """

    name: str
    evaluate: Callable[[Expression[Any], Subject], Any]
    say: Callable[[Expression[Any], Subject | None, bool], str]
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
    if isinstance(node.leaf, Fact):
        return node.leaf.is_personal
    return any(operand.personal for operand in node.operands)


def _has_zone(node: Expression[Any]) -> bool:
    if isinstance(node.leaf, Fact):
        return node.leaf.zone is not None
    return any(operand._zoned for operand in node.operands)


def _holds_choice(node: Expression[Any]) -> bool:
    return node.operator.chooses or any(operand.chooses for operand in node.operands)


@frozen(repr=False, order=False)
class Expression(Shown, Generic[T]):
    """A value over the facts of a subject, not evaluated yet.

    `evaluate(subject)` gives the value, `NOT_YET` where it hangs on an event that has not
    happened, or an `Unknown` where it hangs on a detail that nobody has told us. `per` is the
    narrowest kind of subject that it is about. It is `personal` if it may differ between the people
    met at one interview, and `chooses` if there is a choice in it.

    Raises:
        TruthTested: It is used as a truth value. Write `&`, `|` and `~`, not `and`, `or`, `not`.
    """

    is_moment: ClassVar[bool] = False

    operator: Operator
    operands: tuple[Expression[Any], ...] = ()
    leaf: Any = None
    per: Per = field(init=False, eq=False, default=Factory(_narrowest, takes_self=True))
    personal: bool = field(init=False, eq=False, default=Factory(_is_personal, takes_self=True))
    chooses: bool = field(init=False, eq=False, default=Factory(_holds_choice, takes_self=True))
    _zoned: bool = field(init=False, eq=False, default=Factory(_has_zone, takes_self=True))
    _key: object = field(init=False, eq=False, factory=object)

    def __attrs_post_init__(self) -> None:
        if self.operator.check is not None:
            self.operator.check(self)

    def __reduce__(self) -> tuple[Any, ...]:
        # All else is derived from these.
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

    def evaluate(self, subject: Subject) -> Any:
        """Return the value for a subject: an instant in UTC, a truth, a count or a detail.

        It is evaluated once for a subject; what is not personal, once for an interview and all the
        people met there.
        """
        about = self._about(subject)
        memo, key = about.memo, self._key
        # The key is an object of the node's own. It is hashed by identity, not by the whole tree as
        # the node is, and the memo keeps it alive: as with the node's id, once the node is gone a
        # later one could have the same.
        if key not in memo:
            memo[key] = self.operator.evaluate(self, about)
        value = memo[key]
        return value.end if type(value) is Day else value

    def recorded(self, subject: Subject) -> Any:
        """Return the value for a subject; of a fact that tells just the day, the `Day`."""
        self.evaluate(subject)
        return self._about(subject).memo[self._key]

    def _about(self, subject: Subject) -> Subject:
        return subject.meeting if subject.per == "person" and not self.personal else subject

    def say(self, subject: Subject | None = None, *, denied: bool = False) -> str:
        """Say the expression in words; for a subject, what decided its value: the part chosen."""
        return self.operator.say(self, subject, denied)

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

    def chosen(self, subject: Subject | None) -> Expression[Any] | None:
        """Return the operand that gives a choice of moments its value, None while that is open."""
        choose = self.operator.choose
        return None if choose is None or subject is None else choose(self, subject)

    def zone(self, subject: Subject) -> ZoneInfo:
        """Return the zone in which a moment's days are counted: that of the fact it is made from.

        Of a choice it is the zone of the moment chosen, and of the first while that is open.
        """
        if not self._zoned:
            return subject.zone
        node: Expression[Any] = self
        while not isinstance(node.leaf, Fact):
            chosen = node.chosen(subject)
            node = node.operands[0] if chosen is None else chosen
        return node.leaf.zone(subject) if node.leaf.zone else subject.zone

    def tuned(self: E, parameters: Iterable[Parameter], replaced: Replaced | None = None) -> E:
        """Return the expression with parameters in place of its own of the same names.

        `replaced` are the nodes in place of those tuned before, by the `id` of these: what was
        shared stays shared.
        """
        by_name = {parameter.name: parameter for parameter in parameters}
        return _tuned(self, by_name, {} if replaced is None else replaced)


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
    return frozenset([node.leaf for node in nodes if isinstance(node.leaf, kind)])


def _tuned(node: E, parameters: dict[str, Parameter], replaced: Replaced) -> E:
    """Return a node with other parameters in it; what has none of them stays the same node."""
    if id(node) not in replaced:
        replaced[id(node)] = _with_parameters(node, parameters, replaced)
    return cast("E", replaced[id(node)])


def _with_parameters(
    node: Expression[Any], parameters: dict[str, Parameter], replaced: Replaced
) -> Expression[Any]:
    if isinstance(node.leaf, Parameter):
        leaf = parameters.get(node.leaf.name, node.leaf)
        return node if leaf == node.leaf else evolve(node, leaf=leaf)
    operands = tuple([_tuned(operand, parameters, replaced) for operand in node.operands])
    same = all(one is other for one, other in zip(operands, node.operands, strict=True))
    return node if same else evolve(node, operands=operands)
