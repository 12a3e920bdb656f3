"""The entry point of Hypothesis: `st.from_type` learns our classes as Hypothesis is imported.

It stands outside `strategies`, so that those are imported only once one of them is drawn from.
"""

from __future__ import annotations

from interview_followup.language._rule import Rule
from interview_followup.language._rule_set import RuleSet
from interview_followup.model import (
    Application,
    AskedQuestion,
    FollowUp,
    Interview,
    JobSearch,
    Offer,
    Person,
    Promise,
    WakingHours,
    Workdays,
)

STRATEGY_NAMES: dict[type, str] = {
    Application: "applications",
    AskedQuestion: "questions",
    FollowUp: "follow_ups",
    Interview: "interviews",
    JobSearch: "job_searches",
    Offer: "offers",
    Person: "people",
    Promise: "promises",
    Rule: "rules",
    RuleSet: "rule_sets",
    WakingHours: "waking_hours",
    Workdays: "workdays",
}


def register() -> None:
    """Register the strategy of each class; none is made before it is asked for."""
    from hypothesis.strategies import SearchStrategy, register_type_strategy

    def strategy_of(cls: type) -> SearchStrategy[object]:
        from interview_followup import strategies

        strategy: SearchStrategy[object] = getattr(strategies, STRATEGY_NAMES[cls])()
        return strategy

    for cls in STRATEGY_NAMES:
        register_type_strategy(cls, strategy_of)
