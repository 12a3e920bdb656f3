"""Job searches: what is in them, and how an act is recorded, set aside and resumed."""

from __future__ import annotations

import copy
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pendulum
import pytest
from attrs import evolve

from interview_followup import (
    Action,
    Application,
    Done,
    Interview,
    InvalidInput,
    JobSearch,
    Person,
    SetAside,
    WakingHours,
    Workdays,
    plan,
)
from interview_followup.model._identity import Identity
from interview_followup.model._search import as_search
from mistakes import mistakes, problems
from zones import aware, utc

LONDON, NEW_YORK, TOKYO = "Europe/London", "America/New_York", "Asia/Tokyo"
STARTS, ENDS = aware("2026-11-24T10:00", LONDON), aware("2026-11-24T11:00", LONDON)
NAIVE = STARTS.replace(tzinfo=None)
HOUR = timedelta(hours=1)


@mistakes(
    (
        {"timezone": "Europe/Londn"},
        "timezone: 'Europe/Londn' is not an IANA time zone; did you mean 'Europe/London'?",
    ),
    (
        {"applications": [Interview(starts=STARTS, key="i")]},
        "applications[0]: "
        f"{Interview(starts=STARTS, key='i')!r} is not of class Application; "
        "build it with Application(...)",
    ),
    (
        {"applications": [Application(employer="Acme"), Application(employer="Acme")]},
        "applications[1]: is the same one as applications[0]; "
        "remove one, or give each a key of its own",
    ),
    (
        {"applications": [Application(), Application()]},
        "applications[1]: is the same one as applications[0]; "
        "remove one, or give each a key of its own",
    ),
    (
        {"done": [Done(act="keep-looking", at=ENDS, to="Ana")]},
        "done[0].to: is only for acts at an interview; "
        "leave it out, or move the act to the interview with that person",
    ),
)
def test_a_wrong_search_says_what_is_wrong_and_how_to_mend_it(given: Any, problem: str) -> None:
    assert [problem] == problems(JobSearch, **{"timezone": LONDON, **given})


def test_a_search_has_the_usual_workdays_and_waking_hours_unless_told_otherwise() -> None:
    search = JobSearch(timezone=LONDON)
    assert (Workdays(), WakingHours()) == (search.workdays, search.waking_hours)


@pytest.mark.parametrize(
    "build",
    [
        lambda workdays: JobSearch(timezone=LONDON, workdays=workdays),
        lambda workdays: Application(employer="Acme", workdays=workdays),
    ],
    ids=["search", "application"],
)
def test_workdays_may_be_the_text_of_a_region(build: Callable[[str], Any]) -> None:
    assert Workdays(region="GB-ENG") == build("GB-ENG").workdays
    assert [
        "workdays: 'GB-EN' is no region; did you mean 'GB-ENG'?",
    ] == problems(lambda: build("GB-EN"))


def test_waking_hours_are_built_or_left_out() -> None:
    assert [
        "waking_hours: '07:00-22:00' is not of class WakingHours; build it with WakingHours(...)"
    ] == problems(JobSearch, timezone=LONDON, waking_hours="07:00-22:00")


EARLY = Interview(starts=STARTS, ends=ENDS, key="early")
LATE = Interview(starts=STARTS + 3 * HOUR, ends=ENDS + 3 * HOUR, key="late")
IN_NEW_YORK = evolve(EARLY, timezone=NEW_YORK, key="in-new-york")


def test_the_first_interview_of_a_search_is_the_first_of_any_application() -> None:
    applications = [
        Application(role=interview.key, interviews=[interview]) for interview in (LATE, EARLY)
    ]
    assert EARLY == JobSearch(timezone=LONDON, applications=[*applications, Application()]).first


class Act:
    """The least that can be recorded."""

    def __init__(self, act: str, *identities: Identity) -> None:
        self.act = act
        self.identities = identities


ANA, TOM = Person(name="Ana", email="ana@acme.example"), Person(name="Tom")
MET = Interview(starts=STARTS, ends=ENDS, interviewers=[ANA, TOM])
ACME = Application(employer="Acme", role="Cook", interviews=[MET, LATE])
GLOBEX = Application(employer="Globex", role="Cook", interviews=[MET])
SEARCH = JobSearch(timezone=LONDON, applications=[GLOBEX, ACME])
AT = utc("2026-12-04T09:30")


def planned(search: JobSearch, act: str, employer: str = "", person: str = "") -> Action:
    """Return the one action on an act whose subject's label holds both texts."""
    [action] = (
        action
        for action in plan(search, now=AT).actions
        if action.act == act and employer in action.subject.label and person in action.subject.label
    )
    return action


def test_an_act_per_search_is_recorded_on_the_search() -> None:
    recorded = SEARCH.record(planned(SEARCH, "keep-looking"), at=AT)
    assert evolve(SEARCH, done=[Done(act="keep-looking", at=AT)]) == recorded


def test_an_act_per_application_is_recorded_on_the_application() -> None:
    recorded = SEARCH.record(planned(SEARCH, "chase", "Acme"), at=AT)
    chased = evolve(ACME, done=[Done(act="chase", at=AT)])
    assert evolve(SEARCH, applications=[GLOBEX, chased]) == recorded


def test_an_act_per_interview_is_recorded_on_the_interview() -> None:
    recorded = SEARCH.record(planned(SEARCH, "debrief", "Globex"), at=AT)
    debriefed = evolve(MET, done=[Done(act="debrief", at=AT)])
    assert evolve(SEARCH, applications=[evolve(GLOBEX, interviews=[debriefed]), ACME]) == recorded


def test_an_act_per_person_is_recorded_on_the_interview_with_the_name() -> None:
    recorded = SEARCH.record(planned(SEARCH, "thank-you", "Acme", "Ana"), at=AT)
    thanked = evolve(MET, done=[Done(act="thank-you", at=AT, to="Ana")])
    assert (
        evolve(SEARCH, applications=[GLOBEX, evolve(ACME, interviews=[thanked, LATE])]) == recorded
    )


def test_an_act_for_a_person_with_a_key_is_recorded_with_the_key() -> None:
    twins = [evolve(ANA, key="1"), evolve(ANA, key="2")]
    met = evolve(MET, interviewers=twins, key="m")
    search = JobSearch(
        timezone=LONDON, applications=[Application(employer="Acme", interviews=[met], key="a")]
    )
    second = Act("thank-you", ("key", "a"), ("key", "m"), ("key", "2"))
    [interview] = search.record(second, at=AT).applications[0].interviews
    assert (Done(act="thank-you", at=AT, to="2"),) == interview.done


def test_acts_are_recorded_one_after_the_other_at_any_aware_time() -> None:
    chase = planned(SEARCH, "chase", "Acme")
    readings = [pendulum.datetime(2025, 10, 26, 1, 30, tz=LONDON, fold=fold) for fold in (1, 0)]
    twice = SEARCH.record(chase, at=readings[0]).record(chase, at=readings[1])
    assert [utc("2025-10-26T01:30"), utc("2025-10-26T00:30")] == [
        act.at for act in twice.applications[1].done
    ]


def test_recording_leaves_the_search_as_it_was() -> None:
    before = copy.deepcopy(SEARCH)
    SEARCH.record(planned(SEARCH, "chase", "Acme"), at=AT)
    assert before == SEARCH


@pytest.mark.parametrize(
    "act",
    [
        Act("chase", ("employer", "Initech", "Cook")),
        Act("debrief", ACME.identity, ("key", "17")),
        Act("thank-you", ACME.identity, MET.identity, ("name", "Bob")),
        Act("thank-you", ACME.identity, LATE.identity, ANA.identity),
    ],
    ids=["application", "interview", "person", "person at another interview"],
)
def test_an_act_of_another_search_is_refused(act: Act) -> None:
    about = " ".join(filter(None, act.identities[-1][1:]))
    assert [
        f"action: is about {about!r}, which this search does not hold; "
        "record it on the search that it was planned from"
    ] == problems(lambda: SEARCH.record(act, at=AT))


@pytest.mark.parametrize(
    "action",
    ["chase", None, SEARCH.applications[0].interviews, Done(act="chase", at=AT)],
    ids=lambda action: type(action).__name__,
)
def test_only_an_action_is_recorded(action: Any) -> None:
    [problem] = problems(lambda: SEARCH.record(action, at=AT))
    assert problem.startswith("action: ")
    assert problem.endswith(" is not an action; take it from a plan's actions")


@pytest.mark.parametrize(
    ("at", "message"),
    [
        (NAIVE, "2026-11-24T10:00:00 has no time zone"),
        (aware("2025-03-30T01:30", LONDON), "2025-03-30T01:30:00+00:00 does not exist"),
        (None, "is missing"),
    ],
    ids=["naive", "in a gap", "none"],
)
def test_an_act_is_not_recorded_at_a_time_that_is_none(at: Any, message: str) -> None:
    [problem] = problems(lambda: SEARCH.record(Act("keep-looking"), at=at))
    assert problem.startswith(f"at: {message}")


LATER, LATER_STILL = utc("2026-12-07T09:00"), utc("2026-12-08T09:00")


def test_an_act_is_dismissed_for_good_where_it_would_be_recorded() -> None:
    quiet = SEARCH.dismiss(planned(SEARCH, "keep-looking"))
    assert evolve(SEARCH, set_aside=[SetAside(act="keep-looking")]) == quiet
    quiet = SEARCH.dismiss(planned(SEARCH, "chase", "Acme"))
    dismissed = evolve(ACME, set_aside=[SetAside(act="chase")])
    assert evolve(SEARCH, applications=[GLOBEX, dismissed]) == quiet


def test_an_act_is_snoozed_until_a_moment_where_it_would_be_recorded() -> None:
    quiet = SEARCH.snooze(planned(SEARCH, "debrief", "Globex"), until=LATER)
    snoozed = evolve(MET, set_aside=[SetAside(act="debrief", until=LATER)])
    assert evolve(SEARCH, applications=[evolve(GLOBEX, interviews=[snoozed]), ACME]) == quiet


def test_an_act_about_a_person_is_set_aside_at_the_interview_with_the_name_or_the_key() -> None:
    keyed = evolve(MET, interviewers=[evolve(ANA, key="7"), TOM])
    search = evolve(SEARCH, applications=[GLOBEX, evolve(ACME, interviews=[keyed])])
    quiet = search.dismiss(planned(search, "thank-you", "Acme", "Ana"))
    quiet = quiet.snooze(planned(search, "thank-you", "Acme", "Tom"), until=LATER)
    assert (
        SetAside(act="thank-you", to="7"),
        SetAside(act="thank-you", to="Tom", until=LATER),
    ) == quiet.applications[1].interviews[0].set_aside


def test_set_aside_again_an_act_has_the_new_moment_only() -> None:
    chase, looking = planned(SEARCH, "chase", "Acme"), planned(SEARCH, "keep-looking")
    quiet = SEARCH.snooze(chase, until=LATER_STILL).dismiss(looking).snooze(chase, until=LATER)
    assert (SetAside(act="chase", until=LATER),) == quiet.applications[1].set_aside
    assert (SetAside(act="chase"),) == quiet.dismiss(chase).applications[1].set_aside
    assert (SetAside(act="keep-looking"),) == quiet.set_aside


def test_what_is_set_aside_again_keeps_its_place_among_the_others() -> None:
    thanks = [planned(SEARCH, "thank-you", "Acme", name) for name in ("Ana", "Tom")]
    quiet = SEARCH.dismiss(thanks[0]).dismiss(thanks[1])
    quiet = quiet.dismiss(planned(SEARCH, "connect", "Acme", "Ana")).snooze(thanks[0], until=LATER)
    assert (
        SetAside(act="thank-you", to="Ana", until=LATER),
        SetAside(act="thank-you", to="Tom"),
        SetAside(act="connect", to="Ana"),
    ) == quiet.applications[1].interviews[0].set_aside


def test_set_aside_again_an_act_for_a_person_has_the_new_moment_only() -> None:
    """It may have been set aside by name, in a file, for a person who has a key."""
    keyed = evolve(
        MET, interviewers=[evolve(ANA, key="7")], set_aside=[SetAside(act="thank-you", to="Ana")]
    )
    search = JobSearch(timezone=LONDON, applications=[evolve(ACME, interviews=[keyed])])
    quiet = search.snooze(planned(search, "thank-you"), until=LATER)
    [aside] = quiet.applications[0].interviews[0].set_aside
    assert SetAside(act="thank-you", to="7", until=LATER) == aside


EARLIER = evolve(MET, starts=STARTS - 24 * HOUR, ends=ENDS - 24 * HOUR, interviewers=[TOM])
NEXT = evolve(MET, starts=STARTS + 24 * HOUR, ends=ENDS + 24 * HOUR)
ASIDE = [
    SetAside(act="chat", to="Ana"),
    SetAside(act="connect", to="Ana"),
    SetAside(act="connect", to="Tom"),
    SetAside(act="thank-you", to="Ana"),
]


@pytest.mark.parametrize(
    ("change", "remaining"),
    [
        (JobSearch.resume, ()),
        (JobSearch.dismiss, (SetAside(act="connect", to="Ana"),)),
        (
            lambda search, action: search.snooze(action, until=LATER),
            (SetAside(act="connect", to="Ana", until=LATER),),
        ),
    ],
    ids=["resumed", "dismissed", "snoozed"],
)
def test_what_is_set_aside_at_another_meeting_with_a_person_is_so_at_the_first_alone(
    change: Callable[[JobSearch, Action], JobSearch], remaining: tuple[SetAside, ...]
) -> None:
    interviews = [EARLIER, MET, evolve(NEXT, set_aside=ASIDE)]
    search = JobSearch(timezone=LONDON, applications=[evolve(ACME, interviews=interviews)])
    connect = planned(search, "connect", "Acme", "Ana")
    assert ("set-aside", MET.identity) == (connect.status, connect.identities[1])
    [changed] = change(search, connect).applications
    rest = (ASIDE[0], ASIDE[2], ASIDE[3])
    assert [(), remaining, rest] == [meeting.set_aside for meeting in changed.interviews]


@pytest.mark.parametrize(
    ("act", "employer"),
    [("keep-looking", ""), ("chase", "Acme"), ("debrief", "Globex")],
    ids=["search", "application", "interview"],
)
def test_an_action_that_a_plan_has_as_set_aside_is_put_off_and_resumed(
    act: str, employer: str
) -> None:
    action = planned(SEARCH, act, employer)
    quiet = SEARCH.dismiss(action)
    aside = planned(quiet, act, employer)
    assert "set-aside" == aside.status
    assert SEARCH.snooze(action, until=LATER) == quiet.snooze(aside, until=LATER)
    assert SEARCH == quiet.resume(aside)


def test_a_caution_is_set_aside_and_resumed_with_its_act() -> None:
    search = evolve(SEARCH, applications=[GLOBEX, evolve(ACME, interviews=[MET])])
    thanks = planned(search, "thank-you", "Acme", "Ana")
    cautions = plan(search, now=ENDS + timedelta(days=3)).cautions
    [missed] = [
        caution
        for caution in cautions
        if (caution.act, caution.subject) == (thanks.act, thanks.subject)
    ]
    quiet = search.dismiss(missed)
    assert search.dismiss(thanks) == quiet != search
    assert search == quiet.resume(missed)


def test_an_act_that_is_set_aside_is_resumed() -> None:
    chase, thanks = planned(SEARCH, "chase", "Acme"), planned(SEARCH, "thank-you", "Acme", "Ana")
    looking = planned(SEARCH, "keep-looking")
    quiet = SEARCH.snooze(chase, until=LATER).dismiss(thanks).dismiss(looking)
    assert SEARCH == quiet.resume(chase).resume(thanks).resume(looking)
    assert SEARCH == SEARCH.resume(chase)


def test_only_the_act_for_that_subject_is_resumed() -> None:
    """It may have been set aside by name, in a file, for a person who has a key."""
    aside = [SetAside(act="thank-you", to=name) for name in ("Ana", "7", "Tom")]
    remaining = (SetAside(act="thank-you", to="Tom"), SetAside(act="connect", to="Ana"))
    keyed = evolve(MET, interviewers=[evolve(ANA, key="7"), TOM], set_aside=[*aside, remaining[1]])
    search = JobSearch(timezone=LONDON, applications=[evolve(ACME, interviews=[keyed])])
    resumed = search.resume(
        Act("thank-you", ACME.identity, keyed.identity, keyed.people[0].identity)
    )
    assert remaining == resumed.applications[0].interviews[0].set_aside


def test_what_is_set_aside_is_not_done_and_stays_set_aside_once_it_is() -> None:
    chase = planned(SEARCH, "chase", "Acme")
    search = SEARCH.snooze(chase, until=LATER).record(chase, at=AT)
    acme = search.applications[1]
    assert ((Done(act="chase", at=AT),), (SetAside(act="chase", until=LATER),)) == (
        acme.done,
        acme.set_aside,
    )


@pytest.mark.parametrize(
    "until",
    [LATER, pendulum.instance(LATER).in_timezone(NEW_YORK), LATER.astimezone(ZoneInfo(TOKYO))],
    ids=["UTC", "pendulum", "another zone"],
)
def test_an_act_is_snoozed_until_any_aware_time(until: datetime) -> None:
    [aside] = SEARCH.snooze(Act("keep-looking"), until=until).set_aside
    assert isinstance(aside.until, datetime)
    assert (LATER, UTC) == (aside.until, aside.until.tzinfo)


def test_an_act_is_recorded_on_a_day_and_snoozed_until_one() -> None:
    day = date(2026, 12, 4)
    search = SEARCH.record(Act("keep-looking"), at=day).snooze(Act("keep-looking"), until=day)
    assert (Done(act="keep-looking", at=day),) == search.done
    assert (SetAside(act="keep-looking", until=day),) == search.set_aside


@pytest.mark.parametrize(
    ("until", "message"),
    [
        (None, "is missing; give it, or dismiss the action"),
        (float("nan"), "is missing; give it, or dismiss the action"),
        (NAIVE, "2026-11-24T10:00:00 has no time zone; "),
        (date(2200, 1, 1), "2200-01-01 is not between 1970 and 2200; "),
        (aware("2025-03-30T01:30", LONDON), "2025-03-30T01:30:00+00:00 does not exist"),
        (utc("2200-01-01T00:00"), "2200-01-01T00:00:00+00:00 is not between 1970 and 2200; "),
    ],
    ids=["none", "no number", "naive", "a day too late", "in a gap", "too late"],
)
def test_an_act_is_not_snoozed_until_a_time_that_is_none(until: Any, message: str) -> None:
    """Not even for good, which is said with `dismiss`."""
    [problem] = problems(lambda: SEARCH.snooze(Act("keep-looking"), until=until))
    assert problem.startswith(f"until: {message}")


@pytest.mark.parametrize(
    "put_away",
    [JobSearch.dismiss, lambda search, action: search.snooze(action, until=LATER)],
    ids=["dismissed", "snoozed"],
)
def test_only_an_action_of_the_search_is_set_aside(put_away: Any) -> None:
    assert ["action: 'chase' is not an action; take it from a plan's actions"] == problems(
        lambda: put_away(SEARCH, "chase")
    )
    [problem] = problems(lambda: put_away(SEARCH, Act("chase", ("employer", "Initech", "Cook"))))
    assert problem.startswith("action: is about 'Initech Cook', which this search does not hold; ")


def test_a_search_stands_for_itself() -> None:
    assert as_search(SEARCH) is SEARCH


def test_an_application_stands_for_a_search_in_the_zone_of_its_latest_interview() -> None:
    abroad = Application(employer="Acme", interviews=[IN_NEW_YORK, evolve(LATE, timezone=TOKYO)])
    assert JobSearch(timezone=TOKYO, applications=[abroad]) == as_search(abroad)


def test_an_interview_stands_for_a_search_in_its_zone() -> None:
    alone = JobSearch(timezone=NEW_YORK, applications=[Application(interviews=[IN_NEW_YORK])])
    assert alone == as_search(IN_NEW_YORK)


@pytest.mark.parametrize(
    ("known", "problem"),
    [
        (
            Application(employer="Acme"),
            "timezone: is missing, and the application has no interview to take it from; "
            "put the application in a JobSearch with a timezone",
        ),
        (
            "Acme",
            "search: 'Acme' is not a JobSearch, an Application or an Interview; build one of them",
        ),
        (
            None,
            "search: None is not a JobSearch, an Application or an Interview; build one of them",
        ),
    ],
    ids=["an application without an interview", "a text", "nothing"],
)
def test_nothing_else_stands_for_a_search(known: Any, problem: str) -> None:
    assert [problem] == problems(lambda: as_search(known))


def test_only_an_action_can_be_recorded() -> None:
    wrong: Any = "thank-you"
    with pytest.raises(InvalidInput) as caught:
        JobSearch(timezone=LONDON).record(wrong, at=STARTS)
    expected = "action: 'thank-you' is not an action; take it from a plan's actions"
    assert expected == str(caught.value)


class Candidate(JobSearch):
    """A host's own class of search."""


CHANGES: dict[str, Callable[[JobSearch, Any], JobSearch]] = {
    "record": lambda search, action: search.record(action, at=AT),
    "snooze": lambda search, action: search.snooze(action, until=LATER),
    "dismiss": lambda search, action: search.dismiss(action),
    "resume": lambda search, action: search.resume(action),
    "replace": lambda search, _: search.replace(ACME, evolve(ACME, preferred=True)),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
@pytest.mark.parametrize(
    ("act", "employer", "person"),
    [
        ("keep-looking", "", ""),
        ("chase", "Acme", ""),
        ("debrief", "Globex", ""),
        ("thank-you", "Acme", "Ana"),
    ],
    ids=["search", "application", "interview", "person"],
)
def test_a_search_that_changes_stays_of_its_class(
    change: Callable[[JobSearch, Any], JobSearch], act: str, employer: str, person: str
) -> None:
    search = Candidate(timezone=LONDON, applications=[GLOBEX, ACME])
    action = planned(SEARCH, act, employer, person)
    changed, expected = change(search, action), change(SEARCH, action)
    assert Candidate is type(changed)
    assert (expected.applications, expected.done, expected.set_aside) == (
        changed.applications,
        changed.done,
        changed.set_aside,
    )


class OwnApplication(Application):
    """A host's own class of application."""


class OwnInterview(Interview):
    """A host's own class of interview."""


def test_what_a_search_holds_stays_of_its_class() -> None:
    met = OwnInterview(starts=STARTS, ends=ENDS, interviewers=[ANA])
    own = OwnApplication(employer="Acme", role="Cook", interviews=[met])
    search = JobSearch(timezone=LONDON, applications=[own])
    [changed] = search.record(planned(search, "thank-you"), at=AT).applications
    assert (OwnApplication, OwnInterview) == (type(changed), type(changed.interviews[0]))


def test_a_record_on_an_interview_whose_people_are_unknown_is_kept() -> None:
    unknown = evolve(MET, interviewers=None)
    search = JobSearch(timezone=LONDON, applications=[evolve(ACME, interviews=[unknown])])
    recorded = search.record(Act("debrief", ACME.identity, MET.identity), at=AT)
    assert (Done(act="debrief", at=AT),) == recorded.applications[0].interviews[0].done
    [problem] = problems(
        lambda: search.record(Act("x", ACME.identity, MET.identity, ANA.identity), at=AT)
    )
    assert problem.startswith("action: is about 'ana', which this search does not hold; ")


def test_an_application_stands_in_the_zone_of_an_interview_that_was_not_held_if_need_be() -> None:
    missed = evolve(IN_NEW_YORK, not_held="no-show")
    abroad = Application(employer="Acme", interviews=[missed])
    assert JobSearch(timezone=NEW_YORK, applications=[abroad]) == as_search(abroad)
    both = Application(employer="Acme", interviews=[missed, evolve(EARLY, timezone=TOKYO)])
    assert TOKYO == as_search(both).timezone
