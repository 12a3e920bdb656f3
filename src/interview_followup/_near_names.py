"""Which of the names that there are somebody means with another, where that is nearly certain."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import takewhile

from interview_followup._other_words import OTHER_WORDS

ALIKE = 0.75
"""How much of two names is the same, at least, for one to look like the other misspelt."""

SHORTEST_PLACE = 5
"""Of shorter places there are others, a letter away."""

NAMESAKES = frozenset({"cordoba", "davis", "merida", "norfolk", "victoria"})
"""Places in the names of zones that are better known elsewhere."""

LAST_RESORT = frozenset({"notes"})
"""Where a word goes that stands for nothing else."""


LONGEST = 200
"""Longer names are nobody's misspelling."""


def near_name(name: object, names: Iterable[str], alike: float = ALIKE) -> str | None:
    """Return the one of `names` that a name is another word for, or looks like a misspelling of.

    With other capitals, hyphens or blanks it is still the same name.
    """
    if not isinstance(name, str) or len(name) > LONGEST:
        return None
    known = sorted(names, reverse=True)
    same = {_words(known_name): known_name for known_name in known}
    if meant := same.get(_words(name)) or ours(name, known):
        return meant
    from difflib import get_close_matches  # only needed once something is wrong

    folded = {known_name.casefold(): known_name for known_name in known}
    matches = get_close_matches(name.casefold(), folded, n=1, cutoff=alike)
    return folded[matches[0]] if matches else None


def ours(word: str, names: Iterable[str]) -> str | None:
    """Return the one of `names` that other trackers have a word for; None where it is not one."""
    words = _words(word)
    meant = {name for name in names if words in OTHER_WORDS.get(name, ())}
    meant = meant - LAST_RESORT or meant
    return meant.pop() if len(meant) == 1 else None


def _words(name: str) -> str:
    return " ".join(name.casefold().replace("_", " ").replace("-", " ").split())


def near_zone(name: str, zones: tuple[str, ...]) -> str | None:
    """Return the one of the names of zones that is nearly certainly meant.

    That is one with other capitals or blanks, one that ends in the city given, or one that is a
    slip of the pen away.
    """
    wanted = _folded(name)
    known = _by_place(zones)
    if wanted in known:
        return known[wanted]
    city = wanted.rpartition("/")[2]
    near = [zone for place, zone in known.items() if _is_city(place, city)] or [
        zone
        for place, zone in known.items()
        if len(city) >= SHORTEST_PLACE and not zone.startswith("Etc/") and _is_slip(wanted, place)
    ]
    return near[0] if len(near) == 1 else None


@cache
def _by_place(zones: tuple[str, ...]) -> dict[str, str]:
    return {_folded(zone): zone for zone in zones if "/" in zone or zone == "UTC"}


def _folded(name: str) -> str:
    words = name.casefold().replace("_", " ").replace("/", " / ").split()
    return "_".join(words).replace("_/_", "/")


def _is_city(place: str, city: str) -> bool:
    """Tell whether a zone, named by its area and its city, is that of a city."""
    area = place.partition("/")[0]
    is_there = place == f"{area}/{city}"
    return is_there and area not in ("antarctica", "etc") and city not in NAMESAKES


def _is_slip(name: str, other: str) -> bool:
    """Tell whether names differ in a letter left out, added or changed, or in two swapped."""
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(name, other, strict=False))
    same = sum(1 for _ in alike)
    one, two = name[same:], other[same:]
    swapped = one[1::-1] + one[2:]
    return two in (one[1:], swapped) or two[1:] in (one, one[1:])
