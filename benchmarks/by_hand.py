"""The ten pieces of advice written by hand: no rules, no language, nothing that can be tuned.

Plain functions of the model's values, which give the plans that `interview_followup.plan` gives:
the same acts, windows, statuses, cautions, questions and problems, and the same ids and words to
whoever asks for them. Moments are instants in UTC. Left out are what hinders the candidate at the
best moment, how to word a message, the words of problems, and `stop-looking`, which has no part in
a plan.
"""

from __future__ import annotations

from bisect import bisect_left
from calendar import day_name, month_name
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import chain, islice
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias, TypeVar
from unicodedata import normalize
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from interview_followup import Person

if TYPE_CHECKING:
    from interview_followup import Application, Done, Interview, JobSearch, SetAside, Workdays

Moment: TypeAlias = datetime | None
Because: TypeAlias = tuple[datetime, str]  # A moment, and which it is in words.
Kept = TypeVar("Kept", "Done", "SetAside")
Route: TypeAlias = tuple[str | None, str | None]
Order: TypeAlias = tuple[datetime, datetime, str, tuple[str, ...], tuple[str, ...]]
Status: TypeAlias = Literal[
    "done", "set-aside", "silent", "early", "needs-fact", "open", "late", "closed"
]

ALWAYS, NEVER = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)
DAY, HOUR, LAST_WORDS = timedelta(days=1), timedelta(hours=1), timedelta(minutes=10)
QUARTER = timedelta(minutes=15)
AHEAD = ("early", "open", "late")
SEPARATOR = "\x1f"
START, END = "the interview's start", "the interview's end"
FIRST_END, LATEST_END = "the end of their first interview", "the end of their latest interview"
CLEAR = "the moment you are clear of the building"
THANKED = "your last thank-you for the latest interview"
HEARD = "their last message since the latest interview"


class Window(NamedTuple):
    """When something may be done, and in words which its best moment is."""

    opens: Moment = None
    best: Moment = None
    due: Moment = None
    closes: Moment = None
    because: str = ""


class Subject(NamedTuple):
    """Whom or what an act is about, and what keeps a record of it; no other has its `path`.

    Its days are counted in `zone`.
    """

    path: str
    zone: ZoneInfo
    search: JobSearch
    keeper: JobSearch | Application | Interview
    application: Application | None = None
    person: Person | None = None
    panel: Sequence[Person] = ()


Missing: TypeAlias = tuple[str, Subject]  # A fact that nobody has given, and whom it is about.


class Doubt(NamedTuple):
    """What an act does without, though it would be done otherwise, and from when to ask for it.

    For an end of which the day is known, no act asks that has opened.
    """

    missing: Missing
    since: datetime
    moves_opening: bool = True

    def matters(self, status: Status) -> bool:
        return status in AHEAD and (status == "early" or self.missing[0] != "interview.ends")


class Caution(NamedTuple):
    """A warning with its dates; one that it is too early says for which moment to wait."""

    status: Status
    since: datetime
    until: datetime
    because: str = ""


class Act(NamedTuple):
    """What the advice says of an act for a subject, whatever the time is.

    One that is no action only warns or asks. `offering` is who made other offers.
    """

    name: str
    subject: Subject
    window: Window
    times_done: int
    satisfied: bool
    asleep_until: datetime
    cautions: list[Caution]
    missing: tuple[Missing, ...]
    doubts: Sequence[Doubt]
    channel: str | None
    to: str | None
    is_action: bool = True
    silent_until: datetime = ALWAYS
    offering: str = ""


class Action(NamedTuple):
    act: Act
    status: Status
    until: Moment


class Question(NamedTuple):
    """A missing fact, the acts that wait for it, and those that it would change.

    Only of those `dated` does it make sense to ask by now; what is `datable` counts for the order.
    Those that are `early` would open at another time; a reminder is none of them.
    """

    fact: str
    subject: Subject
    waiting: list[Act]
    datable: list[Act]
    dated: list[Act]
    early: list[Act]


Questions: TypeAlias = dict[tuple[str, str], Question]


class Plan(NamedTuple):
    now: datetime
    until: Moment
    zone: ZoneInfo
    actions: list[Action]
    cautions: list[tuple[Act, Caution]]
    questions: list[Question]
    problems: list[str]


class Records(NamedTuple):
    """Places on record: with when what is there can have happened, and those that are wrong."""

    happened: list[tuple[str, datetime]]
    wrong: list[str]


# -- a plan ---------------------------------------------------------------------------------------


def plan_by_hand(search: JobSearch, now: datetime) -> Plan:
    """Return the plan of a search at a moment; its words are made by who reads them."""
    acts, records = schedule_by_hand(search), records_by_hand(search)
    return plan_at(acts, records, now.astimezone(UTC), ZoneInfo(search.timezone))


def plan_at(acts: Iterable[Act], records: Records, now: datetime, zone: ZoneInfo) -> Plan:
    actions: list[Action] = []
    cautions: list[tuple[Act, Caution]] = []
    questions: Questions = {}
    early = [(place, begins) for place, begins in records.happened if now < begins]
    changes = [NEVER, *[begins for _, begins in early]]
    for act in acts:
        status, until = status_at(act, now)
        if act.is_action:
            actions.append(Action(act, status, until))
            changes.append(until or NEVER)
        elif act.missing:
            changes.append(asks_the_same_until(act, now) or NEVER)
        for caution in act.cautions:
            if now < caution.since:
                changes.append(caution.since)
            elif now < caution.until:
                cautions.append((act, caution))
                changes.append(caution.until)
        if act.missing or act.doubts:
            changes.append(ask(act, status, now, questions) or NEVER)
    return Plan(
        now=now,
        until=None if (until := min(changes)) == NEVER else until,
        zone=zone,
        actions=actions,
        cautions=sorted(cautions, key=by_beginning),
        questions=sorted(filter(is_asked, questions.values()), key=by_importance),
        problems=[*[place for place, _ in early], *records.wrong],
    )


def status_at(act: Act, now: datetime) -> tuple[Status, Moment]:
    """Return the status of an act, and when it next changes."""
    if act.satisfied:
        return "done", None
    if now < act.asleep_until:
        return "set-aside", None if act.asleep_until == NEVER else act.asleep_until
    if now < act.silent_until:
        return "silent", act.silent_until
    status, until = phase(act.window, now)
    if act.missing and (status in ("open", "late") or (status == "early" and not act.window.opens)):
        return "needs-fact", act.window.closes
    return status, until


def phase(window: Window, now: datetime) -> tuple[Status, Moment]:
    opens, _, due, closes, _ = window
    if closes and (now >= closes or (opens and opens >= closes)):
        return "closed", None
    if opens is None or now < opens:
        return "early", opens or closes
    return ("open", due or closes) if due is None or now < due else ("late", closes)


def ask(act: Act, status: Status, now: datetime, questions: Questions) -> Moment:
    """Put down what an act asks for; return from when it asks for more, if that is yet to come."""
    if status == "needs-fact":
        for missing in act.missing:
            question_about(missing, questions).waiting.append(act)
        return None
    ahead: Moment = None
    for doubt in act.doubts:
        if not doubt.matters(status):
            continue
        question = question_about(doubt.missing, questions)
        question.datable.append(act)
        if doubt.since <= now:
            question.dated.append(act)
            if doubt.moves_opening and status == "early" and act.name != "keep-looking":
                question.early.append(act)
        else:
            ahead = min(doubt.since, ahead or doubt.since)
    return ahead


def question_about(missing: Missing, questions: Questions) -> Question:
    fact, subject = missing
    new = Question(fact, subject, [], [], [], [])
    return questions.setdefault((fact, subject.path), new)


def asked_for(act: Act, status: Status) -> tuple[Missing, ...]:
    """Return what an act that is no action asks for."""
    return act.missing if status == "needs-fact" else ()


def asks_the_same_until(act: Act, now: datetime) -> Moment:
    """Return when an act of which nothing else shows next asks for something else."""
    status, until = status_at(act, now)
    missing = asked_for(act, status)
    while change := until:
        status, until = status_at(act, change)
        if asked_for(act, status) != missing:
            return change
    return None


def by_beginning(pair: tuple[Act, Caution]) -> tuple[datetime, str, str, str]:
    act, caution = pair
    return caution.since, act.name, act.subject.path, caution.status


def is_asked(question: Question) -> bool:
    return bool(question.waiting or question.dated)


def by_importance(question: Question) -> tuple[bool, int, int, datetime, str, str]:
    fact, subject, waiting, datable, *_ = question
    over = min(act.window.due or act.window.closes or NEVER for act in waiting or datable)
    may_not_exist = fact == "person.linkedin"
    return may_not_exist, -len(waiting), -len(datable), over, subject.path, fact


# -- what is on record ----------------------------------------------------------------------------

KEPT: dict[str, tuple[str, ...]] = {
    "search": ("keep-looking", "stop-looking"),
    "application": ("ask-recruiter", "chase", "mention-offer"),
    "interview": (
        *("ask-how-to-follow-up", "ask-when-you-will-hear", "call", "debrief", "practise"),
    ),
    "person": ("collect-contact", "connect", "thank-you"),
}
EVERY_ACT = frozenset(act for acts in KEPT.values() for act in acts)
NOWHERE = ("UTC", "UCT", "Universal", "Zulu", "Etc/UTC", "Etc/UCT", "Etc/Universal", "Etc/Zulu")


def records_by_hand(search: JobSearch) -> Records:
    """Return what is on record in a search, with the place of each."""
    meetings = [meetings_of(search, application) for application in search.applications]
    first = min(taking_place(chain(*meetings)), key=by_start, default=None)
    zone = first.subject.zone if first else ZoneInfo(search.timezone)
    records, lost = Records([], []), list[str]()
    put_down(records, "", "search", search, zone)
    for outer, application in enumerate(search.applications):
        place = f"applications[{outer}]."
        latest = max(taking_place(meetings[outer]), key=by_end, default=None)
        there = latest.subject.zone if latest else zone
        put_down(records, place, "application", application, there)
        for inner, meeting in enumerate(meetings[outer]):
            within = f"{place}interviews[{inner}]."
            put_down(records, within, "interview", meeting.interview, meeting.subject.zone)
            if meeting.interview.timezone in NOWHERE and search.timezone not in NOWHERE:
                lost.append(f"{within}timezone")
    records.wrong.extend(lost)
    return records


def put_down(
    records: Records,
    place: str,
    about: str,
    part: JobSearch | Application | Interview,
    zone: ZoneInfo,
) -> None:
    """Put down what a part of a search says that happened, and what nobody looks for there."""
    for name, happened in (
        *dates_of(part, about),
        *[(f"done[{number}].at", record.at) for number, record in enumerate(part.done)],
    ):
        if happened:
            records.happened.append((f"{place}{name}", span(happened, zone).first))
    for name in ("done", "set_aside"):
        for number, record in enumerate(getattr(part, name)):
            entry = f"{place}{name}[{number}]"
            if record.act not in EVERY_ACT:
                records.wrong.append(f"{entry}.act")
            elif about == "interview" and record.act in KEPT["person"]:
                records.wrong.extend([] if record.to else [f"{entry}.to"])
            elif record.act not in KEPT[about]:
                records.wrong.append(entry)
            elif record.to:
                records.wrong.append(f"{entry}.to")
    records.wrong.extend([f"{place}facts.{name}" for name in part.facts])
    for entry, person in people_of(part, about):
        records.wrong.extend([f"{place}{entry}.facts.{name}" for name in person.facts])


def dates_of(part: Any, about: str) -> list[tuple[str, date | datetime | None]]:
    """Return what happened, by its name."""
    if about == "interview":
        return [("left", part.left)]
    if about == "search":
        return []
    return [
        ("heard", part.heard),
        ("signed", part.signed),
        ("promise.made", part.promise.made if part.promise else None),
        ("offer.received", part.offer.received if part.offer else None),
    ]


def people_of(part: Any, about: str) -> list[tuple[str, Person]]:
    if about == "interview":
        return [(f"interviewers[{number}]", person) for number, person in enumerate(part.people)]
    return [("recruiter", part.recruiter)] if about == "application" and part.recruiter else []


# -- clocks ---------------------------------------------------------------------------------------


def add_days(moment: datetime, count: int, zone: ZoneInfo) -> datetime:
    return (moment.astimezone(zone) + count * DAY).astimezone(UTC)


def at(day: date, hour: int, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(hour), zone).astimezone(UTC)


def midnight_after(moment: datetime, zone: ZoneInfo) -> datetime:
    day = moment.astimezone(zone).date() + DAY
    while (midnight := at(day, 0, zone)) <= moment:
        day += DAY
    return midnight


def next_morning(moment: datetime, zone: ZoneInfo) -> datetime:
    """Return the first 09:00 at a moment or after it."""
    day = moment.astimezone(zone).date()
    while (morning := at(day, 9, zone)) < moment:
        day += DAY
    return morning


def works(day: date, zone: ZoneInfo, workdays: Workdays) -> bool:
    """Tell whether people work on a day, which their zone may have skipped."""
    return workdays.works(day) and at(day, 12, zone).astimezone(zone).date() == day


def in_office(moment: Because, zone: ZoneInfo, workdays: Workdays) -> Because:
    """Return a moment, or when the office next opens."""
    instant, words = moment
    wall = instant.astimezone(zone)
    day = wall.date()
    if 9 <= wall.hour < 17 and workdays.works(day):
        return moment
    while (opens := at(day, 9, zone)) < instant or not works(day, zone, workdays):
        day += DAY
    return opens, f"{words}, as soon as the office opens"


def window(opens: Because, best: Because, due: Moment = None, closes: Moment = None) -> Window:
    """Return a window put in order: its best moment and its last ones are in it."""
    if best[0] < opens[0] or (closes and best[0] >= closes and best[0] != opens[0]):
        best = opens
    if due:
        due = max(due, opens[0])
        due = min(due, closes) if closes else due
    return Window(opens[0], best[0], due, closes, best[1])


class Span(NamedTuple):
    """A moment, or of one that is known to the day when the day begins; it stands for its end."""

    first: datetime
    end: datetime
    is_day: bool = False

    def counts_since(self, moment: datetime) -> bool:
        """Tell whether it may be at a moment or after it."""
        return self.end > moment if self.is_day else self.end >= moment


def span(known: date | datetime, zone: ZoneInfo) -> Span:
    if isinstance(known, datetime):
        return Span(known, known)
    return Span(at(known, 0, zone), at(known + DAY, 0, zone), is_day=True)


# -- what is known --------------------------------------------------------------------------------

WHOEVER = Person(name="whoever it was")
"""Stands for the people met at an interview, as long as nobody has said who they were."""


class Meeting(NamedTuple):
    """An interview with its times and its people."""

    interview: Interview
    subject: Subject
    starts: datetime
    ends: Span
    left: Moment
    people: Sequence[tuple[Person, Subject]]

    @property
    def earliest_end(self) -> datetime:
        """Before when it cannot have ended: its end or, of a day, its start."""
        return self.starts if self.ends.is_day else self.ends.end


class Facts(NamedTuple):
    """What several acts need to know of an application, of which some meetings took place."""

    application: Application
    subject: Subject
    workdays: Workdays
    meetings: list[Meeting]
    first: Meeting | None
    latest: Meeting | None
    heard: Span | None
    promised: Span | None
    offered: Moment
    signed: Moment


def about_application(
    search: JobSearch, application: Application, meetings: list[Meeting], zone: ZoneInfo
) -> Facts:
    """Return what is known of an application; `zone` is for one without an interview."""
    interviews = taking_place(meetings)
    latest = max(interviews, key=by_end, default=None)
    zone = latest.subject.zone if latest else zone
    workdays = application.workdays or search.workdays
    heard, signed = application.heard, application.signed
    offered = application.offer and application.offer.received
    return Facts(
        application=application,
        subject=Subject(
            SEPARATOR.join(application.identity), zone, search, application, application
        ),
        workdays=workdays,
        meetings=meetings,
        first=min(interviews, key=by_start, default=None),
        latest=latest,
        heard=span(heard, zone) if heard else None,
        promised=promised_by(application, zone, workdays),
        offered=span(offered, zone).first if offered else None,
        signed=span(signed, zone).end if signed else None,
    )


def meetings_of(search: JobSearch, application: Application) -> list[Meeting]:
    return [meeting_of(search, application, interview) for interview in application.interviews]


def meeting_of(search: JobSearch, application: Application, interview: Interview) -> Meeting:
    zone = ZoneInfo(interview.timezone)
    path = SEPARATOR.join([*application.identity, *interview.identity])
    subject = Subject(path, zone, search, interview, application, panel=interview.people)
    starts, left = span(interview.starts, zone).first, interview.left
    return Meeting(
        interview=interview,
        subject=subject,
        starts=starts,
        ends=span(interview.ends, zone) if interview.ends else end_of_day(starts, zone),
        left=span(left, zone).end if left else None,
        people=[(person, met(person, subject)) for person in interview.people],
    )


def end_of_day(starts: datetime, zone: ZoneInfo) -> Span:
    """Return when an interview ends, as far as is known, where nobody has said it."""
    midnight = at(starts.astimezone(zone).date(), 0, zone)
    return Span(midnight, midnight_after(starts, zone), is_day=True)


def taking_place(meetings: Iterable[Meeting]) -> list[Meeting]:
    return [meeting for meeting in meetings if meeting.interview.took_place]


def met(person: Person, interview: Subject) -> Subject:
    path = SEPARATOR.join([interview.path, *person.identity])
    return interview._replace(path=path, person=person)


def by_start(meeting: Meeting) -> Order:
    return meeting.starts, meeting.ends.end, *by_name(meeting)


def by_end(meeting: Meeting) -> Order:
    return meeting.ends.end, meeting.starts, *by_name(meeting)


def by_name(meeting: Meeting) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    interview, application = meeting.interview, meeting.subject.application
    return interview.timezone, interview.identity, application.identity if application else ()


def end_doubt(meeting: Meeting, *events: datetime) -> tuple[Doubt, ...]:
    """Return from when to ask for the end of an interview: once it and some events have begun."""
    if not meeting.ends.is_day:
        return ()
    return (Doubt(("interview.ends", meeting.subject), max([meeting.starts, *events])),)


def route_doubt(facts: Facts, latest: Meeting) -> tuple[Doubt, ...]:
    """Return from when to ask how they want you to follow up, if nobody has said."""
    if facts.application.recruiter or facts.application.follow_up:
        return ()
    return (Doubt(("application.follow_up", facts.subject), latest.ends.end, False),)


def promised_by(application: Application, zone: ZoneInfo, workdays: Workdays) -> Span | None:
    promise = application.promise
    if promise is None or promise.within is None or promise.made is None:
        return span(promise.by, zone) if promise and promise.by else None
    unit, left, day = promise.within.unit, promise.within.amount, promise.made
    if isinstance(day, datetime):
        if unit in ("hours", "minutes"):
            return span(day + timedelta(**{unit: left}), zone)
        day = day.astimezone(zone).date()
    while left:
        day += DAY
        left -= unit == "days" or works(day, zone, workdays)
    return span(day, zone)


def entries(person: Person, meetings: Iterable[Meeting]) -> list[tuple[Meeting, Person]]:
    """Return a person as they are down for each interview."""
    return [
        (meeting, entry)
        for meeting in meetings
        for entry in meeting.interview.people
        if is_same(entry, person)
    ]


def is_same(person: Person, other: Person) -> bool:
    """Tell whether two entries are one person: they go by key or, where neither has one, name."""
    return person.identity == other.identity


def address(kind: str, person: Person, facts: Facts) -> str | None:
    """Return somebody's `email` or `linkedin`, from wherever in an application it is known."""
    own: str | None = getattr(person, kind)
    if own:
        return own
    people = [entry for _, entry in entries(person, facts.meetings)]
    recruiter = facts.application.recruiter
    if recruiter and is_same(recruiter, person):
        people.append(recruiter)
    people.sort(key=details)
    return next((known for entry in people if (known := getattr(entry, kind))), None)


def details(person: Person) -> tuple[str, ...]:
    return person.name, person.key or "", person.email or "", person.linkedin or ""


def needed(
    kind: str, person: Person, subject: Subject, facts: Facts
) -> tuple[str | None, tuple[Missing, ...]]:
    """Return an address, and what is missing; it is asked for where the person was first met."""
    if known := address(kind, person, facts):
        return known, ()
    same = entries(person, facts.meetings)
    if len(same) > 1:
        meeting, entry = min(same, key=by_meeting)
        subject = met(entry, meeting.subject)
    return None, ((f"person.{kind}", subject),)


def by_meeting(pair: tuple[Meeting, Person]) -> tuple[bool, Order]:
    meeting, _ = pair
    return not meeting.interview.took_place, by_start(meeting)


def records(
    recorded: Sequence[Kept], act: str, person: Person | None, panel: Sequence[Person] = ()
) -> Sequence[Kept]:
    """Return what is kept of an act; where it is done for one of a panel, by their key or name."""
    about = [record for record in recorded if record.act == act] if recorded else ()
    if person is None or not about:
        return about
    return [record for record in about if record.to and is_addressed(person, record.to, panel)]


def is_addressed(person: Person, to: str, panel: Sequence[Person]) -> bool:
    """Tell whether an act means a person: it goes by key or, where nobody has that, by name."""
    if any(other.key == to for other in panel):
        return person.key == to
    return folded(to) == folded(person.name)


def folded(name: str) -> str:
    """Return a name without regard to case, blanks and how Unicode composes its letters."""
    return normalize("NFC", normalize("NFD", " ".join(name.split())).casefold())


def times_done(act: str, subject: Subject) -> list[Span]:
    done = records(subject.keeper.done, act, subject.person, subject.panel)
    return [span(record.at, subject.zone) for record in done]


def records_anywhere(kind: str, act: str, person: Person, facts: Facts) -> Sequence[Any]:
    """Return what is kept of an act for somebody, at whichever meeting with them."""
    return [
        (record, meeting.subject.zone)
        for meeting, entry in entries(person, facts.meetings)
        for record in records(
            getattr(meeting.interview, kind), act, entry, meeting.interview.people
        )
    ]


def scheduled(
    name: str,
    subject: Subject,
    window: Window,
    cautions: Iterable[Caution] = (),
    missing: tuple[Missing, ...] = (),
    *,
    doubts: Sequence[Doubt] = (),
    route: Route = (None, None),
    known: bool = False,
    done_since: datetime = ALWAYS,
    at_most: int = 1,
    aside: Sequence[tuple[SetAside, ZoneInfo]] | None = None,
) -> Act:
    """Return an act; it is satisfied by what is known, or once it was done so often since."""
    done, zone, asleep_until = times_done(name, subject), subject.zone, ALWAYS
    satisfied = known or sum([moment.counts_since(done_since) for moment in done]) >= at_most
    if aside is None:
        kept = records(subject.keeper.set_aside, name, subject.person, subject.panel)
        aside = [(record, zone) for record in kept]
    if aside:
        until = [
            span(record.until, there).first if record.until else NEVER for record, there in aside
        ]
        asleep_until = max(until)
        cautions = [warned._replace(since=max(warned.since, asleep_until)) for warned in cautions]
    shown = [] if satisfied else [caution for caution in cautions if caution.since < caution.until]
    return Act(
        name, subject, window, len(done), satisfied, asleep_until, shown, missing, doubts, *route
    )


# -- the ten pieces of advice ---------------------------------------------------------------------


def schedule_by_hand(search: JobSearch) -> list[Act]:
    """Return every act that the advice knows for a search, in the order of the best moments."""
    meetings = [meetings_of(search, application) for application in search.applications]
    first = min(taking_place(chain(*meetings)), key=by_start, default=None)
    zone = first.subject.zone if first else ZoneInfo(search.timezone)
    applications = [
        about_application(search, application, meetings_with, zone)
        for application, meetings_with in zip(search.applications, meetings, strict=True)
    ]
    going_on = [facts.meetings for facts in applications if not facts.application.outcome]
    ahead, offers = sorted(taking_place(chain(*going_on)), key=by_start), live_offers(applications)
    signed = min([facts.signed for facts in applications if facts.signed], default=None)
    acts, to_inform = [keep_looking(search, signed, first)], to_be_told(applications, offers)
    for facts in applications:
        if is_waiting(facts) and facts.latest:
            acts += while_waiting(facts, facts.latest, offers if facts in to_inform else [], signed)
        for meeting in taking_place(facts.meetings):
            acts += about_meeting(facts, meeting, ahead, signed)
    return sorted(acts, key=lambda act: (act.window.best or NEVER, act.name, act.subject.path))


def is_waiting(facts: Facts) -> bool:
    application = facts.application
    return not (application.outcome or application.offer or application.signed)


def while_waiting(
    facts: Facts, latest: Meeting, offers: list[LiveOffer], signed: Moment
) -> Iterator[Act]:
    if facts.first and offers:
        yield mention_offer(facts, facts.first, latest, offers, signed)
    yield chase(facts, latest, signed)
    if facts.application.recruiter:
        yield ask_recruiter(facts, latest, signed)


def about_meeting(
    facts: Facts, meeting: Meeting, ahead: list[Meeting], signed: Moment
) -> Iterator[Act]:
    outcome = facts.application.outcome
    yield from call(meeting)
    yield from practise(meeting, ahead)
    if outcome is None or outcome == "rejected":
        yield debrief(meeting)
    if outcome is None:
        yield from ask_before_leaving(facts, meeting, signed)
        yield from thank_you(facts, meeting)
        yield from connect(facts, meeting)
        if meeting.interview.interviewers is None:
            yield from about_whoever(facts, meeting, signed)


def about_whoever(facts: Facts, meeting: Meeting, signed: Moment) -> Iterator[Act]:
    """Yield what waits for somebody to say who was met, from the end of the interview on."""
    unmet = meeting._replace(people=[(WHOEVER, met(WHOEVER, meeting.subject))])
    missing, over = (("interview.interviewers", meeting.subject),), meeting.ends.end
    for act in (
        *ask_before_leaving(facts, unmet, signed),
        *thank_you(facts, unmet),
        *connect(facts, unmet),
    ):
        if act.subject.person:
            yield act._replace(
                missing=missing, doubts=(), cautions=[], is_action=False, silent_until=over
            )


def ask_before_leaving(facts: Facts, meeting: Meeting, signed: Moment) -> Iterator[Act]:
    """Items 1 and 2, and the first half of 4."""
    subject, promised = meeting.subject, facts.promised
    hears = promised is not None and promised.end >= meeting.earliest_end
    follow_up = bool(facts.application.follow_up)
    decided = min(filter(None, [facts.offered, signed]), default=NEVER)
    thanked = add_days(meeting.ends.end, 2, subject.zone)
    asks = [
        ("ask-how-to-follow-up", subject, follow_up, decided),
        ("ask-when-you-will-hear", subject, hears, decided),
    ]
    for person, who in meeting.people:
        asks.append(("collect-contact", who, bool(address("email", person, facts)), thanked))
    hours, warned, over = before_leaving(facts, meeting)
    route = ("in the interview", None)
    for name, who, known, useless in asks:
        cautions = [*warned, over._replace(until=min(over.until, useless))]
        yield scheduled(name, who, hours, cautions, route=route, known=known)


def missed(facts: Facts, meeting: Meeting, closes: datetime) -> Caution:
    """Return what is said of what is over: for three days, or until the next interview there."""
    until = add_days(closes, 3, meeting.subject.zone)
    others = [other.starts for other in taking_place(facts.meetings) if other is not meeting]
    coming = min([starts for starts in others if starts >= meeting.ends.end], default=until)
    return Caution("closed", closes, min(until, coming))


def before_leaving(facts: Facts, meeting: Meeting) -> tuple[Window, list[Caution], Caution]:
    """Return when to ask, what to beware of then, and what is said once it is over."""
    starts, closes = (meeting.starts, START), meeting.left or meeting.ends.end
    over = missed(facts, meeting, closes)
    if meeting.ends.is_day:
        return window(starts, starts, closes=closes), [], over
    last_words = meeting.ends.end - LAST_WORDS
    best = (last_words, "10 minutes before the interview's end")
    hours = window(starts, best, closes=closes)
    return hours, [Caution("open", max(meeting.starts, last_words), closes)], over


def call(meeting: Meeting) -> Iterator[Act]:
    """Yield item 3, which only warns, if the time of the interview is known."""
    interview, starts, ends = meeting.interview, meeting.starts, meeting.ends.end
    if not isinstance(interview.starts, datetime):
        return
    reason = "the interview is not known to be by video or phone"
    if interview.medium in ("video", "phone"):
        opens, words, reason = ends, END, "the interview is by video or phone"
    elif meeting.left:
        opens, words = meeting.left, CLEAR
    else:
        opens = midnight_after(starts, meeting.subject.zone)
        place = in_place(opens, meeting.subject)
        words = f"the midnight,{place}, after {START}" if place else f"the midnight after {START}"
        if opens < ends + 2 * HOUR:
            opens, words = ends + 2 * HOUR, f"2 hours after {END}"
    early = Caution("early", starts, opens, f"{words}, because {reason}")
    act = scheduled("call", meeting.subject, Window(opens), [early], done_since=NEVER)
    yield act._replace(is_action=False, silent_until=starts)


def thank_you(facts: Facts, meeting: Meeting) -> Iterator[Act]:
    """Item 4."""
    hours, cautions = hours_to_thank(meeting), list[Caution]()
    if hours.due and hours.closes:
        over = missed(facts, meeting, hours.closes)
        cautions = [Caution("late", hours.due, hours.closes), over]
    doubts = end_doubt(meeting)
    for person, who in meeting.people:
        email, missing = needed("email", person, who, facts)
        route = ("email", email)
        yield scheduled("thank-you", who, hours, cautions, missing, doubts=doubts, route=route)


def hours_to_thank(meeting: Meeting) -> Window:
    """Return the afternoon after an interview in the morning, otherwise the next morning."""
    zone, starts, ends = meeting.subject.zone, meeting.starts, meeting.ends.end
    day, pause, closes = ends.astimezone(zone).date(), ends + HOUR, add_days(ends, 2, zone)
    midnight = midnight_after(starts, zone)
    noon, afternoon, evening = [at(day, hour, zone) for hour in (12, 14, 18)]
    if ends < midnight and starts < noon and pause < evening:
        place = in_place(afternoon, meeting.subject)
        words = f"14:00{place} on the day of {END}, because the interview was in the morning"
        best = (afternoon, words)
        if afternoon < pause:
            best = (pause, f"1 hour after {END}, because the interview was in the morning")
        return window((ends, END), best, evening, closes)
    morning = next_morning(max(midnight, pause), zone)
    hour = f"09:00{in_place(morning, meeting.subject)}"
    if midnight < pause:
        words = f"the first {hour} at least 1 hour after {END}"
    else:
        words = f"{hour} on the day after {START}"
    words += ", because the interview is not known to be in the morning"
    due = at(morning.astimezone(zone).date(), 12, zone)
    return window((ends, END), (morning, words), due, closes)


def debrief(meeting: Meeting) -> Act:
    """Return the first act of item 5."""
    zone, ends, left = meeting.subject.zone, meeting.ends.end, meeting.left
    best = (left, CLEAR) if left else (ends + HOUR, f"1 hour after {END}")
    due, closes = midnight_after(best[0], zone), add_days(ends, 7, zone)
    hours = window((ends, END), best, due, closes)
    return scheduled("debrief", meeting.subject, hours, doubts=end_doubt(meeting))


def practise(meeting: Meeting, ahead: list[Meeting]) -> Iterator[Act]:
    """Yield the second act of item 5, if there is an interview to practise for."""
    if not any(question.tricky for question in meeting.interview.questions):
        return
    ends = meeting.ends.end
    later = islice(ahead, bisect_left(ahead, ends, key=attrgetter("starts")), None)
    if coming := next((other for other in later if other is not meeting), None):
        zone = coming.subject.zone
        evening = at(coming.starts.astimezone(zone).date() - DAY, 18, zone)
        place = in_place(evening, coming.subject)
        best = (evening, f"18:00{place} on the day before the next interview's start")
        hours = window((ends, END), best, closes=coming.starts)
        yield scheduled("practise", meeting.subject, hours, doubts=end_doubt(meeting))


def keep_looking(search: JobSearch, signed: Moment, first: Meeting | None) -> Act:
    """Item 6."""
    if first is None:
        subject = Subject("", ZoneInfo(search.timezone), search, search)
        return scheduled("keep-looking", subject, Window(closes=signed), done_since=NEVER)
    zone = first.subject.zone
    subject = Subject("", zone, search, search)
    done = [looked.end for looked in times_done("keep-looking", subject)]
    rounds = [(moment, "your last round of looking") for moment in done]
    last, words = max([*rounds, (first.ends.end, "the first interview's end")], key=itemgetter(0))
    opens = (add_days(last, 7, zone), f"7 days after {words}")
    hours = window(opens, opens, add_days(opens[0], 7, zone), signed)
    doubts = end_doubt(first, *done)
    return scheduled("keep-looking", subject, hours, doubts=doubts, done_since=NEVER)


class LiveOffer(NamedTuple):
    """An offer that can still be answered; without `received` nobody has said when it came."""

    reply_by: datetime
    received: Moment
    subject: Subject
    employer: str


def live_offers(known: Iterable[Facts]) -> list[LiveOffer]:
    """Return the offers that are not over, but for those that were when the newest came.

    Who waits has none of their own.
    """
    live: list[LiveOffer] = []
    for application, subject, *_ in known:
        offer = application.offer
        if offer and not (offer.declined or application.outcome or application.signed):
            reply_by = span(offer.reply_by, subject.zone).end if offer.reply_by else NEVER
            received = span(offer.received, subject.zone).first if offer.received else None
            employer = application.employer or "another employer"
            live.append(LiveOffer(reply_by, received, subject, employer))
    newest = newest_of(live)
    return sorted([offer for offer in live if offer.reply_by >= newest], key=by_urgency)


def newest_of(live: Iterable[LiveOffer]) -> datetime:
    return max([offer.received for offer in live if offer.received], default=ALWAYS)


def by_urgency(offer: LiveOffer) -> tuple[datetime, datetime, str]:
    return offer.reply_by, offer.received or NEVER, offer.subject.path


def to_be_told(known: list[Facts], live: list[LiveOffer]) -> list[Facts]:
    """Return who hears of offers: who is preferred alone, if they are met before all are over."""
    last = max([offer.reply_by for offer in live], default=NEVER)
    for facts in known:
        if facts.application.preferred and is_waiting(facts) and facts.first:
            return [facts] if facts.first.ends.end < last else known
    return known


def mention_offer(
    facts: Facts, first: Meeting, latest: Meeting, live: list[LiveOffer], signed: Moment
) -> Act:
    """Item 7."""
    missing = tuple(
        [("application.offer_received", other.subject) for other in live if not other.received]
    )
    last = min(max(offer.reply_by for offer in live), signed or NEVER)
    closes = None if last == NEVER else last
    hours, doubts = Window(closes=closes), route_doubt(facts, latest)
    received = None if missing else newest_of(live)
    if received:
        opens = (received, "the arrival of the newest other offer")
        if received < first.ends.end:
            opens = (first.ends.end, FIRST_END)
        best = in_office(opens, facts.subject.zone, facts.workdays)
        hours, doubts = window(opens, best, closes=closes), (*end_doubt(first, received), *doubts)
    act = scheduled(
        "mention-offer",
        facts.subject,
        hours,
        missing=missing,
        doubts=doubts,
        route=route_to(facts),
        done_since=received or ALWAYS,
    )
    return act._replace(offering=named([offer.employer for offer in live]))


def named(employers: Iterable[str]) -> str:
    """Return the names of employers, each once."""
    names = {folded(name): name for name in reversed(list(employers))}
    *others, last = reversed(names.values())
    return f"{', '.join(others)} and {last}" if others else last


def ask_recruiter(facts: Facts, latest: Meeting, signed: Moment) -> Act:
    """Item 8."""
    subject, route = facts.subject, route_to(facts)
    ends, zone, since = latest.ends.end, subject.zone, latest.ends.first
    morning = at(ends.astimezone(zone).date() + DAY, 9, zone)
    words = f"09:00{in_place(morning, subject)} on the day after {LATEST_END}"
    best = in_office((morning, words), zone, facts.workdays)
    closes = min(add_days(ends, 30, zone), signed or NEVER)
    hours, doubts = window((ends, LATEST_END), best, closes=closes), end_doubt(latest)
    return scheduled("ask-recruiter", subject, hours, doubts=doubts, route=route, done_since=since)


def connect(facts: Facts, meeting: Meeting) -> Iterator[Act]:
    """Item 9."""
    ends, zone, doubts = meeting.ends.end, meeting.subject.zone, end_doubt(meeting)
    opens = (add_days(ends, 2, zone), f"2 days after {END}")
    best = in_office(opens, zone, facts.workdays)
    hours = window(opens, best, closes=add_days(ends, 30, zone))
    early = [Caution("early", ends, *opens)]
    for person, who in meeting.people:
        same = [other for other, _ in entries(person, taking_place(facts.meetings))]
        if same and meeting is not min(same, key=by_start):
            continue
        profile, missing = needed("linkedin", person, who, facts)
        yield scheduled(
            "connect",
            who,
            hours,
            early,
            missing,
            doubts=doubts,
            route=("linkedin", profile),
            known=bool(records_anywhere("done", "connect", person, facts)),
            aside=records_anywhere("set_aside", "connect", person, facts),
        )


def chase(facts: Facts, latest: Meeting, signed: Moment) -> Act:
    """Item 10."""
    opens, doubts = when_to_chase(facts, latest)
    since = warned_since(facts, latest)
    is_over = signed and signed <= opens[0]
    early = [] if since is None or is_over else [Caution("early", since, *opens)]
    return scheduled(
        "chase",
        facts.subject,
        window(opens, in_office(opens, facts.subject.zone, facts.workdays), closes=signed),
        early,
        doubts=(*doubts, *route_doubt(facts, latest)),
        route=route_to(facts),
        done_since=latest.ends.first,
        at_most=2,
    )


def warned_since(facts: Facts, latest: Meeting) -> Moment:
    """Return from when on a chase is too early; a recruiter can be reminded only once asked."""
    if facts.application.recruiter is None:
        return latest.ends.end
    return max(counted(times_done("ask-recruiter", facts.subject), latest.ends), default=None)


def when_to_chase(facts: Facts, latest: Meeting) -> tuple[Because, list[Doubt]]:
    """Return from when to chase, and what would tell that better."""
    subject, zone, ends = facts.subject, facts.subject.zone, latest.ends
    chases, recruiter = times_done("chase", subject), facts.application.recruiter
    chased = counted(chases, ends)
    reminders = [(moment, "you last asked about their decision") for moment in chased]
    mentions = times_done("mention-offer", subject)
    reminders += [(mention.end, "you mentioned the other offer") for mention in mentions]
    if recruiter:
        requests = times_done("ask-recruiter", subject)
        reminders += [(request.end, "you last asked your recruiter") for request in requests]
    awaited, contacts = awaited_answer(facts, latest), contacts_since(facts, latest)
    if awaited:
        opens = (awaited, "the end of the time in which they promised to answer")
    else:
        note_is_over = (add_days(ends.end, 2, zone), "the last moment for your thank-you")
        last, words = max(contacts, key=itemgetter(0), default=note_is_over)
        opens = (add_days(last, 7, zone), f"7 days after {words}")
    if reminders:
        last, words = max(reminders, key=itemgetter(0))
        if (again := add_days(last, 7, zone)) > opens[0]:
            opens = (again, f"7 days after {words}")
    answered = [(awaited, "")] if awaited else contacts
    events = [moment for moment, _ in (*reminders, *answered)]
    hangs_on_end = bool(chases) or not (awaited or contacts)
    doubts: list[Doubt] = []
    if not awaited:
        since = max([*events, ends.end] if hangs_on_end else events)
        doubts.append(Doubt(("application.promise", subject), since))
    if hangs_on_end:
        doubts.extend(end_doubt(latest, *events))
    return opens, doubts


def counted(done: Iterable[Span], ends: Span) -> list[datetime]:
    """Return when something was done, of what counts since the end of an interview."""
    return [moment.end for moment in done if moment.counts_since(ends.first)]


def awaited_answer(facts: Facts, latest: Meeting) -> Moment:
    """Return the moment that they promised, unless an interview or a message since has spent it."""
    promised, heard = facts.promised, facts.heard
    if promised is None or promised.end < latest.earliest_end:
        return None
    return None if heard and heard.counts_since(promised.first) else promised.end


def contacts_since(facts: Facts, latest: Meeting) -> list[Because]:
    """Return when you thanked somebody for the latest interview, and when they wrote since."""
    thanks = records(latest.interview.done, "thank-you", None)
    thanked = [span(thank.at, latest.subject.zone) for thank in thanks]
    heard = [facts.heard] if facts.heard else []
    return [
        *[(moment, THANKED) for moment in counted(thanked, latest.ends)],
        *[(moment, HEARD) for moment in counted(heard, latest.ends)],
    ]


def route_to(facts: Facts) -> Route:
    recruiter, follow_up = facts.application.recruiter, facts.application.follow_up
    if recruiter:
        return "email", address("email", recruiter, facts) or recruiter.name
    return (follow_up.channel, follow_up.to) if follow_up else ("email", None)


# -- ids and words, for who reads them ------------------------------------------------------------

NAMESPACE = UUID("0d3c0c4e-5a52-5c8e-8f8b-1f0f5f2b9a57")
ARTICLE = "Laura Slingo, CV-Library, Make Sure You Do These 10 Things After A Job Interview, item"
WEEKDAYS, MONTHS = list(day_name), list(month_name)
AREAS = (
    *("Africa/", "America/", "Antarctica/", "Arctic/", "Asia/", "Atlantic/"),
    *("Australia/", "Europe/", "Indian/", "Pacific/"),
)
TEXTS = {
    "ask-how-to-follow-up": "Ask {employer} how they would like you to follow up",
    "ask-when-you-will-hear": "Ask {employer} when and how you will hear from them",
    "collect-contact": "Ask {person} for their {details}",
    "thank-you": "Send {person} a personal thank-you e-mail",
    "debrief": "Write down the questions that {employer} asked, the tricky and new ones above all",
    "practise": "Practise your answers to the tricky questions that {employer} asked",
    "keep-looking": "Keep looking: find and apply for other jobs",
    "mention-offer": "If you would rather work for {employer}, tell {contact} in passing that you "
    "have another offer (from {offering})",
    "mention-offer, preferred": "{employer} is your first choice: tell {contact} in passing that "
    "you have another offer (from {offering}), and that this is the job you want",
    "ask-recruiter": "Ask {recruiter} to follow up with {employer} for you",
    "connect": "Ask {person} to connect on LinkedIn, with a personal message",
    "chase": "Ask {employer} how far along they are, or how you compared with the others",
    "chase, recruiter": "Ask {recruiter} how far {employer} has got",
}
REASONS = {
    "ask-how-to-follow-up": "Many candidates think that their part is over, and never follow up.",
    "ask-when-you-will-hear": "Once you know when to expect an answer, "
    "you need not worry before then.",
    "call": "Nobody from there should hear you boast about how it went, or complain about them.",
    "collect-contact": "With an address of each interviewer you can thank every one of them "
    "yourself.",
    "thank-you": "Whatever else they ask for, a prompt note of your own shows that you are keen, "
    "and brings you back to their minds.",
    "debrief": "Every interview has lessons for the next. Take stock, "
    "but don't brood over every word.",
    "practise": "The same questions may come up in your next interview.",
    "keep-looking": "However sure you are, nothing is certain until you hold a contract, "
    "and a job that suits you better may turn up.",
    "mention-offer": "It shows whether they really want you, and may hurry their decision along.",
    "ask-recruiter": "Recruiters may know somebody there and hear what candidates are not told, "
    "but only if you ask them to.",
    "connect": "Your message comes with your picture, "
    "and puts your thanks in front of them once more.",
    "chase": "One friendly question is fine when its time has come; asking too often can annoy.",
}
ITEMS = dict(zip(REASONS, (1, 2, 3, 4, 4, 5, 5, 6, 7, 8, 9, 10), strict=True))
WARNINGS = {
    "ask-how-to-follow-up, open": "Before you leave, ask {employer} how they would like you to "
    "follow up",
    "ask-how-to-follow-up, open, remote": "Before the call ends, ask {employer} how they would "
    "like you to follow up",
    "ask-how-to-follow-up, closed": "You have not noted how {employer} would like you to follow "
    "up. If they told you, note it; otherwise e-mail is fine",
    "ask-when-you-will-hear, open": "Before you leave, ask {employer} when and how you will hear "
    "from them",
    "ask-when-you-will-hear, open, remote": "Before the call ends, ask {employer} when and how "
    "you will hear from them",
    "ask-when-you-will-hear, closed": "You have not noted when you will hear from {employer}. "
    "If they told you, note it",
    "call, early": "Don't talk about {employer} on the phone until you are well away, or home: "
    "note when you have left, or wait until {opens}",
    "call, early, clear": "Don't talk to anybody on the phone about {employer} yet: "
    "wait until {opens}",
    "collect-contact, open": "Before you leave, ask {person} for their e-mail address",
    "collect-contact, open, remote": "Before the call ends, ask {person} for their e-mail address",
    "collect-contact, closed": "You have not noted {person}'s e-mail address. "
    "If you didn't get it, ask somebody else at {employer} for it",
    "collect-contact, closed, recruiter": "You have not noted {person}'s e-mail address. "
    "If you didn't get it, ask {recruiter} for it",
    "thank-you, late": "You have not noted a thank-you to {person}. It is getting late for it: "
    "there is time until {closes}",
    "thank-you, late, lacking": "You have noted neither a thank-you to {person} nor their e-mail "
    "address. It is getting late for it: there is time until {closes}",
    "thank-you, closed": "The time for thanking {person} is over, "
    "and you have not noted that you did",
    "connect, early": "Too early to connect with {person} on LinkedIn: wait until {opens}",
    "chase, early": "Too early to ask {employer} about their decision: wait until {opens}",
    "chase, early, recruiter": "Too early to remind {recruiter} of {employer}: wait until {opens}",
}
QUESTIONS = {
    "interview.ends": "When does the interview with {employer} on {day} end, or when did it?",
    "person.email": "What is {person}'s e-mail address?",
    "person.linkedin": "Have you found {person} on LinkedIn?",
    "interview.interviewers": "Whom did you meet at the interview with {employer} on {day}?",
    "application.promise": "Did {employer} say when you would hear?",
    "application.follow_up": "How would {employer} like you to follow up?",
    "application.offer_received": "When did the offer from {employer} arrive?",
}


def uid_of(act: Act, *more: str) -> UUID:
    key = act.subject.search.key
    whose = ("search", key) if key else ()
    parts = (act.name, str(act.times_done), *whose, act.subject.path, *more)
    return uuid5(NAMESPACE, SEPARATOR.join(parts))


def text_of(act: Act) -> str:
    name, subject = act.name, act.subject
    application = subject.application
    if application and application.preferred and name == "mention-offer":
        name = "mention-offer, preferred"
    elif application and application.recruiter and name == "chase":
        name = "chase, recruiter"
    remote = getattr(subject.keeper, "medium", None) in ("video", "phone")
    details = "e-mail address" if remote else "business card or e-mail address"
    return fill(TEXTS[name], subject, offering=act.offering, details=details)


def why_of(act: Act) -> str:
    why = REASONS[act.name]
    return f"{why} Best: {act.window.because}." if act.window.best else why


def source_of(act: Act) -> str:
    return f"{ARTICLE} {ITEMS[act.name]}"


def warning_of(act: Act, caution: Caution, zone: ZoneInfo) -> str:
    return warning(act, caution.status, zone)


def warning(act: Act, status: Status, zone: ZoneInfo) -> str:
    name = f"{act.name}, {status}"
    for variant in variants(act):
        if f"{name}, {variant}" in WARNINGS:
            name = f"{name}, {variant}"
    window = act.window
    dates = {}
    if window.opens:
        dates["opens"] = not_before(window.opens, act, zone)
    if window.closes:
        dates["closes"] = not_after(window.closes, act, zone)
    return fill(WARNINGS[name], act.subject, **dates)


def not_before(moment: datetime, act: Act, zone: ZoneInfo) -> str:
    """Say for which quarter of an hour to wait, unless that is late or too late."""
    later, window = quarter_after(moment, zone), act.window
    ends = min(filter(None, [window.due, window.closes]), default=None)
    return in_words(later if ends is None or later < ends else moment, zone, act)


def not_after(moment: datetime, act: Act, zone: ZoneInfo) -> str:
    """Say before which quarter of an hour to be done, unless that is too early."""
    earlier, opens = quarter_before(moment, zone), act.window.opens
    return in_words(earlier if opens is None or earlier >= opens else moment, zone, act)


def variants(act: Act) -> Iterator[str]:
    """Yield what may change the words of a warning."""
    keeper, application = act.subject.keeper, act.subject.application
    if application and application.recruiter:
        yield "recruiter"
    if act.missing:
        yield "lacking"
    is_remote = getattr(keeper, "medium", None) in ("video", "phone")
    if is_remote:
        yield "remote"
    if is_remote or getattr(keeper, "left", None):
        yield "clear"


def quarter_after(moment: datetime, zone: ZoneInfo) -> datetime:
    while past := past_quarter(moment.astimezone(zone)):
        moment += QUARTER - past
    return moment


def quarter_before(moment: datetime, zone: ZoneInfo) -> datetime:
    while past := past_quarter(moment.astimezone(zone)):
        moment -= past
    return moment


def past_quarter(wall: datetime) -> timedelta:
    return timedelta(minutes=wall.minute % 15, seconds=wall.second, microseconds=wall.microsecond)


def why_to_beware(act: Act, caution: Caution) -> str:
    why = REASONS[act.name]
    return f"That is {caution.because}. {why}" if caution.because else why


def question_of(question: Question, beside: Iterable[Question], zone: ZoneInfo) -> str:
    text = distinct(question, beside)
    if question.waiting:
        return text
    opening = [
        (act.window.opens, act.name, act.subject.path, act)
        for act in question.early
        if act.window.opens
    ]
    for opens, _, _, act in sorted(opening, key=itemgetter(0, 1, 2))[:1]:
        text = f"{text} If you don't know: “{text_of(act)}” from {not_before(opens, act, zone)}."
    return text


def distinct(question: Question, beside: Iterable[Question]) -> str:
    """Return what is asked, with what it takes to tell it from others that would read the same."""
    text = plain(question)
    same = [other for other in beside if other is not question and plain(other) == text]
    parts: list[str] = []
    if same:
        marks = marks_of(question)
        for number, mark in enumerate(marks):
            unlike = [other for other in same if marks_of(other)[number] != mark]
            if unlike:
                same = [other for other in same if other not in unlike]
                parts += [mark] if mark is not None else []
    return f"{text[:-1]} ({', '.join(parts)})?" if parts else text


def plain(question: Question) -> str:
    return fill(QUESTIONS[question.fact], question.subject)


def marks_of(question: Question) -> tuple[str | None, ...]:
    """Return what may tell a question apart: first what people would name."""
    subject = question.subject
    person, application, keeper = subject.person, subject.application, subject.keeper
    interview: Any = None if keeper is application or keeper is subject.search else keeper
    starts = interview.starts_in_words if interview else None
    clock = starts.partition(" ")[2] if starts else ""
    return (
        person.name if person else None,
        application.employer if application else None,
        application.role if application else None,
        day_of(subject) if interview else None,
        f"the one at {clock}" if clock else None,
        interview.timezone if interview else None,
        starts,
        person.key if person else None,
        interview.key if interview else None,
        application.key if application else None,
        f"{interview.first_moment:%Y-%m-%d %H:%M:%S.%f} UTC" if interview else None,
        question.fact,
    )


def day_of(subject: Subject) -> str:
    interview: Any = subject.keeper
    return day_in_words(interview.first_day)


def fill(text: str, subject: Subject, **more: str) -> str:
    if subject.application:
        more["employer"] = subject.application.employer or "the employer"
        more["contact"] = "them"
        if subject.application.recruiter:
            more["recruiter"] = more["contact"] = subject.application.recruiter.name
    if "{day}" in text:
        more["day"] = day_of(subject)
    if subject.person:
        more["person"] = subject.person.name
    return text.format(**more)


def in_words(moment: datetime, zone: ZoneInfo, act: Act) -> str:
    """Say when a moment is for the candidate and, if a clock differs there, where it is counted."""
    here, there = moment.astimezone(zone), moment.astimezone(act.subject.zone)
    day, clock = day_in_words(here), f"{here.hour:02}:{here.minute:02}"
    if here.utcoffset() == there.utcoffset():
        return f"{day}, {clock}" if here.time() != time() else day
    other = "" if here.date() == there.date() else f"{day_in_words(there)}, "
    return f"{day}, {clock} ({other}{there.hour:02}:{there.minute:02} in {city(act.subject.zone)})"


def day_in_words(day: date) -> str:
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month]}"


def in_place(moment: datetime, subject: Subject) -> str:
    """Say whose time it is that a clock of a subject reads, if the candidate's reads another."""
    here, there = (
        moment.astimezone(ZoneInfo(subject.search.timezone)),
        moment.astimezone(subject.zone),
    )
    return "" if here.utcoffset() == there.utcoffset() else f" {city(subject.zone)} time"


def city(zone: ZoneInfo) -> str:
    name = zone.key.rpartition("/")[2] if zone.key.startswith(AREAS) else zone.key
    return name.replace("_", " ")
