"""The offers that can still be answered: of an application, and of the others."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from interview_followup import _clock
from interview_followup.language._day import moment, recorded
from interview_followup.language._subject import Subject
from interview_followup.model import Application
from interview_followup.model._identity import Identity


class LiveOffer(NamedTuple):
    """An offer that can still be answered; without `received` it is not known when it came."""

    application: Application
    received: datetime | None
    reply_by: datetime | None

    @property
    def over(self) -> datetime:
        return self.reply_by or _clock.LATEST


def other_offers(subject: Subject) -> list[LiveOffer]:
    """Return the live offers of all other applications, by when they have to be answered.

    Those that had to be answered before the newest was received are left out.
    """
    return subject.widened("application").once(_other_offers)


def _other_offers(subject: Subject) -> list[LiveOffer]:
    live = subject.widened("search").once(_live_offers)
    others = [offer for offer in live if offer.application is not subject.application]
    newest = newest_received(others) or _clock.EARLIEST
    return sorted([offer for offer in others if offer.over >= newest], key=_urgency)


def own_offer(subject: Subject) -> LiveOffer | None:
    """Return the live offer of the application itself; None, if there is none."""
    live = subject.widened("search").once(_live_offers)
    return next((offer for offer in live if offer.application is subject.application), None)


def newest_received(offers: Iterable[LiveOffer]) -> datetime | None:
    """Return when the newest of some offers was received, of those of which that is known."""
    return max([offer.received for offer in offers if offer.received], default=None)


def last_reply_by(offers: Iterable[LiveOffer]) -> datetime | None:
    """Return by when the last of some offers has to be answered; never, if one need not be."""
    last = max([offer.over for offer in offers], default=_clock.LATEST)
    return None if last == _clock.LATEST else last


def _urgency(offer: LiveOffer) -> tuple[datetime, datetime, Identity]:
    return offer.over, offer.received or _clock.LATEST, offer.application.identity


def _live_offers(root: Subject) -> list[LiveOffer]:
    """Return all live offers; their days are those of the application that they belong to."""
    live = []
    for application in root.search.applications:
        offer = application.offer
        if offer and not (offer.declined or application.outcome or application.signed):
            zone = root.narrowed(application).zone
            received = recorded("offer.received", offer.received, zone)
            reply_by = recorded("offer.reply_by", offer.reply_by, zone)
            moments = [known and moment(known) for known in (received, reply_by)]
            live.append(LiveOffer(application, *moments))
    return live
