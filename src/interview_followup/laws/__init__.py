"""What holds of every rule set, and a call that checks it on yours. It needs the extra `testing`.

Each law is a value whose docstring says it. `verify(rules)` checks them all.
"""

from interview_followup.laws._law import Breach, Law
from interview_followup.laws._laws import (
    LAWS,
    answers_agree,
    done_stays_done,
    explanations_replay,
    files_read_back,
    order_changes_nothing,
    phases_move_forward,
    readings_agree,
    rules_agree,
    set_aside_is_unheard,
    unnamed_facts_change_nothing,
    valid_searches_plan,
    windows_are_in_order,
    windows_leave_time,
    windows_open_on_time,
    zones_change_nothing,
)
from interview_followup.laws._machine import machine
from interview_followup.laws._report import Counterexample, Finding, LawsBroken, Report
from interview_followup.laws._verify import verify

__all__ = [
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
    "rules_agree",
    "set_aside_is_unheard",
    "unnamed_facts_change_nothing",
    "valid_searches_plan",
    "verify",
    "windows_are_in_order",
    "windows_leave_time",
    "windows_open_on_time",
    "zones_change_nothing",
]
