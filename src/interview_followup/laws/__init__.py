"""What holds of every rule set, and a call that checks it on yours. It needs the extra `testing`.

Each law is a value whose docstring says it. `verify(rules)` checks them all, `machine(rules)` is a
Hypothesis state machine in which they have to hold whatever happens.
"""

# Begin reading with `_law`, then the laws by what they are about: `_windows`, `_invariance`,
# `_records`, `_validity` and `_agreement`; `_laws` lists them. `_verify` draws `_cases` and walks
# through the changes of the clocks (`_sweep`) as long as there is time (`_budget`), a `_survey`
# keeps what breaks a law, and what is seldom meant (`_notes`), `_shrinking` makes it small
# (`_variants`), and `_report` prints it.

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
from interview_followup.laws._law import Breach, Law
from interview_followup.laws._laws import LAWS
from interview_followup.laws._machine import machine
from interview_followup.laws._records import done_stays_done, set_aside_is_unheard
from interview_followup.laws._report import Counterexample, Finding, LawsBroken, Report
from interview_followup.laws._validity import files_read_back, valid_searches_plan
from interview_followup.laws._verify import verify
from interview_followup.laws._windows import (
    phases_move_forward,
    windows_are_in_order,
    windows_leave_time,
    windows_open_on_time,
)

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
]
