"""Job searches, and all that is in one."""

# Annotations are no texts here, as those of composites are read in a module of Hypothesis.

from datetime import date, datetime, time, timedelta
from typing import Any, TypeAlias, TypeVar

from attrs import evolve
from hypothesis import strategies as st

from interview_followup import _clock
from interview_followup.advice import CV_LIBRARY
from interview_followup.language import (
    Condition,
    Count,
    Detail,
    Moment,
    days,
    hours,
    working_days,
)
from interview_followup.language._fact import Fact
from interview_followup.language._operators import AT_LEAST
from interview_followup.language._rule_set import RuleSet
from interview_followup.language._subject import Per
from interview_followup.model import (
    Application,
    AskedQuestion,
    Done,
    FollowUp,
    Interview,
    JobSearch,
    Offer,
    Person,
    Promise,
    SetAside,
    WakingHours,
    Workdays,
)
from interview_followup.model._application import OUTCOMES
from interview_followup.model._interview import MEDIA, REASONS
from interview_followup.model._names import compared
from interview_followup.strategies._moments import (
    DAY,
    HOUR,
    MINUTE,
    dates_or_instants,
    draw_anchor,
    instants,
    mostly_instants,
    within_range,
    zones,
)

T = TypeVar("T")
Day: TypeAlias = date | datetime

NOTES = "Friendly.\nAsk about the rota."
NAMES = ("Priya Shah", "Tom Reed", "Ana Costa", "Zoë {employer} O'Neil", "priya  SHAH ")
"""The last is the first, as somebody else writes it."""
EMAIL, LINKEDIN = "priya@acme.example", "linkedin.example/priya"
EMPLOYERS = ("Acme", "Globex", "Hooli")
WITHIN = (working_days(5), days(2), hours(48))
FEW, MANY = 2, 12
"""How many people and interviews are drawn, and up to how many where rules ask for more."""
LENGTHS = (HOUR, None, 5 * MINUTE, 200 * MINUTE, timedelta(0), 600 * MINUTE)


def maybe(strategy: st.SearchStrategy[T]) -> st.SearchStrategy[T | None]:
    """Draw nothing, or a value of a strategy."""
    return st.none() | strategy


def seldom(strategy: st.SearchStrategy[T]) -> st.SearchStrategy[T | None]:
    """Draw nothing, or once in a while a value of a strategy."""
    return st.sampled_from([False] * 3 + [True]).flatmap(
        lambda present: strategy if present else st.none()
    )


def people() -> st.SearchStrategy[Person]:
    """Draw an interviewer, with or without addresses, notes and a key."""
    return st.builds(
        Person,
        name=st.sampled_from(NAMES),
        email=maybe(st.just(EMAIL)),
        linkedin=maybe(st.just(LINKEDIN)),
        phone=seldom(st.just("+44 161 496 0000")),
        notes=seldom(st.just(NOTES)),
        key=maybe(st.sampled_from(["1", "2"])),
    )


def _as_many_as_asked_for(rules: RuleSet, *counts: str) -> int:
    """Return how many are to be drawn of what has these counts, so that all rules may speak."""
    numbers = [
        node.operands[1].constant
        for rule in rules
        for node in rule.nodes
        if node.operator is AT_LEAST
        and isinstance(fact := node.operands[0].leaf, Fact)
        and fact.name in counts
    ]
    return max(FEW, min(max(numbers, default=FEW), MANY))


def _panels(rules: RuleSet) -> st.SearchStrategy[list[Person]]:
    """Draw people whom an act done can tell apart; at times as many as rules ask for."""
    names = (
        lambda person: person.identity,
        lambda person: compared(person.name),
        lambda person: person.key or compared(person.name),
    )
    few = st.lists(people(), max_size=FEW, unique_by=names)
    many = _as_many_as_asked_for(rules, "interview.people_count")
    crowd = [Person(name=f"Guest {number}") for number in range(1, many + 1)]
    return few if many == FEW else few | few | st.just(crowd)


@st.composite
def workdays(draw: st.DrawFn, *, near: datetime | None = None) -> Workdays:
    """Draw the days on which people work: other weekends than ours, and holidays around a time.

    With `near`, an aware datetime of any zone, its times are around that.

    Raises:
        InvalidInput: `near` is naive or not between 1970 and 2200; as it is drawn.
    """
    day = min(draw_anchor(draw, near).date(), date(2199, 1, 1))
    holidays = st.sampled_from([1, 2, 3, 4, 7]).map(lambda days: day + days * DAY)
    return Workdays(
        weekend=draw(st.sampled_from([("Saturday", "Sunday"), ("Friday",), ()])),
        holidays=draw(st.lists(holidays, max_size=3)),
    )


def questions() -> st.SearchStrategy[AskedQuestion]:
    """Draw a question that was asked."""
    return st.builds(AskedQuestion, text=st.just("Why did you leave?"), tricky=st.booleans())


def follow_ups() -> st.SearchStrategy[FollowUp]:
    """Draw how they asked to be written to."""
    return st.builds(FollowUp, channel=st.just("phone"), to=maybe(st.just("0161 496 0000")))


@st.composite
def promises(draw: st.DrawFn, *, near: datetime | None = None) -> Promise:
    """Draw a promise to answer: by no known day, a date or a moment, or within a while.

    With `near`, an aware datetime of any zone, its times are around that.

    Raises:
        InvalidInput: `near` is naive or not between 1970 and 2200; as it is drawn.
    """
    anchor = draw_anchor(draw, near)
    channel = draw(maybe(st.just("email")))
    if draw(st.sampled_from([False, False, True])):
        within, made = draw(st.sampled_from(WITHIN)), draw(dates_or_instants(near=anchor))
        return Promise(
            within=within,
            made=made if isinstance(made, datetime) or within.keeps_clock else anchor,
            channel=channel,
        )
    return Promise(by=draw(maybe(dates_or_instants(near=anchor))), channel=channel)


@st.composite
def offers(draw: st.DrawFn, *, near: datetime | None = None) -> Offer:
    """Draw an offer, to be answered within a while or at any time, perhaps declined.

    With `near`, an aware datetime of any zone, its times are around that.

    Raises:
        InvalidInput: `near` is naive or not between 1970 and 2200; as it is drawn.
    """
    arrival = draw(instants(near=draw_anchor(draw, near)))
    wait = draw(st.sampled_from([None, 3 * DAY, HOUR, 9 * DAY]))
    reply_by: date | datetime | None = None if wait is None else within_range(arrival + wait)
    if isinstance(reply_by, datetime) and reply_by.year < 2199 and draw(st.booleans()):
        reply_by = (reply_by + DAY).date()
    received = draw(st.sampled_from([arrival] * 6 + [arrival.date(), None]))
    return Offer(received=received, reply_by=reply_by, declined=draw(st.booleans()))


def _acts(rules: RuleSet, per: Per) -> list[str]:
    return [act for act in rules.acts if rules.per(act) == per]


def _draw_done(draw: st.DrawFn, near: datetime, acts: list[str]) -> list[Done]:
    if not acts:
        return []
    done = st.builds(Done, act=st.sampled_from(acts), at=mostly_instants(near=near))
    return draw(st.lists(done, max_size=2))


def _draw_set_aside(draw: st.DrawFn, near: datetime, acts: list[str]) -> list[SetAside]:
    if not acts or draw(st.sampled_from([True, True, False])):
        return []
    until = maybe(mostly_instants(near=near))
    return [SetAside(act=draw(st.sampled_from(acts)), until=draw(until))]


def _draw_facts(draw: st.DrawFn, near: datetime, rules: RuleSet, per: Per) -> dict[str, Any]:
    """Draw the facts that rules ask a search for: mostly all of them, else some or none."""
    expressions = rules.own_facts_of(per)
    values: dict[type, st.SearchStrategy[Any]] = {
        Moment: dates_or_instants(near=near),
        Condition: st.booleans(),
        Count: st.integers(0, 10),
        Detail: st.just("as agreed"),
    }
    names = list(expressions)
    if names:
        names = draw(st.just(names) | st.just(names) | st.lists(st.sampled_from(names)))
    return {name: draw(values[type(expressions[name])]) for name in names}


@st.composite
def waking_hours(draw: st.DrawFn) -> WakingHours:
    """Draw when the candidate is awake: by day, past midnight, or always."""
    starts, ends = draw(st.sampled_from([(7, 22), (14, 6), (0, 0)]))
    return WakingHours(starts=time(starts), ends=time(ends))


@st.composite
def _times(draw: st.DrawFn, anchor: datetime) -> tuple[Day, Day | None, Day | None]:
    """Draw when an interview starts and ends, and when the candidate is clear of the building."""
    starts = draw(instants(near=anchor))
    length = draw(st.sampled_from(LENGTHS))
    if length is not None and draw(st.booleans()):
        starts = within_range(starts - length)
    ends = None if length is None else within_range(starts + length)
    wait = draw(st.sampled_from([None, timedelta(0), HOUR, 7 * HOUR]))
    left = None if wait is None else within_range((ends or starts) + wait)
    known = draw(st.sampled_from(["moments"] * 10 + ["the day", "the moment of its start"]))
    # A day later no zone is still at the day before.
    last_day = ((ends or starts) + DAY).date()
    if known == "moments" or last_day >= _clock.LATEST.date():
        return starts, ends, left
    if known == "the day":
        return starts.date(), draw(st.sampled_from([None, last_day])), None
    return starts, draw(st.sampled_from([last_day, ends])), draw(st.sampled_from([None, last_day]))


@st.composite
def interviews(
    draw: st.DrawFn, *, near: datetime | None = None, rules: RuleSet = CV_LIBRARY
) -> Interview:
    """Draw an interview with up to two people; the acts done at it are those of `rules`.

    Where rules ask for more people, up to twelve, as many are drawn at times. Once in a while only
    its day is known, nobody has told whom the candidate met, or it was not held. With `near`, an
    aware datetime of any zone, its times are around that.

    Raises:
        InvalidInput: `near` is naive or not between 1970 and 2200; as it is drawn.
    """
    anchor = draw_anchor(draw, near)
    starts, ends, left = draw(_times(anchor))
    panel, acts = draw(_panels(rules)), _acts(rules, "person")
    done = [
        evolve(record, to=person.key or person.name)
        for person in panel
        for record in _draw_done(draw, anchor, acts)
    ]
    set_aside = [
        evolve(record, to=person.key or person.name)
        for person in panel
        for record in _draw_set_aside(draw, anchor, acts)
    ]
    panel = [evolve(person, facts=_draw_facts(draw, anchor, rules, "person")) for person in panel]
    return Interview(
        starts=starts,
        ends=ends,
        timezone=draw(zones(near=anchor)),
        medium=draw(maybe(st.sampled_from(MEDIA))),
        interviewers=panel if panel else draw(st.sampled_from([(), None])),
        left=left,
        not_held=draw(st.sampled_from([None] * 10 + list(REASONS))),
        questions=draw(st.lists(questions(), max_size=1)),
        done=[*done, *_draw_done(draw, anchor, _acts(rules, "interview"))],
        set_aside=[*set_aside, *_draw_set_aside(draw, anchor, _acts(rules, "interview"))],
        facts=_draw_facts(draw, anchor, rules, "interview"),
        key=draw(maybe(st.sampled_from(["1", "2"]))),
    )


@st.composite
def applications(
    draw: st.DrawFn,
    *,
    employer: str = EMPLOYERS[0],
    near: datetime | None = None,
    rules: RuleSet = CV_LIBRARY,
) -> Application:
    """Draw an application with up to two interviews; the acts done are those of `rules`.

    Where rules ask for more interviews, there are up to as many, twelve at most.

    With `near`, an aware datetime of any zone, its times are around that.

    Raises:
        InvalidInput: `near` is naive or not between 1970 and 2200; as it is drawn.
    """
    anchor = draw_anchor(draw, near)
    many = _as_many_as_asked_for(rules, "application.interview_count", "interview.round")
    meetings = st.lists(
        interviews(near=anchor, rules=rules),
        max_size=many,
        unique_by=lambda interview: interview.identity,
    )
    return Application(
        employer=employer,
        role="Engineer",
        interviews=draw(meetings),
        recruiter=draw(maybe(people())),
        follow_up=draw(maybe(follow_ups())),
        promise=draw(maybe(promises(near=anchor))),
        offer=draw(seldom(offers(near=anchor))),
        heard=draw(maybe(mostly_instants(near=anchor))),
        outcome=draw(seldom(st.sampled_from(OUTCOMES))),
        signed=draw(seldom(mostly_instants(near=anchor))),
        workdays=draw(maybe(workdays(near=anchor))),
        done=_draw_done(draw, anchor, _acts(rules, "application")),
        set_aside=_draw_set_aside(draw, anchor, _acts(rules, "application")),
        facts=_draw_facts(draw, anchor, rules, "application"),
    )


@st.composite
def job_searches(
    draw: st.DrawFn, *, near: datetime | None = None, rules: RuleSet = CV_LIBRARY
) -> JobSearch:
    """Draw a search with up to three applications; the acts done are those of `rules`.

    With `near`, an aware datetime of any zone, all that happens in it is at most three months away.

    Raises:
        InvalidInput: `near` is naive or not between 1970 and 2200; as it is drawn.
    """
    anchor = draw_anchor(draw, near)
    count = draw(st.integers(0, len(EMPLOYERS)))
    drawn = [
        draw(applications(employer=employer, near=anchor, rules=rules))
        for employer in EMPLOYERS[:count]
    ]
    if drawn and draw(st.sampled_from([False] * 3 + [True])):
        drawn[0] = evolve(drawn[0], preferred=True)
    return JobSearch(
        timezone=draw(zones(near=anchor)),
        applications=drawn,
        notes=draw(seldom(st.just(NOTES))),
        key=draw(seldom(st.sampled_from(["1", "2"]))),
        workdays=draw(st.just(Workdays()) | workdays(near=anchor)),
        waking_hours=draw(waking_hours()),
        done=_draw_done(draw, anchor, _acts(rules, "search")),
        set_aside=_draw_set_aside(draw, anchor, _acts(rules, "search")),
        facts=_draw_facts(draw, anchor, rules, "search"),
    )
