"""Filling in of texts, dates included."""

from interview_followup import _clock
from interview_followup.language._rule import DATES, placeholders
from interview_followup.language._rule import fill as _fill


def fill(text, subject, *, window=None, timezone=None):
    names = placeholders(text)
    if names is None:
        return text
    dates = {}
    for name in DATES:
        if name in names and window is not None:
            moment = getattr(window, name)
            dates[name] = (
                "it happens" if moment is None else _clock.in_words(moment, _clock.zone(timezone))
            )
    return _fill(text, subject, **dates)
