"""Check `open-graph`."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from webaudit.extract.metas import page_metas
from webaudit.extract.urls import is_home
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, failed, passed
from webaudit.model.page import Page
from webaudit.standards import web

_IMAGES = ("og:image", "og:image:url", "og:image:secure_url")
_ARTICLE_PATH = re.compile(
    r"/(?:berita|news|artikel|article|pengumuman|siaran-?pers|kabar|post|posts|blog)"
    r"/(?!(?:kategori|category|tag|label|arsip|halaman|page)\b)[^/]{8,}/?$"
    r"|/(?:19|20)\d\d/\d{1,2}/(?:\d{1,2}/)?[^/]{8,}/?$",
    re.IGNORECASE,
)
_ARTICLE_DATA = re.compile(r'"@type"\s*:\s*"(?:News|Blog|Report)?(?:Article|Posting)"')
_ARTICLE_CLASS = re.compile(r"(?:^|\s)single-post(?:\s|$)")
DATA_CHARACTERS = 20_000


@check(
    id="open-graph",
    title="Shared links show a title and a picture",
    category=Category.USABILITY,
    severity=Severity.MINOR,
    sources=(web.OPEN_GRAPH,),
    remedy="Give the home page and every news article the lines og:title and og:image. In WordPress: install "
    "a plug-in for search engines, choose a picture in its settings for social media, and set a Featured "
    "Image for every post.",
    since="0.2.0",
    sole_target=True,
)
def open_graph(page: Page) -> Iterator[Verdict]:
    """News of an agency travels by WhatsApp and Facebook, where a link shows what these two lines give it.

    Without them a link from the agency looks like any link, also like a fraud's.

    Target: the home page, and each captured page that is an article by its address, by the class that
        WordPress gives it, or by its own data for search engines.
    Expectation: `og:title` and `og:image` are given, are not empty, and the image has a whole address.
    Limits: whether the image can be loaded is not asked.

    Passed:
        ```html
        <html lang="id"><body class="single-post"><meta property="og:title" content="Imunisasi gratis">
        <meta property="og:image" content="https://dinkes.example/foto.jpg">
        ```

    Failed (preview-missing):
        ```html
        <html lang="id"><body class="single-post"><h1>Imunisasi gratis</h1>
        ```

    Failed (title-missing):
        ```html
        <html lang="id"><body class="single-post">
        <meta property="og:image" content="https://dinkes.example/foto.jpg">
        ```

    Failed (image-missing):
        ```html
        <html lang="id"><body class="single-post"><meta property="og:title" content="Imunisasi gratis">
        <meta property="og:image" content="">
        ```

    Failed (image-relative):
        ```html
        <html lang="id"><body class="single-post"><meta property="og:title" content="Imunisasi gratis">
        <meta property="og:image" content="/foto.jpg">
        ```
    """
    if not (is_home(page.url) or _is_article(page)):
        return
    named = page_metas(page)
    title = any(named.get("og:title", ()))
    images = [said for name in _IMAGES for said in named.get(name, ()) if said]
    if not title and not images:
        message = "the page gives shared links neither a title (og:title) nor a picture (og:image)"
        yield failed(None, "preview-missing", message)
    elif not title:
        yield failed(None, "title-missing", "the page gives shared links no title (og:title)")
    elif not images:
        yield failed(None, "image-missing", "the page gives shared links no picture (og:image)")
    elif not any(image.startswith(("https://", "http://")) for image in images):
        message = "the picture for shared links has no whole address: og:image “{image}”"
        yield failed(None, "image-relative", message, image=images[0][:200])
    else:
        yield passed(None)


def _is_article(page: Page) -> bool:
    if _ARTICLE_PATH.search(urlsplit(page.url).path):
        return True
    if any(_ARTICLE_CLASS.search(body.get("class", "")) for body in page.elements("body")):
        return True
    return any(
        _ARTICLE_DATA.search((script.text or "")[:DATA_CHARACTERS])
        for script in page.elements("script")[:100]
        if script.get("type", "").strip().lower() == "application/ld+json"
    )
