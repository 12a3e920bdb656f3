"""Run the tracker on this machine: `python -m tracker`."""

import os
from pathlib import Path

import uvicorn

from tracker.app import created
from tracker.rows import token

database = Path(os.environ.get("TRACKER_DATABASE", "tracker.sqlite"))
secret = database.with_suffix(".secret")  # What signs cookies, for its owner's eyes alone.
if not secret.exists():
    secret.touch(mode=0o600)
    secret.write_text(token(), encoding="utf-8")
app = created(f"sqlite:///{database}", secret.read_text(encoding="utf-8"))
uvicorn.run(app, port=int(os.environ.get("TRACKER_PORT", "8000")))
