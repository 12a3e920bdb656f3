"""What goes in and what comes out, as dictionaries of only what JSON has, with a type for each.

`to_dict` makes them. The types say what each key means, in which unit and zone it is, and when it
is null.
"""

# Begin with `_to_dict`. Each kind of value has a module that makes its dictionary, and one of
# types, from whose docstrings the JSON Schemas are made.

from __future__ import annotations

from interview_followup.exports.dictionaries._comparison_types import (
    ComparedActDict,
    ComparisonDict,
    OpinionDict,
)
from interview_followup.exports.dictionaries._difference_types import (
    AdviceDict,
    ChangedFactDict,
    ChangeDict,
    DifferenceDict,
)
from interview_followup.exports.dictionaries._explanation_types import (
    AccountDict,
    BriefCautionDict,
    ExplanationDict,
    MovedDict,
    NumberDict,
    PartDict,
    ReasonDict,
    SetAsideUntilDict,
    WarningDict,
)
from interview_followup.exports.dictionaries._plan_types import (
    ActionDict,
    CautionDict,
    DoneAtDict,
    HindranceDict,
    PlanDict,
    ProblemDict,
    QuestionDict,
    VerdictDict,
)
from interview_followup.exports.dictionaries._rule_types import (
    ParameterDict,
    RuleDict,
    RuleSetDict,
)
from interview_followup.exports.dictionaries._search_types import (
    ApplicationDict,
    AskedQuestionDict,
    DoneDict,
    FactTimeDict,
    FollowUpDict,
    InterviewDict,
    OfferDict,
    PersonDict,
    PromiseDict,
    SearchDict,
    SetAsideDict,
    TimeDict,
    WakingHoursDict,
    WorkdaysDict,
)
from interview_followup.exports.dictionaries._subject_types import (
    ApplicationNames,
    SubjectDict,
    SubjectKeys,
    WindowDict,
    WordingDict,
)
from interview_followup.exports.dictionaries._to_dict import to_dict

__all__ = [
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
]
