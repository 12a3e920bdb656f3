"""The site made of these pages: `.ci/site` builds it, and checks it."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))  # for what stands beside this

from inner_names import INNER

project = "interview_followup"
author = "The maintainers of interview_followup"
extensions = [
    "myst_nb",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinx_copybutton",
    "site_contents",
    "site_reference",
]

html_title = "interview_followup"
html_theme = "furo"
html_static_path = ["static"]
html_css_files = ["site.css"]
html_copy_source = False
html_show_copyright = False
html_show_sphinx = False
pygments_dark_style = "github-dark"
smartquotes_action = "D"  # dashes alone
exclude_patterns = ["static"]

myst_heading_anchors = 4
nb_execution_mode = "off"
copybutton_selector = "div.highlight-python pre, div.highlight-toml pre, div.highlight-sh pre"

autodoc_default_options = {
    "members": True,
    "inherited-members": "object, tuple, dict, BaseException, Sequence, Expression",
    "exclude-members": ", ".join(sorted(INNER)),
    "member-order": "bysource",
    "no-value": True,
}
autodoc_preserve_defaults = True
autodoc_type_aliases = {
    name: name
    for name in (
        *("Medium", "NotHeld", "Outcome", "Status"),
        *("ClockTime", "Day", "DayOrTime", "FactValue", "Format", "Instant", "Key", "LocalTime"),
        *("Minutes", "NotBlank", "PeriodText", "Slug", "Time", "Uid", "Weekday", "ZoneName"),
    )
}
python_maximum_signature_line_length = 80
python_use_unqualified_type_names = True
toc_object_entries_show_parents = "hide"

nitpicky = True
nitpick_ignore_regex = [
    ("py:class", r"(collections|datetime|hypothesis|icalendar|pathlib|pendulum|uuid|zoneinfo)\..+"),
    ("py:class", r"interview_followup\.(\w+\.)*_\w+\.[\w.]+"),  # private types
    ("py:class", r"\w+"),  # Tuples with names have their types by the last name only.
]
