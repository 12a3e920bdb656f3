"""All that a rule author needs, in one place.

A rule combines *facts* of a subject (`interview.ends`, `person.email`) with periods, times of day
and choices into moments and conditions. Nothing is evaluated while a rule is being written, and a
misspelt fact fails there and then.
"""

from interview_followup._clock import Period
from interview_followup.language._expression import Expression, Fact, Parameter
from interview_followup.language._expressions import (
    AUTHOR,
    OFFICE_CLOSES,
    OFFICE_OPENS,
    OURS,
    Condition,
    Count,
    Detail,
    Moment,
    condition_fact,
    days,
    detail_fact,
    done,
    earlier_of,
    first_known,
    hours,
    last_done,
    later_of,
    minutes,
    moment_fact,
    named,
    parameter,
    times_done,
    when,
    working_days,
)
from interview_followup.language._facts import (
    EVENING,
    NOON,
    PAUSE,
    Route,
    application,
    interview,
    person,
    search,
)
from interview_followup.language._rule import (
    MISSED_FOR,
    CautionText,
    Rule,
    before_closing,
    closed,
    early,
    late,
)
from interview_followup.language._rule_set import RuleSet
from interview_followup.language._source import Source
from interview_followup.language._subject import Subject
from interview_followup.language._values import NOT_YET, Unknown

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
    "Moment",
    "Parameter",
    "Period",
    "Route",
    "Rule",
    "RuleSet",
    "Source",
    "Subject",
    "Unknown",
    "application",
    "before_closing",
    "closed",
    "condition_fact",
    "days",
    "detail_fact",
    "done",
    "earlier_of",
    "early",
    "first_known",
    "hours",
    "interview",
    "last_done",
    "late",
    "later_of",
    "minutes",
    "moment_fact",
    "named",
    "parameter",
    "person",
    "search",
    "times_done",
    "when",
    "working_days",
]
