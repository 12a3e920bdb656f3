"""Facts of somebody's own, as a document says them: read as the rules that ask for them take them.

What no rule asks for is left out, for `vocabulary` to refuse, or kept as it is.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Literal, TypeAlias
from zoneinfo import ZoneInfo

from attrs import frozen

from interview_followup._documents import written
from interview_followup._errors import invalid, near, shown
from interview_followup._files.local_times import read_date_or_moment
from interview_followup._files.plain_values import read_fact
from interview_followup.language._expression import Expression
from interview_followup.language._kinds import Count, Detail, Moment
from interview_followup.language._rule_set import RuleSet
from interview_followup.model._checks import Invalid, refuse
from interview_followup.model._converters import is_nothing

IfUnknown: TypeAlias = Literal["refuse", "keep"]
"""What becomes of acts and facts that no rule knows."""

Told: TypeAlias = Iterator[tuple[str, Any, Expression[Any] | None]]
ReadTold: TypeAlias = Callable[[Told, ZoneInfo], dict[str, Any]]


@frozen
class OwnFacts:
    """The facts that some packs ask for, and how what a document says of them is read."""

    packs: Sequence[RuleSet]
    _read_told: ReadTold

    def expressions(self, about: str) -> Mapping[str, Expression[Any]]:
        """Return the facts about subjects of a kind, each as the first pack has it that asks."""
        return ChainMap(*[rules.own_facts_of(about) for rules in self.packs])

    def read(self, about: str, value: Any, zone: ZoneInfo) -> Any:
        """Return the facts that a document says; local times are those of the zone."""
        if not isinstance(value, Mapping):
            return refuse(f"{written(value)} is not a table", "give one with a key for each fact")
        expressions = self.expressions(about)
        facts = ((name, fact) for name, fact in value.items() if not is_nothing(fact))
        return self._read_told(((name, fact, expressions.get(name)) for name, fact in facts), zone)


def own_facts(packs: Sequence[RuleSet], unknown: IfUnknown) -> OwnFacts:
    """Return the facts that some packs ask for, read as what becomes of the others says.

    Raises:
        InvalidInput: `unknown` is not one of its two words.
    """
    readers: dict[str, ReadTold] = {"refuse": _known, "keep": _all}
    if not isinstance(unknown, str) or unknown not in readers:
        raise invalid("unknown", f"{shown(unknown)} is not known", near(str(unknown), readers))
    return OwnFacts(packs, readers[unknown])


def _known(facts_told: Told, zone: ZoneInfo) -> dict[str, Any]:
    """Return the facts that rules ask for, and no truth where they ask for none."""
    facts: dict[str, Any] = {}
    for name, fact, expression in facts_told:
        is_detail = isinstance(expression, Detail | Count)
        if isinstance(expression, Moment) or (is_detail and isinstance(fact, date | Mapping)):
            facts[name] = _read_time(fact, zone)
        elif is_detail or isinstance(fact, bool):
            facts[name] = read_fact(fact)
    return facts


def _all(facts_told: Told, zone: ZoneInfo) -> dict[str, Any]:
    """Return all facts; what is no moment where rules ask for one stays as it is."""
    facts: dict[str, Any] = {}
    for name, fact, expression in facts_told:
        facts[name] = fact
        is_time = isinstance(fact, date | Mapping)
        if is_time or isinstance(expression, Moment):
            moment = _read_time(fact, zone)
            facts[name] = fact if isinstance(moment, Invalid) and not is_time else moment
    return facts


def _read_time(value: Any, zone: ZoneInfo) -> Any:
    """Return a date or a moment; a table, which tells a time from a text, may hold either."""
    if isinstance(value, Mapping):
        known = {key: part for key, part in value.items() if not is_nothing(part)}
        value = known["at"] if set(known) == {"at"} else value
    return read_date_or_moment(value, zone)
