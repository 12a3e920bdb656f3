"""Rules as the tables of a file, from which they are read back the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import time
from keyword import iskeyword
from typing import Any, TypeAlias

from interview_followup._clock import Period
from interview_followup._errors import InvalidInput, Problem
from interview_followup.advice._pack_names import reads_like_a_name
from interview_followup.language._caution import MISSED_FOR, CautionText
from interview_followup.language._code import NameOf, clock_text, code_of
from interview_followup.language._expression import Expression, Parameter
from interview_followup.language._fact import Fact
from interview_followup.language._facts import is_shipped
from interview_followup.language._kinds import Condition, Count, Moment
from interview_followup.language._operators import NAMED
from interview_followup.language._parsing import NAMES
from interview_followup.language._rule import Rule
from interview_followup.language._rule_set import RuleSet
from interview_followup.language._source import AUTHOR, Source
from interview_followup.language._text_choice import Text, TextChoice
from interview_followup.language._tree import upwards
from interview_followup.language._vocabulary import name_of

Table: TypeAlias = dict[str, Any]
Parts: TypeAlias = dict["Parameter | int", "Parameter | Expression[Any]"]
"""What has a name in a file: numbers, and expressions with words of their own by their ids."""

Keys: TypeAlias = Mapping["Parameter | int", str]
Sources: TypeAlias = Mapping[Source, str]
Same: TypeAlias = Mapping[int, int]
"""Of each node by its id, the id of the first that is equal to it."""

_KINDS: dict[type, str] = {Moment: "moment", Condition: "condition", Count: "count"}
_ARTICLES = {"a", "an", "the"}
_MOST_WORDS = 6


def pack_document(rules: RuleSet) -> Table:
    """Return rules as the tables of a file.

    What several rules share stands above them all, what is of one rule in that. Expressions that
    have a name in words, and sources that are cited more than once, have a name in the file.

    Raises:
        InvalidInput: A rule uses a fact that is a function of Python.
    """
    facts, same = _told_facts(rules), _same(node for rule in rules for node in rule.nodes)
    parts = [_parts(rule, same) for rule in rules]
    sources = _cited_twice(rules, {key: part for own in parts for key, part in own.items()})
    uses = Counter(key for own in parts for key in own)
    shared = {key: part for own in parts for key, part in own.items() if uses[key] > 1}
    keys = _keys(shared, {})
    document = {
        "sources": {name: _source_table(source) for source, name in sources.items()},
        "facts": [_fact(fact) for fact in facts.values()],
        **_scope(shared, keys, same, sources),
        "rules": [
            _rule(
                rule,
                {key: part for key, part in own.items() if key not in shared},
                keys,
                same,
                sources,
            )
            for rule, own in zip(rules, parts, strict=True)
        ],
    }
    return {key: value for key, value in document.items() if value}


def _same(roots: Iterable[Expression[Any]]) -> dict[int, int]:
    """Tell which nodes are equal, in time that grows with their number."""
    first: dict[Any, int] = {}
    same: dict[int, int] = {}
    for node in upwards(roots):
        key = node.alone, *[same[id(operand)] for operand in node.operands]
        same[id(node)] = first.setdefault(key, id(node))
    return same


def _parts(rule: Rule, same: Same) -> Parts:
    """Return the numbers and expressions of a rule that have a name in a file, lowest first."""
    parts: Parts = {}
    for node in upwards([expression for _, expression in rule.expressions()], _within):
        if name_of(node) is None:
            if isinstance(node.leaf, Parameter):
                parts[node.leaf] = node.leaf
            elif node.operator is NAMED:
                parts.setdefault(same[id(node)], node)
    return parts


def _within(node: Expression[Any]) -> tuple[Expression[Any], ...]:
    """Return the operands of a node, as far as they are written."""
    return () if name_of(node) else node.operands


# -- names ----------------------------------------------------------------------------------------


def _keys(parts: Parts, outer: Keys) -> dict[Parameter | int, str]:
    """Return names of numbers and expressions beside those of `outer`, each another one."""
    keys = dict(outer)
    taken = {*outer.values()}
    for key, part in parts.items():
        words = part.name if isinstance(part, Parameter) else str(part.leaf[0])
        keys[key] = _free(words, taken)
        taken.add(keys[key])
    return keys


def _free(words: str, taken: Iterable[str]) -> str:
    """Return a name made of some words that is not taken, and that Python could take for a name."""
    parts = [
        part
        for part in re.findall("[a-z0-9]+", words.lower().replace("'", ""))
        if part not in _ARTICLES
    ]
    name = "_".join(parts[:_MOST_WORDS]) or "it"
    if name[0].isdigit():
        name = f"_{name}"
    if iskeyword(name) or name in NAMES:
        name = f"{name}_"
    free, number = name, 1
    while free in taken:
        number += 1
        free = f"{name.rstrip('_')}_{number}"
    return free


def _named_by(keys: Keys, same: Same, root: Expression[Any] | None = None) -> NameOf:
    """Return what names nodes in a file; the root itself is written in full."""

    def name(node: Expression[Any]) -> str | None:
        leaf = node.leaf
        if node is root:
            return None
        if isinstance(leaf, Parameter):
            return keys.get(leaf) or name_of(node)
        if isinstance(leaf, Fact) and leaf.own is not None:
            return leaf.name
        return name_of(node) or (keys.get(same[id(node)]) if node.operator is NAMED else None)

    return name


def _scope(parts: Parts, keys: Keys, same: Same, sources: Sources) -> Table:
    """Return the tables of numbers and expressions that have a name."""
    numbers, expressions = {}, {}
    for key, part in parts.items():
        if isinstance(part, Parameter):
            numbers[keys[key]] = _parameter(keys[key], part, sources)
        else:
            expressions[keys[key]] = code_of(part, _named_by(keys, same, part))
    return {"parameters": numbers, "expressions": expressions}


def _parameter(key: str, number: Parameter, sources: Sources) -> Table:
    is_plain = key.strip("_").replace("_", "-") == number.name
    return _given(
        name=None if is_plain else number.name,
        value=_value(number.value),
        text=number.text,
        source=_source(number.source, sources),
    )


def _value(value: object) -> Any:
    if isinstance(value, time):
        return clock_text(value)
    return str(value) if isinstance(value, Period) else value


def _given(**values: Any) -> Table:
    """Return a table of the values that say something."""
    return {key: value for key, value in values.items() if value not in (None, [], {})}


# -- facts and sources ----------------------------------------------------------------------------


def _told_facts(rules: RuleSet) -> dict[str, Expression[Any]]:
    """Return the facts that a search tells, by name, or refuse any other that is not shipped."""
    problems: list[Problem] = []
    facts: dict[str, Expression[Any]] = {}
    for rule in rules:
        for node in rule.nodes:
            fact = node.leaf
            if not isinstance(fact, Fact) or fact.act is not None or is_shipped(fact):
                continue
            if fact.own is None or fact.zone is not None:
                mend = "keep the rule in Python, or let the search tell the fact"
                message = f"uses {fact.name}, a function of Python, which no file can hold"
                problems.append(Problem(rule.name, message, mend))
            elif facts.setdefault(fact.name, node) != node:
                message = f"takes {fact.name} for another fact than is taken for it elsewhere"
                problems.append(Problem(rule.name, message, "make it one fact"))
    if problems:
        raise InvalidInput(dict.fromkeys(problems))
    return facts


def _fact(node: Expression[Any]) -> Table:
    fact: Fact = node.leaf
    return _given(
        name=fact.name,
        kind=_KINDS.get(type(node), "detail"),
        label=fact.label,
        denial=fact.denial or None,
        ask=fact.ask,
        may_not_exist=fact.may_not_exist or None,
    )


def _cited_twice(rules: RuleSet, parts: Parts) -> dict[Source, str]:
    """Return the sources that are cited more than once, with names of their own."""
    cited = [part.source for part in parts.values() if isinstance(part, Parameter)]
    cited += [rule.source for rule in rules]
    cited += [sentence.source for rule in rules for sentence in rule.wording]
    names: dict[Source, str] = {}
    for source, count in Counter(cited).items():
        if count > 1 and source != AUTHOR:
            words = f"{source.author or source.title} {source.item or ''}"
            names[source] = _free(words, names.values())
    return names


def _source(source: Source, sources: Sources) -> Any:
    """Return a source as it is cited: by its name in the file, as a title, or as a table."""
    if source == AUTHOR:
        return None
    if source in sources:
        return sources[source]
    is_title = source == Source(source.title) and not reads_like_a_name(source.title)
    return source.title if is_title else _source_table(source)


def _source_table(source: Source) -> Table:
    return _given(**source._asdict())


# -- rules ----------------------------------------------------------------------------------------


def _rule(rule: Rule, own: Parts, shared: Keys, same: Same, sources: Sources) -> Table:
    keys = _keys(own, shared)
    named = _named_by(keys, same)

    def code(value: Any) -> Any:
        return code_of(value, named) if isinstance(value, Expression) else value

    return _given(
        name=rule.name,
        act=None if rule.act == rule.name else rule.act,
        kind=None if rule.kind == "advice" else rule.kind,
        per=rule.per,
        given=code(rule.given),
        needs=[code(need) for need in rule.needs],
        since=code(rule.since),
        opens=code(rule.opens),
        best=code(rule.best),
        due=code(rule.due),
        closes=code(rule.closes),
        satisfied_by=code(rule.satisfied_by),
        channel=code(rule.channel),
        text=_text(rule.text, named),
        why=rule.why,
        source=_source(rule.source, sources),
        wording=[
            _given(kind=sentence.kind, text=sentence.text, source=_source(sentence.source, sources))
            for sentence in rule.wording
        ],
        **_scope(own, keys, same, sources),
        cautions=[_caution(caution, named) for caution in rule.cautions],
    )


def _text(text: Text, named: NameOf) -> Any:
    if not isinstance(text, TextChoice):
        return text
    condition = code_of(text.condition, named)
    return {"when": condition, "then": text.then, "otherwise": text.otherwise}


def _caution(caution: CautionText, named: NameOf) -> Table:
    phase, text, since, lasting, until = caution
    lasts = None if phase == "closed" and lasting == MISSED_FOR else lasting
    moments = {"since": since, "lasting": lasts, "until": until}
    written = {key: code_of(value, named) for key, value in moments.items() if value is not None}
    return {"phase": phase, "text": _text(text, named), **written}
