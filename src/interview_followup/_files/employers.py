"""Whose application a problem is about: its place ends with the employer, `….ends (Acme)`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from interview_followup._errors import Problem, cut
from interview_followup._files.vocabulary import part
from interview_followup.model._checks import Invalid
from interview_followup.model._converters import text
from interview_followup.model._names import put_right

_APPLICATION = re.compile(r"applications\[(\d{1,9})\]")
_WIDTH = 40


def with_employers(problems: Iterable[Problem], search: object) -> Iterator[Problem]:
    """Yield problems of a search, or of its document, each with the employer that it is about."""
    end = ending(search)
    return (problem._replace(place=end(problem.place)) for problem in problems)


def ending(search: object) -> Callable[[str], str]:
    """Return what ends a place in a search, or in its document, with the employer, if any."""
    applications = part(search, "applications")
    employers = list(map(_employer, applications if isinstance(applications, list | tuple) else ()))

    def end(place: str) -> str:
        application = _APPLICATION.match(place)
        index = int(application[1]) if application else len(employers)
        return f"{place}{''.join(employers[index : index + 1])}"

    return end


def _employer(application: Any) -> str:
    """Return what a place says of an application: its employer, else its role, if any."""
    for key in ("employer", "role"):
        line: str | Invalid | None = text(part(application, key))
        if isinstance(line, str):
            return f" ({cut(put_right(line), _WIDTH)})"
    return ""
