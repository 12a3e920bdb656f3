"""How long `plan` takes, against the same advice written by hand.

Both have to say the same first, of searches made up and drawn, whenever anything changes. Then both
are timed, once with none of their ids and words read and once with all of them.
"""

from __future__ import annotations

import sys

import by_hand
from by_hand import plan_by_hand
from equality import differences
from scaling import with_applications
from searches import (
    NOW,
    by_the_day,
    chosen,
    drawn,
    example,
    namesakes,
    offered,
    panel,
    promised,
    quiet,
    slips,
    waiting,
    whoever,
)
from timing import ROUNDS, in_turns

from interview_followup import JobSearch, Plan, plan

DRAWN, REPEATS, FEW = 300, 10, 9


def read_all(plan: Plan) -> None:
    """Read the ids and words of a plan."""
    for action in plan.actions:
        _ = action.uid, action.text, action.why, action.source
    for caution in plan.cautions:
        _ = caution.uid, caution.text, caution.why, caution.source
    for question in plan.questions:
        _ = question.text


def read_all_by_hand(plan: by_hand.Plan) -> None:
    """Make the ids and words of a plan by hand."""
    for act, _, _ in plan.actions:
        by_hand.uid_of(act)
        by_hand.text_of(act)
        by_hand.why_of(act)
        by_hand.source_of(act)
    for act, caution in plan.cautions:
        by_hand.uid_of(act, caution.status)
        by_hand.warning_of(act, caution, plan.zone)
        by_hand.why_to_beware(act, caution)
        by_hand.source_of(act)
    for question in plan.questions:
        by_hand.question_of(question, plan.questions, plan.zone)


def compare(name: str, search: JobSearch, repeats: int = REPEATS, rounds: int = ROUNDS) -> None:
    """Time both in turns, and print what they take."""
    dates, planned_dates, words, planned_words = in_turns(
        lambda: plan_by_hand(search, NOW),
        lambda: plan(search, now=NOW),
        lambda: read_all_by_hand(plan_by_hand(search, NOW)),
        lambda: read_all(plan(search, now=NOW)),
        repeats=repeats,
        rounds=rounds,
    )
    for read, by_us, planned in (
        ("no words read", dates, planned_dates),
        ("all words read", words, planned_words),
    ):
        print(f"    {f'{name}, {read}':<40}{by_us:8.0f}{planned:9.0f}{planned / by_us:8.1f}")


def main() -> int:
    """Check that both say the same, then time them; the status is 1 if they don't."""
    searches = [
        panel(),
        example(),
        with_applications(20),
        quiet(),
        promised(),
        namesakes(),
        *waiting(),
        *by_the_day(),
        *whoever(),
        *offered(),
        *chosen(),
        *slips(),
        *drawn(DRAWN),
    ]
    if lines := [line for search in searches for line in differences(search)]:
        print(*lines, sep="\n", file=sys.stderr)
        return 1
    print(f"Both say the same of {len(searches)} searches, whenever anything changes.")
    print(f"Microseconds of processor time a plan, medians of {ROUNDS} rounds of {REPEATS}:")
    print(f"    {'':<40}{'by hand':>8}{'plan':>9}{'ratio':>8}")
    compare("a panel of four", panel())
    compare("job_search.toml", example())
    compare("200 applications", with_applications(200), repeats=1, rounds=FEW)
    return 0


if __name__ == "__main__":
    sys.exit(main())
