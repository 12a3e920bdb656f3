"""Near names: which name is suggested for another one, and where none must be."""

from __future__ import annotations

import pytest

from interview_followup import CV_LIBRARY
from interview_followup._clock import zone_names
from interview_followup._files.table_keys import keys_of
from interview_followup._near_names import near_name, near_zone
from interview_followup._other_words import OTHER_WORDS
from interview_followup.advice._pack_names import FACT_KINDS
from interview_followup.language._rule import KINDS
from interview_followup.model import (
    Application,
    Done,
    FollowUp,
    Interview,
    JobSearch,
    Offer,
    Person,
    Promise,
    SetAside,
    WakingHours,
    Workdays,
)
from interview_followup.model._application import OUTCOMES
from interview_followup.model._interview import MEDIA, REASONS

NAMES: dict[str, tuple[str, ...]] = {
    "search": keys_of(JobSearch),
    "application": keys_of(Application),
    "interview": keys_of(Interview),
    "person": keys_of(Person),
    "promise": keys_of(Promise),
    "offer": keys_of(Offer),
    "follow-up": keys_of(FollowUp),
    "done": keys_of(Done),
    "set aside": keys_of(SetAside),
    "work days": keys_of(Workdays),
    "waking hours": keys_of(WakingHours),
    "medium": MEDIA,
    "outcome": OUTCOMES,
    "not held": REASONS,
    "act": tuple(CV_LIBRARY.acts),
    "kind of rule": KINDS,
    "kind of fact": tuple(FACT_KINDS),
    "unit": ("days", "hours", "minutes", "working days"),
}

SUGGESTED = [
    ("kind of rule", "forbid", "veto"),
    ("kind of fact", "yes/no", "condition"),
    ("kind of fact", "date", "moment"),
    ("kind of fact", "number", "count"),
    ("kind of fact", "text", "detail"),
    ("search", "tz", "timezone"),
    ("search", "Time Zone", "timezone"),
    ("search", "jobs", "applications"),
    ("search", "snoozed", "set_aside"),
    ("application", "company", "employer"),
    ("application", "Company", "employer"),
    ("application", "company_name", "employer"),
    ("application", "name", "employer"),
    ("application", "position", "role"),
    ("application", "title", "role"),
    ("application", "job-title", "role"),
    ("application", "roll", "role"),
    ("application", "status", "outcome"),
    ("application", "follow-up", "follow_up"),
    ("application", "followup", "follow_up"),
    ("application", "salary", "notes"),
    ("application", "note", "notes"),
    ("application", "comments", "notes"),
    ("interview", "tz", "timezone"),
    ("interview", "duration", "minutes"),
    ("interview", "length", "minutes"),
    ("interview", "date", "starts"),
    ("interview", "start", "starts"),
    ("interview", "start_time", "starts"),
    ("interview", "end", "ends"),
    ("interview", "type", "medium"),
    ("interview", "panel", "interviewers"),
    ("interview", "location", "notes"),
    ("interview", "round", "notes"),
    ("interview", "zoom_link", "notes"),
    ("interview", "thank_you", "done"),
    ("application", "chased", "done"),
    ("application", "date applied", "notes"),
    ("person", "first_name", "name"),
    ("follow-up", "email", "to"),
    ("done", "email", "to"),
    ("interview", "canceled", "not_held"),
    ("person", "e-mail", "email"),
    ("person", "mail", "email"),
    ("person", "mobile", "phone"),
    ("person", "title", "notes"),
    ("person", "id", "key"),
    ("promise", "deadline", "by"),
    ("promise", "date", "by"),
    ("promise", "medium", "channel"),
    ("offer", "deadline", "reply_by"),
    ("offer", "expires", "reply_by"),
    ("follow-up", "via", "channel"),
    ("done", "date", "at"),
    ("done", "action", "act"),
    ("done", "person", "to"),
    ("set aside", "at", "until"),
    ("work days", "country", "region"),
    ("waking hours", "from", "starts"),
    ("waking hours", "to", "ends"),
    ("medium", "zoom", "video"),
    ("medium", "MS Teams", "video"),
    ("medium", "Microsoft Teams", "video"),
    ("medium", "vidoe", "video"),
    ("medium", "onsite", "in-person"),
    ("medium", "on-site", "in-person"),
    ("medium", "In Person", "in-person"),
    ("medium", "in_person", "in-person"),
    ("medium", "telephone", "phone"),
    ("outcome", "ghosted", "no-answer"),
    ("outcome", "reject", "rejected"),
    ("outcome", "hired", "accepted"),
    ("outcome", "cancelled", "closed"),
    ("not held", "ghosted", "no-show"),
    ("not held", "canceled", "cancelled"),
    ("act", "follow-up", "chase"),
    ("act", "chaise", "chase"),
    ("act", "thanks", "thank-you"),
    ("act", "thanked", "thank-you"),
    ("act", "thank-you-email", "thank-you"),
    ("unit", "business days", "working days"),
    ("unit", "workdays", "working days"),
    ("unit", "hrs", "hours"),
    ("unit", "mins", "minutes"),
]
"""What was written where, and what is meant, nearly certainly."""

NOT_SUGGESTED = [
    ("interview", "company", "minutes"),
    ("interview", "length", "left"),
    ("interview", "tasks", "starts"),
    ("promise", "notes", "minutes"),
    ("offer", "notes", "notes"),
    ("offer", "deadline", "declined"),
    ("offer", "date", "received"),
    ("offer", "salary", "notes"),
    ("act", "follow-up", "ask-how-to-follow-up"),
    ("act", "looking", "keep-looking"),
    ("act", "call", "chase"),
    ("set aside", "at", "act"),
    ("done", "notes", "at"),
    ("person", "role", "phone"),
    ("outcome", "on hold", "no-answer"),
    ("outcome", "pending", "rejected"),
    ("outcome", "offer", "accepted"),
    ("medium", "coffee", "phone"),
    ("unit", "months", "minutes"),
    ("unit", "weeks", "days"),
]
"""What was written where, and what it is not."""


def titles(rows: list[tuple[str, str, str]]) -> list[str]:
    return [f"{written} in {where}" for where, written, _ in rows]


@pytest.mark.parametrize(("where", "written", "meant"), SUGGESTED, ids=titles(SUGGESTED))
def test_what_is_nearly_certain_is_suggested(where: str, written: str, meant: str) -> None:
    assert meant == near_name(written, NAMES[where])


@pytest.mark.parametrize(("where", "written", "other"), NOT_SUGGESTED, ids=titles(NOT_SUGGESTED))
def test_what_misleads_is_not_suggested(where: str, written: str, other: str) -> None:
    assert other != near_name(written, NAMES[where])


@pytest.mark.parametrize("where", NAMES)
def test_a_name_with_other_capitals_hyphens_or_blanks_is_the_one_that_is_meant(where: str) -> None:
    for name in NAMES[where]:
        for written in (name.upper(), name.title(), name.replace("-", "_"), name.replace("_", "-")):
            assert name == near_name(written, NAMES[where])


def test_other_words_are_written_in_small_letters_with_blanks_and_are_none_of_ours_there() -> None:
    words = [word for row in OTHER_WORDS.values() for word in row]
    assert [] == [word for word in words if word != " ".join(word.casefold().split())]
    assert [] == [word for word in words if "-" in word or "_" in word]
    assert [] == [ours for ours, row in OTHER_WORDS.items() if len(set(row)) < len(row)]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("new york", "America/New_York"),
        ("New York", "America/New_York"),
        ("New_York", "America/New_York"),
        ("America/New York", "America/New_York"),
        ("america / new york", "America/New_York"),
        ("America/NewYork", "America/New_York"),
        ("US/New_York", "America/New_York"),
        ("europe/london", "Europe/London"),
        ("EUROPE/LONDON", "Europe/London"),
        (" Europe/London ", "Europe/London"),
        ("London", "Europe/London"),
        ("Europe/Londn", "Europe/London"),
        ("Europe/Lonodn", "Europe/London"),
        ("Europe/Londoon", "Europe/London"),
        ("Europe/Landon", "Europe/London"),
        ("Erope/London", "Europe/London"),
        ("Asia/Tokio", "Asia/Tokyo"),
        ("us/eastern", "US/Eastern"),
        ("utc", "UTC"),
        ("etc/gmt+5", "Etc/GMT+5"),
    ],
)
def test_a_zone_is_suggested_where_it_is_nearly_certain(name: str, meant: str) -> None:
    assert meant == near_zone(name, zone_names())


@pytest.mark.parametrize(
    "name",
    [
        *("BST", "IST", "PST", "EDT", "CEST", "est", "gmt", "Z", "zulu"),
        *("GMT-5", "GMT+1", "UTC+1", "UTC-05:00", "+01:00", "Etc/GMT+15", "Etc/GMT+55"),
        *("Pacific Standard Time", "W. Europe Standard Time", "GMT Standard Time"),
        *("Eastern", "Pacific", "Central European Time", "Eastern Time"),
        *("Asia/Mumbai", "America/San_Francisco", "America/Boston", "Europe/Munich"),
        *("Europe/Bern", "Europe/Kiel", "Asia/Delhi", "Asia/Beijing", "America/Washington"),
        *("Victoria", "Cordoba", "Davis", "Norfolk", "Europe", "Europe/", "", "/", "nowhere"),
    ],
)
def test_no_zone_is_suggested_for_abbreviations_offsets_windows_names_and_other_places(
    name: str,
) -> None:
    assert near_zone(name, zone_names()) is None


def test_every_zone_is_suggested_for_its_own_name_in_other_letters() -> None:
    names = [name for name in zone_names() if "/" in name]
    assert names == [near_zone(name.lower().replace("_", " "), zone_names()) for name in names]
