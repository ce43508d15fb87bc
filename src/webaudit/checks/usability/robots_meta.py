"""Check `robots-meta`."""

import re
from collections.abc import Iterator

from webaudit.extract.metas import page_metas
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, failed, passed
from webaudit.model.page import Page
from webaudit.standards import web

ENGINES = ("robots", "googlebot", "bingbot")
"""All search engines, and the two by which nearly all citizens search."""

# Lists and results of searches repeat what stands on pages of its own, and many sites rightly leave them out.
_REPEATS = re.compile(
    r"/(?:tag|tags|author|penulis|category|kategori|label|search|cari|pencarian|arsip|archives?|print"
    r"|cetak|feed|login|masuk|terima-?kasih|thank-?you|attachment)(?:[/.?]|$)"
    r"|/(?:page|halaman)/\d|/(?:19|20)\d\d(?:/\d{1,2}){0,2}/?$"
    r"|[?&](?!(?:p|page_id|id|lang)=)[\w\[\]%-]+=",
    re.IGNORECASE,
)
_AGENT = re.compile(r"\s*([a-z][\w-]*)\s*:\s*(.*)", re.DOTALL)
_VALUED = ("unavailable_after", "max-snippet", "max-image-preview", "max-video-preview")


@check(
    id="robots-meta",
    title="Search engines may list every page of content",
    category=Category.USABILITY,
    severity=Severity.SERIOUS,
    sources=(web.ROBOTS_META,),
    remedy="Allow search engines to list the page. In WordPress: Settings, Reading, take the tick away from "
    "“Discourage search engines from indexing this site”; for one page look into the box of the plug-in "
    "for search engines below the editor.",
    since="0.2.0",
    sole_target=True,
)
def robots_meta(page: Page) -> Iterator[Verdict]:
    """Citizens look for a service by a search engine; a page that forbids it is not found.

    Often the order was given while the site was being built, and forgotten.

    Target: each captured page but lists by tag, month or author, results of searches, and what is
        addressed by parameters.
    Expectation: neither a `meta` element nor the field X-Robots-Tag of the answer says `noindex`,
        `nofollow` or `none` to all search engines, to Google or to Bing.
    Limits: what robots.txt forbids is not meant here.

    Passed:
        ```html
        <html lang="id"><meta name="robots" content="index, follow"><h1>Layanan</h1>
        ```

    Failed (noindex):
        ```html
        <html lang="id"><meta name="robots" content="noindex, nofollow"><h1>Layanan</h1>
        ```

    Failed (nofollow):
        ```html
        <html lang="id"><meta name="robots" content="nofollow"><h1>Layanan</h1>
        ```
    """
    if _REPEATS.search(f"/{page.url.partition('://')[2].partition('/')[2]}"):
        return
    said = _orders(page)
    if "noindex" in said or "none" in said:
        yield failed(None, "noindex", "the page tells search engines not to list it: “{order}”", order=said)
    elif "nofollow" in said:
        message = "the page tells search engines not to follow its links: “{order}”"
        yield failed(None, "nofollow", message, order=said)
    else:
        yield passed(None)


def _orders(page: Page) -> str:
    """All that is ordered to the search engines that count, in lower case."""
    named = page_metas(page)
    orders = [said for engine in ENGINES for said in named.get(engine, ())]
    for field, value in page.exchange.headers:
        if field == "x-robots-tag":
            match = _AGENT.match(value.lower())
            if match is None or match[1] in _VALUED:
                orders.append(value)
            elif match[1] in ENGINES:
                orders.append(match[2])
    return ", ".join(orders).lower()[:200]
