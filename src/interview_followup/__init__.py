"""What to do after a job interview, and when: advice as timezone-aware rules that say why.

`plan` says what to do at a moment, `check` whether one thing may be done then, `explain` why,
`forecast` what comes after, `difference` what changed from one plan to another. They are asked
about a `JobSearch`, and go by the rules of `CV_LIBRARY` or others.

No function reads the system's clock: the moment is an argument, an aware datetime of any zone or a
day. What comes out has a `pendulum.DateTime` in the candidate's zone or, under names in `_utc` and
in a `Window`, stdlib datetimes in UTC. Every error that is raised on purpose is a `FollowupError`.
Limits and lengths are this library's choice where nothing else is said of them.

The examples in docstrings need no more than to import the names that they use.
"""

# The page `docs/rooms.md` says where what is in the code, and where to begin reading.

from interview_followup._errors import FactFailed, FollowupError, InvalidInput, Problem
from interview_followup._files.local_times import moment_from_text
from interview_followup._files.search_files import read_search, search_from_dict
from interview_followup._planning.advice import Advice
from interview_followup._planning.agenda import Entry, Group, agenda
from interview_followup._planning.cautions import Caution
from interview_followup._planning.changes import Change, ChangedFact, Difference
from interview_followup._planning.check import Verdict, check, check_all
from interview_followup._planning.comparison import (
    ComparedAct,
    Comparison,
    Opinion,
    compare,
)
from interview_followup._planning.difference import difference
from interview_followup._planning.explanation import Explanation, explain
from interview_followup._planning.forecast import forecast
from interview_followup._planning.hindrance import Hindrance
from interview_followup._planning.plan import Action, Plan
from interview_followup._planning.questions import Question
from interview_followup._planning.reasons import Account, Reason
from interview_followup._planning.schedule import Schedule, plan, schedule
from interview_followup._planning.scheduled import Scheduled
from interview_followup._planning.status import Status
from interview_followup.advice import CV_LIBRARY
from interview_followup.exports.dictionaries import to_dict
from interview_followup.language._rule import Rule
from interview_followup.language._rule_set import RuleSet
from interview_followup.language._subject import Keys, Subject
from interview_followup.language._window import Window, phase
from interview_followup.model import (
    Application,
    AskedQuestion,
    Done,
    FollowUp,
    Interview,
    JobSearch,
    Medium,
    NotHeld,
    Offer,
    Outcome,
    Person,
    Promise,
    SetAside,
    WakingHours,
    Workdays,
)

__all__ = [
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
]
