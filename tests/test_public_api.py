"""The public API, name by name: whatever changes here is told in the changelog."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from importlib import import_module
from inspect import isclass, isfunction
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType
from typing import Any, get_type_hints

import pytest
from icalendar import Calendar

from interview_followup import exports

PUBLIC = {
    "interview_followup": [
        "CV_LIBRARY",
        "Account",
        "Action",
        "Advice",
        "Application",
        "AskedQuestion",
        "Caution",
        "Change",
        "ChangedFact",
        "ComparedAct",
        "Comparison",
        "Difference",
        "Done",
        "Entry",
        "Explanation",
        "FactFailed",
        "FollowUp",
        "FollowupError",
        "Group",
        "Hindrance",
        "Interview",
        "InvalidInput",
        "JobSearch",
        "Keys",
        "Medium",
        "NotHeld",
        "Offer",
        "Opinion",
        "Outcome",
        "Person",
        "Plan",
        "Problem",
        "Promise",
        "Question",
        "Reason",
        "Rule",
        "RuleSet",
        "Schedule",
        "Scheduled",
        "SetAside",
        "Status",
        "Subject",
        "Verdict",
        "WakingHours",
        "Window",
        "Workdays",
        "agenda",
        "check",
        "check_all",
        "compare",
        "difference",
        "explain",
        "forecast",
        "moment_from_text",
        "phase",
        "plan",
        "read_search",
        "schedule",
        "search_from_dict",
        "to_dict",
    ],
    "interview_followup.language": [
        "AUTHOR",
        "EVENING",
        "MISSED_FOR",
        "NOON",
        "NOT_YET",
        "OFFICE_CLOSES",
        "OFFICE_OPENS",
        "OURS",
        "PAUSE",
        "CautionText",
        "Condition",
        "Count",
        "Detail",
        "Expression",
        "Fact",
        "Missing",
        "Moment",
        "NotYet",
        "Parameter",
        "Period",
        "Route",
        "Rule",
        "RuleSet",
        "Source",
        "Subject",
        "TextChoice",
        "Unknown",
        "Wording",
        "application",
        "before_closing",
        "closed",
        "condition_fact",
        "count_fact",
        "days",
        "detail_fact",
        "do",
        "done",
        "dont",
        "earlier_of",
        "early",
        "first_known",
        "hours",
        "interview",
        "last_done",
        "last_of",
        "late",
        "later_of",
        "minutes",
        "moment_fact",
        "named",
        "parameter",
        "person",
        "search",
        "times_done",
        "weeks",
        "when",
        "working_days",
    ],
    "interview_followup.advice": [
        "CV_LIBRARY",
        "BrokenPack",
        "Pack",
        "load",
        "packs",
        "read_pack",
    ],
    "interview_followup.exports.calendar": ["plan_calendar"],
    "interview_followup.exports.dictionaries": [
        "AccountDict",
        "ActionDict",
        "AdviceDict",
        "ApplicationDict",
        "ApplicationNames",
        "AskedQuestionDict",
        "BriefCautionDict",
        "CautionDict",
        "ChangeDict",
        "ChangedFactDict",
        "ComparedActDict",
        "ComparisonDict",
        "DifferenceDict",
        "DoneAtDict",
        "DoneDict",
        "ExplanationDict",
        "FactTimeDict",
        "FollowUpDict",
        "HindranceDict",
        "InterviewDict",
        "MovedDict",
        "NumberDict",
        "OfferDict",
        "OpinionDict",
        "ParameterDict",
        "PartDict",
        "PersonDict",
        "PlanDict",
        "ProblemDict",
        "PromiseDict",
        "QuestionDict",
        "ReasonDict",
        "RuleDict",
        "RuleSetDict",
        "SearchDict",
        "SetAsideDict",
        "SetAsideUntilDict",
        "SubjectDict",
        "SubjectKeys",
        "TimeDict",
        "VerdictDict",
        "WakingHoursDict",
        "WarningDict",
        "WindowDict",
        "WordingDict",
        "WorkdaysDict",
        "to_dict",
    ],
    "interview_followup.exports.document": [
        "rules_toml",
        "search_document",
        "search_json",
        "search_toml",
    ],
    "interview_followup.exports.html": [
        "comparison_html",
        "notebook_html",
        "notebook_markdown",
        "plan_html",
    ],
    "interview_followup.exports.json_schema": ["json_schema"],
    "interview_followup.exports.tables": [
        "COLUMNS",
        "MOMENTS",
        "action_rows",
    ],
    "interview_followup.exports.text": [
        "comparison_text",
        "explanation_text",
        "forecast_text",
        "plan_text",
        "rules_text",
        "verdict_text",
    ],
    "interview_followup.exports.timeline": ["timeline_svg"],
    "interview_followup.laws": [
        "LAWS",
        "Breach",
        "Counterexample",
        "Finding",
        "Law",
        "LawsBroken",
        "Report",
        "answers_agree",
        "done_stays_done",
        "explanations_replay",
        "files_read_back",
        "machine",
        "order_changes_nothing",
        "phases_move_forward",
        "readings_agree",
        "reminders_forbid_nothing",
        "rules_agree",
        "set_aside_is_unheard",
        "unnamed_facts_change_nothing",
        "valid_searches_plan",
        "verify",
        "vetoes_are_kept",
        "windows_are_in_order",
        "windows_leave_time",
        "windows_open_on_time",
        "zones_change_nothing",
    ],
    "interview_followup.strategies": [
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
    ],
}
PACKAGES = [
    "interview_followup.exports",
    *[name for name in PUBLIC if hasattr(import_module(name), "__path__")],
]


@pytest.mark.parametrize("name", PUBLIC)
def test_a_module_makes_public_what_is_listed_here(name: str) -> None:
    module = import_module(name)
    assert PUBLIC[name] == module.__all__
    assert [] == [public for public in PUBLIC[name] if not hasattr(module, public)]


def test_every_module_of_exports_is_listed_here() -> None:
    prefix = "interview_followup.exports."
    modules = {module.name for module in iter_modules(exports.__path__, prefix)}
    listed = {name for name in PUBLIC if name.startswith(prefix)}
    assert modules == listed, "List the names of the module in PUBLIC, as its __all__ does"


@pytest.mark.parametrize(
    "place", ["docs/stability.md", "src/interview_followup/exports/__init__.py"]
)
def test_every_module_of_exports_is_named_where_they_are_listed(place: str) -> None:
    text = (Path(__file__).parents[1] / place).read_text(encoding="utf-8")
    names = [module.name for module in iter_modules(exports.__path__)]
    assert [] == [name for name in names if f"`{name}`" not in text], f"Name it in {place}"


@pytest.mark.parametrize("name", PACKAGES)
def test_nothing_else_stands_in_a_public_package_but_modules(name: str) -> None:
    package = vars(import_module(name))
    others = {attribute for attribute in package if not attribute.startswith("_")} - {
        *PUBLIC.get(name, [])
    }
    others -= {"annotations"}  # of `from __future__`
    assert [] == [
        attribute for attribute in others if not isinstance(package[attribute], ModuleType)
    ]


def functions_of(cls: type) -> Iterator[tuple[str, Callable[..., Any]]]:
    """Yield the public methods and properties of a class that the library defines, by name."""
    ours = [base for base in cls.__mro__ if base.__module__.startswith("interview_followup")]
    for name, value in [member for base in ours for member in vars(base).items()]:
        function = getattr(value, "__func__", value)  # of a class or static method
        if isinstance(value, property):
            function = value.fget
        elif isinstance(value, cached_property):
            function = value.func
        if isfunction(function) and not name.startswith("_"):
            yield f"{cls.__name__}.{name}", function


def annotated() -> Iterator[tuple[str, Any]]:
    """Yield every public class and function, and the methods and properties of the classes."""
    for module, names in PUBLIC.items():
        for name in names:
            value = getattr(import_module(module), name)
            if isclass(value):
                yield name, value
                yield from functions_of(value)
            elif isfunction(value):
                yield name, value


ANNOTATED = dict(annotated())


def test_methods_and_properties_are_among_what_is_annotated() -> None:
    assert {"plan", "Plan", "Plan.until", "Caution.text", "JobSearch.record"} <= {*ANNOTATED}


OF_EXTRAS = {"Calendar": Calendar}
"""What only type checkers import, because it comes with an extra."""


@pytest.mark.parametrize("name", ANNOTATED)
def test_annotations_of_what_is_public_resolve(name: str) -> None:
    hints = get_type_hints(ANNOTATED[name], localns=OF_EXTRAS)
    assert isclass(ANNOTATED[name]) or "return" in hints
