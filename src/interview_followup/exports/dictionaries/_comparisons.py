"""Comparisons of packs as dictionaries."""

from __future__ import annotations

from interview_followup._files.format_number import FORMAT
from interview_followup._planning.comparison import ComparedAct, Comparison, Opinion
from interview_followup.exports.dictionaries._comparison_types import (
    ComparedActDict,
    ComparisonDict,
    OpinionDict,
)
from interview_followup.exports.dictionaries._subjects import subject_dict, time_text, window_dict


def comparison_dict(comparison: Comparison) -> ComparisonDict:
    """Return what packs say side by side."""
    return {
        "format": FORMAT,
        "now": time_text(comparison.now_utc, comparison.timezone),
        "timezone": comparison.timezone,
        "packs": list(comparison.packs),
        "acts": [_act(compared) for compared in comparison.acts],
    }


def _act(compared: ComparedAct) -> ComparedActDict:
    return {
        "act": compared.act,
        **subject_dict(compared.subject),
        "text": compared.text,
        "differs": list(compared.differs),
        "opinions": [_opinion(opinion) for opinion in compared.opinions],
    }


def _opinion(opinion: Opinion) -> OpinionDict:
    return {
        "pack": opinion.pack,
        "says": opinion.says,
        "rules": list(opinion.rules),
        **window_dict(opinion.window, opinion.timezone),
        "channel": opinion.channel,
        "to": opinion.to,
        "why": opinion.why,
        "source": opinion.source,
    }
