"""Packs that are files: read as data, from anybody and without harm."""

from __future__ import annotations

from pathlib import Path

from interview_followup._documents import Kind, document_in, kind_of, text_in
from interview_followup._errors import InvalidInput, Problem, invalid, shown
from interview_followup.advice._pack_rules import rules_in
from interview_followup.advice._pack_sources import borrowed
from interview_followup.language._rule_set import RuleSet

MOST_BYTES = 250_000
"""How large a file may be."""


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
    return pack_in(text_in(_bytes_in(path), str(path)), kind, str(path))


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


def _bytes_in(path: Path) -> bytes:
    """Return what is in a file, of which no more is read than it may have."""
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise invalid(str(path), f"cannot be read: {reason}", "check the path") from None
    if len(content) > MOST_BYTES:
        mend = "make several packs of it"
        raise invalid(str(path), f"is larger than {MOST_BYTES:,} bytes", mend)
    return content
