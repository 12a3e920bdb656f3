"""Strokes and words of pictures in SVG, in one colour: escaped, cut and measured.

How long a text is hangs on the fonts of the reader, which nobody knows here. It is reckoned from
classes of characters, as in the broadest font that is usual (DejaVu Sans).
"""

from __future__ import annotations

from functools import lru_cache
from xml.sax.saxutils import escape

from interview_followup._errors import cut, escaped
from interview_followup._terminal import columns, isolated

SHARES = {
    0.28: "ijl'|",
    0.34: " .,:;/I!",
    0.41: "frt()[]`-",
    0.58: "ckszvxyJ",
    0.82: "w&+<=>~",
    1.02: "mMW%@…",
}
"""How broad some characters are, as shares of the size of their font."""

CAPITAL, LETTER = 0.8, 0.63
BOLD = 1.14
WIDE_LETTER, PICTURE = 1.05, 1.25
"""How broad is what takes two columns of a terminal."""


def stroke(
    path: str, *, width: float = 1, opacity: float = 1, dashes: str = "", part: str = ""
) -> str:
    """Return a stroke along a path; `part` says what it is."""
    attributes = {
        "data-part": part,
        "d": path,
        "fill": "none",
        "stroke": "currentColor",
        "stroke-width": f"{width:g}",
        "stroke-opacity": f"{opacity:.2g}",
        "stroke-dasharray": dashes,
    }
    written = [f'{name}="{value}"' for name, value in attributes.items() if value]
    return f"<path {' '.join(written)}/>"


def label(
    x: float, y: float, words: str, size: int, *, anchor: str = "start", bold: bool = False
) -> str:
    """Return words that stand on `y`; where there are none, nothing."""
    weight = ' font-weight="bold"' if bold else ""
    place = f'x="{x:.1f}" y="{y:g}" font-size="{size}" text-anchor="{anchor}"{weight}'
    return f"<text {place}>{escape(isolated(words))}</text>" if words else ""


def spoken(words: str) -> str:
    """Return words for those who hear a picture, or point at it."""
    return escape(isolated(escaped(_on_one_line(words))))


def fitted(words: str, room: float, size: int, *, bold: bool = False) -> str:
    """Return words on one line, or as much of their beginning as there is room for."""
    shown = escaped(cut(_on_one_line(words)))
    if length(shown, size, bold=bold) <= room:
        return shown
    while shown and length(f"{shown}…", size, bold=bold) > room:
        shown = shown[:-1].rstrip()
    return f"{shown}…"


def length(words: str, size: int, *, bold: bool = False) -> float:
    """Return how long words on one line are."""
    return size * sum(map(_share, words)) * (BOLD if bold else 1)


@lru_cache(maxsize=4096)
def _share(character: str) -> float:
    for share, characters in SHARES.items():
        if character in characters:
            return share
    if columns(character) == 2:
        return WIDE_LETTER if character.isalpha() else PICTURE
    return (CAPITAL if character.isupper() else LETTER) * columns(character)


def _on_one_line(words: str) -> str:
    return " ".join(words.split())
