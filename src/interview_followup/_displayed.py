"""Values that notebooks show as tables, and terminals as text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from interview_followup._errors import Shown

if TYPE_CHECKING:
    from rich.text import Text


class Displayed(Shown):
    """Displayed by Jupyter and marimo as HTML or as Markdown, by Rich and elsewhere as text.

    The exports know all values, and so are imported where a value is displayed.
    """

    __slots__ = ()

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        from interview_followup.exports.html import notebook_markdown

        return {
            "text/plain": self._plain_text(),
            "text/html": self._repr_html_(),
            "text/markdown": notebook_markdown(self),
        }

    def _repr_html_(self) -> str:
        # Of a bundle marimo shows every form on a tab of its own; of this it shows just this.
        from interview_followup.exports.html import notebook_html

        return notebook_html(self)

    def __rich__(self) -> Text:
        from rich.text import Text  # Rich is there, as nobody else asks for this.

        return Text(self._plain_text())

    def _plain_text(self) -> str:
        from interview_followup.exports.text import displayed_text

        return displayed_text(self)
