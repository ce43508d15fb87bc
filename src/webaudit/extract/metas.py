"""What the meta elements of a page say."""

from collections.abc import Iterable, Mapping
from itertools import islice

from lxml.html import HtmlElement

from webaudit.model.page import Page

MOST_METAS = 500
CONTENT_CHARACTERS = 2_000


def page_metas(page: Page) -> Mapping[str, list[str]]:
    """What those of a page say, by name."""
    return page.once(_of_page)


def _of_page(page: Page) -> dict[str, list[str]]:
    return metas(page.elements("meta"))


def metas(elements: Iterable[HtmlElement]) -> dict[str, list[str]]:
    """The contents by name in lower case, white space folded, in the order of the page.

    `property` is taken for a name, for readers of pages take one for the other.
    """
    found: dict[str, list[str]] = {}
    for element in islice(elements, MOST_METAS):
        name, content = element.get("property") or element.get("name"), element.get("content")
        if name is not None and content is not None:
            said = " ".join(content[:CONTENT_CHARACTERS].split())
            found.setdefault(name[:100].strip().lower(), []).append(said)
    return found
