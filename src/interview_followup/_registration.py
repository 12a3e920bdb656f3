"""What Hypothesis runs when it is imported, so that `st.from_type` knows our classes.

It stands outside the strategies, so that they are imported only once one of them is asked for.
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

STRATEGIES: dict[type, str] = {
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

    def strategy(cls: type) -> SearchStrategy[object]:
        from interview_followup import strategies

        made: SearchStrategy[object] = getattr(strategies, STRATEGIES[cls])()
        return made

    for cls in STRATEGIES:
        register_type_strategy(cls, strategy)
