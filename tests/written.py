"""Expressions of every kind, each with the code that writes it."""

from __future__ import annotations

from datetime import time
from typing import Any

from interview_followup.language import (
    AUTHOR,
    NOON,
    OFFICE_CLOSES,
    OURS,
    PAUSE,
    Expression,
    Source,
    application,
    condition_fact,
    days,
    detail_fact,
    done,
    earlier_of,
    first_known,
    interview,
    last_done,
    last_of,
    later_of,
    minutes,
    moment_fact,
    named,
    parameter,
    person,
    times_done,
    weeks,
    when,
    working_days,
)

ENDS, LEFT, REMOTE = interview.ends, interview.left, interview.remote
WAIT = parameter("wait", days(7), "how long to wait", source=Source("My aunt", item=3))
DUE = moment_fact("application.task_due", "the end of the task", ask="When is it due?")

WRITTEN: list[tuple[Expression[Any], str]] = [
    (ENDS, "interview.ends"),
    (person.email, "person.email"),
    (interview.in_the_morning, "interview.in_the_morning"),
    (ENDS + days(2), "interview.ends + days(2)"),
    (ENDS - working_days(1) + PAUSE, "interview.ends - working_days(1) + PAUSE"),
    ((ENDS + days(1)).at("14:00"), "(interview.ends + days(1)).at('14:00')"),
    (ENDS.at(NOON), "interview.ends.at(NOON)"),
    (ENDS.next_at(time(9, 0, 30)), "interview.ends.next_at('09:00:30')"),
    (ENDS.midnight_after.office_time, "interview.ends.midnight_after.office_time"),
    (ENDS.let_pass(days(1)), "interview.ends.let_pass(days(1))"),
    (ENDS + weeks(2), "interview.ends + weeks(2)"),
    (
        ENDS.in_hours("09:00", OFFICE_CLOSES, on=("friday", "monday")),
        "interview.ends.in_hours('09:00', OFFICE_CLOSES, on=('monday', 'friday'))",
    ),
    (ENDS.in_hours("10:00", "12:00"), "interview.ends.in_hours('10:00', '12:00')"),
    (ENDS.on("Friday", "monday"), "interview.ends.on('monday', 'friday')"),
    (ENDS.between("18:00", NOON), "interview.ends.between('18:00', NOON)"),
    (interview.people_count.at_least(8), "interview.people_count.at_least(8)"),
    (later_of(ENDS, LEFT), "later_of(interview.ends, interview.left)"),
    (earlier_of(ENDS, LEFT), "earlier_of(interview.ends, interview.left)"),
    (last_of(LEFT), "last_of(interview.left)"),
    (first_known(LEFT, ENDS), "first_known(interview.left, interview.ends)"),
    (
        when(REMOTE, ENDS, otherwise=LEFT),
        "when(interview.remote, interview.ends, otherwise=interview.left)",
    ),
    (ENDS.known & LEFT.happened, "interview.ends.known & interview.left.happened"),
    (application.outcome.exists, "application.outcome.exists"),
    (~(REMOTE | ENDS.known), "~(interview.remote | interview.ends.known)"),
    (~REMOTE & REMOTE & REMOTE, "~interview.remote & interview.remote & interview.remote"),
    (REMOTE & (REMOTE & REMOTE), "interview.remote & (interview.remote & interview.remote)"),
    (REMOTE & (REMOTE | REMOTE), "interview.remote & (interview.remote | interview.remote)"),
    (REMOTE & REMOTE | REMOTE, "interview.remote & interview.remote | interview.remote"),
    (ENDS.before(LEFT + minutes(1)), "interview.ends.before(interview.left + minutes(1))"),
    (done("chase"), "done('chase')"),
    (last_done("chase", since=ENDS), "last_done('chase', since=interview.ends)"),
    (times_done("chase").at_least(2), "times_done('chase').at_least(2)"),
    (WAIT, "parameter('wait', days(7), 'how long to wait', source=Source('My aunt', item=3))"),
    (
        parameter("at", time(9), "when", source=AUTHOR),
        "parameter('at', '09:00', 'when')",
    ),
    (
        parameter("most", 2, "how often", source=OURS),
        "parameter('most', 2, 'how often', source=OURS)",
    ),
    (named("the end", ENDS), "named('the end', interview.ends)"),
    (
        named("it's over", ENDS.happened, denial='not "yet"\n'),
        'named("it\'s over", interview.ends.happened, denial=\'not "yet"\\n\')',
    ),
    (
        DUE,
        "moment_fact('application.task_due', 'the end of the task', ask='When is it due?')",
    ),
    (
        condition_fact("search.rich", "you are rich"),
        "condition_fact('search.rich', 'you are rich')",
    ),
    (
        condition_fact("search.rich", "you are rich", denial="you are poor"),
        "condition_fact('search.rich', 'you are rich', denial='you are poor')",
    ),
    (
        detail_fact("person.pet", "the pet", ask="Which pet?", may_not_exist=True),
        "detail_fact('person.pet', 'the pet', ask='Which pet?', may_not_exist=True)",
    ),
]
