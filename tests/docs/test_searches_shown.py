"""Where a page shows a job search and goes on with it in Python, its Python reads it."""

import re
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"
AFTER = re.compile(r"^```toml\n[^`]*^timezone = .*?^```$(.*)", flags=re.MULTILINE | re.DOTALL)
PYTHON = re.compile(r"^```python\n(.*?)^```$", flags=re.MULTILINE | re.DOTALL)
SEARCH = re.compile(r"^(search = (?!.*read_search))|\bsearch\b", flags=re.MULTILINE)
READ = re.compile(r"^search = (?:interview_followup\.)?read_search\(", flags=re.MULTILINE)


def goes_on_with_a_search(page: str) -> bool:
    """Tell whether Python after a search in TOML uses it, rather than one of its own."""
    after = AFTER.search(page)
    first = after and SEARCH.search("".join(PYTHON.findall(after[1])))
    return bool(first and not first[1])


PAGES = [
    page for page in sorted(DOCS.glob("*.md")) if goes_on_with_a_search(page.read_text("utf-8"))
]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_reads_the_search_that_it_shows(page: Path) -> None:
    assert READ.search("".join(PYTHON.findall(page.read_text("utf-8"))))


def test_the_pages_that_go_on_with_a_search_are_found() -> None:
    assert {"calendar.md", "examples.md", "reminders.md", "your_words.md"} <= {
        page.name for page in PAGES
    }


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("plan(search)", True),
        ('search = read_search("search.toml")', True),
        ("search = 1\nplan(search)", False),
        ("x", False),
    ],
)
def test_a_search_of_its_own_is_not_that_of_the_toml(code: str, expected: bool) -> None:
    page = f'```toml\ntimezone = "UTC"\n```\n\n```python\n{code}\n```\n'
    assert expected is goes_on_with_a_search(page)
