"""How many clicks a page is from the home page, by the links that visitors see."""

from dataclasses import dataclass

from webaudit.extract.urls import host, page_key, same_site
from webaudit.model.evidence import Readings

FAR = 3
"""What two clicks do not reach is so far, or farther."""


@dataclass(frozen=True, slots=True)
class Clicks:
    """What can be reached from the home page by one click and by two.

    Attributes:
        home: key of the home page; empty if it was not read.
        whole: all pages of the site's own were read that the home page links to.
    """

    home: str
    first: frozenset[str]
    second: frozenset[str]
    whole: bool

    def to(self, url: str) -> int:
        """The number of clicks to an address, at most `FAR`."""
        key = page_key(url)
        if key == self.home:
            return 0
        return 1 if key in self.first else 2 if key in self.second else FAR


def clicks(readings: Readings) -> Clicks:
    """The ways from the home page, two clicks deep."""
    start = readings.start
    pages = {page_key(page.url): page for page in readings.content}
    home = page_key(start)
    links = {
        key: frozenset(page_key(link.url) for link in page.links if link.url and not link.hidden)
        for key, page in pages.items()
    }
    first = links.get(home, frozenset())
    near = [key for key in first if same_site(key.partition("/")[0].partition(":")[0], host(start))]
    second = frozenset().union(*(links[key] for key in near if key in links))
    whole = home in pages and all(key in links for key in near)
    return Clicks(home if home in pages else "", first, second, whole)
