"""Check `injected-paths`."""

from collections.abc import Iterator

from webaudit.extract.planted import planted, strangers, weighed
from webaudit.extract.urls import host, normalise, registrable
from webaudit.model.check import Category, Measured, Severity, check
from webaudit.model.document import Documents, Pdf
from webaudit.model.evidence import Home, Readings, Robots, Sitemaps
from webaudit.model.feed import Feeds
from webaudit.model.finding import Measure, Verdict, cant_tell, failed, passed
from webaudit.model.record import Failure
from webaudit.standards import indonesia


@check(
    id="injected-paths",
    title="No address or file of the site has the name of a gambling page",
    category=Category.INTEGRITY,
    severity=Severity.CRITICAL,
    sources=(indonesia.BSSN_1_2024, indonesia.BSSN_4_2021),
    remedy="Tell the CSIRT of your region at once and keep the evidence. Look on the server for folders and "
    "files that nobody of yours made, restore the site from a clean backup and change all passwords. In "
    "WordPress: look for .php and .html files under wp-content/uploads, and for a sitemap.xml or robots.txt "
    "that no plug-in made.",
    since="0.3.0",
    sole_target=True,
    heuristic=True,
    measured=Measured(precision=0.99, recall=0.94, pages=461, data="tests/data/injected-phrases.txt"),
)
def injected_paths(
    home: Home,
    robots: Robots | Failure,
    sitemaps: Sitemaps | Failure,
    feeds: Feeds | Failure,
    documents: Documents,
    readings: Readings | Failure,
) -> Iterator[Verdict]:
    """Gangs add whole folders of gambling pages that no menu leads to, and tell search engines of them.

    The officer never sees them; the sitemap and robots.txt name them all.

    Target: the site, once: the addresses in its sitemaps and feeds, the sitemaps that robots.txt names, and
        the PDF files that its pages link to, with the titles that those tell.
    Expectation: none has the name of a gambling page, or one in a script of East Asia, and the sitemaps do
        not name dozens of pages in folders that no captured page links to.
    Limits: headlines of reports about gambling are told by their words, and a single one is never held
        against the site. Addresses of searches, tags and comments are made without a break-in, and only
        suspected.

    Passed:
        ```json
        {"home": {"kind": "content", "hops": [{"url": "https://a.go.id/", "status": 200}]},
         "robots": {"status": 404}, "documents": {}, "readings": {"pages": []},
         "sitemaps": {"entries": [
            {"url": "https://a.go.id/berita/satgas-blokir-situs-judi-online-dan-togel"},
            {"url": "https://a.go.id/layanan/slot-waktu-kunjungan"}]}}
        ```

    Failed (doorways, uploads, robots):
        ```json
        {"home": {"kind": "content", "hops": [{"url": "https://a.go.id/", "status": 200}]},
         "robots": {"status": 404}, "documents": {}, "readings": {"pages": []},
         "sitemaps": {"entries": [
            {"url": "https://a.go.id/slot-gacor-maxwin/"}, {"url": "https://a.go.id/toto-macau-live-draw/"},
            {"url": "https://a.go.id/bandar-togel-slot-online/"}]}}
        {"home": {"kind": "content", "hops": [{"url": "https://a.go.id/", "status": 200}]},
         "robots": {"status": 404}, "documents": {}, "readings": {"pages": []},
         "sitemaps": {"entries": [
            {"url": "https://a.go.id/wp-content/uploads/2025/slot-gacor.html"}]}}
        {"home": {"kind": "content", "hops": [{"url": "https://a.go.id/", "status": 200}]},
         "robots": {"status": 200, "sitemaps": ["https://a.go.id/togel/sitemap.xml"]},
         "documents": {},
         "readings": {"pages": []}, "sitemaps": {"entries": []}}
        ```

    CantTell (suspect, searches, unlinked, unread):
        ```json
        {"home": {"kind": "content", "hops": [{"url": "https://a.go.id/", "status": 200}]},
         "robots": {"status": 404}, "sitemaps": {"entries": []}, "readings": {"pages": []},
         "documents": {"found": [
            {"url": "https://a.go.id/file/situs-slot-gacor-maxwin.pdf"}]}}
        {"home": {"kind": "content", "hops": [{"url": "https://a.go.id/", "status": 200}]},
         "robots": {"status": 404}, "documents": {}, "readings": {"pages": []},
         "sitemaps": {"entries": [
            {"url": "https://a.go.id/?s=slot+gacor+maxwin"}]}}
        {"home": {"kind": "content", "hops": [{"url": "https://a.go.id/", "status": 200}]},
         "robots": {"status": 404}, "documents": {}, "readings": {"pages": []},
         "sitemaps": {"entries": [
            {"url": "https://a.go.id/avq/1.html"}, {"url": "https://a.go.id/avq/2.html"},
            {"url": "https://a.go.id/awq/1.html"}, {"url": "https://a.go.id/awq/2.html"},
            {"url": "https://a.go.id/axq/1.html"}, {"url": "https://a.go.id/axq/2.html"},
            {"url": "https://a.go.id/ayq/1.html"}, {"url": "https://a.go.id/ayq/2.html"},
            {"url": "https://a.go.id/azq/1.html"}, {"url": "https://a.go.id/azq/2.html"},
            {"url": "https://a.go.id/bvq/1.html"}, {"url": "https://a.go.id/bvq/2.html"},
            {"url": "https://a.go.id/bwq/1.html"}, {"url": "https://a.go.id/bwq/2.html"},
            {"url": "https://a.go.id/bxq/1.html"}, {"url": "https://a.go.id/bxq/2.html"},
            {"url": "https://a.go.id/byq/1.html"}, {"url": "https://a.go.id/byq/2.html"},
            {"url": "https://a.go.id/bzq/1.html"}, {"url": "https://a.go.id/bzq/2.html"},
            {"url": "https://a.go.id/cvq/1.html"}, {"url": "https://a.go.id/cvq/2.html"},
            {"url": "https://a.go.id/cwq/1.html"}, {"url": "https://a.go.id/cwq/2.html"},
            {"url": "https://a.go.id/cxq/1.html"}, {"url": "https://a.go.id/cxq/2.html"},
            {"url": "https://a.go.id/cyq/1.html"}, {"url": "https://a.go.id/cyq/2.html"},
            {"url": "https://a.go.id/czq/1.html"}, {"url": "https://a.go.id/czq/2.html"}]}}
        {"home": {"kind": "content", "hops": [{"url": "https://a.go.id/", "status": 200}]},
         "robots": {"status": 404}, "documents": {}, "readings": {"pages": []},
         "sitemaps": {"reason": "timeout"}}
        ```
    """
    own = host(home.final_url)
    maps = robots.sitemaps if isinstance(robots, Robots) else ()
    named = next(planted(((url, "") for url in maps), own), None)
    if named is not None:
        message = "robots.txt names a sitemap of gambling pages: {address}"
        yield failed(normalise("/robots.txt", home.final_url), "robots", message, address=_shown(named.url))
        return
    entries = [(entry.url, "") for entry in sitemaps.entries] if isinstance(sitemaps, Sitemaps) else []
    news = [(item.url, item.title) for item in feeds.items] if isinstance(feeds, Feeds) else []
    names = weighed([*planted([*entries, *news], own), *planted(_files(documents, own), own)])
    if names.certain:
        first, count = names.certain[0], Measure("addresses", len(names.certain))
        code = "uploads" if first.upload else "doorways"
        message = (
            "a gambling page lies where uploaded files belong: {address}"
            if first.upload
            else "{count} addresses have the names of gambling pages, such as {address}"
        )
        yield failed(
            first.url,
            code,
            message,
            measure=count,
            address=_shown(first.url),
            what=first.terms[0],
            count=len(names.certain),
        )
    elif names.suspect:
        first = names.suspect[0]
        message = "“{what}” in the address {address}: it may have been planted"
        yield cant_tell(first.url, "suspect", message, address=_shown(first.url), what=first.terms[0])
    elif names.searches:
        first = names.searches[0]
        message = "strangers put gambling words into searches, tags or comments of the site: {address}"
        yield cant_tell(first.url, "searches", message, address=_shown(first.url), what=first.terms[0])
    elif strange := strangers([url for url, _ in entries], _linked(readings)):
        message = "{count} folders of the sitemap are linked from nowhere on the site, such as {address}"
        measure = Measure("folders", len(strange))
        yield cant_tell(
            strange[0], "unlinked", message, measure=measure, address=_shown(strange[0]), count=len(strange)
        )
    elif isinstance(sitemaps, Failure):
        yield cant_tell(None, "unread", "the sitemap could not be read")
    else:
        yield passed(None)


def _linked(readings: Readings | Failure) -> Iterator[str]:
    """The addresses that pages have, or link to."""
    for page in readings.pages if isinstance(readings, Readings) else ():
        yield page.url
        yield from (link.url for link in page.links if link.url)


def _shown(url: str) -> str:
    """An address that nothing makes a link of: no report leads anybody to a gambling page."""
    return url.partition("://")[2].partition("/")[2][:80]


def _files(documents: Documents, own: str) -> Iterator[tuple[str, str]]:
    """The PDF files of the site itself, each with the title that it tells."""
    titles = {answer.url: answer.pdf.title for answer in documents.answers if isinstance(answer.pdf, Pdf)}
    for document in documents.found:
        url = document.url
        if registrable(host(url)) == registrable(own) and (url in titles or ".pdf" in url.lower()):
            yield url, titles.get(url, "")
