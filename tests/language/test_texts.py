"""What texts may mention, and how they are filled in."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from builders import applied, at, item, meeting, priya, searching, tom
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
    closed,
    late,
    moment_fact,
    person,
    search,
)
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
            "use one of: day, employer, other_employer, recruiter, role",
            id="empty",
        ),
        pytest.param(
            {"text": "Wave at {person}"},
            "wave.text: {person} is nothing it can mention; "
            "use one of: day, employer, other_employer, recruiter, role",
            id="somebody narrower",
        ),
        pytest.param(
            {"text": "Wave at {employer.name}"},
            "wave.text: {employer.name} is nothing it can mention; did you mean 'employer'?",
            id="a part of it",
        ),
        pytest.param(
            {"text": "Wave by {opens}"},
            "wave.text: {opens} is nothing it can mention; "
            "use one of: day, employer, other_employer, recruiter, role",
            id="a date outside a caution",
        ),
        pytest.param(
            {"text": "Wave", "per": search, "opens": search.signed, "cautions": late("At {role}")},
            "wave.cautions[0].text: {role} is nothing it can mention; "
            "use one of: closes, due, opens",
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


@pytest.mark.parametrize("text", ["Wave at {employer", "Wave at employer}", "{", "Wave {role!}"])
@pytest.mark.parametrize("place", ["text", "cautions[0].text"])
def test_broken_braces_are_refused(place: str, text: str) -> None:
    [problem] = refused(**({"text": text} if place == "text" else {"cautions": late(text)}))
    assert problem.startswith(f"wave.{place}: cannot be filled in: ")
    assert problem.endswith("; double a brace to keep it")


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
        pytest.param(SEARCH, "For {other_employer}", "For Bolt", id="the other employer"),
        pytest.param(BARE, "At {employer}", "At the employer", id="no employer's name"),
        pytest.param(BARE, "As {role}", "As the role", id="no role"),
        pytest.param(BARE, "To {recruiter}", "To your recruiter", id="no recruiter"),
        pytest.param(BARE, "For {other_employer}", "For another employer", id="no other offer"),
        pytest.param(
            searching(
                applied(meeting()),
                Application(role="Baker", offer=Offer(received=at("2026-11-26 10:00"))),
            ),
            "For {other_employer}",
            "For another employer",
            id="an offer of nobody named",
        ),
    ],
)
def test_a_text_mentions(job_search: JobSearch, text: str, expected: str) -> None:
    rules = RuleSet([wave(per=person, text=text)])
    assert expected == item(job_search, "wave", of="Priya Shah", rules=rules).text
