"""An extension of Sphinx: the reference as our docstrings mean it, and links to it from all pages.

A docstring is Markdown in little: what stands between backticks is code. Where it is a name that
the reference has, it becomes a link.
"""

from __future__ import annotations

import re
import sys
from functools import cache
from typing import Any, TypeAlias

import attrs
from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.pycode import ModuleAnalyzer
from sphinx.util.inspect import object_description
from sphinx.util.nodes import make_refnode

from interview_followup import CV_LIBRARY
from interview_followup.language import AUTHOR

Place: TypeAlias = tuple[str, str]
"""A page of the site, and the anchor in it."""
TEXTS: Place = ("reference/dictionaries", "texts-and-numbers")
"""What is said of the types of texts and numbers in dictionaries, which have no entries."""

CODE = re.compile(r"(?<![`:])`([^`]+)`(?!`)(?=(\w?))")
NAME = re.compile(r"[\w.]+")
ALIAS = re.compile(r"TypeAliasForwardRef\('(\w+)'\)")
DEFAULT = re.compile(r"attr_dict\['(\w+)'\]\.default")
MODULE = re.compile(r"interview_followup\.([a-z_]+\.)*")
DEFAULTS = {
    object_description(AUTHOR): "AUTHOR",
    object_description(CV_LIBRARY): "CV_LIBRARY",
    "NOTHING": "...",
}
NO_TEXT = ["..", ""]
"""A comment, so that the text of a field that begins `Day:` is not taken for its type."""


def mend_docstring(*event: Any) -> None:
    """Take the text of a value from where it is made, and code from between backticks."""
    _, kind, name, value, _, lines = event
    if kind == "data":
        lines[:] = written(name.rpartition(".")[2], value) or lines
    lines[:] = CODE.sub(marked, "\n".join(lines)).splitlines()
    if kind in {"attribute", "data", "property"}:
        lines[:0] = NO_TEXT


def written(name: str, value: object) -> list[str]:
    """Return what is written below a value where it is made, which is not where it is public."""
    for module in [module for module in sys.modules if module.startswith("interview_followup.")]:
        if vars(sys.modules[module]).get(name) is value:
            texts = ModuleAnalyzer.for_module(module).find_attr_docs()
            if ("", name) in texts:
                return list(texts["", name])
    return []


def marked(match: re.Match[str]) -> str:
    """Return a name as a link, if anything has that name, and other code as it stands."""
    words, rest = match.groups()
    code = f":py:obj:`{words}`" if NAME.fullmatch(words) else f"``{words}``"
    return code + "\\ " * bool(rest)


def mend_signature(*event: Any) -> tuple[str, str] | None:
    """Leave out how values are made that only the library makes; name aliases and defaults."""
    _, kind, _, value, _, arguments, returned = event
    if kind == "class" and "._planning." in value.__module__:
        return "", ""
    if not arguments:
        return None
    arguments = DEFAULT.sub(lambda match: default(value, match[1]), arguments)
    for words, name in DEFAULTS.items():
        arguments = arguments.replace(words, name)
    return ALIAS.sub(r"\1", arguments), ALIAS.sub(r"\1", returned or "")


def default(cls: type, name: str) -> str:
    """Return the default of a field as it is written, if it is short."""
    words = repr(attrs.fields_dict(cls)[name].default)
    return words if len(words) < 20 else "..."


@cache
def mentions(env: BuildEnvironment) -> dict[str, Place]:
    """Return the places of the reference by what is surely a mention of them.

    That is a name with a capital letter or a `_` in it, or one that is called. What strategies are
    called is also the name of much else.
    """
    places = {}
    for full, entry in env.domains.python_domain.objects.items():
        if not entry.aliased and not full.startswith("interview_followup.strategies."):
            name = MODULE.sub("", full)
            places[f"{name}("] = entry.docname, entry.node_id
            if "_" in name or not name.islower():
                places[name] = entry.docname, entry.node_id
    return places


def rules(env: BuildEnvironment) -> dict[str, Place]:
    """Return the pages of packs and of rules by name; of a rule's in several packs the first's."""
    pages = sorted(env.found_docs, key=lambda page: "/cv-library/" in page)
    parts = [page.split("/") for page in pages if page.count("/") == 2]
    return {
        pack if name == "index" else name: ("/".join([folder, pack, name]), "")
        for folder, pack, name in parts
        if folder == "advice"
    }


def link_in_reference(
    app: Sphinx, env: BuildEnvironment, link: pending_xref, shown: nodes.Element
) -> nodes.Element | None:
    """Link what the reference names without its module; what a docstring names else is code."""
    name = link["reftarget"].rpartition(".")[2]
    place = mentions(env).get(name) if name[:1].isupper() else None
    if link["refdoc"] == TEXTS[0] and link["reftarget"] in app.config.autodoc_type_aliases:
        place = place or TEXTS
    if place:
        return make_refnode(app.builder, link["refdoc"], *place, shown)
    return shown if link["reftype"] == "obj" else None


def link_on_page(app: Sphinx, page: nodes.document, name: str) -> None:
    """Link the first mention of each public name, and on pages of advice of each rule and pack."""
    places = {} if name.startswith("reference/") else mentions(app.env)
    if name in {"advice", "advice_packs"}:
        places = places | rules(app.env)
    for code in list(page.findall(nodes.literal)):
        words, called, _ = code.astext().partition("(")
        place = places.get(words + called)
        if place and not isinstance(code.parent, nodes.reference | nodes.title):
            code.replace_self(make_refnode(app.builder, name, *place, code.deepcopy()))
            places = {words: other for words, other in places.items() if other != place}


def setup(app: Sphinx) -> None:
    app.connect("autodoc-process-docstring", mend_docstring, priority=400)
    app.connect("autodoc-process-signature", mend_signature)
    app.connect("missing-reference", link_in_reference)
    app.connect("doctree-resolved", link_on_page)
