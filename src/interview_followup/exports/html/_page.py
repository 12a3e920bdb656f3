"""One self-contained page: nothing in it is fetched, and no script is run."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from interview_followup._planning.comparison import Comparison
from interview_followup._planning.plan import Plan
from interview_followup.exports.html._blocks import Block, Heading
from interview_followup.exports.html._comparisons import comparison_blocks, comparison_title
from interview_followup.exports.html._markup import markup, text_markup
from interview_followup.exports.html._plans import plan_blocks, title

# The page forbids itself all but its own pictures and its own style.
POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
STYLE = """\
:root {
  color-scheme: light dark;
  --quiet: #4d5560; --line: #c9ced6; --mark: #0b5394;
}
@media (prefers-color-scheme: dark) {
  :root {
    --quiet: #b3bac3; --line: #4a515b; --mark: #8ab8ff;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 0 1rem 3rem; max-width: 62rem;
  background: Canvas; color: CanvasText;
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere;
}
h1 { font-size: 1.5rem; line-height: 1.25; }
h2 { font-size: 1.15rem; color: var(--mark); }
p { margin: 0 0 .25rem; }
picture { display: block; margin: 1rem 0; }
a { color: var(--mark); }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; padding: 0; }
nav { margin: .75rem 0; }
section { margin-top: 2rem; }
img { display: block; max-width: 100%; height: auto; }
table { border-collapse: collapse; table-layout: fixed; }
caption { color: var(--quiet); }
th, td { border-top: 1px solid var(--line); }
th { font-weight: 600; }
thead th { color: var(--quiet); border: 0; font-weight: 400; }
summary { color: var(--mark); cursor: pointer; width: fit-content; }
summary:focus-visible, a:focus-visible { outline: 2px solid var(--mark); outline-offset: 2px; }
details > * + * { margin-top: .35rem; color: var(--quiet); }
details strong { color: CanvasText; }
@media (max-width: 40rem) {
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tr { display: grid; padding: .6rem 0; border-top: 1px solid var(--line); }
  tr > * { border: 0; padding: 0 !important; width: auto !important; }
  td:first-child { color: var(--quiet); }
}
@media print {
  :root { color-scheme: light; --quiet: #333333; --line: #999999; --mark: #000000; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  nav { display: none; }
  tr, img { break-inside: avoid; }
  h2 { break-after: avoid; }
  details:not([open]) { display: none; }
}
"""


class Part(NamedTuple):
    """A group of a page: what links lead to, its heading, and all of its blocks."""

    name: str
    heading: str
    blocks: list[Block]


def plan_html(plan: Plan) -> str:
    """Return a plan, or a forecast, as a page of HTML in one file, light, dark and print."""
    return _page(title(plan), plan_blocks(plan))


def comparison_html(comparison: Comparison) -> str:
    """Return what packs say side by side as a page of HTML in one file, light, dark and print."""
    return _page(comparison_title(comparison), comparison_blocks(comparison))


def _page(title: str, blocks: Iterable[Block]) -> str:
    head, groups = _parts(blocks)
    links = [f'<li><a href="#{name}">{text_markup(text)}</a></li>' for name, text, _ in groups]
    navigation = f'<nav aria-label="Groups"><ul>{"".join(links)}</ul></nav>'
    sections = [
        f'<section id="{name}">\n{markup(blocks, 1)}\n</section>' for name, _, blocks in groups
    ]
    return f"""\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{text_markup(title)}</title>
<style>
{STYLE}</style>
</head>
<body>
<main>
{markup(head, 1)}
{navigation if groups else ""}
{chr(10).join(sections)}
</main>
</body>
</html>
"""


def _parts(blocks: Iterable[Block]) -> tuple[list[Block], list[Part]]:
    """Return what stands before the groups of a page, and each of them."""
    head: list[Block] = []
    groups: list[Part] = []
    for block in blocks:
        if isinstance(block, Heading) and block.depth == 1:
            groups.append(Part(block.text.lower().replace(" ", "-"), block.text, []))
        (groups[-1].blocks if groups else head).append(block)
    return head, groups
