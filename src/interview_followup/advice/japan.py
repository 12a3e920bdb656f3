"""How to follow up in Japan: the ten pieces of advice, and its own."""

from interview_followup.advice._shipped import shipped_rules
from interview_followup.advice.cv_library import CV_LIBRARY

JAPAN = CV_LIBRARY | shipped_rules("japan")
