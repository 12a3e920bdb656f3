"""What a file takes from this library: only that may name it as its source."""

from __future__ import annotations

from collections.abc import Iterator

from interview_followup._errors import Problem, as_key
from interview_followup.advice.cv_library import CV_LIBRARY
from interview_followup.language._expression import Parameter
from interview_followup.language._rule import Rule
from interview_followup.language._rule_set import RuleSet
from interview_followup.language._source import OURS, Source
from interview_followup.language._vocabulary import NUMBERS

_OURS = (OURS.title, "this library", "interview followup")
_MEND = "say what it is taken from, or that it is your own choice"


def borrowed(rules: RuleSet) -> Iterator[Problem]:
    """Yield what names this library as its source without being one of its rules' own.

    A number may where rule, name and value are those of a shipped one, or it is tuned from that.
    """
    shipped = {rule.name: rule for rule in CV_LIBRARY}
    for index, rule in enumerate(rules):
        place, own = f"rules[{index}]", shipped.get(rule.name)
        for number in rule.parameters:
            if _names_us(number.source) and not _is_shipped(number, own):
                key = f"{place} ({rule.name}), parameter {as_key(number.name)}"
                yield Problem(key, "is no number of this library", _MEND)
        if _names_us(rule.source) and (own is None or own.source != rule.source):
            yield Problem(f"{place}.source ({rule.name})", "is not this library", _MEND)
        wording = own.wording if own else ()
        for part, sentence in enumerate(rule.wording):
            if _names_us(sentence.source) and sentence not in wording:
                key = f"{place}.wording[{part}].source ({rule.name})"
                yield Problem(key, "is not this library", _MEND)


def _names_us(source: Source) -> bool:
    """Tell whether a source names this library."""
    words = f"{source.title} {source.author or ''}".casefold()
    plain = " ".join(words.replace("_", " ").replace("-", " ").split())
    return any(ours.casefold() in plain for ours in _OURS)


def _is_shipped(number: Parameter, rule: Rule | None) -> bool:
    """Tell whether a number is a shipped one, or tuned from one."""
    known = {each.name: each for each in rule.parameters} if rule else {}
    known |= {each.leaf.name: each.leaf for each in NUMBERS.values() if each.leaf.name not in known}
    ours = known.get(number.name)
    if ours is None:
        return False
    tuned_from = f"tuned from {ours}: {ours.source}"
    return number == ours or number.source.title.endswith(tuned_from)
