"""Differences as dictionaries."""

from __future__ import annotations

from collections.abc import Iterable

from interview_followup._files.format_number import FORMAT
from interview_followup._planning.advice import Advice
from interview_followup._planning.changes import Change, ChangedFact, Difference
from interview_followup.exports.dictionaries._difference_types import (
    AdviceDict,
    ChangedFactDict,
    ChangeDict,
    DifferenceDict,
)
from interview_followup.exports.dictionaries._plans import hindrance_dict
from interview_followup.exports.dictionaries._subjects import names_dict, time_text, window_dict
from interview_followup.exports.dictionaries._values import plain_value


def difference_dict(difference: Difference) -> DifferenceDict:
    """Return a difference, with both states of all that changed."""
    return {
        "format": FORMAT,
        "appeared": _changes(difference.appeared),
        "went": _changes(difference.went),
        "moved": _changes(difference.moved),
        "became": _changes(difference.became),
    }


def _changes(changes: Iterable[Change]) -> list[ChangeDict]:
    return [_change(change) for change in changes]


def _change(change: Change) -> ChangeDict:
    zone = change.advice.timezone
    return {
        "uid": str(change.uid),
        "before": _advice(change.before),
        "after": _advice(change.after),
        "status": change.status,
        "because": [_fact(fact, zone) for fact in change.because],
        "text": str(change),
    }


def _advice(advice: Advice | None) -> AdviceDict | None:
    if advice is None:
        return None
    zone = advice.timezone
    return {
        "kind": advice.kind,
        "uid": str(advice.uid),
        "act": advice.act,
        **names_dict(advice.about, advice.keys, zone),
        "status": advice.status,
        **window_dict(advice.window, zone),
        "since": time_text(advice.since_utc, zone),
        "until": time_text(advice.until_utc, zone),
        "timezone": zone,
        "hindrance": hindrance_dict(advice.hindrance, zone),
        "channel": advice.channel,
        "to": advice.to,
        "text": advice.text,
    }


def _fact(fact: ChangedFact, timezone: str) -> ChangedFactDict:
    return {
        "name": fact.name,
        "label": fact.label,
        "before": plain_value(fact.before, timezone),
        "after": plain_value(fact.after, timezone),
    }
