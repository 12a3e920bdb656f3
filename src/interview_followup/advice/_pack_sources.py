"""What a file takes from this library: only that may name it as its source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from interview_followup._errors import Problem, as_key
from interview_followup.advice._shipped import shipped_packs
from interview_followup.language._expression import Parameter
from interview_followup.language._rule import Rule
from interview_followup.language._rule_set import RuleSet
from interview_followup.language._source import OURS, Source
from interview_followup.language._vocabulary import NUMBERS
from interview_followup.language._wording import Wording

_OURS = (OURS.title, "this library", "interview followup")
_MEND = "give the source that it is taken from, or leave its source out"


def borrowed(rules: RuleSet) -> Iterator[Problem]:
    """Yield what names this library as its source without being one of its rules' own.

    A number may where rule, name and value are those of a shipped one, or it is tuned from that.
    """
    for index, rule in enumerate(rules):
        place = f"rules[{index}]"
        for number in rule.parameters:
            if _names_us(number.source) and not _is_shipped(number, _shipped(rule)):
                key = f"{place} ({rule.name}), parameter {as_key(number.name)}"
                yield Problem(key, "is no number of this library", _MEND)
        if _names_us(rule.source) and rule.source not in [own.source for own in _shipped(rule)]:
            yield Problem(f"{place}.source ({rule.name})", "is not this library", _MEND)
        for part, sentence in enumerate(rule.wording):
            if _names_us(sentence.source) and not _is_said(sentence, _shipped(rule)):
                key = f"{place}.wording[{part}].source ({rule.name})"
                yield Problem(key, "is not this library", _MEND)


def _shipped(rule: Rule) -> tuple[Rule, ...]:
    """Return the rules of the library's own packs that have the name of a rule."""
    return _shipped_rules().get(rule.name, ())


@cache
def _shipped_rules() -> dict[str, tuple[Rule, ...]]:
    """Return the rules of the library's own packs, by name; they are read once they are needed."""
    rules: dict[str, tuple[Rule, ...]] = {}
    for pack in shipped_packs():
        for rule in pack:
            rules[rule.name] = (*rules.get(rule.name, ()), rule)
    return rules


def _names_us(source: Source) -> bool:
    """Tell whether a source names this library."""
    words = f"{source.title} {source.author or ''}".casefold()
    plain = " ".join(words.replace("_", " ").replace("-", " ").split())
    return any(ours.casefold() in plain for ours in _OURS)


def _is_said(sentence: Wording, rules: Iterable[Rule]) -> bool:
    return any(sentence in rule.wording for rule in rules)


def _is_shipped(number: Parameter, rules: Iterable[Rule]) -> bool:
    """Tell whether a number is a shipped one, or tuned from one."""
    known = [own for rule in rules for own in rule.parameters if own.name == number.name]
    numbers = [expression.leaf for expression in NUMBERS.values()]
    known += [own for own in numbers if own.name == number.name]
    return any(number == own or _is_tuned(number, own) for own in known)


def _is_tuned(number: Parameter, own: Parameter) -> bool:
    return number.source.title.endswith(f"tuned from {own}: {own.source}")
