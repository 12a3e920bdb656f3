"""Check the site that was built into the folder given: its links, and the names in its reference.

Every link inside it leads to a file, and to an anchor in it. Every public name has one entry.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from urllib.parse import unquote, urlsplit

from sphinx.util.inventory import InventoryFile

import interview_followup

KINDS = ("py:class", "py:data", "py:exception", "py:function")


class Page(HTMLParser):
    """The links of a page, and the anchors to which others may lead."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.links: list[str] = []
        self.anchors = {"", "top"}
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        for name, value in attrs:
            if name == "id" and value:
                self.anchors.add(value)
            elif name in {"href", "src"} and value:
                self.links.append(value)


def broken(folder: Path) -> Iterator[str]:
    """Yield a line for each link that leads nowhere."""
    pages = {path: Page(path) for path in sorted(folder.rglob("*.html"))}
    for path, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            anchors = pages[target].anchors if target in pages else {""}
            if not target.is_file() or unquote(parts.fragment) not in anchors:
                yield f"{path.relative_to(folder)} leads to {link}"
    print(f"{len(pages)} pages, {sum(len(page.links) for page in pages.values())} links")


def public() -> set[str]:
    """Return all names that the library makes public."""
    prefix = f"{interview_followup.__name__}."
    modules = [module.name for module in walk_packages(interview_followup.__path__, prefix)]
    outer = [name for name in modules if "._" not in name]
    listed = [getattr(import_module(name), "__all__", []) for name in outer]
    return {*interview_followup.__all__}.union(*listed)


def miscounted(folder: Path) -> Iterator[str]:
    """Yield a line for each public name that does not have just one entry."""
    inventory = InventoryFile.loads((folder / "objects.inv").read_bytes(), uri="")
    names = [name for kind in KINDS for name in inventory.data[kind] if "._" not in name]
    entries = Counter(name.rpartition(".")[2] for name in names)
    for name in sorted(public() | {*entries}):
        if entries[name] != 1 or name not in public():
            yield f"{name} has {entries[name]} entries"
    print(f"{len(entries)} names")


if __name__ == "__main__":
    site = Path(sys.argv[1]).resolve()
    sys.exit("\n".join([*broken(site), *miscounted(site)]) or None)
