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
    home, own = page_key(readings.start), host(readings.start)
    linked = {
        page_key(page.url): dict.fromkeys(link.url for link in page.links if link.url and not link.hidden)
        for page in readings.content
    }
    # Menus repeat their links on each page.
    keys = {url: page_key(url) for urls in linked.values() for url in urls}
    first = [keys[url] for url in linked.get(home, ())]
    near = [key for key in first if same_site(key.partition("/")[0].partition(":")[0], own)]
    second = frozenset(keys[url] for key in near for url in linked.get(key, ()))
    read = home in linked
    return Clicks(home if read else "", frozenset(first), second, read and all(key in linked for key in near))
