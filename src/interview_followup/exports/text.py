"""Plans, verdicts, explanations and rules as text that people like to read.

Every date is given with its weekday, time and zone, in the candidate's zone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from interview_followup import _clock
from interview_followup._errors import cut
from interview_followup._planning.cautions import Caution
from interview_followup._planning.check import Verdict
from interview_followup._planning.explanation import Explanation
from interview_followup._planning.plan import Action, Plan
from interview_followup._planning.questions import Question
from interview_followup._terminal import padded, wrapped
from interview_followup.language._rule import Rule
from interview_followup.language._subject import Subject
from interview_followup.language._wording import WordingKind

__all__ = ["explanation_text", "forecast_text", "plan_text", "rules_text", "verdict_text"]

WIDTH = 96
MARGIN = 30
CAUTION_HEADS = {"early": "too early", "open": "soon over", "late": "late", "closed": "missed"}
WORDING_HEADS: dict[WordingKind, str] = {"do": "do", "dont": "don't"}
NOTHING_TO_DO = "There is nothing to do."

# -- plans ----------------------------------------------------------------------------------------


def plan_text(plan: Plan) -> str:
    """Return a plan in groups: do now, questions, next, not yet, cautions, and what to correct.

    What is to be done now is in the order of when it is late or over, the rest in that of best.
    """
    due = sorted([action for action in plan.actions if _is_due(action, plan)], key=_deadline)
    groups = {
        "DO NOW": [_action(action) for action in due],
        "QUESTIONS": [_question(question, plan) for question in plan.questions],
        "NEXT": [_action(action) for action in plan.actions if _is_ahead(action, plan)],
        "NOT YET": [_action(action) for action in plan.actions if action.status == "early"],
        "CAUTIONS": [_caution(caution) for caution in plan.cautions],
        "CHECK YOUR RECORDS": _problems(plan),
    }
    texts = ["\n\n".join([title, *entries]) for title, entries in groups.items() if entries]
    return "\n\n\n".join([_heading(plan), *(texts or [NOTHING_TO_DO])])


def forecast_text(forecast: Plan) -> str:
    """Return what is to be done until a horizon, in the order in which it is done."""
    zone = forecast.timezone
    heading = (
        f"From {_date(forecast.now_utc, zone)} until {_date(forecast.until_utc, zone)} ({zone})\n"
        "If each act is done at its best moment, or now if that has passed, and nobody answers"
    )
    actions = [_action(action) for action in forecast.actions] or [NOTHING_TO_DO]
    questions = [_question(question, forecast) for question in forecast.questions]
    title = ["QUESTIONS"] if questions else []
    problems = _problems(forecast)
    last_title = ["CHECK YOUR RECORDS"] if problems else []
    return "\n\n".join([heading, *actions, *title, *questions, *last_title, *problems])


def _heading(plan: Plan) -> str:
    now = f"Plan for {_date(plan.now_utc, plan.timezone)} ({plan.timezone})"
    bests = [action.window.best for action in plan.actions if _is_ahead(action, plan)]
    changes = [instant for instant in (plan.until_utc, *bests) if instant is not None]
    if not changes:
        return now
    return f"{now}\nNothing changes before {_date(min(changes), plan.timezone)}"


def _is_due(action: Action, plan: Plan) -> bool:
    if action.status == "late":
        return True
    best = action.window.best
    return action.status == "open" and (best is None or best <= plan.now_utc)


def _is_ahead(action: Action, plan: Plan) -> bool:
    return action.status == "open" and not _is_due(action, plan)


def _deadline(action: Action) -> datetime:
    """Return when an action is late or, if it is that already, over."""
    window = action.window
    due = window.due if action.status == "open" else None
    return due or window.closes or _clock.LATEST


def _action(action: Action) -> str:
    """Return an action with a moment in the margin: when it is done, or is best."""
    (opens, best, due, closes, _), zone = action.window, action.timezone
    is_early, is_late = action.status == "early", action.status == "late"
    details = [
        *_about(action.subject, zone),
        f"{action.channel} to {cut(action.to)}" if action.to else action.channel,
        "already late" if is_late else None,
        f"opens {_date(opens, zone)}" if is_early and opens and opens != best else None,
        f"late from {_date(due, zone)}" if due and not is_late else None,
        f"closes {_date(closes, zone)}" if closes else None,
    ]
    hindrance = action.hindrance
    instead = [f"But: {hindrance.text}"] if hindrance else []
    head = _date(action.at_utc or best, zone)
    return _entry(head, action.text, _joined(details), *instead, f"Why: {action.why}")


def _caution(caution: Caution) -> str:
    head = CAUTION_HEADS.get(caution.status, caution.status)
    zone, until = caution.timezone, caution.until_utc
    details = [*_about(caution.subject, zone), f"until {_date(until, zone)}" if until else None]
    return _entry(head, caution.text, _joined(details), f"Why: {caution.why}")


def _question(question: Question, plan: Plan) -> str:
    waiting = [f"Needed to: {scheduled.text}" for scheduled in question.held]
    bests = [scheduled.window.best for scheduled in question.held]
    best = min([best for best in bests if best is not None], default=None)
    head = _date(best, plan.timezone) if question.held else "for a better plan"
    return _entry(head, question.text, _joined(_about(question.subject, plan.timezone)), *waiting)


def _problems(plan: Plan) -> list[str]:
    return [_indented(str(problem), "  ") for problem in plan.problems]


def _about(subject: Subject, timezone: str) -> Iterator[str]:
    """Yield the application, and the interview where the application has several."""
    if subject.identities and (title := subject.application.title):
        yield cut(title)
    if len(subject.identities) > 1 and len(subject.application.interviews) > 1:
        interview = subject.interview
        starts = _date(interview.first_moment, timezone)
        yield f"interview of {starts if interview.is_timed else interview.starts_in_words}"


# -- verdicts, explanations and rules -------------------------------------------------------------


def verdict_text(verdict: Verdict) -> str:
    """Return a verdict: yes or no, why, and until when."""
    answer = "\n".join(wrapped(str(verdict), WIDTH))
    until, window = verdict.until_utc, verdict.window
    if verdict.allowed and until == window.best:
        # Its best moment, which it names, ends no yes.
        until = window.due or window.closes
    if until is None:
        return answer
    return f"{answer}\nThis holds until {_date(until, verdict.timezone)}."


def explanation_text(explanation: Explanation) -> str:
    """Return an explanation as sentences, each below the one that it is a reason for."""
    sentences = explanation.sentences()
    return "\n".join([_indented(sentence.text, sentence.margin) for sentence in sentences])


def _indented(text: str, margin: str) -> str:
    return "\n".join(wrapped(text, WIDTH, first=margin, others=f"{margin}    "))


def rules_text(rules: Iterable[Rule]) -> str:
    """Return what each rule says, in the order in which the rules are written."""
    return "\n\n\n".join([_rule(rule) for rule in rules])


def _rule(rule: Rule) -> str:
    item = f" (item {rule.source.item})" if rule.source.item else ""
    parts = [
        *([("kind", rule.kind)] if rule.kind != "advice" else []),
        ("per", rule.per),
        *[(part, str(expression)) for part, expression in rule.says()],
        *[("where", f"{name}: {words}") for name, words in rule.where().items()],
        ("text", str(rule.text)),
        ("why", rule.why),
        *[(WORDING_HEADS[kind], f"{text} ({source})") for kind, text, source in rule.wording],
        ("source", str(rule.source)),
    ]
    for parameter in rule.parameters:
        value = f"{rule.name}.{parameter.name} = {parameter}"
        parts.append(("parameter", f"{value}: {parameter.text} ({parameter.source})"))
    return "\n".join([f"{rule.name}{item}", *[_entry(head, words) for head, words in parts]])


# -- lines ----------------------------------------------------------------------------------------


def _entry(head: str, *paragraphs: str) -> str:
    """Return paragraphs with a heading in the margin of their first line."""
    width = WIDTH - MARGIN - 2
    lines = [line for paragraph in paragraphs for line in wrapped(paragraph, width)]
    heads = [head, *[""] * len(lines)]
    rows = zip(heads, lines, strict=False)
    return "\n".join([f"  {padded(start, MARGIN)}{line}" for start, line in rows])


def _joined(details: Iterable[str | None]) -> str:
    return "; ".join(filter(None, details))


def _date(instant: datetime | None, timezone: str) -> str:
    """Say when an instant is, as in `Tue 8 Dec 2026, 11:00 GMT`."""
    if instant is None:
        return "no date yet"
    wall = instant.astimezone(_clock.zone(timezone))
    weekday, month = _clock.WEEKDAYS[wall.weekday()][:3], _clock.MONTHS[wall.month - 1][:3]
    return f"{weekday} {wall.day} {month} {wall.year}, {wall:%H:%M %Z}"
