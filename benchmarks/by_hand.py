"""The ten pieces of advice as one would write them by hand, without rules.

The same result objects, with the same instants, texts and reasons, from plain functions over stdlib
datetimes. It takes what `plan` takes, but expects every interview's end to be known. There is no
language, no parameter that can be tuned, and no rule that can be added or left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from operator import itemgetter
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from interview_followup import (
    Action,
    Application,
    Caution,
    Interview,
    JobSearch,
    Person,
    Plan,
    Question,
    Scheduled,
    ScheduledCaution,
    SetAside,
    Subject,
    Verdict,
    Window,
    Workdays,
)
from interview_followup._planning.better_dates import Doubt
from interview_followup._planning.schedule import NAMESPACE, Status
from interview_followup.language._missing import Missing
from interview_followup.language._subject import search_subject, subjects

ARTICLE = (
    "Laura Slingo, CV-Library, Make Sure You Do These 10 Things After A Job Interview, item {}"
)
SOURCES = {item: ARTICLE.format(item) for item in range(1, 11)}
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
LAST_WORDS = timedelta(minutes=10)
LATEST = datetime(2200, 1, 1, tzinfo=UTC)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)
WHICH_EMAIL = "What is {person}'s e-mail address?"
WHICH_LINKEDIN = "Which is {person}'s LinkedIn profile?"
TOO_EARLY = "Too early to chase {employer}: wait until {opens}"
TIRESOME = "Asking too soon or too often makes an eager candidate a tiresome one."
AT_MOST = 2
WHEN_TO_HEAR = "Did {employer} say when you would hear?"
NOTHING: frozenset[Missing] = frozenset()

Told = tuple[Status, datetime | None, datetime | None, str, str]
OtherOffer = tuple[datetime, datetime | None, Application]
Placed = tuple[tuple[int, int, datetime, str, str], Question]


def plan_by_hand(search: JobSearch, now: datetime) -> Plan:
    """Return what `plan(search, now=now)` returns."""
    now = now.astimezone(UTC)
    timezone, zone = search.timezone, ZoneInfo(search.timezone)
    actions: list[Action] = []
    cautions: list[Caution] = []
    changes: list[datetime] = []
    held: dict[Missing, list[Scheduled]] = {}
    dated: list[tuple[Missing, Scheduled]] = []
    for item in sorted(_items(search), key=_by_best):
        if not item.is_guard:
            status, until = _status(item, now)
            actions.append(
                Action(
                    scheduled=item, status=status, until_utc=until, timezone=timezone, now_utc=now
                )
            )
            if until is not None:
                changes.append(until)
            if status == "needs-fact":
                for each in item.missing:
                    held.setdefault(each, []).append(item)
            elif item.doubt and item.doubt.since and status in ("early", "open", "late"):
                if now < item.doubt.since:
                    changes.append(item.doubt.since)
                else:
                    dated += [(each, item) for each in item.doubt.missing]
        for caution in item.cautions:
            if caution.since is not None and now < caution.since:
                changes.append(caution.since)
            elif caution.until is None or now < caution.until:
                cautions.append(_caution(item, caution, timezone, zone))
                if caution.until is not None:
                    changes.append(caution.until)
    return Plan(
        now_utc=now,
        until_utc=min(changes, default=None),
        timezone=timezone,
        actions=tuple(actions),
        cautions=tuple(sorted(cautions, key=lambda each: (each.since_utc, each.uid.int))),
        questions=_questions(held, dated, zone),
    )


def _by_best(item: Scheduled) -> tuple[datetime, int]:
    return item.window.best or LATEST, item.uid.int


def _questions(
    held: dict[Missing, list[Scheduled]], dated: list[tuple[Missing, Scheduled]], zone: ZoneInfo
) -> tuple[Question, ...]:
    """Return who lacks an address, and who has promised nothing; no fact is of both kinds."""
    placed = [_holding_back(each, items) for each, items in held.items()]
    placed += [_dating(each, item, zone) for each, item in dated]
    return tuple([question for _, question in sorted(placed, key=itemgetter(0))])


def _holding_back(missing: Missing, items: list[Scheduled]) -> Placed:
    fact, ask, subject = missing
    text = ask.format(person=subject.person.name)
    acts = tuple(sorted({item.act for item in items}))
    order = (-len(items), 0, min(map(_over, items)), subject.path, fact)
    return order, Question(fact, subject, text, acts, tuple(items))


def _dating(missing: Missing, item: Scheduled, zone: ZoneInfo) -> Placed:
    fact, ask, subject = missing
    text = ask.format(employer=_employer(subject.application))
    if item.window.opens is not None:
        opens = _in_words(item.window.opens, zone)
        text = f"{text} Without it, you may “{item.act}” from {opens}."
    return (0, -1, _over(item), subject.path, fact), Question(fact, subject, text, (item.act,))


def _over(item: Scheduled) -> datetime:
    return item.window.due or item.window.closes or LATEST


def _caution(item: Scheduled, caution: ScheduledCaution, timezone: str, zone: ZoneInfo) -> Caution:
    subject, window = item.subject, item.window
    labels = {"employer": _employer(subject.application)}
    if len(subject.identities) == 3:
        labels["person"] = subject.person.name
    if caution.status == "early" and window.opens is not None:
        labels["opens"] = _in_words(window.opens, zone)
    elif caution.status == "late" and window.closes is not None:
        labels["closes"] = _in_words(window.closes, zone)
    return Caution(
        uid=_uid(item.act, subject, caution.status),
        act=item.act,
        rules=caution.rules,
        subject=subject,
        status=caution.status,
        since_utc=caution.since,
        until_utc=caution.until,
        timezone=timezone,
        text=caution.text.format(**labels),
        why=caution.why,
        source=caution.source,
    )


def _in_words(moment: datetime, zone: ZoneInfo) -> str:
    wall = moment.astimezone(zone)
    day = f"{WEEKDAYS[wall.weekday()]} {wall.day} {MONTHS[wall.month - 1]} {wall.year}"
    return f"{day}, {wall:%H:%M}"


def _status(item: Scheduled, now: datetime) -> tuple[Status, datetime | None]:
    opens, due, closes = item.window.opens, item.window.due, item.window.closes
    if item.satisfied:
        return "done", None
    if item.set_aside and (item.set_aside.until is None or now < item.set_aside.until):
        return "set-aside", item.set_aside.until
    if closes is not None and (now >= closes or (opens is not None and opens >= closes)):
        return "closed", None
    if opens is None or now < opens:
        return "early", opens or closes
    if item.missing:
        return "needs-fact", closes
    return ("open", due or closes) if due is None or now < due else ("late", closes)


# -- clocks ---------------------------------------------------------------------------------------


def _at(moment: datetime, zone: ZoneInfo, clock: time) -> datetime:
    return datetime.combine(moment.astimezone(zone).date(), clock, zone).astimezone(UTC)


def _add_days(moment: datetime, zone: ZoneInfo, days: int) -> datetime:
    wall = moment.astimezone(zone) + days * DAY
    return wall.replace(fold=0).astimezone(UTC)


def _end_of(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day + DAY, time(0), zone).astimezone(UTC)


def _midnight_after(moment: datetime, zone: ZoneInfo) -> datetime:
    day = moment.astimezone(zone).date()
    midnight = _end_of(day, zone)
    return midnight if midnight > moment else _end_of(day + DAY, zone)


def _office_time(moment: datetime, zone: ZoneInfo, workdays: Workdays) -> datetime:
    wall = moment.astimezone(zone)
    day = wall.date()
    if 9 <= wall.hour < 17 and workdays.works(day):
        return moment
    while True:
        opens = datetime.combine(day, time(9), zone).astimezone(UTC)
        if opens >= moment and workdays.works(day) and opens.astimezone(zone).date() == day:
            return opens
        day += DAY


def _last_workday(day: date, count: int, zone: ZoneInfo, workdays: Workdays) -> date:
    """Return the working day that is so many after a day; none is one that the zone skipped."""
    while count:
        day += DAY
        noon = datetime.combine(day, time(12), zone).astimezone(UTC)
        count -= workdays.works(day) and noon.astimezone(zone).date() == day
    return day


def _deadline(by: date | datetime | None, zone: ZoneInfo) -> datetime | None:
    return by if by is None or isinstance(by, datetime) else _end_of(by, zone)


# -- what is known --------------------------------------------------------------------------------


def _employer(application: Application) -> str:
    return application.employer or "the employer"


def _ends(interview: Interview) -> datetime:
    if interview.ends is None:
        raise ValueError("the end of every interview has to be known")
    return interview.ends


def _promised(subject: Subject) -> datetime | None:
    promise, latest = subject.application.promise, subject.application.latest
    if promise is None or latest is None:
        return None
    zone, within, made = ZoneInfo(latest.timezone), promise.within, promise.made
    if within is None or made is None:
        return _deadline(promise.by, zone)
    if isinstance(made, datetime):
        if within.unit == "hours":
            return made + within.amount * HOUR
        if within.unit == "minutes":
            return made + timedelta(minutes=within.amount)
        made = made.astimezone(zone).date()
    if within.unit == "days":
        return _end_of(made + within.amount * DAY, zone)
    return _end_of(_last_workday(made, within.amount, zone, subject.workdays), zone)


def _namesakes(subject: Subject) -> list[Person]:
    application = subject.application
    known = [each for other in application.interviews for each in other.interviewers]
    if application.recruiter:
        known.append(application.recruiter)
    return sorted((each for each in known if _is_same(each, subject.person)), key=repr)


def _is_same(one: Person, other: Person) -> bool:
    return one.key == other.key if one.key and other.key else one.name == other.name


def _email(subject: Subject) -> str | None:
    if subject.person.email:
        return subject.person.email
    return next((each.email for each in _namesakes(subject) if each.email), None)


def _linkedin(subject: Subject) -> str | None:
    if subject.person.linkedin:
        return subject.person.linkedin
    return next((each.linkedin for each in _namesakes(subject) if each.linkedin), None)


def _connected(subject: Subject) -> bool:
    return any(
        each.act == "connect" and subject.person.is_called(each.to or "")
        for other in subject.application.interviews
        for each in other.done
    )


def _chase_route(application: Application) -> tuple[str, str | None]:
    recruiter, asked = application.recruiter, application.follow_up
    if recruiter:
        return "email", recruiter.email or recruiter.name
    return (asked.channel, asked.to) if asked else ("email", None)


def _next_interview(search: JobSearch, interview: Interview) -> Interview | None:
    ends = _ends(interview)
    later = [
        each
        for application in search.applications
        if application.outcome is None
        for each in application.interviews
        if each.starts >= ends and each is not interview
    ]
    return min(later, key=lambda each: (each.starts, _ends(each), each.timezone), default=None)


def _other_offer(search: JobSearch, application: Application) -> OtherOffer | None:
    live: list[OtherOffer] = []
    for other in search.applications:
        offer = other.offer
        if other is application or offer is None:
            continue
        if offer.declined or other.outcome or other.signed:
            continue
        latest = other.latest or application.latest
        zone = ZoneInfo(latest.timezone if latest else search.timezone)
        live.append((offer.received, _deadline(offer.reply_by, zone), other))
    newest = max((received for received, _, _ in live), default=LATEST)
    answerable = [each for each in live if each[1] is None or each[1] >= newest]
    return min(answerable, key=_urgency, default=None)


def _urgency(offer: OtherOffer) -> tuple[datetime, datetime, tuple[str, ...]]:
    received, reply_by, other = offer
    return reply_by or LATEST, received, other.identity


# -- the ten pieces of advice ---------------------------------------------------------------------


def _items(search: JobSearch) -> Iterator[Scheduled]:
    held = subjects(search)
    for subject in held["interview"]:
        interview, zone = subject.interview, ZoneInfo(subject.timezone)
        yield _ask_how_to_follow_up(subject, interview, zone)
        yield _ask_when_you_will_hear(subject, interview, zone)
        yield _call(subject, interview, zone)
        yield _debrief(subject, interview, zone)
        if any(question.tricky for question in interview.questions):
            yield from _practise(subject, interview)
    for subject in held["person"]:
        interview, zone = subject.interview, ZoneInfo(subject.timezone)
        email = _email(subject)
        yield _collect_contact(subject, interview, zone, email)
        yield _thank_you(subject, interview, zone, email)
        if subject.application.outcome is None:
            yield _connect(subject, interview, zone)
    yield from _look(held["search"][0], search)
    for subject in held["application"]:
        application = subject.application
        if application.outcome or application.offer or application.signed:
            continue
        zone = ZoneInfo(subject.timezone)
        if application.first and application.latest:
            yield from _mention_offer(subject, application.first, zone)
            yield _chase(subject, application.latest, zone)
        if application.recruiter:
            yield _ask_recruiter(subject, application.recruiter, zone)


def _ask_how_to_follow_up(subject: Subject, interview: Interview, zone: ZoneInfo) -> Scheduled:
    application, window = subject.application, _until_you_leave(interview)
    why = "Few candidates ask, and so few follow up."
    return _item(
        "ask-how-to-follow-up",
        subject,
        window,
        item=1,
        text=f"Ask {_employer(application)} how they would like you to follow up",
        why=f"{why} Best: 10 minutes before the interview's end.",
        satisfied=bool(application.follow_up or subject.done("ask-how-to-follow-up")),
        channel="in the interview",
        told=[
            _leaving(window, "Don't leave {employer} without asking how to follow up", why),
            _missed(window, zone, "You left {employer} without asking how to follow up", why),
        ],
    )


def _ask_when_you_will_hear(subject: Subject, interview: Interview, zone: ZoneInfo) -> Scheduled:
    application, window = subject.application, _until_you_leave(interview)
    by = _promised(subject)
    told = by is not None and by >= _ends(interview)
    why = "If you know when to expect an answer, you need not worry before."
    return _item(
        "ask-when-you-will-hear",
        subject,
        window,
        item=2,
        text=f"Ask {_employer(application)} when you will hear from them, and how",
        why=f"{why} Best: 10 minutes before the interview's end.",
        satisfied=told or bool(subject.done("ask-when-you-will-hear")),
        channel="in the interview",
        told=[
            _leaving(window, "Don't leave {employer} without asking when you will hear", why),
            _missed(window, zone, "You left {employer} without asking when you will hear", why),
        ],
    )


def _call(subject: Subject, interview: Interview, zone: ZoneInfo) -> Scheduled:
    ends = _ends(interview)
    if interview.medium in ("video", "phone"):
        opens = ends
        when = "the interview's end, because the interview is by video or phone"
    else:
        opens = interview.left or _midnight_after(ends, zone)
        left = "the moment you are clear of the building"
        moment = left if interview.left else "the midnight after the interview's end"
        when = f"{moment}, because the interview was in person, or nobody has said otherwise"
    text = "Too early to call anybody about {employer}: wait until {opens}"
    why = "Near the building somebody from the interview may hear you; at home nobody does."
    return _item(
        "call",
        subject,
        Window(opens=opens),
        item=3,
        text=f"Call somebody about the interview with {_employer(subject.application)}",
        why=why,
        is_guard=True,
        since=interview.starts,
        told=[("early", interview.starts, opens, text, f"That is {when}. {why}")],
    )


def _collect_contact(
    subject: Subject, interview: Interview, zone: ZoneInfo, email: str | None
) -> Scheduled:
    window = _until_you_leave(interview)
    why = "Without an address you cannot thank each interviewer personally."
    return _item(
        "collect-contact",
        subject,
        window,
        item=4,
        text=f"Get {subject.person.name}'s business card or e-mail address",
        why=f"{why} Best: 10 minutes before the interview's end.",
        satisfied=bool(email or subject.done("collect-contact")),
        channel="in the interview",
        told=[
            _leaving(window, "Don't leave without {person}'s e-mail address", why),
            _missed(window, zone, "You left without {person}'s e-mail address", why),
        ],
    )


def _thank_you(
    subject: Subject, interview: Interview, zone: ZoneInfo, email: str | None
) -> Scheduled:
    starts, ends = interview.starts, _ends(interview)
    an_hour_later, evening = ends + HOUR, _at(ends, zone, time(18))
    if (
        ends < _midnight_after(starts, zone)
        and starts < _at(ends, zone, time(12))
        and an_hour_later < evening
    ):
        best, due = _at(ends, zone, time(14)), evening
        moment = "14:00 on the day of the interview's end"
        if best < an_hour_later:
            best, moment = an_hour_later, "1 hour after the interview's end"
        when = f"{moment}, because the interview was in the morning"
    else:
        next_day = _add_days(ends, zone, 1)
        best, due = _at(next_day, zone, time(9)), _at(next_day, zone, time(12))
        when = (
            "09:00, 1 day after the interview's end, because the interview was not in the morning"
        )
    window = _window(ends, best, due, _add_days(ends, zone, 2))
    name = subject.person.name
    late = "Your thank-you to {person} is getting late: send it before {closes}"
    why = "A prompt note of your own says that you want the job, and brings you back to mind."
    return _item(
        "thank-you",
        subject,
        window,
        item=4,
        text=f"Send {name} a personal thank-you e-mail",
        why=f"{why} Best: {when}.",
        satisfied=bool(subject.done("thank-you")),
        missing=NOTHING if email else _asking("person.email", WHICH_EMAIL, subject),
        channel="email",
        to=email,
        told=[
            ("late", window.due, window.closes, late, why),
            _missed(window, zone, "You missed the time to thank {person}", why),
        ],
    )


def _debrief(subject: Subject, interview: Interview, zone: ZoneInfo) -> Scheduled:
    ends, left = _ends(interview), interview.left
    best = left or ends + HOUR
    when = (
        "the moment you are clear of the building" if left else "1 hour after the interview's end"
    )
    why = "What went wrong this time is what to prepare for the next time."
    return _item(
        "debrief",
        subject,
        _window(ends, best, _midnight_after(best, zone), _add_days(ends, zone, 30)),
        item=5,
        text=f"Write down the questions that {_employer(subject.application)} asked, "
        "the tricky and new ones above all",
        why=f"{why} Best: {when}.",
        satisfied=bool(subject.done("debrief")),
    )


def _practise(subject: Subject, interview: Interview) -> Iterator[Scheduled]:
    upcoming = _next_interview(subject.search, interview)
    if upcoming is None:
        return
    zone = ZoneInfo(upcoming.timezone)
    best = _at(_add_days(upcoming.starts, zone, -1), zone, time(18))
    why = "Work on the answers before the same question comes up again."
    yield _item(
        "practise",
        subject,
        _window(_ends(interview), best, None, upcoming.starts),
        item=5,
        text="Practise your answers to the tricky questions that "
        f"{_employer(subject.application)} asked",
        why=f"{why} Best: 18:00, 1 day before the next interview's start.",
        satisfied=bool(subject.done("practise")),
    )


def _look(subject: Subject, search: JobSearch) -> Iterator[Scheduled]:
    zone, first = ZoneInfo(subject.timezone), search.first
    last = max(subject.done("keep-looking"), default=None)
    signed = min((each.signed for each in search.applications if each.signed), default=None)
    opens = due = None
    since_last = last is None
    if first:
        ends = _ends(first)
        since_last = last is not None and last >= ends
        opens = _add_days(last if last and since_last else ends, zone, 7)
        due = _add_days(opens, zone, 7)
    moment = "your last “keep-looking”" if since_last else "the first interview's end"
    why = "Nothing is certain before you hold a contract, and a better job may turn up."
    yield _item(
        "keep-looking",
        subject,
        _window(opens, opens, due, signed),
        item=6,
        text="Keep looking: find and apply for other jobs",
        why=f"{why} Best: 7 days after {moment}.",
    )
    yield _item(
        "stop-looking",
        subject,
        Window(opens=signed),
        item=6,
        text="Stop looking for other jobs",
        why="Only a contract in your hand makes it safe to stop.",
        is_guard=True,
    )


def _mention_offer(subject: Subject, first: Interview, zone: ZoneInfo) -> Iterator[Scheduled]:
    application = subject.application
    offer = _other_offer(subject.search, application)
    if offer is None:
        return
    received, reply_by, other = offer
    opens, moment = received, "the other offer's arrival"
    if _ends(first) > opens:
        opens, moment = _ends(first), "the end of their first interview"
    best = _office_time(opens, zone, subject.workdays)
    channel, to = _chase_route(application)
    offering = other.employer or "another employer"
    why = "As news, and never as a threat, it shows whether they want you and may speed them up."
    yield _item(
        "mention-offer",
        subject,
        _window(opens, best, None, reply_by),
        item=7,
        text=f"Let {_employer(application)} know of your offer from {offering}, "
        "and that you would rather work for them",
        why=f"{why} Best: {_in_office(moment, opens, best)}.",
        satisfied=any(at >= received for at in subject.done("mention-offer")),
        channel=channel,
        to=to,
    )


def _ask_recruiter(subject: Subject, recruiter: Person, zone: ZoneInfo) -> Scheduled:
    application = subject.application
    opens = best = closes = None
    when, satisfied = "09:00, 1 day after the end of their latest interview", False
    if latest := application.latest:
        opens = _ends(latest)
        morning = _at(_add_days(opens, zone, 1), zone, time(9))
        best, closes = _office_time(morning, zone, subject.workdays), _add_days(opens, zone, 30)
        when = _in_office(when, morning, best)
        satisfied = any(at >= opens for at in subject.done("ask-recruiter"))
    why = "A recruiter often knows somebody there, and hears what candidates are not told."
    return _item(
        "ask-recruiter",
        subject,
        _window(opens, best, None, closes),
        item=8,
        text=f"Ask {recruiter.name} to follow up with {_employer(application)} for you",
        why=f"{why} Best: {when}.",
        satisfied=satisfied,
        channel="email",
        to=recruiter.email or recruiter.name,
    )


def _connect(subject: Subject, interview: Interview, zone: ZoneInfo) -> Scheduled:
    ends, name, linkedin = _ends(interview), subject.person.name, _linkedin(subject)
    opens, moment = _add_days(ends, zone, 2), "2 days after the interview's end"
    best = _office_time(opens, zone, subject.workdays)
    text = "Too early to connect with {person}: wait until {opens}"
    why = "A personal request puts your face and your thanks in front of them once more."
    return _item(
        "connect",
        subject,
        _window(opens, best, None, _add_days(ends, zone, 30)),
        item=9,
        text=f"Ask {name} to connect on LinkedIn, with a personal message",
        why=f"{why} Best: {_in_office(moment, opens, best)}.",
        satisfied=_connected(subject),
        missing=NOTHING if linkedin else _asking("person.linkedin", WHICH_LINKEDIN, subject),
        channel="linkedin",
        to=linkedin,
        told=[("early", ends, opens, text, f"That is {moment}. {why}")],
    )


def _chase(subject: Subject, latest: Interview, zone: ZoneInfo) -> Scheduled:
    application, ends = subject.application, _ends(latest)
    chases, opens, moment, known = _may_chase(subject, latest, zone)
    doubt = Doubt(_asking("application.promise", WHEN_TO_HEAR, subject), known) if known else None
    best = _office_time(opens, zone, subject.workdays)
    channel, to = _chase_route(application)
    return _item(
        "chase",
        subject,
        Window(opens=opens, best=best),
        item=10,
        text=f"Ask {_employer(application)} how their decision is coming on",
        why=f"{TIRESOME} Best: {_in_office(moment, opens, best)}.",
        satisfied=chases >= AT_MOST,
        doubt=doubt,
        channel=channel,
        to=to,
        told=[("early", ends, opens, TOO_EARLY, f"That is {moment}. {TIRESOME}")],
    )


def _may_chase(
    subject: Subject, latest: Interview, zone: ZoneInfo
) -> tuple[int, datetime, str, datetime | None]:
    """Return how often they were chased, and from when they may be.

    That is also said in words; and where nothing is promised, what it is reckoned from.
    """
    application, ends, doubtful = subject.application, _ends(latest), None
    chases = [at for at in subject.done("chase") if at >= ends]
    reminders = [(at, "“chase” since the end of their latest interview") for at in chases]
    reminders += [(at, "“mention-offer”") for at in subject.done("mention-offer")]
    if by := _awaited(subject, ends):
        opens, moment = by, "the moment by which they last promised to answer"
    else:
        last, since = (
            _last_contact(application, latest, ends),
            "the end of the time for a thank-you",
        )
        if last:
            since = "your thank-you for the latest interview, or their last message since"
        opens, moment = (
            _add_days(last or _add_days(ends, zone, 2), zone, 7),
            f"7 days after {since}",
        )
        doubtful = max([last or ends, *[at for at, _ in reminders]])
    if reminders:
        reminded, act = max(reminders, key=itemgetter(0))
        if (again := _add_days(reminded, zone, 7)) > opens:
            opens, moment = again, f"7 days after your last {act}"
    return len(chases), opens, moment, doubtful


def check_chase_by_hand(search: JobSearch, at: datetime) -> Verdict:
    """Return what `check(search, "chase", at=at)` returns for a search with one application."""
    now = at.astimezone(UTC)
    [application] = search.applications
    subject, latest = search_subject(search).narrowed(application), application.latest
    employer = _employer(application)
    status: Status = "silent"
    until, text = None, "Nothing advises it"
    if latest is None:
        why = f"There is no interview. {TIRESOME}"
    elif application.outcome or application.offer or application.signed:
        why = f"There is an outcome, an offer or a signed contract. {TIRESOME}"
    else:
        zone = ZoneInfo(subject.timezone)
        chases, opens, moment, _ = _may_chase(subject, latest, zone)
        if chases < AT_MOST and now < opens:
            status, until, why = "early", opens, f"That is {moment}. {TIRESOME}"
            text = (
                f"Too early for “chase”: wait until {_in_words(opens, ZoneInfo(search.timezone))}"
            )
            if _ends(latest) < opens:
                waits = _in_words(opens, ZoneInfo(search.timezone))
                text = TOO_EARLY.format(employer=employer, opens=waits)
        else:
            best = _office_time(opens, zone, subject.workdays)
            why = f"{TIRESOME} Best: {_in_office(moment, opens, best)}."
            status, text = "done", "Already done: “chase”"
            if chases < AT_MOST:
                status, text = "open", f"Ask {employer} how their decision is coming on"
    return Verdict(
        allowed=status == "open",
        status=status,
        until_utc=until,
        timezone=search.timezone,
        act="chase",
        subject=subject,
        text=text,
        why=why,
    )


def _awaited(subject: Subject, ends: datetime) -> datetime | None:
    """Return the moment by which an answer is promised, unless the promise is spent."""
    by, heard = _promised(subject), subject.application.heard
    return by if by and by >= ends and (heard is None or heard < by) else None


def _last_contact(application: Application, latest: Interview, ends: datetime) -> datetime | None:
    contacts = [each.at for each in latest.done if each.act == "thank-you" and each.at >= ends]
    if application.heard and application.heard >= ends:
        contacts.append(application.heard)
    return max(contacts, default=None)


# -- the parts of an item -------------------------------------------------------------------------


def _window(
    opens: datetime | None,
    best: datetime | None,
    due: datetime | None = None,
    closes: datetime | None = None,
) -> Window:
    if opens is not None:
        best = max(best, opens) if best else None
        due = max(due, opens) if due else None
    if closes is not None:
        best = opens if best and best >= closes else best
        due = min(due, closes) if due else None
    return Window(opens=opens, best=best, due=due, closes=closes)


def _until_you_leave(interview: Interview) -> Window:
    ends = _ends(interview)
    return _window(interview.starts, ends - LAST_WORDS, None, interview.left or ends)


def _in_office(moment: str, reached: datetime, best: datetime) -> str:
    return moment if best == reached else f"{moment}, as soon as the office opens"


def _asking(fact: str, question: str, subject: Subject) -> frozenset[Missing]:
    return frozenset([Missing(fact, question, subject)])


def _leaving(window: Window, text: str, why: str) -> Told:
    return "open", window.best, window.closes, text, why


def _missed(window: Window, zone: ZoneInfo, text: str, why: str) -> Told:
    assert window.closes is not None
    return "closed", window.closes, _add_days(window.closes, zone, 7), text, why


def _item(
    act: str,
    subject: Subject,
    window: Window,
    *,
    item: int,
    text: str,
    why: str,
    satisfied: bool = False,
    is_guard: bool = False,
    since: datetime | None = None,
    missing: frozenset[Missing] = NOTHING,
    doubt: Doubt | None = None,
    channel: str | None = None,
    to: str | None = None,
    told: Iterable[Told] = (),
) -> Scheduled:
    rules, source, set_aside = (act,), SOURCES[item], _set_aside(act, subject)
    cautions = [
        ScheduledCaution(
            status=status,
            since=shown,
            until=until,
            text=words,
            why=reason,
            rules=rules,
            source=source,
        )
        for status, shown, until, words, reason in told
        if not satisfied and shown is not None and (until is None or shown < until)
    ]
    if set_aside:
        cautions = _not_before(set_aside.until, cautions)
    return Scheduled(
        uid=_uid(act, subject),
        act=act,
        rules=rules,
        subject=subject,
        is_guard=is_guard,
        window=window,
        since=since,
        satisfied=satisfied,
        set_aside=set_aside,
        missing=missing,
        doubt=doubt,
        conflict=False,
        channel=channel,
        to=to,
        text=text,
        why=why,
        source=source,
        cautions=tuple(cautions),
    )


def _set_aside(act: str, subject: Subject) -> SetAside | None:
    return subject.set_aside(act) if subject.keeper.set_aside else None


def _not_before(start: datetime | None, cautions: list[ScheduledCaution]) -> list[ScheduledCaution]:
    if start is None:
        return []
    return [
        each._replace(since=max(start, each.since or start))
        for each in cautions
        if each.until is None or start < each.until
    ]


def _uid(act: str, subject: Subject, *more: str) -> UUID:
    times = str(len(subject.done(act)))
    return uuid5(NAMESPACE, "\x1f".join([act, times, subject.path, *more]))
