"""Check `mixed-content`."""

import re
from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, failed, passed
from webaudit.model.page import Page
from webaudit.standards import indonesia, web

_ACTIVE = (("script", "src"), ("iframe", "src"), ("frame", "src"), ("object", "data"), ("embed", "src"))
_PASSIVE = (("img", "src"), ("audio", "src"), ("video", "src"), ("video", "poster"), ("source", "src"))
_SETS = ("img", "source")
_FORMS = (("form", "action"), ("button", "formaction"), ("input", "formaction"))

_UPGRADE = "upgrade-insecure-requests"
_SAFE = re.compile(r"http://(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?:[:/?#]|$)", re.IGNORECASE)
"""What never leaves the visitor's device is no mixed content (W3C Secure Contexts, 3.1)."""

_UNLOADED = ("noscript", "template")
_LEVELS = 64
_MOST = 200
"""Addresses of one page that are told."""


@check(
    id="mixed-content",
    title="Secure pages load everything over https",
    category=Category.HTTPS,
    severity=Severity.SERIOUS,
    sources=(web.MIXED_CONTENT, indonesia.BSSN_4_2021),
    remedy="Write https:// in place of http:// in the address that is named. In WordPress: a plug-in such as "
    "Better Search Replace changes the old address in all posts and pages at once; make a backup first.",
    since="0.2.0",
)
def mixed_content(page: Page) -> Iterator[Verdict]:
    """What a secure page loads over plain http can be read and changed on the way.

    Browsers therefore refuse scripts, styles and frames of that kind, and parts of the page stay away. What a
    visitor writes into a form that is sent over http can be read by anybody in between.

    Target: each captured page that came over https.
    Expectation: it loads no script, style sheet, frame, picture, sound or film from an http:// address, and
        sends no form to one.
    Limits: addresses inside style sheets and those that scripts write are not seen. Links to http pages are
        none of this. Where the page has browsers upgrade all such addresses (upgrade-insecure-requests),
        they are as good as https.

    Passed:
        ```html
        <script src="/tema.js"></script><img src="https://foto.example/a.jpg"><a href="http://lama.example/">Arsip</a>
        ```

    Failed (active-content):
        ```html
        <script src="http://statistik.example/hitung.js"></script>
        ```

    Failed (passive-content):
        ```html
        <img src="http://lama.example/logo.png" alt="Logo">
        ```

    Failed (form-over-http):
        ```html
        <form action="http://lama.example/kirim" method="post"><input name="nik"></form>
        ```
    """
    if not page.url.startswith("https:"):
        return
    found = () if _upgrades(page) else tuple(islice(_verdicts(page), _MOST))
    yield from found or (passed(page.root),)


def _verdicts(page: Page) -> Iterator[Verdict]:
    """What is loaded or sent over http, the dangerous first."""
    base = next((one.get("href", "") for one in page.elements("base") if one.get("href")), "")
    under_http = _is_plain(base, under_http=False)
    for tag, attribute in _ACTIVE:
        for element in page.elements(tag):
            if _is_plain(element.get(attribute), under_http) and _is_loaded(element):
                yield _active(element, element.get(attribute, ""))
    for link in page.elements("link"):
        sheet = "stylesheet" in link.get("rel", "").lower().split()
        if sheet and _is_plain(link.get("href"), under_http) and _is_loaded(link):
            yield _active(link, link.get("href", ""))
    for tag, attribute in _FORMS:
        for element in page.elements(tag):
            if _is_plain(element.get(attribute), under_http) and _is_loaded(element):
                message = "what is written into the form is sent over plain http, to {url}"
                yield failed(element, "form-over-http", message, url=element.get(attribute, "").strip()[:200])
    for tag, attribute in _PASSIVE:
        for element in page.elements(tag):
            if _is_plain(element.get(attribute), under_http) and _is_loaded(element):
                yield _passive(element, element.get(attribute, ""))
    for element in page.elements(*_SETS):
        written = element.get("srcset")
        if written and "http:" in written.lower() and not _is_plain(element.get("src"), under_http):
            plain = next((one for one in written[:20_000].split() if _is_plain(one, under_http=False)), "")
            if plain and _is_loaded(element):
                yield _passive(element, plain)


def _active(element: HtmlElement, url: str) -> Verdict:
    message = "{url} is loaded over plain http, which browsers refuse"
    return failed(element, "active-content", message, url=url.strip()[:200])


def _passive(element: HtmlElement, url: str) -> Verdict:
    message = "{url} is loaded over plain http"
    return failed(element, "passive-content", message, url=url.strip()[:200])


def _is_plain(written: str | None, under_http: bool) -> bool:
    """Whether an address leads over plain http; `under_http` says that relative ones start from there."""
    if not written:
        return False
    start = written[:300].strip().lower()
    if start.startswith("http:"):
        return not _SAFE.match(start)
    # What has another scheme is none; what has none is relative.
    return under_http and bool(start) and not re.match(r"[a-z][a-z0-9+.-]*:", start)


def _is_loaded(element: HtmlElement) -> bool:
    """Whether browsers look at the element: not inside what counts without scripts, or as a pattern."""
    return not any(ancestor.tag in _UNLOADED for ancestor in islice(element.iterancestors(), _LEVELS))


def _upgrades(page: Page) -> bool:
    """Whether the page has browsers ask for https in place of http, whatever is written."""
    policies = [value for name, value in page.exchange.headers if name == "content-security-policy"]
    policies += [
        meta.get("content", "")
        for meta in page.elements("meta")
        if meta.get("http-equiv", "").strip().lower() == "content-security-policy"
    ]
    directives = (part.split() for policy in policies for part in policy.lower().replace(",", ";").split(";"))
    return any(words and words[0] == _UPGRADE for words in directives)
