"""The number of the format of dictionaries, which each has at its top."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final, Literal

from interview_followup._documents import written
from interview_followup._errors import Problem
from interview_followup.model._converters import is_nothing, whole_number

FORMAT: Final[Literal[1]] = 1
FORMAT_KEY = "format"


def unlike_format(table: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield a problem if a dictionary says that it is of another format; it may say none."""
    number = table.get(FORMAT_KEY)
    if not is_nothing(number) and whole_number(number) != FORMAT:
        mend = f"give {FORMAT}, or leave it out, if it is of that format; else read it with the "
        yield Problem(
            FORMAT_KEY,
            f"{written(number)} is not a format that this version reads",
            f"{mend}version that wrote it",
        )
