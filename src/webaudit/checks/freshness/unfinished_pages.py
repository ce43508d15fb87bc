"""Check `unfinished-pages`."""

import re
from collections.abc import Iterator
from functools import lru_cache

from webaudit.extract.said import headings, saying
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, failed, passed
from webaudit.model.page import Page
from webaudit.standards import indonesia
from webaudit.vocabulary import unfinished

FEW_WORDS = 60
"""Menu and footer included: a page that says less has no article in which the phrase could be a quotation."""

_LONGER = 2
"""Words that a title may have beside the phrase: "Coming Soon!", "Halaman Belum Ada Data"."""

_PARTS = re.compile(r"\s+[-|–—·»]+\s+")

_MESSAGES = {
    "under-construction": "the page says that it is not ready: “{phrase}”",
    "no-content": "the page says that it has no content: “{phrase}”",
    "server-page": "the page is the server's own, not the agency's: “{phrase}”",
    "program-error": "the page shows an error of the program behind it: “{phrase}”",
}


@check(
    id="unfinished-pages",
    title="No page is unfinished",
    category=Category.FRESHNESS,
    severity=Severity.MODERATE,
    sources=(indonesia.UU_14_2008, indonesia.PERKI_1_2021),
    remedy="Finish the page, or take it out of the menu until it is finished. In WordPress: move it to "
    "Draft.",
    since="0.1.0",
    sole_target=True,
)
def unfinished_pages(page: Page) -> Iterator[Verdict]:
    """A menu entry that leads to “coming soon” promises what is not there.

    Target: each captured page.
    Expectation: it shows no error of its program; and neither its title nor its main heading, nor all of
        it where it is very short, says that it is not ready.
    Limits: precision comes first: an article that speaks of such words, or announces an event that comes
        soon, is not meant. A page that is empty but does not say so is not found. Sample texts are for
        `template-leftovers`.

    Passed:
        ```html
        <html lang="id"><title>Agenda</title><h1>Festival Film Segera Hadir di Bandung</h1>
        ```

    Failed (under-construction):
        ```html
        <html lang="id"><title>Layanan - Dinas Kesehatan</title><h1>Coming Soon!</h1>
        ```

    Failed (no-content):
        ```html
        <html lang="id"><title>Agenda - Dinas Kesehatan</title><h1>Agenda</h1><p>Belum ada data.
        ```

    Failed (server-page):
        ```html
        <html><title>Index of /uploads</title><h1>Index of /uploads</h1><a href="../">Parent Directory</a>
        ```

    Failed (program-error):
        ```html
        <html lang="id"><title>Berita</title><p>SQLSTATE[HY000] [2002] Connection refused
        ```
    """
    code, phrase = _in_text(page) or _in_headings(page) or ("", "")
    if code:
        yield failed(None, code, _MESSAGES[code], phrase=phrase)
    else:
        yield passed(None)


def _in_text(page: Page) -> tuple[str, str] | None:
    """The (code, phrase) that the page's text shows; None if it shows none."""
    told, words = saying(page), unfinished()
    for code, phrases in words.anywhere:
        if phrases.may_stand_in(told.distinct) and (match := phrases.search(told.text)):
            return code, match[0]
    if page.reading.words < FEW_WORDS and not words.events.search(told.text):
        for code, phrases in words.alone:
            if match := phrases.search(told.text):
                return code, match[0]
    return None


def _in_headings(page: Page) -> tuple[str, str] | None:
    """The (code, phrase) that is a whole title or main heading, or a part of one between dashes."""
    said_so = (_in_heading(part) for heading in headings(page) for part in _PARTS.split(heading))
    return next(filter(None, said_so), None)


# Each title of a site ends in the site's name.
@lru_cache(maxsize=1024)
def _in_heading(part: str) -> tuple[str, str] | None:
    """The (code, phrase) that this part of a heading is; None if it is none."""
    for code, phrases in unfinished().alone:
        match = phrases.search(part)
        if match and _stands_alone(part, match, code):
            return code, match[0]
    return None


def _stands_alone(part: str, match: re.Match[str], code: str) -> bool:
    """Whether the phrase is what this part of a title says, not one word among others."""
    if code == "server-page" and match.start() == 0:
        return True
    return len(part.split()) <= len(match[0].split()) + _LONGER and not unfinished().events.search(part)
