"""What people read of a plan first: its groups, their order, and a few words for each thing.

All faces share it: text, notebook and page show the same groups in the same order.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from operator import itemgetter
from typing import Literal, NamedTuple, TypeAlias, get_args
from zoneinfo import ZoneInfo

from interview_followup import _clock
from interview_followup._errors import Problem
from interview_followup._planning.cautions import Caution
from interview_followup._planning.dates import suggested
from interview_followup._planning.hindrance import Hindrance
from interview_followup._planning.plan import Action, Plan, search_of
from interview_followup._planning.questions import Question
from interview_followup.language import OFFICE_CLOSES, OFFICE_OPENS
from interview_followup.language._subject import Subject
from interview_followup.model._identity import Identities

Title: TypeAlias = Literal["DO NOW", "QUESTIONS", "NEXT", "LATER", "BEWARE", "CHECK YOUR RECORDS"]
Value: TypeAlias = Action | Caution | Question | Problem

TITLES: tuple[Title, ...] = get_args(Title)
WEEK = timedelta(days=7)
NO_DATE, ANY_TIME = "no date yet", "any time"

_PLANNED = ("early", "open", "late")
_HEADS = {"open": "soon over", "late": "late", "closed": "missed"}


class Entry(NamedTuple):
    """One thing to read in a plan, in few words, and the values that it comes from."""

    when: str
    """By when, or when best, in the candidate's zone; or what a caution is about."""
    text: str
    """What to do, to tell, to beware of or to correct, in a sentence."""
    values: tuple[Value, ...]
    """The actions, cautions, questions or problems that it says."""
    about: str = ""
    """What the text does not name: the application or the interview; empty if nothing."""
    how: str = ""
    """The channel and the address; empty if there are none."""
    but: str = ""
    """What hinders the candidate; empty if nothing does."""

    @property
    def is_late(self) -> bool:
        """Whether it is about an act that is late."""
        return any(isinstance(value, Action) and value.status == "late" for value in self.values)


class Group(NamedTuple):
    """The entries under one title of a plan, in the order in which they are read."""

    title: Title
    """The title, such as `DO NOW`."""
    entries: tuple[Entry, ...]
    """What stands under it."""


def agenda(plan: Plan) -> tuple[Group, ...]:
    """Return a plan in the groups in which people read it; empty ones are left out.

    To be done now is what is open or late and whose best moment has come, or is not known; next,
    what is best within seven days; later, what is left. Dates are in the candidate's zone.

    >>> meeting = Interview(starts=date(2026, 11, 24), timezone="Europe/London")
    >>> [group.title for group in agenda(plan(meeting, now=date(2026, 12, 1)))]
    ['DO NOW', 'QUESTIONS', 'NEXT', 'BEWARE']
    """
    names = _Names(plan)
    actions: dict[Title, list[Action]] = defaultdict(list)
    for action in plan.actions:
        if action.status in _PLANNED:
            actions[_title(action, plan.now_utc)].append(action)
    actions["DO NOW"].sort(key=lambda action: urgency(action, plan))
    entries: dict[Title, list[Entry]] = {
        "DO NOW": [_action(action, _deadline(action, plan), names) for action in actions["DO NOW"]],
        "QUESTIONS": [_question(question, plan, names) for question in plan.questions],
        "NEXT": [_action(action, _best(action, plan), names) for action in actions["NEXT"]],
        "LATER": [_action(action, _best(action, plan), names) for action in actions["LATER"]],
        "BEWARE": list(_cautions(plan, names)),
        "CHECK YOUR RECORDS": [Entry("", str(problem), (problem,)) for problem in plan.problems],
    }
    return tuple([Group(title, tuple(entries[title])) for title in TITLES if entries[title]])


def agenda_ahead(forecast: Plan) -> tuple[tuple[Entry, ...], tuple[Group, ...]]:
    """Return what is done until the horizon, each with when, and the groups of what is asked."""
    zone, names = _clock.zone(forecast.timezone), _Names(forecast)
    steps = [
        _action(action, _clock.seen_from(action.at_utc, forecast.now_utc, zone), names)
        for action in forecast.actions
        if action.at_utc is not None
    ]
    questions = [group for group in agenda(forecast) if group.title in ("QUESTIONS", TITLES[-1])]
    return tuple(steps), tuple(questions)


def _title(action: Action, now: datetime) -> Title:
    best = action.window.best
    if action.status != "early" and (best is None or best <= now):
        return "DO NOW"
    return "NEXT" if best is not None and best <= now + WEEK else "LATER"


# -- what is first --------------------------------------------------------------------------------


def urgency(action: Action, plan: Plan) -> tuple[int, datetime]:
    """Return the key that puts in order what is to be done now.

    First what goes to other people, by when it is late or over; outside office hours it comes after
    own notes, if it can wait for the office. What has been late for a week is last.
    """
    now, due = plan.now_utc, action.window.due
    deadline = deadline_of(action, now) or _clock.LATEST
    if action.status == "late" and due is not None and due <= now - WEEK:
        return 3, deadline
    if action.channel is None:
        return 1, deadline
    office = _office(action.subject, now)
    return (2 if now < office < deadline else 0), deadline


def deadline_of(action: Action, now: datetime) -> datetime | None:
    """Return when an action is late or, if it is that already, over: what comes first."""
    _, _, due, closes, _ = action.window
    return min([moment for moment in (due, closes) if moment and now < moment], default=None)


def _office(subject: Subject, now: datetime) -> datetime:
    """Return when there is somebody at an office, by the candidate's clock and working days."""
    search = subject.search
    opens, closes, zone = OFFICE_OPENS.constant, OFFICE_CLOSES.constant, search.timezone
    return _clock.office_time(now, opens, closes, _clock.zone(zone), search.workdays.works)


# -- actions --------------------------------------------------------------------------------------


def _action(action: Action, when: str, names: _Names) -> Entry:
    hindrance = action.hindrance
    but = "" if hindrance is None else _hindrance(hindrance, action)
    about = names.about(action.subject, action.text)
    return Entry(when, action.text, (action,), about, _how(action), but)


def _deadline(action: Action, plan: Plan) -> str:
    """Say by when an action is to be done, as seen from now."""
    now, zone = plan.now_utc, _clock.zone(plan.timezone)
    deadline = deadline_of(action, now)
    late = ["late"] if action.status == "late" else []
    if deadline is None:
        return "late" if late else "now"
    part = "due" if deadline == action.window.due else "closes"
    suggestion = suggested(part, action.window, zone)
    reachable = suggestion if suggestion is not None and now < suggestion else deadline
    return ", ".join([*late, _clock.by_when(reachable, now, zone)])


def _best(action: Action, plan: Plan) -> str:
    """Say when an action is best, as seen from now."""
    zone = _clock.zone(plan.timezone)
    best = suggested("best", action.window, zone)
    return NO_DATE if best is None else _clock.seen_from(best, plan.now_utc, zone)


def _how(action: Action) -> str:
    """Say over what an action goes, unless its text does, and to which address."""
    channel, to = action.channel or "", short_address(action.to or "")
    if to:
        return to if channel in to else f"{channel} to {to}"
    return "" if channel in action.text.casefold().replace("-", "") else channel


def short_address(address: str) -> str:
    """Return an address as people say it: a page without `https://www.`."""
    return re.sub(r"^https?://(www\.)?", "", address).rstrip("/")


def _hindrance(hindrance: Hindrance, action: Action) -> str:
    """Say what hinders somebody at the best moment in few words, and what to do instead."""
    interview, nearest, before, _ = hindrance
    now, zone = action.now_utc, _clock.zone(action.timezone)
    times = [
        "" if moment is None else _clock.seen_from(_clock.instant_of(moment), now, zone)
        for moment in (nearest, before)
    ]
    ways = []
    if nearest is not None:
        ways.append(f"do it {times[0]}")
    if before is not None:
        ways.append(f"write it {times[1]}, to be sent then")
    reason = "outside your waking hours" if interview is None else "you are in an interview then"
    return f"{reason}: {', or '.join(ways) or 'there is no other time'}"


# -- questions and cautions -----------------------------------------------------------------------


def _question(question: Question, plan: Plan, names: _Names) -> Entry:
    """Return a question, with when what waits for the answer is late or over."""
    now, zone = plan.now_utc, _clock.zone(plan.timezone)
    moments = [
        moment
        for scheduled in question.held
        for moment in (scheduled.window.due, scheduled.window.closes)
        if moment is not None and now < moment
    ]
    when = _clock.by_when(min(moments), now, zone) if moments else ANY_TIME
    return Entry(when, question.ask, (question,), names.about(question.subject, question.ask))


def _cautions(plan: Plan, names: _Names) -> Iterator[Entry]:
    """Yield what is soon over or late, then what is missed, then all that is too early as one."""
    early = [caution for caution in plan.cautions if caution.status == "early"]
    others = [caution for caution in plan.cautions if caution.status != "early"]
    for caution in sorted(others, key=lambda caution: caution.status not in ("open", "late")):
        head = _HEADS.get(caution.status, caution.status)
        yield Entry(head, caution.text, (caution,), names.about(caution.subject, caution.text))
    if early:
        text = "; ".join(_waiting(early, plan.now_utc, _clock.zone(plan.timezone), names))
        yield Entry("too early", text, tuple(early))


def _waiting(
    cautions: Iterable[Caution], now: datetime, zone: ZoneInfo, names: _Names
) -> Iterator[str]:
    """Say until when it is too early for what; what differs in the person alone, once for all."""
    people: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for caution in sorted(cautions, key=lambda caution: caution.until_utc or _clock.LATEST):
        name = caution.subject.person.name if caution.subject.per == "person" else ""
        doing = caution.doing
        before, _, after = doing.partition(name) if name in doing and name else (doing, "", "")
        until = caution.until_utc and _clock.quarter(caution.until_utc, zone, 1)
        words = f"until {_clock.seen_from(until, now, zone)}: " if until else ""
        if about := names.about(caution.subject, doing):
            after = f"{after} ({about})"
        people[words, before, after].append(name if before != doing else "")
    for (words, before, after), met in people.items():
        yield f"{words}{before}{_row(list(dict.fromkeys(met)))}{after}"


def _row(names: Sequence[str]) -> str:
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


# -- what was read --------------------------------------------------------------------------------


def what_was_read(plan: Plan) -> str:
    """Say how much is on record in the search, and when the next interview is, if one is planned.

    Of a plan that says nothing of anybody it is empty.
    """
    search = search_of(plan)
    if search is None:
        return ""
    meetings = [
        meeting for application in search.applications for meeting in application.interviews
    ]
    counts = f"{_count(search.applications, 'application')}, {_count(meetings, 'interview')}"
    ahead = [
        (meeting.first_moment, meeting.is_timed, application.employer)
        for application in search.applications
        for meeting in application.interviews
        if meeting.took_place and not application.outcome and plan.now_utc < meeting.first_moment
    ]
    if not ahead:
        return counts
    starts, is_timed, employer = min(ahead, key=itemgetter(0))
    zone = _clock.zone(plan.timezone)
    day = _clock.short_day(starts, zone, plan.now_utc.astimezone(zone).date())
    clock = f"{starts.astimezone(zone):%H:%M}" if is_timed else ""
    return f"{counts}; the next: {', '.join(filter(None, (employer, day, clock)))}"


def _count(values: Sequence[object], noun: str) -> str:
    return f"{len(values)} {noun}{'' if len(values) == 1 else 's'}"


# -- what the text does not name ------------------------------------------------------------------


class _Names:
    """What has to be said of a subject so that no other in the plan is meant."""

    def __init__(self, plan: Plan) -> None:
        self._zone = _clock.zone(plan.timezone)
        actions = [action for action in plan.actions if action.status in _PLANNED]
        values: tuple[Action | Caution | Question, ...]
        values = (*actions, *plan.cautions, *plan.questions)
        subjects = {value.subject for value in values if value.subject.identities}
        applications = {subject.identities[0]: subject.application for subject in subjects}
        self._employers = Counter([application.employer for application in applications.values()])
        texts = {(value.text, value.subject.identities) for value in values}
        meetings: set[tuple[str, Identities, str]] = {
            (value.text, subject.identities[:2], self._day(subject))
            for value in values
            if len((subject := value.subject).identities) > 1
        }
        applied = [(text, ids[:1], day) for text, ids, day in meetings]
        self._meetings: Counter[tuple[str, Identities]]
        self._meetings = Counter([(text, ids) for text, ids, _ in applied])
        self._meetings_of_day: Counter[tuple[str, Identities, str]] = Counter(applied)
        self._people = Counter([(text, ids[:2]) for text, ids in texts])

    def about(self, subject: Subject, text: str) -> str:
        """Return application, interview and person as far as a text leaves them open."""
        names = (self._application, self._interview, self._person)
        return ", ".join([part for name in names for part in name(subject, text)])

    def _application(self, subject: Subject, text: str) -> Iterator[str]:
        if not subject.identities or self._employers.total() < 2:
            return
        application = subject.application
        if application.employer and application.employer not in text:
            yield application.employer
        if application.role and self._employers[application.employer] > 1:
            yield application.role

    def _interview(self, subject: Subject, text: str) -> Iterator[str]:
        about = text, subject.identities[:1]
        if len(subject.identities) > 1 and self._meetings[about] > 1:
            day, starts = self._day(subject), subject.interview.first_moment
            is_one_of_day = subject.interview.is_timed and self._meetings_of_day[*about, day] > 1
            clock = f", {starts.astimezone(self._zone):%H:%M}" if is_one_of_day else ""
            yield f"interview of {day}{clock}"

    def _day(self, subject: Subject) -> str:
        return _clock.short_day(subject.interview.first_moment, self._zone)

    def _person(self, subject: Subject, text: str) -> Iterator[str]:
        is_namesake = self._people[text, subject.identities[:2]] > 1
        if subject.per == "person" and is_namesake and subject.person.key:
            yield subject.person.key
