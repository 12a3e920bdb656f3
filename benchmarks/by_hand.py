"""The ten pieces of advice written by hand: no rules, no language, nothing that can be tuned.

Plain functions of the model's values, which give the plans that `interview_followup.plan` gives:
the same acts, windows, statuses, cautions and questions, and the same ids and words to whoever asks
for them. Moments are instants in UTC. Left out are what hinders the candidate at the best moment,
and `stop-looking`, which has no part in a plan.
"""

from __future__ import annotations

from bisect import bisect_left
from calendar import day_name, month_name
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import cache, partial
from itertools import islice
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias, TypeVar
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from interview_followup import (
        Application,
        Done,
        Interview,
        JobSearch,
        Person,
        SetAside,
        Workdays,
    )

Moment: TypeAlias = datetime | None
Because: TypeAlias = tuple[datetime, str]  # A moment, and which it is in words.
LiveOffer: TypeAlias = tuple[datetime, datetime, tuple[str, ...], str]
Kept = TypeVar("Kept", "Done", "SetAside")
Route: TypeAlias = tuple[str | None, str | None]
Status: TypeAlias = Literal["done", "set-aside", "early", "needs-fact", "open", "late", "closed"]

ALWAYS, NEVER = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)
DAY, HOUR, LAST_WORDS = timedelta(days=1), timedelta(hours=1), timedelta(minutes=10)
SEPARATOR = "\x1f"
END, LATEST_END = "the interview's end", "the end of their latest interview"
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
    """Whom or what an act is about, and what keeps a record of it; no other has its `path`."""

    path: str
    keeper: JobSearch | Application | Interview
    application: Application | None = None
    person: Person | None = None


Missing: TypeAlias = tuple[str, Subject]  # A fact that nobody has told, and whom it is about.


class Caution(NamedTuple):
    """A warning with its dates; one that it is too early says for which moment to wait."""

    status: Status
    since: datetime
    until: datetime
    because: str = ""


class Act(NamedTuple):
    """What the advice says of an act for a subject, whatever the time is.

    A guard only warns, and from `guard_since` on asks for what is missing. From `promise_since` on
    it makes sense to ask for a promise. `offering` is who made another offer.
    """

    name: str
    subject: Subject
    window: Window
    times_done: int
    satisfied: bool
    asleep_until: datetime
    cautions: list[Caution]
    missing: tuple[Missing, ...]
    channel: str | None
    to: str | None
    guard_since: Moment = None
    promise_since: Moment = None
    offering: str = ""


class Action(NamedTuple):
    act: Act
    status: Status
    until: Moment


class Question(NamedTuple):
    """A missing fact, the acts that it holds back, and those that it would date better."""

    fact: str
    subject: Subject
    held: list[Act]
    dated: list[Act]


class Plan(NamedTuple):
    now: datetime
    until: Moment
    zone: ZoneInfo
    actions: list[Action]
    cautions: list[tuple[Act, Caution]]
    questions: list[Question]


# -- a plan ---------------------------------------------------------------------------------------


def plan_by_hand(search: JobSearch, now: datetime) -> Plan:
    """Return the plan of a search at a moment; its words are made by who reads them."""
    return plan_at(schedule_by_hand(search), now.astimezone(UTC), ZoneInfo(search.timezone))


def plan_at(acts: Iterable[Act], now: datetime, zone: ZoneInfo) -> Plan:
    actions: list[Action] = []
    cautions: list[tuple[Act, Caution]] = []
    questions: dict[tuple[str, str], Question] = {}
    changes = [NEVER]
    for act in acts:
        status, until = status_at(act, now)
        if act.guard_since is None:
            actions.append(Action(act, status, until))
            changes.append(until or NEVER)
        for caution in act.cautions:
            if now < caution.since:
                changes.append(caution.since)
            elif now < caution.until:
                cautions.append((act, caution))
                changes.append(caution.until)
        if act.missing or act.promise_since:
            changes.append(ask(act, status, now, questions) or NEVER)
    return Plan(
        now=now,
        until=None if (until := min(changes)) == NEVER else until,
        zone=zone,
        actions=actions,
        cautions=sorted(cautions, key=by_beginning),
        questions=sorted(questions.values(), key=by_importance),
    )


def status_at(act: Act, now: datetime) -> tuple[Status, Moment]:
    """Return the status of an act, and when it next changes."""
    if act.satisfied:
        return "done", None
    if now < act.asleep_until:
        return "set-aside", None if act.asleep_until == NEVER else act.asleep_until
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


def ask(
    act: Act, status: Status, now: datetime, questions: dict[tuple[str, str], Question]
) -> Moment:
    """Put down what an act asks; return from when it asks, where its status does not tell that."""
    if act.guard_since and now < (since := max(act.guard_since, act.asleep_until)):
        return since
    if status == "needs-fact":
        for fact, subject in act.missing:
            question = Question(fact, subject, [], [])
            questions.setdefault((fact, subject.path), question).held.append(act)
    elif act.promise_since and status in ("early", "open", "late"):
        if now < act.promise_since:
            return act.promise_since
        question = Question("application.promise", act.subject, [], [act])
        questions[question.fact, act.subject.path] = question
    return None


def by_beginning(pair: tuple[Act, Caution]) -> tuple[datetime, str, str, str]:
    act, caution = pair
    return caution.since, act.name, act.subject.path, caution.status


def by_importance(question: Question) -> tuple[int, int, datetime, str, str]:
    fact, subject, held, dated = question
    over = min(act.window.due or act.window.closes or NEVER for act in held or dated)
    return -len(held), -len(dated), over, subject.path, fact


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


def deadline(by: date | Moment, zone: ZoneInfo) -> Moment:
    return by if by is None or isinstance(by, datetime) else at(by + DAY, 0, zone)


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


# -- what is known --------------------------------------------------------------------------------


class Facts(NamedTuple):
    """What several acts need to know about an application, or about an interview in it."""

    application: Application
    subject: Subject
    zone: ZoneInfo
    workdays: Workdays
    promised: Moment
    missing: tuple[Missing, ...]
    people: Sequence[tuple[Person, Subject]] = ()


def about_application(search: JobSearch, application: Application) -> Facts:
    subject = Subject(SEPARATOR.join(application.identity), application, application)
    latest, workdays = application.latest, application.workdays or search.workdays
    zone = ZoneInfo(latest.timezone if latest else search.timezone)
    promised = promised_by(application, zone, workdays)
    missing = end_missing(latest, application) if latest else ()
    return Facts(application, subject, zone, workdays, promised, missing)


def about_interview(facts: Facts, interview: Interview) -> Facts:
    subject = met_at(interview, facts.application)
    return facts._replace(
        subject=subject,
        zone=ZoneInfo(interview.timezone),
        missing=end_missing(interview, facts.application),
        people=[(person, met(person, subject)) for person in interview.interviewers],
    )


def met_at(interview: Interview, application: Application) -> Subject:
    path = SEPARATOR.join([*application.identity, *interview.identity])
    return Subject(path, interview, application)


def met(person: Person, interview: Subject) -> Subject:
    path = SEPARATOR.join([interview.path, *person.identity])
    return Subject(path, interview.keeper, interview.application, person)


def end_missing(interview: Interview, application: Application) -> tuple[Missing, ...]:
    return () if interview.ends else (("interview.ends", met_at(interview, application)),)


def promised_by(application: Application, zone: ZoneInfo, workdays: Workdays) -> Moment:
    promise = application.promise
    if promise is None or promise.within is None or promise.made is None:
        return deadline(promise.by, zone) if promise else None
    unit, left, day = promise.within.unit, promise.within.amount, promise.made
    if isinstance(day, datetime):
        if unit in ("hours", "minutes"):
            return day + timedelta(**{unit: left})
        day = day.astimezone(zone).date()
    while left:
        day += DAY
        left -= unit == "days" or works(day, zone, workdays)
    return deadline(day, zone)


def by_start(interview: Interview) -> tuple[datetime, datetime, str, tuple[str, ...]]:
    starts = interview.starts
    return starts, interview.ends or starts, interview.timezone, interview.identity


def entries(person: Person, application: Application) -> list[tuple[Interview, Person]]:
    """Return a person as they are down for each interview; they go by key, or else by name."""
    return [
        (interview, entry)
        for interview in application.interviews
        for entry in interview.interviewers
        if is_same(entry, person)
    ]


def is_same(one: Person, other: Person) -> bool:
    return one.key == other.key if one.key and other.key else one.name == other.name


def address(kind: str, person: Person, application: Application) -> str | None:
    """Return somebody's `email` or `linkedin`, from wherever in an application it is known."""
    people = [person]
    if not getattr(person, kind):
        people = [entry for _, entry in entries(person, application)]
        if application.recruiter and is_same(application.recruiter, person):
            people.append(application.recruiter)
        people.sort(key=details)
    known: str | None = next((value for each in people if (value := getattr(each, kind))), None)
    return known


def details(person: Person) -> tuple[str, ...]:
    return person.name, person.key or "", person.email or "", person.linkedin or ""


def needed(
    kind: str, person: Person, subject: Subject, facts: Facts
) -> tuple[str | None, tuple[Missing, ...]]:
    """Return an address, and what is missing; it is asked for where the person was first met."""
    if known := address(kind, person, facts.application):
        return known, facts.missing
    same = entries(person, facts.application)
    if len(same) > 1:
        interview, entry = min(same, key=lambda pair: (by_start(pair[0]), pair[1].identity))
        subject = met(entry, met_at(interview, facts.application))
    return None, (*facts.missing, (f"person.{kind}", subject))


def records(kept: Sequence[Kept], act: str, person: Person | None) -> Sequence[Kept]:
    """Return what is kept of an act; where it is done for a person, by their key or name."""
    found = [each for each in kept if each.act == act] if kept else ()
    if person is None or not found:
        return found
    return [each for each in found if each.to and each.to in (person.key, person.name)]


def times_done(act: str, subject: Subject) -> list[datetime]:
    return [each.at for each in records(subject.keeper.done, act, subject.person)]


def is_connected(person: Person, application: Application) -> bool:
    return any(
        records(interview.done, "connect", entry)
        for interview in application.interviews
        for entry in interview.interviewers
        if is_same(entry, person)
    )


def scheduled(
    name: str,
    subject: Subject,
    window: Window,
    cautions: Iterable[Caution],
    missing: tuple[Missing, ...],
    *,
    route: Route = (None, None),
    known: bool = False,
    done_since: datetime = ALWAYS,
    at_most: int = 1,
) -> Act:
    """Return an act; it is satisfied by what is known, or once it was done so often since."""
    done = times_done(name, subject)
    satisfied = known or sum([at >= done_since for at in done]) >= at_most
    aside = records(subject.keeper.set_aside, name, subject.person)
    asleep_until = max([each.until or NEVER for each in aside], default=ALWAYS)
    if asleep_until > ALWAYS:
        cautions = [each._replace(since=max(each.since, asleep_until)) for each in cautions]
    shown = [] if satisfied else [each for each in cautions if each.since < each.until]
    return Act(name, subject, window, len(done), satisfied, asleep_until, shown, missing, *route)


# -- the ten pieces of advice ---------------------------------------------------------------------


def schedule_by_hand(search: JobSearch) -> list[Act]:
    """Return every act that the advice knows for a search, in the order of the best moments."""
    acts, applications = [keep_looking(search)], search.applications
    ahead = [each for other in applications if not other.outcome for each in other.interviews]
    ahead.sort(key=by_start)
    offer = cache(partial(offer_to_mention, applications))
    for application in applications:
        facts = about_application(search, application)
        if not (application.outcome or application.offer or application.signed):
            acts += while_waiting(facts, offer(facts.zone))
        for interview in application.interviews:
            known = about_interview(facts, interview)
            acts += ask_before_leaving(known, interview)
            acts += [call(known, interview), *thank_you(known, interview)]
            acts += [debrief(known, interview), *practise(known, interview, ahead)]
            acts += connect(known, interview)
    return sorted(acts, key=lambda act: (act.window.best or NEVER, act.name, act.subject.path))


def while_waiting(facts: Facts, offer: LiveOffer | None) -> Iterator[Act]:
    first, latest = facts.application.first, facts.application.latest
    if first and offer:
        yield mention_offer(facts, first, offer)
    if latest:
        yield chase(facts, latest)
    if facts.application.recruiter:
        yield ask_recruiter(facts, latest)


def ask_before_leaving(facts: Facts, interview: Interview) -> Iterator[Act]:
    """Items 1 and 2, and the first half of 4."""
    application, subject, promised = facts.application, facts.subject, facts.promised
    hears = bool(promised and interview.ends and promised >= interview.ends)
    asks = [
        ("ask-how-to-follow-up", subject, bool(application.follow_up)),
        ("ask-when-you-will-hear", subject, hears),
    ]
    for person, who in facts.people:
        asks.append(("collect-contact", who, bool(address("email", person, application))))
    hours, cautions = before_leaving(interview, facts.zone)
    missing, route = facts.missing, ("in the interview", None)
    for name, who, known in asks:
        yield scheduled(name, who, hours, cautions, missing, route=route, known=known)


def before_leaving(interview: Interview, zone: ZoneInfo) -> tuple[Window, list[Caution]]:
    starts, ends, closes = interview.starts, interview.ends, interview.left or interview.ends
    if closes is None:
        return Window(starts), []
    missed = Caution("closed", closes, add_days(closes, 7, zone))
    if ends is None:
        return Window(starts, closes=closes), [missed]
    best = (ends - LAST_WORDS, f"10 minutes before {END}")
    hours = window((starts, "the interview's start"), best, closes=closes)
    return hours, [Caution("open", max(starts, best[0]), closes), missed]


def call(facts: Facts, interview: Interview) -> Act:
    """Item 3, a guard."""
    starts, ends, left = interview.starts, interview.ends, interview.left
    reason = "the interview was in person, or nobody has said otherwise"
    if interview.medium in ("video", "phone"):
        opens, words, reason = ends, END, "the interview is by video or phone"
    elif left:
        opens, words = left, CLEAR
    else:
        opens, words = ends and midnight_after(ends, facts.zone), f"the midnight after {END}"
    early = [Caution("early", starts, opens, f"{words}, because {reason}")] if opens else []
    missing = () if opens else facts.missing
    act = scheduled("call", facts.subject, Window(opens), early, missing, done_since=NEVER)
    return act._replace(guard_since=starts)


def thank_you(facts: Facts, interview: Interview) -> Iterator[Act]:
    """Item 4."""
    hours, cautions = Window(), list[Caution]()
    if interview.ends:
        hours = hours_to_thank(interview.starts, interview.ends, facts.zone)
    if hours.due and hours.closes:
        missed = Caution("closed", hours.closes, add_days(hours.closes, 7, facts.zone))
        cautions = [Caution("late", hours.due, hours.closes), missed]
    for person, subject in facts.people:
        email, missing = needed("email", person, subject, facts)
        yield scheduled("thank-you", subject, hours, cautions, missing, route=("email", email))


def hours_to_thank(starts: datetime, ends: datetime, zone: ZoneInfo) -> Window:
    """Return the afternoon after an interview in the morning, otherwise the next morning."""
    day, pause, closes = ends.astimezone(zone).date(), ends + HOUR, add_days(ends, 2, zone)
    noon, afternoon, evening = [at(day, hour, zone) for hour in (12, 14, 18)]
    if ends < midnight_after(starts, zone) and starts < noon and pause < evening:
        best = (afternoon, f"14:00 on the day of {END}, because the interview was in the morning")
        if afternoon < pause:
            best = (pause, f"1 hour after {END}, because the interview was in the morning")
        return window((ends, END), best, evening, closes)
    words = f"09:00, 1 day after {END}, because the interview was not in the morning"
    return window((ends, END), (at(day + DAY, 9, zone), words), at(day + DAY, 12, zone), closes)


def debrief(facts: Facts, interview: Interview) -> Act:
    """Return the first act of item 5."""
    ends, left, hours = interview.ends, interview.left, Window()
    if ends:
        best = (left, CLEAR) if left else (ends + HOUR, f"1 hour after {END}")
        due, closes = midnight_after(best[0], facts.zone), add_days(ends, 30, facts.zone)
        hours = window((ends, END), best, due, closes)
    return scheduled("debrief", facts.subject, hours, (), facts.missing)


def practise(facts: Facts, interview: Interview, ahead: list[Interview]) -> Iterator[Act]:
    """Yield the second act of item 5, if there is an interview to practise for."""
    if not any(question.tricky for question in interview.questions):
        return
    after, hours = interview.ends or interview.starts, Window()
    later = islice(ahead, bisect_left(ahead, after, key=attrgetter("starts")), None)
    if coming := next((each for each in later if each is not interview), None):
        if interview.ends:
            zone = ZoneInfo(coming.timezone)
            evening = at(coming.starts.astimezone(zone).date() - DAY, 18, zone)
            best = (evening, "18:00, 1 day before the next interview's start")
            hours = window((interview.ends, END), best, closes=coming.starts)
        yield scheduled("practise", facts.subject, hours, (), facts.missing)


def keep_looking(search: JobSearch) -> Act:
    """Item 6."""
    signed = min([each.signed for each in search.applications if each.signed], default=None)
    subject, hours, zone = Subject("", search), Window(closes=signed), ZoneInfo(search.timezone)
    firsts = [(first, each) for each in search.applications if (first := each.first)]
    rounds: list[Because] = []
    missing: tuple[Missing, ...] = ()
    if firsts:
        first, application = min(firsts, key=lambda pair: (by_start(pair[0]), pair[1].identity))
        missing, zone = end_missing(first, application), ZoneInfo(first.timezone)
        if first.ends:
            done = times_done("keep-looking", subject)
            rounds = [(at, "your last “keep-looking”") for at in done]
            rounds.append((first.ends, "the first interview's end"))
    if rounds and not missing:
        last, words = max(rounds, key=itemgetter(0))
        opens = (add_days(last, 7, zone), f"7 days after {words}")
        hours = window(opens, opens, add_days(opens[0], 7, zone), signed)
    return scheduled("keep-looking", subject, hours, (), missing, done_since=NEVER)


def mention_offer(facts: Facts, first: Interview, offer: LiveOffer) -> Act:
    """Item 7."""
    reply_by, received, _, employer = offer
    closes = None if reply_by == NEVER else reply_by
    hours, route = Window(closes=closes), route_to(facts.application)
    if first.ends:
        opens = (received, "the other offer's arrival")
        if received < first.ends:
            opens = (first.ends, "the end of their first interview")
        hours = window(opens, in_office(opens, facts.zone, facts.workdays), closes=closes)
    missing = end_missing(first, facts.application)
    act = scheduled(
        "mention-offer", facts.subject, hours, (), missing, route=route, done_since=received
    )
    return act._replace(offering=employer)


def offer_to_mention(applications: Iterable[Application], near: ZoneInfo) -> LiveOffer | None:
    """Return the live offer to be answered first; who waits has none of their own."""
    live: list[LiveOffer] = []
    for other in applications:
        offer, employer = other.offer, other.employer or "another employer"
        if offer and not (offer.declined or other.outcome or other.signed):
            zone = ZoneInfo(other.latest.timezone) if other.latest else near
            reply_by = deadline(offer.reply_by, zone) or NEVER
            live.append((reply_by, offer.received, other.identity, employer))
    newest = max([received for _, received, *_ in live], default=NEVER)
    return min([offer for offer in live if offer[0] >= newest], default=None)


def ask_recruiter(facts: Facts, latest: Interview | None) -> Act:
    """Item 8."""
    ends, zone, hours = latest and latest.ends, facts.zone, Window()
    if ends:
        morning = at(ends.astimezone(zone).date() + DAY, 9, zone)
        best = in_office((morning, f"09:00, 1 day after {LATEST_END}"), zone, facts.workdays)
        hours = window((ends, LATEST_END), best, closes=add_days(ends, 30, zone))
    route = route_to(facts.application)
    since = ends or NEVER
    return scheduled(
        "ask-recruiter", facts.subject, hours, (), facts.missing, route=route, done_since=since
    )


def connect(facts: Facts, interview: Interview) -> Iterator[Act]:
    """Item 9."""
    ends, zone, hours, cautions = interview.ends, facts.zone, Window(), list[Caution]()
    if facts.application.outcome:
        return
    if ends:
        opens = (add_days(ends, 2, zone), f"2 days after {END}")
        best = in_office(opens, zone, facts.workdays)
        hours = window(opens, best, closes=add_days(ends, 30, zone))
        cautions = [Caution("early", ends, *opens)]
    for person, subject in facts.people:
        profile, missing = needed("linkedin", person, subject, facts)
        known = is_connected(person, facts.application)
        route = ("linkedin", profile)
        yield scheduled("connect", subject, hours, cautions, missing, route=route, known=known)


def chase(facts: Facts, latest: Interview) -> Act:
    """Item 10."""
    subject, missing, route = facts.subject, facts.missing, route_to(facts.application)
    if latest.ends is None:
        if facts.promised is None:
            missing += (("application.promise", subject),)
        return scheduled("chase", subject, Window(), (), missing, route=route, done_since=NEVER)
    opens, promise_since = when_to_chase(facts, latest, latest.ends)
    hours = window(opens, in_office(opens, facts.zone, facts.workdays))
    cautions, since = [Caution("early", latest.ends, *opens)], latest.ends
    act = scheduled("chase", subject, hours, cautions, (), route=route, done_since=since, at_most=2)
    return act._replace(promise_since=promise_since)


def when_to_chase(facts: Facts, latest: Interview, ends: datetime) -> tuple[Because, Moment]:
    """Return from when to chase, and from when to ask for a promise if none is waited for."""
    heard, by, zone = facts.application.heard, facts.promised, facts.zone
    chased = [at for at in times_done("chase", facts.subject) if at >= ends]
    mentioned = times_done("mention-offer", facts.subject)
    reminders = [(at, f"your last “chase” since {LATEST_END}") for at in chased]
    reminders += [(at, "your last “mention-offer”") for at in mentioned]
    if by and by >= ends and (heard is None or heard < by):
        opens, promise_since = (by, "the moment by which they last promised to answer"), None
    else:
        contacts = [done.at for done in latest.done if done.act == "thank-you"]
        contacts = [at for at in (*contacts, heard) if at and at >= ends]
        last = max(contacts, default=add_days(ends, 2, zone))
        words = CONTACT if contacts else "the end of the time for a thank-you"
        opens = (add_days(last, 7, zone), f"7 days after {words}")
        promise_since = max([ends, *contacts, *chased, *mentioned])
    if reminders:
        last, words = max(reminders, key=itemgetter(0))
        if (again := add_days(last, 7, zone)) > opens[0]:
            opens = (again, f"7 days after {words}")
    return opens, promise_since


def route_to(application: Application) -> Route:
    recruiter, asked = application.recruiter, application.follow_up
    if recruiter:
        return "email", address("email", recruiter, application) or recruiter.name
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
    "application.promise": "Did {employer} say when you would hear?",
}


def uid_of(act: Act, *more: str) -> UUID:
    parts = (act.name, str(act.times_done), act.subject.path, *more)
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
    for name, _, (opens, *_), *_ in question.dated:
        without = f"Without it, you may “{name}” from {in_words(opens or NEVER, zone)}."
        text = f"{text} {without}"
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
