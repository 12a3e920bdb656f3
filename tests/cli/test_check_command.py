"""`check`: whether an act may be done, as text, as JSON and as the exit status."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from builders import NO_KEYS
from command_line import JOB_SEARCH, LONDON, NOON, ONE_INTERVIEW, SUBJECT, Run
from interview_followup import check, read_search
from zones import utc

WINDOW = ["opens", "best", "due", "closes"]
VERDICT = [
    *("format", "allowed", "status", *WINDOW, "until", "act", *SUBJECT, "keys", "text", "why")
]


@pytest.mark.parametrize(
    ("at", "status", "verdict"),
    [
        ("2026-12-03T10:59:59.999999", 1, "early"),
        ("2026-12-03T11:00", 0, "open"),
        ("2026-12-03T11:00:00.000001", 0, "open"),
    ],
    ids=["just before", "at", "just after"],
)
def test_the_exit_status_says_whether_an_act_is_allowed(
    run: Run, at: str, status: int, verdict: str
) -> None:
    arguments = ("check", ONE_INTERVIEW, "chase", "--at", at)
    code, out, err = run(*arguments, "--format", "json")
    document = json.loads(out)
    assert (status, verdict, status == 0, "") == (
        code,
        document["status"],
        document["allowed"],
        err,
    )
    assert status == run(*arguments)[0]


@pytest.mark.parametrize(
    ("act", "at", "of", "status", "verdict"),
    [
        ("call", NOON, "Acme", 1, "early"),
        ("call", "2026-11-24T09:00", "Acme", 0, "silent"),
        ("thank-you", "2026-11-24T18:00", "Priya Shah", 0, "late"),
        ("thank-you", "2026-11-26T11:00", "Priya Shah", 1, "closed"),
        ("thank-you", NOON, "Tom Reed", 1, "needs-fact"),
        ("practise", NOON, "Acme", 1, "silent"),
        ("stop-looking", NOON, None, 1, "early"),
    ],
)
def test_a_verdict_has_a_status(
    run: Run, act: str, at: str, of: str | None, status: int, verdict: str
) -> None:
    options = ["--at", at, "--format", "json", *(["--of", of] if of else [])]
    code, out, _ = run("check", ONE_INTERVIEW, act, *options)
    assert (status, verdict) == (code, json.loads(out)["status"])


@pytest.mark.parametrize(
    ("day", "status", "verdict"),
    [
        ("2026-12-03", 1, "early"),
        ("2026-12-04", 0, "open"),
    ],
    ids=["on whose first moment it is early", "the day after"],
)
def test_a_day_stands_for_its_first_moment(run: Run, day: str, status: int, verdict: str) -> None:
    """The chase opens on the third, at eleven."""
    code, out, _ = run("check", ONE_INTERVIEW, "chase", "--at", day, "--format", "json")
    assert (status, verdict) == (code, json.loads(out)["status"])
    assert run("check", ONE_INTERVIEW, "chase", "--at", f"{day}T00:00") == run(
        "check", ONE_INTERVIEW, "chase", "--at", day
    )


def test_what_is_done_already_is_not_allowed(run: Run) -> None:
    options = ["--of", "Hank Scorpio", "--at", NOON]
    status, out, _ = run("check", JOB_SEARCH, "thank-you", *options)
    assert 1 == status
    assert out.startswith("No. You did so on Friday 20 November, 21:45 (16:45 in New York). ")


def test_a_verdict_as_text_says_no_and_why_and_until_when(run: Run) -> None:
    verdict = check(read_search(ONE_INTERVIEW), "chase", at=utc(NOON))
    text = run.text("check", ONE_INTERVIEW, "chase", "--at", NOON)
    assert " ".join(text.split()) == (
        "No. Too early to ask Acme about their decision: wait until Thursday 3 December, 11:00. "
        f"{verdict.why} This holds until Thu 3 Dec 2026, 11:00 GMT."
    )


def test_a_verdict_as_text_says_yes(run: Run) -> None:
    text = run.text("check", ONE_INTERVIEW, "chase", "--at", "2026-12-03T11:00")
    assert text.startswith(
        "Yes. Ask Acme how far along they are, or how you compared with the others. "
    )


@pytest.mark.parametrize(
    ("at", "until"),
    [
        ("2026-11-24T13:59", "18:00"),
        ("2026-11-24T14:00", "18:00"),
        ("2026-11-24T18:00", "Thu 26 Nov 2026, 11:00"),
    ],
    ids=["before its best moment", "at its best moment", "late"],
)
def test_a_yes_as_text_says_until_when_it_is_one_or_no_longer_in_time(
    run: Run, at: str, until: str
) -> None:
    text = run.text("check", ONE_INTERVIEW, "thank-you", "--of", "Priya Shah", "--at", at)
    assert text.startswith("Yes. ")
    assert text.rstrip().endswith(f"{until} GMT.")


def test_a_verdict_that_nothing_will_change_does_not_say_until_when(run: Run) -> None:
    text = run.text("check", ONE_INTERVIEW, "stop-looking", "--at", NOON)
    assert "This holds until" not in text


def test_a_verdict_in_json(run: Run) -> None:
    document = run.json("check", ONE_INTERVIEW, "thank-you", "--of", "Priya Shah", "--at", NOON)
    known = check(read_search(ONE_INTERVIEW), "thank-you", at=utc(NOON), of="Priya Shah")
    assert VERDICT == list(document)
    assert {
        "format": 1,
        "allowed": True,
        "status": "open",
        "opens": "2026-11-24T11:00:00+00:00",
        "best": "2026-11-24T14:00:00+00:00",
        "due": "2026-11-24T18:00:00+00:00",
        "closes": "2026-11-26T11:00:00+00:00",
        "until": "2026-11-24T14:00:00+00:00",
        "act": "thank-you",
        "application": {"employer": "Acme", "role": "Data engineer"},
        "interview": "2026-11-24T10:00:00+00:00",
        "person": "Priya Shah",
        "keys": NO_KEYS,
        "text": "Send Priya Shah a personal thank-you e-mail. Best from Tuesday 24 November, 14:00",
        "why": known.why,
    } == document


def test_a_verdict_about_the_whole_search_in_json(run: Run) -> None:
    document = run.json("check", ONE_INTERVIEW, "stop-looking", "--at", NOON)
    assert [None] * 8 == [document[key] for key in (*WINDOW, "until", *SUBJECT)]


def test_a_verdict_s_times_are_in_the_candidate_s_zone(run: Run, abroad: str) -> None:
    document = run.json("check", abroad, "call", "--at", "2026-11-24T11:00Z")
    assert ("2026-11-24T19:00:00-05:00", "2026-11-24T05:00:00-05:00") == (
        document["until"],
        document["interview"],
    )


@pytest.mark.parametrize(
    ("act", "of", "subject"),
    [
        ("thank-you", "Priya Shah", "Priya Shah"),
        ("thank-you", "slydell", "Bob Slydell"),
        ("thank-you", "Globex", "Hank Scorpio"),
        ("thank-you", "Priya Shah · Acme, Data engineer · 2026-11-24 10:00", "Priya Shah"),
        ("chase", "Acme", "Acme"),
        ("chase", "Data engineer", "Acme"),
        ("chase", "Acme, Data engineer", "Acme"),
        ("chase", "Tom Reed", "Acme"),
        ("keep-looking", "Acme", None),
        ("keep-looking", "the job search", None),
    ],
    ids=[
        "a person",
        "a key",
        "the employer of one person",
        "a label",
        "an employer",
        "a role",
        "employer and role",
        "a person met there",
        "whatever, for the search",
        "the search",
    ],
)
def test_an_act_is_checked_for_whom_or_what_is_named(
    run: Run, act: str, of: str, subject: str | None
) -> None:
    document = run.json("check", JOB_SEARCH, act, "--of", of, "--at", NOON)
    employer = document["application"] and document["application"]["employer"]
    assert subject == (document["person"] or employer)


@pytest.mark.parametrize(
    ("options", "count"),
    [(["--of", "Initech"], 2), ([], 6)],
    ids=["several of one employer", "not named"],
)
def test_several_that_fit_are_listed_by_names_that_fit_one(
    run: Run, options: list[str], count: int
) -> None:
    [problem] = run.problems("check", JOB_SEARCH, "debrief", "--at", NOON, *options)
    labels = problem.split("'")[1::2]
    subjects = [
        run.json("check", JOB_SEARCH, "debrief", "--at", NOON, "--of", label) for label in labels
    ]
    assert problem.startswith(f"--of: could be any of {count}; give one of ")
    assert count == len(
        {(subject["application"]["employer"], subject["interview"]) for subject in subjects}
    )


MEETING = {"starts": "2026-11-24T10:00", "minutes": 60}


TWINS: dict[str, list[dict[str, Any]]] = {
    "thank-you": [
        {
            "employer": "Acme",
            "interviews": [
                {**MEETING, "interviewers": [{"name": "Ana", "key": key} for key in ("1", "2")]}
            ],
        }
    ],
    "debrief": [
        {"employer": "Acme", "interviews": [{**MEETING, "key": key} for key in ("1", "2")]}
    ],
    "chase": [{"employer": "Acme", "key": key, "interviews": [MEETING]} for key in ("1", "2")],
    "ask-recruiter": [{"key": key, "interviews": [MEETING]} for key in ("1", "2")],
}


@pytest.mark.parametrize(
    "act", TWINS, ids=["people", "interviews", "applications", "applications without a name"]
)
def test_two_that_only_keys_tell_apart_are_listed_by_names_that_fit_one(
    run: Run, tmp_path: Path, act: str
) -> None:
    path = tmp_path / "twins.json"
    document = {"timezone": LONDON, "applications": TWINS[act]}
    path.write_text(json.dumps(document), encoding="utf-8")
    [problem] = run.problems("check", str(path), act, "--at", NOON)
    names = problem.split("'")[1::2]
    verdicts = [run("check", str(path), act, "--of", name, "--at", NOON) for name in names]
    assert (2, [""] * 2) == (len(set(names)), [err for _, _, err in verdicts])


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["chaise"], "act: no rule knows 'chaise'; did you mean 'chase'?"),
        (["chase", "--of", "Acmee"], "--of: 'Acmee' is not in the search; did you mean 'Acme'?"),
        (
            ["thank-you", "--of", "Pria Shah"],
            "--of: 'Pria Shah' is not in the search; did you mean 'Priya Shah'?",
        ),
    ],
    ids=["act", "employer", "person"],
)
def test_an_unknown_act_or_name_is_refused_with_the_near_one(
    run: Run, arguments: list[str], problem: str
) -> None:
    assert [problem] == run.problems("check", ONE_INTERVIEW, *arguments, "--at", NOON)


@pytest.mark.parametrize(
    ("act", "problem"),
    [
        ("chase", "search: no application is on record; add it to the search"),
        ("debrief", "search: no interview is on record; add it to its application"),
        (
            "thank-you",
            "search: nobody is on record whom you met; say whom you met, as interviewers",
        ),
    ],
)
def test_an_act_that_needs_what_is_not_there_is_refused(
    run: Run, tmp_path: Path, act: str, problem: str
) -> None:
    path = tmp_path / "empty.toml"
    path.write_text('timezone = "Europe/London"', encoding="utf-8")
    assert [problem] == run.problems("check", str(path), act, "--at", NOON)


@pytest.mark.parametrize(
    "options",
    [
        ["--of", "Globex", "--to", "Priya Shah", "--at", NOON],
        ["--at", NOON, "--now", NOON],
    ],
    ids=["whom", "when"],
)
def test_two_options_that_say_the_same_are_refused(
    run: Run, capsys: pytest.CaptureFixture[str], options: list[str]
) -> None:
    """Else one of them would be passed over without a word."""
    with pytest.raises(SystemExit) as exit_:
        run("check", JOB_SEARCH, "thank-you", *options)
    assert 2 == exit_.value.code
    assert "is said twice; leave out one of the two" in capsys.readouterr().err
