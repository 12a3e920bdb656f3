"""Plans as pages, and what notebooks show of plans, verdicts, explanations and rules.

`plan_html(plan)` is a page in one file. `notebook_html` and `notebook_markdown` are what a value
shows of itself in Jupyter and marimo, by its `_repr_mimebundle_`.

Begin reading with `_blocks`, what everything is made of; `_plans` and `_answers` make blocks of
values; `_markup`, `_markdown` and `_page` write them.
"""

from __future__ import annotations

from interview_followup.exports.html._notebook import notebook_html, notebook_markdown
from interview_followup.exports.html._page import plan_html

__all__ = ["notebook_html", "notebook_markdown", "plan_html"]
