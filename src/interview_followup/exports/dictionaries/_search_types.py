"""What a search is as a dictionary: the shape of its files, and what `search_from_dict` takes.

Where a key may be left out, null says the same, and so does a blank text.
"""

from __future__ import annotations

from typing import NotRequired, TypeAlias, TypedDict

from interview_followup.exports.dictionaries._scalars import (
    ClockTime,
    Day,
    DayOrTime,
    Format,
    Key,
    LocalTime,
    Minutes,
    NotBlank,
    PeriodText,
    Slug,
    Weekday,
    ZoneName,
)
from interview_followup.model import Medium, NotHeld, Outcome


class TimeDict(TypedDict):
    """A time on the clocks of a zone."""

    at: LocalTime
    """The time, local to that zone unless it has an offset."""
    timezone: ZoneName
    """The IANA name of the zone."""


class FactTimeDict(TypedDict):
    """A time as a fact of your own, where a text could not be told from a time."""

    at: DayOrTime
    """A day, or a time; local to the zone unless it has an offset."""
    timezone: NotRequired[ZoneName | None]
    """The IANA name of the zone; where it is left out, the zone of what is around it."""


Time: TypeAlias = DayOrTime | TimeDict
"""A day, or a time with an offset or local to the zone around it, or with a zone of its own."""
FactValue: TypeAlias = str | int | float | bool | FactTimeDict | None


class DoneDict(TypedDict):
    """An act that is done."""

    act: Slug
    """What was done, as lower-case words joined by hyphens: `thank-you`."""
    at: Time
    """When it was done. A day stands for its end."""
    to: NotRequired[Key | None]
    """The name or the key of the person it was done for, where it was done for one."""


class SetAsideDict(TypedDict):
    """An act that the candidate does not want to hear of."""

    act: Slug
    """What is set aside, as lower-case words joined by hyphens: `chase`."""
    until: NotRequired[Time | None]
    """Until when; for good, if it is left out. A day stands for its first moment."""
    to: NotRequired[Key | None]
    """The name or the key of the person whom it is about, where it is about one."""


class PersonDict(TypedDict):
    """Somebody met or written to."""

    name: NotBlank
    """What they are called."""
    email: NotRequired[str | None]
    """Their e-mail address, if it is known."""
    linkedin: NotRequired[str | None]
    """The address of their LinkedIn profile, if it is known."""
    phone: NotRequired[str | None]
    """Their telephone number, if it is known."""
    notes: NotRequired[str | None]
    """Free text of any number of lines, which no rule reads."""
    facts: NotRequired[dict[str, FactValue] | None]
    """Facts that rules of your own ask for, by name."""
    key: NotRequired[Key | None]
    """The host's own id of them, a text or a whole number."""


class AskedQuestionDict(TypedDict):
    """A question that the interviewers asked."""

    text: NotBlank
    """What they asked."""
    tricky: NotRequired[bool | None]
    """Whether it was hard to answer; false if it is left out."""


class InterviewDict(TypedDict):
    """One meeting.

    Local times in it are on the clocks of its own zone, and its days are counted there.
    """

    starts: Time
    """When it starts; a day where the time is not known, which stands for its first moment."""
    ends: NotRequired[Time | None]
    """When it ends, 7 days later at most; where nobody has told, it ends with the day."""
    minutes: NotRequired[Minutes | None]
    """How many minutes it lasts, in place of `ends`."""
    timezone: NotRequired[ZoneName | None]
    """The IANA name of its zone; where it is left out, that of its times, else the search's."""
    medium: NotRequired[Medium | None]
    """How it is held, if that is known."""
    interviewers: NotRequired[list[PersonDict] | None]
    """Who was met; an empty list is nobody, and where it is left out that is not known."""
    left: NotRequired[Time | None]
    """When the candidate was clear of the building. A day stands for its end."""
    not_held: NotRequired[NotHeld | None]
    """Why it was not held; left out if it was, or may be."""
    questions: NotRequired[list[AskedQuestionDict] | None]
    """What the interviewers asked."""
    notes: NotRequired[str | None]
    """Free text of any number of lines, which no rule reads."""
    done: NotRequired[list[DoneDict] | None]
    """The acts done that are about it, or about a person met there."""
    set_aside: NotRequired[list[SetAsideDict] | None]
    """The acts set aside that are about it, or about a person met there."""
    facts: NotRequired[dict[str, FactValue] | None]
    """Facts that rules of your own ask for, by name."""
    key: NotRequired[Key | None]
    """The host's own id of it, a text or a whole number."""


class FollowUpDict(TypedDict):
    """How they asked the candidate to follow up."""

    channel: NotBlank
    """Over which channel: `email`, `phone`."""
    to: NotRequired[str | None]
    """Where to: an address, a number, a name."""


class PromiseDict(TypedDict):
    """When and how the employer will answer: `by` a time, or `within` a while of the promise.

    Local times in it are on the clocks of the search's zone; its days are counted in the zone of
    the application's latest interview.
    """

    by: NotRequired[Time | None]
    """The day, which stands for its end, or the moment."""
    within: NotRequired[PeriodText | None]
    """A number of minutes, hours, days or working days, as `5 working days`, in place of `by`."""
    made: NotRequired[Time | None]
    """When it was promised, from which `within` counts."""
    channel: NotRequired[str | None]
    """Over which channel they will answer: `email`, `phone`."""


class OfferDict(TypedDict):
    """An offer that the employer made.

    Local times in it are on the clocks of the search's zone; its days are counted in the zone of
    the application's latest interview.
    """

    received: NotRequired[Time | None]
    """When it came, if that is known. A day stands for its first moment."""
    reply_by: NotRequired[Time | None]
    """By when it is to be answered; at any time, if it is left out. A day stands for its end."""
    declined: NotRequired[bool | None]
    """Whether the candidate declined it; false if it is left out."""


class WorkdaysDict(TypedDict):
    """On which days people work."""

    region: NotRequired[str | None]
    """The ISO 3166 code of a region whose public holidays and weekend count: `GB-ENG`."""
    weekend: NotRequired[list[Weekday] | None]
    """The weekdays that are off; by default those of the region, else Saturday and Sunday."""
    holidays: NotRequired[list[Day] | None]
    """The days that are off besides."""


class WakingHoursDict(TypedDict):
    """When the candidate can act, every day, on the clocks of their zone."""

    starts: NotRequired[ClockTime | None]
    """From when on; 07:00 if it is left out."""
    ends: NotRequired[ClockTime | None]
    """Until when, on the next day if that is before `starts`; 22:00 if it is left out."""


class ApplicationDict(TypedDict):
    """One employer and role.

    Local times in it are on the clocks of the search's zone; its days are counted in the zone of
    its latest interview.
    """

    employer: NotRequired[str | None]
    """What the employer is called."""
    role: NotRequired[str | None]
    """What the role is called."""
    interviews: NotRequired[list[InterviewDict] | None]
    """The meetings, in any order."""
    recruiter: NotRequired[PersonDict | None]
    """Who stands between the candidate and the employer; left out where nobody does."""
    follow_up: NotRequired[FollowUpDict | None]
    """How they asked the candidate to follow up, if that is known."""
    promise: NotRequired[PromiseDict | None]
    """When and how they said that they will answer, if that is known."""
    offer: NotRequired[OfferDict | None]
    """The offer, once there is one."""
    heard: NotRequired[Time | None]
    """When the employer wrote last. A day stands for its end."""
    outcome: NotRequired[Outcome | None]
    """How it ended; left out as long as it goes on."""
    signed: NotRequired[Time | None]
    """When the contract was in hand. A day stands for its end."""
    preferred: NotRequired[bool | None]
    """Whether the candidate would rather have it than all others; true of one at most."""
    workdays: NotRequired[str | WorkdaysDict | None]
    """The employer's working days, or their region, where they differ from the search's."""
    notes: NotRequired[str | None]
    """Free text of any number of lines, which no rule reads."""
    done: NotRequired[list[DoneDict] | None]
    """The acts done that are about the application as a whole."""
    set_aside: NotRequired[list[SetAsideDict] | None]
    """The acts set aside that are about the application as a whole."""
    facts: NotRequired[dict[str, FactValue] | None]
    """Facts that rules of your own ask for, by name."""
    key: NotRequired[Key | None]
    """The host's own id of it, a text or a whole number."""


class SearchDict(TypedDict):
    """One candidate's job search.

    Local times in it are on the clocks of its own zone.
    """

    format: NotRequired[Format | None]
    """The number of this format."""
    timezone: ZoneName
    """The IANA name of the zone in which the candidate lives."""
    applications: NotRequired[list[ApplicationDict] | None]
    """The applications, in any order."""
    workdays: NotRequired[str | WorkdaysDict | None]
    """On which days people work, or their region; Monday to Friday if it is left out."""
    waking_hours: NotRequired[WakingHoursDict | None]
    """When the candidate can act."""
    done: NotRequired[list[DoneDict] | None]
    """The acts done that are about the search as a whole."""
    set_aside: NotRequired[list[SetAsideDict] | None]
    """The acts set aside that are about the search as a whole."""
    notes: NotRequired[str | None]
    """Free text of any number of lines, which no rule reads."""
    facts: NotRequired[dict[str, FactValue] | None]
    """Facts that rules of your own ask for, by name."""
    key: NotRequired[Key | None]
    """The host's own id of the candidate, a text or a whole number."""
