"""Check what was built: a wheel and an archive of the sources, in the folder that is given.

The wheel has every file of the package, schemas and templates too; the archive every file of the
project, as far as git can tell which these are, so that all checks can be run from it.
"""

import subprocess
import sys
import tarfile
from pathlib import Path
from zipfile import ZipFile

SOURCES = Path("src")
ADDED = {"PKG-INFO"}


def in_wheel(wheel: Path) -> set[str]:
    """Return the files of a wheel but for those that describe it."""
    return {name for name in ZipFile(wheel).namelist() if ".dist-info/" not in name}


def in_archive(archive: Path) -> set[str]:
    """Return the files of an archive of sources, from its folder on."""
    with tarfile.open(archive) as opened:
        files = [member.name for member in opened.getmembers() if member.isfile()]
    return {name.partition("/")[2] for name in files} - ADDED


def of_package() -> set[str]:
    """Return the files of the package, as they are in the sources."""
    files = (path for path in SOURCES.rglob("*") if path.is_file())
    return {path.relative_to(SOURCES).as_posix() for path in files if path.suffix != ".pyc"}


def of_project() -> set[str]:
    """Return the files of the project that git keeps, or would keep."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return {name for name in listed.split("\0") if name and Path(name).exists()}


def different(built: str, names: set[str], expected: set[str]) -> list[str]:
    """Return a line for each file that is missing, or that should not be there."""
    missing = [f"{built} lacks {name}" for name in sorted(expected - names)]
    return missing + [f"{built} has {name}" for name in sorted(names - expected)]


if __name__ == "__main__":
    [wheel], [archive] = (list(Path(sys.argv[1]).glob(kind)) for kind in ("*.whl", "*.tar.gz"))
    wrong = different("the wheel", in_wheel(wheel), of_package())
    if Path(".git").exists():
        wrong += different("the archive of the sources", in_archive(archive), of_project())
    sys.exit("\n".join(wrong) or None)
