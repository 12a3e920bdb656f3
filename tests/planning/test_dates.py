"""How the moments of a window are said in sentences."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from attrs import evolve

from builders import LONDON, NEW_YORK, TICK, applied, at, card, meeting, scheduled_act, searching
from interview_followup import Interview, Rule, RuleSet, Window, check
from interview_followup._planning.dates import date_words, suggested
from interview_followup.language import days, hours, interview, minutes

OPENS, CLOSES = at("2026-11-24 10:45"), at("2026-11-24 11:30")


LAST = at("2026-11-24 11:15")
ENDINGS = pytest.mark.parametrize(
    "ending",
    [
        pytest.param({"closes": CLOSES}, id="it closes"),
        pytest.param({"due": CLOSES}, id="it is late"),
        pytest.param(
            {"due": CLOSES, "closes": CLOSES + timedelta(hours=1)},
            id="it is late, and closes later",
        ),
    ],
)


@ENDINGS
@pytest.mark.parametrize("part", ["opens", "best"])
@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (OPENS - TICK, OPENS),
        (OPENS, OPENS),
        (OPENS + TICK, at("2026-11-24 11:00")),
        (LAST - TICK, LAST),
        (LAST, LAST),
        (LAST + TICK, LAST + TICK),
    ],
    ids=[
        "just before",
        "at",
        "just after",
        "just before the last quarter",
        "the last quarter",
        "as it would be late or closed",
    ],
)
def test_what_one_waits_for_is_put_off_to_a_quarter_before_it_is_late_or_closed(
    part: str, moment: datetime, expected: datetime, ending: dict[str, datetime]
) -> None:
    moments: dict[str, Any] = {"opens": moment, part: moment, **ending}
    window = Window(**moments)
    assert expected == suggested(part, window, ZoneInfo(LONDON))


@ENDINGS
@pytest.mark.parametrize(
    ("opens", "expected"),
    [
        (LAST - TICK, LAST),
        (LAST, LAST),
        (LAST + TICK, LAST + timedelta(minutes=5)),
        (None, LAST),
    ],
    ids=["just before", "at", "just after", "not known"],
)
def test_a_best_moment_in_the_last_quarter_is_brought_forward_unless_that_is_before_it_opens(
    opens: datetime | None, expected: datetime, ending: dict[str, datetime]
) -> None:
    moments: dict[str, Any] = {"opens": opens, "best": LAST + timedelta(minutes=5), **ending}
    assert expected == suggested("best", Window(**moments), ZoneInfo(LONDON))


def test_a_best_moment_that_is_late_at_once_is_brought_forward() -> None:
    window = Window(opens=OPENS, best=LAST + TICK, due=LAST + TICK, closes=CLOSES)
    assert LAST == suggested("best", window, ZoneInfo(LONDON))


@pytest.mark.parametrize("part", ["due", "closes"])
@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (CLOSES - TICK, at("2026-11-24 11:15")),
        (CLOSES, CLOSES),
        (CLOSES + TICK, CLOSES),
        (OPENS + timedelta(minutes=14), OPENS),
    ],
    ids=["just before", "at", "just after", "the one at which it opens"],
)
def test_what_ends_is_brought_forward_to_a_quarter_after_the_opening(
    part: str, moment: datetime, expected: datetime
) -> None:
    moments: dict[str, Any] = {"opens": OPENS, part: moment}
    window = Window(**moments)
    assert expected == suggested(part, window, ZoneInfo(LONDON))


def test_what_ends_within_the_quarter_in_which_it_opens_is_exact() -> None:
    closes = OPENS + timedelta(minutes=14)
    window = Window(opens=OPENS + TICK, due=closes, closes=closes)
    for part in ("due", "closes"):
        assert closes == suggested(part, window, ZoneInfo(LONDON))


def test_an_end_without_a_known_opening_is_on_the_quarter() -> None:
    assert OPENS == suggested("closes", Window(closes=OPENS + TICK), ZoneInfo(LONDON))


def test_a_moment_that_is_not_known_is_none() -> None:
    assert None is suggested("opens", Window(), ZoneInfo(LONDON))


WAIT = card(opens=interview.left, best=None)


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("opens", "it happens"),
        ("best", "it happens"),
        ("due", "it is too late"),
        ("closes", "it is too late"),
    ],
)
def test_a_moment_that_is_not_known_is_said_all_the_same(part: str, words: str) -> None:
    waiting = scheduled_act(meeting(), "send-card", rules=RuleSet([WAIT]))
    assert words == date_words(part, waiting.readings, waiting.window)


def words_of(part: str, known: Interview, zone: str, *rules: Rule) -> str:
    """Return how a moment of the card's window is said to a candidate in a zone."""
    search = searching(applied(known), zone=zone)
    spoken = scheduled_act(search, "send-card", rules=RuleSet(rules))
    return date_words(part, spoken.readings, spoken.window)


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        (NEW_YORK, "Tuesday 24 November, 12:00"),
        ("America/Toronto", "Tuesday 24 November, 12:00"),
        (LONDON, "Tuesday 24 November, 17:00 (12:00 in New York)"),
        ("Asia/Tokyo", "Wednesday 25 November, 02:00 (Tuesday 24 November, 12:00 in New York)"),
    ],
)
def test_a_date_names_the_zone_that_it_was_reckoned_in_if_its_clocks_differ(
    zone: str, expected: str
) -> None:
    rule = card(opens=interview.ends.at("12:00"), best=None)
    assert expected == words_of("opens", meeting(zone=NEW_YORK), zone, rule)
    assert expected == words_of("best", meeting(zone=NEW_YORK), zone, rule)


@pytest.mark.parametrize(
    ("ends", "expected"),
    [
        ("2026-03-07 11:00", "Sunday 8 March, 15:00 (11:00 in New York)"),
        ("2026-03-28 11:00", "Sunday 29 March, 16:00 (11:00 in New York)"),
    ],
    ids=["four hours", "five hours"],
)
def test_how_far_clocks_differ_is_as_at_that_moment(ends: str, expected: str) -> None:
    """New York's clocks go forward on 8 March, London's on the 29th."""
    known = meeting(ends.replace("11:00", "10:00"), ends, zone=NEW_YORK)
    assert expected == words_of("opens", known, LONDON, card(opens=interview.ends + days(1)))


def test_what_was_put_in_order_is_reckoned_as_the_moment_that_it_became() -> None:
    early = card(opens=interview.ends + hours(1), best=interview.ends)
    expected = "Tuesday 24 November, 17:00 (12:00 in New York)"
    assert expected == words_of("best", meeting(zone=NEW_YORK), LONDON, early)


ABROAD = searching(
    applied(
        meeting("2026-11-23 10:00", "2026-11-23 11:00", zone="Asia/Tokyo"), meeting(zone=NEW_YORK)
    )
)
IN_TOKYO, IN_NEW_YORK = interview.ends.at("12:00"), interview.next_starts.at("12:00")


@pytest.mark.parametrize("reverse", [False, True])
@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ("opens", "Tuesday 24 November, 17:00 (12:00 in New York)"),
        ("closes", "Wednesday 25 November, 03:00 (12:00 in Tokyo)"),
    ],
)
def test_of_several_rules_the_one_that_decides_says_where_its_date_was_reckoned(
    part: str, expected: str, reverse: bool
) -> None:
    rules = [
        card(per=interview, text="Write", opens=opens, best=None, closes=opens + days(2))
        for opens in ((IN_NEW_YORK, IN_TOKYO) if reverse else (IN_TOKYO, IN_NEW_YORK))
    ]
    rules[1] = evolve(rules[1], name="write", act="send-card")
    spoken = scheduled_act(ABROAD, "send-card", "2026-11-23", RuleSet(rules))
    assert expected == date_words(part, spoken.readings, spoken.window)


def test_each_date_of_a_rule_is_reckoned_where_its_fact_is() -> None:
    rule = card(per=interview, text="Write", opens=IN_TOKYO, best=IN_NEW_YORK)
    spoken = scheduled_act(ABROAD, "send-card", "2026-11-23", RuleSet([rule]))
    words = [date_words(part, spoken.readings, spoken.window) for part in ("opens", "best")]
    assert [
        "Monday 23 November, 03:00 (12:00 in Tokyo)",
        "Tuesday 24 November, 17:00 (12:00 in New York)",
    ] == words


def test_a_question_of_when_it_opens_is_answered_on_the_quarter() -> None:
    rule = card(opens=interview.ends + minutes(1), best=interview.ends + hours(2))
    verdict = check(meeting(), "send-card", at=at("2026-11-24 11:00"), rules=RuleSet([rule]))
    assert at("2026-11-24 11:01") == verdict.opens
    assert "Wait until Tuesday 24 November, 11:15; best at 13:00" in str(verdict)
