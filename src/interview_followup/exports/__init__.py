"""What the library answers, in other forms; one module each, and none knows another.

- `text`: plans, forecasts, verdicts, explanations and rules for people to read;
- `mapping`: the same, but forecasts, as plain mappings for JSON (a forecast is a plan);
- `document`: job searches in the shape of their files, as TOML and as JSON.

Import what you need from the module: `from interview_followup.exports.text import plan_text`.
"""

__all__ = ["document", "mapping", "text"]
