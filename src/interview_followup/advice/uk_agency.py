"""How to follow up in the United Kingdom through an agency: the ten pieces, and its own."""

from interview_followup.advice._shipped import shipped_rules
from interview_followup.advice.cv_library import CV_LIBRARY

UK_AGENCY = CV_LIBRARY | shipped_rules("uk-agency")
