"""A task to do at home: when to send it, and when to ask what they made of it.

A pack for interview_followup. A search says in the `facts` of an application when the task came and
by when they want it. Every number can be tuned: `TAKE_HOME.tuned({"send-task.margin": days(2)})`.
"""

from datetime import datetime, time

from interview_followup.language import (
    OFFICE_CLOSES,
    Rule,
    RuleSet,
    Source,
    Subject,
    application,
    condition_fact,
    days,
    done,
    early,
    hours,
    last_done,
    late,
    minutes,
    moment_fact,
    named,
    parameter,
    working_days,
)

OURS = Source("a choice of the pack take-home")
WEEKENDS = Source(
    "Code Challenge Best Practices",
    "Stephan Osterburg",
    address="stephanosterburg.gitbook.io/scrapbook/career/carrer-prep/"
    "technical-interviewing/code-challenge-best-practices",
)
AHEAD = Source("Take-Home Assignments", address="interview-prep.io/glossary/take-home-assignment")
FIVE_DAYS = Source(
    "How long should I wait (after an interview)",
    "Indeed",
    address="indeed.com/career-advice/interviewing/how-long-to-wait-after-interview",
)

# What a search says in the `facts` of an application, and what follows from it.

task_received = moment_fact("application.task_received", "the arrival of their task")
task_due = moment_fact(
    "application.task_due",
    "the moment by which they want the task",
    ask="By when does {employer} want the task?",
)


last_minute = named("the last minute for the task", task_due - minutes(1))


def is_due_on_a_day_off(subject: Subject) -> bool:
    """Tell whether the last day for the task, if it is known, is no working day of theirs."""
    last = last_minute.evaluate(subject)
    if not isinstance(last, datetime):
        return False
    return not subject.workdays.works(last.astimezone(subject.zone).date())


due_on_a_day_off = condition_fact(
    "application.task_due_on_a_day_off",
    "the task is due on a day off",
    is_due_on_a_day_off,
    denial="the task is not known to be due on a day off",
)
task_is_set = task_received.happened & application.waiting
sent = named("the sending of your task", last_done("send-task"))

# 1. A deadline at a weekend is seldom meant. Ask while somebody is there to answer.

notice = parameter("notice", working_days(1), "how long they need to answer", source=OURS)

ask_for_more_time = Rule(
    name="ask-for-more-time",
    per=application,
    given=task_is_set & due_on_a_day_off,
    opens=task_received,
    best=task_received.office_time,
    closes=(task_due - notice).at(OFFICE_CLOSES),
    satisfied_by=done("ask-for-more-time") | done("send-task"),
    text="Ask {employer} whether you may send the task on the next working day",
    source=WEEKENDS,
    why="What you ask at a weekend may not be answered before it is over.",
)

# 2. Send the task, and not at the last minute.

margin = parameter("margin", days(1), "how long before the deadline to send it", source=OURS)
morning = parameter("morning", time(9), "when to send it, on that day", source=OURS)
last_hours = parameter("last-hours", hours(3), "when it is late for the deadline", source=OURS)

send_task = Rule(
    name="send-task",
    per=application,
    given=task_is_set,
    opens=task_received,
    best=(last_minute - margin).at(morning),
    due=task_due - last_hours,
    closes=task_due,
    satisfied_by=done("send-task"),
    text="Send {employer} the task",
    cautions=late("The task for {employer} is getting late: send it before {closes}"),
    source=AHEAD,
    why="To be a little early shows that you can be relied on.",
)

# 3. Ask what they made of it, once they have had the time to look.

wait = parameter("wait", working_days(5), "how long they need to look at it", source=FIVE_DAYS)

ask_for_feedback = Rule(
    name="ask-for-feedback",
    per=application,
    given=task_is_set & sent.happened,
    opens=sent + wait,
    best=(sent + wait).office_time,
    satisfied_by=done("ask-for-feedback"),
    channel=application.chase_route,
    text="Ask {employer} what they think of your task",
    cautions=early("Too early to ask {employer} about your task: wait until {opens}", since=sent),
    source=FIVE_DAYS,
    why="They need time to look at it, and you may learn from it whatever they decide.",
)

TAKE_HOME = RuleSet([ask_for_more_time, send_task, ask_for_feedback])
