"""Calendars for other programs to read: written into files, and put on a CalDAV server.

Usage: calendars.py write FOLDER, or calendars.py serve. `calendars` sets up all that is needed, and
has ical.js read the files.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from socket import socket
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import caldav
from icalendar import Calendar

from interview_followup import (
    Application,
    Interview,
    JobSearch,
    Person,
    Plan,
    Rule,
    RuleSet,
    plan,
    read_search,
)
from interview_followup.exports.calendar import plan_calendar
from interview_followup.language import interview, person
from zones import FOLDS, GAPS, ZONES

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)
AWAY = [timedelta(minutes=minutes) for minutes in (-90, -60, -30, -15, 0, 15, 30, 60, 90)]
DAYS = [timedelta(days=days) for days in (-1, 1)]
NAMES = ("Priya Shah", "山田太郎", "יעל כהן", "Ada; Lovelace, \\n", "👩\u200d👩\u200d👧" * 12)

CARD = Rule(
    name="send-card",
    per=person,
    opens=interview.ends,
    text="Send {person} a card",
    why="Nobody else does; \\n, source: “my aunt”, she said.",
)

# -- files for ical.js ----------------------------------------------------------------------------


def near_changes(zone: str) -> Plan:
    """Return a plan with best moments around two changes of a zone's clocks, and on gap days."""
    changes = [
        transitions[zone].instant for transitions in (GAPS, FOLDS) if zone in transitions
    ] or [NOW]
    moments = [change + away for change in changes for away in (*AWAY, *DAYS)]
    met = [
        Interview(
            starts=moment - timedelta(hours=1),
            ends=moment,
            timezone=zone,
            interviewers=[Person(name=NAMES[number % len(NAMES)])],
        )
        for number, moment in enumerate(moments)
    ]
    search = JobSearch(timezone=zone, applications=[Application(employer="Acme", interviews=met)])
    return plan(search, now=max(moments), rules=RuleSet([CARD]))


def write(folder: Path) -> None:
    """Write calendars, and beside each what is in it by the plan that it was made of."""
    whole = plan(read_search("examples/job_search.toml"), now=NOW)
    plans = {zone.replace("/", "_"): near_changes(zone) for zone in ZONES} | {"examples": whole}
    for name, planned in plans.items():
        for kind, todos in (("events", False), ("todos", True)):
            path = folder / f"{name}_{kind}"
            calendar = plan_calendar(planned, stamp=NOW, todos=todos)
            path.with_suffix(".ics").write_bytes(calendar.to_ical())
            meant = {uid: [*meant_by(part)] for uid, part in of_uid(calendar).items()}
            bests = {str(action.uid): action.window.best for action in planned.actions}
            for uid, (begins, *_) in meant.items():
                best = bests[uid]
                assert best is not None
                assert best.timestamp() == begins, uid
            path.with_suffix(".json").write_text(json.dumps(meant), encoding="utf-8")


def of_uid(calendar: Calendar) -> dict[str, Any]:
    """Return the events and to-dos of a calendar."""
    return {str(part["UID"]): part for part in calendar.walk() if "UID" in part}


def meant_by(part: Any) -> Iterator[float | str]:
    """Yield the instants and texts of an event or a to-do before they are written."""
    end = "DUE" if part.name == "VTODO" else "DTEND"
    yield from (part[name].dt.timestamp() for name in ("DTSTART", end))
    yield from (str(part[name]) for name in ("SUMMARY", "DESCRIPTION"))


# -- a CalDAV server ------------------------------------------------------------------------------


@contextmanager
def radicale() -> Iterator[str]:
    """Run a Radicale server on loopback, with nothing in it, and yield its address."""
    with closing(socket()) as free:
        free.bind(("127.0.0.1", 0))
        host = "{}:{}".format(*free.getsockname())
    with tempfile.TemporaryDirectory() as folder:
        options = (f"--server-hosts={host}", f"--storage-filesystem-folder={folder}")
        command = [sys.executable, "-m", "radicale", "--config=", "--auth-type=none", *options]
        server = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        try:
            wait_for(f"http://{host}/.web/")
            yield f"http://{host}/"
        finally:
            server.terminate()
            server.wait(timeout=10)


def wait_for(address: str) -> None:
    """Wait until something answers, for ten seconds at most."""
    for _ in range(100):
        try:
            with urlopen(address, timeout=10):
                return
        except URLError:
            time.sleep(0.1)
    raise TimeoutError(address)


def objects(calendar: Calendar) -> dict[str, bytes]:
    """Return each event of a calendar as a calendar of its own, as a server keeps them."""
    calendars = {}
    for uid, part in of_uid(calendar).items():
        alone = Calendar()
        alone.add("PRODID", calendar["PRODID"])
        alone.add("VERSION", calendar["VERSION"])
        for component in (*calendar.timezones, part):
            alone.add_component(component)
        calendars[uid] = alone.to_ical()
    return calendars


def put(calendar: Calendar, server: caldav.Calendar) -> None:
    """Put each event on a server, over the one that is there."""
    for event in objects(calendar).values():
        server.add_event(event.decode(), increase_seqno=False)


def served(server: caldav.Calendar) -> dict[str, Any]:
    """Return what is on a server, once each."""
    parts = [
        part for event in server.events() for part in of_uid(event.icalendar_instance).values()
    ]
    assert len(parts) == len({str(part["UID"]) for part in parts}), "something is there twice"
    return {str(part["UID"]): part for part in parts}


def content_of(parts: dict[str, Any]) -> dict[str, tuple[Any, ...]]:
    """Return what is to be the same on a server and in a calendar."""
    names = ("SEQUENCE", "STATUS", "SUMMARY", "DESCRIPTION")
    return {
        uid: (part["DTSTART"].dt.astimezone(UTC), *(str(part.get(name)) for name in names))
        for uid, part in parts.items()
    }


def serve() -> None:
    """Put a calendar on a server, do an act, put the calendar there again, and once more."""
    search = read_search("examples/job_search.toml")
    planned = plan(search, now=NOW)
    act = planned.action(act="debrief", of="Acme")
    afterwards = plan(search.record(act, at=NOW), now=NOW)
    with (
        radicale() as address,
        caldav.DAVClient(url=address, username="ada", password="") as client,
    ):
        server = client.principal().make_calendar(name="Job search")
        first = plan_calendar(planned, stamp=NOW)
        put(first, server)
        assert content_of(served(server)) == content_of(of_uid(first))
        kept = Calendar()
        for part in served(server).values():
            kept.add_component(part)
        for hours in (1, 2):
            second = plan_calendar(afterwards, stamp=NOW + timedelta(hours=hours), before=kept)
            put(second, server)
            there = served(server)
            assert content_of(there) == content_of(of_uid(second))
            assert there.keys() == of_uid(first).keys(), "something is there twice, or gone"
            off = {uid for uid, part in there.items() if part["STATUS"] == "CANCELLED"}
            assert {str(act.uid)} == off
            assert there[str(act.uid)]["SEQUENCE"] == 1
            print(f"Radicale: {len(there)} events, {len(off)} of them cancelled")


if __name__ == "__main__":
    if sys.argv[1] == "write":
        write(Path(sys.argv[2]))
    else:
        serve()
