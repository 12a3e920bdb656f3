"""What stands in a dictionary as a text or a number, with what a JSON Schema says of each."""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeAlias

from attrs import frozen

from interview_followup.model._meeting_times import LONGEST_MINUTES


@frozen
class Keyword:
    """A keyword of JSON Schema with its value, which Python's own types have no word for.

    Pydantic, with which the schemas are made, asks for them by the name of the method.
    """

    name: str
    value: Any

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> dict[str, Any]:
        return {**handler(core), self.name: self.value}


Format: TypeAlias = Literal[1]
Instant: TypeAlias = Annotated[str, Keyword("format", "date-time")]
Day: TypeAlias = Annotated[str, Keyword("format", "date")]
Uid: TypeAlias = Annotated[str, Keyword("format", "uuid")]
Slug: TypeAlias = Annotated[str, Keyword("pattern", "^[a-z0-9]+(-[a-z0-9]+)*$")]
ZoneName: TypeAlias = Annotated[str, Keyword("minLength", 1)]
NotBlank: TypeAlias = Annotated[str, Keyword("pattern", r"\S")]

LocalTime: TypeAlias = Annotated[
    str,
    Keyword(
        "pattern",
        r"^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(:\d\d(\.\d+)?)?([Zz]|[+-]\d\d:\d\d)?$",
    ),
]
DayOrTime: TypeAlias = Annotated[
    str,
    Keyword(
        "pattern",
        r"^\d{4}-\d\d-\d\d([Tt ]\d\d:\d\d(:\d\d(\.\d+)?)?([Zz]|[+-]\d\d:\d\d)?)?$",
    ),
]
ClockTime: TypeAlias = Annotated[str, Keyword("pattern", r"^T?\d\d(:?\d\d(:?\d\d([.,]\d+)?)?)?$")]
PeriodText: TypeAlias = Annotated[str, Keyword("pattern", r"^\s*[0-9]+\s+[a-z][a-z\s]*$")]
Minutes: TypeAlias = Annotated[int, Keyword("minimum", 1), Keyword("maximum", LONGEST_MINUTES)]
Key: TypeAlias = str | int
Weekday: TypeAlias = Literal[
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"
]
