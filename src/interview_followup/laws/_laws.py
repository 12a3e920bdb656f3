"""All laws, in the order of their numbers."""

from __future__ import annotations

from interview_followup.laws._agreement import (
    answers_agree,
    explanations_replay,
    readings_agree,
    reminders_forbid_nothing,
    rules_agree,
    vetoes_are_kept,
)
from interview_followup.laws._invariance import (
    order_changes_nothing,
    unnamed_facts_change_nothing,
    zones_change_nothing,
)
from interview_followup.laws._law import Law
from interview_followup.laws._records import done_stays_done, set_aside_is_unheard
from interview_followup.laws._validity import files_read_back, valid_searches_plan
from interview_followup.laws._windows import (
    phases_move_forward,
    windows_are_in_order,
    windows_leave_time,
    windows_open_on_time,
)

LAWS: tuple[Law, ...] = (
    windows_are_in_order,
    phases_move_forward,
    windows_open_on_time,
    zones_change_nothing,
    order_changes_nothing,
    done_stays_done,
    unnamed_facts_change_nothing,
    explanations_replay,
    valid_searches_plan,
    files_read_back,
    rules_agree,
    windows_leave_time,
    answers_agree,
    set_aside_is_unheard,
    readings_agree,
    reminders_forbid_nothing,
    vetoes_are_kept,
)
"""All the laws, in the order of their numbers."""

# These look at windows alone, are quick, and fail first where the clocks change.
WINDOW_LAWS = (windows_are_in_order, windows_open_on_time, rules_agree, windows_leave_time)
