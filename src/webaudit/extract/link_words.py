"""The words that the links of a page say."""

from collections.abc import Mapping

from lxml.html import HtmlElement

from webaudit.model.page import Page

LONGEST = 200
"""Characters; what is longer says more than where it leads."""

_SIGNS = " .…:»→-[]()"


def link_words(page: Page) -> Mapping[HtmlElement, str]:
    """What each `a` element says, in lower case and without signs around it; empty if that is long."""
    return page.once(_link_words)


def _link_words(page: Page) -> dict[HtmlElement, str]:
    said: dict[HtmlElement, str] = {}
    for link in page.elements("a"):
        text = link.text_content() if len(link) else link.text
        said[link] = " ".join(text.lower().split()).strip(_SIGNS) if text and len(text) <= LONGEST else ""
    return said
