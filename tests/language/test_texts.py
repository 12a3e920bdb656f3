"""What texts may mention, and how they are filled in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from builders import NEW_YORK, applied, at, meeting, priya, scheduled_act, searching, tom
from interview_followup import (
    Application,
    Interview,
    InvalidInput,
    JobSearch,
    Offer,
    Person,
    RuleSet,
)
from interview_followup.language import (
    application,
    closed,
    interview,
    late,
    moment_fact,
    person,
    search,
    when,
)
from interview_followup.language._subject import subjects
from interview_followup.language._texts import fill
from waves import places, refused, wave


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        pytest.param(
            {"text": "Wave at {employr}"},
            "wave.text: {employr} is nothing it can mention; did you mean 'employer'?",
            id="misspelt",
        ),
        pytest.param(
            {"text": "Wave at {}"},
            "wave.text: {} is nothing it can mention; "
            "use one of: contact, day, employer, other_employers, recruiter, role",
            id="empty",
        ),
        pytest.param(
            {"text": "Wave at {person}"},
            "wave.text: {person} is nothing it can mention; "
            "use one of: contact, day, employer, other_employers, recruiter, role",
            id="somebody narrower",
        ),
        pytest.param(
            {"text": "Wave at {employer.name}"},
            "wave.text: {employer.name} is nothing it can mention; did you mean 'employer'?",
            id="a part of it",
        ),
        pytest.param(
            {"text": "Wave by {opens}"},
            "wave.text: {opens} is nothing it can mention; mention it in a caution",
            id="a date outside a caution",
        ),
        pytest.param(
            {"text": "Wave", "per": search, "opens": search.signed, "cautions": late("At {role}")},
            "wave.cautions[0].text: {role} is nothing it can mention; "
            "use one of: best, closes, due, opens",
            id="in a caution of a search",
        ),
        pytest.param(
            {"text": "At {role}", "per": search, "opens": search.signed},
            "wave.text: {role} is nothing it can mention; leave it out",
            id="in the text of a search",
        ),
        pytest.param(
            {"cautions": [late("Wave"), closed("You had until {close}")]},
            "wave.cautions[1].text: {close} is nothing it can mention; did you mean 'closes'?",
            id="in a caution",
        ),
    ],
)
def test_what_a_text_cannot_mention_is_refused(parts: dict[str, Any], expected: str) -> None:
    assert [expected] == refused(**parts)


@pytest.mark.parametrize("blank", ["", "  \n"])
@pytest.mark.parametrize(
    ("place", "parts"),
    [
        pytest.param("text", lambda blank: {"text": blank}, id="a text"),
        pytest.param(
            "text.then",
            lambda blank: {"text": when(interview.remote, blank, otherwise="Wave")},
            id="one that is chosen",
        ),
        pytest.param(
            "text.otherwise",
            lambda blank: {"text": when(interview.remote, "Wave", otherwise=blank)},
            id="the other",
        ),
        pytest.param(
            "cautions[1].text",
            lambda blank: {"cautions": [late("Wave"), closed(blank)]},
            id="a caution",
        ),
        pytest.param(
            "cautions[0].text.otherwise",
            lambda blank: {"cautions": late(when(interview.remote, "Wave", otherwise=blank))},
            id="one of a caution that is chosen",
        ),
    ],
)
def test_a_text_that_says_nothing_is_refused(
    place: str, parts: Callable[[str], dict[str, Any]], blank: str
) -> None:
    assert [f"wave.{place}: says nothing; give a sentence"] == refused(**parts(blank))


@pytest.mark.parametrize("text", ["Wave at {employer", "Wave at employer}", "{", "Wave {role!}"])
@pytest.mark.parametrize("place", ["text", "cautions[0].text"])
def test_broken_braces_are_refused(place: str, text: str) -> None:
    [problem] = refused(**({"text": text} if place == "text" else {"cautions": late(text)}))
    assert (
        f"wave.{place}: cannot be filled in: its braces do not fit; "
        "write what it mentions as {employer}, and a brace that is to stay twice"
    ) == problem


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("{employer:>{width}}", id="a placeholder within one"),
        pytest.param("{employer:d}", id="the format of a number"),
        pytest.param("{employer!x}", id="a conversion that there is not"),
    ],
)
def test_what_cannot_be_filled_in_is_refused_when_it_is_written(text: str) -> None:
    assert ["wave.text"] == places(text=text)


@pytest.mark.parametrize("ask", ["When with {employr}?", "When {", "When was {person} there?"])
def test_a_question_that_cannot_be_filled_in_is_refused_when_it_is_written(ask: str) -> None:
    with pytest.raises(InvalidInput):
        wave(opens=moment_fact("interview.own", "my own", lambda _: None, ask=ask))


SEARCH = searching(
    applied(
        meeting(interviewers=[priya(), tom()]),
        recruiter=Person(name="Rachel Green"),
    ),
    applied(
        employer="Bolt", offer=Offer(received=at("2026-11-26 10:00"), reply_by=date(2026, 12, 4))
    ),
)
BARE = searching(Application(interviews=[meeting()]))


@pytest.mark.parametrize(
    ("job_search", "text", "expected"),
    [
        pytest.param(SEARCH, "Wave", "Wave", id="nothing"),
        pytest.param(SEARCH, "{{Wave}}", "{Wave}", id="nothing but doubled braces"),
        pytest.param(SEARCH, "{{: Wave", "{: Wave", id="nothing but a doubled opening brace"),
        pytest.param(SEARCH, "Wave :}}", "Wave :}", id="nothing but a doubled closing brace"),
        pytest.param(SEARCH, "At {person}, {person}", "At Priya Shah, Priya Shah", id="a person"),
        pytest.param(SEARCH, "At {{ {person} }}", "At { Priya Shah }", id="in doubled braces"),
        pytest.param(SEARCH, "At {employer}", "At Acme", id="the employer"),
        pytest.param(SEARCH, "As {role}", "As Data engineer", id="the role"),
        pytest.param(SEARCH, "To {recruiter}", "To Rachel Green", id="the recruiter"),
        pytest.param(SEARCH, "Tell {contact}", "Tell Rachel Green", id="the recruiter as contact"),
        pytest.param(BARE, "Tell {contact}", "Tell them", id="no recruiter as contact"),
        pytest.param(SEARCH, "For {other_employers}", "For Bolt", id="the other employer"),
        pytest.param(SEARCH, "On {day}", "On Tuesday 24 November", id="the day"),
        pytest.param(
            searching(applied(meeting("2026-11-24 23:30", "2026-11-25 00:30", "Asia/Tokyo"))),
            "On {day}",
            "On Tuesday 24 November",
            id="the day on which it starts, in its zone",
        ),
        pytest.param(
            searching(
                applied(
                    Interview(
                        starts=date(2026, 9, 6),
                        timezone="America/Santiago",
                        interviewers=[priya()],
                    )
                )
            ),
            "On {day}",
            "On Sunday 6 September",
            id="a day that begins at 01:00",
        ),
        pytest.param(BARE, "At {employer}", "At the employer", id="no employer's name"),
        pytest.param(BARE, "As {role}", "As the role", id="no role"),
        pytest.param(BARE, "To {recruiter}", "To your recruiter", id="no recruiter"),
        pytest.param(BARE, "For {other_employers}", "For another employer", id="no other offer"),
        pytest.param(
            searching(
                applied(meeting()),
                Application(role="Baker", offer=Offer(received=at("2026-11-26 10:00"))),
            ),
            "For {other_employers}",
            "For another employer",
            id="an offer of nobody named",
        ),
    ],
)
def test_a_text_mentions(job_search: JobSearch, text: str, expected: str) -> None:
    rules = RuleSet([wave(per=person, text=text)])
    assert expected == scheduled_act(job_search, "wave", of="Priya Shah", rules=rules).text


# -- the day of the interview ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("met", "expected"),
    [
        pytest.param(
            meeting("2026-11-24 23:59", "2026-11-25 00:30"), "Tuesday 24 November", id="just before"
        ),
        pytest.param(
            meeting("2026-11-25 00:00", "2026-11-25 00:30"), "Wednesday 25 November", id="midnight"
        ),
        pytest.param(
            meeting("2026-11-25 00:01", "2026-11-25 00:30"),
            "Wednesday 25 November",
            id="just after",
        ),
        pytest.param(
            meeting("2026-11-24 20:00", "2026-11-24 21:00", NEW_YORK, timezone=NEW_YORK),
            "Tuesday 24 November",
            id="in its own zone",
        ),
        pytest.param(
            Interview(starts=date(2026, 12, 1), timezone=NEW_YORK),
            "Tuesday 1 December",
            id="only the day",
        ),
    ],
)
def test_the_day_is_that_of_the_interview_in_its_zone(met: Interview, expected: str) -> None:
    [here] = subjects(searching(applied(met)))["interview"]
    assert expected == fill("{day}", here)


def test_an_application_has_no_day_of_its_own() -> None:
    assert [
        "wave.text: {day} is nothing it can mention; "
        "use one of: contact, employer, other_employers, recruiter, role"
    ] == refused(per=application, opens=application.latest_ends, text="Wave on {day}")


# -- the other employers --------------------------------------------------------------------------


def offering(employer: str | None, reply_by: str | None = None, **more: Any) -> Application:
    received = at(more.pop("received", "2026-11-26 10:00"))
    offer = Offer(received=received, reply_by=at(reply_by) if reply_by else None)
    return Application(employer=employer, role=more.pop("role", "Baker"), offer=offer, **more)


SOON, LATER = "2026-12-01 17:00", "2026-12-04 17:00"


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        pytest.param([], "another employer", id="none"),
        pytest.param([offering("Bolt")], "Bolt", id="one"),
        pytest.param([offering("Core"), offering("Bolt")], "Bolt and Core", id="two"),
        pytest.param(
            [offering("Dune"), offering("Core"), offering("Bolt")],
            "Bolt, Core and Dune",
            id="three",
        ),
        pytest.param(
            [offering("Bolt"), offering("Core", LATER), offering("Dune", SOON)],
            "Dune, Core and Bolt",
            id="first what is over first",
        ),
        pytest.param(
            [offering("Bolt", received="2026-11-27 10:00"), offering("Core")],
            "Core and Bolt",
            id="then what came first",
        ),
        pytest.param(
            [offering("Bolt", "2026-11-26 09:59", received="2026-11-25 10:00"), offering("Core")],
            "Core",
            id="one that is over",
        ),
        pytest.param(
            [offering("Bolt", "2026-11-26 10:00", received="2026-11-25 10:00"), offering("Core")],
            "Bolt and Core",
            id="one that is over as the other comes",
        ),
        pytest.param(
            [offering("Bolt", outcome="declined"), offering("Core")], "Core", id="one declined"
        ),
        pytest.param(
            [
                offering("Bolt", SOON),
                offering("Core", LATER),
                offering(" bolt ", role="Cook"),
            ],
            "Bolt and Core",
            id="two of one employer",
        ),
        pytest.param(
            [offering(None, SOON), offering("Core")],
            "another employer and Core",
            id="one of nobody named",
        ),
    ],
)
def test_all_are_named_whose_offers_are_live(others: list[Application], expected: str) -> None:
    for order in (others, others[::-1]):
        search = searching(applied(meeting()), *order)
        here = next(
            subject for subject in subjects(search)["application"] if "Acme" in subject.label
        )
        assert expected == fill("{other_employers}", here)


# -- dates ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("opens", "Tuesday 24 November, 11:00"),
        ("best", "Tuesday 24 November, 14:00"),
        ("due", "Tuesday 24 November, 18:30"),
        ("closes", "Wednesday 25 November"),
    ],
)
def test_a_caution_mentions_the_dates_of_its_window(name: str, expected: str) -> None:
    rule = wave(
        best=interview.ends.at("14:00"),
        due=interview.ends.at("18:30"),
        closes=interview.ends.midnight_after,
        cautions=late(f"{{{name}}}"),
    )
    [caution] = scheduled_act(searching(applied(meeting())), "wave", rules=RuleSet([rule])).cautions
    assert expected == caution.text
