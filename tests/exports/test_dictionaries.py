"""Dictionaries: what is in them is JSON, and searches come back from it."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time
from enum import IntEnum
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import attrs
import pendulum
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import LONDON, NEW_YORK, NO_KEYS, TICK, applied, at, card, meeting, priya, searching
from drawing import drawing
from interview_followup import (
    CV_LIBRARY,
    Application,
    AskedQuestion,
    Done,
    FollowUp,
    Interview,
    InvalidInput,
    JobSearch,
    Offer,
    Person,
    Promise,
    SetAside,
    WakingHours,
    Workdays,
    check,
    explain,
    forecast,
    plan,
    read_search,
    search_from_dict,
    strategies,
    to_dict,
)
from interview_followup._errors import shown
from interview_followup.exports import dictionaries
from interview_followup.exports.dictionaries import ApplicationNames

EXAMPLES = Path(__file__).parents[2] / "examples"
NOON = at("2026-11-24 12:00")
DAY = date(2026, 12, 4)


WRITTEN = {
    Application: dictionaries.ApplicationDict,
    AskedQuestion: dictionaries.AskedQuestionDict,
    Done: dictionaries.DoneDict,
    FollowUp: dictionaries.FollowUpDict,
    Interview: dictionaries.InterviewDict,
    JobSearch: dictionaries.SearchDict,
    Offer: dictionaries.OfferDict,
    Person: dictionaries.PersonDict,
    Promise: dictionaries.PromiseDict,
    SetAside: dictionaries.SetAsideDict,
    WakingHours: dictionaries.WakingHoursDict,
    Workdays: dictionaries.WorkdaysDict,
}


@pytest.mark.parametrize("cls", WRITTEN)
def test_what_a_search_can_say_has_a_type(cls: type) -> None:
    names = {field.name for field in attrs.fields(cls) if field.init}
    untyped = names - WRITTEN[cls].__annotations__.keys()
    assert set() == untyped, "Add the key to exports/dictionaries/_search_types.py"


def sent(value: Any) -> Any:
    """Return the dictionary of a value as it is after a trip through JSON."""
    dictionary = to_dict(value)
    assert_is_json(dictionary)
    return json.loads(json.dumps(dictionary, allow_nan=False))


def assert_is_json(value: object) -> None:
    """Assert that a value is of just the classes that JSON has."""
    if type(value) is dict:
        assert {str} >= set(map(type, value))
        value = list(value.values())
    if type(value) is list:
        for member in value:
            assert_is_json(member)
    else:
        assert type(value) in (str, int, float, bool, type(None))


def back(search: JobSearch, **more: Any) -> JobSearch:
    return search_from_dict(sent(search), **more)


# -- searches -------------------------------------------------------------------------------------


@drawing
@given(strategies.job_searches())
def test_a_search_comes_back(search: JobSearch) -> None:
    assert search == back(search)


@drawing
@given(st.data())
def test_a_search_with_facts_comes_back_under_its_rules(data: st.DataObject) -> None:
    rules = data.draw(strategies.rule_sets())
    search = data.draw(strategies.job_searches(rules=rules))
    assert search == back(search, rules=rules)


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.toml")), ids=lambda path: path.stem)
def test_an_example_comes_back(path: Path) -> None:
    search = read_search(path)
    assert search == back(search)


@pytest.mark.parametrize("fold", [0, 1], ids=["the first 01:30", "the second"])
@pytest.mark.parametrize("micro", [0, 1, 999_999])
def test_both_folds_come_back_to_the_microsecond(fold: int, micro: int) -> None:
    starts = datetime(2026, 10, 25, 1, 30, 0, micro, tzinfo=ZoneInfo(LONDON), fold=fold)
    search = searching(applied(Interview(starts=starts), heard=starts), zone=NEW_YORK)
    [application] = sent(search)["applications"]
    offset = "+00:00" if fold else "+01:00"
    clock = f"01:30:00.{micro:06}" if micro else "01:30:00"
    assert f"2026-10-25T{clock}{offset}" == application["interviews"][0]["starts"]
    assert search == back(search)


def test_the_times_of_an_interview_are_in_its_zone_and_others_in_the_search_s() -> None:
    met = meeting("2026-11-24 10:00", "2026-11-24 11:00", NEW_YORK)
    search = searching(applied(met, heard=at("2026-11-24 17:00")))
    [application] = sent(search)["applications"]
    assert "2026-11-24T10:00:00-05:00" == application["interviews"][0]["starts"]
    assert "2026-11-24T17:00:00+00:00" == application["heard"]


def test_an_offset_of_seconds_is_written_in_utc() -> None:
    starts = datetime(1971, 6, 1, 12, tzinfo=ZoneInfo("Africa/Monrovia"))
    search = searching(applied(Interview(starts=starts)), zone="Africa/Monrovia")
    [application] = sent(search)["applications"]
    assert "1971-06-01T12:44:30+00:00" == application["interviews"][0]["starts"]
    assert search == back(search)


class Moment(datetime):
    """A datetime of somebody's own."""


@pytest.mark.parametrize(
    "starts",
    [
        Moment(2026, 11, 24, 10, tzinfo=ZoneInfo(LONDON)),
        pendulum.datetime(2026, 11, 24, 10, tz=LONDON),
        pendulum.datetime(2026, 10, 25, 1, 30, tz=LONDON, fold=1),
    ],
)
def test_a_search_of_other_datetimes_comes_back(starts: datetime) -> None:
    search = searching(applied(Interview(starts=starts)))
    assert search == back(search)


def test_what_is_not_a_time_comes_back() -> None:
    search = searching(
        applied(
            Interview(starts=DAY, ends=DAY, timezone=NEW_YORK, interviewers=[], notes="a\n\tb"),
            promise=Promise(within="5 working days", made=DAY),
            workdays=Workdays(weekend=[], holidays=[DAY, date(2026, 12, 3)]),
            done=[Done(act="chase", at=DAY)],
        ),
        workdays="FR",
        waking_hours=WakingHours(starts=time(14, 0, 0, 1), ends=time(6)),
        key=7,
    )
    document = sent(search)
    assert ["2026-12-03", "2026-12-04"] == document["applications"][0]["workdays"]["holidays"]
    assert "5 working days" == document["applications"][0]["promise"]["within"]
    assert [] == document["applications"][0]["interviews"][0]["interviewers"]
    assert "7" == document["key"]
    assert search == back(search)


class Level(IntEnum):
    SENIOR = 3


class Pay(float):
    """A number of somebody's own."""


def test_facts_come_back_as_what_they_are() -> None:
    facts = {
        "day": DAY,
        "moment": at("2026-10-25 01:30"),
        "text": "2026-12-04",
        "whole": 10**15,
        "level": Level.SENIOR,
        "pay": Pay(0.1),
        "keen": True,
    }
    search = searching(applied(meeting(zone=NEW_YORK, facts=facts), facts=facts), facts=facts)
    document = sent(search)
    assert {
        "day": {"at": "2026-12-04"},
        "moment": {"at": "2026-10-25T01:30:00+01:00"},
        "text": "2026-12-04",
        "whole": 10**15,
        "level": 3,
        "pay": 0.1,
        "keen": True,
    } == document["facts"]
    assert (
        "2026-10-24T20:30:00-04:00"
        == (document["applications"][0]["interviews"][0]["facts"]["moment"]["at"])
    )
    assert search == back(search, unknown="keep")


@pytest.mark.parametrize("value", [applied(meeting()), meeting()], ids=["application", "interview"])
def test_what_a_search_can_be_made_of_is_one(value: Application | Interview) -> None:
    [application] = to_dict(value)["applications"] or []
    assert ["2026-11-24T10:00:00+00:00"] == [
        interview["starts"] for interview in application["interviews"] or []
    ]


@pytest.mark.parametrize("number", [1, 1.0, None, ""])
def test_a_dictionary_of_this_format_or_of_none_is_read(number: Any) -> None:
    assert JobSearch(timezone=LONDON) == search_from_dict({"format": number, "timezone": LONDON})


@pytest.mark.parametrize("number", [0, 2, 1.5, True, "1", [1], 10**5000], ids=shown)
def test_a_dictionary_of_another_format_is_refused_beside_what_else_is_wrong(number: Any) -> None:
    with pytest.raises(InvalidInput) as caught:
        search_from_dict({"format": number, "timezone": "London"})
    assert ["format", "timezone"] == [problem.place for problem in caught.value.problems]
    with pytest.raises(InvalidInput, match="is not a format that this version reads; give 1"):
        search_from_dict({"format": number, "timezone": LONDON})


# -- answers --------------------------------------------------------------------------------------


def keyed() -> JobSearch:
    met = meeting(interviewers=[priya(key="p1"), Person(name="Tom Reed")], key="i1")
    return searching(applied(met, key="a1"), key="s1")


@drawing
@given(strategies.job_searches(), strategies.moments())
def test_answers_are_json(search: JobSearch, now: datetime) -> None:
    planned = plan(search, now=now)
    assert_is_json(to_dict(planned))
    assert 1 == to_dict(planned)["format"]
    for action in planned.actions[:3]:
        explanation = explain(search, action, now=now)
        assert_is_json(to_dict(explanation))
        assert_is_json(to_dict(explanation.verdict))


def test_a_subject_has_the_keys_of_the_host() -> None:
    document = to_dict(plan(keyed(), now=NOON))
    keys = {(action["act"], action["person"]): action["keys"] for action in document["actions"]}
    whole = {"search": "s1", "application": "a1", "interview": "i1", "person": "p1"}
    assert whole == keys["thank-you", "Priya Shah"]
    assert whole | {"person": None} == keys["thank-you", "Tom Reed"]
    assert whole | {"person": None} == keys["debrief", None]
    assert NO_KEYS | {"search": "s1", "application": "a1"} == keys["chase", None]
    assert NO_KEYS | {"search": "s1"} == keys["keep-looking", None]
    assert {"s1"} == {
        advice["keys"]["search"] for advice in (*document["cautions"], *document["questions"])
    }
    assert "a1" == to_dict(check(keyed(), "chase", at=NOON))["keys"]["application"]


def test_a_plan_says_its_zone_and_its_times_are_in_it() -> None:
    search = searching(applied(meeting()), zone="Asia/Kathmandu")
    document = to_dict(plan(search, now=NOON))
    assert ("2026-11-24T17:45:00+05:45", "Asia/Kathmandu") == (
        document["now"],
        document["timezone"],
    )
    assert {"+05:45"} == {action["opens"][-6:] for action in document["actions"] if action["opens"]}


def title(names: ApplicationNames | None) -> str:
    return f"{names['employer']}, {names['role']}" if names else ""


def test_a_part_of_a_plan_and_a_forecast_are_plans() -> None:
    search = searching(applied(meeting()), applied(employer="Globex"))
    part = to_dict(plan(search, now=NOON).of("Acme"))
    assert ["Acme, Data engineer"] == [
        *{title(action["application"]) for action in part["actions"]}
    ]
    ahead = to_dict(forecast(search, now=NOON, horizon=NOON + 5000 * TICK))
    assert ["debrief"] == [action["act"] for action in ahead["actions"]]
    assert ["2026-11-24T12:00:00+00:00"] == [action["at"] for action in ahead["actions"]]
    assert [True] == [
        "at" not in action for action in to_dict(plan(search, now=NOON))["actions"][:1]
    ]


def test_a_moment_outside_any_whole_offset_is_in_utc() -> None:
    zone = ZoneInfo("Africa/Monrovia")
    search = searching(
        applied(Interview(starts=datetime(1971, 6, 1, 12, tzinfo=zone))), zone=zone.key
    )
    document = to_dict(plan(search, now=datetime(1971, 6, 1, tzinfo=UTC)))
    assert "1971-06-01T00:00:00+00:00" == document["now"]


def test_a_rule_set_has_its_rules_in_their_order() -> None:
    document = sent(CV_LIBRARY)
    assert ["format", "rules"] == list(document)
    assert [rule.name for rule in CV_LIBRARY] == [rule["name"] for rule in document["rules"]]


@pytest.mark.parametrize(
    "value",
    [None, {}, "plan", 5, card(), plan],
    ids=["nothing", "a dictionary", "a text", "a number", "a rule", "a function"],
)
def test_what_has_no_dictionary_is_refused(value: Any) -> None:
    with pytest.raises(InvalidInput, match=r"value: .* has no dictionary; give a search, a plan"):
        to_dict(value)
