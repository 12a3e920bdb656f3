"""Why an act is advised, or not yet, in sentences made from what its rules say of a subject."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from interview_followup._planning.kept_hours import hours_kept
from interview_followup._planning.reading import Reading, dating
from interview_followup.language._phrases import hours_begin
from interview_followup.language._rule import Rule
from interview_followup.language._subject import Subject
from interview_followup.language._window import Window


def why(readings: Sequence[Reading], window: Window) -> str:
    """Say why the rules are there, and what decides when the act is best."""
    because = reasons([reading.rule for reading in readings])
    if window.best is None:
        return because
    return f"{because} Best: {_what_is_best(readings, window.best, window.opens)}."


def reasons(rules: Sequence[Rule]) -> str:
    """Say why some rules are there, each in its own words."""
    return sentences(*dict.fromkeys([rule.why for rule in rules]))


def sentences(*texts: str) -> str:
    """Return texts as sentences, each with a full stop unless it has an end of its own."""
    return " ".join([text if text.endswith((".", "?", "!", "…")) else f"{text}." for text in texts])


def _what_is_best(readings: Sequence[Reading], best: datetime, opens: datetime | None) -> str:
    """Say what an act is best at: a moment that a rule names, or else the hours that it waits for.

    These it waits for from the last of the moments before it.
    """
    subject = readings[0].subject
    moments = [reading.rule.best for reading in readings if reading.rule.best is not None]
    values = [moment.evaluate(subject) for moment in moments]
    for moment, value in zip(moments, values, strict=True):
        if value == best:
            return moment.say(subject)
    if best == opens:
        return _said(opening(readings, best), subject)
    earlier = [value for value in (*values, opens) if isinstance(value, datetime) and value < best]
    base = max(earlier)
    kept = hours_kept(readings)
    waits = next((hours for hours in kept if hours.keep(base) != base), kept[0])
    return f"{_what_is_best(readings, base, opens)}{hours_begin(waits.nodes[0], subject)}"


def why_not_before(readings: Sequence[Reading], opens: datetime | None) -> str:
    """Say what decides when an act opens, and why the rules that decide it are there."""
    rules = opening(readings, opens)
    link = "It waits for" if opens is None else "That is"
    return f"{link} {_said(rules, readings[0].subject)}. {reasons(rules)}"


def _said(rules: Sequence[Rule], subject: Subject) -> str:
    """Say when some rules open, all of which do so at one moment."""
    return next(rule.opens.say(subject) for rule in rules if rule.opens is not None)


def opening(readings: Sequence[Reading], opens: datetime | None) -> list[Rule]:
    """Return the rules that open at a moment, which is that of all of them together."""
    return [reading.rule for reading in dating(readings) if reading.window.opens == opens]
