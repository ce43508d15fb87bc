"""Which pages of a site say something of their own."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from webaudit.model.reading import Reading
from webaudit.vocabulary import particles
from webaudit.vocabulary.word import words_of_letters

LEAST_OWN_WORDS = 10
"""Different words that a page says and hardly another does; a heading and a greeting have fewer."""

FEW_PAGES = 3
"""An article's words stand on its page, in the list of news, and on the home page.

A share of the pages would not do: each page that is added would then lift others over it.
"""

LEAST_JOINTS = 3
"""Own words that a particle leads in: sentences have them, lists of names and headings hardly one."""

_CHARACTERS = 20_000
_SHORTEST = 3
"""Letters of an own word."""


def thin_pages(pages: Iterable[Reading], start: str) -> frozenset[str]:
    """The addresses of the pages that say next to nothing that others of the site do not say too.

    Menus and footers, copies, and pages that differ by a number or a name are told by what they share, so
    that no template has to be known. A page with words of its own, but neither sentences nor a link, is a
    list of keywords. A page that is added can make others thin, never the reverse.

    Args:
        pages: with content.
        start: address of the home page, which always stands for itself.
    """
    read = {page.url: page for page in pages}
    said: dict[tuple[str, ...], list[str]] = {}
    links: dict[str, tuple[str, ...]] = {}
    word_on: Counter[str] = Counter()
    link_on: Counter[str] = Counter()
    for url, page in read.items():
        words = tuple(words_of_letters(page.text[:_CHARACTERS].lower()))
        said.setdefault(words, []).append(url)
        word_on.update(dict.fromkeys(words).keys())
        links[url] = tuple(dict.fromkeys([link.url for link in page.links if link.url != url]))
        link_on.update(links[url])
    rare = frozenset(
        [word for word, pages in word_on.items() if pages <= FEW_PAGES and len(word) >= _SHORTEST]
    )
    return frozenset(
        url
        for words, urls in said.items()
        for url in urls
        if url != start and (len(urls) > 1 or not _says_something(words, links[url], rare, link_on))
    )


def _says_something(
    words: Sequence[str], links: Iterable[str], rare: frozenset[str], link_on: Mapping[str, int]
) -> bool:
    """Whether a page has words of its own, and joins them to sentences or leads on from them."""
    own = rare.intersection(words)
    if len(own) < LEAST_OWN_WORDS:
        return False
    if any(link and link_on[link] <= FEW_PAGES for link in links):
        return True
    joining = particles()
    return sum(first in joining and second in own for first, second in pairwise(words)) >= LEAST_JOINTS
