"""Rule sets as dictionaries."""

from __future__ import annotations

from interview_followup._files.format_number import FORMAT
from interview_followup.exports.dictionaries._rule_types import RuleDict, RuleSetDict
from interview_followup.exports.dictionaries._subjects import wording_dicts
from interview_followup.language._rule import Rule
from interview_followup.language._rule_set import RuleSet


def rule_set_dict(rules: RuleSet) -> RuleSetDict:
    """Return what each rule says, in the order in which the rules are written."""
    return {"format": FORMAT, "rules": [_rule(rule) for rule in rules]}


def _rule(rule: Rule) -> RuleDict:
    return {
        "name": rule.name,
        "act": rule.act,
        "kind": rule.kind,
        "per": rule.per,
        "item": rule.source.item,
        "text": str(rule.text),
        "says": {part: str(expression) for part, expression in rule.says()},
        "where": rule.where(),
        "why": rule.why,
        "wording": wording_dicts(rule.wording),
        "source": str(rule.source),
        "parameters": [
            {
                "name": f"{rule.name}.{parameter.name}",
                "value": str(parameter),
                "text": parameter.text,
                "source": str(parameter.source),
            }
            for parameter in rule.parameters
        ],
    }
