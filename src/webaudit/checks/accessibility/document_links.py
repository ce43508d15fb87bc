"""Check `document-links`."""

import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from webaudit.extract.attribute import addresses
from webaudit.extract.exposure import exposure
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, failed, passed
from webaudit.model.page import Page
from webaudit.standards import wcag
from webaudit.vocabulary.told import files_told

_FILE = re.compile(r"\.(pdf|docx?|xlsx?|pptx?|odt|ods|odp|rtf|csv|zip|rar|7z)$")
_MAYBE = re.compile(_FILE.pattern.removesuffix("$"), re.IGNORECASE)
"""Most addresses are none of a file, and taking them apart costs more."""

_MOST_PARTS = 30
"""Elements of a link that are read."""


@check(
    id="document-links",
    title="Links to files say which kind of file it is",
    category=Category.ACCESSIBILITY,
    severity=Severity.MINOR,
    sources=(wcag.SC_2_4_9,),
    remedy="Write the kind of file, and better its size too, into the link: “Renstra 2025–2029 (PDF, 2 MB)”. "
    "In WordPress: edit the text of the link.",
    since="0.3.0",
    advisory=True,
)
def document_links(page: Page) -> Iterator[Verdict]:
    """A file opens another program, costs data, and may hold nothing that a screen reader can read.

    Who is told before can choose. Level AAA of WCAG asks that a link says by itself what it leads to.

    Target: each link to a file for readers, by the ending of its address, that is told to assistive
        technology.
    Expectation: its text, its title, its label, the alternative of a picture within or the text right behind
        it names the kind of file.
    Limits: files without an ending in their address are not seen, as those of clouds; nor is a sign that a
        style sheet draws.

    Passed:
        ```html
        <a href="/renstra.pdf">Renstra 2025–2029 (PDF, 2 MB)</a>
        ```

    Failed (kind-untold):
        ```html
        <a href="/renstra.pdf">Renstra 2025–2029</a>
        ```
    """
    hides = exposure(page).hides
    for link, address in addresses(page).items():
        kind = _kind(address)
        if not kind or hides(link):
            continue
        if files_told().search(_said(link)):
            yield passed(link)
        else:
            message = "the link leads to a file ({kind}) and does not say so"
            yield failed(link, "kind-untold", message, kind=kind.upper())


def _kind(address: str) -> str:
    """The ending of an address that is one of a file; else empty."""
    if _MAYBE.search(address) is None:
        return ""
    try:
        match = _FILE.search(urlsplit(address.strip()).path[-20:].lower())
    except ValueError:
        return ""
    return match[1] if match else ""


def _said(link: HtmlElement) -> str:
    """All that a link, its parts and the text behind it say, in lower case."""
    parts: list[str] = []
    for one in islice(link.iter(), _MOST_PARTS):
        parts += [one.get(name) or "" for name in ("aria-label", "title", "alt")]
        parts += [(one.text or "")[:200], (one.tail or "")[: 40 if one is link else 200]]
    return " ".join(" ".join(parts).lower().split())
