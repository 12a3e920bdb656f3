"""Writes the JSON Schemas that are shipped, from the types of the dictionaries.

Run as `python tests/json_schemas.py`; with `--print` it prints them in one table, and writes none.
It needs pydantic, which nothing else here does.
"""

from __future__ import annotations

import json
import sys
import typing
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typing_extensions

# Pydantic reads only this one before Python 3.12. The types are made as they are imported, below.
typing.TypedDict = typing_extensions.TypedDict

from pydantic import ConfigDict, TypeAdapter  # noqa: E402
from pydantic.json_schema import GenerateJsonSchema  # noqa: E402

from interview_followup.exports import dictionaries, json_schema  # noqa: E402

FOLDER = Path(json_schema.__file__).parent
DIALECT = "https://json-schema.org/draft/2020-12/schema"
BLANK = {"pattern": r"^\s*$", "type": "string"}
EMPTY = {
    "additionalProperties": {"anyOf": [BLANK, {"type": "null"}]},
    "minProperties": 1,
    "type": "object",
}
MAY_BE_EMPTY = ("recruiter", "follow_up")
"""The tables that may hold nothing but nothing, as the columns of a database do."""
KINDS: dict[str, Any] = {
    "search": dictionaries.SearchDict,
    "plan": dictionaries.PlanDict,
    "verdict": dictionaries.VerdictDict,
    "difference": dictionaries.DifferenceDict,
}
CONFIG = ConfigDict(extra="forbid", use_attribute_docstrings=True)


def types() -> Iterator[Any]:
    """Yield the types of all dictionaries."""
    for name in dictionaries.__all__:
        if hasattr(type_ := getattr(dictionaries, name), "__required_keys__"):
            yield type_


def schema(kind: str) -> dict[str, Any]:
    """Return the schema of a kind of dictionary."""
    about = {"$schema": DIALECT, "$id": f"urn:interview-followup:format-1:{kind}", "title": kind}
    whole = {**about, **generated(KINDS[kind])}
    for part in (whole, *whole.get("$defs", {}).values()):
        if kind == "search":
            take_nothing(part)
    plain: dict[str, Any] = without_titles(whole) | about
    return plain


def generated(type_: Any) -> dict[str, Any]:
    """Return what pydantic says of a type, with the words of the types that it is made of."""
    schema = TypeAdapter(type_).json_schema(schema_generator=GenerateJsonSchema)
    parts = {type_.__name__: type_ for type_ in types()}
    for name, part in {**schema.get("$defs", {}), type_.__name__: schema}.items():
        for base in getattr(parts[name], "__orig_bases__", ()):
            if base.__name__ in parts:
                describe(part, generated(base)["properties"])
    return schema


def describe(part: dict[str, Any], known: dict[str, Any]) -> None:
    """Add the words of keys that a type has from another one."""
    for key, properties in known.items():
        part["properties"][key].setdefault("description", properties["description"])


def take_nothing(part: dict[str, Any]) -> None:
    """Let a blank text stand for what may be left out, as null does."""
    for key, values in part["properties"].items():
        if key not in part.get("required", ()) and {"type": "string"} not in values["anyOf"]:
            values["anyOf"] += [BLANK, EMPTY] if key in MAY_BE_EMPTY else [BLANK]


def without_titles(value: Any) -> Any:
    """Return a schema without the titles that only say a name again."""
    if isinstance(value, dict):
        return {
            key: without_titles(inner)
            for key, inner in value.items()
            if not (key == "title" and isinstance(inner, str))
        }
    return [without_titles(inner) for inner in value] if isinstance(value, list) else value


def main(arguments: list[str]) -> None:
    for type_ in types():
        type_.__pydantic_config__ = CONFIG
    schemas = {kind: schema(kind) for kind in KINDS}
    if arguments:
        print(json.dumps(schemas))
        return
    for kind, contents in schemas.items():
        text = json.dumps(contents, indent=2, ensure_ascii=False)
        (FOLDER / f"{kind}.json").write_text(f"{text}\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
