"""A check of somebody else's, as small as one can be; and one whose id is taken already."""

from collections.abc import Iterator

from webaudit.model.check import Category, Severity, Source, check
from webaudit.model.finding import Verdict, failed, passed
from webaudit.model.page import Page

API_VERSION = 1

_OURS = Source("House rule", "7", "Two languages", "")


@check(
    id="language-switch",
    title="Every page offers another language",
    category=Category.USABILITY,
    severity=Severity.MINOR,
    sources=(_OURS,),
    remedy='Link the translation: <a hreflang="en" href="/en/">English</a>.',
    since="0.1",
)
def language_switch(page: Page) -> Iterator[Verdict]:
    """Visitors from abroad look for a language that they can read.

    Target: each captured page.
    Expectation: it has a link with `hreflang`.
    Limits: whether the translation is complete is left to people.
    """
    if any(link.get("hreflang") for link in page.elements("a")):
        yield passed(page.root)
    else:
        yield failed(page.root, "no-switch", "the page offers no other language")


@check(
    id="page-title",
    title="Taken",
    category=Category.USABILITY,
    severity=Severity.MINOR,
    sources=(_OURS,),
    remedy="None.",
    since="0.1",
)
def page_title(page: Page) -> Iterator[Verdict]:
    """Its id is one of webaudit's own, so that it is left out."""
    yield passed(page.root)


CHECKS = (language_switch, page_title)
