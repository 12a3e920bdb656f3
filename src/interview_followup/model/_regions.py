"""Working days by region, from the package `holidays`, which is loaded once one is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any, NamedTuple
from warnings import catch_warnings, simplefilter

from interview_followup import _clock
from interview_followup._errors import InvalidInput, invalid, near, shown
from interview_followup._near_names import near_name

YEARS = range(_clock.EARLIEST.year, _clock.LATEST.year)
SAMPLE = range(2021, 2031)
PART_ALIKE = 0.9
"""How much of a part's code has to be the same: `Italy` is not `IT-AL` misspelt."""


class Region(NamedTuple):
    """What a region's calendar says: weekdays that are off, holidays, and weekends made up for."""

    weekend: frozenset[str]
    holidays: frozenset[date]
    made_up: frozenset[date]


@cache
def find_region(code: str) -> Region:
    """Return the working days of a region, named as ISO 3166 does: `FR`, or `GB-ENG`.

    Holidays are those that the package `holidays` knows, mostly from 1970 to 2100.

    Raises:
        InvalidInput: There is no such region, the holidays of the country are those of none of its
            parts, or the package is not installed.
    """
    try:
        import holidays
    except ModuleNotFoundError:
        mend = "pip install 'interview_followup[holidays]'"
        raise invalid("", f"{shown(code)} needs the package holidays", mend) from None
    countries = _countries(holidays.list_supported_countries())
    country, hyphen, part = code.partition("-")
    if country not in countries:
        raise _no_country(code, countries)
    if hyphen and part not in countries[country]:
        raise _no_part(code, countries[country])
    if not part and _differ(country, countries[country]):
        mend = near("", _codes({country: countries[country]}))
        raise invalid("", f"every part of {shown(code)} has holidays of its own", mend)
    calendar = _calendar(country, part or None, YEARS)
    return Region(
        weekend=frozenset(_clock.WEEKDAYS[day] for day in calendar.weekend),
        holidays=frozenset(calendar),
        made_up=frozenset(calendar.weekend_workdays),
    )


REGION_MEND = "give an ISO 3166 code such as FR or GB-ENG; left out, it is Monday to Friday"


def _countries(supported: Mapping[str, Sequence[str]]) -> dict[str, Sequence[str]]:
    """Return the parts of each country, without what is no country, such as a stock exchange."""
    return {code: parts for code, parts in supported.items() if len(code) == len("GB")}


def _codes(countries: Mapping[str, Sequence[str]]) -> list[str]:
    return [f"{country}-{part}" for country, parts in countries.items() for part in parts]


def _no_country(code: str, countries: Mapping[str, Sequence[str]]) -> InvalidInput:
    meant = near_name(code, countries) or near_name(code, _codes(countries), PART_ALIKE)
    mend = f"did you mean '{meant}'?" if meant else REGION_MEND
    return invalid("", f"{shown(code)} is no region", mend)


def _no_part(code: str, parts: Sequence[str]) -> InvalidInput:
    country, _, part = code.partition("-")
    if match := near_name(part, parts):
        mend = f"did you mean '{country}-{match}'?"
    else:
        whole = [] if _differ(country, parts) else [country]
        mend = f"use one of: {', '.join([*whole, *_codes({country: parts})])}"
    return invalid("", f"{shown(code)} is no region", mend)


def _differ(country: str, parts: Iterable[str]) -> bool:
    """Tell whether every part of a country has other holidays than the country as a whole."""
    whole = set(_calendar(country, None, SAMPLE))
    return bool(parts) and all(set(_calendar(country, part, SAMPLE)) != whole for part in parts)


def _calendar(country: str, part: str | None, years: Iterable[int]) -> Any:
    from holidays import country_holidays

    with catch_warnings():
        simplefilter("ignore")  # Of some countries it knows a few years only, and warns of that.
        return country_holidays(country, subdiv=part, years=years)
