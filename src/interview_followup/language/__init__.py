"""All that a rule author needs, in one place.

A rule combines *facts* of a subject (`interview.ends`, `person.email`) with periods, times of day
and choices into moments and conditions. Nothing is evaluated while a rule is being written, and a
misspelt fact fails there and then.
"""

# Begin with `_rule` and `_rule_set`. A rule is written with the kinds of expression in `_kinds`
# (moments, conditions, counts, details), `_functions` and `_constants`. Its facts are in `_facts`;
# `_new_facts` makes others. What it says is in `_texts`, `_text_choice`, `_caution` and `_wording`.
# All of it makes trees of `_expression`s; `_operators` joins how each kind of node is evaluated
# (`_evaluation`, `_hours`) and how it is said (`_phrases`), for a `_subject`. Other rooms use these
# modules by their names, and `_window`, the only place where a clock enters.

from interview_followup._clock import Period
from interview_followup.language._caution import (
    MISSED_FOR,
    CautionText,
    before_closing,
    closed,
    early,
    late,
)
from interview_followup.language._constants import (
    OFFICE_CLOSES,
    OFFICE_OPENS,
    days,
    hours,
    minutes,
    parameter,
    weeks,
    working_days,
)
from interview_followup.language._expression import Expression, Parameter
from interview_followup.language._fact import Fact, Route
from interview_followup.language._facts import (
    EVENING,
    NOON,
    PAUSE,
    application,
    interview,
    person,
    search,
)
from interview_followup.language._functions import (
    done,
    earlier_of,
    first_known,
    last_done,
    last_of,
    later_of,
    named,
    times_done,
    when,
)
from interview_followup.language._kinds import Condition, Count, Detail, Moment
from interview_followup.language._missing import NOT_YET, Missing, NotYet, Unknown
from interview_followup.language._new_facts import (
    condition_fact,
    count_fact,
    detail_fact,
    moment_fact,
)
from interview_followup.language._rule import Rule
from interview_followup.language._rule_set import RuleSet
from interview_followup.language._source import AUTHOR, OURS, Source
from interview_followup.language._subject import Subject
from interview_followup.language._text_choice import TextChoice
from interview_followup.language._wording import Wording, do, dont

__all__ = [
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
]
