"""The formats of the command line: one table of what writes the answer of each command.

A new format is one entry in it. `--format` offers a command the formats that have it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeAlias

from interview_followup._errors import invalid
from interview_followup._planning.comparison import Comparison
from interview_followup._planning.plan import Plan
from interview_followup.exports.calendar import plan_calendar
from interview_followup.exports.dictionaries import to_dict
from interview_followup.exports.document import rules_toml
from interview_followup.exports.html import comparison_html, plan_html
from interview_followup.exports.text import (
    comparison_text,
    explanation_text,
    forecast_text,
    plan_text,
    rules_text,
    verdict_text,
)
from interview_followup.exports.timeline import timeline_svg
from interview_followup.language._rule_set import RuleSet

Writer: TypeAlias = Callable[..., str]


@contextmanager
def needing(package: str, extra: str, place: str) -> Iterator[None]:
    """Refuse what needs a package that is not installed; an extra of this library brings it."""
    try:
        yield
    except ModuleNotFoundError as error:
        mend = f"pip install 'interview_followup[{extra}]'"
        raise invalid(place, f"needs {package}", mend) from error


def _json(answer: Any) -> str:
    """Return an answer as JSON."""
    return json.dumps(to_dict(answer), indent=2)


def _plan_page(plan: Plan) -> str:
    return _in_ascii(plan_html(plan))


def _comparison_page(comparison: Comparison) -> str:
    return _in_ascii(comparison_html(comparison))


def _in_ascii(page: str) -> str:
    """Return a page in ASCII, which is what it says in whatever encoding it is kept."""
    return page.encode("ascii", "xmlcharrefreplace").decode("ascii")


def _calendar(plan: Plan) -> str:
    """Return a plan as a calendar, made when the plan is of."""
    with needing("icalendar", "calendar", "--format ics"):
        calendar = plan_calendar(plan, stamp=plan.now_utc)
    return str(calendar.to_ical(), "utf-8").removesuffix("\n")


def _pack(rules: RuleSet) -> str:
    """Return rules as a pack that is a file."""
    with needing("tomlkit", "toml", "--format toml"):
        return rules_toml(rules).removesuffix("\n")


FORMATS: dict[str, dict[str, Writer]] = {
    "text": {
        "compare": comparison_text,
        "plan": plan_text,
        "forecast": forecast_text,
        "explain": explanation_text,
        "check": verdict_text,
        "rules": rules_text,
    },
    "json": dict.fromkeys(("plan", "forecast", "compare", "explain", "check", "rules"), _json),
    "toml": {"rules": _pack},
    "html": {"plan": _plan_page, "forecast": _plan_page, "compare": _comparison_page},
    "svg": {"plan": timeline_svg},
    "ics": {"plan": _calendar, "forecast": _calendar},
}


def formats_of(command: str) -> list[str]:
    """Return the formats in which a command can answer, the default first."""
    return [name for name, writers in FORMATS.items() if command in writers]


def write(answer: object, command: str, format_name: str, **looks: Any) -> str:
    """Return the answer of a command as text in a format, which may be told how it is to look."""
    return FORMATS[format_name][command](answer, **looks)
