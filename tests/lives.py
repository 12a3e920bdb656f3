"""45 days of candidates who live with the plan, and what it says to them.

Run `python tests/lives.py [SEED [NUMBER]]`: it lives that many lives, from that seed on, and prints
how much the plan says at 08:00, 13:00 and 19:00 on the candidate's clock.

What happens to a candidate is drawn by `stories`; what they do about it is drawn here. At each
reading they may do what stands under "do now", put it off, dismiss it or leave it, and may answer a
question; some of it they never do, and some questions they never answer. The strategy `histories`
draws what is rare and hostile, and not at the pace of a life: in `planning/test_lives.py` what it
draws is held to have no contradictions, and nothing is counted.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime, time, timedelta
from random import Random
from statistics import fmean
from typing import Literal, NamedTuple, TypeAlias
from zoneinfo import ZoneInfo

from attrs import evolve

from interview_followup import (
    CV_LIBRARY,
    Action,
    FollowUp,
    JobSearch,
    Person,
    Plan,
    Promise,
    RuleSet,
    Subject,
    schedule,
)
from interview_followup._planning.agenda import agenda
from stories import DAYS, story

READ_AT = (time(8), time(13), time(19))
LIVES = 50
DAY = timedelta(days=1)


def do_now(plan: Plan) -> list[Action]:
    """Return what stands under "do now": what is open or late and whose best moment has come."""
    return [action for action in plan.actions if _is_for_now(action, plan.now_utc)]


def _is_for_now(action: Action, now: datetime) -> bool:
    best = action.window.best
    return action.status in ("open", "late") and (best is None or best <= now)


def is_first_first(plan: Plan) -> bool:
    """Tell whether all that is to be done now is told, and what is to be done first comes first.

    That is what somebody at an office waits for while there is anybody, or what cannot wait for
    them to return; then own notes, and what goes to an office that is closed. What has been late
    for a week is last. Of a kind, what is late or over first comes first.
    """
    shown = [entry.values[0] for group in agenda(plan)[:1] for entry in group.entries]
    actions = [value for value in shown if isinstance(value, Action)]
    if not do_now(plan):
        return agenda(plan)[:1] == () or agenda(plan)[0].title != "DO NOW"
    ranks = [_rank(action, plan) for action in actions]
    return ranks == sorted(ranks) and {*map(id, actions)} == {*map(id, do_now(plan))}


def _rank(action: Action, plan: Plan) -> tuple[bool, str, datetime]:
    now, window = plan.now_utc, action.window
    end = datetime(2300, 1, 1, tzinfo=UTC)
    dates = [moment for moment in (window.due, window.closes) if moment and moment > now]
    deadline = min(dates, default=end)
    is_old = window.due is not None and window.due + 7 * DAY <= now
    if action.channel is None:
        return is_old, "" if is_old else "b: own notes", deadline
    can_wait = deadline > _open_again(action.subject.search, now)
    return is_old, "" if is_old else "c: can wait" if can_wait else "a: at once", deadline


def _open_again(search: JobSearch, now: datetime) -> datetime:
    """Return when there is somebody at an office, minute by minute; if there is now, far ahead."""
    moment = now.astimezone(ZoneInfo(search.timezone)).replace(second=0, microsecond=0)
    if _is_open(search, moment):
        return datetime(2400, 1, 1, tzinfo=UTC)
    while not _is_open(search, moment):
        moment = (moment.astimezone(UTC) + timedelta(minutes=15)).astimezone(moment.tzinfo)
    return moment


def _is_open(search: JobSearch, moment: datetime) -> bool:
    return search.workdays.works(moment.date()) and 9 <= moment.hour < 17


# -- what contradicts what -------------------------------------------------------------------------

Kind: TypeAlias = Literal["action", "caution", "question"]

SHOWN = ("early", "open", "late", "needs-fact", "conflict")
"""The statuses of the actions that people are told of."""


class Line(NamedTuple):
    """What a plan says in one line: a question is about a fact, all else about an act.

    `statuses` of an action that stands under "do now" hold `now` as well. `acts` are those that the
    line is there for.
    """

    kind: Kind
    about: str
    acts: frozenset[str]
    statuses: frozenset[str]
    subject: Subject
    channel: str | None

    def __str__(self) -> str:
        statuses = " ".join(sorted(self.statuses))
        return f"{self.kind} {self.about} ({statuses}) of {self.subject.label}"


def lines(plan: Plan) -> Iterator[Line]:
    """Yield the lines of a plan, and what it leaves out of its actions."""
    for action in plan.actions:
        now = ["now"] if _is_for_now(action, plan.now_utc) else []
        statuses = frozenset([action.status, *now])
        acts = frozenset([action.act])
        yield Line("action", action.act, acts, statuses, action.subject, action.channel)
    for caution in plan.cautions:
        acts, statuses = frozenset([caution.act]), frozenset([caution.status])
        yield Line("caution", caution.act, acts, statuses, caution.subject, None)
    for question in plan.questions:
        acts = frozenset(question.acts)
        yield Line("question", question.fact, acts, frozenset(), question.subject, None)


class Sort(NamedTuple):
    """Lines of one kind, with any of some statuses, about any of some acts or facts."""

    kind: Kind
    statuses: tuple[str, ...] = ()
    about: tuple[str, ...] = ()

    def fits(self, line: Line) -> bool:
        return (
            line.kind == self.kind
            and (not self.about or line.about in self.about)
            and (not self.statuses or not line.statuses.isdisjoint(self.statuses))
        )


Share: TypeAlias = Callable[[Line, Line], bool]


def of_one_subject(one: Line, other: Line) -> bool:
    return one.about == other.about and one.subject == other.subject


def at_one_employer(one: Line, other: Line) -> bool:
    """Tell whether two lines are about the same application, or one of them about all."""
    places = one.subject.identities[:1], other.subject.identities[:1]
    return places[0] == places[1]


def with_one_person(one: Line, other: Line) -> bool:
    """Tell whether two lines are about the same person, met at whichever interview."""
    people = one.subject.identities[2:], other.subject.identities[2:]
    return at_one_employer(one, other) and people[0] == people[1] != ()


def of_one_act(one: Line, other: Line) -> bool:
    """Tell whether two lines are about one act for one person, or else for one subject."""
    is_one = one.about == other.about
    return is_one and (one.subject == other.subject or with_one_person(one, other))


def by_phone(one: Line, other: Line) -> bool:
    return one.channel == "phone" and at_one_employer(one, other)


def of_the_preferred(one: Line, other: Line) -> bool:
    preferred = one.subject.application.preferred, other.subject.application.preferred
    return preferred == (True, False)


class Pair(NamedTuple):
    """Two sorts of lines that may not stand in one plan where they share something."""

    name: str
    one: Sort
    other: Sort
    share: Share


NOW, GONE = ("now",), ("done", "set-aside", "silent")
PROGRESS = ("chase", "ask-recruiter")
"""Asking how far they are: one matter, whoever asks."""

CONTRADICTIONS = (
    Pair("do it now, and too early", Sort("action", NOW), Sort("caution", ("early",)), of_one_act),
    Pair("do it now, and over", Sort("action", NOW), Sort("caution", ("closed",)), of_one_act),
    Pair("beware of what is gone", Sort("action", GONE), Sort("caution"), of_one_subject),
    Pair(
        "ask how far they are, and too early to ask",
        Sort("action", NOW, PROGRESS),
        Sort("caution", ("early",), PROGRESS),
        at_one_employer,
    ),
    Pair(
        "phone them, and too early for the phone",
        Sort("action", NOW),
        Sort("caution", ("early",), ("call",)),
        by_phone,
    ),
    Pair(
        "tell the preferred one of an offer, and another",
        Sort("action", NOW, ("mention-offer",)),
        Sort("action", NOW, ("mention-offer",)),
        of_the_preferred,
    ),
)
"""What contradicts each other in one plan."""

REPETITIONS = (
    Pair("one question twice", Sort("question"), Sort("question"), of_one_act),
    Pair(
        "ask how far they are, and ask the recruiter to ask",
        Sort("action", NOW, ("chase",)),
        Sort("action", NOW, ("ask-recruiter",)),
        at_one_employer,
    ),
    Pair(
        "how to follow up is not noted, and asked",
        Sort("caution", ("closed",), ("ask-how-to-follow-up",)),
        Sort("question", (), ("application.follow_up",)),
        at_one_employer,
    ),
    Pair(
        "when they answer is not noted, and asked",
        Sort("caution", ("closed",), ("ask-when-you-will-hear",)),
        Sort("question", (), ("application.promise",)),
        at_one_employer,
    ),
    Pair(
        "the address is not noted, and asked",
        Sort("caution", ("closed", "late"), ("collect-contact", "thank-you")),
        Sort("question", (), ("person.email",)),
        with_one_person,
    ),
)
"""What says one thing twice in one plan: no contradiction, yet more than anybody need read."""


class Ended(NamedTuple):
    """Acts that no line may be about any more, once something is known of the subject."""

    name: str
    acts: frozenset[str]
    has_come: Callable[[Subject, datetime], bool]


def has_outcome(subject: Subject, now: datetime) -> bool:
    return subject.per != "search" and subject.application.outcome is not None


def has_outcome_but_rejected(subject: Subject, now: datetime) -> bool:
    return has_outcome(subject, now) and subject.application.outcome != "rejected"


def has_offer(subject: Subject, now: datetime) -> bool:
    return subject.per != "search" and subject.application.offer is not None


def has_signed(subject: Subject, now: datetime) -> bool:
    moments = [application.signed for application in subject.search.applications]
    return any(isinstance(signed, datetime) and signed <= now for signed in moments)


def was_not_held(subject: Subject, now: datetime) -> bool:
    return subject.per in ("interview", "person") and not subject.interview.took_place


WAITING = frozenset(["chase", "ask-recruiter", "mention-offer"])
AT_INTERVIEW = frozenset(["ask-how-to-follow-up", "ask-when-you-will-hear", "collect-contact"])
AFTER_INTERVIEW = frozenset(["thank-you", "connect", "debrief", "practise", "call"])

ENDED = (
    Ended("outcome", WAITING | AT_INTERVIEW | {"thank-you", "connect"}, has_outcome),
    Ended("outcome other than a rejection", frozenset(["debrief"]), has_outcome_but_rejected),
    Ended("offer", WAITING, has_offer),
    Ended("contract", WAITING | {"keep-looking"}, has_signed),
    Ended("interview not held", AT_INTERVIEW | AFTER_INTERVIEW, was_not_held),
)


class Clash(NamedTuple):
    """A pair of lines that one of the tables names; or a line beside what it should end with."""

    name: str
    lines: tuple[str, ...]


def clashes(known: Sequence[Line], pairs: Sequence[Pair] = CONTRADICTIONS) -> list[Clash]:
    """Return the pairs of a plan's lines that a table names."""
    beside = {}
    for pair in pairs:
        others = [line for line in known if pair.other.fits(line)]
        ones = [line for line in known if pair.one.fits(line)] if others else []
        for one in ones:
            for other in others:
                if one is not other and pair.share(one, other):
                    beside[pair.name, frozenset([id(one), id(other)])] = one, other
    return [Clash(name, (str(one), str(other))) for (name, _), (one, other) in beside.items()]


def outlived(known: Sequence[Line], now: datetime) -> list[Clash]:
    """Return the lines of a plan that are about nothing but acts that have ended.

    When an offer came is asked for the sake of other applications, whatever became of its own.
    """
    return [
        Clash(ended.name, (str(line),))
        for line in known
        if line.about != "application.offer_received"
        and (line.kind != "action" or not line.statuses.isdisjoint(SHOWN))
        for ended in ENDED
        if line.acts <= ended.acts and ended.has_come(line.subject, now)
    ]


# -- what a candidate does about it ----------------------------------------------------------------


class Candidate(NamedTuple):
    """Somebody who does what a plan says, now and then.

    `diligence` is how likely they are to do what they read, each time that they read it.
    """

    seed: int
    random: Random
    diligence: float

    def after_reading(self, search: JobSearch, plan: Plan) -> JobSearch:
        """Return the search as the candidate leaves it: nobody does anything in an interview."""
        if any(
            interview.first_moment <= plan.now_utc < interview.last_moment
            for application in search.applications
            for interview in application.interviews
        ):
            return search
        search = self._answer(search, plan)
        for action in do_now(plan):
            search = self._act(search, plan, action)
        return search

    def _act(self, search: JobSearch, plan: Plan, action: Action) -> JobSearch:
        if self._never(0.2, action.act, action.subject):
            return search
        chance = self.random.random()
        if chance < self.diligence:
            return search.record(action, at=plan.now)
        if chance < self.diligence + 0.05:
            days = self.random.choice((1, 2, 4))
            return search.snooze(action, until=plan.now.date() + days * DAY)
        if chance < self.diligence + 0.06:
            return search.dismiss(action)
        return search

    def _answer(self, search: JobSearch, plan: Plan) -> JobSearch:
        """Answer the first of the questions that the candidate cares to answer, if any."""
        for question in plan.questions:
            if self._never(0.4, question.fact, question.subject) or self.random.random() < 0.7:
                continue
            return _answered(search, question.fact, question.subject, plan)
        return search

    def _never(self, share: float, about: str, subject: Subject) -> bool:
        """Tell whether something is of that share of things that this candidate never does."""
        return Random(f"{self.seed} {about} {subject.path}").random() < share


def _answered(search: JobSearch, fact: str, subject: Subject, plan: Plan) -> JobSearch:
    if fact == "person.email":
        person = subject.person
        return search.replace(person, evolve(person, email=f"{person.name}@example.org".lower()))
    if fact == "person.linkedin":
        person = subject.person
        profile = f"https://www.linkedin.com/in/{person.name}".lower()
        return search.replace(person, evolve(person, linkedin=profile))
    if fact == "interview.interviewers":
        met = [Person(name="Edna")]
        return search.replace(subject.interview, evolve(subject.interview, interviewers=met))
    application = subject.application
    if fact == "application.follow_up":
        return search.replace(application, evolve(application, follow_up=FollowUp(channel="email")))
    if fact == "application.promise":
        by = plan.now.date() + 4 * DAY
        return search.replace(application, evolve(application, promise=Promise(by=by)))
    if fact == "application.offer_received" and application.offer is not None:
        offer = evolve(application.offer, received=plan.now.date() - DAY)
        return search.replace(application, evolve(application, offer=offer))
    return search


# -- a life and its counts -------------------------------------------------------------------------


class Reading(NamedTuple):
    """How much a plan says, and of what: `missed` are cautions that something is over."""

    now: datetime
    do_now: int
    cautions: int
    questions: int
    missed: int
    is_in_order: bool
    is_first_first: bool
    contradictions: tuple[Clash, ...]
    repetitions: tuple[Clash, ...]
    outlived: tuple[Clash, ...]


class Life(NamedTuple):
    """What was read in 45 days.

    `stood` is for how long each act was under "do now", counted from its best moment, and `late`
    for how long it was late there; by act and subject. `asked` counts the questions by fact and
    subject, and `missed` the cautions that something is over, by act.
    """

    seed: int
    readings: tuple[Reading, ...]
    stood: dict[tuple[str, str], timedelta]
    late: dict[tuple[str, str], timedelta]
    asked: Counter[tuple[str, str]]
    missed: Counter[str]


def live(seed: int, rules: RuleSet = CV_LIBRARY) -> Life:
    """Live one life of 45 days."""
    drawn = story(seed)
    random = Random(f"candidate {seed}")
    candidate = Candidate(seed, random, random.uniform(0.1, 0.5))
    life = Life(seed, (), {}, {}, Counter(), Counter())
    readings = []
    search, events = drawn.search, list(drawn.events)
    scheduled, timetable = search, schedule(search, rules=rules)
    for number in range(DAYS * len(READ_AT)):
        days, reading = divmod(number, len(READ_AT))
        now = datetime.combine(drawn.begins + days * DAY, READ_AT[reading], drawn.zone)
        while events and events[0].at <= now:
            search = events.pop(0).change(search)
        if search is not scheduled:
            scheduled, timetable = search, schedule(search, rules=rules)
        plan = timetable.at(now)
        readings.append(_read(plan, life))
        search = candidate.after_reading(search, plan)
    return life._replace(readings=tuple(readings))


def _read(plan: Plan, life: Life) -> Reading:
    """Return how much a plan says, and note in the life for how long it has been saying it."""
    now = plan.now_utc
    actions = do_now(plan)
    for action in actions:
        place = action.act, action.subject.label
        for since, lengths in ((action.window.best, life.stood), (action.window.due, life.late)):
            if since is not None and since <= now:
                lengths[place] = max(now - since, lengths.get(place, timedelta(0)))
    missed = [caution.act for caution in plan.cautions if caution.status == "closed"]
    life.missed.update(missed)
    life.asked.update([(question.fact, question.subject.label) for question in plan.questions])
    bests = [action.window.best for action in plan.actions if action.window.best]
    dated = [action.window.best is not None for action in plan.actions]
    known = list(lines(plan))
    return Reading(
        now,
        len(actions),
        len(plan.cautions),
        len(plan.questions),
        len(missed),
        bests == sorted(bests) and dated == sorted(dated, reverse=True),
        is_first_first(plan),
        tuple(clashes(known)),
        tuple(clashes(known, REPETITIONS)),
        tuple(outlived(known, now)),
    )


def lives(seed: int = 0, number: int = LIVES) -> list[Life]:
    """Live some lives, from a seed on, on as many processors as there are."""
    with ProcessPoolExecutor() as pool:
        return list(pool.map(live, range(seed, seed + number)))


def report(lived: Sequence[Life]) -> Iterator[str]:
    """Yield the counts of some lives, line by line."""
    readings = [reading for life in lived for reading in life.readings]
    yield f"{len(lived)} lives, {len(readings):,} readings"
    for kind in ("do_now", "cautions", "questions"):
        counts = [getattr(reading, kind) for reading in readings]
        busiest = max(fmean(getattr(reading, kind) for reading in life.readings) for life in lived)
        yield (
            f"  {kind.replace('_', ' ')}: {fmean(counts):.2f} on average, {busiest:.2f} in the "
            f"busiest life, {max(counts)} at most"
        )
    yield from _over_and_asked(lived)
    yield f"  not in the order of best: {sum(not reading.is_in_order for reading in readings)}"
    for name in ("stood", "late"):
        longest: dict[str, timedelta] = {}
        for life in lived:
            for (act, _), length in getattr(life, name).items():
                longest[act] = max(length, longest.get(act, timedelta(0)))
        for act, length in sorted(longest.items(), key=lambda longest: -longest[1]):
            yield f"  {name} longest, in days: {act} {length / DAY:.1f}"
    for table in ("contradictions", "repetitions", "outlived"):
        yield from _clashing(lived, table)


def _over_and_asked(lived: Sequence[Life]) -> Iterator[str]:
    """Yield how often lives were told that something is over, and asked something."""
    over = sum((life.missed for life in lived), Counter[str]())
    cautions = sum(reading.cautions for life in lived for reading in life.readings)
    yield f"  cautions that something is over: {over.total():,} of {cautions:,}"
    yield from (f"    over: {act} {n:,}" for act, n in over.most_common())
    totals, most = Counter[str](), Counter[str]()
    for life in lived:
        for (fact, _), n in life.asked.items():
            totals[fact] += n
            most[fact] = max(most[fact], n)
    for fact, n in totals.most_common():
        yield f"  asked: {fact} {n:,}, one of them {most[fact]} times"


def _clashing(lived: Sequence[Life], table: str) -> Iterator[str]:
    """Yield how often there was what a table names, with where it was first."""
    count, examples = Counter[str](), dict[str, str]()
    for life in lived:
        for reading in life.readings:
            for clash in getattr(reading, table):
                count[clash.name] += 1
                where = f"life {life.seed}, {reading.now:%Y-%m-%d %H:%M} UTC"
                examples.setdefault(clash.name, f"{where}: {' | '.join(clash.lines)}")
    yield f"  {table}: {count.total():,}"
    yield from (f"    {n:,} times {name}; {examples[name]}" for name, n in count.most_common())


if __name__ == "__main__":
    print("\n".join(report(lives(*[int(argument) for argument in sys.argv[1:]]))))
