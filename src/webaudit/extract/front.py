"""What a crawl needs of a home page: its kind, where it leads, and the files that it asks for."""

from dataclasses import dataclass

from webaudit.extract.body import decode_body
from webaudit.extract.choose import hidden_ways
from webaudit.extract.feed import feed_urls
from webaudit.extract.html import read_page
from webaudit.extract.leads import Leads, slim
from webaudit.extract.resources import heaviest_first, resources
from webaudit.extract.sheets import linked_sheets
from webaudit.extract.source import HTML_BYTES
from webaudit.extract.template import MOST_BYTES as TEMPLATE_BYTES
from webaudit.extract.template import template
from webaudit.model.evidence import Exchange
from webaudit.model.reading import PageKind


@dataclass(frozen=True, slots=True)
class Front:
    """A home page, for the crawl that follows.

    Attributes:
        files: what it loads and may be asked, heaviest kinds first.
        sheets: style sheets that it asks for.
        feeds: of news that it names.
    """

    kind: PageKind
    leads: Leads
    files: tuple[str, ...]
    sheets: tuple[str, ...]
    feeds: tuple[str, ...]


def read_front(
    exchange: Exchange, html_bytes: int = HTML_BYTES, *, most_files: int, templates: bool = False
) -> Front | None:
    """Read the home page that an answer carries; None if it carries none."""
    page = read_page(exchange, html_bytes)
    if page is None:
        return None
    shows = templates and page.reading.kind in (PageKind.CONTENT, PageKind.SHELL, PageKind.EMPTY)
    name = template(decode_body(exchange, TEMPLATE_BYTES).data) if shows else ""
    return Front(
        kind=page.reading.kind,
        leads=Leads(slim(page.reading), () if page.reading.links else hidden_ways(page), template=name),
        files=heaviest_first(resources(page), most_files),
        sheets=linked_sheets(page),
        feeds=feed_urls(page),
    )
