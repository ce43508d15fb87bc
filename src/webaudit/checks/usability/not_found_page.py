"""Check `not-found-page`."""

from collections.abc import Iterator

from webaudit.extract.urls import host, page_key, same_site
from webaudit.model.check import Category, Severity, check
from webaudit.model.evidence import Home
from webaudit.model.finding import Verdict, cant_tell, failed, passed
from webaudit.model.home_page import NotFound
from webaudit.model.reading import PageKind, Reading
from webaudit.standards import ietf, web
from webaudit.vocabulary import languages, plain

_MISSING = (404, 410)
_STRANGERS = (PageKind.BLOCKED, PageKind.PARKED, PageKind.LOGIN)
"""Kinds of page that somebody or something else sends in the site's place."""

BARE_WORDS = 80
"""What web servers say by themselves is shorter."""


@check(
    id="not-found-page",
    title="Who opens an address that does not exist is told so, and shown a way back",
    category=Category.USABILITY,
    severity=Severity.MINOR,
    sources=(ietf.HTTP_NOT_FOUND, web.SOFT_404),
    remedy="Give the site an error page of its own, in Indonesian, with the menu and a link to the home "
    "page, sent with status 404. In WordPress the theme has one: switch off plug-ins that send missing "
    "addresses to the home page, and change its text under Appearance, Editor.",
    since="0.2.0",
    sole_target=True,
)
def not_found_page(not_found: NotFound, home: Home) -> Iterator[Verdict]:
    """Old links and typing errors lead to pages that are not there: a good error page is a signpost.

    A server that answers "all is well" instead, or sends everybody to the home page, leaves visitors guessing
    and fills search engines with pages that do not exist.

    Target: the answer to one address on the site that cannot exist.
    Expectation: status 404 or 410, with a page that is not in a foreign language and links to the site.
    Limits: one address beside the home page is asked. The language is told by common words of the page, its
        menu included. Who turns the auditor away, or has trouble for the moment, is left open.

    Passed:
        ```json
        {"home": {"kind": "content", "hops": [{"url": "https://dinas.example/", "status": 200}]},
         "not_found": {"hops": [{"url": "https://dinas.example/x1", "status": 404}], "reading": {
            "url": "https://dinas.example/x1", "status": 404, "kind": "error", "words": 6,
            "text": "Halaman tidak ditemukan. Kembali ke beranda",
            "links": [{"href": "/", "url": "https://dinas.example/", "text": "beranda"}]}}}
        ```

    Failed (soft-404-status, redirects-home, bare-error):
        ```json
        {"home": {"kind": "content", "hops": [{"url": "https://dinas.example/", "status": 200}]},
         "not_found": {"hops": [{"url": "https://dinas.example/x1", "status": 200}], "reading": {
            "url": "https://dinas.example/x1", "status": 200, "kind": "soft-404"}}}
        {"home": {"kind": "content", "hops": [{"url": "https://dinas.example/", "status": 200}]},
         "not_found": {"hops": [
            {"url": "https://dinas.example/x1", "status": 301, "location": "https://dinas.example/"},
            {"url": "https://dinas.example/", "status": 200}]}}
        {"home": {"kind": "content", "hops": [{"url": "https://dinas.example/", "status": 200}]},
         "not_found": {"hops": [{"url": "https://dinas.example/x1", "status": 404}], "reading": {
            "url": "https://dinas.example/x1", "status": 404, "kind": "error", "words": 11,
            "text": "Not Found The requested URL was not found on this server."}}}
        ```

    Failed (way-back-missing, foreign-language):
        ```json
        {"home": {"kind": "content", "hops": [{"url": "https://dinas.example/", "status": 200}]},
         "not_found": {"hops": [{"url": "https://dinas.example/x1", "status": 404}], "reading": {
            "url": "https://dinas.example/x1", "status": 404, "kind": "error", "words": 3,
            "text": "Halaman tidak ditemukan"}}}
        {"home": {"kind": "content", "hops": [{"url": "https://dinas.example/", "status": 200}]},
         "not_found": {"hops": [{"url": "https://dinas.example/x1", "status": 404}], "reading": {
            "url": "https://dinas.example/x1", "status": 404, "kind": "error", "words": 8,
            "text": "Oops! That page can not be found. Home",
            "links": [{"href": "/", "url": "https://dinas.example/", "text": "Home"}]}}}
        ```

    CantTell (unclear):
        ```json
        {"home": {"kind": "content", "hops": [{"url": "https://dinas.example/", "status": 200}]},
         "not_found": {"hops": [{"url": "https://dinas.example/x1", "status": 503}]}}
        ```
    """
    last = not_found.hops[-1]
    url, reading = not_found.hops[0].url, not_found.reading
    end = last.location or last.url
    if page_key(end) in {page_key(hop.url) for hop in home.hops} and last.failure is None:
        yield failed(
            url, "redirects-home", "an address that does not exist leads to the home page, without a word"
        )
    elif last.failure or last.status is None or (reading and reading.kind in _STRANGERS):
        yield _unclear(url)
    elif last.status in _MISSING:
        yield _on_page(url, reading)
    elif 200 <= last.status < 300:
        message = "an address that does not exist is answered with status {status}, as if it did"
        yield failed(url, "soft-404-status", message, status=last.status)
    else:
        yield _unclear(url)


def _unclear(url: str) -> Verdict:
    return cant_tell(url, "unclear", "what an address that does not exist answers could not be seen")


def _on_page(url: str, reading: Reading | None) -> Verdict:
    """The verdict on a page that says that there is none."""
    if reading is None:
        return _bare(url)
    said = plain(f"{reading.title} {reading.text}").split()
    indonesian = any(word in languages().indonesian for word in said)
    if not any(same_site(host(link.url), host(url)) for link in reading.links if link.url):
        if not indonesian and reading.words <= BARE_WORDS:
            return _bare(url)
        return failed(url, "way-back-missing", "the page for missing addresses has no link to the site")
    if not indonesian and any(word in languages().english for word in said):
        return failed(url, "foreign-language", "the page for missing addresses is not in Indonesian")
    return passed(url)


def _bare(url: str) -> Verdict:
    message = "for a missing address the web server shows its own bare error page"
    return failed(url, "bare-error", message)
