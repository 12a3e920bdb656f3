"""The site made of these pages: `.ci/site` builds it, and checks its links."""

from __future__ import annotations

import re
import sys
from itertools import starmap
from os.path import relpath
from pathlib import Path
from typing import Any

import attrs
from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.domains.python import ObjectEntry
from sphinx.environment import BuildEnvironment
from sphinx.pycode import ModuleAnalyzer
from sphinx.util.inspect import object_description
from sphinx.util.nodes import make_refnode

from interview_followup.language import AUTHOR

sys.path.insert(0, str(Path(__file__).parent))
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
"""What the list of all pages calls those that only the site has, made by `rule_pages`."""

LINK = re.compile(r"(?<=\]\()(?!\w+:)([^)#\s]+)")
CAPTION = re.compile(r"^## (.+)$", flags=re.MULTILINE)
ENTRY = re.compile(r"^- \[([^\]]+)\]\(([^)#\s]+)\)", flags=re.MULTILINE)
CODE = re.compile(r"(?<![`:])`([^`]+)`(?!`)(?=(\w?))")
NAME = re.compile(r"[\w.]+")
ALIAS = re.compile(r"TypeAliasForwardRef\('(\w+)'\)")
DEFAULT = re.compile(r"attr_dict\['(\w+)'\]\.default")
MODULE = re.compile(r"interview_followup\.([a-z_]+\.)*")

project = "interview_followup"
author = "The maintainers of interview_followup"
html_title = "interview_followup"
html_theme = "furo"
html_static_path = ["static"]
html_css_files = ["site.css"]
html_copy_source = False
html_show_copyright = False
html_show_sphinx = False
pygments_dark_style = "github-dark"
exclude_patterns = ["static"]

extensions = ["myst_nb", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "sphinx_copybutton"]
nb_execution_mode = "off"
myst_heading_anchors = 4
smartquotes_action = "D"  # dashes alone
copybutton_selector = "div.highlight-python pre, div.highlight-toml pre, div.highlight-sh pre"

autodoc_default_options = {
    "members": True,
    "inherited-members": "object, tuple, dict, BaseException, Sequence, Expression",
    "exclude-members": "words, grounds",
    "member-order": "bysource",
    "no-value": True,
}
autodoc_preserve_defaults = True
python_maximum_signature_line_length = 80
python_use_unqualified_type_names = True
toc_object_entries_show_parents = "hide"
nitpicky = True
autodoc_type_aliases = {
    name: name
    for name in (
        *("Medium", "NotHeld", "Outcome", "Status"),
        *("ClockTime", "Day", "DayOrTime", "FactValue", "Format", "Instant", "Key", "LocalTime"),
        *("Minutes", "NotBlank", "PeriodText", "Slug", "Time", "Uid", "Weekday", "ZoneName"),
    )
}
nitpick_ignore_regex = [
    ("py:class", r"(collections|datetime|hypothesis|icalendar|pathlib|pendulum|uuid|zoneinfo)\..+"),
    ("py:class", r"interview_followup\.(\w+\.)*_\w+\.[\w.]+"),  # private types
    ("py:class", r"\w+"),  # Tuples with names have their types by the last name only.
]


def moved(page: str, old: Path, new: Path) -> str:
    """Return a page with links that lead on from its new place, and to copies where there are."""

    def link(match: re.Match[str]) -> str:
        target = (old.parent / match[1]).resolve()
        return Path(relpath(COPIES.get(target, target), new.parent)).as_posix()

    return LINK.sub(link, page)


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
    """Return a tree of contents that is only shown beside the page."""
    options = [":hidden:", ":titlesonly:", *([f":caption: {caption}"] if caption else []), ""]
    lines = [f"{title} <{name}>" for title, name in entries]
    return "\n".join(["\n\n```{toctree}", *options, *lines, "```"])


def make_pages(_: Sphinx) -> None:
    rule_pages.write(DOCS / "advice")
    for page, copy in COPIES.items():
        copy.parent.mkdir(exist_ok=True)
        copy.write_text(moved(page.read_text("utf-8"), page, copy), "utf-8")


def adapt(app: Sphinx, name: str, source: list[str]) -> None:
    """Let a page's links lead to copies, and the first page hold the contents."""
    page = Path(app.env.doc2path(name))
    if page.suffix == ".md":
        source[0] = of_site(page, source[0])
    if name == app.config.root_doc:
        app.env.note_dependency(CONTENTS)
        source[0] += tree("", [("All pages", "contents.md")])
        source[0] += contents(of_site(CONTENTS, CONTENTS.read_text("utf-8")))


def mend_docstring(*event: Any) -> None:
    """Link the names in Markdown's code, and let the text of a field not be taken for its type."""
    _, what, name, value, _, lines = event
    if what == "data":
        lines[:] = written(name.rpartition(".")[2], value) or lines
    if lines[:1] and lines[0].startswith("Alias for field number"):
        lines.clear()
    lines[:] = CODE.sub(code, "\n".join(lines)).splitlines()
    if what in {"attribute", "data", "property"}:
        lines[:0] = ["..", ""]


def written(name: str, value: object) -> list[str]:
    """Return what is written below a value where it is made, which is not where it is public."""
    for module in [module for module in sys.modules if module.startswith("interview_followup.")]:
        if vars(sys.modules[module]).get(name) is value:
            texts = ModuleAnalyzer.for_module(module).find_attr_docs()
            if ("", name) in texts:
                return list(texts["", name])
    return []


def code(match: re.Match[str]) -> str:
    """Return a name as a link, if there is a page that has it, and other code as it stands."""
    words, rest = match.groups()
    marked = f":py:obj:`{words}`" if NAME.fullmatch(words) else f"``{words}``"
    return marked + "\\ " * bool(rest)


def mend_signature(*event: Any) -> tuple[str, str] | None:
    """Leave out how values are made that only the library makes; name aliases and defaults."""
    _, what, _, value, _, given, returned = event
    if what == "class" and "._planning." in value.__module__:
        return "", ""
    if not given:
        return None
    given = DEFAULT.sub(lambda match: default(value, match[1]), given)
    given = given.replace("NOTHING", "...").replace(object_description(AUTHOR), "AUTHOR")
    return ALIAS.sub(r"\1", given), ALIAS.sub(r"\1", returned or "")


def default(cls: type, name: str) -> str:
    """Return the default of a field as it is written, if it is short."""
    words = repr(attrs.fields_dict(cls)[name].default)
    return words if len(words) < 20 else "..."


def resolve(
    app: Sphinx, env: BuildEnvironment, node: pending_xref, shown: nodes.Element
) -> nodes.Element | None:
    """Link what a docstring names without its module; what it names else is only code."""
    name = node["reftarget"].rpartition(".")[2]
    if name[:1].isupper():
        for full, entry in env.domains.python_domain.objects.items():
            if full.rpartition(".")[2] == name and not entry.aliased:
                builder, page = app.builder, node.get("refdoc", "")
                return make_refnode(builder, page, entry.docname, entry.node_id, [shown], full)
    return shown if node["reftype"] == "obj" else None


def link_names(app: Sphinx, page: nodes.document, name: str) -> None:
    """Link the first mention of each public name on a page to what the reference says of it."""
    entries = {} if name.startswith("reference/") else mentions(app.env)
    for code in list(page.findall(nodes.literal)):
        words, called, _ = code.astext().partition("(")
        entry = entries.get(words + called)
        if entry and not isinstance(code.parent, nodes.reference | nodes.title):
            target = entry.docname, entry.node_id
            code.replace_self(make_refnode(app.builder, name, *target, code.deepcopy()))
            entries = {words: other for words, other in entries.items() if other != entry}


def mentions(env: BuildEnvironment) -> dict[str, ObjectEntry]:
    """Return the entries of the reference by what is surely a mention of them.

    That is a name with a capital letter or a `_` in it, or one that is called. What strategies are
    called is also the name of much else.
    """
    found = {}
    for full, entry in env.domains.python_domain.objects.items():
        if not entry.aliased and not full.startswith("interview_followup.strategies."):
            name = MODULE.sub("", full)
            found[f"{name}("] = entry
            if "_" in name or not name.islower():
                found[name] = entry
    return found


def setup(app: Sphinx) -> None:
    app.connect("builder-inited", make_pages)
    app.connect("source-read", adapt)
    app.connect("autodoc-process-docstring", mend_docstring, priority=400)
    app.connect("autodoc-process-signature", mend_signature)
    app.connect("missing-reference", resolve)
    app.connect("doctree-resolved", link_names)
