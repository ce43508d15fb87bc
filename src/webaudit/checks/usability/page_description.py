"""Check `page-description`."""

from collections import Counter
from collections.abc import Iterator

from webaudit.model.check import Category, Severity, check
from webaudit.model.evidence import Home, Readings
from webaudit.model.finding import Location, Verdict, cant_tell, failed, passed
from webaudit.standards import web
from webaudit.vocabulary import leftovers

SHOWN_CHARACTERS = 150

_FEW_PARTS, _FEW_WORDS = 6, 3
"""Parts between commas, and words of a part: as many of so few are a list and no sentence."""

FEW_PAGES = 3
"""Fewer do not show that all say the same."""


@check(
    id="page-description",
    title="Pages describe themselves for the results of search engines",
    category=Category.USABILITY,
    severity=Severity.MINOR,
    sources=(web.SNIPPETS,),
    remedy="Give the home page and each page of the menu a description of one or two sentences: what it is "
    "about, for whom. In WordPress: install a plug-in for search engines and fill in the field for the "
    "description below the editor.",
    since="0.2.0",
    sole_target=True,
)
def page_description(home: Home, readings: Readings) -> Iterator[Verdict]:
    """A search engine shows the description below the title; without it, some words from a menu.

    It is what people decide by whether this is the page that they look for.

    Target: the site, once; the home page and the other captured pages of content.
    Expectation: the home page has a description, which is not the sample of a theme; at least half of the
        pages have one; and they do not all say the same.
    Limits: whether a description is true and useful is left to people.

    Passed:
        ```json
        {"home": {"kind": "content", "hops": [{"url": "https://a.example/", "status": 200}]},
         "readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content",
            "description": "Layanan kesehatan bagi warga Jawa Barat."}]}}
        ```

    Failed (home-missing, leftover):
        ```json
        {"home": {"kind": "content", "hops": [{"url": "https://a.example/", "status": 200}]},
         "readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content"}]}}
        {"home": {"kind": "content", "hops": [{"url": "https://a.example/", "status": 200}]},
         "readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content",
            "description": "Just another WordPress site"}]}}
        ```

    Failed (keywords):
        ```json
        {"home": {"kind": "content", "hops": [{"url": "https://a.example/", "status": 200}]},
         "readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content",
            "description": "PPID, Pengaduan, LAPOR, Maklumat Pelayanan, Renstra, LKjIP, Kontak"}]}}
        ```

    Failed (missing, same):
        ```json
        {"home": {"kind": "content", "hops": [{"url": "https://a.example/", "status": 200}]},
         "readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content",
            "description": "Layanan kesehatan bagi warga."}, {"url": "https://a.example/b", "status": 200,
            "kind": "content"}, {"url": "https://a.example/c", "status": 200, "kind": "content"}]}}
        {"home": {"kind": "content", "hops": [{"url": "https://a.example/", "status": 200}]},
         "readings": {"pages": [{"url": "https://a.example/", "status": 200, "kind": "content",
            "description": "Situs dinas."}, {"url": "https://a.example/b", "status": 200, "kind": "content",
            "description": "Situs dinas."}, {"url": "https://a.example/c", "status": 200, "kind": "content",
            "description": "Situs dinas."}]}}
        ```

    CantTell (no-page):
        ```json
        {"home": {"kind": "blocked", "hops": [{"url": "https://a.example/", "status": 403}]},
         "readings": {"pages": []}}
        ```
    """
    pages = readings.content
    first = next((page for page in pages if page.url == home.final_url), None)
    if first is None:
        yield cant_tell(home.final_url, "no-page", "the home page could not be read")
        return
    said = Counter(page.description for page in pages)
    without = [page.url for page in pages if not page.description]
    shown = first.description[:SHOWN_CHARACTERS]
    here = Location(first.url, snippet=shown)
    if not shown:
        yield failed(first.url, "home-missing", "the home page has no description")
    elif leftover := leftovers().in_title(shown):
        message = "the description of the home page is that of a theme: “{phrase}”"
        yield failed(here, "leftover", message, phrase=leftover)
    elif _is_keywords(first.description):
        yield failed(here, "keywords", "the description of the home page is a list of keywords")
    elif len(without) * 2 > len(pages):
        message = "{count} of {pages} pages read have no description, such as {url}"
        yield failed(without[0], "missing", message, count=len(without), pages=len(pages), url=without[0])
    elif len(pages) >= FEW_PAGES and said[first.description] == len(pages):
        message = "all {pages} pages read have the same description: “{description}”"
        yield failed(here, "same", message, pages=len(pages), description=shown)
    else:
        yield passed(here)


def _is_keywords(description: str) -> bool:
    """Whether a description is a list of keywords."""
    parts = [part.split() for part in description.split(",")]
    return len(parts) >= _FEW_PARTS and sum(map(len, parts)) <= _FEW_WORDS * len(parts)
