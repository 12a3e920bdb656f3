"""Verdicts, explanations, differences, rules and interviews as blocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from interview_followup import _clock
from interview_followup._planning.changes import (
    Change,
    ChangeKind,
    Difference,
    because,
    moves,
    new_hindrance,
    where_it_stands,
)
from interview_followup._planning.check import Verdict
from interview_followup._planning.explanation import Explanation
from interview_followup.exports.html._blocks import (
    Block,
    Bullets,
    Cell,
    Fold,
    Paragraph,
    Table,
)
from interview_followup.exports.html._words import (
    NUMBERS,
    SAYS,
    moment,
    window_dates,
    wording_blocks,
)
from interview_followup.language._rule import Rule
from interview_followup.language._rule_set import RuleSet
from interview_followup.model import Interview

CHANGED: dict[ChangeKind, str] = {
    "appeared": "New",
    "went": "Gone",
    "moved": "Moved",
    "became": "Changed",
}


def verdict_blocks(verdict: Verdict) -> Iterator[Block]:
    """Yield whether an act may be done, why, and the dates of its window."""
    zone = verdict.timezone
    yield Paragraph(verdict.text, "Yes." if verdict.allowed else "No.")
    yield Paragraph(verdict.why, "Why:")
    rows = list(window_dates(verdict.window, zone))
    if verdict.until_utc is not None:
        rows.append(("This answer holds until", moment(verdict.until_utc, zone)))
    if rows:
        yield Table(f"“{verdict.act}” of {verdict.subject.label}: {verdict.status}", (), rows)


def explanation_blocks(explanation: Explanation) -> Iterator[Block]:
    """Yield an explanation as sentences, each below the one that it is a reason for."""
    title, *sentences = explanation.sentences()
    yield Paragraph(title.text, "Explanation:")
    yield Bullets([(sentence.depth, sentence.text) for sentence in sentences])


# -- differences ----------------------------------------------------------------------------------


def difference_blocks(difference: Difference) -> Iterator[Block]:
    """Yield what changed, how, and because of which facts."""
    rows = [_change(change) for change in difference]
    if rows:
        known = any(facts for *_, facts in rows)
        columns = ("Change", "What", "How", *(("Because",) if known else ()))
        cells = [row[: len(columns)] for row in rows]
        yield Table("What changed from one plan to the other", columns, cells, header=1)
    else:
        yield Paragraph("Nothing changed.")


def _change(change: Change) -> tuple[str, ...]:
    advice, zone = change.advice, _clock.zone(change.advice.timezone)
    if change.kind == "moved":
        how = "; ".join(moves(change, zone))
    elif change.kind == "went":
        how = where_it_stands(change)
    else:
        how = ". ".join([advice.status, *new_hindrance(change)])
    return CHANGED[change.kind], advice.text, how, "; ".join(because(change, zone))


# -- rules ----------------------------------------------------------------------------------------


def rules_blocks(rules: RuleSet) -> Iterator[Block]:
    """Yield every rule in a line, with all that it says below it."""
    rows: list[Sequence[Cell]] = [
        (rule.name, str(rule.text), _kind(rule), [Fold("What it says", list(_said(rule)))])
        for rule in rules
    ]
    count = f"{len(rows)} rule{'' if len(rows) == 1 else 's'}"
    yield Table(f"{count}, in the order written", ("Rule", "Text", "Kind", "In full"), rows)


def rule_blocks(rule: Rule) -> Iterator[Block]:
    """Yield what a rule says in words, its numbers and their sources."""
    yield Paragraph(str(rule.text), f"{rule.name}:")
    yield from _said(rule)


def _kind(rule: Rule) -> str:
    return f"{rule.kind}, per {rule.per}"


def _said(rule: Rule) -> Iterator[Block]:
    window = dict(rule.says())
    rows: list[tuple[str, str]] = [
        ("Kind", _kind(rule)),
        *[(SAYS.get(part, "Needs"), str(expression)) for part, expression in window.items()],
        *([("Goes by", rule.channel)] if isinstance(rule.channel, str) else []),
        *[("Where", f"{name}: {words}") for name, words in rule.where().items()],
        ("Why", rule.why),
        ("Source", str(rule.source)),
    ]
    yield Table(f"What the rule “{rule.name}” says", (), rows)
    yield from wording_blocks(rule.wording, str(rule.source))
    if rule.parameters:
        numbers = [
            (f"{rule.name}.{number.name}", str(number), number.text, str(number.source))
            for number in rule.parameters
        ]
        yield Table("Numbers that can be tuned", NUMBERS, numbers)


# -- interviews -----------------------------------------------------------------------------------


def interview_blocks(interview: Interview) -> Iterator[Block]:
    """Yield an interview with its times as the clocks at its place show them."""
    people = interview.interviewers
    met = None if people is None else ", ".join([person.name for person in people]) or "nobody"
    questions = [
        f"{question.text} (tricky)" if question.tricky else question.text
        for question in interview.questions
    ]
    rows: list[tuple[str, str | None]] = [
        ("Starts", _time(interview.starts, interview)),
        ("Ends", _time(interview.ends, interview) or "not told"),
        ("Left", _time(interview.left, interview)),
        ("Not held", interview.not_held),
        ("Medium", interview.medium),
        ("Interviewers", met or "not told"),
        ("Questions asked", "; ".join(questions)),
        ("Notes", interview.notes),
        ("Key", interview.key),
    ]
    known = [(name, text) for name, text in rows if text]
    yield Table(f"Interview, in the time of {interview.timezone}", (), known)


def _time(time: date | datetime | None, interview: Interview) -> str | None:
    """Say a moment, or the day where no more is known of it."""
    if time is None:
        return None
    if isinstance(time, datetime):
        return moment(time, interview.timezone)
    return _clock.date_in_words(time)
