"""`explain`: why an act is advised, or is not."""

from __future__ import annotations

from datetime import datetime, tzinfo

import pytest

from command_line import NOON, ONE_INTERVIEW, Run
from interview_followup._cli import inputs


def test_an_explanation_as_text_says_no_and_why_and_from_which_rule(run: Run) -> None:
    status, out, err = run("explain", ONE_INTERVIEW, "chase", "--now", NOON)
    assert (0, "") == (status, err)
    lines = out.splitlines()
    head = "“chase” of Acme, Data engineer, on Tuesday 24 November 2026, 12:00 (Europe/London)"
    assert head == lines[0]
    assert lines[1].startswith(
        "No. Too early to ask Acme about their decision: wait until Thursday 3 December"
    )
    assert any(line.startswith("Rule chase: One friendly question") for line in lines)
    assert "    they have interviewed you [application.interviewed]" in lines


def test_an_explanation_in_json_is_one_object(run: Run) -> None:
    document = run.json("explain", ONE_INTERVIEW, "chase", "--now", NOON)
    assert (False, "early", "chase") == (document["allowed"], document["status"], document["act"])
    assert ["chase"] == [rule["name"] for rule in document["rules"]]
    parts = [part["part"] for part in document["rules"][0]["parts"]]
    assert ["given", "opens", "best", "closes", "satisfied_by", "channel"] == parts
    assert "2026-12-03T11:00:00+00:00" == document["window"]["opens"]


@pytest.mark.parametrize("option", ["--to", "--of"])
@pytest.mark.parametrize("name", ["Priya Shah", "Tom Reed"])
def test_an_explanation_is_of_whom_is_named(run: Run, option: str, name: str) -> None:
    text = run.text("explain", ONE_INTERVIEW, "connect", option, name, "--now", NOON)
    assert text.startswith(f"“connect” of {name} · Acme")
    document = run.json("explain", ONE_INTERVIEW, "connect", option, name, "--now", NOON)
    assert name == document["person"]


def test_what_is_allowed_and_what_is_not_is_explained_alike(run: Run) -> None:
    for now in ("2026-11-24T12:00", "2026-12-04T12:00"):
        assert 0 == run("explain", ONE_INTERVIEW, "chase", "--now", now)[0]


def test_without_a_time_an_explanation_is_of_the_system_s_clock(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Clock:
        @staticmethod
        def now(tz: tzinfo) -> datetime:
            return datetime(2026, 11, 24, 12, tzinfo=tz)

    monkeypatch.setattr(inputs, "datetime", Clock)
    expected = run.text("explain", ONE_INTERVIEW, "chase", "--now", NOON)
    assert expected == run.text("explain", ONE_INTERVIEW, "chase")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["chaise"], ["act: no rule knows 'chaise'; did you mean 'chase'?"]),
        (
            ["chase", "--of", "Acne"],
            ["--of: 'Acne' is not in the search; did you mean 'Acme'?"],
        ),
        (
            ["connect"],
            [
                "--of: could be any of 2; give one of 'Priya Shah · Acme, Data engineer · "
                "2026-11-24 10:00', 'Tom Reed · Acme, Data engineer · 2026-11-24 10:00'"
            ],
        ),
        (
            ["chaise", "--of", "Acne", "--now", "soon"],
            [
                "--now: 'soon' is not a date and time; "
                "write it as 2026-11-24T10:00:00, perhaps with an offset, or as a day, 2026-11-24",
                "act: no rule knows 'chaise'; did you mean 'chase'?",
                "--of: 'Acne' is not in the search; did you mean 'Acme'?",
            ],
        ),
        (
            ["chase", "--now", "1969-12-31T23:59Z"],
            ["--now: 1969-12-31T23:59:00+00:00 is not between 1970 and 2200; check the year"],
        ),
    ],
    ids=["act", "of", "several", "everything", "year"],
)
def test_what_cannot_be_explained_is_refused(
    run: Run, arguments: list[str], expected: list[str]
) -> None:
    assert expected == run.problems("explain", ONE_INTERVIEW, *arguments)


def test_an_act_is_known_or_not_even_where_the_file_cannot_be_read(run: Run) -> None:
    file, act = run.problems("explain", "nowhere.toml", "chaise")
    assert file.startswith("nowhere.toml: cannot be read: ")
    assert "act: no rule knows 'chaise'; did you mean 'chase'?" == act
