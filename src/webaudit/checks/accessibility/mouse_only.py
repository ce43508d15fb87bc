"""Check `mouse-only`."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from webaudit.extract.attribute import with_attribute
from webaudit.extract.exposure import exposure
from webaudit.extract.focus import is_focusable, reached
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, cant_tell, failed, passed
from webaudit.model.page import Page
from webaudit.standards import wcag

_ACTS = re.compile(
    r"\s*(?:javascript:)?\s*(?:window\.|document\.|self\.)?(?:location(?:\.href)?\s*=|open\s*\()",
    re.IGNORECASE,
)
"""Leads on to another page: nothing that only the mouse would wish for."""

_WHOLE = frozenset(["html", "body", "label", "option", "form", "iframe", "video", "audio", "object", "embed"])
_MOST, _LONGEST = 200, 500


@check(
    id="mouse-only",
    title="What the mouse can open, the keyboard can too",
    category=Category.ACCESSIBILITY,
    severity=Severity.SERIOUS,
    sources=(wcag.SC_2_1_1,),
    remedy='Make it a link or a button: <a href="…"> or <button>, not <div onclick>. In WordPress it belongs '
    "to the theme or a plug-in: ask whoever made it.",
    since="0.3.0",
)
def mouse_only(page: Page) -> Iterator[Verdict]:
    """Who uses a keyboard, a switch or a screen reader never gets to a picture that only a click opens.

    A `div` or `span` that leads on by a script looks like a link and is none: the tab key passes it by.

    Target: each element with a script of its own for a click (`onclick`) that is seen; the first 200.
    Expectation: it, or something within or around it, can be focused.
    Limits: it fails only if the script leads to another page and nothing in it or around it does; of other
        scripts people must judge whether the keyboard has another way. Scripts elsewhere are not seen.

    Passed:
        ```html
        <button onclick="buka()">Buka menu</button>
        ```

    Failed (click-only):
        ```html
        <div onclick="location.href='/layanan'">Layanan</div>
        ```

    CantTell (click-unknown):
        ```html
        <span onclick="buka()">Menu</span>
        ```
    """
    unseen, within, looked_at = exposure(page).unseen, reached(page), 0
    for element in with_attribute(page, "onclick"):
        if element.tag in _WHOLE or element in unseen:
            continue
        looked_at += 1
        if looked_at > _MOST:
            return
        if is_focusable(element) or within.first(element) is not None or _is_within_one(element):
            yield passed(element)
        elif _says(element):
            if _ACTS.match((element.get("onclick") or "")[:_LONGEST]):
                yield failed(element, "click-only", "only a mouse can open it: the keyboard passes it by")
            else:
                message = (
                    "it acts on a click, the keyboard passes it by; whether there is another way is not known"
                )
                yield cant_tell(element, "click-unknown", message)


def _is_within_one(element: HtmlElement) -> bool:
    return any(is_focusable(around) for around in element.iterancestors("a", "button", "summary"))


def _says(element: HtmlElement) -> bool:
    """Whether it shows anything that somebody would click on."""
    return element.tag == "img" or bool(element.text_content().strip()) or element.find(".//img") is not None
