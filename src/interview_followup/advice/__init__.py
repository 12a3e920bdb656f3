"""Rule packs: one module each, from the article and from other published advice.

Begin with `cv_library`, the article's ten pieces of advice in its order. Packs of others are listed
by `packs()` and loaded by `load("name")`, from `_packs`. All that may be used is named here.
"""

from interview_followup.advice._packs import BrokenPack, Pack, load, packs
from interview_followup.advice.cv_library import CV_LIBRARY

__all__ = ["CV_LIBRARY", "BrokenPack", "Pack", "load", "packs"]
