"""Short ways to write down a document, as parsed from a file, and to read what is wrong with it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from interview_followup import (
    CV_LIBRARY,
    Interview,
    InvalidInput,
    RuleSet,
    read_search,
    search_from_dict,
)
from interview_followup.language import (
    Detail,
    Rule,
    application,
    condition_fact,
    detail_fact,
    moment_fact,
)

LONDON, NEW_YORK, PARIS = "Europe/London", "America/New_York", "Europe/Paris"
A_MOMENT = "write it as 2026-11-24T10:00:00, perhaps with an offset"
A_TIME = f"{A_MOMENT}, or as a day, 2026-11-24"
A_MOMENT_THERE = f"{A_MOMENT}; a day stands alone, without a table"
A_DAY_THERE_IS = "check the month and the day"
HERE = "applications[0].interviews[0]"
AT = "2026-11-24T12:00"
PANEL = [{"name": "Ana"}, {"name": "Tom", "key": "17"}]

PACK = "give the rules that know it: rules=, or --pack NAME"
UNASKED = f"no rule asks for this fact; leave it out, or {PACK}"


def as_json(document: Mapping[str, Any]) -> str:
    return json.dumps(document, default=lambda value: value.isoformat())


def document(*applications: Any, **search: Any) -> dict[str, Any]:
    return {"timezone": LONDON, "applications": [*applications], **search}


def met(**interview: Any) -> dict[str, Any]:
    """Return a document with one interview, in London unless it says otherwise."""
    return document({"interviews": [{"starts": "2026-11-24T10:00", **interview}]})


def interview_in(document: dict[str, Any]) -> Interview:
    [application] = search_from_dict(document).applications
    [interview] = application.interviews
    return interview


def problems(document: Any, rules: RuleSet = CV_LIBRARY) -> list[str]:
    """Return everything that is wrong with a document."""
    with pytest.raises(InvalidInput) as caught:
        search_from_dict(document, rules=rules)
    return [str(problem) for problem in caught.value.problems]


def problems_of_file(path: Path, content: str | bytes | None) -> list[str]:
    if content is not None:
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(InvalidInput) as caught:
        read_search(path)
    return [str(problem) for problem in caught.value.problems]


def act(name: str, **more: Any) -> list[dict[str, Any]]:
    return [{"act": name, "at": AT, **more}]


def away(name: str, **more: Any) -> list[dict[str, Any]]:
    return [{"act": name, **more}]


DUE = moment_fact("application.task_due", "the task's due date", ask="When is it due?")
PAID = condition_fact("application.paid", "the task is paid", ask="Is it paid?")
TOPIC: Detail[str] = detail_fact("application.topic", "the topic", ask="What about?")
ROOM = moment_fact("interview.room_from", "the moment from which the room is yours")
AWAY = moment_fact("person.away_from", "the day on which they leave")
BACK = moment_fact("search.back_on", "the day on which you are back")


def asking(name: str, per: Any, *needs: Any, **more: Any) -> Rule:
    given: dict[str, Any] = {"opens": BACK, "best": BACK, "text": "Do it", "why": "So."} | more
    return Rule(name=name, per=per, needs=needs, **given)


ASKING = RuleSet(
    [
        asking("hand-in", application, TOPIC, opens=DUE, best=DUE, given=PAID),
        asking("move-in", "interview", ROOM),
        asking("wave", "person", AWAY),
    ]
)


TOLD = """
timezone = "Europe/London"
facts = { back_on = 2026-12-01T09:00:00 }

[[applications]]
employer = "Acme"
facts = { task_due = 2026-12-01, paid = true, topic = "2026-12-01" }

[[applications.interviews]]
starts = 2026-11-24T10:00:00
timezone = "America/New_York"
facts = { room_from = 2026-11-24T09:30:00 }
interviewers = [
  { name = "Ana", facts = { away_from = { at = 2026-12-24T17:00:00, timezone = "Asia/Tokyo" } } },
  { name = "Tom", facts = { away_from = 2026-12-24 } },
]
"""
