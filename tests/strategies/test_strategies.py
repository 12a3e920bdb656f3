"""Strategies: what they draw is valid, where it lies, and what it shrinks to."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import partial
from importlib import import_module
from typing import Any
from zoneinfo import ZoneInfo

import pendulum
import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.vendor.pretty import pretty

from interview_followup import (
    CV_LIBRARY,
    Application,
    AskedQuestion,
    FollowUp,
    Interview,
    InvalidInput,
    JobSearch,
    Offer,
    Person,
    Promise,
    Rule,
    RuleSet,
    Workdays,
    plan,
    schedule,
    strategies,
)
from interview_followup._clock import EARLIEST, LATEST, instant_of, transitions, zone_names
from interview_followup.language import done, interview
from interview_followup.strategies._histories import Candidate

drawing = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
LONDON = "Europe/London"
TUESDAY = datetime(2026, 11, 24, 10, tzinfo=UTC)


def some(
    strategy: st.SearchStrategy[Any],
    condition: Callable[[Any], bool],
    phases: tuple[Phase, ...] = (Phase.generate,),
) -> Any:
    """Return some value that is drawn and meets a condition."""
    thorough = settings(max_examples=2000, phases=phases, database=None, deadline=None)
    return find(strategy, condition, settings=thorough)


def smallest(strategy: st.SearchStrategy[Any], condition: Callable[[Any], bool]) -> Any:
    """Return the smallest value that is drawn and meets a condition."""
    # After its phase of explaining, `find` would return the last value of that, not the smallest.
    return some(strategy, condition, (Phase.generate, Phase.shrink))


def anything(_: object) -> bool:
    return True


# -- what is drawn ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("strategy", "cls"),
    [
        (strategies.applications(), Application),
        (strategies.follow_ups(), FollowUp),
        (strategies.interviews(), Interview),
        (strategies.job_searches(), JobSearch),
        (strategies.offers(), Offer),
        (strategies.people(), Person),
        (strategies.promises(), Promise),
        (strategies.questions(), AskedQuestion),
        (strategies.rule_sets(), RuleSet),
        (strategies.rules(), Rule),
        (strategies.workdays(), Workdays),
    ],
    ids=lambda each: getattr(each, "__name__", None),
)
def test_each_class_has_a_strategy_that_hypothesis_knows(
    strategy: st.SearchStrategy[Any], cls: type
) -> None:
    assert isinstance(smallest(strategy, anything), cls)
    assert isinstance(smallest(st.from_type(cls), anything), cls)


@pytest.mark.parametrize("module", ["strategies", "laws"])
def test_without_hypothesis_the_extra_is_named(
    monkeypatch: pytest.MonkeyPatch, module: str
) -> None:
    for name in [each for each in sys.modules if "interview_followup.strategies" in each]:
        monkeypatch.delitem(sys.modules, name)
    for name in [each for each in sys.modules if "interview_followup.laws" in each]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    with pytest.raises(ModuleNotFoundError, match=r"pip install 'interview_followup\[testing\]'"):
        import_module(f"interview_followup.{module}")


def test_what_is_drawn_is_printed_as_short_as_it_can_be() -> None:
    search = JobSearch(timezone=LONDON, applications=[Application(employer="Acme")])
    for value in (search, CV_LIBRARY, CV_LIBRARY["chase"], interview.ends, schedule(search)[0]):
        assert repr(value) == pretty(value)


def test_hypothesis_knows_our_classes_without_an_import_of_the_strategies() -> None:
    code = (
        "from hypothesis import strategies as st, find\n"
        "from interview_followup import Interview\n"
        "print(type(find(st.from_type(Interview), bool)).__name__)"
    )
    done_ = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "Interview\n" == done_.stdout


@pytest.mark.parametrize("module", ["strategies", "laws"])
def test_the_strategies_may_be_what_imports_hypothesis(module: str) -> None:
    code = f"import interview_followup.{module}"
    subprocess.run([sys.executable, "-W", "error", "-c", code], check=True)


@drawing
@given(strategies.job_searches())
def test_a_drawn_search_can_be_planned(search: JobSearch) -> None:
    assert () != schedule(search)


# -- times -----------------------------------------------------------------------------------------


@drawing
@given(strategies.moments())
def test_a_moment_is_a_time_in_an_iana_zone_that_the_model_takes(moment: datetime) -> None:
    assert isinstance(moment.tzinfo, ZoneInfo)
    assert moment.tzinfo.key in zone_names()
    assert EARLIEST <= instant_of(moment) < LATEST


@drawing
@given(strategies.moments(near=TUESDAY))
def test_a_moment_near_another_is_at_most_two_months_away(moment: datetime) -> None:
    assert abs(moment - TUESDAY) <= timedelta(days=61)


def test_a_time_near_which_to_draw_may_be_of_pendulum() -> None:
    near = pendulum.datetime(2026, 11, 24, 10, tz="Asia/Tokyo")
    assert near == smallest(strategies.moments(near=near), anything)
    assert "Asia/Tokyo" == smallest(strategies.job_searches(near=near), anything).timezone


@pytest.mark.parametrize(
    "near",
    [TUESDAY.replace(tzinfo=None), "2026-11-24", TUESDAY.replace(year=2300)],
    ids=str,
)
def test_a_time_near_which_to_draw_has_to_be_aware_and_in_range(near: Any) -> None:
    for strategy in (strategies.moments, strategies.job_searches, strategies.workdays):
        with pytest.raises(InvalidInput, match="near: "):
            some(strategy(near=near), anything)


def test_a_rule_can_be_drawn_for_a_namespace_of_facts_and_for_nothing_else() -> None:
    assert "interview" == some(strategies.rules(per=interview), anything).per
    with pytest.raises(InvalidInput, match=r"per: 'interviw' is no kind of subject; did you mean"):
        some(strategies.rules(per="interviw"), anything)  # type: ignore[arg-type]


@pytest.mark.parametrize("near", [EARLIEST, LATEST - timedelta(days=1)], ids=["first", "last"])
def test_moments_keep_to_the_years_that_the_model_takes(near: datetime) -> None:
    @drawing
    @given(strategies.job_searches(near=near), strategies.moments(near=near))
    def each_is_within(search: JobSearch, moment: datetime) -> None:
        assert EARLIEST <= instant_of(moment) < LATEST

    each_is_within()


def changes_near(moment: datetime, hours: int) -> bool:
    zone, span = moment.tzinfo, timedelta(hours=hours)
    assert isinstance(zone, ZoneInfo)
    return any(transitions(zone, instant_of(moment) - span, instant_of(moment) + span))


@pytest.mark.parametrize(
    "condition",
    [
        pytest.param(lambda moment: changes_near(moment, 2), id="close to a change of the clocks"),
        pytest.param(
            lambda moment: moment.fold == 1 and moment.tzinfo.key != LONDON, id="second reading"
        ),
        pytest.param(
            lambda moment: (
                moment.fold == 0 and moment.replace(fold=1).utcoffset() != moment.utcoffset()
            ),
            id="first reading",
        ),
        pytest.param(lambda moment: (moment.hour, moment.minute) == (0, 0), id="midnight"),
        pytest.param(
            lambda moment: (moment.hour, moment.minute, moment.microsecond) == (12, 0, 0), id="noon"
        ),
        pytest.param(
            lambda moment: moment.weekday() == 4 and moment.hour == 17, id="a Friday evening"
        ),
        pytest.param(lambda moment: (moment.month, moment.day) == (12, 31), id="end of a year"),
        pytest.param(lambda moment: (moment.month, moment.day) == (2, 29), id="a leap day"),
        pytest.param(
            lambda moment: moment.weekday() == 4 and moment.hour >= 17 and changes_near(moment, 60),
            id="a Friday evening before a change of the clocks",
        ),
        pytest.param(lambda moment: moment.year < 1975, id="long ago"),
        pytest.param(lambda moment: moment.year > 2150, id="far ahead"),
    ],
)
def test_moments_lie_where_clocks_and_calendars_turn_over(
    condition: Callable[[datetime], bool],
) -> None:
    assert condition(some(strategies.moments(), condition))


def test_every_zone_may_be_drawn() -> None:
    assert "Antarctica/Troll" == some(strategies.zones(), lambda name: name.endswith("Troll"))


# -- what it shrinks to ----------------------------------------------------------------------------


def test_what_matters_not_shrinks_to_what_is_plain() -> None:
    assert LONDON == smallest(strategies.zones(), anything)
    assert "Asia/Tokyo" == smallest(
        strategies.zones(near=TUESDAY.astimezone(ZoneInfo("Asia/Tokyo"))), anything
    )
    assert TUESDAY == smallest(strategies.moments(), anything)
    assert Person(name="Priya Shah") == smallest(strategies.people(), anything)
    assert Promise() == smallest(strategies.promises(), anything)
    assert Offer(received=TUESDAY) == smallest(strategies.offers(), anything)
    assert JobSearch(timezone=LONDON) == smallest(strategies.job_searches(), anything)


def test_an_interview_shrinks_to_an_hour_on_a_tuesday_in_london() -> None:
    hour = timedelta(hours=1)
    expected = Interview(starts=TUESDAY, ends=TUESDAY + hour, timezone=LONDON)
    assert expected == smallest(strategies.interviews(), anything)


def test_a_search_shrinks_to_what_matters() -> None:
    def is_late(search: JobSearch) -> bool:
        items = [each for each in schedule(search) if each.act == "thank-you"]
        return any(
            each.status(datetime(2026, 11, 25, 14, tzinfo=UTC))[0] == "late" for each in items
        )

    [application] = smallest(strategies.job_searches(), is_late).applications
    assert {LONDON} == {meeting.timezone for meeting in application.interviews}
    assert ((), None, None) == (application.done, application.promise, application.offer)


# -- rules and the acts that are done --------------------------------------------------------------


@drawing
@given(strategies.rules(), strategies.job_searches())
def test_a_drawn_rule_can_be_scheduled(rule: Rule, search: JobSearch) -> None:
    assert all(each.rules == (rule.name,) for each in schedule(search, rules=RuleSet([rule])))


@pytest.mark.parametrize("per", ["search", "application", "interview", "person"])
def test_a_rule_can_be_drawn_for_a_kind_of_subject_and_under_a_name(per: Any) -> None:
    rule = some(strategies.rules(name="mine", per=per), anything)
    assert ("mine", per) == (rule.name, rule.per)


def says(rule: Rule, part: str) -> bool:
    value = getattr(rule, part)
    return value is not None and value != ()


def test_rules_of_every_kind_are_drawn() -> None:
    for part in ("given", "needs", "since", "best", "due", "closes", "satisfied_by", "channel"):
        assert some(strategies.rules(), partial(says, part=part))
    assert some(strategies.rules(), lambda rule: rule.is_guard)
    assert some(strategies.rule_sets(), lambda rules: len(rules) == 4)
    assert some(strategies.rule_sets(), lambda rules: len(rules.acts) < len(rules))


def test_the_acts_done_are_those_of_the_rules() -> None:
    card = Rule(
        name="send-card",
        per="interview",
        opens=interview.ends,
        best=interview.ends,
        satisfied_by=done("send-card"),
        text="Send a card",
        why="Nobody else does.",
    )

    @drawing
    @given(strategies.job_searches(rules=RuleSet([card])))
    def only_cards_are_sent(search: JobSearch) -> None:
        held = [*search.done, *(each for one in search.applications for each in one.done)]
        assert [] == held
        acts = [
            each.act
            for application in search.applications
            for meeting in application.interviews
            for each in meeting.done
        ]
        assert {"send-card"} >= set(acts)

    only_cards_are_sent()


@pytest.mark.parametrize("act", list(CV_LIBRARY.acts))
def test_every_act_is_done_in_some_search(act: str) -> None:
    def is_done(search: JobSearch) -> bool:
        return f"act='{act}'" in repr(search)

    assert is_done(some(strategies.job_searches(), is_done))


# -- histories -------------------------------------------------------------------------------------


@drawing
@given(strategies.histories(max_steps=6))
def test_a_history_begins_with_an_application_and_never_goes_back(
    history: tuple[strategies.Step, ...],
) -> None:
    times = [each.at for each in history]
    assert sorted(times) == times
    assert "applied" == history[0].event
    assert 1 <= len(history) <= 6
    assert plan(history[-1].search, now=history[-1].at) is not None


@pytest.mark.parametrize(
    "event",
    [
        *("booked", "held", "acted", "applied", "moved", "heard", "promised", "offered"),
        *("decided", "signed", "learnt", "went_elsewhere"),
    ],
)
def test_everything_happens_in_some_history(event: str) -> None:
    def happens(history: tuple[strategies.Step, ...]) -> bool:
        return any(each.event == event for each in history[1:])

    assert happens(some(strategies.histories(), happens))


@drawing
@given(st.data())
def test_a_moved_interview_keeps_its_key_and_its_length(data: st.DataObject) -> None:
    hour = timedelta(hours=1)
    meeting = Interview(starts=TUESDAY, ends=TUESDAY + hour, timezone=LONDON, key="1")
    search = JobSearch(timezone=LONDON, applications=[Application(interviews=[meeting])])
    possible = Candidate(search, TUESDAY, CV_LIBRARY).moved()
    assert possible is not None
    [application] = data.draw(possible).applications
    [moved] = application.interviews
    assert ("1", hour) == (moved.key, moved.ends and moved.ends - moved.starts)


@pytest.mark.parametrize("event", [Candidate.moved, Candidate.held, Candidate.learnt])
def test_nothing_happens_at_an_interview_that_is_not_booked(event: Any) -> None:
    search = JobSearch(timezone=LONDON, applications=[Application(employer="Acme")])
    assert None is event(Candidate(search, TUESDAY, CV_LIBRARY))


def test_nothing_happens_where_there_is_no_application() -> None:
    nobody = Candidate(JobSearch(timezone=LONDON), TUESDAY, CV_LIBRARY)
    assert None is nobody.booked()
    assert None is nobody._replace(rules=RuleSet([])).acted()


def test_nobody_applies_for_a_fourth_job() -> None:
    three = [Application(employer=name) for name in ("Acme", "Globex", "Hooli")]
    assert (
        None
        is Candidate(JobSearch(timezone=LONDON, applications=three), TUESDAY, CV_LIBRARY).applied()
    )


def dated(value: Promise | Offer, name: str, kind: type) -> bool:
    return type(getattr(value, name)) is kind


def test_promises_and_offers_name_dates_and_moments() -> None:
    for kind in (date, datetime):
        assert some(strategies.promises(), partial(dated, name="by", kind=kind))
        assert some(strategies.offers(), partial(dated, name="reply_by", kind=kind))
