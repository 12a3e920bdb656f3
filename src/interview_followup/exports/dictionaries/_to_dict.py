"""Any value as a dictionary, by what it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, overload

from interview_followup._errors import invalid, shown
from interview_followup._planning.changes import Difference
from interview_followup._planning.check import Verdict
from interview_followup._planning.comparison import Comparison
from interview_followup._planning.explanation import Explanation
from interview_followup._planning.plan import Plan
from interview_followup.exports.dictionaries._comparison_types import ComparisonDict
from interview_followup.exports.dictionaries._comparisons import comparison_dict
from interview_followup.exports.dictionaries._difference_types import DifferenceDict
from interview_followup.exports.dictionaries._differences import difference_dict
from interview_followup.exports.dictionaries._explanation_types import ExplanationDict
from interview_followup.exports.dictionaries._explanations import explanation_dict
from interview_followup.exports.dictionaries._plan_types import PlanDict, VerdictDict
from interview_followup.exports.dictionaries._plans import plan_dict, verdict_dict
from interview_followup.exports.dictionaries._rule_types import RuleSetDict
from interview_followup.exports.dictionaries._rules import rule_set_dict
from interview_followup.exports.dictionaries._search_types import SearchDict
from interview_followup.exports.dictionaries._searches import search_dict
from interview_followup.language._rule_set import RuleSet
from interview_followup.model import Application, Interview, JobSearch

_DICTIONARIES: tuple[tuple[tuple[type, ...], Callable[[Any], Any]], ...] = (
    ((JobSearch, Application, Interview), search_dict),
    ((Plan,), plan_dict),
    ((Verdict,), verdict_dict),
    ((Explanation,), explanation_dict),
    ((Difference,), difference_dict),
    ((Comparison,), comparison_dict),
    ((RuleSet,), rule_set_dict),
)
"""How the dictionary of each class is made."""


@overload
def to_dict(value: JobSearch | Application | Interview) -> SearchDict: ...
@overload
def to_dict(value: Plan) -> PlanDict: ...
@overload
def to_dict(value: Verdict) -> VerdictDict: ...
@overload
def to_dict(value: Explanation) -> ExplanationDict: ...
@overload
def to_dict(value: Comparison) -> ComparisonDict: ...
@overload
def to_dict(value: Difference) -> DifferenceDict: ...
@overload
def to_dict(value: RuleSet) -> RuleSetDict: ...
def to_dict(value: Any) -> Any:
    """Return a search, or any answer about it, as a dictionary of only what JSON has.

    It has `format`, the number of this format, at its top. Times are RFC 3339 with an offset, exact
    to the microsecond: those of an interview in a search in its zone, all others in the
    candidate's. `search_from_dict` reads that of a search back. A bare application or interview is
    a search of just that.

    >>> to_dict(JobSearch(timezone="Europe/London", applications=[Application(employer="Acme")]))
    {'format': 1, 'timezone': 'Europe/London', 'applications': [{'employer': 'Acme'}]}

    Raises:
        InvalidInput: It is no search, plan, verdict, explanation, difference, comparison or rule
            set, or an application without an interview.
    """
    for kinds, dictionary_of in _DICTIONARIES:
        if isinstance(value, kinds):
            return dictionary_of(value)
    mend = "a search, a plan, a verdict, an explanation, a difference, a comparison or a rule set"
    raise invalid("value", f"{shown(value)} has no dictionary", f"give {mend}")
