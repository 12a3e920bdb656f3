"""May I do this at that moment?"""

from __future__ import annotations

import gc
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pendulum
import pytest

from builders import TICK, applied, at, did, item, meeting, priya, searching, tom
from interview_followup import (
    CV_LIBRARY,
    Application,
    Interview,
    InvalidInput,
    JobSearch,
    Offer,
    Person,
    Promise,
    Rule,
    RuleSet,
    Subject,
    check,
    check_all,
    plan,
    schedule,
)
from interview_followup.language import closed, done, hours, interview, late, person

STARTS, ENDS = at("2026-11-24 10:00"), at("2026-11-24 11:00")

PANEL = searching(
    applied(meeting(interviewers=[priya(), tom()]), promise=Promise(by=date(2026, 12, 7))),
    applied(
        meeting(
            "2026-11-20 15:00", "2026-11-20 16:00", interviewers=[Person(name="Hank", key="h1")]
        ),
        employer="Globex",
        key="globex",
    ),
)


@pytest.mark.parametrize(
    ("now", "allowed", "status", "until"),
    [
        (at("2026-12-08 00:00") - TICK, False, "early", at("2026-12-08 00:00")),
        (at("2026-12-08 00:00"), True, "open", None),
        (at("2026-12-08 00:00") + TICK, True, "open", None),
    ],
)
def test_chasing_is_allowed_from_the_promised_date_on(
    now: datetime, allowed: bool, status: str, until: datetime | None
) -> None:
    verdict = check(PANEL, "chase", at=now, of="Acme")
    assert (allowed, status, until) == (verdict.allowed, verdict.status, verdict.until)


def test_too_early_says_until_when_and_why() -> None:
    verdict = check(PANEL, "chase", at=at("2026-12-01 11:00"), of="Acme")
    assert "Too early to chase Acme: wait until Tuesday 8 December 2026, 00:00" == verdict.text
    expected = "That is the moment by which they last promised to answer. "
    assert (
        f"{expected}Asking too soon or too often makes an eager candidate a tiresome one."
        == verdict.why
    )
    assert f"No. {verdict.text}. {verdict.why}" == str(verdict)


@pytest.mark.parametrize(
    ("known", "act", "now", "allowed", "status", "text"),
    [
        (
            meeting(),
            "thank-you",
            ENDS - TICK,
            False,
            "early",
            "Too early for “thank-you”: wait until",
        ),
        (meeting(), "thank-you", ENDS, True, "open", "Send Priya Shah a personal"),
        (
            meeting(),
            "thank-you",
            at("2026-11-24 18:00"),
            True,
            "late",
            "Your thank-you to Priya Shah",
        ),
        (meeting(), "thank-you", at("2026-11-27 18:00"), False, "closed", "You missed the time"),
        (
            meeting(interviewers=[tom()]),
            "thank-you",
            ENDS,
            False,
            "needs-fact",
            "Not known yet: What",
        ),
        (meeting(), "debrief", at("2027-01-01 00:00"), False, "closed", "Too late for “debrief”"),
        (meeting(left=ENDS), "stop-looking", ENDS, False, "early", "Too early for “stop-looking”"),
        (meeting(), "call", STARTS - TICK, True, "silent", "Nothing speaks against it"),
        (meeting(), "practise", ENDS, False, "silent", "Nothing advises it"),
        (
            meeting(done=[did("debrief", "2026-11-24 12:00")]),
            "debrief",
            ENDS,
            False,
            "done",
            "Already done: “debrief”",
        ),
    ],
)
def test_every_status_has_its_answer(
    known: Interview, act: str, now: datetime, allowed: bool, status: str, text: str
) -> None:
    verdict = check(known, act, at=now)
    assert (allowed, status) == (verdict.allowed, verdict.status)
    assert verdict.text.startswith(text)


def test_a_question_ends_the_answer_without_a_full_stop() -> None:
    verdict = check(meeting(interviewers=[tom()]), "thank-you", at=ENDS)
    assert "e-mail address? A prompt" in str(verdict)


def test_silence_says_which_condition_failed() -> None:
    rejected = searching(applied(meeting(), outcome="rejected"))
    verdict = check(rejected, "chase", at=at("2026-12-20 12:00"))
    assert verdict.why.startswith("There is an outcome, an offer or a signed contract.")
    unmet = check(searching(applied()), "chase", at=at("2026-12-20 12:00"))
    assert unmet.why.startswith("There is no interview.")
    nothing = check(PANEL, "mention-offer", at=ENDS, of="Acme")
    assert nothing.why.startswith("The other offer's arrival is not on record.")


def test_dates_are_said_in_the_zone_of_the_candidate() -> None:
    abroad = searching(applied(meeting(zone="America/New_York")))
    verdict = check(abroad, "call", at=STARTS)
    assert "from Tuesday 24 November 2026, 15:00 on" in verdict.why


def test_a_verdict_is_true_where_it_allows_the_act() -> None:
    assert check(meeting(), "debrief", at=ENDS)
    assert not check(meeting(), "debrief", at=ENDS - TICK)


def test_a_recruiter_names_the_application() -> None:
    rachel = Person(name="Rachel Green", key="r1")
    both = searching(applied(meeting(), recruiter=rachel), applied(meeting(), employer="Globex"))
    for of in (rachel, "Rachel Green", "rachel green", "r1"):
        found = check(both, "ask-recruiter", at=ENDS, of=of).subject
        assert "Acme" == found.application.employer


def test_silence_before_since_says_from_when_on_the_rules_speak() -> None:
    verdict = check(meeting(), "call", at=STARTS - TICK)
    assert verdict.why.startswith("The rules speak of it from Tuesday 24 November 2026, 10:00 on.")
    assert STARTS == verdict.until


@pytest.mark.parametrize(
    ("known", "act", "now", "status", "why"),
    [
        (
            meeting(left=ENDS),
            "call",
            ENDS,
            "open",
            "Near the building somebody from the interview may hear you; at home nobody does.",
        ),
        (
            meeting(),
            "practise",
            ENDS,
            "silent",
            "No tricky question is on record. "
            "Work on the answers before the same question comes up again.",
        ),
        (
            meeting(),
            "collect-contact",
            ENDS,
            "done",
            "Without an address you cannot thank each interviewer personally. "
            "Best: 10 minutes before the interview's end.",
        ),
        (
            meeting(interviewers=[tom()]),
            "collect-contact",
            ENDS,
            "closed",
            "Without an address you cannot thank each interviewer personally. "
            "Best: 10 minutes before the interview's end.",
        ),
    ],
    ids=["open", "silent", "done", "closed"],
)
def test_only_what_waits_says_what_it_waits_for(
    known: Interview, act: str, now: datetime, status: str, why: str
) -> None:
    verdict = check(known, act, at=now)
    assert (status, why) == (verdict.status, verdict.why)


def test_what_is_open_says_its_text_although_it_is_about_to_close() -> None:
    verdict = check(meeting(), "ask-how-to-follow-up", at=at("2026-11-24 10:50"))
    assert (True, "open") == (verdict.allowed, verdict.status)
    assert "Ask the employer how they would like you to follow up" == verdict.text


def test_a_rule_that_advises_is_silent_before_since_and_does_not_allow() -> None:
    ring = Rule(
        name="ring",
        per=interview,
        since=interview.starts,
        opens=interview.ends,
        best=interview.ends,
        text="Ring",
        why="They like it.",
    )
    verdict = check(meeting(), "ring", at=STARTS - TICK, rules=RuleSet([ring]))
    assert (False, "silent", "Nothing advises it") == (
        verdict.allowed,
        verdict.status,
        verdict.text,
    )


def test_a_guard_whose_condition_fails_speaks_against_nothing() -> None:
    hush = Rule(
        name="hush",
        kind="guard",
        per=interview,
        given=interview.remote,
        opens=interview.ends,
        text="Hush",
        why="They hear you.",
    )
    verdict = check(meeting(medium="in-person"), "hush", at=STARTS, rules=RuleSet([hush]))
    assert (True, "silent", None) == (verdict.allowed, verdict.status, verdict.until)
    assert (
        "The interview was in person, or nobody has said otherwise. They hear you." == verdict.why
    )


def test_several_rules_each_say_why_they_are_silent_or_wait() -> None:
    wait = Rule(
        name="wait",
        act="thank-you",
        per=person,
        opens=interview.ends.at("13:00"),
        text="Wait",
        why="They are at lunch.",
    )
    verdict = check(meeting(), "thank-you", at=ENDS, rules=CV_LIBRARY.with_(wait))
    assert (
        "Too early to thank Priya Shah: wait until Tuesday 24 November 2026, 13:00" == verdict.text
    )
    assert "That is 13:00 on the day of the interview's end. They are at lunch." == verdict.why


def test_until_is_a_pendulum_time_in_the_zone_of_the_candidate() -> None:
    until = check(PANEL, "chase", at=ENDS, of="Acme").until
    assert isinstance(until, pendulum.DateTime)
    assert "Europe/London" == until.timezone_name


# -- of whom --------------------------------------------------------------------------------------

HANK = PANEL.applications[1].interviews[0].interviewers[0]


@pytest.mark.parametrize(
    "of",
    [
        "Globex",
        "globex",
        "Globex, Data engineer",
        "Hank",
        "h1",
        "Hank · Globex, Data engineer · 2026-11-20 15:00",
        PANEL.applications[1],
        PANEL.applications[1].interviews[0],
        HANK,
        item(PANEL, "thank-you", "Hank").subject,
        item(PANEL, "chase", "Globex").subject,
    ],
)
@pytest.mark.parametrize("act", ["thank-you", "debrief", "chase"])
def test_a_subject_is_found_by_itself_its_key_its_name_or_what_is_around_it(
    of: object, act: str
) -> None:
    verdict = check(PANEL, act, at=ENDS, of=of)  # type: ignore[arg-type]
    assert "Globex" == verdict.subject.application.employer
    assert act == verdict.act


def test_a_role_that_only_one_application_has_names_it() -> None:
    both = searching(applied(meeting()), Application(employer="Globex", role="Cook"))
    assert "Globex" == check(both, "chase", at=ENDS, of="Cook").subject.application.employer


def test_an_interview_is_found_by_its_key() -> None:
    keyed = meeting("2026-12-01 10:00", "2026-12-01 11:00", key="second")
    both = searching(applied(meeting(), keyed))
    assert keyed == check(both, "debrief", at=ENDS, of="second").subject.interview


def test_an_act_of_the_whole_search_needs_no_subject() -> None:
    assert "search" == check(PANEL, "keep-looking", at=ENDS).subject.per
    assert "search" == check(PANEL, "keep-looking", at=ENDS, of="Hank").subject.per


@pytest.mark.parametrize(
    ("act", "of", "expected"),
    [
        (
            "thank-you",
            "Acme",
            "of: could be any of 2; give one of "
            "'Priya Shah · Acme, Data engineer · 2026-11-24 10:00', "
            "'Tom Reed · Acme, Data engineer · 2026-11-24 10:00'",
        ),
        (
            "chase",
            None,
            "of: could be any of 2; give one of 'Acme, Data engineer', 'Globex, Data engineer'",
        ),
        ("chase", "Globx", "of: 'Globx' is not in the search; did you mean 'Globex'?"),
        (
            "thank-you",
            "Priya Shaw",
            "of: 'Priya Shaw' is not in the search; did you mean 'Priya Shah'?",
        ),
        (
            "chase",
            "Zzz",
            "of: 'Zzz' is not in the search; "
            "give one of 'Acme, Data engineer', 'Globex, Data engineer'",
        ),
        ("thank-yuo", "Hank", "act: no rule knows 'thank-yuo'; did you mean 'thank-you'?"),
    ],
)
def test_a_subject_that_is_not_one_is_refused(act: str, of: str | None, expected: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        check(PANEL, act, at=ENDS, of=of)
    assert expected == str(caught.value)


def test_a_subject_of_which_there_is_none_is_refused() -> None:
    with pytest.raises(InvalidInput) as caught:
        check(searching(), "chase", at=ENDS, of="Zzz")
    assert "of: 'Zzz' is not in the search; give one of nobody" == str(caught.value)


def test_somebody_who_is_not_in_the_search_is_refused() -> None:
    with pytest.raises(InvalidInput, match="of: 'this' is not in the search"):
        check(PANEL, "chase", at=ENDS, of=Person(name="Nobody"))


@pytest.mark.parametrize(
    ("known", "act", "expected"),
    [
        (searching(), "chase", "of: fits nothing that the act is about; add it to the search"),
        (
            searching(applied()),
            "call",
            "of: fits nothing that the act is about; add it to the search",
        ),
        (
            searching(applied(meeting(interviewers=[]))),
            "connect",
            "of: fits nothing that the act is about; add it to the search",
        ),
    ],
)
def test_an_act_without_any_subject_is_refused(known: JobSearch, act: str, expected: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        check(known, act, at=ENDS)
    assert expected == str(caught.value)


def test_every_problem_is_named_at_once() -> None:
    with pytest.raises(InvalidInput) as caught:
        check(PANEL, "chase", at=datetime(2026, 11, 24), of="Globx")  # noqa: DTZ001
    assert ["at", "of"] == [problem.place for problem in caught.value.problems]


def test_the_zone_of_the_moment_changes_nothing() -> None:
    known = searching(applied(meeting(), offer=Offer(received=ENDS)))
    assert check(known, "debrief", at=ENDS) == check(known, "debrief", at=ENDS.astimezone(UTC))


# -- what check makes, and what it leaves alone ---------------------------------------------------


THREE = searching(
    *[
        applied(
            meeting(interviewers=[Person(name=f"Ada {employer}", key=f"p-{employer}")]),
            employer=employer,
            key=f"k-{employer}",
        )
        for employer in ("Acme", "Globex", "Initech")
    ]
)


@pytest.mark.parametrize("act", ["chase", "thank-you"])
@pytest.mark.parametrize(
    "of", ["Globex", "k-Globex", THREE.applications[1]], ids=["name", "key", "value"]
)
def test_no_subject_is_made_of_another_application(
    monkeypatch: pytest.MonkeyPatch, act: str, of: Any
) -> None:
    narrowed, original = [], Subject.narrowed

    def recorded(self: Subject, value: Any) -> Subject:
        narrowed.append(value)
        return original(self, value)

    monkeypatch.setattr(Subject, "narrowed", recorded)
    verdict = check(THREE, act, at=ENDS, of=of)
    assert "Globex" == verdict.subject.application.employer
    assert {"Globex"} == {each.employer for each in narrowed if isinstance(each, Application)}


@pytest.mark.parametrize("of", [None, "Globex"], ids=["no name", "a name"])
@pytest.mark.parametrize("act", ["chase", "thank-you", "keep-looking", "call"])
def test_check_leaves_no_cycle_behind(act: str, of: str | None) -> None:
    known = THREE if of else searching(THREE.applications[0])
    check(known, act, at=ENDS, of=of)
    gc.collect()
    gc.disable()
    try:
        str(check(known, act, at=ENDS, of=of))
        assert 0 == gc.collect()
    finally:
        gc.enable()


def test_all_subjects_of_an_act_are_checked_at_once() -> None:
    at_once = check_all(THREE, "chase", at=ENDS)
    assert tuple(check(THREE, "chase", at=ENDS, of=each) for each in THREE.applications) == at_once
    people = check_all(THREE, "thank-you", at=ENDS)
    assert ["Ada Acme", "Ada Globex", "Ada Initech"] == [
        verdict.subject.person.name for verdict in people
    ]


def test_a_subject_of_which_the_rules_are_silent_has_a_verdict_among_all() -> None:
    quiet = searching(applied(meeting(), outcome="rejected"), applied(meeting(), employer="Globex"))
    assert ["silent", "early"] == [each.status for each in check_all(quiet, "chase", at=ENDS)]
    assert () == check_all(searching(), "chase", at=ENDS)


def test_all_that_is_wrong_with_a_question_about_all_is_told_at_once() -> None:
    with pytest.raises(InvalidInput) as caught:
        check_all(THREE, "chace", at=datetime(2026, 11, 24))  # noqa: DTZ001
    assert ["at", "act"] == [problem.place for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        ("k-Acme (k-Acme)", None),
        ("Ada Globex · Globex, Data engineer · 2026-11-24 10:00", "Ada Globex"),
    ],
)
def test_a_label_names_its_subject(of: str, expected: str | None) -> None:
    if expected is None:
        with pytest.raises(InvalidInput, match="is not in the search"):
            check(THREE, "thank-you", at=ENDS, of=of)
    else:
        assert expected == check(THREE, "thank-you", at=ENDS, of=of).subject.person.name


# -- reminders ------------------------------------------------------------------------------------


def stretch(**more: Any) -> Rule:
    return Rule(
        name="stretch",
        kind="reminder",
        per=interview,
        given=interview.remote,
        opens=interview.ends,
        due=interview.ends + hours(1),
        closes=interview.ends + hours(2),
        satisfied_by=done("stretch"),
        text="Stretch",
        why="It was a long call.",
        **more,
    )


@pytest.mark.parametrize(
    ("now", "more", "status", "text"),
    [
        (ENDS - TICK, {}, "early", "Nothing speaks against it"),
        (ENDS, {}, "open", "Stretch"),
        (ENDS + timedelta(hours=1), {}, "late", "Stretch"),
        (ENDS + timedelta(hours=2), {}, "closed", "Nothing speaks against it"),
        (ENDS, {"done": [did("stretch", "2026-11-24 11:00")]}, "done", "Nothing speaks against it"),
        (ENDS, {"medium": "phone"}, "open", "Stretch"),
        (ENDS, {"medium": "in-person"}, "silent", "Nothing speaks against it"),
    ],
)
def test_what_only_reminders_know_is_always_allowed(
    now: datetime, more: dict[str, Any], status: str, text: str
) -> None:
    known = meeting(**{"medium": "video", **more})
    verdict = check(known, "stretch", at=now, rules=RuleSet([stretch()]))
    assert (True, status, text) == (verdict.allowed, verdict.status, verdict.text)
    assert "It was a long call." in verdict.why


@pytest.mark.parametrize(
    ("now", "allowed"),
    [(ENDS - TICK, False), (ENDS, True), (ENDS + timedelta(hours=3), True)],
)
def test_a_reminder_has_no_part_in_what_a_guard_forbids(now: datetime, allowed: bool) -> None:
    hush = Rule(
        name="hush",
        kind="guard",
        act="stretch",
        per=interview,
        opens=interview.ends,
        text="Sit still",
        why="They see you.",
    )
    verdict = check(meeting(medium="video"), "stretch", at=now, rules=RuleSet([stretch(), hush]))
    assert allowed is verdict.allowed


def test_a_reminder_asks_all_the_same() -> None:
    made = plan(meeting(medium="video"), now=ENDS, rules=RuleSet([stretch()]))
    assert [("stretch", "open", ENDS)] == [(a.act, a.status, a.best) for a in made.actions]


@pytest.mark.parametrize("now", [ENDS, ENDS + timedelta(hours=1), ENDS + timedelta(hours=2)])
def test_a_reminder_has_no_part_in_the_cautions_beside_advice(now: datetime) -> None:
    advice = Rule(
        name="get-up",
        act="stretch",
        per=interview,
        opens=interview.ends,
        due=interview.ends + hours(9),
        closes=interview.ends + hours(10),
        text="Get up",
        cautions=(late("Get up before {closes}"), closed("You did not get up")),
        why="You sat too long.",
    )
    rules = RuleSet([stretch(), advice])
    made = plan(meeting(medium="video"), now=now, rules=rules)
    alone = plan(meeting(medium="video"), now=now, rules=RuleSet([advice]))
    assert alone.cautions == made.cautions == ()
    assert check(meeting(medium="video"), "stretch", at=now, rules=rules).allowed
    [scheduled] = schedule(meeting(medium="video"), rules=rules)
    assert [ENDS + timedelta(hours=9), ENDS + timedelta(hours=10)] == [
        caution.since for caution in scheduled.cautions
    ]
