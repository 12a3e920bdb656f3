"""The rules that the tables of a file stand for, or all that is wrong in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import evolve

from interview_followup._clock import Period
from interview_followup._errors import InvalidInput, Problem, as_key, invalid
from interview_followup.advice._pack_names import (
    SCOPED,
    Sources,
    facts_in,
    scope_in,
    source_in,
    sources_in,
)
from interview_followup.advice._pack_tables import Table
from interview_followup.language._caution import MISSED_FOR, CautionText
from interview_followup.language._constants import literal
from interview_followup.language._expression import Expression, Parameter
from interview_followup.language._facts import SHIPPED
from interview_followup.language._kinds import Condition, Detail, Moment
from interview_followup.language._parsing import Scope
from interview_followup.language._rule import KINDS, Rule
from interview_followup.language._rule_set import RuleSet
from interview_followup.language._text_choice import Text, TextChoice
from interview_followup.language._wording import Wording

LINES = ("name", "act", "kind", "per", "why")
EXPRESSIONS: dict[str, tuple[type, str]] = {
    "given": (Condition, "a condition"),
    "since": (Moment, "a moment"),
    "opens": (Moment, "a moment"),
    "best": (Moment, "a moment"),
    "due": (Moment, "a moment"),
    "closes": (Moment, "a moment"),
    "satisfied_by": (Condition, "a condition"),
}
TOP_KEYS = ("facts", "sources", *SCOPED, "rules")
RULE_KEYS = (
    *(*LINES, *EXPRESSIONS, "needs", "channel", "text", "cautions", "wording", "source"),
    *SCOPED,
)
CAUTION_KEYS = ("phase", "text", "since", "lasting", "until")
WORDING_KEYS = ("kind", "text", "source")
CHOICE_KEYS = ("when", "then", "otherwise")
REQUIRED = {
    "name": "call it, as in name = 'send-card'",
    "per": "say what it is about: search, application, interview or person",
    "text": "say what to do, in a sentence",
    "why": "say why, in a sentence",
}
_OPENS = "say from when on it may be done, as in 'interview.ends + days(1)'"
_FACT_OR_CALL = re.compile(r"\s*\w+(\.\w|\s*\()")


def rules_in(document: Any) -> RuleSet:
    """Return the rules that a document stands for.

    Raises:
        InvalidInput: With all that is wrong in it, up to a hundred problems.
    """
    if not isinstance(document, Mapping):
        raise invalid("", "holds no tables", "write [[rules]] above each rule")
    if "applications" in document and "rules" not in document:
        raise invalid("", "is a job search, and no pack", "give it as the search")
    top = Table(document, [])
    top.refuse_keys(TOP_KEYS)
    sources = sources_in(top)
    scope = scope_in(top, Scope({}, facts_in(top)), sources)
    rules = [_rule(table, scope, sources) for table in top.tables("rules")]
    if not rules and not top.problems:
        top.refuse("rules", "is missing", "write [[rules]] above each rule")
    if not top.problems:
        _refuse_unused(top, scope, [rule for rule in rules if rule], "in no rule")
    return _rule_set(top, rules)


def _rule_set(top: Table, rules: list[Rule | None]) -> RuleSet:
    """Return the rules as a set; if some are refused, with what is wrong between the others."""
    places = {index: rule for index, rule in enumerate(rules) if rule is not None}
    is_whole = not top.problems
    try:
        rule_set = RuleSet(places.values())
    except InvalidInput as error:
        for problem in error.problems:
            if is_whole or problem.place.startswith("rules["):
                top.problems.append(_of_set(problem, places))
    if top.problems:
        raise InvalidInput(top.problems)
    return rule_set


def _of_set(problem: Problem, rules: Mapping[int, Rule]) -> Problem:
    """Return a problem of a rule set with the place in the file."""
    if match := re.fullmatch(r"rules\[(\d+)\]", problem.place):
        index = list(rules)[int(match[1])]
    else:
        index = next(position for position, rule in rules.items() if rule.name == problem.place)
    return problem._replace(place=f"rules[{index}] ({as_key(rules[index].name)})")


def _refuse_unused(table: Table, scope: Scope, rules: Iterable[Rule], where: str) -> None:
    """Refuse what a table gives a name to, facts and all, and none of the rules uses."""
    numbers = {number for rule in rules for number in rule.parameters}
    nodes = {id(node) for rule in rules for node in rule.nodes}
    for place, value in _given_names(table, scope):
        is_used = value.leaf in numbers if isinstance(value.leaf, Parameter) else id(value) in nodes
        if not is_used:
            mend = "name it in an expression, or leave it out"
            table.refuse(place, f"is used {where}", mend)


def _given_names(table: Table, scope: Scope) -> Iterator[tuple[str, Any]]:
    """Yield what a table gives a name to, each after its place."""
    if "facts" in table.content:
        yield from ((f"facts[{index}]", fact) for index, fact in enumerate(scope.facts.values()))
    for part in SCOPED:
        yield from ((f"{part}.{key}", scope.names[key]) for key in table.content.get(part, ()))


# -- a rule ---------------------------------------------------------------------------------------


def _rule(table: Table, outer: Scope, sources: Sources) -> Rule | None:
    """Return the rule that a table stands for; None, if something in it is refused."""
    name = table.content.get("name")
    table = evolve(table, of=name if isinstance(name, str) else "")
    table.refuse_keys(RULE_KEYS)
    scope = scope_in(table, outer, sources)
    parts: dict[str, Any] = {key: table.line(key) for key in LINES}
    for key, (kind, words) in EXPRESSIONS.items():
        parts[key] = table.expression(key, kind, words, scope)
    parts["needs"] = _needs(table, scope)
    parts["channel"] = _channel(table, scope)
    parts["text"] = _text(table, "text", scope)
    parts["cautions"] = [*_cautions(table, scope)]
    parts["wording"] = [*_wording(table, sources)]
    parts["source"] = source_in(table, "source", sources)
    table.refuse_missing(REQUIRED)
    if parts["kind"] in {None, *KINDS} - {"veto"}:
        table.refuse_missing({"opens": _OPENS})
    rule = _made(table, {key: value for key, value in parts.items() if value is not None})
    if rule is not None and not table.failed:
        _refuse_unused(table, scope, [rule], "nowhere in the rule")
    return None if table.failed else rule


def _made(table: Table, parts: dict[str, Any]) -> Rule | None:
    """Return the rule of some parts; what it says of those that are refused is no news."""
    is_open = "opens" in table.failed or parts.get("kind", "advice") not in KINDS
    stand_ins = _STAND_INS | ({"opens": _SOME_MOMENT} if is_open else {})
    try:
        return Rule(**{**stand_ins, **parts})
    except InvalidInput as error:
        for problem in error.problems:
            place = problem.place.removeprefix(f"{as_key(parts.get('name', 'unnamed'))}.")
            key = re.split(r"[.\[]", place)[0]
            if key not in table.failed and (key != "act" or "act" in parts):
                table.refuse(place, problem.message, problem.mend)
        return None


# What stands in for what is refused, so that all else of the rule is looked at.
_SOME_MOMENT = SHIPPED["search.signed"]
_STAND_INS: dict[str, Any] = {
    "name": "unnamed",
    "per": "person",
    "text": "Do it",
    "why": "It helps.",
}


def _needs(table: Table, scope: Scope) -> list[Any]:
    needs = table.content.get("needs")
    if isinstance(needs, str):
        return [table.expression("needs", Expression, "a fact", scope)]
    mend = "list facts, as in needs = ['person.email']"
    return [
        table.as_expression(key, text, Expression, "a fact", scope)
        for key, text in table.entries("needs", mend)
    ]


def _channel(table: Table, scope: Scope) -> Any:
    """Return the channel: a fact that gives a route, where it reads like a fact, or a name."""
    channel = table.content.get("channel")
    if isinstance(channel, str) and _FACT_OR_CALL.match(channel):
        return table.expression("channel", Detail, "a fact that gives a way to reach them", scope)
    return table.line("channel")


def _text(table: Table, key: str, scope: Scope) -> Text | None:
    """Return a text, or a choice of two: a table of them, or as it is written in Python."""
    value = table.content.get(key)
    if isinstance(value, str) and value.lstrip().startswith("when("):
        choice = table.expression(key, TextChoice, "a choice of two texts", scope)
        return choice if isinstance(choice, TextChoice) else None
    if not isinstance(value, Mapping):
        return table.line(key)
    inner = table.inner(key, CHOICE_KEYS)
    if inner is None:
        return None
    condition = inner.expression("when", Condition, "a condition", scope)
    then, otherwise = inner.line("then"), inner.line("otherwise")
    inner.refuse_missing(dict.fromkeys(CHOICE_KEYS, "give when, then and otherwise"))
    if inner.failed or then is None or otherwise is None:
        return None
    return TextChoice(condition, then, otherwise)


def _cautions(outer: Table, scope: Scope) -> Iterator[CautionText]:
    for table in outer.tables("cautions", CAUTION_KEYS):
        phase: Any = table.line("phase")
        text = _text(table, "text", scope)
        since, until = (
            table.expression(key, Moment, "a moment", scope) for key in ("since", "until")
        )
        lasting = table.expression("lasting", (Period, Expression), "a period", scope)
        table.refuse_missing({"phase": "give early, open, late or closed", "text": "say it"})
        if phase == "closed" and lasting is None:
            lasting = MISSED_FOR
        if text is not None and not table.failed:
            lasts = None if lasting is None else literal(lasting)
            yield CautionText(phase, text, since, lasts, until)


def _wording(outer: Table, sources: Sources) -> Iterator[Wording]:
    for table in outer.tables("wording", WORDING_KEYS):
        kind: Any = table.line("kind")
        text = table.line("text")
        source = source_in(table, "source", sources)
        table.refuse_missing({"kind": "give do or dont", "text": "say it"})
        if not table.failed:
            yield Wording(kind, str(text), source)
