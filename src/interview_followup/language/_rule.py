"""A rule: a piece of advice as a value, which maps facts to a window and never mentions now."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from inspect import signature
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, TypeVar

from attrs import NOTHING, Factory, evolve, field, fields, frozen

from interview_followup._displayed import Displayed
from interview_followup._errors import InvalidInput, Problem, as_key, near, shown
from interview_followup.language._caution import CautionText, caution_problems
from interview_followup.language._code import call
from interview_followup.language._expression import Expression, Parameter, leaves
from interview_followup.language._fact import Fact, Route
from interview_followup.language._facts import SHIPPED, Facts
from interview_followup.language._kinds import Condition, Detail, Moment, condition_mend
from interview_followup.language._operators import FIRST_KNOWN, KNOWN, MOMENT_FACT, NAMED
from interview_followup.language._rule_words import (
    channel_problems,
    parts_problems,
    why_problems,
)
from interview_followup.language._source import AUTHOR, Source
from interview_followup.language._subject import PERS, Per
from interview_followup.language._text_choice import Text, TextChoice
from interview_followup.language._texts import DATES, text_problems
from interview_followup.language._tree import downwards
from interview_followup.language._wording import Wording, wording_problems
from interview_followup.language._words import source_problems
from interview_followup.model._converters import SLUG_MEND, is_slug

T = TypeVar("T")

Kind: TypeAlias = Literal["advice", "reminder", "guard", "veto"]

# The first of the rules on an act gives it its kind, its text and its channel.
KINDS: tuple[Kind, ...] = ("advice", "reminder", "guard", "veto")
ASKING: frozenset[Kind] = frozenset(["advice", "reminder"])
"""The kinds of rule that ask for something; the others only forbid."""
DATED = ("opens", "best", "due", "closes")

_PARTS = ("given", "since", *DATED, "satisfied_by", "channel")


def _per(value: Facts | Per) -> Any:
    return value.per if isinstance(value, Facts) else value


def _several(value: Any) -> Any:
    if isinstance(value, Expression | CautionText | Wording):
        return (value,)
    return tuple(value) if isinstance(value, Iterable) and not isinstance(value, str) else value


def _name(rule: Rule) -> str:
    return rule.name


def _nodes(rule: Rule) -> tuple[Expression[Any], ...]:
    return tuple(downwards([expression for _, expression in rule.expressions()]))


def _dispensable(rule: Rule) -> tuple[Expression[Any], ...]:
    parts = [part for node in downwards(rule.moments()) for part in _passed_over(node)]
    return tuple({id(part): part for part in parts}.values())


def _passed_over(node: Expression[Any]) -> tuple[Expression[Any], ...]:
    """Return the operands that a node does without where they are unknown.

    A moment that may be asked for does without more than its day.
    """
    if node.operator is FIRST_KNOWN:
        return node.operands[:-1]
    if node.operator is MOMENT_FACT:
        return (node,)
    return node.operands if node.operator is KNOWN else ()


@frozen(kw_only=True, repr=False)
class Rule(Displayed):
    """A piece of advice: what to do, and from when until when.

    It speaks of every search, application, interview or person in a job search, as `per` says, and
    never mentions now. Texts may be choices, as in `when(condition, "…", otherwise="…")`, and may
    mention {person}, {employer}, {role}, {recruiter}, {contact}, {other_employers} and {day}.

    >>> card = Rule(
    ...     name="send-card",
    ...     per=person,
    ...     opens=interview.ends + days(2),
    ...     satisfied_by=done("send-card"),
    ...     text="Send {person} a card",
    ...     why="Nobody else does.",
    ... )
    >>> print(card)
    send-card: Send {person} a card

    Raises:
        InvalidInput: A part is missing, of the wrong kind, or about a narrower subject than `per`;
            with every problem.
    """

    name: str
    """Its name, as lower-case words joined by hyphens."""
    act: str = field(default=Factory(_name, takes_self=True))
    """What to do, as a slug; the rule's name if not given. Several rules may be on one act."""
    kind: Kind = "advice"
    """What it is for.

    `advice` asks, and forbids before it opens and after it closes. A `reminder` only asks, and has
    no part in what is allowed. A `guard` only forbids, until it opens and once it closes. A `veto`
    forbids at all times, whatever other rules say, and has neither a window nor anything to ask
    for.
    """
    per: Per = field(converter=_per)
    """What it is about: a namespace of facts, such as `person`, or its name."""
    given: Condition | None = None
    """Of which subjects it speaks; None if of all."""
    needs: tuple[Expression[Any], ...] = field(default=(), converter=_several)
    """What has to be known before it can be acted on; a plan asks for it."""
    since: Moment | None = None
    """From when on it speaks; None if always."""
    opens: Moment | None = None
    """When the act may first be done; None only for a veto."""
    best: Moment | None = None
    """When it is best done; None if as soon as it may be."""
    due: Moment | None = None
    """From when on it is late; None if it never is."""
    closes: Moment | None = None
    """From when on it is too late; None if it never is."""
    satisfied_by: Condition | None = None
    """When there is no more to do, as in `done("send-card")`; None if that is never so."""
    channel: str | Detail[Route] | None = None
    """How to do it: a word such as `email`, or a fact that gives a `Route`; None if not said."""
    text: Text
    """What to do, in a sentence."""
    cautions: tuple[CautionText, ...] = field(default=(), converter=_several)
    """What to warn of: `early(...)`, `before_closing(...)`, `late(...)`, `closed(...)`."""
    wording: tuple[Wording, ...] = field(default=(), converter=_several)
    """What to say in the message and what not to: `do(...)`, `dont(...)`."""
    source: Source = AUTHOR
    """Where the advice comes from; the author of the rule if not given."""
    why: str
    """Why to do it, in sentences."""
    nodes: tuple[Expression[Any], ...] = field(
        init=False, eq=False, default=Factory(_nodes, takes_self=True)
    )
    """Every expression in it, down to its facts and numbers."""
    dispensable: tuple[Expression[Any], ...] = field(
        init=False, eq=False, default=Factory(_dispensable, takes_self=True)
    )
    """What its window does without where it is unknown."""

    if not TYPE_CHECKING:  # A checker knows the parts, and what they are.

        def __init__(self, *values: object, **parts: Any) -> None:
            known = [part for part in fields(Rule) if part.init]
            needed = [part.name for part in known if part.default is NOTHING]
            if problems := [*parts_problems(values, parts, needed, [part.name for part in known])]:
                name = as_key(parts.get("name", "rule"))
                raise InvalidInput(problem.within(name) for problem in problems)
            self.__attrs_init__(**parts)

    def __attrs_post_init__(self) -> None:
        if problems := list(_problems(self)):
            raise InvalidInput(problem.within(as_key(self.name)) for problem in problems)

    def __repr__(self) -> str:
        parts = {part.name: getattr(self, part.name) for part in fields(Rule) if part.init}
        default = {part.name: part.default for part in fields(Rule)} | {"act": self.name}
        arguments = {part: value for part, value in parts.items() if value != default[part]}
        return call("Rule", **arguments)

    def __str__(self) -> str:
        return f"{self.name}: {self.text}"

    def dated(self) -> dict[str, Moment | None]:
        """Return the moments of the window by their names: opens, best, due and closes.

        Without a `best` of its own, what is asked is best as it opens.
        """
        best = self.opens if self.best is None and self.kind != "guard" else self.best
        return {"opens": self.opens, "best": best, "due": self.due, "closes": self.closes}

    def expressions(self) -> Iterator[tuple[str, Expression[Any]]]:
        """Yield every expression in the rule, each after its place: `needs[0]`."""
        values = [(part, getattr(self, part)) for part in _PARTS]
        values += [(f"needs[{index}]", need) for index, need in enumerate(_listed(self.needs))]
        values.append(("text.condition", getattr(self.text, "condition", None)))
        for index, caution in enumerate(_listed(self.cautions)):
            text = getattr(caution, "text", None)
            values.append((f"cautions[{index}].text.condition", getattr(text, "condition", None)))
            for part in ("since", "lasting", "until"):
                values.append((f"cautions[{index}].{part}", getattr(caution, part, None)))
        return ((place, value) for place, value in values if isinstance(value, Expression))

    def says(self) -> Iterator[tuple[str, Expression[Any]]]:
        """Yield the expressions in the rule but for those in texts and cautions."""
        for place, expression in self.expressions():
            if not place.startswith(("text", "cautions")):
                yield place, expression

    def moments(self) -> Iterator[Expression[Any]]:
        """Yield the moments of the rule's window."""
        return (part for place, part in self.expressions() if place in DATED)

    def where(self) -> dict[str, str]:
        """Return what the names in the rule stand for, in words."""
        named = [node for node in self.nodes if node.operator is NAMED]
        return {str(node): str(node.operands[0]) for node in named}

    @property
    def facts(self) -> frozenset[Fact]:
        """The facts that the rule uses."""
        return leaves(Fact, self.nodes)

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        """The numbers that can be tuned, in the order of their names."""
        parameters = leaves(Parameter, self.nodes)
        return tuple(sorted(parameters, key=lambda parameter: parameter.name))

    def tuned(self, parameters: Iterable[Parameter]) -> Rule:
        """Return the rule with parameters in place of its own of the same names."""
        others, replaced = tuple(parameters), dict[int, Expression[Any]]()

        def tuned(value: T) -> T:
            return value.tuned(others, replaced) if isinstance(value, Expression) else value

        def tuned_text(text: Text) -> Text:
            if isinstance(text, TextChoice):
                return evolve(text, condition=tuned(text.condition))
            return text

        cautions = [
            caution._replace(
                text=tuned_text(caution.text),
                since=tuned(caution.since),
                lasting=tuned(caution.lasting),
                until=tuned(caution.until),
            )
            for caution in self.cautions
        ]
        parts = {part: tuned(getattr(self, part)) for part in _PARTS}
        parts["text"] = tuned_text(self.text)
        return evolve(self, **parts, needs=[*map(tuned, self.needs)], cautions=cautions)


if not TYPE_CHECKING:  # Help and notebooks are to show the parts, too.
    Rule.__init__.__signature__ = signature(Rule.__attrs_init__)


def sources_of(rules: Iterable[Rule]) -> str:
    """Return where what several rules say together comes from, each source once."""
    return "; ".join(dict.fromkeys([str(rule.source) for rule in rules]))


# -- what cannot be a rule ------------------------------------------------------------------------

_WRAPPED: dict[Any, str] = {Condition: "condition_fact", Moment: "moment_fact"}
_PART_TYPES: dict[str, tuple[Any, str]] = {
    "given": (Condition, "a condition"),
    "satisfied_by": (Condition, "a condition"),
    "since": (Moment, "a moment"),
    "opens": (Moment, "a moment"),
    "best": (Moment, "a moment"),
    "due": (Moment, "a moment"),
    "closes": (Moment, "a moment"),
    "channel": (str | Detail, "a name, or a fact that gives a Route"),
}

_NO_PARTS_OF_A_VETO = (
    (("since", *DATED), "a veto holds at all times", "make it a guard"),
    (
        ("needs", "satisfied_by", "channel", "wording"),
        "a veto asks for nothing",
        "make it advice",
    ),
    (("cautions",), "a veto speaks only when it is asked about", "make it a guard"),
)


def _listed(values: Any) -> tuple[Any, ...]:
    """Return values that were given as a list; what is none is refused for that."""
    return values if isinstance(values, tuple) else ()


def _problems(rule: Rule) -> Iterator[Problem]:
    for part in ("name", "act"):
        if not is_slug(value := getattr(rule, part)):
            yield Problem(part, f"{shown(value)} is not a slug", SLUG_MEND)
    if rule.kind not in KINDS:
        yield Problem("kind", f"{shown(rule.kind)} is no kind of rule", near(rule.kind, KINDS))
    if rule.kind == "guard" and rule.best is not None:
        mend = "leave best out, or make it advice"
        yield Problem("best", "is given, but a guard asks for nothing", mend)
    if rule.per not in PERS:
        yield Problem("per", f"{shown(rule.per)} is no kind of subject", near(rule.per, PERS))
    if rule.kind == "veto":
        yield from _beside_the_veto(rule)
    wrong = list(_wrong_kinds(rule))
    yield from wrong
    per = rule.per if rule.per in PERS else "person"
    if isinstance(rule.needs, tuple) and isinstance(rule.cautions, tuple):
        yield from _narrower(rule, per, {problem.place for problem in wrong})
        yield from _text_problems(rule, per)
        yield from _taken(rule)
        yield from _never_shown(rule)
    if not wrong:
        yield from _ambiguous(rule)


def _beside_the_veto(rule: Rule) -> Iterator[Problem]:
    """Yield the parts that a veto cannot have, as it holds at all times and asks for nothing."""
    for parts, message, mend in _NO_PARTS_OF_A_VETO:
        for part in parts:
            if getattr(rule, part) not in (None, ()):
                yield Problem(part, f"is given, but {message}", f"leave it out, or {mend}")


def _wrong_kinds(rule: Rule) -> Iterator[Problem]:
    needed = () if rule.kind == "veto" else ("opens",)
    for part, (kind, words) in _PART_TYPES.items():
        value = getattr(rule, part)
        if not isinstance(value, kind) and (value is not None or part in needed):
            mend = f"give {words}"
            if kind is Condition and isinstance(value, bool | Expression):
                mend = condition_mend(value)
            elif callable(value) and kind in _WRAPPED and not isinstance(value, Expression):
                mend = f"wrap it, as in {_WRAPPED[kind]}(name, label, function)"
            yield Problem(part, f"{shown(value)} is not {words}", mend)
    if not isinstance(rule.text, str | TextChoice):
        yield Problem("text", f"{shown(rule.text)} is not text", "give a sentence")
    yield from why_problems(rule.why)
    yield from channel_problems(rule.channel)
    yield from source_problems("source", rule.source)
    yield from _wrong_needs(rule.needs)
    mend = "give cautions such as late(...)"
    yield from _wrong_members("cautions", rule.cautions, CautionText, caution_problems, mend)
    mend = "give sentences such as do(...) and dont(...)"
    yield from _wrong_members("wording", rule.wording, Wording, wording_problems, mend)


def _wrong_needs(needs: Any) -> Iterator[Problem]:
    mend = "give facts"
    if not isinstance(needs, tuple):
        yield Problem("needs", f"{shown(needs)} does not belong here", mend)
    for index, need in enumerate(_listed(needs)):
        place = f"needs[{index}]"
        if not isinstance(need, Expression):
            yield Problem(place, f"{shown(need)} does not belong here", mend)
        elif not (need.is_moment or any(fact.unknown_if_missing for fact in need.facts)):
            yield Problem(place, f"{shown(need)} is never unknown", "make it a condition, in given")


def _wrong_members(
    part: str, values: Any, kind: type, problems: Callable[[Any], Iterator[Problem]], mend: str
) -> Iterator[Problem]:
    """Yield what is wrong with the values of a part that has to list values of a kind."""
    if not isinstance(values, tuple):
        yield Problem(part, f"{shown(values)} does not belong here", mend)
    for index, value in enumerate(_listed(values)):
        place = f"{part}[{index}]"
        if isinstance(value, kind):
            yield from (problem.within(place) for problem in problems(value))
        else:
            yield Problem(place, f"{shown(value)} does not belong here", mend)


def _narrower(rule: Rule, per: Per, refused: set[str]) -> Iterator[Problem]:
    depth = PERS.index(per)
    for place, expression in rule.expressions():
        if place in refused or PERS.index(expression.per) <= depth:
            continue
        for fact in sorted(expression.facts, key=lambda fact: fact.name):
            if PERS.index(fact.per) > depth:
                message = f"{fact.name} is narrower than the rule, which is per {per}"
                yield Problem(place, message, f"make the rule per {fact.per}, or leave it out")


def _text_problems(rule: Rule, per: Per) -> Iterator[Problem]:
    yield from text_problems("text", rule.text, per)
    for index, caution in enumerate(rule.cautions):
        if isinstance(caution, CautionText):
            yield from text_problems(f"cautions[{index}].text", caution.text, per, *DATES)
    for index, sentence in enumerate(_listed(rule.wording)):
        if isinstance(sentence, Wording):
            yield from text_problems(f"wording[{index}].text", sentence.text, per)
    asks = {fact.ask: fact for fact in rule.facts if fact.ask}
    for ask in sorted(asks):
        yield from text_problems(f"{asks[ask].name}.ask", ask, asks[ask].per)


def _taken(rule: Rule) -> Iterator[Problem]:
    own = {fact.name for fact in rule.facts if fact.own is not None}
    for name in sorted(own & SHIPPED.keys()):
        mend = f"use {name} itself, or give yours another name"
        yield Problem("facts", f"{name} is the name of a fact that is there already", mend)


def _never_shown(rule: Rule) -> Iterator[Problem]:
    needed = {"open": "best", "late": "due", "closed": "closes"}
    phases = [caution.phase for caution in rule.cautions if isinstance(caution, CautionText)]
    for index, phase in enumerate(phases):
        place, part = f"cautions[{index}]", needed.get(phase, "opens")
        if rule.dated()[part] is None and rule.kind != "veto":
            takes_part = part != "best" or rule.kind != "guard"
            mend = f"give the rule its {part}" if takes_part else "leave it out"
            yield Problem(place, f"is never shown without {part}", mend)
        if phase == "early" and rule.kind == "reminder":
            message = "a reminder forbids nothing, and so is never too early"
            yield Problem(place, message, "leave it out, or make the rule advice")
        if phase in phases[:index]:
            yield Problem(place, "is the second of its kind", "leave one of the two out")


def _ambiguous(rule: Rule) -> Iterator[Problem]:
    names = [parameter.name for parameter in rule.parameters]
    for name in sorted({name for name in names if names.count(name) > 1}):
        message = f"two parameters are called {shown(name)}, and differ"
        yield Problem("parameters", message, "give each a name of its own, or use one for both")
