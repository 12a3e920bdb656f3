"""JSON Schemas of the dictionaries: what a search, plan, verdict or difference may hold.

They are the same for every version of Python.
"""

# They are files beside this one, written by `tests/json_schemas.py` from the types in
# `dictionaries`.

from __future__ import annotations

from interview_followup.exports.json_schema._json_schema import json_schema

__all__ = ["json_schema"]
