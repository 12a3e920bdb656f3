"""What a verdict says: whether an act may be done, until or since when that is so, and why."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any, cast

from interview_followup import _clock
from interview_followup._planning.dates import date_words, exact_words
from interview_followup._planning.reading import Reading
from interview_followup._planning.scheduled import Scheduled
from interview_followup._planning.status import Status
from interview_followup._planning.why import reasons, sentences, why_not_before
from interview_followup.language._day import Day, Recorded, moment
from interview_followup.language._evaluation import times_recorded
from interview_followup.language._expression import Expression
from interview_followup.language._operators import AT_LEAST, DONE, NAMED, OR, TIMES
from interview_followup.language._rule import Rule
from interview_followup.language._subject import Subject
from interview_followup.language._texts import fill
from interview_followup.language._window import Phase

# -- the answer -----------------------------------------------------------------------------------


def yes(status: Status, scheduled: Scheduled | None, *, best_ahead: bool) -> str:
    """Say that an act may be done, and when it is best where that is still ahead."""
    answer = "There is nothing against it"
    if scheduled is None:
        return answer
    if status == "open":
        answer = scheduled.text
    elif status == "late":
        answer = _warning("late", scheduled) or scheduled.text
    return f"{sentences(answer)} Best from {_date('best', scheduled)}" if best_ahead else answer


def no(status: Status, scheduled: Scheduled | None, rules: Sequence[Rule], subject: Subject) -> str:
    """Say that an act may not be done, and until or since when that is so."""
    if scheduled is not None and scheduled.is_forbidden:
        return scheduled.text
    if scheduled is None or status == "silent":
        return f"There is no reason for this now: “{fill(rules[0].text, subject)}”"
    if status == "conflict":
        return scheduled.cautions[0].text
    answers = {"early": _early, "closed": _closed, "done": _done, "needs-fact": _needs}
    return answers[status](scheduled)


def _early(scheduled: Scheduled) -> str:
    opens, best = (_date(part, scheduled) for part in ("opens", "best"))
    answer = _warning("early", scheduled)
    if answer is None:
        answer = f"It is too early for this: “{scheduled.text}”"
        if scheduled.window.opens is not None:
            answer = f"{answer}. Wait until {opens}"
    if scheduled.window.best is None or best == opens or best in answer:
        return answer
    day, _, clock = best.partition(", ")
    is_that_day = opens in answer and opens.partition(", ")[0] == day
    then = f"at {clock}" if is_that_day else f"on {best}"
    is_ended = answer == sentences(answer)
    return f"{answer} Best {then}" if is_ended else f"{answer}; best {then}"


def _closed(scheduled: Scheduled) -> str:
    if scheduled.window.is_empty:
        return f"There is no time for this: “{scheduled.text}”. It is over before it starts"
    since = exact_words("closes", scheduled.readings, scheduled.window)
    return f"It has been too late for this since {since}: “{scheduled.text}”"


def _done(scheduled: Scheduled) -> str:
    """Say what satisfied an act: when it was done, or else what has made it so."""
    reading = next(reading for reading in scheduled.readings if reading.satisfied)
    condition, times = _satisfying(reading)
    if not times:
        return f"It is done: {condition.say(reading.subject)}"
    often = {1: "", 2: " twice, last"}.get(len(times), f" {len(times)} times, last")
    return f"You did so{often} on {_said(max(times, key=moment), reading.subject)}"


def _satisfying(reading: Reading) -> tuple[Expression[Any], tuple[Recorded, ...]]:
    """Return the condition that satisfied a rule, and when what it counts was done."""
    subject = reading.subject
    condition = inner = cast("Expression[Any]", reading.rule.satisfied_by)
    while inner.operator in (OR, NAMED):
        if inner.operator is NAMED:
            [inner] = inner.operands
        else:
            condition = inner = next(
                part for part in inner.operands if part.evaluate(subject) is True
            )
    history = inner.operands[0] if inner.operator is AT_LEAST else inner
    return condition, times_recorded(history, subject) if history.operator in (DONE, TIMES) else ()


def _said(on_record: Recorded, subject: Subject) -> str:
    if isinstance(on_record, Day):
        return _clock.said_day(on_record.first.astimezone(subject.zone))
    return _clock.said(on_record, _clock.zone(subject.search.timezone), subject.zone)


def _needs(scheduled: Scheduled) -> str:
    """Ask for what is missing, and say what to do once it is known."""
    subject = scheduled.subject
    asks = {
        fill(missing.ask, subject.elsewhere(*missing.identities)) for missing in scheduled.missing
    }
    questions = " ".join(sorted(asks))
    return questions if scheduled.kind == "veto" else f"{questions} Then: “{scheduled.text}”"


def _warning(phase: Phase, scheduled: Scheduled) -> str | None:
    """Say what the rules warn of in a phase, also where no plan shows it."""
    for shown in scheduled.cautions:
        if shown.status == phase:
            return shown.text
    for rule, subject, *_ in scheduled.readings:
        for caution in rule.cautions:
            if caution.phase == phase:
                return fill(caution.text, subject, dates=partial(_date, scheduled=scheduled))
    return None


def _date(part: str, scheduled: Scheduled) -> str:
    return date_words(part, scheduled.readings, scheduled.window)


# -- the reasons for it ---------------------------------------------------------------------------


def why(
    status: Status, scheduled: Scheduled | None, rules: Sequence[Rule], subject: Subject
) -> str:
    """Say why an act may be done, or not; of what is done or over, not when it was best."""
    if scheduled is None:
        return sentences(*[text for rule in rules for text in (_silence(rule, subject), rule.why)])
    because = reasons([reading.rule for reading in scheduled.readings])
    if scheduled.is_forbidden:
        return because
    if status == "silent":
        return sentences(f"This matters only from {_start(scheduled)} on", because)
    if status == "closed":
        end = _end(scheduled)
        return sentences(end) if scheduled.kind == "reminder" else sentences(end, because)
    return because if status in ("done", "conflict") else scheduled.why


def _end(scheduled: Scheduled) -> str:
    """Say what ended the time for an act."""
    window = scheduled.window
    words = next(
        reading.rule.closes.say(reading.subject)
        for reading in scheduled.readings
        if reading.rule.closes is not None and reading.window.closes == window.closes
    )
    if scheduled.kind == "reminder":
        since = exact_words("closes", scheduled.readings, window)
        return f"There has been no need for it since {since}: that is {words}"
    return f"What ends it comes first: {words}" if window.is_empty else f"That is {words}"


def why_not_yet(scheduled: Scheduled) -> str:
    """Say what an act waits for, and why."""
    return why_not_before(scheduled.readings, scheduled.window.opens)


def _start(scheduled: Scheduled) -> str:
    """Say from when on the first of some rules speaks, all of which are silent before a moment."""
    first = min(scheduled.readings, key=lambda reading: reading.since or _clock.EARLIEST)
    start, (rule, subject, *_) = first.since or _clock.EARLIEST, first
    zone = _clock.zone(subject.search.timezone)
    return _clock.said(start, zone, None if rule.since is None else rule.since.zone(subject))


def silences(rules: Sequence[Rule], subject: Subject) -> str:
    """Say which conditions fail, or what is waited for, where none of some rules speaks."""
    return sentences(*dict.fromkeys([_silence(rule, subject) for rule in rules]))


def _silence(rule: Rule, subject: Subject) -> str:
    """Say which condition of a rule fails, or what it waits for to be of any matter."""
    if rule.given is not None and rule.given.evaluate(subject) is False:
        words = rule.given.say(subject, denied=True)
        return f"{words[:1].upper()}{words[1:]}"
    return f"This matters only from {rule.since} on"
