"""Job searches on file: what one means, and everything that is wrong with it, said at once."""

from __future__ import annotations

import copy
import json
import pickle
import tomllib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents import (
    A_TIME,
    ASKING,
    HERE,
    LONDON,
    NEW_YORK,
    PARIS,
    TOLD,
    UNASKED,
    as_json,
    document,
    interview_in,
    met,
    problems,
    problems_of_file,
)
from drawing import examples
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
    RuleSet,
    SetAside,
    WakingHours,
    Workdays,
    read_search,
    search_from_dict,
)
from interview_followup._files.search_files import read_search_file
from interview_followup.language import hours, working_days
from zones import aware, utc, wall

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.toml"))
EVERYTHING = """
timezone = "Europe/London"
key = 7
notes = '''
Two a week.
No more.'''
workdays = { weekend = ["Friday", "Saturday"], holidays = [2026-12-25] }
waking_hours = { starts = 14:00:00, ends = 06:30:00 }
done = [{ act = "keep-looking", at = 2026-11-30T09:00:00 }]
set_aside = [{ act = "keep-looking", until = 2026-12-07T09:00:00 }]

[[applications]]
key = "17"
employer = "Acme"
role = "Data engineer"
recruiter = { name = "Rachel Green", email = "rachel@agency.example", phone = "020 7946 0000" }
preferred = true
notes = "Near the\\nriver"
follow_up = { channel = "email", to = "jobs@acme.example" }
promise = { by = 2026-12-04, channel = "email" }
offer = { received = 2026-12-01T09:00:00, reply_by = 2026-12-05T12:00:00, declined = true }
heard = 2026-11-26T09:30:00Z
signed = { at = 2026-12-24T12:00:00, timezone = "Asia/Tokyo" }
outcome = "accepted"
workdays = { holidays = [2026-11-26] }
done = [{ act = "chase", at = 2026-12-03T09:00:00 }]
set_aside = [{ act = "chase" }]

[[applications.interviews]]
key = "first"
starts = 2026-11-24T10:00:00
ends = 2026-11-24T11:00:00
left = 2026-11-24T11:30:00
timezone = "America/New_York"
medium = "in-person"
interviewers = [
  { name = "Priya Shah", email = "priya@acme.example", linkedin = "linkedin.example/priya" },
  { name = "Tom Reed", key = "tom", notes = "Knows Ana" },
]
notes = "Third floor"
questions = [{ text = "Why did you leave?", tricky = true }, { text = "Where next?" }]
done = [
  { act = "thank-you", to = "Priya Shah", at = 2026-11-24T14:20:00 },
  { act = "debrief", at = 2026-11-24T15:00:00 },
]
set_aside = [
  { act = "connect", to = "tom" },
  { act = "practise", until = 2026-11-30T09:00:00 },
]

[[applications]]
employer = "Globex"
promise = { within = "5 working days", made = 2026-11-24, channel = "phone" }
workdays = "GB-ENG"

[[applications]]
employer = "Initech"
promise = { within = "48 hours", made = 2026-11-24T09:00:00 }
workdays = { region = "GB-SCT", weekend = ["Sunday"], holidays = [2026-12-24] }

[[applications]]
employer = "Hooli"
heard = 2026-12-03
signed = 2026-12-04
outcome = "no-answer"
promise = { by = 2026-12-02 }
offer = { received = 2026-11-26, reply_by = 2026-12-01 }
done = [{ act = "chase", at = 2026-12-03 }]
set_aside = [{ act = "chase", until = 2026-12-10 }]

[[applications.interviews]]
key = 1
starts = 2026-11-24
ends = 2026-11-25
timezone = "Asia/Tokyo"
interviewers = []
not_held = "no-show"
done = [{ act = "debrief", at = 2026-11-25 }]
set_aside = [{ act = "debrief", until = 2026-11-26 }]

[[applications.interviews]]
key = 2
starts = 2026-11-26T10:00:00
ends = 2026-11-26
left = 2026-11-26
interviewers = [{ name = "Ana", key = 3 }]
done = [{ act = "thank-you", at = 2026-11-26, to = 3 }]

[[applications]]
employer = "Vandelay"
offer = {}
outcome = "closed"
"""

MEANING = JobSearch(
    timezone=LONDON,
    key="7",
    notes="Two a week.\nNo more.",
    workdays=Workdays(weekend=["Friday", "Saturday"], holidays=[date(2026, 12, 25)]),
    waking_hours=WakingHours(starts=time(14), ends=time(6, 30)),
    done=[Done(act="keep-looking", at=aware("2026-11-30T09:00", LONDON))],
    set_aside=[SetAside(act="keep-looking", until=aware("2026-12-07T09:00", LONDON))],
    applications=[
        Application(
            key="17",
            employer="Acme",
            role="Data engineer",
            recruiter=Person(
                name="Rachel Green", email="rachel@agency.example", phone="020 7946 0000"
            ),
            preferred=True,
            notes="Near the\nriver",
            follow_up=FollowUp(channel="email", to="jobs@acme.example"),
            promise=Promise(by=date(2026, 12, 4), channel="email"),
            offer=Offer(
                received=aware("2026-12-01T09:00", LONDON),
                reply_by=aware("2026-12-05T12:00", LONDON),
                declined=True,
            ),
            heard=utc("2026-11-26T09:30"),
            signed=aware("2026-12-24T12:00", "Asia/Tokyo"),
            outcome="accepted",
            workdays=Workdays(holidays=[date(2026, 11, 26)]),
            done=[Done(act="chase", at=aware("2026-12-03T09:00", LONDON))],
            set_aside=[SetAside(act="chase")],
            interviews=[
                Interview(
                    key="first",
                    starts=aware("2026-11-24T10:00", NEW_YORK),
                    ends=aware("2026-11-24T11:00", NEW_YORK),
                    left=aware("2026-11-24T11:30", NEW_YORK),
                    medium="in-person",
                    interviewers=[
                        Person(
                            name="Priya Shah",
                            email="priya@acme.example",
                            linkedin="linkedin.example/priya",
                        ),
                        Person(name="Tom Reed", key="tom", notes="Knows Ana"),
                    ],
                    notes="Third floor",
                    questions=[
                        AskedQuestion(text="Why did you leave?", tricky=True),
                        AskedQuestion(text="Where next?"),
                    ],
                    done=[
                        Done(
                            act="thank-you",
                            to="Priya Shah",
                            at=aware("2026-11-24T14:20", NEW_YORK),
                        ),
                        Done(act="debrief", at=aware("2026-11-24T15:00", NEW_YORK)),
                    ],
                    set_aside=[
                        SetAside(act="connect", to="tom"),
                        SetAside(act="practise", until=aware("2026-11-30T09:00", NEW_YORK)),
                    ],
                )
            ],
        ),
        Application(
            employer="Globex",
            promise=Promise(within=working_days(5), made=date(2026, 11, 24), channel="phone"),
            workdays=Workdays(region="GB-ENG"),
        ),
        Application(
            employer="Initech",
            promise=Promise(within=hours(48), made=aware("2026-11-24T09:00", LONDON)),
            workdays=Workdays(region="GB-SCT", weekend=["Sunday"], holidays=[date(2026, 12, 24)]),
        ),
        Application(
            employer="Hooli",
            heard=date(2026, 12, 3),
            signed=date(2026, 12, 4),
            outcome="no-answer",
            promise=Promise(by=date(2026, 12, 2)),
            offer=Offer(received=date(2026, 11, 26), reply_by=date(2026, 12, 1)),
            done=[Done(act="chase", at=date(2026, 12, 3))],
            set_aside=[SetAside(act="chase", until=date(2026, 12, 10))],
            interviews=[
                Interview(
                    key="1",
                    starts=date(2026, 11, 24),
                    ends=date(2026, 11, 25),
                    timezone="Asia/Tokyo",
                    interviewers=(),
                    not_held="no-show",
                    done=[Done(act="debrief", at=date(2026, 11, 25))],
                    set_aside=[SetAside(act="debrief", until=date(2026, 11, 26))],
                ),
                Interview(
                    key="2",
                    starts=aware("2026-11-26T10:00", LONDON),
                    ends=date(2026, 11, 26),
                    left=date(2026, 11, 26),
                    interviewers=[Person(name="Ana", key="3")],
                    done=[Done(act="thank-you", at=date(2026, 11, 26), to="3")],
                ),
            ],
        ),
        Application(employer="Vandelay", offer=Offer(), outcome="closed"),
    ],
)


def test_a_toml_file_may_tell_everything(tmp_path: Path) -> None:
    path = tmp_path / "search.toml"
    path.write_text(EVERYTHING, encoding="utf-8")
    assert MEANING == read_search(path)


def test_a_json_file_of_the_same_shape_means_the_same(tmp_path: Path) -> None:
    path = tmp_path / "search.json"
    path.write_text(as_json(tomllib.loads(EVERYTHING)), encoding="utf-8")
    assert MEANING == read_search(str(path))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_an_example_means_the_same_in_toml_and_in_json(example: Path) -> None:
    document = tomllib.loads(example.read_text(encoding="utf-8"))
    assert read_search(example) == search_from_dict(json.loads(as_json(document)))


def test_a_search_needs_no_more_than_a_zone() -> None:
    assert JobSearch(timezone=LONDON) == search_from_dict({"timezone": LONDON})


def test_a_file_s_facts_are_those_of_the_rules_given(tmp_path: Path) -> None:
    path = tmp_path / "told.toml"
    path.write_text(TOLD, encoding="utf-8")
    assert search_from_dict(tomllib.loads(TOLD), rules=ASKING) == read_search(path, rules=ASKING)
    assert [
        f"{place}: {UNASKED}"
        for place in (
            "facts.back_on",
            "applications[0].facts.task_due (Acme)",
            "applications[0].facts.paid (Acme)",
            "applications[0].facts.topic (Acme)",
            f"{HERE}.facts.room_from (Acme)",
            f"{HERE}.interviewers[0].facts.away_from (Acme)",
            f"{HERE}.interviewers[1].facts.away_from (Acme)",
        )
    ] == problems_of_file(path, TOLD)


def test_a_fact_that_stands_outside_facts_is_told_where_it_goes() -> None:
    tables = {"paid": True, "interviews": [{"starts": date(2026, 11, 24), "room_from": "noon"}]}
    document = {"timezone": LONDON, "applications": [tables], "pay": 9}
    with pytest.raises(InvalidInput) as caught:
        search_from_dict(document, rules=ASKING)
    mend = "is not a key here; it is a fact; in TOML, write facts ="
    nobodys, *messages = map(str, caught.value.problems)
    assert nobodys.startswith("pay: is not a key here; use one of:")
    assert [
        f"applications[0].paid: {mend} {{ paid = … }}",
        f"applications[0].interviews[0].room_from: {mend} {{ room_from = … }}",
    ] == messages


def test_no_fact_is_one_of_a_recruiter_or_of_a_promise() -> None:
    """Rules ask for facts of interviewers; `away_from` is one of these."""
    inner = {"recruiter": {"name": "Rachel", "away_from": "noon"}, "promise": {"task_due": "noon"}}
    with pytest.raises(InvalidInput) as caught:
        search_from_dict({"timezone": LONDON, "applications": [inner]}, rules=ASKING)
    assert [
        "applications[0].promise.task_due: is not a key here; "
        "use one of: by, channel, made, within",
        "applications[0].recruiter.away_from: is not a key here; "
        "use one of: email, facts, key, linkedin, name, notes, phone",
    ] == sorted(map(str, caught.value.problems))


def test_a_pack_is_no_search() -> None:
    with pytest.raises(InvalidInput) as caught:
        search_from_dict({"rules": [], "facts": []})
    assert [
        "search: is a pack of rules, and no job search; "
        "give it as the rules: rules=, or --pack FILE"
    ] == [str(problem) for problem in caught.value.problems]


def test_without_rules_neither_acts_nor_facts_are_looked_at(tmp_path: Path) -> None:
    """As the command line reads a file whose pack cannot be loaded, for what else is wrong."""
    path = tmp_path / "told.toml"
    done = 'done = [{ act = "zzz", at = 2026-11-30T09:00:00 }]'
    path.write_text(f"{done}\n{TOLD}", encoding="utf-8")
    read = read_search_file(path, None)
    assert ["zzz"] == [act.act for act in read.done]
    assert {"paid": True} == read.applications[0].facts
    path.write_text(f"{done}\n{TOLD}colour = 5", encoding="utf-8")
    with pytest.raises(InvalidInput, match=r"colour \(Acme\): is not a key here"):
        read_search_file(path, None)


BAD = """
timezone = "Europe/Londn"
aplications = []
done = [{ act = "keep-looking", at = "24 Nov" }, { act = "chase", at = 2026-11-24T10:00:00 }]

[workdays]
weekend = ["Sturday", "Sunday"]

[[applications]]
employer = 5
outcome = "acepted"
recruiter = { email = "rachel@agency.example" }
promise = { by = "soon" }

[[applications.interviews]]
starts = 2025-03-30T01:30:00
minutes = 0
timezone = "Europe/London"
medium = "vidoe"
interviewers = [{ name = "Ana" }, { name = "Ana" }, "Tom"]
done = [{ act = "thank-yuo", to = "Anna", at = 2025-03-30T10:00:00 }]

[[applications.interviews]]
ends = 2026-11-24T11:00:00
timezone = "Europe/Pariss"
left = 2026-11-24T10:59:59
questions = [{ tricky = "yes" }]
"""


def test_every_mistake_in_a_file_is_named_at_once(tmp_path: Path) -> None:
    one, two = "applications[0].interviews[0]", "applications[0].interviews[1]"
    assert {
        "timezone: 'Europe/Londn' is not an IANA time zone; did you mean 'Europe/London'?",
        "aplications: is not a key here; did you mean 'applications'?",
        f"done[0].at: '24 Nov' is not a date and time; {A_TIME}",
        "done[1]: 'chase' is kept per application; move it to the application that it is about",
        "workdays.weekend[0]: 'Sturday' is not a weekday; did you mean 'Saturday'?",
        "applications[0].employer: 5 is not text; put it in quotes",
        "applications[0].outcome: 'acepted' is not known; did you mean 'accepted'?",
        "applications[0].recruiter.name: is missing; give it",
        f"applications[0].promise.by: 'soon' is not a date and time; {A_TIME}",
        f"{one}.starts: 2025-03-30T01:30:00 does not exist in Europe/London, where the clocks go "
        "forward then; did you mean 2025-03-30T02:30:00?",
        f"{one}.minutes: 0 is not a length in minutes; give a whole number from 1 to 10080",
        f"{one}.medium: 'vidoe' is not known; did you mean 'video'?",
        f"{one}.interviewers[1]: is the same one as interviewers[0]; "
        "remove one, or give each a key of its own",
        f"{one}.interviewers[2]: 'Tom' is not a table; "
        "put it in a table; in TOML, write { name = 'Tom' }",
        f"{one}.done[0].act: no rule knows 'thank-yuo'; did you mean 'thank-you'?",
        f"{two}.starts: is missing; say when: a day, or a day and a time",
        f"{two}.timezone: 'Europe/Pariss' is not an IANA time zone; did you mean 'Europe/Paris'?",
        f"{two}.left: is before ends; give the moment at which you were clear of the building",
        f"{two}.questions[0].text: is missing; give it",
        f"{two}.questions[0].tricky: 'yes' is not true or false; "
        "give true or false, without quotes",
    } == set(problems_of_file(tmp_path / "search.toml", BAD))


JUNK: tuple[Any, ...] = (
    *(None, True, 0, -1, 1.5, "", "x", "\ud800", "a\nb", [], {}, [[]], [{}], b"x"),
    *("2026-11-24", "2026-11-24T10:00", "2025-03-30T01:30", "2025-10-26T01:30Z", "Saturday"),
    *("0001-01-01T00:00", "9999-12-31T23:59:59-12:00", "2199-12-31T23:59", "1970-01-01"),
    *(
        date.min,
        date.max,
        wall("0001-01-01T00:00"),
        wall("9999-12-31T23:59"),
        wall("2025-03-30T01:30"),
        date(2026, 12, 25),
    ),
    *(["Saturday"], ["2026-12-25"], [date.max], {"at": "2026-11-24T10:00", "timezone": PARIS}),
    *("thank-you", "chase", "Priya Shah", "tom", PARIS, "Asia/Kathmandu", "Etc/GMT+12"),
    *("GB-ENG", "GB", "5 working days", "48 hours", "07:00", time(7), time(7, 30), float("nan")),
)


def places_in(value: Any, *place: Any) -> Iterator[tuple[Any, ...]]:
    """Yield the way to every value in a document, as keys and indexes."""
    yield place
    if isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from places_in(inner, *place, key)


@pytest.mark.parametrize(
    ("text", "rules"), [(EVERYTHING, CV_LIBRARY), (TOLD, ASKING)], ids=["all keys", "facts"]
)
@settings(max_examples=examples(150))
@given(data=st.data())
def test_any_document_is_a_search_or_refused_with_places_and_mends(
    text: str, rules: RuleSet, data: st.DataObject
) -> None:
    document = tomllib.loads(text)
    for _ in range(data.draw(st.integers(1, 3))):
        *outer, last = data.draw(st.sampled_from(list(places_in(document))[1:]))
        holder: Any = document
        for key in outer:
            holder = holder[key]
        holder[last] = copy.deepcopy(data.draw(st.sampled_from(JUNK)))
    try:
        search = search_from_dict(document, rules=rules)
    except InvalidInput as error:
        parts = [(problem.place, problem.message, problem.mend) for problem in error.problems]
        assert [] != parts
        assert [] == [part for part in parts if not all(part)]
    else:
        assert search == pickle.loads(pickle.dumps(search))


@pytest.mark.parametrize(
    ("given", "shown"), [([], "[]"), ("Acme", "'Acme'"), (None, "null"), (5, "5")], ids=repr
)
def test_a_document_that_is_no_table_is_refused(given: Any, shown: str) -> None:
    assert [f"search: {shown} is not a table; give the search key by key"] == problems(given)


def test_a_search_that_is_refused_leaves_nothing_behind_for_the_next() -> None:
    far = document() | {"timezone": "Pacific/Kiritimati", "applications": [{"interviews": [{}]}]}
    for _ in range(2):
        assert 1 == len(problems(far))
        assert utc("2026-11-24T10:00") == interview_in(met(starts="2026-11-24T10:00")).starts


def test_several_threads_read_each_their_own() -> None:
    zones = ["Europe/London", "Asia/Tokyo", "America/New_York", "Pacific/Kiritimati"] * 25

    def starts(name: str) -> date:
        [application] = search_from_dict(
            met(starts="2026-11-24T10:00") | {"timezone": name}
        ).applications
        return application.interviews[0].starts

    with ThreadPoolExecutor(4) as pool:
        moments = list(pool.map(starts, zones))
    assert [aware("2026-11-24T10:00", name) for name in zones] == moments


NULLS: dict[str, Any] = {"NaN": float("nan"), "null": None, "an empty text": ""}


@pytest.mark.parametrize("nothing", NULLS.values(), ids=NULLS)
def test_nothing_in_a_json_file_is_as_if_it_were_left_out(tmp_path: Path, nothing: Any) -> None:
    """As `json.dumps` writes rows of a data frame: Python reads NaN, though JSON has none."""
    path = tmp_path / "search.json"
    given = met(ends=nothing, minutes=nothing, key=nothing, left=nothing, interviewers=nothing)
    path.write_text(json.dumps({**given, "key": nothing, "done": nothing}), encoding="utf-8")
    assert search_from_dict(met()) == read_search(path)


def test_rows_of_a_data_frame_are_read_as_they_are() -> None:
    """A column of whole numbers with one missing is one of floats."""
    rows: list[dict[str, Any]] = [
        {"starts": utc("2026-11-24T10:00"), "minutes": 60.0, "key": 17, "medium": "video"},
        {"starts": utc("2026-11-25T10:00"), "minutes": float("nan"), "key": 18.0, "medium": ""},
    ]
    [acme] = search_from_dict(document({"key": 1, "interviews": rows}, key=99)).applications
    assert [
        ("17", utc("2026-11-24T11:00"), "video"),
        ("18", None, None),
    ] == [(interview.key, interview.ends, interview.medium) for interview in acme.interviews]
    assert "1" == acme.key


@pytest.mark.parametrize(
    ("key", "problem"),
    [
        (17.5, "17.5 is not text; put it in quotes"),
        (True, "true is not text; put it in quotes"),
        (10**5000, "number too long to be shown is no key; give a shorter one"),
    ],
    ids=["a fraction", "truth", "too long"],
)
def test_any_other_key_is_named_with_its_place(key: Any, problem: str) -> None:
    meeting = {
        "starts": "2026-11-24T10:00",
        "key": key,
        "interviewers": [{"name": "Ana", "key": key}],
    }
    application = {"key": key, "interviews": [meeting]}
    assert {
        f"key: {problem}",
        f"applications[0].key: {problem}",
        f"{HERE}.key: {problem}",
        f"{HERE}.interviewers[0].key: {problem}",
    } == set(problems(document(application, key=key)))
