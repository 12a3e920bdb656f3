"""Plans, verdicts and rules as plain mappings, ready to be written as JSON.

Times are RFC 3339 with an offset, in the candidate's zone, or None.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from interview_followup import _clock
from interview_followup._planning.cautions import Caution
from interview_followup._planning.plan import Action, Plan
from interview_followup._planning.questions import Question
from interview_followup._planning.reasons import Account, Reason
from interview_followup._planning.scheduled import Scheduled
from interview_followup._planning.status import STATUSES
from interview_followup.language._expression import Parameter, in_words
from interview_followup.language._facts import Route
from interview_followup.language._rule import DATED, Rule
from interview_followup.language._rule_set import RuleSet
from interview_followup.language._subject import Subject
from interview_followup.language._values import NOT_YET, Unknown
from interview_followup.language._window import Window
from interview_followup.model._checks import Checked, nondefault_fields

if TYPE_CHECKING:
    import pendulum

    from interview_followup._planning.check import Verdict
    from interview_followup._planning.explanation import Explanation


def plan_mapping(plan: Plan) -> dict[str, Any]:
    """Return a plan without its actions that are done, set aside, closed or silent."""
    return {
        "now": _time(plan.now),
        "until": _time(plan.until),
        "actions": [_action(action) for action in plan.actions if STATUSES[action.status].shown],
        "cautions": [_caution(each) for each in plan.cautions],
        "questions": [_question(each, plan.timezone) for each in plan.questions],
    }


def verdict_mapping(verdict: Verdict) -> dict[str, Any]:
    """Return a verdict."""
    return {
        "allowed": verdict.allowed,
        "status": verdict.status,
        "until": _time(verdict.until),
        "act": verdict.act,
        **_subject(verdict.subject, verdict.timezone),
        "text": verdict.text,
        "why": verdict.why,
    }


def explanation_mapping(explanation: Explanation) -> dict[str, Any]:
    """Return an explanation: the verdict, and of each rule on the act every part with its value."""
    zone, item = explanation.timezone, explanation.scheduled
    return {
        "now": _time(_clock.local(explanation.now, zone)),
        **verdict_mapping(explanation.verdict),
        "timezone": zone,
        "set_aside": _set_aside(explanation),
        "window": None if item is None else _window(item.window, zone),
        "put_in_order": [
            {
                "part": each.part,
                "from": _time(_clock.local(each.before, zone)),
                "to": _time(_clock.local(each.after, zone)),
            }
            for each in explanation.put_in_order
        ],
        "cautions": [] if item is None else _cautions(item),
        "rules": [_account(each, zone) for each in explanation.accounts],
    }


def _cautions(item: Scheduled) -> list[dict[str, Any]]:
    return [
        {
            "status": each.status,
            "since": _time(each.since),
            "until": _time(each.until),
            "text": each.text,
            "rules": list(each.rules),
        }
        for each in item.cautions
    ]


def _set_aside(explanation: Explanation) -> dict[str, Any] | None:
    aside = explanation.set_aside
    if aside is None:
        return None
    return {"until": _time(_clock.local(aside.until, explanation.timezone))}


def _window(window: Window, zone: str) -> dict[str, Any]:
    return {part: _time(_clock.local(getattr(window, part), zone)) for part in DATED}


def _account(account: Account, zone: str) -> dict[str, Any]:
    return {
        "name": account.rule.name,
        "speaks": account.reading is not None,
        "why": account.rule.why,
        "source": str(account.rule.source),
        "parts": [{"part": part, **_reason(why, zone)} for part, why in account.parts()],
        "cautions": [
            {
                "status": each.caution.phase,
                "text": each.caution.text,
                "since": each.since and _reason(each.since, zone),
                "lasting": each.lasting and _reason(each.lasting, zone),
            }
            for each in account.cautions
        ],
    }


def _reason(why: Reason, zone: str) -> dict[str, Any]:
    named = why.expression.leaf if isinstance(why.expression.leaf, Parameter) else None
    return {
        "says": why.expression.say(why.subject),
        "value": _value(why.value, zone),
        "timezone": why.timezone,
        "fact": why.fact.name if why.fact else None,
        "parameter": named
        and {"name": named.name, "text": named.text, "source": str(named.source)},
        "operands": [_reason(each, zone) for each in why.operands],
    }


def _value(value: Any, zone: str) -> Any:
    """Return a value as JSON has it; None for what has not happened."""
    if isinstance(value, Unknown):
        return {"unknown": sorted({each.fact for each in value.missing})}
    if isinstance(value, Route):
        return value._asdict()
    if isinstance(value, tuple):
        return [_value(each, zone) for each in value]
    if isinstance(value, Checked):
        return {name: _value(held, zone) for name, held, _ in nondefault_fields(value)}
    plain = None if value is NOT_YET else value
    if isinstance(value, datetime):
        plain = _time(_clock.local(value, zone))
    return plain if isinstance(plain, bool | int | float | None) else in_words(plain)


def rules_mapping(rules: RuleSet) -> list[dict[str, Any]]:
    """Return what each rule says, in the order in which the rules are written."""
    return [_rule(rule) for rule in rules]


def _action(action: Action) -> dict[str, Any]:
    return {
        "uid": str(action.uid),
        "act": action.act,
        "rules": list(action.rules),
        **_subject(action.subject, action.timezone),
        "status": action.status,
        "opens": _time(action.opens),
        "best": _time(action.best),
        "due": _time(action.due),
        "closes": _time(action.closes),
        "until": _time(action.until),
        **({"at": _time(action.at)} if action.at else {}),
        "timezone": action.timezone,
        "hindrance": _hindrance(action),
        "channel": action.channel,
        "to": action.to,
        "text": action.text,
        "why": action.why,
        "source": action.source,
    }


def _hindrance(action: Action) -> dict[str, Any] | None:
    found = action.hindrance
    if found is None:
        return None
    held = found.interview
    return {
        "interview": _time(_clock.local(held.starts, action.timezone)) if held else None,
        "nearest": _time(_clock.local(found.nearest, action.timezone)),
        "before": _time(_clock.local(found.before, action.timezone)),
        "text": found.text,
    }


def _caution(caution: Caution) -> dict[str, Any]:
    return {
        "uid": str(caution.uid),
        "act": caution.act,
        "rules": list(caution.rules),
        **_subject(caution.subject, caution.timezone),
        "status": caution.status,
        "since": _time(caution.since),
        "until": _time(caution.until),
        "timezone": caution.timezone,
        "text": caution.text,
        "why": caution.why,
        "source": caution.source,
    }


def _question(question: Question, timezone: str) -> dict[str, Any]:
    return {
        "fact": question.fact,
        **_subject(question.subject, timezone),
        "text": question.text,
        "acts": list(question.acts),
    }


def _subject(subject: Subject, timezone: str) -> dict[str, Any]:
    depth = len(subject.identities)
    application = subject.application if depth else None
    named = application is not None and application.title is not None
    starts = _clock.local(subject.interview.starts, timezone) if depth > 1 else None
    return {
        "application": {"employer": application.employer, "role": application.role}
        if application is not None and named
        else None,
        "interview": _time(starts),
        "person": subject.person.name if depth > 2 else None,
    }


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "name": rule.name,
        "act": rule.act,
        "per": rule.per,
        "item": rule.source.item,
        "text": rule.text,
        "says": {place: str(expression) for place, expression in rule.says()},
        "where": rule.where(),
        "why": rule.why,
        "source": str(rule.source),
        "parameters": [
            {
                "name": f"{rule.name}.{each.name}",
                "value": str(each),
                "text": each.text,
                "source": str(each.source),
            }
            for each in rule.parameters
        ],
    }


def _time(moment: pendulum.DateTime | None) -> str | None:
    if moment is None:
        return None
    offset = moment.utcoffset()
    exact = offset is not None and not offset.seconds % 60
    return (moment if exact else moment.in_timezone("UTC")).isoformat()
