"""Explanations as dictionaries."""

from __future__ import annotations

from collections import deque

from interview_followup._planning.cautions import Caution
from interview_followup._planning.explanation import Explanation
from interview_followup._planning.reasons import Account, Reason
from interview_followup.exports.dictionaries._explanation_types import (
    AccountDict,
    BriefCautionDict,
    ExplanationDict,
    PartDict,
    ReasonDict,
)
from interview_followup.exports.dictionaries._plans import verdict_dict
from interview_followup.exports.dictionaries._subjects import time_text, window_dict
from interview_followup.exports.dictionaries._values import plain_value
from interview_followup.language._expression import Parameter

MOST_REASONS, DEEPEST_REASON = 1_000, 50


def explanation_dict(explanation: Explanation) -> ExplanationDict:
    """Return an explanation: the verdict, and of each rule on the act every part with its value."""
    zone, scheduled, aside = explanation.timezone, explanation.scheduled, explanation.set_aside
    cautions = scheduled.cautions if scheduled else ()
    return {
        **verdict_dict(explanation.verdict),
        "now": time_text(explanation.now, zone),
        "timezone": zone,
        "set_aside": {"until": time_text(aside.until, zone)} if aside else None,
        "window": window_dict(scheduled.window, zone) if scheduled else None,
        "put_in_order": [
            {
                "part": moved.part,
                "from": time_text(moved.before, zone),
                "to": time_text(moved.after, zone),
            }
            for moved in explanation.put_in_order
        ],
        "cautions": [_caution(caution) for caution in cautions],
        "rules": [_account(account, zone) for account in explanation.accounts],
    }


def _caution(caution: Caution) -> BriefCautionDict:
    zone = caution.timezone
    return {
        "status": caution.status,
        "since": time_text(caution.since_utc, zone),
        "until": time_text(caution.until_utc, zone),
        "text": caution.text,
        "rules": list(caution.rules),
    }


def _account(account: Account, timezone: str) -> AccountDict:
    """Return what one rule says of the subject, silent or not."""
    return {
        "name": account.rule.name,
        "speaks": account.reading is not None,
        "why": account.rule.why,
        "source": str(account.rule.source),
        "parts": [_part(part, why, timezone) for part, why in account.parts()],
        "cautions": [
            {
                "status": warned.caution.phase,
                "text": str(warned.caution.text),
                "since": _reason_or_none(warned.since, timezone),
                "lasting": _reason_or_none(warned.lasting, timezone),
                "until": _reason_or_none(warned.until, timezone),
            }
            for warned in account.cautions
        ],
    }


def _part(part: str, why: Reason, timezone: str) -> PartDict:
    return {"part": part, **_reason(why, timezone)}


def _reason_or_none(reason: Reason | None, timezone: str) -> ReasonDict | None:
    return None if reason is None else _reason(reason, timezone)


def _reason(reason: Reason, timezone: str) -> ReasonDict:
    """Return a reason with the reasons below it, as many and as deep as anybody could read."""
    whole = _without_operands(reason, timezone)
    ahead, number = deque([(reason, whole, 0)]), 0
    while ahead and number < MOST_REASONS:
        reason, dictionary, depth = ahead.popleft()
        for operand in reason.operands if depth < DEEPEST_REASON else ():
            below = _without_operands(operand, timezone)
            dictionary["operands"].append(below)
            ahead.append((operand, below, depth + 1))
            number += 1
    return whole


def _without_operands(reason: Reason, timezone: str) -> ReasonDict:
    leaf = reason.expression.leaf
    return {
        "says": reason.expression.say(reason.subject),
        "value": plain_value(reason.value, timezone),
        "timezone": reason.timezone,
        "fact": reason.fact.name if reason.fact else None,
        "origin": reason.origin,
        "parameter": {"name": leaf.name, "text": leaf.text, "source": str(leaf.source)}
        if isinstance(leaf, Parameter)
        else None,
        "operands": [],
    }
