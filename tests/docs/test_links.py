"""Links between pages lead somewhere, and every page is on the list of them once."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
BLOCK = re.compile(r"^```.*?^```$", flags=re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:|mailto:)([^)#\s]*)(?:#([^)\s]+))?\)")
HEADING = re.compile(r"^#+ (.+)$", flags=re.MULTILINE)

PAGES = [
    ROOT / "README.md",
    ROOT / "CHANGELOG.md",
    ROOT / "CONTRIBUTING.md",
    *sorted(DOCS.glob("*.md")),
    *sorted(DOCS.glob("reference/*.md")),
    *sorted(ROOT.glob("examples/**/README.md")),
]


def prose(page: Path) -> str:
    """Return a page without its blocks of code, in which a # is no heading and a ]( no link."""
    return BLOCK.sub("", page.read_text(encoding="utf-8"))


def anchors(page: Path) -> set[str]:
    """Return the anchors of a page's headings, as GitHub makes them."""
    headings = (
        re.sub(r"[^\w\- ]", "", heading.lower()) for heading in HEADING.findall(prose(page))
    )
    return {heading.strip().replace(" ", "-") for heading in headings}


def links(page: Path) -> list[tuple[Path, str]]:
    """Return where a page's links to other files lead: file and anchor, which may be empty."""
    links_found = LINK.findall(prose(page))
    return [
        ((page.parent / name).resolve() if name else page, anchor) for name, anchor in links_found
    ]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_of_a_page_leads_to_a_file_and_to_a_heading_in_it(page: Path) -> None:
    broken = [
        f"{target.name}#{anchor}"
        for target, anchor in links(page)
        if not target.exists() or (anchor and anchor not in anchors(target))
    ]
    assert [] == broken


def test_every_page_is_on_the_list_of_all_pages_once() -> None:
    pages = {*DOCS.glob("*.md"), *DOCS.glob("*.ipynb")}
    pages -= {DOCS / "index.md", DOCS / "contents.md"}
    listed = [target for target, _ in links(DOCS / "contents.md")]
    assert sorted(pages) == sorted(target for target in listed if target.parent == DOCS)


def test_the_list_of_all_pages_is_found_from_the_index() -> None:
    assert (DOCS / "contents.md", "") in links(DOCS / "index.md")


def test_an_anchor_is_made_as_github_makes_it(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# In Django\n\n## When you can't: `a|b`\n\n```\n# No heading\n```\n")
    assert {"in-django", "when-you-cant-ab"} == anchors(page)
