"""Check `sitemap-validity`."""

from collections.abc import Iterator
from datetime import timedelta

from webaudit.extract.urls import host, registrable
from webaudit.model.check import Category, Severity, check
from webaudit.model.evidence import Home, Moment, Sitemaps
from webaudit.model.finding import Verdict, failed, passed
from webaudit.standards import web

MANY_ENTRIES = 10
"""So many pages are not all written on one day."""

EASTERNMOST = timedelta(hours=9)
"""The offset of WIT: somewhere in Indonesia it may be tomorrow already."""

_PROBLEMS = {
    "not-found": ("absent", "there is no sitemap, neither in robots.txt nor at /sitemap.xml"),
    "not-xml": ("broken", "a sitemap is not written in XML"),
    "broken-xml": ("broken", "a sitemap breaks off or is written wrongly (XML)"),
    "broken-gzip": ("broken", "a packed sitemap can not be unpacked"),
    "unescaped-ampersand": ("broken", "a sitemap has addresses with a bare “&”, which must be “&amp;”"),
    "bad-url": ("broken", "a sitemap lists something that is no web address"),
}
"""By the problem's name in the record; what was too large may be so for us alone, and does not count."""


@check(
    id="sitemap-validity",
    title="The site has a sitemap in order",
    category=Category.USABILITY,
    severity=Severity.MINOR,
    sources=(web.SITEMAPS,),
    remedy="Let the site make its own sitemap and name it in robots.txt. WordPress does so by itself at "
    "/wp-sitemap.xml; if it is missing, look under Settings, Reading, whether search engines are "
    "discouraged, and keep one plug-in for sitemaps alone.",
    since="0.2.0",
    sole_target=True,
)
def sitemap_validity(sitemaps: Sitemaps, home: Home, moment: Moment) -> Iterator[Verdict]:
    """Search engines find new announcements by the sitemap, the list of all pages for machines.

    Target: the site, once; all its sitemaps together.
    Expectation: there is one; it can be read, lists pages, and none of another organisation; and it does
        not say of all its pages, ten or more, that they were changed today.
    Limits: a list of ours that was full, and sitemaps that were refused, are no fault of the site's.

    Passed:
        ```json
        {"sitemaps": {"entries": [{"url": "https://a.example/x", "lastmod": "2026-01-02"}]},
         "home": {"kind": "content", "hops": [{"url": "https://a.example/", "status": 200}]},
         "moment": {"at": "2026-07-05T03:00:00Z"}}
        ```

    Failed (absent, broken, broken, broken, broken, broken):
        ```json
        {"sitemaps": {"entries": [], "problems": ["not-found"]}, "moment": {"at": "2026-07-05T03:00:00Z"},
         "home": {"kind": "content", "hops": [{"url": "https://a.example/", "status": 200}]}}
        {"sitemaps": {"entries": [], "problems": ["not-xml"]}, "moment": {"at": "2026-07-05T03:00:00Z"},
         "home": {"kind": "content", "hops": [{"url": "https://a.example/", "status": 200}]}}
        {"sitemaps": {"entries": [], "problems": ["broken-xml"]}, "moment": {"at": "2026-07-05T03:00:00Z"},
         "home": {"kind": "content", "hops": [{"url": "https://a.example/", "status": 200}]}}
        {"sitemaps": {"entries": [], "problems": ["broken-gzip"]}, "moment": {"at": "2026-07-05T03:00:00Z"},
         "home": {"kind": "content", "hops": [{"url": "https://a.example/", "status": 200}]}}
        {"sitemaps": {"entries": [], "problems": ["unescaped-ampersand"]},
         "moment": {"at": "2026-07-05T03:00:00Z"},
         "home": {"kind": "content", "hops": [{"url": "https://a.example/", "status": 200}]}}
        {"sitemaps": {"entries": [], "problems": ["bad-url"]}, "moment": {"at": "2026-07-05T03:00:00Z"},
         "home": {"kind": "content", "hops": [{"url": "https://a.example/", "status": 200}]}}
        ```

    Failed (empty, other-site, all-today):
        ```json
        {"sitemaps": {"entries": []}, "moment": {"at": "2026-07-05T03:00:00Z"},
         "home": {"kind": "content", "hops": [{"url": "https://a.example/", "status": 200}]}}
        {"sitemaps": {"entries": [{"url": "http://localhost/x"}]}, "moment": {"at": "2026-07-05T03:00:00Z"},
         "home": {"kind": "content", "hops": [{"url": "https://a.example/", "status": 200}]}}
        {"sitemaps": {"entries": [
            {"url": "https://a.example/1", "lastmod": "2026-07-05T10:00:00+07:00"},
            {"url": "https://a.example/2", "lastmod": "2026-07-05T10:00:00+07:00"},
            {"url": "https://a.example/3", "lastmod": "2026-07-05T10:00:00+07:00"},
            {"url": "https://a.example/4", "lastmod": "2026-07-05T10:00:00+07:00"},
            {"url": "https://a.example/5", "lastmod": "2026-07-05T10:00:00+07:00"},
            {"url": "https://a.example/6", "lastmod": "2026-07-05T10:00:00+07:00"},
            {"url": "https://a.example/7", "lastmod": "2026-07-05T10:00:00+07:00"},
            {"url": "https://a.example/8", "lastmod": "2026-07-05T10:00:00+07:00"},
            {"url": "https://a.example/9", "lastmod": "2026-07-05T10:00:00+07:00"},
            {"url": "https://a.example/10", "lastmod": "2026-07-05T10:00:00+07:00"}]},
         "home": {"kind": "content", "hops": [{"url": "https://a.example/", "status": 200}]},
         "moment": {"at": "2026-07-05T03:00:00Z"}}
        ```
    """
    problem = next((name for name in _PROBLEMS if name in sitemaps.problems), None)
    if problem is not None:
        code, message = _PROBLEMS[problem]
        yield failed(None, code, message)
        return
    entries = sitemaps.entries
    own = registrable(host(home.final_url))
    hosts = dict.fromkeys(host(entry.url) for entry in entries)
    foreign = {name for name in hosts if registrable(name) != own}
    strange = [entry.url for entry in entries if host(entry.url) in foreign]
    today = {moment.at.date().isoformat(), (moment.at + EASTERNMOST).date().isoformat()}
    if not entries:
        yield failed(None, "empty", "the sitemap lists no page")
    elif strange:
        message = "{count} of {pages} addresses in the sitemap are another site's, such as {url}"
        yield failed(None, "other-site", message, count=len(strange), pages=len(entries), url=strange[0])
    elif len(entries) >= MANY_ENTRIES and all(entry.lastmod[:10] in today for entry in entries):
        message = "the sitemap says of all its {pages} pages that they were changed today"
        yield failed(None, "all-today", message, pages=len(entries))
    else:
        yield passed(None)
