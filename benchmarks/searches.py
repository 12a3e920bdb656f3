"""The job searches that benchmarks plan, and the moments at which they do."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import product
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from attrs import evolve
from hypothesis import HealthCheck, Phase, given, seed, settings

from interview_followup import (
    Application,
    AskedQuestion,
    Done,
    Interview,
    JobSearch,
    Offer,
    Person,
    Promise,
    Schedule,
    SetAside,
    Workdays,
    read_search,
    strategies,
)
from interview_followup.language import days, hours, minutes, working_days

EXAMPLE = Path(__file__).parent.parent / "examples" / "job_search.toml"
LONDON = ZoneInfo("Europe/London")
STARTS = datetime(2026, 11, 24, 10, tzinfo=LONDON)
NOW = datetime(2026, 11, 24, 15, tzinfo=LONDON)
DAY, HOUR, TICK = timedelta(days=1), timedelta(hours=1), timedelta(microseconds=1)


def panel() -> JobSearch:
    """Return a search with one panel interview of four people."""
    named = ("Priya Shah", "Ana Costa", "Jo Park")
    people = [
        Person(
            name=name,
            email=f"{name.split()[0].lower()}@acme.example",
            linkedin=f"https://www.linkedin.com/in/{name.replace(' ', '-').lower()}",
        )
        for name in named
    ]
    interview = Interview(
        starts=STARTS,
        ends=STARTS + HOUR,
        medium="in-person",
        interviewers=[*people, Person(name="Tom Reed")],
        questions=[
            AskedQuestion(text="Why did you leave your last job?", tricky=True),
            AskedQuestion(text="How do you test a pipeline?"),
        ],
    )
    acme = Application(employer="Acme", role="Data engineer", interviews=[interview])
    return JobSearch(timezone="Europe/London", applications=[acme])


def example() -> JobSearch:
    """Return the search of five applications that is shipped as an example."""
    return read_search(EXAMPLE)


def quiet() -> JobSearch:
    """Return the panel's search with acts dismissed and snoozed, of every kind of subject."""
    search = panel()
    [acme] = search.applications
    [interview] = acme.interviews
    aside = [
        SetAside(act="thank-you", to="Priya Shah"),
        SetAside(act="thank-you", to="Ana Costa", until=STARTS + 33 * HOUR),
        SetAside(act="thank-you", to="Jo Park", until=STARTS + 49 * HOUR),
        SetAside(act="thank-you", to="Tom Reed", until=STARTS + 3 * HOUR),
        SetAside(act="collect-contact", to="Tom Reed", until=STARTS + 2 * HOUR),
        SetAside(act="connect", to="Tom Reed"),
        SetAside(act="connect", to="Jo Park", until=STARTS + 4 * DAY),
        SetAside(act="connect", to="Jo Park", until=STARTS + DAY),
        SetAside(act="ask-how-to-follow-up", until=STARTS + 20 * DAY),
        SetAside(act="call", until=STARTS + 5 * HOUR),
        SetAside(act="debrief", until=STARTS + DAY),
        SetAside(act="debrief"),
    ]
    interview = evolve(
        interview,
        set_aside=aside,
        done=[Done(act="thank-you", to="Ana Costa", at=STARTS + 6 * HOUR)],
    )
    chase = SetAside(act="chase", until=STARTS + 3 * DAY)
    acme = evolve(acme, interviews=[interview], set_aside=[chase])
    looking = SetAside(act="keep-looking", until=STARTS + 10 * DAY)
    return evolve(search, applications=[acme], set_aside=[looking])


def promised() -> JobSearch:
    """Return a search with promises of every kind, spent or not, and with none."""
    day, moment = date(2026, 11, 24), STARTS + 14 * HOUR
    promises = (
        Promise(within=working_days(5), made=day),
        Promise(within=working_days(1), made=moment),
        Promise(within=days(3), made=moment),
        Promise(within=days(0), made=day),
        Promise(within=hours(48), made=moment),
        Promise(within=minutes(90), made=moment),
        Promise(within=working_days(2), made=date(2026, 11, 18)),
        Promise(by=date(2026, 12, 1)),
        Promise(by=STARTS + 2 * DAY),
        Promise(channel="phone"),
        None,
    )
    reminded = (
        (),
        (Done(act="chase", at=STARTS + 8 * DAY),),
        (Done(act="mention-offer", at=STARTS + 9 * DAY), Done(act="chase", at=STARTS - DAY)),
    )
    applications = [
        Application(
            employer=f"Employer {number}",
            interviews=[met(number)],
            promise=promise,
            heard=STARTS + 2 * DAY if number % 2 else None,
            workdays=None if number % 2 else Workdays(weekend=["Friday"]),
            done=done,
            set_aside=[SetAside(act="chase", until=STARTS + 8 * DAY)] if number % 7 == 0 else (),
        )
        for number, (promise, done) in enumerate(product(promises, reminded))
    ]
    return JobSearch(timezone="America/New_York", applications=applications)


def met(number: int) -> Interview:
    """Return an interview with two people, of whom one has no address and the other a note."""
    priya = Person(name="Priya", email="priya@acme.example")
    thanked = Done(act="thank-you", to="Priya", at=STARTS + 4 * HOUR)
    return Interview(
        starts=STARTS,
        ends=STARTS + HOUR,
        interviewers=[priya, Person(name="Tom")],
        done=[thanked] if number % 4 else (),
    )


def namesakes() -> JobSearch:
    """Return a search with people met twice, one as recruiter, and an interview without an end."""
    day, profile = STARTS - 7 * DAY, "https://www.linkedin.com/in/priya"
    before = Interview(
        starts=day,
        ends=day + HOUR,
        interviewers=[
            Person(name="Priya", linkedin=profile),
            Person(name="Tom", key="tom", email="t.reed@acme.example"),
            Person(name="Tom", key="other", email="tom@elsewhere.example"),
        ],
        done=[Done(act="connect", to="tom", at=day + 2 * DAY)],
    )
    again = Interview(
        starts=STARTS,
        interviewers=[
            Person(name="Thomas", key="tom", email="tom@acme.example"),
            Person(name="Tom", key="new"),
            Person(name="Priya", key="p"),
            Person(name="Ana"),
        ],
    )
    acme = Application(
        employer="Acme",
        interviews=[before, again],
        recruiter=Person(name="Ana", email="ana@a.example"),
    )
    late = Application(employer="Hooli", interviews=[again], recruiter=Person(name="Thomas"))
    offering = Application(key="offer", offer=Offer(received=STARTS, reply_by=date(2026, 12, 4)))
    return JobSearch(timezone="Asia/Tokyo", applications=[acme, late, offering])


def by_the_day() -> Iterator[JobSearch]:
    """Yield searches of which little more than the days is known; one has a key."""
    start = STARTS.date()
    yield JobSearch(timezone="Asia/Tokyo", applications=known_to_the_day(start))
    yield JobSearch(
        timezone="America/New_York",
        key="search",
        applications=[heard_on(start + number * DAY) for number in range(-1, 12)],
        done=[Done(act="keep-looking", at=start + DAY)],
        set_aside=[SetAside(act="keep-looking", until=start + 9 * DAY)],
    )


def slips() -> Iterator[JobSearch]:
    """Yield searches with acts and facts where nobody looks, and with a zone that is lost."""
    acts = ("keep-looking", "chase", "debrief", "thank-you", "sing")
    done = [Done(act=act, at=NOW + DAY) for act in acts]
    set_aside = [SetAside(act=act) for act in acts]
    interview = Interview(
        starts=STARTS,
        timezone="UTC",
        left=NOW + HOUR,
        interviewers=[Person(name="Priya", facts={"tea": True}), Person(name="Tom")],
        done=[*done, Done(act="debrief", to="Tom", at=STARTS.date() + DAY)],
        set_aside=[*set_aside, SetAside(act="connect", to="Tom")],
        facts={"room": 9},
    )
    acme = Application(
        employer="Acme",
        interviews=[interview],
        recruiter=Person(name="Rachel", facts={"fee": 5}),
        promise=Promise(within=days(3), made=STARTS.date() + DAY),
        done=done,
        set_aside=set_aside,
        facts={"pay": 5},
    )
    for zone in ("America/New_York", "Etc/UTC"):
        yield JobSearch(
            timezone=zone, applications=[acme], done=done, set_aside=set_aside, facts={"age": 5}
        )


def known_to_the_day(start: date) -> list[Application]:
    """Return applications whose interviews start or end on a day, or at a time nobody knows."""
    priya, tom = Person(name="Priya"), Person(name="Tom")
    timed = Interview(
        starts=STARTS,
        interviewers=[priya, tom],
        done=[
            Done(act="thank-you", to="Priya", at=start + DAY),
            Done(act="connect", to="Tom", at=start - DAY),
        ],
        set_aside=[
            SetAside(act="thank-you", to="Tom", until=start + DAY),
            SetAside(act="debrief", until=start + 3 * DAY),
        ],
    )
    interviews = [
        timed,
        evolve(timed, starts=start),
        evolve(timed, starts=start, ends=start + 2 * DAY),
        evolve(timed, ends=start, medium="video"),
        evolve(timed, left=STARTS + HOUR),
        evolve(timed, ends=STARTS + HOUR, left=start),
        evolve(timed, ends=STARTS + 15 * HOUR),
        evolve(timed, starts=STARTS + 12 * HOUR, ends=STARTS + 23 * HOUR),
    ]
    return [
        Application(employer=f"Employer {number}", recruiter=priya, interviews=[interview])
        for number, interview in enumerate(interviews)
    ]


def heard_on(day: date) -> Application:
    """Return an application with a promise by a day, and with a message and acts on another."""
    start, chased = STARTS.date(), Done(act="chase", at=day)
    by_date, within = Promise(by=start + 5 * DAY), Promise(within=days(3), made=start)
    return Application(
        key=str(day),
        interviews=[Interview(starts=STARTS, ends=start if day.day % 2 else None)],
        recruiter=Person(name="Robin", email="robin@vale.example"),
        promise=by_date if day.day % 3 else within,
        heard=day,
        done=[
            Done(act="ask-recruiter", at=day),
            *([chased] if day.day % 4 else [chased, chased]),
        ],
        set_aside=() if day.day % 5 else [SetAside(act="chase", until=day + 8 * DAY)],
    )


def whoever() -> Iterator[JobSearch]:
    """Yield searches in which nobody has said who was met, or the interview was not held."""
    [acme] = panel().applications
    [first] = acme.interviews
    unmet = evolve(first, interviewers=None)
    again = evolve(first, starts=STARTS + 7 * DAY, ends=STARTS + 7 * DAY + HOUR)
    called_off = evolve(
        again, not_held="cancelled", interviewers=[Person(name="Tom Reed", email="t@t")]
    )
    for interviews in (
        [unmet],
        [evolve(unmet, ends=None)],
        [evolve(unmet, starts=STARTS.date(), ends=None)],
        [evolve(unmet, left=STARTS + 3 * HOUR, medium="phone")],
        [evolve(unmet, left=STARTS + 3 * HOUR, ends=None)],
        [unmet, again],
        [evolve(first, interviewers=())],
        [evolve(first, not_held="no-show")],
        [first, called_off],
        [called_off, evolve(again, starts=STARTS + 9 * DAY, ends=None)],
    ):
        for outcome in (None, "no-answer"):
            yield evolve(
                panel(), applications=[evolve(acme, interviews=interviews, outcome=outcome)]
            )


def offered() -> Iterator[JobSearch]:
    """Yield searches with offers that came on a day, or of which nobody has said when they came."""
    [acme] = panel().applications
    day, mentioned = STARTS.date(), Done(act="mention-offer", at=STARTS.date())
    offers = (
        Offer(),
        Offer(reply_by=day + 5 * DAY),
        Offer(received=day),
        Offer(received=day + DAY, reply_by=day + 3 * DAY),
        Offer(received=STARTS + 5 * DAY),
        Offer(declined=True),
    )
    for offer, other in product(offers, offers):
        offering = [
            Application(employer="Hooli", offer=offer),
            Application(
                role="Engineer", offer=other, signed=day + 30 * DAY if other is offer else None
            ),
        ]
        yield evolve(panel(), applications=[acme, *offering])
        yield evolve(panel(), applications=[evolve(acme, done=[mentioned]), *offering])


def chosen() -> Iterator[JobSearch]:
    """Yield searches with a first choice, a recruiter who was asked, and contracts elsewhere."""
    [acme] = panel().applications
    other = evolve(acme, employer="Globex")
    rachel = Person(name="Rachel Green")
    requests = [Done(act="ask-recruiter", at=STARTS + 6 * DAY)]
    hooli = Application(employer="Hooli", offer=Offer(received=STARTS, reply_by=STARTS + 20 * DAY))
    for reply_by, signed in product((HOUR, DAY, None), (DAY, 12 * DAY, None)):
        initech = Application(
            employer="Initech",
            offer=Offer(received=STARTS, reply_by=STARTS + reply_by if reply_by else None),
        )
        contract = Application(employer="Umbrella", signed=STARTS + signed if signed else None)
        for preferred in (
            evolve(acme, preferred=True),
            evolve(acme, preferred=True, outcome="rejected"),
            evolve(acme, recruiter=rachel, done=requests),
        ):
            yield evolve(panel(), applications=[preferred, other, initech, contract])
            yield evolve(panel(), applications=[preferred, other, hooli, initech, contract])


def waiting() -> Iterator[JobSearch]:
    """Yield searches with one application each: reminders, outcomes, another interview."""
    [acme] = panel().applications
    [first] = acme.interviews
    again = Interview(starts=STARTS + 7 * DAY, ends=STARTS + 7 * DAY + HOUR)
    chased = [Done(act="chase", at=STARTS + days * DAY) for days in (9, 17, 25)]
    differing: tuple[dict[str, Any], ...] = (
        {"interviews": []},
        {"interviews": [evolve(first, ends=None)]},
        {"interviews": [first, again]},
        {"outcome": "rejected"},
        {"signed": STARTS + DAY},
        {"offer": Offer(received=STARTS + DAY)},
        {"heard": STARTS + 3 * DAY},
        {"done": chased[:1]},
        {"done": chased[:2]},
        {"done": chased},
    )
    for changes in differing:
        yield evolve(panel(), applications=[evolve(acme, **changes)])


def drawn(number: int) -> list[JobSearch]:
    """Return so many searches drawn at random, always the same, with times where clocks change."""
    searches: list[JobSearch] = []
    anchors = strategies.moments().filter(lambda moment: 1971 < moment.year < 2199)
    near = anchors.flatmap(lambda anchor: strategies.job_searches(near=anchor))

    @seed(number)
    @settings(
        max_examples=number,
        phases=[Phase.generate],
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(near)
    def keep(search: JobSearch) -> None:
        searches.append(search)

    keep()
    return searches


def moments(schedule: Schedule) -> Iterator[datetime]:
    """Yield a moment before anything happened, and moments around each at which a plan changes."""
    now: datetime | None = datetime(1970, 1, 2, tzinfo=UTC)
    while now is not None:
        yield from (now - TICK, now, now + TICK)
        now = schedule.at(now).until_utc
