"""An extension of Sphinx: the pages that stand elsewhere or are made, and the trees of contents.

`contents.md` lists all pages, for those who read them as files too. The trees beside each page of
the site are made of that list.
"""

from __future__ import annotations

import re
from itertools import starmap
from os.path import relpath
from pathlib import Path

from sphinx.application import Sphinx

import rule_pages

DOCS = Path(__file__).parent
ROOT = DOCS.parent
CONTENTS = DOCS / "contents.md"
COPIES = {
    ROOT / "CHANGELOG.md": DOCS / "built/changes.md",
    ROOT / "examples/tracker/README.md": DOCS / "built/tracker.md",
    ROOT / "examples/take_home/README.md": DOCS / "built/take_home.md",
}
"""Pages that stand outside this folder, and where the build puts a copy of each."""

RULES = "A page of each rule"
"""What the list calls the pages that only the site has."""

LINK = re.compile(r"(?<=\]\()(?!\w+:)([^)#\s]+)")
CAPTION = re.compile(r"^## (.+)$", flags=re.MULTILINE)
ENTRY = re.compile(r"^- \[([^\]]+)\]\(([^)#\s]+)\)", flags=re.MULTILINE)


def make_pages(_: Sphinx) -> None:
    rule_pages.write(DOCS / "advice")
    for page, copy in COPIES.items():
        copy.parent.mkdir(exist_ok=True)
        copy.write_text(moved(page.read_text("utf-8"), page, copy), "utf-8")


def moved(page: str, old: Path, new: Path) -> str:
    """Return a page with links that lead on from its new place, and to copies where there are."""

    def link(match: re.Match[str]) -> str:
        target = (old.parent / match[1]).resolve()
        return Path(relpath(COPIES.get(target, target), new.parent)).as_posix()

    return LINK.sub(link, page)


def adapt(app: Sphinx, name: str, source: list[str]) -> None:
    """Let a page's links lead to copies, and the first page hold the trees of contents."""
    page = Path(app.env.doc2path(name))
    if page.suffix == ".md":
        source[0] = of_site(page, source[0])
    if name == app.config.root_doc:
        app.env.note_dependency(CONTENTS)
        source[0] += tree("", [("All pages", CONTENTS.name)])
        source[0] += contents(of_site(CONTENTS, CONTENTS.read_text("utf-8")))


def of_site(path: Path, page: str) -> str:
    """Return a page that stands in this folder as the site has it."""
    if path == CONTENTS:
        page = page.replace(RULES, f"[{RULES}](advice/index.md)")
    return moved(page, path, path)


def contents(page: str) -> str:
    """Return the trees of contents that a page lists: a heading each, and the pages below it."""
    _, *parts = CAPTION.split(page)
    entries = map(ENTRY.findall, parts[1::2])
    return "".join(starmap(tree, zip(parts[::2], entries, strict=True)))


def tree(caption: str, entries: list[tuple[str, str]]) -> str:
    """Return a tree of contents that is only shown beside a page."""
    options = [":hidden:", ":titlesonly:", *([f":caption: {caption}"] if caption else []), ""]
    lines = [f"{title} <{name}>" for title, name in entries]
    return "\n".join(["\n\n```{toctree}", *options, *lines, "```"])


def setup(app: Sphinx) -> None:
    app.connect("builder-inited", make_pages)
    app.connect("source-read", adapt)
