"""Subjects: what a rule is evaluated for, together with what it is in."""

from __future__ import annotations

import pickle
from datetime import date, datetime, timedelta

import pytest
from attrs import evolve

from interview_followup import (
    Application,
    Done,
    Interview,
    InvalidInput,
    JobSearch,
    Keys,
    Person,
    SetAside,
    Subject,
    Workdays,
)
from interview_followup.language._day import Day
from interview_followup.language._subject import (
    PERS,
    Aside,
    Per,
    search_subject,
    subjects,
    subjects_at,
    whoever,
)
from zones import aware, utc

LONDON, NEW_YORK, TOKYO, PARIS = (
    "Europe/London",
    "America/New_York",
    "Asia/Tokyo",
    "Europe/Paris",
)
WEEK = timedelta(days=7)
OWN_WEEK = Workdays(weekend=["Friday", "Saturday"])

ANA, TOM = Person(name="Ana"), Person(name="Tom", key="17")
FIRST = Interview(starts=aware("2026-11-24T10:00", NEW_YORK), interviewers=[ANA, TOM])
SECOND = Interview(starts=aware("2026-12-01T10:00", TOKYO), interviewers=[ANA], key="second")
ACME = Application(employer="Acme", role="Cook", interviews=[SECOND, FIRST], workdays=OWN_WEEK)
UNNAMED = Application(key="5", interviews=[evolve(FIRST, starts=FIRST.starts + WEEK)])
NOBODY_MET = Application(employer="Globex")
SEARCH = JobSearch(timezone=PARIS, applications=[NOBODY_MET, UNNAMED, ACME])


def subject(per: Per, label: str, search: JobSearch = SEARCH) -> Subject:
    """Return the one subject of a kind whose label starts so."""
    [only] = [subject for subject in subjects(search)[per] if subject.label.startswith(label)]
    return only


ROOT = subject("search", "the job search")
AT_ACME = subject("application", "Acme")
AT_FIRST = subject("interview", "Acme, Cook · 2026-11-24")
WITH_ANA = subject("person", "Ana · Acme, Cook · 2026-11-24")
WITH_TOM = subject("person", "Tom · Acme, Cook · 2026-11-24")


def test_every_subject_of_a_search_is_found_by_what_it_is() -> None:
    labels = {
        per: sorted(subject.label for subject in group) for per, group in subjects(SEARCH).items()
    }
    assert {
        "search": ["the job search"],
        "application": ["Acme, Cook", "Globex", "the application"],
        "interview": [
            "Acme, Cook · 2026-11-24 10:00",
            "Acme, Cook · 2026-12-01 10:00",
            "the application · 2026-12-01 10:00",
        ],
        "person": [
            "Ana · Acme, Cook · 2026-11-24 10:00",
            "Ana · Acme, Cook · 2026-12-01 10:00",
            "Ana · the application · 2026-12-01 10:00",
            "Tom · Acme, Cook · 2026-11-24 10:00",
            "Tom · the application · 2026-12-01 10:00",
        ],
    } == labels


def test_an_empty_search_is_a_subject_all_the_same() -> None:
    empty = JobSearch(timezone=PARIS)
    counts = {per: len(group) for per, group in subjects(empty).items()}
    assert {"search": 1, "application": 0, "interview": 0, "person": 0} == counts


@pytest.mark.parametrize(
    ("subject", "identities"),
    [
        (ROOT, ()),
        (AT_ACME, (("employer", "acme", "cook"),)),
        (AT_FIRST, (("employer", "acme", "cook"), ("starts", "2026-11-24T15:00:00+00:00"))),
        (
            WITH_TOM,
            (
                ("employer", "acme", "cook"),
                ("starts", "2026-11-24T15:00:00+00:00"),
                ("key", "17"),
            ),
        ),
        (subject("application", "the application"), (("key", "5"),)),
    ],
    ids=["search", "application", "interview", "person", "application with a key"],
)
def test_a_subject_is_identified_by_itself_and_all_that_it_is_in(
    subject: Subject, identities: tuple[tuple[str, ...], ...]
) -> None:
    assert identities == subject.identities


def test_a_subject_is_shown_by_its_label() -> None:
    assert "<Subject Tom · Acme, Cook · 2026-11-24 10:00>" == repr(WITH_TOM)


def test_two_people_of_one_name_are_told_apart_by_their_keys() -> None:
    twins = evolve(FIRST, interviewers=[evolve(ANA, key="1"), evolve(ANA, key="2"), TOM])
    search = JobSearch(timezone=PARIS, applications=[evolve(ACME, interviews=[twins])])
    labels = [subject.label for subject in subjects(search)["person"]]
    place = "Acme, Cook · 2026-11-24 10:00"
    assert [f"Ana (1) · {place}", f"Ana (2) · {place}", f"Tom · {place}"] == labels


def test_an_interview_of_which_only_the_day_is_known_is_labelled_with_the_day() -> None:
    """Of two that begin together each has its key, even if only one has a time."""
    day = date(2026, 11, 24)
    interviews = [
        Interview(starts=day, timezone=NEW_YORK, key="1"),
        Interview(starts=aware("2026-11-24T00:00", NEW_YORK), key="2"),
        Interview(starts=date(2026, 11, 25), timezone=NEW_YORK),
    ]
    search = JobSearch(timezone=PARIS, applications=[evolve(ACME, interviews=interviews)])
    assert [
        "Acme, Cook · 2026-11-24 (1)",
        "Acme, Cook · 2026-11-24 00:00 (2)",
        "Acme, Cook · 2026-11-25",
    ] == [meeting.label for meeting in subjects(search)["interview"]]


def test_whoever_was_met_is_somebody_only_while_nobody_has_told() -> None:
    untold = evolve(FIRST, interviewers=None, key="untold")
    nobody = evolve(FIRST, interviewers=[], key="nobody")
    search = evolve(SEARCH, applications=[evolve(ACME, interviews=[untold, FIRST, nobody])])
    groups = subjects(search)
    [somebody] = whoever(groups["interview"])
    assert ("person", True) == (somebody.per, somebody.is_whoever)
    assert (untold, NEW_YORK) == (somebody.interview, somebody.timezone)
    assert somebody.meeting == groups["interview"][0]
    assert [False] * len(groups["person"]) == [known.is_whoever for known in groups["person"]]
    assert [] == groups["interview"][0].narrower()
    again = pickle.loads(pickle.dumps(somebody))
    assert (somebody, True) == (again, again.is_whoever)


def test_no_two_subjects_share_a_path() -> None:
    paths = [subject.path for group in subjects(SEARCH).values() for subject in group]
    assert len(set(paths)) == len(paths)


@pytest.mark.parametrize(
    ("subject", "per", "value"),
    [
        (ROOT, "search", SEARCH),
        (AT_ACME, "application", ACME),
        (AT_FIRST, "interview", FIRST),
        (WITH_ANA, "person", ANA),
    ],
    ids=["search", "application", "interview", "person"],
)
def test_a_subject_is_about_the_narrowest_value(
    subject: Subject, per: Per, value: JobSearch | Application | Interview | Person
) -> None:
    assert (per, value) == (subject.per, subject.narrowest)


def test_a_subject_knows_all_that_it_is_in() -> None:
    assert (SEARCH, ACME, FIRST, ANA) == (
        WITH_ANA.search,
        WITH_ANA.application,
        WITH_ANA.interview,
        WITH_ANA.person,
    )


CALLED_OFF = JobSearch(
    timezone=PARIS,
    applications=[
        Application(employer="Acme", role="Cook", interviews=[evolve(FIRST, not_held="cancelled")]),
        Application(
            employer="Globex", interviews=[Interview(starts=aware("2026-12-02T10:00", LONDON))]
        ),
        Application(
            employer="Bolt", interviews=[Interview(starts=aware("2026-12-03T10:00", TOKYO))]
        ),
    ],
)


@pytest.mark.parametrize(
    ("subject", "timezone"),
    [
        (WITH_ANA, NEW_YORK),
        (AT_FIRST, NEW_YORK),
        (subject("interview", "Acme, Cook · 2026-12-01"), TOKYO),
        (AT_ACME, TOKYO),
        (subject("application", "Globex"), NEW_YORK),
        (
            subject("application", "Globex", JobSearch(timezone=PARIS, applications=[NOBODY_MET])),
            PARIS,
        ),
        (subject("interview", "Acme, Cook · 2026-11-24", CALLED_OFF), NEW_YORK),
        (subject("application", "Acme", CALLED_OFF), LONDON),
        (subject("search", "the job search", CALLED_OFF), LONDON),
        (ROOT, NEW_YORK),
        (search_subject(JobSearch(timezone=PARIS)), PARIS),
    ],
    ids=[
        "a person: the interview's",
        "an interview: its own",
        "another interview: its own",
        "an application: its latest interview's",
        "an application without one: that of the search's first interview",
        "an application without one, in a search without one: the candidate's",
        "an interview that did not take place: its own all the same",
        "an application of which none took place: that of the search's first that did",
        "a search: that of the first that took place",
        "a search: its first interview's",
        "a search without one: the candidate's",
    ],
)
def test_a_subject_counts_days_in_its_interview_s_zone(subject: Subject, timezone: str) -> None:
    assert (timezone, timezone) == (subject.timezone, subject.zone.key)


@pytest.mark.parametrize(
    ("subject", "workdays"),
    [(WITH_ANA, OWN_WEEK), (AT_ACME, OWN_WEEK), (subject("application", "Globex"), Workdays())],
    ids=["a person: the employer's", "the employer's own", "not known: the search's"],
)
def test_the_employer_s_workdays_count_where_they_differ(
    subject: Subject, workdays: Workdays
) -> None:
    assert workdays == subject.workdays


@pytest.mark.parametrize(
    ("per", "wider"),
    [("search", ROOT), ("application", AT_ACME), ("interview", AT_FIRST), ("person", WITH_ANA)],
)
def test_widening_gives_what_a_subject_is_in(per: Per, wider: Subject) -> None:
    widened = WITH_ANA.widened(per)
    assert (wider, wider.label) == (widened, widened.label)
    assert wider.narrowest == widened.narrowest


@pytest.mark.parametrize(
    ("met", "per", "timezone"),
    [
        (WITH_ANA, "interview", NEW_YORK),
        (WITH_ANA, "application", TOKYO),
        (subject("person", "Ana · Acme, Cook · 2026-12-01"), "search", NEW_YORK),
    ],
    ids=["interview", "application", "search"],
)
def test_what_a_subject_is_in_counts_days_in_its_own_zone(
    met: Subject, per: Per, timezone: str
) -> None:
    assert timezone == met.widened(per).timezone


@pytest.mark.parametrize("per", ["application", "interview", "person"])
def test_nothing_is_widened_to_what_is_no_wider(per: Per) -> None:
    assert AT_ACME.widened(per) is AT_ACME


def test_a_subject_is_the_same_one_in_a_later_value_of_the_search() -> None:
    ana = evolve(ANA, email="ana@acme.example")
    met = evolve(FIRST, interviewers=[ana, TOM], timezone=LONDON)
    acme = evolve(ACME, interviews=[met, SECOND], outcome="accepted")
    later = evolve(SEARCH, applications=[acme], timezone=LONDON)
    again = subject("person", "Ana · Acme, Cook · 2026-11-24", later)
    assert (WITH_ANA, hash(WITH_ANA)) == (again, hash(again))
    assert WITH_ANA.narrowest != again.narrowest


def test_a_person_was_met_at_an_interview_and_anything_else_is_just_that() -> None:
    assert (AT_FIRST, AT_FIRST, AT_ACME) == (WITH_ANA.meeting, AT_FIRST.meeting, AT_ACME.meeting)


def test_different_subjects_differ() -> None:
    everything = [subject for group in subjects(SEARCH).values() for subject in group]
    assert len(everything) == len(set(everything))


def test_a_subject_comes_back_from_pickling() -> None:
    again = pickle.loads(pickle.dumps(WITH_ANA))
    assert (WITH_ANA, WITH_ANA.label) == (again, again.label)
    assert (SEARCH, ACME, FIRST, ANA) == (
        again.search,
        again.application,
        again.interview,
        again.person,
    )


def test_what_is_made_of_a_subject_is_made_once() -> None:
    calls: list[object] = []

    def number(subject: Subject, *more: str) -> int:
        calls.append((subject, *more))
        return len(calls)

    fresh = AT_ACME.afresh()
    assert [1, 1, 2, 2] == [fresh.once(number, *more) for more in ((), (), ("more",), ("more",))]
    assert 3 == fresh.afresh().once(number)


@pytest.mark.parametrize(
    "here", [ROOT, AT_ACME, AT_FIRST, WITH_ANA], ids=lambda subject: subject.per
)
def test_a_subject_afresh_is_the_same_with_nothing_evaluated(here: Subject) -> None:
    here.memo["evaluated"] = here.widened("search").memo["evaluated"] = True
    again = here.afresh()
    assert (here, here.narrowest, here.timezone) == (again, again.narrowest, again.timezone)
    assert ({}, {}) == (again.memo, again.widened("search").memo)


@pytest.mark.parametrize(
    "here", [ROOT, AT_ACME, AT_FIRST, WITH_ANA], ids=lambda subject: subject.per
)
def test_a_subject_is_found_by_its_identities(here: Subject) -> None:
    same = search_subject(SEARCH).find(*here.identities)
    assert (here, here.label, here.narrowest) == (same, same.label, same.narrowest)


@pytest.mark.parametrize(
    "here", [ROOT, AT_ACME, AT_FIRST, WITH_ANA], ids=lambda subject: subject.per
)
def test_a_subject_is_found_from_anywhere_in_the_search(here: Subject) -> None:
    assert here.narrowest == WITH_TOM.elsewhere(*here.identities).narrowest
    assert here is here.elsewhere(*here.identities)


@pytest.mark.parametrize("here", subjects(SEARCH)["application"], ids=str)
def test_the_subjects_at_an_application_are_those_within_it(here: Subject) -> None:
    expected = {
        per: [subject for subject in group if subject.identities[:1] == here.identities[:1]]
        for per, group in subjects(SEARCH).items()
    }
    assert expected == subjects_at(search_subject(SEARCH), here.identities[0])


def test_without_an_application_it_is_the_search_itself() -> None:
    expected = {per: [ROOT] if per == "search" else [] for per in PERS}
    assert expected == subjects_at(ROOT, None)


def test_what_is_in_a_subject_is_narrower_and_nothing_is_in_a_person() -> None:
    assert subjects(SEARCH)["application"] == ROOT.narrower()
    assert [WITH_ANA, WITH_TOM] == AT_FIRST.narrower()
    assert [] == WITH_ANA.narrower()


# -- what is done for a subject -------------------------------------------------------------------

TEN, ELEVEN, NOON = (utc(f"2026-12-04T{hour}:00") for hour in (10, 11, 12))


@pytest.mark.parametrize(
    ("person", "instants"),
    [("Ana", (TEN,)), ("Tom", (NOON, ELEVEN))],
    ids=["by name", "by name or key"],
)
def test_acts_done_to_a_person_are_kept_on_the_interview(
    person: str, instants: tuple[datetime, ...]
) -> None:
    acts = [
        Done(act="thank-you", at=NOON, to="17"),
        Done(act="thank-you", at=TEN, to="Ana"),
        Done(act="thank-you", at=ELEVEN, to="Tom"),
        Done(act="connect", at=TEN, to="Tom"),
        Done(act="thank-you", at=TEN),
    ]
    acme = evolve(ACME, interviews=[evolve(FIRST, done=acts), SECOND])
    met = subject(
        "person", f"{person} · Acme, Cook · 2026-11-24", evolve(SEARCH, applications=[acme])
    )
    assert instants == met.done("thank-you")


def test_acts_are_kept_on_what_they_are_done_for() -> None:
    def done(at: datetime) -> list[Done]:
        return [Done(act="chase", at=at), Done(act="other", at=at + WEEK)]

    acme = evolve(ACME, done=done(ELEVEN), interviews=[evolve(FIRST, done=done(NOON))])
    search = evolve(SEARCH, done=done(TEN), applications=[acme])
    acts = {per: group[0].done("chase") for per, group in subjects(search).items()}
    assert {"search": (TEN,), "application": (ELEVEN,), "interview": (NOON,), "person": ()} == acts


def test_what_was_done_on_a_day_was_done_on_a_day_of_the_subject_s_zone() -> None:
    acts = [Done(act="debrief", at=date(2026, 12, 4)), Done(act="debrief", at=TEN)]
    acme = evolve(ACME, interviews=[evolve(FIRST, done=acts), SECOND], done=acts)
    search = evolve(SEARCH, applications=[acme], done=acts)
    expected: list[tuple[Per, str, str]] = [
        ("search", "the job search", NEW_YORK),
        ("application", "Acme", TOKYO),
        ("interview", "Acme, Cook · 2026-11-24", NEW_YORK),
    ]
    for per, label, zone in expected:
        day = Day(aware("2026-12-04T00:00", zone), aware("2026-12-05T00:00", zone))
        assert (day, TEN) == subject(per, label, search).done("debrief")


def test_what_was_never_done_was_done_at_no_time() -> None:
    assert () == ROOT.done("keep-looking")


# -- what is set aside for a subject --------------------------------------------------------------


def put_away(*asides: SetAside) -> JobSearch:
    """Return the search with acts set aside at the first interview at Acme."""
    acme = evolve(ACME, interviews=[evolve(FIRST, set_aside=asides), SECOND])
    return evolve(SEARCH, applications=[acme])


def test_what_is_set_aside_for_a_person_is_kept_on_the_interview_by_name_or_key() -> None:
    search = put_away(
        SetAside(act="thank-you", to="17"),
        SetAside(act="connect", to="Tom", until=TEN),
        SetAside(act="connect", to="Ana", until=NOON),
        SetAside(act="debrief"),
    )
    ana, tom = (
        subject("person", f"{name} · Acme, Cook · 2026-11-24", search) for name in ("Ana", "Tom")
    )
    assert Aside(None) == tom.set_aside("thank-you")
    assert None is ana.set_aside("thank-you")
    untils = [
        aside and aside.until for aside in (tom.set_aside("connect"), ana.set_aside("connect"))
    ]
    assert [TEN, NOON] == untils
    assert None is tom.set_aside("debrief")


def test_what_is_set_aside_for_a_person_at_any_interview_is_theirs_alone() -> None:
    bo = Person(name="Bo")
    first = evolve(
        FIRST,
        interviewers=[ANA, bo, Person(name="Cy")],
        set_aside=[
            SetAside(act="connect", to="Ana", until=TEN),
            SetAside(act="connect", to="Cy", until=ELEVEN),
            SetAside(act="thank-you", to="Bo"),
        ],
    )
    second = evolve(
        SECOND,
        interviewers=[ANA, bo],
        set_aside=[SetAside(act="connect", to="Ana", until=NOON)],
    )
    acme = evolve(ACME, interviews=[first, second])
    search = evolve(SEARCH, applications=[acme])
    at_first, at_second = (
        {name: subject("person", f"{name} · Acme, Cook · {day}", search) for name in ("Ana", "Bo")}
        for day in ("2026-11-24", "2026-12-01")
    )
    for people in (at_first, at_second):
        assert Aside(NOON) == people["Ana"].set_aside_at_any_meeting("connect")
        assert None is people["Bo"].set_aside_at_any_meeting("connect")
        assert Aside(None) == people["Bo"].set_aside_at_any_meeting("thank-you")
        assert None is people["Ana"].set_aside_at_any_meeting("debrief")


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ([date(2026, 12, 4)], aware("2026-12-04T00:00", NEW_YORK)),
        ([date(2026, 12, 4), TEN], TEN),
        ([date(2026, 12, 5), TEN], aware("2026-12-05T00:00", NEW_YORK)),
        ([date(2026, 12, 5), None], None),
    ],
    ids=["a day", "a later moment", "a later day", "for good"],
)
def test_what_is_set_aside_until_a_day_is_so_until_its_first_moment_there(
    days: list[date | None], expected: datetime | None
) -> None:
    search = put_away(*[SetAside(act="debrief", until=until) for until in days])
    met = subject("interview", "Acme, Cook · 2026-11-24", search)
    assert Aside(expected) == met.set_aside("debrief")


def test_what_is_set_aside_is_kept_on_what_it_is_about() -> None:
    def away(until: datetime) -> list[SetAside]:
        return [SetAside(act="chase", until=until), SetAside(act="other")]

    acme = evolve(ACME, set_aside=away(ELEVEN), interviews=[evolve(FIRST, set_aside=away(NOON))])
    search = evolve(SEARCH, set_aside=away(TEN), applications=[acme])
    asides = {per: group[0].set_aside("chase") for per, group in subjects(search).items()}
    assert {"search": TEN, "application": ELEVEN, "interview": NOON, "person": None} == {
        per: aside and aside.until for per, aside in asides.items()
    }


@pytest.mark.parametrize(
    ("untils", "longest"),
    [
        ([TEN, NOON, ELEVEN], NOON),
        ([NOON, None, TEN], None),
        ([None, NOON], None),
        ([utc("2199-12-31T23:59"), None], None),
        ([TEN], TEN),
    ],
    ids=["moments", "for good in between", "for good first", "nearly for good", "one"],
)
def test_of_several_that_set_one_act_aside_the_one_that_lasts_longest_counts(
    untils: list[datetime | None], longest: datetime | None
) -> None:
    search = put_away(*[SetAside(act="debrief", until=until) for until in untils])
    met = subject("interview", "Acme, Cook · 2026-11-24", search)
    aside = met.set_aside("debrief")
    assert aside is not None
    assert longest == aside.until


def test_of_two_that_last_equally_long_it_is_always_the_same_that_counts() -> None:
    alike = [
        SetAside(act="connect", to="Tom", until=TEN),
        SetAside(act="connect", to="17", until=TEN),
    ]
    asides = [
        subject("person", "Tom · Acme, Cook · 2026-11-24", put_away(*order)).set_aside("connect")
        for order in (alike, alike[::-1])
    ]
    assert asides[0] == asides[1] is not None


@pytest.mark.parametrize("per", ["application", "interview", "person"])
def test_a_search_is_not_asked_for_what_is_within_it(per: str) -> None:
    with pytest.raises(InvalidInput, match=f"the job search has no one {per}"):
        getattr(search_subject(JobSearch(timezone="UTC")), per)


def test_the_keys_of_a_subject_are_those_of_what_it_is_and_what_it_is_in() -> None:
    meeting = Interview(
        starts=aware("2026-11-24T10:00", LONDON), interviewers=[Person(name="Ada", key=3)]
    )
    search = JobSearch(
        timezone=LONDON, key=1, applications=[Application(key=2, interviews=[meeting])]
    )
    expected = {
        "search": Keys(search="1"),
        "application": Keys(search="1", application="2"),
        "interview": Keys(search="1", application="2", interview=None),
        "person": Keys(search="1", application="2", interview=None, person="3"),
    }
    assert expected == {per: group[0].keys for per, group in subjects(search).items()}


def test_the_addressee_of_a_subject_is_the_key_or_else_the_name_of_its_person() -> None:
    people = [Person(name="Ada", key=3), Person(name="Bea")]
    meeting = Interview(starts=aware("2026-11-24T10:00", LONDON), interviewers=people)
    search = JobSearch(timezone=LONDON, applications=[Application(interviews=[meeting])])
    expected = {
        "search": [None],
        "application": [None],
        "interview": [None],
        "person": ["3", "Bea"],
    }
    addressees = {
        per: [subject.addressee for subject in group] for per, group in subjects(search).items()
    }
    assert expected == addressees
