"""Searches as documents: what is written is read back, and looks as people write it."""

from __future__ import annotations

import json
import sys
import tomllib
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve

from builders import LONDON, applied, at, did, meeting, priya, searching
from interview_followup import (
    Application,
    AskedQuestion,
    FollowUp,
    Interview,
    InvalidInput,
    JobSearch,
    Offer,
    Promise,
    Workdays,
    parse_search,
    read_search,
)
from interview_followup.exports.document import search_document, search_json, search_toml

EXAMPLES = Path(__file__).parent.parent / "examples"


def both_ways(search: JobSearch) -> tuple[JobSearch, JobSearch]:
    """Return a search, written and read back as TOML and as JSON."""
    toml, json_ = tomllib.loads(search_toml(search)), json.loads(search_json(search))
    return parse_search(toml), parse_search(json_)


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
        key="i1",
    )
    application = applied(
        interview,
        recruiter=priya(key="p1"),
        follow_up=FollowUp(channel="email", to="jobs@acme.example"),
        promise=Promise(by=date(2026, 12, 4), channel="email"),
        offer=Offer(received=at("2026-11-25 09:00"), reply_by=at("2026-12-01 17:00")),
        heard=at("2026-11-25 09:00"),
        outcome="declined",
        signed=at("2026-12-01 09:00"),
        workdays=Workdays(weekend=(), holidays=[date(2026, 12, 25)]),
        done=[did("chase", "2026-12-07 09:00")],
        key="a1",
    )
    search = searching(
        application,
        workdays=Workdays(weekend=["Friday", "Saturday"]),
        done=[did("keep-looking", "2026-12-01 09:00")],
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
    assert f"ends = 2026-10-25 01:30:00+0{1 - fold}:00" in search_toml(search)


def test_working_days_that_are_ours_are_told_from_those_that_nobody_gave() -> None:
    search = searching(applied(workdays=Workdays()))
    assert (search, search) == both_ways(search)
    assert search != evolve(search, applications=[applied()])


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


def test_without_tomli_w_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tomli_w", None)
    with pytest.raises(ModuleNotFoundError, match=r"pip install 'interview_followup\[toml\]'"):
        search_toml(searching())
