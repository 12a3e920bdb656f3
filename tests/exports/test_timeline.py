"""A plan as a picture: what is in it, and where."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import (
    LONDON,
    NEW_YORK,
    TICK,
    applied,
    at,
    card,
    meeting,
    searching,
    tom,
    unchecked,
)
from drawing import drawing
from interview_followup import (
    CV_LIBRARY,
    Application,
    InvalidInput,
    JobSearch,
    Person,
    Plan,
    RuleSet,
    WakingHours,
    Workdays,
    plan,
    schedule,
    strategies,
)
from interview_followup._planning.status import STATUSES
from interview_followup.exports.timeline import STATES, timeline_svg
from interview_followup.language import days, hours, interview, person
from pictures import Picture, picture

NOW = at("2026-11-24 12:00")
WIDTHS = (320, 480, 639, 640, 900, 1400)


def planned(*rules: Any, now: datetime = NOW, search: Any = None) -> Plan:
    return plan(search or meeting(), now=now, rules=RuleSet(rules))


def drawn(*rules: Any, now: datetime = NOW, search: Any = None, width: int = 900) -> Picture:
    return picture(timeline_svg(planned(*rules, now=now, search=search), width=width))


def moment(shown: Picture, place: float, days: int, first: str = "2026-11-24") -> datetime:
    """Return the moment of a place in a picture of so many days in London, from a first one on."""
    left = min(line for line, _ in shown.places("night"))
    right = max(line for _, line in shown.places("night"))
    start = at(f"{first} 00:00").astimezone(UTC)
    share = (place - left) / (right - left)
    return (start + share * timedelta(days=days)).astimezone(ZoneInfo(LONDON))


# -- rows -----------------------------------------------------------------------------------------


def test_a_window_is_a_bar_with_its_ends_its_best_moment_and_what_is_late() -> None:
    rule = card(
        best=interview.ends + hours(2),
        due=interview.ends + hours(6),
        closes=interview.ends + hours(12),
    )
    shown = drawn(rule)
    [row] = shown.rows
    parts = {shape.part: moment(shown, shape.left, 1) for shape in row}
    expected = {"opens": "11", "window": "11", "best": "13", "late": "17", "closes": "23"}
    assert set(expected) == set(parts)
    for part, hour in expected.items():
        assert abs(at(f"2026-11-24 {hour}:00") - parts[part]) < timedelta(minutes=1)
    [now] = {x for x, _ in shown.places("now")[:1]}
    assert abs(NOW - moment(shown, now, 1)) < timedelta(minutes=1)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({"closes": interview.ends + hours(6)}, {"opens", "window", "closes", "best"}),
        ({}, {"opens", "window", "endless", "best"}),
        ({"due": interview.ends + hours(2)}, {"opens", "window", "late", "endless", "best"}),
        ({"due": interview.ends}, {"opens", "late", "endless", "best"}),
        ({"closes": interview.ends + days(40)}, {"opens", "window", "after", "best"}),
        ({"opens": interview.ends - days(9)}, {"before", "window", "endless", "best"}),
        ({"opens": interview.ends + days(60)}, {"after"}),
        ({"best": interview.ends + days(60)}, {"opens", "window", "after"}),
        ({"opens": interview.left, "closes": interview.ends + days(2)}, {"waiting", "closes"}),
        ({"needs": person.linkedin}, {"opens", "waiting", "endless", "best"}),
    ],
    ids=[
        "it closes",
        "it never closes",
        "it will be late",
        "it is late at once",
        "it closes later than is shown",
        "it opened before what is shown",
        "it opens later than is shown",
        "its best moment is later than is shown",
        "it waits for an event",
        "it waits for an answer",
    ],
)
def test_each_part_has_a_shape_of_its_own(parts: dict[str, Any], expected: set[str]) -> None:
    [row] = drawn(card(**parts), search=meeting(interviewers=[tom()])).rows
    assert expected == {shape.part for shape in row}


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ({"closes": interview.ends + days(40)}, ["to 3 Jan 2027"]),
        ({"closes": interview.ends + days(26)}, ["to 20 Dec"]),
        ({"opens": interview.ends - days(9)}, ["from 15 Nov"]),
        ({"opens": interview.ends - days(9), "due": interview.ends - days(8)}, ["late 16 Nov"]),
        ({"opens": interview.ends + days(30)}, ["from 24 Dec"]),
        ({"best": interview.ends + days(30)}, ["best 24 Dec"]),
        ({"due": interview.ends + days(30)}, ["late 24 Dec"]),
    ],
)
@pytest.mark.parametrize("width", [480, 900])
def test_what_is_beyond_is_told_with_its_date(
    parts: dict[str, Any], words: list[str], width: int
) -> None:
    shown = drawn(card(**parts), width=width)
    row = shown.rows[0][0].y
    beside = [text.words for text in shown.texts if abs(text.bottom - row) < 24]
    assert words == [text for text in beside if text.split()[0] in ("from", "best", "late", "to")]


def test_in_a_narrow_picture_both_dates_are_above_the_window() -> None:
    rule = card(
        opens=interview.ends - days(9),
        best=interview.ends,
        closes=interview.ends + days(40),
    )
    assert "from 15 Nov · to 3 Jan 2027" in drawn(rule, width=480).words
    assert {"from 15 Nov", "to 3 Jan 2027"} <= set(drawn(rule, width=900).words)


def test_a_window_without_end_fades() -> None:
    svg = timeline_svg(planned(card()))
    bars = [line for line in svg.splitlines() if 'data-part="window"' in line]
    opacities = [float(line.split('stroke-opacity="')[1].split('"')[0]) for line in bars]
    assert opacities[:7] == sorted(opacities[:7], reverse=True)
    assert 7 == len(set(opacities))


def test_a_short_window_can_still_be_seen() -> None:
    rules = (
        card(closes=interview.ends + hours(1), opens=interview.ends, best=interview.ends),
        card(name="later", act="later", opens=interview.ends + days(19), best=interview.ends),
    )
    short = drawn(*rules, now=at("2026-11-24 11:30")).rows[0]
    [bar] = [shape for shape in short if shape.part == "window"]
    assert 3 == pytest.approx(bar.right - bar.left, abs=0.11)


def test_an_act_for_which_rules_leave_no_time_is_crossed_out() -> None:
    late = card(name="late", act="send-card", opens=interview.ends + days(2), best=interview.ends)
    soon = card(name="soon", act="send-card", closes=interview.ends + days(1))
    shown = drawn(late, soon)
    assert [["conflict"]] == [[shape.part for shape in row] for row in shown.rows]
    assert "No time for it: Send Priya Shah a card" in shown.words
    assert "no time for it" in shown.words


def test_only_actions_that_are_shown_and_have_a_date_have_a_row() -> None:
    rules = (
        card(),
        card(name="over", act="over", closes=interview.ends + hours(1)),
        card(name="undated", act="undated", opens=interview.left, best=interview.left),
        card(name="done", act="done", satisfied_by=interview.ends.happened),
    )
    drawn = planned(*rules)
    assert ["open"] == [
        action.status
        for action in drawn.actions
        if STATUSES[action.status].shown and action.window.opens
    ]
    assert 1 == len(picture(timeline_svg(drawn)).rows)


def test_every_status_that_is_shown_has_words() -> None:
    assert {status for status, meaning in STATUSES.items() if meaning.shown} == set(STATES)


def test_rows_are_grouped_by_application() -> None:
    two = [applied(meeting(), employer="Acme"), applied(meeting(), employer="Globex")]
    shown = drawn(*CV_LIBRARY, search=searching(*two))
    titles = [text.words for text in shown.texts if text.is_bold]
    assert {"Acme, Data engineer", "Globex, Data engineer", "The whole search"} == set(titles[1:])
    assert "Now: Tuesday 24 Nov, 12:00" == titles[0]
    assert "The application" in drawn(card()).words


def test_applications_without_a_name_are_told_apart_by_their_keys() -> None:
    two = [Application(key=key, interviews=[meeting()]) for key in ("A1", "B2")]
    titles = {text.words for text in drawn(card(), search=searching(*two)).texts if text.is_bold}
    assert {"The application (A1)", "The application (B2)"} < titles


def test_two_actions_with_one_text_are_told_apart_by_the_day_of_the_interview() -> None:
    met = [meeting(), meeting("2026-11-23 10:00", "2026-11-23 11:00")]
    shown = drawn(card(), search=searching(applied(*met)))
    assert {"24 Nov: Send Priya Shah a card", "23 Nov: Send Priya Shah a card"} <= {*shown.words}
    both = [card(text="Go"), card(name="other", act="other", text="Go")]
    assert 2 == drawn(*both).words.count("Go")


# -- axes -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ahead", "expected"),
    [(hours(12), 1), (hours(13), 2), (days(2), 3), (days(20), 21), (days(400), 21)],
    ids=["today", "until midnight", "a few days", "weeks", "beyond"],
)
def test_as_many_days_are_shown_as_hold_what_is_ahead(ahead: Any, expected: int) -> None:
    shown = drawn(card(closes=interview.ends + ahead))
    assert {str(day) for day in ((24 + n - 1) % 30 + 1 for n in range(expected))} == {
        text.words for text in shown.texts if text.words.isdecimal()
    }


@pytest.mark.parametrize(
    ("now", "first"),
    [("2026-11-25 02:59", "24"), ("2026-11-25 03:00", "25"), ("2026-11-25 03:01", "25")],
)
def test_a_picture_begins_with_the_day_of_three_hours_ago(now: str, first: str) -> None:
    shown = drawn(card(closes=interview.ends + days(20)), now=at(now))
    assert first == next(text for text in shown.words if text.isdecimal())


@pytest.mark.parametrize(
    ("width", "names"),
    [(320, "T"), (480, "Tu"), (1400, "Tue"), (4000, "Tuesday")],
)
def test_days_are_named_as_far_as_there_is_room(width: int, names: str) -> None:
    shown = drawn(card(closes=interview.ends + days(20)), width=width)
    assert names in shown.words


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (320, ["03:00", "06:00", "09:00", "12:00", "15:00", "18:00", "21:00"]),
        (900, [f"{hour:02}:00" for hour in range(2, 24, 2)]),
        (1800, [f"{hour:02}:00" for hour in range(1, 24)]),
    ],
)
def test_hours_are_told_as_far_as_there_is_room(width: int, expected: list[str]) -> None:
    shown = drawn(card(closes=interview.ends + hours(2)), width=width)
    assert expected == [text for text in shown.words if re.fullmatch(r"\d\d:00", text)]


def test_months_are_told_as_far_as_there_is_room() -> None:
    rule = card(closes=interview.ends + days(20))
    assert {"November 2026", "December 2026"} <= {*drawn(rule).words}
    late = drawn(card(closes=interview.ends + days(26)), now=at("2026-11-29 12:00"))
    assert {"Nov", "December 2026"} <= {*late.words}


def test_an_hour_that_clocks_repeat_has_two_places() -> None:
    night = meeting("2026-10-25 00:00", "2026-10-25 00:30")
    rule = card(closes=interview.ends + hours(5))
    shown = drawn(rule, now=at("2026-10-25 04:00"), search=night, width=1800)
    hours_told = [text for text in shown.texts if text.words in ("00:00", "01:00", "02:00")]
    assert ["01:00", "01:00", "02:00"] == [text.words for text in hours_told]
    one, other, two = (text.left for text in hours_told)
    assert other - one == pytest.approx(two - other, abs=0.2)


def test_an_hour_that_clocks_skip_has_no_place() -> None:
    night = meeting("2026-03-29 00:00", "2026-03-29 00:30")
    rule = card(closes=interview.ends + hours(5))
    shown = drawn(rule, now=at("2026-03-29 04:00"), search=night, width=1800)
    assert "01:00" not in shown.words
    assert "02:00" in shown.words


@pytest.mark.parametrize(
    ("first", "last"),
    [("2026-10-20", "2026-11-09"), ("2026-03-24", "2026-04-13")],
    ids=["clocks go back", "clocks go forward"],
)
def test_the_days_of_a_week_in_which_clocks_change_are_as_long_as_they_are(
    first: str, last: str
) -> None:
    met = meeting(f"{first} 10:00", f"{first} 11:00")
    rule = card(closes=interview.ends + days(20))
    shown = drawn(rule, now=at(f"{first} 12:00"), search=met, width=4000)
    numbers = [text for text in shown.texts if text.words.isdecimal()]
    middles = [(text.left + text.right) / 2 for text in numbers]
    steps = [after - before for before, after in pairwise(middles)]
    assert 21 == len(numbers)
    others = [number for number, step in enumerate(steps) if abs(step / steps[0] - 1) > 0.01]
    assert [4, 5] == others


def test_where_an_interviews_clocks_differ_its_application_has_an_axis_of_its_own() -> None:
    here, there = meeting(), meeting("2026-11-24 06:00", "2026-11-24 07:00", zone=NEW_YORK)
    search = searching(applied(here), applied(there, employer="Globex"))
    shown = drawn(*CV_LIBRARY, search=search)
    tops = {text.words: text.top for text in shown.texts}
    assert ["Times in London", "Times in New York"] == [
        text for text in shown.words if text.startswith("Times in ")
    ]
    assert tops["Globex, Data engineer"] < tops["Times in New York"]
    assert 1 == shown.words.count("Globex, Data engineer")


def test_the_days_of_another_zone_begin_when_they_do_there() -> None:
    met = meeting("2026-11-24 06:00", "2026-11-24 07:00", zone=NEW_YORK)
    rule = card(closes=interview.ends + hours(40))
    shown = drawn(rule, search=searching(applied(met)), width=2000)
    noons = [text for text in shown.texts if text.words == "12:00"]
    london, new_york = noons[0], noons[3]
    assert "12:00" == london.words == new_york.words
    assert timedelta(hours=5) == pytest.approx(
        moment(shown, new_york.left, 3) - moment(shown, london.left, 3), abs=timedelta(minutes=2)
    )


@pytest.mark.parametrize("zone", ["Europe/Lisbon", "Europe/Belfast", "Africa/Abidjan"])
def test_clocks_that_agree_need_no_other_axis(zone: str) -> None:
    met = meeting(zone=zone)
    assert ["Times in London"] == [
        text for text in drawn(card(), search=searching(applied(met))).words if "Times" in text
    ]


# -- what is behind the rows ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("waking", "expected"),
    [
        (WakingHours(), [("00:00", "07:00"), ("22:00", "00:00")]),
        (WakingHours(starts="10:00", ends="02:00"), [("02:00", "10:00")]),
        (WakingHours(starts="10:00", ends="10:00"), []),
    ],
    ids=["by day", "past midnight", "always"],
)
def test_nights_are_shaded_by_the_candidates_waking_hours(
    waking: WakingHours, expected: list[tuple[str, str]]
) -> None:
    search = searching(applied(meeting()), waking_hours=waking)
    svg = timeline_svg(planned(card(closes=interview.ends + hours(2)), search=search), width=1000)
    nights = [line for line in svg.splitlines() if 'data-part="night"' in line]
    assert (1 if expected else 0) == len(nights)
    left, right = 12 + 340 + 24, 1000 - 12 - 16
    share = (right - left) / 24
    for night in nights:
        for (asleep, awake), stretch in zip(expected, night.split("M")[1:], strict=True):
            begins, ends = int(asleep[:2]), int(awake[:2]) or 24
            assert stretch.startswith(f"{left + begins * share:.1f} ")
            assert f"H{left + ends * share:.1f}V" in stretch


def test_days_off_are_shaded_by_the_candidates_workdays() -> None:
    rule = card(closes=interview.ends + days(6))
    search = searching(applied(meeting()), workdays=Workdays(weekend=["Friday"]))
    shown = drawn(rule, search=search)
    [(left, right)] = shown.places("off")
    [friday] = [text for text in shown.texts if text.words == "27"]
    assert left < friday.left < friday.right < right


def test_the_line_at_now_goes_through_all_rows() -> None:
    svg = timeline_svg(planned(*CV_LIBRARY), width=900)
    [line] = [line for line in svg.splitlines() if 'data-part="now"' in line and "M" in line][:1]
    assert 1 == line.count("M")
    narrow = timeline_svg(planned(*CV_LIBRARY), width=480)
    [line] = [line for line in narrow.splitlines() if 'data-part="now"' in line][:1]
    assert len(picture(narrow).rows) == line.count("M")


def test_a_key_explains_what_is_in_the_picture_and_nothing_else() -> None:
    words = drawn(card(closes=interview.ends + hours(9))).words
    assert ["open", "best", "closes", "night", "day off"] == words[-5:]
    more = drawn(*CV_LIBRARY, search=meeting(interviewers=[tom()])).words
    assert {"open", "waiting", "best", "late", "closes", "no end"} <= {*more[-8:]}


# -- the whole ------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("rules", [RuleSet([]), CV_LIBRARY], ids=["no rules", "nothing dated"])
def test_an_empty_plan_says_that_there_is_nothing(rules: RuleSet, width: int) -> None:
    planned = plan(JobSearch(timezone=LONDON), now=NOW, rules=rules)
    shown = picture(timeline_svg(planned, width=width))
    assert "There is nothing with a date." in shown.words
    assert "There is nothing with a date." == shown.desc
    assert [[], [], []] == [shown.rows, shown.overlapping(), shown.outside()]


def test_a_picture_has_a_title_and_a_description_for_those_who_hear_it() -> None:
    met = meeting("2026-11-24 06:00", "2026-11-24 07:00", zone=NEW_YORK)
    rule = card(closes=interview.ends + hours(9))
    drawn = planned(rule, search=searching(applied(met)))
    shown = picture(timeline_svg(drawn))
    expected = "Timeline of 1 action, as of Tuesday 24 November 2026, 12:00 (Europe/London)"
    assert expected == shown.title
    assert (
        "Send Priya Shah a card (Priya Shah · Acme, Data engineer · 2026-11-24 06:00): "
        "opens Tuesday 24 November 2026, 12:00 (Tuesday, 07:00 in New York); "
        "best Tuesday 24 November 2026, 12:00 (Tuesday, 07:00 in New York); "
        "closes Tuesday 24 November 2026, 21:00 (Tuesday, 16:00 in New York). It is open."
    ) == shown.desc
    svg = timeline_svg(drawn)
    assert 'role="img"' in svg
    assert 2 == svg.count("<title>")
    assert "Timeline of 0 actions" in timeline_svg(planned())


def test_a_picture_has_one_colour_and_needs_nothing_from_outside() -> None:
    svg = timeline_svg(planned(*CV_LIBRARY))
    assert svg.isascii()
    for word in ("<style", "<script", "href", "url(", " id=", " class="):
        assert word not in svg
    colours = {part.split('"')[0] for part in svg.split('stroke="')[1:]}
    assert {"currentColor", "#ffffff"} == colours


def test_a_picture_is_the_same_each_time() -> None:
    search = searching(applied(meeting()))
    assert len({timeline_svg(planned(*CV_LIBRARY, search=search)) for _ in range(3)}) == 1


@pytest.mark.parametrize("width", [319, 10_001, 900.0, True, "900", None])
def test_a_width_that_is_none_is_refused(width: Any) -> None:
    with pytest.raises(InvalidInput, match="is not a whole number from 320 to 10000"):
        timeline_svg(planned(), width=width)


HOSTILE = (
    "</text><script>alert(1)</script>",
    "a & b ]]> <!-- \" ' &#0;",
    "\x00\x1b[31m\ud800\ufffe",
    "\u202eevil\u2066",
    "محمد عبد الرحمن",
    "دוד בן־גוריון",
    "田中太郎" * 30,
    "W" * 300,
    "🙂" * 60,
    "e\u0301\u0302" * 50,
)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_whatever_people_are_called_nothing_overlaps_and_nothing_is_cut(
    name: str, width: int
) -> None:
    who = [Person(name="Ada")]
    rules = [
        unchecked(card(), text=f"Tell {name.replace('{', '').replace('}', '')} of it"),
        unchecked(card(name="x", act="x", closes=interview.ends + days(300)), text=name),
    ]
    shown = drawn(*rules, search=applied(meeting(interviewers=who), employer="Acme"), width=width)
    assert 2 == len(shown.rows)
    assert [] == shown.overlapping()
    assert [] == shown.outside()
    assert [] == shown.covered()


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Draw a plan at, or shortly before or after, a moment at which something changes in it."""
    timetable = schedule(draw(strategies.job_searches()))
    changes = [moment for scheduled in timetable for moment in scheduled.window[:4] if moment]
    # Beyond what the library takes there is no now.
    changes = [moment for moment in changes if 1971 <= moment.year < 2199]
    change = draw(st.sampled_from(changes) if changes else strategies.moments())
    later = draw(st.sampled_from([-TICK, timedelta(), -timedelta(days=1), timedelta(days=5)]))
    return timetable.at(change.astimezone(UTC) + later)


@drawing
@given(plans(), st.sampled_from(WIDTHS))
def test_nothing_overlaps_and_all_is_inside_and_in_order(planned: Plan, width: int) -> None:
    shown = picture(timeline_svg(planned, width=width))
    assert [] == shown.overlapping()
    assert [] == shown.outside()
    assert [] == shown.covered()
    for row in shown.rows:
        assert all(0 <= shape.left <= shape.right <= width for shape in row)
        bars = [shape for shape in row if shape.part in ("window", "waiting", "late")]
        ends = {shape.part: shape.left for shape in row if shape not in bars}
        places = [
            ends.get("opens"),
            *[place for bar in bars for place in (bar.left, bar.right)],
            ends.get("closes"),
        ]
        known = [place for place in places if place is not None]
        assert known == sorted(known)
        if "best" in ends:
            assert min(known) <= ends["best"] <= max(known)
