"""Check `canonical-address`."""

from collections.abc import Iterator

from lxml.html import HtmlElement

from webaudit.extract.urls import host, is_home, normalise, registrable
from webaudit.model.check import Category, Severity, check
from webaudit.model.evidence import Purpose
from webaudit.model.finding import Verdict, cant_tell, failed, passed
from webaudit.model.page import Page
from webaudit.standards import ietf, web


@check(
    id="canonical-address",
    title="The address that a page gives as its own is right",
    category=Category.USABILITY,
    severity=Severity.MODERATE,
    sources=(ietf.CANONICAL_RELATION, web.CANONICAL),
    remedy='Let <link rel="canonical"> name the page itself, with https and the site\'s own host, or take it '
    "out. In WordPress: set both addresses under Settings, General, right; keep one plug-in for search "
    "engines alone, and look at the field “Canonical URL” of the page.",
    since="0.2.0",
    sole_target=True,
)
def canonical_address(page: Page) -> Iterator[Verdict]:
    """A page may name its true address, and search engines list that one in its place.

    If it names another site, an old http address or the home page, it makes itself vanish from the results.

    Target: each captured page that names a canonical address.
    Expectation: it names one, which is an address of the same organisation, with https if the page came by
        https, and not the home page unless it is that.
    Limits: a page without one is left to the search engine, which is right. Whether an article that names
        another site was taken from there is left to people.

    Passed:
        ```html
        <html lang="id"><link rel="canonical" href="https://dinas.contohprov.go.id/">
        ```

    Failed (several):
        ```html
        <html lang="id"><link rel="canonical" href="https://dinas.contohprov.go.id/">
        <link rel="canonical" href="https://dinas.contohprov.go.id/beranda">
        ```

    Failed (no-address):
        ```html
        <html lang="id"><link rel="canonical" href="">
        ```

    Failed (other-site):
        ```html
        <html lang="id"><link rel="canonical" href="https://vendor.example/demo">
        ```

    Failed (plain-http):
        ```html
        <html lang="id"><link rel="canonical" href="http://dinas.contohprov.go.id/">
        ```

    Failed (points-home):
        ```html
        <!-- https://dinas.contohprov.go.id/layanan -->
        <html lang="id"><link rel="canonical" href="https://dinas.contohprov.go.id/">
        ```

    CantTell (taken-over):
        ```html
        <!-- https://dinas.contohprov.go.id/berita/imunisasi -->
        <html lang="id"><link rel="canonical" href="https://koran.example/imunisasi">
        ```
    """
    links = [
        link
        for link in page.elements("link")[:500]
        if "canonical" in (link.get("rel") or "")[:100].lower().split()
    ]
    if not links:
        return
    hrefs = dict.fromkeys((link.get("href") or "").strip()[:2_000] for link in links)
    urls = dict.fromkeys(normalise(href, page.url) if href else None for href in hrefs)
    yield _verdict(page, links[0], next(iter(hrefs)), tuple(urls))


def _verdict(page: Page, here: HtmlElement, href: str, urls: tuple[str | None, ...]) -> Verdict:
    """The verdict on all canonical addresses of a page, of which `here` is the first."""
    url = urls[0]
    if url is None:
        return failed(
            here, "no-address", "the canonical address of the page can not be read: “{href}”", href=href[:200]
        )
    if len(urls) > 1:
        return failed(here, "several", "the page names {count} canonical addresses", count=len(urls))
    at_home = page.exchange.purpose is Purpose.HOME or is_home(page.url.partition("?")[0])
    if host(url) != host(page.url) and registrable(host(url)) != registrable(host(page.url)):
        if at_home:
            return failed(here, "other-site", "the home page names another site as its own: {url}", url=url)
        return cant_tell(here, "taken-over", "the page names another site as its origin: {url}", url=url)
    if page.url.startswith("https:") and url.startswith("http:"):
        return failed(
            here, "plain-http", "the canonical address of the page is a plain http one: {url}", url=url
        )
    if is_home(url) and not at_home:
        return failed(here, "points-home", "the page names the home page as its own address: {url}", url=url)
    return passed(here)
