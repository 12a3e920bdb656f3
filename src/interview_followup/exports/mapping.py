"""Plans, verdicts, explanations and rules as plain mappings, ready to be written as JSON.

Times are RFC 3339 with an offset, in the candidate's zone, or None.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from interview_followup import _clock
from interview_followup._planning.cautions import Caution
from interview_followup._planning.check import Verdict
from interview_followup._planning.explanation import Explanation
from interview_followup._planning.plan import Action, Plan
from interview_followup._planning.questions import Question
from interview_followup._planning.reasons import Account, Reason
from interview_followup._planning.status import STATUSES
from interview_followup.language._day import Day, moment
from interview_followup.language._expression import Parameter
from interview_followup.language._fact import Route
from interview_followup.language._missing import NOT_YET, Unknown
from interview_followup.language._rule import DATED, Rule
from interview_followup.language._rule_set import RuleSet
from interview_followup.language._subject import Subject
from interview_followup.language._window import Window
from interview_followup.language._wording import Wording
from interview_followup.language._words import value_words
from interview_followup.model import Interview
from interview_followup.model._checks import Checked, nondefault_fields

__all__ = ["explanation_mapping", "plan_mapping", "rules_mapping", "verdict_mapping"]

MOST_REASONS, DEEPEST_REASON = 1_000, 50

# -- plans ----------------------------------------------------------------------------------------


def plan_mapping(plan: Plan) -> dict[str, Any]:
    """Return a plan without its actions that are done, set aside, closed or silent."""
    return {
        "now": _time(plan.now_utc, plan.timezone),
        "until": _time(plan.until_utc, plan.timezone),
        "actions": [_action(action) for action in plan.actions if STATUSES[action.status].shown],
        "cautions": [_caution(caution) for caution in plan.cautions],
        "questions": [_question(question, plan.timezone) for question in plan.questions],
        "problems": [problem._asdict() for problem in plan.problems],
    }


def _action(action: Action) -> dict[str, Any]:
    zone = action.timezone
    return {
        "uid": str(action.uid),
        "act": action.act,
        "rules": list(action.rules),
        **_subject(action.subject, zone),
        "status": action.status,
        **_window(action.window, zone),
        "until": _time(action.until_utc, zone),
        **({"at": _time(action.at_utc, zone)} if action.at_utc else {}),
        "timezone": zone,
        "hindrance": _hindrance(action),
        "channel": action.channel,
        "to": action.to,
        "text": action.text,
        "why": action.why,
        "wording": _wording(action.wording),
        "source": action.source,
    }


def _hindrance(action: Action) -> dict[str, Any] | None:
    hindrance, zone = action.hindrance, action.timezone
    if hindrance is None:
        return None
    interview = hindrance.interview
    return {
        "interview": _start(interview, zone) if interview else None,
        "nearest": _time(hindrance.nearest, zone),
        "before": _time(hindrance.before, zone),
        "text": hindrance.text,
    }


def _caution(caution: Caution) -> dict[str, Any]:
    zone = caution.timezone
    return {
        "uid": str(caution.uid),
        "act": caution.act,
        "rules": list(caution.rules),
        **_subject(caution.subject, zone),
        "status": caution.status,
        "since": _time(caution.since_utc, zone),
        "until": _time(caution.until_utc, zone),
        "timezone": zone,
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


# -- verdicts and explanations --------------------------------------------------------------------


def verdict_mapping(verdict: Verdict) -> dict[str, Any]:
    """Return a verdict."""
    return {
        "allowed": verdict.allowed,
        "status": verdict.status,
        **_window(verdict.window, verdict.timezone),
        "until": _time(verdict.until_utc, verdict.timezone),
        "act": verdict.act,
        **_subject(verdict.subject, verdict.timezone),
        "text": verdict.text,
        "why": verdict.why,
    }


def explanation_mapping(explanation: Explanation) -> dict[str, Any]:
    """Return an explanation: the verdict, and of each rule on the act every part with its value."""
    zone, scheduled, aside = explanation.timezone, explanation.scheduled, explanation.set_aside
    cautions = scheduled.cautions if scheduled else ()
    return {
        "now": _time(explanation.now, zone),
        **verdict_mapping(explanation.verdict),
        "timezone": zone,
        "set_aside": {"until": _time(aside.until, zone)} if aside else None,
        "window": _window(scheduled.window, zone) if scheduled else None,
        "put_in_order": [
            {"part": moved.part, "from": _time(moved.before, zone), "to": _time(moved.after, zone)}
            for moved in explanation.put_in_order
        ],
        "cautions": [_caution_in_short(caution) for caution in cautions],
        "rules": [_account(account, zone) for account in explanation.accounts],
    }


def _caution_in_short(caution: Caution) -> dict[str, Any]:
    zone = caution.timezone
    return {
        "status": caution.status,
        "since": _time(caution.since_utc, zone),
        "until": _time(caution.until_utc, zone),
        "text": caution.text,
        "rules": list(caution.rules),
    }


def _account(account: Account, timezone: str) -> dict[str, Any]:
    """Return what one rule says of the subject, silent or not."""
    return {
        "name": account.rule.name,
        "speaks": account.reading is not None,
        "why": account.rule.why,
        "source": str(account.rule.source),
        "parts": [{"part": part, **_reason(why, timezone)} for part, why in account.parts()],
        "cautions": [
            {
                "status": warned.caution.phase,
                "text": str(warned.caution.text),
                "since": warned.since and _reason(warned.since, timezone),
                "lasting": warned.lasting and _reason(warned.lasting, timezone),
                "until": warned.until and _reason(warned.until, timezone),
            }
            for warned in account.cautions
        ],
    }


def _reason(reason: Reason, timezone: str) -> dict[str, Any]:
    """Return a reason with the reasons below it, as many and as deep as anybody could read."""
    whole = _without_operands(reason, timezone)
    ahead, number = deque([(reason, whole, 0)]), 0
    while ahead and number < MOST_REASONS:
        reason, mapping, depth = ahead.popleft()
        for operand in reason.operands if depth < DEEPEST_REASON else ():
            below = _without_operands(operand, timezone)
            mapping["operands"].append(below)
            ahead.append((operand, below, depth + 1))
            number += 1
    return whole


def _without_operands(reason: Reason, timezone: str) -> dict[str, Any]:
    leaf = reason.expression.leaf
    parameter = leaf if isinstance(leaf, Parameter) else None
    return {
        "says": reason.expression.say(reason.subject),
        "value": _value(reason.value, timezone),
        "timezone": reason.timezone,
        "fact": reason.fact.name if reason.fact else None,
        "origin": reason.origin,
        "parameter": parameter
        and {"name": parameter.name, "text": parameter.text, "source": str(parameter.source)},
        "operands": [],
    }


def _value(value: Any, timezone: str) -> Any:
    """Return a value of an expression as JSON has it; None for what has not happened."""
    if isinstance(value, Unknown):
        return {"unknown": sorted({missing.fact for missing in value.missing})}
    if isinstance(value, Route):
        return {"channel": value.channel, "to": value.to}
    if isinstance(value, tuple):
        return [_value(member, timezone) for member in value]
    if isinstance(value, Checked):
        return {name: _value(content, timezone) for name, content, _ in nondefault_fields(value)}
    if isinstance(value, datetime | Day):
        return _time(moment(value), timezone)
    plain = None if value is NOT_YET else value
    return plain if isinstance(plain, bool | int | float | None) else value_words(plain)


# -- rules ----------------------------------------------------------------------------------------


def rules_mapping(rules: RuleSet) -> list[dict[str, Any]]:
    """Return what each rule says, in the order in which the rules are written."""
    return [_rule(rule) for rule in rules]


def _rule(rule: Rule) -> dict[str, Any]:
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
        "wording": _wording(rule.wording),
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


# -- what all of them have ------------------------------------------------------------------------


def _wording(wording: Iterable[Wording]) -> list[dict[str, str]]:
    return [{"kind": kind, "text": text, "source": str(source)} for kind, text, source in wording]


def _subject(subject: Subject, timezone: str) -> dict[str, Any]:
    depth = len(subject.identities)
    application = subject.application if depth > 0 else None
    return {
        "application": {"employer": application.employer, "role": application.role}
        if application is not None and application.title is not None
        else None,
        "interview": _start(subject.interview, timezone) if depth > 1 else None,
        "person": subject.person.name if depth > 2 else None,
    }


def _start(interview: Interview, timezone: str) -> str | None:
    """Return when an interview starts; where only the day is known, the day."""
    if isinstance(interview.starts, datetime):
        return _time(interview.starts, timezone)
    return interview.starts.isoformat()


def _window(window: Window, timezone: str) -> dict[str, str | None]:
    return {part: _time(getattr(window, part), timezone) for part in DATED}


def _time(instant: datetime | None, timezone: str) -> str | None:
    """Return an instant in RFC 3339, which cannot say an offset with seconds: then in UTC."""
    if instant is None:
        return None
    local = instant.astimezone(_clock.zone(timezone))
    offset = local.utcoffset() or timedelta()
    return (local.astimezone(UTC) if offset % timedelta(minutes=1) else local).isoformat()
