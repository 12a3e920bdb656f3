"""What the library answers, in other forms; one module each, and none knows another but the page.

- `text`: plans, forecasts, verdicts, explanations and rules for people to read;
- `html`: a plan as a page, and what notebooks show of values;
- `timeline`: a plan as a picture, in SVG;
- `calendar`: a plan as a calendar, with an event or a to-do for each action;
- `dictionaries`: searches and all answers as dictionaries of what JSON has; a forecast is a plan;
- `json_schema`: the JSON Schemas of the dictionaries;
- `tables`: plans as flat rows, for pandas, polars and DuckDB;
- `document`: job searches in the shape of their files, as TOML and as JSON.

Import what you need from the module: `from interview_followup.exports.text import plan_text`.
"""
