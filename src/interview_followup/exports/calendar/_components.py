"""What a calendar says of an action: an event or a to-do, with its alarm."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from unicodedata import category

from icalendar import Alarm, Component, Event, Todo

from interview_followup import _clock
from interview_followup._planning.plan import Action
from interview_followup.exports.calendar._zones import written

ACT = "X-INTERVIEW-FOLLOWUP-ACT"
"""Marks what this library made, and says on which act it is."""

LENGTH = timedelta(minutes=15)
_SECOND = timedelta(seconds=1)


def component_of(
    action: Action, best: datetime, questions: Iterable[str], *, todos: bool
) -> Component:
    """Return the event, or the to-do, of an action at an instant, with what is asked first."""
    summary, zone = plain(_summary(action)), action.subject.zone
    component = marked("VTODO" if todos else "VEVENT", str(action.uid), action.act, summary)
    component.add("DESCRIPTION", plain("\n".join(_description(action, questions))))
    component.add("DTSTART", written(best, zone))
    if todos:
        component.add("DUE", written(_due(action, best), zone))
        component.add("STATUS", "NEEDS-ACTION")
    else:
        is_certain = action.status not in ("needs-fact", "conflict")
        component.add("DTEND", written(best + LENGTH, zone))
        component.add("STATUS", "CONFIRMED" if is_certain else "TENTATIVE")
    if _is_page(action.to or ""):
        component.add("URL", action.to)
    component.add_component(_alarm(summary))
    return component


def marked(name: str, uid: str, act: str, summary: str) -> Component:
    """Return a component on an act, for its owner alone to see, that takes none of their time."""
    component: Component = Todo() if name == "VTODO" else Event()
    component.add("UID", uid)
    component.add(ACT, act)
    component.add("SUMMARY", summary)
    component.add("CLASS", "PRIVATE")
    if component.name == "VEVENT":
        component.add("TRANSP", "TRANSPARENT")
    return component


def _due(action: Action, best: datetime) -> datetime:
    """Return by when a to-do is to be done: when it is late, else over, but after its best."""
    for moment in (action.window.due, action.window.closes):
        if moment is not None and moment >= best + _SECOND:
            return moment
    return best + LENGTH


def _alarm(summary: str) -> Alarm:
    alarm = Alarm()
    alarm.add("ACTION", "DISPLAY")
    alarm.add("TRIGGER", timedelta(0))
    alarm.add("DESCRIPTION", summary)
    return alarm


# -- texts ----------------------------------------------------------------------------------------


def _summary(action: Action) -> str:
    """Return what to do, and about whom: it stands among events of other kinds."""
    if action.subject.per == "search":
        return action.text
    employer = action.subject.application.employer
    return action.text if not employer or employer in action.text else f"{action.text} ({employer})"


def _description(action: Action, questions: Iterable[str]) -> Iterator[str]:
    """Yield lines on an action, with dates in the candidate's zone."""
    zone = _clock.zone(action.timezone)
    if action.subject.per != "search" and (title := action.subject.application.title):
        yield title
    yield f"Why: {action.why}"
    if how := " to ".join(filter(None, (action.channel, action.to))):
        yield f"How: {how}"
    if hindrance := action.hindrance:
        yield f"But: {hindrance.text}"
    yield from (f"Find out first: {question}" for question in questions)
    for heading, moment in (("Late from", action.window.due), ("Over", action.window.closes)):
        if moment is not None:
            yield f"{heading}: {_clock.in_words(moment, zone)} ({action.timezone})"
    yield f"Source: {action.source}"


def plain(text: str) -> str:
    """Return a text without the characters that no calendar may hold."""
    return "".join(
        [
            character
            for character in text
            if character in "\n\t" or category(character) not in ("Cc", "Cs")
        ]
    )


def _is_page(address: str) -> bool:
    """Tell whether an address leads to a page, and is written as calendars have it."""
    is_one_word = address.isprintable() and " " not in address
    return is_one_word and address.startswith(("https://", "http://"))
