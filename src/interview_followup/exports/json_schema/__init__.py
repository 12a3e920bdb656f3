"""JSON Schemas of the dictionaries: what a search, plan, verdict or difference may hold.

They are files beside this one, written by `tests/json_schemas.py` from the types in `dictionaries`,
and the same for every version of Python.
"""

from __future__ import annotations

from interview_followup.exports.json_schema._json_schema import json_schema

__all__ = ["json_schema"]
