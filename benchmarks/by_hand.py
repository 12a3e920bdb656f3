"""The ten pieces of advice written by hand: no rules, no language, nothing that can be tuned.

Plain functions of the model's values, which give the plans that `interview_followup.plan` gives:
the same acts, windows, statuses, cautions, questions and problems, and the same ids and words to
whoever asks for them. Moments are instants in UTC. Left out are what hinders the candidate at the
best moment, the words of problems, and `stop-looking`, which has no part in a plan.
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
AHEAD = ("early", "open", "late")
SEPARATOR = "\x1f"
START, END = "the interview's start", "the interview's end"
FIRST_END, LATEST_END = "the end of their first interview", "the end of their latest interview"
CLEAR = "the moment you are clear of the building"
CONTACT = "your thank-you for the latest interview, or their last message since"


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
    """What would date an act better, and from when to ask; perhaps it opens at another time."""

    missing: tuple[Missing, ...]
    since: datetime
    moves_opening: bool = True


class Caution(NamedTuple):
    """A warning with its dates; one that it is too early says for which moment to wait."""

    status: Status
    since: datetime
    until: datetime
    because: str = ""


class Act(NamedTuple):
    """What the advice says of an act for a subject, whatever the time is.

    One that is no action only warns or asks. `offering` is who made another offer.
    """

    name: str
    subject: Subject
    window: Window
    times_done: int
    satisfied: bool
    asleep_until: datetime
    cautions: list[Caution]
    missing: tuple[Missing, ...]
    doubt: Doubt | None
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
    """A missing fact, the acts that wait for it, and those that it would date better.

    Only of those `dated` does it make sense to ask by now; what is `datable` counts for the order.
    """

    fact: str
    subject: Subject
    waiting: list[Act]
    datable: list[Act]
    dated: list[Act]


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
        if act.missing or act.doubt:
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
    """Put down what an act asks for; return from when it does, where that is yet to come."""
    since = act.doubt.since if act.doubt and status in AHEAD else ALWAYS
    for fact, subject in asked_for(act, status):
        question = questions.setdefault((fact, subject.path), Question(fact, subject, [], [], []))
        if status == "needs-fact":
            question.waiting.append(act)
        else:
            question.datable.append(act)
            if since <= now:
                question.dated.append(act)
    return since if since > now else None


def asked_for(act: Act, status: Status) -> tuple[Missing, ...]:
    """Return what holds an act back, or would date it better."""
    if status == "needs-fact":
        return act.missing
    return act.doubt.missing if act.doubt and status in AHEAD else ()


def asks_the_same_until(act: Act, now: datetime) -> Moment:
    """Return when an act of which nothing else shows next asks for something else."""
    status, until = status_at(act, now)
    asked = asked_for(act, status)
    while change := until:
        status, until = status_at(act, change)
        if asked_for(act, status) != asked:
            return change
    return None


def by_beginning(pair: tuple[Act, Caution]) -> tuple[datetime, str, str, str]:
    act, caution = pair
    return caution.since, act.name, act.subject.path, caution.status


def is_asked(question: Question) -> bool:
    return bool(question.waiting or question.dated)


def by_importance(question: Question) -> tuple[int, int, datetime, str, str]:
    fact, subject, waiting, datable, _ = question
    over = min(act.window.due or act.window.closes or NEVER for act in waiting or datable)
    return -len(waiting), -len(datable), over, subject.path, fact


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
    for name, known in (
        *dates_of(part, about),
        *[(f"done[{n}].at", each.at) for n, each in enumerate(part.done)],
    ):
        if known:
            records.happened.append((f"{place}{name}", span(known, zone).first))
    for name in ("done", "set_aside"):
        for number, each in enumerate(getattr(part, name)):
            where = f"{place}{name}[{number}]"
            if each.act not in EVERY_ACT:
                records.wrong.append(f"{where}.act")
            elif about == "interview" and each.act in KEPT["person"]:
                records.wrong.extend([] if each.to else [f"{where}.to"])
            elif each.act not in KEPT[about]:
                records.wrong.append(where)
            elif each.to:
                records.wrong.append(f"{where}.to")
    records.wrong.extend([f"{place}facts.{name}" for name in part.facts])
    for where, person in people_of(part, about):
        records.wrong.extend([f"{place}{where}.facts.{name}" for name in person.facts])


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
        return [(f"interviewers[{number}]", each) for number, each in enumerate(part.people)]
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


def end_missing(meeting: Meeting) -> tuple[Missing, ...]:
    return (("interview.ends", meeting.subject),) if meeting.ends.is_day else ()


def end_doubt(meeting: Meeting, *events: datetime, moves_opening: bool = True) -> Doubt | None:
    """Return from when to ask for the end of an interview: once it and some events have begun."""
    if not meeting.ends.is_day:
        return None
    return Doubt(end_missing(meeting), max([meeting.starts, *events]), moves_opening)


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


def is_same(one: Person, other: Person) -> bool:
    """Tell whether two entries are one person: they go by key or, where neither has one, name."""
    return one.identity == other.identity


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
    kept: Sequence[Kept], act: str, person: Person | None, panel: Sequence[Person] = ()
) -> Sequence[Kept]:
    """Return what is kept of an act; where it is done for one of a panel, by their key or name."""
    about = [record for record in kept if record.act == act] if kept else ()
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


def is_connected(person: Person, facts: Facts) -> bool:
    return any(
        records(meeting.interview.done, "connect", entry, meeting.interview.people)
        for meeting, entry in entries(person, facts.meetings)
    )


def scheduled(
    name: str,
    subject: Subject,
    window: Window,
    cautions: Iterable[Caution] = (),
    missing: tuple[Missing, ...] = (),
    *,
    doubt: Doubt | None = None,
    route: Route = (None, None),
    known: bool = False,
    done_since: datetime = ALWAYS,
    at_most: int = 1,
) -> Act:
    """Return an act; it is satisfied by what is known, or once it was done so often since."""
    done, zone, asleep_until = times_done(name, subject), subject.zone, ALWAYS
    satisfied = known or sum([moment.counts_since(done_since) for moment in done]) >= at_most
    if aside := records(subject.keeper.set_aside, name, subject.person, subject.panel):
        until = [span(record.until, zone).first if record.until else NEVER for record in aside]
        asleep_until = max(until)
        cautions = [warned._replace(since=max(warned.since, asleep_until)) for warned in cautions]
    shown = [] if satisfied else [caution for caution in cautions if caution.since < caution.until]
    return Act(
        name, subject, window, len(done), satisfied, asleep_until, shown, missing, doubt, *route
    )


# -- the ten pieces of advice ---------------------------------------------------------------------


def schedule_by_hand(search: JobSearch) -> list[Act]:
    """Return every act that the advice knows for a search, in the order of the best moments."""
    meetings = [meetings_of(search, application) for application in search.applications]
    first = min(taking_place(chain(*meetings)), key=by_start, default=None)
    zone = first.subject.zone if first else ZoneInfo(search.timezone)
    known = [
        about_application(search, application, meetings_with, zone)
        for application, meetings_with in zip(search.applications, meetings, strict=True)
    ]
    going_on = [facts.meetings for facts in known if not facts.application.outcome]
    ahead, offers = sorted(taking_place(chain(*going_on)), key=by_start), live_offers(known)
    acts = [keep_looking(search, known, first)]
    for facts in known:
        application = facts.application
        if not (application.outcome or application.offer or application.signed):
            acts += while_waiting(facts, offers)
        for meeting in taking_place(facts.meetings):
            acts += about_meeting(facts, meeting, ahead)
    return sorted(acts, key=lambda act: (act.window.best or NEVER, act.name, act.subject.path))


def while_waiting(facts: Facts, offers: list[LiveOffer]) -> Iterator[Act]:
    if facts.first and offers:
        yield mention_offer(facts, facts.first, offers)
    if facts.latest:
        yield chase(facts, facts.latest)
    if facts.application.recruiter:
        yield ask_recruiter(facts, facts.latest)


def about_meeting(facts: Facts, meeting: Meeting, ahead: list[Meeting]) -> Iterator[Act]:
    yield from ask_before_leaving(facts, meeting)
    yield from call(meeting)
    yield from thank_you(facts, meeting)
    yield debrief(meeting)
    yield from practise(meeting, ahead)
    yield from connect(facts, meeting)
    if meeting.interview.interviewers is None:
        yield from about_whoever(facts, meeting)


def about_whoever(facts: Facts, meeting: Meeting) -> Iterator[Act]:
    """Yield what waits for somebody to say who was met, from the end of the interview on."""
    unmet = meeting._replace(people=[(WHOEVER, met(WHOEVER, meeting.subject))])
    missing, over = (("interview.interviewers", meeting.subject),), meeting.ends.end
    for act in (
        *ask_before_leaving(facts, unmet),
        *thank_you(facts, unmet),
        *connect(facts, unmet),
    ):
        if act.subject.person:
            yield act._replace(
                missing=missing, doubt=None, cautions=[], is_action=False, silent_until=over
            )


def ask_before_leaving(facts: Facts, meeting: Meeting) -> Iterator[Act]:
    """Items 1 and 2, and the first half of 4."""
    subject, promised = meeting.subject, facts.promised
    hears = promised is not None and promised.end >= meeting.earliest_end
    asks = [
        ("ask-how-to-follow-up", subject, bool(facts.application.follow_up)),
        ("ask-when-you-will-hear", subject, hears),
    ]
    for person, who in meeting.people:
        asks.append(("collect-contact", who, bool(address("email", person, facts))))
    hours, cautions = before_leaving(meeting)
    doubt, route = end_doubt(meeting, moves_opening=False), ("in the interview", None)
    for name, who, known in asks:
        yield scheduled(name, who, hours, cautions, doubt=doubt, route=route, known=known)


def before_leaving(meeting: Meeting) -> tuple[Window, list[Caution]]:
    starts, closes = (meeting.starts, START), meeting.left or meeting.ends.end
    missed = Caution("closed", closes, add_days(closes, 7, meeting.subject.zone))
    if meeting.ends.is_day:
        return window(starts, starts, closes=closes), [missed]
    last_words = meeting.ends.end - LAST_WORDS
    best = (last_words, "10 minutes before the interview's exact end")
    hours = window(starts, best, closes=closes)
    return hours, [Caution("open", max(meeting.starts, last_words), closes), missed]


def call(meeting: Meeting) -> Iterator[Act]:
    """Yield item 3, which only warns, if the time of the interview is known."""
    interview, starts, ends = meeting.interview, meeting.starts, meeting.ends.end
    if not isinstance(interview.starts, datetime):
        return
    reason = "the interview was in person, or nobody has said otherwise"
    if interview.medium in ("video", "phone"):
        opens, words, reason = ends, END, "the interview is by video or phone"
    elif meeting.left:
        opens, words = meeting.left, CLEAR
    else:
        opens, words = midnight_after(starts, meeting.subject.zone), f"the midnight after {START}"
        if opens < ends + 2 * HOUR:
            opens, words = ends + 2 * HOUR, f"2 hours after {END}"
    early = Caution("early", starts, opens, f"{words}, because {reason}")
    act = scheduled("call", meeting.subject, Window(opens), [early], done_since=NEVER)
    yield act._replace(is_action=False, silent_until=starts)


def thank_you(facts: Facts, meeting: Meeting) -> Iterator[Act]:
    """Item 4."""
    hours, cautions = hours_to_thank(meeting), list[Caution]()
    if hours.due and hours.closes:
        missed = Caution("closed", hours.closes, add_days(hours.closes, 7, meeting.subject.zone))
        cautions = [Caution("late", hours.due, hours.closes), missed]
    doubt = end_doubt(meeting)
    for person, who in meeting.people:
        email, missing = needed("email", person, who, facts)
        route = ("email", email)
        yield scheduled("thank-you", who, hours, cautions, missing, doubt=doubt, route=route)


def hours_to_thank(meeting: Meeting) -> Window:
    """Return the afternoon after an interview in the morning, otherwise the next morning."""
    zone, starts, ends = meeting.subject.zone, meeting.starts, meeting.ends.end
    day, pause, closes = ends.astimezone(zone).date(), ends + HOUR, add_days(ends, 2, zone)
    midnight = midnight_after(starts, zone)
    noon, afternoon, evening = [at(day, hour, zone) for hour in (12, 14, 18)]
    if ends < midnight and starts < noon and pause < evening:
        best = (afternoon, f"14:00 on the day of {END}, because the interview was in the morning")
        if afternoon < pause:
            best = (pause, f"1 hour after {END}, because the interview was in the morning")
        return window((ends, END), best, evening, closes)
    rested = f"1 hour after {END}" if midnight < pause else f"the midnight after {START}"
    morning = next_morning(max(midnight, pause), zone)
    words = f"the first 09:00 from {rested} on, because the interview was not in the morning"
    due = at(morning.astimezone(zone).date(), 12, zone)
    return window((ends, END), (morning, words), due, closes)


def debrief(meeting: Meeting) -> Act:
    """Return the first act of item 5."""
    zone, ends, left = meeting.subject.zone, meeting.ends.end, meeting.left
    best = (left, CLEAR) if left else (ends + HOUR, f"1 hour after {END}")
    due, closes = midnight_after(best[0], zone), add_days(ends, 30, zone)
    hours = window((ends, END), best, due, closes)
    return scheduled("debrief", meeting.subject, hours, doubt=end_doubt(meeting))


def practise(meeting: Meeting, ahead: list[Meeting]) -> Iterator[Act]:
    """Yield the second act of item 5, if there is an interview to practise for."""
    if not any(question.tricky for question in meeting.interview.questions):
        return
    ends = meeting.ends.end
    later = islice(ahead, bisect_left(ahead, ends, key=attrgetter("starts")), None)
    if coming := next((other for other in later if other is not meeting), None):
        zone = coming.subject.zone
        evening = at(coming.starts.astimezone(zone).date() - DAY, 18, zone)
        best = (evening, "18:00, 1 day before the next interview's start")
        hours = window((ends, END), best, closes=coming.starts)
        yield scheduled("practise", meeting.subject, hours, doubt=end_doubt(meeting))


def keep_looking(search: JobSearch, known: Iterable[Facts], first: Meeting | None) -> Act:
    """Item 6."""
    closes = min([facts.signed for facts in known if facts.signed], default=None)
    if first is None:
        subject = Subject("", ZoneInfo(search.timezone), search, search)
        return scheduled("keep-looking", subject, Window(closes=closes), done_since=NEVER)
    zone = first.subject.zone
    subject = Subject("", zone, search, search)
    done = [looked.end for looked in times_done("keep-looking", subject)]
    rounds = [(moment, "your last “keep-looking”") for moment in done]
    last, words = max([*rounds, (first.ends.end, "the first interview's end")], key=itemgetter(0))
    opens = (add_days(last, 7, zone), f"7 days after {words}")
    hours, doubt = (
        window(opens, opens, add_days(opens[0], 7, zone), closes),
        end_doubt(first, *done),
    )
    return scheduled("keep-looking", subject, hours, doubt=doubt, done_since=NEVER)


class LiveOffer(NamedTuple):
    """An offer that can still be answered; without `received` nobody has said when it came."""

    reply_by: datetime
    received: Moment
    subject: Subject
    employer: str


def live_offers(known: Iterable[Facts]) -> list[LiveOffer]:
    live: list[LiveOffer] = []
    for application, subject, *_ in known:
        offer = application.offer
        if offer and not (offer.declined or application.outcome or application.signed):
            reply_by = span(offer.reply_by, subject.zone).end if offer.reply_by else NEVER
            received = span(offer.received, subject.zone).first if offer.received else None
            employer = application.employer or "another employer"
            live.append(LiveOffer(reply_by, received, subject, employer))
    return live


def offer_to_mention(live: Iterable[LiveOffer]) -> LiveOffer:
    """Return the live offer to be answered first; who waits has none of their own."""
    newest = max([offer.received for offer in live if offer.received], default=ALWAYS)
    return min([offer for offer in live if offer.reply_by >= newest], key=by_urgency)


def by_urgency(offer: LiveOffer) -> tuple[datetime, datetime, str]:
    return offer.reply_by, offer.received or NEVER, offer.subject.path


def mention_offer(facts: Facts, first: Meeting, live: list[LiveOffer]) -> Act:
    """Item 7."""
    offer = offer_to_mention(live)
    missing = tuple(
        [("application.offer_received", other.subject) for other in live if not other.received]
    )
    closes = None if offer.reply_by == NEVER else offer.reply_by
    hours, doubt, received = Window(closes=closes), None, None if missing else offer.received
    if received:
        opens = (received, "the other offer's arrival")
        if received < first.ends.end:
            opens = (first.ends.end, FIRST_END)
        best = in_office(opens, facts.subject.zone, facts.workdays)
        hours, doubt = window(opens, best, closes=closes), end_doubt(first, received)
    act = scheduled(
        "mention-offer",
        facts.subject,
        hours,
        missing=missing,
        doubt=doubt,
        route=route_to(facts),
        done_since=received or ALWAYS,
    )
    return act._replace(offering=offer.employer)


def ask_recruiter(facts: Facts, latest: Meeting | None) -> Act:
    """Item 8."""
    subject, route = facts.subject, route_to(facts)
    if latest is None:
        return scheduled("ask-recruiter", subject, Window(), route=route, done_since=NEVER)
    ends, zone, since = latest.ends.end, subject.zone, latest.ends.first
    morning = at(ends.astimezone(zone).date() + DAY, 9, zone)
    best = in_office((morning, f"09:00, 1 day after {LATEST_END}"), zone, facts.workdays)
    hours = window((ends, LATEST_END), best, closes=add_days(ends, 30, zone))
    doubt = end_doubt(latest)
    return scheduled("ask-recruiter", subject, hours, doubt=doubt, route=route, done_since=since)


def connect(facts: Facts, meeting: Meeting) -> Iterator[Act]:
    """Item 9."""
    ends, zone, doubt = meeting.ends.end, meeting.subject.zone, end_doubt(meeting)
    if facts.application.outcome:
        return
    opens = (add_days(ends, 2, zone), f"2 days after {END}")
    best = in_office(opens, zone, facts.workdays)
    hours = window(opens, best, closes=add_days(ends, 30, zone))
    early = [Caution("early", ends, *opens)]
    for person, who in meeting.people:
        profile, missing = needed("linkedin", person, who, facts)
        yield scheduled(
            "connect",
            who,
            hours,
            early,
            missing,
            doubt=doubt,
            route=("linkedin", profile),
            known=is_connected(person, facts),
        )


def chase(facts: Facts, latest: Meeting) -> Act:
    """Item 10."""
    opens, doubt = when_to_chase(facts, latest)
    return scheduled(
        "chase",
        facts.subject,
        window(opens, in_office(opens, facts.subject.zone, facts.workdays)),
        [Caution("early", latest.ends.end, *opens)],
        doubt=doubt,
        route=route_to(facts),
        done_since=latest.ends.first,
        at_most=2,
    )


def when_to_chase(facts: Facts, latest: Meeting) -> tuple[Because, Doubt | None]:
    """Return from when to chase, and what would tell that better."""
    subject, zone, ends = facts.subject, facts.subject.zone, latest.ends
    chases, mentions = times_done("chase", subject), times_done("mention-offer", subject)
    chased, mentioned = counted(chases, ends), [mention.end for mention in mentions]
    awaited, contacts = awaited_answer(facts, latest), contacts_since(facts, latest)
    if awaited:
        opens = (awaited, "the moment by which they last promised to answer")
    else:
        last = max(contacts, default=add_days(ends.end, 2, zone))
        words = CONTACT if contacts else "the end of the time for a thank-you"
        opens = (add_days(last, 7, zone), f"7 days after {words}")
    reminders = [(moment, f"your last “chase” since {LATEST_END}") for moment in chased]
    reminders += [(moment, "your last “mention-offer”") for moment in mentioned]
    if reminders:
        last, words = max(reminders, key=itemgetter(0))
        if (again := add_days(last, 7, zone)) > opens[0]:
            opens = (again, f"7 days after {words}")
    missing: tuple[Missing, ...] = () if awaited else (("application.promise", subject),)
    events = [*chased, *mentioned, *([awaited] if awaited else contacts)]
    if chases or not (awaited or contacts):
        missing += end_missing(latest)
        events.append(latest.earliest_end)
    return opens, Doubt(missing, max(events)) if missing else None


def counted(done: Iterable[Span], ends: Span) -> list[datetime]:
    """Return when something was done, of what counts since the end of an interview."""
    return [moment.end for moment in done if moment.counts_since(ends.first)]


def awaited_answer(facts: Facts, latest: Meeting) -> Moment:
    """Return the moment that they promised, unless an interview or a message since has spent it."""
    promised, heard = facts.promised, facts.heard
    if promised is None or promised.end < latest.earliest_end:
        return None
    return None if heard and heard.counts_since(promised.first) else promised.end


def contacts_since(facts: Facts, latest: Meeting) -> list[datetime]:
    """Return when you thanked somebody for the latest interview, and when they wrote since."""
    thanks = records(latest.interview.done, "thank-you", None)
    contacts = [span(thank.at, latest.subject.zone) for thank in thanks]
    if facts.heard:
        contacts.append(facts.heard)
    return counted(contacts, latest.ends)


def route_to(facts: Facts) -> Route:
    recruiter, asked = facts.application.recruiter, facts.application.follow_up
    if recruiter:
        return "email", address("email", recruiter, facts) or recruiter.name
    return (asked.channel, asked.to) if asked else ("email", None)


# -- ids and words, for who reads them ------------------------------------------------------------

NAMESPACE = UUID("0d3c0c4e-5a52-5c8e-8f8b-1f0f5f2b9a57")
ARTICLE = "Laura Slingo, CV-Library, Make Sure You Do These 10 Things After A Job Interview, item"
WEEKDAYS, MONTHS = list(day_name), list(month_name)
TEXTS = {
    "ask-how-to-follow-up": "Ask {employer} how they would like you to follow up",
    "ask-when-you-will-hear": "Ask {employer} when you will hear from them, and how",
    "collect-contact": "Get {person}'s business card or e-mail address",
    "thank-you": "Send {person} a personal thank-you e-mail",
    "debrief": "Write down the questions that {employer} asked, the tricky and new ones above all",
    "practise": "Practise your answers to the tricky questions that {employer} asked",
    "keep-looking": "Keep looking: find and apply for other jobs",
    "mention-offer": "Let {employer} know of your offer from {offering}, "
    "and that you would rather work for them",
    "ask-recruiter": "Ask {recruiter} to follow up with {employer} for you",
    "connect": "Ask {person} to connect on LinkedIn, with a personal message",
    "chase": "Ask {employer} how their decision is coming on",
}
REASONS = {
    "ask-how-to-follow-up": "Few candidates ask, and so few follow up.",
    "ask-when-you-will-hear": "If you know when to expect an answer, you need not worry before.",
    "call": "Near the building somebody from the interview may hear you; at home nobody does.",
    "collect-contact": "Without an address you cannot thank each interviewer personally.",
    "thank-you": "A prompt note of your own says that you want the job, "
    "and brings you back to mind.",
    "debrief": "What went wrong this time is what to prepare for the next time.",
    "practise": "Work on the answers before the same question comes up again.",
    "keep-looking": "Nothing is certain before you hold a contract, and a better job may turn up.",
    "mention-offer": "As news, and never as a threat, it shows whether they want you "
    "and may speed them up.",
    "ask-recruiter": "A recruiter often knows somebody there, "
    "and hears what candidates are not told.",
    "connect": "A personal request puts your face and your thanks in front of them once more.",
    "chase": "Asking too soon or too often makes an eager candidate a tiresome one.",
}
ITEMS = dict(zip(REASONS, (1, 2, 3, 4, 4, 5, 5, 6, 7, 8, 9, 10), strict=True))
WARNINGS = {
    ("ask-how-to-follow-up", "open"): "Don't leave {employer} without asking how to follow up",
    ("ask-how-to-follow-up", "closed"): "You left {employer} without asking how to follow up",
    ("ask-when-you-will-hear", "open"): "Don't leave {employer} without asking when you will hear",
    ("ask-when-you-will-hear", "closed"): "You left {employer} without asking when you will hear",
    ("call", "early"): "Too early to call anybody about {employer}: wait until {until}",
    ("collect-contact", "open"): "Don't leave without {person}'s e-mail address",
    ("collect-contact", "closed"): "You left without {person}'s e-mail address",
    ("thank-you", "late"): "Your thank-you to {person} is getting late: send it before {until}",
    ("thank-you", "closed"): "You missed the time to thank {person}",
    ("connect", "early"): "Too early to connect with {person}: wait until {until}",
    ("chase", "early"): "Too early to chase {employer}: wait until {until}",
}
QUESTIONS = {
    "interview.ends": "When does the interview with {employer} end, or when did it?",
    "person.email": "What is {person}'s e-mail address?",
    "person.linkedin": "Which is {person}'s LinkedIn profile?",
    "interview.interviewers": "Whom did you meet at the interview with {employer}?",
    "application.promise": "Did {employer} say when you would hear?",
    "application.offer_received": "When did the offer from {employer} arrive?",
}


def uid_of(act: Act, *more: str) -> UUID:
    key = act.subject.search.key
    whose = ("search", key) if key else ()
    parts = (act.name, str(act.times_done), *whose, act.subject.path, *more)
    return uuid5(NAMESPACE, SEPARATOR.join(parts))


def text_of(act: Act) -> str:
    return fill(TEXTS[act.name], act.subject, offering=act.offering)


def why_of(act: Act) -> str:
    why = REASONS[act.name]
    return f"{why} Best: {act.window.because}." if act.window.best else why


def source_of(act: Act) -> str:
    return f"{ARTICLE} {ITEMS[act.name]}"


def warning_of(act: Act, caution: Caution, zone: ZoneInfo) -> str:
    until = in_words(caution.until, zone) if caution.status in ("early", "late") else ""
    return fill(WARNINGS[act.name, caution.status], act.subject, until=until)


def why_to_beware(act: Act, caution: Caution) -> str:
    why = REASONS[act.name]
    return f"That is {caution.because}. {why}" if caution.because else why


def question_of(question: Question, zone: ZoneInfo) -> str:
    text = fill(QUESTIONS[question.fact], question.subject)
    opening = [
        (act.window.opens, act.name)
        for act in question.dated
        if act.window.opens and act.doubt and act.doubt.moves_opening
    ]
    for opens, name in sorted(opening)[:1]:
        text = f"{text} Without it, you may “{name}” from {in_words(opens, zone)}."
    return text


def fill(text: str, subject: Subject, **more: str) -> str:
    if subject.application:
        more["employer"] = subject.application.employer or "the employer"
        if subject.application.recruiter:
            more["recruiter"] = subject.application.recruiter.name
    if subject.person:
        more["person"] = subject.person.name
    return text.format(**more)


def in_words(moment: datetime, zone: ZoneInfo) -> str:
    wall = moment.astimezone(zone)
    day = f"{WEEKDAYS[wall.weekday()]} {wall.day} {MONTHS[wall.month]} {wall.year}"
    return f"{day}, {wall.hour:02}:{wall.minute:02}"
