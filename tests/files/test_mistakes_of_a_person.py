"""Mistakes that people make in a file of their own, each with all that they are told.

Every message is to be read on its own, without the docs: it has to tell how to mend what is wrong.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from documents import problems_of_file


def only(*lines: str) -> str:
    return "\n".join(lines)


def at_home(*lines: str) -> str:
    return only('timezone = "Europe/London"', *lines)


def at_acme(*lines: str) -> str:
    return at_home("[[applications]]", 'employer = "Acme"', *lines)


def met_acme(*lines: str) -> str:
    return at_acme("[[applications.interviews]]", *lines)


MISTAKES: dict[str, tuple[str, list[str]]] = {
    "a city for a zone": (
        only('timezone = "New York"'),
        [
            "timezone: 'New York' is not an IANA time zone; did you mean 'America/New_York'?",
        ],
    ),
    "a zone in small letters": (
        only('timezone = "europe/london"'),
        [
            "timezone: 'europe/london' is not an IANA time zone; did you mean 'Europe/London'?",
        ],
    ),
    "an abbreviation for a zone": (
        only('timezone = "BST"'),
        [
            "timezone: 'BST' is not an IANA time zone; give an IANA name such as "
            "'Europe/London': an area and one of its cities in the tz database, no "
            "abbreviation and no offset",
        ],
    ),
    "an offset for a zone": (
        only('timezone = "GMT-5"'),
        [
            "timezone: 'GMT-5' is not an IANA time zone; give an IANA name such as "
            "'Europe/London': an area and one of its cities in the tz database, no "
            "abbreviation and no offset",
        ],
    ),
    "a zone as Windows calls it": (
        only('timezone = "Pacific Standard Time"'),
        [
            "timezone: 'Pacific Standard Time' is not an IANA time zone; give an IANA name "
            "such as 'Europe/London': an area and one of its cities in the tz database, no "
            "abbreviation and no offset",
        ],
    ),
    "a city that names no zone": (
        only('timezone = "Asia/Mumbai"'),
        [
            "timezone: 'Asia/Mumbai' is not an IANA time zone; give an IANA name such as "
            "'Europe/London': an area and one of its cities in the tz database, no "
            "abbreviation and no offset",
        ],
    ),
    "no zone at all": (
        only(""),
        [
            "timezone: is missing; give an IANA name such as 'Europe/London'",
        ],
    ),
    "a text without quotes": (
        only("timezone = Europe/London"),
        [
            "FILE: is not TOML: Invalid value (at line 1, column 12): 'timezone = "
            "Europe/London'; put texts in quotes; write days as 2026-11-24, times as "
            "2026-11-24T10:00:00",
        ],
    ),
    "one bracket": (
        at_home("[applications]", 'employer = "Acme"'),
        [
            "applications: is one table, not a list of them; put it in a list; in TOML, "
            "write [[two brackets]] above it, or [brackets] around it",
        ],
    ),
    "one bracket twice": (
        at_home("[applications]", 'employer = "Acme"', "[applications]", 'employer = "Globex"'),
        [
            "FILE: is not TOML: Cannot declare applications twice (at line 4, column 14): "
            "'[applications]'; write its name in [[two brackets]] above each, if there may "
            "be several",
        ],
    ),
    "words of another tracker": (
        at_home("[[applications]]", 'company = "Acme"', 'position = "Cook"', 'salary = "50k"'),
        [
            "applications[0].company: is not a key here; did you mean 'employer'?",
            "applications[0].position: is not a key here; did you mean 'role'?",
            "applications[0].salary: is not a key here; keep it in 'notes'",
        ],
    ),
    "keys that nobody knows": (
        at_acme('colour = "red"', 'shape = "round"', 'smell = "sweet"', 'roll = "Cook"'),
        [
            "applications[0].colour (Acme): is not a key here; use one of: done, employer, "
            "facts, follow_up, heard, interviews, key, notes, offer, outcome, preferred, "
            "promise, recruiter, role, set_aside, signed, workdays",
            "applications[0].roll (Acme): is not a key here; did you mean 'role'?",
            "applications[0].shape (Acme): is not a key here; leave it out, or use one of "
            "the keys listed for 'colour'",
            "applications[0].smell (Acme): is not a key here; leave it out, or use one of "
            "the keys listed for 'colour'",
        ],
    ),
    "a state that is none": (
        at_acme('status = "on hold"'),
        [
            "applications[0].status (Acme): is not a key here; did you mean 'outcome'?",
        ],
    ),
    "it goes on": (
        at_acme('outcome = "on hold"'),
        [
            "applications[0].outcome (Acme): 'on hold' is not known; use one of: accepted, "
            "closed, declined, no-answer, rejected, withdrawn; leave it out as long as it "
            "goes on",
        ],
    ),
    "silence": (
        at_acme('outcome = "ghosted"'),
        [
            "applications[0].outcome (Acme): 'ghosted' is not known; did you mean 'no-answer'?",
        ],
    ),
    "a word too short": (
        at_acme('outcome = "reject"'),
        [
            "applications[0].outcome (Acme): 'reject' is not known; did you mean 'rejected'?",
        ],
    ),
    "a promise that is a day": (
        at_acme("promise = 2026-12-04"),
        [
            "applications[0].promise (Acme): 2026-12-04 is not a table; put it in a table; in "
            "TOML, write { by = 2026-12-04 }",
        ],
    ),
    "a day in words": (
        at_acme('promise = { by = "4 Dec 2026" }'),
        [
            "applications[0].promise.by (Acme): '4 Dec 2026' is not a date and time; write "
            "it as 2026-12-04",
        ],
    ),
    "a day that could be two": (
        at_acme('promise = { by = "04/12/2026" }'),
        [
            "applications[0].promise.by (Acme): '04/12/2026' is not a date and time; write "
            "it as 2026-11-24T10:00:00, perhaps with an offset, or as a day, 2026-11-24",
        ],
    ),
    "a weekday": (
        at_acme('promise = { by = "Friday" }'),
        [
            "applications[0].promise.by (Acme): 'Friday' is not a date and time; write it "
            "as 2026-11-24T10:00:00, perhaps with an offset, or as a day, 2026-11-24",
        ],
    ),
    "a deadline": (
        at_acme("promise = { deadline = 2026-12-04 }"),
        [
            "applications[0].promise.deadline (Acme): is not a key here; did you mean 'by'?",
        ],
    ),
    "business days": (
        at_acme('promise = { within = "5 business days", made = 2026-11-24 }'),
        [
            "applications[0].promise.within (Acme): '5 business days' is not a period: "
            "'business days' is no unit; did you mean 'working days'?",
        ],
    ),
    "a week": (
        at_acme('promise = { within = "a week", made = 2026-11-24 }'),
        [
            "applications[0].promise.within (Acme): 'a week' is not a period; "
            "write one such as '5 working days'",
        ],
    ),
    "a number without a unit": (
        at_acme("promise = { within = 5, made = 2026-11-24 }"),
        [
            "applications[0].promise.within (Acme): 5 is not a period; give one such as '5 "
            "working days'",
        ],
    ),
    "days from nowhere": (
        at_acme('promise = { within = "5 days" }'),
        [
            "applications[0].promise.made (Acme): is missing; say when they promised it: a "
            "date or a moment",
        ],
    ),
    "an offer that is there": (
        at_acme("offer = true"),
        [
            "applications[0].offer (Acme): true is not a table; give one with keys of "
            "received, reply_by, declined; of what is not known, {}",
        ],
    ),
    "an offer's deadline": (
        at_acme("offer = { deadline = 2026-12-04 }"),
        [
            "applications[0].offer.deadline (Acme): is not a key here; did you mean 'reply_by'?",
        ],
    ),
    "a deadline in the wrong place": (
        at_acme("deadline = 2026-12-04"),
        [
            "applications[0].deadline (Acme): is not a key here; did you mean 'by' of a "
            "promise or 'reply_by' of an offer?",
        ],
    ),
    "a recruiter by name": (
        at_acme('recruiter = "Rachel"'),
        [
            "applications[0].recruiter (Acme): 'Rachel' is not a table; put it in a table; in "
            "TOML, write { name = 'Rachel' }",
        ],
    ),
    "a hyphen in a key": (
        at_acme('follow-up = { channel = "email" }'),
        [
            "applications[0].follow-up (Acme): is not a key here; did you mean 'follow_up'?",
        ],
    ),
    "yes in words": (
        at_acme('preferred = "yes"'),
        [
            "applications[0].preferred (Acme): 'yes' is not true or false; give true or "
            "false, without quotes",
        ],
    ),
    "a key of an interview": (
        at_acme("starts = 2026-11-24T10:00:00"),
        [
            "applications[0].starts (Acme): is not a key here; it belongs to an interview; in "
            "TOML, write it right below [[applications.interviews]]",
        ],
    ),
    "a time in the form of a country": (
        met_acme('starts = "24/11/2026 10:00"'),
        [
            "applications[0].interviews[0].starts (Acme): '24/11/2026 10:00' is not a date "
            "and time; write it as 2026-11-24T10:00:00",
        ],
    ),
    "a time without seconds": (
        met_acme("starts = 2026-11-24T10:00"),
        [
            "FILE: is not TOML: Expected newline or end of document after a statement (at "
            "line 5, column 20): 'starts = 2026-11-24T10:00'; put texts in quotes; write "
            "days as 2026-11-24, times as 2026-11-24T10:00:00",
        ],
    ),
    "a day that no calendar has": (
        met_acme("starts = 2026-11-31"),
        [
            "FILE: is not TOML: Invalid date or datetime (at line 5, column 10): 'starts = "
            "2026-11-31'; check the month and the day, and the time of day",
        ],
    ),
    "a day and a time apart": (
        met_acme("date = 2026-11-24", 'time = "10:00"'),
        [
            "applications[0].interviews[0].date (Acme): is not a key here; did you mean 'starts'?",
            "applications[0].interviews[0].time (Acme): is not a key here; did you mean 'starts'?",
            "applications[0].interviews[0].starts (Acme): is missing; say when: a day, or a "
            "day and a time",
        ],
    ),
    "a time of day alone": (
        met_acme("starts = 10:00:00"),
        [
            "applications[0].interviews[0].starts (Acme): 10:00:00 is not a date and time; "
            "write it as 2026-11-24T10:00:00, perhaps with an offset, or as a day, "
            "2026-11-24",
        ],
    ),
    "a time that the clocks skip": (
        met_acme("starts = 2026-03-29T01:30:00"),
        [
            "applications[0].interviews[0].starts (Acme): 2026-03-29T01:30:00 does not "
            "exist in Europe/London, where the clocks go forward then; did you mean "
            "2026-03-29T02:30:00?",
        ],
    ),
    "a duration": (
        met_acme("starts = 2026-11-24T10:00:00", "duration = 60"),
        [
            "applications[0].interviews[0].duration (Acme): is not a key here; did you mean"
            " 'minutes'?",
        ],
    ),
    "a length in quotes": (
        met_acme("starts = 2026-11-24T10:00:00", 'minutes = "60"'),
        [
            "applications[0].interviews[0].minutes (Acme): '60' is not a length in minutes;"
            " give a whole number from 1 to 10080, without quotes",
        ],
    ),
    "an end before the start": (
        met_acme("starts = 2026-11-24T10:00:00", "ends = 2026-11-24T09:00:00"),
        [
            "applications[0].interviews[0].ends (Acme): is before starts; give an end after"
            " the start",
        ],
    ),
    "an end of the clock alone": (
        met_acme("starts = 2026-11-24T10:00:00", 'ends = "11:00"'),
        [
            "applications[0].interviews[0].ends (Acme): '11:00' is not a date and time; "
            "write it as 2026-11-24T10:00:00, perhaps with an offset, or as a day, "
            "2026-11-24",
        ],
    ),
    "a program for a medium": (
        met_acme("starts = 2026-11-24T10:00:00", 'medium = "zoom"'),
        [
            "applications[0].interviews[0].medium (Acme): 'zoom' is not known; did you mean"
            " 'video'?",
        ],
    ),
    "onsite": (
        met_acme("starts = 2026-11-24T10:00:00", 'medium = "onsite"'),
        [
            "applications[0].interviews[0].medium (Acme): 'onsite' is not known; did you "
            "mean 'in-person'?",
        ],
    ),
    "cancelled": (
        met_acme("starts = 2026-11-24T10:00:00", "cancelled = true"),
        [
            "applications[0].interviews[0].cancelled (Acme): is not a key here; did you "
            "mean 'not_held'?",
        ],
    ),
    "why it was not held": (
        met_acme("starts = 2026-11-24T10:00:00", "not_held = true"),
        [
            "applications[0].interviews[0].not_held (Acme): true is not known; use one of: "
            "cancelled, no-show",
        ],
    ),
    "a name for a list": (
        met_acme("starts = 2026-11-24T10:00:00", 'interviewers = "Ana"'),
        [
            "applications[0].interviews[0].interviewers (Acme): is not a list; put it in a "
            "list; in TOML, write [{ name = 'Ana' }]",
        ],
    ),
    "names in a list": (
        met_acme("starts = 2026-11-24T10:00:00", 'interviewers = ["Ana"]'),
        [
            "applications[0].interviews[0].interviewers[0] (Acme): 'Ana' is not a table; "
            "put it in a table; in TOML, write { name = 'Ana' }",
        ],
    ),
    "one table for a list": (
        met_acme("starts = 2026-11-24T10:00:00", 'interviewers = { name = "Ana" }'),
        [
            "applications[0].interviews[0].interviewers (Acme): is one table, not a list of"
            " them; put it in a list; in TOML, write [[two brackets]] above it, or [brackets] "
            "around it",
        ],
    ),
    "mail": (
        met_acme(
            "starts = 2026-11-24T10:00:00",
            'interviewers = [{ name = "Ana", mail = "ana@acme.example" }]',
        ),
        [
            "applications[0].interviews[0].interviewers[0].mail (Acme): is not a key here; "
            "did you mean 'email'?",
        ],
    ),
    "only a first name": (
        met_acme(
            "starts = 2026-11-24T10:00:00",
            'interviewers = [{ name = "Ana Bell" }]',
            'done = [{ act = "thank-you", to = "Ana", at = 2026-11-24 }]',
        ),
        [
            "applications[0].interviews[0].done[0].to (Acme): 'Ana' is not an interviewer "
            "here; use one of: Ana Bell",
        ],
    ),
    "an act in capitals": (
        met_acme("starts = 2026-11-24T10:00:00", 'done = [{ act = "Debrief", at = 2026-11-24 }]'),
        [
            "applications[0].interviews[0].done[0].act (Acme): 'Debrief' is not a slug; write "
            "it as 'debrief'",
        ],
    ),
    "an act of another name": (
        at_acme('done = [{ act = "follow-up", at = 2026-12-04 }]'),
        [
            "applications[0].done[0].act (Acme): no rule knows 'follow-up'; did you mean 'chase'?",
        ],
    ),
    "an act in the wrong place": (
        at_home('done = [{ act = "chase", at = 2026-12-04 }]'),
        [
            "done[0]: 'chase' is kept per application; move it to the application that it is about",
        ],
    ),
    "an act without a day": (
        at_acme('done = [{ act = "chase" }]'),
        [
            "applications[0].done[0].at (Acme): is missing; say when: a day, or a day and a time",
        ],
    ),
    "a day for until": (
        at_home('set_aside = [{ act = "keep-looking", at = 2026-12-01 }]'),
        [
            "set_aside[0].at: is not a key here; did you mean 'until'?",
        ],
    ),
    "weekdays cut short": (
        at_home('workdays = { weekend = ["Sat", "sunday"] }'),
        [
            "workdays.weekend[0]: 'Sat' is not a weekday; did you mean 'Saturday'?",
            "workdays.weekend[1]: 'sunday' is not a weekday; did you mean 'Sunday'?",
        ],
    ),
    "a country by name": (
        at_home('workdays = "England"'),
        [
            "workdays: 'England' is no region; did you mean 'GB-ENG'?",
        ],
    ),
    "days of work in words": (
        at_home('workdays = "Mon-Fri"'),
        [
            "workdays: 'Mon-Fri' is no region; give an ISO 3166 code such as FR or GB-ENG; "
            "left out, it is Monday to Friday",
        ],
    ),
    "a time of day as people say it": (
        at_home('waking_hours = { from = "7 am", to = "10 pm" }'),
        [
            "waking_hours.from: is not a key here; did you mean 'starts'?",
            "waking_hours.to: is not a key here; did you mean 'ends'?",
        ],
    ),
    "a text that does not end": (
        at_home('notes = "two a week'),
        [
            "FILE: is not TOML: Unterminated string (at end of document): 'notes = \"two a "
            "week'; end the text with a quote",
        ],
    ),
    "a colon for an equals sign": (
        only('timezone: "Europe/London"'),
        [
            "FILE: is not TOML: Expected '=' after a key in a key/value pair (at line "
            "1, column 9): 'timezone: \"Europe/London\"'; write each line as KEY = "
            "VALUE, with no blanks within the key",
        ],
    ),
    "JSON in a file of TOML": (
        only('{"timezone": "Europe/London"}'),
        [
            "FILE: is not TOML: Invalid statement (at line 1, column 1): "
            '\'{"timezone": "Europe/London"}\'; if it is JSON, call it so, in a file '
            "named .json",
        ],
    ),
    "a comment of a program": (
        at_home("// my search"),
        [
            "FILE: is not TOML: Invalid statement (at line 2, column 1): '// my "
            "search'; write each line as KEY = VALUE, or a comment after #",
        ],
    ),
    "two words for a key": (
        at_acme('follow up = { channel = "email" }'),
        [
            "FILE: is not TOML: Expected '=' after a key in a key/value pair (at line "
            "4, column 8): 'follow up = { channel = \"email\" }'; write each line as "
            "KEY = VALUE, with no blanks within the key",
        ],
    ),
    "a comma at the end of a line": (
        at_acme('role = "Cook",'),
        [
            "FILE: is not TOML: Expected newline or end of document after a statement "
            "(at line 4, column 14): 'role = \"Cook\",'; end the line after the value, "
            "and write each key on a line of its own",
        ],
    ),
    "an apostrophe in single quotes": (
        at_acme("notes = 'it's fine'"),
        [
            "FILE: is not TOML: Expected newline or end of document after a statement "
            "(at line 4, column 13): \"notes = 'it's fine'\"; put a text with an "
            "apostrophe in double quotes",
        ],
    ),
    "a path of Windows": (
        at_acme('notes = "C:\\Users\\me"'),
        [
            "FILE: is not TOML: Invalid hex value (at line 4, column 14): 'notes = "
            '"C:\\\\Users\\\\me"\'; write the backslash twice, or put the text in single '
            "quotes",
        ],
    ),
    "yes without quotes": (
        at_acme("preferred = yes"),
        [
            "FILE: is not TOML: Invalid value (at line 4, column 13): 'preferred = "
            "yes'; write true",
        ],
    ),
    "nothing in a word": (
        at_acme("role = None"),
        [
            "FILE: is not TOML: Invalid value (at line 4, column 8): 'role = None'; "
            "leave the key out",
        ],
    ),
    "a table of several lines": (
        at_acme("recruiter = {", '  name = "Rachel"', "}"),
        [
            "FILE: is not TOML: Invalid initial character for a key part (at line 4, "
            "column 14): 'recruiter = {'; put what is in { } on one line, with no "
            "comma after the last part",
        ],
    ),
    "a comma after the last part": (
        at_acme('recruiter = { name = "Rachel", }'),
        [
            "FILE: is not TOML: Invalid initial character for a key part (at line 4, "
            "column 32): 'recruiter = { name = \"Rachel\", }'; put what is in { } on "
            "one line, with no comma after the last part",
        ],
    ),
    "an employer below another": (
        at_acme('employer = "Globex"'),
        [
            "FILE: is not TOML: Cannot overwrite a value (at end of document): "
            "'employer = \"Globex\"'; say it once, or write the name of another table "
            "in brackets above it",
        ],
    ),
    "an interview beside its application": (
        at_acme("[[interviews]]", "starts = 2026-11-24T10:00:00"),
        [
            "interviews: is not a key here; it belongs to an application; in TOML, "
            "write [[applications.interviews]]",
        ],
    ),
    "an outcome below an interview": (
        met_acme("starts = 2026-11-24T10:00:00", 'outcome = "rejected"'),
        [
            "applications[0].interviews[0].outcome (Acme): is not a key here; it "
            "belongs to an application; in TOML, write it right below "
            "[[applications]]",
        ],
    ),
    "an act for a key": (
        at_acme("chased = 2026-12-01"),
        [
            "applications[0].chased (Acme): is not a key here; did you mean 'done'?",
        ],
    ),
    "when they applied": (
        at_acme("date_applied = 2026-11-01"),
        [
            "applications[0].date_applied (Acme): is not a key here; keep it in 'notes'",
        ],
    ),
    "a promise in words": (
        at_acme('promise = "by Friday"'),
        [
            "applications[0].promise (Acme): 'by Friday' is not a table; give one "
            "with keys of by, within, made, channel; in TOML, such as { by = "
            "2026-12-04 } or { within = '5 working days', made = 2026-11-24 }",
        ],
    ),
    "an address to follow up": (
        at_acme('follow_up = { channel = "email", email = "hr@acme.example" }'),
        [
            "applications[0].follow_up.email (Acme): is not a key here; did you mean 'to'?",
        ],
    ),
    "a month that no year has": (
        met_acme("starts = 2026-13-24T10:00:00"),
        [
            "FILE: is not TOML: Expected newline or end of document after a statement "
            "(at line 5, column 14): 'starts = 2026-13-24T10:00:00'; check the month "
            "and the day, and the time of day",
        ],
    ),
    "an hour that no day has": (
        met_acme("starts = 2026-11-24T24:00:00"),
        [
            "FILE: is not TOML: Expected newline or end of document after a statement "
            "(at line 5, column 20): 'starts = 2026-11-24T24:00:00'; check the month "
            "and the day, and the time of day",
        ],
    ),
    "from when to when": (
        met_acme('starts = "2026-11-24 10:00-11:00"'),
        [
            "applications[0].interviews[0].starts (Acme): '2026-11-24 10:00-11:00' "
            "may be from 10:00 to 11:00, or have an offset; write one time, "
            "2026-11-24T10:00:00, or with an offset 2026-11-24T10:00:00-11:00",
        ],
    ),
    "a time in no year of ours": (
        met_acme('starts = "24/11/0026 10:00"'),
        [
            "applications[0].interviews[0].starts (Acme): '24/11/0026 10:00' is not a "
            "date and time; write it as 2026-11-24T10:00:00, perhaps with an offset, "
            "or as a day, 2026-11-24",
        ],
    ),
    "several names in a text": (
        met_acme("starts = 2026-11-24T10:00:00", 'interviewers = "Ana, Ben"'),
        [
            "applications[0].interviews[0].interviewers (Acme): is not a list; put it "
            "in a list of tables with keys of name, email, linkedin, phone, notes, "
            "facts, key; in TOML, such as [{ name = 'Ada' }]",
        ],
    ),
    "an address for a person": (
        met_acme("starts = 2026-11-24T10:00:00", 'interviewers = ["ana@acme.example"]'),
        [
            "applications[0].interviews[0].interviewers[0] (Acme): 'ana@acme.example' "
            "is not a table; put it in a table; in TOML, write { name = …, email = "
            "'ana@acme.example' }",
        ],
    ),
    "a name with its address for a person": (
        met_acme("starts = 2026-11-24T10:00:00", 'interviewers = ["Ana Bell <ana@acme.example>"]'),
        [
            "applications[0].interviews[0].interviewers[0] (Acme): 'Ana Bell "
            "<ana@acme.example>' is not a table; put it in a table; in TOML, write "
            "{ name = 'Ana Bell', email = 'ana@acme.example' }",
        ],
    ),
    "a name with what is no address": (
        met_acme("starts = 2026-11-24T10:00:00", 'interviewers = ["Ana Bell <she>"]'),
        [
            "applications[0].interviews[0].interviewers[0] (Acme): 'Ana Bell <she>' is not a "
            "table; put it in a table; in TOML, write { name = 'Ana Bell <she>' }",
        ],
    ),
    "an address in a list": (
        met_acme(
            "starts = 2026-11-24T10:00:00",
            'interviewers = [{ name = "Ana", email = ["ana@acme.example"] }]',
        ),
        [
            "applications[0].interviews[0].interviewers[0].email (Acme): "
            "['ana@acme.example'] is not text; give one text, without brackets",
        ],
    ),
    "a name in two parts": (
        met_acme(
            "starts = 2026-11-24T10:00:00",
            'interviewers = [{ first_name = "Ana", last_name = "Bell" }]',
        ),
        [
            "applications[0].interviews[0].interviewers[0].first_name (Acme): is not "
            "a key here; did you mean 'name'?",
            "applications[0].interviews[0].interviewers[0].last_name (Acme): is not a "
            "key here; did you mean 'name'?",
            "applications[0].interviews[0].interviewers[0].name (Acme): is missing; give it",
        ],
    ),
}


@pytest.mark.parametrize(("text", "messages"), MISTAKES.values(), ids=MISTAKES)
def test_a_person_is_told_how_to_mend_a_mistake(
    tmp_path: Path, text: str, messages: list[str]
) -> None:
    path = tmp_path / "search.toml"
    problems = problems_of_file(path, text)
    assert messages == [problem.replace(str(path), "FILE") for problem in problems]
