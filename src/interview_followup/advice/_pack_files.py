"""Packs that are files: read as data, from anybody and without harm."""

from __future__ import annotations

from pathlib import Path

from interview_followup._documents import Kind, document_in, kind_of, read_bytes, text_in
from interview_followup._errors import InvalidInput, Problem, invalid, shown
from interview_followup.advice._pack_rules import rules_in
from interview_followup.advice._pack_sources import borrowed
from interview_followup.language._rule_set import RuleSet

MOST_BYTES = 250_000
"""How large the file of a pack may be."""


def read_pack(path: str | Path) -> RuleSet:
    """Return the rules in a `.toml` or `.json` file, which is read as data and never run.

    Raises:
        InvalidInput: It cannot be read, is too large, or is no valid pack; with every problem, up
            to a hundred, each with the file, the rule, the key and the column in an expression.
    """
    try:
        path = Path(path)
    except TypeError:
        raise invalid("path", f"{shown(path)} is no path", "give a text, or a Path") from None
    kind = kind_of(path)
    content = read_bytes(path, MOST_BYTES, "make several packs of it")
    return pack_in(text_in(content, str(path)), kind, str(path))


def pack_in(text: str, kind: Kind, place: str) -> RuleSet:
    """Return the rules in a text of TOML or JSON.

    Raises:
        InvalidInput: It is no valid pack; with every problem, up to a hundred.
    """
    document = document_in(text, kind, place)
    try:
        rules = rules_in(document)
        if problems := [*borrowed(rules)]:
            raise InvalidInput(problems)
    except InvalidInput as error:
        raise InvalidInput(_of_file(problem, place) for problem in error.problems) from None
    return rules


def _of_file(problem: Problem, place: str) -> Problem:
    return problem._replace(place=f"{place}: {problem.place}" if problem.place else place)
