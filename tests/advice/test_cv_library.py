"""The ten pieces of advice: what each opens, recommends and closes, and when it warns."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import attrs
import pytest

from builders import (
    LONDON,
    NEW_YORK,
    TICK,
    applied,
    at,
    cautions,
    did,
    item,
    items,
    meeting,
    moments,
    priya,
    searching,
    status,
    tom,
    wall,
)
from interview_followup import (
    CV_LIBRARY,
    Application,
    AskedQuestion,
    FollowUp,
    Interview,
    JobSearch,
    Offer,
    Person,
    Promise,
    Workdays,
    check,
    plan,
)

STARTS, ENDS = at("2026-11-24 10:00"), at("2026-11-24 11:00")
DAY = timedelta(days=1)
TRICKY = [AskedQuestion(text="Why did you leave?", tricky=True)]


# -- the pack -------------------------------------------------------------------------------------


def test_the_rules_follow_the_items_of_the_article() -> None:
    expected = [
        ("ask-how-to-follow-up", 1),
        ("ask-when-you-will-hear", 2),
        ("call", 3),
        ("collect-contact", 4),
        ("thank-you", 4),
        ("debrief", 5),
        ("practise", 5),
        ("keep-looking", 6),
        ("stop-looking", 6),
        ("mention-offer", 7),
        ("ask-recruiter", 8),
        ("connect", 9),
        ("chase", 10),
    ]
    assert expected == [(rule.name, rule.source.item) for rule in CV_LIBRARY]


def test_every_rule_says_what_to_do_and_why() -> None:
    assert all(rule.text and rule.why for rule in CV_LIBRARY)


def test_only_call_and_stop_looking_are_guards() -> None:
    assert ["call", "stop-looking"] == [rule.name for rule in CV_LIBRARY if rule.kind == "guard"]


def test_the_numbers_of_the_article_name_it_as_their_source() -> None:
    numbers = {
        f"{rule.name}.{each.name}": str(each.value)
        for rule in CV_LIBRARY
        for each in rule.parameters
        if each.source.item
    }
    expected = {
        "thank-you.within": "2 days",
        "connect.wait": "2 days",
        "chase.within": "2 days",
        "chase.wait": "7 days",
        "chase.between": "7 days",
    }
    assert expected == numbers


def test_every_other_number_says_where_it_comes_from() -> None:
    other = {
        str(each.source) for rule in CV_LIBRARY for each in rule.parameters if not each.source.item
    }
    published, ours = sorted(other)
    assert "Best Practices for Interview Follow-Up" in published
    assert "a choice of this library's" == ours


def test_every_number_says_what_it_means() -> None:
    assert all(each.text for rule in CV_LIBRARY for each in rule.parameters)


# -- 1 and 2: before you leave --------------------------------------------------------------------

ASKING = ["ask-how-to-follow-up", "ask-when-you-will-hear", "collect-contact"]


@pytest.mark.parametrize("act", ASKING)
def test_asking_is_best_ten_minutes_before_the_end(act: str) -> None:
    expected = ("2026-11-24 10:00", "2026-11-24 10:50", None, "2026-11-24 11:00")
    assert expected == moments(meeting(interviewers=[tom()]), act)


@pytest.mark.parametrize("act", ASKING)
def test_asking_is_possible_until_you_are_clear_of_the_building(act: str) -> None:
    left = meeting(left=at("2026-11-24 11:20"), interviewers=[tom()])
    assert "2026-11-24 11:20" == moments(left, act)[3]


@pytest.mark.parametrize("act", ASKING)
def test_an_interview_shorter_than_ten_minutes_is_for_asking_from_its_start(act: str) -> None:
    short = meeting(ends="2026-11-24 10:05", interviewers=[tom()])
    assert "2026-11-24 10:00" == moments(short, act)[1]


@pytest.mark.parametrize("act", ASKING)
@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (STARTS - TICK, "early"),
        (STARTS, "open"),
        (ENDS - TICK, "open"),
        (ENDS, "closed"),
        (ENDS + TICK, "closed"),
    ],
)
def test_asking_is_open_during_the_interview(act: str, now: Any, expected: str) -> None:
    assert expected == status(meeting(interviewers=[tom()]), act, now)


@pytest.mark.parametrize("act", ASKING)
@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (ENDS - timedelta(minutes=10) - TICK, set()),
        (ENDS - timedelta(minutes=10), {"open"}),
        (ENDS - TICK, {"open"}),
        (ENDS, {"closed"}),
        (ENDS + 7 * DAY - TICK, {"closed"}),
        (ENDS + 7 * DAY, set()),
    ],
)
def test_leaving_without_asking_is_warned_of_before_and_for_a_week_after(
    act: str, now: Any, expected: set[str]
) -> None:
    found = cautions(meeting(interviewers=[tom()]), now)
    assert expected == {state for each, state in found if each == act}


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ({}, "open"),
        ({"follow_up": FollowUp(channel="email")}, "done"),
    ],
)
def test_how_to_follow_up_need_not_be_asked_once_known(known: Any, expected: str) -> None:
    asked = searching(applied(meeting(), **known))
    assert expected == status(asked, "ask-how-to-follow-up", STARTS)


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        (None, "open"),
        (ENDS - TICK, "open"),
        (ENDS, "done"),
        (ENDS + TICK, "done"),
        (date(2026, 11, 23), "open"),
        (date(2026, 11, 24), "done"),
    ],
)
def test_when_you_will_hear_need_not_be_asked_once_promised_for_after_the_interview(
    by: Any, expected: str
) -> None:
    promised = searching(applied(meeting(), promise=Promise(by=by, channel="email")))
    assert expected == status(promised, "ask-when-you-will-hear", STARTS)


@pytest.mark.parametrize("act", ASKING[:2])
def test_asking_is_done_once_recorded(act: str) -> None:
    asked = meeting(done=[did(act, "2026-11-24 10:55")])
    assert "done" == status(asked, act, ENDS)


# -- 3: calling -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("known", "opens"),
    [
        ({"medium": "video"}, "2026-11-24 11:00"),
        ({"medium": "phone"}, "2026-11-24 11:00"),
        ({"medium": "in-person"}, "2026-11-25 00:00"),
        ({}, "2026-11-25 00:00"),
        ({"medium": "in-person", "left": at("2026-11-24 11:20")}, "2026-11-24 11:20"),
        ({"left": at("2026-11-24 11:20")}, "2026-11-24 11:20"),
        ({"medium": "video", "left": at("2026-11-24 11:20")}, "2026-11-24 11:00"),
    ],
)
def test_calling_waits_until_nobody_can_overhear(known: Any, opens: str) -> None:
    assert (opens, None, None, None) == moments(meeting(**known), "call")


@pytest.mark.parametrize(
    ("now", "allowed", "state", "until"),
    [
        (STARTS - TICK, True, "silent", STARTS),
        (STARTS, False, "early", ENDS),
        (ENDS - TICK, False, "early", ENDS),
        (ENDS, True, "open", None),
    ],
)
def test_calling_is_forbidden_from_the_start_on(
    now: Any, allowed: bool, state: str, until: Any
) -> None:
    verdict = check(meeting(medium="video"), "call", at=now)
    assert (allowed, state, until) == (verdict.allowed, verdict.status, verdict.until)


@pytest.mark.parametrize(
    ("now", "expected"),
    [(STARTS - TICK, False), (STARTS, True), (ENDS - TICK, True), (ENDS, False)],
)
def test_calling_too_early_is_warned_of_from_the_start_until_it_opens(
    now: Any, expected: bool
) -> None:
    assert expected is (("call", "early") in cautions(meeting(medium="phone"), now))


def test_calling_is_never_asked_for() -> None:
    assert "call" not in {action.act for action in plan(meeting(), now=ENDS + DAY).actions}


# -- 4: thanking ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("starts", "ends", "best", "due"),
    [
        ("2026-11-24 10:00", "2026-11-24 11:00", "2026-11-24 14:00", "2026-11-24 18:00"),
        ("2026-11-24 11:59", "2026-11-24 13:00", "2026-11-24 14:00", "2026-11-24 18:00"),
        ("2026-11-24 11:00", "2026-11-24 13:30", "2026-11-24 14:30", "2026-11-24 18:00"),
        ("2026-11-24 11:00", "2026-11-24 16:59", "2026-11-24 17:59", "2026-11-24 18:00"),
        ("2026-11-24 11:00", "2026-11-24 17:00", "2026-11-25 09:00", "2026-11-25 12:00"),
        ("2026-11-24 12:00", "2026-11-24 13:00", "2026-11-25 09:00", "2026-11-25 12:00"),
        ("2026-11-24 15:00", "2026-11-24 16:00", "2026-11-25 09:00", "2026-11-25 12:00"),
        ("2026-11-24 23:30", "2026-11-25 00:30", "2026-11-26 09:00", "2026-11-26 12:00"),
        ("2026-11-24 10:00", "2026-11-25 10:00", "2026-11-26 09:00", "2026-11-26 12:00"),
        ("2026-12-31 16:00", "2026-12-31 17:00", "2027-01-01 09:00", "2027-01-01 12:00"),
        ("2026-11-27 15:30", "2026-11-27 16:30", "2026-11-28 09:00", "2026-11-28 12:00"),
    ],
)
def test_thank_the_same_afternoon_after_a_morning_and_else_the_next_morning(
    starts: str, ends: str, best: str, due: str
) -> None:
    closes = wall(at(ends) + 2 * DAY)
    assert (ends, best, due, closes) == moments(meeting(starts, ends), "thank-you")


def test_thanking_counts_days_on_the_wall_clock_of_the_interview() -> None:
    autumn = meeting("2026-10-31 15:00", "2026-10-31 16:00", NEW_YORK)
    expected = ("2026-10-31 16:00", "2026-11-01 09:00", "2026-11-01 12:00", "2026-11-02 16:00")
    assert expected == moments(autumn, "thank-you", zone=NEW_YORK)
    opens, closes = item(autumn, "thank-you").window.opens, item(autumn, "thank-you").window.closes
    assert opens is not None
    assert closes is not None
    assert timedelta(hours=49) == closes - opens


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (ENDS - TICK, "early"),
        (ENDS, "open"),
        (at("2026-11-24 18:00") - TICK, "open"),
        (at("2026-11-24 18:00"), "late"),
        (at("2026-11-26 11:00") - TICK, "late"),
        (at("2026-11-26 11:00"), "closed"),
    ],
)
def test_a_thank_you_is_late_in_the_evening_and_over_after_two_days(
    now: Any, expected: str
) -> None:
    assert expected == status(meeting(), "thank-you", now)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (at("2026-11-24 18:00") - TICK, set()),
        (at("2026-11-24 18:00"), {"late"}),
        (at("2026-11-26 11:00") - TICK, {"late"}),
        (at("2026-11-26 11:00"), {"closed"}),
        (at("2026-12-03 11:00") - TICK, {"closed"}),
        (at("2026-12-03 11:00"), set()),
    ],
)
def test_a_thank_you_is_warned_of_when_late_and_for_a_week_once_missed(
    now: Any, expected: set[str]
) -> None:
    found = cautions(meeting(), now)
    assert expected == {state for act, state in found if act == "thank-you"}


def test_every_interviewer_is_thanked_at_their_own_address() -> None:
    panel = meeting(interviewers=[priya(), Person(name="Ana", email="ana@acme.example")])
    sent = {(each.to, each.channel) for each in items(panel, "thank-you")}
    assert {("priya@acme.example", "email"), ("ana@acme.example", "email")} == sent


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (ENDS - TICK, "early"),
        (ENDS, "needs-fact"),
        (ENDS + 2 * DAY - TICK, "needs-fact"),
        (ENDS + 2 * DAY, "closed"),
    ],
)
def test_a_thank_you_without_an_address_asks_for_it(now: Any, expected: str) -> None:
    assert expected == status(meeting(interviewers=[tom()]), "thank-you", now)


def test_thanking_one_interviewer_leaves_the_others() -> None:
    panel = meeting(
        interviewers=[priya(), Person(name="Ana", email="a@acme.example")],
        done=[did("thank-you", "2026-11-24 14:20", "Priya Shah")],
    )
    assert "done" == status(panel, "thank-you", ENDS, "Priya Shah")
    assert "open" == status(panel, "thank-you", ENDS, "Ana")


def test_an_address_known_from_another_interview_is_enough() -> None:
    second = meeting(
        "2026-12-01 10:00", "2026-12-01 11:00", interviewers=[Person(name="Priya Shah")]
    )
    both = searching(applied(meeting(), second))
    assert "priya@acme.example" == item(both, "thank-you", "2026-12-01").to
    assert "done" == status(both, "collect-contact", ENDS, "2026-12-01")


def test_an_address_need_not_be_collected_once_the_card_is_in_your_hand() -> None:
    taken = meeting(
        interviewers=[tom()], done=[did("collect-contact", "2026-11-24 10:58", "Tom Reed")]
    )
    assert "done" == status(taken, "collect-contact", STARTS)


# -- 5: taking stock ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("left", "best", "due"),
    [
        (None, "2026-11-24 12:00", "2026-11-25 00:00"),
        ("2026-11-24 11:20", "2026-11-24 11:20", "2026-11-25 00:00"),
        ("2026-11-25 00:30", "2026-11-25 00:30", "2026-11-26 00:00"),
    ],
)
def test_debrief_as_soon_as_you_are_out_and_on_the_same_day(
    left: str | None, best: str, due: str
) -> None:
    seen = meeting(left=at(left) if left else None)
    expected = ("2026-11-24 11:00", best, due, "2026-12-24 11:00")
    assert expected == moments(seen, "debrief")


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (ENDS - TICK, "early"),
        (ENDS, "open"),
        (at("2026-11-25 00:00") - TICK, "open"),
        (at("2026-11-25 00:00"), "late"),
        (ENDS + 30 * DAY - TICK, "late"),
        (ENDS + 30 * DAY, "closed"),
    ],
)
def test_a_debrief_is_late_the_next_day_and_useless_after_a_month(now: Any, expected: str) -> None:
    assert expected == status(meeting(), "debrief", now)


def test_a_debrief_is_done_once_recorded() -> None:
    assert "done" == status(meeting(done=[did("debrief", "2026-11-24 12:30")]), "debrief", ENDS)


def asked_here(*others: Application) -> JobSearch:
    return searching(applied(meeting(questions=TRICKY)), *others)


def test_practise_on_the_evening_before_the_next_interview_in_its_zone() -> None:
    abroad = applied(meeting("2026-12-01 09:00", "2026-12-01 10:00", NEW_YORK), employer="Globex")
    expected = ("2026-11-24 11:00", "2026-11-30 23:00", None, "2026-12-01 14:00")
    assert expected == moments(asked_here(abroad), "practise")


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        ([], 0),
        ([applied(meeting("2026-11-24 10:30", "2026-11-24 10:59"), employer="Globex")], 0),
        ([applied(meeting("2026-11-24 11:00", "2026-11-24 12:00"), employer="Globex")], 1),
        (
            [
                applied(
                    meeting("2026-12-01 10:00", "2026-12-01 11:00"),
                    employer="Globex",
                    outcome="withdrawn",
                )
            ],
            0,
        ),
    ],
)
def test_practising_needs_a_next_interview(others: list[Application], expected: int) -> None:
    assert expected == len(items(asked_here(*others), "practise"))


def test_practising_needs_a_tricky_question() -> None:
    plain = [AskedQuestion(text="How are you?")]
    both = applied(meeting(questions=plain), meeting("2026-12-01 10:00", "2026-12-01 11:00"))
    assert [] == items(searching(both), "practise")


def test_practise_at_once_for_an_interview_on_the_same_day() -> None:
    same_day = applied(meeting("2026-11-24 15:00", "2026-11-24 16:00"), employer="Globex")
    assert "2026-11-24 11:00" == moments(asked_here(same_day), "practise")[1]


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (ENDS - TICK, "early"),
        (ENDS, "open"),
        (at("2026-12-01 10:00") - TICK, "open"),
        (at("2026-12-01 10:00"), "closed"),
    ],
)
def test_practising_ends_when_the_next_interview_starts(now: Any, expected: str) -> None:
    other = applied(meeting("2026-12-01 10:00", "2026-12-01 11:00"), employer="Globex")
    assert expected == status(asked_here(other), "practise", now)


# -- 6: keep looking ------------------------------------------------------------------------------


def test_look_again_a_week_after_the_first_interview() -> None:
    later = meeting("2026-11-30 10:00", "2026-11-30 11:00")
    expected = ("2026-12-01 11:00", "2026-12-01 11:00", "2026-12-08 11:00", None)
    assert expected == moments(searching(applied(later, meeting())), "keep-looking")


def test_look_again_a_week_after_the_last_time() -> None:
    looked = searching(applied(meeting()), done=[did("keep-looking", "2026-12-02 20:00")])
    assert "2026-12-09 20:00" == moments(looked, "keep-looking")[0]


def test_a_time_before_the_first_interview_does_not_count() -> None:
    looked = searching(applied(meeting()), done=[did("keep-looking", "2026-11-20 20:00")])
    assert "2026-12-01 11:00" == moments(looked, "keep-looking")[0]


def test_looking_counts_days_in_the_zone_of_the_first_interview() -> None:
    abroad = searching(applied(meeting("2026-10-28 10:00", "2026-10-28 11:00", NEW_YORK)))
    assert "2026-11-04 11:00" == moments(abroad, "keep-looking", zone=NEW_YORK)[0]


def test_looking_waits_for_a_first_interview() -> None:
    assert (None, None, None, None) == moments(searching(applied()), "keep-looking")


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (at("2026-12-01 11:00") - TICK, "early"),
        (at("2026-12-01 11:00"), "open"),
        (at("2026-12-08 11:00") - TICK, "open"),
        (at("2026-12-08 11:00"), "late"),
        (at("2026-12-10 17:00") - TICK, "late"),
        (at("2026-12-10 17:00"), "closed"),
    ],
)
def test_looking_ends_with_the_first_contract(now: Any, expected: str) -> None:
    signed = searching(
        applied(meeting(), signed=at("2026-12-10 17:00")),
        applied(employer="Globex", signed=at("2026-12-11 17:00")),
    )
    assert expected == status(signed, "keep-looking", now)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (at("2026-12-10 17:00") - TICK, False),
        (at("2026-12-10 17:00"), True),
        (at("2026-12-10 17:00") + TICK, True),
    ],
)
def test_you_may_stop_looking_once_the_contract_is_in_your_hand(now: Any, expected: bool) -> None:
    signed = searching(applied(meeting(), signed=at("2026-12-10 17:00")))
    assert expected is check(signed, "stop-looking", at=now).allowed


def test_you_may_not_stop_looking_without_a_contract() -> None:
    verdict = check(meeting(), "stop-looking", at=at("2026-12-10 17:00"))
    assert (False, "early", None) == (verdict.allowed, verdict.status, verdict.until)


# -- 7: other offers ------------------------------------------------------------------------------

RECEIVED = "2026-11-27 16:30"


def offered(employer: str = "Hooli", received: str = RECEIVED, **more: Any) -> Application:
    outcome = more.pop("outcome", None)
    offer = Offer(received=at(received), **{"reply_by": date(2026, 12, 4), **more})
    return applied(employer=employer, offer=offer, outcome=outcome)


def test_mention_an_offer_from_its_arrival_until_it_has_to_be_answered() -> None:
    both = searching(applied(meeting()), offered())
    expected = ("2026-11-27 16:30", "2026-11-27 16:30", None, "2026-12-05 00:00")
    assert expected == moments(both, "mention-offer")


def test_an_offer_that_arrives_on_friday_evening_is_mentioned_on_monday() -> None:
    both = searching(applied(meeting()), offered(received="2026-11-27 17:00"))
    assert "2026-11-30 09:00" == moments(both, "mention-offer")[1]


def test_an_offer_is_not_mentioned_before_the_first_interview_is_over() -> None:
    both = searching(applied(meeting()), offered(received="2026-11-20 12:00"))
    assert "2026-11-24 11:00" == moments(both, "mention-offer")[0]


def test_the_mention_names_the_other_employer() -> None:
    both = searching(applied(meeting()), offered())
    assert "your offer from Hooli" in item(both, "mention-offer").text


@pytest.mark.parametrize(
    "others",
    [
        [],
        [offered(declined=True)],
        [offered(outcome="accepted")],
    ],
)
def test_without_a_live_offer_there_is_nothing_to_mention(others: list[Application]) -> None:
    assert [] == items(searching(applied(meeting()), *others), "mention-offer")


@pytest.mark.parametrize(
    "mine",
    [
        applied(),
        applied(meeting(), outcome="rejected"),
        applied(meeting(), signed=at("2026-11-30 10:00")),
        applied(meeting(), offer=Offer(received=at("2026-12-20 10:00"), declined=True)),
    ],
)
def test_an_offer_is_mentioned_only_where_you_wait_after_an_interview(mine: Application) -> None:
    assert [] == items(searching(mine, offered()), "mention-offer")


@pytest.mark.parametrize(
    ("mentioned", "expected"),
    [
        ("2026-11-27 16:29:59.999999", "open"),
        ("2026-11-27 16:30", "done"),
        ("2026-11-27 16:30:00.000001", "done"),
    ],
)
def test_a_mention_counts_from_the_arrival_of_the_offer_on(mentioned: str, expected: str) -> None:
    both = searching(applied(meeting(), done=[did("mention-offer", mentioned)]), offered())
    assert expected == status(both, "mention-offer", at("2026-11-28 12:00"))


def test_the_offer_to_be_answered_first_counts() -> None:
    soon = offered("Globex", "2026-11-28 10:00", reply_by=date(2026, 12, 1))
    three = searching(applied(meeting()), offered(), soon)
    assert "2026-12-02 00:00" == moments(three, "mention-offer")[3]


def test_an_offer_that_was_over_before_the_newest_came_is_left_out() -> None:
    gone = offered("Globex", "2026-11-25 10:00", reply_by=at(RECEIVED) - TICK)
    three = searching(applied(meeting()), gone, offered())
    assert "2026-12-05 00:00" == moments(three, "mention-offer")[3]


def test_an_offer_without_a_deadline_can_be_mentioned_at_any_time() -> None:
    both = searching(applied(meeting()), offered(reply_by=None))
    assert None is moments(both, "mention-offer")[3]


# -- 8: the recruiter -----------------------------------------------------------------------------

RACHEL = Person(name="Rachel Green", email="rachel@agency.example")


def test_ask_the_recruiter_from_nine_the_next_day() -> None:
    known = searching(applied(meeting(), recruiter=RACHEL))
    expected = ("2026-11-24 11:00", "2026-11-25 09:00", None, "2026-12-24 11:00")
    assert expected == moments(known, "ask-recruiter")
    asked = item(known, "ask-recruiter")
    assert ("email", "rachel@agency.example") == (asked.channel, asked.to)


def test_after_a_friday_the_recruiter_is_asked_on_the_next_working_day() -> None:
    friday = meeting("2026-12-24 10:00", "2026-12-24 11:00")
    holidays = Workdays(holidays=[date(2026, 12, 25), date(2026, 12, 28)])
    known = searching(applied(friday, recruiter=RACHEL, workdays=holidays))
    assert "2026-12-29 09:00" == moments(known, "ask-recruiter")[1]


def test_a_recruiter_is_asked_again_after_each_interview() -> None:
    asked = applied(
        meeting(),
        meeting("2026-12-01 10:00", "2026-12-01 11:00"),
        recruiter=RACHEL,
        done=[did("ask-recruiter", "2026-11-25 09:30")],
    )
    assert "open" == status(searching(asked), "ask-recruiter", at("2026-12-01 11:00"))


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (ENDS - TICK, "open"),
        (ENDS, "done"),
        (ENDS + TICK, "done"),
    ],
)
def test_asking_the_recruiter_counts_from_the_end_of_the_interview_on(
    asked: Any, expected: str
) -> None:
    act = attrs.evolve(did("ask-recruiter", "2026-11-24 11:00"), at=asked)
    known = searching(applied(meeting(), recruiter=RACHEL, done=[act]))
    assert expected == status(known, "ask-recruiter", at("2026-11-25 12:00"))


@pytest.mark.parametrize(
    "mine", [applied(meeting()), applied(meeting(), recruiter=RACHEL, outcome="rejected")]
)
def test_without_a_recruiter_or_a_decision_to_wait_for_nobody_is_asked(mine: Application) -> None:
    assert [] == items(searching(mine), "ask-recruiter")


# -- 9: connecting --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("starts", "ends", "opens", "best"),
    [
        ("2026-11-24 10:00", "2026-11-24 11:00", "2026-11-26 11:00", "2026-11-26 11:00"),
        ("2026-11-24 16:00", "2026-11-24 16:59", "2026-11-26 16:59", "2026-11-26 16:59"),
        ("2026-11-24 16:00", "2026-11-24 17:00", "2026-11-26 17:00", "2026-11-27 09:00"),
        ("2026-11-26 10:00", "2026-11-26 11:00", "2026-11-28 11:00", "2026-11-30 09:00"),
    ],
)
def test_connect_after_two_days_in_office_hours(
    starts: str, ends: str, opens: str, best: str
) -> None:
    closes = wall(at(ends) + 30 * DAY)
    assert (opens, best, None, closes) == moments(meeting(starts, ends), "connect")


@pytest.mark.parametrize(
    ("now", "expected", "warned"),
    [
        (ENDS - TICK, "early", False),
        (ENDS, "early", True),
        (ENDS + 2 * DAY - TICK, "early", True),
        (ENDS + 2 * DAY, "open", False),
        (ENDS + 30 * DAY - TICK, "open", False),
        (ENDS + 30 * DAY, "closed", False),
    ],
)
def test_connecting_too_early_is_warned_of(now: Any, expected: str, warned: bool) -> None:
    assert expected == status(meeting(), "connect", now)
    assert warned is (("connect", "early") in cautions(meeting(), now))


def test_connecting_needs_a_profile_and_asks_for_it() -> None:
    made = plan(meeting(interviewers=[tom()]), now=ENDS + 3 * DAY)
    expected = {"person.linkedin": ("connect",), "application.promise": ("chase",)}
    assert expected == {each.fact: each.acts for each in made.questions}


def test_connecting_is_over_once_there_is_an_outcome() -> None:
    assert [] == items(searching(applied(meeting(), outcome="rejected")), "connect")


def test_connecting_once_is_enough_for_all_interviews_of_an_application() -> None:
    first = meeting(done=[did("connect", "2026-11-26 12:00", "Priya Shah")])
    second = meeting("2026-12-01 10:00", "2026-12-01 11:00")
    both = searching(applied(first, second))
    assert "done" == status(both, "connect", at("2026-12-05 12:00"), "2026-12-01")


# -- 10: chasing ----------------------------------------------------------------------------------


def waiting(*interviews: Interview, **more: Any) -> JobSearch:
    return searching(applied(*(interviews or (meeting(),)), **more))


def thanked(wall_time: str) -> Interview:
    return meeting(done=[did("thank-you", wall_time, "Priya Shah")])


def test_chase_a_week_after_the_thank_you() -> None:
    expected = ("2026-12-01 14:20", "2026-12-01 14:20", None, None)
    assert expected == moments(waiting(thanked("2026-11-24 14:20")), "chase")


def test_chase_a_week_after_the_time_for_a_thank_you_that_was_not_sent() -> None:
    assert "2026-12-03 11:00" == moments(waiting(), "chase")[0]


@pytest.mark.parametrize(
    ("sent", "opens"),
    [
        (ENDS - TICK, "2026-12-03 11:00"),
        (ENDS, "2026-12-01 11:00"),
        (ENDS + TICK, "2026-12-01 11:00:00.000001"),
    ],
)
def test_contacts_count_from_the_end_of_the_interview_on(sent: Any, opens: str) -> None:
    assert opens == moments(waiting(heard=sent), "chase")[0]


def test_their_last_message_counts_like_a_thank_you() -> None:
    heard = waiting(thanked("2026-11-24 14:20"), heard=at("2026-11-30 09:00"))
    assert "2026-12-07 09:00" == moments(heard, "chase")[0]


def test_a_promised_date_stands_for_the_midnight_after_it() -> None:
    promised = waiting(thanked("2026-11-24 14:20"), promise=Promise(by=date(2026, 12, 4)))
    expected = ("2026-12-05 00:00", "2026-12-07 09:00", None, None)
    assert expected == moments(promised, "chase")


def test_a_promised_date_is_one_of_the_zone_of_the_interview() -> None:
    abroad = meeting(zone=NEW_YORK)
    promised = waiting(abroad, promise=Promise(by=date(2026, 12, 7)))
    assert "2026-12-08 00:00" == moments(promised, "chase", zone=NEW_YORK)[0]
    assert "2026-12-08 05:00" == moments(promised, "chase", zone=LONDON)[0]


def test_a_promised_moment_is_exact() -> None:
    promised = waiting(promise=Promise(by=at("2026-11-27 12:00")))
    assert "2026-11-27 12:00" == moments(promised, "chase")[0]


@pytest.mark.parametrize(
    ("heard", "opens"),
    [
        ("2026-11-27 11:59:59.999999", "2026-11-27 12:00"),
        ("2026-11-27 12:00", "2026-12-04 12:00"),
        ("2026-11-27 12:00:00.000001", "2026-12-04 12:00:00.000001"),
    ],
)
def test_a_promise_is_spent_once_they_have_written(heard: str, opens: str) -> None:
    promised = waiting(promise=Promise(by=at("2026-11-27 12:00")), heard=at(heard))
    assert opens == moments(promised, "chase")[0]


@pytest.mark.parametrize(
    ("by", "opens"),
    [
        (ENDS - TICK, "2026-12-03 11:00"),
        (ENDS, "2026-11-24 11:00"),
        (ENDS + TICK, "2026-11-24 11:00:00.000001"),
    ],
)
def test_a_promise_is_spent_by_a_later_interview(by: Any, opens: str) -> None:
    assert opens == moments(waiting(promise=Promise(by=by)), "chase")[0]


def test_a_next_round_supersedes_a_pending_chase() -> None:
    both = waiting(thanked("2026-11-24 14:20"), meeting("2026-12-10 10:00", "2026-12-10 11:00"))
    assert "2026-12-19 11:00" == moments(both, "chase")[0]


@pytest.mark.parametrize("act", ["chase", "mention-offer"])
def test_a_week_lies_between_reminders(act: str) -> None:
    reminded = waiting(
        promise=Promise(by=at("2026-11-27 12:00")), done=[did(act, "2026-11-27 15:00")]
    )
    assert "2026-12-04 15:00" == moments(reminded, "chase")[0]


def test_of_a_chase_and_a_mention_the_later_counts() -> None:
    both = [did("chase", "2026-11-27 15:00"), did("mention-offer", "2026-11-30 15:00")]
    reminded = waiting(promise=Promise(by=at("2026-11-27 12:00")), done=both)
    assert "2026-12-07 15:00" == moments(reminded, "chase")[0]


def test_a_chase_before_the_latest_interview_does_not_count() -> None:
    promise = Promise(by=at("2026-11-25 12:00"))
    chased = waiting(promise=promise, done=[did("chase", "2026-11-23 15:00")])
    assert "2026-11-25 12:00" == moments(chased, "chase")[0]


@pytest.mark.parametrize(
    ("chases", "expected"),
    [
        ([], "open"),
        (["2026-12-04 12:00"], "open"),
        (["2026-12-04 12:00", "2026-12-11 12:00"], "done"),
        (["2026-11-24 10:59:59.999999", "2026-12-11 12:00"], "open"),
        (["2026-11-24 11:00", "2026-12-11 12:00"], "done"),
    ],
)
def test_two_chases_after_an_interview_are_enough(chases: list[str], expected: str) -> None:
    chased = waiting(done=[did("chase", each) for each in chases])
    assert expected == status(chased, "chase", at("2027-01-15 12:00"))


@pytest.mark.parametrize(
    ("now", "expected", "warned"),
    [
        (ENDS - TICK, "early", False),
        (ENDS, "early", True),
        (at("2026-12-03 11:00") - TICK, "early", True),
        (at("2026-12-03 11:00"), "open", False),
        (at("2027-12-03 11:00"), "open", False),
    ],
)
def test_chasing_too_early_is_warned_of(now: Any, expected: str, warned: bool) -> None:
    assert expected == status(waiting(), "chase", now)
    assert warned is (("chase", "early") in cautions(waiting(), now))


def test_the_warning_says_until_when_to_wait_and_why() -> None:
    promised = waiting(promise=Promise(by=date(2026, 12, 7)))
    [early] = [
        each for each in plan(promised, now=at("2026-12-01 12:00")).cautions if each.act == "chase"
    ]
    assert "Too early to chase Acme: wait until Tuesday 8 December 2026, 00:00" == early.text
    assert early.why.startswith("That is the moment by which they last promised to answer.")


@pytest.mark.parametrize(
    ("known", "channel", "to"),
    [
        ({}, "email", None),
        ({"follow_up": FollowUp(channel="phone", to="+44 20")}, "phone", "+44 20"),
        ({"recruiter": RACHEL}, "email", "rachel@agency.example"),
        (
            {"recruiter": RACHEL, "follow_up": FollowUp(channel="phone")},
            "email",
            "rachel@agency.example",
        ),
        ({"recruiter": Person(name="Rachel Green")}, "email", "Rachel Green"),
    ],
)
def test_a_chase_goes_to_the_recruiter_or_as_they_asked(
    known: Any, channel: str, to: str | None
) -> None:
    chase = item(waiting(**known), "chase")
    assert (channel, to) == (chase.channel, chase.to)


@pytest.mark.parametrize(
    "mine",
    [
        applied(),
        applied(meeting(), outcome="rejected"),
        applied(meeting(), offer=Offer(received=at("2026-12-01 10:00"))),
        applied(meeting(), signed=at("2026-12-01 10:00")),
    ],
)
def test_nobody_is_chased_who_has_decided_or_has_not_met_you(mine: Application) -> None:
    assert [] == items(searching(mine), "chase")


# -- what is not known ----------------------------------------------------------------------------


def test_an_interview_without_an_end_holds_back_what_counts_from_it() -> None:
    made = plan(meeting(ends=None), now=at("2026-11-25 12:00"))
    held_back = (
        *("ask-how-to-follow-up", "ask-when-you-will-hear", "call", "chase"),
        *("connect", "debrief", "keep-looking", "thank-you"),
    )
    expected = {"interview.ends": held_back, "application.promise": ("chase",)}
    assert expected == {each.fact: each.acts for each in made.questions}


@pytest.mark.parametrize(
    ("now", "expected"),
    [(STARTS - TICK, "early"), (STARTS, "needs-fact"), (STARTS + 99 * DAY, "needs-fact")],
)
def test_without_an_end_asking_waits_for_the_start_and_then_for_the_fact(
    now: Any, expected: str
) -> None:
    assert expected == status(meeting(ends=None), "ask-how-to-follow-up", now)
