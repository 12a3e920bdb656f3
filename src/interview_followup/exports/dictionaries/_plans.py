"""Plans and verdicts as dictionaries."""

from __future__ import annotations

from interview_followup._files.format_number import FORMAT
from interview_followup._planning.advice import Hindered, hindered
from interview_followup._planning.cautions import Caution
from interview_followup._planning.check import Verdict
from interview_followup._planning.plan import Action, Plan
from interview_followup._planning.questions import Question
from interview_followup._planning.status import STATUSES
from interview_followup.exports.dictionaries._plan_types import (
    ActionDict,
    CautionDict,
    DoneAtDict,
    HindranceDict,
    PlanDict,
    ProblemDict,
    QuestionDict,
    VerdictDict,
)
from interview_followup.exports.dictionaries._subjects import (
    subject_dict,
    time_text,
    window_dict,
    wording_dicts,
)


def plan_dict(plan: Plan) -> PlanDict:
    """Return a plan without its actions that are done, set aside, closed or silent."""
    problems: list[ProblemDict] = [
        {"place": place, "message": message, "mend": mend} for place, message, mend in plan.problems
    ]
    return {
        "format": FORMAT,
        "now": time_text(plan.now_utc, plan.timezone),
        "until": time_text(plan.until_utc, plan.timezone),
        "timezone": plan.timezone,
        "actions": [_action(action) for action in plan.actions if STATUSES[action.status].shown],
        "cautions": [_caution(caution) for caution in plan.cautions],
        "questions": [_question(question) for question in plan.questions],
        "problems": problems,
    }


def _action(action: Action) -> ActionDict:
    zone = action.timezone
    return {
        "uid": str(action.uid),
        "act": action.act,
        "rules": list(action.rules),
        **subject_dict(action.subject),
        "status": action.status,
        **window_dict(action.window, zone),
        "until": time_text(action.until_utc, zone),
        **_at(action),
        "timezone": zone,
        "hindrance": hindrance_dict(hindered(action.hindrance), zone),
        "channel": action.channel,
        "to": action.to,
        "text": action.text,
        "why": action.why,
        "wording": wording_dicts(action.wording),
        "source": action.source,
    }


def _at(action: Action) -> DoneAtDict:
    """Return when an action is done, of a forecast; in a plan there is no such key."""
    return {"at": time_text(action.at_utc, action.timezone)} if action.at_utc else {}


def hindrance_dict(hindrance: Hindered | None, timezone: str) -> HindranceDict | None:
    """Return what keeps the candidate from acting at the best moment, if anything does."""
    if hindrance is None:
        return None
    interview, nearest, before, text = hindrance
    return {
        "interview": time_text(interview, timezone),
        "nearest": time_text(nearest, timezone),
        "before": time_text(before, timezone),
        "text": text,
    }


def _caution(caution: Caution) -> CautionDict:
    zone = caution.timezone
    return {
        "uid": str(caution.uid),
        "act": caution.act,
        "rules": list(caution.rules),
        **subject_dict(caution.subject),
        "status": caution.status,
        "since": time_text(caution.since_utc, zone),
        "until": time_text(caution.until_utc, zone),
        "timezone": zone,
        "text": caution.text,
        "why": caution.why,
        "source": caution.source,
    }


def _question(question: Question) -> QuestionDict:
    return {
        "fact": question.fact,
        **subject_dict(question.subject),
        "text": question.text,
        "acts": list(question.acts),
    }


def verdict_dict(verdict: Verdict) -> VerdictDict:
    """Return a verdict."""
    return {
        "format": FORMAT,
        "allowed": verdict.allowed,
        "status": verdict.status,
        **window_dict(verdict.window, verdict.timezone),
        "until": time_text(verdict.until_utc, verdict.timezone),
        "act": verdict.act,
        **subject_dict(verdict.subject),
        "text": verdict.text,
        "why": verdict.why,
    }
