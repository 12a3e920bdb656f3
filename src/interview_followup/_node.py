"""The one kind of node that expressions are trees of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Generic, NoReturn, TypeAlias, TypeVar
from zoneinfo import ZoneInfo

from attrs import evolve, field, frozen

from interview_followup._errors import TruthTested, invalid
from interview_followup._fields import is_slug
from interview_followup._source import Source
from interview_followup._subject import PERS, Per, Subject

T = TypeVar("T")
E = TypeVar("E", bound="Expression[Any]")

Evaluate: TypeAlias = Callable[[Subject], Any]
Say: TypeAlias = Callable[["Expression[Any]", "Subject | None", bool], str]


@frozen
class Fact:
    """A labelled, typed function of a subject: the one place where plain Python enters a rule.

    `name` starts with what it is about, as in `interview.ends`; `label` says it in words, and for
    a condition `denial` says its opposite. `ask` is the question to the user when it is missing; a
    fact without one is an event, which when missing has not happened yet. `zone` gives the zone of
    a moment where that is not the subject's.
    """

    name: str
    label: str
    get: Callable[[Subject], Any]
    denial: str = ""
    ask: str | None = None
    zone: Callable[[Subject], ZoneInfo] | None = None

    def __attrs_post_init__(self) -> None:
        if self.name.partition(".")[0] not in PERS:
            mend = f"start it with one of {', '.join(PERS)}, as in 'interview.ends'"
            raise invalid("fact", f"{self.name!r} does not say what it is about", mend)

    @property
    def per(self) -> Per:
        """What the fact is about."""
        return next(per for per in PERS if per == self.name.partition(".")[0])


@frozen
class Parameter:
    """A number or a time of day in a rule, with a name, what it means, and its source."""

    name: str
    value: Any
    text: str
    source: Source

    def __attrs_post_init__(self) -> None:
        if not is_slug(self.name):
            mend = "use lower-case words joined by hyphens"
            raise invalid("parameter", f"{self.name!r} is not a slug", mend)


@frozen
class Operator:
    """How nodes of one kind are compiled to a function of a subject, and how they are said.

    `say(node, subject, denied)` gives the words for every subject where `subject` is None, else
    those that decided the value; `denied` asks for the opposite of a condition.
    """

    name: str
    compile: Callable[[Expression[Any]], Evaluate]
    say: Say


@frozen(repr=False)
class Expression(Generic[T]):
    """A value over the facts of a subject, not evaluated yet.

    `evaluate(subject)` gives the value, `NOT_YET` where it hangs on an event that has not
    happened, or an `Unknown` where it hangs on a detail that nobody has told us.

    Raises:
        TruthTested: It is used as a truth value. Write `&`, `|` and `~`, not `and`, `or`, `not`.
    """

    operator: Operator
    operands: tuple[Expression[Any], ...] = ()
    leaf: Any = None
    evaluate: Evaluate = field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "evaluate", self.operator.compile(self))

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
        return self.operator.say(self, subject, denied)

    def walk(self) -> Iterator[Expression[Any]]:
        """Yield the nodes of the tree, this one first."""
        yield self
        for operand in self.operands:
            yield from operand.walk()

    @property
    def facts(self) -> frozenset[Fact]:
        """The facts used."""
        return frozenset(node.leaf for node in self.walk() if isinstance(node.leaf, Fact))

    @property
    def parameters(self) -> frozenset[Parameter]:
        """The parameters used."""
        return frozenset(node.leaf for node in self.walk() if isinstance(node.leaf, Parameter))

    @property
    def per(self) -> Per:
        """The narrowest kind of subject that a fact used is about."""
        return max((fact.per for fact in self.facts), key=PERS.index, default="search")

    @property
    def constant(self) -> Any:
        """The value of a parameter or a literal."""
        return self.leaf.value if isinstance(self.leaf, Parameter) else self.leaf

    @property
    def zone(self) -> Callable[[Subject], ZoneInfo]:
        """A function that gives the zone in which a moment's days are counted."""
        if isinstance(self.leaf, Fact):
            return self.leaf.zone or _zone_of_subject
        return self.operands[0].zone

    def tuned(self: E, parameters: Iterable[Parameter]) -> E:
        """Return the expression with parameters in place of its own of the same names."""
        return _tuned(self, {parameter.name: parameter for parameter in parameters})


def _tuned(node: E, named: dict[str, Parameter]) -> E:
    if isinstance(node.leaf, Parameter):
        return evolve(node, leaf=named.get(node.leaf.name, node.leaf))
    return evolve(node, operands=tuple(_tuned(operand, named) for operand in node.operands))


def _zone_of_subject(subject: Subject) -> ZoneInfo:
    return subject.zone


def template(words: str, denial: str = "") -> Say:
    """Return how to say a node in words that have a place for each operand and for the leaf."""

    def say(node: Expression[Any], subject: Subject | None, denied: bool) -> str:
        operands = [operand.say(subject) for operand in node.operands]
        return (denial if denied else words).format(*operands, leaf=node.leaf)

    return say
