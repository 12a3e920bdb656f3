"""Facts of somebody's own, as a document says them: read as the rules that ask for them take them.

What no rule asks for is left out, for `vocabulary` to refuse, or kept as it is.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any, Literal, TypeAlias
from zoneinfo import ZoneInfo

from interview_followup._documents import written
from interview_followup._errors import Problem, invalid, near, shown
from interview_followup._files.local_times import read_date_or_moment
from interview_followup._files.plain_values import read_fact
from interview_followup._files.table_keys import NO_KEY
from interview_followup.language._expression import Expression
from interview_followup.language._kinds import Count, Detail, Moment
from interview_followup.language._rule_set import RuleSet
from interview_followup.language._subject import PERS
from interview_followup.model._checks import Invalid, refuse
from interview_followup.model._converters import is_nothing

IfUnknown: TypeAlias = Literal["refuse", "keep"]
"""What becomes of acts and facts that no rule knows."""

ReadFacts: TypeAlias = Callable[[str, Any, ZoneInfo], Any]
"""Takes whom facts are about, what a document says, and the zone that local times there are in."""

Told: TypeAlias = Iterator[tuple[str, Any, Expression[Any] | None]]
ReadTold: TypeAlias = Callable[[Told, ZoneInfo], dict[str, Any]]

_TABLES = ("applications", "interviews", "interviewers")


def facts_reader(packs: Sequence[RuleSet], unknown: IfUnknown) -> ReadFacts:
    """Return how facts are read by the first of some packs that asks for them, if any does.

    Raises:
        InvalidInput: `unknown` is not one of its two words.
    """
    readers: dict[str, ReadTold] = {"refuse": _known, "keep": _all}
    if not isinstance(unknown, str) or unknown not in readers:
        raise invalid("unknown", f"{shown(unknown)} is not known", near(str(unknown), readers))
    return partial(_read, packs, readers[unknown])


def _read(packs: Sequence[RuleSet], read: ReadTold, about: str, value: Any, zone: ZoneInfo) -> Any:
    if not isinstance(value, Mapping):
        return refuse(f"{written(value)} is not a table", "give one with a key for each fact")
    asked = ChainMap(*[rules.own_facts_of(about) for rules in packs])
    told = ((name, fact, asked.get(name)) for name, fact in value.items() if not is_nothing(fact))
    return read(told, zone)


def mended_as_fact(problem: Problem, packs: Sequence[RuleSet]) -> Problem:
    """Return a problem; where its key is a fact that some pack asks for, with that as the mend."""
    *outer, key = problem.path or ("",)
    tables = tuple(step for step in outer if isinstance(step, str))
    if problem.message != NO_KEY or tables != _TABLES[: len(tables)]:
        return problem
    if not any(key in rules.own_facts_of(PERS[len(tables)]) for rules in packs):
        return problem
    return problem._replace(mend=f"it is a fact; in TOML, write facts = {{ {key} = … }}")


def _known(told: Told, zone: ZoneInfo) -> dict[str, Any]:
    """Return the facts that rules ask for, and no truth where they ask for none."""
    facts: dict[str, Any] = {}
    for name, fact, expression in told:
        is_detail = isinstance(expression, Detail | Count)
        if isinstance(expression, Moment) or (is_detail and isinstance(fact, date | Mapping)):
            facts[name] = _read_time(fact, zone)
        elif is_detail or isinstance(fact, bool):
            facts[name] = read_fact(fact)
    return facts


def _all(told: Told, zone: ZoneInfo) -> dict[str, Any]:
    """Return all facts; what is no moment where rules ask for one stays as it is."""
    facts: dict[str, Any] = {}
    for name, fact, expression in told:
        facts[name] = fact
        is_time = isinstance(fact, date | Mapping)
        if is_time or isinstance(expression, Moment):
            moment = _read_time(fact, zone)
            facts[name] = fact if isinstance(moment, Invalid) and not is_time else moment
    return facts


def _read_time(value: Any, zone: ZoneInfo) -> Any:
    """Return a date or a moment; a table, which tells a time from a text, may hold either."""
    if isinstance(value, Mapping):
        told = {key: part for key, part in value.items() if not is_nothing(part)}
        value = told["at"] if set(told) == {"at"} else value
    return read_date_or_moment(value, zone)
