"""Packs of rules: from the article, and from other published advice.

`load` gives the rules of packs by their names, `packs` lists those that are installed, `read_pack`
reads one that is a file.
"""

# One module each. Begin with `cv_library`, the article's ten pieces of advice in its order. The
# modules beside it are packs whose own rules are files, which `_shipped` reads; they are imported
# by nobody but `packs()` and `load("name")` of `_packs`, as those of others are. A pack that is a
# file is read by `_pack_files`: `_pack_rules` makes rules of its tables (`_pack_tables`) with what
# they name (`_pack_names`), and `_pack_sources` says what may name this library as its source.
# `_pack_documents` makes such tables of rules. All that may be used is named here.

from interview_followup.advice._pack_files import read_pack
from interview_followup.advice._packs import BrokenPack, Pack, load, packs
from interview_followup.advice.cv_library import CV_LIBRARY

__all__ = ["CV_LIBRARY", "BrokenPack", "Pack", "load", "packs", "read_pack"]
