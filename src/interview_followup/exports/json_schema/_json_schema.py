"""The JSON Schemas that are shipped."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

from interview_followup._errors import invalid, near, shown

KINDS = ("search", "plan", "verdict", "difference")


def json_schema(name: str) -> dict[str, Any]:
    """Return the JSON Schema, 2020-12, of what `to_dict` gives of one kind of value.

    The names are `search`, `plan`, `verdict` and `difference`. That of a search takes what
    `search_from_dict` does from JSON; a plan's is a forecast's as well.

    Raises:
        InvalidInput: There is none of that name.
    """
    if name not in KINDS:
        raise invalid("schema", f"there is none of {shown(name)}", near(name, KINDS))
    text = (files("interview_followup.exports.json_schema") / f"{name}.json").read_text(
        encoding="utf-8"
    )
    schema: dict[str, Any] = json.loads(text)
    return schema
