"""Items of news among the links of a site."""

import re
from collections.abc import Iterable, Iterator

from webaudit.extract.proofs import MENUS, address
from webaudit.extract.urls import host, page_key, same_site
from webaudit.model.evidence import Readings
from webaudit.model.reading import Link, Reading
from webaudit.vocabulary import plain

ITEM_WORDS = 4
"""Of a headline; entries of menus are shorter."""

SHARED_WORDS = 3
"""Of headline and address: a system made the one of the other."""

LEAST_NUMBERED = 3
"""Headlines with numbered addresses of one form, on a list of news with dates."""

_NUMBERS = re.compile(r"\d+")


def news_item(readings: Readings, lists: Iterable[str]) -> Link | None:
    """The first link to an item of news on the site itself; None if none is seen.

    An address tells it anywhere. On a list of news a headline will do whose words stand in its address, or
    several with numbered addresses where the list shows dates.

    Args:
        lists: addresses of lists of news.
    """
    own = tuple(dict.fromkeys(host(page.url) for page in readings.content))
    for page in readings.content:
        for link in _headlines(page, own):
            if address(link.url).article:
                return link
    keys = {page_key(url) for url in lists}
    for page in readings.content:
        if page_key(page.url) in keys:
            found = [link for link in _headlines(page, own) if link.landmark not in MENUS]
            item = _named(found) or (_numbered(found) if page.dates else None)
            if item is not None:
                return item
    return None


def _headlines(page: Reading, own: Iterable[str]) -> Iterator[Link]:
    """The links of a page to the site itself whose text is as long as a headline."""
    for link in page.links:
        if (
            link.text.count(" ") + 1 >= ITEM_WORDS
            and not link.hidden
            and any(same_site(host(link.url), one) for one in own)
        ):
            yield link


def _named(headlines: Iterable[Link]) -> Link | None:
    """The first whose address is made of its words, as `/dinas-membuka-layanan-baru` is."""
    for link in headlines:
        to = address(link.url)
        words = set(plain(link.text).split())
        if not to.file and any(len(words.intersection(part)) >= SHARED_WORDS for part in to.ends):
            return link
    return None


def _numbered(headlines: Iterable[Link]) -> Link | None:
    """The first of several whose addresses differ by a number, as `/detail/123` and `/?p=45` do."""
    forms: dict[str, dict[str, Link]] = {}
    for link in headlines:
        if _NUMBERS.search(link.url.partition("://")[2].partition("/")[2]) and not address(link.url).file:
            alike = forms.setdefault(_NUMBERS.sub("0", link.url), {})
            alike.setdefault(link.url, link)
            if len(alike) == LEAST_NUMBERED:
                return next(iter(alike.values()))
    return None
