"""Laws about what is given: every valid search plans, nonsense is refused, files are read back."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from typing import Any

from attrs import evolve

from interview_followup._errors import InvalidInput, reason
from interview_followup._files.search_files import search_from_dict
from interview_followup._planning.plan import Plan
from interview_followup._planning.schedule import plan, schedule
from interview_followup._planning.worded import Worded
from interview_followup.exports.document import search_document, search_json, search_toml
from interview_followup.language._rule_set import RuleSet
from interview_followup.language._subject import PER
from interview_followup.laws._law import Breach, law
from interview_followup.laws._scheduled import changed_acts, sample
from interview_followup.laws._variants import corruptions
from interview_followup.model import JobSearch


@law(9)
def valid_searches_plan(rules: RuleSet, search: JobSearch, now: datetime) -> Iterator[Breach]:
    """Every valid search plans without an exception; every invalid one raises our own error."""
    try:
        _read_words(plan(search, now=now, rules=rules))
    except Exception as error:
        yield Breach(f"planning raises {reason(error)}")
    else:
        for document in sample(corruptions(search_document(search))):
            try:
                with suppress(InvalidInput):
                    _read_words(plan(search_from_dict(document, rules=rules), now=now, rules=rules))
            except Exception as error:
                yield Breach(f"reading {document} raises {reason(error)}")


def _read_words(plan: Plan) -> None:
    """Read all words of a plan, which are made then, so that nothing is left to fail later."""
    parts: list[Worded] = [action.scheduled for action in plan.actions]
    for part in (*parts, *plan.cautions, *plan.questions):
        for word in part.words:
            getattr(part, word)


@law(10)
def files_read_back(rules: RuleSet, search: JobSearch, now: datetime) -> Iterator[Breach]:
    """Writing and reading back a search, and planning it, gives the same instants."""
    search = _without_unknown(search, rules)
    acts = schedule(search, rules=rules)
    documents = {
        "JSON": json.loads(search_json(search)),
        "TOML": tomllib.loads(search_toml(search)),
    }
    for name, document in documents.items():
        try:
            read_back = schedule(search_from_dict(document, rules=rules), rules=rules)
        except InvalidInput as error:
            yield Breach(f"the search, written as {name}, is not read back: {error}")
        else:
            text = f"has other dates once the search is read back from {name}"
            yield from changed_acts(acts, read_back, text)


def _without_unknown(value: Any, rules: RuleSet) -> Any:
    """Return a search, or a part of it, without acts and facts that no rule knows.

    A file may not hold them.
    """
    names = rules.own_facts_of(PER[type(value)])
    changes: dict[str, Any] = {
        "facts": {name: fact for name, fact in value.facts.items() if name in names}
    }
    for name in ("applications", "interviews", "interviewers"):
        if parts := getattr(value, name, None):
            changes[name] = [_without_unknown(part, rules) for part in parts]
    for name in ("done", "set_aside"):
        if hasattr(value, name):
            records = getattr(value, name)
            changes[name] = [record for record in records if record.act in rules.acts]
    return evolve(value, **changes)
