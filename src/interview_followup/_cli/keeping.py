"""The commands that write: what is done, or set aside, goes into the candidate's own file.

The new text, which `records` makes, is read back before it takes the place of the old one, in one
step. Until then the file is as it was.
"""

from __future__ import annotations

import errno
import os
from argparse import Namespace
from codecs import BOM_UTF8
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from stat import S_IMODE
from typing import Any, Literal, NamedTuple, TypeAlias
from zoneinfo import ZoneInfo

from interview_followup import _clock
from interview_followup._cli.inputs import answered, here_and_now
from interview_followup._cli.records import Record, json_with, toml_with, with_line_ends
from interview_followup._documents import document_in, kind_named, kind_of, read_bytes, text_in
from interview_followup._errors import InvalidInput, Problem, gathered, invalid, reason, shown
from interview_followup._files.local_times import moment_from_text
from interview_followup._files.search_files import search_in
from interview_followup._planning.lookup import fitting_in, named, the_only
from interview_followup._planning.schedule import plan
from interview_followup.language._rule_set import RuleSet
from interview_followup.language._subject import Subject
from interview_followup.model import Interview, JobSearch
from interview_followup.model._days import moment_of
from interview_followup.model._identity import Identity
from interview_followup.model._person import whom
from interview_followup.model._search import places_set_aside

Time: TypeAlias = date | datetime
BEYOND = "its layout is beyond this command"
NOBODY_LIVES = ("Etc/", "UTC", "GMT")
FIRST_SEARCH = Path(__file__).with_name("first_search.toml")

# -- the commands ---------------------------------------------------------------------------------


class Meant(NamedTuple):
    """What somebody did, or does not want to hear of."""

    act: str
    identities: tuple[Identity, ...]


class Change(NamedTuple):
    """What is to be written into the list of a file under `key`, and the search that there is then.

    `times` are what an entry says besides the act and to whom; `words` say it in a sentence.
    """

    key: Literal["done", "set_aside"]
    times: dict[str, Time]
    words: str
    after: JobSearch


class Rewritten(NamedTuple):
    """A file with its content `before` and its new one, and what changes, in a sentence."""

    path: Path
    before: bytes
    content: bytes
    sentence: str


def done(options: Namespace) -> str:
    """Write into a file that an act is done; return what is written, in a sentence."""

    def ask(search: JobSearch, now: datetime, rules: RuleSet) -> Rewritten:
        at, subject = _time_and_subject(options, "--at", search, now, rules)
        words = f"done on {_in_words(at, subject)}"
        if _is_on_record(options.act, at, subject):
            content = read_bytes(Path(options.file))
            return _said_of(options, subject, content, content, f"is on record already: {words}")
        after = search.record(Meant(options.act, subject.identities), at=at)
        change = Change("done", {"at": at}, words, after)
        return _rewritten(options, subject, change, rules)

    return _put_in_place(answered(options, "--at", ask))


def snooze(options: Namespace) -> str:
    """Write into a file that an act is set aside until a moment; return that in a sentence."""

    def ask(search: JobSearch, now: datetime, rules: RuleSet) -> Rewritten:
        until, subject = _time_and_subject(options, "--until", search, now, rules)
        _refuse_past(until, subject, now)
        after = search.snooze(Meant(options.act, subject.identities), until=until)
        words = f"set aside until {_in_words(until, subject)}"
        change = Change("set_aside", {"until": until}, words, after)
        return _rewritten(options, subject, change, rules)

    return _put_in_place(answered(options, "--now", ask))


def dismiss(options: Namespace) -> str:
    """Write into a file that an act is set aside for good; return that in a sentence."""

    def ask(search: JobSearch, now: datetime, rules: RuleSet) -> Rewritten:
        subject = _subject(options, search, now, rules)
        after = search.dismiss(Meant(options.act, subject.identities))
        change = Change("set_aside", {}, "set aside for good", after)
        return _rewritten(options, subject, change, rules)

    return _put_in_place(answered(options, "--now", ask))


def init(options: Namespace) -> str:
    """Write a file to begin with; return what it is, in a sentence."""
    path = Path(options.file)
    if kind_named(path) != "toml":
        raise invalid(str(path), "is not named as TOML is", "name it as in job_search.toml")
    now = here_and_now()
    text = FIRST_SEARCH.read_text(encoding="utf-8").replace(
        "2026-11-24", f"{now.add(days=1):%Y-%m-%d}"
    )
    if now.timezone_name in _clock.zone_names() and not now.timezone_name.startswith(NOBODY_LIVES):
        text = text.replace("Europe/London", now.timezone_name)
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise invalid(str(path), "is there already", "give another name") from None
    except (OSError, ValueError) as error:
        raise _not_written(path, error) from None
    return f"{path}: a job search to begin with. Write down what you know, then ask for its plan"


# -- what is meant --------------------------------------------------------------------------------


def _time_and_subject(
    options: Namespace, option: str, search: JobSearch, now: datetime, rules: RuleSet
) -> tuple[Time, Subject]:
    """Return the time that an option says, else now to the minute, and what an act is about."""
    text = getattr(options, option.removeprefix("--"))
    time: Time = now.replace(second=0, microsecond=0)
    problems: list[Problem] = []
    with gathered(problems):
        if text is not None:
            time = moment_from_text(text, timezone=search.timezone, place=option)
    if option == "--at":
        now = moment_of("done.at", time, _clock.zone(search.timezone))
    with gathered(problems):
        subject = _subject(options, search, now, rules)
    if problems:
        raise InvalidInput(problems)
    return time, subject


def _subject(options: Namespace, search: JobSearch, now: datetime, rules: RuleSet) -> Subject:
    """Return what an act is about: the one that fits, or of several the one whose time it is."""
    problems: list[Problem] = []
    per = None
    with gathered(problems):
        per = rules.per(options.act)
    several = [fitting_in(search, per, None)] if per else []
    for option, name in (("--of", options.of), ("--to", options.to)):
        try:
            if name is not None:
                several.append(fitting_in(search, per, name) if per else named(search, name))
        except InvalidInput as error:
            problems += [problem._replace(place=option) for problem in error.problems]
    if problems:
        raise InvalidInput(problems)
    fitting = [
        subject for subject in several[0] if all(_is_among(subject, others) for others in several)
    ]
    if not fitting:
        message = f"{shown(options.to)} is not in what --of {shown(options.of)} means"
        raise invalid("--to", message, "leave out one of the two")
    if len(fitting) > 1:
        timely = [
            action.subject
            for action in plan(search, now=now, rules=rules).actions
            if action.act == options.act and action.status in ("open", "late")
        ]
        of_now = [subject for subject in fitting if _is_among(subject, timely)]
        fitting = of_now if len(of_now) == 1 else fitting
    return the_only(fitting, "--of")


def _is_on_record(act: str, at: Time, subject: Subject) -> bool:
    """Tell whether the same is recorded: the act at that time, done to the same person if any."""
    people = subject.interview.people if subject.per == "person" else ()
    return any(
        (record.act, record.at) == (act, at) and (not people or subject.person in meant)
        for record, meant in whom(subject.keeper.done, people)
    )


def _refuse_past(until: Time, subject: Subject, now: datetime) -> None:
    if moment_of("set_aside.until", until, subject.zone) <= now:
        message = f"{_in_words(until, subject)} is not later than now"
        raise invalid(
            "--until", message, "give a later time, or use dismiss to set it aside for good"
        )


def _is_among(subject: Subject, others: list[Subject]) -> bool:
    return subject.identities in [other.identities for other in others]


def _zone_of(subject: Subject) -> ZoneInfo:
    """Return the zone in which local times are written beside what keeps an act."""
    keeper = subject.keeper
    return _clock.zone(
        keeper.timezone if isinstance(keeper, Interview) else subject.search.timezone
    )


def _in_words(time: Time, subject: Subject) -> str:
    """Say when something is, in the candidate's zone."""
    if isinstance(time, datetime):
        return _clock.in_words(time, _clock.zone(subject.search.timezone))
    return _clock.date_in_words(time)


# -- the new text ---------------------------------------------------------------------------------


def _rewritten(options: Namespace, subject: Subject, change: Change, rules: RuleSet) -> Rewritten:
    """Return a file with a record in it, which is read back as the search that is expected.

    Raises:
        InvalidInput: It cannot be written so, or is no valid search then.
    """
    path = Path(options.file)
    person = subject.person if subject.per == "person" else None
    whom = {"to": person.addressee} if person else {}
    zone = _zone_of(subject)
    written = {
        name: _clock.given(time, zone) if isinstance(time, datetime) else time
        for name, time in change.times.items()
    }
    places: list[int] = []
    if change.key == "set_aside":
        places = places_set_aside(subject.keeper, options.act, person)
    record = Record(_path_of(subject), change.key, {"act": options.act, **whom, **written}, places)
    content = read_bytes(path)
    text = text_in(content, str(path))
    changed = _with_record(path, text, record)
    try:
        document = document_in(changed, kind_of(path), str(path))
    except InvalidInput:
        raise _by_hand(path, record, BEYOND) from None
    if search_in(document, str(path), rules) != change.after:
        raise _by_hand(path, record, BEYOND)
    changed = with_line_ends(changed, content.decode("utf-8-sig"))
    mark = BOM_UTF8 if content.startswith(BOM_UTF8) else b""
    return _said_of(options, subject, content, mark + changed.encode(), change.words)


def _said_of(
    options: Namespace, subject: Subject, before: bytes, content: bytes, words: str
) -> Rewritten:
    """Return a file with its content before and after, and words about an act in a sentence."""
    sentence = f"{options.file}: {options.act}, {subject.label}: {words}"
    return Rewritten(Path(options.file), before, content, sentence)


def _path_of(subject: Subject) -> tuple[str | int, ...]:
    """Return what leads through a document to the table that keeps the acts about a subject."""
    path: list[str | int] = []
    value: Any = subject.search
    for name, identity in zip(("applications", "interviews"), subject.identities, strict=False):
        parts = getattr(value, name)
        place = [part.identity for part in parts].index(identity)
        path += [name, place]
        value = parts[place]
    return tuple(path)


def _with_record(path: Path, text: str, record: Record) -> str:
    if kind_of(path) == "json":
        return json_with(text, record)
    try:
        return toml_with(text, record)
    except ModuleNotFoundError:
        mend = "pip install 'interview_followup[toml]'"
        raise invalid(str(path), "can be written into only with tomlkit", mend) from None
    except Exception as error:  # It may refuse what the parser of the standard library reads.
        raise _by_hand(path, record, reason(error)) from None


def _by_hand(path: Path, record: Record, why: str) -> InvalidInput:
    """Return the error for a file that only its owner can write into."""
    place = "".join([f"[{part}]" if isinstance(part, int) else f".{part}" for part in record.path])
    where = f" of {place.removeprefix('.')}" if place else ""
    mend = f"add it to {record.key}{where} by hand"
    return invalid(str(path), f"cannot be written into: {why}", mend)


# -- writing --------------------------------------------------------------------------------------


def _put_in_place(rewritten: Rewritten) -> str:
    """Put a file's new content in its place in one step, and return the sentence about it.

    Raises:
        InvalidInput: It cannot be written; then the old content is there, untouched.
    """
    from tempfile import mkstemp  # Commands that only read need not wait for it.

    path, before, content, sentence = rewritten
    if content == before:
        return sentence
    try:
        old = path.resolve()
        if not os.access(old, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        descriptor, name = mkstemp(prefix=".interview-followup-", dir=old.parent)
        beside = Path(name)
        try:
            with open(descriptor, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(descriptor)
            _give_owner_and_permissions(old, beside)
            if read_bytes(old) != before:
                raise invalid(str(path), "was changed meanwhile", "give the command again")
            beside.replace(old)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise _not_written(path, error) from None
    return sentence


def _give_owner_and_permissions(old: Path, new: Path) -> None:
    status = old.stat()
    with suppress(OSError, AttributeError):  # Few may give files away, and Windows cannot.
        os.chown(new, status.st_uid, status.st_gid)
    new.chmod(S_IMODE(status.st_mode))


def _not_written(path: Path, error: Exception) -> InvalidInput:
    why = getattr(error, "strerror", None) or str(error)
    return invalid(
        str(path), f"cannot be written: {why}", "check the path, and who may write there"
    )
