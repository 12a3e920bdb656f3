"""Print the Pythons of this machine that the library is for: version and path, one a line.

They are looked for on PATH and among those of pyenv, and there is one of each minor version.
"""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

NAME = re.compile(r"python3\.\d+")
ASKED = "import sys, ensurepip, venv; print(sys.version_info.releaselevel, *sys.version_info[:2])"


def commands() -> list[Path]:
    """Return every command that is called as a minor version of Python is."""
    folders = [Path(folder) for folder in os.get_exec_path()]
    folders += sorted(Path.home().glob(".pyenv/versions/*/bin"))
    several = [command for folder in folders if folder.is_dir() for command in folder.iterdir()]
    return [command for command in several if NAME.fullmatch(command.name)]


def version(command: Path) -> tuple[int, int] | None:
    """Return the version of a Python that is final and can make environments, else None."""
    query = [str(command), "-I", "-c", ASKED]
    answer = subprocess.run(query, capture_output=True, text=True, check=False).stdout.split()
    return (int(answer[1]), int(answer[2])) if answer[:1] == ["final"] else None


def lowest() -> tuple[int, int]:
    """Return the lowest version that the library is for."""
    project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]
    [(major, minor)] = re.findall(r"^>=(\d+)\.(\d+)$", project["requires-python"])
    return int(major), int(minor)


if __name__ == "__main__":
    pythons = {sys.version_info[:2]: Path(sys.executable)}
    for command in commands():
        if (number := version(command)) and number >= lowest():
            pythons.setdefault(number, command)
    for number, command in sorted(pythons.items()):
        print("{}.{}".format(*number), command)
