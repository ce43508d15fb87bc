"""Check `new-windows`."""

from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from webaudit.extract.attribute import with_attribute
from webaudit.extract.exposure import exposure
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, failed, passed
from webaudit.model.page import Page
from webaudit.standards import wcag
from webaudit.vocabulary.told import windows_told

_HERE = frozenset(["", "_self", "_parent", "_top"])
_MOST_PARTS = 30
"""Elements of a link that are read."""


@check(
    id="new-windows",
    title="Links that open a new window say so",
    category=Category.ACCESSIBILITY,
    severity=Severity.MINOR,
    sources=(wcag.SC_3_2_5,),
    remedy='Let links open in the same window: take target="_blank" away; or write “(opens in a new tab)” '
    "into the link. In WordPress: choose the link in the editor, and switch “Open in new tab” off.",
    since="0.3.0",
    advisory=True,
)
def new_windows(page: Page) -> Iterator[Verdict]:
    """In a new window the way back is gone: “back” does nothing, and who sees no tabs does not know why.

    Level AAA of WCAG asks that it is said before (technique G201).

    Target: each link with a `target` that opens a window or a tab, and is told to assistive technology.
    Expectation: its text, its title, its label or the alternative of a picture within says so.
    Limits: what scripts open is not seen; nor is a sign that a style sheet draws beside the link.

    Passed:
        ```html
        <a href="https://jdih.example/" target="_blank">JDIH (tab baru)</a>
        ```

    Failed (window-untold):
        ```html
        <a href="https://jdih.example/" target="_blank">JDIH</a>
        ```
    """
    hides = exposure(page).hides
    aimed = with_attribute(page, "target")
    for link in [one for tag in ("a", "area") for one in aimed if one.tag == tag]:
        if link.get("target", "").strip().lower() in _HERE or not link.get("href") or hides(link):
            continue
        if windows_told().search(_said(link)):
            yield passed(link)
        else:
            yield failed(link, "window-untold", "the link opens a new window and does not say so")


def _said(link: HtmlElement) -> str:
    """All that a link and its parts say, in lower case."""
    parts: list[str] = []
    for one in islice(link.iter(), _MOST_PARTS) if len(link) else (link,):
        parts += [one.get(name) or "" for name in ("aria-label", "title", "alt", "aria-describedby")]
        parts += [(one.text or "")[:200], "" if one is link else (one.tail or "")[:200]]
    return " ".join(" ".join(parts).lower().split())
