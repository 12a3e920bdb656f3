"""How to follow up for a post at a university: the ten pieces of advice, and its own."""

from interview_followup.advice._shipped import shipped_rules
from interview_followup.advice.cv_library import CV_LIBRARY

ACADEMIC = CV_LIBRARY | shipped_rules("academic")
