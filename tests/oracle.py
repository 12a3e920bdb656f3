"""What a plan must say in dates: a second reading of the ten pieces of advice, slow and plain.

It shares nothing with the library but the model's values. What a clock reads is found in one way
only: start at an instant in UTC, walk minute by minute, and look at the clock.

Every moment is an instant in UTC, or None where it is not known, has not happened, or is in no
row of the table. Of what is known to the day a `Span` tells when the day begins and ends. What a
row lacks it says on its own, in `missing`, and what would date it better in `doubts`.

Left out: zones whose offset has seconds (a few, before 1973), all words, and the order of all but
questions.
Where neither the design nor docs/advice.md and docs/decisions.md say more, this follows the
library: in channels and where they lead, in the names of facts, in asking about a person where they
were first met, in asking for a promise only where there is no end to count from, in leaving `best`
and `due` out where `opens` is unknown, and in taking the lesser key of two interviews that are
alike in time and zone. Of several addresses of one person, the person's own entry counts, then the
least.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Concatenate, Literal, NamedTuple, ParamSpec, TypeAlias, TypeVar
from unicodedata import normalize
from zoneinfo import ZoneInfo

from interview_followup import (
    Application,
    Done,
    Interview,
    JobSearch,
    Person,
    Promise,
    SetAside,
    Workdays,
)
from interview_followup.model._acts import ActRecord

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
    """What a plan says, actions, cautions and problems sorted; `until` is when any of it changes.

    Of a problem it is the place on record.
    """

    actions: tuple[ExpectedAction, ...]
    cautions: tuple[ExpectedCaution, ...]
    questions: tuple[ExpectedQuestion, ...]
    problems: tuple[str, ...]
    until: Moment


class ExpectedVerdict(NamedTuple):
    """What is answered; `until` is when it changes, with the best moment that its text names."""

    allowed: bool
    status: Status
    opens: Moment = None
    best: Moment = None
    due: Moment = None
    closes: Moment = None
    until: Moment = None


def expected(search: JobSearch, now: datetime, vetoed: frozenset[str] = frozenset()) -> Expected:
    """Return what the plan of a search says at a moment, where some acts are not allowed."""
    rows, past = _allowed(search, vetoed), _past(search)
    said_now = _said(rows, past, now)
    actions = [_action(row, now) for row in rows if not (row.is_guard or row.is_whoever)]
    return Expected(
        actions=tuple(sorted(actions, key=lambda action: (action.act, action.identities))),
        cautions=said_now.cautions,
        questions=said_now.questions,
        problems=tuple(sorted([*said_now.early, *_unheard_of(search), *_without_place(search)])),
        until=_next_change(lambda moment: _said(rows, past, moment), _boundaries(rows, past), now),
    )


def _allowed(search: JobSearch, vetoed: frozenset[str]) -> tuple[Row, ...]:
    """Return the rows of which something may be said: none on an act that is vetoed."""
    return tuple([row for row in _rows(search) if row.act not in vetoed])


def expected_verdict(
    search: JobSearch,
    act: str,
    identities: Identities,
    at: datetime,
    vetoed: frozenset[str] = frozenset(),
) -> ExpectedVerdict:
    """Return what the rules answer when asked about an act for one subject at a moment.

    It is the same whether or not the candidate wants to hear of the act.
    """
    if act in vetoed:
        return ExpectedVerdict(False, "silent")
    for planned in _rows(search):
        if (planned.act, planned.identities) == (act, identities):
            return _verdict(planned._replace(set_aside=None), at)
    is_allowed = act in ("call", "stop-looking")  # Nothing advises these; rules only forbid them.
    return ExpectedVerdict(is_allowed, "silent")


def _verdict(row: Row, at: datetime) -> ExpectedVerdict:
    status, until = _status(row, at), _until(row, at)
    allowed = row.is_reminder or status in ("open", "late") or (status == "silent" and row.is_guard)
    if status in ("open", "late") and row.best and at < row.best:
        until = min(row.best, until or NEVER)
    return ExpectedVerdict(allowed, status, row.opens, row.best, row.due, row.closes, until)


def boundaries(search: JobSearch) -> list[datetime]:
    """Return every moment at which a plan of a search may change, and the best ones."""
    rows = _rows(search)
    return sorted({*_boundaries(rows, _past(search)), *(row.best for row in rows if row.best)})


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


@known_only
def _next_morning(moment: datetime, hour: int, zone: str) -> datetime:
    """Return the first moment, this one or later, of those at which a clock strikes the hour."""
    strikes = (_on_the_day_of(moment, hour, zone, later=later) for later in range(4))
    return next(strike for strike in strikes if strike and strike >= moment)


class Span(NamedTuple):
    """What is known of when something happened: from the first moment at which it may have, on.

    It stands for `end`. Of an exact moment the two are the same.
    """

    first: datetime
    end: datetime

    def counts_since(self, start: datetime) -> bool:
        """Tell whether it may have happened at or after a moment."""
        is_exact = self.first == self.end
        return self.end >= start if is_exact else self.end > start


def _span(known: date | datetime, zone: str) -> Span:
    if isinstance(known, datetime):
        return Span(known, known)
    return Span(_midnight(known, zone), _midnight(known + timedelta(days=1), zone))


def _end_of(by: date | datetime | None, zone: str) -> Moment:
    """Return a deadline as a moment: a date stands for the midnight after it."""
    return None if by is None else _span(by, zone).end


def _first_of(known: date | datetime, zone: str) -> datetime:
    """Return when something begins, of which perhaps only the day is known."""
    return _span(known, zone).first


def _starts(interview: Interview) -> datetime:
    return _first_of(interview.starts, interview.timezone)


def _ends(interview: Interview) -> Span:
    """Return when an interview ends: without a word of it, by the midnight after it starts."""
    zone = interview.timezone
    if interview.ends is not None:
        return _span(interview.ends, zone)
    start = _starts(interview)
    midnight = _midnight_after(start, zone)
    assert midnight is not None
    return Span(_midnight(_reading(start, zone).date(), zone), midnight)


def _left(interview: Interview) -> Moment:
    return _end_of(interview.left, interview.timezone)


def _exact_end(interview: Interview) -> Moment:
    return interview.ends if isinstance(interview.ends, datetime) else None


def _surely_ended(interview: Interview) -> datetime:
    """Return when an interview had ended at the earliest: as it ends or, if unknown, starts."""
    return _exact_end(interview) or _starts(interview)


def _taking_place(application: Application) -> list[Interview]:
    return [interview for interview in application.interviews if interview.not_held is None]


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
    """What would change an act that does without it, and from when on to ask.

    For an end of which the day is known, no act asks that has opened or would open all the same.
    """

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
    is_reminder: bool = False
    is_whoever: bool = False
    satisfied: bool = False
    set_aside: Moment = None
    missing: tuple[Missing, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    channel: str | None = None
    to: str | None = None
    cautions: tuple[Dated, ...] = ()


@lru_cache(maxsize=100)
def _rows(search: JobSearch) -> tuple[Row, ...]:
    """Return a row for every act that the table knows for any subject of a search."""
    return tuple(map(_in_order, _all_rows(search)))


def _all_rows(search: JobSearch) -> Iterator[Row]:
    zone = _zone_of_search(search)
    yield from _quiet(search.set_aside, _search_rows(search), zone)
    for application in search.applications:
        zone = _zone(search, application)
        yield from _quiet(application.set_aside, _application_rows(search, application), zone)
        for interview in _taking_place(application):
            zone = interview.timezone
            rows = _interview_rows(search, application, interview)
            yield from _quiet(interview.set_aside, rows, zone)
            for person in interview.interviewers or ():
                rows = _person_rows(application, interview, person)
                asides = _concerning(person, interview, interview.set_aside)
                yield from _quiet(asides, rows, zone)
                if application.outcome is None and _first_met(application, person) is interview:
                    yield _connect_once(search, application, interview, person)
            if interview.interviewers is None:
                yield from _whoever_rows(search, application, interview)


def _quiet(asides: Iterable[SetAside], rows: Iterable[Row], zone: str) -> Iterator[Row]:
    """Yield rows with until when each act is set aside: by the entry that lasts longest."""
    for row in rows:
        until = [
            NEVER if aside.until is None else _first_of(aside.until, zone)
            for aside in asides
            if aside.act == row.act
        ]
        yield row._replace(set_aside=max(until, default=None))


def _search_rows(search: JobSearch) -> Iterator[Row]:
    yield _keep_looking(search)
    yield Row("stop-looking", (), opens=_signed(search), is_guard=True)


def _application_rows(search: JobSearch, application: Application) -> Iterator[Row]:
    if not (_waiting(application) and _taking_place(application)):
        return
    yield _chase(search, application)
    if application.recruiter is not None:
        yield _ask_recruiter(search, application, application.recruiter)
    live = _live_offers(search)
    if live and _to_be_told(search, live) in (None, application.identity):
        yield _mention_offer(search, application, live)


def _interview_rows(
    search: JobSearch, application: Application, interview: Interview
) -> Iterator[Row]:
    identities = (application.identity, interview.identity)
    promised = _promised(search, application)
    hear_of = promised is not None and promised.end >= _surely_ended(interview)
    if application.outcome is None:
        how = application.follow_up is not None
        over = _earlier(_offered(search, application), _signed(search))
        yield _ask("ask-how-to-follow-up", identities, application, interview, how, over)
        yield _ask("ask-when-you-will-hear", identities, application, interview, hear_of, over)
    if isinstance(interview.starts, datetime):
        yield _call(identities, interview)
    if application.outcome in (None, "rejected"):
        yield _debrief(identities, interview)
    if any(question.tricky for question in interview.questions):
        yield from _practise(search, identities, interview)


def _person_rows(application: Application, interview: Interview, person: Person) -> Iterator[Row]:
    if application.outcome is None:
        identities = (application.identity, interview.identity, person.identity)
        has_email = _email(application, person) is not None
        over = _plus_days(_ends(interview).end, 2, interview.timezone)
        yield _ask("collect-contact", identities, application, interview, has_email, over, person)
        yield _thank_you(application, interview, person)


def _whoever_rows(
    search: JobSearch, application: Application, interview: Interview
) -> Iterator[Row]:
    """Yield what waits for somebody to tell who was met, from the interview's end on."""
    if application.outcome is not None:
        return
    whoever = Person(name="whoever")
    unmet = Missing("interview.interviewers", (application.identity, interview.identity))
    for row in (
        *_person_rows(application, interview, whoever),
        _connect(search, application, interview, whoever),
    ):
        yield row._replace(
            since=_ends(interview).end,
            is_whoever=True,
            satisfied=False,
            missing=(unmet,),
            doubts=(),
            to=None,
            cautions=(),
        )


# -- items 1 to 5: at the interview and right after it --------------------------------------------


def _ask(
    act: str,
    identities: Identities,
    application: Application,
    interview: Interview,
    known: bool,
    over: Moment,
    person: Person | None = None,
) -> Row:
    """Items 1, 2 and the first of 4: what to ask before you leave; of no use once it is `over`."""
    starts, exact = _starts(interview), _exact_end(interview)
    best = _not_before(_minus_minutes(exact, 10), starts)
    closes = _left(interview) or _ends(interview).end
    acts = interview.done if person is None else _done_for(person, interview)
    missed = _missed(closes, application, interview)
    return Row(
        act,
        identities,
        opens=starts,
        best=best or starts,
        closes=closes,
        satisfied=known or bool(_times(act, acts, interview.timezone)),
        channel="in the interview",
        cautions=(
            Dated("open", best, closes),
            missed._replace(until=_earlier(missed.until, over)),
        ),
    )


def _call(identities: Identities, interview: Interview) -> Row:
    """Item 3, as long as more than the day is known."""
    starts, ends, zone = _starts(interview), _ends(interview).end, interview.timezone
    late = _not_before(_midnight_after(starts, zone), _plus_hours(ends, 2))
    home = _left(interview) or late
    opens = ends if interview.medium in ("video", "phone") else home
    return Row(
        "call",
        identities,
        opens=opens,
        since=starts,
        is_guard=True,
        cautions=(Dated("early", starts, opens),),
    )


def _thank_you(application: Application, interview: Interview, person: Person) -> Row:
    identities = (application.identity, interview.identity, person.identity)
    ends, zone = _ends(interview).end, interview.timezone
    if _in_the_morning(interview):
        best = _not_before(_on_the_day_of(ends, 14, zone), _plus_hours(ends, 1))
        due = _on_the_day_of(ends, 18, zone)
    else:
        rested = _not_before(_midnight_after(_starts(interview), zone), _plus_hours(ends, 1))
        best = _next_morning(rested, 9, zone)
        due = _on_the_day_of(best, 12, zone)
    closes = _plus_days(ends, 2, zone)
    email = _email(application, person)
    return Row(
        "thank-you",
        identities,
        opens=ends,
        best=best,
        due=due,
        closes=closes,
        satisfied=bool(_times("thank-you", _done_for(person, interview), zone)),
        missing=_personal_missing("person.email", email, application, person),
        doubts=_end_doubt(identities, interview),
        channel="email",
        to=email,
        cautions=(Dated("late", due, closes), _missed(closes, application, interview)),
    )


def _in_the_morning(interview: Interview) -> bool:
    """Tell whether the interview began and ended on one morning, with time for an afternoon."""
    end = _ends(interview).end
    starts = _reading(_starts(interview), interview.timezone)
    ends = _reading(end, interview.timezone)
    evening = _on_the_day_of(end, 18, interview.timezone)
    same_day, before_noon = starts.date() == ends.date(), starts.time() < time(12)
    return same_day and before_noon and end + HOUR < (evening or NEVER)


def _debrief(identities: Identities, interview: Interview) -> Row:
    ends, zone = _ends(interview).end, interview.timezone
    best = _left(interview) or _plus_hours(ends, 1)
    return Row(
        "debrief",
        identities,
        opens=ends,
        best=best,
        due=_midnight_after(best, zone),
        closes=_plus_days(ends, 7, zone),
        satisfied=bool(_times("debrief", interview.done, zone)),
        doubts=_end_doubt(identities, interview),
    )


def _practise(search: JobSearch, identities: Identities, interview: Interview) -> Iterator[Row]:
    """Yield a row if there is an interview after this one."""
    ends = _ends(interview).end
    upcoming = [
        other
        for application in search.applications
        if application.outcome is None
        for other in _taking_place(application)
        if other is not interview and _starts(other) >= ends
    ]
    if not upcoming:
        return
    following = min(upcoming, key=_by_start)
    yield Row(
        "practise",
        identities,
        opens=ends,
        best=_on_the_day_of(_starts(following), 18, following.timezone, later=-1),
        closes=_starts(following),
        satisfied=bool(_times("practise", interview.done, interview.timezone)),
        doubts=_end_doubt(identities, interview),
    )


# -- item 6: the search ---------------------------------------------------------------------------


def _first(search: JobSearch) -> tuple[Application, Interview] | None:
    interviews = [
        (application, interview)
        for application in search.applications
        for interview in _taking_place(application)
    ]
    return min(interviews, key=lambda pair: (_by_start(pair[1]), pair[0].identity), default=None)


def _zone_of_search(search: JobSearch) -> str:
    first = _first(search)
    return first[1].timezone if first else search.timezone


def _keep_looking(search: JobSearch) -> Row:
    first_pair, closes = _first(search), _signed(search)
    if first_pair is None:
        return Row("keep-looking", (), closes=closes, is_reminder=True)
    application, first = first_pair
    last_done = max(_times("keep-looking", search.done, first.timezone), default=None)
    opens = _plus_days(_not_before(_ends(first).end, last_done), 7, first.timezone)
    return Row(
        "keep-looking",
        (),
        opens=opens,
        best=opens,
        due=_plus_days(opens, 7, first.timezone),
        closes=closes,
        is_reminder=True,
        doubts=_end_doubt((application.identity, first.identity), first, last_done),
    )


def _signed(search: JobSearch) -> Moment:
    signed = [
        _end_of(application.signed, _zone(search, application))
        for application in search.applications
        if application.signed
    ]
    return min(filter(None, signed), default=None)


# -- items 7 to 10: while you wait ----------------------------------------------------------------


def _waiting(application: Application) -> bool:
    known = (application.outcome, application.offer, application.signed)
    return all(fact is None for fact in known)


def _offered(search: JobSearch, application: Application) -> Moment:
    """Return when an employer's own offer came, declined or not."""
    received = application.offer and application.offer.received
    return _first_of(received, _zone(search, application)) if received else None


class LiveOffer(NamedTuple):
    application: Application
    received: Moment
    reply_by: Moment


def _live_offers(search: JobSearch) -> list[LiveOffer]:
    """Return the offers that are neither declined nor over; who waits has none of their own.

    One that had to be answered before the newest came is over.
    """
    offers = [
        LiveOffer(
            other,
            _first_of(offer.received, _zone(search, other)) if offer.received else None,
            _end_of(offer.reply_by, _zone(search, other)),
        )
        for other in search.applications
        if (offer := other.offer) is not None and not offer.declined
        if other.outcome is None and other.signed is None
    ]
    newest = _newest(offers)
    return [offer for offer in offers if newest is None or (offer.reply_by or NEVER) >= newest]


def _newest(offers: Iterable[LiveOffer]) -> Moment:
    return max(filter(None, [offer.received for offer in offers]), default=None)


def _last_answer(live: Iterable[LiveOffer]) -> Moment:
    """Return by when the last offer has to be answered, unless one can be at any time."""
    last = max(offer.reply_by or NEVER for offer in live)
    return None if last == NEVER else last


def _to_be_told(search: JobSearch, live: list[LiveOffer]) -> tuple[str, ...] | None:
    """Return the application that alone hears of the offers; None is for all."""
    for application in search.applications:
        if application.preferred and _waiting(application) and _taking_place(application):
            first = min(_taking_place(application), key=_by_start)
            if _ends(first).end < (_last_answer(live) or NEVER):
                return application.identity
    return None


def _mention_offer(search: JobSearch, application: Application, live: list[LiveOffer]) -> Row:
    first, latest = min(_taking_place(application), key=_by_start), _latest(application)
    assert latest is not None
    zone = latest.timezone
    undated = tuple(
        Missing("application.offer_received", (other.application.identity,))
        for other in live
        if other.received is None
    )
    received = None if undated else _newest(live)
    opens = None if received is None else _not_before(_ends(first).end, received)
    mentioned = _spans("mention-offer", application.done, zone)
    channel, to = _chase_route(application)
    return Row(
        "mention-offer",
        (application.identity,),
        opens=opens,
        best=_office_time(opens, zone, _workdays(search, application)),
        closes=_earlier(_last_answer(live), _signed(search)),
        satisfied=any(received is None or mention.counts_since(received) for mention in mentioned),
        missing=undated,
        doubts=(
            *_end_doubt((application.identity, first.identity), first, received),
            *_follow_up_doubt(application, latest),
        ),
        channel=channel,
        to=to,
    )


def _ask_recruiter(search: JobSearch, application: Application, recruiter: Person) -> Row:
    latest = _latest(application)
    assert latest is not None
    channel, to = _recruiter_route(application, recruiter)
    span, zone = _ends(latest), latest.timezone
    ends = span.end
    requests = _spans("ask-recruiter", application.done, zone)
    workdays = _workdays(search, application)
    closes = _earlier(_plus_days(ends, 30, zone), _signed(search))
    best = _office_time(_on_the_day_of(ends, 9, zone, later=1), zone, workdays)
    if best and closes and best >= closes:
        best = _office_time(ends, zone, workdays)
    return Row(
        "ask-recruiter",
        (application.identity,),
        opens=ends,
        best=best,
        closes=closes,
        satisfied=any(request.counts_since(span.first) for request in requests),
        doubts=_end_doubt((application.identity, latest.identity), latest),
        channel=channel,
        to=to,
    )


def _first_met(application: Application, person: Person) -> Interview | None:
    """Return the first meeting with somebody, of those that took place."""
    met = [interview for interview in _taking_place(application) if _entries(interview, person)]
    return min(met, key=_by_start, default=None)


def _entries(interview: Interview, person: Person) -> list[Person]:
    return [entry for entry in interview.interviewers or () if _same(entry, person)]


def _connect_once(
    search: JobSearch, application: Application, interview: Interview, person: Person
) -> Row:
    """Return the row of the first meeting; it is set aside by a word at any meeting with them."""
    rows = [
        row
        for other in application.interviews
        for entry in _entries(other, person)
        for row in _quiet(
            _concerning(entry, other, other.set_aside),
            [_connect(search, application, interview, person)],
            other.timezone,
        )
    ]
    return max(rows, key=lambda row: row.set_aside or datetime.min.replace(tzinfo=UTC))


def _connect(
    search: JobSearch, application: Application, interview: Interview, person: Person
) -> Row:
    identities = (application.identity, interview.identity, person.identity)
    ends, zone = _ends(interview).end, interview.timezone
    opens = _plus_days(ends, 2, zone)
    linkedin = _linkedin(application, person)
    requests = [
        moment
        for other in application.interviews
        for entry in _entries(other, person)
        for moment in _times("connect", _done_for(entry, other), zone)
    ]
    return Row(
        "connect",
        identities,
        opens=opens,
        best=_office_time(opens, zone, _workdays(search, application)),
        closes=_plus_days(ends, 30, zone),
        satisfied=bool(requests),
        missing=_personal_missing("person.linkedin", linkedin, application, person),
        doubts=_end_doubt(identities, interview),
        channel="linkedin",
        to=linkedin,
        cautions=(Dated("early", ends, opens),),
    )


def _chase(search: JobSearch, application: Application) -> Row:
    latest = _latest(application)
    assert latest is not None
    opens = _chase_opens(search, application, latest)
    channel, to = _chase_route(application)
    return Row(
        "chase",
        (application.identity,),
        opens=opens,
        best=_office_time(opens, latest.timezone, _workdays(search, application)),
        closes=_signed(search),
        satisfied=len(_chases(application, latest)) >= 2,
        doubts=(
            *_chase_doubts(search, application, latest),
            *_follow_up_doubt(application, latest),
        ),
        channel=channel,
        to=to,
        cautions=(Dated("early", _warned_since(application, latest), opens),),
    )


def _warned_since(application: Application, latest: Interview) -> Moment:
    """Return from when on a chase is too early: of a recruiter, from when they were asked.

    The table says that it is from the end on; but then a recruiter may not be reminded of what
    they are yet to be asked.
    """
    if application.recruiter is None:
        return _ends(latest).end
    requests = _spans("ask-recruiter", application.done, latest.timezone)
    return max(
        [request.end for request in requests if request.counts_since(_ends(latest).first)],
        default=None,
    )


def _chase_opens(search: JobSearch, application: Application, latest: Interview) -> Moment:
    ends, zone = _ends(latest).end, latest.timezone
    contacts = _contacts(application, latest)
    awaited = _awaited(search, application, latest)
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
    zone = latest.timezone
    heard = [] if application.heard is None else [_span(application.heard, zone)]
    thanks = _spans("thank-you", latest.done, zone)
    return [
        contact.end for contact in [*heard, *thanks] if contact.counts_since(_ends(latest).first)
    ]


def _chases(application: Application, latest: Interview) -> list[datetime]:
    """Return when you chased them, from the end of the latest interview on."""
    chases = _spans("chase", application.done, latest.timezone)
    return [chase.end for chase in chases if chase.counts_since(_ends(latest).first)]


def _reminders(application: Application, latest: Interview) -> list[datetime]:
    """Return when you last asked them, or the recruiter whom a chase goes to, for anything."""
    reminders = _times("mention-offer", application.done, latest.timezone)
    if application.recruiter is not None:
        reminders += _times("ask-recruiter", application.done, latest.timezone)
    return _chases(application, latest) + reminders


def _chase_doubts(
    search: JobSearch, application: Application, latest: Interview
) -> tuple[Doubt, ...]:
    """Return what to ask for, once all has happened that stands in for it.

    A promise, unless there is one to wait for: not before the interview is over. And the end, where
    it is what the days are counted from, or says which chases count.
    """
    identities = (application.identity, latest.identity)
    awaited = _awaited(search, application, latest)
    contacts, reminders = _contacts(application, latest), _reminders(application, latest)
    has_chased = bool(_times("chase", application.done, latest.timezone))
    events = [*reminders, *([awaited] if awaited else contacts)]
    hangs_on_end = has_chased or not (awaited or contacts)
    doubts: list[Doubt] = []
    if not awaited:
        since = max([*events, _ends(latest).end] if hangs_on_end else events)
        doubts.append(Doubt(Missing("application.promise", (application.identity,)), since))
    if hangs_on_end:
        doubts += _end_doubt(identities, latest, *events)
    return tuple(doubts)


def _follow_up_doubt(application: Application, latest: Interview) -> tuple[Doubt, ...]:
    """Return from when on to ask how they want you to follow up: from the interview's end."""
    if application.follow_up is not None or application.recruiter is not None:
        return ()
    missing = Missing("application.follow_up", (application.identity,))
    return (Doubt(missing, _ends(latest).end),)


def _end_doubt(identities: Identities, interview: Interview, *events: Moment) -> tuple[Doubt, ...]:
    """Return from when on to ask when an interview ended, of which at most the day is known."""
    since = max([_starts(interview), *filter(None, events)])
    return tuple(Doubt(missing, since) for missing in _end_missing(identities, interview))


def _awaited(search: JobSearch, application: Application, latest: Interview) -> Moment:
    """Return the promised moment, unless an interview or a message since has spent it."""
    by, heard = _promised(search, application), application.heard
    if by is None or by.end < _surely_ended(latest):
        return None
    if heard is not None and _span(heard, latest.timezone).counts_since(by.first):
        return None
    return by.end


def _promised(search: JobSearch, application: Application) -> Span | None:
    promise, zone = application.promise, _zone(search, application)
    if promise is None:
        return None
    if promise.within is not None:
        return _end_of_period(promise, zone, _workdays(search, application))
    return None if promise.by is None else _span(promise.by, zone)


def _end_of_period(promise: Promise, zone: str, workdays: Workdays) -> Span:
    """Return when the period is over within which they promised to answer."""
    within, start = promise.within, promise.made
    assert within is not None
    assert start is not None
    if isinstance(start, datetime):
        if within.unit in ("hours", "minutes"):
            exact = start + within.amount * (HOUR if within.unit == "hours" else MINUTE)
            return Span(exact, exact)
        start = _reading(start, zone).date()
    day, left = start, within.amount
    while left:
        day += timedelta(days=1)
        if within.unit == "days" or _is_workday(day, zone, workdays):
            left -= 1
    return _span(day, zone)


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


def _earlier(moment: Moment, other: Moment) -> Moment:
    """Return the earlier of those that are known."""
    return min(filter(None, [moment, other]), default=None)


def _missed(closes: Moment, application: Application, interview: Interview) -> Dated:
    """Return the caution of what was missed: for three days, or until they meet again."""
    ends = _ends(interview).end
    others = [_starts(other) for other in _taking_place(application) if other is not interview]
    coming = min((start for start in others if start >= ends), default=None)
    return Dated("closed", closes, _earlier(_plus_days(closes, 3, interview.timezone), coming))


def _end_missing(identities: Identities, interview: Interview) -> tuple[Missing, ...]:
    is_known = _exact_end(interview) is not None
    return () if is_known else (Missing("interview.ends", identities[:2]),)


def _email(application: Application, person: Person) -> str | None:
    """Return a person's address, wherever in the application it is known."""
    known = [
        entry.email for entry in _everybody(application) if _same(entry, person) and entry.email
    ]
    return person.email or min(known, default=None)


def _linkedin(application: Application, person: Person) -> str | None:
    known = [
        entry.linkedin
        for entry in _everybody(application)
        if _same(entry, person) and entry.linkedin
    ]
    return person.linkedin or min(known, default=None)


def _personal_missing(
    fact: str, value: str | None, application: Application, person: Person
) -> tuple[Missing, ...]:
    """Return a fact about a person, if it is unknown, as one of where they were first met."""
    if value is not None:
        return ()
    met = [
        interview
        for interview in _taking_place(application)
        if any(_same(entry, person) for entry in interview.interviewers or ())
    ]
    first = min(met, key=_by_start, default=None)
    if first is None:
        return ()
    return (Missing(fact, (application.identity, first.identity, person.identity)),)


def _spans(act: str, done: Iterable[Done], zone: str) -> list[Span]:
    return [_span(record.at, zone) for record in done if record.act == act]


def _times(act: str, done: Iterable[Done], zone: str) -> list[datetime]:
    return [span.end for span in _spans(act, done, zone)]


def _done_for(person: Person, interview: Interview) -> list[Done]:
    return _concerning(person, interview, interview.done)


def _concerning(person: Person, interview: Interview, records: Iterable[Kept]) -> list[Kept]:
    """Return what is kept for a person by their key, or by a name that is nobody's key."""
    keys = [entry.key for entry in interview.interviewers or ()]
    return [
        record
        for record in records
        if record.to
        and (record.to == person.key if record.to in keys else _alike(record.to, person.name))
    ]


def _everybody(application: Application) -> list[Person]:
    met = [
        person for interview in application.interviews for person in interview.interviewers or ()
    ]
    return met if application.recruiter is None else [*met, application.recruiter]


def _same(one: Person, other: Person) -> bool:
    if one.key or other.key:
        return one.key == other.key
    return _alike(one.name, other.name)


def _alike(name: str, other: str) -> bool:
    """Tell whether two names differ only in case, in blanks or in how letters are composed."""
    decomposed = [normalize("NFD", " ".join(spelling.split())) for spelling in (name, other)]
    return decomposed[0].casefold() == decomposed[1].casefold()


Place: TypeAlias = tuple[datetime, datetime, str, tuple[str, ...]]


def _by_start(interview: Interview) -> Place:
    return _starts(interview), _ends(interview).end, interview.timezone, interview.identity


def _by_end(interview: Interview) -> Place:
    return _ends(interview).end, _starts(interview), interview.timezone, interview.identity


def _latest(application: Application) -> Interview | None:
    return max(_taking_place(application), key=_by_end, default=None)


def _zone(search: JobSearch, application: Application) -> str:
    latest = _latest(application)
    return _zone_of_search(search) if latest is None else latest.timezone


def _workdays(search: JobSearch, application: Application) -> Workdays:
    return search.workdays if application.workdays is None else application.workdays


# -- what is on record ----------------------------------------------------------------------------

KEPT_ON: dict[str, tuple[str, ...]] = {
    "search": ("keep-looking", "stop-looking"),
    "application": ("ask-recruiter", "chase", "mention-offer"),
    "interview": (
        *("ask-how-to-follow-up", "ask-when-you-will-hear", "call", "debrief", "practise"),
    ),
    "person": ("collect-contact", "connect", "thank-you"),
}
"""What each act is done to; one to a person is kept on the interview."""


class Keeper(NamedTuple):
    """A part of a search that keeps a record, with its place and its zone."""

    place: str
    about: str
    part: JobSearch | Application | Interview
    zone: str


def _keepers(search: JobSearch) -> Iterator[Keeper]:
    yield Keeper("", "search", search, _zone_of_search(search))
    for outer, application in enumerate(search.applications):
        place = f"applications[{outer}]"
        yield Keeper(f"{place}.", "application", application, _zone(search, application))
        for inner, interview in enumerate(application.interviews):
            where = f"{place}.interviews[{inner}]."
            yield Keeper(where, "interview", interview, interview.timezone)


@lru_cache(maxsize=100)
def _past(search: JobSearch) -> dict[str, datetime]:
    """Return the first moment at which each event on record may have happened, by its place."""
    past: dict[str, datetime] = {}
    for place, _, part, zone in _keepers(search):
        events: dict[str, date | datetime | None] = {
            f"done[{number}].at": act.at for number, act in enumerate(part.done)
        }
        if isinstance(part, Interview):
            events["left"] = part.left
        if isinstance(part, Application):
            events |= {"heard": part.heard, "signed": part.signed}
            events["promise.made"] = part.promise.made if part.promise else None
            events["offer.received"] = part.offer.received if part.offer else None
        for name, known in events.items():
            if known is not None:
                past[place + name] = _first_of(known, zone)
    return past


def _unheard_of(search: JobSearch) -> Iterator[str]:
    """Yield the places of acts that the table does not know there, and of facts: it has none."""
    for place, about, part, _ in _keepers(search):
        for name, acts in (("done", part.done), ("set_aside", part.set_aside)):
            for number, act in enumerate(acts):
                wrong = _wrong_about(act, about)
                if wrong is not None:
                    yield f"{place}{name}[{number}]{wrong}"
        yield from (f"{place}facts.{name}" for name in part.facts)
        people: list[tuple[str, Person]] = []
        if isinstance(part, Application) and part.recruiter is not None:
            people = [("recruiter", part.recruiter)]
        if isinstance(part, Interview):
            met = part.interviewers or ()
            people = [(f"interviewers[{number}]", person) for number, person in enumerate(met)]
        for where, person in people:
            yield from (f"{place}{where}.facts.{name}" for name in person.facts)


def _wrong_about(act: ActRecord, about: str) -> str | None:
    """Return where in a record of an act something is wrong, if it is kept on such a part."""
    done_to = [per for per, acts in KEPT_ON.items() if act.act in acts]
    if not done_to:
        return ".act"
    if done_to == ["person"] and about == "interview":
        return ".to" if act.to is None else None
    if done_to != [about]:
        return ""
    return None if act.to is None else ".to"


def _without_place(search: JobSearch) -> Iterator[str]:
    """Yield the interviews whose zone is no place's, unless the candidate's is not, either."""
    names = ["UTC", "UCT", "Universal", "Zulu", "Etc/UTC", "Etc/UCT", "Etc/Universal", "Etc/Zulu"]
    for place, _, part, zone in _keepers(search):
        if isinstance(part, Interview) and zone in names and search.timezone not in names:
            yield f"{place}timezone"


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
    """All that a clock changes in a plan; `early` are the places of what happened too early."""

    statuses: tuple[Status, ...]
    cautions: tuple[ExpectedCaution, ...]
    questions: tuple[ExpectedQuestion, ...]
    early: tuple[str, ...]


def _said(rows: Iterable[Row], past: Mapping[str, datetime], at: datetime) -> Said:
    rows = tuple(rows)
    return Said(
        statuses=tuple(_status(row, at) for row in rows if not (row.is_guard or row.is_whoever)),
        cautions=tuple(sorted(_cautions(rows, at))),
        questions=_questions(rows, at),
        early=tuple(place for place, begins in past.items() if at < begins),
    )


def _cautions(rows: Iterable[Row], at: datetime) -> Iterator[ExpectedCaution]:
    for row in rows:
        for status, begins, until in row.cautions:
            since = _not_before(begins, row.set_aside)
            is_over = status == "early" and _status(row, at) == "closed"
            if row.satisfied or is_over:
                continue
            if since and until and since <= at < until:
                yield ExpectedCaution(row.act, row.identities, status, since, until)


def _questions(rows: Iterable[Row], at: datetime) -> tuple[ExpectedQuestion, ...]:
    """Return what is asked, in order: what holds most back first, then what is over first.

    Last comes what may not exist: a profile. For the order counts all that a fact would date,
    whether or not it is time to ask for it.
    """
    waiting_rows: dict[Missing, list[Row]] = {}
    dated: dict[Missing, list[Row]] = {}
    ripe: dict[Missing, list[Row]] = {}
    for row in rows:
        status = _status(row, at)
        if status == "needs-fact":
            for missing in row.missing:
                waiting_rows.setdefault(missing, []).append(row)
        elif status in ("early", "open", "late"):
            for missing, since in row.doubts:
                if missing.fact == "interview.ends" and status != "early":
                    continue
                dated.setdefault(missing, []).append(row)
                if at >= since:
                    ripe.setdefault(missing, []).append(row)

    def place(missing: Missing) -> tuple[bool, int, int, datetime, Identities, str]:
        waiting, moved = waiting_rows.get(missing, []), dated.get(missing, [])
        over = min(row.due or row.closes or NEVER for row in waiting or moved)
        may_not_exist = missing.fact == "person.linkedin"
        return may_not_exist, -len(waiting), -len(moved), over, missing.identities, missing.fact

    return tuple(
        ExpectedQuestion(
            *missing,
            acts=tuple(
                sorted({row.act for row in waiting_rows.get(missing, []) + ripe.get(missing, [])})
            ),
            held=tuple(sorted(row.act for row in waiting_rows.get(missing, []))),
        )
        for missing in sorted({*waiting_rows, *ripe}, key=place)
    )


def _boundaries(rows: Iterable[Row], past: Mapping[str, datetime] | None = None) -> list[datetime]:
    """Return every moment of the rows and of the past, in order: nothing changes at any other."""
    moments: list[Moment] = [*(past or {}).values()]
    for row in rows:
        moments += [row.since, row.opens, row.due, row.closes, row.set_aside]
        moments += [doubt.since for doubt in row.doubts]
        for caution in row.cautions:
            moments += [caution.since, caution.until]
    return sorted({moment for moment in moments if moment not in (None, NEVER)})


def _next_change(
    look: Callable[[datetime], object], boundaries: Iterable[datetime], now: datetime
) -> Moment:
    """Return the first moment after `now` at which a look differs from the one at `now`."""
    today = look(now)
    return next((moment for moment in boundaries if moment > now and look(moment) != today), None)
