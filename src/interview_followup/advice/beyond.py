"""Advice on which the article is silent, to be put beside a whole pack: `CV_LIBRARY | BEYOND`."""

from interview_followup.advice._shipped import shipped_rules

BEYOND = shipped_rules("beyond")
