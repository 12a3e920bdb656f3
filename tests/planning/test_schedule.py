"""What the rules say of every subject, without a clock, and how rules on one act combine."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from attrs import evolve

from builders import (
    TICK,
    applied,
    at,
    cautions,
    did,
    meeting,
    moments,
    priya,
    scheduled_act,
    scheduled_acts,
    searching,
    status,
    tom,
    wall,
)
from interview_followup import (
    CV_LIBRARY,
    Interview,
    Rule,
    RuleSet,
    Scheduled,
    SetAside,
    check,
    plan,
    schedule,
)
from interview_followup.language import (
    Moment,
    Source,
    application,
    closed,
    days,
    done,
    early,
    first_known,
    hours,
    interview,
    last_done,
    late,
    minutes,
    moment_fact,
    parameter,
    person,
    search,
)
from interview_followup.language._subject import Aside, Per

NOON = at("2026-11-24 12:00")

ring = Rule(
    name="ring",
    per=interview,
    opens=interview.ends + hours(1),
    best=interview.ends + hours(2),
    due=interview.ends + hours(6),
    closes=interview.ends + days(1),
    channel="phone",
    text="Ring {employer}",
    cautions=(
        early("Too early to ring: wait until {opens}", since=interview.starts),
        late("Ring before {closes}"),
        closed("You did not ring"),
    ),
    source=Source("A book"),
    why="They like to be rung.",
)
not_at_once = Rule(
    name="not-at-once",
    kind="guard",
    act="ring",
    per=interview,
    opens=interview.ends + hours(3),
    text="Do not ring at once",
    source=Source("A leaflet"),
    why="They are still busy.",
)
be_quick = Rule(
    name="be-quick",
    act="ring",
    per=interview,
    opens=interview.ends,
    best=interview.ends + minutes(30),
    due=interview.ends + hours(4),
    closes=interview.ends + hours(5),
    satisfied_by=done("ring"),
    text="Ring quickly",
    cautions=closed("Too slow", lasting=parameter("shame", days(1), "how long")),
    why="The quick win.",
)
too_quick = Rule(
    name="too-quick",
    act="ring",
    per=interview,
    opens=interview.ends,
    closes=interview.ends + hours(1),
    text="Ring at once",
    why="At once or never.",
)


def test_every_subject_has_an_item_for_every_rule_that_speaks_of_it() -> None:
    panel = meeting(interviewers=[priya(), tom()])
    acts = sorted(scheduled.act for scheduled in schedule(panel))
    expected = [
        "ask-how-to-follow-up",
        "ask-when-you-will-hear",
        "call",
        "chase",
        *["collect-contact", "collect-contact", "connect", "connect"],
        *["debrief", "keep-looking", "stop-looking", "thank-you", "thank-you"],
    ]
    assert expected == acts


def test_a_schedule_is_in_the_order_of_best_and_then_of_act_and_subject() -> None:
    timetable = schedule(meeting(interviewers=[priya(), tom()]))
    dated = [
        (scheduled.window.best, scheduled.act, scheduled.subject.path)
        for scheduled in timetable
        if scheduled.window.best
    ]
    assert sorted(dated) == dated
    assert all(scheduled.window.best is None for scheduled in timetable[len(dated) :])


def test_an_empty_search_has_only_what_is_about_the_search() -> None:
    assert {"keep-looking", "stop-looking"} == {
        scheduled.act for scheduled in schedule(searching())
    }


# -- rules on one act -----------------------------------------------------------------------------


def test_rules_on_one_act_open_late_and_close_early() -> None:
    rules = RuleSet([ring, be_quick])
    expected = ("2026-11-24 12:00", "2026-11-24 13:00", "2026-11-24 15:00", "2026-11-24 16:00")
    assert expected == moments(meeting(), "ring", rules=rules)


def test_a_guard_moves_the_best_moment_to_where_it_opens() -> None:
    expected = ("2026-11-24 14:00", "2026-11-24 14:00", "2026-11-24 17:00", "2026-11-25 11:00")
    assert expected == moments(meeting(), "ring", rules=RuleSet([ring, not_at_once]))


def test_a_combined_item_keeps_every_rule_reason_and_source() -> None:
    combined = scheduled_act(meeting(), "ring", rules=RuleSet([not_at_once, ring]))
    assert ("ring", "not-at-once") == combined.rules
    assert "They like to be rung." in combined.why
    assert "They are still busy." in combined.why
    assert "A book; A leaflet" == combined.source


slow = Rule(
    name="slow",
    kind="guard",
    act="ring",
    per=interview,
    opens=interview.ends + hours(4),
    text="Wait",
    source=Source("A poster"),
    why="They rest.",
)


def test_a_combined_item_is_explained_by_the_rule_that_decides() -> None:
    combined = scheduled_act(meeting(), "ring", rules=RuleSet([ring, slow]))
    assert (
        "They like to be rung. They rest. Best: 4 hours after the interview's end." == combined.why
    )
    [early_on] = [caution for caution in combined.cautions if caution.status == "early"]
    assert "That is 4 hours after the interview's end. They rest." == early_on.why
    assert ("ring", "slow") == early_on.rules
    assert "A book; A poster" == early_on.source


def test_of_rules_that_decide_alike_the_one_named_like_the_act_explains() -> None:
    as_late = Rule(
        name="as-late",
        act="ring",
        per=interview,
        opens=interview.starts + hours(2),
        best=interview.starts + hours(3),
        text="Ring as late",
        why="It is as late.",
    )
    combined = scheduled_act(meeting(), "ring", rules=RuleSet([as_late, ring]))
    [early_on] = [caution for caution in combined.cautions if caution.status == "early"]
    assert combined.why.endswith("Best: 2 hours after the interview's end.")
    expected = "That is 1 hour after the interview's end. They like to be rung. It is as late."
    assert expected == early_on.why


def test_of_guards_that_open_together_the_first_by_name_says_when_it_is_best() -> None:
    as_slow = Rule(
        name="as-slow",
        kind="guard",
        act="ring",
        per=interview,
        opens=interview.starts + hours(5),
        text="Wait",
        why="They eat.",
    )
    three = scheduled_act(meeting(), "ring", rules=RuleSet([slow, as_slow, ring]))
    assert three.why.endswith("Best: 5 hours after the interview's start.")


def test_text_and_channel_are_those_of_the_rule_named_like_the_act() -> None:
    combined = scheduled_act(meeting(), "ring", rules=RuleSet([be_quick, ring]))
    assert ("Ring Acme", "phone") == (
        combined.text.replace("the employer", "Acme"),
        combined.channel,
    )


def test_a_combined_item_is_satisfied_if_any_rule_is() -> None:
    rung = meeting(done=[did("ring", "2026-11-24 12:30")])
    assert "done" == status(rung, "ring", NOON, rules=RuleSet([ring, be_quick]))


def test_a_combined_item_needs_what_any_rule_needs() -> None:
    promised = Rule(
        name="when-promised",
        act="ring",
        per=interview,
        opens=interview.ends,
        needs=application.promise,
        text="Ring",
        why="It is known.",
    )
    rules = RuleSet([ring, promised])
    assert "needs-fact" == status(meeting(), "ring", NOON, rules=rules)


def test_a_rule_whose_condition_fails_takes_no_part() -> None:
    quiet = Rule(
        name="quiet",
        act="ring",
        per=interview,
        given=interview.remote,
        opens=interview.ends + days(9),
        text="Wait",
        why="It was remote.",
    )
    assert ("ring",) == scheduled_act(
        meeting(medium="in-person"), "ring", rules=RuleSet([ring, quiet])
    ).rules


def test_cautions_of_one_kind_become_one_that_lasts_for_all() -> None:
    rules = RuleSet([ring, be_quick])
    [missed] = [
        caution
        for caution in scheduled_act(meeting(), "ring", rules=rules).cautions
        if caution.status == "closed"
    ]
    assert ("ring", "be-quick") == missed.rules
    assert (at("2026-11-24 16:00"), at("2026-11-27 16:00")) == (missed.since, missed.until)
    assert "They like to be rung. The quick win." == missed.why
    assert "You did not ring" == missed.text


def test_a_caution_that_it_is_late_says_why_the_rule_is_there() -> None:
    [late_on] = [
        caution
        for caution in scheduled_act(meeting(), "ring", rules=RuleSet([ring])).cautions
        if caution.status == "late"
    ]
    assert ("They like to be rung.", ("ring",)) == (late_on.why, late_on.rules)


def test_an_opening_that_is_unknown_to_one_rule_is_unknown() -> None:
    promised = Rule(
        name="promised",
        kind="guard",
        act="ring",
        per=interview,
        opens=application.promise,
        text="Ring",
        why="It is promised.",
    )
    combined = scheduled_act(meeting(), "ring", rules=RuleSet([ring, promised]))
    assert None is combined.window.opens
    assert {"opens"} == combined.window.unknown
    assert set() == {caution.status for caution in combined.cautions} - {"late", "closed"}


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (at("2026-11-24 13:00") - TICK, "needs-fact"),
        (at("2026-11-24 13:00"), "closed"),
        (at("2026-11-24 13:00") + TICK, "closed"),
    ],
    ids=["before", "at", "after"],
)
def test_an_act_with_an_unknown_opening_needs_the_fact_until_it_closes(
    now: datetime, expected: str
) -> None:
    promised = Rule(
        name="promised",
        per=interview,
        opens=application.promise,
        best=application.promise,
        closes=interview.ends + hours(2),
        text="Ring",
        why="It is promised.",
    )
    assert expected == status(meeting(), "promised", now, rules=RuleSet([promised]))


@pytest.mark.parametrize(
    ("since", "shown"),
    [
        pytest.param(interview.ends + hours(1) - minutes(1), True, id="just before"),
        pytest.param(interview.ends + hours(1), False, id="as it opens"),
        pytest.param(interview.ends + hours(1) + minutes(1), False, id="just after"),
    ],
)
def test_a_caution_that_begins_as_it_ends_or_after_is_none(since: Moment, shown: bool) -> None:
    nod = Rule(
        name="nod",
        per=interview,
        opens=interview.ends + hours(1),
        text="Nod",
        cautions=early("Wait", since=since),
        why="So.",
    )
    assert shown is bool(scheduled_act(meeting(), "nod", rules=RuleSet([nod])).cautions)


# -- conflicts ------------------------------------------------------------------------------------

CLASH = RuleSet([ring, too_quick])


@pytest.mark.parametrize("now", [at("2026-01-01 00:00"), NOON, at("2027-01-01 00:00")])
def test_rules_that_leave_no_time_are_in_conflict_at_all_times(now: object) -> None:
    planned = plan(meeting(), now=now, rules=CLASH)  # type: ignore[arg-type]
    assert ["conflict"] == [action.status for action in planned.actions]
    [caution] = planned.cautions
    assert ("conflict", None, None) == (caution.status, caution.since, caution.until)
    assert None is planned.until


def test_a_conflict_has_the_names_of_the_rules_and_says_the_act_in_its_own_words() -> None:
    [caution] = plan(meeting(), now=NOON, rules=CLASH).cautions
    assert ("ring", "too-quick") == caution.rules
    expected = (
        "There is no time for this: “Ring the employer”. It would have to wait until "
        "Tuesday 24 November, 12:00, but has to be done before Tuesday 24 November, 12:00"
    )
    assert expected == caution.text


def test_a_conflict_says_when_the_last_rule_opens_and_when_the_first_one_closes() -> None:
    soon = Rule(
        name="ring",
        per=interview,
        opens=interview.ends,
        best=interview.ends,
        closes=interview.ends + hours(1),
        text="Ring",
        why="So.",
    )
    [caution] = plan(meeting(), now=NOON, rules=RuleSet([soon, slow])).cautions
    expected = (
        "There is no time for this: “Ring”. It would have to wait until "
        "Tuesday 24 November, 15:00, but has to be done before Tuesday 24 November, 12:00"
    )
    assert expected == caution.text


def test_an_act_in_conflict_is_not_allowed_and_the_verdict_says_what_the_caution_does() -> None:
    verdict = check(meeting(), "ring", at=NOON, rules=CLASH)
    assert (False, "conflict") == (verdict.allowed, verdict.status)
    [caution] = plan(meeting(), now=NOON, rules=CLASH).cautions
    assert (caution.text, caution.why) == (verdict.text, verdict.why)


def test_what_is_done_is_in_conflict_no_more() -> None:
    rung = meeting(done=[did("ring", "2026-11-24 12:30")])
    rules = RuleSet([ring, too_quick, be_quick])
    assert "done" == status(rung, "ring", NOON, rules=rules)
    assert set() == cautions(rung, NOON, rules)


def test_a_window_that_one_rule_leaves_empty_is_closed_and_no_conflict() -> None:
    never = Rule(
        name="never",
        act="ring",
        per=interview,
        opens=interview.ends,
        closes=interview.ends,
        text="Never ring",
        why="They hate it.",
    )
    assert "closed" == status(meeting(), "ring", NOON, rules=RuleSet([ring, never]))
    assert {("ring", "closed")} == cautions(meeting(), NOON, RuleSet([ring, never]))
    assert set() == cautions(meeting(), at("2026-11-24 10:30"), RuleSet([ring, never]))


def test_a_conflict_is_silent_as_long_as_its_rules_are() -> None:
    parts: Any = {
        "act": "nod",
        "per": interview,
        "since": interview.ends,
        "text": "Nod",
        "why": "So.",
    }
    first = Rule(name="nod-late", opens=interview.ends + hours(2), best=interview.ends, **parts)
    second = Rule(name="nod-soon", opens=interview.ends, closes=interview.ends + hours(1), **parts)
    rules = RuleSet([first, second])
    ends = at("2026-11-24 11:00")
    assert ("silent", set()) == (
        status(meeting(), "nod", ends - TICK, rules=rules),
        cautions(meeting(), ends - TICK, rules),
    )
    assert {("nod", "conflict")} == cautions(meeting(), ends, rules)


# -- silence --------------------------------------------------------------------------------------

from_the_start = Rule(
    name="from-the-start",
    act="ring",
    per=interview,
    since=interview.starts,
    opens=interview.ends,
    best=interview.ends,
    text="Ring once it is over",
    cautions=early("Not yet", since=interview.starts - hours(2)),
    why="Not during the interview.",
)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (at("2026-11-24 10:00") - TICK, "silent"),
        (at("2026-11-24 10:00"), "early"),
        (at("2026-11-24 11:00"), "open"),
    ],
)
def test_a_rule_is_silent_before_since(now: object, expected: str) -> None:
    rules = RuleSet([from_the_start])
    assert expected == status(meeting(), "ring", now, rules=rules)  # type: ignore[arg-type]


late_riser = Rule(
    name="late-riser",
    act="ring",
    per=interview,
    since=interview.ends + hours(4),
    opens=interview.ends + hours(4),
    text="Ring later",
    why="They sleep.",
)


def test_a_silent_rule_warns_of_nothing() -> None:
    rules = RuleSet([from_the_start])
    assert set() == cautions(meeting(), at("2026-11-24 10:00") - TICK, rules)
    assert {("ring", "early")} == cautions(meeting(), at("2026-11-24 10:00"), rules)


def test_rules_are_silent_together_only_while_all_of_them_are() -> None:
    rules = RuleSet([from_the_start, not_at_once])
    assert None is scheduled_act(meeting(), "ring", rules=rules).since
    later = Rule(
        name="later",
        act="ring",
        per=interview,
        since=interview.ends,
        opens=interview.ends,
        text="Ring",
        why="Later.",
    )
    combined = scheduled_act(meeting(), "ring", rules=RuleSet([from_the_start, later]))
    assert at("2026-11-24 10:00") == combined.since


# -- what is set aside ----------------------------------------------------------------------------

ONE, TWO = at("2026-11-24 13:00"), at("2026-11-24 14:00")
RING = RuleSet([ring, be_quick])


def aside(act: str = "ring", until: datetime | None = None, **more: Any) -> Interview:
    """Return the interview with an act set aside for good or until a moment."""
    return meeting(set_aside=[SetAside(act=act, until=until)], **more)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (at("2026-01-01 00:00"), ("set-aside", TWO)),
        (TWO - TICK, ("set-aside", TWO)),
        (TWO, ("open", at("2026-11-24 15:00"))),
        (TWO + TICK, ("open", at("2026-11-24 15:00"))),
        (at("2026-11-24 15:00"), ("late", at("2026-11-24 16:00"))),
        (at("2026-11-24 16:00"), ("closed", None)),
    ],
)
def test_an_act_is_set_aside_until_a_moment(now: datetime, expected: Any) -> None:
    snoozed = scheduled_act(aside(until=TWO), "ring", rules=RING)
    assert expected == snoozed.status(now)
    [action] = plan(aside(until=TWO), now=now, rules=RING).actions
    assert expected == (action.status, action.until)


@pytest.mark.parametrize("now", [at("2026-01-01 00:00"), TWO, at("2030-01-01 00:00")])
def test_an_act_that_is_dismissed_is_set_aside_at_all_times(now: datetime) -> None:
    assert ("set-aside", None) == scheduled_act(aside(), "ring", rules=RING).status(now)
    planned = plan(aside(), now=now, rules=RING)
    assert (None, (), ()) == (planned.until, planned.cautions, planned.questions)


def test_what_is_set_aside_stays_where_it_is() -> None:
    original, put_away = (
        scheduled_act(meeting(), "ring", rules=RING),
        scheduled_act(aside(), "ring", rules=RING),
    )
    assert (original.uid, original.window, original.text) == (
        put_away.uid,
        put_away.window,
        put_away.text,
    )
    assert (None, Aside(None)) == (original.set_aside, put_away.set_aside)


@pytest.mark.parametrize(
    ("known", "rules", "before", "after"),
    [
        (
            aside(until=TWO, done=[did("ring", "2026-11-24 12:30")]),
            RING,
            ("done", None),
            ("done", None),
        ),
        (
            aside(until=TWO),
            RuleSet([late_riser]),
            ("set-aside", TWO),
            ("silent", at("2026-11-24 15:00")),
        ),
        (aside(until=TWO), RuleSet([ring, too_quick]), ("set-aside", TWO), ("conflict", None)),
        (
            aside(until=TWO),
            RuleSet([evolve(ring, needs=application.follow_up)]),
            ("set-aside", TWO),
            ("needs-fact", at("2026-11-25 11:00")),
        ),
        (
            aside(until=TWO, ends=None),
            RuleSet([ring]),
            ("set-aside", TWO),
            ("early", at("2026-11-25 01:00")),
        ),
        (aside("nod", until=TWO), RING, ("open", at("2026-11-24 15:00")), None),
    ],
    ids=["done", "silent", "conflict", "needs-fact", "early", "another act"],
)
def test_what_is_set_aside_is_done_if_it_is_and_nothing_else(
    known: Interview, rules: RuleSet, before: Any, after: Any
) -> None:
    scheduled = scheduled_act(known, "ring", rules=rules)
    assert before == scheduled.status(TWO - TICK)
    assert (after or before) == scheduled.status(TWO)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (at("2026-11-25 00:00") - TICK, "set-aside"),
        (at("2026-11-25 00:00"), "late"),
        (at("2026-11-25 00:00") + TICK, "late"),
    ],
    ids=["just before the day", "as it begins", "just after it begins"],
)
def test_what_is_set_aside_until_a_day_is_so_until_its_first_moment(
    now: datetime, expected: str
) -> None:
    snoozed = meeting(set_aside=[SetAside(act="ring", until=date(2026, 11, 25))])
    assert expected == scheduled_act(snoozed, "ring", rules=RuleSet([ring])).status(now)[0]


def test_an_act_for_one_person_is_set_aside_for_nobody_else() -> None:
    met = meeting(interviewers=[priya(), tom()], set_aside=[SetAside(act="connect", to="Tom Reed")])
    assert "set-aside" == status(met, "connect", NOON, "Tom")
    assert "early" == status(met, "connect", NOON, "Priya")


def spans(known: Interview, rules: RuleSet) -> list[tuple[str, Any, Any]]:
    """Return the cautions about ringing: status, since and until."""
    return [
        (caution.status, caution.since, caution.until)
        for caution in scheduled_act(known, "ring", rules=rules).cautions
    ]


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        (at("2026-01-01 00:00"), ["10:00", "17:00", "11:00"]),
        (at("2026-11-24 10:00") + TICK, ["10:00:00.000001", "17:00", "11:00"]),
        (at("2026-11-24 12:00") - TICK, ["11:59:59.999999", "17:00", "11:00"]),
        (at("2026-11-24 12:00"), ["17:00", "11:00"]),
        (at("2026-11-24 17:00"), ["17:00", "11:00"]),
        (at("2026-11-24 18:00"), ["18:00", "11:00"]),
        (at("2026-11-25 11:00") - TICK, ["10:59:59.999999", "11:00"]),
        (at("2026-11-25 11:00"), ["11:00"]),
        (at("2026-11-28 09:00"), ["09:00"]),
        (at("2026-12-02 11:00"), []),
    ],
    ids=lambda value: str(value) if isinstance(value, datetime) else "",
)
def test_a_caution_begins_once_its_act_is_set_aside_no_more(
    until: datetime, expected: list[str]
) -> None:
    """Those that are over by then are left out."""
    shown = spans(aside(until=until), RuleSet([ring]))
    assert expected == [(wall(since) or "").partition(" ")[2] for _, since, _ in shown]
    ends = {status: end for status, _, end in spans(meeting(), RuleSet([ring]))}
    assert [ends[status] for status, _, _ in shown] == [end for _, _, end in shown]


def test_a_conflict_is_told_once_its_act_is_set_aside_no_more() -> None:
    clash = RuleSet([ring, too_quick])
    assert [("conflict", None, None)] == spans(meeting(), clash)
    assert [("conflict", TWO, None)] == spans(aside(until=TWO), clash)
    assert [] == spans(aside(), clash)


def test_a_snooze_ends_as_a_caution_begins_or_moves_a_plan_s_next_change() -> None:
    known = aside(until=ONE)
    assert ONE == plan(known, now=NOON, rules=RING).until
    assert set() == cautions(known, ONE - TICK, RuleSet([ring]))
    shown = aside(until=at("2026-11-24 11:30"))
    assert {("ring", "early")} == cautions(shown, at("2026-11-24 11:30"), RuleSet([ring]))
    assert set() == cautions(shown, at("2026-11-24 11:30") - TICK, RuleSet([ring]))


# -- windows that wait for events -----------------------------------------------------------------

on_leaving = Rule(
    name="on-leaving",
    per=interview,
    opens=interview.left,
    best=interview.left + minutes(5),
    due=interview.left + minutes(9),
    closes=interview.ends + hours(2),
    text="Breathe",
    cautions=early("Hold your breath until {opens}", since=interview.starts),
    why="You are out.",
)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (at("2026-11-24 10:30"), "early"),
        (at("2026-11-24 13:00") - TICK, "early"),
        (at("2026-11-24 13:00"), "closed"),
    ],
)
def test_a_window_that_waits_for_an_event_is_early_until_it_closes(
    now: object, expected: str
) -> None:
    rules = RuleSet([on_leaving])
    assert expected == status(meeting(), "on-leaving", now, rules=rules)  # type: ignore[arg-type]


def test_a_window_that_waits_for_an_event_has_no_dates() -> None:
    rules = RuleSet([on_leaving])
    assert (None, None, None, "2026-11-24 13:00") == moments(meeting(), "on-leaving", rules=rules)
    [caution] = plan(meeting(), now=at("2026-11-24 10:30"), rules=rules).cautions
    assert "Hold your breath until it happens" == caution.text
    assert "It waits for the moment you are clear of the building. You are out." == caution.why


def test_with_the_event_the_window_has_its_dates() -> None:
    left = meeting(left=at("2026-11-24 11:10"))
    expected = ("2026-11-24 11:10", "2026-11-24 11:15", "2026-11-24 11:19", "2026-11-24 13:00")
    assert expected == moments(left, "on-leaving", rules=RuleSet([on_leaving]))


# -- channels -------------------------------------------------------------------------------------


def test_a_channel_without_an_address_leads_nowhere() -> None:
    scheduled = scheduled_act(meeting(interviewers=[tom()]), "thank-you")
    assert ("email", None) == (scheduled.channel, scheduled.to)


@pytest.mark.parametrize("per", ["search", "application", "interview"])
@pytest.mark.parametrize("channel", ["email", "linkedin"])
def test_a_channel_leads_to_nobody_where_no_person_is_meant(per: Per, channel: str) -> None:
    write = Rule(
        name="write", per=per, opens=search.first_ends, channel=channel, text="Write", why="So."
    )
    scheduled = scheduled_act(meeting(), "write", rules=RuleSet([write]))
    assert (channel, None) == (scheduled.channel, scheduled.to)


def test_a_channel_that_a_fact_does_not_give_is_none() -> None:
    nobody = Rule(
        name="nobody",
        per=application,
        opens=application.latest_ends,
        channel=application.recruiter_route,
        text="Write",
        why="Because.",
    )
    scheduled = scheduled_act(searching(applied(meeting())), "nobody", rules=RuleSet([nobody]))
    assert (None, None) == (scheduled.channel, scheduled.to)


# -- identity -------------------------------------------------------------------------------------


def test_a_uid_stays_the_same_when_an_interview_with_a_key_moves() -> None:
    before = meeting(key="42")
    after = meeting("2026-11-25 15:00", "2026-11-25 16:00", key="42")
    assert scheduled_act(before, "debrief").uid == scheduled_act(after, "debrief").uid


def test_a_uid_changes_when_an_interview_without_a_key_moves() -> None:
    after = meeting("2026-11-25 15:00", "2026-11-25 16:00")
    assert scheduled_act(meeting(), "debrief").uid != scheduled_act(after, "debrief").uid


def test_a_uid_changes_once_the_act_is_done_again() -> None:
    once = searching(applied(meeting(), done=[did("chase", "2026-12-04 12:00")]))
    assert scheduled_act(meeting(), "chase").uid != scheduled_act(once, "chase").uid


def test_every_uid_of_a_plan_is_its_own() -> None:
    search = searching(
        applied(meeting(interviewers=[priya(), tom()]), meeting("2026-12-01 10:00", None))
    )
    planned = plan(search, now=at("2026-11-25 12:00"))
    uids = [action.uid for action in planned.actions] + [
        caution.uid for caution in planned.cautions
    ]
    assert len(uids) == len(set(uids))


def test_a_uid_is_the_same_in_every_process() -> None:
    assert (
        UUID("d4fafcc3-8323-58aa-9681-f6b1c9f7f228")
        == scheduled_act(searching(), "keep-looking").uid
    )


def test_days_are_counted_on_the_wall_and_hours_by_the_clock() -> None:
    day = Rule(name="day", per=interview, opens=interview.ends + days(1), text="A", why="Days.")
    elapsed = Rule(
        name="elapsed", per=interview, opens=interview.ends + hours(24), text="B", why="Hours."
    )
    rules = RuleSet([day, elapsed])
    autumn = meeting("2026-10-24 15:00", "2026-10-24 16:00")
    assert "2026-10-25 16:00" == moments(autumn, "day", rules=rules)[0]
    assert "2026-10-25 15:00" == moments(autumn, "elapsed", rules=rules)[0]


def test_a_search_is_planned_with_other_numbers() -> None:
    rules = CV_LIBRARY.tuned({"thank-you.within": days(1), "chase.wait": days(10)})
    assert "2026-11-25 11:00" == moments(meeting(), "thank-you", rules=rules)[3]
    assert "2026-12-05 11:00" == moments(meeting(), "chase", rules=rules)[0]


def test_a_missed_caution_lasts_for_calendar_days() -> None:
    rules = CV_LIBRARY.tuned({"thank-you.missed-for": days(3)})
    closing = at("2026-11-26 11:00")
    shown = cautions(meeting(), closing + timedelta(days=3) - TICK, rules)
    assert ("thank-you", "closed") in shown
    assert ("thank-you", "closed") not in cautions(meeting(), closing + timedelta(days=3), rules)


def test_rules_about_a_search_and_about_people_plan_alike() -> None:
    greet = Rule(name="greet", per=person, opens=interview.starts, text="Greet {person}", why="Hi.")
    rest = Rule(name="rest", per=search, opens=search.first_ends, text="Rest", why="Tired.")
    rules = RuleSet([greet, rest])
    assert ["Greet Priya Shah"] == [
        scheduled.text for scheduled in scheduled_acts(meeting(), "greet", rules)
    ]
    assert ["Rest"] == [scheduled.text for scheduled in scheduled_acts(meeting(), "rest", rules)]


# -- what the people met at an interview share, and what is their own -----------------------------

BACK = moment_fact("person.back", "their return", ask="When is {person} back?")


def waved(**parts: Any) -> RuleSet:
    """Return a rule about people, who are waved to once more."""
    given: dict[str, Any] = {"opens": interview.ends, "text": "Wave to {person}", "why": "So."}
    return RuleSet([Rule(name="wave", per=person, **(given | parts))])


def for_each(rules: RuleSet, *done_: Any, back: str | None = None) -> dict[str, Scheduled]:
    """Return what is scheduled for two people, of whom one may be back at some time."""
    facts = {"back": at(back)} if back else {}
    met = meeting(interviewers=[priya(facts=facts), tom()], done=done_)
    timetable = schedule(searching(applied(met)), rules=rules)
    return {scheduled.subject.person.name: scheduled for scheduled in timetable}


def test_a_caution_that_hangs_on_what_was_done_is_each_person_s_own() -> None:
    last = last_done("wave")
    rules = waved(
        opens=last + days(1),
        best=last + days(1),
        closes=last + days(2),
        cautions=closed("You did not wave"),
    )
    on = {"Priya Shah": "2026-11-24 12:00", "Tom Reed": "2026-11-27 12:00"}
    by_name = for_each(rules, *[did("wave", day, name) for name, day in on.items()])
    assert {"Priya Shah": "2026-11-26 12:00", "Tom Reed": "2026-11-29 12:00"} == {
        name: wall(scheduled.cautions[0].since) for name, scheduled in by_name.items()
    }


def test_a_caution_s_beginning_alone_may_be_each_person_s_own() -> None:
    rules = waved(
        opens=interview.ends + days(9), cautions=early("Too early", since=last_done("nod"))
    )
    on = {"Priya Shah": "2026-11-24 12:00", "Tom Reed": "2026-11-27 12:00"}
    by_name = for_each(rules, *[did("nod", day, name) for name, day in on.items()])
    assert on == {name: wall(scheduled.cautions[0].since) for name, scheduled in by_name.items()}


def test_a_reason_is_each_person_s_own() -> None:
    rules = waved(best=first_known(last_done("nod") + days(1), interview.ends))
    by_name = for_each(rules, did("nod", "2026-11-24 12:00", "Priya Shah"))
    assert {
        "Priya Shah": "So. Best: 1 day after your last “nod”.",
        "Tom Reed": "So. Best: the interview's end.",
    } == {name: scheduled.why for name, scheduled in by_name.items()}


def test_a_better_date_is_each_person_s_own() -> None:
    rules = waved(opens=first_known(BACK, interview.ends), best=interview.ends)
    by_name = for_each(rules, back="2026-11-25 09:00")
    assert {"Priya Shah": False, "Tom Reed": True} == {
        name: bool(scheduled.dispensable) for name, scheduled in by_name.items()
    }
    assert "2026-11-25 09:00" == wall(by_name["Priya Shah"].window.opens)


def test_a_schedule_tells_how_many_acts_it_has() -> None:
    later = meeting("2026-11-25 10:00", "2026-11-25 11:00")
    assert "<Schedule: 0 acts>" == repr(schedule(meeting(), rules=RuleSet([])))
    assert "<Schedule: 1 act>" == repr(schedule(meeting(), rules=RuleSet([ring])))
    assert "<Schedule: 2 acts>" == repr(schedule(applied(meeting(), later), rules=RuleSet([ring])))


def test_what_is_scheduled_is_shown_with_its_window() -> None:
    scheduled = scheduled_act(meeting(), "thank-you")
    label = f"Priya Shah · {scheduled.subject.widened('interview').label}"
    assert f"<Scheduled thank-you of {label}: {scheduled.window}>" == repr(scheduled)
