"""What to do after a job interview, and when: advice as timezone-aware rules that say why."""

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from interview_followup import advice as advice
    from interview_followup import language as language
    from interview_followup._check import Verdict, check
    from interview_followup._difference import Change, ChangedFact, Difference, difference
    from interview_followup._errors import FactFailed, FollowupError, InvalidInput, Problem
    from interview_followup._explanation import Explanation, explain
    from interview_followup._files import parse_search, read_search
    from interview_followup._forecast import forecast
    from interview_followup._hindrance import Hindrance
    from interview_followup._model import (
        Application,
        AskedQuestion,
        Done,
        FollowUp,
        Interview,
        JobSearch,
        Offer,
        Person,
        Promise,
        SetAside,
    )
    from interview_followup._plan import Action, Caution, Plan, plan, schedule
    from interview_followup._question import Question
    from interview_followup._rule import Rule
    from interview_followup._rule_set import RuleSet
    from interview_followup._schedule import Scheduled, ScheduledCaution
    from interview_followup._subject import Subject
    from interview_followup._window import Window, phase
    from interview_followup._workdays import WakingHours, Workdays
    from interview_followup.advice import CV_LIBRARY

__all__ = [
    "CV_LIBRARY",
    "Action",
    "Application",
    "AskedQuestion",
    "Caution",
    "Change",
    "ChangedFact",
    "Difference",
    "Done",
    "Explanation",
    "FactFailed",
    "FollowUp",
    "FollowupError",
    "Hindrance",
    "Interview",
    "InvalidInput",
    "JobSearch",
    "Offer",
    "Person",
    "Plan",
    "Problem",
    "Promise",
    "Question",
    "Rule",
    "RuleSet",
    "Scheduled",
    "ScheduledCaution",
    "SetAside",
    "Subject",
    "Verdict",
    "WakingHours",
    "Window",
    "Workdays",
    "check",
    "difference",
    "explain",
    "forecast",
    "parse_search",
    "phase",
    "plan",
    "read_search",
    "schedule",
]

# Where each public name is: a part of the library is loaded once it is asked for.
_HOMES = {
    "_check": "Verdict check",
    "_difference": "Change ChangedFact Difference difference",
    "_errors": "FactFailed FollowupError InvalidInput Problem",
    "_explanation": "Explanation explain",
    "_files": "parse_search read_search",
    "_forecast": "forecast",
    "_hindrance": "Hindrance",
    "_model": "Application AskedQuestion Done FollowUp Interview JobSearch Offer Person Promise "
    "SetAside",
    "_plan": "Action Caution Plan plan schedule",
    "_question": "Question",
    "_rule": "Rule",
    "_rule_set": "RuleSet",
    "_schedule": "Scheduled ScheduledCaution",
    "_subject": "Subject",
    "_window": "Window phase",
    "_workdays": "WakingHours Workdays",
    "advice": "CV_LIBRARY",
}
_HOME = {name: module for module, names in _HOMES.items() for name in names.split()}
_MODULES = ("advice", "language")


if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        """Load the part of the library that a public name is in."""
        if name in _MODULES:
            return import_module(f"{__name__}.{name}")
        if name not in _HOME:
            message = f"module {__name__!r} has no attribute {name!r}"
            raise AttributeError(message, name=name, obj=sys.modules[__name__])
        found = globals()[name] = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
        return found


def __dir__() -> list[str]:
    return sorted([*__all__, *_MODULES])
