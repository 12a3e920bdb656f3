"""What a plan must say in dates: a second reading of the ten pieces of advice, slow and plain.

It shares nothing with the library but the model's values. What a clock reads is found in one way
only: start at an instant in UTC, walk minute by minute, and look at the clock.

Every moment is an instant in UTC, or None where it is not known, has not happened, or is in no
row of the table. What a row lacks it says on its own, in `missing`.

Left out: zones whose offset has seconds (a few, before 1973), all words, and the order of all but
questions.
Where neither the design nor docs/decisions.md says more, this follows the library: in channels
and where they lead, in the names of facts, in asking about a person where they were first met, in
asking for a promise only where there is no end to count from, in taking the offer received first
of two to be answered at once, in leaving `best` and `due` out where `opens` is unknown, and in
taking the lesser key of two interviews that are alike in time and zone. Of several addresses of one
person, the person's own entry counts, then the least.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Concatenate, Literal, NamedTuple, ParamSpec, TypeAlias, TypeVar
from zoneinfo import ZoneInfo

from interview_followup import (
    Application,
    Done,
    Interview,
    JobSearch,
    Offer,
    Person,
    Promise,
    SetAside,
    Workdays,
)

Identities: TypeAlias = tuple[tuple[str, ...], ...]
Moment: TypeAlias = datetime | None
P = ParamSpec("P")
Kept = TypeVar("Kept", Done, SetAside)
Status: TypeAlias = Literal[
    "silent", "done", "set-aside", "early", "needs-fact", "open", "late", "closed"
]

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
NEVER = datetime.max.replace(tzinfo=UTC)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class ExpectedAction(NamedTuple):
    act: str
    identities: Identities
    status: Status
    opens: Moment
    best: Moment
    due: Moment
    closes: Moment
    until: Moment
    channel: str | None
    to: str | None


class ExpectedCaution(NamedTuple):
    act: str
    identities: Identities
    status: Status
    since: datetime
    until: datetime


class ExpectedQuestion(NamedTuple):
    fact: str
    identities: Identities
    acts: tuple[str, ...]
    held: tuple[str, ...]


class Expected(NamedTuple):
    """What a plan says, actions and cautions sorted; `until` is when any of it changes."""

    actions: tuple[ExpectedAction, ...]
    cautions: tuple[ExpectedCaution, ...]
    questions: tuple[ExpectedQuestion, ...]
    until: Moment


class ExpectedVerdict(NamedTuple):
    allowed: bool
    status: Status
    until: Moment


def expected(search: JobSearch, now: datetime) -> Expected:
    """Return what the plan of a search says at a moment."""
    rows = _rows(search)
    said = _said(rows, now)
    actions = [_action(row, now) for row in rows if not row.is_guard]
    return Expected(
        actions=tuple(sorted(actions, key=lambda each: (each.act, each.identities))),
        cautions=said.cautions,
        questions=said.questions,
        until=_next_change(lambda moment: _said(rows, moment), _boundaries(rows), now),
    )


def expected_verdict(
    search: JobSearch, act: str, identities: Identities, at: datetime
) -> ExpectedVerdict:
    """Return what the rules answer when asked about an act for one subject at a moment.

    It is the same whether or not the candidate wants to hear of the act.
    """
    for planned in _rows(search):
        if (planned.act, planned.identities) == (act, identities):
            row = planned._replace(set_aside=None)
            status = _status(row, at)
            allowed = status in ("open", "late") or (status == "silent" and row.is_guard)
            return ExpectedVerdict(allowed, status, _until(row, at))
    return ExpectedVerdict(False, "silent", None)


def boundaries(search: JobSearch) -> list[datetime]:
    """Return every moment at which a plan of a search may change, and the best ones."""
    rows = _rows(search)
    return sorted({*_boundaries(rows), *(row.best for row in rows if row.best)})


# -- the clock ------------------------------------------------------------------------------------


def _reading(instant: datetime, zone: str) -> datetime:
    """Return what the clock reads at an instant, without a zone."""
    return instant.astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def _whole_minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)


def _instant(wall: datetime, zone: str) -> datetime:
    """Return the instant at which a clock first reads `wall`."""
    whole = _whole_minute(wall)
    return _instant_of_minute(whole, zone) + (wall - whole)


@lru_cache(maxsize=100_000)
def _instant_of_minute(wall: datetime, zone: str) -> datetime:
    # No clock is 16 hours ahead of UTC, so that there it has not read `wall` yet.
    walk = wall.replace(tzinfo=UTC) - 16 * HOUR
    while _reading(walk, zone) < wall:
        walk += MINUTE
    if _reading(walk, zone) == wall:
        return walk
    # The clock was put forward past `wall`. One that nobody had put forward would read it later.
    before = walk - MINUTE
    return before + (wall - _reading(before, zone))


def known_only(
    reckon: Callable[Concatenate[datetime, P], datetime],
) -> Callable[Concatenate[Moment, P], Moment]:
    """Make a function of a moment return None for None."""

    def lifted(moment: Moment, /, *args: P.args, **kwargs: P.kwargs) -> Moment:
        return None if moment is None else reckon(moment, *args, **kwargs)

    return lifted


@known_only
def _plus_days(moment: datetime, count: int, zone: str) -> datetime:
    return _instant(_reading(moment, zone) + timedelta(days=count), zone)


@known_only
def _minus_minutes(moment: datetime, count: int) -> datetime:
    return moment - count * MINUTE


@known_only
def _plus_hours(moment: datetime, count: int) -> datetime:
    return moment + count * HOUR


@known_only
def _on_the_day_of(moment: datetime, hour: int, zone: str, *, later: int = 0) -> datetime:
    """Return when a clock strikes the hour on the day of a moment, or so many days later."""
    day = _reading(moment, zone).date() + timedelta(days=later)
    return _instant(datetime.combine(day, time(hour)), zone)


@known_only
def _midnight_after(moment: datetime, zone: str) -> datetime:
    """Return the first midnight strictly after a moment; every day has one, its first."""
    day = _reading(moment, zone).date()
    midnights = (_midnight(day + timedelta(days=later), zone) for later in range(5))
    return next(midnight for midnight in midnights if midnight > moment)


def _midnight(day: date, zone: str) -> datetime:
    return _instant(datetime.combine(day, time()), zone)


@known_only
def _office_time(moment: datetime, zone: str, workdays: Workdays) -> datetime:
    """Return the first moment, this one or later, at which an office is open."""
    return _office_time_on(moment, zone, workdays.weekend, workdays.holidays)


@lru_cache(maxsize=100_000)
def _office_time_on(
    moment: datetime, zone: str, weekend: frozenset[str], holidays: frozenset[date]
) -> datetime:
    def off(instant: datetime) -> bool:
        day = _reading(instant, zone).date()
        return WEEKDAYS[day.weekday()] in weekend or day in holidays

    walk = moment
    while off(walk) or not 9 <= _reading(walk, zone).hour < 17:
        # An hour that begins and ends on days off has no office time in it.
        step = HOUR if off(walk) and off(walk + HOUR) else MINUTE
        walk = _whole_minute(walk) + step
    return walk


def _end_of(by: date | datetime | None, zone: str) -> Moment:
    """Return a deadline as a moment: a date stands for the midnight after it."""
    if by is None or isinstance(by, datetime):
        return by
    return _midnight(by + timedelta(days=1), zone)


# -- rows of the table ----------------------------------------------------------------------------


class Missing(NamedTuple):
    """A fact that nobody has told, and what it is about."""

    fact: str
    identities: Identities


class Dated(NamedTuple):
    """A caution: the status it tells of, and the moments between which it holds."""

    status: Status
    since: Moment
    until: Moment


class Doubt(NamedTuple):
    """What would change a window that does without it, and from when on to ask."""

    missing: Missing
    since: datetime


class Row(NamedTuple):
    """What the table says of an act for one subject, whatever the time is.

    An act is `set_aside` until a moment; for good is until `NEVER`.
    """

    act: str
    identities: Identities
    opens: Moment = None
    best: Moment = None
    due: Moment = None
    closes: Moment = None
    since: Moment = None
    is_guard: bool = False
    satisfied: bool = False
    set_aside: Moment = None
    missing: tuple[Missing, ...] = ()
    doubt: Doubt | None = None
    channel: str | None = None
    to: str | None = None
    cautions: tuple[Dated, ...] = ()


@lru_cache(maxsize=100)
def _rows(search: JobSearch) -> tuple[Row, ...]:
    """Return a row for every act that the table knows for any subject of a search."""
    return tuple(map(_in_order, _all_rows(search)))


def _all_rows(search: JobSearch) -> Iterator[Row]:
    yield from _quiet(search.set_aside, _search_rows(search))
    for application in search.applications:
        yield from _quiet(application.set_aside, _application_rows(search, application))
        for interview in application.interviews:
            rows = _interview_rows(search, application, interview)
            yield from _quiet(interview.set_aside, rows)
            for person in interview.interviewers:
                rows = _person_rows(search, application, interview, person)
                yield from _quiet(_concerning(person, interview.set_aside), rows)


def _quiet(kept: Iterable[SetAside], rows: Iterable[Row]) -> Iterator[Row]:
    """Yield rows with until when each act is set aside: by the entry that lasts longest."""
    for row in rows:
        until = [each.until or NEVER for each in kept if each.act == row.act]
        yield row._replace(set_aside=max(until, default=None))


def _search_rows(search: JobSearch) -> Iterator[Row]:
    yield _keep_looking(search)
    yield Row("stop-looking", (), opens=_signed(search), is_guard=True)


def _application_rows(search: JobSearch, application: Application) -> Iterator[Row]:
    if not _waiting(application):
        return
    if application.recruiter is not None:
        yield _ask_recruiter(search, application, application.recruiter)
    if application.interviews:
        yield _chase(search, application)
        live = _live_offer(search, application)
        if live is not None:
            yield _mention_offer(search, application, live)


def _interview_rows(
    search: JobSearch, application: Application, interview: Interview
) -> Iterator[Row]:
    identities = (application.identity, interview.identity)
    promised = _promised(search, application)
    hear_of = promised is not None and interview.ends is not None and promised >= interview.ends
    yield _ask("ask-how-to-follow-up", identities, interview, application.follow_up is not None)
    yield _ask("ask-when-you-will-hear", identities, interview, hear_of)
    yield _call(identities, interview)
    yield _debrief(identities, interview)
    if any(question.tricky for question in interview.questions):
        yield from _practise(search, identities, interview)


def _person_rows(
    search: JobSearch, application: Application, interview: Interview, person: Person
) -> Iterator[Row]:
    identities = (application.identity, interview.identity, person.identity)
    has_email = _email(application, person) is not None
    yield _ask("collect-contact", identities, interview, has_email, person)
    yield _thank_you(application, interview, person)
    if application.outcome is None:
        yield _connect(search, application, interview, person)


# -- items 1 to 5: at the interview and right after it --------------------------------------------


def _ask(
    act: str,
    identities: Identities,
    interview: Interview,
    known: bool,
    person: Person | None = None,
) -> Row:
    """Items 1, 2 and the first of 4: what to ask before you leave."""
    best = _not_before(_minus_minutes(interview.ends, 10), interview.starts)
    closes = interview.left or interview.ends
    acts = interview.done if person is None else _done_for(person, interview)
    return Row(
        act,
        identities,
        opens=interview.starts,
        best=best,
        closes=closes,
        satisfied=known or bool(_times(act, acts)),
        missing=_end_missing(identities, interview),
        channel="in the interview",
        cautions=(Dated("open", best, closes), _missed(closes, interview)),
    )


def _call(identities: Identities, interview: Interview) -> Row:
    ends, zone = interview.ends, interview.timezone
    home = interview.left or _midnight_after(ends, zone)
    opens = ends if interview.medium in ("video", "phone") else home
    return Row(
        "call",
        identities,
        opens=opens,
        since=interview.starts,
        is_guard=True,
        missing=_end_missing(identities, interview) if opens is None else (),
        cautions=(Dated("early", interview.starts, opens),),
    )


def _thank_you(application: Application, interview: Interview, person: Person) -> Row:
    identities = (application.identity, interview.identity, person.identity)
    ends, zone = interview.ends, interview.timezone
    if _in_the_morning(interview):
        best = _not_before(_on_the_day_of(ends, 14, zone), _plus_hours(ends, 1))
        due = _on_the_day_of(ends, 18, zone)
    else:
        best = _on_the_day_of(ends, 9, zone, later=1)
        due = _on_the_day_of(ends, 12, zone, later=1)
    closes = _plus_days(ends, 2, zone)
    email = _email(application, person)
    return Row(
        "thank-you",
        identities,
        opens=ends,
        best=best,
        due=due,
        closes=closes,
        satisfied=bool(_times("thank-you", _done_for(person, interview))),
        missing=(
            *_end_missing(identities, interview),
            *_personal_missing("person.email", email, application, person),
        ),
        channel="email",
        to=email,
        cautions=(
            Dated("early", ends, ends),
            Dated("late", due, closes),
            _missed(closes, interview),
        ),
    )


def _in_the_morning(interview: Interview) -> bool:
    """Tell whether the interview began and ended on one morning, with time for an afternoon."""
    if interview.ends is None:
        return False
    starts = _reading(interview.starts, interview.timezone)
    ends = _reading(interview.ends, interview.timezone)
    evening = _on_the_day_of(interview.ends, 18, interview.timezone)
    same_day, before_noon = starts.date() == ends.date(), starts.time() < time(12)
    return same_day and before_noon and interview.ends + HOUR < (evening or NEVER)


def _debrief(identities: Identities, interview: Interview) -> Row:
    ends, zone = interview.ends, interview.timezone
    best = interview.left or _plus_hours(ends, 1)
    return Row(
        "debrief",
        identities,
        opens=ends,
        best=best,
        due=_midnight_after(best, zone),
        closes=_plus_days(ends, 30, zone),
        satisfied=bool(_times("debrief", interview.done)),
        missing=_end_missing(identities, interview),
    )


def _practise(search: JobSearch, identities: Identities, interview: Interview) -> Iterator[Row]:
    """Yield a row if there is, or with an unknown end may be, an interview after this one."""
    after = interview.ends or interview.starts
    upcoming = [
        other
        for application in search.applications
        if application.outcome is None
        for other in application.interviews
        if other is not interview and other.starts >= after
    ]
    if not upcoming:
        return
    satisfied = bool(_times("practise", interview.done))
    missing = _end_missing(identities, interview)
    if missing:
        yield Row("practise", identities, satisfied=satisfied, missing=missing)
        return
    following = min(upcoming, key=_by_start)
    yield Row(
        "practise",
        identities,
        opens=interview.ends,
        best=_on_the_day_of(following.starts, 18, following.timezone, later=-1),
        closes=following.starts,
        satisfied=satisfied,
    )


# -- item 6: the search ---------------------------------------------------------------------------


def _keep_looking(search: JobSearch) -> Row:
    interviews = [
        (application, interview)
        for application in search.applications
        for interview in application.interviews
    ]
    closes = _signed(search)
    if not interviews:
        return Row("keep-looking", (), closes=closes)
    application, first = min(interviews, key=lambda pair: (_by_start(pair[1]), pair[0].identity))
    last_done = max(_times("keep-looking", search.done), default=None)
    opens = _plus_days(_not_before(first.ends, last_done), 7, first.timezone)
    return Row(
        "keep-looking",
        (),
        opens=opens,
        best=opens,
        due=_plus_days(opens, 7, first.timezone),
        closes=closes,
        missing=_end_missing((application.identity, first.identity), first),
    )


def _signed(search: JobSearch) -> Moment:
    return min((each.signed for each in search.applications if each.signed), default=None)


# -- items 7 to 10: while you wait ----------------------------------------------------------------


def _waiting(application: Application) -> bool:
    known = (application.outcome, application.offer, application.signed)
    return all(each is None for each in known)


class LiveOffer(NamedTuple):
    received: datetime
    reply_by: Moment


def _live_offer(search: JobSearch, application: Application) -> LiveOffer | None:
    """Return the offer of another application that has to be answered first."""
    live = [
        LiveOffer(other.offer.received, _reply_by(search, application, other, other.offer))
        for other in search.applications
        if other is not application and other.offer is not None and not other.offer.declined
        if other.outcome is None and other.signed is None
    ]
    newest = max((offer.received for offer in live), default=NEVER)
    still = [offer for offer in live if (offer.reply_by or NEVER) >= newest]
    return min(still, key=lambda offer: (offer.reply_by or NEVER, offer.received), default=None)


def _reply_by(
    search: JobSearch, application: Application, other: Application, offer: Offer
) -> Moment:
    zone = _zone(search, other if other.interviews else application)
    return _end_of(offer.reply_by, zone)


def _mention_offer(search: JobSearch, application: Application, offer: LiveOffer) -> Row:
    first = min(application.interviews, key=_by_start)
    opens = _not_before(first.ends, offer.received)
    mentioned = _times("mention-offer", application.done)
    channel, to = _chase_route(application)
    return Row(
        "mention-offer",
        (application.identity,),
        opens=opens,
        best=_office_time(opens, _zone(search, application), _workdays(search, application)),
        closes=offer.reply_by,
        satisfied=any(moment >= offer.received for moment in mentioned),
        missing=_end_missing((application.identity, first.identity), first),
        channel=channel,
        to=to,
    )


def _ask_recruiter(search: JobSearch, application: Application, recruiter: Person) -> Row:
    latest = _latest(application)
    channel, to = _recruiter_route(application, recruiter)
    if latest is None:
        return Row("ask-recruiter", (application.identity,), channel=channel, to=to)
    ends, zone = latest.ends, latest.timezone
    next_morning = _on_the_day_of(ends, 9, zone, later=1)
    return Row(
        "ask-recruiter",
        (application.identity,),
        opens=ends,
        best=_office_time(next_morning, zone, _workdays(search, application)),
        closes=_plus_days(ends, 30, zone),
        satisfied=bool(_since(ends, _times("ask-recruiter", application.done))),
        missing=_end_missing((application.identity, latest.identity), latest),
        channel=channel,
        to=to,
    )


def _connect(
    search: JobSearch,
    application: Application,
    interview: Interview,
    person: Person,
) -> Row:
    identities = (application.identity, interview.identity, person.identity)
    ends, zone = interview.ends, interview.timezone
    opens = _plus_days(ends, 2, zone)
    linkedin = _linkedin(application, person)
    asked = [
        moment
        for other in application.interviews
        for entry in other.interviewers
        if _same(entry, person)
        for moment in _times("connect", _done_for(entry, other))
    ]
    return Row(
        "connect",
        identities,
        opens=opens,
        best=_office_time(opens, zone, _workdays(search, application)),
        closes=_plus_days(ends, 30, zone),
        satisfied=bool(asked),
        missing=(
            *_end_missing(identities, interview),
            *_personal_missing("person.linkedin", linkedin, application, person),
        ),
        channel="linkedin",
        to=linkedin,
        cautions=(Dated("early", ends, opens),),
    )


def _chase(search: JobSearch, application: Application) -> Row:
    latest = _latest(application)
    assert latest is not None
    opens = _chase_opens(search, application, latest)
    chases = _since(latest.ends, _times("chase", application.done))
    channel, to = _chase_route(application)
    return Row(
        "chase",
        (application.identity,),
        opens=opens,
        best=_office_time(opens, latest.timezone, _workdays(search, application)),
        satisfied=len(chases) >= 2,
        missing=_chase_missing(search, application, latest),
        doubt=_chase_doubt(search, application, latest),
        channel=channel,
        to=to,
        cautions=(Dated("early", latest.ends, opens),),
    )


def _chase_opens(search: JobSearch, application: Application, latest: Interview) -> Moment:
    ends, zone = latest.ends, latest.timezone
    if ends is None:
        return None
    contacts = _contacts(application, latest)
    awaited = _awaited(search, application, ends)
    if awaited is not None:
        opens: Moment = awaited
    elif contacts:
        opens = _plus_days(max(contacts), 7, zone)
    else:
        opens = _plus_days(_plus_days(ends, 2, zone), 7, zone)
    for last in _reminders(application, latest):
        opens = _not_before(opens, _plus_days(last, 7, zone))
    return opens


def _contacts(application: Application, latest: Interview) -> list[datetime]:
    """Return when you or they wrote, from the end of the latest interview on."""
    heard = [] if application.heard is None else [application.heard]
    return _since(latest.ends, [*heard, *_times("thank-you", latest.done)])


def _reminders(application: Application, latest: Interview) -> list[datetime]:
    chases = _since(latest.ends, _times("chase", application.done))
    return chases + _times("mention-offer", application.done)


def _chase_doubt(search: JobSearch, application: Application, latest: Interview) -> Doubt | None:
    """Return from when on to ask for a promise: once all has happened that stands in for it."""
    if latest.ends is None or _awaited(search, application, latest.ends) is not None:
        return None
    stand_ins = [*_contacts(application, latest), *_reminders(application, latest)]
    missing = Missing("application.promise", (application.identity,))
    return Doubt(missing, max([latest.ends, *stand_ins]))


def _chase_missing(
    search: JobSearch, application: Application, latest: Interview
) -> tuple[Missing, ...]:
    """Return what is unknown; a promise holds nothing back where there is an end to count from."""
    if latest.ends is not None:
        return ()
    end = _end_missing((application.identity, latest.identity), latest)
    if _promised(search, application) is not None:
        return end
    return (*end, Missing("application.promise", (application.identity,)))


def _awaited(search: JobSearch, application: Application, ends: datetime) -> Moment:
    """Return the promised moment, unless an interview or a message since has spent it."""
    by, heard = _promised(search, application), application.heard
    if by is None or by < ends or (heard is not None and heard >= by):
        return None
    return by


def _promised(search: JobSearch, application: Application) -> Moment:
    if application.promise is None:
        return None
    zone = _zone(search, application)
    if application.promise.within is None:
        return _end_of(application.promise.by, zone)
    return _end_of_period(application.promise, zone, _workdays(search, application))


def _end_of_period(promise: Promise, zone: str, workdays: Workdays) -> Moment:
    """Return when the period is over within which they promised to answer."""
    within, made = promise.within, promise.made
    assert within is not None
    assert made is not None
    if isinstance(made, datetime):
        if within.unit in ("hours", "minutes"):
            return made + within.amount * (HOUR if within.unit == "hours" else MINUTE)
        made = _reading(made, zone).date()
    day, left = made, within.amount
    while left:
        day += timedelta(days=1)
        if within.unit == "days" or _is_workday(day, zone, workdays):
            left -= 1
    return _end_of(day, zone)


def _is_workday(day: date, zone: str, workdays: Workdays) -> bool:
    """Tell whether a clock reads that day at all, and people work on it."""
    exists = _reading(_instant(datetime.combine(day, time(12)), zone), zone).date() == day
    off = WEEKDAYS[day.weekday()] in workdays.weekend or day in workdays.holidays
    return exists and not off


def _chase_route(application: Application) -> tuple[str | None, str | None]:
    if application.recruiter is not None:
        return _recruiter_route(application, application.recruiter)
    if application.follow_up is not None:
        return application.follow_up.channel, application.follow_up.to
    return "email", None


def _recruiter_route(application: Application, recruiter: Person) -> tuple[str, str]:
    return "email", _email(application, recruiter) or recruiter.name


# -- what several rows share ----------------------------------------------------------------------


def _not_before(moment: Moment, earliest: Moment) -> Moment:
    """Return the later of two; the first, where there is no second."""
    return max(moment, earliest) if moment and earliest else moment


def _missed(closes: Moment, interview: Interview) -> Dated:
    return Dated("closed", closes, _plus_days(closes, 7, interview.timezone))


def _end_missing(identities: Identities, interview: Interview) -> tuple[Missing, ...]:
    return () if interview.ends else (Missing("interview.ends", identities[:2]),)


def _email(application: Application, person: Person) -> str | None:
    """Return a person's address, wherever in the application it is known."""
    known = [each.email for each in _everybody(application) if _same(each, person) and each.email]
    return person.email or min(known, default=None)


def _linkedin(application: Application, person: Person) -> str | None:
    known = [
        each.linkedin for each in _everybody(application) if _same(each, person) and each.linkedin
    ]
    return person.linkedin or min(known, default=None)


def _personal_missing(
    fact: str, value: str | None, application: Application, person: Person
) -> tuple[Missing, ...]:
    """Return a fact about a person, if it is unknown, as one of where they were first met."""
    if value is not None:
        return ()
    met = [
        (interview, entry)
        for interview in application.interviews
        for entry in interview.interviewers
        if _same(entry, person)
    ]
    interview, entry = min(met, key=lambda pair: (_by_start(pair[0]), pair[1].identity))
    return (Missing(fact, (application.identity, interview.identity, entry.identity)),)


def _times(act: str, done: Iterable[Done]) -> list[datetime]:
    return [each.at for each in done if each.act == act]


def _since(start: Moment, moments: Iterable[datetime]) -> list[datetime]:
    return [moment for moment in moments if start is not None and moment >= start]


def _done_for(person: Person, interview: Interview) -> list[Done]:
    return _concerning(person, interview.done)


def _concerning(person: Person, kept: Iterable[Kept]) -> list[Kept]:
    return [each for each in kept if each.to and each.to in (person.key, person.name)]


def _everybody(application: Application) -> list[Person]:
    met = [person for each in application.interviews for person in each.interviewers]
    return met if application.recruiter is None else [*met, application.recruiter]


def _same(one: Person, other: Person) -> bool:
    return one.key == other.key if one.key and other.key else one.name == other.name


Place: TypeAlias = tuple[datetime, datetime, str, tuple[str, ...]]


def _by_start(interview: Interview) -> Place:
    ends = interview.ends or interview.starts
    return interview.starts, ends, interview.timezone, interview.identity


def _by_end(interview: Interview) -> Place:
    ends = interview.ends or interview.starts
    return ends, interview.starts, interview.timezone, interview.identity


def _latest(application: Application) -> Interview | None:
    return max(application.interviews, key=_by_end, default=None)


def _zone(search: JobSearch, application: Application) -> str:
    latest = _latest(application)
    return search.timezone if latest is None else latest.timezone


def _workdays(search: JobSearch, application: Application) -> Workdays:
    return search.workdays if application.workdays is None else application.workdays


# -- a row seen from one moment -------------------------------------------------------------------


def _in_order(row: Row) -> Row:
    opens, closes = row.opens, row.closes
    if opens is None:
        return row._replace(best=None, due=None)
    best, due = _not_before(row.best, opens), _not_before(row.due, opens)
    if due and closes:
        due = min(due, closes)
    if best and closes and best >= closes:
        best = opens
    return row._replace(best=best, due=due)


def _status(row: Row, at: datetime) -> Status:
    if row.satisfied:
        return "done"
    if row.set_aside and at < row.set_aside:
        return "set-aside"
    if row.since and at < row.since:
        return "silent"
    return _phase(row, at)


def _phase(row: Row, at: datetime) -> Status:
    opens, closes = row.opens, row.closes
    if closes and (at >= closes or (opens and opens >= closes)):
        return "closed"
    if opens and at < opens:
        return "early"
    if row.missing:
        return "needs-fact"
    if opens is None:
        return "early"  # What it waits for has not happened.
    return "late" if row.due and at >= row.due else "open"


def _action(row: Row, now: datetime) -> ExpectedAction:
    window = (row.opens, row.best, row.due, row.closes)
    shown = (row.channel, row.to)
    return ExpectedAction(
        row.act, row.identities, _status(row, now), *window, _until(row, now), *shown
    )


def _until(row: Row, at: datetime) -> Moment:
    return _next_change(lambda moment: _status(row, moment), _boundaries([row]), at)


class Said(NamedTuple):
    """All that a clock changes in a plan."""

    statuses: tuple[Status, ...]
    cautions: tuple[ExpectedCaution, ...]
    questions: tuple[ExpectedQuestion, ...]


def _said(rows: Iterable[Row], at: datetime) -> Said:
    rows = tuple(rows)
    return Said(
        statuses=tuple(_status(row, at) for row in rows if not row.is_guard),
        cautions=tuple(sorted(_cautions(rows, at))),
        questions=_questions(rows, at),
    )


def _cautions(rows: Iterable[Row], at: datetime) -> Iterator[ExpectedCaution]:
    for row in rows:
        for status, begins, until in row.cautions:
            since = _not_before(begins, row.set_aside)
            if not row.satisfied and since and until and since <= at < until:
                yield ExpectedCaution(row.act, row.identities, status, since, until)


def _questions(rows: Iterable[Row], at: datetime) -> tuple[ExpectedQuestion, ...]:
    """Return what is asked, in order: what holds most back first, then what is over first."""
    held: dict[Missing, list[Row]] = {}
    dated: dict[Missing, list[Row]] = {}
    for row in rows:
        status, doubt = _status(row, at), row.doubt
        if status == "needs-fact":
            for missing in row.missing:
                held.setdefault(missing, []).append(row)
        elif doubt and at >= doubt.since and status in ("early", "open", "late"):
            dated.setdefault(doubt.missing, []).append(row)

    def place(missing: Missing) -> tuple[int, int, datetime, Identities, str]:
        waiting, moved = held.get(missing, []), dated.get(missing, [])
        over = min(row.due or row.closes or NEVER for row in waiting or moved)
        return -len(waiting), -len(moved), over, missing.identities, missing.fact

    return tuple(
        ExpectedQuestion(
            *missing,
            acts=tuple(sorted({row.act for row in held.get(missing, []) + dated.get(missing, [])})),
            held=tuple(sorted(row.act for row in held.get(missing, []))),
        )
        for missing in sorted({*held, *dated}, key=place)
    )


def _boundaries(rows: Iterable[Row]) -> list[datetime]:
    """Return every moment of the rows, in order: nothing can change at any other."""
    moments: list[Moment] = []
    for row in rows:
        moments += [row.since, row.opens, row.due, row.closes, row.set_aside]
        moments += [row.doubt.since] if row.doubt else []
        for caution in row.cautions:
            moments += [caution.since, caution.until]
    return sorted({moment for moment in moments if moment not in (None, NEVER)})


def _next_change(
    look: Callable[[datetime], object], boundaries: Iterable[datetime], now: datetime
) -> Moment:
    """Return the first moment after `now` at which a look differs from the one at `now`."""
    today = look(now)
    return next((each for each in boundaries if each > now and look(each) != today), None)
