"""The library's own packs: the files of rules in this folder, and all that are made here."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from interview_followup._documents import document_in
from interview_followup.advice._pack_rules import rules_in
from interview_followup.language import RuleSet

MODULES = ("academic", "beyond", "cv_library", "japan", "uk_agency", "us_campus", "us_corporate")
"""The modules of this folder of which each is a pack, with its rules in capitals."""


def shipped_rules(name: str) -> RuleSet:
    """Return the rules of a pack's own file; as the library's, they may name it as their source."""
    file = Path(__file__).with_name(f"{name}.toml")
    return rules_in(document_in(file.read_text(encoding="utf-8"), "toml", file.name))


def shipped_packs() -> Iterator[RuleSet]:
    """Yield the library's own packs, whose files are read as late as this."""
    for name in MODULES:
        yield getattr(import_module(f"interview_followup.advice.{name}"), name.upper())
