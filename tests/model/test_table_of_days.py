"""Days for moments: at each place its first moment or its end, in the zone of what it is about."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import pytest
from attrs import evolve
from hypothesis import example, given, settings
from hypothesis import strategies as st

from builders import card
from drawing import examples
from expressions import subject_of
from interview_followup import (
    Application,
    Done,
    Interview,
    JobSearch,
    Offer,
    Person,
    Promise,
    RuleSet,
    SetAside,
    _clock,
    forecast,
    plan,
    schedule,
)
from interview_followup._planning.lookup import asked_about
from interview_followup.exports.calendar import plan_calendar
from interview_followup.language import Moment, application, days, interview, last_done, moment_fact
from interview_followup.language._day import moment
from interview_followup.language._subject import Per
from interview_followup.model._days import DAYS, moment_of
from zones import ZONES, utc

MEANINGS = {
    "interview.starts": ("first", "interview"),
    "interview.ends": ("end", "interview"),
    "interview.left": ("end", "interview"),
    "application.heard": ("end", "application"),
    "application.signed": ("end", "application"),
    "promise.by": ("end", "application"),
    "promise.made": ("end", "application"),
    "offer.received": ("first", "application"),
    "offer.reply_by": ("end", "application"),
    "done.at": ("end", "keeper"),
    "set_aside.until": ("first", "keeper"),
    "facts": ("end", "keeper"),
    "now": ("first", "search"),
    "at": ("first", "search"),
    "horizon": ("end", "search"),
    "stamp": ("first", "search"),
}
STANDS_FOR: dict[Any, str] = {_clock.first_moment: "first", _clock.end_of: "end"}


def test_the_table_of_days_is_this_one() -> None:
    known = {place: (STANDS_FOR[stands_for], whose) for place, (stands_for, whose) in DAYS.items()}
    assert MEANINGS == known


@pytest.mark.parametrize("place", DAYS)
def test_a_moment_stands_for_itself(place: str) -> None:
    noon = utc("2026-11-24T12:00")
    assert moment_of(place, noon, ZoneInfo("Asia/Tokyo")) is noon


class Frame(NamedTuple):
    """A search in a zone, whose first interview is in another, and an application in a third."""

    search: str
    first: str
    application: str

    def searching(self, *parts: Application, **more: Any) -> JobSearch:
        earlier = Interview(starts=utc("1970-01-02T00:00"), timezone=self.first)
        elsewhere = Application(employer="Globex", interviews=[earlier], outcome="rejected")
        return JobSearch(timezone=self.search, applications=[elsewhere, *parts], **more)

    def applied(self, **more: Any) -> Application:
        earlier = Interview(starts=utc("1970-01-05T00:00"), timezone=self.first)
        latest = self.meeting()
        return Application(employer="Acme", interviews=[latest, earlier], **more)

    def meeting(self, **more: Any) -> Interview:
        return Interview(starts=utc("1970-01-09T00:00"), timezone=self.application, **more)


def midnight(day: date, zone: str) -> datetime:
    return datetime.combine(day, time(0), ZoneInfo(zone)).astimezone(UTC)


MIDNIGHTS: dict[str, Callable[[date, str], datetime]] = {
    "first": midnight,
    "end": lambda day, zone: midnight(day + timedelta(days=1), zone),
}


def instant_of(fact: Moment, search: JobSearch, per: Per, of: str = "") -> Any:
    """Return the instant that a fact gives of the subject whose label holds the text."""
    value: Any = fact.evaluate(subject_of(search, per, of))
    return moment(value)


def of_acme(fact: Moment, frame: Frame, **more: Any) -> Any:
    return instant_of(fact, frame.searching(frame.applied(**more)), "application", "Acme")


def at_acme(frame: Frame, **more: Any) -> JobSearch:
    met = frame.meeting(**more)
    return frame.searching(Application(employer="Acme", interviews=[met]))


def left(frame: Frame, day: date) -> Any:
    starts = MIDNIGHTS["end"](day, frame.application) - timedelta(minutes=1)
    met = Interview(starts=starts, timezone=frame.application, left=day)
    search = frame.searching(Application(employer="Acme", interviews=[met]))
    return instant_of(interview.left, search, "interview", "Acme")


def replied_by(frame: Frame, day: date) -> Any:
    """Return when the offer of one application has to be answered, as another one sees it."""
    offering = frame.applied(offer=Offer(reply_by=day))
    other = Application(employer="Initech", interviews=[frame.meeting()])
    search = frame.searching(offering, other)
    return instant_of(application.other_offer_reply_by, search, "application", "Initech")


def until(search: JobSearch, per: Per, of: str = "") -> Any:
    aside = subject_of(search, per, of).set_aside("wave")
    return aside and aside.until


def moment_asked_about(frame: Frame, day: date) -> datetime:
    search = at_acme(frame, interviewers=[Person(name="Ana")])
    return asked_about(search, "send-card", "at", day, of="Ana", rules=RULES)[0]


def stamped(frame: Frame, day: date) -> Any:
    """Return when a calendar says that it was made, of which the stamp is a day."""
    search = at_acme(frame)
    starts = search.applications[-1].interviews[-1].starts
    return plan_calendar(plan(search, now=starts), stamp=day).events[0].DTSTAMP


RULES = RuleSet([card()])
WAVED = last_done("wave")
ON_SEARCH = moment_fact("search.back_on", "the day on which you are back")
ON_APPLICATION = moment_fact("application.task_due", "the day on which the task is due")
ON_INTERVIEW = moment_fact("interview.room_from", "the day from which the room is yours")
ON_PERSON = moment_fact("person.away_from", "the day on which they leave")

# For each place, whose zone is expected, and what is seen of a day that is given there.
SEEN: list[tuple[str, str, Callable[[Frame, date], Any]]] = [
    (
        "interview.starts",
        "application",
        lambda frame, day: Interview(starts=day, timezone=frame.application).first_moment,
    ),
    (
        "interview.starts",
        "application",
        lambda frame, day: instant_of(
            interview.starts,
            frame.searching(
                Application(
                    employer="Acme",
                    interviews=[Interview(starts=day, timezone=frame.application)],
                )
            ),
            "interview",
            "Acme",
        ),
    ),
    (
        "interview.ends",
        "application",
        lambda frame, day: Interview(starts=day, ends=day, timezone=frame.application).last_moment,
    ),
    ("interview.left", "application", left),
    (
        "application.heard",
        "application",
        lambda frame, day: of_acme(application.heard, frame, heard=day),
    ),
    (
        "application.signed",
        "application",
        lambda frame, day: of_acme(application.signed, frame, signed=day),
    ),
    (
        "promise.by",
        "application",
        lambda frame, day: of_acme(application.promise, frame, promise=Promise(by=day)),
    ),
    (
        "promise.made",
        "application",
        lambda frame, day: of_acme(
            application.promise, frame, promise=Promise(within=days(0), made=day)
        ),
    ),
    (
        "offer.received",
        "application",
        lambda frame, day: of_acme(application.offer_received, frame, offer=Offer(received=day)),
    ),
    ("offer.reply_by", "application", replied_by),
    (
        "done.at",
        "first",
        lambda frame, day: instant_of(
            WAVED, frame.searching(frame.applied(), done=[Done(act="wave", at=day)]), "search"
        ),
    ),
    (
        "done.at",
        "application",
        lambda frame, day: of_acme(WAVED, frame, done=[Done(act="wave", at=day)]),
    ),
    (
        "done.at",
        "application",
        lambda frame, day: instant_of(
            WAVED, at_acme(frame, done=[Done(act="wave", at=day)]), "interview", "Acme"
        ),
    ),
    (
        "set_aside.until",
        "first",
        lambda frame, day: until(
            frame.searching(frame.applied(), set_aside=[SetAside(act="wave", until=day)]), "search"
        ),
    ),
    (
        "set_aside.until",
        "application",
        lambda frame, day: until(
            frame.searching(frame.applied(set_aside=[SetAside(act="wave", until=day)])),
            "application",
            "Acme",
        ),
    ),
    (
        "set_aside.until",
        "application",
        lambda frame, day: until(
            at_acme(frame, set_aside=[SetAside(act="wave", until=day)]), "interview", "Acme"
        ),
    ),
    (
        "facts",
        "first",
        lambda frame, day: instant_of(
            ON_SEARCH, frame.searching(frame.applied(), facts={"back_on": day}), "search"
        ),
    ),
    (
        "facts",
        "application",
        lambda frame, day: of_acme(ON_APPLICATION, frame, facts={"task_due": day}),
    ),
    (
        "facts",
        "application",
        lambda frame, day: instant_of(
            ON_INTERVIEW, at_acme(frame, facts={"room_from": day}), "interview", "Acme"
        ),
    ),
    (
        "facts",
        "application",
        lambda frame, day: instant_of(
            ON_PERSON,
            at_acme(frame, interviewers=[Person(name="Ana", facts={"away_from": day})]),
            "person",
        ),
    ),
    (
        "now",
        "search",
        lambda frame, day: schedule(at_acme(frame), rules=RULES).at(day).now_utc,
    ),
    ("at", "search", moment_asked_about),
    (
        "horizon",
        "search",
        lambda frame, day: forecast(at_acme(frame), now=day, horizon=day, rules=RULES).until_utc,
    ),
    ("stamp", "search", stamped),
]


def test_a_day_is_tried_at_every_place() -> None:
    assert MEANINGS.keys() == {place for place, _, _ in SEEN}


frames = st.permutations(ZONES).map(lambda zones: Frame(*zones[:3]))


@pytest.mark.parametrize(
    ("place", "whose", "seen"), SEEN, ids=[f"{place}-{whose}" for place, whose, _ in SEEN]
)
@settings(max_examples=examples(20))
@example(frame=Frame("UTC", "America/Havana", "Asia/Beirut"), day=date(2025, 3, 30))
@example(frame=Frame("America/Havana", "Asia/Beirut", "UTC"), day=date(2025, 3, 8))
@example(frame=Frame("Europe/London", "Asia/Tokyo", "Pacific/Apia"), day=date(2011, 12, 29))
@example(frame=Frame("Pacific/Apia", "Pacific/Apia", "Pacific/Apia"), day=date(2011, 12, 30))
@given(frame=frames, day=st.dates(date(1970, 2, 1), date(2199, 12, 30)))
def test_a_day_stands_for_its_first_moment_or_its_end_in_a_zone(
    place: str, whose: str, seen: Callable[[Frame, date], Any], frame: Frame, day: date
) -> None:
    stands_for, _ = MEANINGS[place]
    assert MIDNIGHTS[stands_for](day, getattr(frame, whose)) == seen(frame, day)


def test_without_an_interview_a_day_is_one_of_the_search_s_first_or_else_of_the_search() -> None:
    """One that did not take place is none."""
    day = date(2026, 12, 4)
    missed = Interview(
        starts=utc("1970-01-01T00:00"), timezone="Asia/Tokyo", not_held="cancelled", key="missed"
    )
    acme = Application(employer="Acme", interviews=[missed], heard=day)
    frame = Frame("Europe/London", "America/New_York", "Asia/Kathmandu")
    alone = JobSearch(timezone=frame.search, applications=[acme])
    assert midnight(date(2026, 12, 5), frame.first) == instant_of(
        application.heard, frame.searching(acme), "application", "Acme"
    )
    assert midnight(date(2026, 12, 5), frame.search) == instant_of(
        application.heard, alone, "application", "Acme"
    )


def test_of_an_application_s_interviews_the_latest_that_took_place_says_its_zone() -> None:
    frame = Frame("Europe/London", "America/New_York", "Asia/Kathmandu")
    cancelled = Interview(starts=utc("2026-12-01T10:00"), timezone="UTC", not_held="cancelled")
    acme = frame.applied(heard=date(2026, 12, 4))
    acme = evolve(acme, interviews=[*acme.interviews, cancelled])
    assert midnight(date(2026, 12, 5), frame.application) == instant_of(
        application.heard, frame.searching(acme), "application", "Acme"
    )
