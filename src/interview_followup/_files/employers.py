"""Whose application a problem is about: its place ends with the employer, `….ends (Acme)`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from textwrap import shorten
from typing import Any

from interview_followup._errors import Problem
from interview_followup.model._checks import Invalid
from interview_followup.model._converters import text

_APPLICATION = re.compile(r"applications\[(\d+)\]")
_WIDTH = 40


def with_employer(problem: Problem, document: Mapping[str, Any]) -> Problem:
    """Return a problem of a document with the employer after its place, if it is about one."""
    found = _APPLICATION.match(problem.place)
    employer = _employer(document["applications"][int(found[1])]) if found else None
    return problem._replace(place=f"{problem.place} ({employer})") if employer else problem


def _employer(application: Any) -> str | None:
    """Return the employer of an application, or else the role, as far as they can be read."""
    table = application if isinstance(application, Mapping) else {}
    for key in ("employer", "role"):
        line: str | Invalid | None = text(table.get(key))
        if isinstance(line, str):
            return shorten(line, _WIDTH, placeholder="…")
    return None
