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
    report = json.loads(run(COMMAND, capture_output=True, text=True, check=False).stdout)
    symbols = [symbol for symbol in report["typeCompleteness"]["symbols"] if symbol["isExported"]]
    public = [symbol for symbol in symbols if not symbol["name"].startswith(UNTYPED)]
    vague = [
        symbol["name"]
        for symbol in public
        if not symbol["isTypeKnown"] or symbol["isTypeAmbiguous"]
    ]
    print(*[f"No type that is certain: {name}" for name in vague], sep="\n", end="")
    if vague or not public:
        sys.exit(1)
    print(f"Of {len(public)} public names the type is certain")


if __name__ == "__main__":
    main()
