"""Check `template-leftovers`."""

import re
from collections.abc import Iterator
from dataclasses import replace

from webaudit.extract.said import Said, headings, saying
from webaudit.extract.urls import host
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, failed, passed
from webaudit.model.page import Page
from webaudit.model.reading import Landmark
from webaudit.standards import indonesia
from webaudit.vocabulary import leftovers

LABEL_CHARACTERS = 20
"""Of the link to an account; a longer text is a sentence that speaks of the network."""

_PARTS = re.compile(r"\s+[-|–—·»]+\s+")


@check(
    id="template-leftovers",
    title="Nothing is left of the theme's sample content",
    category=Category.FRESHNESS,
    severity=Severity.MODERATE,
    sources=(indonesia.UU_14_2008, indonesia.PERKI_1_2021),
    remedy="Replace what came with the theme by your own, or delete it. In WordPress: delete “Sample Page” "
    "and “Hello world!”, write the Site Title and Tagline under Settings, General, and look through "
    "Appearance, Widgets and Appearance, Customize for sample addresses and icons.",
    since="0.2.0",
)
def template_leftovers(page: Page) -> Iterator[Verdict]:
    """Sample texts and addresses of a theme tell citizens that nobody looks after the site.

    An address in New York or a telephone number of nobody also sends them the wrong way.

    Target: each captured page, by its title, its text, and its links to social networks outside the main
        part.
    Expectation: none is what themes, templates and fresh installations bring along: titles that say
        “template”, “Lorem ipsum”, “Hello world!”, addresses and numbers of people who do not exist, icons
        that lead to the home page of a network and to no account.
    Limits: only what is in the vocabulary is known; an article that speaks of templates is not meant.

    Passed:
        ```html
        <html lang="id"><title>Profil - Dinas Kesehatan</title><footer>
        <a href="https://www.facebook.com/dinkes">Facebook</a></footer>
        ```

    Failed (theme-title):
        ```html
        <html lang="id"><title>Acme - Responsive HTML5 Template</title>
        ```

    Failed (placeholder-text):
        ```html
        <html lang="id"><title>Profil</title><h1>Profil</h1><p>Lorem ipsum dolor sit amet.
        ```

    Failed (sample-contact):
        ```html
        <html lang="id"><title>Kontak</title><p>123 Street, New York
        ```

    Failed (no-account):
        ```html
        <html lang="id"><title>Profil</title><footer><a href="https://facebook.com/"></a></footer>
        ```
    """
    words, told = leftovers(), saying(page)
    found = [
        ("theme-title", "the title is that of a theme: “{phrase}”", words.in_title(page.reading.title)),
        ("placeholder-text", "the page still holds the sample text “{phrase}”", _sample(page, told)),
        (
            "sample-contact",
            "the page shows the sample address or number “{phrase}”",
            match[0]
            if words.contacts.may_stand_in(told.distinct) and (match := words.contacts.search(told.text))
            else "",
        ),
        (
            "no-account",
            "a link to a social network leads to no account: {phrase}",
            next(_accountless(page), ""),
        ),
    ]
    sound = True
    for code, message, phrase in found:
        if phrase:
            sound = False
            # What is left of a theme stands on every page: one cause, wherever it is shown.
            here = replace(page.locate(page.root), xpath="", line=None, snippet=phrase)
            yield failed(here, code, message, phrase=phrase)
    if sound:
        yield passed(None)


def _sample(page: Page, told: Said) -> str:
    """The sample text that the page shows anywhere, or that is its title or main heading; empty if none."""
    words = leftovers()
    if words.anywhere.may_stand_in(told.distinct) and (match := words.anywhere.search(told.text)):
        return match[0]
    for heading in headings(page):
        for part in _PARTS.split(heading):
            if (whole := part.strip(" .!?:")) in words.headings:
                return whole
    return ""


def _accountless(page: Page) -> Iterator[str]:
    """Addresses of links that promise an account at a social network, and lead to its home page."""
    networks = leftovers().networks
    for link in page.reading.links:
        if (
            link.url.endswith("/")
            and link.url.count("/") == 3
            and link.landmark is not Landmark.MAIN
            and len(link.text) <= LABEL_CHARACTERS
            and host(link.url).removeprefix("www.") in networks
        ):
            yield link.href[:200]
