"""What to do after a job interview, and when: advice as timezone-aware rules that say why."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from interview_followup._check import Verdict, check
from interview_followup._errors import FactFailed, FollowupError, InvalidInput, Problem
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

if TYPE_CHECKING:
    from interview_followup._difference import Change, ChangedFact, Difference, difference
    from interview_followup._explanation import Explanation, explain
    from interview_followup._files import parse_search, read_search
    from interview_followup._forecast import forecast

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


# Loaded once they are asked for, and with the files cattrs: a plan needs none of them.
_LATER = {
    "Change": "_difference",
    "ChangedFact": "_difference",
    "Difference": "_difference",
    "Explanation": "_explanation",
    "difference": "_difference",
    "explain": "_explanation",
    "forecast": "_forecast",
    "parse_search": "_files",
    "read_search": "_files",
}


def __getattr__(name: str) -> Any:
    """Load what is not needed for a plan only once it is asked for."""
    if name in _LATER:
        return getattr(import_module(f"interview_followup.{_LATER[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
