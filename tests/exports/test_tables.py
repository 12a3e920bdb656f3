"""Plans as rows: one an action, always with the same columns, moments in the candidate's zone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given

from builders import LONDON, NEW_YORK, TICK, applied, at, card, did, meeting, priya, searching
from drawing import drawing
from interview_followup import (
    Application,
    Interview,
    JobSearch,
    Person,
    Plan,
    RuleSet,
    forecast,
    plan,
    strategies,
    to_dict,
)
from interview_followup.exports.tables import COLUMNS, MOMENTS, action_rows
from interview_followup.language import interview

NOON = at("2026-11-24 12:00")
OF_LONDON = ZoneInfo(LONDON)


def row(
    search: JobSearch | Application | Interview, act: str, *, now: datetime = NOON, **more: Any
) -> dict[str, Any]:
    """Return the one row on an act."""
    [only] = [row for row in action_rows(plan(search, now=now, **more)) if row["act"] == act]
    return only


def test_a_row_says_what_its_action_says() -> None:
    search = searching(
        applied(meeting(interviewers=[priya(key="p1")], key="i1"), key="a1"), key="s1"
    )
    [action] = [action for action in plan(search, now=NOON).actions if action.act == "thank-you"]
    expected = {
        "uid": str(action.uid),
        "act": "thank-you",
        "employer": "Acme",
        "role": "Data engineer",
        "interview": at("2026-11-24 10:00"),
        "person": "Priya Shah",
        "search_key": "s1",
        "application_key": "a1",
        "interview_key": "i1",
        "person_key": "p1",
        "status": "open",
        "opens": at("2026-11-24 11:00"),
        "best": at("2026-11-24 14:00"),
        "due": at("2026-11-24 18:00"),
        "closes": at("2026-11-26 11:00"),
        "until": at("2026-11-24 18:00"),
        "at": None,
        "timezone": LONDON,
        "channel": "email",
        "to": "priya@acme.example",
        "text": action.text,
        "why": action.why,
        "hindrance": None,
    }
    assert expected == row(search, "thank-you")


def test_what_an_act_is_not_about_is_none() -> None:
    search = searching(applied(meeting(key="i1"), key="a1"), key="s1")
    about = ("search_key", "employer", "role", "application_key", "interview", "interview_key")
    of_search, of_application = row(search, "keep-looking"), row(search, "chase")
    assert ["s1", None, None, None, None, None] == [of_search[name] for name in about]
    assert ["s1", "Acme", "Data engineer", "a1", None, None] == [
        of_application[name] for name in about
    ]
    assert at("2026-11-24 10:00") == row(search, "debrief")["interview"]
    assert {None} == {row(search, "debrief")[name] for name in ("person", "person_key")}


def test_a_row_has_what_hinders_the_candidate() -> None:
    other = applied(meeting("2026-11-24 13:30", "2026-11-24 14:30"), employer="Globex")
    search = searching(applied(meeting()), other)
    [thanks] = [
        row
        for row in action_rows(plan(search, now=NOON))
        if row["act"] == "thank-you" and row["employer"] == "Acme"
    ]
    assert thanks["hindrance"].startswith("The best moment is while you are in an ")


def test_every_action_has_a_row_in_the_order_of_the_plan() -> None:
    search = searching(applied(meeting(done=[did("debrief", "2026-11-24 11:30")])))
    planned = plan(search, now=NOON)
    assert [str(action.uid) for action in planned.actions] == [
        row["uid"] for row in action_rows(planned)
    ]
    assert {"done", "open", "early"} <= {row["status"] for row in action_rows(planned)}


def test_columns_are_always_the_same() -> None:
    planned = plan(searching(applied(meeting()), applied(employer="Globex")), now=NOON)
    assert {COLUMNS} == {tuple(row) for row in action_rows(planned)}
    assert {*MOMENTS} < {*COLUMNS}


def test_a_plan_without_actions_has_no_rows() -> None:
    assert [] == action_rows(plan(searching(), now=NOON, rules=RuleSet([])))


def test_moments_are_those_of_the_action_exactly() -> None:
    planned = plan(searching(applied(meeting()), zone=NEW_YORK), now=NOON)
    for action, row in zip(planned.actions, action_rows(planned), strict=True):
        window = action.window
        instants = (window.opens, window.best, window.due, window.closes, action.until_utc)
        assert instants == tuple(row[name] and row[name].astimezone(UTC) for name in MOMENTS[1:-1])


@pytest.mark.parametrize("zone", [LONDON, NEW_YORK, "Asia/Kathmandu", "Etc/UTC"])
def test_every_moment_is_of_the_standard_library_in_the_zone_of_the_candidate(zone: str) -> None:
    planned = forecast(searching(applied(meeting()), zone=zone), now=NOON, horizon=at("2026-12-24"))
    moments = [row[name] for row in action_rows(planned) for name in MOMENTS if row[name]]
    assert {datetime} == {type(moment) for moment in moments}
    assert {ZoneInfo(zone)} == {moment.tzinfo for moment in moments}
    assert {zone} == {row["timezone"] for row in action_rows(planned)}


def test_the_rest_is_text_or_none() -> None:
    rows = action_rows(plan(searching(applied(meeting())), now=NOON))
    rest = [row[name] for row in rows for name in COLUMNS if name not in MOMENTS]
    assert {str, type(None)} == {type(value) for value in rest}


@pytest.mark.parametrize(
    ("ends", "fold", "offset"),
    [
        (datetime(2026, 10, 25, 1, tzinfo=UTC) - TICK, 0, 1),
        (datetime(2026, 10, 25, 1, tzinfo=UTC), 1, 0),
        (datetime(2026, 10, 25, 1, tzinfo=UTC) + TICK, 1, 0),
    ],
)
def test_both_readings_of_a_repeated_hour_stay_apart(
    ends: datetime, fold: int, offset: int
) -> None:
    rule = RuleSet([card(opens=interview.ends, best=interview.ends)])
    met = Interview(
        starts=ends - timedelta(hours=1),
        ends=ends,
        timezone=LONDON,
        interviewers=[priya()],
    )
    best = row(searching(applied(met)), "send-card", now=ends, rules=rule)["best"]
    assert (fold, timedelta(hours=offset)) == (best.fold, best.utcoffset())
    assert ends == best.astimezone(UTC)


def test_where_only_the_day_is_known_the_interview_is_at_its_first_moment() -> None:
    day = Interview(starts=date(2026, 11, 24), timezone=NEW_YORK, interviewers=[])
    starts = row(searching(applied(day)), "debrief")["interview"]
    assert (at("2026-11-24 05:00"), OF_LONDON) == (starts, starts.tzinfo)


def test_a_forecast_says_when_each_act_is_done() -> None:
    path = forecast(searching(applied(meeting())), now=NOON, horizon=at("2026-12-24"))
    assert [action.at_utc for action in path.actions] == [
        row["at"].astimezone(UTC) for row in action_rows(path)
    ]


@drawing
@given(strategies.job_searches(), strategies.moments())
def test_rows_say_what_the_json_says(search: JobSearch, now: datetime) -> None:
    planned = plan(search, now=now)
    rows = {row["uid"]: row for row in action_rows(planned)}
    for action in to_dict(planned)["actions"]:
        row = rows[action["uid"]]
        known: dict[str, Any] = {**action}
        same = ("act", "person", "status", "timezone", "channel", "to", "text", "why")
        assert [known[name] for name in same] == [row[name] for name in same]
        for name in ("opens", "best", "due", "closes", "until"):
            instant = known[name] and datetime.fromisoformat(known[name]).astimezone(UTC)
            assert instant == (row[name] and row[name].astimezone(UTC))


# -- the frames -----------------------------------------------------------------------------------

FIRST_READING, SECOND_READING = (datetime(2026, 10, 25, hour, 30, tzinfo=UTC) for hour in (0, 1))


def changing() -> Plan:
    """Return a plan with moments in summer and winter, and in both readings of an hour."""
    met = [
        Interview(starts=start, minutes=60, timezone=LONDON, interviewers=[Person(name="Ada")])
        for start in (FIRST_READING, SECOND_READING)
    ]
    return plan(searching(applied(*met)), now=SECOND_READING)


def in_utc(rows: list[dict[str, Any]], name: str) -> list[datetime | None]:
    return [row[name] and row[name].astimezone(UTC) for row in rows]


def as_pandas(rows: list[dict[str, Any]]) -> Callable[[str], list[datetime | None]]:
    pandas: Any = pytest.importorskip("pandas", reason="pandas is not installed (extra: tables)")
    frame = pandas.DataFrame(rows, columns=COLUMNS)

    def column(name: str) -> list[datetime | None]:
        return [None if pandas.isna(moment) else moment.to_pydatetime() for moment in frame[name]]

    return column


def as_polars(rows: list[dict[str, Any]]) -> Callable[[str], list[datetime | None]]:
    polars: Any = pytest.importorskip("polars", reason="polars is not installed (extra: tables)")
    frame = polars.DataFrame(rows, infer_schema_length=None)

    def column(name: str) -> list[datetime | None]:
        moments: list[datetime | None] = frame[name].to_list()
        return moments

    return column


def as_duckdb(rows: list[dict[str, Any]]) -> Callable[[str], list[datetime | None]]:
    pandas: Any = pytest.importorskip("pandas", reason="pandas is not installed (extra: tables)")
    duckdb: Any = pytest.importorskip("duckdb", reason="DuckDB is not installed (extra: tables)")
    connection = duckdb.connect()
    connection.register("actions", pandas.DataFrame(rows, columns=COLUMNS))

    def column(name: str) -> list[datetime | None]:
        return [moment for (moment,) in connection.sql(f'SELECT "{name}" FROM actions').fetchall()]

    return column


@pytest.mark.parametrize("frame", [as_pandas, as_polars, as_duckdb])
@pytest.mark.parametrize("name", ["interview", "opens", "best", "closes", "until"])
def test_a_frame_keeps_every_moment(
    frame: Callable[[list[dict[str, Any]]], Callable[[str], list[datetime | None]]], name: str
) -> None:
    rows = action_rows(changing())
    column = frame(rows)(name)
    assert in_utc(rows, name) == [moment and moment.astimezone(UTC) for moment in column]
    assert {FIRST_READING, SECOND_READING} <= {*in_utc(rows, "interview")}


def test_pandas_and_polars_keep_the_zone() -> None:
    pandas: Any = pytest.importorskip("pandas", reason="pandas is not installed (extra: tables)")
    polars: Any = pytest.importorskip("polars", reason="polars is not installed (extra: tables)")
    rows = action_rows(changing())
    assert LONDON == str(pandas.DataFrame(rows)["best"].dt.tz)
    assert LONDON == polars.DataFrame(rows, infer_schema_length=None)["best"].dtype.time_zone


def test_a_plan_without_actions_has_the_columns_in_a_frame() -> None:
    pandas: Any = pytest.importorskip("pandas", reason="pandas is not installed (extra: tables)")
    polars: Any = pytest.importorskip("polars", reason="polars is not installed (extra: tables)")
    assert [*COLUMNS] == [*pandas.DataFrame([], columns=COLUMNS)]
    assert [*COLUMNS] == polars.DataFrame([], schema=COLUMNS).columns
