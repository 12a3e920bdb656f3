"""The document in a file: what its TOML or its JSON says, before anything is made of it."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from interview_followup._errors import cut, invalid, shown


def load_document(path: Path) -> Any:
    """Return what a `.toml` or `.json` file in UTF-8 says.

    Raises:
        InvalidInput: It cannot be read, or is no TOML or JSON.
    """
    parsers: dict[str, Callable[[str], Any]] = {".toml": tomllib.loads, ".json": _parse_json}
    if path.suffix not in parsers:
        raise invalid(str(path), "is neither .toml nor .json", "name it for what it holds")
    try:
        return parsers[path.suffix](path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        reason = error.strerror or str(error)
        raise invalid(str(path), f"cannot be read: {reason}", "check the path") from None
    except UnicodeDecodeError:
        raise invalid(str(path), "is not in UTF-8", "save it as UTF-8") from None
    except RecursionError:
        raise invalid(str(path), "is nested too deep", "take out some levels") from None
    except ValueError as error:
        kind = path.suffix[1:].upper()
        raise invalid(str(path), f"is not {kind}: {cut(str(error))}", "correct it there") from None


def _parse_json(text: str) -> Any:
    import json

    return json.loads(text, object_pairs_hook=_table)


def _table(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return a table of some keys and values; TOML's parser refuses a key given twice itself."""
    table = dict(pairs)
    if len(table) < len(pairs):
        times = Counter([name for name, _ in pairs])
        twice = next(name for name in times if times[name] > 1)
        raise ValueError(f"the key {shown(twice)} is there twice")
    return table
