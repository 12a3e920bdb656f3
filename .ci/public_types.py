"""Say which public names have no type that every checker reads alike, as pyright finds them."""

from __future__ import annotations

import json
import sys
from subprocess import run

PACKAGE = "interview_followup"
COMMAND = ("pyright", "--verifytypes", PACKAGE, "--ignoreexternal", "--outputjson")
UNTYPED = f"{PACKAGE}.advice.cv_library."
"""The rules that people read who know no Python; from there, only `CV_LIBRARY` is public."""


def main() -> None:
    found = json.loads(run(COMMAND, capture_output=True, text=True, check=False).stdout)
    symbols = [each for each in found["typeCompleteness"]["symbols"] if each["isExported"]]
    public = [each for each in symbols if not each["name"].startswith(UNTYPED)]
    vague = [each["name"] for each in public if not each["isTypeKnown"] or each["isTypeAmbiguous"]]
    print(*[f"No type that is certain: {name}" for name in vague], sep="\n", end="")
    if vague or not public:
        sys.exit(1)
    print(f"Of {len(public)} public names the type is certain")


if __name__ == "__main__":
    main()
