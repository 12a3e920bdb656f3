"""Rule packs: one module each, from the article and from other published advice."""

from interview_followup.advice.cv_library import CV_LIBRARY

__all__ = ["CV_LIBRARY"]
