"""Rules of any kind that the language can say."""

# Annotations are no texts here, as those of composites are read in a module of Hypothesis.

from datetime import time
from functools import cache, partial
from operator import add, and_, attrgetter, or_, sub
from typing import Any, TypeVar

from hypothesis import strategies as st

from interview_followup._errors import invalid, near, shown
from interview_followup.language import (
    Condition,
    Count,
    Detail,
    Expression,
    Moment,
    Period,
    Rule,
    RuleSet,
    application,
    closed,
    days,
    do,
    done,
    dont,
    earlier_of,
    early,
    first_known,
    hours,
    interview,
    last_done,
    last_of,
    late,
    later_of,
    minutes,
    parameter,
    person,
    search,
    times_done,
    weeks,
    when,
    working_days,
)
from interview_followup.language._facts import Facts
from interview_followup.language._rule import KINDS
from interview_followup.language._subject import PERS, Per
from interview_followup.language._text_choice import Text, TextChoice
from interview_followup.strategies._moments import CLOCKS
from interview_followup.strategies._searches import maybe

E = TypeVar("E", bound=Expression[Any])

ACTS: dict[Per, tuple[str, str]] = {
    "interview": ("debrief", "call"),
    "person": ("thank-you", "connect"),
    "application": ("chase", "mention-offer"),
    "search": ("keep-looking", "stop-looking"),
}
ONES = (days(1), hours(1), minutes(10), weeks(1), working_days(1))
WORDING = (do("Say that it is for {employer}"), do("Thank them"), dont("Never beg"))
PERIODS = (*ONES, days(0), days(7), hours(24), hours(63), working_days(5))


HOURS = (("09:00", "17:00"), ("12:00", "12:01"), ("01:30", "02:30"), ("00:00", "00:00"))
WEEKDAYS = (("friday",), ("saturday", "sunday"), ("tuesday", "wednesday", "thursday"))


def _facts(per: Per, kind: type[E]) -> list[E]:
    """Return the facts of a kind about a subject, or about what it is in."""
    around = PERS[: PERS.index(per) + 1]
    namespaces = [
        facts for facts in (person, interview, application, search) if facts.per in around
    ]
    facts = [fact for namespace in namespaces for fact in namespace.by_name().values()]
    return [fact for fact in facts if isinstance(fact, kind)]


def periods() -> st.SearchStrategy[Expression[Period]]:
    """Draw a period as a parameter, which can be tuned."""
    return st.sampled_from(PERIODS).map(
        lambda period: parameter(str(period).replace(" ", "-"), period, "how long to wait")
    )


def clocks() -> st.SearchStrategy[Expression[time]]:
    """Draw a time of day as a parameter, which can be tuned."""
    return st.sampled_from(CLOCKS).map(
        lambda clock: parameter(f"at-{clock:%H-%M}", clock, "when to do it")
    )


@cache
def _moments_of(per: Per) -> st.SearchStrategy[Moment]:
    facts = st.sampled_from(_facts(per, Moment))
    last_acts = st.sampled_from(ACTS[per]).map(last_done)

    def extend(parts: st.SearchStrategy[Moment]) -> st.SearchStrategy[Moment]:
        return st.one_of(
            st.builds(add, parts, periods()),
            st.builds(sub, parts, periods()),
            st.builds(Moment.at, parts, st.sampled_from(CLOCKS)),
            parts.map(attrgetter("office_time")),
            st.builds(_in_hours, parts, st.sampled_from(HOURS), maybe(st.sampled_from(WEEKDAYS))),
            parts.map(attrgetter("midnight_after")),
            parts.map(lambda moment: moment.let_pass(working_days(1))),
            st.builds(first_known, parts, parts),
            st.builds(last_of, parts, parts),
            st.builds(later_of, parts, parts),
            st.builds(earlier_of, parts, parts),
            st.builds(
                lambda first, second, yes, no: when(first.before(second), yes, otherwise=no),
                parts,
                parts,
                parts,
                parts,
            ),
        )

    return st.recursive(facts | last_acts, extend, max_leaves=4)


def _in_hours(moment: Moment, hours: tuple[str, str], on: tuple[str, ...] | None) -> Moment:
    return moment.in_hours(*hours, on=on)


@cache
def _conditions_of(per: Per) -> st.SearchStrategy[Condition]:
    moments = _moments_of(per)
    details = st.sampled_from([*_facts(per, Detail), *_facts(per, Moment)])
    simple = st.one_of(
        st.sampled_from(_facts(per, Condition)) if _facts(per, Condition) else st.nothing(),
        details.map(attrgetter("known")),
        details.map(attrgetter("happened")),
        st.builds(Moment.before, moments, moments),
        st.builds(lambda moment, on: moment.on(*on), moments, st.sampled_from(WEEKDAYS)),
        st.builds(lambda moment, clock: moment.between(clock, "12:01"), moments, clocks()),
        _at_least(per),
        _done_since(per, moments),
    )

    def extend(parts: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
        return st.one_of(
            parts.map(lambda condition: ~condition),
            st.builds(and_, parts, parts),
            st.builds(or_, parts, parts),
        )

    return st.recursive(simple, extend, max_leaves=3)


def _at_least(per: Per) -> st.SearchStrategy[Condition]:
    counts = st.sampled_from(_facts(per, Count))
    return st.builds(lambda count, number: count.at_least(number), counts, st.integers(0, 3))


def _done_since(per: Per, moments: st.SearchStrategy[Moment]) -> st.SearchStrategy[Condition]:
    acts, since = st.sampled_from(ACTS[per]), maybe(moments)
    once = st.builds(lambda act, start: done(act, since=start), acts, since)
    twice = st.builds(lambda act, start: times_done(act, since=start).at_least(2), acts, since)
    return once | twice


def _texts_of(per: Per, text: str) -> st.SearchStrategy[Text]:
    """Draw a text, as it is or where a condition holds."""
    choices = _conditions_of(per).map(partial(TextChoice, then=f"{text} now", otherwise=text))
    return st.one_of(st.just(text), choices)


@st.composite
def rules(draw: st.DrawFn, *, name: str | None = None, per: Facts | Per | None = None) -> Rule:
    """Draw a rule of any kind that the language can say, sensible or not.

    It is called `name`, or after its act; acts are those of the shipped rules. `per` is as in a
    rule: a namespace of facts, or its name.

    Raises:
        InvalidInput: `per` is neither.
    """
    about = per.per if isinstance(per, Facts) else per or draw(st.sampled_from(list(ACTS)))
    if about not in ACTS:
        raise invalid("per", f"{shown(about)} is no kind of subject", near(about, PERS))
    act = draw(st.sampled_from(ACTS[about]))
    moments = _moments_of(about)
    kind = draw(st.sampled_from(KINDS))
    if kind == "veto":
        return _veto(draw, name or act, act, about)
    details = [fact for fact in _facts(about, Detail) if fact.leaf.unknown_if_missing]
    since = draw(maybe(moments))
    cautions = []
    if kind != "reminder":
        too_early = draw(_texts_of(about, "Too early: wait until {opens}"))
        cautions.append(early(too_early, since=draw(maybe(moments))))
    if (due := draw(maybe(moments))) is not None:
        cautions.append(late(draw(_texts_of(about, "Late"))))
    if (closes := draw(maybe(moments))) is not None:
        cautions.append(closed(draw(_texts_of(about, "Too late")), until=draw(maybe(moments))))
    return Rule(
        name=name or act,
        act=act,
        kind=kind,
        per=about,
        given=draw(maybe(_conditions_of(about))),
        needs=draw(st.lists(st.sampled_from(details), max_size=1)) if details else (),
        since=since,
        opens=draw(moments),
        best=None if kind == "guard" else draw(maybe(moments)),
        due=due,
        closes=closes,
        satisfied_by=draw(maybe(_conditions_of(about))),
        channel=draw(st.sampled_from([None, "email", "linkedin"])),
        text=draw(_texts_of(about, "Do it")),
        cautions=cautions,
        wording=draw(st.lists(st.sampled_from(WORDING[about == "search" :]), max_size=2)),
        why="It has to be done.",
    )


def _veto(draw: st.DrawFn, name: str, act: str, about: Per) -> Rule:
    """Draw a veto, which is no more than a condition and what it says."""
    return Rule(
        name=name,
        act=act,
        kind="veto",
        per=about,
        given=draw(maybe(_conditions_of(about))),
        text=draw(_texts_of(about, "Don't do it")),
        why="It would do harm.",
    )


@st.composite
def rule_sets(draw: st.DrawFn, *, max_size: int = 4) -> RuleSet:
    """Draw up to `max_size` rules; several of them may be on one act, and contradict each other."""
    names = [f"rule-{number}" for number in range(1, max_size + 1)]
    return RuleSet([draw(rules(name=name)) for name in names[: draw(st.integers(1, max_size))]])
