"""The offers of other applications that can still be answered."""

from __future__ import annotations

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


def other_offer(subject: Subject) -> LiveOffer | None:
    """Return the offer of another application that has to be answered first, if any is live."""
    return next(iter(other_offers(subject)), None)


def other_offers(subject: Subject) -> list[LiveOffer]:
    """Return the live offers of all other applications, by when they have to be answered.

    Those that had to be answered before the newest was received are left out.
    """
    return subject.widened("application").once(_other_offers)


def _other_offers(subject: Subject) -> list[LiveOffer]:
    live = subject.widened("search").once(_live_offers)
    others = [offer for offer in live if offer.application is not subject.application]
    newest = max([offer.received for offer in others if offer.received], default=_clock.EARLIEST)
    return sorted([offer for offer in others if offer.over >= newest], key=_urgency)


def _urgency(offer: LiveOffer) -> tuple[datetime, datetime, Identity]:
    return offer.over, offer.received or _clock.LATEST, offer.application.identity


def _live_offers(root: Subject) -> list[LiveOffer]:
    """Return all live offers; their days are those of the application that they belong to."""
    live = []
    for subject in root.narrower():
        application, offer = subject.application, subject.application.offer
        if offer and not (offer.declined or application.outcome or application.signed):
            received = recorded("offer.received", offer.received, subject.zone)
            reply_by = recorded("offer.reply_by", offer.reply_by, subject.zone)
            moments = [known and moment(known) for known in (received, reply_by)]
            live.append(LiveOffer(application, *moments))
    return live
