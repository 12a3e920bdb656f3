"""Compares the public API with that of the last tag, or of a commit: what worked before still does.

Changes that are to break something are listed in `public_api.toml`, with the reason. Types are not
compared; those are in `tests/typing`.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from subprocess import run
from typing import Any

import griffe

PACKAGE = "interview_followup"
LISTED = Path(__file__).with_suffix(".toml")
BUILT_BY_OTHERS = (f"{PACKAGE}.model.", f"{PACKAGE}.language.")
"""Where the classes are whose values others build; all others are results, which they only read."""


def git(*arguments: str) -> str | None:
    """Return what git says; None where it has no answer."""
    done = run(["git", *arguments], capture_output=True, text=True, check=False)
    return done.stdout.strip() if done.returncode == 0 else None


def base_of(named: str) -> str:
    """Return the last tag before this commit, or else the commit that is named.

    Sources that came without their history, as in an archive, have nothing to be compared with.
    """
    is_shallow = git("rev-parse", "--is-shallow-repository")
    if is_shallow is None:
        print("Not compared: these sources have no history that git can read")
        sys.exit(0)
    if is_shallow == "true":
        sys.exit("No whole history to compare with: git clone, or git fetch --unshallow --tags")
    base = git("describe", "--tags", "--abbrev=0", "HEAD^") or named
    if git("cat-file", "-e", f"{base}^{{commit}}") is None:
        sys.exit(f"No {base} to compare with in this clone: git fetch --tags")
    return base


# -- what is public -------------------------------------------------------------------------------


def public_modules(module: Any) -> Iterator[Any]:
    """Yield a module and those in it, as far as they say what is public in them."""
    if module.exports is not None:
        yield module
    for name, inner in module.modules.items():
        if not name.startswith("_"):
            yield from public_modules(inner)


def classes(module: Any) -> Iterator[Any]:
    """Yield the classes that are written in a module, and in those in it."""
    for member in module.members.values():
        if not member.is_alias and member.is_class:
            yield member
        elif not member.is_alias and member.is_module:
            yield from classes(member)


def with_constructors(package: Any) -> Any:
    """Return a package whose classes have the constructors that attrs and NamedTuple give them."""
    for cls in classes(package):
        if cls.path.startswith(BUILT_BY_OTHERS) and has_fields(cls):
            pairs = [
                (base, field) for base in reversed([cls, *cls.mro()]) for field in fields(base)
            ]
            parameters = {field.name: parameter(base, field) for base, field in pairs}
            constructor = griffe.Parameters(*parameters.values())
            cls.set_member("__init__", griffe.Function("__init__", parameters=constructor))
    return package


def has_fields(cls: Any) -> bool:
    """Tell whether a class has fields, and no constructor of its own to take them."""
    frozen = [
        decorator.value for decorator in cls.decorators if decorator.callable_path == "attrs.frozen"
    ]
    if any("init=False" in str(decorator) for decorator in frozen):
        return False
    return bool(frozen) or "NamedTuple" in map(str, cls.bases)


def fields(cls: Any) -> list[Any]:
    """Return the fields that a class takes as it is built, without those of its bases."""
    attributes = [*cls.members.values()] if has_fields(cls) else []
    return [
        member
        for member in attributes
        if member.is_attribute
        and "property" not in member.labels
        and not str(member.annotation).startswith(("None", "ClassVar"))
        and arguments_of(member.value).get("init") != "False"
    ]


def parameter(cls: Any, field: Any) -> griffe.Parameter:
    """Return the parameter of a constructor that sets a field."""
    arguments = arguments_of(field.value)
    by_name = any("kw_only=True" in str(decorator.value) for decorator in cls.decorators)
    kinds = griffe.ParameterKind
    return griffe.Parameter(
        arguments["alias"][1:-1] if "alias" in arguments else field.name.lstrip("_"),
        kind=kinds.keyword_only if by_name else kinds.positional_or_keyword,
        default=arguments.get("default", arguments.get("factory")),
    )


def arguments_of(value: Any) -> dict[str, str]:
    """Return what is said of a field by name, in code; of a plain default, just that."""
    if value is None:
        return {}
    if str(getattr(value, "function", "")) != "field":
        return {"default": str(value)}
    return {
        argument.name: str(argument.value)
        for argument in value.arguments
        if hasattr(argument, "name")
    }


# -- what breaks ----------------------------------------------------------------------------------


def breaking_changes(before: Any, after: Any) -> Iterator[str]:
    """Yield what worked before and no longer does."""
    now = {module.path: module for module in public_modules(after)}
    for module in public_modules(before):
        if module.path not in now:
            yield f"{module.path}: Public module was removed"
            continue
        for name in {*module.exports} - {*now[module.path].exports}:
            yield f"{module.path}.{name}: {griffe.BreakageKind.OBJECT_REMOVED.value}"
        for breakage in griffe.find_breaking_changes(module, now[module.path]):
            parameter = getattr(breakage.old_value or breakage.new_value, "name", "")
            of = f"({parameter})" if "arameter" in breakage.kind.value else ""
            yield f"{breakage.obj.path}{of}: {breakage.kind.value}"


def main() -> None:
    listed = tomllib.loads(LISTED.read_text(encoding="utf-8"))
    base = base_of(listed["base"])
    options: dict[str, Any] = {
        "search_paths": ["src"],
        "allow_inspection": False,
        "resolve_aliases": True,
    }
    before = with_constructors(griffe.load_git(PACKAGE, ref=base, **options))
    after = with_constructors(griffe.load(PACKAGE, **options))
    changes = {*breaking_changes(before, after)}
    wanted = {*listed["wanted"]}
    for change in sorted(changes - wanted):
        print(f"Breaks what worked in {base}: {change}")
    for change in sorted(wanted - changes):
        print(f"Listed in {LISTED.name}, but breaks nothing since {base}: {change}")
    if changes != wanted:
        sys.exit(1)
    print(f"Nothing broken since {base} but what is wanted: {len(wanted)}")


if __name__ == "__main__":
    main()
