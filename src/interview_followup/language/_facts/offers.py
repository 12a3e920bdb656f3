"""The offers of other applications that can still be answered."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from interview_followup import _clock
from interview_followup.language._subject import Subject
from interview_followup.model import Application
from interview_followup.model._identity import Identity


class LiveOffer(NamedTuple):
    """An offer that can still be answered; those that have to be answered first come first."""

    over: datetime
    received: datetime
    identity: Identity
    reply_by: datetime | None
    application: Application


def other_offer(subject: Subject) -> LiveOffer | None:
    """Return the offer of another application that has to be answered first, if any is live."""
    return subject.widened("application").once(_other_offer)


def _other_offer(subject: Subject) -> LiveOffer | None:
    """Return it; those that had to be answered before the newest was received are left out."""
    live = subject.widened("search").once(_live_offers, subject.timezone)
    others = [offer for offer in live if offer.application is not subject.application]
    newest = max([offer.received for offer in others], default=_clock.EARLIEST)
    return min([offer for offer in others if offer.over >= newest], default=None)


def _live_offers(root: Subject, timezone: str) -> list[LiveOffer]:
    """Return all live offers.

    Dates are over in the zone of the application's latest interview, and without one in `timezone`.
    """
    live = []
    for application in root.search.applications:
        offer, latest = application.offer, application.latest
        if offer and not (offer.declined or application.outcome or application.signed):
            zone = _clock.zone(latest.timezone if latest else timezone)
            reply_by = deadline(offer.reply_by, zone)
            over = reply_by or _clock.LATEST
            identity = application.identity
            live.append(LiveOffer(over, offer.received, identity, reply_by, application))
    return live


def deadline(by: date | datetime | None, zone: ZoneInfo) -> datetime | None:
    """Return a moment as it is, and for a date the midnight after it."""
    return by if by is None or isinstance(by, datetime) else _clock.end_of(by, zone)
