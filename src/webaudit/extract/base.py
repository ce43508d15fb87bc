"""Where the relative addresses of a page start from."""

from webaudit.extract.links import base_url
from webaudit.model.page import Page


def base_of(page: Page) -> str:
    """The first `base` element of a page, or its own address; most pages have none, and are not walked."""
    return base_url(page.root, page.url) if page.elements("base") else page.url
