"""Regions: the public holidays of a country or a part of one, from the package `holidays`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from interview_followup import InvalidInput, Workdays
from interview_followup.model._regions import find_region

CHRISTMAS = date(2026, 12, 25)
DAY = timedelta(days=1)
A_CODE = "give an ISO 3166 code such as FR or GB-ENG; left out, it is Monday to Friday"


@pytest.fixture
def fresh() -> Iterator[None]:
    """Forget the regions asked for so far, and those asked for in the test."""
    find_region.cache_clear()
    yield
    find_region.cache_clear()


def problem(code: str) -> str:
    """Return the one thing that is wrong with a region."""
    with pytest.raises(InvalidInput) as caught:
        find_region(code)
    [only] = caught.value.problems
    assert "" == only.place
    return str(only).removeprefix(": ")


# -- what a region says ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "holiday", "expected"),
    [
        ("GB-ENG", CHRISTMAS, True),
        ("GB-ENG", date(2026, 11, 30), False),
        ("GB-SCT", date(2026, 11, 30), True),
        ("GB-ENG", date(2026, 12, 28), True),
        ("US-CA", date(2026, 11, 26), True),
        ("JP", date(2026, 11, 23), True),
        ("IL", CHRISTMAS, False),
    ],
    ids=[
        "Christmas",
        "St Andrew's Day in England",
        "St Andrew's Day in Scotland",
        "a holiday moved from the weekend",
        "Thanksgiving",
        "Labour Thanksgiving Day",
        "Christmas in Israel",
    ],
)
def test_a_region_has_its_public_holidays(code: str, holiday: date, expected: bool) -> None:
    assert expected is (holiday in find_region(code).holidays)


@pytest.mark.parametrize(
    ("code", "weekend"),
    [
        ("GB-ENG", {"Saturday", "Sunday"}),
        ("IL", {"Friday", "Saturday"}),
        ("EG", {"Friday", "Saturday"}),
        ("IR", {"Friday"}),
    ],
)
def test_a_region_has_its_weekend(code: str, weekend: set[str]) -> None:
    assert weekend == find_region(code).weekend


def test_a_weekend_that_is_made_up_for_is_worked() -> None:
    """In 2025 China worked on Sunday 26 January, before a week of holidays."""
    made_up = date(2025, 1, 26)
    assert made_up in find_region("CN").made_up
    assert "Sunday" in find_region("CN").weekend
    worked = [made_up + days * DAY for days in (-7, -1, 0, 1, 2, 7)]
    assert [False, False, True, True, False, False] == list(
        map(Workdays(region="CN").works, worked)
    )


def test_holidays_are_known_from_1970_on() -> None:
    known = find_region("GB-ENG").holidays
    assert date(1970, 12, 25) in known
    assert date(1969, 12, 25) not in known
    assert date(2099, 12, 25) in known
    assert date(2200, 1, 1) not in known


def test_a_region_known_for_a_few_years_only_is_no_warning(fresh: None) -> None:
    """Warnings are errors in these tests, and the package warns of India's years."""
    assert date(2026, 1, 26) in find_region("IN-MH").holidays
    assert date(2026, 1, 26) in find_region("IN").holidays


def test_a_region_is_looked_up_once(fresh: None) -> None:
    assert find_region("JP") is find_region("JP")
    assert 1 == find_region.cache_info().misses


# -- what is no region ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("gb-eng", "'gb-eng' is no region; did you mean 'GB-ENG'?"),
        ("GB-EN", "'GB-EN' is no region; did you mean 'GB-ENG'?"),
        ("GB-XX", "'GB-XX' is no region; use one of: GB-ENG, GB-NIR, GB-SCT, GB-WLS"),
        ("jp", "'jp' is no region; did you mean 'JP'?"),
        ("JP-13", "'JP-13' is no region; use one of: JP"),
        ("JP-", "'JP-' is no region; use one of: JP"),
        ("us", "'us' is no region; did you mean 'US'?"),
        ("USA-CA", "'USA-CA' is no region; did you mean 'US-CA'?"),
        ("England", "'England' is no region; did you mean 'GB-ENG'?"),
        ("DE_BE", "'DE_BE' is no region; did you mean 'DE-BE'?"),
        ("Germany", "'Germany' is no region; did you mean 'DE'?"),
        ("German", f"'German' is no region; {A_CODE}"),
        ("Italy", f"'Italy' is no region; {A_CODE}"),
        ("ZZ", f"'ZZ' is no region; {A_CODE}"),
    ],
)
def test_what_is_no_region_is_refused_with_the_near_one_or_few(code: str, expected: str) -> None:
    assert expected == problem(code)


@pytest.mark.parametrize(
    ("code", "parts"),
    [
        ("GB", "GB-ENG, GB-NIR, GB-SCT, GB-WLS"),
        ("AU", "AU-ACT, AU-NSW, AU-NT, AU-QLD, AU-SA, AU-TAS, AU-VIC, AU-WA"),
    ],
)
def test_a_country_all_of_whose_parts_differ_from_it_is_not_enough(code: str, parts: str) -> None:
    message = problem(code)
    assert message.startswith(f"every part of {code!r} has holidays of its own; use one of: ")
    assert set(parts.split(", ")) <= set(message.partition("use one of: ")[2].split(", "))


@pytest.mark.parametrize("code", ["NL", "MX", "JP", "AT"])
def test_a_country_whose_parts_are_alike_or_that_has_none_is_enough(code: str) -> None:
    assert date(2026, 1, 1) in find_region(code).holidays


@pytest.mark.parametrize(
    ("code", "holiday", "part"),
    [("FR", date(2026, 7, 14), "FR-BL"), ("US", date(2026, 7, 3), "US-CA")],
)
def test_a_country_like_one_of_its_parts_is_enough_though_others_differ(
    code: str, holiday: date, part: str
) -> None:
    """Metropolitan France, say, is none of the package's parts of France."""
    assert holiday in find_region(code).holidays
    assert find_region(code).holidays != find_region(part).holidays


def test_without_the_package_the_extra_is_named(
    fresh: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "holidays", None)
    assert (
        "'GB-ENG' needs the package holidays; pip install 'interview_followup[holidays]'"
    ) == problem("GB-ENG")


def test_a_region_that_was_refused_may_be_asked_for_again(
    fresh: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as missing:
        missing.setitem(sys.modules, "holidays", None)
        problem("GB-ENG")
    assert CHRISTMAS in find_region("GB-ENG").holidays


# -- faults ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", ["FR-", "FR-IDF"])
def test_a_country_that_is_a_region_by_itself_is_named_with_its_parts(code: str) -> None:
    named = problem(code).partition("use one of: ")[2].split(", ")
    assert {"FR", "FR-BL"} <= set(named)
