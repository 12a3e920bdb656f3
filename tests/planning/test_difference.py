"""Differences: what appeared, went and moved from one plan to another, and because of what."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from builders import LONDON, NEW_YORK, applied, at, card, did, meeting, priya, searching, tom
from interview_followup import (
    CV_LIBRARY,
    Application,
    Change,
    ChangedFact,
    Difference,
    FollowUp,
    InvalidInput,
    JobSearch,
    Person,
    Plan,
    Promise,
    RuleSet,
    Subject,
    Workdays,
    difference,
    plan,
)
from interview_followup.language import (
    application,
    days,
    early,
    hours,
    interview,
    moment_fact,
    person,
)

NOW = at("2026-11-25 12:00")
THANKED = [did("thank-you", "2026-11-24 14:00", "Priya Shah")]
SEARCH = searching(applied(meeting(done=THANKED)))
RACHEL = Person(name="Rachel Green", email="rachel@agency.example")
HOLIDAY = Workdays(holidays=[date(2026, 12, 1)])


def planned(known: JobSearch, now: datetime = NOW, rules: RuleSet = CV_LIBRARY) -> Plan:
    return plan(known, now=now, rules=rules)


def changed(before: JobSearch, after: JobSearch, now: datetime = NOW) -> Difference:
    return difference(planned(before, now), planned(after, now))


def acts(changes: tuple[Change, ...]) -> list[str]:
    """Return what changed: the acts, with an exclamation mark where it is a caution."""
    return [f"{change.advice.act}{'!' * (change.advice.kind == 'caution')}" for change in changes]


def kinds(changes: Difference) -> tuple[list[str], list[str], list[str]]:
    """Return what appeared, what went and what moved, each in the order of the letters."""
    appeared, went, moved = (
        sorted(acts(group)) for group in (changes.appeared, changes.went, changes.moved)
    )
    return appeared, went, moved


def the(act: str, changes: tuple[Change, ...]) -> Change:
    """Return the change of an action, or with an exclamation mark of a caution."""
    [only] = [change for change, name in zip(changes, acts(changes), strict=True) if name == act]
    return only


def names(change: Change) -> list[str]:
    """Return the facts because of which something changed."""
    return [cause.name for cause in change.because]


def act(known: JobSearch, name: str, now: datetime = NOW) -> Any:
    [only] = [action for action in planned(known, now).actions if action.act == name]
    return only


# -- nothing --------------------------------------------------------------------------------------


def test_identical_plans_do_not_differ() -> None:
    changes = changed(SEARCH, SEARCH)
    assert ((), (), (), ()) == (changes.appeared, changes.went, changes.moved, changes.became)
    assert not changes
    assert [] == list(changes)
    assert "Nothing changed." == str(changes)
    assert "<Difference: 0 appeared, 0 went, 0 moved, 0 became other>" == repr(changes)


def test_empty_plans_do_not_differ() -> None:
    nothing = planned(SEARCH, rules=RuleSet([]))
    assert not difference(nothing, nothing)


def test_as_time_passes_an_act_becomes_open_and_then_late() -> None:
    moments = [at(f"2026-11-24 {clock}") for clock in ("12:00", "14:30", "18:00")]
    plans = [planned(searching(applied(meeting())), moment) for moment in moments]
    text = "Send Priya Shah a personal thank-you e-mail (email to priya@acme.example)"
    assert () == difference(*plans[:2]).became
    change = the("thank-you", difference(*plans[1:]).became)
    assert ("became", "late", ()) == (change.kind, change.status, change.because)
    assert f"Now late: {text}" == str(change)
    early, open_ = (planned(SEARCH, at(day)) for day in ("2026-12-01 13:59", "2026-12-01 14:00"))
    assert "Now open: Ask Acme how far along they are, or how you compared with the others" == str(
        the("chase", difference(early, open_).became)
    )


def test_a_guard_has_a_status_in_what_went() -> None:
    """A caution of what only guards know of has gone, as the act may be done."""
    early, later = (planned(SEARCH, at(day)) for day in ("2026-11-24 12:00", "2026-11-25 12:00"))
    change = the("call!", difference(early, later).went)
    assert ("open", None) == (change.status, change.after)


def test_as_time_passes_nothing_moves() -> None:
    before, after = planned(SEARCH), planned(SEARCH, at("2026-12-04 12:00"))
    assert {"early", "open"} <= {action.status for action in (*before.actions, *after.actions)}
    changes = difference(before, after)
    asking = ["ask-how-to-follow-up!", "ask-when-you-will-hear!"]
    expected = [*asking, "chase!", "connect!", "debrief"]
    assert ([], expected, []) == kinds(changes)
    assert {()} == {change.because for change in changes}


# -- what was done --------------------------------------------------------------------------------


def test_an_act_that_was_recorded_went() -> None:
    after = SEARCH.record(act(SEARCH, "debrief"), at=NOW)
    changes = changed(SEARCH, after)
    assert ([], ["debrief"], []) == kinds(changes)
    [change] = changes.went
    assert ("went", "done", None) == (change.kind, change.status, change.after)
    assert act(SEARCH, "debrief").uid == change.advice.uid
    [fact] = change.because
    assert ("subject.done(debrief)", "“debrief”", (), (NOW,)) == fact
    assert isinstance(fact, ChangedFact)


def test_a_recorded_chase_went_and_the_next_one_appeared() -> None:
    now = at("2026-12-04 12:00")
    after = SEARCH.record(act(SEARCH, "chase", now), at=now)
    changes = changed(SEARCH, after, now)
    assert (["chase", "chase!"], ["chase"], []) == kinds(changes)
    first, second = the("chase", changes.went), the("chase", changes.appeared)
    assert first.advice.uid != second.advice.uid
    assert ["subject.done(chase)"] == names(first) == names(second)
    assert ("done", None) == (first.status, first.after)
    assert (None, "early") == (second.before, second.status)


@pytest.mark.parametrize(
    ("until", "expected", "words"),
    [
        (None, "for good", "for good"),
        (at("2026-11-25 18:00"), at("2026-11-25 18:00"), "Wednesday 25 November 2026, 18:00"),
    ],
    ids=["dismissed", "snoozed"],
)
def test_what_was_set_aside_went_and_appears_again_once_it_is_not(
    until: datetime | None, expected: Any, words: str
) -> None:
    connect = act(SEARCH, "connect")
    after = SEARCH.snooze(connect, until=until) if until else SEARCH.dismiss(connect)
    changes = changed(SEARCH, after)
    assert ([], ["connect", "connect!"], []) == kinds(changes)
    assert {"set-aside"} == {change.status for change in changes.went}
    assert {(("subject.set_aside", "set aside", None, expected),)} == {
        change.because for change in changes
    }
    told_aside = f" (now set-aside); because set aside: {words} (was nothing)"
    assert all(str(change).endswith(told_aside) for change in changes)
    back = changed(after, SEARCH)
    assert (["connect", "connect!"], [], []) == kinds(back)
    assert all(str(change).endswith(f"set aside: nothing (was {words})") for change in back)


# -- what was learnt ------------------------------------------------------------------------------


def test_a_promise_that_was_learnt_moves_the_chase() -> None:
    after = searching(applied(meeting(done=THANKED), promise=Promise(by=date(2026, 12, 7))))
    changes = changed(SEARCH, after)
    assert ([], ["ask-when-you-will-hear!"], ["chase", "chase!"]) == kinds(changes)
    assert ["application.promise"] == names(the("ask-when-you-will-hear!", changes.went))
    chase = the("chase", changes.moved)
    assert ("moved", "early") == (chase.kind, chase.status)
    assert chase.before is not None
    assert chase.after is not None
    assert chase.before.uid == chase.after.uid
    assert [("application.awaited", None, at("2026-12-08 00:00"))] == [
        (fact.name, fact.before, fact.after) for fact in chase.because
    ]


def test_a_rejection_ends_what_waited() -> None:
    after = searching(applied(meeting(done=THANKED), outcome="rejected"))
    changes = changed(SEARCH, after)
    asking = ["ask-how-to-follow-up!", "ask-when-you-will-hear!"]
    assert ([], [*asking, "chase", "chase!", "connect", "connect!"], []) == kinds(changes)
    chase = the("chase", changes.went)
    assert ("silent", None) == (chase.status, chase.after)
    assert [("application.waiting", True, False)] == [
        (cause.name, cause.before, cause.after) for cause in chase.because
    ]
    assert [("application.outcome", None, "rejected")] == [
        (cause.name, cause.before, cause.after) for cause in the("connect", changes.went).because
    ]


def test_only_the_facts_that_a_rule_on_the_act_uses_are_named() -> None:
    after = searching(
        applied(
            meeting(done=THANKED, left=at("2026-11-24 11:20")),
            recruiter=Person(name="Rachel Green"),
        )
    )
    changes = changed(SEARCH, after)
    assert ["interview.left"] == names(the("debrief", changes.moved))
    recruited = the("ask-recruiter", changes.appeared)
    assert ["application.recruiter", "application.recruiter_route"] == names(recruited)


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, []),
        ({"follow_up": FollowUp(channel="email")}, []),
        ({"follow_up": FollowUp(channel="phone")}, ["application.chase_route"]),
    ],
    ids=["still not told", "told to be as is usual", "told to be another"],
)
def test_a_way_is_another_where_it_leads_elsewhere_and_not_where_it_would_be_asked_for_later(
    more: dict[str, Any], expected: list[str]
) -> None:
    changes = changed(
        SEARCH, searching(applied(meeting("2026-11-24 14:00", "2026-11-24 15:00"), **more))
    )
    because = names(the("chase", changes.moved))
    assert expected == [name for name in because if name == "application.chase_route"]


def test_facts_are_in_the_order_of_their_names() -> None:
    changes = changed(searching(applied(meeting(key="1"))), MOVED)
    assert changes
    for change in changes:
        facts = [name for name in names(change) if not name.startswith("subject.")]
        assert sorted(facts) == facts


# -- an interview that was moved ------------------------------------------------------------------

MOVED = searching(applied(meeting("2026-11-30 10:00", "2026-11-30 11:00", NEW_YORK, key="1")))


def test_an_interview_with_a_key_keeps_its_actions_when_it_is_moved() -> None:
    changes = changed(searching(applied(meeting(key="1"))), MOVED)
    actions = {"chase", "connect", "debrief", "keep-looking", "thank-you"}
    assert actions == set(acts(changes.moved))
    assert not actions & set(acts(changes.appeared)) | actions & set(acts(changes.went))
    thanks = the("thank-you", changes.moved)
    assert ["interview.ends", "interview.starts", "subject.timezone"] == names(thanks)
    zone = thanks.because[-1]
    assert ("subject.timezone", "the zone", LONDON, NEW_YORK) == zone
    back = the("thank-you", changed(MOVED, searching(applied(meeting(key="1")))).moved)
    assert ("subject.timezone", "the zone", NEW_YORK, LONDON) == back.because[-1]


def test_an_interview_without_a_key_is_another_one_when_it_is_moved() -> None:
    later = meeting("2026-11-30 10:00", "2026-11-30 11:00")
    changes = changed(searching(applied(meeting())), searching(applied(later)))
    assert {"connect", "debrief", "thank-you"} <= set(acts(changes.went)) & set(
        acts(changes.appeared)
    )
    assert ["chase", "keep-looking"] == sorted(acts(changes.moved))
    gone = the("thank-you", changes.went)
    assert ("silent", ()) == (gone.status, gone.because)
    assert () == the("thank-you", changes.appeared).because


def test_working_days_that_changed_are_named() -> None:
    after = searching(applied(meeting(done=THANKED), workdays=HOLIDAY))
    [chase] = changed(SEARCH, after).moved
    assert ["subject.workdays"] == names(chase)
    assert ("working days", Workdays(), HOLIDAY) == chase.because[0][1:]


def test_an_application_that_is_gone_takes_its_actions_with_it() -> None:
    changes = changed(SEARCH, searching())
    assert [] == acts(changes.appeared)
    assert {("silent", ())} == {(change.status, change.because) for change in changes.went}
    assert ["keep-looking"] == acts(changes.moved)


def test_plans_of_two_different_searches_share_nothing_but_the_search() -> None:
    other = searching(applied(meeting(done=THANKED), employer="Globex"))
    changes = changed(SEARCH, other)
    assert sorted(acts(changes.went)) == sorted(acts(changes.appeared))
    assert len(planned(SEARCH).cautions) < len(changes.went)
    assert [] == acts(changes.moved)


# -- rules ----------------------------------------------------------------------------------------


def test_rules_that_were_tuned_move_what_they_date_because_of_no_fact() -> None:
    tuned = CV_LIBRARY.tuned({"chase.wait": days(10)})
    changes = difference(planned(SEARCH), planned(SEARCH, rules=tuned), rules=tuned)
    assert ([], [], ["chase", "chase!"]) == kinds(changes)
    assert {()} == {change.because for change in changes}


def test_rules_that_are_gone_take_their_actions_with_them() -> None:
    less = CV_LIBRARY.without("connect")
    changes = difference(planned(SEARCH), planned(SEARCH, rules=less), rules=less)
    assert ([], ["connect", "connect!"], []) == kinds(changes)
    assert [("silent", ())] * 2 == [(change.status, change.because) for change in changes.went]


def test_a_plan_without_anything_in_it_says_nothing_of_facts() -> None:
    later = searching(applied(meeting(), heard=NOW))
    nothing = planned(SEARCH, rules=RuleSet([]))
    changes = difference(nothing, planned(later))
    assert {()} == {change.because for change in changes}
    assert len(changes.appeared) == len(list(changes))
    back = difference(planned(later), nothing)
    assert {("went", "silent", ())} == {
        (change.kind, change.status, change.because) for change in back
    }


def test_the_facts_of_rules_of_one_s_own_are_named() -> None:
    due = moment_fact("application.task_due", "the day the task is due")
    rules = RuleSet([card(opens=due - days(2), best=due - days(1))])
    before, after = (
        planned(searching(applied(meeting(), facts={"task_due": at(day)})), rules=rules)
        for day in ("2026-12-01 10:00", "2026-12-03 10:00")
    )
    [change] = difference(before, after, rules=rules).moved
    assert [("application.task_due", at("2026-12-01 10:00"), at("2026-12-03 10:00"))] == [
        (cause.name, cause.before, cause.after) for cause in change.because
    ]
    # With rules that do not know the act, nothing is known of its facts either.
    [unknown] = difference(before, after).moved
    assert () == unknown.because


def test_a_fact_that_changed_within_a_repeated_hour_is_named() -> None:
    def get(subject: Subject) -> datetime:
        repeated = at("2026-10-25 01:30")
        return repeated.replace(fold=1) if subject.application.heard else repeated

    due = moment_fact("application.due", "the day it is due", get)
    rules = RuleSet([card(per=application, opens=due, best=due, text="Send a card")])
    before, after = (
        planned(searching(applied(meeting(), heard=heard)), rules=rules) for heard in (None, NOW)
    )
    [change] = difference(before, after, rules=rules).moved
    assert ["application.due"] == names(change)


def test_every_date_of_a_window_counts() -> None:
    parts = {"opens": "closes", "best": "closes", "due": "closes", "closes": "closes"}
    base: dict[str, Any] = {
        "opens": interview.ends,
        "best": interview.ends + hours(2),
        "due": interview.ends + hours(4),
        "closes": interview.ends + days(9),
    }
    for part in parts:
        later = RuleSet([card(**{**base, part: base[part] + hours(1)})])
        pair = (planned(SEARCH, rules=rules) for rules in (RuleSet([card(**base)]), later))
        [change] = difference(*pair, rules=later).moved
        assert [part] == [
            name for name in parts if getattr(change.before, name) != getattr(change.after, name)
        ]


# -- cautions -------------------------------------------------------------------------------------


def test_a_caution_that_is_shown_from_another_moment_moved() -> None:
    def rules(since: Any) -> RuleSet:
        wait = early("Too early", since=since)
        opens = interview.ends + days(3)
        return RuleSet([card(opens=opens, best=opens, cautions=wait)])

    sooner, later = rules(interview.starts), rules(interview.ends)
    changes = difference(planned(SEARCH, rules=sooner), planned(SEARCH, rules=later), rules=later)
    [change] = changes.moved
    assert "caution" == change.advice.kind
    expected = "since: Tuesday 24 November 2026, 11:00 (was Tuesday 24 November 2026, 10:00)"
    assert f"Moved: Too early; {expected}" == str(change)


def test_a_caution_that_is_new_is_so_with_its_reason() -> None:
    without = searching(applied(meeting(interviewers=[priya(), tom()])))
    known = searching(
        applied(meeting(interviewers=[priya(), Person(name="Tom Reed", email="a@b.c")]))
    )
    changes = changed(known, without)
    missed = the("collect-contact!", changes.appeared)
    assert ("appeared", "closed", ["person.email"]) == (missed.kind, missed.status, names(missed))


# -- order, truth and iteration -------------------------------------------------------------------


def test_changes_are_in_the_order_of_the_plans() -> None:
    before, after = planned(searching(applied(meeting(key="1")))), planned(MOVED)
    compared = difference(before, after)
    for changes, side in (
        (compared.appeared, after),
        (compared.went, before),
        (compared.moved, before),
    ):
        order = [
            *(action.uid for action in side.actions),
            *(caution.uid for caution in side.cautions),
        ]
        places = [order.index(change.advice.uid) for change in changes]
        assert sorted(places) == places
        assert places


def test_a_difference_is_true_and_lists_what_appeared_then_what_went_and_what_moved() -> None:
    changes = changed(searching(applied(meeting(key="1"))), MOVED)
    assert bool(changes)
    assert [*changes.appeared, *changes.went, *changes.moved] == list(changes)
    assert ["appeared", "went", "moved"] == list(dict.fromkeys(change.kind for change in changes))
    counts = (
        f"{len(changes.appeared)} appeared, {len(changes.went)} went, {len(changes.moved)} moved"
    )
    counts += ", 0 became other"
    assert f"<Difference: {counts}>" == repr(changes)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (searching(applied(meeting(done=THANKED), outcome="rejected")), SEARCH),
        (SEARCH, searching(applied(meeting(done=THANKED), outcome="rejected"))),
        (SEARCH, searching(applied(meeting(done=THANKED), workdays=HOLIDAY))),
    ],
    ids=["appeared", "went", "moved"],
)  # fmt: skip
def test_a_change_of_one_kind_is_enough(before: JobSearch, after: JobSearch) -> None:
    changes = changed(before, after)
    assert bool(changes)
    assert 1 == len({change.kind for change in changes})


# -- the sentences --------------------------------------------------------------------------------


def test_what_appeared_is_told_with_its_date() -> None:
    now = at("2026-12-04 12:00")
    after = SEARCH.record(act(SEARCH, "chase", now), at=now)
    change = the("chase", changed(SEARCH, after, now).appeared)
    text = "Ask Acme how far along they are, or how you compared with the others (early)"
    because = "“chase”: Friday 4 December 2026, 12:00 (was never)"
    assert f"New: Friday 11 December 2026, 12:00: {text}; because {because}" == str(change)
    assert f"<Change: {change}>" == repr(change)


def test_what_went_is_told_with_what_became_of_it() -> None:
    after = SEARCH.record(act(SEARCH, "debrief"), at=NOW)
    [change] = changed(SEARCH, after).went
    text = "Write down the questions that Acme asked, the tricky and new ones above all"
    because = "“debrief”: Wednesday 25 November 2026, 12:00 (was never)"
    assert f"Gone: {text} (now done); because {because}" == str(change)


def test_what_no_rule_speaks_of_any_more_is_told_to_be_so() -> None:
    after = searching(applied(meeting(done=THANKED), outcome="rejected"))
    change = the("chase", changed(SEARCH, after).went)
    text = "Ask Acme how far along they are, or how you compared with the others"
    assert (
        f"Gone: {text} (no rule speaks of it); "
        "because you are waiting for their decision: no (was yes)" == str(change)
    )


def test_what_moved_is_told_with_both_dates() -> None:
    after = searching(applied(meeting(done=THANKED), promise=Promise(by=date(2026, 12, 7))))
    change = the("chase", changed(SEARCH, after).moved)
    was = "(was Tuesday 1 December 2026, 14:00)"
    assert (
        "Moved: Ask Acme how far along they are, or how you compared with the others; "
        f"opens: Tuesday 8 December 2026, 00:00 {was}, best: Tuesday 8 December 2026, 09:00 {was}; "
        "because the end of the time in which they promised to answer: "
        "Tuesday 8 December 2026, 00:00 (was nothing)"
    ) == str(change)


def test_dates_are_told_in_the_zone_of_the_candidate() -> None:
    home, there = (
        searching(application, zone=NEW_YORK)
        for application in (applied(meeting()), applied(meeting(left=at("2026-11-24 11:30"))))
    )
    change = the("debrief", changed(home, there).moved)
    dates = "best: Tuesday 24 November 2026, 06:30 (was Tuesday 24 November 2026, 07:00)"
    left = "the moment you are clear of the building: Tuesday 24 November 2026, 06:30 (was nothing)"
    text = "Write down the questions that Acme asked, the tricky and new ones above all"
    assert f"Moved: {text}; {dates}; because {left}" == str(change)


def test_a_difference_is_told_line_by_line() -> None:
    changes = changed(SEARCH, searching(applied(meeting(done=THANKED), outcome="rejected")))
    assert [str(change) for change in changes] == str(changes).splitlines()


@pytest.mark.parametrize(
    ("more", "act", "expected"),
    [
        ({"outcome": "rejected"}, "connect", "an outcome: rejected (was nothing)"),
        ({"recruiter": RACHEL}, "ask-recruiter", "a recruiter: Rachel Green (was nothing)"),
        (
            {"recruiter": RACHEL},
            "ask-recruiter",
            "the way to the recruiter: email to rachel@agency.example (was nothing)",
        ),
        (
            {"follow_up": FollowUp(channel="phone")},
            "ask-how-to-follow-up!",
            "how they want you to follow up: channel phone (was nothing)",
        ),
    ],
    ids=str,
)
def test_the_value_of_a_fact_is_told_as_people_write_it(
    more: dict[str, Any], act: str, expected: str
) -> None:
    compared = changed(SEARCH, searching(applied(meeting(done=THANKED), **more)))
    changes = (*compared.appeared, *compared.went)
    assert expected in str(the(act, changes)).partition("because ")[2].split("; ")


def test_working_days_are_told_by_what_is_not_as_usual() -> None:
    [change] = changed(SEARCH, searching(applied(meeting(done=THANKED)), workdays=HOLIDAY)).moved
    assert str(change).endswith("; because working days: holidays 2026-12-01 (was as usual)")


# -- what an action waits for ---------------------------------------------------------------------

NOBODY, REACHED = (
    searching(applied(meeting(interviewers=[priya(email=email)])))
    for email in (None, "priya@acme.example")
)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (
            NOBODY,
            REACHED,
            "Now late: Send Priya Shah a personal thank-you e-mail (email to priya@acme.example); "
            "because their e-mail address: priya@acme.example (was nothing)",
        ),
        (
            REACHED,
            NOBODY,
            "Now needs-fact: Send Priya Shah a personal thank-you e-mail; "
            "because their e-mail address: nothing (was priya@acme.example)",
        ),
    ],
    ids=["no more", "now"],
)
def test_an_action_that_waits_for_a_fact_or_waits_no_more_became_other(
    before: JobSearch, after: JobSearch, expected: str
) -> None:
    changes = changed(before, after)
    assert [] == [name for name in acts(changes.moved) if name == "thank-you"]
    change = the("thank-you", changes.became)
    assert ("became", ["person.email"]) == (change.kind, names(change))
    assert expected == str(change)


def test_an_action_that_only_waits_for_other_facts_did_not_change() -> None:
    rules = RuleSet([card(needs=(person.email, person.linkedin))])
    before, after = (
        planned(searching(applied(meeting(interviewers=[person]))), rules=rules)
        for person in (tom(), Person(name="Tom Reed", email="tom@acme.example"))
    )
    assert not difference(before, after, rules=rules)


def test_an_action_that_goes_to_another_address_became_other_of_the_same_status() -> None:
    other = searching(applied(meeting(interviewers=[priya(email="shah@acme.example")])))
    change = the("thank-you", changed(REACHED, other).became)
    assert (
        "Now: Send Priya Shah a personal thank-you e-mail (email to shah@acme.example); "
        "because their e-mail address: shah@acme.example (was priya@acme.example)"
    ) == str(change)


def test_an_act_that_has_another_text_became_other() -> None:
    before, after = (
        planned(SEARCH, rules=RuleSet([card(text=text)])) for text in ("Send a card", "Write")
    )
    rules = RuleSet([card()])
    changes = difference(before, after, rules=rules)
    [change] = changes.became
    assert ("became", "Now: Write") == (change.kind, str(change))
    assert ([change], True) == (list(changes), bool(changes))
    assert "<Difference: 0 appeared, 0 went, 0 moved, 1 became other>" == repr(changes)


def test_what_moved_did_not_become_other_as_well() -> None:
    """Its status changed with its dates."""
    rules = [
        RuleSet([card(opens=opening, best=opening)])
        for opening in (interview.ends, interview.ends + days(9))
    ]
    changes = difference(*(planned(SEARCH, rules=tuned) for tuned in rules), rules=rules[1])
    assert ([], [], ["send-card"]) == kinds(changes)
    assert () == changes.became
    assert "early" == changes.moved[0].status


# -- bad input ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after", "rules", "expected"),
    [
        (SEARCH, None, CV_LIBRARY, r"before: JobSearch\(.* is no plan; give one that plan\(...\)"),
        (None, None, CV_LIBRARY, "before: None is no plan; give one that plan"),
        (planned(SEARCH), [], CV_LIBRARY, r"after: \[\] is no plan; give one that plan"),
        (planned(SEARCH), planned(SEARCH), [card()], "is not a rule set; build it with RuleSet"),
    ],
    ids=["a search", "nothing", "a list", "no rule set"],
)
def test_what_is_no_plan_or_no_rule_set_is_refused(
    before: Any, after: Any, rules: Any, expected: str
) -> None:
    with pytest.raises(InvalidInput, match=expected):
        difference(before, after, rules=rules)


def test_a_difference_is_of_plans_in_the_order_given() -> None:
    known: list[Application] = [applied(meeting(done=THANKED))]
    later = planned(searching(*known), NOW + timedelta(days=20))
    forth, back = (
        difference(*pair) for pair in ((planned(SEARCH), later), (later, planned(SEARCH)))
    )
    assert acts(forth.went) == acts(back.appeared)
    assert acts(forth.appeared) == acts(back.went)
