"""A rule: a piece of advice as a value, which maps facts to a window and never mentions now."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from string import Formatter
from typing import Any, NamedTuple

from attrs import evolve, field, frozen

from interview_followup._clock import Period
from interview_followup._errors import InvalidInput, Problem, Shown, near
from interview_followup.language._expression import Expression, Fact, Parameter, leaves, nodes
from interview_followup.language._expressions import (
    AUTHOR,
    OURS,
    Condition,
    Detail,
    Moment,
    days,
    literal,
    parameter,
)
from interview_followup.language._facts import LABELS, SHIPPED, Facts, Route
from interview_followup.language._operators import FIRST_KNOWN, KNOWN, NAMED
from interview_followup.language._source import Source
from interview_followup.language._subject import PERS, Per, Subject
from interview_followup.language._window import PHASES, Phase
from interview_followup.model._converters import SLUG_MEND, is_slug

DATED = ("opens", "best", "due", "closes")
DATES = ("opens", "due", "closes")

MISSED_FOR = parameter("missed-for", days(7), "for how long to say that it was missed", source=OURS)


class CautionText(NamedTuple):
    """What to warn of while a rule's window is in some `phase`; `text` may mention {opens} etc."""

    phase: Phase
    text: str
    since: Moment | None = None
    lasting: Expression[Period] | None = None


def early(text: str, *, since: Moment) -> CautionText:
    """Return a caution that it is too early, shown from `since` until the window opens."""
    return CautionText("early", text, since=since)


def before_closing(text: str) -> CautionText:
    """Return a caution that the chance is about to pass, shown from `best` until it closes."""
    return CautionText("open", text)


def late(text: str) -> CautionText:
    """Return a caution that it is getting late, shown from `due` until the window closes."""
    return CautionText("late", text)


def closed(text: str, *, lasting: Period | Expression[Period] = MISSED_FOR) -> CautionText:
    """Return a caution that the chance was missed, shown for a while after the window closed."""
    return CautionText("closed", text, lasting=literal(lasting))


class Cited(NamedTuple):
    """Rules that say something together: their names, their sources, and why they say it."""

    rules: tuple[str, ...]
    source: str
    why: str


def cited(rules: Sequence[Rule]) -> Cited:
    """Return what is said of several rules, or of one."""
    if len(rules) == 1:
        return rules[0].cited
    sources = dict.fromkeys([rule.cited.source for rule in rules])
    names = tuple([rule.name for rule in rules])
    return Cited(names, "; ".join(sources), " ".join([rule.why for rule in rules]))


def _per(value: Facts | Per) -> Any:
    return value.per if isinstance(value, Facts) else value


def _several(value: Any) -> Any:
    if isinstance(value, Expression | CautionText):
        return (value,)
    return tuple(value) if isinstance(value, Iterable) and not isinstance(value, str) else value


@frozen(kw_only=True, repr=False)
class Rule(Shown):
    """A piece of advice: for each subject of a kind, an act and the window for it.

    `per` is a namespace of facts (`search`, `application`, `interview`, `person`) or its name. The
    rule speaks where `given` holds, from `since` on; it cannot be acted on while one of `needs` is
    unknown, and is done with when `satisfied_by` holds. Without `best` it is a guard: it forbids
    until it opens, and asks for nothing. Texts may mention {person}, {employer}, {role},
    {recruiter} and {other_employer}. `nodes` are all expressions in it, `doubted` those that its
    window does without where they are unknown; it `is_personal` if its moments may differ between
    the people met at one interview. `token` is no other rule's.

    Raises:
        InvalidInput: A part is of the wrong kind, or about a narrower subject than `per`.
    """

    name: str
    act: str = field()
    per: Per = field(converter=_per)
    given: Condition | None = None
    needs: tuple[Expression[Any], ...] = field(default=(), converter=_several)
    since: Moment | None = None
    opens: Moment
    best: Moment | None = None
    due: Moment | None = None
    closes: Moment | None = None
    satisfied_by: Condition | None = None
    channel: str | Detail[Route] | None = None
    text: str
    cautions: tuple[CautionText, ...] = field(default=(), converter=_several)
    source: Source = AUTHOR
    why: str
    nodes: tuple[Expression[Any], ...] = field(init=False, eq=False)
    doubted: tuple[Expression[Any], ...] = field(init=False, eq=False)
    cited: Cited = field(init=False, eq=False)
    is_personal: bool = field(init=False, eq=False)
    token: object = field(init=False, eq=False, factory=object)

    @act.default
    def _(self) -> str:
        return self.name

    def __attrs_post_init__(self) -> None:
        inherit = partial(object.__setattr__, self)
        inherit("nodes", tuple(nodes(self.trees())))
        if problems := list(_problems(self)):
            raise InvalidInput(problem.within(str(self.name)) for problem in problems)
        doubted = {id(each): each for node in nodes(self.moments()) for each in _passed_by(node)}
        inherit("doubted", tuple(doubted.values()))
        inherit("cited", Cited((self.name,), str(self.source), self.why))
        inherit("is_personal", any(each.personal for each in self._timed()))

    def __repr__(self) -> str:
        return f"<Rule {self.name}: {self.text}>"

    @property
    def is_guard(self) -> bool:
        """Whether the rule only forbids."""
        return self.best is None

    def expressions(self) -> Iterator[tuple[str, Expression[Any]]]:
        """Yield every expression in the rule, with its place."""
        for part in _PARTS:
            if isinstance(value := getattr(self, part), Expression):
                yield part, value
        for index, need in enumerate(_listed(self.needs)):
            if isinstance(need, Expression):
                yield f"needs[{index}]", need
        for index, caution in enumerate(_listed(self.cautions)):
            for part in _CAUTION_PARTS:
                if isinstance(value := getattr(caution, part, None), Expression):
                    yield f"cautions[{index}].{part}", value

    def says(self) -> Iterator[tuple[str, Expression[Any]]]:
        """Yield what the rule says of its act, without the dates of its cautions."""
        return (each for each in self.expressions() if not each[0].startswith("cautions"))

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
        """The numbers that can be tuned, by name."""
        found = leaves(Parameter, self.nodes)
        return tuple(sorted(found, key=lambda each: each.name))

    def moments(self) -> Iterator[Expression[Any]]:
        """Yield the moments of the rule's window."""
        return (each for part in DATED if (each := getattr(self, part)) is not None)

    def trees(self) -> Iterator[Expression[Any]]:
        """Yield every expression in the rule."""
        return (each for _, each in self.expressions())

    def _timed(self) -> Iterator[Expression[Any]]:
        """Yield every moment in the rule, those of its cautions included."""
        ends = [self.since, *[each.since for each in self.cautions]]
        yield from (each for each in (*self.moments(), *ends) if each is not None)

    def tuned(self, parameters: Iterable[Parameter]) -> Rule:
        """Return the rule with parameters in place of its own of the same names."""
        named, made = tuple(parameters), dict[int, Expression[Any]]()

        def tuned(value: Rule | CautionText, parts: tuple[str, ...]) -> dict[str, Any]:
            held = [(part, getattr(value, part)) for part in parts]
            return {
                part: each.tuned(named, made) for part, each in held if isinstance(each, Expression)
            }

        cautions = [each._replace(**tuned(each, _CAUTION_PARTS)) for each in self.cautions]
        needs = [each.tuned(named, made) for each in self.needs]
        return evolve(self, **tuned(self, _PARTS), needs=needs, cautions=cautions)


_PARTS = ("given", "since", "opens", "best", "due", "closes", "satisfied_by", "channel")
_WRAPPED: dict[Any, str] = {Condition: "condition_fact", Moment: "moment_fact"}
_CAUTION_PARTS = ("since", "lasting")
_KINDS: dict[str, tuple[type[Any], str]] = {
    "given": (Condition, "a condition"),
    "satisfied_by": (Condition, "a condition"),
    "since": (Moment, "a moment"),
    "opens": (Moment, "a moment"),
    "best": (Moment, "a moment"),
    "due": (Moment, "a moment"),
    "closes": (Moment, "a moment"),
    "channel": (str | Detail, "a name, or a fact that gives a Route"),  # type: ignore[dict-item]
}


def _listed(values: Any) -> tuple[Any, ...]:
    """Return values that were given as a list; what is none is refused for that."""
    return values if isinstance(values, tuple) else ()


def _passed_by(node: Expression[Any]) -> tuple[Expression[Any], ...]:
    """Return what a node does without, where it is unknown."""
    if node.operator is FIRST_KNOWN:
        return node.operands[:-1]
    return node.operands if node.operator is KNOWN else ()


def _problems(rule: Rule) -> Iterator[Problem]:
    for part in ("name", "act"):
        if not is_slug(value := getattr(rule, part)):
            yield Problem(part, f"{value!r} is not a slug", SLUG_MEND)
    if rule.per not in PERS:
        yield Problem("per", f"{rule.per!r} is no kind of subject", near(str(rule.per), PERS))
    wrong = list(_wrong_kinds(rule))
    yield from wrong
    per = rule.per if rule.per in PERS else "person"
    lists = [part for part in ("needs", "cautions") if not isinstance(getattr(rule, part), tuple)]
    if not lists:
        yield from _narrower(rule, per, {problem.place for problem in wrong})
        yield from _misspelt(rule, per)
        yield from _taken(rule)
        yield from _never_shown(rule)
    if not wrong:
        yield from _ambiguous(rule)


def _wrong_kinds(rule: Rule) -> Iterator[Problem]:
    for part, (kind, words) in _KINDS.items():
        value = getattr(rule, part)
        if not isinstance(value, kind) and (value is not None or part == "opens"):
            mend = f"give {words}"
            if callable(value) and kind in _WRAPPED:
                mend = f"wrap it, as in {_WRAPPED[kind]}(name, label, function)"
            yield Problem(part, f"{value!r} is not {words}", mend)
    if not isinstance(rule.source, Source):
        yield Problem("source", f"{rule.source!r} is not a source", "give a Source(...)")
    for part in ("text", "why"):
        if not isinstance(getattr(rule, part), str):
            yield Problem(part, f"{getattr(rule, part)!r} is not text", "give a sentence")
    for part, item, mend in (
        ("needs", Expression, "give facts"),
        ("cautions", CautionText, "give cautions such as late(...)"),
    ):
        values = getattr(rule, part)
        if not isinstance(values, tuple):
            yield Problem(part, f"{values!r} does not belong here", mend)
            continue
        for index, value in enumerate(values):
            if not isinstance(value, item):
                yield Problem(f"{part}[{index}]", f"{value!r} does not belong here", mend)
            elif isinstance(value, Expression) and not _may_be_unknown(value):
                message = f"{value} is never unknown"
                yield Problem(f"{part}[{index}]", message, "make it a condition, in given")
            elif isinstance(value, CautionText):
                yield from (each.within(f"{part}[{index}]") for each in _wrong_caution(value))


def _may_be_unknown(need: Expression[Any]) -> bool:
    return need.is_moment or any(fact.ask is not None for fact in need.facts)


def _never_shown(rule: Rule) -> Iterator[Problem]:
    needed = {"open": "best", "late": "due", "closed": "closes"}
    phases = [each.phase for each in rule.cautions if isinstance(each, CautionText)]
    for index, phase in enumerate(phases):
        place, part = f"cautions[{index}]", needed.get(phase, "opens")
        if getattr(rule, part) is None:
            yield Problem(place, f"is never shown without {part}", f"give the rule its {part}")
        if phase in phases[:index]:
            yield Problem(place, "is the second of its kind", "leave one of the two out")


def _wrong_caution(caution: CautionText) -> Iterator[Problem]:
    phase, text, since, lasting = caution
    if phase not in PHASES:
        yield Problem("phase", f"{phase!r} is no phase", near(str(phase), PHASES))
    if not isinstance(text, str):
        yield Problem("text", f"{text!r} is not text", "give a sentence")
    if (phase == "early" or since is not None) and not isinstance(since, Moment):
        yield Problem("since", f"{since!r} is not a moment", "give a moment")
    value = lasting.constant if isinstance(lasting, Expression) else lasting
    if (phase == "closed" or lasting is not None) and not isinstance(value, Period):
        yield Problem("lasting", f"{value!r} is not a period", "give a period such as days(7)")


def _narrower(rule: Rule, per: Per, refused: set[str]) -> Iterator[Problem]:
    depth = PERS.index(per)
    for place, expression in rule.expressions():
        if place in refused or PERS.index(expression.per) <= depth:
            continue
        for fact in sorted(expression.facts, key=lambda each: each.name):
            if PERS.index(fact.per) > depth:
                message = f"{fact.name} is narrower than the rule, which is per {per}"
                yield Problem(place, message, f"make the rule per {fact.per}, or leave it out")


def _taken(rule: Rule) -> Iterator[Problem]:
    for name in sorted(
        {fact.name for fact in rule.facts if fact.told is not None} & SHIPPED.keys()
    ):
        mend = f"use {name} itself, or give yours another name"
        yield Problem("facts", f"{name} is the name of a fact that is there already", mend)


def _misspelt(rule: Rule, per: Per) -> Iterator[Problem]:
    yield from _unfillable("text", rule.text, per)
    for index, caution in enumerate(rule.cautions):
        if isinstance(caution, CautionText):
            yield from _unfillable(f"cautions[{index}].text", caution.text, per, *DATES)
    asks = {fact.ask: fact for fact in rule.facts if fact.ask}
    for ask in sorted(asks):
        yield from _unfillable(f"{asks[ask].name}.ask", ask, asks[ask].per)


def _unfillable(place: str, text: object, per: Per, *more: str) -> Iterator[Problem]:
    if not isinstance(text, str):
        return
    labels = [name for name, (each, _) in LABELS.items() if PERS.index(each) <= PERS.index(per)]
    try:
        fields = [each for each in Formatter().parse(text) if each[1] is not None]
    except ValueError as error:
        yield Problem(place, f"cannot be filled in: {error}", "double a brace to keep it")
        return
    for name in sorted({str(name) for _, name, _, _ in fields} - {*labels, *more}):
        mend = near(name, [*labels, *more])
        yield Problem(place, f"{{{name}}} is nothing it can mention", mend)
    for _, field_name, form, conversion in fields:
        if form or conversion:
            message = f"{{{field_name}}} cannot be given another form"
            yield Problem(place, message, f"write {{{field_name}}}")


def _ambiguous(rule: Rule) -> Iterator[Problem]:
    names = [each.name for each in rule.parameters]
    for name in sorted({name for name in names if names.count(name) > 1}):
        message = f"two parameters are called {name!r}, and differ"
        yield Problem("parameters", message, "give each a name of its own, or use one for both")


@lru_cache(maxsize=4096)
def placeholders(text: str) -> frozenset[str] | None:
    """Return the names that a text mentions in braces; None if it has no brace at all."""
    if "{" not in text and "}" not in text:
        return None
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def fill(text: str, subject: Subject, **more: str) -> str:
    """Return a text with what it mentions of a subject filled in."""
    labels = _labels(text)
    if labels is None:
        return text
    return text.format(**{name: label(subject) for name, label in labels}, **more)


@lru_cache(maxsize=4096)
def _labels(text: str) -> tuple[tuple[str, Callable[[Subject], str]], ...] | None:
    names = placeholders(text)
    if names is None:
        return None
    return tuple([(name, LABELS[name][1]) for name in names if name in LABELS])
