"""How names are shown, and in which form they are compared: one name has many spellings."""

from __future__ import annotations

import re
from unicodedata import normalize

_BLANK = r"[^\S\x1c-\x1f]"
_AROUND = re.compile(rf"\A{_BLANK}+|{_BLANK}+\Z")
_DOUBLED = re.compile(rf"{_BLANK}{{2,}}|[\t-\r\x85\u2028\u2029]")


def put_right(name: str) -> str:
    """Return a name as it is shown: as given, without blanks around it or doubled, or line ends.

    A blank of another width, between two words, is part of how somebody writes their name.
    """
    return _DOUBLED.sub(" ", _AROUND.sub("", name))


def compared(name: str) -> str:
    """Return the form in which names, employers and roles are compared.

    Two that differ only in case, in blanks or in how Unicode composes a letter have the same.
    """
    words = " ".join(name.split())
    if words.isascii():
        return words.lower()
    # Folding takes some letters apart, so that they have to be composed afterwards.
    return normalize("NFC", normalize("NFD", words).casefold())
