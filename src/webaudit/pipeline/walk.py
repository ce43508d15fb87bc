"""The Exchanges of a Snapshot, each with the page that it brought."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from webaudit.extract.html import read_page
from webaudit.extract.sheets import Sheets
from webaudit.model.evidence import Exchange, Purpose, Snapshot
from webaudit.model.page import Page
from webaudit.model.reading import PageKind

PAGES = (Purpose.HOME, Purpose.PAGE)


def exchanges_with_pages(snapshot: Snapshot, url: str = "") -> Iterator[tuple[Exchange, Page | None]]:
    """Each Exchange with its page, one page alive at a time; None for redirects, failures and all else.

    They come in the order of capture, but that a page waits for the next one to come: its style sheets are
    asked in between.

    Args:
        url: of the only page to be read; empty for all.
    """
    sheets = Sheets()
    waiting: Exchange | None = None
    for exchange in snapshot.exchanges:
        if exchange.purpose in PAGES:
            if waiting is not None:
                yield waiting, _page(snapshot, waiting, sheets, url)
            waiting = exchange
            continue
        if exchange.purpose is Purpose.STYLE:
            sheets.add(exchange)
        yield exchange, None
    if waiting is not None:
        yield waiting, _page(snapshot, waiting, sheets, url)


def pages_as_built(snapshot: Snapshot, urls: Collection[str]) -> Iterator[Page]:
    """The documents that a browser built of pages, each as a page; those that show something."""
    sheets = Sheets()
    for exchange in snapshot.exchanges:
        if exchange.purpose is Purpose.STYLE:
            sheets.add(exchange)
        if exchange.purpose is Purpose.DOM and exchange.url in urls:
            page = _page(snapshot, replace(exchange, purpose=Purpose.PAGE, status=200), sheets, exchange.url)
            if page is not None and page.reading.kind is PageKind.CONTENT:
                yield page


def _page(snapshot: Snapshot, exchange: Exchange, sheets: Sheets, url: str) -> Page | None:
    if exchange.status is None or 300 <= exchange.status < 400 or (url and exchange.url != url):
        return None
    page = read_page(exchange, snapshot.plan.budget.html_bytes)
    if page is not None and page.reading.kind is PageKind.EMPTY and not snapshot.plan.crawl:
        # Who names a page wants it judged, blank as it is; on a site it says nothing of the others.
        page = replace(page, reading=replace(page.reading, kind=PageKind.CONTENT))
    return replace(page, sheets=sheets) if page is not None and sheets else page
