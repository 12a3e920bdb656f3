"""What a verdict says: the answer in words, its dates, and until when it stays as it is."""

from __future__ import annotations

import pickle
from datetime import date, datetime
from typing import Any

import pendulum
import pytest
from attrs import evolve

from builders import NEW_YORK, TICK, applied, at, card, did, meeting, priya, searching, tom
from interview_followup import (
    Done,
    FollowUp,
    Interview,
    JobSearch,
    Person,
    Rule,
    RuleSet,
    Verdict,
    Window,
    check,
)
from interview_followup._planning.why import sentences
from interview_followup.language import (
    CautionText,
    Moment,
    closed,
    days,
    done,
    early,
    hours,
    interview,
    late,
    minutes,
    named,
    person,
    times_done,
    working_days,
)

ENDS = at("2026-11-24 11:00")
BEST = at("2026-11-25 09:00")

CARD = card(
    opens=interview.ends + hours(1),
    best=(interview.ends + days(1)).at("09:00"),
    due=interview.ends + days(2),
    closes=interview.ends + days(3),
)


def answer(now: datetime, *rules: Rule, known: Interview | JobSearch | None = None) -> Verdict:
    return check(known or meeting(), "send-card", at=now, rules=RuleSet(rules or [CARD]))


# -- dates ----------------------------------------------------------------------------------------


def test_a_verdict_has_the_dates_of_the_window_in_the_zone_of_the_candidate() -> None:
    abroad = searching(applied(meeting(zone=NEW_YORK)))
    verdict = answer(ENDS, known=abroad)
    expected = ("24 17:00", "25 14:00", "26 16:00", "27 16:00")
    dates = (verdict.opens, verdict.best, verdict.due, verdict.closes)
    assert expected == tuple([f"{moment:%d %H:%M}" for moment in dates if moment])
    assert {pendulum.DateTime} == {type(moment) for moment in dates}
    assert {"Europe/London"} == {moment.timezone_name for moment in dates if moment}
    assert verdict.opens == verdict.window.opens


def test_a_verdict_of_which_no_rule_speaks_has_no_dates() -> None:
    verdict = answer(ENDS, card(given=interview.left.happened))
    assert Window() == verdict.window
    assert (None,) * 4 == (verdict.opens, verdict.best, verdict.due, verdict.closes)


# -- yes ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("now", "text", "until"),
    [
        (
            BEST - TICK,
            "Send Priya Shah a card. Best from Wednesday 25 November, 09:00",
            BEST,
        ),
        (BEST, "Send Priya Shah a card", at("2026-11-26 11:00")),
        (BEST + TICK, "Send Priya Shah a card", at("2026-11-26 11:00")),
    ],
    ids=["just before", "at", "just after"],
)
def test_a_yes_names_the_best_moment_until_it_has_come(
    now: datetime, text: str, until: datetime
) -> None:
    verdict = answer(now)
    assert (True, "open", text, until) == (
        verdict.allowed,
        verdict.status,
        verdict.text,
        verdict.until,
    )


def test_what_is_late_may_still_be_best_later() -> None:
    warned = card(
        due=interview.ends + hours(1),
        best=interview.ends + hours(2),
        cautions=late("Hurry"),
    )
    verdict = answer(ENDS, warned)
    assert "Send Priya Shah a card. Best from Tuesday 24 November, 13:00" == verdict.text
    later = answer(at("2026-11-24 12:00"), warned)
    assert ("late", "Hurry. Best from Tuesday 24 November, 13:00") == (later.status, later.text)
    assert "Hurry" == answer(at("2026-11-24 13:00"), warned).text


def test_what_is_late_and_warned_of_by_nobody_is_said_in_its_own_words() -> None:
    verdict = answer(at("2026-11-26 11:00"))
    assert ("late", "Send Priya Shah a card") == (verdict.status, verdict.text)


@pytest.mark.parametrize(
    ("now", "text"),
    [
        (ENDS - TICK, "There is nothing against it. Best from Tuesday 24 November, 11:00"),
        (at("2026-11-24 12:00"), "There is nothing against it"),
    ],
    ids=["early", "closed"],
)
def test_what_only_reminders_know_may_be_done_at_any_time(now: datetime, text: str) -> None:
    reminder = card(kind="reminder", closes=interview.ends + hours(1))
    verdict = answer(now, reminder)
    assert (True, text) == (verdict.allowed, verdict.text)


# -- too early ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        pytest.param(
            {},
            "It is too early for this: “Send Priya Shah a card”. Wait until Tuesday 24 November, "
            "12:00; best on Wednesday 25 November, 09:00",
            id="without a caution",
        ),
        pytest.param(
            {"best": interview.ends + hours(1)},
            "It is too early for this: “Send Priya Shah a card”. Wait until Tuesday 24 November, "
            "12:00",
            id="best as it opens",
        ),
        pytest.param(
            {"best": interview.ends + hours(2)},
            "It is too early for this: “Send Priya Shah a card”. Wait until Tuesday 24 November, "
            "12:00; best at 13:00",
            id="best on that day",
        ),
        pytest.param(
            {"best": interview.ends + hours(2), "cautions": early("Wait", since=interview.ends)},
            "Wait; best on Tuesday 24 November, 13:00",
            id="best on a day that the caution does not name",
        ),
        pytest.param(
            {"best": interview.ends + minutes(59)},
            "It is too early for this: “Send Priya Shah a card”. Wait until Tuesday 24 November, "
            "12:00",
            id="put in order",
        ),
        pytest.param(
            {"best": interview.ends + hours(1), "cautions": early("Wait", since=interview.ends)},
            "Wait",
            id="best as it opens, which the caution does not name",
        ),
        pytest.param(
            {"cautions": early("Wait for {opens}", since=interview.ends)},
            "Wait for Tuesday 24 November, 12:00; best on Wednesday 25 November, 09:00",
            id="a caution",
        ),
        pytest.param(
            {"cautions": early("Wait.", since=interview.ends)},
            "Wait. Best on Wednesday 25 November, 09:00",
            id="a caution that is a sentence",
        ),
        pytest.param(
            {"cautions": early("Write on {best}", since=interview.ends)},
            "Write on Wednesday 25 November, 09:00",
            id="a caution that names the best",
        ),
        pytest.param(
            {"cautions": early("Wait", since=interview.ends + hours(1))},
            "Wait; best on Wednesday 25 November, 09:00",
            id="a caution that no plan shows",
        ),
        pytest.param(
            {"cautions": late("Hurry"), "due": CARD.due},
            "It is too early for this: “Send Priya Shah a card”. Wait until Tuesday 24 November, "
            "12:00; best on Wednesday 25 November, 09:00",
            id="another caution",
        ),
        pytest.param(
            {"opens": interview.left},
            "It is too early for this: “Send Priya Shah a card”",
            id="it waits for an event",
        ),
    ],
)
def test_what_is_too_early_says_when_it_opens_and_when_it_is_best(
    parts: dict[str, Any], text: str
) -> None:
    rule = card(**{"opens": interview.ends + hours(1), "best": CARD.best, **parts})
    verdict = answer(ENDS - TICK, rule)
    assert (False, "early", text) == (verdict.allowed, verdict.status, verdict.text)


# -- over -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "cautions",
    [pytest.param((), id="no caution"), pytest.param(closed("You sent none"), id="a caution")],
)
@pytest.mark.parametrize(
    ("closes", "text", "why"),
    [
        pytest.param(
            interview.ends + days(3),
            "It has been too late for this since Friday 27 November, 11:00: "
            "“Send Priya Shah a card”",
            "That is 3 days after the interview's end. Nobody else does.",
            id="it was open",
        ),
        pytest.param(
            interview.starts,
            "There is no time for this: “Send Priya Shah a card”. It is over before it starts",
            "What ends it comes first: the interview's start. Nobody else does.",
            id="it never opens",
        ),
        pytest.param(
            interview.ends,
            "There is no time for this: “Send Priya Shah a card”. It is over before it starts",
            "What ends it comes first: the interview's end. Nobody else does.",
            id="it closes as it opens",
        ),
    ],
)
def test_what_is_over_says_since_when_and_what_ended_it(
    closes: Moment, text: str, why: str, cautions: CautionText | tuple[()]
) -> None:
    verdict = answer(at("2026-11-27 11:00"), card(closes=closes, cautions=cautions))
    assert (False, "closed", text) == (verdict.allowed, verdict.status, verdict.text)
    assert why == verdict.why


def test_of_several_rules_the_one_that_closes_first_says_what_ended_it() -> None:
    later = card(closes=interview.ends + days(3))
    first = card(name="hurry", act="send-card", closes=interview.ends + days(1), why="Hurry.")
    for rules in ((later, first), (first, later)):
        verdict = answer(at("2026-11-27 11:00"), *rules)
        assert "Wednesday 25 November, 11:00" in verdict.text
        assert verdict.why.startswith("That is 1 day after the interview's end. ")


# -- done -----------------------------------------------------------------------------------------

TWICE = times_done("send-card", since=interview.ends).at_least(2)


@pytest.mark.parametrize(
    ("satisfied_by", "acts", "text"),
    [
        pytest.param(
            done("send-card"),
            [at("2026-11-24 14:20")],
            "You did so on Tuesday 24 November, 14:20",
            id="once",
        ),
        pytest.param(
            done("send-card"),
            [date(2026, 11, 24)],
            "You did so on Tuesday 24 November",
            id="on a day",
        ),
        pytest.param(
            done("send-card"),
            [at("2026-11-24 14:20"), at("2026-11-24 12:00")],
            "You did so twice, last on Tuesday 24 November, 14:20",
            id="twice",
        ),
        pytest.param(
            done("send-card"),
            [at("2026-11-24 14:20"), date(2026, 11, 25), at("2026-11-24 12:00")],
            "You did so 3 times, last on Wednesday 25 November",
            id="more often",
        ),
        pytest.param(
            done("send-card", since=interview.ends),
            [at("2026-11-24 14:20"), at("2026-11-24 10:59")],
            "You did so on Tuesday 24 November, 14:20",
            id="once since",
        ),
        pytest.param(
            TWICE,
            [at("2026-11-24 14:20"), at("2026-11-24 11:00"), at("2026-11-24 10:59")],
            "You did so twice, last on Tuesday 24 November, 14:20",
            id="often enough since",
        ),
        pytest.param(
            times_done("send-card").at_least(0),
            [],
            "It is done: the number of times “send-card” is done is 0 or more",
            id="never, which is enough",
        ),
        pytest.param(
            person.email.known | done("send-card"),
            [at("2026-11-24 14:20")],
            "It is done: their e-mail address is known",
            id="a fact",
        ),
        pytest.param(
            ~person.email.known | done("send-card"),
            [at("2026-11-24 14:20")],
            "You did so on Tuesday 24 November, 14:20",
            id="a fact, or what was done",
        ),
        pytest.param(
            named("you wrote", done("send-card"), denial="you did not write"),
            [at("2026-11-24 14:20")],
            "You did so on Tuesday 24 November, 14:20",
            id="under a name",
        ),
        pytest.param(
            named("they know you", person.email.known, denial="they don't know you"),
            [],
            "It is done: they know you",
            id="a fact under a name",
        ),
    ],
)
def test_what_is_done_says_what_made_it_so_and_not_when_to_do_it_again(
    satisfied_by: Any, acts: list[date | datetime], text: str
) -> None:
    done = [Done(act="send-card", at=moment, to="Priya Shah") for moment in acts]
    verdict = answer(
        at("2026-11-26 12:00"), card(satisfied_by=satisfied_by), known=meeting(done=done)
    )
    assert (False, "done", text) == (verdict.allowed, verdict.status, verdict.text)
    assert "Nobody else does." == verdict.why
    assert None is verdict.until
    assert ENDS == verdict.best


def test_what_was_done_abroad_says_what_the_clock_showed_there() -> None:
    done = [did("send-card", "2026-11-24 14:20", "Priya Shah", NEW_YORK)]
    abroad = searching(applied(meeting(zone=NEW_YORK, done=done)))
    expected = "You did so on Tuesday 24 November, 19:20 (14:20 in New York)"
    assert expected == answer(at("2026-11-26 12:00"), card(), known=abroad).text


def test_of_several_rules_the_one_that_is_satisfied_says_what_was_done() -> None:
    other = card(name="other", act="send-card", satisfied_by=None, why="Other.")
    known = meeting(done=[did("send-card", "2026-11-24 14:20", "Priya Shah")])
    verdict = answer(ENDS, other, card(), known=known)
    assert "You did so on Tuesday 24 November, 14:20" == verdict.text


# -- silent, or waiting for a fact ----------------------------------------------------------------


def test_what_no_rule_speaks_of_says_which_condition_failed() -> None:
    verdict = answer(ENDS, card(given=interview.remote))
    assert "There is no reason for this now: “Send Priya Shah a card”" == verdict.text
    expected = "The interview is not known to be by video or phone. Nobody else does."
    assert expected == verdict.why


def test_of_several_rules_that_do_not_speak_the_first_one_s_words_name_the_act() -> None:
    first = card(given=interview.remote)
    second = card(name="post", act="send-card", given=interview.remote, text="Post {person} a card")
    verdict = answer(ENDS, first, second)
    assert "There is no reason for this now: “Send Priya Shah a card”" == verdict.text


def test_what_waits_for_an_event_to_matter_says_so() -> None:
    verdict = answer(ENDS, card(since=interview.left))
    expected = "This matters only from the moment you are clear of the building on."
    assert f"{expected} Nobody else does." == verdict.why


def test_of_several_rules_the_first_that_will_speak_says_from_when() -> None:
    soon = card(since=interview.ends + hours(1))
    later = card(name="later", act="send-card", since=interview.ends + hours(2), why="Later.")
    for rules in (
        (later, soon),
        (evolve(soon, since=later.since), evolve(later, since=soon.since)),
    ):
        verdict = answer(ENDS, *rules)
        assert verdict.why.startswith("This matters only from Tuesday 24 November, 12:00 on. ")
        assert at("2026-11-24 12:00") == verdict.until


def test_what_needs_facts_asks_for_all_of_them_and_says_what_to_do_then() -> None:
    rule = card(needs=[person.email, person.linkedin])
    verdict = answer(ENDS, rule, known=meeting(interviewers=[tom()]))
    assert "needs-fact" == verdict.status
    assert verdict.text.endswith("? Then: “Send Tom Reed a card”")
    assert 2 == verdict.text.count("?")


# -- sentences ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["So", "Go."], "So. Go."),
        (["So?", "Go!", "…"], "So? Go! …"),
        (["Send “it”"], "Send “it”."),
        ([], ""),
    ],
)
def test_a_sentence_gets_a_full_stop_unless_it_has_an_end(texts: list[str], expected: str) -> None:
    assert expected == sentences(*texts)


def test_an_employer_whose_name_ends_with_a_full_stop_gets_no_second_one() -> None:
    rule = card(text="Send a card to {employer}", best=interview.ends + days(1))
    verdict = answer(ENDS, rule, known=searching(applied(meeting(), employer="Acme Inc.")))
    expected = "Yes. Send a card to Acme Inc. Best from Wednesday 25 November, 11:00. Nobody"
    assert str(verdict).startswith(expected)


@pytest.mark.parametrize(
    ("act", "now"),
    [
        ("ask-how-to-follow-up", ENDS),
        ("call", ENDS),
        ("thank-you", at("2026-11-27 12:00")),
        ("debrief", at("2027-01-01 12:00")),
        ("practise", ENDS),
        ("stop-looking", ENDS),
        ("mention-offer", ENDS),
        ("ask-recruiter", ENDS),
        ("connect", ENDS),
        ("chase", ENDS),
    ],
)
def test_no_answer_of_the_shipped_rules_names_an_act_by_its_slug(act: str, now: datetime) -> None:
    """An act is spoken of in its own words."""
    answer_text = str(check(searching(applied(meeting())), act, at=now))
    assert f"“{act}”" not in answer_text
    assert ".." not in answer_text


def test_what_is_known_already_is_done_and_says_so() -> None:
    known = searching(applied(meeting(), follow_up=FollowUp(channel="email")))
    verdict = check(known, "ask-how-to-follow-up", at=ENDS)
    assert "It is done: how they want you to follow up is known" == verdict.text


def test_a_verdict_keeps_its_words_and_dates_when_it_is_pickled() -> None:
    for now in (ENDS, BEST, at("2026-11-27 11:00")):
        verdict = answer(now)
        copy = pickle.loads(pickle.dumps(verdict))
        assert verdict == copy
        assert (str(verdict), verdict.best) == (str(copy), copy.best)


def test_rules_that_say_the_same_reason_say_it_once() -> None:
    other = card(name="other", act="send-card", best=None)
    assert answer(ENDS, card(best=None), other).why.startswith("Nobody else does. Best: ")


def test_a_whole_day_is_said_as_one() -> None:
    rule = card(opens=(interview.ends + working_days(1)).midnight_after, best=None)
    assert answer(ENDS, rule).text.endswith("Wait until Thursday 26 November")


def test_somebody_without_a_mail_address_is_told_of_nobody_s_else() -> None:
    met = meeting(interviewers=[priya(), Person(name="Bo")])
    verdict = check(met, "thank-you", at=ENDS, of="Bo")
    assert verdict.text.startswith("What is Bo's e-mail address? Then: “Send Bo")
