"""Check `moving-text`."""

from collections.abc import Iterator

from lxml.html import HtmlElement

from webaudit.extract.exposure import exposure
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, cant_tell, failed, passed
from webaudit.model.page import Page
from webaudit.standards import wcag

_STOPS = ("onmouseover", "onmouseenter", "onclick", "onfocus", "onfocusin", "id")
"""By these a script may stop it."""


@check(
    id="moving-text",
    title="No text runs across the page without end",
    category=Category.ACCESSIBILITY,
    severity=Severity.MODERATE,
    sources=(wcag.SC_2_2_2,),
    remedy="Write the announcement as a plain paragraph or a list of links in place of <marquee>. In "
    "WordPress: take the running text out of the theme's settings or the widget, under Appearance.",
    since="0.3.0",
)
def moving_text(page: Page) -> Iterator[Verdict]:
    """A text that runs can be read by nobody who reads slowly, and draws the eye from all else.

    People with attention deficits can not read the rest of the page while it moves, and a link that runs
    away is hit by no shaking hand.

    Target: each `marquee` element that is seen and says something.
    Expectation: it comes to rest by itself, or can be stopped.
    Limits: what scripts and style sheets move is not seen. Where a script may stop it, people must try
        whether the keyboard can as well.

    Passed:
        ```html
        <marquee behavior="slide" loop="1">Selamat datang</marquee>
        ```

    Failed (text-runs):
        ```html
        <marquee>Selamat datang di situs Dinas Kesehatan</marquee>
        ```

    CantTell (text-runs-stoppable):
        ```html
        <marquee onmouseover="this.stop()">Selamat datang</marquee>
        ```
    """
    unseen = exposure(page).unseen
    for element in page.elements("marquee"):
        if element in unseen or not _says(element):
            continue
        if _rests(element):
            yield passed(element)
        elif any(element.get(name) is not None for name in _STOPS):
            message = "a text runs across the page; whether the keyboard can stop it is not known"
            yield cant_tell(element, "text-runs-stoppable", message)
        else:
            yield failed(element, "text-runs", "a text runs across the page and can not be stopped")


def _says(element: HtmlElement) -> bool:
    return any(not text.isspace() for text in element.itertext()) or element.find(".//img") is not None


def _rests(element: HtmlElement) -> bool:
    """Whether it moves once, or not at all."""
    loops, amount = element.get("loop", "").strip(), element.get("scrollamount", "").strip()
    return loops == "1" or amount == "0"
