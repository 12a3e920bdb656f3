"""The examples that the help of each command ends with."""

from __future__ import annotations

EXAMPLES: dict[str, tuple[str, ...]] = {
    "plan": (
        "plan search.toml",
        "plan search.toml --of Acme --long",
        "plan search.toml --now 2026-11-25",
        "plan search.toml --tune chase.at-most=3",
        "plan - --input json < search.json",
    ),
    "forecast": (
        "forecast search.toml",
        "forecast search.toml --horizon 2026-12-24",
    ),
    "explain": ("explain search.toml chase --of Acme",),
    "check": (
        "check search.toml chase --of Acme",
        "check search.toml call --at 2026-11-24T11:30",
    ),
    "compare": ("compare search.toml --pack japan --pack academic",),
    "done": (
        "done search.toml thank-you",
        "done search.toml thank-you --to 'Tom Reed'",
        "done search.toml chase --at 2026-12-08",
    ),
    "snooze": ("snooze search.toml chase --until 2026-12-14",),
    "dismiss": ("dismiss search.toml connect --to 'Tom Reed'",),
    "init": ("init search.toml",),
    "rules": ("rules", "rules --tune chase.grace='1 working day'", "rules --format toml"),
    "verify": ("verify --pack beyond --seconds 5",),
    "schema": ("schema search", "schema plan"),
    "packs": ("packs", "packs --load"),
}

IN_SHORT = ("init", "plan", "done", "check")
"""The commands of which the first example is in the help of the program itself."""


def examples_of(program: str, *commands: str) -> str:
    """Return the examples of a command, as its help has them; of several the first one each."""
    most = None if len(commands) == 1 else 1
    examples = [example for command in commands for example in EXAMPLES[command][:most]]
    return "\n".join(["examples:", *(f"  {program} {example}" for example in examples)])
