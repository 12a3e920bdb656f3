"""May I do this at that moment?"""

from __future__ import annotations

import gc
import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import permutations
from typing import Any

import pendulum
import pytest
from attrs import evolve

from builders import TICK, applied, at, did, meeting, priya, scheduled_act, searching, tom
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
    SetAside,
    Subject,
    check,
    check_all,
    plan,
    schedule,
)
from interview_followup.language import (
    Period,
    closed,
    done,
    early,
    hours,
    interview,
    late,
    minutes,
    moment_fact,
    person,
)
from interview_followup.language._subject import search_subject

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
        (at("2026-12-08 00:00"), True, "open", at("2026-12-08 09:00")),
        (at("2026-12-08 00:00") + TICK, True, "open", at("2026-12-08 09:00")),
    ],
)
def test_chasing_is_allowed_from_the_promised_date_on(
    now: datetime, allowed: bool, status: str, until: datetime | None
) -> None:
    verdict = check(PANEL, "chase", at=now, of="Acme")
    assert (allowed, status, until) == (verdict.allowed, verdict.status, verdict.until)


def test_too_early_says_until_when_and_why() -> None:
    verdict = check(PANEL, "chase", at=at("2026-12-01 11:00"), of="Acme")
    assert (
        "Too early to ask Acme about their decision: wait until Tuesday 8 December; best at 09:00"
    ) == verdict.text
    assert (
        "That is the end of the time in which they promised to answer. "
        "One friendly question is fine when its time has come; asking too often can annoy."
    ) == verdict.why
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
            "It is too early for this: “Send Priya Shah a personal thank-you e-mail”. Wait until",
        ),
        (meeting(), "thank-you", ENDS, True, "open", "Send Priya Shah a personal"),
        (
            meeting(),
            "thank-you",
            at("2026-11-24 18:00"),
            True,
            "late",
            "You have not noted a thank-you to Priya Shah. It is getting late for it",
        ),
        (
            meeting(),
            "thank-you",
            at("2026-11-27 18:00"),
            False,
            "closed",
            "It has been too late for this since Thursday 26 November, 11:00: “Send Priya Shah a",
        ),
        (
            meeting(interviewers=[tom()]),
            "thank-you",
            ENDS,
            False,
            "needs-fact",
            "What is Tom Reed's e-mail address? Then: “Send",
        ),
        (
            meeting(),
            "debrief",
            at("2027-01-01 00:00"),
            False,
            "closed",
            "It has been too late for this since Tuesday 1 December, 11:00",
        ),
        (
            meeting(left=ENDS),
            "stop-looking",
            ENDS,
            False,
            "early",
            "Don't stop looking yet: you have no contract in your hand",
        ),
        (meeting(), "call", STARTS - TICK, True, "silent", "There is nothing against it"),
        (meeting(), "practise", ENDS, False, "silent", "There is no reason for this"),
        (
            meeting(done=[did("debrief", "2026-11-24 12:00")]),
            "debrief",
            ENDS,
            False,
            "done",
            "You did so on Tuesday 24 November, 12:00",
        ),
    ],
)
def test_every_status_has_its_answer(
    known: Interview, act: str, now: datetime, allowed: bool, status: str, text: str
) -> None:
    verdict = check(known, act, at=now)
    assert (allowed, status) == (verdict.allowed, verdict.status)
    assert verdict.text.startswith(text)


def test_a_question_in_an_answer_has_no_full_stop() -> None:
    verdict = check(meeting(interviewers=[tom()]), "thank-you", at=ENDS)
    expected = "No. What is Tom Reed's e-mail address? Then: “Send Tom Reed a personal"
    assert str(verdict).startswith(expected)


def test_silence_says_which_condition_failed() -> None:
    rejected = searching(applied(meeting(), outcome="rejected"))
    verdict = check(rejected, "chase", at=at("2026-12-20 12:00"))
    assert verdict.why.startswith("There is an outcome, an offer or a signed contract.")
    unmet = check(searching(applied()), "chase", at=at("2026-12-20 12:00"))
    assert unmet.why.startswith("No interview on record took place, or is to take place.")
    nothing = check(PANEL, "mention-offer", at=ENDS, of="Acme")
    assert nothing.why.startswith("There is no other offer on record to mention.")


def test_dates_are_said_in_the_zone_of_the_candidate() -> None:
    abroad = searching(applied(meeting(zone="America/New_York")))
    verdict = check(abroad, "call", at=STARTS)
    assert "from Tuesday 24 November, 15:00 (10:00 in New York) on." in verdict.why


def test_a_verdict_is_true_where_it_allows_the_act() -> None:
    assert check(meeting(), "debrief", at=ENDS)
    assert not check(meeting(), "debrief", at=ENDS - TICK)


def test_a_recruiter_names_the_application() -> None:
    rachel = Person(name="Rachel Green", key="r1")
    search = searching(applied(meeting(), recruiter=rachel), applied(meeting(), employer="Globex"))
    for of in (rachel, "Rachel Green", "rachel green"):
        subject = check(search, "ask-recruiter", at=ENDS, of=of).subject
        assert "Acme" == subject.application.employer
    with pytest.raises(InvalidInput, match="of: 'r1' is not in the search"):
        check(search, "ask-recruiter", at=ENDS, of="r1")


def test_silence_before_since_says_from_when_on_the_rules_speak() -> None:
    verdict = check(meeting(), "call", at=STARTS - TICK)
    assert verdict.why.startswith("This matters only from Tuesday 24 November, 10:00 on.")
    assert STARTS == verdict.until


@pytest.mark.parametrize(
    ("known", "act", "now", "status", "why"),
    [
        (
            meeting(left=ENDS),
            "call",
            ENDS,
            "open",
            "Nobody from there should hear you boast about how it went, or complain about them.",
        ),
        (
            meeting(),
            "practise",
            ENDS,
            "silent",
            "No tricky question is on record. "
            "The same questions may come up in your next interview.",
        ),
        (
            meeting(),
            "collect-contact",
            ENDS,
            "done",
            "With an address of each interviewer you can thank every one of them yourself.",
        ),
        (
            meeting(interviewers=[tom()]),
            "collect-contact",
            ENDS,
            "closed",
            "That is the interview's end. "
            "With an address of each interviewer you can thank every one of them yourself.",
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
    assert (False, "silent", "There is no reason for this now: “Ring”") == (
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
    assert "The interview is not known to be by video or phone. They hear you." == verdict.why


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
        "It is too early for this: “Send Priya Shah a personal thank-you e-mail”. "
        "Wait until Tuesday 24 November, 13:00; best at 14:00"
    ) == verdict.text
    assert "That is 13:00 on the day of the interview's end. They are at lunch." == verdict.why


def test_until_is_a_pendulum_time_in_the_zone_of_the_candidate() -> None:
    until = check(PANEL, "chase", at=ENDS, of="Acme").until
    assert isinstance(until, pendulum.DateTime)
    assert "Europe/London" == until.timezone_name


# -- of whom --------------------------------------------------------------------------------------

HANK = PANEL.applications[1].interviews[0].people[0]


@pytest.mark.parametrize(
    "of",
    [
        "Globex",
        "globex",
        "Globex, Data engineer",
        "Hank",
        "Hank · Globex, Data engineer · 2026-11-20 15:00",
        PANEL.applications[1],
        PANEL.applications[1].interviews[0],
        HANK,
        scheduled_act(PANEL, "thank-you", "Hank").subject,
        scheduled_act(PANEL, "chase", "Globex").subject,
    ],
)
@pytest.mark.parametrize("act", ["thank-you", "debrief", "chase"])
def test_a_subject_is_found_by_itself_its_name_or_what_is_around_or_within_it(
    of: object, act: str
) -> None:
    verdict = check(PANEL, act, at=ENDS, of=of)  # type: ignore[arg-type]
    assert "Globex" == verdict.subject.application.employer
    assert act == verdict.act


def test_a_role_that_only_one_application_has_names_it() -> None:
    search = searching(applied(meeting()), Application(employer="Globex", role="Cook"))
    assert "Globex" == check(search, "chase", at=ENDS, of="Cook").subject.application.employer


KEYED = searching(
    applied(
        meeting(interviewers=[Person(name="Ada", key="P-1"), Person(name="Bo", key=2)], key="I-1"),
        meeting("2026-12-01 10:00", "2026-12-01 11:00", interviewers=[tom()], key=1),
        key="A-1",
    ),
    applied(employer="Globex", key=2),
)


@pytest.mark.parametrize(
    ("act", "of", "expected"),
    [
        ("chase", "A-1", "Acme, Data engineer"),
        ("chase", "a-1", "Acme, Data engineer"),
        ("chase", "2", "Globex, Data engineer"),
        ("debrief", "I-1", "Acme, Data engineer · 2026-11-24 10:00"),
        ("debrief", "1", "Acme, Data engineer · 2026-12-01 10:00"),
        ("thank-you", "P-1", "Ada · Acme, Data engineer · 2026-11-24 10:00"),
        ("thank-you", "2", "Bo · Acme, Data engineer · 2026-11-24 10:00"),
    ],
)
def test_what_an_act_is_about_is_found_by_its_key(act: str, of: str, expected: str) -> None:
    """The same key may belong to something else, which the act is not about."""
    assert expected == check(KEYED, act, at=ENDS, of=of).subject.label


@pytest.mark.parametrize(
    ("act", "of", "expected"),
    [
        ("chase", 2, "Globex, Data engineer"),
        ("chase", 2.0, "Globex, Data engineer"),
        ("debrief", 1, "Acme, Data engineer · 2026-12-01 10:00"),
        ("thank-you", 2, "Bo · Acme, Data engineer · 2026-11-24 10:00"),
    ],
)
def test_a_key_may_be_given_as_a_whole_number(act: str, of: Any, expected: str) -> None:
    assert expected == check(KEYED, act, at=ENDS, of=of).subject.label


@pytest.mark.parametrize("of", [3, 1.5, True])
def test_a_number_that_is_no_key_is_refused(of: Any) -> None:
    with pytest.raises(InvalidInput, match=f"^of: {of} is not in the search"):
        check(KEYED, "chase", at=ENDS, of=of)
    with pytest.raises(InvalidInput, match=r"^of: 2 is not in the search"):
        check(KEYED, "debrief", at=ENDS, of=2)


def test_of_labels_that_differ_in_case_alone_the_one_that_is_written_so_counts() -> None:
    two = searching(applied(meeting(), key="a"), applied(meeting(), key="A"))
    for key in ("a", "A"):
        label = f"Acme, Data engineer ({key}) · 2026-11-24 10:00"
        subject = check(two, "debrief", at=ENDS, of=label).subject
        assert (label, key) == (subject.label, subject.application.key)
    assert (
        "Acme"
        == check(
            searching(applied(meeting())),
            "debrief",
            at=ENDS,
            of="acme, data engineer · 2026-11-24 10:00",
        ).subject.application.employer
    )
    with pytest.raises(InvalidInput, match="of: could be any of 2"):
        check(two, "debrief", at=ENDS, of="acme, data engineer (a) · 2026-11-24 10:00")


@pytest.mark.parametrize(
    ("act", "keys"),
    [
        ("keep-looking", ["A-1", "I-1", "P-1", "1", "2"]),
        ("chase", ["I-1", "P-1", "1"]),
        ("debrief", ["A-1", "P-1", "2"]),
        ("thank-you", ["A-1", "I-1", "1"]),
    ],
)
def test_a_key_of_what_is_around_or_within_it_names_nothing_to_an_act(
    act: str, keys: list[str]
) -> None:
    for key in keys:
        with pytest.raises(InvalidInput, match=f"of: '{key}' is not in the search"):
            check(KEYED, act, at=ENDS, of=key)


def test_what_has_a_key_is_found_by_its_value_and_its_subject_all_the_same() -> None:
    acme = KEYED.applications[0]
    ada = acme.interviews[0].people[0]
    subject = check(KEYED, "thank-you", at=ENDS, of="P-1").subject
    for of in (ada, subject, subject.meeting, "Ada"):
        assert acme.interviews[0] == check(KEYED, "debrief", at=ENDS, of=of).subject.interview
        assert acme == check(KEYED, "chase", at=ENDS, of=of).subject.application


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
        ("thank-you", "priya", "of: 'priya' is not in the search; did you mean 'Priya Shah'?"),
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


def test_a_word_of_several_names_means_none_of_them() -> None:
    people = [Person(name=name) for name in ("Al Featherstone", "Al Montgomery")]
    with pytest.raises(InvalidInput) as caught:
        check(meeting(interviewers=people), "thank-you", at=ENDS, of="Al")
    assert (
        "of: 'Al' is not in the search; give one of "
        "'Al Featherstone · the application · 2026-11-24 10:00', "
        "'Al Montgomery · the application · 2026-11-24 10:00'"
    ) == str(caught.value)


def test_a_subject_of_which_there_is_none_is_refused() -> None:
    with pytest.raises(InvalidInput) as caught:
        check(searching(), "chase", at=ENDS, of="Zzz")
    assert "of: no application is on record; add it to the search" == str(caught.value)


def test_somebody_who_is_not_in_the_search_is_refused() -> None:
    nobody = "Person(name='Nobody')"
    with pytest.raises(InvalidInput, match=re.escape(f"of: {nobody} is not in the search")):
        check(PANEL, "chase", at=ENDS, of=Person(name="Nobody"))


@pytest.mark.parametrize(
    ("known", "act", "expected"),
    [
        (searching(), "chase", "no application is on record; add it to the search"),
        (searching(), "call", "no interview is on record; add it to its application"),
        (searching(applied()), "call", "no interview is on record; add it to its application"),
        (
            searching(applied()),
            "connect",
            "nobody is on record whom you met; say whom you met, as interviewers",
        ),
        (
            searching(applied(meeting(interviewers=[]))),
            "connect",
            "nobody is on record whom you met; say whom you met, as interviewers",
        ),
        (
            searching(applied(meeting(interviewers=None))),
            "connect",
            "nobody is on record whom you met; say whom you met, as interviewers",
        ),
    ],
    ids=[
        "no application",
        "no application and so no interview",
        "no interview",
        "no interview and so nobody",
        "nobody",
        "nobody that is known",
    ],
)
def test_an_act_that_could_be_about_nothing_is_refused(
    known: JobSearch, act: str, expected: str
) -> None:
    with pytest.raises(InvalidInput) as caught:
        check(known, act, at=ENDS)
    assert f"search: {expected}" == str(caught.value)
    around = search_subject(known)
    with pytest.raises(InvalidInput) as caught:
        check(known, act, at=ENDS, of=around)
    assert f"of: {expected}" == str(caught.value)


@pytest.mark.parametrize(
    ("act", "message"),
    [("debrief", "no interview is on record"), ("thank-you", "nobody is on record whom you met")],
)
def test_an_act_about_something_within_what_has_nothing_of_it_is_refused(
    act: str, message: str
) -> None:
    two = searching(applied(meeting()), applied(employer="Globex"))
    assert "Acme" == check(two, act, at=ENDS).subject.application.employer
    with pytest.raises(InvalidInput) as caught:
        check(two, act, at=ENDS, of="Globex")
    assert [("of", message)] == [
        (problem.place, problem.message) for problem in caught.value.problems
    ]


# -- of several meetings with one person ----------------------------------------------------------

ADA = Person(name="Ada", email="ada@acme.example", linkedin="linkedin.example/ada")


def with_ada(day: str, *, interviewers: Any = (ADA,), **more: Any) -> Interview:
    """Return a meeting with Ada from 10 to 11; she may be thanked until 11 two days later."""
    times = {"starts": f"{day} 10:00", "ends": f"{day} 11:00"}
    return meeting(**{**times, "interviewers": interviewers, **more})


def chosen(now: datetime, *interviews: Interview, act: str = "thank-you", of: Any = None) -> str:
    """Return the day of the meeting that a verdict is about, whatever the order on record is."""
    days = set()
    for order in permutations(interviews):
        verdict = check(searching(applied(*order)), act, at=now, of=of)
        days.add(verdict.subject.interview.starts_in_words.removesuffix(" 10:00"))
    [day] = days
    return day


@pytest.mark.parametrize("of", [None, "Ada", "ada", "Acme", ADA], ids=repr)
@pytest.mark.parametrize(
    ("now", "expected"),
    [
        pytest.param(at("2026-11-20 11:00"), "2026-11-24", id="none is open: the next to open"),
        pytest.param(at("2026-11-24 11:00"), "2026-11-24", id="one is open"),
        pytest.param(at("2026-11-25 11:00") - TICK, "2026-11-24", id="just before a second opens"),
        pytest.param(at("2026-11-25 11:00"), "2026-11-24", id="two are open: the first to close"),
        pytest.param(at("2026-11-26 11:00") - TICK, "2026-11-24", id="just before that closes"),
        pytest.param(at("2026-11-26 11:00"), "2026-11-25", id="as it closes: the other"),
        pytest.param(at("2026-11-26 18:00"), "2026-11-25", id="the other, though it is late"),
        pytest.param(
            at("2026-11-27 11:00") - TICK, "2026-11-25", id="just before that closes, too"
        ),
        pytest.param(at("2026-11-27 11:00"), "2026-12-01", id="as it closes: the next to open"),
        pytest.param(at("2026-12-03 11:00") - TICK, "2026-12-01", id="just before the last closes"),
        pytest.param(at("2026-12-03 11:00"), "2026-12-01", id="all are over: the last to close"),
        pytest.param(at("2027-12-03 11:00"), "2026-12-01", id="long after"),
    ],
)
def test_of_several_meetings_with_one_person_it_is_the_one_whose_time_it_is(
    now: datetime, expected: str, of: Any
) -> None:
    meetings = [with_ada(day) for day in ("2026-11-24", "2026-11-25", "2026-12-01")]
    assert expected == chosen(now, *meetings, of=of)


def test_a_meeting_that_is_named_is_the_one_whatever_time_it_is() -> None:
    meetings = [with_ada(day) for day in ("2026-11-24", "2026-11-25", "2026-12-01")]
    for interview_ in meetings:
        day = interview_.starts_in_words.removesuffix(" 10:00")
        assert day == chosen(at("2026-11-25 12:00"), *meetings, of=interview_)
        label = f"Ada · Acme, Data engineer · {day} 10:00"
        assert day == chosen(at("2026-11-25 12:00"), *meetings, of=label)


@pytest.mark.parametrize(
    "first",
    [
        pytest.param(
            with_ada("2026-11-24", done=[did("thank-you", "2026-11-24 14:00", "Ada")]), id="done"
        ),
        pytest.param(with_ada("2026-11-24", not_held="cancelled"), id="not held"),
        pytest.param(with_ada("2026-11-24", ends=None), id="not over yet, for all that is known"),
    ],
)
def test_a_meeting_after_which_the_act_is_not_open_gives_way_to_one_after_which_it_is(
    first: Interview,
) -> None:
    second = meeting("2026-11-23 10:00", "2026-11-23 11:00", interviewers=[ADA])
    assert "2026-11-23" == chosen(at("2026-11-24 15:00"), first, second)


def test_a_meeting_of_which_no_rule_speaks_gives_way_to_one_after_which_it_is_too_late() -> None:
    silent = with_ada("2026-12-01", not_held="no-show")
    assert "2026-11-24" == chosen(at("2026-12-10 12:00"), with_ada("2026-11-24"), silent)


def test_a_meeting_after_which_the_act_opens_now_but_is_done_gives_way_to_the_next() -> None:
    """Somebody was thanked before the meeting was over."""
    thanked = with_ada("2026-11-24", done=[did("thank-you", "2026-11-24 10:30", "Ada")])
    assert "2026-12-01" == chosen(at("2026-11-24 11:00"), thanked, with_ada("2026-12-01"))


def test_an_act_that_is_set_aside_is_asked_about_like_any_other() -> None:
    aside = with_ada("2026-11-24", set_aside=[SetAside(act="thank-you", to="Ada")])
    assert "2026-11-24" == chosen(at("2026-11-25 12:00"), aside, with_ada("2026-11-25"))


def test_where_a_fact_is_needed_the_next_to_open_counts_and_else_the_last_to_close() -> None:
    unknown = Person(name="Ada")
    meetings = [
        with_ada(day, interviewers=[unknown]) for day in ("2026-11-24", "2026-11-25", "2026-12-01")
    ]
    assert "2026-12-01" == chosen(at("2026-11-25 12:00"), *meetings)
    assert "2026-11-25" == chosen(at("2026-11-25 12:00"), *meetings[:2])
    assert "2026-12-01" == chosen(at("2026-12-01 12:00"), *meetings)


def test_where_no_rule_speaks_of_any_meeting_it_is_always_the_same_one() -> None:
    meetings = [with_ada(day, not_held="no-show") for day in ("2026-11-24", "2026-12-01")]
    assert "2026-11-24" == chosen(at("2026-12-01 12:00"), *meetings)
    verdict = check(searching(applied(*meetings)), "thank-you", at=at("2026-12-01 12:00"))
    assert (False, "silent") == (verdict.allowed, verdict.status)
    assert verdict.why.startswith("The interview did not take place.")


@pytest.mark.parametrize(
    "now",
    [at("2026-11-20 11:00"), at("2026-11-25 11:00"), at("2026-12-25 11:00")],
    ids=["early", "open", "closed"],
)
def test_of_meetings_at_one_time_it_is_always_the_same_one(now: datetime) -> None:
    both = [with_ada("2026-11-24", key=key) for key in ("b", "a")]
    keys = {
        check(searching(applied(*order)), "thank-you", at=now).subject.interview.key
        for order in permutations(both)
    }
    assert {"a"} == keys


def test_of_meetings_after_which_an_act_never_closes_it_is_always_the_same_one() -> None:
    hush = Rule(
        name="hush",
        kind="guard",
        per=person,
        opens=interview.ends,
        text="Hush",
        why="They hear you.",
    )
    first, second = with_ada("2026-11-24"), with_ada("2026-11-25")
    days_ = [
        check(
            searching(applied(second, first)), "hush", at=now, rules=RuleSet([hush])
        ).subject.interview.starts.day
        for now in (at("2026-11-24 11:00") - TICK, at("2026-11-24 11:00"), at("2026-11-25 11:00"))
    ]
    assert [24, 24, 24] == days_


def test_meetings_with_one_person_in_two_applications_are_told_apart_by_whoever_asks() -> None:
    two = searching(
        applied(with_ada("2026-11-24")), applied(with_ada("2026-12-01"), employer="Globex")
    )
    for of in (None, "Ada", ADA):
        with pytest.raises(InvalidInput) as caught:
            check(two, "thank-you", at=ENDS, of=of)
        assert (
            "of: could be any of 2; give one of 'Ada · Acme, Data engineer · 2026-11-24 10:00', "
            "'Ada · Globex, Data engineer · 2026-12-01 10:00'"
        ) == str(caught.value)
    assert "Globex" == check(two, "thank-you", at=ENDS, of="Globex").subject.application.employer


def test_an_act_about_interviews_is_told_apart_by_whoever_asks_even_with_one_person() -> None:
    known = searching(applied(with_ada("2026-11-24"), with_ada("2026-12-01")))
    with pytest.raises(InvalidInput, match="of: could be any of 2"):
        check(known, "debrief", at=ENDS, of="Ada")


@pytest.mark.parametrize(
    ("keys", "is_one"),
    [
        pytest.param((None, None), True, id="no keys"),
        pytest.param(("7", "7"), True, id="one key"),
        pytest.param(("7", "8"), False, id="two keys"),
        pytest.param((None, "7"), False, id="a key at one meeting only"),
    ],
)
def test_namesakes_are_one_person_by_their_keys_or_where_neither_has_one_by_their_names(
    keys: tuple[str | None, str | None], is_one: bool
) -> None:
    one, other = (evolve(ADA, key=key) for key in keys)
    meetings = [
        with_ada("2026-11-24", interviewers=[one]),
        with_ada("2026-12-01", interviewers=[other]),
    ]
    if is_one:
        assert "2026-11-24" == chosen(ENDS, *meetings, of="Ada")
    else:
        with pytest.raises(InvalidInput, match="of: could be any of 2"):
            check(searching(applied(*meetings)), "thank-you", at=ENDS, of="Ada")


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


@pytest.mark.parametrize(
    ("act", "of"),
    [
        ("chase", "Globex"),
        ("thank-you", "Globex"),
        ("chase", "k-Globex"),
        ("thank-you", "p-Globex"),
        ("chase", THREE.applications[1]),
        ("thank-you", THREE.applications[1]),
    ],
    ids=lambda value: value if isinstance(value, str) else "value",
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
    assert {"Globex"} == {value.employer for value in narrowed if isinstance(value, Application)}


@pytest.fixture
def cycles() -> Iterator[Callable[[], list[object]]]:
    """Return what collects the garbage of this package; that of other threads is not ours."""

    def collected() -> list[object]:
        gc.collect()
        return [value for value in gc.garbage if _module(value).startswith("interview_followup")]

    gc.collect()
    gc.disable()
    gc.set_debug(gc.DEBUG_SAVEALL)
    yield collected
    gc.set_debug(0)
    gc.garbage.clear()
    gc.enable()


def _module(value: object) -> str:
    module = getattr(value, "__module__", None)
    return module if isinstance(module, str) else ""


@pytest.mark.parametrize("of", [None, "Globex"], ids=["no name", "a name"])
@pytest.mark.parametrize("act", ["chase", "thank-you", "keep-looking", "call"])
def test_check_leaves_no_cycle_behind(
    cycles: Callable[[], list[object]], act: str, of: str | None
) -> None:
    known = THREE if of else searching(THREE.applications[0])
    str(check(known, act, at=ENDS, of=of))
    assert [] == cycles()


def test_a_cycle_of_the_package_would_be_seen(cycles: Callable[[], list[object]]) -> None:
    verdicts = [check(THREE, "chase", at=ENDS, of="Globex")]
    loop: list[object] = [*verdicts]
    loop.append(loop)
    del verdicts, loop
    assert 1 <= len(cycles())


def test_all_subjects_of_an_act_are_checked_at_once() -> None:
    at_once = check_all(THREE, "chase", at=ENDS)
    assert (
        tuple(check(THREE, "chase", at=ENDS, of=application) for application in THREE.applications)
        == at_once
    )
    people = check_all(THREE, "thank-you", at=ENDS)
    assert ["Ada Acme", "Ada Globex", "Ada Initech"] == [
        verdict.subject.person.name for verdict in people
    ]


def test_a_subject_of_which_the_rules_are_silent_has_a_verdict_among_all() -> None:
    quiet = searching(applied(meeting(), outcome="rejected"), applied(meeting(), employer="Globex"))
    assert ["silent", "early"] == [verdict.status for verdict in check_all(quiet, "chase", at=ENDS)]
    assert () == check_all(searching(), "chase", at=ENDS)


def test_people_of_whom_nobody_has_told_who_they_are_are_not_among_all() -> None:
    untold = applied(meeting(interviewers=None))
    search = searching(untold, applied(meeting(), employer="Globex"))
    for act in ("thank-you", "collect-contact", "connect"):
        [verdict] = check_all(search, act, at=ENDS)
        assert "Globex" == verdict.subject.application.employer
        assert () == check_all(searching(untold), act, at=ENDS)
    assert 2 == len(check_all(search, "debrief", at=ENDS))


@pytest.mark.parametrize(
    ("zone", "moment"),
    [
        pytest.param("Europe/London", at("2026-11-25 00:00"), id="here"),
        pytest.param("Asia/Tokyo", at("2026-11-25 00:00", "Asia/Tokyo"), id="elsewhere"),
    ],
)
def test_a_day_that_is_asked_about_is_its_first_moment_in_the_zone_of_the_candidate(
    zone: str, moment: datetime
) -> None:
    opens_then = Rule(
        name="ring",
        per=interview,
        opens=moment_fact("interview.then", "then", lambda _: moment),
        text="Ring",
        why="They like it.",
    )
    known, rules = searching(applied(meeting()), zone=zone), RuleSet([opens_then])
    on_it = check(known, "ring", at=date(2026, 11, 25), rules=rules)
    assert on_it == check(known, "ring", at=moment, rules=rules)
    assert (True, "open") == (on_it.allowed, on_it.status)
    assert (on_it,) == check_all(known, "ring", at=date(2026, 11, 25), rules=rules)
    before = check(known, "ring", at=date(2026, 11, 24), rules=rules)
    assert ("early", moment) == (before.status, before.until)


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
        (
            ENDS - TICK,
            {},
            "early",
            "There is nothing against it. Best from Tuesday 24 November, 11:00",
        ),
        (ENDS, {}, "open", "Stretch"),
        (ENDS + timedelta(hours=1), {}, "late", "Stretch"),
        (
            ENDS,
            {"done": [did("stretch", "2026-11-24 11:00")]},
            "done",
            "There is nothing against it",
        ),
        (ENDS, {"medium": "phone"}, "open", "Stretch"),
        (ENDS, {"medium": "in-person"}, "silent", "There is nothing against it"),
    ],
)
def test_what_only_reminders_know_is_always_allowed(
    now: datetime, more: dict[str, Any], status: str, text: str
) -> None:
    known = meeting(**{"medium": "video", **more})
    verdict = check(known, "stretch", at=now, rules=RuleSet([stretch()]))
    assert (True, status, text) == (verdict.allowed, verdict.status, verdict.text)
    assert "It was a long call." in verdict.why


def test_what_only_reminders_know_says_what_made_it_needless() -> None:
    known, needless = meeting(medium="video"), ENDS + timedelta(hours=2)
    verdict = check(known, "stretch", at=needless, rules=RuleSet([stretch()]))
    assert (True, "closed") == (verdict.allowed, verdict.status)
    assert "There is nothing against it" == verdict.text
    assert (
        "There has been no need for it since Tuesday 24 November, 13:00: "
        "that is 2 hours after the interview's end."
    ) == verdict.why


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
    planned = plan(meeting(medium="video"), now=ENDS, rules=RuleSet([stretch()]))
    assert [("stretch", "open", ENDS)] == [
        (action.act, action.status, action.best) for action in planned.actions
    ]


@pytest.mark.parametrize(
    ("since", "expected"),
    [
        pytest.param(None, (STARTS, ENDS), id="always"),
        pytest.param(minutes(59), (ENDS - timedelta(minutes=1), ENDS), id="just before it opens"),
        pytest.param(minutes(60), None, id="as it opens"),
        pytest.param(minutes(61), None, id="just after it opens"),
    ],
)
def test_a_reminder_has_no_part_in_when_advice_beside_it_begins_to_warn(
    since: Period | None, expected: tuple[datetime, datetime] | None
) -> None:
    advice = Rule(
        name="get-up",
        act="stretch",
        per=interview,
        since=None if since is None else interview.starts + since,
        opens=interview.ends,
        text="Get up",
        cautions=early("Stay until {opens}", since=interview.starts),
        why="You sat too long.",
    )
    for rules in (RuleSet([advice]), RuleSet([advice, stretch()])):
        [scheduled] = schedule(meeting(medium="video"), rules=rules)
        spans = [(caution.since, caution.until) for caution in scheduled.cautions]
        assert ([expected] if expected else []) == spans


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
    planned = plan(meeting(medium="video"), now=now, rules=rules)
    alone = plan(meeting(medium="video"), now=now, rules=RuleSet([advice]))
    assert alone.cautions == planned.cautions == ()
    assert check(meeting(medium="video"), "stretch", at=now, rules=rules).allowed
    [scheduled] = schedule(meeting(medium="video"), rules=rules)
    assert [ENDS + timedelta(hours=9), ENDS + timedelta(hours=10)] == [
        caution.since for caution in scheduled.cautions
    ]
