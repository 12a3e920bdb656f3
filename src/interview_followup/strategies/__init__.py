"""Hypothesis strategies for job searches and for rules. They need the extra `testing`.

Random moments miss what matters, so times are drawn where clocks and calendars turn over: around
the changes of the clocks in every zone of the tz database, midnights, noon, the hours of an office,
Fridays, ends of months and years, and the edges of what the library takes. What is plain comes
first everywhere, so that a counterexample shrinks to a search that a person can read.

`st.from_type` knows the classes of the model, `Rule` and `RuleSet`, without any import of this
package: Hypothesis finds them by an entry point.
"""

# Begin reading with `_moments`; `_searches` has the model, `_rules` the language, `_histories` what
# happens to a candidate, step by step, and `_invalid` what is wrong with a document.

from __future__ import annotations

try:
    import hypothesis  # noqa: F401
except ModuleNotFoundError as _error:
    _needed = "strategies and laws need Hypothesis: pip install 'interview_followup[testing]'"
    raise ModuleNotFoundError(_needed, name=_error.name) from None

from interview_followup.strategies._histories import Step, histories
from interview_followup.strategies._invalid import invalid_documents
from interview_followup.strategies._moments import moments, zones
from interview_followup.strategies._rules import rule_sets, rules
from interview_followup.strategies._searches import (
    applications,
    follow_ups,
    interviews,
    job_searches,
    offers,
    people,
    promises,
    questions,
    waking_hours,
    workdays,
)

__all__ = [
    "Step",
    "applications",
    "follow_ups",
    "histories",
    "interviews",
    "invalid_documents",
    "job_searches",
    "moments",
    "offers",
    "people",
    "promises",
    "questions",
    "rule_sets",
    "rules",
    "waking_hours",
    "workdays",
    "zones",
]
