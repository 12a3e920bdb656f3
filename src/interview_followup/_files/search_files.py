"""A job search from a file, or from a mapping of that shape, with everything that is wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from interview_followup._documents import load_document, written
from interview_followup._errors import InvalidInput, invalid, shown
from interview_followup._files.employers import with_employers
from interview_followup._files.own_facts import IfUnknown, own_facts
from interview_followup._files.structure import build_search
from interview_followup._files.vocabulary import unknown_to_all
from interview_followup.advice import CV_LIBRARY
from interview_followup.language._rule_set import RuleSet, rule_set
from interview_followup.model import JobSearch
from interview_followup.model._checks import Invalid

KEYS_MEND = "give the search key by key"


def read_search(
    path: str | Path, *, rules: RuleSet = CV_LIBRARY, unknown: IfUnknown = "refuse"
) -> JobSearch:
    """Return the job search in a `.toml` or `.json` file; `rules` say which acts there are.

    Times in an interview are local to its zone, all others to the search's, unless they carry an
    offset. With `unknown="keep"` acts and facts that no rule knows stay, and so do acts kept where
    no rule looks: they are among the problems of a plan.

    >>> _ = Path("search.toml").write_text('timezone = "Europe/London"')
    >>> read_search("search.toml")
    JobSearch(timezone='Europe/London')

    Raises:
        InvalidInput: The file cannot be read, or is not a valid search; with every problem. Or
            `unknown` is another word.
    """
    return read_search_file(path, rule_set(rules), unknown)


def read_search_file(
    path: str | Path, rules: RuleSet | None, unknown: IfUnknown = "refuse"
) -> JobSearch:
    """Return the job search in a file; without rules its acts and facts are not looked at.

    Raises:
        InvalidInput: The file cannot be read, or is not a valid search; with every problem.
    """
    try:
        path = Path(path)
    except TypeError:
        raise invalid("path", f"{shown(path)} is no path", "give a text, or a Path") from None
    return search_in(load_document(path), str(path), rules, unknown)


def search_from_dict(
    mapping: Mapping[str, Any], *, rules: RuleSet = CV_LIBRARY, unknown: IfUnknown = "refuse"
) -> JobSearch:
    """Return the job search that a mapping holds, in the shape of a file.

    Times may be texts or dates and datetimes; a naive one is local to the interview's zone in an
    interview, and to the search's elsewhere. What a database or a data frame has for nothing, such
    as NaN, is left out. With `unknown="keep"` acts and facts that no rule knows stay, and so do
    acts kept where no rule looks: they are among the problems of a plan.

    >>> interview = {"starts": "2026-11-24T10:00", "minutes": 45}
    >>> known = {"timezone": "Europe/London", "applications": [{"interviews": [interview]}]}
    >>> search_from_dict(known).first.starts.isoformat()
    '2026-11-24T10:00:00+00:00'

    Raises:
        InvalidInput: It is not a valid search; with every problem, each with its place. Or
            `unknown` is another word.
    """
    return search_in(mapping, "search", rule_set(rules), unknown)


def search_in(
    document: object, place: str, rules: RuleSet | None, if_unknown: IfUnknown = "refuse"
) -> JobSearch:
    """Return the job search that a document holds; `place` is what the document is called.

    Raises:
        InvalidInput: It is not a valid search; with every problem.
    """
    return search_for([] if rules is None else [rules], document, place, if_unknown)


def search_for(
    packs: Sequence[RuleSet], document: object, place: str, if_unknown: IfUnknown = "refuse"
) -> JobSearch:
    """Return the job search that a document holds, with the acts and facts that any pack knows.

    Raises:
        InvalidInput: It is not a valid search; with every problem.
    """
    facts = own_facts(packs, if_unknown)
    if not isinstance(document, Mapping):
        raise invalid(place, f"{written(document)} is not a table", KEYS_MEND)
    if "rules" in document and "applications" not in document:
        mend = "give it as the rules: rules=, or --pack FILE"
        raise invalid(place, "is a pack of rules, and no job search", mend)
    search: JobSearch | Invalid = build_search(document, facts)
    problems = list(unknown_to_all(packs, document)) if if_unknown == "refuse" else []
    if isinstance(search, Invalid):
        problems = [*search.problems, *problems]
    if problems or isinstance(search, Invalid):
        raise InvalidInput(with_employers(problems, document))
    return search
