"""Searches as documents: what is written is read back, and looks as people write it."""

from __future__ import annotations

import json
import sys
import tomllib
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from builders import LONDON, applied, at, did, meeting, priya, searching
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
    Rule,
    RuleSet,
    SetAside,
    WakingHours,
    Workdays,
    read_search,
    search_from_dict,
)
from interview_followup.exports.document import search_document, search_json, search_toml
from interview_followup.language import (
    Detail,
    Period,
    condition_fact,
    days,
    detail_fact,
    hours,
    minutes,
    moment_fact,
    working_days,
)

EXAMPLES = Path(__file__).parents[2] / "examples"


def both_ways(search: JobSearch, rules: RuleSet = CV_LIBRARY) -> tuple[JobSearch, JobSearch]:
    """Return a search, written and read back as TOML and as JSON."""
    toml, json_ = tomllib.loads(search_toml(search)), json.loads(search_json(search))
    return search_from_dict(toml, rules=rules), search_from_dict(json_, rules=rules)


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.toml")), ids=lambda path: path.stem)
def test_an_example_is_read_back(path: Path) -> None:
    search = read_search(path)
    assert (search, search) == both_ways(search)


def test_all_that_a_search_can_say_is_read_back() -> None:
    interview = meeting(
        medium="in-person",
        left=at("2026-11-24 11:20"),
        questions=[AskedQuestion(text="Why?", tricky=True)],
        done=[did("thank-you", "2026-11-24 14:20:00.000001", "Priya Shah")],
        set_aside=[
            SetAside(act="connect", to="Priya Shah"),
            SetAside(act="debrief", until=at("2026-11-25 09:00")),
        ],
        notes="Third floor\r\nleft door",
        key="i1",
    )
    application = applied(
        interview,
        recruiter=priya(key="p1", phone="020 7946 0000", notes="Calls\nat noon"),
        preferred=True,
        notes="Near the river\n\tand the station",
        follow_up=FollowUp(channel="email", to="jobs@acme.example"),
        promise=Promise(by=date(2026, 12, 4), channel="email"),
        offer=Offer(received=at("2026-11-25 09:00"), reply_by=at("2026-12-01 17:00")),
        heard=at("2026-11-25 09:00"),
        outcome="declined",
        signed=at("2026-12-01 09:00"),
        workdays=Workdays(weekend=(), holidays=[date(2026, 12, 25)]),
        done=[did("chase", "2026-12-07 09:00")],
        set_aside=[SetAside(act="chase", until=at("2026-12-08 09:00:00.000001"))],
        key="a1",
    )
    search = searching(
        application,
        workdays=Workdays(weekend=["Friday", "Saturday"]),
        waking_hours=WakingHours(starts=time(14), ends=time(6, 30, 15)),
        done=[did("keep-looking", "2026-12-01 09:00")],
        set_aside=[SetAside(act="keep-looking")],
        notes="Two a week,\nno more",
        key="s1",
    )
    assert (search, search) == both_ways(search)


DAY = date(2026, 12, 4)
KNOWN_TO_THE_DAY: dict[str, Application] = {
    "starts": applied(Interview(starts=DAY, timezone="Asia/Tokyo")),
    "starts and ends": applied(Interview(starts=DAY, ends=DAY, timezone="Asia/Tokyo")),
    "starts, until a moment": applied(Interview(starts=DAY, ends=at("2026-12-04 11:00"))),
    "ends and left": applied(Interview(starts=at("2026-12-04 10:00"), ends=DAY, left=DAY)),
    "heard and signed": applied(heard=DAY, signed=DAY),
    "an offer": applied(offer=Offer(received=DAY, reply_by=DAY)),
    "a promise": applied(promise=Promise(by=DAY)),
    "a promise made": applied(promise=Promise(within=days(2), made=DAY)),
    "acts": applied(
        meeting(
            done=[Done(act="thank-you", at=DAY, to="Priya Shah"), Done(act="debrief", at=DAY)],
            set_aside=[SetAside(act="debrief", until=DAY)],
        ),
        done=[Done(act="chase", at=DAY)],
        set_aside=[SetAside(act="chase", until=DAY)],
    ),
}


@pytest.mark.parametrize("application", KNOWN_TO_THE_DAY.values(), ids=KNOWN_TO_THE_DAY)
def test_a_day_is_written_and_read_back_as_a_day(application: Application) -> None:
    search = searching(
        application,
        done=[Done(act="keep-looking", at=DAY)],
        set_aside=[SetAside(act="keep-looking", until=DAY)],
    )
    assert (search, search) == both_ways(search)


def test_a_day_is_written_as_people_write_it() -> None:
    search = searching(
        applied(Interview(starts=DAY, timezone="Asia/Tokyo"), heard=DAY), zone="Asia/Tokyo"
    )
    assert "starts = 2026-12-04\n" in search_toml(search)
    assert "heard = 2026-12-04\n" in search_toml(search)
    assert '"starts": "2026-12-04",' in search_json(search)


def test_a_midnight_is_no_day() -> None:
    search = searching(applied(heard=at("2026-12-04 00:00")))
    assert (search, search) == both_ways(search)
    assert "heard = 2026-12-04T00:00:00" in search_toml(search)


@pytest.mark.parametrize("interviewers", [None, (), [Person(name="Ana")]], ids=str)
def test_that_nobody_was_met_is_told_from_that_nobody_knows_who(interviewers: Any) -> None:
    search = searching(applied(meeting(interviewers=interviewers)))
    [written] = search_document(search)["applications"][0]["interviews"]
    assert (interviewers is not None) == ("interviewers" in written)
    assert (search, search) == both_ways(search)


@pytest.mark.parametrize("not_held", ["cancelled", "no-show"])
def test_an_interview_that_was_not_held_is_read_back(not_held: Any) -> None:
    search = searching(applied(meeting(not_held=not_held)))
    assert (search, search) == both_ways(search)


@pytest.mark.parametrize("outcome", ["no-answer", "closed"])
def test_an_application_that_came_to_nothing_is_read_back(outcome: Any) -> None:
    search = searching(applied(outcome=outcome, offer=Offer()))
    assert (search, search) == both_ways(search)


def test_a_key_that_is_a_whole_number_is_written_as_its_text() -> None:
    ana = Person(name="Ana", key=3)
    done = [Done(act="thank-you", at=DAY, to=3)]
    search = searching(applied(meeting(interviewers=[ana], done=done, key=2), key=1), key=0)
    document = search_document(search)
    [application] = document["applications"]
    [interview] = application["interviews"]
    assert ("0", "1", "2", "3", "3") == (
        document["key"],
        application["key"],
        interview["key"],
        interview["interviewers"][0]["key"],
        interview["done"][0]["to"],
    )
    assert (search, search) == both_ways(search)


def test_a_search_that_says_nothing_is_one_line() -> None:
    assert 'timezone = "Europe/London"\n' == search_toml(searching())


def test_times_are_local_to_the_interview_or_to_the_search() -> None:
    meeting_ = meeting("2026-11-24 10:00", "2026-11-24 11:00", zone="America/New_York")
    search = searching(applied(meeting_, heard=at("2026-11-24 18:00")))
    [application] = search_document(search)["applications"]
    [interview] = application["interviews"]
    assert "2026-11-24T10:00:00" == interview["starts"].isoformat()
    assert "2026-11-24T18:00:00" == application["heard"].isoformat()


@pytest.mark.parametrize("fold", [0, 1], ids=["first reading", "second reading"])
def test_a_repeated_time_is_read_back_as_the_reading_that_it_was(fold: int) -> None:
    ends = at("2026-10-25 01:30").replace(fold=fold)
    interview = Interview(starts=at("2026-10-25 00:30"), ends=ends)
    search = searching(applied(interview, heard=ends))
    assert (search, search) == both_ways(search)
    assert f"ends = 2026-10-25T01:30:00{['+01:00', 'Z'][fold]}" in search_toml(search)


def test_working_days_that_are_ours_are_told_from_those_that_nobody_gave() -> None:
    search = searching(applied(workdays=Workdays()))
    assert (search, search) == both_ways(search)
    assert search != evolve(search, applications=[applied()])


@pytest.mark.parametrize(
    ("workdays", "expected"),
    [
        (Workdays(region="GB-ENG"), {"region": "GB-ENG"}),
        (Workdays(region="IL", weekend=["Saturday", "Friday"]), {"region": "IL"}),
        (Workdays(region="IL", weekend=["Friday"]), {"region": "IL", "weekend": ["Friday"]}),
        (
            Workdays(region="GB-ENG", holidays=[date(2026, 12, 24)]),
            {"region": "GB-ENG", "holidays": [date(2026, 12, 24)]},
        ),
    ],
    ids=str,
)
def test_of_a_region_only_what_differs_is_written(
    workdays: Workdays, expected: dict[str, object]
) -> None:
    search = searching(applied(workdays=workdays), workdays=workdays)
    assert expected == search_document(search)["workdays"]
    assert (search, search) == both_ways(search)


@pytest.mark.parametrize(
    ("waking_hours", "expected"),
    [
        (WakingHours(), None),
        (WakingHours(starts=time(6)), {"starts": time(6)}),
        (WakingHours(ends=time(0)), {"ends": time(0)}),
    ],
    ids=str,
)
def test_of_waking_hours_only_what_differs_from_ours_is_written(
    waking_hours: WakingHours, expected: dict[str, time] | None
) -> None:
    search = searching(waking_hours=waking_hours)
    assert expected == search_document(search).get("waking_hours")
    assert (search, search) == both_ways(search)


DATE, MOMENT = date(2026, 11, 24), at("2026-11-24 15:30")


@pytest.mark.parametrize(
    ("within", "made", "text"),
    [
        (working_days(5), DATE, "5 working days"),
        (working_days(1), MOMENT, "1 working day"),
        (days(0), DATE, "0 days"),
        (days(1), MOMENT, "1 day"),
        (hours(1), MOMENT, "1 hour"),
        (minutes(90), MOMENT, "90 minutes"),
    ],
    ids=str,
)
def test_a_period_is_written_as_its_text(within: Period, made: date, text: str) -> None:
    search = searching(applied(meeting(), promise=Promise(within=within, made=made)))
    [written] = search_document(search)["applications"]
    assert text == written["promise"]["within"]
    assert (search, search) == both_ways(search)


DUE = moment_fact("application.task_due", "the task's due date")
PAID = condition_fact("application.paid", "the task is paid")
TOPIC: Detail[object] = detail_fact("application.topic", "the topic")
ROOM = moment_fact("interview.room_from", "the moment from which the room is yours")
AWAY = moment_fact("person.away_from", "the day on which they leave")
BACK = moment_fact("search.back_on", "the day on which you are back")


def asking(*facts: Any) -> RuleSet:
    """Return rules that ask for some facts of a search, one each."""
    return RuleSet(
        Rule(
            name=f"ask-{index}",
            per=fact.per,
            given=fact if fact is PAID else fact.happened,
            opens=BACK,
            text="Do it",
            why="So.",
        )
        for index, fact in enumerate(facts)
    )


ASKING = asking(DUE, PAID, TOPIC, ROOM, AWAY, BACK)


@pytest.mark.parametrize("topic", ["Tax", "2026-12-01", "2026-12-01T10:00", 3, -1, 0.5, True])
@pytest.mark.parametrize("due", [date(2026, 12, 1), at("2026-12-01 17:00", "Asia/Tokyo")], ids=str)
def test_facts_are_read_back_by_the_rules_that_ask_for_them(due: date, topic: object) -> None:
    person = priya(facts={"away_from": at("2026-10-25 01:30").replace(fold=1)})
    met = meeting(
        zone="America/New_York", interviewers=[person], facts={"room_from": at("2026-11-24 14:00")}
    )
    job = applied(met, facts={"task_due": due, "paid": False, "topic": topic})
    search = searching(job, facts={"back_on": date(2026, 12, 1)})
    assert {"task_due", "paid", "topic"} == search_document(search)["applications"][0][
        "facts"
    ].keys()
    assert (search, search) == both_ways(search, ASKING)


def test_facts_are_written_local_to_where_they_stand() -> None:
    noon = at("2026-11-24 12:00")
    person = priya(facts={"away_from": noon})
    met = meeting(zone="America/New_York", interviewers=[person], facts={"room_from": noon})
    document = search_document(searching(applied(met, facts={"task_due": noon})))
    [written] = document["applications"]
    assert "2026-11-24T12:00:00" == written["facts"]["task_due"].isoformat()
    [interview_] = written["interviews"]
    assert "2026-11-24T07:00:00" == interview_["facts"]["room_from"].isoformat()
    [person_] = interview_["interviewers"]
    assert "2026-11-24T07:00:00" == person_["facts"]["away_from"].isoformat()


@pytest.mark.parametrize(
    ("topic", "text"),
    [
        (date(2026, 12, 1), "2026-12-01"),
        (at("2026-12-01 17:00"), "2026-12-01T17:00:00"),
        (at("2026-10-25 01:30"), "2026-10-25T01:30:00+01:00"),
    ],
    ids=["a date", "a time", "a repeated time"],
)
def test_a_detail_that_is_a_date_or_a_time_is_read_back_from_toml_and_is_a_text_in_json(
    topic: date, text: str
) -> None:
    search, in_json = (
        searching(applied(meeting(), facts={"topic": topic})) for topic in (topic, text)
    )
    assert (search, in_json) == both_ways(search, ASKING)


def test_text_in_other_scripts_stays_as_it_is() -> None:
    search = searching(applied(employer="Zoë & Ångström"), zone=LONDON)
    assert "Zoë & Ångström" in search_json(search)
    assert (search, search) == both_ways(search)


def test_an_interview_is_written_as_the_search_that_holds_just_it() -> None:
    assert search_document(searching(Application(interviews=[meeting()]))) == search_document(
        meeting()
    )
    with pytest.raises(InvalidInput, match="is not a JobSearch, an Application or an Interview"):
        search_toml("2026-11-24")  # type: ignore[arg-type]


def test_without_tomlkit_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tomlkit", None)
    with pytest.raises(ModuleNotFoundError, match=r"pip install 'interview_followup\[toml\]'"):
        search_toml(searching())
