"""Check `canvas-text`."""

import re
from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from webaudit.extract.exposure import exposure
from webaudit.extract.name import names
from webaudit.extract.text import folded
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, cant_tell, failed, passed
from webaudit.model.page import Page
from webaudit.standards import act, wcag

_MOST = 50
_LONGEST = 20_000
"""Of a script."""

_WRITES = re.compile(r"\.(?:fill|stroke)Text\s*\(\s*")
_LITERAL = re.compile(r"""(["'`])((?:(?!\1)[^\\\n$]){1,200})\1\s*,""")


@check(
    id="canvas-text",
    title="Text that a script draws can be read aloud as well",
    category=Category.ACCESSIBILITY,
    severity=Severity.MODERATE,
    sources=(wcag.SC_1_1_1, act.E88EPE),
    remedy="Write the same text between <canvas> and </canvas>, or beside it, or as its aria-label; better, "
    "write it as text and not as a drawing. In WordPress it comes from a plug-in: ask whoever made it.",
    since="0.3.0",
)
def canvas_text(page: Page) -> Iterator[Verdict]:
    """What a script draws on a canvas is a picture: no screen reader reads it, and no search finds it.

    Target: each `canvas` that is shown and told to assistive technology or left out by no attribute, and to
        which a script of the page, known by the id of the canvas, writes text.
    Expectation: the canvas has a name or holds text of its own, or the page says the same text elsewhere.
    Limits: only scripts that stand in the page are read; text that is made of other values people must
        compare.

    Passed:
        ```html
        <canvas id="jam" role="img" aria-label="Buka sampai 15"></canvas>
        <script>document.getElementById("jam").getContext("2d").fillText("Buka sampai 15", 0, 9)</script>
        ```

    Failed (text-drawn):
        ```html
        <canvas id="jam"></canvas>
        <script>document.getElementById("jam").getContext("2d").fillText("Buka sampai 15", 0, 9)</script>
        ```

    CantTell (text-drawn-maybe):
        ```html
        <canvas id="jam"></canvas>
        <script>document.getElementById("jam").getContext("2d").fillText(waktu, 0, 9)</script>
        ```
    """
    canvases = page.elements("canvas")[:_MOST]
    if not canvases:
        return
    scripts = [script.text[:_LONGEST] for script in page.elements("script")[:_MOST] if script.text]
    known, hides = names(page), exposure(page).hides
    for canvas in canvases:
        drawn = list(_drawn(canvas, scripts))
        if not drawn or hides(canvas):
            continue
        if known.has(canvas) or _holds_text(canvas):
            yield passed(canvas)
        elif not all(drawn):
            message = "a script draws text here; whether the page says the same is not known"
            yield cant_tell(canvas, "text-drawn-maybe", message)
        elif _is_said(page, drawn):
            yield passed(canvas)
        else:
            message = "a script draws the text “{text}” here, and nothing tells it to those who do not see it"
            yield failed(canvas, "text-drawn", message, text=drawn[0][:80])


def _drawn(canvas: HtmlElement, scripts: list[str]) -> Iterator[str]:
    """The texts that scripts write on a canvas; empty for one that is not known."""
    id = canvas.get("id")
    for script in scripts if id else ():
        if re.search(rf"[\"'`#]{re.escape(str(id)[:100])}[\"'`]", script) is None:
            continue
        for call in islice(_WRITES.finditer(script), _MOST):
            literal = _LITERAL.match(script, call.end())
            yield literal[2].strip() if literal else ""


def _holds_text(canvas: HtmlElement) -> bool:
    """Whether it holds what a browser reads aloud in its place."""
    return any(not text.isspace() for text in islice(canvas.itertext(), _MOST))


def _is_said(page: Page, drawn: list[str]) -> bool:
    """Whether the page says all these texts."""
    said = folded(page.reading.text).casefold()
    return all(folded(text).casefold() in said for text in drawn)
