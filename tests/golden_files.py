"""What is promised to stay as it is, in `tests/golden`: dictionaries, uids, dates and names.

The rules of the dictionaries and uids stand here, so that no change of the advice changes them. The
dates and names are those of the shipped packs.

Run as `python tests/golden_files.py`, it writes new keys and other words into the files. Where
anything else is another, it lists that and writes nothing, unless it is `--wanted`:
`docs/stability.md` says which version may have it, and what the changelog then says.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

from attrs import evolve

from builders import LONDON, NEW_YORK, at, wall
from interview_followup import (
    Application,
    AskedQuestion,
    Done,
    FollowUp,
    Interview,
    JobSearch,
    Offer,
    Person,
    Plan,
    Promise,
    Rule,
    RuleSet,
    SetAside,
    WakingHours,
    Workdays,
    check,
    compare,
    difference,
    explain,
    forecast,
    plan,
    schedule,
    search_from_dict,
    to_dict,
)
from interview_followup.advice import packs
from interview_followup.language import (
    Source,
    application,
    closed,
    days,
    do,
    done,
    dont,
    early,
    first_known,
    interview,
    last_done,
    late,
    moment_fact,
    named,
    parameter,
    person,
    search,
    when,
)

FOLDER = Path(__file__).parent / "golden"

# -- rules ----------------------------------------------------------------------------------------

BOOK = Source("A Book of Manners", author="Ada Example", item=3, address="https://book.example/3")

within = parameter("within", days(2), "how long a thank-you is welcome", source=BOOK)
wait = parameter("wait", days(7), "how long they may take", source=BOOK)
task_due = moment_fact("application.task_due", "the end of the task")
answer = named("their answer", first_known(application.promise, application.latest_ends + wait))

RULES = RuleSet(
    [
        Rule(
            name="thank-you",
            per=person,
            given=interview.took_place,
            needs=person.email,
            opens=interview.ends,
            best=(interview.ends + days(1)).at("06:30"),
            due=(interview.ends + days(1)).at("18:00"),
            closes=interview.ends + within,
            satisfied_by=done("thank-you"),
            channel="email",
            text="Thank {person}",
            cautions=(
                late("It is late to thank {person}: there is time until {closes}"),
                closed("It is too late to thank {person}"),
            ),
            wording=(do("Mention what you spoke about", source=BOOK), dont("Don't beg")),
            source=BOOK,
            why="People like to be thanked.",
        ),
        Rule(
            name="debrief",
            per=interview,
            opens=interview.ends,
            due=interview.ends + days(9),
            closes=interview.ends + days(8),
            satisfied_by=done("debrief"),
            text="Write down what {employer} asked",
            why="You will forget it.",
        ),
        Rule(
            name="chase",
            per=application,
            given=~application.outcome.exists,
            opens=answer,
            best=answer.office_time,
            satisfied_by=done("chase", since=application.latest_ends),
            channel=application.chase_route,
            text=when(application.recruiter.exists, "Ask {recruiter}", otherwise="Ask {employer}"),
            cautions=early("It is too early to ask {employer}", since=application.latest_ends),
            why="They may have forgotten you.",
        ),
        Rule(
            name="send-task",
            per=application,
            given=task_due.happened,
            opens=task_due - days(7),
            closes=task_due,
            satisfied_by=done("send-task"),
            text="Send the task",
            why="They wait for it.",
        ),
        Rule(
            name="keep-looking",
            kind="reminder",
            per=search,
            opens=first_known(last_done("keep-looking"), search.first_ends) + days(7),
            text="Keep looking",
            why="Nothing is certain.",
        ),
    ]
)
PATIENT = RULES.tuned({"chase.wait": days(10)}) | RuleSet(
    [
        Rule(
            name="no-task",
            act="send-task",
            kind="veto",
            per=application,
            text="Send no task",
            why="Work is paid for.",
        )
    ]
)

# -- a search -------------------------------------------------------------------------------------

ADA = Person(
    name="Ada Lovelace",
    email="ada@acme.example",
    linkedin="https://www.linkedin.com/in/ada",
    phone="+44 20 7946 0000",
    notes="Likes\nengines",
    facts={"chairs": True},
    key="person-1",
)
JOSE = Person(name="José Straße")

ACME = Application(
    employer="Acme",
    role="Data engineer",
    interviews=[
        Interview(
            starts=at("2026-11-20 10:00"),
            ends=at("2026-11-20 11:00"),
            medium="in-person",
            interviewers=[ADA, JOSE],
            left=at("2026-11-20 11:20"),
            questions=[AskedQuestion(text="Why us?", tricky=True)],
            notes="Fourth floor",
            done=[Done(act="thank-you", at=at("2026-11-20 14:20"), to="José Straße")],
            set_aside=[SetAside(act="debrief", until=at("2026-11-21 09:00"))],
            facts={"room": "4b"},
            key="interview-1",
        ),
        Interview(starts=date(2026, 12, 3), timezone=NEW_YORK, not_held="cancelled"),
    ],
    recruiter=Person(name="Rachel Green", email="rachel@agency.example"),
    follow_up=FollowUp(channel="phone", to="+44 20 7946 0001"),
    promise=Promise(within="5 working days", made=at("2026-11-20 10:55"), channel="phone"),
    offer=Offer(received=at("2026-11-23 09:00"), reply_by=date(2026, 12, 1), declined=True),
    heard=at("2026-11-23 09:00"),
    preferred=True,
    workdays=Workdays(weekend=["Saturday", "Sunday"], holidays=[date(2026, 11, 26)]),
    notes="By train",
    done=[Done(act="chase", at=date(2026, 11, 16))],
    set_aside=[SetAside(act="send-task")],
    facts={"task_due": date(2026, 12, 4), "pages": 3},
    key="application-1",
)
TARO = Person(name="山田　太郎", email="taro@globex.example")
GLOBEX = Application(
    employer="Globex",
    interviews=[
        Interview(
            starts=datetime(2026, 10, 25, 1, 30, tzinfo=ZoneInfo(LONDON), fold=fold),
            ends=at("2026-10-25 03:00"),
            interviewers=[TARO],
            key=None if fold else "first 01:30",
        )
        for fold in (0, 1)
    ],
    outcome="closed",
    signed=at("2026-11-01 12:00"),
)
SLEEPLESS = Application(
    employer="Hooli",
    role="Analyst",
    interviews=[
        Interview(
            starts=at("2026-11-23 16:00", NEW_YORK),
            ends=at("2026-11-23 17:00", NEW_YORK),
            interviewers=[Person(name="Bill", email="bill@hooli.example"), Person(name="Tom")],
        )
    ],
    facts={"task_due": at("2026-11-28 12:00")},
)
SEARCH = JobSearch(
    timezone=LONDON,
    applications=[ACME, GLOBEX, SLEEPLESS],
    workdays=Workdays(holidays=[date(2026, 12, 25)]),
    waking_hours=WakingHours(starts=time(7, 30), ends=time(23)),
    done=[Done(act="keep-looking", at=at("2026-11-18 20:00"))],
    set_aside=[SetAside(act="keep-looking", until=date(2026, 11, 22))],
    notes="Since spring",
    facts={"pay": 60_000.5},
    key="search-1",
)
NOW = at("2026-11-23 22:30")
LATER = at("2026-11-25 21:30")

BY_HAND = {
    "timezone": LONDON,
    "workdays": {"weekend": ["Friday", "Saturday"]},
    "waking_hours": {"starts": "08:00", "ends": ""},
    "key": 7,
    "notes": None,
    "applications": [
        {
            "employer": "  Acme  Ltd ",
            "promise": {"by": "2026-12-07"},
            "recruiter": {"name": ""},
            "workdays": {"region": "GB-ENG"},
            "facts": {"task_due": {"at": "2026-12-01T17:00:00", "timezone": NEW_YORK}},
            "interviews": [
                {
                    "starts": "2026-11-24T10:00:00",
                    "minutes": 45,
                    "timezone": NEW_YORK,
                    "interviewers": [],
                    "left": {"at": "2026-11-24T16:00:00", "timezone": LONDON},
                },
                {"starts": "2026-12-01", "interviewers": None, "medium": " "},
                {"starts": "2026-12-02T09:00:00Z", "ends": "2026-12-02T10:00:00+01:00"},
            ],
        }
    ],
}
"""A search as people and other programs write it."""


# -- what is written down -------------------------------------------------------------------------


def plans() -> tuple[Plan, Plan]:
    """Return the plan of the search, and a later one: Bill is thanked, and Hooli promised."""
    before = plan(SEARCH, now=NOW, rules=RULES)
    [thank_bill] = [action for action in before.actions if action.to == "bill@hooli.example"]
    thanked = SEARCH.record(thank_bill, at=NOW)
    hooli = thanked.application("Hooli")
    promised = evolve(hooli, promise=Promise(by=date(2026, 11, 27)))
    return before, plan(thanked.replace(hooli, promised), now=LATER, rules=RULES)


def dictionaries() -> dict[str, Any]:
    """Return a dictionary of each kind."""
    before, after = plans()
    horizon = NOW + timedelta(days=21)
    return {
        "search": to_dict(SEARCH),
        "search_by_hand": to_dict(search_from_dict(BY_HAND, rules=RULES)),
        "plan": to_dict(before),
        "forecast": to_dict(forecast(SEARCH, now=NOW, horizon=horizon, rules=RULES)),
        "verdict": to_dict(check(SEARCH, "chase", at=NOW, of="Hooli", rules=RULES)),
        "explanation": to_dict(explain(SEARCH, "debrief", now=NOW, of="Hooli", rules=RULES)),
        "explanation_of_a_caution": to_dict(
            explain(SEARCH, "thank-you", now=LATER, of="Bill", rules=RULES)
        ),
        "explanation_of_what_is_set_aside": to_dict(
            explain(SEARCH, "send-task", now=NOW, of="Acme", rules=RULES)
        ),
        "difference": to_dict(difference(before, after, rules=RULES)),
        "difference_of_dictionaries": to_dict(difference(to_dict(before), to_dict(after))),
        "comparison": to_dict(compare(SEARCH, {"book": RULES, "patient": PATIENT}, now=NOW)),
        "rule_set": to_dict(PATIENT),
    }


def uids() -> dict[str, Any]:
    """Return the uids of actions and cautions, by how their subjects are known."""
    met = Interview(starts=at("2026-11-24 10:00"), ends=at("2026-11-24 11:00"), interviewers=[ADA])
    plain = evolve(met, interviewers=[evolve(ADA, key=None)])
    acme = Application(employer="Acme", role="Data engineer", interviews=[plain])
    keyed = evolve(met, key="interview-1")
    chases = [Done(act="chase", at=at(f"2026-12-0{day} 10:00")) for day in (1, 2)]
    gap = evolve(plain, starts=at("2026-03-29 02:00"), ends=at("2026-03-29 03:00"))
    folds = [interview.starts for interview in GLOBEX.interviews]
    others = {
        "José Straße": Person(name="José Straße"),
        "the same in other letters": Person(name="  JOSE\u0301  STRASSE "),
        "山田　太郎": TARO,
        "a key that is a number": Person(name="Ada", key=7),
    }
    searches: dict[str, JobSearch | Application | Interview] = {
        "an interview alone": plain,
        "no keys": acme,
        "no role": evolve(acme, role=None),
        "an interview known to the day": evolve(
            acme, interviews=[evolve(plain, starts=date(2026, 11, 24), ends=None)]
        ),
        "after the clocks went forward": evolve(acme, interviews=[gap]),
        **{
            f"the {name} reading of 01:30": evolve(
                acme, interviews=[evolve(plain, starts=starts, ends=at("2026-10-25 03:00"))]
            )
            for name, starts in zip(("first", "second"), folds, strict=True)
        },
        **{
            f"met {name}": evolve(acme, interviews=[evolve(plain, interviewers=[other])])
            for name, other in others.items()
        },
        "the key of the search": JobSearch(timezone=LONDON, applications=[acme], key="search-1"),
        "all keys": JobSearch(
            timezone=LONDON,
            applications=[evolve(acme, interviews=[keyed], key="application-1")],
            key="search-1",
        ),
        "chased once": evolve(acme, done=chases[:1]),
        "chased twice": evolve(acme, done=chases),
    }
    return {name: uids_of(search) for name, search in searches.items()}


def uids_of(search: JobSearch | Application | Interview) -> dict[str, str]:
    """Return the uid of each act for the one subject that it has, and of its cautions."""
    timetable = schedule(search, rules=RULES)
    cautions = {
        f"{caution.act}: {caution.status}": str(caution.uid)
        for scheduled in timetable
        for caution in scheduled.cautions
    }
    return {scheduled.act: str(scheduled.uid) for scheduled in timetable} | cautions


def shipped() -> dict[str, RuleSet]:
    """Return the rules of each shipped pack, by its name."""
    return {pack.name: pack.load() for pack in packs() if pack.is_shipped}


def dates() -> dict[str, Any]:
    """Return the windows that each shipped pack gives a search."""
    return {pack: dates_of(rules) for pack, rules in shipped().items()}


def dates_of(rules: RuleSet) -> dict[str, str]:
    """Return from when, best, late from when and until when each act is to be done, in London."""
    return {
        f"{scheduled.act}: {scheduled.subject.label}": " | ".join(
            [wall(moment) or "-" for moment in scheduled.window[:4]]
        )
        for scheduled in schedule(SEARCH, rules=rules)
    }


def names() -> dict[str, Any]:
    """Return what the rules of each shipped pack are called, with their acts and numbers."""
    return {
        pack: {rule.name: names_of(rule) for rule in rules} for pack, rules in shipped().items()
    }


def names_of(rule: Rule) -> dict[str, Any]:
    """Return the act of a rule, and of what kind each of its numbers is: whoever tunes keeps it."""
    numbers = {number.name: type(number.value).__name__ for number in rule.parameters}
    return {"act": rule.act, "numbers": numbers}


Files: TypeAlias = Mapping[str, Callable[[], dict[str, Any]]]
FILES: Files = {
    "format_1": dictionaries,
    "uids": uids,
    "dates": dates,
    "names": names,
}


def path_of(name: str, folder: Path = FOLDER) -> Path:
    return folder / f"{name}.json"


def written(name: str, folder: Path = FOLDER) -> Any:
    """Return what is written down in a file, if there is one."""
    path = path_of(name, folder)
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


# -- what is another ------------------------------------------------------------------------------

WORDS = re.compile(
    r"\.(text|why|message|mend|label)$|^rule_set\..*\.(says|where)\.|^explanation.*\.says$"
)
"""Where words stand, which may be others at any time."""

GONE, ANOTHER, NEW, WORDED = "is gone", "is another", "is new", "is in other words"


def differences(before: Any, after: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """Yield how what is in one place differs from what was there, and the place."""
    if isinstance(before, dict) and isinstance(after, dict):
        for key in {**before, **after}:
            inside = f"{place}.{key}" if place else key
            if key not in after:
                yield GONE, inside
            elif key not in before:
                yield NEW, inside
            else:
                yield from differences(before[key], after[key], inside)
    elif isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        for index, pair in enumerate(zip(before, after, strict=True)):
            yield from differences(*pair, f"{place}[{index}]")
    elif (type(before), before) != (type(after), after):
        both_text = isinstance(before, str) and isinstance(after, str)
        yield (WORDED if both_text and WORDS.search(place) else ANOTHER), place


def main(arguments: list[str], folder: Path = FOLDER, files: Files = FILES) -> int:
    """Write the files anew, and tell what is another in them; return the exit status."""
    contents_of = {name: make() for name, make in files.items()}
    changes = [
        (name, how, place)
        for name, contents in contents_of.items()
        for how, place in differences(written(name, folder), contents)
    ]
    for name, how, place in changes:
        print(f"{name}: {place} {how}")
    if {GONE, ANOTHER} & {how for _, how, _ in changes} and "--wanted" not in arguments:
        print("Nothing is written; see docs/stability.md. If it is wanted: --wanted")
        return 1
    for name, contents in contents_of.items():
        text = json.dumps(contents, indent=1, ensure_ascii=False)
        path_of(name, folder).write_text(f"{text}\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
