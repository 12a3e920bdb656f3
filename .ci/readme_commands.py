"""Print the README's commands: each line of its `sh` blocks, as it stands there."""

import re
import sys
from pathlib import Path


def commands(text: str) -> list[str]:
    """Return the lines of the blocks marked `sh`."""
    blocks = re.findall(r"^```sh\n(.*?)^```", text, flags=re.MULTILINE | re.DOTALL)
    return [line for block in blocks for line in block.splitlines() if line.strip()]


if __name__ == "__main__":
    lines = commands(Path(sys.argv[1]).read_text(encoding="utf-8"))
    if len(lines) != 2:
        sys.exit(f"the README has {len(lines)} commands, and should have two")
    print(*lines, sep="\n")
