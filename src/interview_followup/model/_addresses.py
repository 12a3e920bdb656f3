"""Addresses: of e-mail, and of pages on the web. Refused is only what is certainly a mistake."""

from __future__ import annotations

import re
from typing import Any

from interview_followup._errors import shown
from interview_followup.model._checks import refuse
from interview_followup.model._converters import name
from interview_followup.model._names import compared

_STAND_INS = frozenset(
    [
        *("n/a", "n.a.", "na", "nil", "no", "none", "nothing", "null", "missing", "undefined"),
        *("not applicable", "not available", "not given", "not known", "unknown"),
        *("tba", "tbc", "tbd", "todo"),
    ]
)
"""What people write where they know nothing, in the form in which names are compared."""

_LOCAL = r"""(?:"(?:[^"\\]|\\.)+"|[^\s"<>()\[\]\\,;:@]+)"""
_HOST = r"""(?:\[[^\s\[\]]+\]|(?!\.)(?!.*\.\.)[^\s"<>()\[\]\\,;:@!?'/]*[^\s"<>()\[\]\\,;:@!?'/.])"""
_EMAIL = re.compile(f"{_LOCAL}@{_HOST}")
_DOTS = re.compile(r"\.{2,}")
_BETWEEN_EMAILS = re.compile(r"""[\s"<>()\[\]\\,;:/?]+""")

_SCHEME = re.compile(r"\Ahttps?://", re.IGNORECASE)
_BETWEEN_PAGES = re.compile(r"""[\s"'<>()\[\]]+""")


def where_known(value: str | None) -> Any:
    """Accept where somebody is reached, whatever it says, or nothing."""
    line = name(value)
    if isinstance(line, str) and _stands_for_nothing(line):
        return refuse(f"{shown(value)} says nothing", "leave it out")
    return line


def _stands_for_nothing(line: str) -> bool:
    return compared(line) in _STAND_INS or not any(map(str.isalnum, line))


def email(value: str | None) -> Any:
    """Accept one e-mail address with nothing around it, or nothing."""
    line = where_known(value)
    if not isinstance(line, str) or _EMAIL.fullmatch(line):
        return line
    if known := _emails_within(line):
        return _more_than_one(value, known)
    mend = "write it with its @, as in 'ada@b.example', or leave it out"
    local, _, host = line.rpartition("@")
    if _EMAIL.fullmatch(meant := f"{local}@{_DOTS.sub('.', host)}"):
        mend = f"did you mean {shown(meant)}?"
    return refuse(f"{shown(value)} is not an e-mail address", mend)


def page(value: str | None) -> Any:
    """Accept the address of one page on the web, with or without its scheme, or nothing."""
    line = where_known(value)
    if not isinstance(line, str) or _is_page(line):
        return line
    if known := _pages_within(line):
        return _more_than_one(value, known)
    if _EMAIL.fullmatch(line):
        return refuse(f"{shown(value)} is an e-mail address", "give it as email")
    mend = "write it as in 'linkedin.com/in/ada', or leave it out"
    return refuse(f"{shown(value)} is not the address of a page", mend)


def _more_than_one(value: str | None, known: list[str]) -> Any:
    """Return what stands in for more than one address: others as well, or words around it."""
    first = shown(known[0])
    if len(known) > 1:
        return refuse(f"{shown(value)} is {len(known)} addresses", f"give one, as {first}")
    return refuse(f"{shown(value)} is not just an address", f"write {first}")


def _emails_within(line: str) -> list[str]:
    """Return the addresses in a line; where one is in brackets, what is around is its name."""
    _, bracket, rest = line.partition("<")
    inner = rest.partition(">")[0] if bracket and rest.count("@") == 1 else line
    pieces = [piece.strip("'.!?") for piece in _BETWEEN_EMAILS.split(inner)]
    whole = [piece for piece in pieces if _EMAIL.fullmatch(piece)]
    return [piece for piece in dict.fromkeys(whole) if "." in piece.partition("@")[2]]


def _is_page(line: str) -> bool:
    host, *_ = re.split("[/?#]", _SCHEME.sub("", line), maxsplit=1)
    name, _, _ = host.partition(":")
    is_dotted = "." in name.strip(".") and ".." not in name
    return is_dotted and not set(host) & set('@"<>()[]') and len(line.split()) == 1


def _pages_within(line: str) -> list[str]:
    """Return the addresses in a line; one that goes on after a blank may be just its beginning."""
    pieces = [piece.strip(".,;:!?") for piece in _BETWEEN_PAGES.split(line)]
    pieces = [piece for piece in pieces if piece]
    pages = [piece for piece in dict.fromkeys(pieces) if _is_page(piece) and "/" in piece]
    return pages if len(pages) > 1 or pages == pieces[-1:] else []
