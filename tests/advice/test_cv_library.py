"""The ten pieces of advice: what each opens, recommends and closes, and when it warns."""

from __future__ import annotations

from collections import Counter
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
    Application,
    AskedQuestion,
    Done,
    FollowUp,
    Interview,
    JobSearch,
    Offer,
    Person,
    Promise,
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
        f"{rule.name}.{number.name}": (str(number.value), number.source.item)
        for rule in CV_LIBRARY
        for number in rule.parameters
        if number.source.item
    }
    expected = {
        "collect-contact.within": ("2 days", 4),
        "thank-you.within": ("2 days", 4),
        "connect.wait": ("2 days", 9),
        "chase.within": ("2 days", 4),
        "chase.wait": ("7 days", 10),
        "chase.between": ("7 days", 10),
    }
    assert expected == numbers


def test_a_sentence_of_the_article_is_of_the_item_of_its_rule() -> None:
    items = {
        rule.name: Counter(
            sentence.source.item for sentence in rule.wording if sentence.source.item
        )
        for rule in CV_LIBRARY
        if rule.wording
    }
    expected = {
        "thank-you": {4: 4},
        "mention-offer": {7: 3},
        "ask-recruiter": {8: 1},
        "connect": {9: 5},
        "chase": {10: 4},
    }
    assert expected == items


def test_every_other_number_says_where_it_comes_from() -> None:
    other = {
        str(number.source)
        for rule in CV_LIBRARY
        for number in rule.parameters
        if not number.source.item
    }
    published, ours = sorted(other)
    assert "Best Practices for Interview Follow-Up" in published
    assert "a choice of this library's" == ours


def test_every_number_says_what_it_means() -> None:
    assert all(number.text for rule in CV_LIBRARY for number in rule.parameters)


# -- 1 and 2: before you leave --------------------------------------------------------------------

ASKING = ["ask-how-to-follow-up", "ask-when-you-will-hear", "collect-contact"]


@pytest.mark.parametrize("act", ASKING)
def test_an_interview_shorter_than_ten_minutes_is_for_asking_from_its_start(act: str) -> None:
    short = meeting(ends="2026-11-24 10:05", interviewers=[tom()])
    assert "2026-11-24 10:00" == moments(short, act)[1]


@pytest.mark.parametrize("act", ASKING)
@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (ENDS - timedelta(minutes=10) - TICK, set()),
        (ENDS - timedelta(minutes=10), {"open"}),
        (ENDS - TICK, {"open"}),
        (ENDS, {"closed"}),
        (ENDS + 2 * DAY - TICK, {"closed"}),
        (ENDS + 3 * DAY, set()),
    ],
)
def test_leaving_without_asking_is_warned_of_before_and_for_days_after(
    act: str, now: Any, expected: set[str]
) -> None:
    states = cautions(meeting(interviewers=[tom()]), now)
    assert expected == {state for warned, state in states if warned == act}


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
    interview = meeting(done=[did(act, "2026-11-24 10:55")])
    assert "done" == status(interview, act, ENDS)


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
        ("2026-11-24 23:30", "2026-11-25 00:30", "2026-11-25 09:00", "2026-11-25 12:00"),
        ("2026-11-24 22:00", "2026-11-25 07:59", "2026-11-25 09:00", "2026-11-25 12:00"),
        ("2026-11-24 22:00", "2026-11-25 08:00", "2026-11-25 09:00", "2026-11-25 12:00"),
        ("2026-11-24 22:00", "2026-11-25 08:01", "2026-11-26 09:00", "2026-11-26 12:00"),
        ("2026-11-24 15:00", "2026-11-25 09:00", "2026-11-26 09:00", "2026-11-26 12:00"),
        ("2026-11-25 00:00", "2026-11-25 17:30", "2026-11-26 09:00", "2026-11-26 12:00"),
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
    opens, closes = (
        scheduled_act(autumn, "thank-you").window.opens,
        scheduled_act(autumn, "thank-you").window.closes,
    )
    assert opens is not None
    assert closes is not None
    assert timedelta(hours=49) == closes - opens


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (at("2026-11-24 18:00") - TICK, set()),
        (at("2026-11-24 18:00"), {"late"}),
        (at("2026-11-26 11:00") - TICK, {"late"}),
        (at("2026-11-26 11:00"), {"closed"}),
        (at("2026-11-29 11:00") - TICK, {"closed"}),
        (at("2026-11-29 11:00"), set()),
    ],
)
def test_a_thank_you_is_warned_of_when_late_and_for_three_days_once_missed(
    now: Any, expected: set[str]
) -> None:
    states = cautions(meeting(), now)
    assert expected == {state for act, state in states if act == "thank-you"}


def test_every_interviewer_is_thanked_at_their_own_address() -> None:
    panel = meeting(interviewers=[priya(), Person(name="Ana", email="ana@acme.example")])
    sent = {(scheduled.to, scheduled.channel) for scheduled in scheduled_acts(panel, "thank-you")}
    assert {("priya@acme.example", "email"), ("ana@acme.example", "email")} == sent


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
    search = searching(applied(meeting(), second))
    assert "priya@acme.example" == scheduled_act(search, "thank-you", "2026-12-01").to
    assert "done" == status(search, "collect-contact", ENDS, "2026-12-01")


def test_an_address_need_not_be_collected_once_the_card_is_in_your_hand() -> None:
    interview = meeting(
        interviewers=[tom()], done=[did("collect-contact", "2026-11-24 10:58", "Tom Reed")]
    )
    assert "done" == status(interview, "collect-contact", STARTS)


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
    interview = meeting(left=at(left) if left else None)
    expected = ("2026-11-24 11:00", best, due, "2026-12-01 11:00")
    assert expected == moments(interview, "debrief")


def test_a_debrief_is_done_once_recorded() -> None:
    assert "done" == status(meeting(done=[did("debrief", "2026-11-24 12:30")]), "debrief", ENDS)


def asked_here(*others: Application) -> JobSearch:
    return searching(applied(meeting(questions=TRICKY)), *others)


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
    assert expected == len(scheduled_acts(asked_here(*others), "practise"))


# -- 6: keep looking ------------------------------------------------------------------------------


def test_look_again_a_week_after_the_first_interview() -> None:
    later = meeting("2026-11-30 10:00", "2026-11-30 11:00")
    expected = ("2026-12-01 11:00", "2026-12-01 11:00", "2026-12-08 11:00", None)
    assert expected == moments(searching(applied(later, meeting())), "keep-looking")


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


def test_you_may_not_stop_looking_without_a_contract() -> None:
    verdict = check(meeting(), "stop-looking", at=at("2026-12-10 17:00"))
    assert (False, "early", None) == (verdict.allowed, verdict.status, verdict.until)


# -- 7: other offers ------------------------------------------------------------------------------

RECEIVED = "2026-11-27 16:30"


def offered(employer: str = "Hooli", received: str = RECEIVED, **more: Any) -> Application:
    outcome = more.pop("outcome", None)
    offer = Offer(received=at(received), **{"reply_by": date(2026, 12, 4), **more})
    return applied(employer=employer, offer=offer, outcome=outcome)


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        (
            {},
            "If you would rather work for Acme, tell them in passing that you have another offer "
            "(from Hooli)",
        ),
        (
            {"preferred": True},
            "Acme is your first choice: tell them in passing that you have another offer "
            "(from Hooli), and that this is the job you want",
        ),
        (
            {"preferred": True, "recruiter": Person(name="Rachel Green")},
            "Acme is your first choice: tell Rachel Green in passing that you have another offer "
            "(from Hooli), and that this is the job you want",
        ),
    ],
    ids=["perhaps the first choice", "the first choice", "by a recruiter"],
)
def test_the_mention_says_to_whom_and_whose_offer(more: Any, expected: str) -> None:
    search = searching(applied(meeting(), **more), offered())
    assert expected == scheduled_act(search, "mention-offer").text


@pytest.mark.parametrize(
    "others",
    [
        [],
        [offered(declined=True)],
        [offered(outcome="accepted")],
    ],
)
def test_without_a_live_offer_there_is_nothing_to_mention(others: list[Application]) -> None:
    assert [] == scheduled_acts(searching(applied(meeting()), *others), "mention-offer")


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
    assert [] == scheduled_acts(searching(mine, offered()), "mention-offer")


@pytest.mark.parametrize(
    ("mentioned", "expected"),
    [
        ("2026-11-27 16:29:59.999999", "open"),
        ("2026-11-27 16:30", "done"),
        ("2026-11-27 16:30:00.000001", "done"),
    ],
)
def test_a_mention_counts_from_the_arrival_of_the_offer_on(mentioned: str, expected: str) -> None:
    search = searching(applied(meeting(), done=[did("mention-offer", mentioned)]), offered())
    assert expected == status(search, "mention-offer", at("2026-11-28 12:00"))


def test_other_offers_are_of_use_until_the_last_has_to_be_answered() -> None:
    soon = offered("Globex", "2026-11-28 10:00", reply_by=date(2026, 12, 1))
    three = searching(applied(meeting()), offered(), soon)
    expected = ("2026-11-28 10:00", "2026-11-30 09:00", None, "2026-12-05 00:00")
    assert expected == moments(three, "mention-offer")


def test_an_offer_that_was_over_before_the_newest_came_is_left_out() -> None:
    gone = offered("Globex", "2026-11-25 10:00", reply_by=at(RECEIVED) - TICK)
    three = searching(applied(meeting()), gone, offered())
    assert "2026-12-05 00:00" == moments(three, "mention-offer")[3]


def test_an_offer_without_a_deadline_can_be_mentioned_at_any_time() -> None:
    search = searching(applied(meeting()), offered(reply_by=None))
    assert None is moments(search, "mention-offer")[3]


# -- 8: the recruiter -----------------------------------------------------------------------------

RACHEL = Person(name="Rachel Green", email="rachel@agency.example")


def test_ask_the_recruiter_from_nine_the_next_day() -> None:
    known = searching(applied(meeting(), recruiter=RACHEL))
    expected = ("2026-11-24 11:00", "2026-11-25 09:00", None, "2026-12-24 11:00")
    assert expected == moments(known, "ask-recruiter")
    scheduled = scheduled_act(known, "ask-recruiter")
    assert ("email", "rachel@agency.example") == (scheduled.channel, scheduled.to)


def test_a_recruiter_is_asked_again_after_each_interview() -> None:
    application = applied(
        meeting(),
        meeting("2026-12-01 10:00", "2026-12-01 11:00"),
        recruiter=RACHEL,
        done=[did("ask-recruiter", "2026-11-25 09:30")],
    )
    assert "open" == status(searching(application), "ask-recruiter", at("2026-12-01 11:00"))


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (ENDS - TICK, "open"),
        (ENDS, "done"),
        (ENDS + TICK, "done"),
    ],
)
def test_asking_the_recruiter_counts_from_the_end_of_the_interview_on(
    moment: Any, expected: str
) -> None:
    act = attrs.evolve(did("ask-recruiter", "2026-11-24 11:00"), at=moment)
    known = searching(applied(meeting(), recruiter=RACHEL, done=[act]))
    assert expected == status(known, "ask-recruiter", at("2026-11-25 12:00"))


@pytest.mark.parametrize(
    "mine", [applied(meeting()), applied(meeting(), recruiter=RACHEL, outcome="rejected")]
)
def test_without_a_recruiter_or_a_decision_to_wait_for_nobody_is_asked(mine: Application) -> None:
    assert [] == scheduled_acts(searching(mine), "ask-recruiter")


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
    planned = plan(meeting(interviewers=[tom()]), now=ENDS + 3 * DAY)
    expected = {
        "application.follow_up": ("chase",),
        "application.promise": ("chase",),
        "person.linkedin": ("connect",),
    }
    assert [*expected.items()] == [(question.fact, question.acts) for question in planned.questions]
    assert "Have you found Tom Reed on LinkedIn?" == planned.questions[-1].text


def test_connecting_is_over_once_there_is_an_outcome() -> None:
    assert [] == scheduled_acts(searching(applied(meeting(), outcome="rejected")), "connect")


def test_connecting_once_is_enough_for_all_interviews_of_an_application() -> None:
    first = meeting(done=[did("connect", "2026-11-26 12:00", "Priya Shah")])
    second = meeting("2026-12-01 10:00", "2026-12-01 11:00")
    search = searching(applied(first, second))
    assert "done" == status(search, "connect", at("2026-12-05 12:00"))


# -- 10: chasing ----------------------------------------------------------------------------------


def waiting(*interviews: Interview, **more: Any) -> JobSearch:
    return searching(applied(*(interviews or (meeting(),)), **more))


def thanked(wall_time: str) -> Interview:
    return meeting(done=[did("thank-you", wall_time, "Priya Shah")])


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
    ("heard", "opens"),
    [
        (at("2026-11-27 00:00") - TICK, "2026-11-28 00:00"),
        (at("2026-11-27 00:00"), "2026-12-04 00:00"),
        (at("2026-11-27 00:00") + TICK, "2026-12-04 00:00:00.000001"),
        (at("2026-11-27 15:00"), "2026-12-04 15:00"),
        (date(2026, 11, 26), "2026-11-28 00:00"),
        (date(2026, 11, 27), "2026-12-05 00:00"),
        (date(2026, 11, 28), "2026-12-06 00:00"),
    ],
    ids=[
        "just before the day",
        "as it begins",
        "just after it begins",
        "on it",
        "known to the day: the day before",
        "known to the day: that day",
        "known to the day: the day after",
    ],
)
def test_what_is_promised_for_a_day_is_spent_once_they_have_written_on_it(
    heard: Any, opens: str
) -> None:
    promised = waiting(promise=Promise(by=date(2026, 11, 27)), heard=heard)
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
    chased = waiting(done=[did("chase", chase) for chase in chases])
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
        caution
        for caution in plan(promised, now=at("2026-12-01 12:00")).cautions
        if caution.act == "chase"
    ]
    assert "Too early to ask Acme about their decision: wait until Tuesday 8 December" == early.text
    assert early.why.startswith("That is the end of the time in which they promised to answer.")


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
    chase = scheduled_act(waiting(**known), "chase")
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
    assert [] == scheduled_acts(searching(mine), "chase")


# -- ends that nobody told ------------------------------------------------------------------------

TUESDAY = date(2026, 11, 24)
FIRST, MIDNIGHT = at("2026-11-24 00:00"), at("2026-11-25 00:00")


def untold(**more: Any) -> Interview:
    """Return an interview whose end nobody has told; it starts at 10 on a Tuesday."""
    return meeting(ends=None, **more)


@pytest.mark.parametrize(
    ("act", "expected"),
    [
        *[
            (act, ("2026-11-24 10:00", "2026-11-24 10:00", None, "2026-11-25 00:00"))
            for act in ASKING
        ],
        ("call", ("2026-11-25 02:00", None, None, None)),
        (
            "thank-you",
            ("2026-11-25 00:00", "2026-11-25 09:00", "2026-11-25 12:00", "2026-11-27 00:00"),
        ),
        (
            "debrief",
            ("2026-11-25 00:00", "2026-11-25 01:00", "2026-11-26 00:00", "2026-12-02 00:00"),
        ),
        ("practise", ("2026-11-25 00:00", "2026-11-30 18:00", None, "2026-12-01 10:00")),
        ("keep-looking", ("2026-12-02 00:00", "2026-12-02 00:00", "2026-12-09 00:00", None)),
        ("mention-offer", ("2026-11-25 00:00", "2026-11-25 09:00", None, "2026-12-05 00:00")),
        ("ask-recruiter", ("2026-11-25 00:00", "2026-11-26 09:00", None, "2026-12-25 00:00")),
        ("connect", ("2026-11-27 00:00", "2026-11-27 09:00", None, "2026-12-25 00:00")),
        ("chase", ("2026-12-04 00:00", "2026-12-04 09:00", None, None)),
    ],
)
def test_an_interview_whose_end_nobody_told_ends_with_the_day_on_which_it_starts(
    act: str, expected: Any
) -> None:
    """What counts from its end is dated by that midnight; asking is best as it starts."""
    known = searching(
        applied(untold(questions=TRICKY), recruiter=RACHEL),
        offered(received="2026-11-20 12:00"),
        applied(meeting("2026-12-01 10:00", "2026-12-01 11:00"), employer="Globex"),
    )
    of = "" if act == "keep-looking" else "Acme"
    assert expected == moments(known, act, of)


def test_by_phone_you_may_call_once_that_day_is_over() -> None:
    assert ("2026-11-25 00:00", None, None, None) == moments(untold(medium="phone"), "call")
    left = untold(left=at("2026-11-24 11:20"))
    assert "2026-11-24 11:20" == moments(left, "call")[0]


@pytest.mark.parametrize(
    ("ends", "opens"),
    [
        (at("2026-11-24 22:00") - TICK, MIDNIGHT),
        (at("2026-11-24 22:00"), MIDNIGHT),
        (at("2026-11-24 22:00") + TICK, MIDNIGHT + TICK),
        (at("2026-11-25 00:30"), at("2026-11-25 02:30")),
        (at("2026-11-26 11:00"), at("2026-11-26 13:00")),
    ],
)
def test_in_doubt_you_are_home_by_midnight_or_two_hours_after_it_ends_if_that_is_later(
    ends: Any, opens: Any
) -> None:
    known = Interview(starts=STARTS, ends=ends)
    assert opens == scheduled_act(known, "call").window.opens


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (STARTS - TICK, set()),
        (STARTS, {("call", "early")}),
        (
            MIDNIGHT - TICK,
            {("call", "early")},
        ),
        (
            MIDNIGHT,
            {
                *[(act, "closed") for act in ASKING],
                *[("call", "early"), ("connect", "early"), ("chase", "early")],
            },
        ),
    ],
    ids=["just before it starts", "as it starts", "just before midnight", "at midnight"],
)
def test_before_an_end_that_nobody_told_leaving_is_not_warned_of(
    now: Any, expected: set[tuple[str, str]]
) -> None:
    """You may have left already, for all that is known; that you did is clear at midnight."""
    assert expected == cautions(untold(interviewers=[tom()]), now)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (STARTS - TICK, []),
        (STARTS, ["chase", "connect", "debrief", "keep-looking", "thank-you"]),
        (STARTS + TICK, ["chase", "connect", "debrief", "keep-looking", "thank-you"]),
        (MIDNIGHT - TICK, ["chase", "connect", "debrief", "keep-looking", "thank-you"]),
        (MIDNIGHT, ["chase", "connect", "keep-looking"]),
        (at("2026-11-27 00:00") - TICK, ["chase", "connect", "keep-looking"]),
        (at("2026-11-27 00:00"), ["chase", "keep-looking"]),
        (at("2026-12-02 00:00"), ["chase"]),
        (at("2026-12-04 00:00") - TICK, ["chase"]),
        (at("2026-12-04 00:00"), []),
    ],
    ids=[
        "just before it starts",
        "as it starts",
        "just after it starts",
        "just before that day is over",
        "once you may thank them and take stock",
        "just before you may connect",
        "once you may connect",
        "once you may look on",
        "just before you may chase",
        "once you may chase",
    ],
)
def test_the_end_is_asked_for_from_the_start_on_until_all_is_open_that_opens_with_it(
    now: Any, expected: list[str]
) -> None:
    questions = plan(untold(), now=now).questions
    about_end = [question for question in questions if question.fact == "interview.ends"]
    assert ([tuple(expected)] if expected else []) == [question.acts for question in about_end]
    assert not any(question.held for question in questions)


def test_the_question_says_from_when_what_waits_for_the_end_is_allowed_without_it() -> None:
    later = plan(searching(applied(untold())), now=STARTS)
    [question] = [about_end for about_end in later.questions if about_end.fact == "interview.ends"]
    assert (
        "When does the interview with Acme on Tuesday 24 November end, or when did it? "
        "If you don't know: “Write down the questions that Acme asked, the tricky and new ones "
        "above all” from Wednesday 25 November."
    ) == question.text


@pytest.mark.parametrize("act", ASKING)
@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (STARTS - TICK, "early"),
        (STARTS, "open"),
        (MIDNIGHT - TICK, "open"),
        (MIDNIGHT, "closed"),
        (STARTS + 99 * DAY, "closed"),
    ],
)
def test_without_an_end_asking_is_possible_from_the_start_until_midnight(
    act: str, now: Any, expected: str
) -> None:
    assert expected == status(untold(interviewers=[tom()]), act, now)


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        (date(2026, 11, 23), "open"),
        (TUESDAY, "done"),
        (STARTS - TICK, "open"),
        (STARTS, "done"),
        (STARTS + TICK, "done"),
    ],
)
def test_without_an_end_what_is_promised_for_that_day_or_later_need_not_be_asked(
    by: Any, expected: str
) -> None:
    promised = searching(applied(untold(), promise=Promise(by=by)))
    assert expected == status(promised, "ask-when-you-will-hear", STARTS)


@pytest.mark.parametrize(
    ("on_record", "expected"),
    [
        (FIRST - TICK, "open"),
        (FIRST, "done"),
        (FIRST + TICK, "done"),
        (date(2026, 11, 23), "open"),
        (TUESDAY, "done"),
    ],
    ids=["just before the day", "as it begins", "just after", "on the day before", "on the day"],
)
def test_without_an_end_what_was_done_on_that_day_was_done_since_the_interview(
    on_record: Any, expected: str
) -> None:
    acts = [Done(act="ask-recruiter", at=on_record)]
    known = searching(applied(untold(), recruiter=RACHEL, done=acts))
    assert expected == status(known, "ask-recruiter", MIDNIGHT)
    chased = [Done(act="chase", at=on_record), did("chase", "2026-12-14 12:00")]
    known = searching(applied(untold(), done=chased))
    assert expected == status(known, "chase", at("2026-12-28 12:00"))


@pytest.mark.parametrize(
    ("ends", "expected"),
    [
        (MIDNIGHT - TICK, "done"),
        (MIDNIGHT, "open"),
        (MIDNIGHT + TICK, "open"),
    ],
    ids=["just before the day is over", "as it is over", "just after it is over"],
)
def test_what_was_done_on_a_day_was_done_since_an_interview_that_ended_on_it(
    ends: Any, expected: str
) -> None:
    late = Interview(starts=at("2026-11-24 22:00"), ends=ends)
    done = [Done(act="ask-recruiter", at=TUESDAY)]
    known = searching(applied(late, recruiter=RACHEL, done=done))
    assert expected == status(known, "ask-recruiter", at("2026-11-25 12:00"))


# -- starts of which only the day is known --------------------------------------------------------

SOME_TIME = Interview(starts=TUESDAY, timezone=LONDON, interviewers=[tom()])


@pytest.mark.parametrize("now", [FIRST - TICK, FIRST, STARTS, MIDNIGHT, MIDNIGHT + 9 * DAY])
@pytest.mark.parametrize("medium", [None, "in-person", "video"])
def test_of_calling_nothing_is_said_where_only_the_day_of_the_interview_is_known(
    now: Any, medium: Any
) -> None:
    known = Interview(starts=TUESDAY, timezone=LONDON, medium=medium)
    verdict = check(known, "call", at=now)
    assert (True, "silent", None) == (verdict.allowed, verdict.status, verdict.until)
    assert verdict.why.startswith("Only the day of the interview is known.")
    assert "call" not in {act for act, _ in cautions(known, now)}


@pytest.mark.parametrize("act", ASKING)
def test_on_a_day_asking_is_best_from_its_first_moment_on_and_hindered_by_nothing(act: str) -> None:
    expected = ("2026-11-24 00:00", "2026-11-24 00:00", None, "2026-11-25 00:00")
    assert expected == moments(SOME_TIME, act)
    actions = plan(SOME_TIME, now=FIRST - DAY).actions
    [asking] = [action for action in actions if action.act == act]
    assert None is asking.hindrance


@pytest.mark.parametrize("act", ["thank-you", "debrief", "connect", "chase", "keep-looking"])
def test_what_counts_from_the_end_of_a_day_is_dated_as_if_nobody_had_told_the_end(
    act: str,
) -> None:
    assert moments(untold(), act) == moments(SOME_TIME, act)


def test_a_day_and_an_end_to_the_minute_date_what_counts_from_the_end_by_the_minute() -> None:
    known = Interview(starts=TUESDAY, ends=ENDS, timezone=LONDON, interviewers=[tom()])
    for act in ("thank-you", "debrief", "connect", "chase", "collect-contact"):
        assert moments(meeting(), act)[1:] == moments(known, act)[1:]
    assert "2026-11-24 00:00" == moments(known, "collect-contact")[0]


# -- interviews that were not held ----------------------------------------------------------------

PER_MEETING = [
    *ASKING,
    *("call", "thank-you", "debrief", "practise", "connect"),
]


@pytest.mark.parametrize("act", PER_MEETING)
@pytest.mark.parametrize("not_held", ["cancelled", "no-show"])
def test_of_an_interview_that_was_not_held_no_rule_about_it_or_its_people_speaks(
    act: str, not_held: Any
) -> None:
    void = meeting(not_held=not_held, questions=TRICKY)
    following = meeting("2026-12-01 10:00", "2026-12-01 11:00", interviewers=[tom()])
    known = searching(applied(void, following))
    assert [] == [act for act in scheduled_acts(known, act) if "2026-11-24" in act.subject.label]
    verdict = check(known, act, at=ENDS, of=void)
    assert ("silent", act == "call") == (verdict.status, verdict.allowed)
    assert verdict.why.startswith("The interview did not take place.")


@pytest.mark.parametrize(
    ("act", "more"),
    [("chase", {}), ("ask-recruiter", {"recruiter": RACHEL}), ("keep-looking", {})],
)
def test_what_was_not_held_dates_nothing_of_its_application(act: str, more: Any) -> None:
    before = meeting("2026-11-20 10:00", "2026-11-20 11:00", not_held="no-show")
    after = meeting("2026-12-01 10:00", "2026-12-01 11:00", not_held="cancelled")
    alone = searching(applied(meeting(), **more))
    for around in ((before, meeting(), after), (after, meeting(), before)):
        assert moments(alone, act) == moments(searching(applied(*around, **more)), act)


def test_nobody_is_chased_and_no_offer_mentioned_where_no_interview_was_held() -> None:
    void = searching(applied(meeting(not_held="cancelled")), offered())
    assert [] == scheduled_acts(void, "chase")
    assert [] == scheduled_acts(void, "mention-offer")
    verdict = check(void, "chase", at=ENDS, of="Acme")
    assert verdict.why.startswith("No interview on record took place, or is to take place.")


def test_there_is_nothing_to_practise_for_where_the_next_interview_is_not_held() -> None:
    void = meeting("2026-12-01 10:00", "2026-12-01 11:00", not_held="cancelled")
    after = meeting("2026-12-08 10:00", "2026-12-08 11:00")
    assert [] == scheduled_acts(asked_here(applied(void, employer="Globex")), "practise")
    assert (
        "2026-12-08 10:00"
        == moments(asked_here(applied(void, after, employer="Globex")), "practise")[3]
    )


# -- offers of which nobody has told when they came -----------------------------------------------


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (ENDS - TICK, "needs-fact"),
        (ENDS, "needs-fact"),
        (at("2026-12-05 00:00") - TICK, "needs-fact"),
        (at("2026-12-05 00:00"), "closed"),
        (at("2026-12-05 00:00") + TICK, "closed"),
    ],
)
def test_an_offer_of_unknown_arrival_is_not_mentioned_before_that_is_told(
    now: Any, expected: str
) -> None:
    unknown = applied(employer="Hooli", offer=Offer(reply_by=date(2026, 12, 4)))
    search = searching(applied(meeting()), unknown)
    assert expected == status(search, "mention-offer", now)
    questions = plan(search, now=now).questions
    about_offer = [
        question for question in questions if question.fact == "application.offer_received"
    ]
    assert ([("mention-offer",)] if expected == "needs-fact" else []) == [
        question.acts for question in about_offer
    ]
    assert {"When did the offer from Hooli arrive?"} >= {question.text for question in about_offer}
    assert {"Hooli"} >= {question.subject.application.employer for question in about_offer}


def test_once_it_is_told_the_offer_is_mentioned() -> None:
    unknown = applied(employer="Hooli", offer=Offer(reply_by=date(2026, 12, 4)))
    search = searching(applied(meeting()), unknown)
    later = search.replace(unknown, offered())
    assert moments(searching(applied(meeting()), offered()), "mention-offer") == moments(
        later, "mention-offer"
    )


def test_a_mention_on_record_counts_where_it_is_unknown_when_the_offer_came() -> None:
    """For all that is known it came before; nobody is to hear of it twice."""
    mentioned = applied(meeting(), done=[did("mention-offer", "2026-11-20 10:00")])
    search = searching(mentioned, applied(employer="Hooli", offer=Offer()))
    assert "done" == status(search, "mention-offer", at("2026-11-25 12:00"))


def test_an_offer_of_unknown_arrival_that_is_not_live_asks_nothing() -> None:
    declined = applied(employer="Hooli", offer=Offer(declined=True))
    assert [] == scheduled_acts(searching(applied(meeting()), declined), "mention-offer")
    own = searching(applied(meeting(), offer=Offer()))
    assert [] == scheduled_acts(own, "mention-offer")
    assert [] == [
        question.fact
        for question in plan(own, now=ENDS).questions
        if question.fact == "application.offer_received"
    ]
