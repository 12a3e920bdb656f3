"""Forecasts: the path ahead, if every act is done at its best and nobody answers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import pendulum
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import (
    LONDON,
    NEW_YORK,
    TICK,
    applied,
    at,
    did,
    meeting,
    priya,
    searching,
    tom,
    wall,
)
from drawing import examples
from interview_followup import (
    CV_LIBRARY,
    Action,
    InvalidInput,
    JobSearch,
    Plan,
    Promise,
    Rule,
    RuleSet,
    Subject,
    Window,
    forecast,
    plan,
    read_search,
    strategies,
)
from interview_followup.language import (
    application,
    days,
    done,
    early,
    first_known,
    hours,
    interview,
    last_done,
    late,
    later_of,
    minutes,
    moment_fact,
    person,
    search,
)

NOW, HORIZON = at("2026-11-24 12:00"), at("2026-12-24 12:00")
SEARCH = searching(applied(meeting()))
EXAMPLE = read_search(Path(__file__).parents[2] / "examples" / "job_search.toml")


def card(**more: Any) -> Rule:
    parts: dict[str, Any] = {
        "name": "send-card",
        "per": person,
        "opens": interview.ends,
        "best": interview.ends + hours(2),
        "satisfied_by": done("send-card"),
        "text": "Send {person} a card",
        "why": "Nobody else does.",
        **more,
    }
    return Rule(**parts)


# Best when a card was sent, and so it tells when that was.
AFTERWARDS = card(
    name="afterwards",
    opens=last_done("send-card"),
    best=last_done("send-card"),
    satisfied_by=done("afterwards"),
)


def path(*rules: Rule, known: JobSearch = SEARCH, now: date = NOW, horizon: date = HORIZON) -> Plan:
    return forecast(known, now=now, horizon=horizon, rules=RuleSet(rules) if rules else CV_LIBRARY)


def best_moments(planned: Plan) -> list[tuple[str, str | None]]:
    """Return the acts and their best moments, as wall times in London."""
    return [(action.act, wall(action.window.best)) for action in planned.actions]


def done_at(planned: Plan) -> list[str | None]:
    """Return when cards were sent."""
    return [best for act, best in best_moments(planned) if act == "afterwards"]


# -- the path -------------------------------------------------------------------------------------

EXPECTED = """
late 2026-11-16 14:00 keep-looking
open 2026-11-23 14:00 connect Hank Scorpio
open 2026-11-23 14:00 ask-recruiter Globex
open 2026-11-23 16:00 mention-offer Globex
open 2026-11-23 16:00 mention-offer Initech
open 2026-11-24 11:30 mention-offer Acme
open 2026-11-24 11:50 debrief Acme
open 2026-11-24 14:00 thank-you Ana Costa
open 2026-11-26 11:30 connect Priya Shah
open 2026-11-26 18:00 practise Acme
open 2026-11-27 16:35 ask-how-to-follow-up Initech
open 2026-11-27 16:35 ask-when-you-will-hear Initech
open 2026-11-27 16:35 collect-contact Bob Porter
open 2026-11-27 16:35 collect-contact Bob Slydell
open 2026-11-27 17:45 debrief Initech
open 2026-12-01 12:00 keep-looking
open 2026-12-01 14:00 chase Globex
open 2026-12-07 09:00 chase Initech
open 2026-12-08 09:00 chase Acme
open 2026-12-08 12:00 keep-looking
open 2026-12-08 14:00 chase Globex
open 2026-12-14 09:00 chase Initech
open 2026-12-15 09:00 chase Acme
open 2026-12-15 12:00 keep-looking
open 2026-12-22 12:00 keep-looking
"""


def test_the_whole_path_of_the_example() -> None:
    planned = path(known=EXAMPLE)
    names = ["Umbrella", "Hooli", "Globex", "Initech", "Acme"]
    steps = []
    for action in planned.actions:
        label = action.subject.label
        whom = label.partition(" · ")[0] if action.subject.per == "person" else ""
        about = whom or next((name for name in names if name in label), "")
        steps.append(f"{action.status} {wall(action.window.best)} {action.act} {about}".rstrip())
    expected = EXPECTED.strip().splitlines()
    # What is best at one moment is in the order of the ids, which say nothing.
    assert sorted(expected) == sorted(steps)
    best = [action.window.best for action in planned.actions if action.window.best]
    assert len(steps) == len(best)
    assert sorted(best) == best


def test_a_path_leads_from_the_thank_you_to_the_second_chase() -> None:
    assert [
        ("debrief", "2026-11-24 12:00"),
        ("thank-you", "2026-11-24 14:00"),
        ("connect", "2026-11-26 11:00"),
        ("keep-looking", "2026-12-01 11:00"),
        ("chase", "2026-12-01 14:00"),
        ("keep-looking", "2026-12-08 11:00"),
        ("chase", "2026-12-08 14:00"),
        ("keep-looking", "2026-12-15 11:00"),
        ("keep-looking", "2026-12-22 11:00"),
    ] == best_moments(path())


def test_a_promise_moves_the_first_chase_and_so_the_second() -> None:
    known = searching(applied(meeting(), promise=Promise(by=date(2026, 12, 7))))
    expected = ["2026-12-08 09:00", "2026-12-15 09:00"]
    assert expected == [best for act, best in best_moments(path(known=known)) if act == "chase"]


def test_an_interview_ahead_is_held_as_it_is_booked() -> None:
    acts = [act for act, _ in best_moments(path(now=at("2026-11-20 12:00")))]
    expected = ["ask-how-to-follow-up", "ask-when-you-will-hear", "debrief", "thank-you"]
    assert expected == sorted(acts[:4])
    assert "practise" not in acts


def test_a_path_is_a_plan_from_now_to_the_horizon_in_the_zone_of_the_candidate() -> None:
    home = searching(applied(meeting()), zone=NEW_YORK)
    planned = path(known=home, now=NOW.astimezone(UTC))
    assert isinstance(planned, Plan)
    assert (NOW, HORIZON) == (planned.now, planned.until)
    assert {NEW_YORK} == {moment.timezone_name for moment in (planned.now, planned.until) if moment}
    assert {NEW_YORK} == {action.timezone for action in planned.actions}
    assert {NEW_YORK} == {caution.timezone for caution in planned.cautions}
    assert pendulum.datetime(2026, 11, 24, 7, tz=NEW_YORK) == planned.actions[0].best


@pytest.mark.parametrize("known", [applied(meeting()), meeting()], ids=["application", "interview"])
def test_an_application_or_an_interview_has_a_path(known: Any) -> None:
    assert "chase" in {action.act for action in path(known=known).actions}


def test_an_action_is_as_it_is_planned_when_it_is_done() -> None:
    thanks = next(action for action in path().actions if action.act == "thank-you")
    when = thanks.window.best
    assert when is not None
    thank_you = next(
        action for action in plan(SEARCH, now=when).actions if action.act == "thank-you"
    )
    expected = (thank_you.uid, thank_you.status, thank_you.until, thank_you.window, thank_you.to)
    assert expected == (thanks.uid, thanks.status, thanks.until, thanks.window, thanks.to)


def test_an_action_has_the_moment_at_which_it_is_done_on_the_clock_of_the_candidate() -> None:
    [action] = path(card()).actions
    assert at("2026-11-24 13:00") == action.at
    assert action.at is not None
    assert "Europe/London" == action.at.timezone_name
    [now] = plan(SEARCH, now=NOW, rules=RuleSet([card()])).actions
    assert now.at is None


def test_a_second_chase_is_another_action() -> None:
    chases = [action for action in path().actions if action.act == "chase"]
    assert 2 == len({chase.uid for chase in chases})
    assert [0, 1] == [len(chase.subject.done("chase")) for chase in chases]


# -- until the horizon ----------------------------------------------------------------------------

BEST = at("2026-11-24 13:00")


@pytest.mark.parametrize(
    ("horizon", "expected"),
    [(BEST - TICK, 0), (BEST, 0), (BEST + TICK, 1)],
    ids=["just before", "at", "just after"],
)
def test_only_what_is_best_before_the_horizon_is_done(horizon: datetime, expected: int) -> None:
    assert expected == len(path(card(), horizon=horizon).actions)


@pytest.mark.parametrize(("step", "expected"), [(timedelta(0), 0), (TICK, 1)], ids=["at", "after"])
def test_what_is_overdue_is_done_now_if_that_is_before_the_horizon(
    step: timedelta, expected: int
) -> None:
    now = BEST + timedelta(days=1)
    planned = path(card(), now=now, horizon=now + step)
    assert (expected, now, now + step) == (len(planned.actions), planned.now, planned.until)


def test_a_path_without_rules_is_empty() -> None:
    planned = forecast(SEARCH, now=NOW, horizon=HORIZON, rules=RuleSet([]))
    assert ((), (), (), HORIZON) == (
        planned.actions,
        planned.cautions,
        planned.questions,
        planned.until,
    )


# -- what is done, and how often ------------------------------------------------------------------


def test_an_act_that_nothing_satisfies_is_done_once() -> None:
    assert [("send-card", "2026-11-24 13:00")] == best_moments(path(card(satisfied_by=None)))


def test_an_act_is_done_again_only_for_a_later_best() -> None:
    fixed = first_known(later_of(last_done("send-card"), interview.ends), interview.ends)
    unmoved = card(opens=fixed, best=interview.ends + hours(2), satisfied_by=None)
    assert 1 == len(path(unmoved).actions)
    again = first_known(last_done("send-card") + days(7), interview.ends)
    assert [
        ("send-card", "2026-11-24 11:00"),
        ("send-card", "2026-12-01 12:00"),
        ("send-card", "2026-12-08 12:00"),
        ("send-card", "2026-12-15 12:00"),
        ("send-card", "2026-12-22 12:00"),
    ] == best_moments(path(card(opens=again, best=again, satisfied_by=None)))


def test_a_path_ends_where_best_moves_with_each_time_that_it_is_done() -> None:
    again = first_known(last_done("send-card") + minutes(1), interview.ends)
    restless = card(opens=again, best=again, satisfied_by=None)
    assert 60 == len(path(restless, horizon=NOW + timedelta(hours=1)).actions)


def test_a_path_ends_where_best_never_comes_after_the_last_time() -> None:
    always = first_known(last_done("send-card"), interview.ends)
    assert 1 == len(path(card(opens=always, best=always, satisfied_by=None)).actions)


def test_two_acts_that_call_for_each_other_come_to_an_end() -> None:
    ping = card(
        name="ping",
        best=first_known(last_done("pong") + days(1), interview.ends),
        satisfied_by=None,
    )
    pong = card(
        name="pong", opens=last_done("ping") + days(1), best=last_done("ping"), satisfied_by=None
    )
    planned = path(ping, pong, horizon=at("2026-11-29 12:00"))
    assert ["ping", "pong", "ping", "pong", "ping"] == [act for act, _ in best_moments(planned)]


def test_what_was_done_before_is_done_no_more() -> None:
    known = searching(applied(meeting(done=[did("send-card", "2026-11-24 11:30", "Priya Shah")])))
    assert [] == best_moments(path(card(), known=known))


def test_overdue_acts_are_done_now_in_the_order_of_best() -> None:
    rules = (
        card(name="third", best=interview.ends + hours(3), due=interview.ends + hours(4)),
        card(name="first", best=interview.ends + hours(1)),
        card(name="second", best=interview.ends + hours(2), due=interview.ends + hours(9)),
    )
    now = at("2026-11-24 16:00")
    planned = path(*rules, now=now)
    assert ["first", "second", "third"] == [action.act for action in planned.actions]
    assert ["open", "open", "late"] == [action.status for action in planned.actions]


def test_what_is_overdue_is_done_now() -> None:
    assert ["2026-11-24 13:00"] == done_at(path(card(), AFTERWARDS))
    assert ["2026-11-24 16:00"] == done_at(path(card(), AFTERWARDS, now=at("2026-11-24 16:00")))


def test_what_is_overdue_goes_before_what_is_best_now() -> None:
    now = at("2026-11-24 16:00")
    best_now = card(name="best-now", best=interview.ends + hours(5))
    overdue = card(name="overdue", best=interview.ends + hours(4))
    assert ["overdue", "best-now"] == [
        act for act, _ in best_moments(path(best_now, overdue, now=now))
    ]


def test_what_is_best_at_one_moment_is_done_in_the_order_of_acts_and_then_of_people() -> None:
    known = searching(applied(meeting(interviewers=[priya(), tom()])))
    planned = path(card(), card(name="other", satisfied_by=done("other")), known=known)
    acts = [(action.act, action.subject.person.name) for action in planned.actions]
    names = ("Priya Shah", "Tom Reed")
    assert [(act, name) for act in ("other", "send-card") for name in names] == acts


def test_an_act_that_waits_is_done_once_it_opens() -> None:
    closing = card(opens=interview.ends + days(1), best=interview.ends + days(1))
    silent = card(name="later", since=interview.ends + days(2), satisfied_by=done("later"))
    planned = path(closing, silent)
    assert [("send-card", "2026-11-25 11:00"), ("later", "2026-11-24 13:00")] == best_moments(
        planned
    )
    assert "open" == planned.actions[1].status
    once = card(since=interview.ends + days(2))
    assert ["2026-11-26 11:00"] == done_at(path(once, AFTERWARDS))


# -- what is not done -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "rules",
    [
        [card(kind="guard", best=None)],
        [card(needs=person.linkedin)],
        [card(opens=interview.left, best=interview.left)],
        [card(closes=interview.ends + minutes(30))],
        [card(given=interview.remote)],
        [card(due=interview.starts - days(1), closes=interview.ends)],
        [
            card(closes=interview.ends + hours(24)),
            card(
                name="patience",
                kind="guard",
                act="send-card",
                opens=interview.ends + days(1),
                best=None,
            ),
        ],
    ],
    ids=["guard", "needs-fact", "never opens", "over", "silent", "empty", "conflict"],
)
def test_what_cannot_be_done_is_not(rules: list[Rule]) -> None:
    known = searching(applied(meeting(interviewers=[priya(linkedin=None)])))
    assert [] == best_moments(path(*rules, known=known))


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        ("2026-11-24 12:59", "2026-11-24 13:00"),
        ("2026-11-24 13:00", "2026-11-24 13:00"),
        ("2026-11-24 13:01", "2026-11-24 13:01"),
        ("2026-12-24 12:00", None),
        (None, None),
    ],
)
def test_what_is_set_aside_is_done_once_that_is_over(
    until: str | None, expected: str | None
) -> None:
    [action] = plan(SEARCH, now=NOW, rules=RuleSet([card()])).actions
    quiet = SEARCH.snooze(action, until=at(until)) if until else SEARCH.dismiss(action)
    planned = path(card(), AFTERWARDS, known=quiet)
    assert ([expected] if expected else []) == done_at(planned)


# -- cautions and questions -----------------------------------------------------------------------


def test_the_cautions_are_those_of_the_whole_path_in_the_order_in_which_they_begin() -> None:
    planned = path()
    warnings = [(caution.act, caution.status, wall(caution.since)) for caution in planned.cautions]
    assert {
        ("call", "early", "2026-11-24 10:00"),
        ("connect", "early", "2026-11-24 11:00"),
        ("chase", "early", "2026-11-24 11:00"),
        ("ask-how-to-follow-up", "closed", "2026-11-24 11:00"),
        ("ask-when-you-will-hear", "closed", "2026-11-24 11:00"),
    } == set(warnings)
    since = [caution.since for caution in planned.cautions if caution.since]
    assert (len(planned.cautions), sorted(since)) == (len(since), since)


def test_both_chases_have_a_caution_of_their_own() -> None:
    early = [
        caution
        for caution in path().cautions
        if (caution.act, caution.status) == ("chase", "early")
    ]
    expected = {"2026-12-01 14:00", "2026-12-08 14:00"}
    assert expected == {wall(caution.until) for caution in early}


@pytest.mark.parametrize(
    ("horizon", "expected"),
    [("2026-11-25 11:00", []), ("2026-11-25 11:01", ["late"]), ("2026-11-25 10:59", [])],
)
def test_a_caution_is_shown_if_it_begins_before_the_horizon(
    horizon: str, expected: list[str]
) -> None:
    rule = card(
        needs=person.email,
        due=interview.ends + days(1),
        closes=interview.ends + days(2),
        cautions=late("Soon over"),
    )
    known = searching(applied(meeting(interviewers=[tom()])))
    planned = path(rule, known=known, horizon=at(horizon))
    assert expected == [caution.status for caution in planned.cautions]


def test_what_is_done_in_time_is_not_warned_of() -> None:
    rule = card(due=interview.ends + days(1), cautions=late("Soon over"))
    assert ((), 1) == (path(rule).cautions, len(path(rule).actions))


@pytest.mark.parametrize(
    ("now", "expected"),
    [("2026-11-25 10:59", ["early"]), ("2026-11-25 11:00", []), ("2026-11-25 11:01", [])],
)
def test_a_caution_that_is_over_by_now_is_not_shown(now: str, expected: list[str]) -> None:
    wait = early("Too early", since=interview.ends)
    rule = card(opens=interview.ends + days(1), best=interview.ends + days(1), cautions=wait)
    assert expected == [caution.status for caution in path(rule, now=at(now)).cautions]


def test_the_caution_of_a_conflict_is_shown_for_good() -> None:
    patience = card(name="patience", act="send-card", opens=interview.ends + days(1), best=None)
    planned = path(card(closes=interview.ends + hours(24)), patience)
    assert [("conflict", None, None)] == [
        (caution.status, caution.since, caution.until) for caution in planned.cautions
    ]


def test_the_questions_are_those_of_now() -> None:
    known = searching(applied(meeting(interviewers=[tom()])))
    assert plan(known, now=NOW).questions == path(known=known).questions
    assert ["thank-you"] == [
        question.acts[0] for question in path(known=known).questions if "Tom" in question.text
    ]


def test_whom_you_met_is_asked_if_nobody_has_told_by_now_and_nothing_is_done_for_them() -> None:
    untold = searching(applied(meeting(interviewers=None)))
    nobody = searching(applied(meeting(interviewers=[])))
    assert plan(untold, now=NOW).questions == path(known=untold).questions
    assert "interview.interviewers" in {question.fact for question in path(known=untold).questions}
    assert best_moments(path(known=nobody)) == best_moments(path(known=untold))
    assert path(known=nobody).cautions == path(known=untold).cautions
    before = path(known=untold, now=at("2026-11-24 09:00"))
    assert () == before.questions


def test_where_facts_of_somebody_s_own_count_whom_you_met_is_asked_just_once() -> None:
    untold = searching(applied(meeting(interviewers=None)))
    elsewhere = moment_fact("interview.hint", "the hint", lambda subject: subject.interview.left)
    [question] = path(card(best=first_known(elsewhere, interview.ends)), known=untold).questions
    assert ("interview.interviewers", ("send-card",)) == (question.fact, question.acts)


# -- days -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("zone", [LONDON, "Asia/Tokyo", NEW_YORK])
def test_a_path_leads_from_the_first_moment_of_a_day_to_the_end_of_another(zone: str) -> None:
    """Days are those of the candidate's zone, for all that is reckoned in the interview's."""
    known = searching(applied(meeting()), zone=zone)
    ahead = forecast(known, now=date(2026, 11, 24), horizon=date(2026, 12, 3))
    first, end = at("2026-11-24 00:00", zone), at("2026-12-04 00:00", zone)
    assert (first, end) == (ahead.now, ahead.until)
    assert forecast(known, now=first, horizon=end) == ahead


def test_the_horizon_may_be_the_day_that_begins_now() -> None:
    day = date(2026, 11, 24)
    assert 1 == len(path(card(), now=day, horizon=day).actions)
    ahead = path(card(), now=at("2026-11-24 23:59"), horizon=day)
    assert at("2026-11-25 00:00") == ahead.until


# -- bad input ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("now", "horizon", "expected"),
    [
        (NOW, NOW - TICK, ["horizon: is before now; give a later time"]),
        (
            NOW.replace(tzinfo=None),
            at("2200-01-02 00:00"),
            [
                "now: 2026-11-24T12:00:00 has no time zone; give it one, as in "
                "datetime(..., tzinfo=ZoneInfo('Europe/London'))",
                "horizon: 2200-01-02T00:00:00+00:00 is not between 1970 and 2200; check the year",
            ],
        ),
        (
            at("1969-01-01 00:00", "UTC"),
            NOW,
            ["now: 1969-01-01T00:00:00+00:00 is not between 1970 and 2200; check the year"],
        ),
        (
            at("2026-11-25 00:00") + TICK,
            date(2026, 11, 24),
            ["horizon: is before now; give a later time"],
        ),
        (
            date(1969, 12, 31),
            date(2200, 1, 1),
            [
                "now: 1969-12-31 is not between 1970 and 2200; check the year",
                "horizon: 2200-01-01 is not between 1970 and 2200; check the year",
            ],
        ),
    ],
    ids=["before now", "both", "now alone", "a day that is over by now", "days"],
)
def test_bad_times_are_refused_with_all_that_is_wrong(
    now: date, horizon: date, expected: list[str]
) -> None:
    with pytest.raises(InvalidInput) as caught:
        forecast(SEARCH, now=now, horizon=horizon)
    assert expected == str(caught.value).splitlines()


def test_a_horizon_is_later_as_an_instant_not_on_a_clock() -> None:
    horizon = (NOW + timedelta(hours=1)).astimezone(UTC)
    west = horizon.astimezone(at("2026-11-24 12:00", NEW_YORK).tzinfo)
    assert west.replace(tzinfo=None) < NOW.replace(tzinfo=None)
    assert horizon == forecast(SEARCH, now=NOW, horizon=west).until


@pytest.mark.parametrize(
    ("known", "rules", "expected"),
    [
        (SEARCH, [card()], "is not a rule set; build it with RuleSet"),
        (5, CV_LIBRARY, "search: 5 is not a JobSearch, an Application or an Interview"),
    ],
    ids=["no rule set", "no search"],
)
def test_what_is_no_search_or_no_rule_set_is_refused(known: Any, rules: Any, expected: str) -> None:
    with pytest.raises(InvalidInput, match=expected):
        forecast(known, now=NOW, horizon=HORIZON, rules=rules)


# -- a forecast equals planning step by step ------------------------------------------------------

Act = tuple[str, tuple[Any, ...]]
Step = tuple[datetime, UUID, Window, str]


class Life:
    """A candidate who looks at plans, does what is due, and then waits for something to change."""

    def __init__(self, known: JobSearch, now: datetime, rules: RuleSet) -> None:
        self.search, self.now, self.rules = known, now, rules
        self.last: dict[Act, datetime] = {}
        self.warned: set[UUID] = set()

    def until(self, horizon: datetime) -> Iterator[Step]:
        while self.now < horizon:
            planned = plan(self.search, now=self.now, rules=self.rules)
            if due := [action for action in planned.actions if self._is_due(action)]:
                first = min(
                    due, key=lambda action: (action.window.best, action.act, action.subject.path)
                )
                yield self.now, first.uid, first.window, first.status
                self.last[first.act, first.identities] = self.now
                self.search = self.search.record(first, at=self.now)
                continue
            self.warned |= {caution.uid for caution in planned.cautions}
            ahead = [action.window.best for action in planned.actions if action.window.best]
            changes = [moment.astimezone(UTC) for moment in (planned.until, *ahead) if moment]
            self.now = min([change for change in changes if change > self.now], default=horizon)

    def _is_due(self, action: Action) -> bool:
        best = action.window.best
        if action.status not in ("open", "late") or best is None or best > self.now:
            return False
        last = self.last.get((action.act, action.identities))
        return last is None or best > last


def equals(known: JobSearch, now: datetime, horizon: datetime, rules: RuleSet) -> int:
    """Compare a forecast with a life, and return how much is done in it."""
    planned = forecast(known, now=now, horizon=horizon, rules=rules)
    life = Life(known, now.astimezone(UTC), rules)
    lived = list(life.until(horizon.astimezone(UTC)))
    steps = [(action.uid, action.window, action.status) for action in planned.actions]
    assert [(uid, window, status) for _, uid, window, status in lived] == steps
    assert life.warned == {caution.uid for caution in planned.cautions}
    return len(lived)


def test_the_forecast_of_the_example_equals_planning_step_by_step() -> None:
    assert len(EXPECTED.strip().splitlines()) == equals(EXAMPLE, NOW, HORIZON, CV_LIBRARY)


# A fact that looks at what was done elsewhere: any act may change any other.
CARDS = moment_fact(
    "interview.cards",
    "the last card that anybody was sent",
    lambda subject: max(
        (
            act.at
            for application in subject.search.applications
            for interview in application.interviews
            for act in interview.done
        ),
        default=None,
    ),
)


def test_a_fact_of_somebody_s_own_may_look_at_what_is_done_elsewhere() -> None:
    toast = card(
        name="drink-a-toast",
        per=interview,
        given=CARDS.happened,
        opens=CARDS,
        best=CARDS + hours(1),
        satisfied_by=done("drink-a-toast"),
        text="Drink a toast",
    )
    rules = RuleSet([card(), toast])
    two = searching(
        applied(meeting()),
        applied(meeting("2026-12-01 10:00", "2026-12-01 11:00"), employer="Globex"),
    )
    assert 4 == equals(two, NOW, HORIZON, rules)


def test_a_told_fact_may_have_a_zone_that_looks_at_what_is_done_elsewhere() -> None:
    def zone(subject: Subject) -> ZoneInfo:
        interviews = [
            interview for own in subject.search.applications for interview in own.interviews
        ]
        return ZoneInfo("Asia/Tokyo" if any(interview.done for interview in interviews) else "UTC")

    task = moment_fact("application.task_due", "the task", zone=zone).at("09:00")
    parts: dict[str, Any] = {"opens": task, "best": task, "text": "Do it", "why": "So."}
    work = Rule(name="work", per=application, satisfied_by=done("work"), **parts)
    bolt = applied(employer="Bolt", facts={"task_due": NOW + timedelta(days=3)})
    known = searching(applied(meeting()), bolt)
    assert 2 == equals(known, NOW, HORIZON, RuleSet([card(), work]))


def test_what_is_done_at_one_application_leaves_the_others_as_they_were() -> None:
    bolt = applied(meeting("2026-11-26 10:00", "2026-11-26 11:00"), employer="Bolt")
    globex = applied(meeting("2026-12-01 10:00", "2026-12-01 11:00"), employer="Globex")
    assert 20 < equals(searching(applied(meeting()), bolt, globex), NOW, HORIZON, CV_LIBRARY)


def test_an_action_knows_all_that_was_done_before_it() -> None:
    bolt = applied(meeting("2026-11-26 10:00", "2026-11-26 11:00"), employer="Bolt")
    planned = path(known=searching(applied(meeting()), bolt))
    assert list(range(len(planned.actions))) == [
        acts(action.subject.search) for action in planned.actions
    ]


def acts(known: JobSearch) -> int:
    """Return how many acts are kept as done anywhere in a search."""
    interviews = [interview for own in known.applications for interview in own.interviews]
    holders: list[Any] = [known, *known.applications, *interviews]
    return sum(len(holder.done) for holder in holders)


stepping = settings(max_examples=examples(30), suppress_health_check=list(HealthCheck))


LAST = datetime(2199, 12, 31, tzinfo=UTC)


def drawn(data: st.DataObject, rules: RuleSet) -> int:
    """Compare them for a search that is drawn, from close to its first interview on."""
    anchor = data.draw(strategies.moments())
    known = data.draw(strategies.job_searches(near=anchor, rules=rules))
    near = known.first.first_moment if known.first else anchor
    now = min(data.draw(strategies.moments(near=near)).astimezone(UTC), LAST)
    horizon = min(now + timedelta(days=data.draw(st.sampled_from([10, 1, 30]))), LAST)
    return equals(known, now, horizon, rules)


@stepping
@given(st.data())
def test_a_forecast_equals_planning_step_by_step(data: st.DataObject) -> None:
    drawn(data, CV_LIBRARY)


@stepping
@given(strategies.rule_sets(), st.data())
def test_a_forecast_equals_it_whatever_the_rules_are(rules: RuleSet, data: st.DataObject) -> None:
    drawn(data, rules)


# -- the ends of time -----------------------------------------------------------------------------


def test_a_path_may_last_to_the_end_of_all_times() -> None:
    last = datetime(2199, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC)
    planned = path(card(), now=last - timedelta(days=3_653), horizon=last)
    assert last == planned.until


TEN_YEARS = timedelta(days=3_653)


@pytest.mark.parametrize("step", [-TICK, timedelta(0)], ids=["a little less", "just that"])
def test_a_path_may_last_ten_years(step: timedelta) -> None:
    planned = path(card(), horizon=NOW + TEN_YEARS + step)
    assert (1, NOW + TEN_YEARS + step) == (len(planned.actions), planned.until)


def test_a_path_of_more_than_ten_years_is_refused() -> None:
    with pytest.raises(InvalidInput) as caught:
        path(card(), horizon=NOW + TEN_YEARS + TICK)
    assert "horizon: is more than 10 years after now; give a nearer time" == str(caught.value)


def test_a_rule_about_an_application_or_the_search_has_its_path() -> None:
    rest = moment_fact("search.rest", "the day of rest", lambda _: at("2026-11-29 12:00"))
    rules = (
        card(name="rest", per=search, opens=rest, best=rest, text="Rest", satisfied_by=None),
        card(
            name="write",
            per=application,
            opens=application.latest_ends,
            best=application.latest_ends + days(1),
            text="Write",
            satisfied_by=done("write"),
        ),
    )
    expected = [("write", "2026-11-25 11:00"), ("rest", "2026-11-29 12:00")]
    assert expected == best_moments(path(*rules))
    assert LONDON == path(*rules).timezone
