"""Plans, verdicts and rules as text that people like to read.

Every date is given with its weekday, time and zone, in the candidate's zone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import chain, repeat
from textwrap import fill, wrap
from typing import TYPE_CHECKING

from interview_followup import _clock
from interview_followup._planning.cautions import Caution
from interview_followup._planning.hindrance import hindrance
from interview_followup._planning.plan import Action, Plan
from interview_followup._planning.questions import Question
from interview_followup.language._rule import Rule
from interview_followup.language._rule_set import RuleSet
from interview_followup.language._subject import Subject

if TYPE_CHECKING:
    from interview_followup._planning.check import Verdict
    from interview_followup._planning.explanation import Explanation

WIDTH = 96
MARGIN = 30
STATES = {"early": "too early", "open": "soon over", "late": "late", "closed": "missed"}


def plan_text(plan: Plan) -> str:
    """Return a plan in groups: do now, questions, next, not yet, and cautions.

    What is to be done now is in the order of when it is late or over, the rest in that of best.
    """
    groups = {
        "DO NOW": [
            _action(each) for each in sorted(plan.actions, key=_deadline) if _is_due(each, plan)
        ],
        "QUESTIONS": [_question(each, plan) for each in plan.questions],
        "NEXT": [_action(each) for each in plan.actions if _is_ahead(each, plan)],
        "NOT YET": [_action(each) for each in plan.actions if each.status == "early"],
        "CAUTIONS": [_caution(each) for each in plan.cautions],
    }
    told = [f"{title}\n\n" + "\n\n".join(parts) for title, parts in groups.items() if parts]
    return "\n\n\n".join([_heading(plan), *(told or ["There is nothing to do."])])


def verdict_text(verdict: Verdict) -> str:
    """Return a verdict: yes or no, why, and until when."""
    said = fill(str(verdict), WIDTH)
    if verdict.until_utc is None:
        return said
    return f"{said}\nThis holds until {_date(verdict.until_utc, verdict.timezone)}."


def forecast_text(forecast: Plan) -> str:
    """Return what is to be done until a horizon, in the order in which it is done."""
    zone = forecast.timezone
    head = (
        f"From {_date(forecast.now_utc, zone)} until {_date(forecast.until_utc, zone)} ({zone})\n"
        "If each act is done at its best moment, or now if that has passed, and nobody answers"
    )
    told = [_action(each) for each in forecast.actions]
    asked = ["QUESTIONS", *(_question(each, forecast) for each in forecast.questions)]
    told = told or ["There is nothing to do."]
    return "\n\n".join([head, *told, *(asked if forecast.questions else ())])


def explanation_text(explanation: Explanation) -> str:
    """Return an explanation as sentences, each below the one that it is a reason for."""
    return "\n".join([_indented(text, depth) for depth, text in explanation.sentences()])


def _indented(text: str, depth: int) -> str:
    margin = "  " * depth
    further = margin + "    "
    return fill(
        text,
        WIDTH,
        initial_indent=margin,
        subsequent_indent=further,
        break_long_words=False,
        break_on_hyphens=False,
    )


def rules_text(rules: RuleSet) -> str:
    """Return what each rule says, in the order in which the rules are written."""
    return "\n\n\n".join(_rule(rule) for rule in rules)


def _heading(plan: Plan) -> str:
    now = f"Plan for {_date(plan.now_utc, plan.timezone)} ({plan.timezone})"
    ahead = [each.window.best for each in plan.actions if _is_ahead(each, plan)]
    until = min([each for each in (plan.until_utc, *ahead) if each is not None], default=None)
    return f"{now}\nNothing changes before {_date(until, plan.timezone)}" if until else now


def _is_due(action: Action, plan: Plan) -> bool:
    if action.status == "late":
        return True
    best = action.window.best
    return action.status == "open" and (best is None or best <= plan.now_utc)


def _deadline(action: Action) -> datetime:
    """Return when an action is late or, if it is that already, over."""
    window = action.window
    due = window.due if action.status == "open" else None
    return due or window.closes or _clock.LATEST


def _is_ahead(action: Action, plan: Plan) -> bool:
    return action.status == "open" and not _is_due(action, plan)


def _action(action: Action) -> str:
    """Return an action with a moment in the margin: when it is done, or is best."""
    (opens, best, due, closes, _), zone = action.window, action.timezone
    early, is_late = action.status == "early", action.status == "late"
    details = [
        *_about(action.subject, zone),
        _route(action),
        "already late" if is_late else None,
        f"opens {_date(opens, zone)}" if early and opens and opens != best else None,
        f"late from {_date(due, zone)}" if due and not is_late else None,
        f"closes {_date(closes, zone)}" if closes else None,
    ]
    hindered = hindrance(action.scheduled, action.now_utc)
    instead = [f"But: {hindered.text}"] if hindered else []
    margin = _date(action.at_utc or best, zone)
    return _entry(margin, action.text, _line(details), *instead, f"Why: {action.why}")


def _route(action: Action) -> str | None:
    return f"{action.channel} to {action.to}" if action.to else action.channel


def _caution(caution: Caution) -> str:
    until = f"until {_date(caution.until_utc, caution.timezone)}" if caution.until_utc else None
    details = _line([*_about(caution.subject, caution.timezone), until])
    return _entry(
        STATES.get(caution.status, caution.status), caution.text, details, f"Why: {caution.why}"
    )


def _question(question: Question, plan: Plan) -> str:
    waiting = [f"Needed to: {each.text}" for each in question.held]
    best = min([each.window.best for each in question.held if each.window.best], default=None)
    about = _line([*_about(question.subject, plan.timezone)])
    head = _date(best, plan.timezone) if question.held else "for a better date"
    return _entry(head, question.text, about, *waiting)


def _about(subject: Subject, timezone: str) -> Iterator[str]:
    if subject.identities and (title := subject.application.title):
        yield title
    if len(subject.identities) > 1 and len(subject.application.interviews) > 1:
        yield f"interview of {_date(subject.interview.starts, timezone)}"


def _rule(rule: Rule) -> str:
    item = f" (item {rule.source.item})" if rule.source.item else ""
    parts = [("per", rule.per), *((place, str(each)) for place, each in rule.says())]
    parts += [("where", f"{name}: {words}") for name, words in rule.where().items()]
    parts += [("text", rule.text), ("why", rule.why), ("source", str(rule.source))]
    for each in rule.parameters:
        number = f"{rule.name}.{each.name} = {each}: {each.text} ({each.source})"
        parts.append(("parameter", number))
    return "\n".join([f"{rule.name}{item}", *(_entry(head, words) for head, words in parts)])


def _line(details: Iterable[str | None]) -> str:
    return "; ".join(filter(None, details))


def _date(instant: datetime | None, timezone: str) -> str:
    if instant is None:
        return "no date yet"
    wall = instant.astimezone(_clock.zone(timezone))
    weekday, month = _clock.WEEKDAYS[wall.weekday()][:3], _clock.MONTHS[wall.month - 1][:3]
    return f"{weekday} {wall.day} {month} {wall.year}, {wall:%H:%M %Z}"


def _entry(head: str, *paragraphs: str) -> str:
    """Return paragraphs with a heading in the margin of their first line."""
    lines = [line for each in paragraphs for line in _wrapped(each)]
    heads = chain([head], repeat(""))
    return "\n".join(f"  {head:<{MARGIN}}{line}" for head, line in zip(heads, lines, strict=False))


def _wrapped(paragraph: str) -> list[str]:
    width = WIDTH - MARGIN - 2
    return wrap(paragraph, width, break_long_words=False, break_on_hyphens=False)
