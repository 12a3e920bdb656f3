"""Plans and comparisons as pages, and what notebooks show of all values.

`plan_html(plan)` and `comparison_html(comparison)` are pages in one file. `notebook_html` and
`notebook_markdown` are what a value shows of itself in Jupyter and marimo.
"""

# Begin reading with `_blocks`, what everything is made of; `_plans` and `_answers` make blocks of
# values; `_markup`, `_markdown` and `_page` write them.

from __future__ import annotations

from interview_followup.exports.html._notebook import notebook_html, notebook_markdown
from interview_followup.exports.html._page import comparison_html, plan_html

__all__ = ["comparison_html", "notebook_html", "notebook_markdown", "plan_html"]
