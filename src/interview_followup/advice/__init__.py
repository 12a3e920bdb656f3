"""Rule packs: one module each, from the article and from other published advice.

Packs of others are listed by `packs()` and loaded by `load("name")`.
"""

from interview_followup.advice._packs import BrokenPack, Pack, load, packs
from interview_followup.advice.cv_library import CV_LIBRARY

__all__ = ["CV_LIBRARY", "BrokenPack", "Pack", "load", "packs"]
