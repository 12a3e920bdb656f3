"""Facts that an act does without, and from when it makes sense to ask for them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from attrs import evolve

from builders import applied, at, did, meeting, scheduled_act, searching
from interview_followup import Done, Interview, Promise, Rule, RuleSet, Scheduled
from interview_followup._planning.dispensable import Dispensable
from interview_followup.language import (
    Detail,
    Moment,
    Route,
    application,
    days,
    detail_fact,
    earlier_of,
    early,
    first_known,
    interview,
    last_done,
    later_of,
    moment_fact,
    when,
)
from interview_followup.language._operators import deciding
from interview_followup.language._subject import Subject, subjects

HINT = moment_fact("application.hint", "the day that was hinted at", ask="Any hint?")
RUMOUR = moment_fact("application.rumour", "the day of rumour", ask="Any rumour?")
EVENT = moment_fact("application.event", "the event")
ENDS, STARTS = at("2026-11-24 11:00"), at("2026-11-24 10:00")
MIDNIGHT = at("2026-11-25 00:00")


def since(act: Scheduled) -> dict[str, datetime | None]:
    """Return the facts that an act does without, and from when to ask for each."""
    assert all(isinstance(dispensable, Dispensable) for dispensable in act.dispensable)
    moments = {
        dispensable.missing.fact.partition(".")[2]: dispensable.since
        for dispensable in act.dispensable
    }
    assert len(moments) == len(act.dispensable)
    return moments


def better_date(best: Moment, known: Interview | None = None, **facts: Any) -> Any:
    """Return the facts that a window does without, and from when to ask for each."""
    rule = Rule(name="nod", per=interview, opens=interview.starts, best=best, text="Nod", why="So.")
    search = searching(applied(known or meeting(), facts=facts))
    return since(scheduled_act(search, "nod", rules=RuleSet([rule])))


HINTED = at("2026-11-25 09:00")
FIXED = moment_fact("application.fixed", "what is fixed", lambda _: HINTED)


@pytest.mark.parametrize(
    ("best", "facts", "expected"),
    [
        (first_known(HINT, interview.ends), {}, {"hint": ENDS}),
        (first_known(HINT, interview.ends), {"hint": HINTED}, {}),
        (first_known(HINT + days(1), interview.ends), {}, {"hint": ENDS}),
        (first_known(HINT, interview.ends) + days(7), {}, {"hint": ENDS}),
        (first_known(HINT, RUMOUR, interview.ends), {}, {"hint": ENDS, "rumour": ENDS}),
        (first_known(HINT, RUMOUR, interview.ends), {"rumour": HINTED}, {"hint": HINTED}),
        (first_known(HINT, interview.starts, interview.ends), {}, {"hint": STARTS}),
        (first_known(interview.left, interview.ends), {}, {}),
        (first_known(interview.ends, HINT), {}, {}),
        (first_known(later_of(HINT, RUMOUR), interview.ends), {}, {"hint": ENDS, "rumour": ENDS}),
        (
            later_of(first_known(HINT, interview.starts), interview.ends),
            {},
            {"hint": ENDS},
        ),
        (
            earlier_of(first_known(HINT, interview.starts), interview.ends),
            {},
            {"hint": ENDS},
        ),
        (when(HINT.known, HINT, otherwise=interview.ends), {}, {"hint": ENDS}),
        (when(HINT.known, HINT, otherwise=interview.ends), {"hint": HINTED}, {}),
        (when(~HINT.known, interview.ends, otherwise=HINT), {}, {"hint": ENDS}),
        (
            when(interview.remote, first_known(HINT, interview.ends), otherwise=interview.starts),
            {},
            {},
        ),
        (
            when(~interview.remote, first_known(HINT, interview.ends), otherwise=interview.starts),
            {},
            {"hint": ENDS},
        ),
    ],
    ids=str,
)
def test_a_window_does_without_facts_that_others_are_reckoned_from_instead(
    best: Moment, facts: dict[str, datetime], expected: Any
) -> None:
    assert expected == better_date(best, None, **facts)


@pytest.mark.parametrize(
    "best",
    [
        first_known(HINT, RUMOUR, interview.ends),
        first_known(interview.starts, RUMOUR, interview.ends),
    ],
    ids=str,
)
def test_what_comes_after_a_fact_that_is_known_would_change_nothing(best: Moment) -> None:
    assert {} == better_date(best, hint=HINTED)


@pytest.mark.parametrize("ends", [None, date(2026, 11, 24)], ids=["nobody told", "a day"])
@pytest.mark.parametrize(
    ("best", "expected"),
    [
        (interview.ends, {"ends": STARTS}),
        (interview.ends + days(1), {"ends": STARTS}),
        (interview.ends.next_at("09:00"), {"ends": STARTS}),
        (later_of(interview.ends, interview.starts), {"ends": STARTS}),
        (first_known(interview.left, interview.ends), {"ends": STARTS}),
        (first_known(HINT, interview.ends), {"ends": STARTS, "hint": MIDNIGHT}),
        (first_known(interview.exact_ends, interview.starts), {"ends": STARTS}),
        (application.latest_ends, {"ends": STARTS}),
        (later_of(application.first_ends, FIXED), {"ends": HINTED}),
        (interview.starts, {}),
        (first_known(interview.starts, interview.ends), {}),
        (
            when(interview.remote, interview.ends, otherwise=interview.starts),
            {},
        ),
    ],
    ids=str,
)
def test_where_only_the_day_of_an_end_is_known_better_is_to_be_had_from_the_start_on(
    best: Moment, expected: Any, ends: date | None
) -> None:
    """Unless something else that it is reckoned from comes later."""
    untold = Interview(starts=STARTS, ends=ends, timezone="Europe/London")
    assert expected == better_date(best, untold)
    if [*expected] == ["ends"]:
        assert {} == better_date(best)


def test_a_day_that_nothing_would_tell_better_is_asked_for_by_nobody() -> None:
    left = meeting(left=date(2026, 11, 24))
    assert {} == better_date(interview.left, left)
    assert {} == better_date(HINT, None, hint=date(2026, 11, 25))


def test_what_was_done_on_a_day_counts_as_that_day_ended() -> None:
    nodded = meeting(done=[Done(act="nod", at=date(2026, 11, 24))])
    best = first_known(HINT, last_done("nod"))
    assert {"hint": at("2026-11-25 00:00")} == better_date(best, nodded)


@pytest.mark.parametrize(
    ("part", "opening"),
    [("opens", True), ("best", False), ("due", False), ("closes", False)],
)
def test_what_would_change_when_a_window_opens_is_told_apart(part: str, opening: bool) -> None:
    parts: dict[str, Any] = {"opens": interview.ends} | {part: first_known(HINT, interview.ends)}
    rule = Rule(name="nod", per=interview, text="Nod", why="So.", **parts)
    shown = scheduled_act(meeting(), "nod", rules=RuleSet([rule])).dispensable
    assert [("application.hint", opening)] == [
        (dispensable.missing.fact, dispensable.opening) for dispensable in shown
    ]


def test_what_holds_an_act_back_altogether_is_no_better_date() -> None:
    assert {} == better_date(interview.exact_ends, meeting(ends=None))
    assert {} == better_date(HINT)
    assert {} == better_date(later_of(HINT, interview.ends))
    assert {} == better_date(when(HINT.before(interview.ends), HINT, otherwise=interview.ends))


def test_a_fact_is_asked_for_once_all_has_happened_that_a_date_is_reckoned_from_instead() -> None:
    """Those that have not happened yet don't count: the interview's end, then a nod before."""
    best = first_known(HINT, last_done("nod"), interview.ends)
    assert {"hint": ENDS} == better_date(best)
    nodded = meeting(done=[did("nod", "2026-11-24 12:30")])
    assert {"hint": at("2026-11-24 12:30")} == better_date(best, nodded)
    assert {"hint": None} == better_date(first_known(HINT, EVENT))


def test_a_caution_s_dates_a_condition_and_what_satisfies_are_no_better_date() -> None:
    rule = Rule(
        name="nod",
        per=interview,
        given=~HINT.known,
        opens=interview.starts,
        best=interview.ends,
        satisfied_by=HINT.known,
        cautions=early("Wait", since=first_known(HINT, interview.starts)),
        text="Nod",
        why="So.",
    )
    assert () == scheduled_act(meeting(), "nod", rules=RuleSet([rule])).dispensable


def test_what_would_date_several_rules_on_one_act_better_is_asked_for_once_for_all() -> None:
    parts: Any = {"act": "nod", "per": interview, "text": "Nod", "why": "So."}
    hinted = Rule(name="nod-one", opens=first_known(HINT, interview.starts), **parts)
    rumoured = Rule(name="nod-two", opens=first_known(RUMOUR, interview.ends), **parts)
    plain = Rule(name="nod-three", opens=interview.ends + days(3), **parts)
    scheduled = scheduled_act(meeting(), "nod", rules=RuleSet([plain, rumoured, hinted]))
    assert {"hint": ENDS, "rumour": ENDS} == since(scheduled)


def test_a_chase_is_dated_without_a_promise_and_would_be_dated_by_one() -> None:
    assert {"promise": ENDS, "follow_up": ENDS} == since(scheduled_act(meeting(), "chase"))
    promised = applied(meeting(), promise=Promise(within=days(10), made=ENDS))
    assert {"follow_up": ENDS} == since(scheduled_act(promised, "chase"))


# -- the channel ----------------------------------------------------------------------------------

WAY: Detail[str] = detail_fact("application.way", "the way to nod", ask="How?")


def nodding(get: Any, **parts: Any) -> Rule:
    """Return a rule whose channel is what a function gives."""
    channel: Detail[Route] = detail_fact("application.route", "the way", get)
    given: dict[str, Any] = {"opens": interview.starts, "text": "Nod", "why": "So."}
    return Rule(name="nod", per=interview, channel=channel, **(given | parts))


def usual(subject: Subject) -> Route:
    identities = subject.widened("application").identities
    return Route("email", None, WAY.leaf.unknown(identities).missing, asked_from=HINTED)


@pytest.mark.parametrize(
    ("get", "expected"),
    [
        (usual, {"way": HINTED}),
        (lambda subject: usual(subject)._replace(asked_from=None), {"way": None}),
        (lambda _: Route("email", None), {}),
        (lambda _: None, {}),
    ],
    ids=["asked from a moment on", "asked at once", "a way that is told", "no way at all"],
)
def test_a_channel_that_is_usual_for_want_of_a_fact_does_without_it(
    get: Any, expected: dict[str, Any]
) -> None:
    assert expected == since(scheduled_act(meeting(), "nod", rules=RuleSet([nodding(get)])))


def test_of_several_rules_the_one_that_gives_the_channel_asks_for_it() -> None:
    parts: Any = {"act": "nod", "per": interview, "opens": interview.starts, "why": "So."}
    plain = Rule(name="other", text="Nod", **parts)
    assert {"way": HINTED} == since(
        scheduled_act(meeting(), "nod", rules=RuleSet([nodding(usual), plain]))
    )
    other = evolve(nodding(usual), name="other", act="nod")
    plain = Rule(name="nod", text="Nod", **parts)
    assert {} == since(scheduled_act(meeting(), "nod", rules=RuleSet([other, plain])))


def test_a_fact_that_would_tell_both_a_date_and_the_channel_counts_for_the_date() -> None:
    def hinting(subject: Subject) -> Route:
        return Route("email", None, HINT.leaf.unknown(subject.identities[:1]).missing)

    rule = nodding(hinting, opens=first_known(HINT, interview.ends))
    [dispensable] = scheduled_act(meeting(), "nod", rules=RuleSet([rule])).dispensable
    assert (ENDS, True) == (dispensable.since, dispensable.opening)


@pytest.mark.parametrize(
    ("node", "facts", "expected"),
    [
        (first_known(HINT, RUMOUR, interview.ends), {}, [HINT, RUMOUR, interview.ends]),
        (first_known(HINT, RUMOUR, interview.ends), {"hint": HINTED}, [HINT]),
        (first_known(HINT, RUMOUR, interview.ends), {"rumour": HINTED}, [HINT, RUMOUR]),
        (first_known(HINT, EVENT), {}, [HINT, EVENT]),
        (when(HINT.known, HINT, otherwise=EVENT), {}, [HINT.known, EVENT]),
        (when(HINT.known, HINT, otherwise=EVENT), {"hint": HINTED}, [HINT.known, HINT]),
        (
            when(HINT.before(RUMOUR), HINT, otherwise=RUMOUR),
            {},
            [HINT, RUMOUR, HINT.before(RUMOUR)],
        ),
        (later_of(HINT, interview.ends), {}, [HINT, interview.ends]),
        (HINT + days(1), {}, [HINT]),
        (last_done("nod", since=HINT), {}, [last_done("nod").operands[0]]),
        (HINT, {}, []),
    ],
    ids=str,
)
def test_a_choice_hangs_on_what_was_looked_at_and_anything_else_on_all_its_parts(
    node: Moment, facts: dict[str, datetime], expected: list[Any]
) -> None:
    [subject] = subjects(searching(applied(meeting(), facts=facts)))["interview"]
    parts = [part for part in deciding(node, subject) if part.facts]
    assert expected == parts


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        (interview.ends.known & HINT.known, [HINT.known]),
        (HINT.known & RUMOUR.known, [HINT.known]),
        (
            interview.ends.known & interview.starts.known,
            [interview.ends.known, interview.starts.known],
        ),
        (HINT.known | interview.ends.known, [interview.ends.known]),
        (HINT.known | RUMOUR.known, [HINT.known, RUMOUR.known]),
        (HINT.before(RUMOUR) & interview.ends.known, [HINT.before(RUMOUR), interview.ends.known]),
        (later_of(interview.ends, EVENT), [EVENT]),
        (later_of(HINT, EVENT), [EVENT]),
        (earlier_of(interview.ends, EVENT), [interview.ends, EVENT]),
    ],
    ids=str,
)
def test_what_one_part_decides_alone_hangs_on_that_part(node: Any, expected: list[Any]) -> None:
    [subject] = subjects(searching(applied(meeting())))["interview"]
    assert expected == list(deciding(node, subject))
