"""The cases of a rule: job searches, with what a person reckoned of them by hand.

Those of the library's own rules are in `tests/advice/cases/PACK/RULE.toml`. They are run as tests,
and shown on the rule's page. Each of the `cases` in a file has a `title` and the keys of a job
search; in `window` the dates that there are of `opens`, `best`, `due` and `closes`; in `check` what
is answered `before`, and then from each moment on. All times are of the search's zone.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from interview_followup import CV_LIBRARY, JobSearch, RuleSet, search_from_dict

CASES = Path(__file__).parents[1] / "tests/advice/cases"


class Change(NamedTuple):
    """A moment, and what `check` answers until just before it and from then on: `no, early`."""

    at: datetime
    before: str
    then: str


class Case(NamedTuple):
    """An example of a rule, with what a person reckoned: the dates of its window, and answers.

    `of` says whom or what it is about, where that is not clear. `rules` are those of the pack, and
    the ten pieces of advice, of which any other pack stands on top or beside.
    """

    title: str
    search: JobSearch
    rules: RuleSet
    of: str | None
    window: Mapping[str, datetime]
    changes: Sequence[Change]


def cases(pack: str, rule: str, rules: RuleSet, folder: Path = CASES) -> list[Case]:
    """Return the cases of a rule of a pack."""
    file = folder / pack / f"{rule}.toml"
    document = tomllib.loads(file.read_text(encoding="utf-8"))
    return [_case(entry, CV_LIBRARY | rules) for entry in document["cases"]]


def _case(entry: dict[str, Any], rules: RuleSet) -> Case:
    title, of = entry.pop("title"), entry.pop("of", None)
    window, answers = entry.pop("window", {}), entry.pop("check")
    zone = ZoneInfo(entry["timezone"])
    dates = {part: _moment(wall, zone) for part, wall in window.items()}
    changes = [
        Change(_moment(wall, zone), before, then)
        for (_, before), (wall, then) in pairwise(answers.items())
    ]
    search = search_from_dict(entry, rules=rules)
    return Case(title, search, rules, of, dates, changes)


def _moment(wall: str, zone: ZoneInfo) -> datetime:
    return datetime.fromisoformat(wall).replace(tzinfo=zone)
