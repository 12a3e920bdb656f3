"""Whose application a problem is about: its place ends with the employer, `….ends (Acme)`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from interview_followup._errors import Problem
from interview_followup.model._checks import Invalid
from interview_followup.model._converters import text

_APPLICATION = re.compile(r"applications\[(\d{1,9})\]")
_WIDTH = 40


def with_employers(problems: Iterable[Problem], document: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield the problems of a document, each with the employer that it is about, if any."""
    applications = document.get("applications")
    employers = list(map(_employer, applications if isinstance(applications, list | tuple) else ()))
    for problem in problems:
        if application := _APPLICATION.match(problem.place):
            index = int(application[1])
            whose = "".join(employers[index : index + 1])
            yield problem._replace(place=f"{problem.place}{whose}")
        else:
            yield problem


def _employer(application: Any) -> str:
    """Return what a place says of an application: its employer, else its role, if any."""
    table = application if isinstance(application, Mapping) else {}
    for key in ("employer", "role"):
        line: str | Invalid | None = text(table.get(key))
        if isinstance(line, str):
            name = " ".join(line.split())
            return f" ({name if len(name) <= _WIDTH else name[: _WIDTH - 1] + '…'})"
    return ""
