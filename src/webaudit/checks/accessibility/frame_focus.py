"""Check `frame-focus`."""

import re
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement, document_fromstring

from webaudit.extract.exposure import exposure
from webaudit.extract.focus import is_in_tab_order
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, cant_tell, failed, passed
from webaudit.model.page import Page
from webaudit.standards import act, wcag

_NEGATIVE = re.compile(r"\s*-\d")
_TINY = re.compile(r"\s*[01](?:px)?\s*")
_LONGEST = 20_000


@check(
    id="frame-focus",
    title="The keyboard reaches what stands in a frame",
    category=Category.ACCESSIBILITY,
    severity=Severity.SERIOUS,
    sources=(wcag.SC_2_1_1, act.AKN7BN),
    remedy='Take tabindex="-1" away from the iframe. In WordPress: edit the block as HTML.',
    since="0.3.0",
)
def frame_focus(page: Page) -> Iterator[Verdict]:
    """A frame that the tab key passes by shuts its links and buttons to everybody who uses no mouse.

    They see the form, and can not fill it in.

    Target: each `iframe` with a negative `tabindex` that is seen.
    Expectation: what it shows holds nothing that the keyboard would reach.
    Limits: only what the page itself writes into a frame (`srcdoc`) is known; what comes from elsewhere
        people must look at.

    Passed:
        ```html
        <iframe tabindex="-1" title="Peta" srcdoc="<p>Peta kantor</p>"></iframe>
        ```

    Failed (frame-shut):
        ```html
        <iframe tabindex="-1" title="Peta" srcdoc="<a href='/peta'>Peta kantor</a>"></iframe>
        ```

    CantTell (frame-unread):
        ```html
        <iframe tabindex="-1" title="Peta" src="https://peta.example/embed"></iframe>
        ```
    """
    unseen = exposure(page).unseen
    for frame in page.elements("iframe"):
        if not _NEGATIVE.match(frame.get("tabindex", "")) or frame in unseen or _is_tiny(frame):
            continue
        written = frame.get("srcdoc")
        if written is None:
            if frame.get("src"):
                yield cant_tell(
                    frame, "frame-unread", "the keyboard passes the frame by; what it shows is not known"
                )
        elif _is_reached(written[:_LONGEST]):
            yield failed(
                frame, "frame-shut", "the keyboard passes the frame by, and it holds links or controls"
            )
        else:
            yield passed(frame)


def _is_tiny(frame: HtmlElement) -> bool:
    return any(_TINY.fullmatch(frame.get(side, "")) for side in ("width", "height"))


def _is_reached(html: str) -> bool:
    """Whether the keyboard would reach anything in a document."""
    try:
        root = document_fromstring(html)
    except (ValueError, etree.ParserError):
        return False
    controls = root.iter("a", "button", "input", "select", "textarea")
    return any(is_in_tab_order(one) for one in controls)
