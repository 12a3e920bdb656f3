"""A file that is written into has its old text or its new one, whatever happens meanwhile."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from command_line import Run

TEXT = 'timezone = "Europe/London"\n'
DONE = ("keep-looking", "--at", "2026-11-24")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "folder" / "search.toml"
    path.parent.mkdir()
    path.write_text(TEXT, encoding="utf-8")
    return path


def is_untouched(path: Path) -> bool:
    """Return whether a file has its old text, and nothing is beside it."""
    return path.read_text(encoding="utf-8") == TEXT and [path] == list(path.parent.iterdir())


def test_nothing_is_left_beside_a_file_that_is_written(run: Run, path: Path) -> None:
    run.text("done", str(path), *DONE)
    assert [path] == list(path.parent.iterdir())
    assert "keep-looking" in path.read_text(encoding="utf-8")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_a_file_keeps_its_permissions_and_its_owner(run: Run, path: Path, mode: int) -> None:
    path.chmod(mode)
    before = path.stat()
    run.text("done", str(path), *DONE)
    after = path.stat()
    assert (mode, before.st_uid, before.st_gid) == (
        stat.S_IMODE(after.st_mode),
        after.st_uid,
        after.st_gid,
    )


@pytest.mark.skipif(os.name == "nt", reason="links need a right of their own there")
def test_a_link_leads_to_the_file_that_is_written_and_stays(
    run: Run, path: Path, tmp_path: Path
) -> None:
    link = tmp_path / "link.toml"
    link.symlink_to(Path("folder") / "search.toml")
    run.text("done", str(link), *DONE)
    assert link.is_symlink()
    assert not path.is_symlink()
    assert "keep-looking" in path.read_text(encoding="utf-8")


def refuse(error: BaseException) -> Any:
    """Return a function that always raises an error."""

    def fail(*_: object, **__: object) -> None:
        raise error

    return fail


@pytest.mark.parametrize("step", ["tempfile.mkstemp", "os.fsync", "pathlib.Path.replace"])
def test_a_step_that_fails_leaves_the_old_file(
    run: Run, path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    monkeypatch.setattr(step, refuse(PermissionError(13, "Permission denied")))
    expected = (
        f"{path}: cannot be written: Permission denied; check the path, and who may write there"
    )
    assert [expected] == run.problems("done", str(path), *DONE)
    assert is_untouched(path)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_in_a_folder_that_is_read_only_nothing_is_written(run: Run, path: Path) -> None:
    path.parent.chmod(0o500)
    try:
        [problem] = run.problems("done", str(path), *DONE)
        assert problem.startswith(f"{path}: cannot be written: Permission denied; ")
        assert is_untouched(path)
    finally:
        path.parent.chmod(0o700)


def test_a_file_that_is_read_only_stays_so(
    run: Run, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.chmod(0o444)
    if os.name != "nt" and os.geteuid() == 0:  # Root may write into any.
        monkeypatch.setattr(os, "access", lambda *_: False)
    [problem] = run.problems("done", str(path), *DONE)
    assert problem.startswith(f"{path}: cannot be written: Permission denied; ")
    assert is_untouched(path)


def test_where_files_have_no_owners_none_is_given(
    run: Run, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(os, "chown", raising=False)
    run.text("done", str(path), *DONE)
    assert "keep-looking" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.replace"])
def test_ctrl_c_leaves_the_old_file(
    run: Run, path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    monkeypatch.setattr(step, refuse(KeyboardInterrupt()))
    assert (130, "", "Interrupted\n") == run("done", str(path), *DONE)
    assert is_untouched(path)


def test_what_somebody_else_writes_meanwhile_is_not_lost(
    run: Run, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", lambda _: path.write_text("theirs", encoding="utf-8"))
    expected = f"{path}: was changed meanwhile; give the command again"
    assert [expected] == run.problems("done", str(path), *DONE)
    assert "theirs" == path.read_text(encoding="utf-8")
    assert [path] == list(path.parent.iterdir())


CRASH = """
import os, pathlib, sys
from interview_followup import _cli

pathlib.Path.replace = lambda *_: os._exit(9)
_cli.main(sys.argv[1:])
"""


def test_a_crash_between_writing_and_replacing_leaves_the_old_file(path: Path) -> None:
    arguments = [sys.executable, "-c", CRASH, "done", str(path), *DONE]
    assert 9 == subprocess.run(arguments, check=False).returncode
    assert TEXT == path.read_text(encoding="utf-8")
