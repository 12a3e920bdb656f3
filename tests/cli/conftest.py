"""The command line, and files and packs for it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from command_line import ABROAD, CARDS, FAR_AWAY, Run


@pytest.fixture(autouse=True)
def plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no test depend on the terminal that it is run in."""
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    return Run(capsys)


@pytest.fixture
def abroad(tmp_path: Path) -> str:
    """Return the path of a search in New York, with an interview in London."""
    path = tmp_path / "abroad.toml"
    path.write_text(ABROAD, encoding="utf-8")
    return str(path)


@pytest.fixture
def far_away(tmp_path: Path) -> str:
    """Return the path of a search in Tokyo, with an interview in New York and one at home."""
    path = tmp_path / "far_away.toml"
    path.write_text(FAR_AWAY, encoding="utf-8")
    return str(path)


@pytest.fixture
def published(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Pretend that two more packs are installed, one of which is broken."""
    from importlib import metadata

    (tmp_path / "pack_of_cards.py").write_text(CARDS, encoding="utf-8")
    (tmp_path / "pack_in_pieces.py").write_text("1 / 0", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    for module in ("pack_of_cards", "pack_in_pieces"):
        monkeypatch.delitem(sys.modules, module, raising=False)
    values = {
        "cards": "pack_of_cards:RULES",
        "cv-library": "interview_followup.advice:CV_LIBRARY",
        "pieces": "pack_in_pieces:RULES",
    }
    group = "interview_followup.rules"
    entries = metadata.EntryPoints(
        metadata.EntryPoint(name=name, value=value, group=group) for name, value in values.items()
    )
    for entry in entries:
        vars(entry).update(dist=metadata.Distribution.from_name("interview_followup"))
    monkeypatch.setattr(metadata, "entry_points", entries.select)


@pytest.fixture
def in_pieces(published: None, tmp_path: Path) -> str:
    """Return what is said of the pack that is broken, which is installed with the others."""
    return (
        "pack 'pieces' of interview_followup: cannot be imported: "
        f"ZeroDivisionError: division by zero (line 1 of {tmp_path / 'pack_in_pieces.py'}); "
        "mend pack_in_pieces:RULES, or uninstall interview_followup"
    )
