"""Print the lowest versions that pyproject.toml promises to work with, as constraints for pip."""

import re
import tomllib
from pathlib import Path

PROMISED = re.compile(r"([\w-]+)>=([\d.]+)")
USED = ("calendar", "holidays", "toml", "testing")

if __name__ == "__main__":
    project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    for promise in [*project["dependencies"], *(extra for name in USED for extra in extras[name])]:
        if lowest := PROMISED.fullmatch(promise):
            print("{}=={}".format(*lowest.groups()))
