"""Plans as JSON: their keys, what is left out, and how times are written."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from builders import NO_KEYS
from command_line import (
    ABROAD,
    JOB_SEARCH,
    LONDON,
    NEW_YORK,
    NOON,
    ONE_INTERVIEW,
    SUBJECT,
    Run,
    the,
)
from interview_followup import RuleSet, plan, read_search, to_dict
from interview_followup.language import Rule, days, interview
from zones import TICK, aware, utc

RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?[+-]\d\d:\d\d")


PLAN = [
    *("format", "now", "until", "timezone", "actions", "cautions", "questions", "problems"),
]


ACTION = [
    *("uid", "act", "rules", *SUBJECT, "keys", "status", "opens", "best", "due", "closes", "until"),
    *("timezone", "hindrance", "channel", "to", "text", "why", "wording", "source"),
]


CAUTION = [
    *(
        "uid",
        "act",
        "rules",
        *SUBJECT,
        "keys",
        "status",
        "since",
        "until",
        "timezone",
        "text",
        "why",
    ),
    "source",
]


QUESTION = ["fact", *SUBJECT, "keys", "text", "acts"]


TIMES = ("now", "until", "interview", "opens", "best", "due", "closes", "since")


def test_a_plan_in_json_has_its_keys(run: Run) -> None:
    document = run.json("plan", JOB_SEARCH, "--now", NOON)
    assert PLAN == list(document)
    assert {tuple(ACTION)} == {tuple(action) for action in document["actions"]}
    assert {tuple(CAUTION)} == {tuple(caution) for caution in document["cautions"]}


def test_a_question_in_json_has_its_keys(run: Run) -> None:
    document = run.json("plan", ONE_INTERVIEW, "--now", NOON)
    assert {tuple(QUESTION)} == {tuple(question) for question in document["questions"]}


def test_an_action_in_json(run: Run) -> None:
    document = run.json("plan", ONE_INTERVIEW, "--now", NOON)
    action = the(document["actions"], person="Priya Shah", act="thank-you")
    planned = plan(read_search(ONE_INTERVIEW), now=utc(NOON)).actions
    [known] = (known for known in planned if str(known.uid) == action["uid"])
    assert {
        "uid": str(known.uid),
        "act": "thank-you",
        "rules": ["thank-you"],
        "application": {"employer": "Acme", "role": "Data engineer"},
        "interview": "2026-11-24T10:00:00+00:00",
        "person": "Priya Shah",
        "keys": NO_KEYS,
        "status": "open",
        "opens": "2026-11-24T11:00:00+00:00",
        "best": "2026-11-24T14:00:00+00:00",
        "due": "2026-11-24T18:00:00+00:00",
        "closes": "2026-11-26T11:00:00+00:00",
        "until": "2026-11-24T18:00:00+00:00",
        "timezone": LONDON,
        "hindrance": None,
        "channel": "email",
        "to": "priya@acme.example",
        "text": "Send Priya Shah a personal thank-you e-mail",
        "why": known.why,
        "wording": [
            {"kind": wording.kind, "text": wording.text, "source": str(wording.source)}
            for wording in known.wording
        ],
        "source": known.source,
    } == action
    assert "Thank them for their time" == action["wording"][0]["text"]


def test_a_hindrance_in_json(run: Run, far_away: str) -> None:
    actions = run.json("plan", far_away, "--now", "2026-11-25T02:00")["actions"]
    assert {
        "interview": None,
        "nearest": "2026-11-25T07:00:00+09:00",
        "before": None,
        "text": "The best moment is outside your waking hours: "
        "do it on Wednesday 25 November, 07:00.",
    } == the(actions, act="thank-you")["hindrance"]


def test_an_interview_that_hinders_in_json(run: Run, tmp_path: Path) -> None:
    """The best moment to thank after a morning is 14:00, and then there is another interview."""
    path = tmp_path / "two.toml"
    path.write_text(
        """
        timezone = "Europe/London"
        [[applications]]
        employer = "Acme"
        interviews = [{ starts = 2026-11-24T10:00:00, minutes = 60, interviewers = [
          { name = "Priya Shah", email = "priya@acme.example" },
        ] }]
        [[applications]]
        employer = "Globex"
        interviews = [{ starts = 2026-11-24T13:30:00, minutes = 60 }]
        """.replace("        ", ""),
        encoding="utf-8",
    )
    actions = run.json("plan", str(path), "--now", "2026-11-24T11:00")["actions"]
    hindrance = the(actions, act="thank-you")["hindrance"]
    assert ["interview", "nearest", "before", "text"] == list(hindrance)
    assert [f"2026-11-24T{clock}:00+00:00" for clock in ("13:30", "14:30", "13:15")] == [
        hindrance[key] for key in ("interview", "nearest", "before")
    ]


@pytest.mark.parametrize(
    ("now", "chased"),
    [("2026-12-02T07:59:59.999999", False), ("2026-12-02T08:00", True)],
    ids=["just before", "as the snooze ends"],
)
def test_what_is_set_aside_is_left_out(run: Run, far_away: str, now: str, chased: bool) -> None:
    document = run.json("plan", far_away, "--now", now)
    acts = [
        (action["act"], (action["application"] or {}).get("employer"))
        for action in document["actions"]
    ]
    assert chased is (("chase", "Acme") in acts)
    assert ("debrief", "Acme") not in acts
    text = run.text("plan", far_away, "--now", now)
    assert chased is (
        "Ask Acme how far along they are, or how you compared with the others"
        in " ".join(text.split())
    )


def test_an_action_about_the_whole_search_in_json(run: Run) -> None:
    action = the(run.json("plan", ONE_INTERVIEW, "--now", NOON)["actions"], act="keep-looking")
    assert [None, None, None, None, None] == [
        action[key] for key in (*SUBJECT, "channel", "closes")
    ]


def test_a_caution_in_json(run: Run) -> None:
    caution = the(run.json("plan", ONE_INTERVIEW, "--now", NOON)["cautions"], act="chase")
    planned = plan(read_search(ONE_INTERVIEW), now=utc(NOON)).cautions
    [known] = (known for known in planned if str(known.uid) == caution["uid"])
    assert {
        "uid": str(known.uid),
        "act": "chase",
        "rules": ["chase"],
        "application": {"employer": "Acme", "role": "Data engineer"},
        "interview": None,
        "person": None,
        "keys": NO_KEYS,
        "status": "early",
        "since": "2026-11-24T11:00:00+00:00",
        "until": "2026-12-03T11:00:00+00:00",
        "timezone": LONDON,
        "text": "Too early to ask Acme about their decision: wait until Thursday 3 December, 11:00",
        "why": known.why,
        "source": known.source,
    } == caution


def test_a_question_in_json(run: Run) -> None:
    assert [
        {
            "fact": "person.email",
            "application": {"employer": "Acme", "role": "Data engineer"},
            "interview": "2026-11-24T10:00:00+00:00",
            "person": "Tom Reed",
            "keys": NO_KEYS,
            "text": "What is Tom Reed's e-mail address?",
            "acts": ["thank-you"],
        },
        {
            "fact": "application.follow_up",
            "application": {"employer": "Acme", "role": "Data engineer"},
            "interview": None,
            "person": None,
            "keys": NO_KEYS,
            "text": "How would Acme like you to follow up?",
            "acts": ["chase"],
        },
        {
            "fact": "application.promise",
            "application": {"employer": "Acme", "role": "Data engineer"},
            "interview": None,
            "person": None,
            "keys": NO_KEYS,
            "text": "Did Acme say when you would hear? "
            "If you don't know: “Ask Acme how far along they are, or how you compared with the "
            "others” from Thursday 3 December, 11:00.",
            "acts": ["chase"],
        },
    ] == run.json("plan", ONE_INTERVIEW, "--now", NOON)["questions"]


def test_an_application_that_has_no_name_is_null_in_json(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "unnamed.toml"
    path.write_text(ABROAD.replace('employer = "Acme"', ""), encoding="utf-8")
    actions = run.json("plan", str(path), "--now", NOON)["actions"]
    assert {None} == {action["application"] for action in actions}


def test_what_is_done_closed_or_silent_is_left_out_of_json(run: Run) -> None:
    document = run.json("plan", JOB_SEARCH, "--now", NOON)
    shown = {action["uid"] for action in document["actions"]}
    known = plan(read_search(JOB_SEARCH), now=utc(NOON)).actions
    unseen = ("done", "set-aside", "closed", "silent")
    expected = {str(action.uid) for action in known if action.status not in unseen}
    assert {"done", "closed"} <= {action.status for action in known}
    assert expected == shown


def test_what_is_silent_is_left_out_of_json() -> None:
    later = Rule(
        name="later",
        per=interview,
        since=interview.ends,
        opens=interview.ends,
        best=interview.ends + days(1),
        text="Wait",
        why="Why not?",
    )
    search, rules = read_search(ONE_INTERVIEW), RuleSet([later])
    [ends] = {met.ends for met in search.applications[0].interviews}
    assert ends is not None
    mappings = [to_dict(plan(search, now=now, rules=rules)) for now in (ends - TICK, ends)]
    assert [0, 1] == [len(mapping["actions"]) for mapping in mappings]


def times_in(document: Any) -> list[Any]:
    """Return the values of every key that stands for a time, at any depth."""
    if isinstance(document, list):
        return [time for inner in document for time in times_in(inner)]
    if not isinstance(document, dict):
        return []
    own = [value for key, value in document.items() if key in TIMES]
    return own + [time for inner in document.values() for time in times_in(inner)]


@pytest.mark.parametrize("file", [JOB_SEARCH, ONE_INTERVIEW], ids=["job search", "one interview"])
def test_times_in_json_are_in_rfc_3339_with_an_offset_or_null(run: Run, file: str) -> None:
    times = times_in(run.json("plan", file, "--now", NOON))
    assert None in times
    assert [] == [time for time in times if time is not None and not RFC_3339.fullmatch(time)]


def test_times_in_json_are_in_the_candidate_s_zone(run: Run, abroad: str) -> None:
    document = run.json("plan", abroad, "--now", "2026-11-24T11:00Z")
    debrief = the(document["actions"], act="debrief")
    assert ("2026-11-24T06:00:00-05:00", "2026-11-24T05:00:00-05:00") == (
        document["now"],
        debrief["interview"],
    )
    assert (NEW_YORK, "2026-11-24T07:00:00-05:00") == (debrief["timezone"], debrief["best"])
    assert {"-05:00"} == {time[-6:] for time in times_in(document) if time is not None}


def test_an_offset_with_seconds_is_written_in_utc(run: Run, tmp_path: Path) -> None:
    """Liberia was 44 minutes and 30 seconds behind until 1972, which RFC 3339 cannot say."""
    path = tmp_path / "monrovia.toml"
    path.write_text('timezone = "Africa/Monrovia"', encoding="utf-8")
    document = run.json("plan", str(path), "--now", "1971-01-01T12:00")
    assert "1971-01-01T12:44:30+00:00" == document["now"]


def test_json_says_every_letter(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "lodz.toml"
    path.write_text(ABROAD.replace("Acme", "Łódź"), encoding="utf-8")
    document = run.json("plan", str(path), "--now", NOON)
    assert {"employer": "Łódź", "role": None} == the(document["actions"], act="debrief")[
        "application"
    ]


def test_an_aware_now_is_shown_in_the_candidate_s_zone() -> None:
    planned = plan(read_search(ONE_INTERVIEW), now=aware("2026-11-24T07:00", NEW_YORK))
    assert "2026-11-24T12:00:00+00:00" == to_dict(planned)["now"]
