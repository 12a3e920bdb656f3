"""What universities in the United States advise: the ten pieces of advice, and its own."""

from interview_followup.advice._shipped import shipped_rules
from interview_followup.advice.cv_library import CV_LIBRARY

US_CAMPUS = CV_LIBRARY | shipped_rules("us-campus")
